"""What judged entries point at, kind by kind: in an earlier entry, and in a new programme."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kbb_data.judging.similarity import Thing
from kbb_data.rows import Tables
from kbb_data.schema import STRATEGIC_PLAN
from kbb_data.topics import LINES

Fields = Mapping[str, Any]

#: A number as section 1.4 states it, not a part of a word or of another number.
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:\.\d{3})*(?:,\d+)?(?![\w])")


@dataclass(frozen=True)
class Programme:
    """The programme to be judged: its tables, and the lines of section 1.4 where there is its text.

    The tables alone don't hold that section's prose.
    """

    tables: Tables
    prose: tuple[str, ...] | None = None

    @property
    def form(self) -> str:
        """The statutory form of its document."""
        return str(self.tables["programme"][0]["form"] or STRATEGIC_PLAN)

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Every printed spelling of a spending unit, with the unit's key."""
        return {
            name: row["spending_unit"]
            for row in self.tables["spending_units"]
            for name in (row["name"], *(row["aliases"] or "").split(" | "))
            if name
        }

    @cached_property
    def places(self) -> list[str]:
        """The printed places of assets that are no district, in the table's order."""
        districts = {row["district"] for row in self.tables["council_members"]}
        printed = [row["district_printed"] for row in self.tables["assets"]]
        return [name for name in dict.fromkeys(printed) if name and name not in districts]

    def parts(self, *levels: str) -> list[tuple[int, str]]:
        """Number and name of each part of the plan at these levels, in the document's order."""
        return [
            (int(row["code"]), row["name"])
            for row in self.tables["hierarchy"]
            if row["level"] in levels
        ]

    @cached_property
    def activities(self) -> list[tuple[object, object, object]]:
        """Number, goal and spending unit of each activity, as ``kbb_data.scopes`` takes them."""
        return [
            (row["activity"], row["goal"], row["spending_unit"])
            for row in self.tables["activities"]
        ]

    @cached_property
    def indicators(self) -> dict[tuple[int, int], Mapping[str, Any]]:
        """The row of each indicator, by goal and number."""
        return {(row["goal"], row["indicator"]): row for row in self.tables["indicators"]}


@dataclass(frozen=True, slots=True)
class Kind:
    """How an earlier entry points at a thing of this kind (``field`` holds its name, ``place``
    the fields that say where it stood), and what of this kind a programme prints.

    ``printed`` is also given the names that earlier entries hold.
    """

    field: str
    printed: Callable[[Programme, list[str]], Iterable[Thing]]
    place: tuple[str, ...] = ()
    wording: Callable[[str], str] | None = None

    def earlier(self, entry: Fields, name: str) -> Thing:
        """The thing of the earlier programme that ``entry`` calls ``name``."""
        place = tuple(entry[field] for field in self.place)
        wording = self.wording(name) if self.wording else ""
        return Thing((name, place), name, place, wording=wording)


def _rows(
    table: str, name: str, place: tuple[str, ...], field: str = "printed"
) -> Callable[[Programme, list[str]], Iterator[Thing]]:
    """The rows of a table as things, named by the column ``name``."""

    def printed(programme: Programme, _: list[str]) -> Iterator[Thing]:
        for row in programme.tables[table]:
            where = {column: row[column] for column in place}
            yield Thing(
                tuple(where.values()),
                row[name],
                tuple(where.values()),
                {**where, field: row[name]},
            )

    return printed


def _parts(field: str, *levels: str) -> Callable[[Programme, list[str]], Iterator[Thing]]:
    """The parts of the plan at these levels as things; ``field`` holds their number."""

    def printed(programme: Programme, _: list[str]) -> Iterator[Thing]:
        for number, name in programme.parts(*levels):
            yield Thing((number,), name, (number,), {field: number, "printed": name})

    return printed


def _distinct(
    names: Callable[[Programme], Iterable[str]], field: str
) -> Callable[[Programme, list[str]], Iterator[Thing]]:
    """Things that have a name and nothing else."""

    def printed(programme: Programme, _: list[str]) -> Iterator[Thing]:
        for name in dict.fromkeys(names(programme)):
            yield Thing(name, name, (), {field: name})

    return printed


def _column(table: str, column: str) -> Callable[[Programme], Iterator[str]]:
    return lambda programme: (row[column] for row in programme.tables[table])


