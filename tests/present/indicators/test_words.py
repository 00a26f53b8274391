"""The words and sentences for what a target asks."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pytest

from present.indicators.ambition import Ambition, Direction, Rule
from present.indicators.model import read
from present.indicators.words import (
    Years,
    direction,
    distance_text,
    explanation,
    indicator_word,
    meaning,
    plain,
    scale_text,
    signed,
    signed_number,
    word,
)
from tests.support.indicators import frame

NAN = math.nan


def sentence(**row: Any) -> tuple[Rule, str]:
    indicator = read(frame(row))[0]
    return indicator.assessment.rule, explanation(indicator, 2025)


def test_the_ten_words_carry_the_year_of_the_data() -> None:
    assert [word(ambition, 2024) for ambition in Ambition] == [
        "eğilimle uyumlu",
        "ivme gerekiyor",
        "hedefe 2024'te ulaşılıyor",
        "%100'e ulaşılıyor",
        "düzey korunuyor",
        "2023'ün altında hedef",
        "2024'ün ve 2023'ün altında hedef",
        "2024'ün altında hedef",
        "yönsüz",
        "karşılaştırılamıyor",
    ]
    assert word(Ambition.REACHED, 2026) == "hedefe 2026'da ulaşılıyor"
    assert word(Ambition.LOWER, 2026) == "2026'nın altında hedef"
    assert word(Ambition.BELOW_ACTUAL, 2026) == "2025'in altında hedef"
    assert word(Ambition.BELOW_ACTUAL, 2026, actual_year=2020) == "2020'nin altında hedef"


def test_a_worse_target_where_less_is_better_is_behind_not_below() -> None:
    assert word(Ambition.LOWER, 2024, Direction.LESS) == "2024'ün gerisinde hedef"
    assert word(Ambition.BELOW_ACTUAL, 2024, Direction.LESS) == "2023'ün gerisinde hedef"
    assert word(Ambition.BELOW_BOTH, 2024, Direction.LESS) == ("2024'ün ve 2023'ün gerisinde hedef")


def test_every_word_has_its_meaning() -> None:
    assert {ambition: meaning(ambition, 2024) for ambition in Ambition} == {
        Ambition.ON_TREND: "Hedefin istediği adım, bir önceki yılın aynı yöndeki adımından büyük "
        "değil.",
        Ambition.ACCELERATION: "Hedef, bir önceki yılın adımından büyük bir adım ya da gidişin "
        "dönmesini istiyor.",
        Ambition.REACHED: "Hedef, 2024 tahminine eşit: belge bu düzeye 2024'te ulaşılacağını "
        "öngörüyor.",
        Ambition.FULL: "Oran en çok %100 olabilir; 2024 tahmini de hedef de %100: daha fazlası "
        "istenemez.",
        Ambition.KEPT: "Hedef, 2024 tahminine ve 2023 gerçekleşenine eşit; düzeyinin korunması "
        "beklenen göstergede 2024 tahminine eşit, 2023 gerçekleşeninden düşük değil.",
        Ambition.BELOW_ACTUAL: "Hedef, 2024 tahmininden geri değil ama 2023 gerçekleşeninin "
        "gerisinde: artması beklenende ondan düşük, azalması beklenende ondan yüksek.",
        Ambition.BELOW_BOTH: "Hedef, hem 2024 tahmininin hem 2023 gerçekleşeninin gerisinde.",
        Ambition.LOWER: "Hedef, 2024 tahmininin gerisinde: artması beklenende daha düşük, "
        "azalması beklenende daha yüksek. 2023 gerçekleşeninin gerisinde değil ya da o değer "
        "belirtilmemiş.",
        Ambition.NO_DIRECTION: "Artması da azalması da iyi ya da kötü sayılmaz: gösterge bir "
        "girdiyi, bir talebi ya da bir yükü sayıyor (malzeme, başvuru, atık, onarım). Değerleri "
        "yargısız gösterilir.",
        Ambition.NOT_COMPARABLE: "Gereken bir değer belgede belirtilmemiş ya da göstergenin yönü "
        "değerlendirilmemiş.",
    }


def test_every_direction_has_its_words() -> None:
    assert [direction(way) for way in (*Direction, None)] == [
        "Artması beklenir",
        "Artması beklenir; en çok %100 olabilir",
        "Azalması beklenir",
        "Düzeyinin korunması beklenir",
        "Yönü yok: artması da azalması da iyi ya da kötü sayılmaz",
        "Yönü değerlendirilmedi",
    ]


def test_the_word_of_an_indicator_hangs_on_its_direction() -> None:
    more, less = read(frame({"target": 11.0}, {"direction": "less", "actual": 16.0}))
    assert indicator_word(more, 2024) == "2024'ün altında hedef"
    assert indicator_word(less, 2024) == "2024'ün gerisinde hedef"


def test_the_years_count_back_from_the_programme() -> None:
    texts = {"actual_year": "2025", "estimate_year": "2026", "target_year": "2027"}
    assert Years(2027).texts == texts


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
    ("value", "text"),
    [(Decimal("2.5"), "+2,5"), (Decimal(-1200), "−1.200"), (Decimal(0), "0"),
     (None, "belirtilmemiş"), (NAN, "belirtilmemiş")],
)  # fmt: skip
def test_a_difference_stands_in_a_column_without_its_unit(value: Decimal | None, text: str) -> None:
    assert signed_number(value) == text


RATE = {"unit": "%", "direction": "more_to_100"}


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ({}, "%80"),
        ({"direction": "less", "estimate": 8.0, "target": 6.0}, "%75 (hedef/tahmin)"),
        ({"target": NAN}, "oran hesaplanamıyor"),
        ({"target": 9.7}, "%123,7"),
        ({**RATE, "estimate": 17.0, "target": 18.0}, "hedefe 1 puan"),
        ({**RATE, "estimate": 18.0, "target": 18.0}, "hedefte"),
        ({**RATE, "estimate": 18.5, "target": 18.0}, "hedefi 0,5 puan aşıyor"),
        ({"direction": "no_direction"}, "fark +3 adet"),
        ({"direction": "no_direction", "estimate": NAN}, "oran hesaplanamıyor"),
    ],
)
def test_a_distance_has_the_measure_of_its_indicator(row: dict[str, Any], label: str) -> None:
    (indicator,) = read(frame(row))
    assert distance_text(indicator) == label


def test_the_three_values_are_told_in_words() -> None:
    (indicator,) = read(frame({**RATE, "actual": NAN}))
    assert scale_text(indicator, Years(2025)) == (
        "2023 gerçekleşen belirtilmemiş, 2024 tahmin %12, 2025 hedef %15."
    )


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
        {"target": 9.0, "actual": 9.0},
        Rule.BACKWARD,
        "Artması beklenen bu göstergede 2025 hedefi (9 adet), 2024 tahmininin (12 adet) 3 adet "
        "altında.",
    ),
    (
        {"direction": "less", "actual": 15.0},
        Rule.BACKWARD,
        "Azalması beklenen bu göstergede 2025 hedefi (15 adet), 2024 tahmininin (12 adet) 3 adet "
        "üzerinde; yani 2024'ün gerisinde.",
    ),
    (
        {"target": 9.0, "direction": "keep", "actual": 9.0},
        Rule.BACKWARD,
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
        {"actual": 14.0},
        Rule.AGAINST_TREND,
        "2024 tahmini, 2023 gerçekleşeninin 2 adet altında; 2025 hedefi ise 2024 tahmininin 3 adet "
        "üzerinde: gidişin dönmesi gerekiyor.",
    ),
    (
        {"actual": 11.5, "direction": "less", "target": 11.0},
        Rule.AGAINST_TREND,
        "2024 tahmini, 2023 gerçekleşeninin 0,5 adet üzerinde; 2025 hedefi ise 2024 tahmininin 1 "
        "adet altında: gidişin dönmesi gerekiyor.",
    ),
    (
        {"actual": 20.0},
        Rule.FORWARD_BELOW_ACTUAL,
        "2025 hedefi (15 adet), 2024 tahmininin (12 adet) 3 adet üzerinde, ama 2023 "
        "gerçekleşeninin (20 adet) 5 adet altında.",
    ),
    (
        {"actual": 8.0, "direction": "less", "target": 11.0},
        Rule.FORWARD_BELOW_ACTUAL,
        "2025 hedefi (11 adet), 2024 tahmininin (12 adet) 1 adet altında, ama 2023 "
        "gerçekleşeninin (8 adet) 3 adet üzerinde.",
    ),
    (
        {"actual": 75.0, "target": 12.0},
        Rule.SAME_BELOW_ACTUAL,
        "2025 hedefi 2024 tahminine eşit (12 adet), ama 2023 gerçekleşeninin (75 adet) 63 adet "
        "altında.",
    ),
    (
        {"target": 9.0},
        Rule.BACKWARD_BELOW_ACTUAL,
        "Artması beklenen bu göstergede 2025 hedefi (9 adet), 2024 tahmininin (12 adet) 3 adet "
        "altında. Hedef, 2023 gerçekleşeninin (10 adet) de 1 adet altında.",
    ),
    (
        {"actual": 12.0, "target": 12.0},
        Rule.SAME_THROUGHOUT,
        "2025 hedefi, 2024 tahminine ve 2023 gerçekleşenine eşit (12 adet).",
    ),
    (
        {"actual": NAN, "target": 12.0},
        Rule.SAME_NO_ACTUAL,
        "2025 hedefi 2024 tahminine eşit (12 adet); 2023 gerçekleşeni belirtilmediği için ondan "
        "geride olup olmadığı söylenemez.",
    ),
    (
        {**RATE, "estimate": 100.0, "target": 100.0},
        Rule.AT_CEILING,
        "2025 hedefi %100, 2024 tahmini %100; bu oran en çok %100 olabilir, daha fazlası "
        "istenemez.",
    ),
    (
        {**RATE, "actual": 70.0, "estimate": 17.0, "target": 18.0},
        Rule.FORWARD_BELOW_ACTUAL,
        "2025 hedefi (%18), 2024 tahmininin (%17) 1 puan üzerinde, ama 2023 gerçekleşeninin (%70) "
        "52 puan altında.",
    ),
    (
        {"direction": "no_direction", "actual": 15.0, "target": 10.0},
        Rule.NO_DIRECTION,
        "Bu göstergede artış da azalış da iyi sayılmaz; değerler yargısız gösterilir. 2025 hedefi "
        "(10 adet), 2024 tahmininden (12 adet) 2 adet az. 2023 gerçekleşeninden (15 adet) 5 adet "
        "az.",
    ),
    (
        {"direction": "no_direction", "actual": 12.0, "target": 12.0},
        Rule.NO_DIRECTION,
        "Bu göstergede artış da azalış da iyi sayılmaz; değerler yargısız gösterilir. 2025 hedefi "
        "2024 tahminine eşit (12 adet). 2023 gerçekleşenine (12 adet) eşit.",
    ),
    (
        {"direction": "no_direction", "actual": 10.0, "target": NAN},
        Rule.NO_DIRECTION,
        "Bu göstergede artış da azalış da iyi sayılmaz; değerler yargısız gösterilir.",
    ),
    (
        {"direction": None},
        Rule.NOT_JUDGED,
        "Bu göstergede artışın mı, azalışın mı iyi olduğu değerlendirilmedi; hedefin hangi yöne "
        "gittiği söylenemez.",
    ),
    (
        {"target": NAN},
        Rule.VALUE_NOT_STATED,
        "2025 hedefi belgede belirtilmemiş; hedef önceki yıllarla karşılaştırılamaz.",
    ),
    (
        {"estimate": NAN},
        Rule.VALUE_NOT_STATED,
        "2024 tahmini belgede belirtilmemiş; hedef önceki yıllarla karşılaştırılamaz.",
    ),
    (
        {"target": NAN, "estimate": NAN},
        Rule.VALUE_NOT_STATED,
        "2024 tahmini ve 2025 hedefi belgede belirtilmemiş; hedef önceki yıllarla "
        "karşılaştırılamaz.",
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
        "2025 hedefi belgede belirtilmemiş; hedef önceki yıllarla karşılaştırılamaz.",
    ),
    (
        {"unit": "%", "actual": 90.0, "estimate": 90.5, "target": 95.5},
        Rule.BEYOND_TREND,
        "2023 gerçekleşeninden 2024 tahminine artış 0,5 puan; 2024 tahmininden 2025 hedefine "
        "gereken artış 5 puan: önceki adımdan büyük.",
    ),
    (
        {
            "actual_year": 2029,
            "estimate_year": 2030,
            "target_year": 2031,
            "target": 9.0,
            "actual": 9.0,
        },
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
