"""Reading table 1.3: buildings, grounds, vehicles and machines."""

from __future__ import annotations

import re

from kbb_data.problems import Problem
from kbb_data.reading.heads import columns, is_head
from kbb_data.reading.lines import in_section, unexpected
from kbb_data.reading.records import AssetLine, Reading
from kbb_data.turkish import upper


def read_assets(reading: Reading) -> None:
    """Fill ``reading.assets`` from table 1.3. A line of one cell in capitals is a category."""
    table = "table 1.3"
    places: tuple[int, ...] = ()
    category = ""
    for line in in_section(reading.lines, "1.3"):
        cells = [cell for _, cell in line.filled]
        if is_head(line, "1.3"):
            places = columns(line)
            reading.account.skip(line, "heading of the table")
            if len(places) != 4:
                reading.problems.append(
                    unexpected(line, table, "the headings Türü, İlçe, Birim, Açıklama")
                )
                return
        elif "\t" not in line.text and not category:
            reading.account.skip(line, "text above the table")
        elif not places:
            reading.problems.append(unexpected(line, table, "the heading 'Türü' first"))
            return
        elif len(cells) == 1 and line.filled[0][0] == places[0] and _is_capital(cells[0]):
            category = cells[0]
            reading.account.take(line, "assets")
        elif not category or not line.cell(places[0]) or "\t" not in line.text:
            reading.problems.append(unexpected(line, table, "a name below a category"))
        else:
            name, district, size, note = (line.cell(column) for column in places)
            reading.assets.append(AssetLine(line, category, name, district, size, note))
            reading.account.take(line, "assets")
    if not reading.assets:
        reading.problems.append(Problem(0, table, "the table of physical assets", "none"))


def _is_capital(text: str) -> bool:
    """Whether a heading is in capitals; a small ``ve`` between them is let pass."""
    bare = re.sub(r"\bve\b", "", text)
    return bare == upper(bare)