def _assets(programme: Programme, _: list[str]) -> Iterator[Thing]:
    for category, name in dict.fromkeys(
        (row["category"], row["name"]) for row in programme.tables["assets"]
    ):
        yield asset(category, name)


def asset(category: str, name: str) -> Thing:
    """An asset of table 1.3: the lines of one name in one category."""
    return Thing(
        (category, name), name, (category,), {"category": category, "name": name}, category
    )


def _figures(programme: Programme, names: list[str]) -> Iterator[Thing]:
    """The figures of section 1.4: the words that an earlier entry holds, or as many words around
    another number; where there is no text, those that somebody found."""
    if programme.prose is None:
        for row in programme.tables["technology_facts"]:
            yield _figure(row["position"], row["printed"])
    for place, line in enumerate(programme.prose or ()):
        for stated in _NUMBER.finditer(line):
            key = (place, stated.start())
            for name in names:
                found = _around(line, stated, name)
                if found:
                    yield _figure(key, found)


def _figure(key: Hashable, printed: str) -> Thing:
    number = _NUMBER.search(printed)
    fields = {"printed": printed, "number": number[0] if number else ""}
    return Thing(key, printed, (), fields, wording=_without_number(printed))


def numbers(printed: str) -> list[str]:
    """The numbers that a figure's words state, as printed."""
    return _NUMBER.findall(printed)


def _without_number(printed: str) -> str:
    """The words of a figure: its number is what changes from year to year."""
    return _NUMBER.sub(" ", printed, count=1)


def _around(line: str, stated: re.Match[str], name: str) -> str:
    """The words of ``line`` around a number, as many as ``name`` has around its first; empty where
    the line has fewer."""
    own = _NUMBER.search(name)
    if own is None:
        return ""
    before, after = name[: own.start()], name[own.end() :]
    exact = stated.start() - len(before)
    if exact >= 0 and line.startswith(before, exact) and line.startswith(after, stated.end()):
        return line[exact : stated.end() + len(after)]
    left = re.search(rf"(?:\S+\s+){{{len(before.split())}}}$", line[: stated.start()])
    tail = after.split()
    # A suffix of the number (2.000'den) is no word of its own.
    joined = bool(after) and not after[0].isspace()
    right = re.match(
        (r"\S*" if joined else "") + rf"(?:\s+\S+){{{len(tail) - joined}}}", line[stated.end() :]
    )
    if left is None or right is None:
        return ""
    return (left[0] + stated[0] + right[0]).strip(" ,.;:")


def _topics(programme: Programme, names: list[str]) -> Iterator[Thing]:
    """The plain topics: those of the tables, and those that earlier entries name. No document
    prints any."""
    judged = (row["topic"] for row in programme.tables["topics"])
    for topic in dict.fromkeys((*judged, *names)):
        yield Thing(topic, topic, (), {"topic": topic})


def _general_lines(programme: Programme, _: list[str]) -> Iterator[Thing]:
    """The lines of general administration, as table 2.5 labels them."""
    for row in programme.tables["resource_needs"]:
        if row["line"] in LINES:
            fields = {"line": row["line"], "printed": row["label"]}
            yield Thing((row["line"],), row["label"], (row["line"],), fields)


KINDS: dict[str, Kind] = {
    "aim": Kind("printed", _rows("aims", "name", ("aim",)), ("aim",)),
    "programme": Kind("printed", _parts("programme", "programme"), ("programme",)),
    "goal": Kind("printed", _parts("goal", "goal", "sub_programme"), ("goal",)),
    "indicator": Kind(
        "printed", _rows("indicators", "name_printed", ("goal", "indicator")), ("goal", "indicator")
    ),
    "activity": Kind("printed", _rows("activities", "name", ("activity",)), ("activity",)),
    "unit": Kind("name", _distinct(lambda programme: programme.spellings, "name")),
    "district": Kind("printed", _distinct(lambda programme: programme.places, "printed")),
    "category": Kind("category", _distinct(_column("assets", "category"), "category")),
    "asset": Kind("name", _assets, ("category",)),
    "committee": Kind("committee", _distinct(_column("committees", "committee"), "committee")),
    "figure": Kind("printed", _figures, wording=_without_number),
    "topic": Kind("topic", _topics),
    "code": Kind(
        "printed", _rows("economic_codes", "name", ("economic_code",)), ("economic_code",)
    ),
    "general": Kind("printed", _general_lines, ("line",)),
}
