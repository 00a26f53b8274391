"""The suffixes that Turkish hangs on a number, an amount or a word, as it is read aloud.

``%18,4`` ends in *dört* and takes ``'ü``; ``46.000.000 TL`` ends in *te-le* and takes ``'si``; a
word takes its suffix without an apostrophe. A number's decimals are read as a number of their own;
decimals that are all 0 are not read, and not written before a suffix (``%70'i``). Pure: what has
no end that is known (``k`` and the like, which soften) raises ``ValueError``.
"""

from __future__ import annotations

import re

#: How a number's last word sounds, by its last digit, its last tens, and the power of ten below
#: which all is 0.
_DIGITS = {0: "sıfır", 1: "bir", 2: "iki", 3: "üç", 4: "dört", 5: "beş", 6: "altı", 7: "yedi",
           8: "sekiz", 9: "dokuz"}  # fmt: skip
_TENS = {1: "on", 2: "yirmi", 3: "otuz", 4: "kırk", 5: "elli", 6: "altmış", 7: "yetmiş",
         8: "seksen", 9: "doksan"}  # fmt: skip
_POWERS = ((12, "trilyon"), (9, "milyar"), (6, "milyon"), (3, "bin"), (2, "yüz"))
#: How signs at the end of an amount are read.
_SIGNS = {"TL": "le", "m²": "metrekare", "km": "kilometre"}
_VOWELS = "aeıioöuü"
_HARD = "fstkçşhp"
_SOFTENING = "pçtk"
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$")
_NAUGHT = re.compile(r"(?<=\d),0+$")


def possessive(written: object) -> str:
    """``%18,4'ü``, ``%50'si``, ``46.000.000 TL'si``, ``azı``: its part."""
    stem, word, mark = _read(written)
    return f"{stem}{mark}{'s' if word[-1] in _VOWELS else ''}{_close(word)}"


def genitive(written: object) -> str:
    """``2024'ün``, ``17.000.000.000 TL'nin``: of."""
    stem, word, mark = _read(written)
    return f"{stem}{mark}{'n' if word[-1] in _VOWELS else ''}{_close(word)}n"


def locative(written: object) -> str:
    """``2024'te``: in, at, on."""
    stem, word, mark = _read(written)
    return f"{stem}{mark}{'t' if word[-1] in _HARD else 'd'}{_open(word)}"


def ablative(written: object) -> str:
    """``2024'ten``: from, than."""
    return f"{locative(written)}n"


def dative(written: object) -> str:
    """``2024'e``: to."""
    stem, word, mark = _read(written)
    return f"{stem}{mark}{'y' if word[-1] in _VOWELS else ''}{_open(word)}"


def accusative(written: object) -> str:
    """``2024'ü``: the object of a verb."""
    stem, word, mark = _read(written)
    return f"{stem}{mark}{'y' if word[-1] in _VOWELS else ''}{_close(word)}"


def genitive_of_name(name: str) -> str:
    """``Kayseri Büyükşehir Belediyesi'nin``, ``Zonguldak'ın``: of a proper name, which keeps its
    last letter and takes an apostrophe. A name without a vowel in its last word stays bare."""
    word = name.split()[-1].lower() if name.split() else ""
    if not set(word) & set(_VOWELS):
        return name
    return f"{name}'{'n' if word[-1] in _VOWELS else ''}{_close(word)}n"


#: By the name under which a text asks for one: ``{share:possessive}``.
CASES = {
    case.__name__: case for case in (possessive, genitive, locative, ablative, dative, accusative)
}


def _read(written: object) -> tuple[str, str, str]:
    """What is written before the suffix, the last word as it is read, and the apostrophe."""
    text = _NAUGHT.sub("", str(written).rstrip())
    number = _NUMBER.search(text)
    if number:
        whole, _, decimals = number[0].partition(",")
        return text, _last_word(int(decimals or whole.replace(".", ""))), "'"
    last = text.split()[-1] if text else ""
    if last in _SIGNS:
        return text, _SIGNS[last], "'"
    word = last.lower()
    if not word.isalpha() or word[-1] in _SOFTENING or not set(word) & set(_VOWELS):
        raise ValueError(f"no suffix is known for {text!r}; write the text without one")
    return text, word, ""


def _last_word(value: int) -> str:
    """The last word of a number as it is read aloud."""
    digits = str(value)
    if digits[-1] != "0" or digits == "0":
        return _DIGITS[int(digits[-1])]
    if digits[-2] != "0":
        return _TENS[int(digits[-2])]
    zeros = len(digits) - len(digits.rstrip("0"))
    return next(word for power, word in _POWERS if zeros >= power)


def _open(word: str) -> str:
    """The suffix vowel a or e that goes with a word."""
    return "a" if _vowel(word) in "aıou" else "e"


def _close(word: str) -> str:
    """The suffix vowel ı, i, u or ü that goes with a word."""
    return {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}[
        _vowel(word)
    ]


def _vowel(word: str) -> str:
    return next(letter for letter in reversed(word) if letter in _VOWELS)
