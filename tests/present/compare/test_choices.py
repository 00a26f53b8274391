"""What an address compares, and what a level of Bütçe would."""

from __future__ import annotations

import pytest

from present.budget.choices import BudgetChoices
from present.budget.model import GENERAL, View
from present.compare.choices import COMPARED, CompareChoices, of_level
from present.kit.address import parse, query


def test_an_address_carries_two_codes() -> None:
    address = {"karsilastir": "amac-1.birim-fen"}
    choices = CompareChoices(("amac-1", "birim-fen"))
    assert parse(CompareChoices, address).choices == choices
    assert query(choices) == address
    assert parse(CompareChoices, {}).choices == CompareChoices(())
    assert COMPARED == "karsilastir"


@pytest.mark.parametrize(
    ("sides", "is_pair"),
    [
        ((), False),
        (("amac-1",), False),
        (("amac-1", "amac-2"), True),
        (("amac-1", "hedef-2"), False),
        (("amac-1", "amac-2", "amac-3"), False),
    ],
)
def test_a_figure_compares_two_sides_of_one_kind(sides: tuple[str, ...], is_pair: bool) -> None:
    assert CompareChoices(sides).is_pair() is is_pair


@pytest.mark.parametrize(
    ("choices", "view", "keys", "codes"),
    [
        (BudgetChoices(), View.AIM, ["2", "7", "1"], ("amac-2", "amac-7")),
        (BudgetChoices(), View.AIM, [GENERAL, "7", "1"], ("amac-7", "amac-1")),
        (BudgetChoices(aim="2"), View.GOAL, ["6", "3", "4"], ("hedef-6", "hedef-3")),
        (BudgetChoices(goal="6"), View.UNIT, ["fen"], ("birim-fen",)),
        (BudgetChoices(), View.UNIT, [], ()),
        (BudgetChoices(), View.CODE, ["03", "06"], ()),
        (BudgetChoices(aim="2", goal="6", unit="fen"), View.ACTIVITY, ["1", "2"], ("hedef-6",)),
        (BudgetChoices(aim="2", unit="fen"), View.ACTIVITY, ["1", "2"], ("birim-fen",)),
        (BudgetChoices(aim="2"), View.CODE, ["03"], ("amac-2",)),
        (BudgetChoices(aim=GENERAL), View.CODE, ["03"], ()),
        (BudgetChoices(), View.SOURCE, ["budget"], ()),
    ],
)
def test_a_level_compares_its_first_two_rows_or_itself(
    choices: BudgetChoices, view: View, keys: list[str], codes: tuple[str, ...]
) -> None:
    assert of_level(choices, view, keys) == codes
