"""Reading a sub-programme's performance indicators in a programme budget."""

from __future__ import annotations

import re

from kbb_data.problems import Problem
from kbb_data.reading.budget_columns import Column, beside, read_columns
from kbb_data.reading.budget_heads import goes_on, head_of, label_of, looks_labelled, says_none
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
    head may be printed anew above each indicator."""

    def __init__(self, reading: Reading, sub_programme: SubProgramme) -> None:
        self.reading, self.sub_programme = reading, sub_programme
        self.name = f"indicators of sub-programme {sub_programme.number}"
        self.head: list[Line] = []
        self.columns: tuple[Column, ...] = ()
        self.unit: int | None = None
        self.rows: list[Line] = []
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

    def _single(self, line: Line) -> None:
        column, cell = line.filled[0]
        if says_none(cell) and not self.sub_programme.indicators:
            self.sub_programme.says_none = True
        elif looks_labelled(line):
            self.reading.problems.append(unexpected(line, self.name, self._expected()))
        elif self.open_name and self.open_name[1] == column and not _FIGURE.fullmatch(cell):
            indicator = self.open_name[0]
            indicator.printed_name = squeeze(f"{indicator.printed_name} {cell}")
        elif self.open_text and self.sub_programme.indicators:
            last = self.sub_programme.indicators[-1]
            setattr(last, self.open_text, squeeze(f"{getattr(last, self.open_text)} {cell}"))
        elif not (self.head or self.rows) and not self.sub_programme.indicators:
            # The title above the head.
            return
        else:
            self.reading.problems.append(unexpected(line, self.name, self._expected()))

    def _text(self, line: Line, field: str, value: str) -> None:
        if not self.sub_programme.indicators:
            self.reading.problems.append(
                unexpected(line, self.name, "the row of an indicator above its explanation")
            )
            return
        last = self.sub_programme.indicators[-1]
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
        place = len(self.sub_programme.indicators) + 1
        if number not in (0, place):
            self.reading.problems.append(
                unexpected(line, self.name, f"indicator {place}, each number once")
            )
        if bare(name) in {bare(each.printed_name) for each in self.sub_programme.indicators}:
            self.reading.problems.append(unexpected(line, self.name, "each indicator once"))
        indicator = Indicator(line, place, name, figures, unit=unit)
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
        self.open_name = (indicator, max((c for c, _ in line.filled if c < first), default=0))
        self.open_text = ""

    def _named(self, line: Line, first: int) -> tuple[int, str]:
        """Number (0 for none) and name of an indicator, from what stands left of its figures."""
        labels = [cell for column, cell in line.filled if column < first]
        if len(labels) > 1 and labels[0].rstrip(".)-").isdigit():
            return int(labels[0].rstrip(".)-")), squeeze(" ".join(labels[1:]))
        name = squeeze(" ".join(labels))
        match = _NUMBERED.fullmatch(name)
        return (int(match[1]), match[2]) if match else (0, name)
