"""Another year and another municipality import without a change to the code."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from frictionless import validate as frictionless_validate

from kbb_data.checking.validation import validate
from kbb_data.importer import import_file
from kbb_data.rows import Row, Tables
from tests.support.source import ROOT

SMALL = ROOT / "tests" / "fixtures" / "programme_small.txt"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("small") / "2027"


@pytest.fixture(scope="module")
def tables(folder: Path) -> Tables:
    return import_file(SMALL, folder)


def row_of(tables: Tables, table: str, **key: object) -> Row:
    rows = [row for row in tables[table] if all(row[name] == value for name, value in key.items())]
    assert len(rows) == 1
    return rows[0]


def test_year_and_institution_come_from_the_text(tables: Tables) -> None:
    programme = tables["programme"][0]
    assert (programme["year"], programme["institution"]) == (
        2027,
        "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ",
    )
    assert (
        programme["source_title"] == "Çamlıova Büyükşehir Belediyesi 2027 Yılı Performans Programı"
    )
    assert {row["year"] for row in tables["indicator_values"]} == {2025, 2026, 2027}


def test_counts(tables: Tables) -> None:
    counts = {name: len(rows) for name, rows in tables.items()}
    assert (counts["aims"], counts["objectives"], counts["goals"]) == (2, 3, 3)
    assert (counts["indicators"], counts["activities"], counts["activity_costs"]) == (8, 5, 8)
    assert (counts["printed_performance"], counts["resource_needs"]) == (3 + 5 + 4, 15)
    assert (counts["assets"], counts["council_members"], counts["committees"]) == (26, 6, 21)


def test_every_layout_gives_the_same_reading(tables: Tables) -> None:
    costs = {(row["activity"], row["economic_code"]): row["amount"]
             for row in tables["activity_costs"]}  # fmt: skip
    assert costs == {
        (1, "03"): 437_000_00, (1, "06"): 7_195_000_00, (2, "03"): 2_368_000_00,
        (3, "05"): 1_000_000_00, (3, "06"): 29_000_000_00, (4, "03"): 4_000_000_00,
        (5, "03"): 600_000_50, (5, "05"): 400_000_00,
    }  # fmt: skip
    source = row_of(tables, "off_budget_resources", activity=3, source="other_domestic")
    assert source["amount"] == 5_000_000_00


def test_blank_is_not_zero(tables: Tables) -> None:
    assert row_of(tables, "activities", activity=2)["goal_table_off_budget"] is None
    assert row_of(tables, "activities", activity=2)["off_budget"] == 0
    assert row_of(tables, "activities", activity=5)["goal_table_off_budget"] is None
    assert row_of(tables, "goals", goal=3)["off_budget"] is None
    value = row_of(tables, "indicator_values", goal=2, indicator=1, year=2025)
    assert (value["value"], value["printed"]) == (None, "-")


def test_figures_stand_in_their_years_wherever_the_columns_are(tables: Tables) -> None:
    readers = [
        row for row in tables["indicator_values"] if (row["goal"], row["indicator"]) == (3, 1)
    ]
    assert [(row["year"], row["value"]) for row in readers] == [
        (2025, Decimal(38000)),
        (2026, Decimal(40000)),
        (2027, Decimal(45000)),
    ]


def test_committees_below_one_another_keep_their_seats(tables: Tables) -> None:
    seats = [row for row in tables["committees"] if row["committee"] == "ÇEVRE KOMİSYONU"]
    assert [(row["position"], row["name"]) for row in seats][:2] == [
        (1, "Ümit ÖĞÜT"),
        (2, "Şule ÇİĞDEM"),
    ]
    assert len([row for row in tables["committees"] if row["committee"] == "İMAR KOMİSYONU"]) == 5


def test_without_a_judged_file_no_committee_has_a_subject(tables: Tables) -> None:
    assert tables["committee_scopes"] == []


def test_notes_keep_what_they_say(tables: Tables) -> None:
    assert row_of(tables, "goals", goal=2)["note"] == "Köy yolları da buna girer."
    assert row_of(tables, "indicators", goal=2, indicator=1)["note"] == "Ova Yolu Dağ Yolu vb."
    assert row_of(tables, "indicators", goal=1, indicator=2)["note"] == (
        "Vatandaş ve kurumların talepleri."
    )
    assert row_of(tables, "activities", activity=3)["note"] == "Kış gelmeden bitecektir."


def test_sizes_and_parts(tables: Tables) -> None:
    depot = row_of(tables, "assets", name="Depo")
    assert (depot["area_m2"], depot["count"]) == (Decimal(300), 2)
    garden = row_of(tables, "assets", name="Dere Hobi Bahçesi")
    assert (garden["count"], garden["counted"]) == (237, "bahçe")
    ladder = [row for row in tables["asset_parts"] if row["asset"].endswith("merdivenli-arac")]
    assert [(row["label"], row["count"]) for row in ladder] == [("Merkez", 2), ("Iğdırlık", None)]
    house = [row for row in tables["asset_parts"] if "genc-evi" in row["asset"]]
    assert [(row["label"], row["area_m2"]) for row in house] == [
        ("Genç Evi-1", Decimal(442)),
        ("Genç Evi-2", Decimal(4284)),
    ]
    grave = row_of(tables, "assets", name="Dağ Mezarlığı (Iğdırlık)")
    assert (grave["area_m2"], grave["count"]) == (None, None)
    assert grave["size_printed"] == "63.456,92. m ² / 1"
    assert row_of(tables, "assets", name="Ek Bina")["area_m2"] is None
    assert row_of(tables, "assets", name="Ek Bina")["district"] is None
    assert row_of(tables, "assets", name="Ek Bina")["district_printed"] == "Çukurköy"


def test_nothing_is_judged_yet(tables: Tables) -> None:
    assert all(row["direction"] is None for row in tables["indicators"])
    assert all(row["kind"] is None for row in tables["assets"])
    assert [row["short_name"] for row in tables["aims"]] == [row["name"] for row in tables["aims"]]


@pytest.mark.parametrize(
    "finding",
    [
        "economic-codes.03",
        "economic-codes.05",
        "activity-names.5",
        "cost-table-goals.1.number",
        "cost-table-goals.5.number",
        "cost-table-amounts.2.off-budget",
        "cost-table-amounts.5.off-budget",
        "goal-table-sums.3.off-budget",
        "quoted-plan.2.aim",
        "responsibilities.2.missing",
        "responsibilities.3.unit",
        "resource-need-rows.off-budget-total",
        "asset-totals.mezarliklar.goguslu",
        "asset-readings.89.108-0000-m-2",
        "asset-readings.106.462-m",
        "asset-readings.118.63-456-92-m-2-1",
        "asset-districts.89",
        "indicator-units.2.2",
        "committee-members.committee.64.yabanci-kisi",
        "headings.263",
    ],
)
def test_deliberate_disagreements_are_found(tables: Tables, finding: str) -> None:
    assert finding in {row["finding"] for row in tables["findings"]}


def test_a_part_under_another_code_is_found_with_its_partner(tables: Tables) -> None:
    finding = row_of(tables, "findings", finding="economic-codes.03")
    assert (finding["stated"], finding["computed"], finding["difference"]) == (
        "7105000.50",
        "7405000.50",
        "300000.00",
    )
    assert "05" in finding["explanation"]


def test_nothing_else_disagrees(tables: Tables) -> None:
    quiet = {"off-budget-sources", "cost-table-sums", "performance-amounts",
             "performance-totals", "performance-shares", "stated-totals", "needs-to-performance",
             "performance-names", "responsibility-goals", "aim-headings", "staff-totals",
             "position-totals", "asset-parts", "indicator-readings"}  # fmt: skip
    loud = {row["check"] for row in tables["findings"]}
    assert not (quiet & loud)
    assert {row["check"] for row in tables["checks"]} >= quiet
    idle = {row["check"] for row in tables["checks"] if not row["compared"]}
    assert idle == {"indicator-notes", "indicator-assets"}


def test_the_dataset_is_sound(folder: Path, tables: Tables) -> None:
    assert tables
    assert validate(folder) == []
    assert frictionless_validate(str(folder / "datapackage.json")).valid


def test_importing_twice_changes_nothing(folder: Path, tables: Tables) -> None:
    assert tables
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    import_file(SMALL, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
