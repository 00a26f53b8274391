"""What people call things, and what a programme calls them: everyday words in Turkish and English.

The words stand in ``everyday.toml``. They name no programme's rows: each leads to phrases that a
programme's titles may hold, so that the file serves every institution and year.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kbb_data.search_words import (
    EMPTY_WORDS,
    EMPTY_WORDS_ENGLISH,
    MAX_TEXT,
    Term,
    english_stem,
    folded_words,
    stem,
    terms,
)

FILE = Path(__file__).with_suffix(".toml")

#: Words that ask for a number of things.
COUNTING = frozenset({"kac", "kaci"})
COUNTING_ENGLISH = frozenset({"many", "number"})

#: Words that every question about the municipality may hold.
_FILLING_WORDS = """
kayseri kayserinin buyuksehir belediye belediyesi belediyenin belediyemizin belediyede sehir sehrin
toplam acaba lutfen yil yillik su an 2024 2025 2026 2027
municipality city metropolitan total please s
"""
_FILLING = frozenset(_FILLING_WORDS.split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as people type them: as written, and their keys to compare with typed ones."""

    written: str
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Everyday words for one thing, and how a programme speaks of it.

    ``turkish`` and ``english`` are the words that people type; ``means`` the phrases that titles
    hold, what answers best first, and ``means_english`` what our English page says of them. Where
    the thing is in no programme of this kind, ``absent`` names the plain text that says so
    (``absent_at``: another text for an institution); it holds unless a title of the programme has
    one of ``unless``. ``asset_kind`` and ``asset_name`` name what can be counted of it; all of
    these are empty where there is nothing.
    """

    name: str
    turkish: tuple[Phrase, ...]
    english: tuple[Phrase, ...]
    means: tuple[tuple[Term, ...], ...]
    means_written: tuple[str, ...]
    absent: str
    absent_at: Mapping[str, str]
    unless: tuple[tuple[Term, ...], ...]
    asset_kind: str
    asset_name: str

    def absent_text(self, institution: str) -> str:
        """The plain text for an institution, as its name is printed."""
        return self.absent_at.get(institution, self.absent)


@dataclass(frozen=True, slots=True)
class Question:
    """A question that has an answer of its own, and the ways in which people put it. ``kinds``: the
    only kinds of documents that belong below the answer; none for any."""

    name: str
    turkish: tuple[Phrase, ...]
    english: tuple[Phrase, ...]
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing that is looked for: its words as typed, or one of the phrases that are meant by
    them (none for a word that the file does not know). ``is_foreign``: the words are English, so
    that they stand in no Turkish title."""

    terms: tuple[Term, ...]
    meaning: Meaning | None = None
    is_foreign: bool = False

    @property
    def means(self) -> tuple[tuple[Term, ...], ...]:
        """The phrases that are meant, best first."""
        return self.meaning.means if self.meaning else ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What a typed text asks for. ``question`` is the question that it puts, ``None`` for none;
    ``is_counting``: it asks how many there are of something; ``is_telling``: any of its words tells
    what is looked for."""

    sought: tuple[Sought, ...]
    question: Question | None = None
    is_telling: bool = True
    is_counting: bool = False
    is_english: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every typed word that is looked for, in order."""
        return tuple(term for sought in self.sought for term in sought.terms)

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """What the file knows of the words."""
        return tuple(sought.meaning for sought in self.sought if sought.meaning)

    @property
    def absent(self) -> Meaning | None:
        """The one thing that the text asks for, where it may be in no programme."""
        only = self.sought[0].meaning if len(self.sought) == 1 else None
        return only if only is not None and only.absent else None


def understood(text: str, *, is_english: bool = False) -> Understood:
    """What a visitor means who types ``text``, in an English visit where ``is_english``.

    Longer phrases come before shorter ones; a word belongs to one phrase. In an English visit
    both languages are understood, since names in the programme are Turkish.
    """
    looked_for = terms(text, is_english=is_english)
    typed = frozenset(folded_words(text[:MAX_TEXT]))
    counting = COUNTING | COUNTING_ENGLISH if is_english else COUNTING
    left = dict(enumerate(looked_for))
    found: list[tuple[int, Sought]] = []
    for phrase, meaning, is_foreign in _phrases(is_english):
        keys = {place: _key(term.word, is_foreign) for place, term in left.items()}
        if not phrase.keys <= set(keys.values()):
            continue
        own = [place for place, key in keys.items() if key in phrase.keys]
        words = tuple(left.pop(place) for place in own)
        found.append((own[0], Sought(words, meaning, is_foreign)))
    found += [(place, Sought((term,))) for place, term in left.items()]
    sought = tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))
    question = _question(typed, is_english)
    empty = EMPTY_WORDS | EMPTY_WORDS_ENGLISH if is_english else EMPTY_WORDS
    return Understood(
        sought,
        question,
        is_telling=any(term.word not in empty for term in looked_for),
        is_counting=question is None and bool(typed & counting),
        is_english=is_english,
    )


