"""What holds of every sentence, whatever it tells of: each rule looks for one fault.

The rules read the text alone, as who is handed it does; what they can't know (which figure it is,
which words are the document's) comes with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from present.kit.text import TURKISH
from tests.present.figures.paper import by, rows
from tests.sentences.corpus import Role, Text
from tests.support.spoken import wrong

#: Nouns that are counted in sentences: none of them is told with a zero.
_COUNTED = (
    "satır|tane|tanesi|tanesinde|hedef|hedefin|gösterge|göstergenin|göstergede|faaliyet|faaliyetin"
    "|faaliyete|faaliyetine|birim|birimin|tesis|üye|ilçe|ilçede|kadro|araç|tür|bulgu|denetimde"
    "|denetim|soru|yer|yerin|indicators?|targets?|activities|units?|rows?|lines?|facilities"
    "|members?|districts?|positions?|vehicles?|findings?|checks?|of them"
)
_ZERO = re.compile(rf"(?<![\w.,%/-])0 (?:{_COUNTED})\b")
_ALL_IN_BRACKETS = re.compile(r"\(%100(?:,0+)?\)|\(100(?:\.0+)?%\)")
_ALMOST_ALL = re.compile(r"%100[,.]0|100[.,]0+%|(?<!\d)%0,0(?!\d)|(?<![\d.])0\.0%")
_ABOUT = re.compile(r"(?:\d|TL)\S* kadarı")
_OF_MONEY = re.compile(r"TL (?:tutarın|paranın)\b")
_UNCUT = re.compile(r"(?<![\d.,:/\w-])\d{5,}(?![\d/])")
_UNMADE = re.compile(r"\bNone\b(?! of)|\bnan\b|<NA>|[{}]|\bNaN\b|[\ue000-\uf8ff]")
_PRINT = re.compile(
    r"\s[,.;:!?](?:\s|$)|\.\.(?!\.)|(?<![A-ZÇĞİÖŞÜ])\.[:;,]|,[,;:]|\(\s*\)|\.”\.|  |“\s|\s”"
)
_BROKEN_NUMBER = re.compile(r"\d,\d+\.\d{3}(?!\d)|\d\.\d{3},\d{3}")
_TURKISH_LETTERS = re.compile(r"[ğışĞİŞ]")
_TURKISH_SUFFIX = re.compile(r"\d['’](?:[ıiuü]n?|[dt][ae]n?|[sn][ıiuü]n?|y?[ae])\b")
_TURKISH_WORDS = re.compile(
    r"\b(?:satır|tablo|tablosu|bölüm|hedef|gösterge|faaliyet|belgede|toplam|ile|için|ve)\b"
)
_ONE_OF_MANY = re.compile(
    r"(?<![\d.,/–-])1 (?:activities|indicators|units|rows|lines|goals|members|facilities|districts"
    r"|findings|questions|positions|categories|titles|stations|targets)\b"
)
_NUMBERED = {
    "tr": re.compile(r"(?<![\d.])(\d+)\. (amaç|hedef|faaliyet)\b(?!.{0,3}[(“:])"),
    "en": re.compile(r"\b(aim|goal|activity) (\d+)\b(?!.{0,3}[(“,:])", re.I),
}
#: What stands for words of the document.
_WORD = "Ad"
_YEAR = re.compile(r"\b20\d\d\b")


def faults(text: Text, language: str) -> list[str]:
    """What is wrong with a text, one entry a rule that it breaks; none for a sound one."""
    return [
        f"{name}: {found}"
        for name, rule in {**_OF_EVERY_TEXT, **_OF_LANGUAGE[language], **_OF_ROLE}.items()
        for found in rule(text)
    ]


def _matches(pattern: re.Pattern[str]) -> Callable[[Text], Iterator[str]]:
    return lambda text: (match[0] for match in pattern.finditer(text.text))


def _quotes(text: Text) -> Iterator[str]:
    if text.text.count("“") != text.text.count("”"):
        yield "a quotation mark without its fellow"


def _brackets(text: Text) -> Iterator[str]:
    bare = _bare(text)
    if bare.count("(") != bare.count(")"):
        yield "a bracket without its fellow"


def _bare(text: Text) -> str:
    """The text without the document's own words."""
    said = re.sub(r"(?<=\s)/\S+", "/", text.text)
    for word in sorted({word for word in text.own if word}, key=len, reverse=True):
        said = said.replace(word, _WORD)
    return re.sub("“[^”]*”", f"“{_WORD}”", said)


def _suffixes(text: Text) -> Iterator[str]:
    yield from wrong(_bare(text))


def _foreign(text: Text) -> Iterator[str]:
    """Turkish in an English text: letters, suffixes, words of ours."""
    said = _bare(text)
    for name in _names():
        said = said.replace(name, _WORD)
    for pattern in (_TURKISH_LETTERS, _TURKISH_SUFFIX, _TURKISH_WORDS):
        if match := pattern.search(said):
            yield f"{match[0]} in {said[max(0, match.start() - 20) : match.end() + 20]!r}"


