"""Which years and which prices an address means."""

from __future__ import annotations

import pytest

from present.change.choices import ChangeChoices, chosen_base, chosen_pair, pairs
from present.kit import address

YEARS = (2024, 2025, 2026)


def test_every_two_years_are_a_pair() -> None:
    assert pairs(YEARS) == ("2024-2025", "2024-2026", "2025-2026")
    assert pairs((2024,)) == ()


@pytest.mark.parametrize(
    ("pair", "own", "expected"),
    [
        (None, 2026, (2025, 2026)),
        (None, 2025, (2024, 2025)),
        (None, 2024, (2024, 2025)),
        ("2024-2026", 2025, (2024, 2026)),
    ],
)
def test_without_a_pair_it_is_the_programme_at_hand_and_the_one_before(
    pair: str | None, own: int, expected: tuple[int, int]
) -> None:
    assert chosen_pair(pair, YEARS, own) == expected


def test_one_year_makes_no_pair() -> None:
    with pytest.raises(IndexError):
        chosen_pair(None, (2025,), 2025)


def test_the_prices_are_those_of_the_newest_year_that_has_any() -> None:
    priced = (2019, 2023, 2024, 2025)
    assert chosen_base(None, (2024, 2025), priced) == 2025
    assert chosen_base(None, (2025, 2026), priced) == 2025
    assert chosen_base(None, (2027, 2028), priced) == 2025
    assert chosen_base("2023", (2024, 2025), priced) == 2023
    assert chosen_base(None, (2024, 2025), ()) is None


def test_the_figures_share_what_the_page_chose() -> None:
    choices = ChangeChoices("2024-2026", "birim", "sabit", "2024")
    assert address.query(choices) == {
        "yillar": "2024-2026", "gorunum": "birim", "olcu": "sabit", "fiyat": "2024",
    }  # fmt: skip
    assert address.query(choices.total) == {"yillar": "2024-2026", "fiyat": "2024"}
    assert address.query(choices.years) == {"gorunum": "birim", "olcu": "sabit", "fiyat": "2024"}
