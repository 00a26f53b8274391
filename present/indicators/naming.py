"""The columns that name an indicator in a table that has a row an indicator."""

from __future__ import annotations

from typing import Any

from present.kit.tables import TableColumn
from present.kit.text import t


def naming_columns(*, is_linked: bool) -> list[TableColumn]:
    """Code, name and unit (``code``, ``name``, ``unit``); the code leads to the row's ``link``, if
    it has one, where ``is_linked``."""
    return [
        TableColumn(
            "code",
            t("indicators.progress.column_code"),
            is_heading=True,
            link=_address if is_linked else None,
        ),
        TableColumn("name", t("indicators.progress.column_name"), is_verbatim=True),
        TableColumn("unit", t("indicators.fact_unit")),
    ]


def _address(row: dict[str, Any]) -> str | None:
    return row["link"] or None
