"""The tables of indicators in an activity report: target, result, and the reason of a deviation.

No statute gives their form; the words of the heads tell the columns, and the heading above a table
tells the goal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kbb_data.problems import quote
from kbb_data.reading.heads import label_of
from kbb_data.reading.lines import Line
from kbb_data.results.columns import plain
from kbb_data.results.facts import Findings
from kbb_data.results.money_tables import Period
from kbb_data.results.numbers import value
from kbb_data.results.records import IndicatorResult
from kbb_data.turkish import fold, squeeze

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("number", r"(?:s(?:ira)?\.? ?)?no|gosterge (?:no|kodu)|kod(?:u)?"),
        ("name", r"(?:performans )?gosterge(?:si|leri|ler)?(?: adi)?"),
        ("unit", r"(?:olcu|olcum) birim\w*|birim(?:i)?"),
        ("rate", r".*\boran\w*|.*%.*|.*yuzde\w*|basari(?: durumu)?"),
        ("reason", r".*\b(?:sapma\w*|neden\w*|degerlendirme\w*|aciklama\w*|gerekce\w*)\b.*"),
        ("measure", r".*\b(?:onlem\w*|tedbir\w*)\b.*"),
        ("value", r".*\bgercekles\w*.*|sonuc\w*"),
        ("target", r".*\b(?:hedef\w*|planlanan)\b.*"),
    )
)
_NUMBERED = re.compile(r"(?:P\.? ?G\.? ?)?(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?\.?")
_LEADING = re.compile(r"(?:P\.? ?G\.? ?)?(\d{1,3})\.(\d{1,3})\.?\s+(\D.*)")
_YEAR = re.compile(r"20\d\d")
_SUB_PROGRAMME = re.compile(
    r"alt program(?: (?:adi|no))?\s*\(?(?P<before>\d{1,3})?\)?\s*[:.)\-]+\s*(?P<behind>\d{1,3}\b)?"
)


@dataclass(frozen=True, slots=True)
class _Head:
    line: Line
    places: dict[str, int]


def read_indicators(
    lines: Sequence[Line], period: Period, into: Findings
) -> tuple[IndicatorResult, ...]:
    """The indicators of all tables, in order. A table without the column of results is refused."""
    found: dict[tuple[object, ...], IndicatorResult] = {}
    head: _Head | None = None
    goal: int | None = None
    for line in lines:
        if not line.filled:
            continue
        if line.number in into.taken:
            # A table of money begins here.
            head = None if len(line.filled) > 1 else head
            continue
        owner = _owner(line)
        if owner is not None:
            goal, head = (int(owner) if owner else None), None
            into.taken.add(line.number)
            continue
        made = _head(line, period, into)
        if made:
            head = made
            into.taken.add(line.number)
        elif len(line.filled) < 2:
            head = None if head and not _is_page(line) else head
        elif head:
            result = _row(head, line, goal, period, into)
            if result:
                _once(result, line, found, into)
    return tuple(found.values())


def _owner(line: Line) -> str | None:
    """The number of the goal or sub-programme that a line names, as ``Performans Hedefi (3)`` or
    ``Alt Program: 3. Yollar``, empty where it bears none; ``None`` for another line."""
    label = label_of(line)
    if label.subject == "goal" and (label.number or label.value):
        return label.number or "".join(re.findall(r"^\d{1,3}\b", label.value))
    match = _SUB_PROGRAMME.match(fold(line.text))
    return match["before"] or match["behind"] or "" if match else None


def _is_page(line: Line) -> bool:
    return bool(re.fullmatch(r"\d{1,3}", line.first))


def _head(line: Line, period: Period, into: Findings) -> _Head | None:
    """The head that a line is; ``None`` for another line. A column of another year is none of the
    report's, and is told to be passed over."""
    places: dict[str, int] = {}
    others: list[str] = []
    for place, cell in line.filled:
        words = squeeze(_YEAR.sub(" ", plain(cell)))
        years = set(_YEAR.findall(cell)) - {str(period.year)}
        name = next((name for name, pattern in _COLUMNS if pattern.fullmatch(words)), "")
        if years and name in ("value", "target", "rate"):
            others.append(cell)
            continue
        if name and name in places and name in ("value", "target"):
            into.refuse(
                line,
                "table of indicators",
                "one column of targets and one of results",
                f"a second column {quote(cell)}; keep the year's own",
            )
        if name:
            places.setdefault(name, place)
    is_head = "name" in places and ("target" in places or "value" in places)
    if is_head and "value" not in places:
        into.refuse(
            line,
            "table of indicators",
            "a column Gerçekleşen",
            quote(" | ".join(cell for _, cell in line.filled)),
        )
        return None
    for cell in others if is_head else ():
        into.skip(line, f"column {quote(cell)}: another year's", cell)
    return _Head(line, places) if is_head else None


def _row(
    head: _Head, line: Line, goal: int | None, period: Period, into: Findings
) -> IndicatorResult | None:
    def cell(name: str) -> str:
        place = head.places.get(name)
        return line.cell(place) if place is not None else ""

    name, indicator = cell("name"), None
    if not name:
        into.refuse(line, "table of indicators", "a row with an indicator's name", quote(line.text))
        return None
    if match := _NUMBERED.fullmatch(cell("number")):
        parts = [int(part) for part in match.groups() if part]
        indicator = parts[-1]
        goal = parts[-2] if len(parts) == 2 else goal
    elif match := _LEADING.fullmatch(name):
        goal, indicator, name = int(match[1]), int(match[2]), match[3]
    into.taken.add(line.number)
    printed = cell("value")
    target = cell("target")
    stated = value(target)
    if target and stated is None and any(map(str.isdigit, target)):
        into.skip(line, "a target that can't be read with certainty", target)
    return IndicatorResult(
        goal,
        indicator,
        name,
        period.day(),
        value(printed),
        printed,
        stated,
        _words(cell("reason")),
        _words(cell("measure")),
        line.number,
        line.section,
    )


def _words(cell: str) -> str:
    """A reason as given; a dash gives none."""
    return "" if re.fullmatch(r"[-–—.]*", cell) else cell


def _key(result: IndicatorResult) -> tuple[object, ...]:
    """What tells an indicator from the others: its numbers, else its name under its goal."""
    if result.goal is not None and result.indicator is not None:
        return result.goal, result.indicator
    return result.goal, fold(result.name), result.indicator


def _once(
    result: IndicatorResult,
    line: Line,
    found: dict[tuple[object, ...], IndicatorResult],
    into: Findings,
) -> None:
    """Keep a result, unless an earlier row is about the same indicator."""
    other = found.setdefault(_key(result), result)
    if other is not result:
        into.refuse(
            line,
            "table of indicators",
            "each indicator once",
            f"{quote(result.name)}, which stands in line {other.line} already",
        )
