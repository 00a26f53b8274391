"""What came of an indicator as the columns of a table that has a row an indicator."""

from __future__ import annotations

import datetime
from typing import Any

from present.indicators.actual_words import beside, source
from present.indicators.results import Result
from present.indicators.words import direction, signed_number
from present.kit import writing
from present.kit.tables import TableColumn
from present.kit.text import t

#: The columns by name; ``result`` and ``difference`` are decimals in the indicator's unit,
#: ``share`` is a part of 1, ``as_of`` a day as ``2026-06-30``.
NAMES = ("result", "difference", "share", "standing", "direction", "as_of", "document", "reason",
         "measure")  # fmt: skip


def cells(result: Result, as_of: datetime.date) -> dict[str, Any]:
    """The cells of a row; nothing in those that the day's document says nothing of."""
    row: dict[str, Any] = dict.fromkeys(NAMES)
    row["direction"] = direction(result.indicator.assessment.direction)
    actual = result.at(as_of)
    if actual is None:
        return row
    standing, stated = result.standing(actual), actual.stated
    share = standing.share
    return {
        **row,
        "result": standing.value,
        "difference": standing.difference,
        "share": None if share is None else float(share),
        "standing": beside(standing, result.indicator.unit),
        "as_of": as_of.isoformat(),
        "document": source(stated),
        "reason": stated.reason or None,
        "measure": stated.measure or None,
    }


def columns(*names: str) -> list[TableColumn]:
    """The columns of these names, all for none, in their order."""
    every = [
        TableColumn("result", t("indicators.actual.column_actual"), writing.number, is_number=True),
        TableColumn(
            "difference", t("indicators.actual.column_difference"), signed_number, is_number=True
        ),
        TableColumn(
            "share", t("indicators.actual.column_share"), writing.part_text, is_number=True
        ),
        TableColumn("standing", t("indicators.actual.column_standing")),
        TableColumn("direction", t("indicators.actual.column_direction")),
        TableColumn("as_of", t("indicators.actual.column_as_of"), _day),
        TableColumn("document", t("indicators.actual.column_document")),
        TableColumn("reason", t("indicators.actual.column_reason"), is_verbatim=True),
        TableColumn("measure", t("indicators.actual.column_measure"), is_verbatim=True),
    ]
    return [column for column in every if not names or column.name in names]


def _day(value: str | None) -> str:
    if not writing.is_stated(value) or value is None:
        return writing.not_stated()
    return writing.date(datetime.date.fromisoformat(value))
