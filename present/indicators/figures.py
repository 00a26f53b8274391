"""The figures of the indicators: ambition by aim, and one indicator's three years."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd

from present.indicators.ambition import Ambition, summarise
from present.indicators.charts import Segment, ambition_by_aim, indicator_years
from present.indicators.colours import dot_inks, tones
from present.indicators.model import Figure as Stated
from present.indicators.model import Indicator
from present.indicators.summary import summary_sentence
from present.indicators.words import plan_word, word
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Compact, Figure
from present.kit.quantity import quantity, unit_word
from present.kit.setting import document
from present.kit.tables import TableColumn
from present.kit.text import t


def _years(programme_year: int) -> dict[str, str]:
    return {
        "actual_year": str(programme_year - 2),
        "estimate_year": str(programme_year - 1),
        "target_year": str(programme_year),
    }


def by_aim(
    indicators: Sequence[Indicator],
    institution: str,
    programme_year: int,
    *,
    is_dark: bool,
    is_draft: bool = False,
) -> Figure:
    """How the words are spread over the strategic aims, aims in their order.

    Without indicators there is nothing to draw and an empty table.
    """
    words = {ambition: word(ambition, programme_year - 1) for ambition in tones(is_dark)}
    counted = _counts(indicators, words)
    table = _by_aim_table(indicators)
    columns = [
        TableColumn("aim", t("indicators.by_aim_column_aim"), is_heading=True),
        *(
            TableColumn(ambition.value, text, writing.number, is_number=True)
            for ambition, text in words.items()
        ),
        TableColumn("total", t("indicators.by_aim_column_total"), writing.number, is_number=True),
    ]
    segments = [
        Segment(words[ambition], tone.ground, tone.edge, tone.ink)
        for ambition, tone in tones(is_dark).items()
    ]
    return Figure(
        title=t("indicators.by_aim_title"),
        subtitle=t("indicators.by_aim_subtitle", **_years(programme_year)),
        sentence=summary_sentence(
            summarise(indicator.assessment for indicator in indicators), programme_year
        ),
        source=document(
            institution,
            programme_year,
            t("indicators.source_section", section="2.3"),
            is_draft=is_draft,
        ),
        chart=Chart(lambda: specification(ambition_by_aim(counted, segments)))
        if indicators
        else None,
        compact=[
            Compact(
                Chart(lambda: specification(ambition_by_aim(counted, segments, is_ladder=True)))
            )
        ]
        if indicators
        else (),
        table=table,
        columns=columns,
    )


_COUNTED = ["aim", "aim_label", "word", "count", "start", "end", "detail"]


def _counts(indicators: Sequence[Indicator], words: dict[Ambition, str]) -> pd.DataFrame:
    rows: list[dict[str, Any]] = []
    for aim, members in _by_aim(indicators).items():
        label = t("indicators.by_aim_label", aim=members[0].aim_short, count=len(members))
        start = 0
        for ambition, text in words.items():
            count = sum(indicator.assessment.ambition is ambition for indicator in members)
            if count:
                rows.append(
                    {
                        "aim": aim,
                        "aim_label": label,
                        "word": text,
                        "count": count,
                        "start": start,
                        "end": start + count,
                        "detail": t(
                            "indicators.by_aim_detail",
                            aim=members[0].aim_short,
                            word=text,
                            count=count,
                        ),
                    }
                )
            start += count
    return pd.DataFrame(rows, columns=_COUNTED)


def _by_aim_table(indicators: Sequence[Indicator]) -> pd.DataFrame:
    rows = []
    for members in _by_aim(indicators).values():
        summary = summarise(indicator.assessment for indicator in members)
        rows.append(
            {
                "aim": members[0].aim_short,
                **{ambition.value: summary.count(ambition) for ambition in Ambition},
                "total": summary.total,
            }
        )
    return pd.DataFrame(rows, columns=["aim", *(ambition.value for ambition in Ambition), "total"])


def _by_aim(indicators: Sequence[Indicator]) -> dict[int, list[Indicator]]:
    aims: dict[int, list[Indicator]] = {}
    for indicator in sorted(
        indicators, key=lambda indicator: (indicator.aim, indicator.goal, indicator.number)
    ):
        aims.setdefault(indicator.aim, []).append(indicator)
    return aims


def three_years(
    indicator: Indicator,
    institution: str,
    programme_year: int,
    *,
    is_told: bool = False,
    is_dark: bool,
    is_draft: bool = False,
) -> Figure:
    """One indicator's actual, estimate and target, as read and as printed; ``is_told``: a document
    states what came of it."""
    years = _years(programme_year)
    table = pd.DataFrame(_year_rows(indicator, programme_year))
    texts = dict(zip(("actual", "estimate", "target"), table["text"], strict=True))
    return Figure(
        title=heading(indicator),
        subtitle=t("indicators.years_subtitle", unit=unit_words(indicator), **years),
        sentence=t(
            "indicators.years_sentence",
            name=indicator.name,
            word=plan_word(indicator, programme_year - 1, is_told=is_told),
            **texts,
            **years,
        ),
        source=place(indicator, institution, programme_year, is_draft=is_draft),
        chart=Chart(lambda: specification(indicator_years(table[_DRAWN], dot_inks(is_dark)))),
        table=table,
        columns=value_columns(indicator),
        own=(indicator.name,),
    )


def value_columns(indicator: Indicator) -> tuple[TableColumn, ...]:
    """The columns of one indicator's figures: what each is, its value and how it is printed."""
    return (
        TableColumn("label", t("indicators.years_column_label"), is_heading=True),
        TableColumn(
            "value",
            t("indicators.years_column_value"),
            partial(quantity_or_none, indicator.unit),
            is_number=True,
            unit=unit_word(indicator.unit) if indicator.unit else "",
        ),
        TableColumn(
            "printed",
            t("indicators.years_column_printed"),
            is_number=True,
            is_verbatim=has_own_words,
        ),
    )


