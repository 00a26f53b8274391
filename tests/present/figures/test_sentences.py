"""Every figure that the gallery shows, in both languages, against the CSV files.

The oracles (``money``, ``sides``, ``indicators``, ``city``) read the files and write the numbers
themselves; of ``present`` this test takes the sentence and the table alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import pytest

from present.figures.registry import BY_SLUG, drawn
from present.kit.setting import Setting
from tests.present.figures import city, indicators, money, over_years, sides, topics_paper
from tests.present.figures.paper import ENGLISH, TURKISH, Said

ORACLES = {
    **money.ORACLES,
    **sides.ORACLES,
    **indicators.ORACLES,
    **city.ORACLES,
    **topics_paper.ORACLES,
}


def test_every_figure_of_the_registry_has_an_oracle() -> None:
    assert set(ORACLES).isdisjoint(over_years.ORACLES)
    assert {*ORACLES, *over_years.ORACLES} == set(BY_SLUG)


@pytest.mark.parametrize("slug", sorted(ORACLES))
def test_the_gallery_shows_what_the_files_hold(
    setting_in: Callable[[str], Setting], slug: str
) -> None:
    entry = BY_SLUG[slug]
    shown = [entry.query(choices) for choices in entry.presets(setting_in(TURKISH))]
    assert shown == [dict(query) for query in ORACLES[slug].presets()]


@pytest.mark.parametrize("language", [TURKISH, ENGLISH])
@pytest.mark.parametrize("slug", sorted(ORACLES))
def test_sentence_and_table_say_what_the_files_hold(
    setting_in: Callable[[str], Setting], slug: str, language: str
) -> None:
    setting, entry = setting_in(language), BY_SLUG[slug]
    presets = list(entry.presets(setting))
    assert presets
    for choices in presets:
        query = entry.query(choices)
        figure = drawn(setting, slug, choices).figure
        said = ORACLES[slug].said(query, language)
        assert surplus(figure.sentence, said.parts) == "", (query, figure.sentence, said.parts)
        same_rows(said, figure.table.to_dict("list"), query)


def surplus(sentence: str, parts: Sequence[str]) -> str:
    """What is wrong with a sentence that must say these parts in this order and no other digits:
    the part that is missing, or the digits that are too many; empty where all is well."""
    sentence = sentence.replace("\u00a0", " ")
    start, between = 0, []
    for part in parts:
        place = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)").search(sentence, start)
        if place is None:
            return f"no {part!r} after {sentence[:start]!r}"
        between.append(sentence[start : place.start()])
        start = place.end()
    between.append(sentence[start:])
    return " ".join(re.findall(r"\S*\d\S*", " | ".join(between)))


def same_rows(said: Said, table: dict[Any, list[Any]], query: object) -> None:
    """Holds the columns of a figure's table that the files tell to what they tell."""
    held = list(zip(*(table[column] for column in said.columns), strict=True))
    assert len(held) == len(said.rows), query
    for row, expected in zip(held, said.rows, strict=True):
        for column, cell, value in zip(said.columns, row, expected, strict=True):
            assert _same(cell, value), (query, column, row, expected)


def _same(cell: object, value: object) -> bool:
    """Whether a cell of a table is what the files give; a blank is nothing."""
    if cell is None or cell == "" or type(cell).__name__ == "NAType" or cell != cell:
        return value is None
    if isinstance(value, float | Fraction):
        return isinstance(cell, float) and math.isclose(cell, value, rel_tol=1e-12)
    return value is not None and bool(cell == value)


@pytest.mark.parametrize(
    ("sentence", "parts", "wrong"),
    [
        ("2025: A has 3, B has 12.", ["2025", "3", "12"], ""),
        ("2025: A has 3, B has 12.", ["2025", "12", "3"], "no '3' after '2025: A has 3, B has 12'"),
        ("2025: A has 3, B has 12.", ["2025", "3"], "12."),
        ("2025: A has 34.", ["2025", "3"], "no '3' after '2025'"),
        ("Kayseri has 4,42.", ["4"], ",42."),
        ("Kayseri has %4.", ["%4"], ""),
    ],
)
def test_a_sentence_that_says_less_or_more_is_noticed(
    sentence: str, parts: list[str], wrong: str
) -> None:
    assert surplus(sentence, parts) == wrong
