"""Pieces of İlçem in HTML: the list, a district's facts, facilities, fire station, members."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from markupsafe import Markup

from kbb_data.geo import Population
from present.kit import writing
from present.kit.markup import Pieces
from present.kit.tables import TableColumn, html_table
from present.kit.text import t
from present.places import html as places_html
from present.places.district import Station
from present.places.kinds import DEFAULT_KINDS
from present.places.words import station_sentence

_PIECES = Pieces("places/district_html.jinja")

Link = Callable[[object], str]


def list_html(rows: pd.DataFrame, link: Link) -> Markup:
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
        *(
            TableColumn(kind, t(f"places.kind_{kind}"), writing.number, is_number=True)
            for kind in DEFAULT_KINDS
        ),
        TableColumn("members", t("places.district.column_members"), writing.number, is_number=True),
    ]
    stated = [column for column in columns if rows[column.name].notna().any()]
    return _PIECES("list", table=html_table(rows, stated, t("places.district.list_caption")))


def facts_html(row: pd.Series, population: Population | None) -> Markup:
    """A district's facts; what is not known of it is left out. ``row`` is one of the overview."""
    day = writing.date(population.date) if population else ""
    facts = (
        (t("places.district.fact_people", date=day), row["population"], writing.number),
        (t("places.district.fact_area"), row["area_km2"], _area),
        *((t(f"places.kind_{kind}"), row[kind], writing.number) for kind in DEFAULT_KINDS),
        (t("places.district.fact_members"), row["members"], writing.number),
    )
    stated = [(name, write(value)) for name, value, write in facts if writing.is_stated(value)]
    return _PIECES("facts", facts=stated)


def note_html(text: str) -> Markup:
    """A sentence that must not be missed."""
    return _PIECES("note", text=text)


def facilities_html(facilities: pd.DataFrame, map_link: str, place: str) -> Markup:
    """A district's facilities, a line a kind, with all that is known of them behind it.

    ``facilities`` are the district's rows of ``present.places.model.placed``; ``place`` names the
    source.
    """
    if facilities.empty:
        return _PIECES("no_facilities")
    return _PIECES(
        "facilities",
        kinds=places_html.by_kind(facilities),
        map_link=map_link,
        place=place,
    )


def station_html(station: Station | None) -> Markup:
    """The nearest fire station of another district; nothing where there is no need of one."""
    if station is None:
        return Markup("")
    own = [station.district, station.name]
    return _PIECES("station", sentence=station_sentence(station), own=own)


def members_html(members: pd.DataFrame, link: Link, place: str) -> Markup:
    """The district's members of the council, each leading to the member's own view."""
    columns = (
        TableColumn(
            "name",
            t("places.district.column_member"),
            is_heading=True,
            is_verbatim=True,
            link=lambda row: link(str(row["position"])),
        ),
        TableColumn("role", t("places.district.column_role"), is_verbatim=True),
        TableColumn("party", t("places.district.column_party"), is_lead=True, is_verbatim=True),
    )
    table = html_table(members, columns, t("places.district.members_caption"))
    return _PIECES("members", table=Markup("") if members.empty else table, place=place)


def _area(value: float) -> str:
    return writing.measure(value, "km²")
