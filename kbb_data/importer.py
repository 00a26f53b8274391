"""The whole way from a text to a dataset: read, judge, reconcile, pack."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from kbb_data.checking.checks import reconcile, slip_findings
from kbb_data.checking.topics import topic_totals
from kbb_data.checking.validation import keys
from kbb_data.files import drafts, pdf
from kbb_data.files.extract import Extract, extract
from kbb_data.files.kinds import Kind, kind_of, refusal
from kbb_data.judging import judgement
from kbb_data.judging.programme_budget import printed_code_names
from kbb_data.judging.tidy import tidy
from kbb_data.problems import Problem, Unreadable
from kbb_data.publishing.package import REPORT, package_files, report_bytes, write
from kbb_data.reading.programme import read
from kbb_data.reading.records import Reading
from kbb_data.results.kept import keep, kept_report
from kbb_data.rows import Tables
from kbb_data.schema import PROGRAMME_BUDGET

#: Where the datasets of this project live; their judged files serve any import of the same text.
HOME = Path(__file__).resolve().parent


def build(
    content: bytes, folders: list[Path], results: Path | None = None
) -> tuple[dict[str, bytes], list[Path], Tables]:
    """The files of a dataset from a text, the judged files used, and the tables.

    ``folders`` are looked through, in order, for judged files of the text's year and
    institution; the results that lie in the dataset folder ``results`` stay. Raises
    ``Unreadable``.
    """
    reading = read(content)
    judged = judgement.load(folders, reading.year, reading.institution)
    tables = tidy(reading, content, judged)
    if results is not None:
        keep(results, tables)
    labels = sum(1 + len(goal.cost_tables) for goal in reading.goals) + len(reading.sub_programmes)
    tables["checks"], tables["findings"] = reconcile(tables, slip_findings(reading.slips), labels)
    problems = keys(tables) or list(topic_totals(tables))
    if problems:
        raise Unreadable(problems)
    files = package_files(tables)
    told = kept_report(results) if results is not None and tables["documents"] else {}
    files[REPORT] = report_bytes(_report(reading, tables, judged) | told)
    return files, judged.files, tables


def import_file(path: Path, folder: Path) -> Tables:
    """Read the programme in the file at ``path`` (Word, workbook or text) into the dataset folder
    ``folder``.

    Judged files are taken from ``folder`` or, where it has none, from the project's dataset of
    the same year and institution; what ``folder`` knows of results stays. Raises ``Unreadable``,
    and then nothing was written.
    """
    source = extract(path)
    drafts.hold_marks(source.content)
    if path.name == drafts.TEXT:
        source = Extract(source.content, drafts.places(path.parent, source.content))
    try:
        files, judged, tables = build(source.content, [folder, *_homes()], folder)
    except Unreadable as refused:
        raise Unreadable(
            replace(problem, at=source.places.get(problem.line, "")) for problem in refused.problems
        ) from None
    try:
        write(folder, files, judged)
    except OSError as error:
        raise refusal(folder, "a folder that can be written", str(error)) from error
    return tables


def _homes() -> list[Path]:
    """The project's own datasets, which have judged files."""
    return sorted(path for path in HOME.iterdir() if path.is_dir() and path.name.isdigit())


def problems_of(content: bytes, folder: Path) -> tuple[list[Problem], Tables]:
    """Every place for which an import into ``folder`` refuses a text, and the tables where it takes
    it (empty where it does not)."""
    try:
        return [], build(content, [folder, *_homes()], folder)[2]
    except Unreadable as refused:
        return refused.places, {}


def draft_file(path: Path, folder: Path) -> list[str]:
    """Write the text of the file at ``path`` into ``folder``, with a mark above each doubtful
    line; only a PDF has such lines.

    Gives a report: where the text lies, and how many lines are in doubt, by reason. Raises
    ``Unreadable``, also where a draft lies there already, so that no mend is lost.
    """
    target = folder / drafts.TEXT
    if target.exists():
        raise refusal(
            target, "a folder without a draft", "one, perhaps mended already; give another folder"
        )
    draft = pdf.draft(path) if kind_of(path) is Kind.PDF else _undoubted(path)
    try:
        write(folder, {drafts.TEXT: draft.content, drafts.STATE: drafts.state_bytes(draft)}, ())
    except OSError as error:
        raise refusal(folder, "a folder that can be written", str(error)) from error
    reasons = Counter(
        re.sub(r" \(.*| on page \d+$", "", reason)
        for doubt in draft.doubts.values()
        for reason in doubt.reasons
    )
    return [
        f"{sum(map(bool, draft.lines))} lines written to {target}",
        f"{len(draft.doubts)} of them in doubt, each below a line that begins with {drafts.MARK}",
        *(f"  {count} times {reason}" for reason, count in reasons.most_common()),
        f"mend them in a workbook: python -m kbb_data review {folder} --from LAST --out "
        "review.xlsx; or in the text, and take the marks out",
        f"then import: python -m kbb_data import {target} --out DIR",
        f"of a report of results: python -m kbb_data results {target} --for DIR --out DIR",
    ]


def _undoubted(path: Path) -> drafts.Draft:
    """The text of a file that is no PDF: its cells are certain. Raises ``Unreadable``."""
    source = extract(path)
    try:
        lines = source.content.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise refusal(path, "UTF-8 text", "another coding; save the text as UTF-8") from error
    return drafts.Draft(tuple(lines), {}, source.places)


def _report(reading: Reading, tables: Tables, judged: judgement.Judgement) -> dict[str, Any]:
    report = {
        "institution": reading.institution,
        "year": reading.year,
        "source_sha256": tables["programme"][0]["source_sha256"],
        "rows": {name: len(rows) for name, rows in tables.items()},
        "judged_files": [path.name for path in judged.files],
        "unread": [
            {"finding": row["finding"], "line": row["source_line"], "printed": row["stated"]}
            for row in tables["findings"]
            if row["check"] in ("asset-readings", "indicator-readings")
        ],
        "passed_over": [
            {
                "line": entry.line,
                "section": entry.section,
                "reason": entry.reason,
                "text": entry.text,
            }
            for entry in reading.passed
        ],
    }
    if reading.form == PROGRAMME_BUDGET:
        printed = printed_code_names(reading)
        report["economic_codes_named_by_statute"] = [
            row["economic_code"]
            for row in tables["economic_codes"]
            if row["economic_code"] not in printed
        ]
    return report
