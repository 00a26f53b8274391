"""The figure of a day: sentence, table and bars say what documents state, and what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from present.execution.figures import execution_figure
from present.execution.model import INITIAL, NET, Classification, Execution, execution
from present.execution.words import Telling, name_of
from present.kit.figure import Figure
from present.kit.setting import Background
from present.kit.text import ENGLISH, using
from tests.present.execution.rows import HALF, YEAR_END, rows
from tests.support.figures import drawn, heads, own
from tests.support.figures import rows as written

BACKGROUND = Background("Ova Belediyesi", 2026, None, False)
PERSONNEL = {"code": "01", "name": "PERSONEL GİDERLERİ", "initial": 200, "net": 160, "spent": 120}
CAPITAL = {"code": "06", "name": "Sermaye Giderleri", "initial": 100, "net": 0, "spent": 30}
WHOLE = {"code": "total", "name": "TOPLAM", "initial": 300, "net": 160, "spent": 150}
PLAN = {"01": 20_000, "06": 10_000, "total": 30_000}


def done(*given: dict[str, Any], planned: dict[str, int] | None = None, **more: Any) -> Execution:
    return execution(
        rows(*given), more.get("kind", Classification.ECONOMIC), more.get("day", HALF), planned
    )


def figure(told: Execution, base: str = NET, before: Execution | None = None) -> Figure:
    telling = Telling(2026, base, {}, "programda", before)
    return execution_figure(told, telling, BACKGROUND, ())


def test_the_sentence_tells_spent_base_rate_plan_and_the_largest_row() -> None:
    shown = figure(done(PERSONNEL, CAPITAL, WHOLE, planned=PLAN))
    assert shown.title == ("2026 bütçesi, ekonomik kodlara göre: planlanan, ödenek ve harcanan")
    assert shown.sentence == (
        "“Mali Durum Raporu” (30.07.2026) belgesine göre 2026 bütçesinden 30.06.2026 tarihine "
        "kadar 150 TL harcandı: 160 TL tutarındaki net ödeneğin %93,8'i. Performans programı "
        "yılın tamamı için belediye bütçesinden 300 TL planlamıştı. En çok harcanan satır 120 TL "
        "ile “01 Personel Giderleri”."
    )
    assert shown.source == "Ova Belediyesi: “Mali Durum Raporu” (30.07.2026); planlanan: programda"
    assert shown.subtitle.endswith("Oranlar net ödeneğe göredir.")


def test_the_table_has_what_is_stated_and_a_blank_rate_where_the_base_is_nothing() -> None:
    shown = figure(done(PERSONNEL, CAPITAL, WHOLE, planned=PLAN))
    assert [head[1] for head in heads(shown)] == [
        "Ekonomik kod", "Programda planlanan bütçe", "Başlangıç ödeneği", "Net ödenek", "Harcanan",
        "Harcananın net ödeneğe oranı", "Belge",
    ]  # fmt: skip
    assert written(shown)[1][:6] == [
        "06 Sermaye Giderleri", "100 TL", "100 TL", "0 TL", "30 TL", "belirtilmemiş",
    ]  # fmt: skip
    assert [row[0] for row in written(shown)] == [
        "01 Personel Giderleri", "06 Sermaye Giderleri", "Toplam",
    ]  # fmt: skip


def test_bars_stand_from_the_plan_to_what_was_spent_the_largest_row_first() -> None:
    reserve = {"code": "09", "name": "Yedek Ödenek", "net": 9, "spent": 500,
               "is_outside_total": True}  # fmt: skip
    small = {**PERSONNEL, "spent": 10}
    bars = drawn(figure(done(small, CAPITAL, reserve, WHOLE, planned=PLAN)).spec, "series")
    assert [(bar["key"], bar["letter"]) for bar in bars] == [
        (key, letter) for key in ("06", "01", "09") for letter in "PNH"
    ]
    assert bars[-1]["name"] == "09 Yedek Ödenek (toplamın dışında)"
    assert bars[5]["text"] == "10 TL · %6,2"
    assert bars[5]["detail"] == "01 Personel Giderleri, harcanan: 10 TL; net ödeneğin %6,2'si"
    assert bars[2]["text"] == "30 TL"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (120, "Bir yıl önce aynı güne kadarki tutar 120 TL; fiyat artışı düşülmeden artış %25,0."),
        (200, "Bir yıl önce aynı güne kadarki tutar 200 TL; fiyat artışı düşülmeden azalış %25,0."),
        (150, "Bir yıl önce aynı güne kadarki tutar da 150 TL."),
        (0, "Bir yıl önce aynı güne kadarki tutar 0 TL."),
    ],
)
def test_the_year_before_is_told_with_the_change(before: int, words: str) -> None:
    day = HALF.replace(year=2025)
    then = done({"code": "total", "spent": before, "as_of": "2025-06-30"}, day=day)
    shown = figure(done(PERSONNEL, WHOLE), before=then)
    assert shown.sentence.endswith(words)
    assert "Önceki yıl aynı güne kadar harcanan" in [head[1] for head in heads(shown)]


def test_all_of_a_base_is_told_in_a_word_and_no_base_gives_no_rate() -> None:
    whole = figure(done({**WHOLE, "spent": 160}))
    assert "160 TL tutarındaki net ödeneğin tamamı." in whole.sentence
    plain = figure(done({"code": "01", "spent": 5}, {"code": "total", "spent": 5}), base="")
    assert plain.sentence.startswith(
        "“Mali Durum Raporu” (30.07.2026) belgesine göre 2026 bütçesinden 30.06.2026 tarihine "
        "kadar 5 TL harcandı. En çok harcanan satır"
    )
    assert plain.title == "2026 bütçesi, ekonomik kodlara göre: harcanan"
    assert [bar["letter"] for bar in drawn(plain.spec, "series")] == ["H"]


def test_a_base_of_another_document_is_told_with_it() -> None:
    newer = {"code": "total", "spent": 80, "document": "hesap"}
    assert (
        "“Kesin Hesap” (10.05.2027) belgesine göre 2026 bütçesinden 30.06.2026 tarihine kadar "
        "80 TL harcandı: “Mali Durum Raporu” (30.07.2026) belgesinde yazan 160 TL tutarındaki net "
        "ödeneğin %50'si."
    ) in figure(done(WHOLE, newer)).sentence
    all_of_it = figure(done(WHOLE, {**newer, "spent": 160}))
    assert "belgesinde yazan 160 TL tutarındaki net ödeneğin tamamı." in all_of_it.sentence


def test_more_than_all_of_an_appropriation_is_a_rate_like_others() -> None:
    shown = figure(done({**WHOLE, "spent": 400}), base=INITIAL)
    assert "300 TL tutarındaki başlangıç ödeneğinin %133,3'ü." in shown.sentence


def test_a_total_that_is_nowhere_stated_is_said_to_be_missing() -> None:
    shown = figure(done(PERSONNEL, {"code": "06", "initial": 1}), base=INITIAL)
    assert shown.sentence.startswith(
        "2026 bütçesinden 30.06.2026 tarihine kadar toplam kaç lira harcandığı belgelerde yazmıyor."
    )
    added = figure(done(PERSONNEL, CAPITAL), base=INITIAL)
    assert added.sentence.startswith(
        "“Mali Durum Raporu” (30.07.2026) belgesindeki satırlar toplanınca 2026 bütçesinden"
    )
    assert "300 TL tutarındaki başlangıç ödeneğinin %50'si." in added.sentence


def test_of_many_rows_the_largest_are_drawn_and_the_title_says_so() -> None:
    many = [
        {"code": str(number), "spent": number, "classification": "activity", "as_of": "2026-12-31"}
        for number in range(1, 21)
    ]
    told = done(*many, kind=Classification.ACTIVITY, day=YEAR_END)
    shown = figure(told, base="")
    assert shown.heading == "2026 bütçesi, faaliyetlere göre: harcanan (en büyük 15 / 20)"
    # All activities together are not the whole budget.
    assert "2026 yılının faaliyetlerine 31.12.2026 tarihine kadar 210 TL harcandı" in shown.sentence
    assert "bütçesinden" not in shown.sentence
    assert len(drawn(shown.spec, "series")) == 15
    assert len(shown.table) == 21


def test_revenue_has_words_of_its_own() -> None:
    given = [{**row, "classification": "revenue"} for row in (PERSONNEL, WHOLE)]
    shown = figure(done(*given, kind=Classification.REVENUE))
    assert shown.title == "2026 geliri: tahmin ve toplanan"
    assert "150 TL gelir toplandı: 160 TL tutarındaki net gelir tahmininin %93,8'i." in (
        shown.sentence
    )


def test_in_english_statutory_names_are_ours_and_others_stay_turkish() -> None:
    with using(ENGLISH):
        shown = figure(done(PERSONNEL, {**CAPITAL, "code": "12"}, WHOLE))
        assert [row[0] for row in written(shown)] == [
            "01 Personnel expenditure", "12 Sermaye Giderleri", "Total",
        ]  # fmt: skip
        assert [cells[0] for cells in own(shown)] == [False, True, False]
        assert shown.own == ("Mali Durum Raporu", "12 Sermaye Giderleri")
        function, revenue = Classification.FUNCTIONAL, Classification.REVENUE
        assert name_of(function, "07", "SAĞLIK HİZMETLERİ") == "07 Health"
        assert name_of(revenue, "01", "Vergi Gelirleri") == "01 Taxes"
    assert name_of(Classification.FUNCTIONAL, "07", "SAĞLIK HİZMETLERİ") == "07 Sağlık Hizmetleri"
    assert name_of(Classification.ECONOMIC, "01", "") == "01 Personel giderleri"
