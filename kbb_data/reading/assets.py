"""Reading table 1.3: buildings, grounds, vehicles and machines."""

from __future__ import annotations

import re
from itertools import takewhile

from kbb_data.problems import Problem
from kbb_data.reading.causes import beside, shift
from kbb_data.reading.heads import is_head, places
from kbb_data.reading.lines import Line, in_section, lacking, unexpected
from kbb_data.reading.records import AssetLine, Reading
from kbb_data.reading.sections import SECTIONS
from kbb_data.turkish import lower, upper

TABLE = "table 1.3"
#: A measure, which no place is.
_MEASURE = re.compile(r"\d ?(?:adet|m)\b|m ?²", re.IGNORECASE)
#: What a cell of sizes holds, if not without slips: an area, a count, both.
_SIZE = re.compile(r"\d[\d.,\s/²m]*(?:adet[\d.,\s/²m]*)?")
#: The section that follows table 1.3; its text is taken for rows where its heading is lost.
_NEXT = "1.4"


def read_assets(reading: Reading) -> None:
    """Fill ``reading.assets`` from table 1.3, where the document has one. A line of one cell in
    capitals is a category."""
    if not reading.has("1.3"):
        return
    lines = list(in_section(reading.lines, "1.3"))
    found: tuple[int, ...] = ()
    category = ""
    for place, line in enumerate(lines):
        cells = [cell for _, cell in line.filled]
        is_row = "\t" in line.text or reading.is_stripped
        if is_head(line, "1.3"):
            found = places(line, "assets")
            reading.account.skip(line, "heading of the table")
            if not found:
                reading.blames(unexpected(line, TABLE, "the headings Türü, İlçe, Birim, Açıklama"))
                continue
            by = shift(found[:1], _first_columns(lines[place + 1 :]))
            if by:
                reading.blames(beside(line, by, TABLE))
        elif not found and "\t" not in line.text:
            reading.account.skip(line, "text above the table")
        elif not found:
            reading.blames(unexpected(line, TABLE, "the head 'Türü', 'İlçe', … first"))
            reading.account.take(line, "assets")
        elif is_row and len(cells) == 1 and line.filled[0][0] == found[0] and _is_capital(cells[0]):
            category = cells[0]
            reading.account.take(line, "assets")
        elif not category or not line.cell(found[0]) or not is_row or len(cells) == 1:
            reading.problems.append(
                unexpected(line, TABLE, "a name below a category, with place, size or note")
            )
            reading.account.take(line, "assets")
        else:
            name, district, size, note = (line.cell(column) for column in found)
            if _lacks(reading, line, max(found) + 1, district, size):
                reading.problems.append(lacking(line, TABLE, max(found) + 1))
            elif _MEASURE.search(district) or (size and not re.search(r"\d", size)):
                reading.problems.append(unexpected(line, TABLE, "a place, and a size in figures"))
            reading.assets.append(AssetLine(line, category, name, district, size, note))
            reading.account.take(line, "assets")
    _hold_next(reading, lines)
    if not reading.assets and TABLE not in reading.causes:
        reading.problems.append(Problem(0, TABLE, "the table of physical assets", "none"))


def _first_columns(lines: list[Line]) -> list[tuple[int]]:
    """The column in which each row below a head begins, up to the next head."""
    below = takewhile(lambda line: not is_head(line, "1.3"), lines)
    return [(line.filled[0][0],) for line in below if len(line.filled) > 1]


def _lacks(reading: Reading, line: Line, width: int, district: str, size: str) -> bool:
    """Whether a row has fewer cells than its head. In a text that lost its tabs at the lines'
    ends only the last cells may lack, which the others show by what they hold."""
    if len(line.cells) >= width:
        return False
    return not (
        reading.is_stripped and not re.search(r"\d", district) and _SIZE.fullmatch(lower(size))
    )


def _hold_next(reading: Reading, lines: list[Line]) -> None:
    """Text below the table may be the next section's, whose heading is lost."""
    if any(line.section == _NEXT for line in reading.lines):
        return
    last = max((asset.line.number for asset in reading.assets), default=0)
    stray = next((line for line in lines if line.number > last and "\t" not in line.text), None)
    if stray and reading.assets:
        heading = f"the heading '{_NEXT}. {SECTIONS[_NEXT]}' before it"
        reading.blames(unexpected(stray, TABLE, heading))


def _is_capital(text: str) -> bool:
    """Whether a heading is in capitals; a small ``ve`` between them is let pass."""
    bare = re.sub(r"\bve\b", "", text)
    return bare == upper(bare) and any(letter.isalpha() for letter in bare)
