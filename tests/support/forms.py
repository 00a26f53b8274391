"""What no visitor of a programme budget reads: the words of the strategic plan's form."""

from __future__ import annotations

import re

#: A document's own words may hold some of these; take them out first (``outside``).
OLD_WORDS = {
    "tr": re.compile(
        r"\bama[cç]|stratejik|performans hedef|\d\. hedef|hedefler(?:e|in)? göre"
        r"|\bS\.[AH]\.|\bP\.H\.|tablo 2\.\d",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\baims?\b(?! at level)|\bgoals?\b|strategic|\btables? 2\.\d|\bS\.[AH]\.|\bP\.H\.",
        re.IGNORECASE,
    ),
}

#: What a value that is not there looks like when nobody thought of it.
BLANKS = re.compile(r"\bNone\b(?! of)|\bnan\b|<NA>|NaT\b")

_ADDRESS = re.compile(
    r"(?:https?://[^\s\"<>]*|/(?:gomulu|grafik)/[\w.-]+|/[a-zçğıöşü/]*)\?[^\s\"<>]*"
    r"|/(?:gomulu|grafik)/[\w-]+"
    r"|[a-z]+-\d+\.[a-z]+-\d+"
)


def outside(text: str, own: frozenset[str] = frozenset()) -> str:
    """A text without addresses, whose codes stay what they were, and without ``own`` words."""
    text = _ADDRESS.sub(" ", text)
    for word in sorted(own, key=len, reverse=True):
        text = text.replace(word, " ")
    return text


def strange(text: str, language: str, own: frozenset[str] = frozenset()) -> list[str]:
    """Words of the other form, and unthought-of blanks, with what stands around them."""
    text = outside(text, own)
    return [
        text[max(0, found.start() - 40) : found.end() + 40]
        for pattern in (OLD_WORDS[language], BLANKS)
        for found in pattern.finditer(text)
    ]
