"""Questions that deviations ask: each where it should, with its figures, the farthest first."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from present.briefing import programme
from present.briefing.came_of import CameOf, Outcome
from present.briefing.parts import of_programme
from present.briefing.questions import RULES
from present.indicators.actuals import Span, Standing
from present.indicators.ambition import Direction
from present.kit.setting import Setting
from present.promises.model import Figure, Guess, Year
from tests.present.briefing.records import part
from tests.support.promises import indicator, stated

RULE_NAMES = ("missed_silent", "missed_reason", "target_altered", "estimate_far")
DOCUMENT = "“Rapor” (14.04.2026)"


def outcome(value: str, target: str = "100", code: str = "1.1", **change: Any) -> Outcome:
    """A year-end of 2025 in pieces, more of which is better, but for the changes; ``document``:
    what the document says beside the value, ``guess``: the estimate of the programme of 2026."""
    document = change.pop("document", {})
    guess = change.pop("guess", None)
    unit = change.pop("unit", "adet")
    span = change.pop("span", Span.YEAR)
    direction = change.pop("direction", Direction.MORE)
    standing = Standing(Decimal(value), Decimal(target), direction, unit == "%", span, None)
    said = stated(value, "2026-04-14", title="Rapor", **document)
    made = Outcome(2025, code, "Ad", unit, standing, datetime.date(2025, 12, 31), said, "Rapor")
    return replace(made, guess=guessed(guess, value, unit) if guess else None, **change)


def guessed(estimate: str, result: str, unit: str) -> Guess:
    of = indicator(2025, unit=unit)
    year = Year(2025, "1.1", of, None, Figure(Decimal(estimate), 2026), None)
    return Guess(year, Decimal(estimate), Decimal(result))


def asked(rule: str, *outcomes: Outcome) -> list[str]:
    (ask,) = [listed.ask for listed in RULES if listed.name == rule]
    return list(ask(replace(part(), came_of=CameOf(outcomes, (), "", "", ""))))


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_a_kept_promise_and_silence_ask_nothing(rule: str) -> None:
    (ask,) = [listed.ask for listed in RULES if listed.name == rule]
    assert list(ask(part())) == []
    kept = outcome("100", document={"target": Decimal(100)}, guess="101")
    assert asked(rule, kept, outcome("120"), outcome("1", span=Span.SUM)) == []


def test_a_target_missed_without_a_reason_is_asked_about_the_farthest_first() -> None:
    rows = (
        outcome("90", code="1.1"),
        outcome("40", code="1.2"),
        outcome("10", code="1.3", document={"reason": "Yağış."}),
        outcome("5", code="1.4", unit="%"),
        outcome("125", code="1.5", direction=Direction.LESS),
    )
    questions = asked("missed_silent", *rows)
    assert [question.split()[1] for question in questions] == ["1.2", "1.5", "1.1", "1.4"]
    assert questions[0] == (
        f"Gösterge 1.2 “Ad”: 2025 hedefi 100 adet; {DOCUMENT} belgesine göre 31.12.2025 "
        "itibarıyla sonuç "
        "40 adet. Belge bir neden yazmıyor; hedefin 60 adet gerisinde neden kalındı?"
    )


def test_what_a_programme_alone_prints_has_no_document_that_could_give_a_reason() -> None:
    printed = outcome("40", stated=None, source="2026 programı")
    assert asked("missed_silent", printed) == asked("missed_reason", printed) == []
    assert asked("target_altered", printed) == []


def test_a_reason_is_quoted_and_asked_about() -> None:
    row = outcome("90", document={"reason": "Yağış nedeniyle geç başlandı."})
    assert asked("missed_reason", row, outcome("40")) == [
        f"Gösterge 1.1 “Ad”: 2025 hedefi 100 adet; {DOCUMENT} belgesine göre 31.12.2025 "
        "itibarıyla sonuç "
        "90 adet, neden: “Yağış nedeniyle geç başlandı”. Bu neden sürüyor mu, aradaki 10 adet "
        "nasıl kapatılacak?"
    ]


def test_an_altered_target_is_asked_about_also_where_it_was_reached() -> None:
    row = outcome("100", document={"target": Decimal(95)})
    assert asked("target_altered", row) == [
        f"Gösterge 1.1 “Ad”: 2025 programında hedef 100 adet, {DOCUMENT} belgesinde 95 adet. "
        "Hedef ne "
        "zaman, kimin kararıyla değişti?"
    ]


def test_a_far_estimate_is_asked_about_amounts_before_points() -> None:
    rows = (
        outcome("100", code="1.1", guess="109.9"),
        outcome("100", code="1.2", guess="110"),
        outcome("100", code="1.3", guess="60"),
        outcome("50", code="1.4", unit="%", guess="45"),
        outcome("50", code="1.5", unit="%", guess="54.9"),
    )
    questions = asked("estimate_far", *rows)
    assert [question.split()[1] for question in questions] == ["1.3", "1.2", "1.4"]
    assert questions[0].startswith(
        "Gösterge 1.3 “Ad”: 2026 programının 2025 tahmini 60 adet, 31.12.2025 itibarıyla sonuç "
        "100 adet; "
    )
    assert questions[0].endswith(f"Sonucun kaynağı {DOCUMENT}. Tahmin neye dayanıyordu?")


def test_of_the_whole_programme_deviations_are_asked_before_its_needs(
    year_of: Callable[..., Setting],
) -> None:
    setting = year_of(2025)
    questions = programme.ask(setting, of_programme(setting))
    missed = [place for place, own in enumerate(questions) if "Bu neden sürüyor mu" in own]
    altered = [place for place, own in enumerate(questions) if "kararıyla değişti" in own]
    assert (len(missed), len(altered)) == (1, 1)
    assert missed[0] < altered[0] < len(questions) - 1
