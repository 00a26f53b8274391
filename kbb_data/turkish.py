"""Reading Turkish: letter case, search form, sort key, numbers.

Turkish is not ASCII: ``I`` is the capital of ``ı`` and ``İ`` of ``i``, which neither Python's
``str.lower`` nor a database's NOCASE knows. Everything that compares, sorts or searches Turkish
text goes through this module. Writing numbers for people is ``present.turkish``.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

_LOWER = str.maketrans({"İ": "i", "I": "ı"})
_UPPER = str.maketrans({"i": "İ", "ı": "I"})

#: Letters that Unicode does not decompose into a base letter and a mark.
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "s"})

#: The Turkish alphabet with q, w and x at their Latin places.
_ALPHABET = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
_SORT = {ord(letter): chr(ord("A") + place) for place, letter in enumerate(_ALPHABET)}

_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^0-9a-z]+")

_INTEGER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_NUMBER = re.compile(rf"-?{_INTEGER}(?:,\d+)?", re.ASCII)
_AMOUNT = re.compile(rf"-?{_INTEGER}(?:,\d{{2}})?", re.ASCII)


class UnreadableNumber(ValueError):
    """The text is no number in the Turkish form ``1.234,5``; ``text`` is what stood there."""

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(f"{text!r} is no number; expected {expected}")
        self.text = text


def squeeze(text: str) -> str:
    """``text`` without surrounding white space, every inner run of it one space."""
    return _SPACE.sub(" ", text).strip()


def lower(text: str) -> str:
    """``text`` in Turkish small letters: ``I`` becomes ``ı``, ``İ`` becomes ``i``."""
    return unicodedata.normalize("NFC", text).translate(_LOWER).lower()


def upper(text: str) -> str:
    """``text`` in Turkish capitals: ``i`` becomes ``İ``, ``ı`` becomes ``I``."""
    return unicodedata.normalize("NFC", text).translate(_UPPER).upper()


def title(text: str) -> str:
    """``text`` with a Turkish capital at the start of each word, the rest in small letters; an
    "and" between two words stays small."""
    words = re.sub(r"[^\W\d_]+", lambda word: upper(word[0][0]) + lower(word[0][1:]), text)
    return re.sub(r"(?<=\s)Ve(?=\s)", "ve", words)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The form in which text is searched: small letters, no accents, white space squeezed.

    ``ŞEHİR``, ``Şehir`` and ``sehir`` fold to ``sehir``; so do the dotted and the dotless i.
    An empty text stays empty.
    """
    decomposed = unicodedata.normalize("NFKD", lower(text))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return squeeze(bare.translate(_PLAIN))


def sort_key(text: str) -> str:
    """A key that puts texts in the order of the Turkish alphabet when compared byte by byte.

    Pure ASCII, so that Python, SQLite (BINARY) and PostgreSQL (``COLLATE "C"``) agree. A
    space comes before digits and those before letters; letters outside the alphabet sort as
    their base letter; case does not count, and punctuation counts as a space.
    """
    key: list[str] = []
    for letter in lower(text):
        if ord(letter) in _SORT:
            key.append(_SORT[ord(letter)])
        elif letter.isascii() and letter.isdigit():
            key.append(letter)
        elif letter.isspace():
            key.append(" ")
        else:
            for base in fold(letter):
                key.append(_SORT.get(ord(base), base if base.isdigit() else " "))
    return squeeze("".join(letter if letter.isascii() else " " for letter in key))


def slug(text: str) -> str:
    """``text`` as an ASCII key for addresses: ``Fen İşleri`` becomes ``fen-isleri``."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")


def read_number(text: str) -> Decimal:
    """The number that a text in Turkish form states: ``1.234,5`` is 1234.5.

    A full stop only groups thousands and a comma only marks decimals: ``40.00`` is refused, not
    read as 40 or 4000. Raises ``UnreadableNumber``.
    """
    if not _NUMBER.fullmatch(text):
        raise UnreadableNumber(text, "a number as 1.234,5")
    return Decimal(text.replace(".", "").replace(",", "."))


def read_amount(text: str) -> int:
    """The amount in whole kuruş that a text in lira states: ``7.632.000,00`` is 763200000.

    Raises ``UnreadableNumber`` where the text is no amount with two decimals or none.
    """
    if not _AMOUNT.fullmatch(text):
        raise UnreadableNumber(text, "an amount as 1.234,00")
    return int(Decimal(text.replace(".", "").replace(",", ".")).scaleb(2))
