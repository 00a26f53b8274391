"""What came of an indicator, in words: beside its bar, in a sentence, and what has to be read with
it. The document's own words stay Turkish; sentences that hold some name them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from present.indicators.actuals import Actual, Expected, Side, Span, Standing, Stated
from present.indicators.ambition import Direction
from present.indicators.results import Result
from present.indicators.words import direction
from present.kit import writing
from present.kit.documents import Change
from present.kit.quantity import difference, quantity
from present.kit.text import t

_EXPECTS: dict[Direction | None, str] = {
    Direction.MORE: "indicators.actual.expects_more",
    Direction.MORE_TO_100: "indicators.actual.expects_more",
    Direction.LESS: "indicators.actual.expects_less",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with the document's own words in it."""

    text: str
    own: tuple[str, ...] = ()


def beside(standing: Standing, unit: str) -> str:
    """How the figure stands to its target, as it is written beside a bar; why it does not where it
    is not set against it."""
    if standing.span is None:
        return t(f"indicators.actual.lack_{standing.lack}")
    if standing.share is not None and not standing.is_equal:
        share = writing.ratio(standing.share)
        return t(f"indicators.actual.share_{standing.span}", share=share)
    assert standing.difference is not None
    return t(
        f"indicators.actual.side_{standing.span}_{standing.side}",
        difference=difference(standing.difference, unit),
    )


def value_text(value: Decimal | None, unit: str) -> str:
    """A figure with its unit, or that it is not stated."""
    return writing.not_stated() if value is None else quantity(value, unit)


def sentence(result: Result, actual: Actual, year: int) -> Said:
    """The figure, its target and how they stand to each other, true alone."""
    indicator, standing = result.indicator, result.standing(actual)
    words = {
        "name": indicator.name,
        "date": writing.date(actual.as_of),
        "value": value_text(standing.value, indicator.unit),
        "year": str(year),
        "target": value_text(standing.target, indicator.unit),
        "standing": beside(standing, indicator.unit),
    }
    text = t(f"indicators.actual.sentence_{standing.lack or 'compared'}", **words)
    return Said(text, (indicator.name,))


def short(result: Result) -> str:
    """The newest figure with its day and how it stands to the target, for a line under the
    indicator's name; empty where no document states a figure."""
    stated = [actual for actual in result.actuals if result.standing(actual).value is not None]
    if not stated:
        return ""
    standing, unit = result.standing(stated[-1]), result.indicator.unit
    return t(
        "indicators.actual.short",
        date=writing.date(stated[-1].as_of),
        value=value_text(standing.value, unit),
        standing=beside(standing, unit),
    )


def judged(standing: Standing, unit: str) -> str:
    """Where the year ended from its target and which way is better; before the year's end, which
    way is better alone. Empty where the figure is not set against its target."""
    if standing.span is None:
        return ""
    way = t("indicators.actual.way", direction=direction(standing.direction))
    if standing.span is not Span.YEAR:
        return way
    if standing.side is Side.EQUAL:
        return t("indicators.actual.ended_equal")
    assert standing.difference is not None
    step = difference(standing.difference, unit)
    if standing.is_ahead is None:
        return f"{t(f'indicators.actual.ended_{standing.side}', difference=step)} {way}"
    expects = t(_EXPECTS[standing.direction])
    key = "ahead" if standing.is_ahead else "behind"
    return t(f"indicators.actual.ended_{key}", expects=expects, difference=step)


def own_words(said: Iterable[Said]) -> tuple[str, ...]:
    """The documents' own words in some sentences, each once."""
    return tuple(dict.fromkeys(word for each in said for word in each.own))


def sources(programme: str, actuals: Iterable[Actual]) -> str:
    """The programme's document with the place in it, and the documents whose figures speak."""
    documents = dict.fromkeys(source(actual.stated) for actual in actuals)
    if not documents:
        return programme
    return t(
        "indicators.actual.figure_source", programme=programme, documents=" · ".join(documents)
    )


def source(stated: Stated) -> str:
    """The document and its day, as ``2025 Yılı Faaliyet Raporu, 14.04.2026``."""
    if stated.document.date is None:
        return stated.document.title
    return t(
        "indicators.actual.source",
        title=stated.document.title,
        date=writing.date(stated.document.date),
    )


def changed(change: Change[Stated], unit: str) -> Said:
    """What an older document had stated, and whether it was mistaken or only knew less."""
    words = {
        "before": value_text(change.before.value, unit),
        "after": value_text(change.after.value, unit),
        "older": source(change.before),
        "newer": source(change.after),
    }
    own = (change.before.document.title, change.after.document.title)
    if not change.is_correction:
        return Said(t("indicators.actual.revised", **words), own)
    if not change.after.document.correction_reason:
        return Said(t("indicators.actual.corrected", **words), own)
    reason = change.after.document.correction_reason
    text = t("indicators.actual.corrected_because", reason=writing.stopped(reason), **words)
    return Said(text, (*own, reason))


def essential(result: Result, actual: Actual, year: int) -> list[Said]:
    """What the figure's sentence must not be told without: where the year ended, a target that the
    document repeats otherwise, what older documents said."""
    indicator, standing, stated = result.indicator, result.standing(actual), actual.stated
    said = [Said(judged(standing, indicator.unit))]
    if result.is_target_other(actual):
        text = t(
            "indicators.actual.target_other",
            year=year,
            stated=value_text(stated.target, indicator.unit),
            target=value_text(standing.target, indicator.unit),
            document=source(stated),
        )
        said.append(Said(text, (stated.document.title,)))
    said += [changed(change, indicator.unit) for change in actual.changes]
    return [each for each in said if each.text]


def beside_it(result: Result, actual: Actual, year: int) -> list[Said]:
    """What explains a figure: why it deviates, what is done about it, what was expected, and where
    it stands."""
    standing, stated = result.standing(actual), actual.stated
    said = []
    if stated.reason:
        text = t("indicators.actual.reason", reason=writing.stopped(stated.reason))
        said.append(Said(text, (stated.reason,)))
    elif standing.is_year_end and not standing.is_equal:
        said.append(Said(t("indicators.actual.reason_none")))
    if stated.measure:
        text = t("indicators.actual.measure", measure=writing.stopped(stated.measure))
        said.append(Said(text, (stated.measure,)))
    if result.expected is not None:
        said.append(Said(_forecast(result.expected, result.indicator.unit, year)))
    said.append(
        Said(t("indicators.actual.stands_in", source=source(stated)), (stated.document.title,))
    )
    return said


def _forecast(forecast: Expected, unit: str, year: int) -> str:
    return t(
        "indicators.actual.expected",
        later=forecast.year,
        year=year,
        value=value_text(forecast.value, unit),
    )


def label(as_of: datetime.date) -> str:
    """What a figure of a day is called: ``30.06.2026 gerçekleşen``."""
    return t("indicators.actual.label", date=writing.date(as_of))
