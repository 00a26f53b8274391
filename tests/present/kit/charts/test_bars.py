"""Bars with their names above them: names that break, groups that need a colour, nothing at all."""

from __future__ import annotations

import pandas as pd
import pytest

from present.kit.charts.bars import MAX_LINES, NAME_CHARACTERS, bars, wrap


def test_names_break_between_words() -> None:
    name = "Yangınlara, afetlere karşı dirençli şehir, dirençli toplum ve akıllı şehir hizmetleri"
    lines = wrap(name, NAME_CHARACTERS, MAX_LINES)
    assert " ".join(lines) == name
    assert max(map(len, lines)) <= NAME_CHARACTERS
    cut = wrap(name, 20, 2)
    assert cut[-1].endswith(" …")
    assert all(word in name.split() for word in " ".join(cut).split()[:-1])


def test_a_group_without_a_colour_is_named() -> None:
    rows = pd.DataFrame(
        [{"key": "1", "name": "a", "group": "x", "start": 0, "end": 1, "text": "1", "detail": ""}]
    )
    with pytest.raises(KeyError, match="x"):
        bars(rows, {"y": "#000000"})


def test_charts_of_nothing_can_be_made() -> None:
    columns = ["key", "name", "group", "start", "end", "text", "detail"]
    assert bars(pd.DataFrame(columns=columns), {}).to_dict()
