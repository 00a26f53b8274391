"""Addresses as networks, mail programs and people alter them, put back as we write them.

The text of an address alone: what was added for counting clicks, what a sentence left at its end,
letters that nobody sees. What its codes mean is ``present.kit.address``'s and
``present.web.spelling``'s. Doing it twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode

from kbb_data import turkish
from kbb_data.publishing.published import DRAFT_VERSION, VERSION
from present.kit.address import AROUND, visible

Pairs = list[tuple[str, str]]

#: The parameters that hold words of a visitor, of which signs may be a part.
FREE_TEXT = frozenset({"q", "ara"})

#: Streamlit's, which may stand there more than once.
_MANY = frozenset({"embed_options"})

#: Names that networks, mail programs and search engines add to follow who clicked.
_ADDED = re.compile(
    r"_.*|.*cl(?:k)?id|[gw]braid|gclsrc|srsltid|igsh(?:id)?|mibextid|sfnsn|rdid|epik|xtor|spm|lipi"
    r"|(?:utm|mc|hsa|pk|mtm|piwik|matomo|ga|gad|fb|fbc|hc|oly|vero|trk|itm|ns|mkt|cm|at|elq|ml|sc|ss"
    r"|li|tt|tw|rb|wt|dm|guce|asc|cx|wa|sca|gs|amp)_.*"
    r"|f?ref(?:_?(?:src|url|errer))?|referr?er|src|source(?:id)?|s|t|si|v|via|from|feature|shared?"
    r"|c(?:id|mpid|ampaign(?:id)?)|tracking_?id|trk|ved|usg|sa|ei|ie|oq|aqs|rlz|uact|opi|amp|usqp"
    r"|eav|paipv|app|cb|ts|timestamp|nocache|originalsubdomain|mkt_tok|yclid|ysclid|pp"
)
#: What is left of an HTML entity: ``&amp;`` before a name, ``&quot;`` at the end.
_ENTITY_BEFORE = re.compile(r"^(?:amp;|#0*38;|;)+")
_ENTITY = re.compile(r"#?\w+;")
_ENTITY_AFTER = re.compile(r"&#?\w{1,8};$")

#: A further parameter whose sign was lost: ``?ilce=yahyali?fbclid=x``, ``%26lang%3Den``.
_NEXT = re.compile(r"[?&;](?=(?:amp;)*[\w.\[\]-]{1,40}=)")
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
#: Escaped letters beyond ASCII, or a space between two letters: no percentage that somebody wrote.
_ESCAPED_WORDS = re.compile(r"%[C-Fc-f][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|\w%20\w")
_DEEPEST = 4
_ENTITY_LENGTH = 11

#: Nobody's link is longer, and what is has not been altered but made up.
_LONGEST = 4000


def is_added(name: str) -> bool:
    """Whether a parameter of that name is one that networks add."""
    return _ADDED.fullmatch(name.casefold()) is not None


def own_pairs(query: str) -> Pairs:
    """The parameters of an address as we write them: each once, with what was given last, names
    small, without what others added. As they are given where no end comes to what is escaped."""
    return list(_own_pairs(query))


@lru_cache(maxsize=1024)
def _own_pairs(query: str) -> tuple[tuple[str, str], ...]:
    given = tuple(parse_qsl(query, keep_blank_values=True))
    if len(query) > _LONGEST:
        return given
    pairs = _pairs_once(query)
    for _ in range(_DEEPEST):
        before, pairs = pairs, _pairs_once(urlencode(pairs))
        if pairs == before:
            return tuple(pairs)
    return given


def _pairs_once(query: str) -> Pairs:
    waiting = parse_qsl(query.lstrip("?&"), keep_blank_values=True)
    own: dict[tuple[str, str], str] = {}
    while waiting:
        given, text = waiting.pop(0)
        given = _unescaped(given)
        if "=" in given:
            # A whole query that was escaped stands where a name does.
            waiting[:0] = parse_qsl(f"{given}={quote(text)}" if text else given, True)
            continue
        name = _name(given)
        if _ENTITY.fullmatch(name) or is_added(name) or not name:
            # What stands behind it, its sign lost, may be ours.
            waiting[:0] = _further(text)[1]
            continue
        if name in FREE_TEXT:
            value = _words(text)
        else:
            value, further = _further(text)
            value = _code(value)
            waiting[:0] = further
        key = (name, value if name in _MANY else "")
        if value or not own.get(key):
            own[key] = value
    return [(name, value) for (name, _), value in own.items()]


def own_path(path: str) -> tuple[str, str]:
    """A path without what was left around it, and the query that was escaped into it. As it is
    given where no end comes to what is escaped."""
    if len(path) > _LONGEST:
        return path, ""
    own, query = _path_once(path)
    for _ in range(_DEEPEST):
        before = own
        own, _ = _path_once(own)
        if own == before:
            return own, query
    return path, ""


def _path_once(path: str) -> tuple[str, str]:
    path = _unescaped(path)
    path, _, query = path.partition("?")
    path = path.partition("#")[0]
    path = "".join(letter for letter in path if unicodedata.category(letter) != "Cc")
    path = _without_entities(visible(path))
    path = "/" + "/".join(part for part in path.replace("\\", "/").split("/") if part)
    return path.rstrip(AROUND + "&/") or "/", query


def own_place(path: str, pages: Mapping[str, str], prefixes: Sequence[str]) -> str | None:
    """The address that a clean path means: a page's of ``pages`` (by the addresses that lead to
    it) or one under ``prefixes``; ``None`` where it is none of ours."""
    said = turkish.fold(path)
    for known, page in pages.items():
        if said == turkish.fold(known):
            return page
    for prefix in prefixes:
        if said.startswith(prefix):
            rest = path.removeprefix("/").partition("/")[2]
            is_version = _is_version(rest.partition("/")[0])
            return prefix + (rest if is_version else turkish.fold(rest))
    return None


def address(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """A path and its parameters as one address."""
    query = urlencode(list(pairs))
    return quote(path) + (f"?{query}" if query else "")


def _name(text: str) -> str:
    return turkish.fold(_ENTITY_BEFORE.sub("", visible(text)).strip("?&\"' ."))


def _further(text: str) -> tuple[str, Pairs]:
    """A value without the parameters that follow it within it, and those."""
    value, *rest = _NEXT.split(_unescaped(text))
    further = "&".join(quote(part, safe="=") for part in rest)
    return value, parse_qsl(further, keep_blank_values=True)


def _code(text: str) -> str:
    text = _without_entities(visible(text).partition("#")[0])
    return text.strip(AROUND + "&")


def _without_entities(text: str) -> str:
    while text.endswith(";") and (entity := _ENTITY_AFTER.search(text[-_ENTITY_LENGTH:])):
        text = text.removesuffix(entity[0])
    return text


def _words(text: str) -> str:
    if " " not in text and _ESCAPED_WORDS.search(text.replace("%25", "%")):
        text = _unescaped(text)
    return visible(text)


def _unescaped(text: str) -> str:
    """A text whose signs were escaped more than once."""
    for _ in range(_DEEPEST):
        if not _ESCAPED.search(text):
            break
        text = unquote(text)
    return text


def _is_version(text: str) -> bool:
    return bool(VERSION.fullmatch(text) or DRAFT_VERSION.fullmatch(text))
