"""The pieces of the page Açık veri as HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd
from markupsafe import Markup

from kbb_data.publishing.changes import Change
from kbb_data.schema import Table
from present.kit import writing
from present.kit.tables import TableColumn, folded, html_table
from present.kit.text import either, t


@dataclass(frozen=True, slots=True)
class Download:
    """A file: what it is called, where it lies, how many bytes it has."""

    name: str
    address: str
    size: int


@dataclass(frozen=True, slots=True)
class TableFiles:
    """A table with its number of rows and its files."""

    table: Table
    rows: int
    downloads: tuple[Download, ...]


def size(count: int) -> str:
    """``12 KB``; small files in bytes."""
    if count < 1000:
        return t("opendata.size_bytes", size=writing.number(count))
    return t("opendata.size_kb", size=writing.number(round(count / 1000)))


def facts_html(descriptor: Mapping[str, Any], date: str, tables: int, rows: int) -> str:
    """What identifies the dataset."""
    licence = descriptor["licenses"][0]
    link = f'<a href="{escape(licence["path"], quote=True)}">{escape(licence["title"])}</a>'
    facts = (
        (t("opendata.fact_version"), f"<code>{escape(descriptor['version'])}</code>"),
        (t("opendata.fact_date"), escape(date)),
        (t("opendata.fact_tables"), writing.number(tables)),
        (t("opendata.fact_rows"), writing.number(rows)),
        (t("opendata.fact_licence"), link),
        (t("opendata.fact_hash"), f"<code>{escape(descriptor['hash'])}</code>"),
    )
    items = "".join(f"<div><dt>{escape(name)}</dt><dd>{text}</dd></div>" for name, text in facts)
    return f'<dl class="kv-facts">{items}</dl>'


def package_html(whole: Download, others: Sequence[Download]) -> str:
    """The way to the whole package, and to the files that describe it."""
    items = "".join(
        f'<li><a href="{escape(one.address, quote=True)}" target="_self">{escape(one.name)}</a> '
        f'<span class="kv-size">{escape(size(one.size))}</span></li>'
        for one in others
    )
    return (
        f'<p><a class="kv-whole" href="{escape(whole.address, quote=True)}" download '
        f'target="_self">{escape(whole.name)} <span>{escape(size(whole.size))}</span></a></p>'
        f'<ul class="kv-list">{items}</ul>'
    )


def tables_html(tables: Sequence[TableFiles]) -> str:
    """Every table with its description, rows and files."""
    return '<div class="kv-tables">' + "".join(_table(one) for one in tables) + "</div>"


def _table(one: TableFiles) -> str:
    table = one.table
    name = either(table.tr, table.en)
    links = "".join(
        f'<li><a href="{escape(file.address, quote=True)}" download target="_self" '
        f'aria-label="{escape(_label(file, name), quote=True)}">{escape(file.name)} '
        f"<span>{escape(size(file.size))}</span></a></li>"
        for file in one.downloads
    )
    rows = t("opendata.rows_count", count=writing.number(one.rows))
    columns = t("opendata.columns_count", count=writing.number(len(table.columns)))
    return (
        f'<section class="kv-table" id="tablo-{table.name}"><h3>{escape(name)}</h3>'
        f"<p>{escape(t(f'opendata.row_{table.name}'))}</p>"
        f'<p class="kv-size"><code>{table.name}</code> · {escape(rows)} · {escape(columns)}</p>'
        f'<ul class="kv-files">{links}</ul>'
        f"{folded(t('opendata.columns_show', title=name), Markup(_columns(table, name)))}</section>"
    )


def _label(file: Download, name: str) -> str:
    return t("opendata.download_label", format=file.name, size=size(file.size), title=name)


def _columns(table: Table, name: str) -> str:
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
    shown = [
        TableColumn("name", t("opendata.column_name"), is_heading=True),
        TableColumn("label", t("opendata.column_label")),
        TableColumn("type", t("opendata.column_type")),
    ]
    if frame["unit"].any():
        shown.append(TableColumn("unit", t("opendata.column_unit")))
    return html_table(frame, shown, t("opendata.columns_show", title=name))


def code_html(examples: Sequence[tuple[str, str]]) -> str:
    """Examples to copy: what each does, and its text."""
    return "".join(
        f'<p class="kv-caption">{escape(label)}</p>'
        f'<pre class="kv-code" tabindex="0" aria-label="{escape(label, quote=True)}">'
        f"<code>{escape(text)}</code></pre>"
        for label, text in examples
    )


def links_html(links: Sequence[tuple[str, str]]) -> str:
    """A list of ways: name and address."""
    items = "".join(
        f'<li><a href="{escape(address, quote=True)}" target="_self">{escape(name)}</a></li>'
        for name, address in links
    )
    return f'<ul class="kv-list">{items}</ul>'


def versions_html(versions: Sequence[tuple[str, str]], current: str) -> str:
    """The versions, each with the way to its package; ``current`` is the one shown."""
    items = "".join(
        f'<li><a href="{escape(address, quote=True)}" download target="_self">'
        f"<code>{escape(version)}</code></a>"
        + (f" ({escape(t('opendata.version_now'))})" if version == current else "")
        + "</li>"
        for version, address in versions
    )
    return f'<ul class="kv-list">{items}</ul>'


def changes_html(changes: Sequence[Change]) -> str:
    """What changed, newest first."""
    if not changes:
        return f"<p>{escape(t('opendata.changes_none'))}</p>"
    items = "".join(
        f"<li><strong>{escape(writing.date(one.date))}</strong> "
        f"{escape(either(one.text, one.text_en))}</li>"
        for one in changes
    )
    return f'<ul class="kv-list">{items}</ul>'


def citation_html(citation: str) -> str:
    """The words to cite the dataset with; a click takes them all."""
    return f'<blockquote class="kv-cite">{escape(citation)}</blockquote>'


def reading_html() -> str:
    """What to know before reading a file."""
    notes = (t("opendata.note_not_stated"), t("opendata.note_money"), t("opendata.note_texts"))
    return '<ul class="kv-list">' + "".join(f"<li>{escape(one)}</li>" for one in notes) + "</ul>"
