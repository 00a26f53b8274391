"""The facilities in words: the map's title and sentence, its legend, the list, the sources."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd

from kbb_data.geo import Place
from present.kit import writing
from present.kit.tables import TableColumn, html_table
from present.kit.text import either, marked, t
from present.places.figures import kind_words
from present.places.kinds import DEFAULT_KINDS
from present.places.live_map import size_words
from present.places.marks import PRECISIONS, data_uri, svg
from present.places.model import median_per_10000


def map_title(kinds: Sequence[str], where: str) -> str:
    """What the map shows, as a title: the kinds and where, a district or the whole place."""
    if not kinds:
        return t("places.map_title_none", where=where)
    return t("places.map_title", kinds=kind_words(kinds), where=where)


def map_sentence(shown: pd.DataFrame, kinds: Sequence[str]) -> str:
    """How many facilities are shown and how many of them have a known point, in one sentence."""
    if not kinds:
        return t("places.map_none")
    if shown.empty:
        return t("places.map_empty")
    count = {name: int((shown["precision"] == name).sum()) for name in PRECISIONS}
    parts = [
        t(f"places.count_{name}", count=writing.number(count[name]))
        for name in PRECISIONS
        if count[name]
    ]
    missing = int(shown["precision"].isna().sum())
    if missing:
        parts.append(t("places.count_missing", count=writing.number(missing)))
    return t("places.map_sentence", count=writing.number(len(shown)), parts=", ".join(parts))


def card(counts: pd.DataFrame, place: Place, district_slug: str | None) -> str:
    """A district's residents, area and facilities beside the middle district, or the whole
    place's: an HTML list. ``counts`` is ``present.places.model.by_district`` of the chosen
    kinds."""
    here = counts if district_slug is None else counts[counts["district_slug"] == district_slug]
    district = place.district_by_slug(district_slug or "")
    people = int(here["population"].sum())
    facilities = int(here["facilities"].sum())
    area = district.area_km2 if district else sum(one.area_km2 for one in place.districts)
    facts = [
        (t("places.fact_people", year=place.population.year), writing.number(people)),
        (t("places.fact_area"), writing.measure(area, "km²")),
        (t("places.fact_facilities"), writing.number(facilities)),
        (t("places.fact_rate"), writing.number(facilities * 10_000 / people, 2)),
        (t("places.fact_median"), writing.number(median_per_10000(counts), 2)),
    ]
    rows = "".join(f"<div><dt>{escape(a)}</dt><dd>{escape(b)}</dd></div>" for a, b in facts)
    own = district.name if district else place.name
    name = own if district else t("places.all_of", place=own)
    return f'<div class="kbb-card"><h2>{marked(name, [own])}</h2><dl>{rows}</dl></div>'


def legend(is_dark: bool) -> str:
    """What a marker's edge says of its place, as an HTML list with the markers drawn."""
    entries = "".join(
        f'<li><img alt="" width="26" height="26" '
        f'src="{data_uri(svg(DEFAULT_KINDS[0], precision, is_dark))}">'
        f"<span>{escape(t(f'places.legend_{precision}'))}</span></li>"
        for precision in PRECISIONS
    )
    return f'<ul class="kbb-legend">{entries}</ul>'


def credit(place: Place) -> str:
    """The sources of the map in one line, licences named."""
    parts = []
    for one in place.attributions:
        note, what = either(one.note, one.note_en), either(one.what, one.what_en)
        inside = ", ".join(word for word in (one.licence, note) if word)
        source = either(one.source, one.source_en)
        parts.append(f"{what}: {source}" + (f" ({inside})" if inside else ""))
    return ". ".join(parts) + "."


def table(shown: pd.DataFrame, *, has_map: bool) -> str:
    """The facilities as an HTML table in the order given: what, where, how big, and with a map
    how exactly their place is known."""
    rows = written(shown)
    return html_table(
        rows,
        columns(has_map=has_map),
        t("places.list_caption", count=writing.number(len(rows))),
    )


def columns(*, has_map: bool) -> list[TableColumn]:
    """The columns of a list that ``written`` gives; with a map, how exactly a place is known."""
    where = [TableColumn("place_words", t("places.column_place"))] if has_map else []
    return [
        TableColumn("name", t("places.column_name"), is_heading=True, is_verbatim=True),
        TableColumn("kind_words", t("places.column_kind")),
        TableColumn("district", t("places.column_district"), is_verbatim=True),
        *where,
        *_size_and_source(),
    ]


def apart(shown: pd.DataFrame) -> str:
    """The facilities whose district the document does not state: listed, not drawn."""
    rows = written(shown)
    return html_table(
        rows,
        [
            TableColumn("name", t("places.column_name"), is_heading=True, is_verbatim=True),
            TableColumn("kind_words", t("places.column_kind")),
            *_size_and_source(),
        ],
        t("places.apart_caption", count=writing.number(len(rows))),
    )


def _size_and_source() -> list[TableColumn]:
    return [
        TableColumn("size_words", t("places.column_size"), _plain),
        TableColumn("note", t("places.column_note"), _plain, is_verbatim=True),
        TableColumn("source_line", t("places.column_line"), _line, is_number=True),
    ]


def written(shown: pd.DataFrame) -> pd.DataFrame:
    """The facilities with their kind, place and size in words."""
    rows = shown.to_dict("records")
    return shown.assign(
        kind_words=[t(f"places.one_{row['kind']}") for row in rows],
        place_words=[t(f"places.place_{row['precision'] or 'none'}") for row in rows],
        size_words=[size_words(row) for row in rows],
    )


def _plain(value: Any) -> str:
    """A text that may be missing: an empty cell says enough where a whole column is optional."""
    return value if isinstance(value, str) else ""


def _line(value: Any) -> str:
    return str(int(value))
