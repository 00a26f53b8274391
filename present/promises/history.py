"""The figure of one indicator over the years: promised, estimated, reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from present.indicators.actual_words import Said, own_words, value_text
from present.indicators.figures import unit_words
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Compact, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette
from present.promises.history_chart import HEIGHT, Inks, Mark, starts_at_zero, years_chart
from present.promises.kept import also_column, figure_columns, source_columns
from present.promises.model import Year
from present.promises.strands import Strand
from present.promises.words import (
    also,
    also_cell,
    cell,
    ends,
    judged,
    listed,
    result_day,
    result_source,
    sources,
    span,
    standing_text,
    year_text,
)

#: The kinds of figures, in the order in which they are drawn.
KINDS = ("promise", "estimate", "result")
_NAMES = [
    "year",
    "code",
    *KINDS,
    "difference",
    "share",
    "standing",
    "source",
    "is_document",
    "day",
    "also",
]


#: Heights of the chart's field in low pictures, in pixels.
LOW_HEIGHTS = (160, 90)


def history_figure(
    strand: Strand, years: Sequence[Year], code: str, background: Background, *, is_draft: bool
) -> Figure:
    """An indicator's years; ``code`` is its code in the programme that is looked at."""
    indicator = strand.newest
    told = [year for year in years if year_text(year)]
    marks = [mark for year in told for mark in _marks(year)]
    results = [year.result for year in told if year.result]
    programmes = {
        figure.programme
        for year in told
        for figure in (year.promise, year.estimate)
        if figure is not None
    }
    said = _said(strand, told)
    subtitle = "history_subtitle_zero" if starts_at_zero(marks) else "history_subtitle"
    return Figure(
        title=t(
            "promises.history_title",
            code=code,
            name=indicator.name,
            years=span([year.year for year in told]),
        ),
        subtitle=t(
            f"promises.{subtitle}",
            years=listed([year.year for year in told]),
            unit=unit_words(indicator),
        ),
        sentence=" ".join(each.text for each in said),
        source=sources(background.institution, programmes, results, is_draft=is_draft),
        chart=Chart(_spec, marks, background.is_dark) if marks else None,
        compact=[
            Compact(Chart(_spec, marks, background.is_dark, height=height))
            for height in (LOW_HEIGHTS if marks else ())
        ],
        table=pd.DataFrame([_row(year) for year in told], columns=_NAMES, dtype=object),
        columns=_columns(),
        own=own_words(said),
    )


def _said(strand: Strand, years: Sequence[Year]) -> list[Said]:
    """The figures of all years, where the newest ended, what else is stated, where the indicator
    begins and ends."""
    name = strand.newest.name
    told = "; ".join(map(year_text, years))
    said = [Said(t("promises.history_sentence", name=name, years=told), (name,))]
    paired = [year for year in years if year.is_paired]
    if paired:
        said.append(Said(judged(paired[-1])))
    said += [each for year in years for each in also(year)]
    said += [Said(text, (name,)) for text in ends(strand)]
    return said


def _marks(year: Year) -> list[Mark]:
    """A mark for each figure of a year."""
    marks = []
    for kind, figure in zip(KINDS, (year.promise, year.estimate, year.result), strict=True):
        if figure is not None:
            text, name = value_text(figure.value, year.unit), t(f"promises.kind_{kind}")
            detail = t("promises.detail", year=year.year, kind=name, value=text)
            marks.append(Mark(year.year, kind, float(figure.value), text, detail))
    return marks


def _spec(marks: Sequence[Mark], is_dark: bool, *, height: int = HEIGHT) -> dict[str, Any]:
    colours = palette(is_dark)
    inks = Inks(
        promise=colours.ink, estimate=colours.tick, result=colours.money, ground=colours.ground
    )
    words = {kind: t(f"promises.kind_{kind}") for kind in KINDS}
    return specification(years_chart(marks, words, inks, height))


def _row(year: Year) -> dict[str, Any]:
    """One row a year; figures are decimals in the indicator's unit, nothing where none is
    stated."""
    standing = year.standing
    share = standing.share
    return {
        "year": year.year,
        "code": year.own or None,
        "promise": year.promise.value if year.promise else None,
        "estimate": year.estimate.value if year.estimate else None,
        "result": year.result.value if year.result else None,
        "difference": standing.difference,
        "share": None if share is None else float(share),
        "standing": standing_text(year) or None,
        "source": result_source(year.result) if year.result else None,
        "is_document": bool(year.result and year.result.actual),
        "day": result_day(year.result) if year.result else None,
        "also": also_cell(year),
    }


def _columns() -> list[TableColumn]:
    return [
        TableColumn("year", t("promises.column_year"), str, is_heading=True),
        TableColumn("code", t("promises.column_own_code"), cell),
        *figure_columns(),
        *source_columns(),
        also_column(),
    ]
