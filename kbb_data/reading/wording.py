"""When two printed wordings mean the same: slips of the pen, torn words, small differences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from kbb_data.turkish import fold, lower

#: The share of two texts' letters that stand in the same order in both where they are alike.
_ALIKE = 0.85
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
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


class Wordings:
    """Names among which those that are ``alike`` another name are looked for.

    Most are told apart by their length and letters, which bound how much two texts can share, so
    that only what is nearly alike is compared letter by letter.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._known: list[tuple[str, Counter[str], SequenceMatcher[str]]] = []
        for words in map(_words, names):
            matcher: SequenceMatcher[str] = SequenceMatcher(None, "", words, autojunk=False)
            self._known.append((words, Counter(words), matcher))

    def alike(self, name: str) -> list[int]:
        """The places, from 0, of the names that mean the same as ``name``; often none."""
        words = _words(name)
        own = Counter(words)
        found = []
        for place, (known, letters_of, matcher) in enumerate(self._known):
            most = _ALIKE * (len(words) + len(known)) / 2
            if words != known:
                if min(len(words), len(known)) < most or (own & letters_of).total() < most:
                    continue
                matcher.set_seq1(words)
                if matcher.ratio() < _ALIKE:
                    continue
            found.append(place)
        return found


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
