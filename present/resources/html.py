"""Kaynaklar in HTML: in-page links, a category's line and exact table, facts, stated figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import pandas as pd
from markupsafe import Markup

from present.kit import writing
from present.kit.markup import Pieces
from present.kit.tables import TableColumn, folded, html_table
from present.kit.text import marked, t
from present.resources.model import Category
from present.resources.words import about, area, fact, quantity, summary

_PIECES = Pieces("resources/html.jinja")

#: The measures of a line and their headings.
_COLUMNS = ("count", "area_m2", "indoor_area_m2", "open_area_m2", "capacity_persons")

Link = Callable[[dict[str, Any]], str | None]


class Titled(Protocol):
    """A category as links within the page name it."""

    @property
    def slug(self) -> str:
        """Its place on the page."""

    @property
    def title(self) -> str:
        """Its name, the document's."""


def jumps_html(places: Sequence[tuple[str, str]]) -> Markup:
    """Links to the parts of the page: anchor and words."""
    return _PIECES("jumps", places=places)


def nothing_html(text: str) -> Markup:
    """What a part says that has nothing to show."""
    return _PIECES("nothing", text=text)


def quiet_html(text: str) -> Markup:
    """A remark."""
    return _PIECES("quiet", text=text)


def summary_html(category: Category) -> Markup:
    """What a category's lines add up to, the document's words marked."""
    return marked(summary(category), category.lines["counted"].dropna())


def links_html(categories: Sequence[Titled]) -> Markup:
    """Links to the categories on the page."""
    return _PIECES("links", categories=categories)


def category_table_html(category: Category, link: Link) -> Markup:
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
            area if column.endswith("m2") else writing.number,
            is_number=True,
        )
        for column in _COLUMNS
        if lines[column].notna().any()
    ]
    for column in ("size_printed", "note", "summary_of", "correction"):
        if lines[column].notna().any():
            columns.append(
                TableColumn(column, t(f"resources.column_{column}"), _dash, is_verbatim=True)
            )
    columns.append(TableColumn("source_line", t("resources.column_line"), str, is_number=True))
    title = t("resources.table_of", name=category.name, count=writing.number(len(lines)))
    own = (category.name,)
    table = html_table(lines, columns, title, own=own, anchor="asset")
    return folded(title, table, own=own)


def _dash(value: Any) -> str:
    return str(value) if writing.is_stated(value) else "–"


def parts_html(parts: pd.DataFrame, assets: pd.DataFrame) -> Markup:
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
        TableColumn("area_m2", t("resources.column_area_m2"), area, is_number=True),
        TableColumn("at", t("resources.column_station"), _dash, is_verbatim=True),
        TableColumn("source_line", t("resources.column_line"), str, is_number=True),
    )
    title = t("resources.parts_table", count=writing.number(len(rows)))
    return folded(title, html_table(rows, columns, title))


def technology_html(facts: pd.DataFrame) -> Markup:
    """The figures of the section on technology as a table: what, how many, as printed, where."""
    rows = facts.assign(text=[fact(row) for row in facts.to_dict("records")])
    columns = (
        TableColumn("label", t("resources.column_what"), is_heading=True, is_verbatim=True),
        TableColumn("text", t("resources.column_quantity"), is_number=True),
        TableColumn("printed", t("resources.column_printed"), is_verbatim=True),
        TableColumn("source_section", t("resources.column_section"), is_number=True),
        TableColumn("source_line", t("resources.column_line"), str, is_number=True),
    )
    return html_table(rows, columns, t("resources.technology_caption"))


def stated_html(figures: pd.DataFrame) -> Markup:
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


def checks_html(address: str) -> Markup:
    """The way to the page that holds the stated totals against the tables."""
    return _PIECES("checks", address=address)
