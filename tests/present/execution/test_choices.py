"""Addresses carry codes that no other choice of Bütçe has."""

from __future__ import annotations

import pytest

from present.budget.choices import BudgetChoices
from present.compare.choices import CompareChoices
from present.execution.choices import (
    BASES,
    MonthChoices,
    RevenueChoices,
    SpendingChoices,
    base_code,
    item_code,
)
from present.execution.model import Classification
from present.execution.months import Item
from present.kit.address import parameters, query


def test_no_two_choices_of_the_page_have_one_parameter() -> None:
    kinds = (BudgetChoices, CompareChoices, SpendingChoices, RevenueChoices, MonthChoices)
    names = [name for kind in kinds for name in parameters(kind)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (Item(Classification.ECONOMIC, "total"), "harcama"),
        (Item(Classification.ECONOMIC, "03"), "harcama-03"),
        (Item(Classification.FUNCTIONAL, "01"), "islev-01"),
        (Item(Classification.ACTIVITY, "12"), "faaliyet-12"),
        (Item(Classification.REVENUE, "total"), "gelir"),
    ],
)
def test_an_item_is_named_by_what_it_is_and_its_code(item: Item, code: str) -> None:
    assert item_code(item) == code


def test_every_base_has_a_code() -> None:
    assert {base_code(base): base for base in BASES.values()} == BASES


@pytest.mark.parametrize(
    ("choices", "address"),
    [
        (
            SpendingChoices("fonksiyonel", "2025-06-30", "net", "1"),
            {"dagilim": "fonksiyonel", "tarih": "2025-06-30", "taban": "net", "onceki-yil": "1"},
        ),
        (
            RevenueChoices("2025-06-30", "net", "1"),
            {"gelir-tarihi": "2025-06-30", "gelir-tabani": "net", "gelir-onceki-yil": "1"},
        ),
        (MonthChoices("harcama-03"), {"kalem": "harcama-03"}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_choices_stand_in_the_address(choices: object, address: dict[str, str]) -> None:
    assert query(choices) == address
    assert query(type(choices)()) == {}