@cache
def _names() -> list[str]:
    """Names that stay Turkish wherever they are: places, units, parties, who publishes."""
    found = {"Kayseri Büyükşehir Belediyesi", "TÜİK"}
    found |= {row["district"] for row in rows("assets") if row["district"]}
    found |= {row["name"] for row in rows("spending_units")}
    found |= {row["party"] for row in rows("council_members") if row["party"]}
    found |= {row["name"] for row in rows("council_members")}
    found |= {row["committee"] for row in rows("committees")}
    return sorted(found, key=len, reverse=True)


def _year(text: Text) -> Iterator[str]:
    """A sentence that is quoted alone says of which year it tells."""
    if text.role is Role.SENTENCE and not _YEAR.search(text.text):
        yield "no year"


def _closed(text: Text) -> Iterator[str]:
    if text.role in (Role.SENTENCE, Role.NOTE) and text.text[-1] not in ".?":
        yield f"it ends in {text.text[-1]!r}"
    if text.text[0].islower():
        yield f"it begins with {text.text[:12]!r}"


def _named(text: Text) -> Iterator[str]:
    """A sentence that tells of an aim, goal or activity by number says its name."""
    language = TURKISH if re.search("[ğışüöç]|yıl", text.text) else "en"
    if text.role is Role.SENTENCE:
        yield from (match[0] for match in _NUMBERED[language].finditer(text.text))


def _subject(text: Text) -> Iterator[str]:
    """The sentence of a figure on a part names the part, in full or by its short name."""
    if text.role is not Role.SENTENCE or text.query is None:
        return
    for name, table, key, *columns in (
        ("hedef", "goals", "goal", "statement", "short_name", "short_name_en"),
        ("faaliyet", "activities", "activity", "name", "short_name", "short_name_en"),
        ("birim", "spending_units", "spending_unit", "name"),
    ):
        if name in text.query:
            row = by(table, key)[text.query[name]]
            if not any(row[column].rstrip(" .,;") in text.text for column in columns):
                yield f"{name} {text.query[name]} is not named"


#: What the sentence of a figure in another measure than lira must say.
_MEASURES: Mapping[str, re.Pattern[str]] = {
    "kisi": re.compile("kişi başına|each resident|per resident"),
    "pay": re.compile(r"pay|%\d|\d%|tamamı|all of|öngörülen tutar 0|planned amount"),
}


def _measure(text: Text) -> Iterator[str]:
    """A sentence in another measure than lira says so."""
    measure = (text.query or {}).get("olcu", "")
    if text.role is not Role.SENTENCE or measure not in _MEASURES or "ara" in (text.query or {}):
        return
    if not _MEASURES[measure].search(text.text):
        yield f"the measure {measure} is not named"


_FUNDS: Mapping[str, re.Pattern[str]] = {
    "butce": re.compile("yalnız belediye bütçesinde|municipal budget alone"),
    "butce-disi": re.compile("yalnız bütçe dışı kaynaklarda|off-budget resources alone"),
}


def _fund(text: Text) -> Iterator[str]:
    """A sentence that leaves one fund out says which one it counts."""
    fund = (text.query or {}).get("tur", "")
    if text.role is not Role.SENTENCE or text.file != "butce" or fund not in _FUNDS:
        return
    if not _FUNDS[fund].search(text.text):
        yield f"the fund {fund} is not named"


_OF_EVERY_TEXT: dict[str, Callable[[Text], Iterator[str]]] = {
    "a count of zero": _matches(_ZERO),
    "a part told as all": _matches(_ALL_IN_BRACKETS),
    "a rounded share told as exact": _matches(_ALMOST_ALL),
    "an uncut number": lambda text: (m[0] for m in _UNCUT.finditer(_bare(text))),
    "a value that is none": _matches(_UNMADE),
    "print": lambda text: (m[0] for m in _PRINT.finditer(_bare(text))),
    "quotation marks": _quotes,
    "brackets": _brackets,
    "number": _matches(_BROKEN_NUMBER),
}
_OF_LANGUAGE: dict[str, dict[str, Callable[[Text], Iterator[str]]]] = {
    TURKISH: {
        "suffix": _suffixes,
        "about": _matches(_ABOUT),
        "an amount that is called an amount": _matches(_OF_MONEY),
    },
    "en": {"Turkish in English": _foreign, "one of many": _matches(_ONE_OF_MANY)},
}
_OF_ROLE: dict[str, Callable[[Text], Iterator[str]]] = {
    "year": _year,
    "sentence": _closed,
    "name": _named,
    "subject": _subject,
    "measure": _measure,
    "fund": _fund,
}
