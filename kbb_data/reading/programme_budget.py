"""Reading a programme budget: programmes and sub-programmes, each with its head, indicators, costs
of activities and explanations, and the budget's schedules behind them.

Which form a text has, and where each table begins, is told by labels and heads alone: the form has
no section numbers of its own. Its tables are given the section 2.3, the schedules 2.4, as those of
the strategic plan's form have them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from kbb_data.problems import Problem, Unreadable
from kbb_data.reading.budget_costs import CostsReader
from kbb_data.reading.budget_heads import head_of, is_costs_title, is_indicators_title, label_of
from kbb_data.reading.budget_indicators import IndicatorsReader
from kbb_data.reading.budget_lacks import hold_sub_programmes
from kbb_data.reading.explanations import ExplanationsReader
from kbb_data.reading.lines import Line
from kbb_data.reading.open_table import OpenTable
from kbb_data.reading.records import Reading, Slip
from kbb_data.reading.schedules import ScheduleReader
from kbb_data.reading.sub_programme import Block
from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from kbb_data.turkish import fold, squeeze, upper

#: The sections that the form's tables, and the schedules behind them, are given.
SECTION, SCHEDULES = "2.3", "2.4"

_SUB_PROGRAMME = re.compile(
    r"^[^\w\n]*alt program(?:in)? (?:adi|kodu|hedef(?:i|leri))\b", re.MULTILINE
)
_GOAL = re.compile(r"^[^\w\n]*(?:stratejik amac \d+|performans hedefi ?\(\d*\)) ?:", re.MULTILINE)
_END = re.compile(r"(?:belediyesi|belediye baskanligi|idaresi|birligi|genel mudurlugu)$")

_BLOCK = ("year", "programme", "programme_code", "sub_programme", "sub_programme_code")


def form_of(text: str) -> str:
    """The statutory form of a text, by the labels of its tables.

    Raises ``Unreadable`` for a text that has those of both.
    """
    folded = "\n".join(fold(line) for line in text.split("\n"))
    if not _SUB_PROGRAMME.search(folded):
        return STRATEGIC_PLAN
    if goal := _GOAL.search(folded):
        raise Unreadable(
            [
                Problem(
                    folded.count("\n", 0, goal.start()) + 1,
                    "file",
                    "one statutory form: performance goals or sub-programmes",
                    "labels of both; import each document by itself",
                )
            ]
        )
    return PROGRAMME_BUDGET


def institution_of(text: str, title: re.Pattern[str]) -> str:
    """The institution that the cover names above the programme's title, in capitals; empty for
    none."""
    words = squeeze(re.sub(r"[*_#|\s]+", " ", text[:20_000]))
    found = title.search(fold(words))
    above = words[: found.start()] if found and len(fold(words)) == len(words) else ""
    name = squeeze(re.sub(r"^T\.? ?C\.?(?=\s)", "", above.strip()))
    return upper(name) if _END.search(fold(name)) and len(name.split()) <= 8 else ""


def year_of(lines: list[Line]) -> int | None:
    """The year that most labels *Bütçe Yılı* give; ``None`` without one."""
    years = Counter(
        int(label.value)
        for line in lines
        if (label := label_of(line)[0]).subject == "year" and re.fullmatch(r"\d{4}", label.value)
    )
    return years.most_common(1)[0][0] if years else None


def is_label(line: Line) -> bool:
    """Whether a line bears a label, or the title of a table, of the form."""
    return bool(label_of(line)[0].subject) or is_costs_title(line) or is_indicators_title(line)


def sectioned(lines: list[Line]) -> list[Line]:
    """The lines with those of the form's tables in their sections."""
    placed: list[Line] = []
    section = ""
    for line in lines:
        if not section and label_of(line)[0].subject in _BLOCK and _has_value(line):
            section = SECTION
        elif section and head_of(line) == "schedule":
            section = SCHEDULES
            placed = _with_title(placed)
        placed.append(replace(line, section=section) if section else line)
    return placed


def _has_value(line: Line) -> bool:
    return bool(label_of(line)[0].value) and "...." not in line.text


def _with_title(placed: list[Line]) -> list[Line]:
    """The lines with the title right above a schedule in the schedule's section."""
    for place in range(len(placed) - 1, -1, -1):
        line = placed[place]
        if line.first:
            if len(line.filled) == 1 and "\t" not in line.text.strip() and line.section == SECTION:
                placed[place] = replace(line, section=SCHEDULES)
            break
    return placed


def read_programme_budget(reading: Reading) -> None:
    """Fill ``reading.programmes``, ``reading.sub_programmes`` and ``reading.schedules``."""
    _Walk(reading).run()


class _Walk:
    """Walks the form's lines; at most one table is open at a time."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.block = Block(reading)
        self.table: OpenTable = self.block

    def run(self) -> None:
        for line in self.reading.lines:
            if line.section in (SECTION, SCHEDULES) and line.first:
                self._line(line)
        self.table.close(None)
        self.block.hold()
        hold_sub_programmes(self.reading)

    def _line(self, line: Line) -> None:
        label, slip = label_of(line)
        if slip:
            self.reading.slips.append(
                Slip(line, "heading", line.first, slip, "Etiket yanlış yazılmış; okuma buna rağmen "
                     "kesin.")
            )  # fmt: skip
        table = self._table(line, label.subject)
        if table is not None:
            self.table.close(line)
            self.table = table
        if line.section == SCHEDULES and len(line.filled) == 1 and not self._in_schedule(line):
            self.table.close(line)
            self.table = OpenTable()
            self.reading.account.skip(line, "title of a schedule, or text beside it")
        else:
            self.table.line(line)

    def _in_schedule(self, line: Line) -> bool:
        return isinstance(self.table, ScheduleReader) and "\t" in line.text

    def _table(self, line: Line, subject: str) -> OpenTable | None:
        """The table that a line opens; none for a line of the one that is open."""
        table, reading, needed = self.table, self.reading, self.block.needed
        head = "" if subject else head_of(line)
        if subject in _BLOCK:
            return None if table is self.block else self.block
        if head == "schedule":
            self.block.hold()
            return None if isinstance(table, ScheduleReader) else ScheduleReader(reading)
        if is_costs_title(line) or head in ("costs", "codes"):
            is_open = isinstance(table, CostsReader) and not is_costs_title(line)
            return None if is_open else CostsReader(reading, needed(line))
        if is_indicators_title(line) or head == "indicators":
            is_open = isinstance(table, IndicatorsReader)
            return None if is_open else IndicatorsReader(reading, needed(line))
        if subject == "activity_notes" and not isinstance(table, ExplanationsReader):
            return ExplanationsReader(reading, needed(line))
        return None
