"""Reading one activity's cost table."""

from __future__ import annotations

import re

from kbb_data.problems import Problem
from kbb_data.reading.cells import amount
from kbb_data.reading.economic_codes import CODE, levels
from kbb_data.reading.heads import label_of
from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.open_table import OpenTable, state
from kbb_data.reading.records import (
    CostTable,
    Goal,
    Reading,
)
from kbb_data.reading.wording import close
from kbb_data.schema import ECONOMIC_CODES
from kbb_data.turkish import fold, squeeze

_SOURCES = {
    "doner sermaye": "revolving_fund",
    "diger yurt ici": "other_domestic",
    "yurt disi": "foreign",
}

_TOTALS = {
    "toplam butce kaynak ihtiyaci": "budget",
    "toplam butce disi kaynak ihtiyaci": "off_budget",
    "toplam kaynak ihtiyaci": "total",
}


class CostTableReader(OpenTable):
    """Reads one activity's cost table."""

    def __init__(self, reading: Reading, goal: Goal, cost: CostTable) -> None:
        self.reading, self.goal, self.cost = reading, goal, cost
        self.name = f"cost table {len(goal.cost_tables)} of goal {goal.goal}"
        self.costs_open = False
        self.note_open = False
        self.note_column = 0
        #: The field that the next line goes on with if it has a cell in the same column only.
        self.open: tuple[str, int] | None = None

    def line(self, line: Line) -> None:
        """Take up one line of the table, or report that it does not belong here."""
        table = self._take(line)
        if table:
            self.reading.account.take(line, table)
        else:
            self.reading.problems.append(
                unexpected(line, self.name, "a label, an economic code or a total")
            )

    def _take(self, line: Line) -> str:
        cost = self.cost
        label = label_of(line)
        if label.subject == "codes":
            self.costs_open = True
            return "activity_costs"
        if self.costs_open:
            return self._amount_line(line)
        if CODE.fullmatch(line.first) and len(line.filled) > 1:
            self.reading.problems.append(
                unexpected(line, self.name, "the head 'Ekonomik Kod' above the codes")
            )
            self.costs_open = True
            return self._amount_line(line)
        if len(line.filled) == 1 and not label.subject:
            return self._rest(line)
        self.note_open, self.open = label.subject == "note", None
        self.note_column = line.filled[-1][0]
        field = {"activity": "name", "unit": "unit", "note": "note"}.get(label.subject, "")
        if field:
            state(self.reading, self.name, line, cost, **{field: label.value})
            cost.unit_line = line if field == "unit" else cost.unit_line
        elif label.subject == "goal":
            number = int(label.number) if label.number else None
            state(self.reading, self.name, line, cost, goal=number, goal_statement=label.value)
            field = "goal_statement"
        elif label.subject != "institution":
            return ""
        if field and not self.note_open and len(line.filled) == 2:
            self.open = (field, line.filled[1][0])
        return "activities"

    def _rest(self, line: Line) -> str:
        """Add the rest of a note, or of a name in the name's own column."""
        column, cell = line.filled[0]
        if cell.isdigit():
            return ""
        if self.note_open and column <= self.note_column:
            field = "note"
        elif self.open and column == self.open[1] and column > 0:
            field = self.open[0]
        else:
            return ""
        setattr(self.cost, field, squeeze(f"{getattr(self.cost, field)} {cell}"))
        return "activities"

    def _amount_line(self, line: Line) -> str:
        cells = [cell for _, cell in line.filled]
        code = CODE.fullmatch(cells[0])
        if code:
            return self._code(line, code, cells)
        if len(cells) == 1 and self._names_code(line):
            return "activity_costs"
        # "Bütçe Dışı Kaynak" stands beside the first source, in a cell of its own or with it.
        folded = [fold(cell) for cell in cells]
        if folded[0] == "butce disi kaynak":
            cells, folded = cells[1:], folded[1:]
        if not folded:
            return ""
        label = folded[0].removeprefix("butce disi kaynak ").rstrip(":")
        value = cells[1] if len(cells) == 2 else ""
        if len(cells) > 2:
            return ""
        kurus = amount(self.reading, line, value, self.name)
        if label in _SOURCES:
            if _SOURCES[label] in [source for _, source, _ in self.cost.sources]:
                self.reading.problems.append(
                    unexpected(line, self.name, "each off-budget source once")
                )
            if kurus is not None:
                self.cost.sources.append((line, _SOURCES[label], kurus))
            elif not value:
                self.reading.problems.append(
                    unexpected(line, self.name, "an amount beside the off-budget source")
                )
            return "off_budget_resources"
        total = next((name for text, name in _TOTALS.items() if close(label, text)), "")
        if not total:
            return ""
        if not value:
            self.reading.problems.append(unexpected(line, self.name, "an amount beside the total"))
        if getattr(self.cost, total) is not None:
            self.reading.problems.append(unexpected(line, self.name, "each total once"))
        setattr(self.cost, total, kurus)
        self.done = total == "total"
        return "activities"

    def _names_code(self, line: Line) -> bool:
        """Add the rest of a code's name, alone in the name's column below the code."""
        column, cell = line.filled[0]
        if not self.cost.costs or self.cost.budget is not None or column == 0:
            return False
        above, code, name, kurus = self.cost.costs[-1]
        if column not in [at for at, text in above.filled if text.endswith(name)]:
            return False
        if any(close(cell, label) for label in (*_SOURCES, *_TOTALS)) or not cell[0].isalpha():
            return False
        self.cost.costs[-1] = (above, code, squeeze(f"{name} {cell}"), kurus)
        return True

    def _code(self, line: Line, code: re.Match[str], cells: list[str]) -> str:
        name = code[2] or (cells[1] if len(cells) == 3 else "")
        value = cells[-1] if len(cells) == (2 if code[2] else 3) else ""
        if code[1][:2] not in ECONOMIC_CODES:
            self.reading.problems.append(
                unexpected(line, self.name, "an economic code from 01 to 09")
            )
            return "activity_costs"
        if not name or not value:
            self.reading.problems.append(
                unexpected(line, self.name, "code, name and amount of an economic code")
            )
            return "activity_costs"
        if levels(code[1]) in [levels(earlier) for _, earlier, _, _ in self.cost.costs]:
            self.reading.problems.append(
                unexpected(line, self.name, f"each economic code once, not {code[1]} again")
            )
        kurus = amount(self.reading, line, value, self.name)
        if kurus is not None:
            self.cost.costs.append((line, code[1], name, kurus))
        return "activity_costs"

    def close(self, line: Line | None) -> None:
        """Report what the table lacks; ``line`` is what ended it, ``None`` the end of text."""
        cost = self.cost
        if any(problem.place == self.name for problem in self.reading.problems):
            return
        sources = {source for _, source, _ in cost.sources}
        # A programme without off-budget resources may leave all their lines out.
        is_bare = not sources and cost.off_budget is None
        lacking = [
            label
            for label, stated in (
                ("Performans Hedefi", cost.goal_statement),
                ("Faaliyet Adı", cost.name),
                ("Sorumlu Harcama Birimi", cost.unit),
                ("an economic code", cost.costs),
                ("Toplam Bütçe Kaynak İhtiyacı", cost.budget is not None),
                ("Döner Sermaye, Diğer Yurt İçi, Yurt Dışı", len(sources) == 3 or is_bare),
                ("Toplam Bütçe Dışı Kaynak İhtiyacı", cost.off_budget is not None or is_bare),
                ("Toplam Kaynak İhtiyacı", cost.total is not None),
            )
            if not stated
        ]
        if lacking:
            self.reading.problems.append(
                Problem(
                    cost.line.number,
                    self.name,
                    ", ".join(lacking),
                    "the end of the table without it",
                )
            )
