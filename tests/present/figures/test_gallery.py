"""Grafik merkezi asks for no more programmes than its figures speak of."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from present.figures import registry
from present.figures.gallery import GalleryChoices, cards
from present.kit.entry import OF_YEARS
from present.kit.setting import Setting
from present.kit.text import TURKISH, using
from present.opendata.source import Edition, Library
from tests.support import years


def test_a_group_of_one_years_figures_does_not_read_all_years(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = years.settings(tmp_path_factory.mktemp("gallery"))(2026)
    asked: set[int] = set()
    answer = Library.answer

    def noting(library: Library, edition: Edition, question: str) -> Any:
        asked.add(edition.year)
        return answer(library, edition, question)

    monkeypatch.setattr(Library, "answer", noting)
    assert cards(setting, GalleryChoices(), "")
    # Money that was spent stands beside that of the year before.
    assert asked <= {2025, 2026}
    assert registry.groups(setting) == registry.GROUPS
    assert cards(setting, GalleryChoices(group=OF_YEARS), "")
    assert asked == set(years.YEARS)


@pytest.mark.parametrize("language", ["tr", "en"])
def test_no_two_cards_have_the_same_name(
    tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    setting = years.settings(tmp_path_factory.mktemp("names"))(2026, language)
    with using(language):
        for group in registry.groups(setting):
            shown = cards(setting, GalleryChoices(group=group), "")
            names = [re.search("<h2>(.*?)</h2>", card) for card in shown]
            assert all(names)
            told = [name[1] for name in names if name]
            assert sorted(told) == sorted(set(told)), group


def test_one_programme_has_no_group_of_years(setting_in: Callable[[str], Setting]) -> None:
    shown = registry.groups(setting_in(TURKISH))
    assert shown == tuple(group for group in registry.GROUPS if group != OF_YEARS)
