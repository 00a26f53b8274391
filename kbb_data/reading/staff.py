"""Reading staff by status, and section 1.5: norm positions and education."""

from __future__ import annotations

from dataclasses import dataclass

from kbb_data.problems import Problem
from kbb_data.reading.causes import misplaced
from kbb_data.reading.cells import count
from kbb_data.reading.heads import columns, is_head, places
from kbb_data.reading.lines import Line, in_section, lacking, unexpected
from kbb_data.reading.records import CountRow, Reading, Stated, TitledCount
from kbb_data.turkish import fold, upper

_CLASSES = {"memur": "civil_servant", "isci": "worker"}


TABLE = "section 1.5"


@dataclass(slots=True)
class RowColumns:
    """Where the head of the open table puts its labels and its figures."""

    head: Line
    label: int
    figures: tuple[int, ...]

    @property
    def width(self) -> int:
        """How many cells a row must have."""
        return max(self.label, *self.figures) + 1


#: What each figure of a table of section 1.5 counts, in the order of the reader's columns.
_FIGURES = {
    "occupancy": ("filled", "vacant", "total"),
    "education": ("primary", "secondary", "bachelor", "master", "total"),
    "staff": ("total", "men", "women"),
}


#: The labels of each table's head, for messages.
_HEADS = {
    "occupancy": "'DOLU', 'BOŞ', 'TOPLAM'",
    "education": "'UNVAN', 'İLKÖĞRETİM', … 'TOPLAM'",
    "staff": "'UNVAN', 'ÇALIŞAN', 'ERKEK', 'BAYAN'",
}


def read_staff(reading: Reading) -> None:
    """Fill norm positions, occupancy and education from section 1.5, where the document has
    one."""
    if not reading.has("1.5"):
        return
    part = ""
    kind = ""
    found: RowColumns | None = None
    heads: list[tuple[Line, tuple[int, ...], list[Line]]] = []
    for line in in_section(reading.lines, "1.5"):
        cells = [cell for _, cell in line.filled]
        label = fold(cells[0])
        if len(cells) == 1 and label in _CLASSES and "\t" not in line.text:
            kind, part = _CLASSES[label], "positions"
            reading.account.skip(line, "class of the norm staff table below it")
        elif label.startswith("calisan personel bilgileri"):
            part, found = "staff", None
            reading.account.skip(line, "heading of a table")
        elif label.startswith("personel ogrenim durumlari"):
            part, found = "education", None
            reading.account.skip(line, "heading of a table")
        elif len(cells) == 3 and any(fold(cell).startswith("dolu") for cell in cells):
            part, found = "occupancy", row_columns(line, "occupancy")
            heads.append((line, found.figures, []))
            reading.account.skip(line, "heading of a table")
        elif is_head(line, "1.5"):
            # The head says what table it opens, should the heading above it be lost.
            known = next((table for table in ("staff", "education") if places(line, table)), part)
            if known in ("staff", "education"):
                part, found = known, row_columns(line, known)
                heads.append((line, found.figures, []))
            elif part != "positions":
                part = "positions"
                reading.blames(unexpected(line, TABLE, "the class (Memur, İşçi) above the head"))
            reading.account.skip(line, "heading of a table")
        elif len(cells) == 1 and ("\t" not in line.text or _is_caption(cells[0])):
            reading.account.skip(line, "heading of a table")
        elif part == "positions":
            _position_row(reading, line, cells, kind)
        elif part in _FIGURES:
            if found:
                heads[-1][2].append(line)
            if part == "staff":
                staff_row(reading, line, found, "1.5")
            else:
                _counted_row(reading, line, found, part)
        else:
            reading.problems.append(
                unexpected(line, TABLE, "a row of norm staff, occupancy, staff or education")
            )
            reading.account.take(line, "staff")
    for head, figures, rows_below in heads:
        cause = misplaced(head, figures, rows_below, TABLE)
        if cause:
            reading.blames(cause)
    for rows, lacks in (
        (reading.positions, "the norm positions"),
        (reading.occupancy, "the filled and vacant positions"),
        (reading.education, "the staff by education"),
    ):
        if not rows and not reading.is_troubled(TABLE, "norm staff"):
            reading.problems.append(Problem(0, TABLE, f"a table of {lacks}", "none"))


def row_columns(line: Line, table: str) -> RowColumns:
    """The columns of a head's labels: by what they say where all are known, else in turn."""
    found = places(line, table)
    if table == "occupancy":
        return RowColumns(line, line.filled[0][0] - 1, found or columns(line))
    found = found or columns(line)
    return RowColumns(line, found[0], found[1:])


