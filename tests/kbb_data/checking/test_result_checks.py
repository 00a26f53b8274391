"""What the real reports and accounts contradict themselves in is found; typed by hand."""

from __future__ import annotations

import copy
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from kbb_data.checking import validation
from kbb_data.checking.appropriations import lira_of
from kbb_data.checking.checks import reconcile
from kbb_data.checking.result_checks import RESULT_CHECKS
from kbb_data.problems import Problem
from kbb_data.rows import Row, Tables
from tests.kbb_data.checking.reported import (
    blank,
    compared,
    document,
    found,
    money,
    planted,
    result,
)
from tests.kbb_data.results import real
from tests.support.datasets import KAYSERI

Change = Callable[[Tables], None]

_, SOUND = validation.inspect(KAYSERI)


def after(*changes: Change) -> Tables:
    """The tables of a programme with what was taken in beside them."""
    tables = copy.deepcopy(SOUND)
    for change in changes:
        change(tables)
    return tables


def told(row: Row) -> tuple[str, str, str, str]:
    return row["kind"], row["stated"], row["computed"], row["difference"]


def test_a_programme_without_results_has_none_of_these_checks() -> None:
    labels = next(row["compared"] for row in SOUND["checks"] if row["check"] == "headings")
    checks, findings = reconcile(SOUND, [], labels)
    committed = [row for row in SOUND["findings"] if row["check"] != "headings"]
    assert findings == committed
    assert [row["check"] for row in checks] == [row["check"] for row in SOUND["checks"]]
    assert not [row for row in checks if row["check"].startswith("result-")]


def test_the_three_totals_and_the_two_personnel_figures_are_found() -> None:
    findings = found(after(planted(real.half_year_2023(), "y")))
    key = "economic.total.2023-06-30.y"
    assert told(findings[f"result-statements.{key}.2.spent"]) == (
        "disagrees", "794518135.41", "794508589.99", "-9545.42",
    )  # fmt: skip
    assert told(findings[f"result-statements.{key}.6.spent"]) == (
        "disagrees", "794518135.41", "879223589.99", "84705454.58",
    )  # fmt: skip
    assert told(findings[f"result-rates.{key}.6"]) == ("disagrees", "53.2", "53.29", "0.09")
    assert told(findings["result-statements.economic.01.2023-06-30.y.2.spent"]) == (
        "disagrees", "83277177.78", "83271327.53", "-5850.25",
    )  # fmt: skip
    location = findings[f"result-statements.{key}.6.spent"]["location"]
    title = "GEBZE BELEDİYESİ 2023 YILI KURUMSAL MALİ DURUM VE BEKLENTİLER RAPORU"
    assert location == (
        f"“{title}” (satır 48, 134), ekonomik sınıflandırmanın toplamı, 30.06.2023 itibarıyla, "
        "harcanan"
    )


def test_all_that_the_report_of_2023_contradicts_itself_in() -> None:
    tables = after(planted(real.half_year_2023(), "y"))
    findings = found(tables)
    assert sorted(code.replace(".2023-06-30.y", "") for code in findings) == sorted(
        [
            "result-rates.economic.total.6",
            "result-rates.revenue.09.3",
            *(f"result-statements.economic.{code}.2.spent" for code in ("01", "02", "05", "09")),
            *(f"result-statements.economic.{code}.4.expected" for code in ("03", "04", "07", "09")),
            "result-statements.economic.total.2.spent",
            "result-statements.economic.total.6.spent",
            "result-statements.revenue.05.3.initial",
            "result-statements.revenue.09.3.initial",
            "result-statements.revenue.09.3.expected",
        ]
    )
    # Both tables add up without the reserve, and the months to the first table.
    made = compared(tables)
    assert made["result-parts"] == 9
    assert made["result-months"] == 28
    assert made["result-rates"] == 27


