"""The sentences of figures that a single programme without results lacks keep the same rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from present.briefing.build import briefing, things
from present.briefing.model import Topic
from present.figures.registry import BY_SLUG, drawn
from present.kit.setting import Setting
from present.kit.text import LANGUAGES, using
from tests.present.figures.over_years import ORACLES
from tests.sentences.corpus import Role, Text, of_briefing
from tests.sentences.rules import faults
from tests.support import years


@pytest.fixture(scope="module")
def setting_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Setting]:
    folder: Path = tmp_path_factory.mktemp("sentences-over-years")
    return years.settings(folder)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", sorted(ORACLES))
def test_every_sentence_keeps_the_rules(
    setting_of: Callable[..., Setting], slug: str, language: str
) -> None:
    broken = {}
    entry = BY_SLUG[slug]
    for year in years.YEARS:
        setting = setting_of(year, language)
        for choices in entry.presets(setting):
            figure = drawn(setting, slug, choices).figure
            with using(language, setting.form):
                for role, text in (
                    (Role.HEADING, figure.heading),
                    (Role.SUBTITLE, figure.subtitle),
                    (Role.SENTENCE, figure.sentence),
                ):
                    place = f"{year} {slug} {entry.query(choices)}"
                    found = faults(Text(slug, place, role, text, figure.own), language)
                    if found:
                        broken[f"{place}: {text}"] = found
    assert broken == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [Topic.AIM, Topic.UNIT, Topic.COMMITTEE])
def test_every_briefing_keeps_the_rules(
    setting_of: Callable[..., Setting], kind: Topic, language: str
) -> None:
    broken = {}
    for year in years.YEARS:
        setting = setting_of(year, language)
        with using(language, setting.form):
            for key in things(setting, kind):
                # Its facts are those of a single year.
                for text in of_briefing(replace(briefing(setting, kind, key), facts=())):
                    if found := faults(text, language):
                        broken[f"{year} {key}: {text.text}"] = found
    assert broken == {}
