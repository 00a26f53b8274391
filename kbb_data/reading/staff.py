"""Reading staff by status, and section 1.5: norm positions and education."""

from __future__ import annotations

from kbb_data.problems import Problem
from kbb_data.reading.cells import count
from kbb_data.reading.heads import is_head
from kbb_data.reading.lines import Line, in_section, unexpected
from kbb_data.reading.records import CountRow, Reading, Stated, TitledCount
from kbb_data.turkish import fold

_CLASSES = {"memur": "civil_servant", "isci": "worker"}


def read_staff(reading: Reading) -> None:
    """Fill norm positions, occupancy and education from section 1.5."""
    part = ""
    kind = ""
    table = "section 1.5"
    for line in in_section(reading.lines, "1.5"):
        cells = [cell for _, cell in line.filled]
        label = fold(cells[0])
        if len(cells) == 1 and label in _CLASSES:
            kind, part = _CLASSES[label], "positions"
            reading.account.skip(line, "class of the norm staff table below it")
        elif label.startswith("calisan personel bilgileri"):
            part = "staff"
            reading.account.skip(line, "heading of a table")
        elif label.startswith("personel ogrenim durumlari"):
            part = "education"
            reading.account.skip(line, "heading of a table")
        elif "dolu" in label and len(cells) == 3:
            part = "occupancy"
            reading.account.skip(line, "heading of a table")
        elif is_head(line, "1.5") or len(cells) == 1:
            reading.account.skip(line, "heading of a table")
        elif part == "positions":
            _position_row(reading, line, cells, kind)
        elif part == "occupancy" and len(cells) == 4:
            counts = tuple(count(reading, line, cell, table) for cell in cells[1:])
            if label.endswith("toplam"):
                for name, cell in zip(("filled", "vacant", "total"), cells[1:], strict=True):
                    reading.stated.append(
                        Stated(line, f"occupancy.{name}", cells[0], cell, "kadro")
                    )
                reading.account.take(line, "stated_figures")
            else:
                reading.occupancy.append(CountRow(line, cells[0], counts))
                reading.account.take(line, "position_occupancy")
        elif part == "staff" and len(cells) == 4:
            staff_row(reading, line, cells, "1.5")
        elif part == "education" and len(cells) == 6:
            counts = tuple(count(reading, line, cell, table) for cell in cells[1:])
            names = ("primary", "secondary", "bachelor", "master", "total")
            if label == "toplam":
                for name, cell in zip(names, cells[1:], strict=True):
                    reading.stated.append(Stated(line, f"education.{name}", cells[0], cell, "kişi"))
                reading.account.take(line, "stated_figures")
            else:
                reading.education.append(CountRow(line, cells[0], counts))
                reading.stated.append(
                    Stated(line, f"education.{cells[0]}.total", cells[0], cells[-1], "kişi")
                )
                reading.account.take(line, "staff")
        else:
            reading.problems.append(
                unexpected(line, table, "a row of norm staff, occupancy, staff or education")
            )
    for rows, lacking in (
        (reading.positions, "the norm positions"),
        (reading.occupancy, "the filled and vacant positions"),
        (reading.education, "the staff by education"),
    ):
        if not rows:
            reading.problems.append(Problem(0, table, f"a table of {lacking}", "none"))


def staff_row(reading: Reading, line: Line, cells: list[str], section: str) -> None:
    """A row of staff by status; the total row, and the table's second print, are stated."""
    counts = tuple(count(reading, line, cell, "staff by status") for cell in cells[1:])
    status = cells[0]
    if fold(status) == "toplam" or any(row.label == status for row in reading.staff):
        key = "total" if fold(status) == "toplam" else status
        for name, cell in zip(("total", "men", "women"), cells[1:], strict=True):
            reading.stated.append(
                Stated(line, f"staff.{section}.{key}.{name}", status, cell, "kişi")
            )
        reading.account.take(line, "stated_figures")
    else:
        reading.staff.append(CountRow(line, status, counts))
        reading.account.take(line, "staff")


def _position_row(reading: Reading, line: Line, cells: list[str], kind: str) -> None:
    table = "norm staff"
    if fold(cells[0]) == "toplam" and len(cells) == 2:
        reading.stated.append(Stated(line, f"positions.{kind}", "TOPLAM", cells[1], "kadro"))
        reading.account.take(line, "stated_figures")
        return
    if len(cells) != 3 or not (cells[0].isascii() and cells[0].isdigit()):
        reading.problems.append(unexpected(line, table, "number, title and count"))
        return
    number = int(cells[0])
    if (kind, number) in [(row.kind, row.number) for row in reading.positions]:
        reading.problems.append(unexpected(line, table, f"each number once, not {number} again"))
        return
    positions = count(reading, line, cells[2], table)
    if positions is not None:
        reading.positions.append(TitledCount(line, kind, number, cells[1], positions))
        reading.account.take(line, "positions")
