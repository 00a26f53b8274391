"""What has to be read with amounts: nothing is subtracted, every change is told with documents."""

from __future__ import annotations

from typing import Any

from present.execution.model import INITIAL, NET, Classification, execution
from present.execution.notes import About, Remark, remarks
from present.execution.words import Telling
from present.kit.text import ENGLISH, using
from tests.present.execution.rows import HALF, rows

TELLING = Telling(2026, INITIAL, {})
RAPOR = "“Mali Durum Raporu” (30.07.2026)"


def told(
    *given: dict[str, Any],
    planned: dict[str, int] | None = None,
    telling: Telling = TELLING,
    year: int = 2026,
    classification: Classification = Classification.ECONOMIC,
) -> list[Remark]:
    done = execution(rows(*given, year=year), classification, HALF, planned)
    return list(remarks(done, telling))


def texts(*given: dict[str, Any], **more: Any) -> list[str]:
    return [remark.text for remark in told(*given, **more)]


PLAN = {"01": 10_000, "total": 10_000}
CALM = ({"code": "01", "initial": 100, "spent": 40}, {"code": "total", "initial": 100, "spent": 40})


def test_a_calm_budget_has_nothing_to_be_read_with_it() -> None:
    assert texts(*CALM, planned=PLAN) == []


def test_plan_and_appropriation_that_differ_are_two_things() -> None:
    (remark,) = told(*CALM, planned={"01": 12_000, "total": 12_000})
    assert remark.about is About.PLAN
    assert remark.text == (
        f"Programda planlanan 120 TL ile bütçenin başlangıç ödeneği 100 TL aynı tutar değildir: "
        f"biri performans programından, öbürü {RAPOR} belgesinden gelir. Aradaki fark harcanmış "
        f"ya da harcanmamış para değildir."
    )


def test_where_the_programme_plans_nothing_so_the_note_says_why() -> None:
    assert texts(*CALM) == [
        "Performans programında ekonomik kodlara göre tutar yok; bu yüzden planlanan tutar "
        "gösterilmiyor."
    ]
    functions = [{**row, "classification": "functional"} for row in CALM]
    (text,) = texts(*functions, classification=Classification.FUNCTIONAL)
    assert text.startswith("Performans programı parayı fonksiyonlara bölmez")
    revenue = [{**row, "classification": "revenue"} for row in CALM]
    assert texts(*revenue, classification=Classification.REVENUE) == []


def test_a_reserve_outside_the_total_is_told_with_what_is_in_it() -> None:
    reserve = {"code": "09", "name": "Yedek Ödenek", "initial": 10, "spent": 8,
               "is_outside_total": True}  # fmt: skip
    plan = {**PLAN, "09": 1_000, "total": 11_000}
    whole = {"code": "total", "initial": 110, "spent": 40}
    assert texts(CALM[0], reserve, whole, planned=plan) == [
        "“09 Yedek Ödenek” satırında gerçekleşen olarak yazılan 8 TL, belgenin harcama toplamına "
        "girmez. “09 Yedek Ödenek” satırındaki tutar (Başlangıç ödeneği: 10 TL) toplamın "
        "içindedir. Programda planlanan toplam “09 Yedek Ödenek” satırını (10 TL) içerir.",
    ]


def test_a_total_of_ours_and_rows_without_documents_are_said() -> None:
    assert texts(CALM[0], planned={**PLAN, "06": 5}) == [
        "Belgelerde toplam satırı yok; toplamı yazılan satırlardan biz hesapladık.",
        "Programdaki 1 satırın gerçekleşmesi belgelerde yok; planlanan tutarları tabloda durur.",
    ]


def test_a_base_of_nothing_is_named() -> None:
    zero = {"code": "04", "name": "Faiz Giderleri", "initial": 0, "spent": 1}
    assert texts(*CALM, zero, planned=PLAN) == [
        "Başlangıç ödeneği 0 TL olan satırların oranı hesaplanamaz: 04 Faiz Giderleri."
    ]
    assert texts(*CALM, zero, planned=PLAN, telling=Telling(2026, "", {})) == []


