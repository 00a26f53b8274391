"""Pieces of İlçem in HTML: the list, a district's facts, facilities, fire station, members."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import pandas as pd
from markupsafe import Markup

from kbb_data.geo import Population
from present.kit import writing
from present.kit.tables import TableColumn, folded, html_table
from present.kit.text import marked, t, verbatim
from present.places import html as places_html
from present.places.district import Station
from present.places.kinds import KINDS

Link = Callable[[str], str]


def list_html(rows: pd.DataFrame, link: Link) -> str:
    """All districts as a table, each leading to its own view.

    ``rows`` as ``present.places.district.overview`` gives them; what is known of no district has no
    column.
    """
    columns = [
        TableColumn(
            "district",
            t("places.district.column_district"),
            is_heading=True,
            is_verbatim=True,
            link=lambda row: link(row["slug"]),
        ),
        TableColumn(
            "population", t("places.district.column_people"), writing.number, is_number=True
        ),
        TableColumn("area_km2", t("places.district.column_area"), _area, is_number=True),
        TableColumn(
            "facilities", t("places.district.column_facilities"), writing.number, is_number=True
        ),
        TableColumn("per_10000", t("places.district.column_per_10000"), _rate, is_number=True),
        TableColumn("members", t("places.district.column_members"), writing.number, is_number=True),
    ]
    shown = [one for one in columns if rows[one.name].notna().any()]
    return (
        f'<div class="kl-list">{html_table(rows, shown, t("places.district.list_caption"))}</div>'
    )


def facts_html(row: pd.Series, population: Population | None) -> str:
    """A district's facts; what is not known of it is left out. ``row`` is one of the overview."""
    day = writing.date(population.date) if population else ""
    facts = (
        (t("places.district.fact_people", date=day), row["population"], writing.number),
        (t("places.district.fact_area"), row["area_km2"], _area),
        (t("places.district.fact_facilities"), row["facilities"], writing.number),
        (t("places.district.fact_rate"), row["per_10000"], _rate),
        (t("places.district.fact_members"), row["members"], writing.number),
    )
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(write(value))}</dd></div>"
        for name, value, write in facts
        if writing.is_stated(value)
    )
    return f'<div class="kl-panel"><dl class="kl-facts">{items}</dl></div>'


def note_html(text: str) -> str:
    """A sentence that must not be missed."""
    return f'<p class="kl-note">{escape(text)}</p>'


def facilities_html(here: pd.DataFrame, map_link: str, place: str) -> str:
    """A district's facilities, named by kind, with the exact table behind a fold.

    ``here`` are rows of ``present.places.model.placed``; ``place`` names the source.
    """
    head = f"<h2>{escape(t('places.district.facilities_title'))}</h2>"
    if here.empty:
        nothing = escape(t("places.district.facilities_none"))
        return f'<div class="kbb-section">{head}<p>{nothing}</p></div>'
    groups = "".join(_group(kind.name, here[here["kind"] == kind.name]) for kind in KINDS)
    source = escape(t("common.source_label", source=place))
    return (
        f'<div class="kbb-section">{head}<p>{escape(t("places.district.facilities_text"))} '
        f'<a href="{escape(map_link, quote=True)}" target="_self">'
        f"{escape(t('places.district.map_link'))}</a>"
        f'</p></div><div class="kl-kinds">{groups}</div>'
        + str(
            folded(
                t("places.district.facilities_table"), Markup(places_html.table(here, has_map=True))
            )
        )
        + f'<p class="kbb-source">{source}</p>'
    )


def _group(kind: str, rows: pd.DataFrame) -> str:
    if rows.empty:
        return ""
    title = t(
        "places.district.facilities_count",
        kind=t(f"places.kind_{kind}"),
        count=writing.number(len(rows)),
    )
    items = "".join(f"<li>{verbatim(str(name))}</li>" for name in rows["name"])
    return f'<section><h3>{escape(title)}</h3><ul class="kl-names">{items}</ul></section>'


def station_html(station: Station | None) -> str:
    """The nearest fire station of another district; nothing where there is no need of one."""
    if station is None:
        return ""
    key = (
        "places.district.station_far"
        if station.is_known
        else "places.district.station_far_district"
    )
    text = t(
        key,
        district=station.district,
        name=station.name,
        distance=writing.measure(round(station.kilometres), "km"),
    )
    return (
        f'<div class="kbb-section"><h2>{escape(t("places.district.station_title"))}</h2>'
        f"<p>{marked(text, [station.district, station.name])}</p></div>"
    )


def members_html(members: pd.DataFrame, link: Link, place: str) -> str:
    """The district's members of the council, each leading to the member's own view."""
    title = escape(t("places.district.members_title"))
    head = f'<div class="kbb-section" id="kbb-uyeler"><h2>{title}</h2></div>'
    if members.empty:
        return head + f"<p>{escape(t('places.district.members_none'))}</p>"
    columns: Sequence[TableColumn] = (
        TableColumn(
            "name",
            t("places.district.column_member"),
            is_heading=True,
            is_verbatim=True,
            link=lambda row: link(str(row["position"])),
        ),
        TableColumn("role", t("places.district.column_role"), is_verbatim=True),
        TableColumn("party", t("places.district.column_party"), is_verbatim=True),
    )
    source = escape(t("common.source_label", source=place))
    return (
        head
        + html_table(members, columns, t("places.district.members_caption"))
        + f'<p class="kbb-source">{source}</p>'
    )


def _area(value: float) -> str:
    return writing.measure(value, "km²")


def _rate(value: float) -> str:
    return writing.number(value, 2)
