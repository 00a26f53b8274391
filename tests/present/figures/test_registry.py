"""Every registered figure is known to the tests and to the documentation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from present.figures.registry import BY_SLUG, ENTRIES, GROUPS
from present.kit.entry import OF_YEARS
from tests.support.source import ROOT

#: A line of the table of figures: its name, and what it shows.
_LINE = re.compile(r"^\| `([a-z-]+)` \| [^|]+ \|$", re.MULTILINE)


def _texts() -> Iterator[str]:
    """The texts that stand by themselves in the code of the tests."""
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_a_test_names_every_figure() -> None:
    assert set(BY_SLUG) <= set(_texts())


def test_the_documentation_names_every_figure_and_no_other() -> None:
    text = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
    figures = text.partition("\n## The figures\n")[2].partition("\n## ")[0]
    assert _LINE.findall(figures) == [entry.slug for entry in ENTRIES]


def test_no_two_figures_have_one_name() -> None:
    assert len(BY_SLUG) == len(ENTRIES)


def test_groups_stand_in_the_order_of_the_figures() -> None:
    assert GROUPS == (
        "butce", "yillar", "gostergeler", "yerler", "meclis", "kaynaklar", "tutarlilik",
    )  # fmt: skip


def test_what_asks_for_several_years_is_in_a_group_of_its_own() -> None:
    """So that no other group's first visit reads all of an institution's programmes."""
    assert [entry.slug for entry in ENTRIES if entry.of_years != (entry.group == OF_YEARS)] == []