def test_a_revision_and_a_correction_are_told_apart() -> None:
    net = Telling(2026, NET, {})
    row = {"code": "01", "name": "Personel Giderleri"}
    given = (
        {**row, "spent": 40, "net": 90},
        {"code": "total", "spent": 40, "net": 90},
        {**row, "spent": 41, "document": "duzeltme"},
        {"code": "total", "spent": 41, "document": "duzeltme"},
    )
    corrected = told(*given, planned=PLAN, telling=net)[-1]
    assert corrected.text == (
        f"{RAPOR} belgesindeki tutarlar “Düzeltilmiş Rapor” (01.09.2026) belgesinde düzeltildi "
        "(30.06.2026): Toplam, Harcanan 40 TL yerine 41 TL; 01 Personel Giderleri, Harcanan 40 TL "
        "yerine 41 TL. Düzeltmenin nedeni: Bir satır eksikti."
    )
    assert corrected.own == ("Bir satır eksikti",)
    revised = told(*given[:2], {**row, "spent": 42, "document": "hesap"}, planned=PLAN)[-1]
    assert revised.text == (
        f"{RAPOR} belgesindeki tutarlar daha yeni “Kesin Hesap” (10.05.2027) belgesinde değişti "
        "(30.06.2026): 01 Personel Giderleri, Harcanan 40 TL yerine 42 TL. Gösterilen, en yeni "
        "belgedekidir."
    )


def test_many_changes_are_counted() -> None:
    older = [{"code": f"0{number}", "spent": number} for number in range(1, 7)]
    newer = [{**row, "spent": 50, "document": "hesap"} for row in older]
    text = texts(*older, *newer, {"code": "total", "spent": 1}, planned=PLAN)[-1]
    assert text.count(" yerine ") == 4
    assert "; 2 tutar daha." in text


def test_a_change_of_the_year_before_is_told_where_it_stands_beside() -> None:
    day = HALF.replace(year=2025)
    before = execution(
        rows(
            {"code": "total", "spent": 30, "as_of": "2025-06-30"},
            {"code": "total", "spent": 31, "as_of": "2025-06-30", "document": "hesap"},
        ),
        Classification.ECONOMIC,
        day,
    )
    telling = Telling(2026, INITIAL, {}, before=before)
    (text,) = texts(*CALM, planned=PLAN, telling=telling)
    assert "(30.06.2025): Toplam, Harcanan 30 TL yerine 31 TL" in text


def test_a_contradiction_is_told_here_only_of_another_years_dataset() -> None:
    other = {"code": "total", "spent": 48, "statement": 2}
    assert texts(*CALM, other, planned=PLAN) == []
    (text,) = texts(*CALM, other, planned=PLAN, year=2027)
    assert text == (
        f"{RAPOR} belgesi kendi içinde çelişiyor (Toplam, Harcanan, 30.06.2026 tarihine kadar): "
        "ana tablosunda 40 TL, başka bir yerinde 48 TL. Gösterilen, ana tablodakidir."
    )
    with using(ENGLISH):
        (english,) = texts(*CALM, other, planned=PLAN, year=2027)
        assert "40 TL in its main table, 48 TL in another place" in english


def test_a_correction_stays_one_when_a_later_document_says_otherwise() -> None:
    row = {"code": "01", "name": "Personel Giderleri"}
    given = (
        {**row, "spent": 40},
        {**row, "spent": 41, "document": "duzeltme"},
        {**row, "spent": 42, "document": "hesap"},
    )
    later, first = (remark.text for remark in told(*given, planned=PLAN)[-2:])
    assert first.startswith(f"{RAPOR} belgesindeki tutarlar “Düzeltilmiş Rapor” (01.09.2026)")
    assert "düzeltildi" in first
    assert "Harcanan 40 TL yerine 41 TL" in first
    assert later.startswith("“Düzeltilmiş Rapor” (01.09.2026) belgesindeki tutarlar daha yeni")
    assert "Harcanan 41 TL yerine 42 TL" in later
