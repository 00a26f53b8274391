"""The figures of facilities: their chart, sentence, source and exact table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from kbb_data.geo import Place
from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.matrix import Inks, matrix
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Compact, Figure
from present.kit.tables import TableColumn
from present.kit.text import either, t
from present.kit.theme import palette, tint
from present.places import charts, words
from present.places.kinds import COUNT_COLOUR, KINDS
from present.places.model import by_district, counted, median_people_each, rates

#: The key of the facilities of which the document names no district.
_UNPLACED = "-"

#: How much of the counts' colour the fullest cell has.
_FULL = 0.4
#: The same of the kinds in a bar.
_STEPS = (1.0, 0.55, 0.25)


def people_each(
    facilities: pd.DataFrame,
    place: Place,
    kind: str,
    *,
    year: int,
    source: str,
    chosen_slug: str | None = None,
) -> Figure:
    """How many residents of each district share one facility of a kind, most first; districts
    without any come last.

    ``facilities`` as ``present.places.model.placed`` gives them (of all districts), ``year`` the
    programme's. Without any such facility the figure has no chart, and the table has zeros.
    """
    counts = rates(facilities, place, kind)
    counts = counts.sort_values("people_each", ascending=False, kind="stable", na_position="last")
    is_any = bool(counts["facilities"].sum())
    middle = median_people_each(counts)
    median = None if math.isnan(middle) else middle
    chart = None
    if is_any:
        rows: list[dict[Any, Any]] = counts.to_dict("records")
        drawn = counts.assign(
            text=[words.each_text(row) for row in rows],
            detail=[words.each_detail(row) for row in rows],
            is_chosen=counts["district_slug"] == chosen_slug,
        )
        chart = Chart(
            lambda: specification(
                charts.people_each(
                    drawn[["district", "people_each", "text", "detail", "is_chosen"]],
                    colour=COUNT_COLOUR,
                    median=median,
                    median_text=t("places.rate_median", people=words.people(median)),
                )
            )
        )
    people = either(place.population.source, place.population.source_en)
    date = writing.date(place.population.date)
    return Figure(
        title=t("places.rate_title", kind=t(f"places.kind_{kind}")),
        subtitle=t("places.rate_subtitle", year=year, date=date),
        sentence=(
            words.each_sentence(counts, kind, year, date) if is_any else t("places.rate_none")
        ),
        source=f"{source}; {people}, {date}",
        chart=chart,
        table=counts.reset_index(drop=True),
        columns=(
            TableColumn("district", t("places.column_district"), is_heading=True, is_verbatim=True),
            TableColumn(
                "population",
                t("places.column_population", year=place.population.year),
                writing.number,
                is_number=True,
            ),
            TableColumn(kind, t(f"places.kind_{kind}"), writing.number, is_number=True),
            TableColumn("people_each", t("places.column_each"), words.people_cell, is_number=True),
            TableColumn("per_10000", t("places.column_rate"), words.rate_text, is_number=True),
        ),
        own=tuple(district.name for district in place.districts),
    )


def by_kind(
    facilities: pd.DataFrame,
    place: Place,
    kinds: Sequence[str],
    *,
    year: int,
    source: str,
    is_dark: bool,
) -> Figure:
    """How many facilities of each of ``kinds`` stand in each district, most first.

    Those of which the document names no district are a row of their own below, and the table ends
    with the sums. Without any such facility the figure has no chart.
    """
    counts = by_district(facilities, place, kinds)
    ranked = counts.sort_values("facilities", ascending=False, kind="stable")
    slugs = {district.slug for district in place.districts}
    unplaced = facilities[~facilities["district_slug"].isin(slugs)]
    districts: list[dict[Any, Any]] = ranked.to_dict("records")
    rows = list(districts)
    beside = {kind: counted(unplaced, kind) for kind in kinds}
    if sum(beside.values()):
        rows.append(
            {
                "district": t("places.count_unplaced"),
                "district_slug": _UNPLACED,
                **beside,
                "facilities": sum(beside.values()),
            }
        )
    sums = {name: sum(int(row[name]) for row in rows) for name in (*kinds, "facilities")}
    table = pd.DataFrame(
        [*rows, {"district": t("places.count_sum"), "district_slug": "", **sums}],
        columns=["district", "district_slug", *kinds, "facilities"],
    )
    return Figure(
        title=t("places.count_title"),
        subtitle=t("places.count_subtitle", kinds=words.kind_words(kinds), year=year),
        sentence=words.count_sentence(districts, sums["facilities"], kinds, year),
        source=source,
        chart=Chart(_count_spec, rows, kinds, is_dark=is_dark) if sums["facilities"] else None,
        compact=[Compact(Chart(_sums_spec, rows, kinds, is_dark=is_dark))]
        if sums["facilities"]
        else (),
        table=table,
        columns=(
            TableColumn(
                "district", t("places.column_district"), is_heading=True, is_verbatim=_is_district
            ),
            *(
                TableColumn(kind.name, t(f"places.kind_{kind.name}"), writing.number, True)
                for kind in KINDS
                if kind.name in kinds
            ),
            TableColumn("facilities", t("places.column_total"), writing.number, is_number=True),
        ),
        own=tuple(district.name for district in place.districts),
    )


def _is_district(row: dict[str, Any]) -> bool:
    return row["district_slug"] not in ("", _UNPLACED)


def _sums_spec(
    rows: Sequence[dict[Any, Any]], kinds: Sequence[str], *, is_dark: bool
) -> dict[str, Any]:
    """A bar a row: the facilities of all kinds together, told apart where the kinds are few."""
    ground = palette(is_dark).ground
    parts = {kind.name: t(f"places.kind_{kind.name}") for kind in KINDS if kind.name in kinds}
    if len(parts) > len(_STEPS):
        parts = {"facilities": t("places.column_total")}
    records = []
    for row in rows:
        end = 0
        for part, name in parts.items():
            count = int(row[part])
            records.append(
                {
                    "key": row["district_slug"],
                    "name": row["district"],
                    "group": part,
                    "start": end,
                    "end": end + count,
                    "text": writing.number(int(row["facilities"])),
                    "detail": t(
                        "places.count_detail",
                        district=row["district"],
                        kind=name,
                        count=writing.number(count),
                    ),
                    # What has no district is none of those that have most.
                    "rank": float(row["district_slug"] == _UNPLACED),
                }
            )
            end += count
    tones = {
        part: tint(ground, COUNT_COLOUR, step) for part, step in zip(parts, _STEPS, strict=False)
    }
    return specification(
        bars(pd.DataFrame(records), tones, legend=parts if parts.keys() - {"facilities"} else None)
    )


def _count_spec(
    rows: Sequence[dict[Any, Any]], kinds: Sequence[str], *, is_dark: bool
) -> dict[str, Any]:
    colours = palette(is_dark)
    full = tint(colours.ground, COUNT_COLOUR, _FULL**2)
    columns = {kind.name: t(f"places.kind_{kind.name}") for kind in KINDS if kind.name in kinds}
    most = max(int(row[kind]) for row in rows for kind in kinds)
    cells = [
        {
            "row": row["district_slug"],
            "column": kind,
            "size": int(row[kind]) / most,
            "text": writing.number(int(row[kind])),
            "fill": tint(colours.ground, full, int(row[kind]) / most),
            "detail": t(
                "places.count_detail",
                district=row["district"],
                kind=name,
                count=writing.number(int(row[kind])),
            ),
            "is_stated": bool(row[kind]),
        }
        for row in rows
        for kind, name in columns.items()
    ]
    drawn = matrix(
        pd.DataFrame(cells),
        pd.DataFrame(
            [
                {
                    "key": row["district_slug"],
                    "name": row["district"],
                    "total": t("places.count_total", count=writing.number(int(row["facilities"]))),
                    "size": int(row["facilities"]),
                    "is_apart": row["district_slug"] == _UNPLACED,
                }
                for row in rows
            ]
        ),
        pd.DataFrame([{"key": kind, "name": name} for kind, name in columns.items()]),
        Inks(COUNT_COLOUR, colours.quiet),
    )
    return specification(drawn)
