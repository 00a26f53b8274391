"""Searching a programme as a citizen types, through the database's full-text index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from db import search_index
from db.queries._frame import of
from db.queries._key import ProgrammeKey
from db.queries._search_points import TOPIC_KIND, holds, points
from db.reading import reading
from db.search_documents import KINDS, Document
from db.tables import SEARCH_DOCUMENTS
from kbb_data import everyday
from kbb_data.everyday import Sought, Understood, understood
from kbb_data.search_words import MAX_TEXT, Term, english_stem, stem, words
from kbb_data.turkish import lower, sort_key

#: No programme holds so many documents; a bound all the same.
_LIMIT = 2_000

#: How alike a word must be to one of the programme's to be taken for a slip of it, from 0 to 1,
#: and how alike a short one: ``vergi`` is no slip of ``veri``.
_ALIKE, _ALIKE_SHORT, _SHORT = 0.8, 0.9, 5


_NOTHING = Understood(())


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first.

    ``understood`` is what was looked for. ``corrected`` is the text that was searched in place of
    the typed one, where a word of it occurs nowhere and is much like one that does; ``None``
    otherwise. ``is_partial``: no document holds all that was asked; these hold the most of it, as
    whole words or as the beginning of one. ``absent`` names the plain text that what is asked for
    is in no programme of this kind, empty where it may be.
    """

    hits: tuple[Document, ...]
    understood: Understood = _NOTHING
    corrected: str | None = None
    is_partial: bool = False
    absent: str = ""

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words that were looked for, as typed."""
        return self.understood.terms

    @property
    def phrases(self) -> tuple[tuple[Term, ...], ...]:
        """The phrases of the programme that they were taken to mean."""
        return tuple(phrase for sought in self.understood.sought for phrase in sought.means)

    @property
    def related(self) -> tuple[str, ...]:
        """The phrases of the programme that everyday words were taken to mean and that a title has,
        of those that hold none of the words themselves."""
        phrases: dict[str, None] = {}
        for sought in self.understood.sought:
            written = sought.meaning.means_written if sought.meaning else ()
            for phrase, text in zip(sought.means, written, strict=True):
                own = {term.stem for term in phrase}
                is_other = not own & {term.stem for term in sought.terms}
                if is_other and any(holds(hit, phrase) for hit in self.hits):
                    phrases.setdefault(text)
        return tuple(phrases)


def search(
    engine: Engine,
    key: ProgrammeKey,
    text: str,
    beside: Sequence[Document] = (),
    *,
    is_english: bool = False,
) -> Found:
    """What of the programme, and of the documents ``beside`` it, answers ``text``.

    Letter case, accents and the two i's do not count, nor do the usual endings, the order of the
    words and the words of a question; the last word may be half typed. Everyday words find what
    the programme calls otherwise (``kbb_data.everyday``). Titles come before what else is said of
    a thing, whole words before forms of them, short titles before long ones, money and results
    before inventory; the order is the same on every database. ``is_english``: the text is an
    English visitor's, and English names are looked through as well.

    Nothing is found for a text without a letter or digit, and for an unknown programme only what
    is ``beside``. Raises ``DatabaseUnavailable``.
    """
    text = text[:MAX_TEXT]
    asked = understood(text, is_english=is_english)
    if not asked.sought:
        return Found(())
    with reading(engine) as connection:
        if asked.question is not None:
            # It is answered by itself; only what has all its telling words belongs beside.
            hits = _holding(connection, key, asked, beside) if asked.is_telling else ()
            return Found(_of_kinds(hits, asked.question.kinds), asked)
        absent = _absent(connection, key, asked)
        hits = _holding(connection, key, asked, beside)
        if hits or absent:
            return Found(hits, asked, absent=absent)
        better = _corrected(connection, key, text, asked, beside)
        if better is not None:
            mended = understood(better, is_english=is_english)
            hits = _holding(connection, key, mended, beside)
            absent = _absent(connection, key, mended)
            if hits or absent:
                return Found(hits, mended, better, absent=absent)
            asked = mended
        asked = replace(asked, sought=tuple(map(_opened, asked.sought)))
        hits = _holding(connection, key, asked, beside, together=False)
    return Found(hits, asked, None, bool(hits))


def _of_kinds(hits: tuple[Document, ...], kinds: Collection[str]) -> tuple[Document, ...]:
    return tuple(hit for hit in hits if hit.kind in kinds) if kinds else hits


def _opened(sought: Sought) -> Sought:
    """The same thing with words of four letters or more taken for beginnings."""
    opened = (replace(term, is_open=len(term.word) >= 4) for term in sought.terms)
    return replace(sought, terms=tuple(opened))


def _absent(connection: Connection, key: ProgrammeKey, asked: Understood) -> str:
    """The plain text that what is asked for is in no programme; empty where this one has it."""
    meaning = asked.absent
    if meaning is None:
        return ""
    phrases = tuple(Sought(phrase) for phrase in meaning.unless)
    if phrases:
        candidates = _candidates(connection, key, Understood(phrases), together=False)
        if any(holds(each, phrase.terms) for each in candidates for phrase in phrases):
            return ""
    return meaning.absent_text(key.institution)


def _candidates(
    connection: Connection, key: ProgrammeKey, asked: Understood, together: bool
) -> list[Document]:
    """The programme's documents that the index gives."""
    kind = connection.dialect.name
    rows = connection.execute(
        search_index.find(kind),
        {
            **search_index.question(kind, asked, together),
            "year": key.year,
            "institution": key.institution,
            "limit": _LIMIT,
        },
    )
    return [_document(row) for row in rows]


