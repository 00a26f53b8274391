"""Searching a programme as a Turkish reader types, through the database's full-text index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from sqlalchemy import Connection, Engine, select

from db import search_index
from db.queries._frame import of
from db.queries._key import ProgrammeKey
from db.reading import reading
from db.search_documents import KINDS, Document
from db.tables import SEARCH_DOCUMENTS
from kbb_data.search_words import MAX_TEXT, Term, stem, terms, words
from kbb_data.turkish import lower, sort_key

#: No programme holds so many documents; a bound all the same.
_LIMIT = 2_000

#: How alike a word must be to one of the programme's to be taken for a slip of it, from 0 to 1,
#: and how alike a short one: ``vergi`` is no slip of ``veri``.
_ALIKE, _ALIKE_SHORT, _SHORT = 0.8, 0.9, 5

# What a hit in each place counts, before the words of a document are added up.
_TITLE_WORD, _TITLE_STEM, _TITLE_OPEN, _BODY_WORD, _BODY_STEM, _BODY_OPEN = 100, 80, 60, 9, 7, 5


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first.

    ``terms`` are the words that were looked for. ``corrected`` is the text that was searched in
    place of the typed one, where a word of it occurs nowhere and is much like one that does;
    ``None`` otherwise. ``is_partial``: no document holds all the words; these hold the most of
    them, as whole words or as the beginning of one.
    """

    hits: tuple[Document, ...]
    terms: tuple[Term, ...] = ()
    corrected: str | None = None
    is_partial: bool = False


def search(engine: Engine, key: ProgrammeKey, text: str, beside: Sequence[Document] = ()) -> Found:
    """What of the programme, and of the documents ``beside`` it, holds every word of ``text``.

    Letter case, accents and the two i's do not count, nor do the usual endings and the order of
    the words; the last word may be half typed. Titles come before what else is said of a thing,
    whole words before forms of them, short titles before long ones; the order is the same on
    every database. Nothing is found for a text without a letter or digit, and for an unknown
    programme only what is ``beside``. Raises ``DatabaseUnavailable``.
    """
    text = text[:MAX_TEXT]
    looked_for = terms(text)
    if not looked_for:
        return Found(())
    with reading(engine) as connection:
        hits = _holding(connection, key, looked_for, beside)
        if hits:
            return Found(hits, looked_for)
        better = _corrected(connection, key, text, looked_for, beside)
        if better is not None:
            looked_for = terms(better)
            hits = _holding(connection, key, looked_for, beside)
            if hits:
                return Found(hits, looked_for, better)
        looked_for = tuple(replace(term, is_open=len(term.word) >= 4) for term in terms(text))
        hits = _holding(connection, key, looked_for, beside, together=False)
    return Found(hits, looked_for, None, bool(hits))


def _holding(
    connection: Connection,
    key: ProgrammeKey,
    looked_for: tuple[Term, ...],
    beside: Sequence[Document],
    together: bool = True,
) -> tuple[Document, ...]:
    """The documents with all the terms, or with as many as any has, best first."""
    kind = connection.dialect.name
    rows = connection.execute(
        search_index.find(kind),
        {
            **search_index.question(kind, looked_for, together),
            "year": key.year,
            "institution": key.institution,
            "limit": _LIMIT,
        },
    )
    candidates = [*(_document(*row) for row in rows), *beside]
    points = [[_points(document, term) for term in looked_for] for document in candidates]
    held = [sum(map(bool, counts)) for counts in points]
    least = len(looked_for) if together else max(held, default=0)
    if not least:
        return ()
    order = sorted(
        (place for place in range(len(candidates)) if held[place] >= least),
        key=lambda place: (
            -sum(points[place]),
            -_coverage(candidates[place], looked_for),
            _KIND_ORDER.get(candidates[place].kind, len(KINDS)),
            sort_key(candidates[place].title),
            candidates[place].code,
        ),
    )
    return tuple(candidates[place] for place in order)


def _document(
    kind: str, code: str, title: str, body: str, district: str | None, *parts: str
) -> Document:
    """A row of the index; the words of its texts stand in it separated by spaces."""
    return Document(kind, code, title, body, district, *(tuple(part.split()) for part in parts))


_KIND_ORDER = {kind: place for place, kind in enumerate(KINDS)}


def _points(document: Document, term: Term) -> int:
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


def _coverage(document: Document, looked_for: tuple[Term, ...]) -> float:
    """How much of the title the words make up, from 0 to 1."""
    if not document.title_words:
        return 0.0
    meant = sum(any(term.found_in(word) for term in looked_for) for word in document.title_words)
    return meant / len(document.title_words)


def _corrected(
    connection: Connection,
    key: ProgrammeKey,
    text: str,
    looked_for: tuple[Term, ...],
    beside: Sequence[Document],
) -> str | None:
    """``text`` with each word that occurs nowhere replaced by the likest one that does, in the
    programme's spelling; ``None`` where no word has such a one."""
    spelled = _vocabulary(connection, key, beside)
    known_stems = {stem(word) for word in spelled}
    as_typed = {word.folded: lower(text[word.start : word.end]) for word in words(text)}
    typed = [as_typed[term.word] for term in looked_for]
    mended = []
    for term in looked_for:
        mended.append(as_typed[term.word])
        is_known = term.word in spelled or term.stem in known_stems
        if is_known or (term.is_open and any(word.startswith(term.word) for word in spelled)):
            continue
        # Slips in the first letter are rare; words that differ in it are mostly other words.
        alike = [word for word in spelled if word[0] == term.word[0]]
        cutoff = _ALIKE_SHORT if len(term.word) <= _SHORT else _ALIKE
        near = get_close_matches(term.word, alike, n=1, cutoff=cutoff)
        if near:
            mended[-1] = spelled[near[0]]
    return " ".join(mended) if mended != typed else None


def _vocabulary(
    connection: Connection, key: ProgrammeKey, beside: Sequence[Document]
) -> dict[str, str]:
    """Every word of the programme by its search form, as it is spelled most often."""
    statement = select(SEARCH_DOCUMENTS.c.title, SEARCH_DOCUMENTS.c.body).where(
        *of(SEARCH_DOCUMENTS, key)
    )
    texts = [text for row in connection.execute(statement) for text in row]
    texts += [text for document in beside for text in (document.title, document.body)]
    seen: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for word in words(text):
            seen[word.folded, lower(text[word.start : word.end])] += 1
    spelled: dict[str, str] = {}
    for (folded, written), _ in seen.most_common():
        spelled.setdefault(folded, written)
    return spelled
