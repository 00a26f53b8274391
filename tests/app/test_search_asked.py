"""120 queries as citizens put them: what stands first and the answer that it carries, on both
databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from db import engine as factory
from db import load
from pages import ara
from pages.parts import beside
from present.figures.setting import of_edition
from present.kit.setting import Setting
from present.kit.text import ENGLISH, TURKISH, using
from present.opendata.source import Edition, Library
from tests.app.search_asked import AS_BEFORE, ENGLISH_CASES, EVERYDAY, Case
from tests.support import datasets

Loaded = tuple[Library, Edition, dict[str, Setting]]


@pytest.fixture(scope="session")
def searched(new_database: Callable[[], str]) -> Iterator[Loaded]:
    """The committed programme on each kind of database in turn, with its settings by language."""
    url = new_database()
    load.build(datasets.KAYSERI, url)
    reading = factory.create(url)
    library = Library(lambda: reading, keep_seconds=3600)
    (edition,) = library.editions()
    settings = {}
    for language in (TURKISH, ENGLISH):
        with using(language):
            settings[language] = of_edition(library, edition, is_dark=False)
    yield library, edition, settings
    reading.dispose()


def first(searched: Loaded, typed: str, language: str) -> tuple[str, str, str, str]:
    """What stands first for a query: ``lead`` or its kind, its title, what of its answer is read
    first, and the rest of the answer."""
    library, edition, settings = searched
    setting = settings[language]
    with using(language):
        answer = library.search(
            edition, typed, beside.documents(setting), is_english=language == ENGLISH
        )
        lead = ara.lead_of(setting, answer)
        if lead is not None:
            return "lead", lead.title, lead.answer.strong, lead.answer.said
        assert answer.hits, typed
        result = ara.result(setting, answer.hits[0])
        return answer.hits[0].kind, result.title, result.answer.strong, result.answer.said


@pytest.mark.parametrize(
    ("language", "case"),
    [
        *((TURKISH, case) for case in (*AS_BEFORE, *EVERYDAY)),
        *((ENGLISH, case) for case in ENGLISH_CASES),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_what_is_asked_stands_first_with_its_answer(
    searched: Loaded, language: str, case: Case
) -> None:
    typed, kind, title, strong = case
    own_kind, own_title, own_strong, said = first(searched, typed, language)
    assert (own_kind, own_strong) == (kind, strong), own_title
    assert own_title.startswith(title)
    if kind in ("topic", "activity", "economic_code", "spending_unit", "goal", "aim"):
        # No amount without its year and kind.
        assert {"tr": "2025 planı", "en": "plan for 2025"}[language] in said


def test_there_are_120_queries() -> None:
    assert len({case[0] for case in AS_BEFORE}) >= 60
    assert len({case[0] for case in EVERYDAY}) >= 30
    assert len({case[0] for case in ENGLISH_CASES}) >= 30
