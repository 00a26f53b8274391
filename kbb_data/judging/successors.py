"""Which thing of an earlier programme is probably which of a newer one: pairs to be judged.

What has the same code and the same name in the same statutory form needs no judgement, nor does a
spending unit of the same name; everything else is paired here. Activities, indicators and units are
paired by their names; a part of the plan also by what it holds, because across the forms its name
says little: by the activities and indicators that are the same, else by its spending units.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kbb_data.judging.similarity import Thing, matches
from kbb_data.judging.succession import (
    ACTIVITY,
    GONE,
    INDICATOR,
    LEAF,
    LEAVES,
    MERGED,
    NEW,
    RENAMED,
    SAME,
    SPLIT,
    TOP,
    UNIT,
    Named,
    things,
)
from kbb_data.judging.things import Fields
from kbb_data.rows import Tables
from kbb_data.schema import SUCCESSION_LEVELS
from kbb_data.succession import holds_by_itself
from kbb_data.turkish import fold

#: A part is linked with another that holds this share of what it holds, or of which it holds as
#: much: less is a stray activity.
_HELD_SHARE = 0.5

#: What a part of the plan is linked by where names don't tell.
BY_PARTS, BY_UNITS = "parts", "units"


@dataclass(frozen=True, slots=True)
class Pair:
    """An earlier thing and a newer one that may be linked, by their codes; one is empty where no
    counterpart was found. ``score`` of 100: how alike the names are, or what share the two hold in
    common where ``by`` says so; ``shared`` and ``held`` count what both and what either holds."""

    level: str
    earlier: str
    newer: str
    relation: str
    score: int = 0
    by: str = ""
    shared: int = 0
    held: int = 0


@dataclass(slots=True)
class _Side:
    """A programme as far as it is linked: its things, and by part of the plan (level and code) the
    activities and indicators, and the units, that it holds."""

    form: str
    things: Mapping[str, Mapping[str, Named]]
    parts: dict[tuple[str, str], set[tuple[str, str]]] = field(default_factory=dict)
    units: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)


def pairs(earlier: Tables, newer: Tables, judged: Iterable[Fields] = ()) -> list[Pair]:
    """Every link between two programmes of one institution that somebody has to judge, by level and
    in the order of the earlier programme, then what is new. What an entry of ``judged`` is about is
    left out; where both programmes are alike, nothing is left."""
    before, now = _side(earlier), _side(newer)
    known = _Known(before, now, judged)
    named = {level: _by_name(level, before, now, known) for level in (ACTIVITY, INDICATOR, UNIT)}
    equal = known.linked | {
        (pair.level, pair.earlier, pair.newer) for found in named.values() for pair in found
    }
    named[LEAF] = _parts(LEAF, before, now, known, equal)
    named[TOP] = _parts(TOP, before, now, known, equal)
    return [
        pair
        for level in SUCCESSION_LEVELS
        for pair in _whole(level, named[level], before, now, known)
    ]


class _Known:
    """What needs no judgement any more: links that hold by themselves, and what was judged."""

    def __init__(self, before: _Side, now: _Side, judged: Iterable[Fields]) -> None:
        self.earlier: dict[str, set[str]] = defaultdict(set)
        self.newer: dict[str, set[str]] = defaultdict(set)
        self.linked: set[tuple[str, str, str]] = set()
        for entry in judged:
            self._take(entry["level"], entry.get("from_code", ""), entry.get("to_code", ""))
        for level in SUCCESSION_LEVELS:
            for code, named in before.things[level].items():
                other = now.things[level].get(code)
                is_free = code not in self.earlier[level] and code not in self.newer[level]
                if other is None or not is_free:
                    continue
                if holds_by_itself(level, before.form == now.form, named.name, other.name):
                    self._take(level, code, code)

    def _take(self, level: str, earlier: str, newer: str) -> None:
        self.earlier[level] |= {earlier} - {""}
        self.newer[level] |= {newer} - {""}
        if earlier and newer:
            self.linked.add((level, earlier, newer))


def _side(tables: Tables) -> _Side:
    found = _Side(str(tables["programme"][0]["form"]), things(tables))
    tops = {
        str(row["code"]): str(row["top"] or "")
        for row in tables["hierarchy"]
        if row["level"] in LEAVES
    }
    parts: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    units: dict[tuple[str, str], set[str]] = defaultdict(set)
    for leaf, thing, unit in _held(tables):
        for part in ((LEAF, leaf), (TOP, tops.get(leaf, ""))):
            parts[part].add(thing)
            units[part] |= {unit} - {""}
    found.parts = dict(parts)
    found.units = {part: frozenset(held) for part, held in units.items() if held}
    return found


def _held(tables: Tables) -> Iterator[tuple[str, tuple[str, str], str]]:
    """Each activity and indicator with its leaf and its spending unit, empty where unstated."""
    for row in tables["activities"]:
        yield str(row["goal"]), (ACTIVITY, str(row["activity"])), row["spending_unit"] or ""
    for row in tables["indicators"]:
        yield str(row["goal"]), (INDICATOR, f"{row['goal']}.{row['indicator']}"), ""


def _by_name(level: str, before: _Side, now: _Side, known: _Known) -> list[Pair]:
    """The pairs of a level whose names are the same or alike; a place counts in one form only."""
    has_places = before.form == now.form

    def left(side: _Side, done: set[str]) -> list[Thing]:
        return [
            Thing(code, named.name, tuple(code.split(".")) if has_places else ())
            for code, named in side.things[level].items()
            if code not in done
        ]

    found = matches(left(before, known.earlier[level]), left(now, known.newer[level]))
    return [
        Pair(
            level,
            str(old.key),
            str(match.thing.key),
            SAME if fold(old.name) == fold(match.thing.name) else RENAMED,
            match.score,
        )
        for old, match in found.items()
    ]


def _parts(
    level: str, before: _Side, now: _Side, known: _Known, equal: set[tuple[str, str, str]]
) -> list[Pair]:
    """The pairs of parts of the plan: by name, by what they hold, by their units."""
    linked = {
        (pair.earlier, pair.newer): pair
        for way in (
            _by_parts(level, before, now, known, equal),
            _by_name(level, before, now, known),
        )
        for pair in way
    }
    for pair in _by_units(level, before, now, known):
        if not any(pair.earlier == one or pair.newer == other for one, other in linked):
            linked[pair.earlier, pair.newer] = pair
    return [_related(pair, list(linked.values()), before, now) for pair in linked.values()]


def _by_parts(
    level: str, before: _Side, now: _Side, known: _Known, equal: set[tuple[str, str, str]]
) -> Iterator[Pair]:
    became: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for thing_level, earlier, newer in equal:
        became[thing_level, earlier].add((thing_level, newer))
    for old in _open(level, before, known.earlier):
        mine = before.parts.get((level, old), set())
        for new in _open(level, now, known.newer):
            its = now.parts.get((level, new), set())
            shared = sum(bool(became[thing] & its) for thing in mine)
            back = len({thing for earlier in mine for thing in became[earlier]} & its)
            if not shared:
                continue
            if shared / len(mine) >= _HELD_SHARE or back / len(its) >= _HELD_SHARE:
                held = len(mine) + len(its) - back
                score = round(100 * (shared + back) / (len(mine) + len(its)))
                yield Pair(level, old, new, RENAMED, score, BY_PARTS, shared, held)


def _by_units(level: str, before: _Side, now: _Side, known: _Known) -> Iterator[Pair]:
    """Parts that the same units carry, and no other part of either programme."""
    sides = []
    for side, done in ((before, known.earlier), (now, known.newer)):
        carried: dict[frozenset[str], list[str]] = defaultdict(list)
        for code in _open(level, side, done):
            if units := side.units.get((level, code)):
                carried[units].append(code)
        sides.append(carried)
    for units, codes in sides[0].items():
        others = sides[1].get(units, [])
        if len(codes) == len(others) == 1:
            yield Pair(level, codes[0], others[0], RENAMED, 0, BY_UNITS, len(units), len(units))


def _open(level: str, side: _Side, done: Mapping[str, set[str]]) -> list[str]:
    return [code for code in side.things[level] if code not in done[level]]


def _related(pair: Pair, linked: Sequence[Pair], before: _Side, now: _Side) -> Pair:
    """The pair with the relation that the other pairs of its sides leave it."""
    successors = sum(other.earlier == pair.earlier for other in linked)
    origins = sum(other.newer == pair.newer for other in linked)
    names = (before.things[pair.level][pair.earlier].name, now.things[pair.level][pair.newer].name)
    relation = SAME if fold(names[0]) == fold(names[1]) else RENAMED
    if successors > 1:
        relation = SPLIT
    elif origins > 1:
        relation = MERGED
    return replace(pair, relation=relation)


def _whole(
    level: str, found: list[Pair], before: _Side, now: _Side, known: _Known
) -> Iterator[Pair]:
    """The pairs of a level in order, with what is gone and what is new."""
    by_earlier: dict[str, list[Pair]] = defaultdict(list)
    for pair in found:
        by_earlier[pair.earlier].append(pair)
    for code in _open(level, before, known.earlier):
        yield from by_earlier.get(code) or [Pair(level, code, "", GONE)]
    taken = {pair.newer for pair in found}
    for code in _open(level, now, known.newer):
        if code not in taken:
            yield Pair(level, "", code, NEW)


def fields_of(pair: Pair, earlier: Tables, newer: Tables) -> dict[str, Any]:
    """A pair as the fields of an entry, its reason still to be given."""
    year = int(earlier["programme"][0]["year"])
    before, now = things(earlier)[pair.level], things(newer)[pair.level]
    fields: dict[str, Any] = {"level": pair.level, "from_year": year}
    if pair.earlier:
        fields |= {"from_code": pair.earlier, "from_name": before[pair.earlier].name}
    if pair.newer:
        fields |= {"to_code": pair.newer, "to_name": now[pair.newer].name}
    return {**fields, "relation": pair.relation, "reason": ""}
