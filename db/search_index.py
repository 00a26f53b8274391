"""The database's own full-text index over ``search_documents``: FTS5, tsvector with GIN.

Both hold the parts of a document, the first weighing most: the words of its title, their stems, the
words of its body, their stems, and the words and stems of its English name. PostgreSQL adds what
its own Turkish configuration makes of title and body. The words are folded already, so both
databases find the same.
"""

from __future__ import annotations

from sqlalchemy import Connection, TextClause, text

from kbb_data.everyday import Understood
from kbb_data.search_words import Term, english_stem

#: How much a word weighs in the title, as a stem there, in the body, as a stem there; and in the
#: English name.
WEIGHTS, WEIGHTS_ENGLISH = (10.0, 6.0, 3.0, 2.0), (10.0, 6.0)

_COLUMNS = (
    "d.kind, d.code, d.title, d.body, d.district, d.title_words, d.title_stems, d.body_words, "
    "d.body_stems, d.english, d.english_words, d.english_stems"
)

_SQLITE_TABLE = """
CREATE VIRTUAL TABLE search_index USING fts5(
  title_words, title_stems, body_words, body_stems, english_words, english_stems,
  tokenize = "unicode61 remove_diacritics 0", prefix = '3 4'
)
"""
_SQLITE_FILL = """
INSERT INTO search_index
  (rowid, title_words, title_stems, body_words, body_stems, english_words, english_stems)
SELECT id, title_words, title_stems, body_words, body_stems, english_words, english_stems
FROM search_documents
WHERE programme_year = :year AND institution = :institution
"""
_SQLITE_CLEAR = """
DELETE FROM search_index WHERE rowid IN
  (SELECT id FROM search_documents WHERE programme_year = :year AND institution = :institution)
"""
_SQLITE_FIND = f"""
SELECT {_COLUMNS}
FROM search_index JOIN search_documents AS d ON d.id = search_index.rowid
WHERE search_index MATCH :asked AND d.programme_year = :year AND d.institution = :institution
ORDER BY bm25(search_index, {", ".join(map(str, WEIGHTS + WEIGHTS_ENGLISH))}), d.id
LIMIT :limit
"""

_POSTGRESQL_TABLE = """
CREATE TABLE search_index (
  document integer PRIMARY KEY REFERENCES search_documents (id) ON DELETE CASCADE,
  words tsvector NOT NULL,
  english tsvector NOT NULL
)
"""
_POSTGRESQL_FILL = """
INSERT INTO search_index (document, words, english)
SELECT id,
  setweight(to_tsvector('simple', title_words), 'A') ||
  setweight(to_tsvector('simple', title_stems), 'B') ||
  setweight(to_tsvector('turkish', translate(title, 'Iİ', 'ıi')), 'B') ||
  setweight(to_tsvector('simple', body_words), 'C') ||
  setweight(to_tsvector('simple', body_stems), 'D') ||
  setweight(to_tsvector('turkish', translate(body, 'Iİ', 'ıi')), 'D'),
  setweight(to_tsvector('simple', english_words), 'A') ||
  setweight(to_tsvector('simple', english_stems), 'B')
FROM search_documents WHERE programme_year = :year AND institution = :institution
"""
_POSTGRESQL_CLEAR = """
DELETE FROM search_index USING search_documents AS d
WHERE d.id = search_index.document
  AND d.programme_year = :year AND d.institution = :institution
"""
_POSTGRESQL_FIND = f"""
SELECT {_COLUMNS}
FROM search_index JOIN search_documents AS d ON d.id = search_index.document
WHERE (search_index.words @@ to_tsquery('simple', :asked)
    OR search_index.english @@ to_tsquery('simple', :english))
  AND d.programme_year = :year AND d.institution = :institution
ORDER BY ts_rank(
    '{{{", ".join(str(weight / WEIGHTS[0]) for weight in reversed(WEIGHTS))}}}',
    search_index.words, to_tsquery('simple', :asked) || to_tsquery('turkish', :typed), 1
  ) DESC, d.id
LIMIT :limit
"""

