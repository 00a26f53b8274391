"""The figure of progress bars: the indicators of an aim, a goal, a unit or any other choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from present.indicators import actual_table
from present.indicators.actual_words import sources
from present.indicators.actuals import Actual
from present.indicators.ambition import Direction, scale, summarise
from present.indicators.model import Indicator, Order, order
from present.indicators.naming import naming_columns
from present.indicators.progress_chart import drawn as drawn_bars
from present.indicators.results import Came
from present.indicators.summary import summary_sentence
from present.indicators.words import (
    Years,
    distance_text,
    plain,
    plan_word,
    ratio_text,
    signed_number,
)
from present.kit import writing
from present.kit.figure import Chart, Extent, Figure, Rule
from present.kit.quantity import quantity, unit_word
from present.kit.setting import document
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette

#: More bars than this nobody reads; the table holds all indicators.
DRAWN_MOST = 40
#: A space that no line ends at.
_FIRM = "\u00a0"
#: What came of the plan, where something did.
_CAME = ("result", "standing", "as_of", "document", "reason")
_NAMES = ["code", "name", "unit", "actual", "estimate", "target", "change", "gap", "ratio", "word",
          "link"]  # fmt: skip


def progress_figure(
    indicators: Sequence[Indicator],
    scope: Sequence[str],
    told: Sequence[str],
    institution: str,
    programme_year: int,
    links: Mapping[str, str],
    *,
    came: Came | None = None,
    is_dark: bool,
    is_draft: bool = False,
) -> Figure:
    """Each indicator's actual, estimate and target on one scale, in the order given.

    ``scope``: the words for what was chosen (an aim's name, a unit's), which the title begins
    with, ``told`` the same for the sentence; none for all indicators. ``links``: an
    indicator's address by code. What ``came`` of the plan has columns in the table. Without
    indicators there is nothing to draw and an empty table.
    """
    years = Years(programme_year)
    ranks = _ranks(indicators)
    most = set(sorted(ranks, key=ranks.__getitem__)[:DRAWN_MOST])
    drawn = [indicator for indicator in indicators if indicator.code in most]
    title = t("indicators.progress.title_all", year=programme_year)
    if scope:
        title = t("indicators.progress.title", scope=" · ".join(scope), year=programme_year)
    subtitle = t(
        "indicators.progress.subtitle_came" if came else "indicators.progress.subtitle",
        **years.texts,
    )
    source = document(
        institution,
        programme_year,
        t("indicators.source_section", section="2.3"),
        is_draft=is_draft,
    )
    return Figure(
        title=title,
        subtitle=subtitle,
        sentence=_sentence(indicators, told, programme_year),
        source=sources(source, _stated(indicators, came)) if came else source,
        chart=Chart(_spec, drawn, ranks, years, came, is_dark=is_dark) if drawn else None,
        table=_table(indicators, links, programme_year, came),
        columns=[
            *_columns(years, came, is_linked=bool(links)),
            *(actual_table.columns(*_CAME) if came else ()),
        ],
        own=(*told, *scope),
        extent=Extent(len(drawn), len(indicators), Rule.FURTHEST),
    )


def _is_told(indicator: Indicator, came: Came | None) -> bool:
    """Whether the table states what came of the indicator."""
    return came is not None and came.results[indicator.code].is_told(came.as_of)


def _stated(indicators: Sequence[Indicator], came: Came) -> list[Actual]:
    """The figures that the table shows of what came of the plan."""
    found = (came.results[indicator.code].at(came.as_of) for indicator in indicators)
    return [actual for actual in found if actual is not None]


def _ranks(indicators: Sequence[Indicator]) -> dict[str, int]:
    """Each indicator's place, by code, where not all can be drawn: the furthest from its target
    first, then what has no distance, in the order given."""
    furthest = order(indicators, Order.DISTANCE)
    others = [indicator for indicator in indicators if not indicator.has_distance]
    return {indicator.code: place for place, indicator in enumerate((*furthest, *others))}


def _sentence(indicators: Sequence[Indicator], told: Sequence[str], year: int) -> str:
    if not indicators:
        return t("indicators.progress.sentence_none")
    said = summary_sentence(summarise(indicator.assessment for indicator in indicators), year)
    if not told:
        return said
    count = writing.number(len(indicators))
    return f"{t('indicators.progress.sentence_scope', scope=' · '.join(told), count=count)} {said}"


def _spec(
    indicators: Sequence[Indicator],
    ranks: Mapping[str, int],
    years: Years,
    came: Came | None,
    *,
    is_dark: bool,
) -> dict[str, Any]:
    colours = palette(is_dark)
    records = []
    for indicator in indicators:
        placed = scale(indicator.assessment)
        word, values = _word(indicator, years, came), _values(indicator, years)
        records.append(
            {
                "key": indicator.code,
                "rank": ranks[indicator.code],
                "name": f"{indicator.code} {indicator.name}",
                "fill": placed.estimate,
                "tick": placed.actual,
                "target": placed.target,
                "word": word,
                "values": values,
                "detail": f"{indicator.code} {indicator.name}: {word}. {values}",
            }
        )
    return drawn_bars(records, colours, colours.money)


def _word(indicator: Indicator, years: Years, came: Came | None) -> str:
    """What the target asks, and how near the estimate is to it where that can be said."""
    word = plan_word(indicator, years.programme - 1, is_told=_is_told(indicator, came))
    ratio = indicator.assessment.estimate_ratio
    if indicator.assessment.change is None:
        return word
    if indicator.is_rate or indicator.assessment.direction is Direction.NONE:
        return t("indicators.progress.word_plain", word=word, distance=distance_text(indicator))
    if ratio is None:
        return word
    key = "word_less" if indicator.assessment.direction is Direction.LESS else "word"
    return t(f"indicators.progress.{key}", word=word, ratio=ratio_text(ratio))


def _values(indicator: Indicator, years: Years) -> str:
    """The three figures with their years, the last with its unit."""
    actual, estimate, target = (
        writing.not_stated() if figure.value is None else write(figure.value, indicator.unit)
        for figure, write in zip(indicator.figures, (plain, plain, quantity), strict=True)
    )
    said = t(
        "indicators.progress.values", actual=actual, estimate=estimate, target=target, **years.texts
    )
    # Where a line ends, no year parts from its figure.
    return said.replace(" ", _FIRM).replace(f"{_FIRM}·{_FIRM}", f"{_FIRM}· ")


def _table(
    indicators: Sequence[Indicator],
    links: Mapping[str, str],
    programme_year: int,
    came: Came | None,
) -> pd.DataFrame:
    """One row an indicator; figures are decimals in its unit, nothing where none is stated.

    Differences are in the indicator's unit, between rates in percentage points; a rate has no
    ratio, nor has an indicator without a direction.
    """
    records = [
        {
            "code": indicator.code,
            "name": indicator.name,
            "unit": unit_word(indicator.unit) if indicator.unit else None,
            **{
                name: figure.value
                for name, figure in zip(
                    ("actual", "estimate", "target"), indicator.figures, strict=True
                )
            },
            "change": indicator.assessment.change,
            "gap": indicator.assessment.gap,
            "ratio": indicator.assessment.estimate_ratio if _has_ratio(indicator) else None,
            "word": plan_word(indicator, programme_year - 1, is_told=_is_told(indicator, came)),
            "link": links.get(indicator.code),
            **(actual_table.cells(came.results[indicator.code], came.as_of) if came else {}),
        }
        for indicator in indicators
    ]
    # As objects, so that a figure keeps its digits and nothing stays nothing.
    return pd.DataFrame(records, columns=[*_NAMES, *(_CAME if came else ())], dtype=object)


def _columns(years: Years, came: Came | None, *, is_linked: bool) -> list[TableColumn]:
    return [
        *naming_columns(is_linked=is_linked),
        *(
            TableColumn(kind, t(f"indicators.figure_{kind}", year=year), writing.number,
                        is_number=True)
            for kind, year in zip(
                ("actual", "estimate", "target"), years.texts.values(), strict=True
            )
        ),
        *(
            TableColumn(
                name, t(f"indicators.progress.column_{name}", **years.texts), signed_number,
                is_number=True,
            )
            for name in ("change", "gap")
        ),
        TableColumn(
            "ratio",
            t("indicators.progress.column_ratio", **years.texts),
            _ratio,
            is_number=True,
        ),
        TableColumn(
            "word", t("indicators.actual.column_word" if came else "indicators.column_word")
        ),
    ]  # fmt: skip


def _has_ratio(indicator: Indicator) -> bool:
    """Whether the estimate can be told as a part of the target."""
    return not indicator.is_rate and indicator.assessment.direction is not Direction.NONE


def _ratio(value: float | None) -> str:
    return ratio_text(value) if writing.is_stated(value) and value else t("indicators.ratio_none")
