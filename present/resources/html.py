"""Kaynaklar in HTML: in-page links, a category's line and exact table, facts, stated figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import pandas as pd

from present.kit import writing
from present.kit.tables import TableColumn, folded, html_table
from present.kit.text import catalogue, language, marked, t, verbatim
from present.resources.figures import measured
from present.resources.model import Category

_UNITS = {"adet": "pieces", "kişi": "persons", "kadro": "positions", "nokta": "points"}

#: The measures of a line and their headings.
_COLUMNS = ("count", "area_m2", "indoor_area_m2", "open_area_m2", "capacity_persons")

Link = Callable[[dict[str, Any]], str | None]


def jumps_html(places: Sequence[tuple[str, str]]) -> str:
    """Links to the parts of the page: anchor and words."""
    items = "".join(f'<li><a href="#{anchor}">{escape(name)}</a></li>' for anchor, name in places)
    label = escape(t("resources.jumps"), quote=True)
    return f'<nav class="kt-jumps" aria-label="{label}"><ul class="kt-jump-list">{items}</ul></nav>'


def summary(category: Category) -> str:
    """What a category's lines add up to, in one line; each sum only of what is stated."""
    total = len(category.lines)
    parts = [t("resources.lines", count=writing.number(total))]
    for column in ("count", "area_m2", "capacity_persons"):
        found = category.sum(column)
        if found.value is None:
            continue
        counted = set(category.lines["counted"].dropna())
        text = measured(found.value, column)
        if column == "count" and counted:
            text = t(
                "resources.counted",
                count=writing.number(found.value),
                what=", ".join(sorted(counted)),
            )
        if found.lines < total:
            text = t("resources.partly", sum=text, lines=writing.number(found.lines))
        parts.append(text)
    return " · ".join(parts)


def category_html(category: Category) -> str:
    """A category's heading and what its lines add up to."""
    own = [*category.lines["counted"].dropna()]
    return (
        f'<div class="kt-category" id="{escape(category.slug, quote=True)}">'
        f"<h3>{verbatim(category.name)}</h3>"
        f"<p>{marked(summary(category), own)}</p></div>"
    )


def category_table_html(category: Category, link: Link) -> str:
    """All lines of a category behind a fold; ``link`` gives a line's place on the map."""
    lines = category.lines
    columns = [
        TableColumn(
            "name", t("resources.column_name"), is_heading=True, is_verbatim=True, link=link
        )
    ]
    if lines["district"].notna().any():
        columns.append(TableColumn("district", t("resources.column_district"), is_verbatim=True))
    columns += [
        TableColumn(
            column,
            t(f"resources.column_{column}"),
            _area if column.endswith("m2") else writing.number,
            is_number=True,
        )
        for column in _COLUMNS
        if lines[column].notna().any()
    ]
    for column in ("size_printed", "note", "correction"):
        if lines[column].notna().any():
            columns.append(
                TableColumn(column, t(f"resources.column_{column}"), _dash, is_verbatim=True)
            )
    columns.append(TableColumn("source_line", t("resources.column_line"), str, is_number=True))
    title = t("resources.table_of", name=category.name, count=writing.number(len(lines)))
    own = (category.name,)
    return folded(title, html_table(lines, columns, title, own=own), own=own)


def _area(value: Any) -> str:
    return writing.measure(value, "m²")


def _dash(value: Any) -> str:
    return str(value) if writing.is_stated(value) else "–"


def parts_html(parts: pd.DataFrame, assets: pd.DataFrame) -> str:
    """What the notes of table 1.3 tell apart, all of it, behind a fold."""
    names = dict(zip(assets["asset"], assets["name"], strict=True))
    rows = parts.assign(
        name=[names.get(key, key) for key in parts["asset"]],
        at=parts["station"].map(names).astype("object"),
    )
    columns = (
        TableColumn("name", t("resources.column_name"), is_heading=True, is_verbatim=True),
        TableColumn("label", t("resources.column_part"), is_verbatim=True),
        TableColumn("count", t("resources.column_count"), writing.number, is_number=True),
        TableColumn("area_m2", t("resources.column_area_m2"), _area, is_number=True),
        TableColumn("at", t("resources.column_station"), _dash, is_verbatim=True),
        TableColumn("source_line", t("resources.column_line"), str, is_number=True),
    )
    title = t("resources.parts_table", count=writing.number(len(rows)))
    return folded(title, html_table(rows, columns, title))


def quantity(value: Any, unit: str | None) -> str:
    """A stated figure with its unit: lira, persons, pieces."""
    if not writing.is_stated(value):
        return writing.not_stated()
    if unit == "TRY":
        return writing.money(round(float(value) * 100))
    if unit in _UNITS:
        return t(f"resources.unit_{_UNITS[unit]}", count=writing.number(value))
    return writing.measure(value, unit)


def technology_html(facts: pd.DataFrame) -> str:
    """The figures of the section on technology as a table: what, how many, as printed, where."""
    rows = facts.assign(text=[_fact(row) for row in facts.to_dict("records")])
    columns = (
        TableColumn("label", t("resources.column_what"), is_heading=True, is_verbatim=True),
        TableColumn("text", t("resources.column_quantity"), is_number=True),
        TableColumn("printed", t("resources.column_printed"), is_verbatim=True),
        TableColumn("source_section", t("resources.column_section"), is_number=True),
        TableColumn("source_line", t("resources.column_line"), str, is_number=True),
    )
    return html_table(rows, columns, t("resources.technology_caption"))


def _fact(row: dict[Any, Any]) -> str:
    text = quantity(row["value"], row["unit"])
    return t("resources.at_least", quantity=text) if row["is_minimum"] else text


def stated_html(figures: pd.DataFrame) -> str:
    """The totals that the document itself states, behind a fold."""
    rows = figures.assign(
        text=[
            quantity(row["value"], row["unit"]) if writing.is_stated(row["value"]) else "–"
            for row in figures.to_dict("records")
        ],
        about=[about(key) for key in figures["figure"]],
    )
    columns = (
        TableColumn("label", t("resources.column_what"), is_heading=True, is_verbatim=True),
        TableColumn("text", t("resources.column_quantity"), is_number=True),
        TableColumn("printed", t("resources.column_printed"), _dash, is_verbatim=True),
        TableColumn("about", t("resources.column_about")),
        TableColumn("source_section", t("resources.column_section"), is_number=True),
        TableColumn("source_line", t("resources.column_line"), str, is_number=True),
    )
    title = t("resources.stated_table", count=writing.number(len(rows)))
    return folded(title, html_table(rows, columns, title))


def about(key: str) -> str:
    """What a stated total counts, from its key as ``staff.1.2.total.women``: topic and group."""
    topic, *_, group = key.split(".")
    names = [f"resources.topic_{topic}", f"resources.group_{group.replace('-', '_')}"]
    return ", ".join(t(name) for name in names if name in catalogue(language()))
