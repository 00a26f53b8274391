"""A briefing's words on results: the largest changes, the weakest targets, findings."""

from __future__ import annotations

import pytest

from present.briefing import results
from present.briefing.model import plain
from present.findings.model import State
from tests.present.briefing.records import BLANK, part, promised
from tests.present.findings.records import check


def test_the_largest_changes_come_first_whatever_their_direction() -> None:
    told = (
        promised(indicator=1, name="Az", target=6.0),
        promised(indicator=2, name="Eksi", target=1.0),
        promised(indicator=3, name="Artı", target=9.0),
        promised(indicator=4, name="Aynı", target=5.0),
        promised(indicator=5, name="Boş", actual=BLANK),
        promised(indicator=6, name="Yoktan", actual=0.0),
        promised(indicator=7, name="Oran", actual=70.0, target=18.0, unit="%"),
    )
    table = results.changes(part(told=told))
    assert table.title == (
        "Miktarlardaki en büyük değişimler (yüzdeyle), 2023 gerçekleşenden 2025 hedefine"
    )
    assert table.head == ("Gösterge", "2023 gerçekleşen", "2025 hedefi", "Değişim")
    assert table.rows == (
        ("1.2 Eksi", "5 adet", "1 adet", "%80 azalış"),
        ("1.3 Artı", "5 adet", "9 adet", "%80 artış"),
        ("1.1 Az", "5 adet", "6 adet", "%20 artış"),
    )
    assert table.numbers == {1, 2}
    assert len(table.wide) == 4


def test_rates_change_in_points_in_a_table_of_their_own() -> None:
    told = (
        promised(indicator=1, name="Miktar"),
        promised(indicator=2, name="Az", actual=1.0, estimate=2.0, target=3.0, unit="%"),
        promised(indicator=3, name="Çok", actual=70.0, estimate=17.0, target=18.0, unit="%"),
        promised(indicator=4, name="Sıfırdan", actual=0.0, estimate=2.0, target=2.5, unit="%"),
        promised(indicator=5, name="Aynı", actual=5.0, estimate=5.0, target=5.0, unit="%"),
        promised(indicator=6, name="Bir", actual=4.0, estimate=4.0, target=5.0, unit="%"),
    )
    table = results.rate_changes(part(told=told))
    assert table.title == (
        "Oranlardaki en büyük değişimler (puanla), 2023 gerçekleşenden 2025 hedefine"
    )
    assert table.rows == (
        ("1.3 Çok", "%70", "%18", "52 puan azalış"),
        ("1.4 Sıfırdan", "%0", "%2,5", "2,5 puan artış"),
    )


def test_only_so_many_changes_and_weak_targets_are_shown() -> None:
    told = tuple(promised(indicator=number, target=10.0 - number / 10) for number in range(1, 9))
    of = part(told=told)
    assert len(results.changes(of).rows) == 4
    table = results.weakest(of, "/gostergeler")
    assert [row[0][:3] for row in table.rows] == ["1.8", "1.7", "1.6"]
    assert table.note == "5 satır daha: /gostergeler"


