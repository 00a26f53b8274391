"""How alike two printed names are, and which name of one programme is which of the next.

rapidfuzz compares words; a word that few names hold says more than one that many hold ("yüzme"
more than "sayısı"), so that two names which share their frame and differ in what is measured are
not alike, and a name with other endings, in another order or with a word more is. Why the limit
is where it is: ``LIKENESS``.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

from kbb_data.reading.units import UNITS
from kbb_data.turkish import fold

#: From how many of 100 two names are the same thing in other words. Measured on the names of
#: 2025's 157 indicators: of 1,223 reworded ones (per cent spelt out, another order, other endings,
#: "adedi" for "sayısı", words added, a word or the unit dropped) all but one reach it; different
#: ones reach 66 at most. Over whole names, ``fuzz.WRatio`` and ``fuzz.token_sort_ratio`` give
#: different ones up to 94 and 88, reworded ones down to 73 and 71: no limit parts them.
LIKENESS = 70

#: Two words are forms of one from this ratio on.
_SAME_WORD = 0.75
#: Or from this one on where their common beginning is this long and this share of the shorter
#: word ("yapımı", "yapılması"; not "Sarız", "Sarıoğlan"); they count as this alike then, at least.
_SAME_STEM, _STEM, _STEM_SHARE, _FORMS = 0.6, 4, 0.6, 0.9
#: A word is telling where no more than two names, or this share of all, hold it: with a word of
#: 2025 changed for another in 465 names, 2 still pass (two forms of nearly one word).
_TELLING = 0.04

_METRES = re.compile(r"\b(k?m|cm) ([23])\b")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[a-z][a-z0-9]*")
_SAYS_NOTHING = re.compile(r"20\d\d|ve|ile|veya")
_PERCENT = "yuzde"
_UNITS = frozenset(re.sub(r"\W", "", unit) for unit in UNITS) - {""}


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a programme names.

    ``name`` is what it prints, ``key`` tells it from others of its kind, ``place`` is where it
    stands (the nearer place is preferred among equals) and ``fields`` are those by which an entry
    points at it. Of things with one ``key`` only one is ever found. A thing is only like another
    that is ``within`` the same; the same name is found anywhere. ``wording`` is what likeness
    looks at where that is not the name.
    """

    key: Hashable
    name: str
    place: tuple[Hashable, ...] = ()
    fields: dict[str, Any] = field(default_factory=dict, compare=False)
    within: str = ""
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The thing of the new programme that an earlier one is, and how alike the names are.

    ``is_exact`` where the new programme prints the same name, letter case, accents and white space
    aside, within the same.
    """

    thing: Thing
    score: int
    is_exact: bool


class Likeness:
    """How alike two names are; ``programmes`` are the names that each prints of one kind."""

    def __init__(self, *programmes: Iterable[str]) -> None:
        self._names = 0
        self._held: dict[str, int] = {}
        for names in programmes:
            distinct = {fold(name) for name in names}
            self._names = max(self._names, len(distinct))
            # A word that both print once is as rare as one that only one of them does.
            for word, held in Counter(w for name in distinct for w in set(words(name))).items():
                self._held[word] = max(held, self._held.get(word, 0))

    def score(self, left: str, right: str) -> int:
        """From 0 to 100; 0 where each holds a telling word or a number that the other lacks, or
        where one is in per cent and the other in another unit. Years don't count."""
        first, second = words(left), words(right)
        numbers = [{word for word in name if word[0].isdigit()} for name in (first, second)]
        if all(numbers) and numbers[0] != numbers[1]:
            return 0
        pairs = _pairs(first, second)
        alone = [
            [word for place, word in enumerate(name) if place not in paired]
            for name, paired in (
                (first, {pair[0] for pair in pairs}),
                (second, {pair[1] for pair in pairs}),
            )
        ]
        if all(any(self._is_telling(word) for word in name) for name in alone):
            return 0
        if any(_PERCENT in one and _UNITS & {*other} for one, other in (alone, reversed(alone))):
            return 0
        whole = sum(self._weight(word) for word in (*first, *second))
        shared = sum(
            (self._weight(first[one]) + self._weight(second[other])) * ratio
            for one, other, ratio in pairs
        )
        # A word in place of another is worse than a word more.
        changed = min(sum(self._weight(word) for word in name) for name in alone)
        return max(0, int(100 * (shared - 2 * changed) / whole + 0.5)) if whole else 0

    def _weight(self, word: str) -> float:
        return math.log(1 + self._names / self._held.get(word, 1))

    def _is_telling(self, word: str) -> bool:
        return len(word) > 2 and self._held.get(word, 1) <= max(2, _TELLING * self._names)


