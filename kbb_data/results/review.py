"""What the draft of a report shows itself to be, and why ``results`` would refuse it, for a person
to mend it in a workbook."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kbb_data.files.drafts import Draft
from kbb_data.files.extract import Extract
from kbb_data.judging.sheets import named
from kbb_data.problems import Problem, Unreadable
from kbb_data.results.identity import is_report, told
from kbb_data.results.matching import matched
from kbb_data.results.reports import read
from kbb_data.results.take_in import fit
from kbb_data.results.texts import unheld
from kbb_data.rows import Tables

#: What is said of a text that is none of the documents that are read.
NEITHER = Problem(
    0,
    "file",
    "a performance programme or a report of results (half-year report, final accounts, activity "
    "report), told by its title or by the heads of its tables",
    "neither of them",
)


_LINE = re.compile(r"\bline (\d+)\b")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A draft of a report: its kind as Turkish calls it, year and institution (``None`` and empty
    where the text does not show them), how many rows of which figures were read (``None`` where
    none was, since it is refused), and every place for which ``results`` refuses it."""

    name: str
    year: int | None
    institution: str
    counts: tuple[tuple[str, int | None], ...]
    problems: tuple[Problem, ...]


def reviewed(draft: Draft, tables: Tables, *, is_programme: bool) -> Reviewed | None:
    """What the text of a draft is as a report on the programme of ``tables``; ``None`` for a text
    that is no report. ``is_programme`` says whether it has the labels or the title of a programme.

    A report of another year or institution says so, and is read as its own none the less, so that
    its other problems are not hidden behind that one. Raises ``Unreadable`` for bytes that are no
    text.
    """
    lines = unheld(draft.text)
    if not is_report(lines, is_programme=is_programme):
        return None
    programme = tables["programme"][0]
    known = told(lines, programme["year"], programme["institution"])
    problems = list(known.problems)
    report = None
    try:
        report = read(Extract(draft.text, draft.places), known.year or programme["year"])
        if not problems:
            matched(report.indicators, tables)
            fit(report, tables)
    except Unreadable as refused:
        problems += refused.places
    counts = (
        ("Tutar satırı", len(report.statements) if report else None),
        ("Aylık tutar", len(report.months) if report else None),
        ("Gösterge satırı", len(report.indicators) if report else None),
        ("Alınmayan, sayı içeren satır", len(report.passed) if report else None),
    )
    name = named("documents", "kind")[known.kind]
    told_of = tuple(_numbered(problem, draft) for problem in problems)
    return Reviewed(name, known.year, known.institution, counts, told_of)


def _numbered(problem: Problem, draft: Draft) -> Problem:
    """The problem with the lines that its words name numbered as in the draft's file, where the
    marks count."""

    def number(match: re.Match[str]) -> str:
        return f"line {draft.number(int(match[1]))}"

    return replace(
        problem,
        place=_LINE.sub(number, problem.place),
        expected=_LINE.sub(number, problem.expected),
        actual=_LINE.sub(number, problem.actual),
    )
