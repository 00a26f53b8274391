"""The indicators with their assessments: one record each, and how a list of them is narrowed.

Everything that shows indicators (the page, its figures, the overview's counts) reads the frame of
``db.queries.indicators`` through ``read``, so that no two places judge one indicator apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pandas as pd

from kbb_data.turkish import UnreadableNumber, fold, read_number, slug, sort_key
from present.indicators.actuals import Accumulation
from present.indicators.ambition import Ambition, Assessment, assess
from present.kit.quantity import PERCENT


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator's figure for one year: what was read (None: not stated) and what is printed."""

    year: int | None
    value: Decimal | None
    printed: str

    @property
    def is_corrected(self) -> bool:
        """Whether the figure is read other than its printed text says."""
        if self.value is None:
            return False
        try:
            return read_number(self.printed) != self.value
        except UnreadableNumber:
            return True


@dataclass(frozen=True, slots=True)
class Indicator:
    """One performance indicator with its three figures and the word for its target.

    ``unit`` is the normalised unit, empty where the document names none; ``units`` the slugs of the
    spending units that answer for its goal's activities; ``correction`` why a figure is read other
    than printed, empty where all are read as printed. Other texts are empty where there is none;
    ``calculation``, ``data_source`` and ``unit_responsible`` are those of programme budgets.
    ``accumulation``: how figures of parts of a year make the year's, with the reason; None and
    empty where nobody judged it.
    """

    goal: int
    number: int
    name: str
    name_printed: str
    unit: str
    unit_printed: str
    is_cumulative: bool
    is_yearly: bool
    note: str
    correction: str
    direction_reason: str
    goal_statement: str
    aim: int
    aim_short: str
    objective: str
    units: tuple[str, ...]
    actual: Figure
    estimate: Figure
    target: Figure
    source_section: str
    source_line: int
    assessment: Assessment
    calculation: str = ""
    data_source: str = ""
    unit_responsible: str = ""
    accumulation: Accumulation | None = None
    accumulation_reason: str = ""
    goal_short: str = ""

    @property
    def goal_name(self) -> str:
        """The goal's short name in the visit's language, its statement where it has none."""
        return self.goal_short or self.goal_statement

    @property
    def is_goal_own(self) -> bool:
        """Whether the goal's name is the document's own words."""
        return self.goal_name == self.goal_statement

    @property
    def code(self) -> str:
        """``22.3``: the goal and the indicator's number in it; stands in addresses."""
        return f"{self.goal}.{self.number}"

    @property
    def measure(self) -> str:
        """The unit of measure as a code for addresses: ``yuzde``, ``m2``, ``birimsiz``."""
        return measure_code(self.unit)

    @property
    def is_rate(self) -> bool:
        """Whether the figures are per cent, so that they differ in percentage points."""
        return self.unit == PERCENT

    @property
    def has_distance(self) -> bool:
        """Whether it can be said how far the estimate is from the target: the target is set
        against the years before and the figures allow it."""
        return self.assessment.is_compared and (
            self.is_rate or self.assessment.estimate_ratio is not None
        )

    @property
    def figures(self) -> tuple[Figure, Figure, Figure]:
        """Actual, estimate, target."""
        return (self.actual, self.estimate, self.target)


#: The code of "no unit of measure" and of the unit that has no letters.
NO_UNIT = "birimsiz"
PERCENT_CODE = "yuzde"


def measure_code(unit: str) -> str:
    """A unit of measure as a code for addresses; ``birimsiz`` for an empty one."""
    if not unit:
        return NO_UNIT
    return PERCENT_CODE if unit == PERCENT else slug(unit)


def read(frame: pd.DataFrame) -> tuple[Indicator, ...]:
    """The records of a frame of ``db.queries.indicators``, in its order; no rows, no records."""
    return tuple(_indicator(row) for row in frame.to_dict("records"))


