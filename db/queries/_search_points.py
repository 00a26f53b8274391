"""How well a document answers what was understood, in points: one rule for every database."""

from __future__ import annotations

from db.search_documents import Document
from kbb_data.everyday import Sought, Understood
from kbb_data.search_words import EMPTY_WORDS, Term, english_stem

# What a hit in each place counts, before the words of a document are added up.
_TITLE_WORD, _TITLE_STEM, _TITLE_OPEN, _BODY_WORD, _BODY_STEM, _BODY_OPEN = 100, 80, 60, 9, 7, 5

#: What a phrase counts that is meant by everyday words, in the title and elsewhere: the first
#: phrase of a meaning stands before whatever has the typed word, the next one a step below.
_MEANT_TITLE, _MEANT_ELSEWHERE, _MEANT_STEP = 140, 20, 4

#: A topic that is named in full, by what was typed or by what it means, answers best; one that
#: shares a word with it is broader than what was asked.
_TOPIC, TOPIC_KIND = 2.0, "topic"
#: Money and results come before inventory: what an asset counts of that, and where its number is
#: asked for.
_INVENTORY, _COUNTED, _ASSET = 0.55, 2.0, "asset"
#: What a word means comes after what has an amount.
_MEANING, _TERM = 0.9, "term"


def points(document: Document, understood: Understood) -> list[float]:
    """What the document counts for each thing that is sought, 0 where it has nothing of it."""
    factor = 1.0
    if document.kind == _ASSET:
        factor = _COUNTED if understood.is_counting else _INVENTORY
    elif document.kind == TOPIC_KIND and any(
        _names(document, phrase)
        for sought in understood.sought
        for phrase in (sought.terms, *sought.means[:1])
    ):
        factor = _TOPIC
    elif document.kind == _TERM:
        factor = _MEANING
    return [
        factor * max(_as_typed(document, sought, understood), _as_meant(document, sought))
        for sought in understood.sought
    ]


def holds(document: Document, phrase: tuple[Term, ...]) -> bool:
    """Whether a document's title has all words of a phrase, in any form."""
    return all(
        term.word in document.title_words or term.stem in document.title_stems for term in phrase
    )


def _names(document: Document, phrase: tuple[Term, ...]) -> bool:
    """Whether a phrase is all that a document's title says."""
    said = {
        stem
        for word, stem in zip(document.title_words, document.title_stems, strict=True)
        if word not in EMPTY_WORDS
    }
    return said == {term.stem for term in phrase}


def _as_typed(document: Document, sought: Sought, understood: Understood) -> int:
    """The words themselves: all of them, in either language of an English visit."""
    counts = []
    for term in sought.terms:
        own = 0 if sought.is_foreign else _turkish(document, term)
        counts.append(max(own, _english(document, term)) if understood.is_english else own)
    return sum(counts) if all(counts) else 0


def _as_meant(document: Document, sought: Sought) -> int:
    for place, phrase in enumerate(sought.means):
        down = _MEANT_STEP * place
        if holds(document, phrase):
            return max(_MEANT_TITLE - down, _TITLE_OPEN) * len(sought.terms)
        if all(_turkish(document, term) for term in phrase):
            return max(_MEANT_ELSEWHERE - down, _BODY_OPEN)
    return 0


def _turkish(document: Document, term: Term) -> int:
    for (text_words, text_stems), whole, form, open_ in (
        ((document.title_words, document.title_stems), _TITLE_WORD, _TITLE_STEM, _TITLE_OPEN),
        ((document.body_words, document.body_stems), _BODY_WORD, _BODY_STEM, _BODY_OPEN),
    ):
        if term.word in text_words:
            return whole
        if term.stem in text_stems:
            return form
        if term.is_open and any(word.startswith(term.word) for word in text_words):
            return open_
    return 0


def _english(document: Document, term: Term) -> int:
    if term.word in document.english_words:
        return _TITLE_WORD
    if english_stem(term.word) in document.english_stems:
        return _TITLE_STEM
    is_open = term.is_open and any(word.startswith(term.word) for word in document.english_words)
    return _TITLE_OPEN if is_open else 0
