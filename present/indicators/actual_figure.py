"""The figure of one indicator's results: its target and what came of it as of each day."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from present.indicators.actual_words import (
    beside,
    essential,
    label,
    own_words,
    sentence,
    source,
    sources,
    value_text,
)
from present.indicators.actuals import Actual, Stated
from present.indicators.charts import indicator_results
from present.indicators.colours import dot_inks
from present.indicators.figures import place, quantity_or_none, unit_words
from present.indicators.results import Result
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Figure
from present.kit.quantity import unit_word
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette

#: What the chart needs of the table.
_DRAWN = ["label", "kind", "value", "text", "detail"]


def one_figure(
    result: Result, institution: str, year: int, *, is_dark: bool, is_draft: bool = False
) -> Figure:
    """The target, the figures of the year's days with what older documents stated, and what a later
    programme expected; the sentence is that of the newest day. Raises ``IndexError`` where no
    document states a figure."""
    indicator, newest = result.indicator, result.actuals[-1]
    table = pd.DataFrame(_rows(result, year), dtype=object)
    drawn = table[_DRAWN].astype({"value": "float64"})
    colours = palette(is_dark)
    said = [sentence(result, newest, year), *essential(result, newest, year)]
    programme = place(indicator, institution, year, is_draft=is_draft)
    return Figure(
        title=t("indicators.actual.one_title", code=indicator.code, name=indicator.name, year=year),
        subtitle=t("indicators.actual.one_subtitle", year=year, unit=unit_words(indicator)),
        sentence=" ".join(each.text for each in said),
        source=sources(programme, result.actuals),
        chart=Chart(
            lambda: specification(indicator_results(drawn, colours.actual, dot_inks(is_dark)))
        ),
        table=table,
        columns=_columns(result),
        own=own_words(said),
    )


def _rows(result: Result, year: int) -> list[dict[str, Any]]:
    """The target, then a row a day (below it what older documents stated, the newest first), then
    what a later programme expected."""
    indicator = result.indicator
    rows = [
        _row(
            result,
            "target",
            t("indicators.actual.one_target", year=year),
            value=indicator.target.value,
            printed=indicator.target.printed,
        )
    ]
    for actual in result.actuals:
        rows.append(_stated_row(result, "actual", label(actual.as_of), actual, actual.stated))
        earlier = t("indicators.actual.one_earlier", date=writing.date(actual.as_of))
        for change in reversed(actual.changes):
            rows.append(_stated_row(result, "earlier", earlier, actual, change.before))
            note = "corrected" if change.is_correction else "revised"
            rows[-1]["standing"] = t(f"indicators.actual.note_{note}")
    if result.expected is not None:
        text = t("indicators.actual.one_expected", later=result.expected.year, year=year)
        rows.append(_row(result, "expected", text, value=result.expected.value))
    return rows


def _stated_row(
    result: Result, kind: str, text: str, actual: Actual, stated: Stated
) -> dict[str, Any]:
    return _row(
        result,
        kind,
        text,
        value=stated.value,
        printed=stated.printed,
        as_of=actual.as_of.isoformat(),
        document=source(stated),
        standing=beside(result.standing(actual), result.indicator.unit),
        reason=stated.reason,
        measure=stated.measure,
    )


def _row(result: Result, kind: str, text: str, **cells: Any) -> dict[str, Any]:
    """A row with nothing where ``cells`` state nothing."""
    said = value_text(cells["value"], result.indicator.unit)
    named = ("printed", "as_of", "document", "standing", "reason", "measure")
    return {
        "label": text,
        "kind": kind,
        "value": cells["value"],
        "text": said,
        "detail": t("indicators.years_detail", label=text, text=said),
        **{name: cells.get(name) or None for name in named},
    }


def _columns(result: Result) -> list[TableColumn]:
    unit = result.indicator.unit
    return [
        TableColumn("label", t("indicators.actual.one_label"), is_heading=True),
        TableColumn(
            "value",
            t("indicators.actual.column_value"),
            partial(quantity_or_none, unit),
            is_number=True,
            unit=unit_word(unit) if unit else "",
        ),
        TableColumn(
            "printed", t("indicators.actual.column_printed"), _or_nothing, is_number=True,
            is_verbatim=True,
        ),
        TableColumn("standing", t("indicators.actual.column_standing"), _or_nothing),
        *(
            TableColumn(name, t(f"indicators.actual.column_{name}"), _or_nothing, is_verbatim=True)
            for name in ("reason", "measure")
        ),
        TableColumn("document", t("indicators.actual.column_document"), _or_nothing),
    ]  # fmt: skip


def _or_nothing(value: Any) -> str:
    """A cell's words; a row that has none of the kind shows an empty cell."""
    return str(value) if writing.is_stated(value) else ""