def test_the_report_of_2020_contradicts_itself_in_one_place() -> None:
    tables = after(planted(real.half_year_2020(), "y"))
    findings = found(tables)
    assert [told(row) for row in findings.values()] == [
        ("disagrees", "149210914.61", "149860548.68", "649634.07")
    ]
    assert list(findings) == ["result-statements.revenue.total.2020-06-30.y.3.spent"]
    assert compared(tables)["result-rates"] == 20


def test_the_classifications_of_the_final_accounts_end_four_kurus_apart() -> None:
    tables = after(planted(real.final_accounts(), "k"))
    findings = found(tables)
    assert list(findings) == ["result-classifications.2025-12-31.k.spent"]
    (row,) = findings.values()
    assert told(row) == ("disagrees", "4091067616.20", "4091067616.24", "0.04")
    assert row["explanation"].endswith(
        "Belge ekonomik sınıflandırmanın toplamını yazmıyor; satırları toplandı."
    )
    made = compared(tables)
    assert (made["result-rates"], made["result-net"]) == (9, 17)
    assert (made["result-parts"], made["result-classifications"]) == (6, 6)


def test_a_report_that_restates_a_year_is_a_revision() -> None:
    """The first half of 2020 is 126,178,960.52 in one report and 126,476,777.76 in the next."""

    def newer(tables: Tables) -> None:
        tables["documents"].append(document("z", 2, as_of="2021-06-30"))
        row = money("z", "total", as_of="2020-06-30", spent=12647677776)
        tables["appropriations"].append(row)

    findings = found(after(planted(real.half_year_2020(), "y"), newer))
    row = findings["result-documents.economic.total.2020-06-30.z.spent"]
    assert told(row) == ("question", "126178960.52", "126476777.76", "297817.24")
    assert row["explanation"].startswith("Revizyon: ")


def one(*rows: Row, documents: tuple[Row, ...] = ()) -> Change:
    def change(tables: Tables) -> None:
        tables["documents"] += documents or (document("a"),)
        for row in rows:
            tables[table_of(row)].append(row)

    return change


def table_of(row: Row) -> str:
    if "month" in row:
        return "monthly_amounts"
    return "appropriations" if "classification" in row else "indicator_results"


@pytest.mark.parametrize(
    ("values", "differs"),
    [
        ({"spent": 150, "initial": 200, "printed_rate": "75.00", "base": "initial"}, ""),
        ({"spent": 150, "initial": 200, "printed_rate": "75", "base": "initial"}, ""),
        ({"spent": 151, "initial": 200, "printed_rate": "75", "base": "initial"}, "1"),
        ({"spent": 151, "initial": 200, "printed_rate": "76", "base": "initial"}, ""),
        ({"spent": 150, "initial": 150, "net": 200, "printed_rate": "100", "base": "net"}, "-25"),
        # Nothing can be a rate of nothing.
        ({"spent": 150, "initial": 0, "printed_rate": "0.00", "base": "initial"}, None),
        ({"spent": None, "initial": 200, "printed_rate": "5", "base": "initial"}, None),
        ({"spent": 150, "initial": 200, "printed_rate": "5", "base": None}, None),
    ],
)
def test_rates_are_held_to_the_decimals_that_they_print(
    values: dict[str, Any], differs: str | None
) -> None:
    rate = Decimal(values["printed_rate"])
    tables = after(one(money("a", "01", **{**values, "printed_rate": rate})))
    assert compared(tables)["result-rates"] == (differs is not None)
    differences = [row["difference"] for row in found(tables).values()]
    assert differences == ([differs] if differs else [])


def test_a_net_appropriation_follows_from_what_was_added_and_deducted() -> None:
    own = {"initial": 1000, "supplementary": 100, "added": 50, "deducted": 250}
    assert not found(after(one(money("a", "01", net=900, **own))))
    findings = found(after(one(money("a", "01", net=1400, **own))))
    assert told(findings["result-net.economic.01.2027-12-31.a.1"]) == (
        "disagrees", "14.00", "9.00", "-5.00",
    )  # fmt: skip
    # Half-year reports print no changes: the net appropriation is then nobody's sum.
    assert compared(after(one(money("a", "01", net=9, initial=8))))["result-net"] == 0


