"""A document about results, read by what its heads say: which it is, whose, and of what year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kbb_data.files.extract import Extract
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.reading.lines import Line
from kbb_data.results.facts import Findings, hold, statements
from kbb_data.results.identity import Identity, identify
from kbb_data.results.indicator_tables import read_indicators
from kbb_data.results.money_tables import Manner, Period, read_tables
from kbb_data.results.paragraphs import paragraphs, sectioned
from kbb_data.results.prose import read_prose
from kbb_data.results.records import FINAL_ACCOUNTS, HALF_YEAR_REPORT, Report
from kbb_data.results.texts import lines_of

#: What a line holds that some record should have taken up.
_FIGURE = re.compile(r"\d,\d|%\s*\d|\d\s*%|(?<![\d.])\d{1,3}(?:\.\d{3})+(?!\d)|\d\s*TL\b")
_CELL = re.compile(r"%?-?\d[\d.,]*%?")
#: Section of a line above the first heading.
_NONE = "0"


def read(source: Extract, year: int, institution: str = "") -> Report:
    """What a half-year report, final accounts or an activity report says of a programme's ``year``.

    ``institution`` is the programme's; a document that names another one is refused, as is one of
    another year. A document that names neither (a CSV file) is taken to be the programme's. Raises
    ``Unreadable`` with the line and the mend for whatever can't be read with certainty.
    """
    try:
        return _read(source, year, institution)
    except Unreadable as refused:
        raise Unreadable(
            _placed(refused.problems, source), _placed(refused.places, source)
        ) from None


def _placed(problems: Sequence[Problem], source: Extract) -> list[Problem]:
    """The problems with where their lines stand in the file."""
    return [
        replace(problem, at=problem.at or source.places.get(problem.line, ""))
        for problem in problems
    ]


def _read(source: Extract, year: int, institution: str) -> Report:
    lines = [
        replace(line, section=context.section or _NONE)
        for line, context, _ in sectioned(lines_of(source))
    ]
    identity = identify(lines, year, institution)
    period = Period(year, 6 if identity.kind == HALF_YEAR_REPORT else 12)
    into = Findings()
    is_strict = identity.kind in (HALF_YEAR_REPORT, FINAL_ACCOUNTS)
    read_tables(lines, period, into, Manner(_is_workbook(source), is_strict))
    indicators = read_indicators(lines, period, into)
    for paragraph in paragraphs(lines, into.taken):
        read_prose(paragraph, period, into)
    hold(into.problems)
    found = statements(into.facts)
    if not found and not indicators and not into.months:
        raise Unreadable([_nothing(identity)])
    _account(lines, into)
    return Report(
        identity.kind,
        identity.title,
        identity.date,
        period.day(),
        identity.institution,
        year,
        found,
        tuple(into.months.values()),
        indicators,
        tuple(sorted(into.passed, key=lambda entry: entry.line)),
    )


def _is_workbook(source: Extract) -> bool:
    """Whether rows come from sheets, which end with their last filled cell."""
    return any(place.startswith("sheet") for place in source.places.values())


def _account(lines: list[Line], into: Findings) -> None:
    """List every line with figures that nothing took up."""
    listed = {entry.line for entry in into.passed} | into.taken
    for line in lines:
        is_row = len(line.filled) > 1 and any(_CELL.fullmatch(cell) for _, cell in line.filled)
        if line.number not in listed and (is_row or _FIGURE.search(line.text)):
            into.skip(line, "no table or sentence whose figures have a place here")


def _nothing(identity: Identity) -> Problem:
    return Problem(
        0,
        "report",
        "a table of money by code, or of indicators (Gösterge | Hedeflenen | Gerçekleşen)",
        f"{quote(identity.title or identity.kind)} without one; are the tables pictures, or their "
        "cells parted by spaces instead of tabs?",
    )
