"""The pieces of HTML of what came of indicators: a list's cell, its bar and what explains it, and
one indicator's answer."""

from __future__ import annotations

import datetime

from markupsafe import Markup

from present.indicators.actual_words import (
    beside,
    beside_it,
    essential,
    label,
    sentence,
    value_text,
)
from present.indicators.actuals import places
from present.indicators.results import Result
from present.indicators.words import plain
from present.kit import writing
from present.kit.markup import Pieces
from present.kit.text import t

_PIECES = Pieces("indicators/actual.jinja")


def cell_label(as_of: datetime.date) -> str:
    """The heading of a list's column of actuals, and their label where a row is a card."""
    return label(as_of)


def cell(result: Result, as_of: datetime.date) -> Markup:
    """The figure as of that day, with why it is not set against the target where it is not; where
    there is none, that none is stated and what was last."""
    actual, unit = result.at(as_of), result.indicator.unit
    if actual is not None and actual.stated.value is not None:
        standing = result.standing(actual)
        why_not = beside(standing, unit) if standing.lack is not None else ""
        return _PIECES("figure", text=plain(actual.stated.value, unit), last=why_not)
    last = result.last_before(as_of)
    if last is None or last.stated.value is None:
        return _PIECES("figure", text="", last="")
    value, date = value_text(last.stated.value, unit), writing.date(last.as_of)
    return _PIECES("figure", text="", last=t("indicators.actual.last", value=value, date=date))


def bar(result: Result, as_of: datetime.date, year: int) -> Markup:
    """The figure as of that day on one scale with its target, and all of it in words for a screen
    reader; empty where the two are not set against each other, so that the plan's bar stays."""
    actual = result.at(as_of)
    if actual is None:
        return Markup()
    standing = result.standing(actual)
    drawn = places(standing)
    if drawn.value is None:
        return Markup()
    text = sentence(result, actual, year).text
    return _PIECES("bar", drawn=drawn, text=text, standing=beside(standing, result.indicator.unit))


def why(result: Result, as_of: datetime.date, year: int) -> Markup:
    """Behind a fold: the figure's sentence, its reason, and where it stands; empty without one."""
    actual = result.at(as_of)
    if actual is None:
        return Markup()
    sentences = [
        sentence(result, actual, year),
        *essential(result, actual, year),
        *beside_it(result, actual, year),
    ]
    return _PIECES("why", label=t("indicators.actual.why"), sentences=sentences)


def key_piece(as_of: datetime.date) -> Markup:
    """What the bar of an actual is."""
    return _PIECES("key", label=t("indicators.actual.key", date=writing.date(as_of)))


def came_html(result: Result, year: int) -> Markup:
    """What came of an indicator by the newest day: the sentence, why, what was expected, and where
    it stands. Raises ``IndexError`` where no document states a figure."""
    newest = result.actuals[-1]
    sentences = beside_it(result, newest, year)
    return _PIECES("came", sentence=sentence(result, newest, year), sentences=sentences)
