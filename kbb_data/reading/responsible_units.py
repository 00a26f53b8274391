"""The units that answer for an activity: one, or several that a cell names one after the other.

Many a unit's name holds an *and* of its own (*Kültür ve Sosyal İşler*). A cell names several only
where each part ends like a unit (*… Daire Başkanlığı*) or is a unit that stands elsewhere by
itself; a cell that seems to name several and can't be parted so is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from kbb_data.problems import Problem, quote
from kbb_data.reading.lines import Line
from kbb_data.reading.records import CostTable, Reading, Responsibility
from kbb_data.turkish import fold, squeeze

#: Who heads a unit; the nouns that end a unit's name are made of it, here folded.
_HEADS = r"(?:baskan|mudur|musavir|uzman|amir|sef|koordinator|sekreter)"
_END = re.compile(rf"\b{_HEADS}l[iu]g[iu]\b")
_ENDS = re.compile(rf".*\b{_HEADS}l[iu]g[iu]\.?")
_PLURAL = re.compile(rf"\b{_HEADS}l[iu]kl[ae]ri\b")
_BETWEEN = re.compile(r"\s*[/;,&+|]\s*|\s+[-–—]\s+|\s+(?:ve|ile)\s+", re.IGNORECASE)
#: What stands between two names and in none.
_STROKE = re.compile(r"[/;|&+]")
_SUFFIX = re.compile(r" (?:daire|dairesi|sube)? ?(?:baskanligi|mudurlugu)$")


def hold_units(reading: Reading) -> None:
    """Part the cells of the cost tables and of table 2.6 into the units that they name, and note a
    problem for each that can't be parted with certainty."""
    named: list[tuple[CostTable | Responsibility, Line, str]] = [
        (cost, cost.unit_line or cost.line, f"cost table {number} of goal {goal.goal}")
        for goal in reading.goals
        for number, cost in enumerate(goal.cost_tables, start=1)
    ]
    named += [(row, row.line, "table 2.6") for row in reading.responsibilities if row.unit_printed]
    cells = [record.unit for record, _, _ in named]
    known = known_units(cells)
    for row in reading.responsibilities:
        row.units = parted(row.unit, known)
    for record, line, table in named:
        record.units = parted(record.unit, known)
        if len(record.units) == 1 and _is_doubtful(record.unit, cells):
            reading.problems.append(
                Problem(
                    line.number,
                    table,
                    "one responsible unit, or whole names with ; between them",
                    f"{quote(record.unit)}; name the one that answers for it, or part them",
                )
            )


def known_units(cells: Iterable[str]) -> set[str]:
    """The cells, folded, that name one unit by themselves."""
    return {name for cell in cells if (name := _folded(cell)) and len(_ended(name)) == 1}


def parted(cell: str, known: Collection[str]) -> tuple[str, ...]:
    """The units that a cell names, in its order and spelling; the cell itself where it can't be
    parted, or names one. ``known`` are units that stand by themselves (``known_units``)."""
    parts: list[str] = []
    start = 0
    for gap in _BETWEEN.finditer(cell):
        part = cell[start : gap.start()]
        if _is_unit(part, known):
            parts.append(squeeze(part))
            start = gap.end()
    last = cell[start:]
    if not parts or not _is_unit(last, known):
        parts, last = [], cell
    found = [*parts, squeeze(last)]
    return tuple(name for part in found for name in _two(part, known))


def _two(part: str, known: Collection[str]) -> tuple[str, ...]:
    """Two units that stand in a row without a sign between them, both known by themselves."""
    words = part.split(" ")
    for place in range(1, len(words)):
        left, right = " ".join(words[:place]), " ".join(words[place:])
        if _folded(left) in known and _folded(right) in known:
            return left, right
    return (part,)


def _is_unit(part: str, known: Collection[str]) -> bool:
    name = _folded(part)
    return name in known or bool(_ENDS.fullmatch(name))


def _folded(text: str) -> str:
    return squeeze(fold(text))


def _ended(name: str) -> list[str]:
    return [end[0] for end in _END.finditer(name)]


def _is_doubtful(cell: str, cells: list[str]) -> bool:
    """Whether a cell that was not parted looks as if it named several units."""
    name = _folded(cell)
    names = Counter(map(_folded, cells))
    others = {other for other in names if other != name} if names[name] == 1 else set()
    ends = list(_END.finditer(name))
    if _PLURAL.search(name):
        return True
    if any(_BETWEEN.match(name, end.end()) for end in ends[:-1]):
        return True
    if len(set(_ended(name))) < len(ends):
        return True
    if ends and _STROKE.search(name):
        return True
    bare = {_SUFFIX.sub("", other) for other in others}
    return any(
        _SUFFIX.sub("", name[: gap.start()]) in bare and _SUFFIX.sub("", name[gap.end() :]) in bare
        for gap in _BETWEEN.finditer(name)
    )
