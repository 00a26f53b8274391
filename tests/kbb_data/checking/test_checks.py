"""Every check against a programme that agrees with itself, and then with one thing altered.

The programme is ``programme_ties.txt``; what a check must find is worked out by hand.
"""

from __future__ import annotations

import copy
import shutil
from decimal import Decimal
from typing import Any

import pytest

from kbb_data.checking.checks import CHECKS, HEADINGS, reconcile
from kbb_data.importer import import_file
from kbb_data.rows import Row, Tables
from kbb_data.schema import PROGRAMME_BUDGET
from tests.kbb_data.checking.altered import ALTERED, MILLION
from tests.support import datasets

#: What the programme's own text disagrees about.
OWN = {
    "asset-readings.56.108-0000-m-2",
    "asset-districts.56",
    "indicator-readings.1.1.2025",
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder = tmp_path_factory.mktemp("checks") / "dataset"
    shutil.copytree(datasets.TIES_JUDGED, folder)
    return import_file(datasets.TIES_TEXT, folder)


@pytest.fixture
def tables(sound: Tables) -> Tables:
    """The programme's tables, to be altered."""
    return copy.deepcopy(sound)


def row_of(tables: Tables, table: str, **key: Any) -> Row:
    (row,) = [
        row for row in tables[table] if all(row[name] == value for name, value in key.items())
    ]
    return row


def disagreements(tables: Tables) -> dict[str, Row]:
    """What disagrees beside the programme's own findings, by code."""
    _, findings = reconcile(tables, [], 0)
    return {row["finding"]: row for row in findings if row["finding"] not in OWN}


#: What the figures of checks are in that are not about money or words alone.
UNITS = {
    "performance-shares": ("%",),
    "stated-totals": ("TRY", "adet"),
    "staff-totals": ("kişi",),
    "position-totals": ("kişi", "kadro"),
}


def figures(findings: dict[str, Row]) -> dict[str, tuple[Any, ...]]:
    return {
        code: (row["severity"], row["stated"], row["computed"], row["difference"])
        for code, row in findings.items()
    }


def test_a_programme_that_agrees_with_itself_has_no_other_finding(tables: Tables) -> None:
    checks, _ = reconcile(tables, [], 0)
    assert disagreements(tables) == {}
    of_form = [check.name for check in CHECKS if check.form != PROGRAMME_BUDGET]
    assert [row["check"] for row in checks] == [*of_form, HEADINGS[0]]
    assert sum(row["readings"] for row in checks) == len(OWN)
    assert not any(row[kind] for row in checks for kind in ("failed", "slips", "blank"))
    idle = {row["check"] for row in checks if not row["compared"]}
    assert idle == {
        HEADINGS[0],
        "asset-parts",
        "asset-totals",
        "facility-districts",
        "indicator-notes",
        "indicator-assets",
    }
    assert {row["check"] for row in checks if row["state"] == "nothing"} == idle


@pytest.mark.parametrize("name", ALTERED)
def test_what_is_altered_is_found_and_nothing_else(tables: Tables, name: str) -> None:
    table, key, values, expected = ALTERED[name]
    row = row_of(tables, table, **key)
    assert all(row[column] != value for column, value in values.items() if value is not None)
    row.update(values)
    findings = disagreements(tables)
    assert figures(findings) == expected
    for code, finding in findings.items():
        assert finding["unit"] in UNITS.get(finding["check"], ("TRY", "text", "no")), code


def test_every_check_is_tried() -> None:
    tried = {code.split(".")[0] for *_, findings in ALTERED.values() for code in findings}
    # Of these the small programme holds disagreements (tests/kbb_data/test_small_programme.py).
    elsewhere = {"asset-totals", "asset-parts", "asset-readings"}
    # Of these the tests below and those of the module each.
    own = {
        "goal-table-names",
        "facility-districts",
        "indicator-leaps",
        "indicator-notes",
        "indicator-assets",
        "brackets",
        "spelling",
    }
    # Of those of programme budgets tests/kbb_data/checking/test_budget_tables.py.
    of_form = {check.name for check in CHECKS if check.form != PROGRAMME_BUDGET}
    assert tried | elsewhere | own == of_form


def test_an_amount_under_another_code_names_where_it_stands(tables: Tables) -> None:
    row_of(tables, "activity_costs", activity=4)["economic_code"] = "03"
    findings = disagreements(tables)
    assert figures(findings) == {
        "economic-codes.03": ("high", "20100000.00", "55000000.00", "34900000.00"),
        "economic-codes.06": ("high", "49900000.00", "15000000.00", "-34900000.00"),
    }
    where = "maliyet tablolarında 03, tablo 2.5'te 06 kodunda duran bir tutar"
    assert "ters yönde 06 kodunda da var" in findings["economic-codes.03"]["explanation"]
    assert "ters yönde 03 kodunda da var" in findings["economic-codes.06"]["explanation"]
    assert all(where in row["explanation"] for row in findings.values())


def test_a_gap_without_a_partner_names_none(tables: Tables) -> None:
    row_of(tables, "activity_costs", activity=1)["amount"] += MILLION
    row_of(tables, "activity_costs", activity=4)["amount"] += MILLION
    assert all("ters yönde" not in row["explanation"] for row in disagreements(tables).values())


def test_a_borrowed_name_says_whose_it_is(tables: Tables) -> None:
    row_of(tables, "activities", activity=2)["cost_table_name"] = (
        "100. Yıl Caddesi düzenleme faaliyeti"
    )
    explanation = disagreements(tables)["activity-names.2"]["explanation"]
    assert explanation.startswith("Maliyet tablosu 1. faaliyetin adını taşıyor")


def test_a_blank_beside_a_zero_is_form_and_beside_money_is_not(tables: Tables) -> None:
    blank, unstated = (row_of(tables, "activities", activity=number) for number in (2, 4))
    blank["goal_table_off_budget"] = unstated["goal_table_off_budget"] = None
    findings = disagreements(tables)
    assert findings["cost-table-amounts.2.off-budget"]["severity"] == "low"
    assert "sıfır olduğu" in findings["cost-table-amounts.2.off-budget"]["explanation"]
    assert findings["cost-table-amounts.4.off-budget"]["severity"] == "medium"
    assert "hesaplanabiliyor" in findings["cost-table-amounts.4.off-budget"]["explanation"]


@pytest.mark.parametrize(("size", "is_found"), [(4, True), (5, False), (9, False), (10, True)])
def test_a_committee_has_five_to_nine_members(tables: Tables, size: int, is_found: bool) -> None:
    seats = [row for row in tables["committees"] if row["committee"] == "ÇEVRE KOMİSYONU"]
    seats_beside = [row for row in tables["committees"] if row["committee"] != "ÇEVRE KOMİSYONU"]
    filled = (seats * 2)[:size]
    tables["committees"] = seats_beside + [
        {**row, "position": place} for place, row in enumerate(filled, 1)
    ]
    code = "committee-members.size.cevre-komisyonu"
    assert (code in disagreements(tables)) is is_found
    if is_found:
        assert figures(disagreements(tables))[code] == ("medium", str(size), "5-9", None)


def test_a_category_and_the_line_that_sums_it_up(tables: Tables) -> None:
    """Two parks of 1,000 m² in two districts; a line of another category sums each up."""
    park = row_of(tables, "assets", name="100. Yıl Parkı")
    line = {
        **park,
        "asset": "sum",
        "category": "HİZMET BİNALARI",
        "name": "Park/Yeşil Alan",
        "area_m2": Decimal(1000),
        "source_line": 60,
    }
    row_of(tables, "assets", name="Çınar Parkı")["area_m2"] = Decimal(250)
    tables["assets"].append(line)
    assert figures(disagreements(tables)) == {
        "asset-totals.park-yesil-alan.yenidere": ("high", "1000", "1250", "250")
    }
    explanation = disagreements(tables)["asset-totals.park-yesil-alan.yenidere"]["explanation"]
    assert explanation.endswith("Fark, Çınar Parkı satırının alanı kadar.")
    line["area_m2"] = Decimal(1250)
    assert disagreements(tables) == {}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([("station", 1, None), ("station", None, None)], None),
        ([("station", 2, None), ("station", None, None)], ("stations", "2", "3", "1")),
        ([("station", None, None)], None),
        ([("sort", 1, None), ("sort", 1, None)], None),
        ([("sort", 2, None), ("sort", 1, None)], ("count", "2", "3", "1")),
        ([("sort", None, 300), ("sort", None, 200)], None),
        ([("sort", None, 300), ("sort", None, 100)], ("area", "500", "400", "-100")),
    ],
)
def test_parts_that_a_note_tells_apart(
    tables: Tables,
    parts: list[tuple[str, int | None, int | None]],
    expected: tuple[str, str, str, str] | None,
) -> None:
    asset = row_of(tables, "assets", name="Merkez İtfaiye Binası")
    asset["count"] = 2
    tables["asset_parts"] = [
        {
            "asset": asset["asset"],
            "part": part,
            "count": count,
            "area_m2": None if area is None else Decimal(area),
        }
        for part, count, area in parts
    ]
    code = f"asset-parts.{asset['source_line']}."
    findings = disagreements(tables)
    units = {"stations": "adet", "count": "adet", "area": "m2"}
    if expected is not None:
        assert {row["unit"] for row in findings.values()} == {units[expected[0]]}
    assert figures(findings) == (
        {}
        if expected is None
        # That a station without a number has one vehicle is assumed.
        else {
            code + expected[0]: ("medium" if expected[0] == "stations" else "high", *expected[1:])
        }
    )


def test_a_finding_on_table_2_4_names_the_amount_that_differs(tables: Tables) -> None:
    """Each of the three amounts of a line, by the word that stands in the sentence."""
    words = {"budget": "bütçe", "off_budget": "bütçe dışı", "total": "toplam"}
    row = next(row for row in tables["printed_performance"] if row["level"] == "goal")
    for column in words:
        row[column] = (row[column] or Decimal(0)) + MILLION
    findings = disagreements(tables)
    for column, word in words.items():
        finding = findings[f"performance-amounts.goal-{row['number']}.{column.replace('_', '-')}"]
        assert finding["explanation"] == (
            f"Tablo 2.4'teki {word} tutarı, ayrıntı tablosundakinden farklı."
        )
        assert finding["location"].endswith(f", {word}")
