"""What an address of Bütçe means, which views a part has, and the ways down and back up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from present.budget.choices import (
    BudgetChoices,
    Crumb,
    below,
    completed,
    crumbs,
    default_view,
    known,
    shortened,
    view_of,
    views,
)
from present.budget.model import GENERAL, Fund, Scope, View
from present.kit.address import parse, query
from tests.present.budget import frames as small

KNOWN = known(small.LINES, small.NEEDS)


def test_an_address_carries_every_choice() -> None:
    address = {
        "gorunum": "kod", "amac": "2", "hedef": "3", "faaliyet": "4", "birim": "fen", "kod": "03",
        "kaynak": "other_domestic", "tur": "butce", "olcu": "kisi", "sirala": "ad", "ara": "su",
        "tum": "1",
    }  # fmt: skip
    choices = BudgetChoices(
        "kod", "2", "3", "4", "fen", "03", "other_domestic", "butce", "kisi", "ad", "su", "1"
    )
    assert parse(BudgetChoices, address, KNOWN).choices == choices
    assert query(choices) == address


def test_no_address_means_all_money_by_size_in_lira() -> None:
    choices = parse(BudgetChoices, {}, KNOWN).choices
    assert choices == BudgetChoices(
        None, None, None, None, None, None, None, "hepsi", "lira", "tutar", "", ""
    )
    assert query(choices) == {}


@pytest.mark.parametrize(
    ("parameter", "good", "wrong"),
    [
        ("gorunum", "amac hedef faaliyet birim kod kaynak", "x"),
        ("tur", "hepsi butce butce-disi", "budget"),
        ("olcu", "lira pay kisi", "x"),
        ("sirala", "tutar ad sira", "x"),
        ("tum", "1", "0"),
        ("amac", "1 2 genel", "3"),
        ("hedef", "1 2 3", "4"),
        ("faaliyet", "1 2 3 4 5", "6"),
        ("birim", "imar fen zabita", "fenn"),
        ("kod", "01 03 06 09", "other_domestic total budget_total 3"),
        ("kaynak", "other_domestic", "foreign 03"),
    ],
)
def test_an_address_knows_the_programmes_codes(parameter: str, good: str, wrong: str) -> None:
    for code in good.split():
        assert parse(BudgetChoices, {parameter: code}, KNOWN).dropped == ()
    for code in wrong.split():
        assert parse(BudgetChoices, {parameter: code}, KNOWN).dropped == (parameter,)


def test_a_part_is_what_the_codes_name() -> None:
    choices = BudgetChoices(
        aim="2", goal="3", activity="4", unit="fen", code="03", source="foreign"
    )
    assert choices.scope == Scope(2, 3, 4, "fen", "03", "foreign", general=False)
    assert BudgetChoices(aim=GENERAL, code="03").scope == Scope(code="03", general=True)
    assert BudgetChoices().scope == Scope()


def test_the_narrowest_place_decides() -> None:
    activity = completed(BudgetChoices(aim="1", activity="4"), small.LINES)
    assert (activity.aim, activity.goal, activity.activity) == ("2", "3", "4")
    assert query(shortened(activity)) == {"faaliyet": "4"}
    goal = completed(BudgetChoices(aim="1", goal="2", unit="fen"), small.LINES)
    assert (goal.aim, goal.goal, goal.activity, goal.unit) == ("2", "2", None, "fen")
    assert query(shortened(goal)) == {"hedef": "2", "birim": "fen"}
    aim = BudgetChoices(aim="1", search="x")
    assert completed(aim, small.LINES) == shortened(aim) == aim


@pytest.mark.parametrize(
    ("scope", "view"),
    [
        (Scope(), View.AIM),
        (Scope(aim=1), View.GOAL),
        (Scope(aim=1, unit="fen"), View.GOAL),
        (Scope(aim=1, goal=1), View.ACTIVITY),
        (Scope(goal=1), View.ACTIVITY),
        (Scope(aim=1, goal=1, activity=1), View.CODE),
        (Scope(activity=1), View.CODE),
        (Scope(unit="fen"), View.ACTIVITY),
        (Scope(code="03"), View.AIM),
        (Scope(source="foreign"), View.AIM),
        (Scope(general=True), View.CODE),
    ],
)
def test_each_part_has_a_view_of_its_own(scope: Scope, view: View) -> None:
    assert default_view(scope) is view
    assert view in views(scope)


@pytest.mark.parametrize(
    ("scope", "missing"),
    [
        (Scope(), []),
        (Scope(aim=1), [View.AIM]),
        (Scope(aim=1, goal=1), [View.AIM, View.GOAL]),
        (Scope(unit="fen"), [View.UNIT]),
        (Scope(code="03"), [View.CODE, View.SOURCE]),
        (Scope(source="foreign"), [View.CODE, View.SOURCE]),
        (Scope(aim=1, unit="fen", code="03"), [View.AIM, View.UNIT, View.CODE, View.SOURCE]),
    ],
)
def test_a_part_has_the_views_that_split_it(scope: Scope, missing: list[View]) -> None:
    assert views(scope) == tuple(view for view in View if view not in missing)


def test_general_administration_has_codes_alone() -> None:
    assert views(Scope(general=True)) == (View.CODE,)


def test_a_view_that_a_part_has_not_gives_way() -> None:
    assert view_of(BudgetChoices(view="amac", aim="2")) is View.GOAL
    assert view_of(BudgetChoices(view="birim", aim="2")) is View.UNIT
    assert view_of(BudgetChoices(aim="2")) is View.GOAL


PART: dict[str, Any] = {"view": None, "search": "", "everything": ""}


@pytest.mark.parametrize(
    ("view", "key", "changes"),
    [
        (View.AIM, "2", {"aim": "2", "goal": None, "activity": None}),
        (View.AIM, GENERAL, {"aim": GENERAL, "goal": None, "activity": None}),
        (View.GOAL, "3", {"aim": None, "goal": "3", "activity": None}),
        (View.ACTIVITY, "4", {"aim": None, "goal": None, "activity": "4"}),
        (View.UNIT, "fen", {"unit": "fen"}),
        (View.CODE, "03", {"code": "03"}),
        (View.SOURCE, "budget", {"fund": "butce"}),
        (View.SOURCE, "foreign", {"source": "foreign"}),
    ],
)
def test_a_row_leads_one_step_down(view: View, key: str, changes: dict[str, Any]) -> None:
    assert below(view, key) == {**PART, **changes}


def test_steps_down_lead_back_up() -> None:
    choices = BudgetChoices(fund=Fund.BUDGET.value, search="x")
    for view, key, address in (
        (View.AIM, "2", {"amac": "2"}),
        (View.GOAL, "3", {"hedef": "3"}),
        (View.ACTIVITY, "4", {"faaliyet": "4"}),
    ):
        choices = completed(replace(shortened(choices), **below(view, key)), small.LINES)
        assert query(shortened(choices)) == {**address, "tur": "butce"}
    steps = crumbs(choices)
    assert [step.field for step in steps] == ["", "aim", "goal", "activity"]
    ups = [query(replace(choices, **step.changes)) for step in steps]
    assert ups == [
        {"tur": "butce"},
        {"amac": "2", "tur": "butce"},
        {"hedef": "3", "tur": "butce"},
        {"faaliyet": "4", "tur": "butce"},
    ]


def test_what_cuts_across_comes_first_and_stays_on_the_way_down() -> None:
    whole = {**PART, **dict.fromkeys(("unit", "code", "source", "aim", "goal", "activity"))}
    choices = BudgetChoices(unit="fen", code="03", source="foreign", aim="2", goal="2")
    across = {"unit": "fen", "code": "03", "source": "foreign"}
    assert crumbs(choices) == [
        Crumb("", whole),
        Crumb("unit", {**whole, "unit": "fen"}),
        Crumb("code", {**whole, "unit": "fen", "code": "03"}),
        Crumb("source", {**whole, **across}),
        Crumb("aim", {**whole, **across, "aim": "2"}),
        Crumb("goal", {**whole, **across, "goal": "2"}),
    ]
    assert crumbs(BudgetChoices()) == [Crumb("", whole)]
