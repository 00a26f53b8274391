"""The text catalogue: everything that a visitor reads, by key and language.

``assets/text/<language>/<room>.toml`` holds the texts; the key ``plan.title`` is the entry
``title`` of ``plan.toml``, ``plan.goal.title`` the one in its part ``[goal]``. Texts take named
parameters in braces; ``{count:row|rows}`` is the first word where ``count`` is 1 and else the
second, for languages that count so; ``{share:possessive}`` is the parameter with a Turkish suffix
(``present.kit.suffixes``). Both languages hold the same keys. The language is that of the
visit at hand (``use``), Turkish where nobody chose.

A document of another statutory form than the strategic plan's has other words for its levels and
tables: ``assets/text/<language>/forms/<form>.toml`` words some of the same keys, and ``t`` takes
them while such a document is at hand.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from html import escape
from pathlib import Path
from string import Formatter

from markupsafe import Markup

from kbb_data.schema import STRATEGIC_PLAN
from present.kit.suffixes import CASES

ROOT = Path(__file__).resolve().parents[2] / "assets" / "text"

TURKISH, ENGLISH = "tr", "en"
LANGUAGES = (TURKISH, ENGLISH)

_language: ContextVar[str] = ContextVar("language", default=TURKISH)
_form: ContextVar[str] = ContextVar("form", default=STRATEGIC_PLAN)


def language() -> str:
    """The language of the visit at hand: ``tr`` or ``en``."""
    return _language.get()


def form() -> str:
    """The statutory form of the document at hand: one of ``kbb_data.schema.FORMS``."""
    return _form.get()


def use(chosen: str | None, form: str = STRATEGIC_PLAN) -> str:
    """Make ``chosen`` the language of the visit at hand, Turkish for anything that is none, and
    ``form`` that of the document that it looks at."""
    language_code = chosen if chosen in LANGUAGES else TURKISH
    _language.set(language_code)
    _form.set(form)
    return language_code


@contextmanager
def using(chosen: str, form: str | None = None) -> Iterator[None]:
    """``chosen`` as the language and ``form`` as the document's within the block, and what they
    were before after it; without a form it stays what it is."""
    token = _language.set(chosen if chosen in LANGUAGES else TURKISH)
    form_token = _form.set(form or _form.get())
    try:
        yield
    finally:
        _language.reset(token)
        _form.reset(form_token)


@cache
def catalogue(language: str = TURKISH, form: str = STRATEGIC_PLAN) -> dict[str, str]:
    """All texts of a language by key, in the words of a form. Raises ``ValueError`` for an entry
    that is no text, and ``KeyError`` for a form's text under a key that there is none of."""
    texts: dict[str, str] = {}
    for path in sorted((ROOT / language).glob("*.toml")):
        for key, text in _entries(path):
            texts[f"{path.stem}.{key}"] = text
    own = form_texts(language, form)
    for key in own:
        if key not in texts:
            raise KeyError(f"the form {form} words '{key}', which is no text of {language}")
    return {**texts, **own}


@cache
def form_texts(language: str, form: str) -> dict[str, str]:
    """The texts of a language that a form words by itself, by key; none for the strategic plan's,
    whose words the catalogue holds. Raises ``ValueError`` for an entry that is no text."""
    path = ROOT / language / "forms" / f"{form}.toml"
    return dict(_entries(path)) if path.exists() else {}


def _entries(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of a file with the names under which they stand in it."""

    def texts(entries: Mapping[str, object], before: str) -> Iterator[tuple[str, str]]:
        for name, entry in entries.items():
            if isinstance(entry, dict):
                yield from texts(entry, f"{before}{name}.")
            elif isinstance(entry, str):
                yield f"{before}{name}", entry.strip()
            else:
                raise ValueError(f"{path.name}: '{before}{name}' is no text; one entry a line")

    yield from texts(tomllib.loads(path.read_text(encoding="utf-8")), "")


class _Counting(Formatter):
    """``str.format`` that also knows ``{count:row|rows}`` and ``{share:possessive}``."""

    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec in CASES:
            return CASES[format_spec](value)
        if "|" not in format_spec:
            return str(super().format_field(value, format_spec))
        singular, plural = format_spec.split("|")
        return singular if str(value) == "1" else plural


_COUNTING = _Counting()
#: A parameter that asks for more than its words.
_ASKING = re.compile(r"\{\w+:")


def t(key: str, /, **parameters: object) -> str:
    """The text under ``key`` in the visit's language with its parameters filled in.

    Raises ``KeyError`` naming the key, or the parameter that the text needs and did not get.
    """
    chosen = language()
    try:
        text = catalogue(chosen, form())[key]
    except KeyError:
        raise KeyError(f"no text '{key}' in {ROOT / chosen}") from None
    try:
        if not parameters:
            return text
        # The formatter of our own is ten times slower; most texts don't need it.
        return (
            _COUNTING.vformat(text, (), parameters)
            if _ASKING.search(text)
            else text.format(**parameters)
        )
    except KeyError as error:
        raise KeyError(f"text '{key}' needs the parameter {error}") from None


def verbatim(text: str) -> Markup:
    """HTML of words that are the document's own: escaped, and marked as Turkish where the page
    around them isn't."""
    escaped = escape(text)
    return Markup(escaped if language() == TURKISH else f'<span lang="tr">{escaped}</span>')


def marked(text: str, words: Iterable[str]) -> Markup:
    """HTML of a text of ours in which the document's own ``words`` are marked as ``verbatim`` does,
    wherever they occur; words that don't occur change nothing."""
    own = sorted({word for word in words if word}, key=len, reverse=True)
    if not own or language() == TURKISH:
        return Markup(escape(text))
    pieces = re.split(f"({'|'.join(map(re.escape, own))})", text)
    return Markup("").join(
        verbatim(piece) if place % 2 else Markup(escape(piece))
        for place, piece in enumerate(pieces)
    )


def either(turkish: str, english: str) -> str:
    """Words that come in both languages as data, in the visit's; Turkish without English ones."""
    return english if english and language() == ENGLISH else turkish
