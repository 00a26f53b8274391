"""The words of another statutory form: whole, with the same parameters, and nothing left over."""

from __future__ import annotations

import re
import string

import pytest

from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from present.kit.text import ENGLISH, LANGUAGES, TURKISH, catalogue, form, form_texts, t, use, using

OWN = {language: form_texts(language, PROGRAMME_BUDGET) for language in LANGUAGES}

#: What names a level, a table or a section of the strategic plan's form. ``hedef`` is a target as
#: well, which stays: the English text beside it tells the two apart.
LEVELS = re.compile(
    r"\baims?\b|\bgoals?\b|objective|strategic|\btables? \d\.\d|\bsections? \d|S\.[AH]\.|P\.H\.",
    re.IGNORECASE,
)
TURKISH_LEVELS = re.compile(
    r"ama[cç]|hedef|stratejik|tablo \d\.\d|bölüm \d|\bS\.[AH]\.|\bP\.H\.|\b\d\.\d bölüm",
    re.IGNORECASE,
)

#: Texts that hold such a word and are true of both forms, each read by a person.
OF_BOTH = {
    "about.access_aim": "the site's own aim",
    "briefing.ask_large_activity_all": "milestones (ara hedefler)",
    "briefing.ask_large_activity_part": "milestones (ara hedefler)",
    "change.note_forms": "names the levels of both forms",
    "glossary.term_hedefe_ulasiliyor": "a target that is reached",
    "indicators.summary_rest_one": "the other target",
    "plan.own_objective": "said of sub-programmes alone",
    "plan.own_objective_none": "said of sub-programmes alone",
    "opendata.guide_filter_text": "goal is a column's name",
    "opendata.problem_sides_detail": "codes of an address",
}


def parameters(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def words(text: str) -> str:
    """A text without its parameters, whose names are ours."""
    return re.sub(r"\{(\w+)(?::([^}]*))?\}", lambda found: f" {found[2] or ''} ", text)


def test_every_text_of_the_old_form_has_another_word_in_the_new_one() -> None:
    turkish, english = catalogue(TURKISH), catalogue(ENGLISH)
    left = []
    for key, text in turkish.items():
        is_level = bool(LEVELS.search(words(english[key])))
        is_target = "target" in english[key].lower() and not is_level
        has_word = bool(TURKISH_LEVELS.search(words(text)))
        if (is_level or (has_word and not is_target)) and key not in OWN[TURKISH]:
            left.append(key)
    assert sorted(left) == sorted(OF_BOTH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_new_form_names_a_level_of_the_old_one(language: str) -> None:
    old = {
        TURKISH: re.compile(r"ama[cç]|stratejik|performans hedef|\d\. hedef|tablo \d\.\d", re.I),
        ENGLISH: re.compile(r"\baims?\b|\bgoals?\b|strategic|\btable \d\.\d", re.I),
    }[language]
    assert [key for key, text in OWN[language].items() if old.search(words(text))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_forms_text_asks_for_nothing_that_its_place_does_not_give(language: str) -> None:
    usual = catalogue(language)
    assert OWN[language].keys() <= usual.keys()
    for key, text in OWN[language].items():
        assert parameters(text) <= parameters(usual[key]), key
        assert text.strip() == text != ""


def test_both_languages_word_the_same_texts() -> None:
    assert sorted(OWN[TURKISH].keys() ^ OWN[ENGLISH].keys()) == []
    for key, text in OWN[TURKISH].items():
        assert parameters(text) == parameters(OWN[ENGLISH][key]), key
    same = [
        key
        for key, text in OWN[TURKISH].items()
        if text == catalogue()[key] and OWN[ENGLISH][key] == catalogue(ENGLISH)[key]
    ]
    assert same == []


def test_the_form_is_the_documents_at_hand() -> None:
    assert form() == STRATEGIC_PLAN
    assert t("plan.title") == "Amaçlar"
    with using(TURKISH, PROGRAMME_BUDGET):
        assert t("plan.title") == "Programlar"
        with using(ENGLISH):
            assert t("plan.title") == "Programmes"
        with using(ENGLISH, STRATEGIC_PLAN):
            assert t("plan.title") == "Aims"
        assert t("common.not_stated") == "belirtilmemiş"
    assert form() == STRATEGIC_PLAN
    assert (use(TURKISH, PROGRAMME_BUDGET), t("plan.title")) == (TURKISH, "Programlar")
    assert (use(TURKISH), t("plan.title")) == (TURKISH, "Amaçlar")
