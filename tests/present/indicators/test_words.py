"""The words and sentences for what a target asks."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pytest

from present.indicators.ambition import Ambition, Direction, Rule, assess, summarise
from present.indicators.model import read
from present.indicators.words import (
    Years,
    bar_text,
    direction,
    explanation,
    indicator_word,
    meaning,
    plain,
    ratio_label,
    signed,
    summary_sentence,
    word,
)
from present.kit.text import ENGLISH, using
from tests.support.indicators import frame

NAN = math.nan


def sentence(**row: Any) -> tuple[Rule, str]:
    indicator = read(frame(row))[0]
    return indicator.assessment.rule, explanation(indicator, 2025)


def test_the_six_words_carry_the_year_of_the_data() -> None:
    assert [word(ambition, 2024) for ambition in Ambition] == [
        "eğilimle uyumlu",
        "ivme gerekiyor",
        "hedefe 2024'te ulaşılıyor",
        "düzey korunuyor",
        "2024'ün altında hedef",
        "karşılaştırılamıyor",
    ]
    assert word(Ambition.REACHED, 2026) == "hedefe 2026'da ulaşılıyor"
    assert word(Ambition.LOWER, 2026) == "2026'nın altında hedef"


def test_a_worse_target_where_less_is_better_is_behind_not_below() -> None:
    assert word(Ambition.LOWER, 2024, Direction.LESS) == "2024'ün gerisinde hedef"


def test_every_word_has_its_meaning() -> None:
    assert {ambition: meaning(ambition, 2024) for ambition in Ambition} == {
        Ambition.ON_TREND: "Hedefin istediği adım, bir önceki yılın aynı yöndeki adımından büyük "
        "değil.",
        Ambition.ACCELERATION: "Hedef, bir önceki yılın adımından büyük bir adım ya da gidişin "
        "dönmesini istiyor.",
        Ambition.REACHED: "Hedef, 2024 tahminine eşit: belge bu düzeye 2024'te ulaşılacağını "
        "öngörüyor.",
        Ambition.KEPT: "Düzeyin korunması beklenen göstergede hedef, 2024 tahminine eşit.",
        Ambition.LOWER: "Hedef, 2024 tahmininin gerisinde: artması beklenende daha düşük, "
        "azalması beklenende daha yüksek.",
        Ambition.NOT_COMPARABLE: "Gereken bir değer belgede belirtilmemiş ya da göstergenin yönü "
        "değerlendirilmemiş.",
    }


def test_every_direction_has_its_words() -> None:
    assert [direction(way) for way in (*Direction, None)] == [
        "Artması beklenir",
        "Azalması beklenir",
        "Düzeyinin korunması beklenir",
        "Yönü değerlendirilmedi",
    ]


def test_the_word_of_an_indicator_hangs_on_its_direction() -> None:
    more, less = read(frame({"target": 9.0}, {"direction": "less"}))
    assert indicator_word(more, 2024) == "2024'ün altında hedef"
    assert indicator_word(less, 2024) == "2024'ün gerisinde hedef"


def test_the_years_count_back_from_the_programme() -> None:
    assert Years(2027).texts == {
        "actual_year": "2025",
        "estimate_year": "2026",
        "target_year": "2027",
    }


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Decimal("2.5"), "adet", "+2,5 adet"),
        (Decimal(-1200), "m²", "−1.200 m²"),
        (Decimal(0), "adet", "0 adet"),
        (Decimal("-0.5"), "%", "−0,5 puan"),
        (Decimal(3), "", "+3"),
        (None, "adet", "belirtilmemiş"),
    ],
)
def test_a_difference_bears_its_sign(value: Decimal | None, unit: str, text: str) -> None:
    assert signed(value, unit) == text


def test_only_a_percentage_bears_its_unit_in_a_column() -> None:
    assert plain(Decimal("1234.5"), "%") == "%1.234,5"
    assert plain(Decimal("1234.5"), "m²") == "1.234,5"


@pytest.mark.parametrize(
    ("row", "label", "text"),
    [
        (
            {},
            "%80",
            "2024 tahmininin 2025 hedefine oranı %80. 2023 gerçekleşeninin 2025 hedefine oranı "
            "%66,7.",
        ),
        (
            {"direction": "less", "estimate": 8.0, "target": 6.0},
            "%75 (hedef/tahmin)",
            "2025 hedefinin 2024 tahminine oranı %75 (azalması beklenir). 2025 hedefinin 2023 "
            "gerçekleşenine oranı %60.",
        ),
        (
            {"target": NAN},
            "oran hesaplanamıyor",
            "2024 tahmini için oran hesaplanamıyor. 2023 gerçekleşeni için oran hesaplanamıyor.",
        ),
        (
            {"target": 9.7},
            "%123,7",
            "2024 tahmininin 2025 hedefine oranı %123,7. 2023 gerçekleşeninin 2025 hedefine oranı "
            "%103,1.",
        ),
        (
            {"target": 9.5},
            "%126,3",
            "2024 tahmininin 2025 hedefine oranı %126,3. 2023 gerçekleşeninin 2025 hedefine oranı "
            "%105,3. Çubuk ölçeğin sonunda kesildi.",
        ),
        (
            {"actual": 20.0},
            "%80",
            "2024 tahmininin 2025 hedefine oranı %80. 2023 gerçekleşeninin 2025 hedefine oranı "
            "%133,3. Çubuk ölçeğin sonunda kesildi.",
        ),
    ],
)
def test_a_bar_is_told_in_words(row: dict[str, Any], label: str, text: str) -> None:
    (indicator,) = read(frame(row))
    assert ratio_label(indicator) == label
    assert bar_text(indicator, Years(2025)) == text


#: A row over the usual one (actual 10, estimate 12, target 15 pieces, more is better), the rule
#: that fits it, and its explanation.
EXPLAINED: tuple[tuple[dict[str, Any], Rule, str], ...] = (
    (
        {},
        Rule.BEYOND_TREND,
        "2023 gerçekleşeninden 2024 tahminine artış 2 adet; 2024 tahmininden 2025 hedefine gereken "
        "artış 3 adet: önceki adımdan büyük.",
    ),
    (
        {"direction": "less", "actual": 13.0, "target": 9.0},
        Rule.BEYOND_TREND,
        "2023 gerçekleşeninden 2024 tahminine azalış 1 adet; 2024 tahmininden 2025 hedefine "
        "gereken azalış 3 adet: önceki adımdan büyük.",
    ),
    (
        {"target": 14.0},
        Rule.WITHIN_TREND,
        "2023 gerçekleşeninden 2024 tahminine artış 2 adet; 2024 tahmininden 2025 hedefine gereken "
        "artış 2 adet: önceki adımdan büyük değil.",
    ),
    (
        {"target": 12.0},
        Rule.SAME_REACHED,
        "2025 hedefi 2024 tahminine eşit (12 adet): belge, bu düzeye 2024'te ulaşılacağını "
        "öngörüyor.",
    ),
    (
        {"target": 12.0, "direction": "keep"},
        Rule.SAME_KEPT,
        "2025 hedefi 2024 tahminine eşit (12 adet); bu göstergede düzeyin korunması beklenir.",
    ),
    (
        {"target": 9.0},
        Rule.BACKWARD,
        "Artması beklenen bu göstergede 2025 hedefi (9 adet), 2024 tahmininin (12 adet) 3 adet "
        "altında.",
    ),
    (
        {"direction": "less"},
        Rule.BACKWARD,
        "Azalması beklenen bu göstergede 2025 hedefi (15 adet), 2024 tahmininin (12 adet) 3 adet "
        "üzerinde; yani 2024'ün gerisinde.",
    ),
    (
        {"target": 9.0, "direction": "keep"},
        Rule.KEEP_LOWERED,
        "Düzeyinin korunması beklenen bu göstergede 2025 hedefi (9 adet), 2024 tahmininin (12 "
        "adet) 3 adet altında.",
    ),
    (
        {"direction": "keep"},
        Rule.KEEP_RAISED,
        "Düzeyinin korunması beklenen bu göstergede 2025 hedefi (15 adet), 2024 tahmininin (12 "
        "adet) 3 adet üzerinde; bunun daha iyi olup olmadığı değerlendirilmedi.",
    ),
    (
        {"actual": NAN},
        Rule.FORWARD_NO_TREND,
        "2025 hedefi (15 adet), 2024 tahmininin (12 adet) 3 adet üzerinde; 2023 gerçekleşeni "
        "belirtilmediği için önceki adımla karşılaştırılamaz.",
    ),
    (
        {"actual": NAN, "direction": "less", "target": 9.0},
        Rule.FORWARD_NO_TREND,
        "2025 hedefi (9 adet), 2024 tahmininin (12 adet) 3 adet altında; 2023 gerçekleşeni "
        "belirtilmediği için önceki adımla karşılaştırılamaz.",
    ),
    (
        {"actual": 12.0},
        Rule.AGAINST_TREND,
        "2024 tahmini 2023 gerçekleşenine eşit (12 adet); 2025 hedefi 3 adet artış istiyor: önceki "
        "yıl bu yönde adım yok.",
    ),
    (
        {"actual": 20.0},
        Rule.AGAINST_TREND,
        "2024 tahmini, 2023 gerçekleşeninin 8 adet altında; 2025 hedefi ise 2024 tahmininin 3 adet "
        "üzerinde: gidişin dönmesi gerekiyor.",
    ),
    (
        {"actual": 8.0, "direction": "less", "target": 11.0},
        Rule.AGAINST_TREND,
        "2024 tahmini, 2023 gerçekleşeninin 4 adet üzerinde; 2025 hedefi ise 2024 tahmininin 1 "
        "adet altında: gidişin dönmesi gerekiyor.",
    ),
    (
        {"direction": None},
        Rule.NO_DIRECTION,
        "Bu göstergede artışın mı, azalışın mı iyi olduğu değerlendirilmedi; hedefin hangi yöne "
        "gittiği söylenemez.",
    ),
    (
        {"target": NAN},
        Rule.VALUE_NOT_STATED,
        "2025 hedefi belgede belirtilmemiş; hedef önceki yılla karşılaştırılamaz.",
    ),
    (
        {"estimate": NAN},
        Rule.VALUE_NOT_STATED,
        "2024 tahmini belgede belirtilmemiş; hedef önceki yılla karşılaştırılamaz.",
    ),
    (
        {"target": NAN, "estimate": NAN},
        Rule.VALUE_NOT_STATED,
        "2024 tahmini ve 2025 hedefi belgede belirtilmemiş; hedef önceki yılla karşılaştırılamaz.",
    ),
    (
        {"is_cumulative": True},
        Rule.BEYOND_TREND,
        "2023 gerçekleşeninden 2024 tahminine artış 2 adet; 2024 tahmininden 2025 hedefine gereken "
        "artış 3 adet: önceki adımdan büyük. Değerler birikimlidir; fark, bir yılda eklenen "
        "miktardır.",
    ),
    (
        {"is_cumulative": True, "target": NAN},
        Rule.VALUE_NOT_STATED,
        "2025 hedefi belgede belirtilmemiş; hedef önceki yılla karşılaştırılamaz.",
    ),
    (
        {"unit": "%", "actual": 90.0, "estimate": 90.5, "target": 95.5},
        Rule.BEYOND_TREND,
        "2023 gerçekleşeninden 2024 tahminine artış 0,5 puan; 2024 tahmininden 2025 hedefine "
        "gereken artış 5 puan: önceki adımdan büyük.",
    ),
    (
        {"actual_year": 2029, "estimate_year": 2030, "target_year": 2031, "target": 9.0},
        Rule.BACKWARD,
        "Artması beklenen bu göstergede 2031 hedefi (9 adet), 2030 tahmininin (12 adet) 3 adet "
        "altında.",
    ),
    (
        {"actual_year": None, "estimate_year": None, "target_year": None},
        Rule.BEYOND_TREND,
        "2023 gerçekleşeninden 2024 tahminine artış 2 adet; 2024 tahmininden 2025 hedefine gereken "
        "artış 3 adet: önceki adımdan büyük.",
    ),
)


@pytest.mark.parametrize(("row", "rule", "text"), EXPLAINED)
def test_an_explanation_gives_the_rule_with_its_figures(
    row: dict[str, Any], rule: Rule, text: str
) -> None:
    assert sentence(**row) == (rule, text)


def test_every_rule_is_explained_above() -> None:
    assert {rule for _, rule, _ in EXPLAINED} == set(Rule)


def test_differences_of_percentages_are_points() -> None:
    _, text = sentence(unit="%", actual=90.0, estimate=90.0, target=95.5)
    assert "5,5 puan" in text
    assert "%90" in text


def test_cumulative_figures_say_so() -> None:
    assert "birikimli" in sentence(is_cumulative=True)[1]
    assert "birikimli" not in sentence(is_cumulative=True, actual=math.nan)[1]


def test_the_summary_counts_in_a_sentence() -> None:
    given = [assess(1, 2, 3, "more"), assess(2, 2, 2, "more"), assess(None, 2, 3, "more")]
    assert summary_sentence(summarise(given), 2025) == (
        "2025 için karşılaştırılabilen 2 hedefin 1 tanesi 2024 tahmininden ileride,"
        " 1 tanesi 2024 tahminine eşit, "
        "0 tanesi geride; 1 gösterge karşılaştırılamıyor. Karşılaştırılamayanların 1 tanesinde "
        "hedef 2024 tahmininden ileride, ama 2023 değeri belirtilmemiş."
    )
    assert summary_sentence(summarise(given[:2]), 2025) == (
        "2025 hedeflerinin 1 tanesi 2024 tahmininden ileride, 1 tanesi 2024 tahminine eşit, "
        "0 tanesi geride."
    )
    assert summary_sentence(summarise([assess(1, 2, None, "more")]), 2025) == (
        "2025 için karşılaştırılabilen 0 hedefin 0 tanesi 2024 tahmininden ileride, 0 tanesi "
        "2024 tahminine eşit, 0 tanesi geride; 1 gösterge karşılaştırılamıyor."
    )


def test_english_counts_one_and_many() -> None:
    given = [assess(1, 2, 3, "more"), assess(2, 2, 2, "more"), assess(None, 2, 3, "more")]
    with using(ENGLISH):
        assert summary_sentence(summarise(given), 2025) == (
            "Of the 2 targets for 2025 that can be compared, 1 is ahead of the 2024 estimate, 1 "
            "equals the 2024 estimate and 0 are behind it; 1 indicator can't be compared. For 1 of "
            "those that can't be compared the target is ahead of the 2024 estimate, but the 2023 "
            "value is not stated."
        )
