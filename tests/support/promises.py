"""Small programmes of invented indicators over the years, as strands and promises take them."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kbb_data.schema import STRATEGIC_PLAN
from kbb_data.succession import Judged
from present.indicators.actuals import Actual, Stated
from present.indicators.model import Indicator, read
from present.kit.documents import Document
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
    date = datetime.date.fromisoformat(day)
    end = datetime.date(date.year - 1, 12, 31)
    document = Document(end.year, f"rapor-{day}", f"Rapor {day}", "activity_report", date, end, 1)
    of_document = {each.name for each in dataclasses.fields(Document)} & fields.keys()
    document = replace(document, **{name: fields.pop(name) for name in of_document})
    texts = {"printed": value or "-", "reason": "", "measure": "", "target": None}
    number = Decimal(value) if value else None
    return Stated(**{"value": number, "document": document, **texts, **fields})


def actual(year: int, *documents: Stated, month: int = 12) -> Actual:
    """The figure of the year's last day (of the half year for ``month`` 6), oldest document
    first."""
    day = datetime.date(year, month, 31 if month == 12 else 30)
    return Actual(day, documents)


def repeated(year: int, value: float) -> tuple[Planned, ...]:
    """What a later programme repeats as the target of ``year``."""
    return (Planned(year, value, str(value)),)
