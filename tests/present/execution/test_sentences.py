"""Every sentence and note of the three years' figures keeps the rules of sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from present.execution.entries import ENTRIES
from present.figures.registry import drawn
from present.kit.setting import Setting
from present.kit.text import LANGUAGES, using
from tests.sentences.corpus import Role, Text
from tests.sentences.rules import faults
from tests.support import years


def said(setting: Setting) -> Iterator[Text]:
    """The texts of all figures under all presets."""
    for entry in ENTRIES:
        for choices in entry.presets(setting):
            query = entry.query(choices)
            figure = drawn(setting, entry.slug, choices).figure
            place = f"{entry.slug}?{query}"
            yield Text(entry.slug, place, Role.HEADING, figure.heading, figure.own, query)
            yield Text(entry.slug, place, Role.SUBTITLE, figure.subtitle, figure.own, query)
            yield Text(entry.slug, place, Role.SENTENCE, figure.sentence, figure.own, query)
            for note in figure.notes:
                yield Text(entry.slug, place, Role.NOTE, note.text, note.own, query)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("year", years.YEARS)
def test_every_sentence_keeps_the_rules(
    year_of: Callable[..., Setting], year: int, language: str
) -> None:
    setting = year_of(year, language)
    with using(language, setting.form):
        texts = list(said(setting))
        assert texts
        broken = {
            f"{text.place}: {text.text}": found
            for text in texts
            if (found := faults(text, language))
        }
    assert broken == {}