def _indicator(row: dict[Any, Any]) -> Indicator:
    is_cumulative = bool(row["is_cumulative"])
    assessment = assess(
        _value(row["actual"]),
        _value(row["estimate"]),
        _value(row["target"]),
        _text(row["direction"]) or None,
        is_cumulative=is_cumulative,
    )
    return Indicator(
        goal=int(row["goal"]),
        number=int(row["indicator"]),
        name=_text(row["name"]),
        name_printed=_text(row["name_printed"]),
        unit=_text(row["unit"]),
        unit_printed=_text(row["unit_printed"]),
        is_cumulative=is_cumulative,
        is_yearly=bool(row["is_yearly"]),
        note=_text(row["note"]),
        correction=_text(row["correction"]),
        direction_reason=_text(row["direction_reason"]),
        goal_statement=_text(row["goal_statement"]),
        aim=int(row["aim"]),
        aim_short=_text(row["aim_short"]),
        objective=_text(row["objective"]),
        units=tuple(row["units"]),
        actual=_figure(row, "actual", assessment.actual),
        estimate=_figure(row, "estimate", assessment.estimate),
        target=_figure(row, "target", assessment.target),
        source_section=_text(row["source_section"]),
        source_line=int(row["source_line"]),
        assessment=assessment,
        calculation=_text(row.get("calculation")),
        data_source=_text(row.get("data_source")),
        unit_responsible=_text(row.get("unit_responsible")),
        accumulation=_accumulation(row),
        accumulation_reason=_text(row.get("accumulation_reason")),
        goal_short=_text(row.get("goal_short")),
    )


def _accumulation(row: dict[Any, Any]) -> Accumulation | None:
    judged = _text(row.get("accumulation"))
    return Accumulation(judged) if judged else None


def _figure(row: dict[Any, Any], kind: str, value: Decimal | None) -> Figure:
    year = row[f"{kind}_year"]
    return Figure(None if pd.isna(year) else int(year), value, _text(row[f"{kind}_printed"]))


def _value(cell: Any) -> float | None:
    return None if pd.isna(cell) else float(cell)


def _text(cell: Any) -> str:
    return cell if isinstance(cell, str) else ""


class Order(StrEnum):
    """How a list of indicators is sorted; the values stand in addresses."""

    NUMBER = "no"
    DISTANCE = "uzaklik"
    NAME = "ad"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which indicators are wanted; None or empty asks for all. Every stated wish must hold.

    ``unit``: a spending unit's slug. ``ambitions``: any of these words. ``measure``: the code of
    a unit of measure. ``text``: words that must all stand in the name, the note, the goal or the
    number, whatever their case and accents.
    """

    aim: int | None = None
    goal: int | None = None
    unit: str | None = None
    ambitions: tuple[Ambition, ...] = ()
    measure: str | None = None
    text: str = ""


def select(indicators: Iterable[Indicator], wishes: Filter) -> tuple[Indicator, ...]:
    """Those that fit every wish, in the order given; an unknown code fits none."""
    words = fold(wishes.text).split()
    return tuple(indicator for indicator in indicators if _fits(indicator, wishes, words))


def _fits(indicator: Indicator, wishes: Filter, words: Sequence[str]) -> bool:
    return (
        wishes.aim in (None, indicator.aim)
        and wishes.goal in (None, indicator.goal)
        and (wishes.unit is None or wishes.unit in indicator.units)
        and (not wishes.ambitions or indicator.assessment.ambition in wishes.ambitions)
        and wishes.measure in (None, indicator.measure)
        and (not words or all(word in _searched(indicator) for word in words))
    )


def _searched(indicator: Indicator) -> str:
    return fold(
        f"{indicator.code} {indicator.name_printed} {indicator.name} "
        f"{indicator.note} {indicator.goal_statement} {indicator.goal_short}"
    )


def order(indicators: Iterable[Indicator], by: Order) -> tuple[Indicator, ...]:
    """Sorted by number, by name in the Turkish alphabet, or by distance to the target.

    By distance there are two rankings, one after the other: first the amounts, the estimate that
    is the smallest part of its target before the others; then the rates, the most percentage
    points to go before the others. An indicator whose target can't be set against the years
    before has no distance and is left out.
    """
    if by is Order.DISTANCE:
        indicators = (indicator for indicator in indicators if indicator.has_distance)
    return tuple(sorted(indicators, key=_SORT_KEYS[by]))


def _by_number(indicator: Indicator) -> tuple[int, int]:
    return (indicator.goal, indicator.number)


def _by_name(indicator: Indicator) -> tuple[str, int, int]:
    return (sort_key(indicator.name), indicator.goal, indicator.number)


def _by_distance(indicator: Indicator) -> tuple[bool, float, int, int]:
    assessment = indicator.assessment
    if indicator.is_rate:
        to_go = float(assessment.change or 0)
        return (True, -to_go, indicator.goal, indicator.number)
    return (False, assessment.estimate_ratio or 0.0, indicator.goal, indicator.number)


_SORT_KEYS: dict[Order, Callable[[Indicator], Any]] = {
    Order.NUMBER: _by_number,
    Order.NAME: _by_name,
    Order.DISTANCE: _by_distance,
}
