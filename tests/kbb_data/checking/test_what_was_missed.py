"""Notes against values, leaps, units, tables against indicators, places, spelling, brackets: each
check over invented rows, and what it finds in the committed programme."""

from __future__ import annotations

import csv
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from kbb_data.checking import facilities, leaps, notes, spelling
from kbb_data.checking.nouns import misfit
from kbb_data.checking.run import Run
from kbb_data.rows import Row
from kbb_data.schema import TABLES
from tests.support.source import ROOT


def found(check: Callable[[Run], None], told: tuple[Row, ...] = (), **rows: list[Row]) -> Run:
    """A check run over invented rows of some tables; the others are empty."""
    tables: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for name, own in rows.items():
        blank = dict.fromkeys(next(table for table in TABLES if table.name == name).column_names)
        tables[name] = [
            {**blank, "source_section": "1", "source_line": place, **row}
            for place, row in enumerate(own, start=1)
        ]
    run = Run("x", "X", tables, told=told)
    check(run)
    return run


def told(run: Run) -> list[tuple[str, Any, Any, str]]:
    return [(row["finding"], row["stated"], row["computed"], row["kind"]) for row in run.findings]


def indicator(note: str, unit: str = "adet", name: str = "İş sayısı") -> Row:
    return {"goal": 1, "indicator": 1, "name": name, "name_printed": name, "unit": unit,
            "note": note}  # fmt: skip


def figure(year: int, value: Any, kind: str = "target", number: int = 1) -> Row:
    return {"goal": 1, "indicator": number, "year": year, "kind": kind,
            "value": None if value is None else Decimal(value)}  # fmt: skip


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Dere Köprüsü, Çay Köprüsü, Ova Kavşağı", (3, 3)),
        ("(Dere Köprüsü; Çay Köprüsü)", (2, 2)),
        ("Dere Kavşağı: Çay Kavşağı, Ova Kavşağı,", (2, 3)),
        ("Okul yapım işi Yol yapım işi Bina, depo yapım işi", (3, 4)),
        ("Okul, Yol, Bina vb.", None),
        ("Yalnız sözler", None),
        ("Okulda, yolda ve binada çalışıldı.", None),
        ("bakım, onarım ve tadilat", None),
        ("", None),
    ],
)
def test_how_many_works_a_note_names(note: str, expected: tuple[int, int] | None) -> None:
    assert notes.works(note) == expected


def test_a_list_in_a_note_is_held_against_the_target() -> None:
    values = [figure(2027, 4)]
    assert told(
        found(notes.indicator_notes, indicators=[indicator("Bir, İki, Üç")],
              indicator_values=values)
    ) == [("x.1.1", "4", "3", "question")]  # fmt: skip
    same = found(
        notes.indicator_notes,
        indicators=[indicator("Bir, İki, Üç, Dört")],
        indicator_values=values,
    )
    assert (same.findings, same.compared) == ([], 1)
    other = found(
        notes.indicator_notes, indicators=[indicator("Bir, İki", "ton")], indicator_values=values
    )
    assert other.compared == 0


def test_parts_that_a_note_measures_add_up_to_a_value() -> None:
    note = "A alanı 1,5 ha; B alanı 2,5 ha dır."
    values = [figure(2025, 4, "actual"), figure(2027, 9)]
    good = found(notes.indicator_notes, indicators=[indicator(note, "ha")], indicator_values=values)
    assert (good.findings, good.compared) == ([], 1)
    values = [figure(2025, 5, "actual"), figure(2027, 9)]
    assert told(
        found(notes.indicator_notes, indicators=[indicator(note, "ha")], indicator_values=values)
    ) == [("x.1.1", "5; 9", "4", "disagrees")]


@pytest.mark.parametrize(
    ("before", "after", "is_found"),
    [(10, 100, True), (100, 10, True), (10, 99, False), (99, 10, False), (0, 50, False),
     (None, 50, False), (50, None, False), (100, 9, True)],
)  # fmt: skip
def test_a_leap_is_ten_times_or_a_tenth(before: Any, after: Any, is_found: bool) -> None:
    values = [figure(2026, after), figure(2025, before, "estimate")]
    run = found(leaps.indicator_leaps, indicators=[indicator("")], indicator_values=values)
    assert [row["finding"] for row in run.findings] == (["x.1.1.2026"] if is_found else [])


@pytest.mark.parametrize(
    ("name", "unit", "fitting"),
    [
        ("Gelen çağrı sayısı", "kişi", "adet"),
        ("Müze ziyaretçi sayısı", "adet", "kişi"),
        ("Hizmet alan kişi sayısı", "adet", "kişi"),
        ("Hizmet alan kişi sayısı", "kişi", None),
        ("Eğitilen çalışan sayısı", "adet", "kişi"),
        ("Karşılanma oranı", "adet", "%"),
        ("Karşılanma oranı", "%", None),
        ("Sonuçlandırma süresi", "adet", "gün"),
        ("Sonuçlandırma gün sayısı", "gün", None),
        ("Km başına taşınan yolcu sayısı", "adet", "kişi / birim"),
        ("Yapılan park sayısı", "adet", None),
        ("Yardım alan aile sayısı", "aile", None),
        ("Asfalt yapmak", "ton", None),
    ],
)
def test_a_unit_fits_the_noun_that_is_counted(name: str, unit: str, fitting: str | None) -> None:
    wrong = misfit(name, unit)
    assert (wrong.unit if wrong else None) == fitting


def asset(name: str, district: str = "Ova", category: str = "YERLER", **more: Any) -> Row:
    return {"asset": name, "name": name, "category": category, "district": district, **more}


