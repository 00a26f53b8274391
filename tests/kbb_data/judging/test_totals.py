"""Stated figures stand once each, the areas that a category's note sums up among them."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from kbb_data.judging.totals import stated_figures
from kbb_data.problems import Problem

LINE = SimpleNamespace(number=12, section="1.3")


class Sheet:
    """What ``stated_figures`` reads of a draft, and what it leaves there."""

    def __init__(self, *stated: tuple[str, str, str], notes: tuple[str, ...] = ()) -> None:
        self.reading = SimpleNamespace(
            stated=[
                SimpleNamespace(key=key, label=key.title(), unit=unit, printed=printed, line=LINE)
                for key, unit, printed in stated
            ],
            assets=[SimpleNamespace(note=note, category="Parklar", line=LINE) for note in notes],
        )
        self.rows: dict[str, list[dict[str, Any]]] = {"stated_figures": []}
        self.problems: list[Problem] = []

    def add(self, table: str, line: object, /, **values: Any) -> None:
        self.rows[table].append(values)

    def filled(self) -> list[tuple[Any, ...]]:
        stated_figures(self)  # type: ignore[arg-type]
        return [tuple(row.values()) for row in self.rows["stated_figures"]]


def test_a_figure_that_is_stated_twice_is_refused_by_name() -> None:
    sheet = Sheet(("staff_total", "person", "789"), ("staff-total", "person", "790"))
    assert len(sheet.filled()) == 2
    assert sheet.problems == [
        Problem(0, "stated figures", "each stated total once", "'staff-total'")
    ]


def test_figures_that_are_stated_once_are_numbers_and_names_are_words() -> None:
    sheet = Sheet(("council.chair", "name", "Ayşe Işık"), ("staff_total", "person", "1.789"))
    assert sheet.filled() == [
        ("council.chair", "Council.Chair", None, "name", "Ayşe Işık"),
        ("staff-total", "Staff_Total", Decimal(1789), "person", "1.789"),
    ]
    assert sheet.problems == []
