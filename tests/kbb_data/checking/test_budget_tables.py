"""The reconciliations of programme budgets: the fixtures' disagreements, and planted ones."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from kbb_data.checking import validation
from kbb_data.checking.checks import CHECKS, HEADINGS, reconcile
from kbb_data.importer import import_file
from kbb_data.rows import Row, Tables
from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from tests.support.datasets import BUDGET_CODES_TEXT, BUDGET_TEXT

MILLION = 1_000_000_00

#: Code, severity, stated, computed: the disagreements that were put into the fixtures.
FUNDS = [
    ("sub-programme-sums.2.budget", "high", "180000000.00", "170000000.00"),
    ("sub-programme-sums.2.total", "high", "190000000.00", "180000000.00"),
    ("sub-programme-sums.6.2027.forecast.total", "high", "52000000.00", "56000000.00"),
    ("sub-programme-sums.6.funds.2027.forecast.total", "high", "52000000.00", "56000000.00"),
    ("schedule-amounts.activity-8.activity.budget", "high", "15500000.00", "15000000.00"),
    ("schedule-amounts.activity-8.activity.total", "high", "15500000.00", "15000000.00"),
    ("schedule-sums.goal-5.activity.budget", "high", "33000000.00", "33500000.00"),
    ("schedule-sums.goal-5.activity.total", "high", "34000000.00", "34500000.00"),
    ("explained-names.6", "medium", "Ağaçlandırma ve fidan dikimi", "Ağaçlandırma"),
    ("indicator-units.8.2", "low", "Elektronik ortamda sonuçlanan başvuruların payı", None),
]
CODES = [("activity-sums.3.total", "high", "10700000.00", "10600000.00")]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("budgets")
    for text in (BUDGET_TEXT, BUDGET_CODES_TEXT):
        import_file(text, folder / text.stem)
    return {"funds": folder / BUDGET_TEXT.stem, "codes": folder / BUDGET_CODES_TEXT.stem}


@pytest.fixture(scope="module")
def read_tables(folders: dict[str, Path]) -> dict[str, Tables]:
    inspected = {name: validation.inspect(folder) for name, folder in folders.items()}
    assert [problems for problems, _ in inspected.values()] == [[], []]
    return {name: tables for name, (_, tables) in inspected.items()}


@pytest.mark.parametrize(("name", "expected"), [("funds", FUNDS), ("codes", CODES)])
def test_the_fixtures_disagreements_are_found(
    read_tables: dict[str, Tables], name: str, expected: list[tuple[str, ...]]
) -> None:
    findings = read_tables[name]["findings"]
    keys = ("finding", "severity", "stated", "computed")
    assert [tuple(row[key] for key in keys) for row in findings] == expected


def test_a_place_is_of_the_form(read_tables: dict[str, Tables]) -> None:
    words = {row["finding"]: row["location"] for row in read_tables["funds"]["findings"]}
    assert words["indicator-units.8.2"].startswith("8. alt program, 2. gösterge")
    assert not any("hedef tablosu" in row["location"] + row["explanation"]
                   for row in read_tables["funds"]["findings"])  # fmt: skip


def test_checks_of_the_other_form_say_that_there_is_no_table(
    read_tables: dict[str, Tables],
) -> None:
    states = {row["check"]: row["state"] for row in read_tables["funds"]["checks"]}
    assert list(states) == [*(check.name for check in CHECKS), HEADINGS[0]]
    assert {states[check.name] for check in CHECKS if check.form == STRATEGIC_PLAN} == {"no_table"}
    assert states["sub-programme-sums"] == states["schedule-sums"] == "run"
    assert states["activity-codes"] == "no_table", "no lines by economic code"


#: Dataset, table, key, what is set, and the findings of it.
ALTERED: dict[str, tuple[str, str, dict[str, Any], dict[str, Any], set[str]]] = {
    "a fund of an activity": (
        "funds", "activities", {"activity": 5}, {"budget": 41 * MILLION}, {
            "activity-sums.5.total", "sub-programme-sums.3.budget",
            "schedule-amounts.activity-5.activity.budget",
            "schedule-amounts.aim-2.programme-code.budget",
            "schedule-amounts.goal-3.sub-programme-code.budget",
        }),
    "another year": (
        "funds", "activity_amounts",
        {"activity": 5, "year": 2025, "kind": "half_year_actual", "fund": "off_budget"},
        {"amount": 7 * MILLION}, {
            "activity-sums.5.2025.half-year-actual.total",
            "sub-programme-sums.3.2025.half-year-actual.off-budget",
        }),
    "a total": (
        "funds", "printed_amounts",
        {"printed_in": "costs", "number": 4, "year": 2028, "kind": "forecast", "fund": "total"},
        {"amount": None},
        {"sub-programme-sums.4.2028.forecast.total",
         "sub-programme-sums.4.funds.2028.forecast.total"}),
    "a code in a schedule": (
        "funds", "printed_amounts",
        {"printed_in": "programme_code", "number": 4, "economic_code": "09", "year": 2026},
        {"amount": 11 * MILLION},
        {"schedule-sums.aim-4.programme-code.budget",
         "schedule-codes.aim-4.programme-code.09.budget"}),
    "a name in a schedule": (
        "funds", "printed_amounts",
        {"printed_in": "activity", "number": 2, "level": "activity", "fund": "budget"},
        {"label": "Taşıma işletmeciliği"}, {"schedule-names.activity.599"}),
    "a line by code": (
        "codes", "activities", {"activity": 1}, {"goal_table_budget": 7 * MILLION},
        {"activity-codes.1.budget"}),
}  # fmt: skip


@pytest.mark.parametrize("name", ALTERED)
def test_what_is_altered_is_found_and_nothing_else(
    read_tables: dict[str, Tables], name: str
) -> None:
    of, table, key, values, expected = ALTERED[name]
    tables = copy.deepcopy(read_tables[of])
    own = {row["finding"] for row in tables["findings"]}
    (row,) = [r for r in tables[table] if all(r[column] == key[column] for column in key)]
    assert all(row[column] != value for column, value in values.items())
    row.update(values)
    _, findings = reconcile(tables, [], 0)
    assert {finding["finding"] for finding in findings} - own == expected


def test_a_blank_and_a_zero_say_the_same(read_tables: dict[str, Tables]) -> None:
    tables = copy.deepcopy(read_tables["funds"])
    rows: list[Row] = [
        row for table, column in (("activity_amounts", "amount"), ("activities", "off_budget"))
        for row in tables[table] if row[column] == 0
    ]  # fmt: skip
    assert len(rows) > 10
    for row in rows:
        row["amount" if "amount" in row else "off_budget"] = None
    _, findings = reconcile(tables, [], 0)
    assert [row["finding"] for row in findings] == [finding for finding, *_ in FUNDS]


def test_every_check_of_the_form_is_tried() -> None:
    tried = {code.split(".")[0] for *_, codes in ALTERED.values() for code in codes}
    tried |= {code.split(".")[0] for code, *_ in (*FUNDS, *CODES)}
    assert {check.name for check in CHECKS if check.form == PROGRAMME_BUDGET} <= tried


def test_a_code_beside_its_parts_is_not_added_twice(tmp_path: Path) -> None:
    text = BUDGET_CODES_TEXT.read_text(encoding="utf-8")
    line = "03.2 Tüketime Yönelik Mal ve Malzeme Alımları\tBütçe İçi\t1.250.000"
    whole = "03 Mal ve Hizmet Alımları\tBütçe İçi\t1.250.000\t600.000\t1.200.000\t1.400.000"
    assert text.count(line) == 1
    path = tmp_path / "whole.txt"
    path.write_text(text.replace(line, f"{whole}\t1.600.000\t1.700.000\n{line}"), encoding="utf-8")
    tables = import_file(path, tmp_path / "whole")
    (first, *_) = tables["activities"]
    assert first["budget"] == 7_640_000_00, "the whole as printed, once"
    costs = {row["economic_code"]: row["amount"] for row in tables["activity_costs"][:3]}
    assert costs["03"] == 1_400_000_00
    names = {row["economic_code"]: row["name"] for row in tables["economic_codes"]}
    assert names["03"] == "Mal ve Hizmet Alımları", "as printed"
    codes = [row["finding"] for row in tables["findings"]]
    assert codes == [
        "activity-sums.1.total",
        "activity-sums.3.total",
        "activity-codes.1.code-03-3.budget",
    ]