def test_an_indicator_and_the_line_that_measures_the_same() -> None:
    assets = [
        asset("Bakımı Yapılan Orman Alanı", area_m2=Decimal(700)),
        asset("Su Deposu", area_m2=Decimal(5)),
    ]
    name = "Bakımı yapılan orman alanı miktarı"
    values = [figure(2025, 650, "actual"), figure(2026, 800, "estimate"), figure(2027, 900)]
    run = found(
        facilities.indicator_assets,
        assets=assets,
        indicators=[indicator("", "m²", name)],
        indicator_values=values,
    )
    assert told(run) == [("x.1.1", "650", "700", "disagrees")]
    values[1]["value"] = Decimal(700)
    run = found(
        facilities.indicator_assets,
        assets=assets,
        indicators=[indicator("", "m²", name)],
        indicator_values=values,
    )
    assert (run.findings, run.compared) == ([], 1)
    # One that states no actual is passed by, and the next is compared.
    without = {**indicator("", "m²", name), "indicator": 2}
    run = found(
        facilities.indicator_assets,
        assets=assets,
        indicators=[without, indicator("", "m²", name)],
        indicator_values=[*values, figure(2027, 900, number=2)],
    )
    assert run.compared == 1
    values[0]["value"] = None
    run = found(
        facilities.indicator_assets,
        assets=assets,
        indicators=[indicator("", "m²", name)],
        indicator_values=values,
    )
    assert told(run) == [("x.1.1", None, "700", "blank")]


def test_lines_with_one_places_name_stand_in_one_district() -> None:
    assets = [
        asset("Kavaklı Karakolu", "Dere", "KARAKOLLAR"),
        asset("Çınarlı Karakolu", "Ova", "KARAKOLLAR"),
        asset("Kavaklı Çarşısı", "Ova", "DÜKKÂNLAR"),
        asset("Eski Kavaklı", "Ova", "MÜZELER"),
        asset("Çınarlı Çarşısı", "Ova", "DÜKKÂNLAR"),
    ]
    run = found(facilities.facility_districts, assets=assets)
    assert told(run) == [("x.1-3-4.kavakli", "Dere", "Ova", "question")]
    # A word of the kind of building that names end with is no place, nor is a common one.
    assert run.compared == 2
    spoken = [{"goal": 1, "activity": n, "name": "Kavaklı fidan", "goal_table_line": n}
              for n in range(1, 6)]  # fmt: skip
    assert found(facilities.facility_districts, assets=assets, activities=spoken).findings == []


def test_words_in_two_spellings() -> None:
    assets = [
        asset("Hal Zabita Karakolu", note="Şikayet bürosu"),
        asset("Zabıta Karakolu", note="Zabıtanın şikâyet bürosu"),
        asset("Konservatuar", note="şikâyetler"),
        asset("Konservatuvarlar", note="arttırma; konservatuvar"),
        asset("Kasın", note="Kaşın kısın artırma artırmak"),
    ]
    run = found(spelling.spelling, assets=assets)
    pairs = {(row["stated"], row["computed"]) for row in run.findings}
    assert ("zabita", "zabıta") in pairs
    assert ("şikayet", "şikâyet") in pairs
    assert ("konservatuar", "konservatuvar") in pairs
    assert ("arttırma", "artırma") in pairs
    assert len(pairs) == 4
    assert {row["kind"] for row in run.findings} == {"slip"}


def test_a_slip_that_another_check_told_is_no_spelling_of_its_own() -> None:
    goals = [{"goal": 1, "statement": "Kentın yolları"}, {"goal": 2, "statement": "Kentin yolları"}]
    assert len(found(spelling.spelling, goals=goals).findings) == 1
    earlier = ({"source_line": 1, "stated": "Kentın yolları"},)
    assert found(spelling.spelling, told=earlier, goals=goals).findings == []


def test_brackets_are_closed() -> None:
    run = found(
        spelling.brackets,
        assets=[asset("Depo (eski", note="(dolu)"), asset("Çarşı)"), asset("Park (küçük)")],
    )
    assert [(row["finding"], row["stated"]) for row in run.findings] == [
        ("x.assets.name.1", "Depo (eski"),
        ("x.assets.name.2", "Çarşı)"),
    ]


@pytest.mark.parametrize(
    "finding",
    [
        "goal-table-names.goal-1",
        "responsibility-goals.1",
        "indicator-notes.20.1",
        "indicator-notes.6.1",
        "indicator-assets.10.2",
        "indicator-assets.10.3",
        "indicator-assets.13.5",
        "facility-districts.402-465-486-502-555.millet",
        "facility-districts.401-456-568.kale",
        "facility-districts.397-455.meydan",
        "indicator-leaps.1.1.2024",
        "indicator-leaps.16.1.2024",
        "indicator-units.28.3",
        "indicator-units.22.3",
        "indicator-units.9.4",
        "spelling.konservatuar",
        "spelling.zabita",
        "brackets.indicators.name-printed.2298",
        "brackets.indicators.name-printed.3029",
    ],
)
def test_what_was_missed_in_the_programme_of_2025_is_found(finding: str) -> None:
    with (ROOT / "kbb_data" / "2025" / "findings.csv").open(encoding="utf-8", newline="") as file:
        assert finding in {row["finding"] for row in csv.DictReader(file)}


def test_no_check_knows_the_municipality() -> None:
    for path in sorted((ROOT / "kbb_data" / "checking").glob("*.py")):
        text = path.read_text(encoding="utf-8").lower()
        for word in ("kayseri", "melikgazi", "kocasinan", "erciyes", "talas"):
            assert word not in text, (path.name, word)
