"""The unit in which a programme prints its amounts: lira, or thousands of lira.

The heads of its tables say so. Either all of them that have amounts say thousands or none does:
where only some do, nobody can tell what the others are in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kbb_data.problems import Problem, quote
from kbb_data.reading.heads import label_of
from kbb_data.reading.lines import Line
from kbb_data.turkish import fold, squeeze

_THOUSANDS = r"(?:bin|1\.?000)\s*-?\s*(?:tl|₺|turk lirasi|lira)"
_LIRA = r"(?:tl|₺|turk lirasi|lira)"
#: A cell or caption that states the unit alone or in brackets behind a head's words.
_UNIT = re.compile(
    rf"(?P<words>.*?)\s*(?:\(|\b)(?:(?:tum )?tutarlar|(?:para )?birimi?)?\s*:?\s*"
    rf"(?:(?P<thousands>{_THOUSANDS})|(?P<lira>{_LIRA}))\s*(?:'?dir\.?|olarak\w*)?\s*\)?\.?"
)
#: The words of a head above amounts, folded.
_HEADS = (
    "ekonomik kod",
    "kaynak ihtiyaci",
    "butce",
    "toplam",
    "genel toplam",
    "faaliyetler",
    "pay",
)
#: The longest head or caption, in letters.
_LONGEST = 90
_TABLES = ("2.4", "2.5")
_YEAR = re.compile(r"\b20\d\d\b")
_TITLE = re.compile(r".*tablosu")
SCALE = 1000


@dataclass(frozen=True, slots=True)
class Unit:
    """What a cell of a head states: ``scale`` lira (1 or 1,000), and the head's words without
    it."""

    line: Line
    column: int
    scale: int
    words: str


@dataclass(frozen=True, slots=True)
class Money:
    """How many lira an amount of 1 is; the lines with heads in the form's own words, the numbers
    of the lines that state nothing but the unit, and what does not fit together."""

    scale: int
    lines: list[Line]
    captions: frozenset[int]
    problems: list[Problem]


def money(lines: list[Line]) -> Money:
    """The unit of a text's amounts; without a statement lira."""
    stated: dict[int, list[Unit]] = {}
    for line in lines:
        if units := list(_units(line)):
            stated[line.number] = units
    if all(unit.scale == 1 for units in stated.values() for unit in units):
        return Money(1, lines, frozenset(), [])
    problems = _mixture(lines, stated)
    captions = {number for number, units in stated.items() if all(not u.words for u in units)}
    captions -= {line.number for line in lines if len(line.filled) > 1}
    return Money(
        SCALE,
        [_bare(line, stated.get(line.number, [])) for line in lines],
        frozenset(captions),
        problems,
    )


def _units(line: Line) -> Iterator[Unit]:
    """The units that a head's or a caption's cells state."""
    if line.major not in ("2.3", *_TABLES) or re.fullmatch(r"\d{1,3}", line.first):
        return
    if label_of(line).subject == "note":
        return
    folded = [(column, fold(cell)) for column, cell in line.filled]
    is_head = any(word in text for _, text in folded for word in _HEADS)
    for column, text in folded:
        match = _UNIT.fullmatch(text)
        if not match or len(text) > _LONGEST or re.search(r"\d", _YEAR.sub("", match["words"])):
            continue
        if len(folded) > 1 and not is_head:
            continue
        words = match["words"]
        if len(folded) == 1 and words and not any(head in words for head in _HEADS):
            continue
        yield Unit(line, column, SCALE if match["thousands"] else 1, words)


def _tables(lines: list[Line]) -> Iterator[list[Line]]:
    """The tables with amounts: those of section 2.3 by their headings, 2.4 and 2.5."""
    table: list[Line] = []
    for line in lines:
        begins = line.major == "2.3" and bool(_TITLE.fullmatch(fold(line.first)))
        if begins or (table and line.major != table[0].major):
            if table and (table[0].major != "2.3" or "tablosu" in fold(table[0].first)):
                yield table
            table = []
        if begins or table or line.major in _TABLES:
            table.append(line)
    if table:
        yield table


def _mixture(lines: list[Line], stated: dict[int, list[Unit]]) -> list[Problem]:
    """The problem that some tables are in thousands and some are not, at the fewer of them."""
    tables = list(_tables(lines))
    scales = [
        {unit.scale for line in table for unit in stated.get(line.number, ())} for table in tables
    ]
    scaled = [table for table, found in zip(tables, scales, strict=True) if SCALE in found]
    others = [table for table, found in zip(tables, scales, strict=True) if found != {SCALE}]
    if not others:
        return []
    # Where none of the tables says thousands, something beside them does.
    is_rarer = 0 < len(scaled) <= len(others)
    fewer, of = (scaled, SCALE) if is_rarer else (others, 1)
    units = [u for line in fewer[0] for u in stated.get(line.number, ()) if u.scale == of]
    line = units[0].line if units else fewer[0][0]
    return [
        Problem(
            line.number,
            f"section {line.place}",
            "one unit of money in the heads of all tables",
            f"{quote(units[0].line.cell(units[0].column)) if units else 'none'} here, thousands "
            f"in {len(scaled)} tables and not in {len(others)}; write (Bin TL) above all amounts "
            "in thousands, and bring the others into them",
        )
    ]


def _bare(line: Line, units: list[Unit]) -> Line:
    """A head without the unit behind its words, so that its labels are those of the form; one that
    states nothing but the unit says TL."""
    if not units or len(line.filled) == 1:
        return line
    cells = list(line.cells)
    for unit in units:
        kept = len(unit.words)
        cells[unit.column] = squeeze(cells[unit.column][:kept]) if kept else "TL"
    return replace(line, cells=tuple(cells))
