"""What is dear to make is made once, and forgotten when others are asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kbb_data.schema import PROGRAMME_BUDGET
from present.kit.keep import Kept, keep
from present.kit.setting import Setting
from present.kit.text import TURKISH, t, using
from tests.support.settings import setting


def test_a_thing_is_made_once_and_the_least_asked_for_is_forgotten() -> None:
    made: list[str] = []
    kept: Kept[str, str] = Kept(2)

    def get(key: str) -> str:
        return kept.get(key, lambda: made.append(key) or key.upper())

    assert [get(key) for key in "aba"] == ["A", "B", "A"]
    get("c")
    assert made == ["a", "b", "c"]
    get("a")
    assert made == ["a", "b", "c"]
    get("b")
    assert made == ["a", "b", "c", "b"]
    assert len(kept) == 2


def test_what_can_not_be_made_is_not_kept() -> None:
    kept: Kept[str, int] = Kept(2)

    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.get("a", lambda: 1) == 1


def test_it_runs_in_the_settings_form_and_keeps_one_value_a_form() -> None:
    @keep(8)
    def title(setting: Setting) -> str:
        return t("plan.title")

    old = setting({})
    new = replace(old, form=PROGRAMME_BUDGET)
    with using(TURKISH, PROGRAMME_BUDGET):
        assert title(old) == "Amaçlar"
    assert title(new) == "Programlar"
    assert title(old) == "Amaçlar"
