"""The numbers that Word writes by itself before paragraphs: of headings, of lists, of rows.

They stand in no paragraph's text. Word counts them from the definitions of the document: a
paragraph or its style names a list and a level, the list says where each level starts and how its
number looks.
"""

from __future__ import annotations

import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

#: Levels that a list has.
_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
#: The largest number that a list may start at.
_MOST = 32_767
#: How deep styles may build on one another.
_DEPTH = 20


class Numbering:
    """Counts the numbers of one document's paragraphs, in their order."""

    def __init__(self, document: Any) -> None:
        try:
            root = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)._element
        except KeyError:
            root = ()
        self._kinds = {
            _id(each, "abstractNumId"): each for each in root if _is(each, "abstractNum")
        }
        self._lists = {_id(each, "numId"): each for each in root if _is(each, "num")}
        self._styles = {_id(each, "styleId"): each for each in document.styles.element
                        if _is(each, "style")}  # fmt: skip
        #: The last number of each level, by the kind of list, which several lists may share.
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, paragraph: Any) -> str:
        """The number before a paragraph as Word shows it, ``2.3.1.`` for example; empty where there
        is none or a bullet. Called once a paragraph, since it counts."""
        named = self._list_of(paragraph)
        if named is None:
            return ""
        number, depth = named
        levels = self._levels(number)
        if depth not in levels:
            return ""
        counts = self._count(number, depth, levels)
        level = levels[depth]
        if _value(level, "numFmt") in ("bullet", "none"):
            return ""
        is_legal = level.find(qn("w:isLgl")) is not None

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            count = counts[place]
            form = _value(levels.get(place), "numFmt")
            return _formatted(1 if count is None else count, "decimal" if is_legal else form)

        return _PLACE.sub(shown, _value(level, "lvlText")).strip()

    def _list_of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and the level that a paragraph is numbered by, its own or its style's."""
        properties = paragraph.find(qn("w:pPr"))
        style = _value(properties, "pStyle")
        number, depth = _named(properties)
        for _ in range(_DEPTH):
            element = self._styles.get(style)
            if number is not None or element is None:
                break
            number, depth = _named(element.find(qn("w:pPr")))
            if number is not None and depth is None:
                depth = self._level_of_style(number, style)
            style = _value(element, "basedOn")
        return None if number in (None, "0") else (str(number), depth or 0)

    def _level_of_style(self, number: str, style: str) -> int:
        for depth, level in self._levels(number).items():
            if _value(level, "pStyle") == style:
                return depth
        return 0

    def _levels(self, number: str) -> dict[int, Any]:
        """The definitions of a list's levels, a list's own before its kind's."""
        found: dict[int, Any] = {}
        entry = self._lists.get(number)
        kind = self._kinds.get(_value(entry, "abstractNumId"))
        link = _value(kind, "numStyleLink")
        if link in self._styles:
            linked, _ = _named(self._styles[link].find(qn("w:pPr")))
            kind = self._kinds.get(_value(self._lists.get(linked or ""), "abstractNumId"), kind)
        for level in () if kind is None else kind:
            if _is(level, "lvl"):
                found[_whole(_id(level, "ilvl"), _LEVELS)] = level
        for override in () if entry is None else entry:
            own = override.find(qn("w:lvl"))
            if own is not None:
                found[_whole(_id(override, "ilvl"), _LEVELS)] = own
        return {depth: level for depth, level in found.items() if depth < _LEVELS}

    def _count(self, number: str, depth: int, levels: dict[int, Any]) -> list[int | None]:
        entry = self._lists[number]
        kind = _value(entry, "abstractNumId")
        counts = self._counts.setdefault(kind, [None] * _LEVELS)
        begins = next(
            (_value(each, "startOverride") for each in entry
             if _is(each, "lvlOverride") and _id(each, "ilvl") == str(depth)), "",
        )  # fmt: skip
        if begins and (number, depth) not in self._started:
            self._started.add((number, depth))
            counts[depth] = _whole(begins, 1)
        else:
            last = counts[depth]
            counts[depth] = _start(levels.get(depth)) if last is None else last + 1
        for above in range(depth):
            if counts[above] is None:
                counts[above] = _start(levels.get(above))
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return counts


def _is(element: Any, name: str) -> bool:
    return bool(element.tag == qn(f"w:{name}"))


def _id(element: Any, name: str) -> str:
    return str(element.get(qn(f"w:{name}"), ""))


def _value(element: Any, name: str) -> str:
    """The value of a child; empty without one."""
    child = None if element is None else element.find(qn(f"w:{name}"))
    return "" if child is None else str(child.get(qn("w:val"), ""))


def _named(properties: Any) -> tuple[str | None, int | None]:
    """The list and the level that a paragraph's or a style's properties name."""
    named = None if properties is None else properties.find(qn("w:numPr"))
    if named is None or named.find(qn("w:numId")) is None:
        return None, None
    depth = _value(named, "ilvl")
    return _value(named, "numId"), _whole(depth, _LEVELS) if depth else None


def _start(level: Any) -> int:
    return _whole(_value(level, "start"), 1)


def _whole(text: str, otherwise: int) -> int:
    """The number that an attribute holds, or another where it holds none that is sensible."""
    is_sensible = text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST))
    return int(text) if is_sensible and int(text) <= _MOST else otherwise


def _formatted(count: int, form: str) -> str:
    """A number as its level writes it; another form than these is written in digits."""
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        words = ""
        for value, letters in _ROMAN:
            times, count = divmod(count, value)
            words += letters * times
        return words if form == "lowerRoman" else words.upper()
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form == "decimalZero":
        return f"{count:02}"
    return str(count)
