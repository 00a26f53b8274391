"""What an address asks of a table: filters, order, page; and the rows that fit.

Tables have hundreds of rows and are read once a version, so filtering and ordering happen here,
with the same rules on every database; no text of an address ever becomes a part of a question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from kbb_data import turkish
from kbb_data.schema import Column, Table
from present.opendata import formats
from present.opendata.cells import from_address
from present.opendata.problems import Problem

YEAR, INSTITUTION = "yil", "kurum"
SORT, LIMIT, OFFSET, FORMAT = "sort", "limit", "offset", "format"

#: What an answer may be, the usual first: of a table's formats those that programs read.
ANSWERS = (formats.JSON, formats.CSV, formats.PARQUET)
_JSON = formats.JSON.ending

MOST_ROWS, USUAL_ROWS, FURTHEST = 1000, 100, 1_000_000
LONGEST_VALUE, LONGEST_QUERY, MOST_VALUES, MOST_SORTS = 200, 4000, 20, 5

#: Ends of a parameter's name that ask for a range.
LOWEST, HIGHEST = ".min", ".max"

_NUMERIC = ("integer", "money", "decimal")

Pairs = Sequence[tuple[str, str]]
Cells = Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Filter:
    """Rows whose column holds one of ``values``; with an ``end``, is at least or at most it."""

    column: str
    end: str
    texts: tuple[str, ...]
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of a table; the same question is the same key of a cache.

    ``limit`` is ``None`` for all rows: of a file, which has no place to say that there are more.
    ``format`` is the ending of one of ``ANSWERS``.
    """

    filters: tuple[Filter, ...] = ()
    sort: tuple[str, ...] = ()
    limit: int | None = USUAL_ROWS
    offset: int = 0
    format: str = _JSON

    def page(self, places: Sequence[int]) -> Sequence[int]:
        """Those of the fitting rows that are answered."""
        return places[self.offset : None if self.limit is None else self.offset + self.limit]

    def parameters(self, offset: int | None = None) -> list[tuple[str, str]]:
        """The parameters of an address that asks this, in one order; defaults left out."""
        pairs = [(rule.column + rule.end, text) for rule in self.filters for text in rule.texts]
        if self.sort:
            pairs.append((SORT, ",".join(self.sort)))
        if self.format != _JSON:
            pairs.append((FORMAT, self.format))
        if self.limit != _usual_rows(self.format):
            pairs.append((LIMIT, str(self.limit)))
        start = self.offset if offset is None else offset
        return pairs + ([(OFFSET, str(start))] if start else [])

    def address(self, path: str, others: Mapping[str, str], offset: int | None = None) -> str:
        """The address that asks this at ``path``, with further parameters in front."""
        pairs = [*others.items(), *self.parameters(offset)]
        return path + (f"?{urlencode(pairs)}" if pairs else "")


def names(table: Table) -> tuple[str, ...]:
    """Every parameter that a table's address knows."""
    ranges = [
        column.name + end
        for column in table.columns
        if column.type in _NUMERIC
        for end in (LOWEST, HIGHEST)
    ]
    return (YEAR, INSTITUTION, FORMAT, SORT, LIMIT, OFFSET, *table.column_names, *ranges)


def check_lengths(query: str, pairs: Pairs, longest: int = LONGEST_VALUE) -> None:
    """Raise ``Problem`` for an address that is longer than any that we write; ``longest``: how many
    letters a name or a value may have."""
    if len(query) > LONGEST_QUERY:
        raise Problem("too_long", None, (str(LONGEST_QUERY),))
    for name, value in pairs:
        if len(name) > longest or len(value) > longest:
            raise Problem("too_long", name[:40], (str(longest),))


def check_names(pairs: Pairs, known: Sequence[str], many: Sequence[str] = ()) -> None:
    """Raise ``Problem`` for an unknown parameter, and one given twice that is not in ``many``."""
    seen = set()
    for name, _value in pairs:
        if name not in known:
            raise Problem("unknown_parameter", name[:40], known)
        if name in seen and name not in many:
            raise Problem("repeated", name, many)
        seen.add(name)


def parse(table: Table, pairs: Pairs, usual: str = _JSON) -> Query:
    """What the parameters ask of a table; ``usual`` is the format where they name none. Raises
    ``Problem``."""
    check_names(pairs, names(table), table.column_names)
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    filters = []
    # In one order, whatever order the address has, so that a cache knows the question again.
    for column in table.columns:
        for end in ("", LOWEST, HIGHEST):
            texts = given.get(column.name + end)
            if texts:
                filters.append(_filter(column, end, texts))
    form = given.get(FORMAT, [usual])[0]
    endings = tuple(answer.ending for answer in ANSWERS)
    if form not in endings:
        raise Problem("wrong_value", FORMAT, endings)
    limit = given.get(LIMIT)
    return Query(
        tuple(filters),
        _sort(table, given.get(SORT)),
        _usual_rows(form) if limit is None else _number(LIMIT, limit, 1, MOST_ROWS),
        _number(OFFSET, given.get(OFFSET, ["0"]), 0, FURTHEST),
        form,
    )


def _usual_rows(form: str) -> int | None:
    return USUAL_ROWS if form == _JSON else None


def _filter(column: Column, end: str, given: list[str]) -> Filter:
    name = column.name + end
    if len(given) > MOST_VALUES:
        raise Problem("too_long", name, (str(MOST_VALUES),))
    texts = tuple(dict.fromkeys(given))
    values: list[Any] = []
    for text in texts:
        if text == "" and not end:
            values.append(None)
            continue
        if column.values and text not in column.values:
            raise Problem("wrong_value", name, column.values)
        try:
            values.append(from_address(column, text))
        except ValueError:
            raise Problem("wrong_value", name, (column.type,)) from None
    return Filter(column.name, end, texts, tuple(values))


def _sort(table: Table, given: list[str] | None) -> tuple[str, ...]:
    if given is None:
        return ()
    allowed = [sign + name for name in table.column_names for sign in ("", "-")]
    sorts = given[0].split(",")
    if len(sorts) > MOST_SORTS or any(sort not in allowed for sort in sorts):
        raise Problem("wrong_value", SORT, allowed)
    return tuple(sorts)


def _number(name: str, given: list[str], least: int, most: int) -> int:
    text = given[0]
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(most))
    if not is_number or not least <= int(text) <= most:
        raise Problem("wrong_value", name, (f"{least}-{most}",))
    return int(text)


def fitting(table: Table, rows: Cells, query: Query) -> list[int]:
    """The places of all rows that fit, in the order asked for, else in the document's.

    What is not stated comes last in either direction, and never fits a range.
    """
    columns = {name: place for place, name in enumerate(table.column_names)}
    rules = [(columns[rule.column], rule) for rule in query.filters]
    places = [
        place
        for place, row in enumerate(rows)
        if all(_fits(row[column], rule) for column, rule in rules)
    ]
    for sort in reversed(query.sort):
        values = {place: rows[place][columns[sort.removeprefix("-")]] for place in places}
        stated = [place for place in places if values[place] is not None]
        keys = {place: _key(values[place]) for place in stated}
        stated.sort(key=keys.__getitem__, reverse=sort.startswith("-"))
        places = stated + [place for place in places if values[place] is None]
    return places


def _fits(value: Any, rule: Filter) -> bool:
    if not rule.end:
        return value in rule.values
    if value is None:
        return False
    limit = rule.values[0]
    return bool(value >= limit if rule.end == LOWEST else value <= limit)


def _key(value: Any) -> Any:
    return turkish.sort_key(value) if isinstance(value, str) else value
