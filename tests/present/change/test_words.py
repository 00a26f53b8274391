"""What could not be compared is said of the years in which it stands."""

from __future__ import annotations

import pytest

from present.change.matching import Plan
from present.change.model import Measure, compared
from present.change.words import apart_sentence
from present.kit.text import TURKISH, using
from tests.present.change.plans import plan, years

ROAD = {"1 Yol": 300}


@pytest.mark.parametrize(
    ("first", "second", "start"),
    [
        (plan(2024, {**ROAD, "2 Park": 1}), plan(2025, ROAD), "Yalnız 2024 planında"),
        (plan(2024, ROAD), plan(2025, {**ROAD, "2 Park": 1}), "Yalnız 2025 planında"),
        (
            plan(2024, {**ROAD, "2 Park": 1}),
            plan(2025, {**ROAD, "3 Su": 1}),
            "Yalnız bir yılda bulunan",
        ),
        (plan(2024, ROAD), plan(2025, ROAD), ""),
    ],
)
def test_rows_of_the_years(first: Plan, second: Plan, start: str) -> None:
    over = years(first, second)
    between = compared(over, 2024, 2025, Measure.LIRA, None)
    with using(TURKISH):
        sentence = apart_sentence(over, between, 2024, 2025, Measure.LIRA, None)
    assert sentence.startswith(start)
    assert bool(sentence) is bool(start)
