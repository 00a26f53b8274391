"""Reading table 2.5: what all activities and the administration need."""

from __future__ import annotations

import re

from kbb_data.problems import Problem, quote
from kbb_data.reading.causes import misplaced
from kbb_data.reading.cells import amount
from kbb_data.reading.heads import columns, figures, is_head, places
from kbb_data.reading.lines import Line, in_section, lacking, unexpected
from kbb_data.reading.records import (
    NeedLine,
    Reading,
)
from kbb_data.reading.wording import close
from kbb_data.schema import ECONOMIC_CODES, OFF_BUDGET_SOURCES
from kbb_data.turkish import fold, squeeze

_NEED_LABELS = {
    "toplam butce kaynak ihtiyaci": "budget_total",
    "doner sermaye": "revolving_fund",
    "diger yurt ici": "other_domestic",
    "yurt disi": "foreign",
    "toplam butce disi kaynak ihtiyaci": "off_budget_total",
    "toplam kaynak ihtiyaci": "total",
}


#: The lines that a programme without off-budget resources may leave out, all together.
_OFF_BUDGET = (*OFF_BUDGET_SOURCES, "off_budget_total")

TABLE = "table 2.5"


def read_needs(reading: Reading) -> None:
    """Fill ``reading.needs`` from table 2.5."""
    lines = list(in_section(reading.lines, "2.5"))
    last = max((n for n, line in enumerate(lines) if len(line.filled) > 1), default=0)
    found: tuple[int, ...] = ()
    seen: set[str] = set()
    for place, line in enumerate(lines):
        cells = [cell for _, cell in line.filled]
        if len(cells) == 1 and (not found or place > last):
            reading.account.skip(line, "name of the institution above the table")
            continue
        if is_head(line, "2.5"):
            # Other wordings are taken in turn, if as many labels stand there as in the form.
            found = places(line, "needs") or (columns(line)[2:] if len(line.filled) == 6 else ())
            if not found:
                reading.blames(unexpected(line, TABLE, "the four labels of amounts in the head"))
            reading.account.skip(line, "heading of the table")
            cause = misplaced(line, found, _full(lines[place + 1 :]), TABLE)
            if cause:
                reading.blames(cause)
            continue
        if len(cells) == 1 and _goes_on(reading, line):
            continue
        reading.account.take(line, "resource_needs")
        if len(found) != 4:
            reading.blames(unexpected(line, TABLE, "the head with 'Ekonomik Kod' above the rows"))
        else:
            _row(reading, line, found, seen)
    if reading.is_troubled(TABLE):
        return
    costs = [cost for goal in reading.goals for cost in goal.cost_tables]
    has_off_budget = any(cost.sources for cost in costs) or any(key in seen for key in _OFF_BUDGET)
    for key in (*ECONOMIC_CODES, *_NEED_LABELS.values()):
        if key not in seen and (has_off_budget or key not in _OFF_BUDGET):
            reading.problems.append(
                Problem(0, TABLE, f"a line for {quote(key)}", "the end of the table without it")
            )


def _full(lines: list[Line]) -> list[Line]:
    """The rows that state all four amounts; one that leaves some empty shows no columns."""
    return [line for line in lines if len(figures(line)) >= 4]


def _row(reading: Reading, line: Line, found: tuple[int, ...], seen: set[str]) -> None:
    first = min(found)
    head = [cell for column, cell in line.filled if column < first]
    key, label = _need_key(head)
    beyond = [column for column, _ in line.filled if column >= first and column not in found]
    if not key or key in seen or beyond:
        reading.problems.append(
            unexpected(line, TABLE, "an economic code, an off-budget source or a total, once")
        )
        return
    seen.add(key)
    if len(line.cells) <= max(found):
        reading.problems.append(lacking(line, TABLE, max(found) + 1))
        return
    one, two, three, four = (amount(reading, line, line.cell(column), TABLE) for column in found)
    reading.needs.append(NeedLine(line, key, label, (one, two, three, four)))


def _goes_on(reading: Reading, line: Line) -> bool:
    """Add the rest of the label in the row above, which stands alone in the label's column."""
    if not reading.needs or "\t" not in line.text:
        return False
    above = reading.needs[-1]
    column, cell = line.filled[0]
    labels = [place for place, text in above.line.filled if text.endswith(above.label)]
    if column not in labels or cell[0].isdigit():
        return False
    above.label = squeeze(f"{above.label} {cell}")
    reading.account.take(line, "resource_needs")
    return True


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
