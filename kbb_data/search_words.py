"""The words of a text as search compares them: without case, accents and the usual endings.

The same rules serve the index, what a visitor types and the marks on the page, on every
database. Ready stemmers for Turkish don't: they need the accents that many visitors leave out,
and take ``kütüphane`` itself for a word with an ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kbb_data.turkish import fold

#: A text typed by a visitor is read this far, and this many of its words.
MAX_TEXT, MAX_WORDS = 200, 8

#: A run of letters and digits, accents typed apart from their letter included.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
#: What follows an apostrophe is an ending: ``Kayseri'nin`` holds the word ``kayseri``.
_ENDING_BEFORE = re.compile(r"[^\W\d_]['’]\Z")
_NOT_FOLDED_WORD = re.compile(r"[\W_]+")

#: Words that say nothing about what somebody looks for: those that join others, those that ask, and
#: those that every question about a budget holds. An English visit has its own beside them.
_EMPTY = """
ve ile veya icin bir bu the of and
en cok fazla ne nedir neler kim kimdir kimler kac kaci hangi hangisi nasil nerede nereye nereden
neresi kadar mi mu var varmi yok gidiyor gitti gidecek harcaniyor harcanacak harciyor harcayacak
ayriliyor ayrildi ayrilan ayrilmis veriliyor veriyor odeniyor oduyor oluyor olacak yapiliyor
yapilacak dusuyor dusen duser para parasi paramiz lira tl tutari butcesi icinden toplamda
"""
_EMPTY_ENGLISH = """
a an what who where which how much many most is are was were does do did there in on for to from by
with it its we our you i my go goes going spend spends spending cost costs money budget have has get
gets paid pay per be will about
"""
EMPTY_WORDS = frozenset(_EMPTY.split())
EMPTY_WORDS_ENGLISH = frozenset(_EMPTY_ENGLISH.split())

#: Endings in the order in which they are tried, the letters that must stand before each (none:
#: any), and how many letters must stay.
_ENDINGS: tuple[tuple[str, str, int], ...] = (
    ("larindan", "", 3), ("lerinden", "", 3), ("larinda", "", 3), ("lerinde", "", 3),
    ("larinin", "", 3), ("lerinin", "", 3), ("larina", "", 3), ("lerine", "", 3),
    ("larini", "", 3), ("lerini", "", 3), ("lari", "", 2), ("leri", "", 2),
    ("lar", "", 2), ("ler", "", 2),
    ("miz", "aeiou", 3), ("muz", "aeiou", 3),
    ("ndan", "iu", 3), ("nden", "iu", 3), ("nda", "iu", 3), ("nde", "iu", 3),
    ("dan", "", 3), ("den", "", 3), ("tan", "cfhkpst", 3), ("ten", "cfhkpst", 3),
    ("da", "", 3), ("de", "", 3), ("ta", "cfhkpst", 3), ("te", "cfhkpst", 3),
    ("nin", "aeou", 5), ("nun", "aeou", 5), ("nin", "i", 3), ("nun", "i", 3),
    ("yla", "aeiou", 3), ("yle", "aeiou", 3),
    ("si", "aeiou", 3), ("su", "aeiou", 3),
    ("na", "iu", 5), ("ne", "iu", 5), ("ni", "iu", 5), ("nu", "iu", 5),
    ("ya", "aeiou", 3), ("ye", "aeiou", 3), ("yi", "aeiou", 3), ("yu", "aeiou", 3),
    ("in", "", 4), ("un", "", 4),
    ("a", "", 4), ("e", "", 4), ("i", "", 3), ("u", "", 3),
    # Letters that also begin an ending: ``otobüs-ü`` must meet ``kütüphane-si`` halfway.
    ("y", "aeiou", 3), ("s", "aeiou", 3), ("n", "aeou", 5),
)  # fmt: skip

#: Endings of case that no other follows: what stands behind one belongs to the word, so that
#: ``hastane`` is no form of ``has``.
_LAST = frozenset({"dan", "den", "tan", "ten", "da", "de", "ta", "te", "yla", "yle"})

#: A last letter that an ending makes soft: ``kitabı``, ``mezarlığı``.
_HARD = {"b": "p", "d": "t", "g": "k"}

#: Words whose stem changes with an ending (a vowel falls out, or a letter comes in).
_IRREGULAR = {
    "suyu": "su", "suya": "su", "suyun": "su", "suda": "su", "sudan": "su", "suyla": "su",
    "sehr": "sehir", "ism": "isim", "resm": "resim", "vakt": "vakit", "nehr": "nehir",
    "fikr": "fikir", "vakf": "vakif", "kism": "kisim", "sekl": "sekil", "akl": "akil",
    "omr": "omur", "agz": "agiz", "ogl": "ogul", "burn": "burun",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its search form, and where it stands (``text[start:end]``)."""

    folded: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of ``text`` with their places in it; nothing but letters and digits in them.

    What stands behind an apostrophe is an ending and no word of its own.
    """
    result: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if _ENDING_BEFORE.search(text, max(0, start - 2), start):
            continue
        for part in _NOT_FOLDED_WORD.split(fold(match[0])):
            if part:
                result.append(Word(part, start, end))
    return result


def folded_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` in their search form."""
    return tuple(word.folded for word in words(text))


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What is left of a folded word without its endings, the same for all of a noun's forms.

    ``kutuphane``, ``kutuphaneler`` and ``kutuphanesinde`` share one stem. It is a key to compare,
    no word: endings are taken off as long as any fits, also where a word only looks like it has
    one. Words with a digit keep every letter.
    """
    if not word.isalpha():
        return word
    rest = word
    while True:
        if rest in _IRREGULAR:
            return _IRREGULAR[rest]
        shorter = _without_ending(rest, is_whole=rest == word)
        if shorter == rest:
            break
        rest = shorter
    return rest[:-1] + _HARD.get(rest[-1], rest[-1]) if len(rest) > 3 else rest


def _without_ending(word: str, *, is_whole: bool) -> str:
    for ending, before, least in _ENDINGS:
        if ending in _LAST and not is_whole:
            continue
        if len(word) - len(ending) >= least and word.endswith(ending):
            rest = word[: -len(ending)]
            if not before or rest[-1] in before:
                return rest
    return word


def english_stem(word: str) -> str:
    """What is left of a folded English word without the ending of more than one, the same for
    ``library`` and ``libraries``. A key to compare, no word."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def stems(folded: Iterable[str]) -> tuple[str, ...]:
    """The stem of each word."""
    return tuple(stem(word) for word in folded)


