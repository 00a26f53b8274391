"""What a description of a table consists of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

ColumnType = Literal["string", "integer", "money", "decimal", "boolean"]


@dataclass(frozen=True, slots=True)
class Code:
    """What one code of a column means, for people."""

    code: str
    tr: str
    en: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what a value means, its type and unit, its labels; of a column that holds codes
    their ``values`` and what each of them means (``codes``, in the same order)."""

    name: str
    type: ColumnType
    meaning: str
    tr: str
    en: str
    unit: str = ""
    required: bool = False
    values: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """``columns`` of this table name a row of ``table`` by its ``references``; with a ``form``
    they do so in documents of that statutory form alone."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]
    form: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What something is called in a statutory form, in Turkish and English, and what it means."""

    tr: str
    en: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row means, its columns, its key and what it points at."""

    name: str
    row: str
    tr: str
    en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = field(default=())
    #: Labels of columns in another statutory form than the strategic plan's, by form and column.
    labels: Mapping[str, Mapping[str, Label]] = field(default_factory=dict, compare=False)
    #: What the table itself is called in those forms; ``meaning`` is what a row is.
    names: Mapping[str, Label] = field(default_factory=dict, compare=False)
    #: What codes mean in those forms, by form, column and code; ``None``: it has no such code.
    codes: Mapping[str, Mapping[str, Mapping[str, Code | None]]] = field(
        default_factory=dict, compare=False
    )
    #: The forms whose documents have no such table.
    absent_in: frozenset[str] = field(default=frozenset(), compare=False)

    def in_form(self, form: str) -> Table:
        """The table as documents of ``form`` have it: itself, its columns and their codes under
        that form's labels, and the pointers that hold in it."""
        labels, codes = self.labels.get(form, {}), self.codes.get(form, {})

        def called(column: Column) -> Column:
            label = labels.get(column.name)
            if label:
                column = replace(column, tr=label.tr, en=label.en, meaning=label.meaning)
            own = codes.get(column.name, {})
            named = (own.get(code.code, code) for code in column.codes)
            return replace(column, codes=tuple(code for code in named if code is not None))

        name = self.names.get(form) or Label(self.tr, self.en, self.row)
        return replace(
            self,
            tr=name.tr,
            en=name.en,
            row=name.meaning,
            columns=tuple(called(column) for column in self.columns),
            foreign_keys=tuple(
                pointer for pointer in self.foreign_keys if pointer.form in ("", form)
            ),
        )

    def column(self, name: str) -> Column:
        """The column called ``name``; raises ``KeyError`` naming table and column."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name!r}")

    @property
    def column_names(self) -> tuple[str, ...]:
        """The CSV header, in order."""
        return tuple(column.name for column in self.columns)