def spellings(*, is_english: bool) -> dict[str, str]:
    """Every word of the file in its search form, as it is written; of both languages in English."""
    spelled: dict[str, str] = {}
    for phrase, _, _ in _phrases(is_english):
        for written in phrase.written.split():
            for word in folded_words(written):
                spelled.setdefault(word, written)
    return spelled


def _key(word: str, is_foreign: bool) -> str:
    return english_stem(word) if is_foreign else stem(word)


@cache
def _phrases(is_english: bool) -> tuple[tuple[Phrase, Meaning, bool], ...]:
    """Every phrase that is understood, longest first; whether it is English."""
    every = [(phrase, meaning, False) for meaning in meanings() for phrase in meaning.turkish]
    if is_english:
        every += [(phrase, meaning, True) for meaning in meanings() for phrase in meaning.english]
    # English words come before Turkish ones that look alike, in an English visit.
    return tuple(sorted(every, key=lambda each: (-len(each[0].keys), not each[2])))


def _question(typed: frozenset[str], is_english: bool) -> Question | None:
    """The question that words put: all words of a way to put it, and else none that tells
    anything."""
    for is_foreign in (False, True) if is_english else (False,):
        filling = EMPTY_WORDS | EMPTY_WORDS_ENGLISH if is_foreign else EMPTY_WORDS
        filling |= _FILLING
        keys = {_key(word, is_foreign): word for word in typed}
        for question in questions():
            for phrase in question.english if is_foreign else question.turkish:
                rest = {word for key, word in keys.items() if key not in phrase.keys}
                if phrase.keys <= keys.keys() and rest <= filling:
                    return question
    return None


@cache
def meanings() -> tuple[Meaning, ...]:
    """All that the file says of things, in its order. Raises ``ValueError`` for an entry that it
    can't be."""
    return tuple(_meaning(entry) for entry in _file()["word"])


@cache
def questions() -> tuple[Question, ...]:
    """All questions, in the file's order."""
    return tuple(
        Question(
            entry["name"],
            _typed(entry["tr"], stem),
            _typed(entry["en"], english_stem),
            frozenset(entry.get("kinds", ())),
        )
        for entry in _file()["question"]
    )


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


_FIELDS = frozenset(
    {"name", "tr", "en", "means", "absent", "absent_at", "unless", "asset_kind", "asset_name"}
)


def _meaning(entry: Mapping[str, Any]) -> Meaning:
    name = entry.get("name", "")
    if not name or set(entry) - _FIELDS or not (entry.get("means") or entry.get("absent")):
        raise ValueError(f"everyday.toml: entry {name!r}: name, tr, en and means or absent")
    means = tuple(entry.get("means", ()))
    return Meaning(
        name,
        _typed(entry["tr"], stem, EMPTY_WORDS),
        _typed(entry["en"], english_stem, EMPTY_WORDS | EMPTY_WORDS_ENGLISH),
        tuple(_closed(phrase) for phrase in means),
        means,
        entry.get("absent", ""),
        entry.get("absent_at", {}),
        tuple(_closed(phrase) for phrase in entry.get("unless", ())),
        entry.get("asset_kind", ""),
        entry.get("asset_name", ""),
    )


def _typed(
    phrases: Iterable[str], key: Callable[[str], str], empty: Collection[str] = ()
) -> tuple[Phrase, ...]:
    """Phrases as people type them, without the words that are left out of what is typed."""
    result = []
    for phrase in phrases:
        every = folded_words(phrase)
        telling = [word for word in every if word not in empty] or every
        result.append(Phrase(phrase, frozenset(map(key, telling))))
    return tuple(result)


def _closed(phrase: str) -> tuple[Term, ...]:
    """The words of a phrase of the programme that tell something; none of them half typed."""
    telling = (word for word in folded_words(phrase) if word not in EMPTY_WORDS)
    return tuple(Term(word, stem(word)) for word in dict.fromkeys(telling))