def test_parts_add_up_to_the_total_of_their_own_table() -> None:
    def line(code: str, number: int, **values: Any) -> Row:
        return money("a", code, source_line=number, **values)

    table = [line("01", 3, spent=5), line("09", 4, spent=7, is_outside_total=True, initial=2)]
    sound = after(one(*table, line("total", 5, spent=5, initial=2)))
    assert (found(sound), compared(sound)["result-parts"]) == ({}, 2)
    findings = found(after(one(*table, line("total", 5, spent=12, initial=2))))
    row = findings["result-parts.economic.total.2027-12-31.a.1.spent"]
    assert told(row) == ("disagrees", "0.12", "0.05", "-0.07")
    assert row["explanation"].endswith("Belgenin toplam dışında tuttuğu 09 kodu katılmadı.")
    # A total that stands first is that of the rows below it.
    first = after(one(*table, line("total", 1, spent=5, initial=3)))
    assert list(found(first)) == ["result-parts.economic.total.2027-12-31.a.1.initial"]
    # Blank is not zero, and a total alone is nobody's sum.
    assert compared(after(one(line("total", 5, spent=5))))["result-parts"] == 0


def test_months_are_held_against_the_period_that_they_fill() -> None:
    def month(number: int, amount: int | None) -> Row:
        return blank("monthly_amounts", classification="economic", code="01", year=2027,
                     month=number, amount=amount, document="a")  # fmt: skip

    half = money("a", "01", as_of="2027-06-30", spent=21)
    months = [month(number, number) for number in range(1, 7)]
    sound = after(one(half, *months))
    assert (found(sound), compared(sound)["result-months"]) == ({}, 1)
    assert list(found(after(one(half, *months[:5], month(6, 7))))) == [
        "result-months.economic.01.2027-06-30.a"
    ]
    for lacking in ([*months[1:]], [*months[:5]], [*months[:5], month(6, None)]):
        assert compared(after(one(half, *lacking)))["result-months"] == 0


def test_a_correction_is_told_apart_from_a_revision() -> None:
    def documents(**values: Any) -> tuple[Row, ...]:
        # The older one was taken in last: its day counts.
        return (
            document("b", 1, date="2028-03-01", **values), document("a", 2, date="2028-02-01"),
        )  # fmt: skip

    rows = (
        money("a", "01", spent=500), money("b", "01", spent=700), result("a", 1, 1, 5),
        result("b", 1, 1, 6),
    )  # fmt: skip
    for values, said in (
        ({}, "Revizyon: yeni belge"),
        ({"corrects": "a", "correction_reason": "Virgül kaymış."}, "Düzeltme: yeni belge"),
    ):
        findings = found(after(one(*rows, documents=documents(**values))))
        row = findings["result-documents.economic.01.2027-12-31.b.spent"]
        assert told(row) == ("question", "5.00", "7.00", "2.00")
        assert row["explanation"].startswith(said)
        assert ("(Virgül kaymış.)" in row["explanation"]) == bool(values)
        row = findings["result-values.1.1.2027-12-31.b"]
        assert told(row) == ("question", "5", "6", "1")
        assert row["explanation"].startswith(said)


def first_target(tables: Tables) -> tuple[int, int, Decimal]:
    row = next(
        row
        for row in tables["indicator_values"]
        if row["kind"] == "target" and row["value"] is not None
    )
    return row["goal"], row["indicator"], row["value"]


def test_a_target_altered_after_the_event_is_found() -> None:
    goal, indicator, target = first_target(SOUND)
    values = {"as_of": "2025-12-31"}
    sound = result("a", goal, indicator, target, **values, target_stated=target)
    assert "result-targets" not in {row["check"] for row in found(after(one(sound))).values()}
    altered = result("a", goal, indicator, target, **values, target_stated=target - 1)
    findings = found(after(one(altered)))
    row = findings[f"result-targets.{goal}.{indicator}.2025-12-31.a"]
    assert (row["kind"], row["difference"], row["certainty"]) == ("disagrees", "1", "certain")
    unstated = after(one(result("a", goal, indicator, target, **values)))
    assert compared(unstated)["result-targets"] == 0


