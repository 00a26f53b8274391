"""The map as a figure: its drawing, sentence, source and the facilities as a table."""

from __future__ import annotations

from present.kit.figure import Figure
from present.kit.text import t
from present.places import html as places_html
from present.places.sheet import MapSheet
from present.places.still_map import Around, Ground, Legend


def map_figure(sheet: MapSheet, *, institution: str, year: int, source: str) -> Figure:
    """The facilities that the map shows; ``source`` names document and ground."""
    return Figure(
        title=sheet.heading,
        subtitle=t("places.map_subtitle", year=year),
        sentence=t("places.map_quote", title=sheet.heading, sentence=sheet.sentence),
        source=source,
        chart=None,
        table=places_html.written(sheet.shown),
        columns=places_html.columns(has_map=True),
        # The longer name first, or the place's would part the institution's.
        own=(institution, sheet.where),
    )


def drawing(sheet: MapSheet, ground: Ground, *, is_dark: bool, is_wide: bool) -> str:
    """The map with its legend, beside it or below it, as an SVG element.

    ``ground`` is the sheet's in the same scheme.
    """
    legend = Legend.BESIDE if is_wide else Legend.BELOW
    return sheet.still(ground, is_dark=is_dark, around=Around(sheet.kinds, legend=legend))
