"""Rows of the same count stand in the order of the Turkish alphabet, in every list and table."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from kbb_data.turkish import sort_key
from present.figures.registry import BY_SLUG, drawn
from present.kit.setting import Setting
from tests.support.source import ROOT

#: Columns that hold words; sorting by them is the alphabet's work, not that of code points.
WORDS = frozenset(
    {"name", "district", "district_slug", "title", "label", "status", "short_name", "unit_name",
     "check_title", "party", "category"}
)  # fmt: skip

#: Figures whose rows are ordered by a count and then by name: the count, the name, and whether the
#: largest stands first. Rows of sums and of what is not known are left out (``None`` in the count).
RANKED = {
    "araclar": ("pieces", "name"),
    "tesis-sayisi": ("facilities", "district"),
    "tesis-orani": ("people_each", "district"),
    "meclis-ilceler": ("members", "district"),
    "temsil": ("residents_per_member", "district"),
    "birimler": ("amount_kurus", "name"),
}

MODULES = sorted(
    path for folder in ("present", "db", "pages") for path in (ROOT / folder).rglob("*.py")
)


def sorted_by(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The columns of words by which a module sorts frames or queries, with their lines."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        asked = [part for argument in node.args for part in ast.walk(argument)]
        is_keyed = any(keyword.arg == "key" for keyword in node.keywords)
        if node.func.attr == "sort_values" and not is_keyed:
            texts = [part.value for part in asked if isinstance(part, ast.Constant)]
            yield from ((node.lineno, str(text)) for text in texts if text in WORDS)
        if node.func.attr == "order_by":
            columns = [part.attr for part in asked if isinstance(part, ast.Attribute)]
            yield from ((node.lineno, column) for column in columns if column in WORDS)


def test_nothing_is_sorted_by_code_points() -> None:
    wrong = {
        str(path.relative_to(ROOT)): found
        for path in MODULES
        if (found := list(sorted_by(ast.parse(path.read_text(encoding="utf-8")))))
    }
    assert wrong == {}
    assert len(MODULES) > 200


def test_a_sort_by_words_is_noticed() -> None:
    tree = ast.parse('frame.sort_values(["pieces", "name"])\nselect(x).order_by(UNITS.c.name)')
    assert list(sorted_by(tree)) == [(1, "name"), (2, "name")]


@pytest.mark.parametrize("slug", RANKED)
def test_rows_of_the_same_count_stand_by_the_alphabet(
    setting_in: Callable[[str], Setting], slug: str
) -> None:
    settings = setting_in("tr")
    count, name = RANKED[slug]
    pairs = 0
    for choices in BY_SLUG[slug].presets(settings):
        table = drawn(settings, slug, choices).figure.table
        if count not in table or name not in table:
            continue
        rows = [row for row in table.to_dict("records") if row.get("district_slug", "x") != ""]
        for first, second in pairwise(rows):
            if first[count] == second[count]:
                pairs += 1
                assert sort_key(first[name]) <= sort_key(second[name]), (first[name], second[name])
    assert pairs or slug not in {"tesis-sayisi", "meclis-ilceler"}


def test_the_stations_stand_by_the_alphabet(setting_in: Callable[[str], Setting]) -> None:
    settings = setting_in("tr")
    (choices,) = (
        choices
        for choices in BY_SLUG["araclar"].presets(settings)
        if choices.name.endswith("istasyon")
    )
    rows = drawn(settings, "araclar", choices).figure.table.to_dict("records")
    keys = [(-row["vehicles"], sort_key(row["name"])) for row in rows]
    assert keys == sorted(keys)
    assert len({count for count, _ in keys}) < len(keys)