def test_the_weakest_targets_are_behind_then_no_further_than_the_estimate(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(results, "MOST_WEAK", 6)
    told = (
        promised(indicator=1, name="Korunan", target=10.0, direction="keep"),
        promised(indicator=2, name="Ulaşılan", target=10.0),
        promised(indicator=3, name="Biraz", target=9.0),
        promised(indicator=4, name="Çok", target=4.0),
        promised(indicator=7, name="Geride", actual=99.0),
        promised(indicator=8, name="Oran", actual=70.0, target=11.0, unit="%"),
        promised(
            indicator=9,
            name="Tavanda",
            actual=100.0,
            estimate=100.0,
            target=100.0,
            unit="%",
            direction="more_to_100",
        ),
        promised(indicator=5, name="Eğilimde"),
        promised(indicator=6, name="Boş", target=BLANK),
    )
    table = results.weakest(part(told=told), "/gostergeler")
    assert table.title == "En az şey isteyen hedefler: 2025, önceki iki yılın yanında"
    assert table.head == (
        "Gösterge",
        "2023 gerçekleşen",
        "2024 tahmini",
        "2025 hedefi",
        "Hedefin dediği",
    )
    assert [row[:4] for row in table.rows] == [
        ("1.4 Çok", "5 adet", "10 adet", "4 adet"),
        ("1.3 Biraz", "5 adet", "10 adet", "9 adet"),
        ("1.7 Geride", "99 adet", "10 adet", "15 adet"),
        ("1.8 Oran", "%70", "%10", "%11"),
        ("1.1 Korunan", "5 adet", "10 adet", "10 adet"),
        ("1.2 Ulaşılan", "5 adet", "10 adet", "10 adet"),
    ]
    assert [row[4] for row in table.rows] == [
        "2024'ün ve 2023'ün altında hedef",
        "2024'ün altında hedef",
        "2023'ün altında hedef",
        "2023'ün altında hedef",
        "düzey korunuyor",
        "hedefe 2024'te ulaşılıyor",
    ]
    assert table.note == ""
    assert table.numbers == {1, 2, 3}


def test_a_year_that_the_indicator_does_not_carry_is_the_one_before() -> None:
    own = results.weakest(part(told=(promised(target=10.0, estimate_year=2020),)), "/g")
    assert "2020'de" in own.rows[0][4]
    none = results.weakest(part(told=(promised(target=10.0, estimate_year=None),)), "/g")
    assert "2024'te" in none.rows[0][4]


def test_the_section_sums_up_and_leaves_empty_tables_out() -> None:
    section = results.section(part(told=(promised(),)), "/g")
    assert section.title == "Sonuçlar: göstergeler ne vaat ediyor?"
    assert [table.title[:8] for table in section.tables] == ["Miktarla"]
    assert section.note.startswith("2023 gerçekleşen, ondan sonraki yıl tahmindir. 2025 yılının")
    assert section.text
    both = results.section(part(told=(promised(target=10.0),)), "/g")
    assert [table.title[:6] for table in both.tables] == ["Miktar", "En az "]
    none = results.section(part(told=()), "/g")
    assert none.text == "Buraya bağlı bir gösterge yok."
    assert none.tables == ()


def test_what_cannot_be_ranked_is_counted_below_the_ranking() -> None:
    told = (
        promised(),
        promised(indicator=2, actual=0.0),
        promised(indicator=3, target=BLANK),
        promised(indicator=4, unit="%", actual=BLANK),
        promised(indicator=5, unit="%", actual=0.0),
    )
    said = "Gerçekleşeni ya da hedefi yazılmamış ya da gerçekleşeni sıfır olduğu için bu sıralamada"
    assert results.changes(part(told=told)).note == f"{said} olmayan gösterge: 2."
    # Of a rate the points are told, for which a zero is a beginning like any other.
    assert results.rate_changes(part(told=told)).note == f"{said} olmayan gösterge: 1."
    assert results.changes(part(told=told[:1])).note == ""


def test_findings_are_told_with_their_difference_and_counted() -> None:
    changes = [{"finding": f"goal-table-sums.{number}", "location": f"Tablo {number}",
                "source_line": number} for number in range(1, 7)]  # fmt: skip
    changes[1]["difference"] = None
    section = results.findings(part(findings=tuple(changes)), "https://pano.example/tutarlilik", ())
    assert section.title == "Belgede tutmayanlar"
    assert section.text.startswith("Belgede bu konuya değen bulgular: 6 uyuşmazlık.")
    assert section.items == tuple(
        f"Tablo {number}: Toplam tutmuyor. (yazılandan 40 TL fazla)" for number in (1, 3, 4, 5)
    )
    assert plain(section.note) == "2 satır daha: pano.example/tutarlilik"
    few = results.findings(part(findings=(changes[1],)), "/tutarlilik", ())
    assert (few.items, few.note) == (("Tablo 2: Toplam tutmuyor.",), "")
    checks = (
        check("a", "A", 12),
        check("b", "B", 0, state=State.NOTHING),
        check("c", "C", 1234),
    )
    none = results.findings(part(), "/tutarlilik", checks)
    assert none.text == "2 denetim 1.246 karşılaştırma yaptı; bu konuya değen bir bulgu çıkmadı."
    assert results.findings(part(), "/tutarlilik", ()).text == (
        "Bu program için kayıtlı bir denetim yok."
    )
