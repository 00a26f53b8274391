"""Reading section 1.2: council, committees, executive committee and staff by status."""

from __future__ import annotations

import re

from kbb_data.problems import Problem
from kbb_data.reading.heads import columns, is_head, places
from kbb_data.reading.lines import Line, in_section, lacking, unexpected
from kbb_data.reading.records import Person, Reading, Stated
from kbb_data.reading.staff import RowColumns, row_columns, staff_row
from kbb_data.turkish import fold, squeeze

_SEAT = re.compile(r"([^:]+): *(.+)")

_OFFICER = re.compile(r"(Meclis .*Başkan.*?) *[-–:] +(.+)")

#: The parts that are tables: a cell alone among others is a row's rest, not a heading.
_ROWS = ("staff", "members", "executive")

_OFFICE_HEADINGS = ("divan asil katipleri", "divan yedek katipleri")


def read_organisation(reading: Reading) -> None:
    """Fill staff, council, committees and executive committee from section 1.2."""
    part = ""
    office = ""
    committees: dict[int, str] = {}
    staff: RowColumns | None = None
    members: tuple[int, ...] = ()
    name = fold(reading.institution)
    for line in in_section(reading.lines, "1.2"):
        cells = [cell for _, cell in line.filled]
        label = fold(cells[0])
        if label.startswith("calisan personel bilgileri"):
            part = "staff"
            reading.account.skip(line, "heading of a table")
        elif is_head(line, "1.2"):
            if part == "staff":
                staff = row_columns(line, "staff")
            elif part == "members":
                members = places(line, "members") or columns(line)
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
        elif part == "staff" and staff and len(cells) > 1:
            staff_row(reading, line, staff, "1.2")
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
        elif (
            part == "officers"
            and office
            and len(cells) == 1
            and label != name
            and not label.isdigit()
        ):
            reading.officers.append(Person(line, cells[0], office))
            reading.account.take(line, "council_officers")
        elif part == "members" and len(cells) > 1:
            _member_row(reading, line, members)
            reading.account.take(line, "council_members")
        elif part == "committees":
            _committee_line(reading, line, committees)
        elif part == "executive" and len(cells) == 2:
            reading.executive.append(Person(line, cells[0], cells[1]))
            reading.account.take(line, "executive_committee")
        elif len(cells) == 1 and not ("\t" in line.text and part in _ROWS):
            reading.account.skip(line, "text or heading beside the tables")
        else:
            reading.problems.append(
                unexpected(
                    line,
                    "section 1.2",
                    "a row of staff, council, committees or executive committee",
                )
            )
    for rows, table in (
        (reading.members, "the council's members"),
        (reading.staff, "the staff by status"),
    ):
        if not rows:
            reading.problems.append(Problem(0, "section 1.2", f"a table of {table}", "none"))


def _member_row(reading: Reading, line: Line, members: tuple[int, ...]) -> None:
    """A member with role and party; a party may be left blank, a cell may not be left out."""
    if not members:
        reading.blames(unexpected(line, "section 1.2", "the head 'ADI / SOYADI' of the members"))
        return
    width = max(members) + (0 if reading.is_stripped else 1)
    name, role, party = (*(line.cell(column) for column in members), "", "")[:3]
    reading.members.append(Person(line, name, role, party))
    if len(line.cells) < width:
        reading.problems.append(lacking(line, "section 1.2", width))
    elif not name or not role or len(line.filled) > len(members):
        reading.problems.append(unexpected(line, "section 1.2", "name, role and party of a member"))


def _committee_line(reading: Reading, line: Line, committees: dict[int, str]) -> None:
    """Committees stand side by side: a line holds a name or a seat for each column."""
    reading.account.take(line, "committees")
    width = max(committees, default=0) + 1
    if len(line.cells) < width and not reading.is_stripped:
        reading.problems.append(lacking(line, "committees", width))
        return
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