def _holding(
    connection: Connection,
    key: ProgrammeKey,
    asked: Understood,
    beside: Sequence[Document],
    together: bool = True,
) -> tuple[Document, ...]:
    """The documents with all that is asked, or with as much as any has, best first."""
    candidates = [*_candidates(connection, key, asked, together), *beside]
    counted = [points(document, asked) for document in candidates]
    held = [sum(map(bool, counts)) for counts in counted]
    least = len(asked.sought) if together else max(held, default=0)
    if not least:
        return ()
    order = sorted(
        (place for place in range(len(candidates)) if held[place] >= least),
        key=lambda place: (
            -sum(counted[place]),
            _coverage(candidates[place], asked.terms) < 1,
            _TIERS.get(candidates[place].kind, len(_TIERS)),
            -_coverage(candidates[place], asked.terms),
            _KIND_ORDER.get(candidates[place].kind, len(KINDS)),
            sort_key(candidates[place].title),
            candidates[place].code,
        ),
    )
    return tuple(candidates[place] for place in order)


def _document(row: Row[Any]) -> Document:
    """A row of the index; the words of its texts stand in it separated by spaces."""
    values: dict[str, Any] = {
        name: tuple(value.split()) if name.endswith(("_words", "_stems")) else value
        for name, value in row._mapping.items()
    }
    return Document(**values)


_KIND_ORDER = {kind: place for place, kind in enumerate(KINDS)}


#: What answers first among equals that are not named so exactly: money, then results, then
#: statements.
_TIERS = {
    TOPIC_KIND: 0, "economic_code": 1, "activity": 1, "spending_unit": 1, "goal": 2, "aim": 2,
    "indicator": 3, "objective": 4,
}  # fmt: skip


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
    asked: Understood,
    beside: Sequence[Document],
) -> str | None:
    """``text`` with each word that occurs nowhere replaced by the likest one that does, in the
    programme's spelling; ``None`` where no word has such a one."""
    spelled = _vocabulary(connection, key, beside, is_english=asked.is_english)
    known_stems = {stem(word) for word in spelled}
    if asked.is_english:
        known_stems |= {english_stem(word) for word in spelled}
    as_typed = {word.folded: lower(text[word.start : word.end]) for word in words(text)}
    typed = [as_typed[term.word] for term in asked.terms]
    mended = []
    for sought in asked.sought:
        for term in sought.terms:
            mended.append(as_typed[term.word])
            is_known = sought.meaning is not None or term.word in spelled
            is_known = is_known or term.stem in known_stems
            is_known = is_known or (asked.is_english and english_stem(term.word) in known_stems)
            is_begun = term.is_open and any(word.startswith(term.word) for word in spelled)
            if is_known or is_begun:
                continue
            # Slips in the first letter are rare; words that differ in it are mostly other words.
            alike = [word for word in spelled if word[0] == term.word[0]]
            cutoff = _ALIKE_SHORT if len(term.word) <= _SHORT else _ALIKE
            near = get_close_matches(term.word, alike, n=1, cutoff=cutoff)
            if near:
                mended[-1] = spelled[near[0]]
    return " ".join(mended) if mended != typed else None


def _vocabulary(
    connection: Connection, key: ProgrammeKey, beside: Sequence[Document], *, is_english: bool
) -> dict[str, str]:
    """Every word of the programme and every everyday word by its search form, as it is spelled most
    often."""
    columns = SEARCH_DOCUMENTS.c
    statement = select(columns.title, columns.body, columns.english).where(
        *of(SEARCH_DOCUMENTS, key)
    )
    texts = [part for row in connection.execute(statement) for part in row[: 2 + is_english]]
    texts += [part for document in beside for part in (document.title, document.body)]
    seen: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for word in words(text):
            seen[word.folded, lower(text[word.start : word.end])] += 1
    spelled: dict[str, str] = {}
    for (folded, written), _ in seen.most_common():
        spelled.setdefault(folded, written)
    return {**everyday.spellings(is_english=is_english), **spelled}
