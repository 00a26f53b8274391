"""Reading a programme budget: programmes and sub-programmes, each with its head, indicators, costs
of activities and explanations, and the budget's schedules behind them.

Which form a text has, and where each table begins, is told by labels and heads alone: the form has
no section numbers of its own. Its tables are given the section 2.3, the schedules 2.4, as those of
the strategic plan's form have them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from kbb_data.problems import Problem, Unreadable
from kbb_data.reading.budget_costs import CostsReader
from kbb_data.reading.budget_heads import (
    fund_of,
    head_of,
    is_costs_title,
    is_indicators_heading,
    is_indicators_title,
    label_of,
    labelled_columns,
    with_code,
)
from kbb_data.reading.budget_indicators import IndicatorsReader
from kbb_data.reading.budget_lacks import hold_schedules, hold_sub_programmes
from kbb_data.reading.explanations import ExplanationsReader
from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.open_table import OpenTable
from kbb_data.reading.records import Reading, Slip
from kbb_data.reading.schedules import ScheduleReader
from kbb_data.reading.sub_programme import Block
from kbb_data.reading.wording import bare
from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from kbb_data.turkish import fold, squeeze, upper

#: The sections that the form's tables, and the schedules behind them, are given.
SECTION, SCHEDULES = "2.3", "2.4"

_SUB_PROGRAMME = re.compile(
    r"^[^\w\n]*alt program(?:in)? (?:adi|kodu|hedef(?:i|leri))\b", re.MULTILINE
)
_GOAL = re.compile(r"^[^\w\n]*(?:stratejik amac \d+|performans hedefi ?\(\d*\)) ?:", re.MULTILINE)
_END = re.compile(r"(?:belediyesi|belediye baskanligi|idaresi|birligi|genel mudurlugu)$")

_THOUSANDS = re.compile(r"\b(?:bin|1\.?000) ?-? ?(?:tl|₺)")
#: A heading with a number of two levels or more, as *3.1. Başlık*.
_NUMBERED_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[^\W\d_].*")
#: One with a roman number or a letter, as *III. Başlık* or *C. Diğer Hususlar*, all words capital.
_HEADING = re.compile(
    r"(?:[IVX]+|[A-ZÇĞİÖŞÜ])[.)-]+\s+[A-ZÇĞİÖŞÜ][\w/]*(?: (?:(?:ve|ile) )?[A-ZÇĞİÖŞÜ][\w/,]*)*"
)

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


def covered_institution(text: str, titles: Sequence[re.Pattern[str]]) -> str:
    """The institution that the cover names above the programme's title, in capitals; empty for
    none."""
    words = squeeze(re.sub(r"[*_#|\s]+", " ", text[:20_000]))
    matches = [match for title in titles if (match := title.search(fold(words)))]
    found = min(matches, key=lambda match: match.start(), default=None)
    above = words[: found.start()] if found and len(fold(words)) == len(words) else ""
    name = squeeze(re.sub(r"^T\.? ?C\.?(?=\s)", "", above.strip()))
    return upper(name) if _END.search(fold(name)) and len(name.split()) <= 8 else ""


def labelled_year(lines: list[Line]) -> int | None:
    """The year that most labels *Bütçe Yılı* give; ``None`` without one."""
    years = Counter(
        int(label.value)
        for line in lines
        if (label := label_of(line)[0]).subject == "year" and re.fullmatch(r"\d{4}", label.value)
    )
    return years.most_common(1)[0][0] if years else None


def is_label(line: Line) -> bool:
    """Whether a line bears a label, the title of a table or a code before a name, of the form."""
    is_title = is_costs_title(line) or is_indicators_title(line) or is_indicators_heading(line)
    return bool(label_of(line)[0].subject) or is_title or with_code(line.first)[0].startswith("F")


def sectioned(lines: list[Line], institution: str) -> list[Line]:
    """The lines with those of the form's tables in their sections; what stands below the
    institution's name at the end is no part of the last explanation."""
    placed: list[Line] = []
    section = ""
    for line in lines:
        if label_of(line)[0].subject in _BLOCK and _has_value(line):
            placed = placed if section else _with_above(placed, SECTION, label="unit")
            section = SECTION
        elif head_of(line) == "schedule" and section != SCHEDULES:
            section = SCHEDULES
            placed = _with_above(placed, SCHEDULES)
        placed.append(replace(line, section=section, printed="", heading=None) if section else line)
    for place in range(len(placed) - 1, -1, -1):
        line = placed[place]
        if "\t" in line.text or label_of(line)[0].subject or line.section != SECTION:
            break
        if fold(line.first) == fold(institution):
            below = [replace(other, section=SCHEDULES, printed="") for other in placed[place:]]
            return placed[:place] + below
    return placed


def _has_value(line: Line) -> bool:
    return bool(label_of(line)[0].value) and "...." not in line.text