def counts_of(
    reading: Reading, line: Line, found: RowColumns | None, part: str, section: str
) -> tuple[tuple[int | None, ...], list[str]] | None:
    """The counts of a row and its figures as printed; none, and a problem, where the table has no
    head, where the row has fewer cells than it, or where none stand under its labels."""
    if found is None or len(found.figures) != len(_FIGURES[part]):
        head = found.head if found else line
        reading.blames(unexpected(head, section, f"the head {_HEADS[part]} above the rows"))
        reading.problems.append(unexpected(line, section, f"a row below {_HEADS[part]}"))
        return None
    printed = [line.cell(column) for column in found.figures]
    problem: Problem | None = None
    if len(line.cells) < found.width:
        problem = lacking(line, section, found.width)
    elif not line.cell(found.label) or not any(printed) or len(line.filled) - 1 > len(printed):
        problem = unexpected(line, section, "a label and a figure, a dash for none")
    if problem:
        reading.problems.append(problem)
        return None
    table = "staff by status" if part == "staff" else section
    return tuple(count(reading, line, cell, table) for cell in printed), printed


def _counted_row(reading: Reading, line: Line, found: RowColumns | None, part: str) -> None:
    """A row of occupancy or of education; the total row, and each row's total of the staff by
    education, are stated."""
    rows = reading.occupancy if part == "occupancy" else reading.education
    unit = "kadro" if part == "occupancy" else "kişi"
    reading.account.take(line, "position_occupancy" if part == "occupancy" else "staff")
    read = counts_of(reading, line, found, part, TABLE)
    if read is None or found is None:
        return
    counts, printed = read
    label = line.cell(found.label)
    if fold(label).endswith("toplam"):
        keys = [f"{part}.{name}" for name in _FIGURES[part]]
        _hold_once(reading, line, keys[0] in [stated.key for stated in reading.stated])
        for key, cell in zip(keys, printed, strict=True):
            reading.stated.append(Stated(line, key, label, cell, unit))
        reading.account.take(line, "stated_figures")
        return
    _hold_once(reading, line, label in [row.label for row in rows])
    rows.append(CountRow(line, label, counts))
    if part == "education":
        reading.stated.append(Stated(line, f"education.{label}.total", label, printed[-1], unit))


def _hold_once(reading: Reading, line: Line, is_again: bool) -> None:
    if is_again:
        section = f"section {line.major}"
        reading.problems.append(unexpected(line, section, "each row once in a table"))


def _is_caption(text: str) -> bool:
    """Whether a cell alone in its line is a table's heading: capitals, and no row's label."""
    is_words = any(letter.isalpha() for letter in text)
    return is_words and text == upper(text) and not fold(text).endswith("toplam")


def staff_row(reading: Reading, line: Line, found: RowColumns | None, section: str) -> None:
    """A row of staff by status; the total row, and the table's second print, are stated."""
    reading.account.take(line, "staff")
    read = counts_of(reading, line, found, "staff", f"section {section}")
    if read is None or found is None:
        return
    counts, printed = read
    status = line.cell(found.label)
    is_total = fold(status) == "toplam"
    keys = [f"staff.{section}.{'total' if is_total else status}.{n}" for n in _FIGURES["staff"]]
    earlier = [row.line.major for row in reading.staff if row.label == status]
    is_stated = keys[0] in [stated.key for stated in reading.stated]
    _hold_once(reading, line, section in earlier or is_stated)
    if is_total or earlier:
        for key, cell in zip(keys, printed, strict=True):
            reading.stated.append(Stated(line, key, status, cell, "kişi"))
        reading.account.take(line, "stated_figures")
    else:
        reading.staff.append(CountRow(line, status, counts))


def _position_row(reading: Reading, line: Line, cells: list[str], kind: str) -> None:
    table = "norm staff"
    if fold(cells[0]) == "toplam" and len(cells) == 2:
        if not any(row.kind == kind for row in reading.positions):
            reading.problems.append(unexpected(line, table, "titles above their total"))
        reading.stated.append(Stated(line, f"positions.{kind}", "TOPLAM", cells[1], "kadro"))
        reading.account.take(line, "stated_figures")
        return
    if len(cells) != 3 or not (cells[0].isascii() and cells[0].isdigit()):
        reading.problems.append(unexpected(line, table, "number, title and count"))
        reading.account.take(line, "positions")
        return
    number = int(cells[0])
    earlier = [row.number for row in reading.positions if row.kind == kind]
    if number in earlier:
        reading.problems.append(unexpected(line, table, f"each number once, not {number} again"))
        return
    expected = earlier[-1] + 1 if earlier else 1
    if number != expected:
        reading.problems.append(unexpected(line, table, f"number {expected}, each once"))
    positions = count(reading, line, cells[2], table)
    reading.positions.append(TitledCount(line, kind, number, cells[1], positions or 0))
    reading.account.take(line, "positions")
