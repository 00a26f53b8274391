"""A budget on a day: the newest document speaks, nothing blank is zero, rates have a base."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest

from present.execution.model import (
    INITIAL,
    NET,
    SPENT,
    Classification,
    days,
    execution,
    year_before,
)
from tests.present.execution.rows import HALF, YEAR_END, rows

ECONOMIC = Classification.ECONOMIC


def test_the_newest_document_speaks_cell_by_cell_and_the_others_stay() -> None:
    done = execution(
        rows(
            {"code": "01", "initial": 100, "spent": 40},
            {"code": "01", "spent": 45, "document": "hesap"},
        ),
        ECONOMIC,
        HALF,
    )
    (account,) = done.accounts
    assert (account.kurus(SPENT), account.kurus(INITIAL)) == (4_500, 10_000)
    spent = account.amounts[SPENT]
    assert (spent.document.name, account.amounts[INITIAL].document.name) == ("hesap", "rapor")
    assert [(step.before.kurus, step.before.document.name) for step in spent.changes] == [
        (4_000, "rapor")
    ]
    assert [told.name for told in account.documents] == ["hesap", "rapor"]


def test_a_document_without_a_day_is_as_old_as_its_figures() -> None:
    done = execution(
        rows({"code": "01", "spent": 1, "document": "taslak"}, {"code": "01", "spent": 2}),
        ECONOMIC,
        HALF,
    )
    assert done.accounts[0].kurus(SPENT) == 200


def test_what_a_newer_document_repeats_is_no_change() -> None:
    done = execution(
        rows(
            {"code": "01", "spent": 40},
            {"code": "01", "spent": 40, "document": "duzeltme"},
            {"code": "01", "spent": 41, "document": "hesap"},
        ),
        ECONOMIC,
        HALF,
    )
    amount = done.accounts[0].amounts[SPENT]
    assert [(step.before.kurus, step.before.document.name) for step in amount.changes] == [
        (4_000, "duzeltme")
    ]
    assert not amount.changes[0].is_correction


def test_a_correction_corrects_one_document_of_its_own_dataset() -> None:
    done = execution(
        rows({"code": "01", "spent": 40}, {"code": "01", "spent": 4, "document": "duzeltme"}),
        ECONOMIC,
        HALF,
    )
    amount = done.accounts[0].amounts[SPENT]
    assert amount.changes[0].is_correction
    other = rows({"code": "01", "spent": 40}, year=2027)[0].document
    assert not amount.document.is_correction_of(other)


def test_a_rate_is_of_its_base_exactly_and_there_is_none_of_nothing() -> None:
    done = execution(
        rows(
            {"code": "01", "initial": 300, "net": 400, "spent": 100},
            {"code": "04", "initial": 0, "net": 0, "spent": 5},
            {"code": "05", "initial": 10},
            {"code": "06", "spent": 10},
        ),
        ECONOMIC,
        HALF,
    )
    first, zero, unspent, baseless = done.accounts
    assert (first.rate(NET), first.rate(INITIAL)) == (Fraction(1, 4), Fraction(1, 3))
    assert (zero.rate(NET), zero.is_without_base(NET)) == (None, True)
    assert (unspent.rate(INITIAL), unspent.kurus(SPENT)) == (None, None)
    assert (baseless.rate(NET), baseless.is_without_base(NET)) == (None, False)
    assert done.bases == (NET, INITIAL)


@pytest.mark.parametrize(("printed", "base"), [("initial", INITIAL), ("net", NET), (None, NET)])
def test_the_usual_base_is_that_of_the_printed_rates(printed: str | None, base: str) -> None:
    done = execution(
        rows({"code": "01", "base": printed, "initial": 3, "net": 4, "spent": 1}), ECONOMIC, HALF
    )
    assert done.usual_base == base


def test_without_a_base_there_is_none_to_choose() -> None:
    done = execution(rows({"code": "01", "spent": 1}), ECONOMIC, HALF)
    assert (done.bases, done.usual_base) == ((), "")


def test_a_printed_total_is_shown_and_a_missing_one_added_up_where_all_parts_are_stated() -> None:
    printed = execution(
        rows({"code": "01", "spent": 40}, {"code": "total", "spent": 99}), ECONOMIC, HALF
    )
    assert (printed.total.kurus(SPENT), printed.is_total_added) == (9_900, False)
    added = execution(
        rows({"code": "01", "spent": 40, "net": 50}, {"code": "03", "spent": 2}), ECONOMIC, HALF
    )
    assert (added.total.kurus(SPENT), added.is_total_added) == (4_200, True)
    assert added.total.kurus(NET) is None


def test_what_was_spent_outside_the_total_is_in_no_sum_of_ours_but_its_appropriation_is() -> None:
    done = execution(
        rows(
            {"code": "01", "initial": 90, "spent": 40},
            {"code": "09", "initial": 10, "spent": 8, "is_outside_total": True},
        ),
        ECONOMIC,
        HALF,
    )
    assert [account.code for account in done.accounts] == ["01"]
    assert [account.code for account in done.outside] == ["09"]
    assert (done.total.kurus(SPENT), done.total.kurus(INITIAL)) == (4_000, 10_000)
    assert [account.code for account in done.every] == ["01", "total", "09"]


@pytest.mark.parametrize(("initial", "is_in"), [(100, True), (90, False), (95, None)])
def test_adding_up_tells_whether_a_total_holds_what_stands_outside(
    initial: int, is_in: bool | None
) -> None:
    done = execution(
        rows(
            {"code": "01", "initial": 90, "spent": 40},
            {"code": "09", "initial": 10, "spent": 8, "is_outside_total": True},
            {"code": "total", "initial": initial, "spent": 40},
        ),
        ECONOMIC,
        HALF,
    )
    (reserve,) = done.outside
    assert done.is_in_total(reserve, INITIAL) is is_in
    assert done.is_in_total(reserve, NET) is None


def test_the_plan_stands_beside_and_adds_rows_that_no_document_tells_of() -> None:
    done = execution(
        rows({"code": "03", "spent": 1}),
        ECONOMIC,
        HALF,
        {"01": 500, "03": 900, "07": 0, "total": 1_400},
    )
    assert [(account.code, account.planned_kurus) for account in done.every] == [
        ("01", 500),
        ("03", 900),
        ("total", 1_400),
    ]
    assert (done.untold, done.is_planned, done.total.kurus(SPENT)) == (1, True, 100)


def test_only_the_main_table_speaks_and_other_places_are_contradictions() -> None:
    done = execution(
        rows(
            {"code": "total", "spent": 40},
            {"code": "total", "spent": 48, "statement": 2},
            {"code": "total", "spent": 40, "statement": 3},
            {"code": "total", "spent": 48, "statement": 4},
        ),
        ECONOMIC,
        HALF,
    )
    assert done.total.kurus(SPENT) == 4_000
    assert [(c.kurus, c.other_kurus) for c in done.contradictions] == [(4_000, 4_800)]


def test_days_are_those_of_the_year_on_which_something_is_spent_the_last_first() -> None:
    told = rows(
        {"code": "01", "spent": 1},
        {"code": "01", "spent": 2, "as_of": "2026-12-31"},
        {"code": "01", "spent": 2, "as_of": "2025-12-31"},
        {"code": "01", "net": 2, "as_of": "2026-03-31"},
        {"code": "01", "spent": 2, "as_of": "2026-09-30", "statement": 2},
        {"code": "01", "spent": 2, "as_of": "2026-01-31", "classification": "revenue"},
    )
    assert days(told, ECONOMIC, 2026) == (YEAR_END, HALF)


@pytest.mark.parametrize(
    ("day", "before"),
    [("2026-06-30", "2025-06-30"), ("2024-02-29", "2023-02-28"), ("2026-12-31", "2025-12-31")],
)
def test_a_year_before_is_the_same_day(day: str, before: str) -> None:
    assert year_before(datetime.date.fromisoformat(day)) == datetime.date.fromisoformat(before)


def test_activities_stand_in_the_order_of_their_numbers() -> None:
    done = execution(
        rows(
            {"code": "10", "spent": 1, "classification": "activity"},
            {"code": "9", "spent": 1, "classification": "activity"},
        ),
        Classification.ACTIVITY,
        HALF,
    )
    assert [account.code for account in done.accounts] == ["9", "10"]


def test_a_real_municipalitys_accounts_give_the_rates_that_they_print() -> None:
    """Function 01 and the total of final accounts of 2025, typed from a council's decision; the
    economic classification ends four kuruş beside the functional one."""
    told = rows(
        {
            "code": "01", "classification": "functional", "initial": 2495967693.18,
            "added": 271387034.54, "deducted": 500885841.36, "net": 2266468886.36,
            "spent": 2363991236.58,
        },
        {"code": "total", "classification": "functional", "initial": 4400000000,
         "net": 4400000000, "spent": 4091067616.24},
        {"code": "01", "initial": 537792000, "net": 594204232.59, "spent": 490635527.10},
        {"code": "02", "initial": 52896000, "net": 56429923.20, "spent": 43352606.76},
        {"code": "03", "initial": 2455020500, "net": 2447895078.69, "spent": 2352088299.67},
        {"code": "04", "initial": 26691000, "net": 46533000, "spent": 45869259.48},
        {"code": "05", "initial": 126593000, "net": 132920000, "spent": 119847134.88},
        {"code": "06", "initial": 777828000, "net": 1114981221.31, "spent": 1039274788.31},
        {"code": "07", "initial": 8461000, "net": 1000, "spent": 0},
        {"code": "09", "initial": 414718500, "net": 7035544.21, "spent": 0},
    )  # fmt: skip
    functional = execution(told, Classification.FUNCTIONAL, HALF)
    (first,) = functional.accounts
    assert [_per_cent(first.rate(base)) for base in (NET, INITIAL)] == [104.30, 94.71]
    assert _per_cent(functional.total.rate(NET)) == 92.98
    economic = execution(told, ECONOMIC, HALF)
    assert economic.is_total_added
    assert economic.total.kurus(SPENT) == 409_106_761_620
    assert functional.total.kurus(SPENT) == 409_106_761_624
    assert economic.total.kurus(INITIAL) == 440_000_000_000
    assert economic.accounts[-1].rate(NET) == 0


def _per_cent(rate: Fraction | None) -> float | None:
    return None if rate is None else round(float(rate * 100), 2)
