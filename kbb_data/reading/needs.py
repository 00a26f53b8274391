"""Reading table 2.5: what all activities and the administration need."""

from __future__ import annotations

import re

from kbb_data.problems import Problem, quote
from kbb_data.reading.cells import amount
from kbb_data.reading.heads import columns, is_head
from kbb_data.reading.lines import in_section, unexpected
from kbb_data.reading.records import (
    NeedLine,
    Reading,
)
from kbb_data.reading.wording import close
from kbb_data.schema import ECONOMIC_CODES
from kbb_data.turkish import fold

_NEED_LABELS = {
    "toplam butce kaynak ihtiyaci": "budget_total",
    "doner sermaye": "revolving_fund",
    "diger yurt ici": "other_domestic",
    "yurt disi": "foreign",
    "toplam butce disi kaynak ihtiyaci": "off_budget_total",
    "toplam kaynak ihtiyaci": "total",
}


def read_needs(reading: Reading) -> None:
    """Fill ``reading.needs`` from table 2.5."""
    table = "table 2.5"
    places: tuple[int, ...] = ()
    seen: set[str] = set()
    for line in in_section(reading.lines, "2.5"):
        cells = [cell for _, cell in line.filled]
        if len(cells) == 1:
            reading.account.skip(line, "name of the institution above the table")
            continue
        if is_head(line, "2.5"):
            places = columns(line)[-4:]
            reading.account.skip(line, "heading of the table")
            continue
        if len(places) != 4:
            reading.problems.append(unexpected(line, table, "the heading of the table"))
            return
        head = [cell for column, cell in line.filled if column < places[0]]
        key, label = _need_key(head)
        if not key or key in seen:
            reading.problems.append(
                unexpected(line, table, "an economic code, an off-budget source or a total, once")
            )
            continue
        seen.add(key)
        first, second, third, fourth = (
            amount(reading, line, line.cell(column), table) for column in places
        )
        reading.needs.append(NeedLine(line, key, label, (first, second, third, fourth)))
        reading.account.take(line, "resource_needs")
    for key in (*ECONOMIC_CODES, *_NEED_LABELS.values()):
        if key not in seen:
            reading.problems.append(
                Problem(0, table, f"a line for {quote(key)}", "the end of the table without it")
            )


def _need_key(head: list[str]) -> tuple[str, str]:
    """The key and the label of a line of table 2.5 from the cells before its amounts."""
    if len(head) > 1 and fold(head[0]) == "butce disi kaynak":
        head = head[1:]
    if not head:
        return "", ""
    match = re.fullmatch(r"(\d{2})(?: +(.+))?", head[0])
    if match:
        name = match[2] or (head[1] if len(head) > 1 else "")
        return (match[1] if match[1] in ECONOMIC_CODES and name else ""), name
    key = next((key for text, key in _NEED_LABELS.items() if close(head[0], text)), "")
    return key, head[0]
