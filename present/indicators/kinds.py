"""The figure of an indicator whose figures are of more kinds than three: what a programme budget
prints of it, each figure with its year and kind."""

from __future__ import annotations

from typing import Any

import pandas as pd

from kbb_data import turkish
from kbb_data.schema import BY_NAME, VALUE_KINDS
from present.indicators.charts import indicator_kinds
from present.indicators.colours import dot_inks
from present.indicators.figures import heading, place, unit_words, value_columns
from present.indicators.model import Indicator
from present.indicators.words import plan_word
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Figure
from present.kit.quantity import quantity
from present.kit.text import TURKISH, either, language, t

#: The three kinds that a strategic plan's programme has.
_USUAL = frozenset({"actual", "estimate", "target"})

_KINDS = {code.code: code for code in BY_NAME["indicator_values"].column("kind").codes}
_PLACES = {kind: number for number, kind in enumerate(VALUE_KINDS)}


def own_values(values: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The rows of ``db.queries.indicator_values`` of one indicator, by year and kind."""
    own = values[(values["goal"] == indicator.goal) & (values["indicator"] == indicator.number)]
    places = own["kind"].map(_PLACES)
    return own.assign(place=places).sort_values(["year", "place"], ignore_index=True)


def has_more_kinds(values: pd.DataFrame) -> bool:
    """Whether an indicator's figures are of other kinds than actual, estimate and target."""
    return bool(set(values["kind"]) - _USUAL)


def all_kinds(
    indicator: Indicator,
    values: pd.DataFrame,
    institution: str,
    programme_year: int,
    *,
    is_told: bool = False,
    is_dark: bool,
    is_draft: bool = False,
) -> Figure:
    """Every figure that the document prints for an indicator, by year and kind; ``values`` as
    ``own_values`` gives them; ``is_told``: a document states what came of it."""
    table = pd.DataFrame([_row(indicator, row) for row in values.to_dict("records")])
    return Figure(
        title=heading(indicator),
        subtitle=t("indicators.kinds_subtitle", unit=unit_words(indicator)),
        sentence=t(
            "indicators.kinds_sentence",
            name=indicator.name,
            figures="; ".join(
                t(
                    "indicators.kinds_item",
                    year=row["year"],
                    kind=_in_text(_kind_name(row["kind"])),
                    text=row["text"],
                )
                for row in table.to_dict("records")
            ),
            word=plan_word(indicator, programme_year - 1, is_told=is_told),
        ),
        source=place(indicator, institution, programme_year, is_draft=is_draft),
        chart=Chart(lambda: specification(indicator_kinds(table[_DRAWN], dot_inks(is_dark)))),
        table=table,
        columns=value_columns(indicator),
        own=(indicator.name,),
    )


def _kind_name(kind: str) -> str:
    """A kind in the visit's language."""
    return either(_KINDS[kind].tr, _KINDS[kind].en)


def _in_text(kind: str) -> str:
    """A kind as a sentence takes it."""
    return turkish.lower(kind) if language() == TURKISH else kind.lower()


#: What the chart needs of the table.
_DRAWN = ["label", "kind", "value", "text", "detail"]


def _row(indicator: Indicator, row: dict[Any, Any]) -> dict[str, Any]:
    label = t("indicators.kinds_label", year=row["year"], kind=_kind_name(row["kind"]))
    value = row["value"] if writing.is_stated(row["value"]) else None
    text = writing.not_stated() if value is None else quantity(value, indicator.unit)
    return {
        "label": label,
        "year": int(row["year"]),
        "kind": row["kind"],
        "value": float("nan") if value is None else float(value),
        "text": text,
        "detail": t("indicators.years_detail", label=label, text=text),
        "printed": row["printed"] if writing.is_stated(row["printed"]) else writing.not_stated(),
    }
