"""A row of a table of money: which code it is about, told by number and name alike."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kbb_data.reading.lines import Line
from kbb_data.results.columns import Head, plain
from kbb_data.results.names import codes_of
from kbb_data.results.records import ACTIVITY, ECONOMIC, FUNCTIONAL, REVENUE, TOTAL
from kbb_data.turkish import squeeze

_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,2})*\.?")
_NUMBERED = re.compile(r"(\d{1,4}(?:\.\d{1,2})*)\s*[.)\-–—]?\s*(\D.*)")
_TOTAL = re.compile(r"\b(?:toplam\w*|total)\b")
#: What the cells of a column of classifications say.
_CLASSIFICATIONS = (
    (ECONOMIC, re.compile(r"economic|ekonomik.*")),
    (FUNCTIONAL, re.compile(r"functional|fonksiyonel.*")),
    (REVENUE, re.compile(r"revenue|gelir.*")),
    (ACTIVITY, re.compile(r"activity|faaliyet.*")),
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a row is about: ``code`` (empty where none could be told), its name as printed without
    marks, whether it lies below the first level of its classification, whether a footnote's mark
    stands at it and whether its name says that its amounts are taken off (``(-)``)."""

    code: str
    name: str
    is_below: bool = False
    is_marked: bool = False
    is_taken_off: bool = False


def kind_of(line: Line, head: Head) -> str:
    """The classification that a row's own cell tells; empty where none does."""
    if head.kind_column is None:
        return ""
    words = plain(line.cell(head.kind_column))
    return next((name for name, pattern in _CLASSIFICATIONS if pattern.fullmatch(words)), "")


def label_of(line: Line, head: Head, classification: str) -> Label:
    """What a row is about."""
    cells = [line.cell(place) for place in head.labels if place != head.kind_column]
    filled = [cell for cell in cells if cell]
    parts: list[str] = []
    while filled and _NUMBER.fullmatch(filled[0]):
        parts += filled.pop(0).rstrip(".").split(".")
    if not parts and filled and (match := _NUMBERED.fullmatch(filled[0])):
        parts, filled[0] = match[1].split("."), match[2]
    printed = squeeze(" ".join(filled))
    name = squeeze(printed.replace("*", " "))
    marked, taken_off = "*" in printed, bool(re.search(r"\(\s*[-–−]\s*\)", printed))
    if not parts and _TOTAL.search(plain(printed)):
        return Label(TOTAL, re.sub(r"^total\s+", "", name), is_marked=marked)
    if not parts:
        codes = codes_of(classification, plain(name))
        return Label(codes.pop() if len(codes) == 1 else "", name, False, marked, taken_off)
    code = parts[0] if classification == ACTIVITY else parts[0].zfill(2)
    return Label(code, name, len(parts) > 1, marked, taken_off)
