"""Reading the head of a sub-programme in a programme budget, and its performance indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kbb_data.problems import Problem, quote
from kbb_data.reading.budget_heads import Column, columns_of, goes_on, head_of, label_of
from kbb_data.reading.causes import misplaced
from kbb_data.reading.heads import unit_column
from kbb_data.reading.lines import Line, lacking, unexpected
from kbb_data.reading.open_table import OpenTable, state
from kbb_data.reading.records import (
    BudgetProgramme,
    Figure,
    Indicator,
    Reading,
    SubProgramme,
)
from kbb_data.reading.wording import bare
from kbb_data.turkish import squeeze

_CODE = re.compile(r"(\d[\d.]*)\s*[-–]\s*(.+)|(\d+(?:\.\d+)+)\.?\s+(.+)")
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


def with_code(printed: str) -> tuple[str, str]:
    """Code and name of ``31.2 - Yol Yapımı``; an empty code where none is printed."""
    match = _CODE.fullmatch(printed)
    if not match:
        return "", printed
    return (match[1] or match[3]).rstrip("."), match[2] or match[4]


class Block(OpenTable):
    """Reads the labels above a sub-programme's tables: year, programme, sub-programme, explanation
    and objective. A name may go on in the next line, so that it is settled at the next label."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.name = "head of a sub-programme"
        self.programme: BudgetProgramme | None = None
        self.sub_programme: SubProgramme | None = None
        self.codes = {"programme": "", "sub_programme": ""}
        #: A name as far as it is read: which, its first line, its words.
        self.pending: tuple[str, Line, str] | None = None
        self.text: tuple[BudgetProgramme | SubProgramme, str] | None = None

    def line(self, line: Line) -> None:
        """Take up one line of the head, or report that it does not belong here."""
        label, _ = label_of(line)
        if label.subject:
            self.settled()
            self.text = None
        if not self._take(line, label.subject, label.value):
            self.reading.problems.append(
                unexpected(
                    line,
                    self.name,
                    "a label (Bütçe Yılı, Program Adı, Alt Program Adı, Gerekçe ve Açıklamalar, "
                    "Alt Program Hedefi) or the head of a table",
                )
            )
        self.reading.account.take(line, "hierarchy")

    def _take(self, line: Line, subject: str, value: str) -> bool:
        if subject == "year":
            self._year(line, value)
        elif subject in ("programme_code", "sub_programme_code"):
            self.codes[subject.removesuffix("_code")] = value
        elif subject in ("programme", "sub_programme"):
            self.pending = (subject, line, value)
        elif subject in ("explanation", "objective"):
            return self._state(line, subject, value)
        elif subject == "institution":
            return True
        elif len(line.filled) != 1 or subject:
            return False
        elif self.pending:
            which, first, words = self.pending
            self.pending = (which, first, squeeze(f"{words} {line.first}"))
        elif self.text:
            record, field = self.text
            setattr(record, field, squeeze(f"{getattr(record, field)} {line.first}"))
        else:
            return False
        return True

    def close(self, line: Line | None) -> None:
        """Settle the last name."""
        self.settled()

    def settled(self) -> SubProgramme | None:
        """The sub-programme whose head was read, after the name that was still open."""
        if self.pending:
            which, line, words = self.pending
            self.pending = None
            if not words:
                self.reading.problems.append(unexpected(line, self.name, "a name beside the label"))
            elif which == "programme":
                self._programme(line, words)
            else:
                self._sub_programme(line, words)
        return self.sub_programme

    def _programme(self, line: Line, printed: str) -> None:
        code, name = with_code(printed)
        code = code or self.codes["programme"]
        known = [part for part in self.reading.programmes if bare(part.name) == bare(name)]
        if not known:
            number = len(self.reading.programmes) + 1
            known = [BudgetProgramme(line, number, name, code)]
            self.reading.programmes += known
        self.programme, self.sub_programme = known[0], None
        self.codes["programme"] = ""
        self.name = f"programme {self.programme.number}"

    def _sub_programme(self, line: Line, printed: str) -> None:
        if self.programme is None:
            self.reading.problems.append(
                unexpected(line, self.name, "the label 'Program Adı' above 'Alt Program Adı'")
            )
            self.programme = BudgetProgramme(line, 0, "")
        code, name = with_code(printed)
        code = code or self.codes["sub_programme"]
        self.codes["sub_programme"] = ""
        parts = self.reading.sub_programmes
        known = [
            part
            for part in parts
            if bare(part.name) == bare(name) and part.programme == self.programme.number
        ]
        if not known:
            known = [SubProgramme(line, len(parts) + 1, self.programme.number, name, code)]
            parts += known
        elif known[0] is not parts[-1]:
            self.reading.problems.append(
                unexpected(line, self.name, "each sub-programme once, all its tables together")
            )
        self.sub_programme = known[0]
        self.name = f"head of sub-programme {known[0].number}"

    def _year(self, line: Line, value: str) -> None:
        if value != str(self.reading.year):
            self.reading.problems.append(
                unexpected(line, self.name, f"the programme's year {self.reading.year}")
            )

    def _state(self, line: Line, field: str, value: str) -> bool:
        record = self.sub_programme or self.programme
        if record is None or not hasattr(record, field):
            return False
        state(self.reading, self.name, line, record, **{field: value})
        self.text = (record, field)
        return True


