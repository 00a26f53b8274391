"""The figure of a district: its facilities per 10,000 residents beside those of all districts."""

from __future__ import annotations

from typing import Any

import pandas as pd

from kbb_data.geo import Place
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Extent, Figure, Rule
from present.kit.tables import TableColumn
from present.kit.text import either, t
from present.kit.theme import palette
from present.places import words
from present.places.district_chart import BETWEEN, beside_others
from present.places.kinds import COUNT_COLOUR


def rates_figure(
    rates: pd.DataFrame, place: Place, district: str, year: int, source: str, *, is_dark: bool
) -> Figure:
    """The rates of the district called ``district``, kind by kind, beside those of all others.

    ``rates`` as ``present.places.district.rates`` gives them; ``source`` is the document's place,
    to which that of the residents is added. Drawn are the kinds that the district itself or most
    districts have, the table holds all; without any there is no chart.
    """
    tones = palette(is_dark)
    chart = None
    drawn = rates[(rates["count"] > 0) | (rates["median"] > 0)]
    if len(drawn):
        chart = Chart(
            lambda: specification(
                beside_others(_drawn(drawn), own=COUNT_COLOUR, range_=tones.line, middle=tones.ink)
            )
        )
    people = either(place.population.source, place.population.source_en)
    date = writing.date(place.population.date)
    table = rates.assign(words=[t(f"places.kind_{kind}") for kind in rates["kind"]])
    return Figure(
        title=t("places.district.rates_title", district=district),
        subtitle=t("places.district.rates_subtitle", year=year, date=date),
        sentence=words.beside_sentence(rates, district, year, date),
        source=f"{source}; {people}, {date}",
        chart=chart,
        table=table,
        columns=(
            TableColumn("words", t("places.district.column_kind"), is_heading=True),
            TableColumn("count", t("places.district.column_count"), writing.number, is_number=True),
            TableColumn(
                "people_each", t("places.district.column_each"), words.people_cell, is_number=True
            ),
            TableColumn("rate", t("places.district.column_rate"), words.rate_text, is_number=True),
            TableColumn(
                "median_each",
                t("places.district.column_median_each"),
                words.people_cell,
                is_number=True,
            ),
            TableColumn(
                "median", t("places.district.column_median"), words.rate_text, is_number=True
            ),
            TableColumn(
                "least", t("places.district.column_least"), words.rate_text, is_number=True
            ),
            TableColumn("most", t("places.district.column_most"), words.rate_text, is_number=True),
            TableColumn(
                "most_name", t("places.district.column_most_name"), _name, is_verbatim=True
            ),
        ),
        own=(district,),
        extent=Extent(len(drawn), len(rates), Rule.PRESENT),
    )


def _drawn(rates: pd.DataFrame) -> pd.DataFrame:
    """What the chart draws: places on each kind's own line, and the figures in words."""
    rows = []
    for row in rates.to_dict("records"):
        figures = {
            "count": writing.number(int(row["count"])),
            **{name: words.rate_text(row[name]) for name in ("rate", "median", "most")},
        }
        most = float(row["most"])
        rows.append(
            {
                "label": t(
                    "places.district.rates_label",
                    kind=t(f"places.kind_{row['kind']}"),
                    count=figures["count"],
                ),
                **{
                    name: float(row[name]) / most if most else 0.0
                    for name in ("rate", "median", "least", "most")
                },
                "text": _text(row),
                "detail": t(
                    "places.district.rates_detail",
                    kind=t(f"places.kind_{row['kind']}"),
                    least=words.rate_text(row["least"]),
                    **figures,
                ),
            }
        )
    return pd.DataFrame(rows)


def _text(row: dict[Any, Any]) -> str:
    """The figures of a kind: the district's, then the middle one's; what one lacks is said."""
    own, middle = "places.district.rates_none_here", "places.district.rates_none_usual"
    if row["count"]:
        own = "places.district.rates_own"
    if row["median"]:
        middle = "places.district.rates_middle"
    return BETWEEN.join(
        (
            t(own, people=words.people_cell(row["people_each"]), rate=words.rate_text(row["rate"])),
            t(
                middle,
                people=words.people_cell(row["median_each"]),
                rate=words.rate_text(row["median"]),
            ),
        )
    )


def _name(value: Any) -> str:
    return str(value) if writing.is_stated(value) else "–"
