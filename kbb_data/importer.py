"""The whole way from a text to a dataset: read, judge, reconcile, pack."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from kbb_data.checking.checks import reconcile, slip_findings
from kbb_data.checking.validation import keys
from kbb_data.files.extract import extract
from kbb_data.files.kinds import refusal
from kbb_data.files.pdf import MARK, draft, hold_marks
from kbb_data.judging import judgement
from kbb_data.judging.programme_budget import printed_code_names
from kbb_data.judging.tidy import tidy
from kbb_data.problems import Problem, Unreadable
from kbb_data.publishing.package import REPORT, package_files, report_bytes, write
from kbb_data.reading.programme import read
from kbb_data.reading.records import Reading
from kbb_data.rows import Tables
from kbb_data.schema import PROGRAMME_BUDGET

#: Where the datasets of this project live; their judged files serve any import of the same text.
HOME = Path(__file__).resolve().parent

#: What the text of a PDF is called that a person is to mend.
DRAFT = "draft.txt"


def build(content: bytes, folders: list[Path]) -> tuple[dict[str, bytes], list[Path], Tables]:
    """The files of a dataset from a text, the judged files used, and the tables.

    ``folders`` are looked through, in order, for judged files of the text's year and
    institution. Raises ``Unreadable``.
    """
    reading = read(content)
    judged = judgement.load(folders, reading.year, reading.institution)
    tables = tidy(reading, content, judged)
    labels = sum(1 + len(goal.cost_tables) for goal in reading.goals) + len(reading.sub_programmes)
    tables["checks"], tables["findings"] = reconcile(tables, slip_findings(reading.slips), labels)
    problems = keys(tables)
    if problems:
        raise Unreadable(problems)
    files = package_files(tables)
    files[REPORT] = report_bytes(_report(reading, tables, judged))
    return files, judged.files, tables


def import_file(path: Path, folder: Path) -> Tables:
    """Read the programme in the file at ``path`` (Word, workbook or text) into the dataset folder
    ``folder``.

    Judged files are taken from ``folder`` or, where it has none, from the project's dataset of
    the same year and institution. Raises ``Unreadable``, and then nothing was written.
    """
    source = extract(path)
    hold_marks(source.content)
    homes = sorted(path for path in HOME.iterdir() if path.is_dir() and path.name.isdigit())
    try:
        files, judged, tables = build(source.content, [folder, *homes])
    except Unreadable as refused:
        raise Unreadable(
            replace(problem, at=source.places.get(problem.line, "")) for problem in refused.problems
        ) from None
    try:
        write(folder, files, judged)
    except OSError as error:
        raise refusal(folder, "a folder that can be written", str(error)) from error
    return tables


def draft_file(path: Path, folder: Path) -> list[str]:
    """Write the text of the PDF at ``path`` into ``folder``, with a mark above each doubtful line.

    Gives a report: where the text lies, and how many lines are in doubt, by reason. Raises
    ``Unreadable``, also where a draft lies there already, so that no mend is lost.
    """
    target = folder / DRAFT
    if target.exists():
        raise Unreadable(
            [
                Problem(
                    0,
                    str(target),
                    "a folder without a draft",
                    "one, perhaps mended already; give another folder",
                )
            ]
        )
    text, doubtful = draft(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise refusal(folder, "a folder that can be written", str(error)) from error
    reasons = Counter(doubt.partition(" (")[0] for row in doubtful for doubt in row.doubts)
    return [
        f"{text.count(chr(10)) - len(doubtful)} lines written to {target}",
        f"{len(doubtful)} of them in doubt, each below a line that begins with {MARK}",
        *(f"  {count} times {reason}" for reason, count in reasons.most_common()),
        f"mend them, take the marks out and import: python -m kbb_data import {target} --out DIR",
    ]


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
