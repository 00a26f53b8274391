"""The pieces of the page Açık veri as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from kbb_data.publishing.changes import Change
from kbb_data.schema import Table
from present.kit import writing
from present.kit.markup import Pieces
from present.kit.tables import TableColumn, html_table
from present.kit.text import either, t
from present.opendata.formats import Format

_PIECES = Pieces("opendata/html.jinja")


#: How many of a table's files, those that a person opens, stand beside its name.
_CHIEF = 2


@dataclass(frozen=True, slots=True)
class Download:
    """A file: what it is called, where it lies, how many bytes it has (``None``: not told, as of
    one that speaks of all programmes and is another at each address of the server)."""

    name: str
    address: str
    size: int | None

    @property
    def size_text(self) -> str:
        """``12 KB``; small files in bytes; empty where it is not told."""
        if self.size is None:
            return ""
        if self.size < 1000:
            return t("opendata.size_bytes", size=writing.number(self.size))
        return t("opendata.size_kb", size=writing.number(round(self.size / 1000)))

    @property
    def short(self) -> str:
        """The name without what it says in brackets."""
        return self.name.partition(" (")[0]

    def label(self, title: str) -> str:
        """What a screen reader calls the file of a table with that title."""
        return t("opendata.download_label", format=self.name, size=self.size_text, title=title)


@dataclass(frozen=True, slots=True)
class TableFiles:
    """A table with its number of rows and its files; ``is_lacking``: the document has nothing of
    it."""

    table: Table
    rows: int
    downloads: tuple[Download, ...]
    is_lacking: bool = False


def facts_html(descriptor: Mapping[str, Any], date: str, tables: int, rows: int) -> Markup:
    """What identifies the dataset; ``date``: of the last change, empty where none is kept."""
    facts = (
        (t("opendata.fact_version"), _PIECES("code", text=descriptor["version"])),
        *([(t("opendata.fact_date"), date)] if date else []),
        (t("opendata.fact_tables"), writing.number(tables)),
        (t("opendata.fact_rows"), writing.number(rows)),
        (t("opendata.fact_licence"), _PIECES("licence", licence=descriptor["licenses"][0])),
        (t("opendata.fact_hash"), _PIECES("code", text=descriptor["hash"])),
    )
    return _PIECES("facts", facts=facts)


def package_html(whole: Download, others: Sequence[Download]) -> Markup:
    """The way to the whole package, and to the files that describe it."""
    return _PIECES("package", whole=whole, others=others)


def formats_html(formats: Sequence[Format]) -> Markup:
    """What each format is and for whom."""
    return _PIECES("formats", formats=formats)


def tables_html(tables: Sequence[TableFiles]) -> Markup:
    """Every table with its description, rows and files."""
    return _PIECES("tables", tables=[_table(files) for files in tables])


def geography_html(files: Sequence[Download]) -> Markup:
    """The files for map programs; a sentence where there are none."""
    return _PIECES("geography", files=files)


def _table(files: TableFiles) -> Markup:
    table = files.table
    name = either(table.tr, table.en)
    return _PIECES(
        "table",
        table=table,
        name=name,
        rows=t("common.not_in_document")
        if files.is_lacking
        else t("opendata.rows_count", count=writing.number(files.rows)),
        columns=t("opendata.columns_count", count=writing.number(len(table.columns))),
        chief=files.downloads[:_CHIEF],
        others=files.downloads[_CHIEF:],
        described=_columns(table, name),
    )


def _columns(table: Table, name: str) -> Markup:
    frame = pd.DataFrame(
        [
            (
                column.name,
                either(column.tr, column.en),
                t(f"opendata.type_{column.type}"),
                {"TRY": "TL"}.get(column.unit, column.unit),
            )
            for column in table.columns
        ],
        columns=["name", "label", "type", "unit"],
    )
    columns = [
        TableColumn("name", t("opendata.column_name"), is_heading=True),
        TableColumn("label", t("opendata.column_label"), is_lead=True),
        TableColumn("type", t("opendata.column_type")),
    ]
    if frame["unit"].any():
        columns.append(TableColumn("unit", t("opendata.column_unit")))
    return html_table(frame, columns, t("opendata.columns_show", title=name))


def code_html(examples: Sequence[tuple[str, str]]) -> Markup:
    """Examples to copy: what each does, and its text."""
    return _PIECES("examples", examples=examples)


def links_html(links: Sequence[tuple[str, str]]) -> Markup:
    """A list of ways: name and address."""
    return _PIECES("links", links=links)


def versions_html(versions: Sequence[tuple[str, str]], current: str) -> Markup:
    """The versions, each with the way to its package; ``current`` is the one shown."""
    return _PIECES("versions", versions=versions, current=current)


def changes_html(changes: Sequence[Change]) -> Markup:
    """What changed and what kind of change it is, newest first."""
    told = [
        (
            writing.date(change.date),
            t(f"opendata.change_{change.kind}"),
            either(change.text, change.text_en),
        )
        for change in changes
    ]
    return _PIECES("changes", changes=told)


def citation_html(citation: str) -> Markup:
    """The words to cite the dataset with; a click takes them all."""
    return _PIECES("citation", words=citation)


def reading_html() -> Markup:
    """What to know before reading a file."""
    return _PIECES("reading")