def _with_above(placed: list[Line], section: str, label: str = "") -> list[Line]:
    """The lines with the one right above a table in its section: a title, or with ``label`` such a
    label."""
    for place in range(len(placed) - 1, -1, -1):
        line = placed[place]
        subject = label_of(line)[0].subject
        # Between a unit and its part *İdare Adı* may stand.
        if line.first and not (label and subject == "institution"):
            is_title = len(line.filled) == 1 and "\t" not in line.text.strip()
            if subject == label and (label or is_title):
                placed[place] = replace(line, section=section, printed="", heading=None)
            break
    return placed


def mixed_units(lines: Sequence[Line], scale: int) -> list[Problem]:
    """The problem that some heads above amounts say thousands and some don't, or say it in a line
    of its own; none for a document in lira (``scale`` 1)."""
    heads = [line for line in lines if line.section in (SECTION, SCHEDULES)
             and head_of(line) in ("costs", "codes", "schedule")]  # fmt: skip
    bare = [line for line in heads if not _THOUSANDS.search(fold(" ".join(line.cells)))]
    if scale == 1 or not bare:
        return []
    expected = "'(Bin TL)' in the heads of all tables with amounts"
    return [unexpected(bare[0], f"section {bare[0].section}", expected)]


def read_programme_budget(reading: Reading) -> None:
    """Fill ``reading.programmes``, ``reading.sub_programmes`` and ``reading.schedules``."""
    _Walk(reading).run()


class _Beside(OpenTable):
    """Passes over what stands beside the form's tables; rows of one whose head is lost don't."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def line(self, line: Line) -> None:
        """Pass over one line, or report that it is a row without a head."""
        names = {bare(part.name) for part in self.reading.programmes}
        names |= {bare(part.name) for part in self.reading.sub_programmes}
        is_row = len(line.filled) > 1 and any(
            fund_of(cell) or bare(with_code(cell)[1]) in names for _, cell in line.filled
        )
        if is_row or (line.section == SCHEDULES and len(line.filled) > 1):
            self.reading.problems.append(
                unexpected(line, f"section {line.section}", "a head above the rows of a table")
            )
        else:
            reason = (
                "text beside the tables" if len(line.filled) == 1 else "a table of another kind"
            )
            self.reading.account.skip(line, reason)


class _Walk:
    """Walks the form's lines; at most one table is open at a time."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.block = Block(reading)
        self.table: OpenTable = self.block

    def run(self) -> None:
        own = [line for line in self.reading.lines if line.first]
        tables = [line for line in own if line.section == SECTION]
        # Some head each unit's part of the document with its name.
        is_by_unit = bool(tables) and label_of(tables[0])[0].subject == "unit"
        for line, below in zip_longest(tables, tables[1:]):
            if is_by_unit and below and self._heads_unit(line, below):
                self.table.close(line)
                self.table = self.block
            self._line(line)
        self.table.close(None)
        self.block.hold()
        # The parts that schedules name are known by now, wherever these stand.
        self.table = _Beside(self.reading)
        for line in own:
            if line.section == SCHEDULES:
                self._line(line)
        self.table.close(None)
        hold_sub_programmes(self.reading)
        hold_schedules(self.reading)

    @staticmethod
    def _heads_unit(line: Line, below: Line) -> bool:
        is_unit = label_of(line)[0].subject == "unit"
        return is_unit and label_of(below)[0].subject in (*_BLOCK, "institution")

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
        self.table.line(line)

    def _is_heading(self, line: Line) -> bool:
        """Whether a line is a numbered heading, or a title above a schedule or beside it."""
        if len(line.filled) != 1 or "\t" in line.text:
            return False
        if isinstance(self.table, ExplanationsReader) and self.table.is_name(line.first):
            return False
        if self.table is self.block and self.block.text:
            return bool(_NUMBERED_HEADING.fullmatch(line.first))
        is_numbered = _NUMBERED_HEADING.fullmatch(line.first)
        return bool(line.section == SCHEDULES or is_numbered or _HEADING.fullmatch(line.first))

    def _table(self, line: Line, subject: str) -> OpenTable | None:
        """The table that a line opens; none for a line of the one that is open."""
        table, reading, needed = self.table, self.reading, self.block.needed
        head = "" if subject else head_of(line)
        if subject in (*_BLOCK, "institution"):
            return None if table is self.block else self.block
        if head == "schedule":
            return None if isinstance(table, ScheduleReader) else ScheduleReader(reading)
        if is_costs_title(line) or head in ("costs", "codes"):
            is_open = isinstance(table, CostsReader) and not is_costs_title(line)
            return None if is_open else CostsReader(reading, needed(line))
        is_heading = isinstance(table, Block) and is_indicators_heading(line)
        if is_indicators_title(line) or is_heading or head == "indicators":
            is_open = isinstance(table, IndicatorsReader)
            return None if is_open else IndicatorsReader(reading, needed(line))
        if subject == "activity" and isinstance(table, Block | IndicatorsReader):
            return CostsReader(reading, needed(line))
        is_explanations = subject == "activity_notes" or labelled_columns(line)
        if is_explanations and not isinstance(table, ExplanationsReader):
            return ExplanationsReader(reading, needed(line))
        return _Beside(reading) if not subject and self._is_heading(line) else None
