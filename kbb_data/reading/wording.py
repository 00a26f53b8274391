"""When two printed wordings mean the same: slips of the pen, torn words, small differences."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from kbb_data.turkish import fold, lower

_BREAK = re.compile(r"([a-zçğıöşüâîû])- ([a-zçğıöşüâîû])")


def close(text: str, label: str) -> bool:
    """Whether ``text`` is ``label``, a typing slip of a letter or two allowed."""
    left, right = fold(text).rstrip(": "), fold(label).rstrip(": ")
    if left == right:
        return True
    if len(right) < 8 or abs(len(left) - len(right)) > 2 or not left:
        return False
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return max(len(left), len(right)) - same <= (2 if len(right) >= 16 else 1)


def alike(left: str, right: str) -> bool:
    """Whether two printed names mean the same thing, small differences of wording allowed."""
    first, second = _words(left), _words(right)
    if first == second:
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.85


def _words(text: str) -> str:
    return re.sub(r"[^0-9a-z]+", " ", fold(text)).strip()


def bare(text: str | None) -> str:
    """A wording without case, accents, punctuation and white space."""
    return re.sub(r"[^0-9a-z%]", "", fold(text or ""))


def letters(text: str | None) -> str:
    """A wording without case, punctuation and white space; letters stay what they are (``ı`` and
    ``i``, ``â`` and ``a`` are different ones)."""
    return re.sub(r"[^\w%]|_", "", lower(text or ""))


def mend_breaks(text: str) -> str:
    """``text`` with words joined that a line break of the print tore (``ge- rekli``)."""
    return _BREAK.sub(r"\1\2", text)
