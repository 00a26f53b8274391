"""Reading the budget's schedules behind the sub-programmes: by programme, sub-programme and
activity, or by economic code within them.

A row is about the finest part whose name stands in it; a name that is not printed anew goes on from
above.
"""

from __future__ import annotations

import re
from typing import TypeVar

from kbb_data.problems import quote
from kbb_data.reading.budget_columns import Column, beside, read_columns
from kbb_data.reading.budget_heads import goes_on, head_of, with_code
from kbb_data.reading.budget_rows import amounts_of
from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.open_table import OpenTable
from kbb_data.reading.records import (
    BudgetActivity,
    BudgetAmount,
    BudgetProgramme,
    Reading,
    ScheduleLine,
    SubProgramme,
)
from kbb_data.reading.wording import alike, bare
from kbb_data.schema import ECONOMIC_CODES
from kbb_data.turkish import fold

#: The labels' columns, folded, by what they name.
_LABELS = (
    ("programme", r"program(?: adi)?"),
    ("sub_programme", r"alt program(?: adi)?"),
    ("activity", r"faaliyet(?:ler)?(?: adi)?"),
    ("code", r"ekonomik kod\w*"),
    ("name", r"aciklama\w*|(?:ekonomik )?kodun? adi"),
)
_LEVELS = ("programme", "sub_programme", "activity")
_TOTALS = (
    ("total", r"genel toplam\w*"),
    ("sub_programme", r"alt program(?:in)? toplam\w*"),
    ("programme", r"program(?:in)? toplam\w*"),
)
_Part = TypeVar("_Part", BudgetProgramme, SubProgramme, BudgetActivity)
_CODE = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)")