_MAKE = {
    "sqlite": (_SQLITE_TABLE,),
    "postgresql": (
        _POSTGRESQL_TABLE,
        "CREATE INDEX ix_search_index_words ON search_index USING gin (words)",
    ),
}
_FILL = {"sqlite": _SQLITE_FILL, "postgresql": _POSTGRESQL_FILL}
_CLEAR = {"sqlite": _SQLITE_CLEAR, "postgresql": _POSTGRESQL_CLEAR}
_FIND = {"sqlite": _SQLITE_FIND, "postgresql": _POSTGRESQL_FIND}


def make(connection: Connection) -> None:
    """Make the index beside the tables."""
    for statement in _MAKE[connection.dialect.name]:
        connection.execute(text(statement))


def fingerprint() -> str:
    """What an index is made by: another text means that it must be made anew."""
    parts = [*_MAKE["sqlite"], _FILL["sqlite"], *_MAKE["postgresql"], _FILL["postgresql"]]
    return "".join(parts)


def drop(connection: Connection) -> None:
    """Drop the index, where it is; before the tables go."""
    connection.execute(text("DROP TABLE IF EXISTS search_index"))


def fill(connection: Connection, year: int, institution: str) -> None:
    """Take up a programme's rows of ``search_documents``."""
    connection.execute(
        text(_FILL[connection.dialect.name]), {"year": year, "institution": institution}
    )


def clear(connection: Connection, year: int, institution: str) -> None:
    """Let a programme's rows go; before they are deleted from ``search_documents``."""
    connection.execute(
        text(_CLEAR[connection.dialect.name]), {"year": year, "institution": institution}
    )


def find(kind: str) -> TextClause:
    """The question for documents, for a kind of database; best first.

    It takes what ``question`` gives, ``year``, ``institution``, ``limit``.
    """
    return text(_FIND[kind])


def question(kind: str, understood: Understood, together: bool) -> dict[str, str]:
    """What the index is asked for what is ``understood``: all of it ``together``, or any.

    In an English visit it is asked for any, since a word may stand in either language; whoever
    asks sorts out. Terms hold nothing but letters and digits; every one is quoted all the same.
    """
    write = _fts5 if kind == "sqlite" else _tsquery
    both, either = {"sqlite": (" AND ", " OR "), "postgresql": (" & ", " | ")}[kind]
    ways = []
    for sought in understood.sought:
        phrases = [() if sought.is_foreign else sought.terms, *sought.means]
        written = [
            "(" + both.join(f"({write(term)})" for term in phrase) + ")"
            for phrase in phrases
            if phrase
        ]
        ways.append("(" + either.join(written) + ")" if written else "")
    joint = both if together and not understood.is_english else either
    asked = joint.join(way for way in ways if way)
    english = ""
    if understood.is_english:
        english = either.join(_english(kind, term) for term in understood.terms)
    if kind == "sqlite":
        return {"asked": either.join(part for part in (asked, english) if part)}
    typed = [*understood.terms, *(term for s in understood.sought for p in s.means for term in p)]
    return {
        "asked": asked,
        "typed": " | ".join(dict.fromkeys(f"'{term.word}'" for term in typed)),
        "english": english,
    }


def _fts5(term: Term) -> str:
    word = f'"{term.word}"'
    words = f"{word} OR {word} *" if term.is_open else word
    return (
        f'({{title_words body_words}} : ({words})) OR ({{title_stems body_stems}} : "{term.stem}")'
    )


def _tsquery(term: Term) -> str:
    words = f"'{term.word}':AC"
    if term.is_open:
        words += f" | '{term.word}':*AC"
    return f"{words} | '{term.stem}':BD"


def _english(kind: str, term: Term) -> str:
    """The term in English names: as typed or half typed, and its stem."""
    if kind == "sqlite":
        word = f'"{term.word}"'
        words = f"{word} OR {word} *" if term.is_open else word
        return (
            f'({{english_words}} : ({words})) OR ({{english_stems}} : "{english_stem(term.word)}")'
        )
    words = f"'{term.word}':A" + (f" | '{term.word}':*A" if term.is_open else "")
    return f"{words} | '{english_stem(term.word)}':B"
