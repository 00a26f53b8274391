"""Reading sections 1.2, 1.3 and 1.5: council, staff and physical assets."""

from __future__ import annotations

import re

from kbb_data.problems import Problem, quote
from kbb_data.reading.lines import Line, in_section, unexpected
from kbb_data.reading.records import AssetLine, CountRow, Person, Reading, Stated, TitledCount
from kbb_data.reading.wording import close
from kbb_data.turkish import UnreadableNumber, fold, read_number, squeeze, upper

_SEAT = re.compile(r"([^:]+): *(.+)")
_OFFICER = re.compile(r"(Meclis .*Başkan.*?) *[-–:] +(.+)")
_OFFICE_HEADINGS = ("divan asil katipleri", "divan yedek katipleri")
_CLASSES = {"memur": "civil_servant", "isci": "worker"}


def _count(reading: Reading, line: Line, text: str, table: str) -> int | None:
    """A whole count as printed; a dash or an empty cell is ``None``."""
    if text in ("", "-", "–"):
        return None
    try:
        value = read_number(text)
    except UnreadableNumber:
        value = None
    if value is None or value != value.to_integral_value():
        reading.problems.append(Problem(line.number, table, "a whole number as 1.234", quote(text)))
        return None
    return int(value)


def read_organisation(reading: Reading) -> None:
    """Fill staff, council, committees and executive committee from section 1.2."""
    part = ""
    office = ""
    committees: dict[int, str] = {}
    for line in in_section(reading.lines, "1.2"):
        cells = [cell for _, cell in line.filled]
        label = fold(cells[0])
        if label.startswith("calisan personel bilgileri"):
            part = "staff"
            reading.account.skip(line, "heading of a table")
        elif label == "unvan" or label.startswith("adi / soyadi") or label == "adi soyadi":
            reading.account.skip(line, "heading of a table")
        elif label.startswith("meclis uyeleri"):
            part = "members"
            reading.account.skip(line, "heading of a table")
        elif label == "meclis yapisi":
            part = "officers"
            reading.account.skip(line, "heading of a list")
        elif label.startswith("meclis komisyonlari"):
            part = "committees"
            reading.account.skip(line, "heading of a table")
        elif label.endswith("encumen uyeleri"):
            part = "executive"
            reading.account.skip(line, "heading of a table")
        elif part == "staff" and len(cells) == 4:
            _staff_row(reading, line, cells, "1.2")
        elif part == "officers" and (officer := _OFFICER.fullmatch(cells[0])):
            person = Person(line, officer[2], squeeze(officer[1]))
            if "vekil" in fold(officer[1]):
                reading.officers.append(person)
                reading.account.take(line, "council_officers")
            else:
                reading.chair = person
                reading.account.take(line, "stated_figures")
                reading.stated.append(
                    Stated(line, "council.chair", person.role, person.name, "name")
                )
        elif part == "officers" and label in _OFFICE_HEADINGS:
            office = cells[0]
            reading.account.skip(line, "heading of a list")
        elif part == "officers" and office and len(cells) == 1:
            reading.officers.append(Person(line, cells[0], office))
            reading.account.take(line, "council_officers")
        elif part == "members" and len(cells) in (2, 3):
            party = cells[2] if len(cells) == 3 else ""
            reading.members.append(Person(line, cells[0], cells[1], party))
            reading.account.take(line, "council_members")
        elif part == "committees":
            _committee_line(reading, line, committees)
        elif part == "executive" and len(cells) == 2:
            reading.executive.append(Person(line, cells[0], cells[1]))
            reading.account.take(line, "executive_committee")
        elif len(cells) == 1:
            reading.account.skip(line, "text or heading beside the tables")
        else:
            reading.problems.append(
                unexpected(
                    line,
                    "section 1.2",
                    "a row of staff, council, committees or executive committee",
                )
            )
    for rows, what in (
        (reading.members, "the council's members"),
        (reading.staff, "the staff by status"),
    ):
        if not rows:
            reading.problems.append(Problem(0, "section 1.2", f"a table of {what}", "none"))


def _committee_line(reading: Reading, line: Line, committees: dict[int, str]) -> None:
    """Committees stand side by side: a line holds a name or a seat for each column."""
    for column, cell in line.filled:
        seat = _SEAT.fullmatch(cell)
        if seat and column in committees:
            reading.committee_seats.append(
                Person(line, seat[2], squeeze(seat[1]), committee=committees[column])
            )
        elif not seat and fold(cell).endswith("komisyonu"):
            committees[column] = cell
        else:
            reading.problems.append(
                unexpected(line, "committees", "a committee's name or 'role: name' below one")
            )
    reading.account.take(line, "committees")


def _staff_row(reading: Reading, line: Line, cells: list[str], section: str) -> None:
    """A row of staff by status; the total row, and the table's second print, are stated."""
    counts = tuple(_count(reading, line, cell, "staff by status") for cell in cells[1:])
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
        elif label in ("s.no", "sira no", "unvan") or len(cells) == 1:
            reading.account.skip(line, "heading of a table")
        elif part == "positions":
            _position_row(reading, line, cells, kind)
        elif part == "occupancy" and len(cells) == 4:
            counts = tuple(_count(reading, line, cell, table) for cell in cells[1:])
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
            _staff_row(reading, line, cells, "1.5")
        elif part == "education" and len(cells) == 6:
            counts = tuple(_count(reading, line, cell, table) for cell in cells[1:])
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
    for rows, what in (
        (reading.positions, "the norm positions"),
        (reading.occupancy, "the filled and vacant positions"),
        (reading.education, "the staff by education"),
    ):
        if not rows:
            reading.problems.append(Problem(0, table, f"a table of {what}", "none"))


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
    count = _count(reading, line, cells[2], table)
    if count is not None:
        reading.positions.append(TitledCount(line, kind, number, cells[1], count))
        reading.account.take(line, "positions")


def read_assets(reading: Reading) -> None:
    """Fill ``reading.assets`` from table 1.3. A line of one cell in capitals is a category."""
    table = "table 1.3"
    columns: tuple[int, ...] = ()
    category = ""
    for line in in_section(reading.lines, "1.3"):
        cells = [cell for _, cell in line.filled]
        if close(cells[0], "Türü") or fold(cells[0]) == "turu":
            columns = tuple(column for column, _ in line.filled)
            reading.account.skip(line, "heading of the table")
            if len(columns) != 4:
                reading.problems.append(
                    unexpected(line, table, "the headings Türü, İlçe, Birim, Açıklama")
                )
                return
        elif "\t" not in line.text and not category:
            reading.account.skip(line, "text above the table")
        elif "\t" not in line.text and re.fullmatch(r"\d{1,3}", cells[0]):
            reading.account.skip(line, "number of a page")
        elif not columns:
            reading.problems.append(unexpected(line, table, "the heading 'Türü' first"))
            return
        elif len(cells) == 1 and line.filled[0][0] == columns[0] and _is_capital(cells[0]):
            category = cells[0]
            reading.account.take(line, "assets")
        elif not category or not line.cell(columns[0]) or "\t" not in line.text:
            reading.problems.append(unexpected(line, table, "a name below a category"))
        else:
            name, district, size, note = (line.cell(column) for column in columns)
            reading.assets.append(AssetLine(line, category, name, district, size, note))
            reading.account.take(line, "assets")
    if not reading.assets:
        reading.problems.append(Problem(0, table, "the table of physical assets", "none"))


def _is_capital(text: str) -> bool:
    """Whether a heading is in capitals; a small ``ve`` between them is let pass."""
    bare = re.sub(r"\bve\b", "", text)
    return bare == upper(bare)
