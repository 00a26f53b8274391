"""How large steps are, and rankings that hold no points beside per cent."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from present.briefing.steps import Step, from_actual, from_estimate, in_turn, rankings, size
from tests.present.briefing.records import BLANK, promised


@pytest.mark.parametrize(
    ("step", "change", "expected"),
    [
        (from_estimate, {"target": 4.0}, "0.6"),
        (from_estimate, {"target": 15.0}, "0.5"),
        (from_estimate, {"estimate": -10.0, "target": -15.0}, "0.5"),
        (from_estimate, {"target": 10.0}, "0"),
        (from_estimate, {"estimate": 0.0, "target": 3.0}, "1"),
        (from_estimate, {"estimate": 0.0, "target": 0.0}, "0"),
        (from_estimate, {"estimate": BLANK}, "0"),
        (from_estimate, {"target": BLANK}, "0"),
        (from_actual, {}, "2"),
        (from_actual, {"target": 4.0}, "0.2"),
        (from_actual, {"actual": BLANK}, "0"),
        (from_actual, {"unit": "%", "actual": 70.0, "target": 18.0}, "52"),
        (from_estimate, {"unit": "%", "estimate": 0.0, "target": 18.0}, "18"),
    ],
)
def test_a_step_is_measured_by_where_it_begins_or_in_points(
    step: Step, change: dict[str, Any], expected: str
) -> None:
    assert size(promised(**change), step) == Decimal(expected)


def test_amounts_and_rates_are_ranked_apart() -> None:
    told = [
        promised(indicator=1, target=11.0),
        promised(indicator=2, target=12.0, unit="%"),
        promised(indicator=3, target=90.0),
        promised(indicator=4, target=99.0, unit="%"),
        promised(indicator=5, target=11.0),
    ]
    amounts, rates = rankings(told, from_estimate)
    assert [indicator.number for indicator in amounts] == [3, 1, 5]
    assert [indicator.number for indicator in rates] == [4, 2]
    assert [indicator.number for indicator in in_turn(told, from_estimate)] == [3, 4, 1, 2, 5]
