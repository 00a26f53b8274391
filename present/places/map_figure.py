"""The map as a figure: its drawing, sentence, source and the districts' numbers as a table."""

from __future__ import annotations

from typing import Any

import pandas as pd

from present.kit import writing
from present.kit.figure import Figure
from present.kit.tables import TableColumn
from present.kit.text import t
from present.places.choices import COUNT
from present.places.kinds import KINDS
from present.places.legend_words import Legend
from present.places.model import counted
from present.places.sheet import MapSheet
from present.places.small_map import FORMS, small_map
from present.places.still_map import Around, Ground, Where
from present.places.words import people_cell


def map_figure(sheet: MapSheet, *, institution: str, year: int, source: str) -> Figure:
    """What the map shows of each district; ``source`` names document and ground.

    The table has a row a district, of a chosen one its own alone: residents, facilities by kind and
    together, residents for each. Facilities whose district the document does not state are the last
    row.
    """
    date = writing.date(sheet.place.population.date)
    return Figure(
        title=sheet.heading,
        subtitle=t("places.map_subtitle", year=year)
        if sheet.measure == COUNT
        else t("places.map_subtitle_each", year=year, date=date),
        sentence=t("places.map_quote", title=sheet.heading, sentence=sheet.sentence),
        source=source,
        chart=None,
        table=_table(sheet),
        columns=(
            TableColumn(
                "district", t("places.column_district"), is_heading=True, is_verbatim=_is_district
            ),
            TableColumn(
                "population",
                t("places.column_population", year=sheet.place.population.year),
                people_cell,
                is_number=True,
            ),
            *(
                TableColumn(kind.name, t(f"places.kind_{kind.name}"), writing.number, True)
                for kind in KINDS
                if kind.name in sheet.kinds
            ),
            TableColumn("facilities", t("places.column_total"), writing.number, is_number=True),
            TableColumn("people_each", t("places.column_each"), people_cell, is_number=True),
        ),
        # The longer name first, or the place's would part the institution's.
        own=(institution, sheet.where, *(district.name for district in sheet.place.districts)),
    )


def _is_district(row: dict[str, Any]) -> bool:
    return bool(row["district_slug"])


def _table(sheet: MapSheet) -> pd.DataFrame:
    counts = sheet.counts
    if sheet.district_slug is not None:
        return counts[counts["district_slug"] == sheet.district_slug].reset_index(drop=True)
    slugs = {district.slug for district in sheet.place.districts}
    unplaced = sheet.shown[~sheet.shown["district_slug"].isin(slugs)]
    if unplaced.empty:
        return counts
    beside = {kind: counted(unplaced, kind) for kind in sheet.kinds}
    row = {
        "district": t("places.count_unplaced"),
        "district_slug": "",
        "population": None,
        **beside,
        "facilities": sum(beside.values()),
        "people_each": None,
    }
    return pd.DataFrame([*counts.to_dict("records"), row], columns=list(counts.columns))


def small_drawings(
    sheet: MapSheet, ground: Ground, words: Legend, *, is_dark: bool
) -> tuple[str, ...]:
    """The map's forms for small pictures; arguments as ``drawing`` takes them."""
    return tuple(
        small_map(
            ground,
            sheet.view,
            sheet.labels,
            words,
            sheet.most if sheet.kinds else "",
            form,
            title=sheet.heading,
            description=sheet.sentence,
            is_dark=is_dark,
        )
        for form in FORMS
    )


def drawing(sheet: MapSheet, ground: Ground, words: Legend, *, is_dark: bool, is_wide: bool) -> str:
    """The map with its legend, beside it or below it, as an SVG element.

    ``ground`` and the legend's ``words`` are the sheet's in the same scheme.
    """
    where = Where.BESIDE if is_wide else Where.BELOW
    return sheet.still(ground, is_dark=is_dark, around=Around(words, where=where))
