"""The unit that answers for an activity is one: a cell that names two can't be read.

Many a unit's name holds an ``and`` of its own (*Kültür ve Sosyal İşler*); a cell names two only
where it ends like a unit twice, or where both halves are printed as units by themselves.
"""

from __future__ import annotations

import re

from kbb_data.problems import Problem, quote
from kbb_data.reading.records import Reading
from kbb_data.turkish import fold, squeeze

#: Who heads a unit; the nouns that end a unit's name are made of it, here folded.
_HEADS = r"(?:baskan|mudur|musavir|uzman|amir|sef|koordinator|sekreter)"
_END = re.compile(rf"\b{_HEADS}l[iu]g[iu]\b")
_PLURAL = re.compile(rf"\b{_HEADS}l[iu]kl[ae]ri\b")
_BETWEEN = re.compile(r"\s*[/;,&+|]\s*|\s+[-–—]\s+|\s+(?:ve|ile)\s+", re.IGNORECASE)
#: What stands between two names and in none.
_STROKE = re.compile(r"[/;|&+]")
_SUFFIX = re.compile(r" (?:daire|dairesi|sube)? ?(?:baskanligi|mudurlugu)$")


def hold_units(reading: Reading) -> None:
    """Note a problem for each cell of the cost tables and of table 2.6 that names two units."""
    cells = [
        (
            (cost.unit_line or cost.line).number,
            f"cost table {number} of goal {goal.goal}",
            cost.unit,
        )
        for goal in reading.goals
        for number, cost in enumerate(goal.cost_tables, start=1)
    ]
    cells += [
        (row.line.number, "table 2.6", row.unit_printed)
        for row in reading.responsibilities
        if row.unit_printed
    ]
    names = [squeeze(fold(unit)) for _, _, unit in cells]
    for (line, table, unit), name in zip(cells, names, strict=True):
        others = {other for other in names if other != name} if names.count(name) == 1 else set()
        if name and _names_two(name, others):
            reading.problems.append(
                Problem(
                    line,
                    table,
                    "one responsible unit",
                    f"{quote(unit)}; name the one that answers for it",
                )
            )


def _names_two(unit: str, others: set[str]) -> bool:
    """Whether a cell names two units; ``others`` are the units that both halves may be, none for
    a name that is printed again and so is one by itself."""
    ends = list(_END.finditer(unit))
    if _PLURAL.search(unit):
        return True
    if any(_BETWEEN.match(unit, one.end()) for one in ends[:-1]):
        return True
    nouns = [end[0] for end in ends]
    if len(set(nouns)) < len(nouns):
        return True
    if ends and _STROKE.search(unit):
        return True
    bare = {_SUFFIX.sub("", other) for other in others}
    return any(
        _SUFFIX.sub("", unit[: gap.start()]) in bare and _SUFFIX.sub("", unit[gap.end() :]) in bare
        for gap in _BETWEEN.finditer(unit)
    )