@pytest.mark.parametrize(
    ("more", "as_of", "reason", "is_missing"),
    [
        (0, "2025-12-31", None, False),
        (1, "2025-12-31", None, True),
        ("-0.01", "2025-12-31", None, True),
        (1, "2025-12-31", "Kış uzun sürdü.", False),
        # Half a year's result deviates from no target.
        (1, "2025-06-30", None, False),
    ],
)
def test_every_deviation_of_a_year_needs_its_reason(
    more: int | str, as_of: str, reason: str | None, is_missing: bool
) -> None:
    goal, indicator, target = first_target(SOUND)
    value = target + Decimal(more)
    row = result("a", goal, indicator, value, as_of=as_of, deviation_reason=reason)
    findings = found(after(one(row)))
    code = f"result-reasons.{goal}.{indicator}.{as_of}.a"
    assert (code in findings) == is_missing
    if is_missing:
        assert (findings[code]["kind"], findings[code]["severity"]) == ("blank", "medium")


@pytest.mark.parametrize(
    ("times", "as_of", "is_found"),
    [
        ("10", "2025-12-31", True),
        ("9.9", "2025-12-31", False),
        ("0.1", "2025-12-31", True),
        ("0.11", "2025-12-31", False),
        ("0", "2025-12-31", False),
        # A part of the year may have reached little of its target, not ten times as much.
        ("0.01", "2025-06-30", False),
        ("11", "2025-06-30", True),
    ],
)
def test_a_value_of_another_size_than_its_target_is_asked_about(
    times: str, as_of: str, is_found: bool
) -> None:
    goal, indicator, target = first_target(SOUND)
    tables = after(one(result("a", goal, indicator, target * Decimal(times), as_of=as_of)))
    findings = found(tables)
    code = f"result-leaps.{goal}.{indicator}.{as_of}.a"
    assert (code in findings) == is_found
    assert compared(tables)["result-leaps"] == (times != "0")
    if is_found:
        assert (findings[code]["kind"], findings[code]["severity"]) == ("question", "medium")


@pytest.mark.parametrize(
    ("unit", "target", "value", "is_found"),
    [
        ("%", "92", "1.1", True),
        ("%", "92", "2.1", False),
        ("%", "19", "1.9", False),
        ("%", "92", "0", False),
        ("km", "92", "1.1", False),
    ],
)
def test_a_rate_that_may_be_one_of_one_is_asked_about_at_any_time(
    unit: str, target: str, value: str, is_found: bool
) -> None:
    goal, indicator, _ = first_target(SOUND)

    def altered(tables: Tables) -> None:
        for row in tables["indicators"]:
            if (row["goal"], row["indicator"]) == (goal, indicator):
                row["unit"] = unit
        for row in tables["indicator_values"]:
            if (row["goal"], row["indicator"], row["kind"]) == (goal, indicator, "target"):
                row["value"] = Decimal(target)

    day = "2025-06-30"
    tables = after(altered, one(result("a", goal, indicator, Decimal(value), as_of=day)))
    assert (f"result-leaps.{goal}.{indicator}.{day}.a" in found(tables)) == is_found


def test_amounts_are_written_as_the_documents_print_them() -> None:
    assert lira_of(1_234_567_89) == "1.234.567,89"
    assert lira_of(5) == "0,05"


def test_a_dataset_with_results_is_sound_and_codes_are_unique() -> None:
    tables = after(
        planted(real.half_year_2023(), "y", 1), planted(real.half_year_2020(), "x", 2),
        planted(real.final_accounts(), "k", 3),
    )  # fmt: skip
    tables["checks"], tables["findings"] = reconcile(tables, [], 0)
    problems: list[Problem] = validation.keys(tables)
    assert problems == []
    ran = {row["check"] for row in tables["checks"]}
    assert {check.name for check in RESULT_CHECKS} <= ran
