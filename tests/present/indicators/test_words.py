"""The words and sentences for what a target asks."""

from __future__ import annotations

import math
from typing import Any

import pytest

from present.indicators.ambition import Ambition, Direction, Rule, assess, summarise
from present.indicators.model import read
from present.indicators.words import direction, explanation, meaning, summary_sentence, word
from tests.support.indicators import frame


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


def test_every_word_and_direction_has_its_meaning() -> None:
    assert len({meaning(ambition, 2024) for ambition in Ambition}) == len(Ambition)
    assert len({direction(ambition) for ambition in (*Direction, None)}) == 4


@pytest.mark.parametrize(
    ("row", "rule", "parts"),
    [
        ({}, Rule.BEYOND_TREND, ["artış 2 adet", "artış 3 adet", "büyük."]),
        ({"target": 14.0}, Rule.WITHIN_TREND, ["artış 2 adet;", "büyük değil"]),
        ({"target": 12.0}, Rule.SAME_REACHED, ["2024 tahminine eşit (12 adet)", "2024'te"]),
        ({"target": 12.0, "direction": "keep"}, Rule.SAME_KEPT, ["korunması"]),
        ({"target": 9.0}, Rule.BACKWARD, ["Artması", "3 adet altında"]),
        ({"direction": "less"}, Rule.BACKWARD, ["Azalması", "3 adet üzerinde", "2024'ün"]),
        ({"target": 9.0, "direction": "keep"}, Rule.KEEP_LOWERED, ["3 adet altında"]),
        ({"direction": "keep"}, Rule.KEEP_RAISED, ["3 adet üzerinde", "değerlendirilmedi"]),
        ({"actual": math.nan}, Rule.FORWARD_NO_TREND, ["3 adet üzerinde", "2023"]),
        ({"actual": math.nan, "direction": "less", "target": 9.0}, Rule.FORWARD_NO_TREND,
         ["3 adet altında"]),
        ({"actual": 12.0}, Rule.AGAINST_TREND, ["2023 gerçekleşenine eşit (12 adet)", "artış"]),
        ({"actual": 20.0}, Rule.AGAINST_TREND, ["8 adet altında", "3 adet üzerinde"]),
        ({"actual": 8.0, "direction": "less", "target": 11.0}, Rule.AGAINST_TREND,
         ["4 adet üzerinde", "1 adet altında"]),
        ({"direction": None}, Rule.NO_DIRECTION, ["değerlendirilmedi"]),
        ({"estimate": math.nan}, Rule.VALUE_NOT_STATED, ["2024 tahmini belgede belirtilmemiş"]),
        ({"target": math.nan}, Rule.VALUE_NOT_STATED, ["2025 hedefi belgede belirtilmemiş"]),
        ({"target": math.nan, "estimate": math.nan}, Rule.VALUE_NOT_STATED, ["ve 2025 hedefi"]),
    ],
)  # fmt: skip
def test_an_explanation_gives_the_rule_with_its_figures(
    row: dict[str, Any], rule: Rule, parts: list[str]
) -> None:
    given, text = sentence(**row)
    assert given is rule
    for part in parts:
        assert part in text
    assert "{" not in text
    assert "nan" not in text


def test_every_rule_can_be_explained() -> None:
    explained = {
        sentence(**row)[0]
        for row in (
            {}, {"target": 14.0}, {"target": 12.0}, {"target": 12.0, "direction": "keep"},
            {"target": 9.0}, {"target": 9.0, "direction": "keep"}, {"direction": "keep"},
            {"actual": math.nan}, {"actual": 12.0}, {"direction": None}, {"target": math.nan},
        )
    }  # fmt: skip
    assert explained == set(Rule)


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
    assert "karşılaştırılamıyor" not in summary_sentence(summarise(given[:2]), 2025)
