"""A figure's chart is made when it is asked for, once, in the language in which it was promised."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from present.kit.figure import Chart, Figure
from present.kit.text import ENGLISH, TURKISH, language, using
from tests.support import committed


def figure(chart: Chart | dict[str, Any] | None) -> Figure:
    return Figure("t", "s", "c", "k", chart, pd.DataFrame())


def test_a_chart_is_made_once_for_all_its_figures() -> None:
    asked: list[str] = []

    def made(word: str, *, number: int) -> dict[str, Any]:
        asked.append(word)
        return {"word": word, "number": number}

    first = figure(Chart(made, "a", number=1))
    assert asked == []
    second = replace(first, title="other")
    assert second.spec == {"word": "a", "number": 1}
    assert first.spec is second.spec
    assert asked == ["a"]


def test_a_chart_speaks_the_language_in_which_it_was_promised() -> None:
    with using(ENGLISH):
        promised = figure(Chart(lambda: {"language": language()}))
    with using(TURKISH):
        assert promised.spec == {"language": ENGLISH}


def test_a_copy_holds_the_chart() -> None:
    promised = figure(Chart(lambda: {"marks": [1]}))
    for copied in (copy.deepcopy(promised), pickle.loads(pickle.dumps(promised.chart))):
        spec = copied.spec if isinstance(copied, Figure) else copied.spec()
        assert spec == {"marks": [1]}
        assert spec is not promised.spec


def test_nothing_to_draw_stays_nothing() -> None:
    assert figure(None).spec is None
    assert figure(Chart(lambda: None)).spec is None
    assert figure({"mark": "bar"}).spec == {"mark": "bar"}


def test_numbers_and_words_are_taken_without_drawing(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What makes a CSV or a sentence dear is a chart that nobody asked for."""
    from present.budget.choices import BudgetChoices
    from present.figures.registry import drawn

    def drawing(chart: Chart) -> None:
        raise AssertionError("a chart was made")

    monkeypatch.setattr(Chart, "spec", drawing)
    setting = committed.settings(tmp_path_factory.mktemp("chart"))(TURKISH)
    made = drawn(setting, "butce", BudgetChoices())
    assert made.figure.sentence
    assert len(made.figure.table)
