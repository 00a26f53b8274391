"""A briefing's words on results: the largest changes, the weakest targets, findings."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from present.briefing import results
from tests.present.briefing.records import BLANK, part, promised


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "2"),
        ({"target": 4.0}, "-0.2"),
        ({"actual": -10.0, "target": -5.0}, "0.5"),
        ({"target": 5.0}, "0"),
        ({"actual": 0.0}, None),
        ({"actual": BLANK}, None),
        ({"target": BLANK}, None),
    ],
)
def test_a_change_is_measured_by_the_actual(change: dict[str, Any], expected: str | None) -> None:
    assert results.relative_change(promised(**change)) == (expected and Decimal(expected))


def test_the_largest_changes_come_first_whatever_their_direction() -> None:
    told = (
        promised(indicator=1, name="Az", target=6.0),
        promised(indicator=2, name="Eksi", target=1.0),
        promised(indicator=3, name="Artı", target=9.0),
        promised(indicator=4, name="Aynı", target=5.0),
        promised(indicator=5, name="Boş", actual=BLANK),
    )
    table = results.changes(part(told=told))
    assert table.title == "En büyük değişimler, 2023 gerçekleşenden 2025 hedefine"
    assert table.head == ("Gösterge", "2023 gerçekleşen", "2025 hedefi", "Değişim")
    assert table.rows == (
        ("1.2 Eksi", "5 adet", "1 adet", "%80 azalış"),
        ("1.3 Artı", "5 adet", "9 adet", "%80 artış"),
        ("1.1 Az", "5 adet", "6 adet", "%20 artış"),
    )
    assert table.numbers == {1, 2}
    assert len(table.wide) == 4


def test_only_so_many_changes_and_weak_targets_are_shown() -> None:
    told = tuple(promised(indicator=number, target=10.0 - number / 10) for number in range(1, 9))
    of = part(told=told)
    assert len(results.changes(of).rows) == 6
    table = results.weakest(of, "/gostergeler")
    assert [row[0][:3] for row in table.rows] == ["1.8", "1.7", "1.6", "1.5", "1.4", "1.3"]
    assert table.note == "2 satır daha: /gostergeler"


def test_the_weakest_targets_are_behind_then_no_further_than_the_estimate() -> None:
    told = (
        promised(indicator=1, name="Korunan", target=10.0, direction="keep"),
        promised(indicator=2, name="Ulaşılan", target=10.0),
        promised(indicator=3, name="Biraz", target=9.0),
        promised(indicator=4, name="Çok", target=4.0),
        promised(indicator=5, name="Eğilimde"),
        promised(indicator=6, name="Boş", target=BLANK),
    )
    table = results.weakest(part(told=told), "/gostergeler")
    assert table.title == "En az şey isteyen hedefler, 2024 tahminine göre 2025"
    assert table.head == ("Gösterge", "2024 tahmini", "2025 hedefi", "Hedefin dediği")
    assert [row[:3] for row in table.rows] == [
        ("1.4 Çok", "10 adet", "4 adet"),
        ("1.3 Biraz", "10 adet", "9 adet"),
        ("1.2 Ulaşılan", "10 adet", "10 adet"),
        ("1.1 Korunan", "10 adet", "10 adet"),
    ]
    assert "2024'te" in table.rows[2][3]
    assert table.note == ""
    assert table.numbers == {1, 2}


def test_a_year_that_the_indicator_does_not_carry_is_the_one_before() -> None:
    own = results.weakest(part(told=(promised(target=10.0, estimate_year=2020),)), "/g")
    assert "2020'de" in own.rows[0][3]
    none = results.weakest(part(told=(promised(target=10.0, estimate_year=None),)), "/g")
    assert "2024'te" in none.rows[0][3]


def test_the_section_sums_up_and_leaves_empty_tables_out() -> None:
    section = results.section(part(told=(promised(),)), "/g")
    assert section.title == "Sonuçlar: göstergeler ne vaat ediyor?"
    assert [table.title[:8] for table in section.tables] == ["En büyük"]
    assert section.note.startswith("2023 gerçekleşen, ondan sonraki yıl tahmindir. 2025 yılının")
    assert section.is_overleaf
    assert section.text
    both = results.section(part(told=(promised(target=10.0),)), "/g")
    assert [table.title[:6] for table in both.tables] == ["En büy", "En az "]
    none = results.section(part(told=()), "/g")
    assert none.text == "Buraya bağlı bir gösterge yok."
    assert none.is_overleaf
    assert none.tables == ()


def test_findings_are_told_with_their_difference_and_counted() -> None:
    changes = [{"finding": f"goal-table-sums.{number}", "location": f"Tablo {number}",
                "source_line": number} for number in range(1, 7)]  # fmt: skip
    changes[1]["difference"] = None
    section = results.findings(part(findings=tuple(changes)), "https://pano.example/tutarlilik")
    assert section.title == "Belgede tutmayanlar"
    assert section.text.startswith("Belgede bu konuya değen bulgular: 6 uyuşmazlık.")
    assert section.items == tuple(
        f"Tablo {number}: Toplam tutmuyor. (yazılandan 40 TL fazla)" for number in (1, 3, 4, 5)
    )
    assert section.note == "2 satır daha: pano.example/tutarlilik"
    few = results.findings(part(findings=(changes[1],)), "/tutarlilik")
    assert (few.items, few.note) == (("Tablo 2: Toplam tutmuyor.",), "")
    none = results.findings(part(), "/tutarlilik")
    assert none.text == "Denetlenen hiçbir yerde belge burada kendisiyle çelişmiyor."
