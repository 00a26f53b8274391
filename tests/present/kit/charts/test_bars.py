"""Bars with their names above them: names that break, groups that need a colour, nothing at all."""

from __future__ import annotations

import pandas as pd
import pytest

from present.kit.charts.bars import NAME_CHARACTERS, bars, wrap


def test_names_break_between_words_and_nothing_is_left_out() -> None:
    name = "Yangınlara, afetlere karşı dirençli şehir, dirençli toplum ve akıllı şehir hizmetleri"
    lines = wrap(name, NAME_CHARACTERS)
    assert " ".join(lines) == name
    assert max(map(len, lines)) <= NAME_CHARACTERS
    narrow = wrap(name, 12)
    assert " ".join(narrow) == name
    assert len(narrow) > 6
    assert max(map(len, narrow)) <= 12
    assert wrap("", 12) == [""]


def test_a_group_without_a_colour_is_named() -> None:
    rows = pd.DataFrame(
        [{"key": "1", "name": "a", "group": "x", "start": 0, "end": 1, "text": "1", "detail": ""}]
    )
    with pytest.raises(KeyError, match="x"):
        bars(rows, {"y": "#000000"})


def test_charts_of_nothing_can_be_made() -> None:
    columns = ["key", "name", "group", "start", "end", "text", "detail"]
    assert bars(pd.DataFrame(columns=columns), {}).to_dict()
