"""Reading the descriptions of tables: one TOML file a subject, one line a column.

A file holds tables in the dataset's order. A column is a list: name, type, unit, ``always`` where
every row fills it, Turkish label, English label, what a value means. ``values`` lists what a
column may hold, ``points_at`` the rows of other tables that columns name (by the same names
unless ``references`` says others), with ``form`` in documents of that statutory form alone. How
tables, columns and codes are called in another form than the strategic plan's, and which tables its
documents lack, stands in ``forms.toml``.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from kbb_data.schema.model import Code, Column, ColumnType, ForeignKey, Label, Table

_CODES = Path(__file__).resolve().parent / "codes.toml"
_FORMS = Path(__file__).resolve().parent / "forms.toml"

_PARTS = frozenset({"row", "tr", "en", "key", "points_at", "columns", "values"})


def read_subject(path: Path, provenance: tuple[Column, ...]) -> tuple[Table, ...]:
    """The tables that the file ``path`` describes, in its order, each ending with ``provenance``.

    Raises ``ValueError`` naming file and table for a description that can't be taken.
    """
    return tuple(
        _table(f"{path.name}, table {name}", name, description, provenance)
        for name, description in tomllib.loads(path.read_text(encoding="utf-8")).items()
    )


def _table(
    place: str, name: str, description: dict[str, Any], provenance: tuple[Column, ...]
) -> Table:
    unknown = sorted(description.keys() - _PARTS)
    if unknown:
        raise ValueError(f"{place}: {', '.join(unknown)} describes nothing")
    values: dict[str, list[str]] = description.get("values", {})
    columns = tuple(
        _column(place, name, cells, tuple(values.get(cells[0], ())))
        for cells in description["columns"]
    )
    key = tuple(description["key"])
    foreign_keys = tuple(
        ForeignKey(
            tuple(pointer["columns"]),
            pointer["table"],
            tuple(pointer.get("references", pointer["columns"])),
            pointer.get("form", ""),
        )
        for pointer in description.get("points_at", ())
    )
    named = {*key, *values, *(column for pointer in foreign_keys for column in pointer.columns)}
    strangers = sorted(named - {column.name for column in columns})
    if strangers:
        raise ValueError(f"{place}: no column {', '.join(strangers)}")
    return Table(
        name,
        description["row"],
        description["tr"],
        description["en"],
        columns + provenance,
        key,
        foreign_keys,
        _labels(place, name, {column.name for column in columns}),
        _names(name),
        _codes_in_forms(place, name, columns),
        frozenset(form for form, parts in _forms().items() if name in parts.get("absent", ())),
    )


def _names(table: str) -> dict[str, Label]:
    """What the table is called in the forms that call it otherwise."""
    return {
        form: Label(*parts["tables"][table])
        for form, parts in _forms().items()
        if table in parts.get("tables", {})
    }


def _codes_in_forms(
    place: str, table: str, columns: tuple[Column, ...]
) -> dict[str, dict[str, dict[str, Code | None]]]:
    """What codes of the table's columns mean in the forms that call them otherwise; ``None`` for
    those that a form has not."""
    found: dict[str, dict[str, dict[str, Code | None]]] = {}
    for form, parts in _forms().items():
        for column in columns:
            meanings = parts.get("codes", {}).get(f"{table}.{column.name}", {})
            strangers = sorted(meanings.keys() - set(column.values))
            if strangers:
                raise ValueError(f"{place}: forms.toml names no code {', '.join(strangers)}")
            if meanings:
                found.setdefault(form, {})[column.name] = {
                    code: Code(code, *words) if words else None for code, words in meanings.items()
                }
    return found


def _labels(place: str, table: str, columns: set[str]) -> dict[str, dict[str, Label]]:
    """How the columns of a table are called in the forms that call them otherwise."""
    labels = {
        form: {
            column: Label(*cells)
            for column, cells in parts.get("columns", {}).get(table, {}).items()
        }
        for form, parts in _forms().items()
    }
    strangers = sorted({column for own in labels.values() for column in own} - columns)
    if strangers:
        raise ValueError(f"{place}: forms.toml names no column {', '.join(strangers)}")
    return {form: own for form, own in labels.items() if own}


def _column(place: str, table: str, cells: list[str], values: tuple[str, ...]) -> Column:
    if len(cells) != 7:
        raise ValueError(f"{place}: a column has seven parts, not {cells}")
    name, kind, unit, filled, tr, en, meaning = cells
    if kind not in get_args(ColumnType) or filled not in ("always", ""):
        raise ValueError(f"{place}, column {name}: {kind!r} and {filled!r} are no type and filling")
    return Column(
        name,
        cast(ColumnType, kind),
        meaning,
        tr,
        en,
        unit,
        filled == "always",
        values,
        _codes(f"{table}.{name}", values),
    )


def _codes(column: str, values: tuple[str, ...]) -> tuple[Code, ...]:
    """What the values of a column mean, where codes.toml says it."""
    meanings = _meanings().get(column, {})
    return tuple(Code(value, *meanings[value]) for value in values if value in meanings)


@cache
def _meanings() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_CODES.read_text(encoding="utf-8"))


@cache
def _forms() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_FORMS.read_text(encoding="utf-8"))