def matches(earlier: Iterable[Thing], new: Sequence[Thing]) -> dict[Thing, Match]:
    """What each earlier thing is in the new programme; those without a match are left out.

    No new thing is found twice. The same names come first, then the most alike; among equals the
    nearer place, then the earlier one's order.
    """
    left = list(dict.fromkeys(earlier))
    taken: set[Hashable] = set()
    found: dict[Thing, Match] = {}

    def give(rated: Iterable[tuple[int, Thing, Thing]], is_exact: bool) -> None:
        for score, old, thing in sorted(rated, key=lambda pair: (-pair[0], _distance(*pair[1:]))):
            if old not in found and thing.key not in taken:
                found[old] = Match(thing, score, is_exact)
                taken.add(thing.key)

    by_name: dict[str, list[Thing]] = {}
    for thing in new:
        by_name.setdefault(fold(thing.name), []).append(thing)
    same = [(100, old, thing) for old in left for thing in by_name.get(fold(old.name), ())]
    give((pair for pair in same if pair[1].within == pair[2].within), True)
    give(same, False)
    likeness = Likeness(map(_worded, left), map(_worded, new))
    rated = []
    for old in left:
        for thing in new:
            if old not in found and thing.key not in taken and old.within == thing.within:
                score = likeness.score(_worded(old), _worded(thing))
                if score >= LIKENESS:
                    rated.append((score, old, thing))
    give(rated, False)
    return found


def _worded(thing: Thing) -> str:
    return thing.wording or thing.name


def _distance(old: Thing, thing: Thing) -> tuple[bool, bool, bool]:
    return (
        old.name != thing.name,
        old.place[:1] != thing.place[:1],
        old.place != thing.place,
    )


@lru_cache(maxsize=8192)
def words(name: str) -> tuple[str, ...]:
    """A name's words and numbers in the form in which they are compared; no years, no "and"."""
    text = _METRES.sub(r"\1\2", fold(name).replace("%", f" {_PERCENT} "))
    return tuple(word for word in _WORD.findall(text) if not _SAYS_NOTHING.fullmatch(word))


def _pairs(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int, float]]:
    """Which word of one name is which of the other, by their places, and how alike the two are."""
    rated = sorted(
        (-ratio, one, other)
        for one, left in enumerate(first)
        for other, right in enumerate(second)
        if (ratio := _ratio(left, right))
    )
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for ratio, one, other in rated:
        if one not in pairs and other not in taken:
            pairs[one] = (other, -ratio)
            taken.add(other)
    return [(one, other, ratio) for one, (other, ratio) in pairs.items()]


@lru_cache(maxsize=65536)
def _ratio(left: str, right: str) -> float:
    """How alike two words are, from 0 to 1; 0 where they are no forms of one word."""
    if left == right:
        return 1.0
    if left[0].isdigit() or right[0].isdigit():
        return 0.0
    ratio = fuzz.ratio(left, right) / 100
    stem = Prefix.similarity(left, right)
    if ratio >= _SAME_STEM and stem >= max(_STEM, _STEM_SHARE * min(len(left), len(right))):
        ratio = max(ratio, _FORMS)
    return ratio if ratio >= _SAME_WORD else 0.0