@dataclass(frozen=True, slots=True)
class Term:
    """A word that is looked for. ``is_open``: it may be the beginning of a longer one."""

    word: str
    stem: str
    is_open: bool = False

    def found_in(self, word: str) -> bool:
        """Whether a folded word of a text is this one, a form of it, or begins with it."""
        return (
            word == self.word
            or stem(word) == self.stem
            or (self.is_open and word.startswith(self.word))
        )


def terms(text: str, *, is_english: bool = False) -> tuple[Term, ...]:
    """What somebody who types ``text`` looks for; nothing for a text without a letter or digit.

    Each word once. Words that say nothing (``ve``, ``ne kadar``; in an English visit also
    ``how much``) count only where there is no other. The last word may be half typed, from three
    letters on.
    """
    typed = tuple(dict.fromkeys(folded_words(text[:MAX_TEXT])))
    empty = EMPTY_WORDS | EMPTY_WORDS_ENGLISH if is_english else EMPTY_WORDS
    telling = tuple(word for word in typed if word not in empty) or typed
    telling = telling[:MAX_WORDS]
    return tuple(Term(word, stem(word), word == telling[-1] and len(word) >= 3) for word in telling)


def marks(text: str, looked_for: Iterable[Term]) -> list[tuple[int, int]]:
    """Where the words of ``text`` stand that any of the terms means, in order."""
    looked_for = tuple(looked_for)
    places: list[tuple[int, int]] = []
    for word in words(text):
        place = (word.start, word.end)
        if (not places or places[-1] != place) and any(
            term.found_in(word.folded) for term in looked_for
        ):
            places.append(place)
    return places