class IndicatorsReader(OpenTable):
    """Reads a sub-programme's indicators: a head, a row an indicator, and the texts below it. The
    head may be printed anew above each indicator."""

    def __init__(self, reading: Reading, sub_programme: SubProgramme | None) -> None:
        self.reading = reading
        self.sub_programme = sub_programme or SubProgramme(reading.lines[0], 0, 0, "")
        self.name = f"indicators of sub-programme {self.sub_programme.number}"
        self.is_stray = sub_programme is None
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
        if self.is_stray:
            self.reading.problems.append(
                unexpected(line, self.name, "the label 'Alt Program Adı' above the indicators")
            )
            self.is_stray = False
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
        if not self.sub_programme.indicators and self.name not in self.reading.causes:
            self.reading.problems.append(
                Problem(
                    self.head[0].number if self.head else self.sub_programme.line.number,
                    self.name,
                    "a row of an indicator below the head",
                    "none",
                )
            )

    def _close_head(self) -> None:
        places = [column.column for column in self.columns]
        if (
            self.head
            and places
            and (cause := misplaced(self.head[-1], places, self.rows, self.name))
        ):
            self.reading.blames(cause)
        self.rows = []

    def _single(self, line: Line) -> None:
        column, cell = line.filled[0]
        if self.open_name and self.open_name[1] == column and not _FIGURE.fullmatch(cell):
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
        expected = len(self.sub_programme.indicators) + 1
        if number not in (0, expected):
            self.reading.problems.append(
                unexpected(line, self.name, f"indicator {expected}, each number once")
            )
        indicator = Indicator(line, expected, name, figures, unit=unit)
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


def read_columns(
    reading: Reading, head: Sequence[Line], row: Line, table: str, *, of_money: bool
) -> tuple[Column, ...]:
    """The columns of figures under ``head``; none where it is lacking or can't be read, which is
    then the table's cause. ``row`` is the first row below it."""
    wanted = "Bütçe" if of_money else "Hedef"
    if not head:
        reading.blames(
            unexpected(
                row, table, f"a head with years, as '{reading.year} {wanted}', above the rows"
            )
        )
        return ()
    found = columns_of(head, reading.year, of_money=of_money)
    unread = next((each for each in found if isinstance(each, str)), None)
    columns = tuple(each for each in found if isinstance(each, Column))
    heads = [(column.year, column.kind, column.fund) for column in columns]
    kinds = ("budget",) if of_money else ("target",)
    if unread is not None:
        cause = f"a year and what its figures are in each head, as '{reading.year} {wanted}'"
        reading.blames(Problem(head[0].number, table, cause, quote(unread)))
        return ()
    if len(set(heads)) < len(heads):
        reading.blames(unexpected(head[0], table, "each year and kind of figure in one column"))
        return ()
    if not any(column.year == reading.year and column.kind in kinds for column in columns):
        reading.blames(unexpected(head[0], table, f"a column '{reading.year} {wanted}'"))
        return ()
    return columns


def hold_sub_programmes(reading: Reading) -> None:
    """Note what a sub-programme lacks: its objective, indicators or costs, or a total that the
    others have."""
    parts = reading.sub_programmes
    if not parts:
        reading.problems.append(
            Problem(0, "section 2.3", "sub-programmes under a label 'Alt Program Adı'", "none")
        )
    has_totals = any(part.totals for part in parts)
    for part in parts:
        if has_totals and not part.totals and len(part.activities) == 1:
            # What the table's one activity costs is what all of them cost.
            part.totals = part.activities[0].amounts
        named = f"sub-programme {part.number}"
        lacks = [
            label
            for label, is_lacking in (
                (
                    "Alt Program Hedefi",
                    not part.objective and any(each.objective for each in parts),
                ),
                ("indicators", not part.indicators),
                ("activities with their costs", not part.activities),
                ("TOPLAM of its activities", has_totals and part.activities and not part.totals),
            )
            if is_lacking
        ]
        if lacks and not reading.is_troubled(*(f"{what} {named}" for what in _PLACES)):
            reading.problems.append(
                Problem(part.line.number, named, ", ".join(lacks), "the end of its tables without")
            )


_PLACES = ("head of", "indicators of", "costs of", "explanations of")
