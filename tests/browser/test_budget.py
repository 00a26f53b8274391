"""Bütçe: down to an economic code and back, by mouse and by keys; every sum as in the files."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from tests.browser import sums
from tests.browser.conftest import OpenTab
from tests.browser.visit import NARROW, Visit

UNKNOWN = "Adresteki bazı seçimler tanınmadı"
DRILL = "Ayrıntısına inin"
LIRA = re.compile(r"([\d.]+) TL$")


def amounts(rows: list[list[str]]) -> dict[str, Decimal]:
    """What a table's rows say: name to the lira of its total, read from Turkish."""
    column = rows[0].index("Toplam")
    return {
        row[0]: Decimal(found[1].replace(".", ""))
        for row in rows[1:]
        if len(row) > column and (found := LIRA.match(row[column]))
    }


def numbered(rows: list[list[str]]) -> dict[str, Decimal]:
    """As ``amounts``, for rows named "6. ...": number to lira; a total row is left out."""
    return {
        found[1]: amount
        for name, amount in amounts(rows).items()
        if (found := re.match(r"(\d+)\. ", name))
    }


def test_aims_equal_the_files(tab: OpenTab) -> None:
    rows = tab("/butce").table()
    assert numbered(rows) == sums.by_aim()
    named = amounts(rows)
    assert named["Genel yönetim giderleri"] == sums.general_administration()
    assert named["Toplam"] == Decimal(17_000_000_000)


@pytest.mark.parametrize(
    ("view", "expected"), [("hedef", sums.by_goal), ("faaliyet", sums.by_activity)]
)
def test_goals_and_activities_equal_the_files(tab: OpenTab, view: str, expected: object) -> None:
    assert callable(expected)
    assert numbered(tab(f"/butce?gorunum={view}").table()) == expected()


def test_units_equal_the_files(tab: OpenTab) -> None:
    named = amounts(tab("/butce?gorunum=birim").table())
    names = {row["spending_unit"]: row["name"] for row in sums.rows("spending_units")}
    expected = {names[unit]: amount for unit, amount in sums.by_unit().items()}
    assert {name: named.get(name) for name in expected} == expected


def test_economic_codes_equal_the_files(tab: OpenTab) -> None:
    named = amounts(tab("/butce?gorunum=kod").table())
    shown = {name[:2]: amount for name, amount in named.items() if re.match(r"0\d ", name)}
    general = {
        row["line"]: sums.lira(row["general_administration"])
        for row in sums.rows("resource_needs")
        if row["line"].isdigit()
    }
    activities = sums.by_code()
    with_general = {
        code: activities.get(code, Decimal(0)) + general[code]
        for code in general
        if activities.get(code, Decimal(0)) + general[code]
    }
    without = {code: amount for code, amount in activities.items() if amount}
    shown = {code: amount for code, amount in shown.items() if amount}
    assert shown in (with_general, without)


def test_down_to_a_code_and_back_by_mouse(tab: OpenTab) -> None:
    visit = tab("/butce")
    bar = visit.main.locator('path[aria-label*="2. Ulaşım ve Toplum Düzeni:"]')
    bar.first.click()
    visit.wait_for_address(r"/butce\?amac=2")
    goals = numbered(visit.table())
    assert sum(goals.values()) == sums.by_aim()["2"]
    visit.choose(DRILL, re.compile(r"^6\. ")).wait_for_address(r"/butce\?hedef=6")
    activities = numbered(visit.table())
    assert sum(activities.values()) == sums.by_goal()["6"]
    first = next(iter(activities))
    visit.choose(DRILL, re.compile(rf"^{first}\. "))
    visit.wait_for_address(rf"/butce\?faaliyet={first}")
    codes = amounts(visit.table())
    codes.pop("Toplam", None)
    assert sum(codes.values()) == sums.by_activity()[first]
    visit.main.get_by_role("button", name="6. hedef").click()
    visit.wait_for_address(r"/butce\?hedef=6")
    visit.main.get_by_role("button", name="Tüm bütçe").click()
    visit.wait_for_address(r"/butce")
    assert numbered(visit.table()) == sums.by_aim()


def test_down_and_back_by_keys_alone(tab: OpenTab) -> None:
    visit = tab("/butce")
    tab_to(visit, "combobox", DRILL)
    visit.page.keyboard.press("ArrowDown")
    visit.page.get_by_role("option").first.wait_for()
    visit.page.keyboard.type("Kırsal")
    visit.page.keyboard.press("Enter")
    visit.wait_for_address(r"/butce\?amac=4")
    tab_to(visit, "button", "Tüm bütçe")
    visit.page.keyboard.press("Enter")
    visit.wait_for_address(r"/butce")


def test_the_browsers_back_button_goes_up_a_step(tab: OpenTab) -> None:
    visit = tab("/butce")
    visit.choose(DRILL, re.compile(r"^7\. ")).wait_for_address(r"/butce\?amac=7")
    inside = visit.text()
    visit.page.go_back()
    visit.wait_for_address(r"/butce")
    assert "7. stratejik amaç" not in visit.text()
    visit.page.go_forward()
    visit.wait_for_address(r"/butce\?amac=7")
    assert visit.text() == inside


def test_money_of_one_kind_alone(tab: OpenTab) -> None:
    visit = tab("/butce", width=NARROW)
    choices = visit.main.locator("#gorunum summary")
    radio = visit.main.get_by_role("radio", name="Bütçe dışı", exact=True)
    assert not radio.is_visible()
    choices.click()
    radio.click()
    visit.wait_for_address(r"/butce\?tur=butce-disi")
    assert visit.told().startswith("Bütçe dışı"), visit.told()
    # What is chosen is said beside the fold, which the page drawn anew leaves open.
    assert "Bütçe dışı" in choices.inner_text()
    assert radio.is_visible()
    off_budget = sum(sums.lira(row["amount"]) for row in sums.rows("off_budget_resources"))
    assert f"{sums.written(off_budget)} TL" in visit.text()


def test_search_finds_without_accents_and_narrows(tab: OpenTab) -> None:
    visit = tab("/butce?gorunum=faaliyet")
    everything = len(visit.table())
    field = visit.main.get_by_role("textbox", name="Adlarda ara")
    field.fill("ITFAIYE")
    field.press("Enter")
    visit.wait_for_address(r"/butce\?.*ara=ITFAIYE.*")
    rows = visit.table()
    assert 1 < len(rows) < everything


@pytest.mark.parametrize(
    "query",
    ["amac=5&tur=butce&olcu=pay", "gorunum=birim&sirala=ad", "hedef=22&olcu=kisi", "faaliyet=34"],
)
def test_a_shared_address_stays_as_it_is(tab: OpenTab, query: str) -> None:
    """That it shows the same to everybody is held in tests/app/test_pages.py."""
    visit = tab(f"/butce?{query}")
    assert sorted(visit.query.split("&")) == sorted(query.split("&"))
    assert UNKNOWN not in visit.text()


def tab_to(visit: Visit, role: str, name: str) -> None:
    """Presses Tab until the element of that role and name has the focus; fails after 60."""
    goal = visit.main.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
    goal.wait_for()
    for _ in range(60):
        if goal.evaluate("element => element === document.activeElement"):
            return
        visit.page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {role} {name!r}")
