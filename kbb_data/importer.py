"""The whole way from a text to a dataset: read, judge, reconcile, pack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kbb_data.checking.checks import reconcile, slip_findings
from kbb_data.checking.validation import keys
from kbb_data.judging import judgement
from kbb_data.judging.tidy import tidy
from kbb_data.problems import Problem, Unreadable
from kbb_data.publishing.package import REPORT, package_files, report_bytes, write
from kbb_data.reading.lines import MAX_BYTES
from kbb_data.reading.programme import read
from kbb_data.reading.records import Reading
from kbb_data.rows import Tables

#: Where the datasets of this project live; their judged files serve any import of the same text.
HOME = Path(__file__).resolve().parent


def load_text(path: Path) -> bytes:
    """The bytes of a programme's text. Raises ``Unreadable`` where there is no such file."""
    try:
        if path.stat().st_size > MAX_BYTES:
            size = path.stat().st_size / 1024 / 1024
            raise Unreadable(
                [
                    Problem(
                        0,
                        str(path),
                        f"at most {MAX_BYTES // 1024 // 1024} MB",
                        f"{size:.1f} MB; is this the text alone?",
                    )
                ]
            )
        return path.read_bytes()
    except OSError as error:
        raise Unreadable([Problem(0, str(path), "a readable file", str(error.strerror))]) from error


def build(content: bytes, folders: list[Path]) -> tuple[dict[str, bytes], list[Path], Tables]:
    """The files of a dataset from a text, the judged files used, and the tables.

    ``folders`` are looked through, in order, for judged files of the text's year and
    institution. Raises ``Unreadable``.
    """
    reading = read(content)
    judged = judgement.load(folders, reading.year, reading.institution)
    tables = tidy(reading, content, judged)
    labels = sum(1 + len(goal.cost_tables) for goal in reading.goals)
    tables["checks"], tables["findings"] = reconcile(tables, slip_findings(reading.slips), labels)
    problems = keys(tables)
    if problems:
        raise Unreadable(problems)
    files = package_files(tables)
    files[REPORT] = report_bytes(_report(reading, tables, judged))
    return files, judged.files, tables


def import_text(text: Path, folder: Path) -> Tables:
    """Read the programme's text at ``text`` into the dataset folder ``folder``.

    Judged files are taken from ``folder`` or, where it has none, from the project's dataset of
    the same year and institution. Raises ``Unreadable``, and then nothing was written.
    """
    content = load_text(text)
    homes = sorted(path for path in HOME.iterdir() if path.is_dir() and path.name.isdigit())
    files, judged, tables = build(content, [folder, *homes])
    try:
        write(folder, files, judged)
    except OSError as error:
        raise Unreadable(
            [Problem(0, str(folder), "a folder that can be written", str(error))]
        ) from error
    return tables


def _report(reading: Reading, tables: Tables, judged: judgement.Judgement) -> dict[str, Any]:
    return {
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
