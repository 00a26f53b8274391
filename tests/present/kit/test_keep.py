"""What is dear to make is made once, and forgotten when others are asked for."""

from __future__ import annotations

import pytest

from present.kit.keep import Kept


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


def test_what_can_not_be_made_is_not_kept() -> None:
    kept: Kept[str, int] = Kept(2)

    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.get("a", lambda: 1) == 1
