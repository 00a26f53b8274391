"""The committed 2025 dataset against the data contract and against the full text."""

from __future__ import annotations

import csv
import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from frictionless import validate as frictionless_validate

from kbb_data.checking.validation import validate
from kbb_data.importer import import_file
from kbb_data.schema import TABLES
from tests.support.source import ROOT, full_text

DATASET = ROOT / "kbb_data" / "2025"


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a committed CSV file, read without the project's own code."""
    with (DATASET / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def total(values: list[str]) -> Decimal:
    return sum((Decimal(value) for value in values if value), Decimal(0))


CONTRACT = {
    "programme": 1, "core_values": 10, "aims": 7, "objectives": 32, "goals": 32,
    "indicators": 157, "indicator_values": 471, "activities": 123, "activity_costs": 182,
    "off_budget_resources": 369, "economic_codes": 9, "spending_units": 25,
    "unit_responsibilities": 122, "printed_performance": 32 + 123 + 4, "resource_needs": 15,
    "assets": 245, "council_members": 70, "council_officers": 6, "executive_committee": 11,
    "committee_scopes": 75, "committee_omissions": 24, "topics": 12, "topic_assignments": 133,
    "staff": 3, "positions": 34, "position_occupancy": 2,
}  # fmt: skip


@pytest.mark.parametrize(("table", "count"), CONTRACT.items())
def test_row_counts(table: str, count: int) -> None:
    assert len(rows(table)) == count


def test_counts_within_tables() -> None:
    assert len({row["committee"] for row in rows("committees")}) == 6
    assert len({row["category"] for row in rows("assets")}) == 19
    assert sum(1 for row in rows("assets") if row["district"]) == 168
    assert sum(1 for row in rows("indicator_values") if not row["value"]) == 19
    assert Counter(row["class"] for row in rows("positions")) == {"civil_servant": 28, "worker": 6}
    assert sum(1 for row in rows("spending_units") if row["aliases"]) == 4
    assert len(rows("technology_facts")) >= 12


def test_what_a_committee_deals_with_is_of_the_programme_and_has_its_reason() -> None:
    known = {
        "programme": {"programme"},
        "goal": {row["goal"] for row in rows("goals")},
        "activity": {row["activity"] for row in rows("activities")},
        "indicator": {f"{row['goal']}.{row['indicator']}" for row in rows("indicators")},
        "spending_unit": {row["spending_unit"] for row in rows("spending_units")},
    }
    scopes = rows("committee_scopes")
    assert all(row["key"] in known[row["kind"]] for row in scopes)
    assert all(row["reason"].endswith(".") for row in scopes)
    seats = {row["committee"] for row in rows("committees")}
    assert {row["committee"] for row in scopes} == seats
    assert [row["committee"] for row in scopes if row["kind"] == "programme"] == [
        "PLAN VE BÜTÇE KOMİSYONU"
    ]


def held(row: dict[str, str]) -> set[str]:
    """The activities that a scope or an omission holds, from the files alone."""
    column = {"goal": "goal", "activity": "activity", "spending_unit": "spending_unit"}
    name = column.get(row["kind"])
    return {r["activity"] for r in rows("activities") if name and r[name] == row["key"]}


def test_every_activity_has_a_committee_or_a_reason_why_it_has_none() -> None:
    given = [(row["committee"], held(row)) for row in rows("committee_scopes")]
    covered = set().union(*(activities for _, activities in given))
    omitted = [held(row) for row in rows("committee_omissions")]
    left_out = set().union(*omitted)
    assert sum(map(len, omitted)) == len(left_out)
    assert not covered & left_out
    assert covered | left_out == {row["activity"] for row in rows("activities")}
    for committee in {name for name, _ in given}:
        own = [activities for name, activities in given if name == committee]
        assert sum(map(len, own)) == len(set().union(*own)), committee
    assert all(row["reason"].endswith(".") for row in rows("committee_omissions"))


def test_an_indicator_is_named_only_where_its_goal_belongs_in_part() -> None:
    of_goal: dict[str, set[str]] = {}
    for row in rows("activities"):
        of_goal.setdefault(row["goal"], set()).add(row["activity"])
    for row in rows("committee_scopes"):
        if row["kind"] != "indicator":
            continue
        own = [s for s in rows("committee_scopes") if s["committee"] == row["committee"]]
        covered = set().union(*(held(scope) for scope in own))
        goal = of_goal[row["key"].split(".")[0]]
        assert goal & covered, (row["committee"], row["key"])
        assert goal - covered, (row["committee"], row["key"])


def test_money_by_aim_and_in_all() -> None:
    aim_of = {row["objective"]: row["aim"] for row in rows("objectives")}
    goal_aim = {row["goal"]: aim_of[row["objective"]] for row in rows("goals")}
    activity_aim = {row["activity"]: goal_aim[row["goal"]] for row in rows("activities")}
    sums: Counter[str] = Counter()
    for row in rows("activity_costs") + rows("off_budget_resources"):
        sums[activity_aim[row["activity"]]] += Decimal(row["amount"])  # type: ignore[assignment]
    assert [sums[str(aim)] for aim in range(1, 8)] == [
        269_588_000, 4_865_537_000, 856_237_000, 1_710_000_000, 2_706_412_000, 108_300_000,
        4_306_000_000,
    ]  # fmt: skip
    roles = {row["role"]: Decimal(row["total"]) for row in rows("printed_performance")}
    assert roles["goals_total"] == sum(sums.values()) == 14_822_074_000
    assert roles["general_administration"] == 2_177_926_000
    assert roles["grand_total"] == 17_000_000_000


def test_the_forty_million_between_codes_03_and_05_are_found() -> None:
    findings = {row["finding"]: row for row in rows("findings")}
    third, fifth = findings["economic-codes.03"], findings["economic-codes.05"]
    assert (third["stated"], third["computed"]) == ("4479656000.00", "4519656000.00")
    assert (fifth["stated"], fifth["computed"]) == ("1424158000.00", "1384158000.00")
    assert (third["difference"], fifth["difference"]) == ("40000000.00", "-40000000.00")
    checks = {row["check"]: row for row in rows("checks")}
    assert (checks["economic-codes"]["compared"], checks["economic-codes"]["failed"]) == ("9", "2")


@pytest.mark.parametrize(
    "finding",
    [
        "activity-names.96",  # the cost table of goal 24 that bears the first one's name
        "responsibilities.81.missing",  # the sister-city activity
        "responsibilities.65.missing",  # plants named animals
        "cost-table-goals.123.number",  # goal 31 instead of 32
        "cost-table-goals.1.number",  # Performans Hedefi ():
        "cost-table-goals.41.statement",
        "cost-table-goals.42.statement",
        "cost-table-goals.54.statement",
        "quoted-plan.2.aim",
        "unit-spelling.etut-ve-projeler",
        "unit-spelling.ulasim-planlama-ve-rayli-sistem",
        "unit-spelling.isletmeler-ve-istirakler",
        "unit-spelling.1-hukuk-musavirligi",
        "asset-totals.mezarliklar.melikgazi",
        "indicator-readings.22.3.2024",
        "headings.1281",
        "asset-districts.480",
    ],
)
def test_known_slips_are_findings(finding: str) -> None:
    assert finding in {row["finding"] for row in rows("findings")}


def test_the_cemeteries_of_melikgazi() -> None:
    finding = next(
        row for row in rows("findings") if row["finding"] == "asset-totals.mezarliklar.melikgazi"
    )
    assert (finding["stated"], finding["computed"]) == ("1248679.3", "1255979.3")


def test_corrections_keep_the_printed_text() -> None:
    corrected = [row for row in rows("indicator_values") if row["correction"]]
    assert [(row["goal"], row["indicator"], row["year"], row["printed"], row["value"])
            for row in corrected] == [("22", "3", "2024", "40.00", "40000")]  # fmt: skip
    sizes = {row["size_printed"]: row for row in rows("assets")}
    assert sizes["108.0000 m ²"]["area_m2"] == "108000"
    assert sizes["63.456,92. m ² / 1"]["area_m2"] == "63456.92"
    assert all(sizes[size]["correction"] for size in ("108.0000 m ²", "462 m"))


def test_kinds_of_facilities() -> None:
    kinds = Counter((row["category"], row["kind"]) for row in rows("assets"))
    sports = "SPOR VE SOSYAL TESİSLER"
    assert kinds[sports, "social_centre"] == 19
    assert sum(count for (category, _), count in kinds.items() if category == sports) == 59
    assert kinds["İTFAİYE BİNALARI", "fire_station"] == 17
    assert kinds["KÜTÜPHANELER", "library"] == 13
    assert all(
        row["kind"] == "social_centre"
        for row in rows("assets")
        if row["name"].endswith("Sosyal Yaşam Merkezi")
    )
    assert all(row["kind"] for row in rows("assets"))


def test_fire_engines_keep_their_stations() -> None:
    stations = {row["asset"] for row in rows("assets") if row["kind"] == "fire_station"}
    parts = [row for row in rows("asset_parts") if row["part"] == "station"]
    assert {row["station"] for row in parts} <= stations
    engines = {row["asset"]: row for row in rows("assets") if row["kind"] == "fire_vehicle"}
    assert {row["asset"] for row in parts} == set(engines)
    ladder = [row["label"] for row in parts if "28-m" in row["asset"]]
    assert ladder == ["Mimarsinan", "Talas", "Develi", "Tomarza", "Yahyalı"]


def test_every_indicator_has_a_judged_direction_with_a_reason() -> None:
    judged = rows("indicators")
    assert all(row["direction"] and row["direction_reason"] for row in judged)
    reasons = Counter(row["direction_reason"] for row in judged)
    assert reasons.most_common(1)[0][1] <= 3


def test_every_row_says_where_it_stands() -> None:
    for table in TABLES:
        for row in rows(table.name):
            assert row["source_section"]
            assert int(row["source_line"]) > 0


def test_the_dataset_is_sound() -> None:
    assert validate(DATASET) == []


def test_the_data_package_is_valid_to_an_independent_validator() -> None:
    report = frictionless_validate(str(DATASET / "datapackage.json"))
    assert report.valid, report.flatten(["type", "rowNumber", "note"])
    assert len(report.tasks) == len(TABLES)


@pytest.mark.source
def test_the_full_text_gives_the_committed_dataset_byte_for_byte(tmp_path: Path) -> None:
    import_file(full_text(), tmp_path)
    written = {path.name for path in tmp_path.iterdir()}
    # What changed in the data is written by people, and read by no importer.
    assert written == {path.name for path in DATASET.iterdir()} - {"changes.toml"}
    for path in sorted(tmp_path.iterdir()):
        assert path.read_bytes() == (DATASET / path.name).read_bytes(), path.name


@pytest.mark.source
def test_every_line_is_taken_up_or_passed_over_with_a_reason() -> None:
    report = json.loads((DATASET / "import-report.json").read_text(encoding="utf-8"))
    assert all(entry["reason"] for entry in report["passed_over"])
    text = full_text().read_text(encoding="utf-8").split("\n")
    passed = {entry["line"]: entry for entry in report["passed_over"]}
    for number, entry in passed.items():
        assert text[number - 1].strip() == entry["text"]
    # No passed-over line of the money tables carries an amount, but for the postal address.
    for entry in passed.values():
        if entry["section"].startswith(("2.3", "2.4", "2.5")):
            assert ",00" not in entry["text"]