def heading(indicator: Indicator) -> str:
    """The title of one indicator's figure: its code and its name."""
    return t("indicators.years_title", code=indicator.code, name=indicator.name)


def place(
    indicator: Indicator, institution: str, programme_year: int, *, is_draft: bool = False
) -> str:
    """The document with the indicator's place in it."""
    return document(
        institution,
        programme_year,
        t(
            "indicators.source_place",
            section=indicator.source_section,
            line=indicator.source_line,
        ),
        is_draft=is_draft,
    )


def quantity_or_none(unit: str, value: float | None) -> str:
    """A figure with its unit, or that it is not stated."""
    return quantity(value, unit) if writing.is_stated(value) else writing.not_stated()


def unit_words(indicator: Indicator) -> str:
    """The unit of measure in words, or that it is not stated."""
    return unit_word(indicator.unit) if indicator.unit else writing.not_stated()


def has_own_words(row: dict[str, Any]) -> bool:
    """Whether a row's printed figure is the document's, and not our words for a blank."""
    return bool(row["printed"] != writing.not_stated())


#: What the chart of the years needs of the table.
_DRAWN = ["label", "kind", "value", "text", "detail"]

_LABELS = {
    "actual": "indicators.figure_actual",
    "estimate": "indicators.figure_estimate",
    "target": "indicators.figure_target",
}


def _year_rows(indicator: Indicator, programme_year: int) -> list[dict[str, Any]]:
    return [
        _year_row(indicator, figure, kind, programme_year - back)
        for figure, kind, back in zip(indicator.figures, _LABELS, (2, 1, 0), strict=True)
    ]


def _year_row(indicator: Indicator, figure: Stated, kind: str, year: int) -> dict[str, Any]:
    value = figure.value
    label = t(_LABELS[kind], year=figure.year or year)
    text = writing.not_stated() if value is None else quantity(value, indicator.unit)
    return {
        "label": label,
        "kind": kind,
        "value": float("nan") if value is None else float(value),
        "text": text,
        "detail": t("indicators.years_detail", label=label, text=text),
        "printed": figure.printed or writing.not_stated(),
    }
