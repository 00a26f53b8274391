"""Links to Söz ve sonuç that people keep name the year and the indicator."""

from __future__ import annotations

import pytest

from present.kit.address import parse, query
from present.promises.choices import HistoryChoices, KeptChoices, PromiseChoices

ADDRESS = {"soz": "2024", "gosterge": "1.1"}
KNOWN = {"promised": ["2023", "2024"], "indicator": ["1.1", "1.2"]}


@pytest.mark.parametrize(
    ("choices", "address"),
    [
        (KeptChoices("2024"), {"soz": "2024"}),
        (HistoryChoices("1.1"), {"gosterge": "1.1"}),
        (PromiseChoices("2024", "1.1"), ADDRESS),
    ],
    ids=lambda value: type(value).__name__,
)
def test_choices_stand_in_the_address(choices: object, address: dict[str, str]) -> None:
    assert query(choices) == address
    assert parse(type(choices), ADDRESS, KNOWN).choices == choices
    assert query(type(choices)()) == {}
