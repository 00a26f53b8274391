"""Small programmes of invented indicators over the years, as strands and promises take them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from kbb_data.schema import STRATEGIC_PLAN
from kbb_data.succession import Judged
from present.indicators.actuals import Actual, Change, Stated
from present.indicators.model import Indicator, read
from present.promises.strands import Planned, Programme
from tests.support.indicators import frame


def indicator(year: int, code: str = "1.1", **fields: Any) -> Indicator:
    """An indicator as the programme of ``year`` has it: actual 8, estimate 9, target 10 unless said
    otherwise."""
    goal, number = code.split(".")
    values = {"actual": 8.0, "estimate": 9.0, "target": 10.0}
    of_years = {f"{kind}_year": year - 2 + place for place, kind in enumerate(values)}
    row = {"goal": int(goal), "indicator": int(number), **values, **of_years, **fields}
    return read(frame(row))[0]


def programme(year: int, *indicators: Indicator, **fields: Any) -> Programme:
    """A programme of these indicators."""
    return Programme(
        year,
        fields.pop("form", STRATEGIC_PLAN),
        {each.code: each for each in indicators},
        **fields,
    )


def judged(earlier: str, newer: str, relation: str, name: str = "Gösterge (adet)") -> Judged:
    """A judgement of an indicator whose name is the same on both sides."""
    return Judged(
        earlier, name if earlier else "", newer, name if newer else "", relation, "Değerlendirildi."
    )


def stated(value: str | None, day: str = "2025-04-10", **fields: Any) -> Stated:
    """A figure in a document of that day; no value for an empty text."""
    texts = {"printed": value or "-", "reason": "", "measure": "", "kind": "activity_report"}
    return Stated(
        **{
            "value": Decimal(value) if value else None,
            "target": None,
            "document": f"rapor-{day}",
            "title": f"Rapor {day}",
            "date": datetime.date.fromisoformat(day),
            **texts,
            **fields,
        }
    )


def actual(year: int, *documents: Stated, month: int = 12) -> Actual:
    """The figure of the year's last day (of the half year for ``month`` 6), oldest document
    first."""
    changes = [
        Change(before, after)
        for before, after in pairwise(documents)
        if before.value != after.value
    ]
    day = datetime.date(year, month, 31 if month == 12 else 30)
    return Actual(day, documents[-1], tuple(changes))


def repeated(year: int, value: float) -> tuple[Planned, ...]:
    """What a later programme repeats as the target of ``year``."""
    return (Planned(year, value, str(value)),)
