"""Reading a sub-programme's performance indicators in a programme budget."""

from __future__ import annotations

import re
from dataclasses import replace

from kbb_data.problems import Problem
from kbb_data.reading.budget_columns import Column, beside, read_columns
from kbb_data.reading.budget_heads import (
    goes_on,
    head_of,
    label_of,
    looks_labelled,
    says_none,
    without_code,
)
from kbb_data.reading.heads import unit_column
from kbb_data.reading.lines import Line, lacking, unexpected
from kbb_data.reading.open_table import OpenTable, state
from kbb_data.reading.records import Figure, Indicator, Reading, SubProgramme
from kbb_data.reading.wording import bare
from kbb_data.turkish import squeeze

_NUMBERED = re.compile(r"(\d{1,3})\s*[-–.)]+\s*(?=[^\W\d])(.+)")
_FIGURE = re.compile(r"[\d.,\s%]+")

#: The texts below an indicator, and the fields that they fill.
_TEXTS = {
    "indicator_note": "note",
    "note": "note",
    "calculation": "calculation",
    "data_source": "data_source",
    "unit": "unit_responsible",
}


class IndicatorsReader(OpenTable):
    """Reads a sub-programme's indicators: a head, a row an indicator, and the texts below it. The
    head may be printed anew above each indicator, below a line with its name; the texts then stand
    between the two."""

    def __init__(self, reading: Reading, sub_programme: SubProgramme) -> None:
        self.reading, self.sub_programme = reading, sub_programme
        self.name = f"indicators of sub-programme {sub_programme.number}"
        self.head: list[Line] = []
        self.columns: tuple[Column, ...] = ()
        self.unit: int | None = None
        self.rows: list[Line] = []
        #: The indicators that stand there already: the sub-programme's part under another unit.
        self.earlier = len(sub_programme.indicators)
        #: Whether indicators are named in heading lines.
        self.has_headings = False
        #: What the next line goes on with if it has one cell: the row's name in its column, or the
        #: text of a label.
        self.open_name: tuple[Indicator, int] | None = None
        self.open_text: str = ""

    def line(self, line: Line) -> None:
        """Take up one line, or report that it does not belong here."""
        self.reading.account.take(line, "indicators")
        label, _ = label_of(line)
        if label.subject in _TEXTS:
            self._text(line, _TEXTS[label.subject], label.value)
        elif head_of(line) == "indicators":
            self._close_head()
            self.head, self.columns = [line], ()
        elif self.head and not self.columns and goes_on(line):
            self.head.append(line)
        elif len(line.filled) == 1:
            self._single(line)
        else:
            self._row(line)

    def close(self, line: Line | None) -> None:
        """Report a table without a row, or a head beside its columns."""
        self._close_head()
        part = self.sub_programme
        self._hold_figures()
        self._drop_again()
        is_empty = not part.indicators and not part.says_none
        if is_empty and self.name not in self.reading.causes:
            self.reading.problems.append(
                Problem(
                    self.head[0].number if self.head else self.sub_programme.line.number,
                    self.name,
                    "a row of an indicator below the head",
                    "none",
                )
            )

    def _close_head(self) -> None:
        cause = beside(self.head[-1], self.columns, self.rows, self.name) if self.head else None
        if cause:
            self.reading.blames(cause)
        self.rows = []

    @property
    def own(self) -> list[Indicator]:
        """The indicators that this table holds."""
        return self.sub_programme.indicators[self.earlier :]

    def _heads(self, cell: str) -> bool:
        """Whether a cell alone in its line is the heading of the next indicator."""
        numbered = _NUMBERED.fullmatch(cell)
        count = len(self.own) + 1
        is_next = bool(numbered and int(numbered[1]) in (count, self.earlier + count))
        if not self.has_headings and (self.own or self.head):
            return False
        return is_next or (not numbered and without_code(cell) != cell)

    def _heading(self, line: Line, cell: str) -> None:
        self._hold_figures()
        self.has_headings = True
        number = len(self.sub_programme.indicators) + 1
        numbered = _NUMBERED.fullmatch(cell)
        indicator = Indicator(line, number, without_code(numbered[2] if numbered else cell), ())
        self.sub_programme.indicators.append(indicator)
        self.open_name, self.open_text = (indicator, line.filled[0][0]), ""

    def _hold_figures(self) -> None:
        """Report the last heading if no row of figures stands below it."""
        last = self.own[-1] if self.own else None
        if last and not last.figures and self.has_headings:
            self.reading.problems.append(
                unexpected(last.line, self.name, "a row of figures below the indicator's heading")
            )

    def _drop_again(self) -> None:
        """Drop indicators that stand there already, word for word, under another unit."""
        earlier = {bare(each.printed_name): each for each in
                   self.sub_programme.indicators[: self.earlier]}  # fmt: skip
        kept = self.sub_programme.indicators[: self.earlier]
        for each in self.own:
            twin = earlier.get(bare(each.printed_name))
            if twin is None:
                each.indicator = len(kept) + 1
                kept.append(each)
            elif replace(each, line=twin.line, indicator=twin.indicator) != twin:
                self.reading.problems.append(
                    unexpected(each.line, self.name, "each indicator once, or the same again")
                )
        self.sub_programme.indicators[:] = kept

    def _single(self, line: Line) -> None:
        column, cell = line.filled[0]
        if says_none(cell) and not self.own:
            self.sub_programme.says_none = True
        elif self._heads(cell):
            self._heading(line, cell)
        elif looks_labelled(line):
            self.reading.problems.append(unexpected(line, self.name, self._expected()))
        elif self.open_name and self.open_name[1] == column and not _FIGURE.fullmatch(cell):
            indicator = self.open_name[0]
            indicator.printed_name = squeeze(f"{indicator.printed_name} {cell}")
        elif self.open_text and self.own:
            last = self.own[-1]
            setattr(last, self.open_text, squeeze(f"{getattr(last, self.open_text)} {cell}"))
        elif not (self.head or self.rows or self.own):
            # The title above the head.
            return
        else:
            self.reading.problems.append(unexpected(line, self.name, self._expected()))

    def _text(self, line: Line, field: str, value: str) -> None:
        if not self.own:
            self.reading.problems.append(
                unexpected(line, self.name, "the row of an indicator above its explanation")
            )
            return
        last = self.own[-1]
        state(self.reading, self.name, line, last, **{field: "" if value == "-" else value})
        self.open_name, self.open_text = None, field

    def _expected(self) -> str:
        return "name, unit and figures of an indicator, or a label of its explanation"

    def _row(self, line: Line) -> None:
        if not self.columns:
            self.columns = read_columns(self.reading, self.head, line, self.name, of_money=False)
            self.unit = next(
                (place for row in self.head if (place := unit_column(row)) is not None), None
            )
        if not self.columns:
            return
        self.rows.append(line)
        places = [column.column for column in self.columns]
        used = {*places} if self.unit is None else {*places, self.unit}
        first = min(used)
        number, name = self._named(line, first)
        unit = "" if self.unit is None else line.cell(self.unit)
        figures = tuple(
            Figure(column.year, column.kind, line.cell(column.column)) for column in self.columns
        )
        indicator = self._headed(name)
        if indicator:
            name, indicator.figures, indicator.unit = indicator.printed_name, figures, unit
        else:
            place = len(self.own) + 1
            if number not in (0, place, self.earlier + place):
                self.reading.problems.append(
                    unexpected(line, self.name, f"indicator {place}, each number once")
                )
            if bare(name) in {bare(each.printed_name) for each in self.own}:
                self.reading.problems.append(unexpected(line, self.name, "each indicator once"))
            indicator = Indicator(line, self.earlier + place, name, figures, unit=unit)
            self.sub_programme.indicators.append(indicator)
        if len(line.cells) <= max(used):
            self.reading.problems.append(lacking(line, self.name, max(used) + 1))
        elif (
            not any(letter.isalpha() for letter in name)
            or any(column >= first and column not in used for column, _ in line.filled)
            or (unit and _FIGURE.fullmatch(unit) and unit != "%")
        ):
            self.reading.problems.append(unexpected(line, self.name, self._expected()))
        elif not line.cell(max(places)):
            # Either the last figure isn't stated or one was lost and the others slid left.
            self.reading.problems.append(
                unexpected(
                    line, self.name, "a figure in the last cell, a dash where none is stated"
                )
            )
        labels = [column for column, _ in line.filled if column < first]
        self.open_name = (indicator, labels[-1]) if labels else None
        self.open_text = ""

    def _headed(self, name: str) -> Indicator | None:
        """The indicator whose heading stands above a row; none for a row that names its own."""
        last = self.own[-1] if self.own else None
        is_open = last and self.has_headings and not last.figures
        return last if last and is_open and bare(name) in ("", bare(last.printed_name)) else None

    def _named(self, line: Line, first: int) -> tuple[int, str]:
        """Number (0 for none) and name of an indicator, from what stands left of its figures."""
        labels = [cell for column, cell in line.filled if column < first]
        if len(labels) > 1 and labels[0].rstrip(".)-").isdigit():
            return int(labels[0].rstrip(".)-")), without_code(squeeze(" ".join(labels[1:])))
        name = squeeze(" ".join(labels))
        match = _NUMBERED.fullmatch(name)
        number, name = (int(match[1]), match[2]) if match else (0, name)
        return number, without_code(name)
