"""What came of an indicator, in words: every rule and side in both languages."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from present.indicators.actual_words import beside, beside_it, changed, essential, judged, sentence
from present.indicators.actuals import Accumulation, Actual, Expected, Stated
from present.indicators.ambition import Direction, assess
from present.indicators.model import Indicator, read
from present.indicators.results import Result
from present.kit.documents import Change, Document
from present.kit.text import ENGLISH, using
from tests.support.indicators import frame

HALF, END = datetime.date(2025, 6, 30), datetime.date(2025, 12, 31)
DOCUMENT = Document(
    2025, "r", "Faaliyet Raporu", "activity_report", datetime.date(2026, 4, 14), END, 2
)
REPORT = Stated(Decimal(9), "9", Decimal(15), "Kar yağdı", "", DOCUMENT)


def indicator(
    direction: Direction | None = Direction.MORE,
    rule: Accumulation | None = Accumulation.SUM,
    unit: str = "adet",
) -> Indicator:
    """An indicator with the target 15 of 2025."""
    (made,) = read(frame({"name": "Ağaç", "unit": unit}))
    of = assess(made.actual.value, made.estimate.value, made.target.value, direction)
    return replace(made, assessment=of, accumulation=rule)


def result(made: Indicator, value: str | None = "9", as_of: datetime.date = END) -> Result:
    number = None if value is None else Decimal(value)
    return Result(made, (Actual(as_of, (replace(REPORT, value=number),)),))


def told(of: Result) -> tuple[str, str]:
    """Beside the bar, and the judgement."""
    standing = of.standing(of.actuals[0])
    unit = of.indicator.unit
    return beside(standing, unit), judged(standing, unit)


@pytest.mark.parametrize(
    ("direction", "value", "said", "judgement"),
    [
        (Direction.MORE, "9", "hedefin %60'ı",
         "Artması beklenen bu göstergede yıl, hedefin 6 adet gerisinde kapandı."),
        (Direction.MORE_TO_100, "18", "hedefin %120'si",
         "Artması beklenen bu göstergede yıl, hedefin 3 adet ilerisinde kapandı."),
        (Direction.LESS, "18", "hedefin %120'si",
         "Azalması beklenen bu göstergede yıl, hedefin 3 adet gerisinde kapandı."),
        (Direction.LESS, "9", "hedefin %60'ı",
         "Azalması beklenen bu göstergede yıl, hedefin 6 adet ilerisinde kapandı."),
        (Direction.MORE, "15", "hedefe eşit", "Yıl, hedefe eşit kapandı."),
        (Direction.NONE, "18", "hedefin %120'si",
         "Yıl, hedefin 3 adet üzerinde kapandı. Yönü yok: artması da azalması da iyi ya da kötü "
         "sayılmaz."),
        (None, "9", "hedefin %60'ı",
         "Yıl, hedefin 6 adet altında kapandı. Yönü değerlendirilmedi."),
    ],
)  # fmt: skip
def test_the_years_end(direction: Direction | None, value: str, said: str, judgement: str) -> None:
    assert told(result(indicator(direction), value)) == (said, judgement)


@pytest.mark.parametrize(
    ("rule", "said", "english"),
    [
        (Accumulation.SUM, "yıl hedefinin şimdiye kadar %60'ı",
         "so far 60% of the year's target"),
        (Accumulation.LAST, "son değer, yıl hedefinin %60'ı",
         "latest value: 60% of the year's target"),
        (Accumulation.AVERAGE, "şimdiye kadarki ortalama, yıl hedefinin %60'ı",
         "average so far: 60% of the year's target"),
    ],
)  # fmt: skip
def test_within_the_year_the_rule_is_said_and_nothing_is_judged(
    rule: Accumulation, said: str, english: str
) -> None:
    of = result(indicator(rule=rule), as_of=HALF)
    assert told(of) == (said, "Artması beklenir.")
    with using(ENGLISH):
        assert told(of)[0] == english


def test_between_percentages_the_difference_is_in_points() -> None:
    of = result(indicator(unit="%", rule=Accumulation.LAST), "12,5".replace(",", "."), HALF)
    assert told(of)[0] == "son değer, yıl hedefinin 2,5 puan altında"
    assert told(result(indicator(unit="%"), "15.5"))[0] == "hedefin 0,5 puan üzerinde"


@pytest.mark.parametrize(
    ("value", "rule", "text"),
    [
        ("9", None, "Ağaç: 30.06.2025 itibarıyla gerçekleşen 9 adet, 2025 hedefi 15 adet. Yıl "
         "içindeki değerlerin yılın değerini nasıl oluşturduğu değerlendirilmediği için ikisi "
         "karşılaştırılmıyor."),
        (None, Accumulation.SUM,
         "Ağaç: 30.06.2025 için gerçekleşme değeri verilmemiş; 2025 hedefi 15 adet."),
        ("9", Accumulation.SUM,
         "Ağaç: 30.06.2025 itibarıyla gerçekleşen 9 adet, 2025 hedefi 15 adet; yıl hedefinin "
         "şimdiye kadar %60'ı."),
    ],
)  # fmt: skip
def test_the_sentence_says_what_it_can(
    value: str | None, rule: Accumulation | None, text: str
) -> None:
    of = result(indicator(rule=rule), value, HALF)
    assert sentence(of, of.actuals[0], 2025).text == text


def test_without_a_target_the_sentence_says_so() -> None:
    made = indicator()
    made = replace(made, target=replace(made.target, value=None))
    of = result(made)
    assert sentence(of, of.actuals[0], 2025).text == (
        "Ağaç: 31.12.2025 itibarıyla gerçekleşen 9 adet; 2025 hedefi belirtilmemiş."
    )
    assert told(of) == ("hedef belirtilmemiş", "")


def test_a_deviation_without_a_reason_is_said_at_the_years_end_alone() -> None:
    bare = replace(REPORT, reason="")

    def said(of: Result) -> list[str]:
        return [each.text for each in beside_it(of, of.actuals[0], 2025)]

    missing, source = "Belgede sapma nedeni yazmıyor.", "Kaynak: Faaliyet Raporu, 14.04.2026."
    assert said(Result(indicator(), (Actual(END, (bare,)),))) == [missing, source]
    assert said(Result(indicator(), (Actual(HALF, (bare,)),))) == [source]
    kept = replace(bare, value=Decimal(15))
    assert said(Result(indicator(), (Actual(END, (kept,)),))) == [source]


def test_reason_measure_and_forecast_are_told_as_the_documents_own() -> None:
    full = replace(REPORT, measure="Ekip kuruldu.")
    of = Result(indicator(), (Actual(END, (full,)),), Expected(2026, Decimal(10)))
    said = beside_it(of, of.actuals[0], 2025)
    assert [(each.text, each.own) for each in said] == [
        ("Belgede yazan sapma nedeni: Kar yağdı.", ("Kar yağdı",)),
        ("Belgede yazan önlem: Ekip kuruldu.", ("Ekip kuruldu.",)),
        ("2026 programı 2025 yılı için 10 adet tahmin ediyor.", ()),
        ("Kaynak: Faaliyet Raporu, 14.04.2026.", ("Faaliyet Raporu",)),
    ]


def test_a_target_that_the_document_states_otherwise_is_told() -> None:
    other = replace(REPORT, target=Decimal(14))
    of = Result(indicator(), (Actual(END, (other,)),))
    told = essential(of, of.actuals[0], 2025)[1]
    assert told.text == (
        "Gerçekleşmenin belgesi (Faaliyet Raporu, 14.04.2026) 2025 hedefini 14 adet olarak yazıyor;"
        " programdaki hedef 15 adet."
    )
    assert told.own == ("Faaliyet Raporu",)
    same = result(indicator())
    assert len(essential(same, same.actuals[0], 2025)) == 1
    silent = replace(REPORT, target=None)
    of = Result(indicator(), (Actual(END, (silent,)),))
    assert len(essential(of, of.actuals[0], 2025)) == 1


def test_a_correction_and_a_revision_are_told_apart() -> None:
    form = Document(2025, "f", "Form", "results_form", None, END, 1)
    first = replace(REPORT, document=form, value=Decimal(8))
    assert changed(Change(first, REPORT), "adet").text == (
        "Değer sonradan güncellendi: önce 8 adet (Form), sonra 9 adet "
        "(Faaliyet Raporu, 14.04.2026)."
    )
    mended = replace(REPORT, document=replace(DOCUMENT, corrects="f"))
    assert changed(Change(first, mended), "adet").text == (
        "Değer düzeltildi: önce 8 adet (Form), doğrusu 9 adet (Faaliyet Raporu, 14.04.2026)."
    )
    because = replace(mended.document, correction_reason="Yanlış yazıldı")
    why = changed(Change(first, replace(mended, document=because)), "adet")
    assert why.text.endswith("Gerekçe: Yanlış yazıldı.")
    assert why.own == ("Form", "Faaliyet Raporu", "Yanlış yazıldı")