class ScheduleReader(OpenTable):
    """Reads one schedule."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.name = "schedule"
        self.schedule = ""
        self.head: list[Line] = []
        self.columns: tuple[Column, ...] = ()
        self.labels: dict[str, int] = {}
        self.rows: list[Line] = []
        self.programme: BudgetProgramme | None = None
        self.sub_programme: SubProgramme | None = None

    def line(self, line: Line) -> None:
        """Take up one line, or report that it does not belong here."""
        self.reading.account.take(line, "printed_amounts")
        if head_of(line) == "schedule":
            self.head, self.columns = [line], ()
        elif self.head and not self.columns and goes_on(line):
            self.head.append(line)
        else:
            self._row(line)

    def close(self, line: Line | None) -> None:
        """Report a head beside its columns, and a schedule without its total."""
        cause = beside(self.head[-1], self.columns, self.rows, self.name) if self.head else None
        if cause:
            self.reading.blames(cause)

    def _open(self, line: Line) -> None:
        self.labels = {}
        for head in self.head:
            for column, cell in head.filled:
                for key, pattern in _LABELS:
                    if re.fullmatch(pattern, fold(cell)):
                        self.labels.setdefault(key, column)
        finest = next((level for level in reversed(_LEVELS) if level in self.labels), "programme")
        self.schedule = finest + ("_code" if "code" in self.labels else "")
        self.name = f"schedule at line {self.head[0].number}"
        self.columns = read_columns(self.reading, self.head, line, self.name, of_money=True)

    def _row(self, line: Line) -> None:
        if not self.columns:
            self._open(line)
        if not self.columns:
            return
        first = min(column.column for column in self.columns)
        labels = {column: cell for column, cell in line.filled if column < first}
        if not any(column >= first for column, _ in line.filled):
            # A name that stands above its rows.
            self._part(line, labels)
            return
        self.rows.append(line)
        amounts = amounts_of(self.reading, line, self.columns, self.name)
        if amounts is None:
            return
        total = self._total(labels)
        found = total or self._part(line, labels)
        if found is None:
            return
        level, number, label = found
        code = "" if total else self._code(line)
        key = (self.schedule, level, number, code)
        if key in [(each.schedule, each.level, each.number, each.code)
                   for each in self.reading.schedules] and self.reading.is_sound:  # fmt: skip
            self.reading.problems.append(
                unexpected(line, self.name, "each part and economic code once")
            )
        self.reading.schedules.append(
            ScheduleLine(
                line, self.schedule, level, number, label, code,
                line.cell(self.labels.get("name", -1)) if code else "",
                [
                    BudgetAmount(line, column.year, column.kind, column.fund or "budget", kurus)
                    for column, kurus in zip(self.columns, amounts, strict=True)
                ],
            )
        )  # fmt: skip

    def _total(self, labels: dict[int, str]) -> tuple[str, int, str] | None:
        """Level, number and label of a row that totals a part or the whole; none for another."""
        for column, cell in labels.items():
            folded = fold(cell).strip(" .:")
            level = next((level for level, words in _TOTALS if re.fullmatch(words, folded)), "")
            if not level and re.fullmatch("t ?o ?p ?l ?a ?m", folded):
                level = self._totalled(column)
            if level == "programme" and self.programme:
                return level, self.programme.number, cell
            if level == "sub_programme" and self.sub_programme:
                return level, self.sub_programme.number, cell
            if level:
                return "total", 0, cell
        return None

    def _totalled(self, column: int) -> str:
        """What a bare *TOPLAM* totals: the part to the left of its column."""
        left = [level for level in _LEVELS if self.labels.get(level, column) < column]
        return left[-1] if left and left[-1] != "activity" else "total"

    def _part(self, line: Line, labels: dict[int, str]) -> tuple[str, int, str] | None:
        """Level, number and name of the part that a row is about."""
        named = {
            level: labels[self.labels[level]]
            for level in _LEVELS
            if self.labels.get(level) in labels
        }
        found: BudgetProgramme | SubProgramme | None = None
        level = ""
        if "programme" in named:
            level, self.sub_programme = "programme", None
            found = self.programme = self._find(line, named["programme"], self.reading.programmes)
        if "sub_programme" in named and not (level and found is None):
            owner = self.programme.number if self.programme else 0
            parts = [part for part in self.reading.sub_programmes if part.programme == owner]
            level = "sub_programme"
            found = self.sub_programme = self._find(line, named["sub_programme"], parts)
        if level and found is None:
            return None
        if "activity" in named:
            return self._activity(line, named["activity"])
        if found is None and "code" in self.labels:
            found = self.sub_programme or self.programme
            level = "sub_programme" if self.sub_programme else "programme"
        if found is None:
            self.reading.problems.append(
                unexpected(line, self.name, "a programme, sub-programme, activity or total")
            )
            return None
        return level, found.number, named.get(level, found.name)

    def _activity(self, line: Line, printed: str) -> tuple[str, int, str] | None:
        own = self.sub_programme.activities if self.sub_programme else []
        activity = self._find(line, printed, own)
        if activity is None:
            return None
        every = [each for part in self.reading.sub_programmes for each in part.activities]
        number = next(place for place, each in enumerate(every, start=1) if each is activity)
        return "activity", number, printed

    def _find(self, line: Line, printed: str, parts: list[_Part]) -> _Part | None:
        """The part of a name, small differences of wording allowed; a name of none is a problem."""
        _, name = with_code(printed)
        for part in parts:
            if bare(part.name) == bare(name):
                return part
        near = [part for part in parts if alike(part.name, name)]
        if len(near) == 1:
            return near[0]
        # Where a part's own tables could not be read, that is the cause.
        if self.reading.is_sound:
            self.reading.problems.append(
                unexpected(line, self.name, f"a name that has tables above, not {quote(printed)}")
            )
        return None

    def _code(self, line: Line) -> str:
        """The economic code of a row; empty where it has none."""
        cell = line.cell(self.labels.get("code", -1))
        match = _CODE.match(cell)
        if cell and (not match or match[1].partition(".")[0].zfill(2) not in ECONOMIC_CODES):
            self.reading.problems.append(
                unexpected(line, self.name, "an economic code that begins with 01 to 09")
            )
        return match[1] if match else ""
