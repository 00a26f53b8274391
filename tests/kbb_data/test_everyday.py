"""What people call things: the file is whole, and words and questions are understood."""

from __future__ import annotations

from collections import Counter

import pytest

from kbb_data import everyday
from kbb_data.everyday import meanings, questions, understood
from kbb_data.search_words import folded_words, stems
from present.kit.text import LANGUAGES, catalogue
from tests.support import rawcsv
from tests.support.datasets import KAYSERI

#: The titles that a meaning may lead to.
TITLES = {
    "topics": ("name",),
    "activities": ("name", "short_name"),
    "goals": ("statement", "short_name"),
    "aims": ("name",),
    "indicators": ("name",),
    "spending_units": ("name",),
    "economic_codes": ("name",),
    "assets": ("name", "category"),
}


@pytest.fixture(scope="module")
def titles() -> list[set[str]]:
    """The stems of every title of the committed programme."""
    return [
        set(stems(folded_words(" ".join(row[column] for column in columns))))
        for table, columns in TITLES.items()
        for row in rawcsv.rows(KAYSERI, table)
    ]


def test_no_phrase_means_two_things() -> None:
    for language in ("turkish", "english"):
        counted = Counter(
            phrase.keys for each in meanings() for phrase in set(getattr(each, language))
        )
        # Two spellings of one entry may have the same keys; two entries may not.
        entries = Counter(
            keys
            for each in meanings()
            for keys in {phrase.keys for phrase in getattr(each, language)}
        )
        assert [keys for keys, count in entries.items() if count > 1] == [], language
        assert counted


def test_names_are_their_own() -> None:
    for entries in (meanings(), questions()):
        names = [each.name for each in entries]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("meaning", meanings(), ids=lambda each: each.name)
def test_everyday_words_lead_to_something_or_are_said_to_be_absent(
    meaning: everyday.Meaning, titles: list[set[str]]
) -> None:
    assert meaning.turkish
    assert meaning.english
    held = [{term.stem for term in phrase} for phrase in meaning.means]
    leads = any(phrase <= title for phrase in held for title in titles)
    assert leads or meaning.absent
    texts = [meaning.absent, *meaning.absent_at.values()] if meaning.absent else []
    for language in LANGUAGES:
        assert {f"search.absent_{text}" for text in texts} <= catalogue(language).keys()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("otobüse ne kadar gidiyor", ["bus"]),
        ("sokak köpekleri", ["stray_animals"]),
        ("sokak", ["road"]),
        ("atık su", ["water"]),
        ("Kayseri'nin parkları", [None, "park"]),
        ("merkez kütüphane", [None, "library"]),
        ("personel maaşları", ["salary"]),
        ("bus", [None]),
    ],
)
def test_the_longest_phrase_is_meant(typed: str, names: list[str | None]) -> None:
    sought = understood(typed).sought
    assert [each.meaning.name if each.meaning else None for each in sought] == names


@pytest.mark.parametrize(
    ("typed", "name"),
    [("how much goes on buses", "bus"), ("fire", "fire"), ("otobüs", "bus"), ("wages", "salary"),
     ("goods and services", "procurement"), ("capital spending", "investment")],
)  # fmt: skip
def test_an_english_visit_understands_both_languages(typed: str, name: str) -> None:
    (sought,) = understood(typed, is_english=True).sought
    assert sought.meaning is not None
    assert sought.meaning.name == name


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("başkan kim", "mayor"), ("Kayseri belediye başkanı kimdir?", "mayor"),
        ("EN ÇOK PARA NEREYE GİDİYOR", "largest"), ("toplam bütçe ne kadar", "total"),
        ("kişi başına ne kadar düşüyor", "per_head"), ("kaç personel var", "staff"),
        # Other words tell that something else is asked.
        ("park bütçesi", None), ("komisyon başkanı", None), ("gelir gider", None),
    ],
)  # fmt: skip
def test_questions_are_understood(typed: str, question: str | None) -> None:
    asked = understood(typed).question
    assert (asked.name if asked else None) == question


def test_a_question_in_english() -> None:
    asked = understood("Who is the mayor of the city?", is_english=True).question
    assert asked is not None
    assert asked.name == "mayor"


def test_how_many_is_told_from_how_much() -> None:
    assert understood("kaç otobüs var").is_counting
    assert not understood("otobüse ne kadar gidiyor").is_counting
    assert understood("how many libraries", is_english=True).is_counting


def test_only_what_is_asked_for_alone_may_be_absent() -> None:
    absent = understood("hastane").absent
    assert absent is not None
    assert absent.name == "hospital"
    assert understood("hastane yolu").absent is None
    assert understood("park").absent is None
