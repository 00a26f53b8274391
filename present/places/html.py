"""The facilities in HTML: the still maps, a district's card, the legend, lists, their sources."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from kbb_data.geo import Place
from present.kit import writing
from present.kit.markup import Pieces
from present.kit.tables import TableColumn, html_table
from present.kit.text import t
from present.places.kinds import DEFAULT_KINDS, KINDS
from present.places.marks import PRECISIONS, data_uri, svg
from present.places.words import people_cell, size_words

_PIECES = Pieces("places/html.jinja")


def card(counts: pd.DataFrame, place: Place, district_slug: str | None) -> Markup:
    """A district's residents, area and facilities by kind, or the whole place's: an HTML list; of a
    single kind residents for each. ``counts`` is ``present.places.model.by_district`` of the chosen
    kinds."""
    rows = counts if district_slug is None else counts[counts["district_slug"] == district_slug]
    district = place.district_by_slug(district_slug or "")
    people = int(rows["population"].sum())
    area = district.area_km2 if district else sum(d.area_km2 for d in place.districts)
    shown = [kind.name for kind in KINDS if kind.name in rows.columns]
    facts = [
        (t("places.fact_people", year=place.population.year), writing.number(people)),
        (t("places.fact_area"), writing.measure(area, "km²")),
        *((t(f"places.kind_{kind}"), writing.number(int(rows[kind].sum()))) for kind in shown),
    ]
    if len(shown) == 1 and (count := int(rows[shown[0]].sum())):
        facts.append((t("places.column_each"), people_cell(people / count)))
    own = district.name if district else place.name
    name = own if district else t("places.all_of", place=own)
    return _PIECES("card", name=name, own=own, facts=facts)


def legend(is_dark: bool) -> Markup:
    """What a marker's edge says of its place, as an HTML list with the markers drawn."""
    pictures = [
        (precision, data_uri(svg(DEFAULT_KINDS[0], precision, is_dark))) for precision in PRECISIONS
    ]
    return _PIECES("legend", pictures=pictures)


def layer(kind: str, count: int, is_dark: bool) -> str:
    """A kind's marker, name and number of facilities in Markdown, for a button."""
    picture = data_uri(svg(kind, "site", is_dark))
    words = t("places.layer", kind=t(f"places.kind_{kind}"), count=writing.number(count))
    return f"![]({picture}) {words}"


def stills(below: str, printed: str, words: str) -> Markup:
    """The still map that lies below the moving one, and the one that is printed in its place.

    Both are SVG elements; ``words`` say what is to be seen.
    """
    return _PIECES("stills", below=data_uri(below), printed=data_uri(printed), words=words)


def table(facilities: pd.DataFrame, *, has_map: bool) -> Markup:
    """The facilities as an HTML table in the order given: what, where, how big, and with a map
    how exactly their place is known."""
    return html_table(
        written(facilities),
        columns(has_map=has_map),
        t("places.list_caption", count=writing.number(len(facilities))),
    )


def columns(*, has_map: bool) -> list[TableColumn]:
    """The columns of a list that ``written`` gives; with a map, how exactly a place is known."""
    where = [TableColumn("place_words", t("places.column_place"))] if has_map else []
    return [
        TableColumn("name", t("places.column_name"), is_heading=True, is_verbatim=True),
        TableColumn("kind_words", t("places.column_kind")),
        TableColumn("facilities", t("places.column_facilities"), writing.number, is_number=True),
        TableColumn("district", t("places.column_district"), is_verbatim=True),
        *where,
        *_size_and_source(),
    ]


def apart(facilities: pd.DataFrame) -> Markup:
    """The facilities whose district the document does not state: listed, not drawn."""
    return html_table(
        written(facilities),
        [
            TableColumn("name", t("places.column_name"), is_heading=True, is_verbatim=True),
            TableColumn("kind_words", t("places.column_kind")),
            TableColumn(
                "facilities", t("places.column_facilities"), writing.number, is_number=True
            ),
            *_size_and_source(),
        ],
        t("places.apart_caption", count=writing.number(len(facilities))),
    )


def _size_and_source() -> list[TableColumn]:
    return [
        TableColumn("size_words", t("places.column_size"), _plain),
        TableColumn("note", t("places.column_note"), _plain, is_verbatim=True),
        TableColumn("source_line", t("places.column_line"), _line, is_number=True),
    ]


def written(facilities: pd.DataFrame) -> pd.DataFrame:
    """The facilities with their kind, place and size in words."""
    rows = facilities.to_dict("records")
    return facilities.assign(
        kind_words=[t(f"places.one_{row['kind']}") for row in rows],
        place_words=[t(f"places.place_{row['precision'] or 'none'}") for row in rows],
        size_words=[size_words(row) for row in rows],
    )


def _plain(value: Any) -> str:
    """A text that may be missing: an empty cell says enough where a whole column is optional."""
    return value if isinstance(value, str) else ""


def _line(value: Any) -> str:
    return str(int(value))
