"""Reading section 1.2: council, committees, executive committee and staff by status."""

from __future__ import annotations

import re

from kbb_data.problems import Problem
from kbb_data.reading.causes import misplaced
from kbb_data.reading.heads import columns, is_head, places
from kbb_data.reading.lines import Line, in_section, lacking, unexpected
from kbb_data.reading.records import Person, Reading, Stated
from kbb_data.reading.staff import RowColumns, row_columns, staff_row
from kbb_data.turkish import fold, squeeze

_SEAT = re.compile(r"([^:]+): *(.+)")

_OFFICER = re.compile(r"(Meclis .*Başkan.*?) *[-–:] +(.+)")

#: The parts that are tables: a cell alone among others is a row's rest, not a heading.
_ROWS = ("staff", "members", "executive")

TABLE = "section 1.2"
#: How a role ends, which no name does.
_ROLE = re.compile(r"\b(?:uyesi|baskani|baskan vekili)$")
#: A person's name: given names in small letters, the family's in capitals.
_NAME = re.compile(r"(?:[\w.]+ )*\w[a-zçğıöşü]+ (?:[A-ZÇĞİÖŞÜ]{2,} ?)+")

_OFFICE_HEADINGS = ("divan asil katipleri", "divan yedek katipleri")


def read_organisation(reading: Reading) -> None:
    """Fill staff, council, committees and executive committee from section 1.2, where the document
    has one."""
    if not reading.has("1.2"):
        return
    part = ""
    office = ""
    committees: dict[int, str] = {}
    staff: RowColumns | None = None
    people: tuple[int, ...] = ()
    heads: list[tuple[Line, tuple[int, ...], list[Line]]] = []
    name = fold(reading.institution)
    for line in in_section(reading.lines, "1.2"):
        cells = [cell for _, cell in line.filled]
        label = fold(cells[0])
        if label.startswith("calisan personel bilgileri"):
            part = "staff"
            reading.account.skip(line, "heading of a table")
        elif is_head(line, "1.2"):
            # The head says what table it opens, should the heading above it be lost.
            if places(line, "staff") or part == "staff":
                part, staff = "staff", row_columns(line, "staff")
                heads.append((line, staff.figures, []))
            elif places(line, "members") or (part == "members" and not people):
                part, people = "members", places(line, "members") or columns(line)
            else:
                part, people = "executive", places(line, "executive") or columns(line)
            reading.account.skip(line, "heading of a table")
        elif label.startswith("meclis uyeleri"):
            part, people = "members", ()
            reading.account.skip(line, "heading of a table")
        elif label == "meclis yapisi":
            part = "officers"
            reading.account.skip(line, "heading of a list")
        elif label.startswith("meclis komisyonlari"):
            part = "committees"
            reading.account.skip(line, "heading of a table")
        elif label.endswith("encumen uyeleri"):
            part, people = "executive", ()
            reading.account.skip(line, "heading of a table")
        elif part == "staff" and len(cells) > 1:
            if staff:
                heads[-1][2].append(line)
            staff_row(reading, line, staff, "1.2")
        elif part in ("", "staff", "officers") and (officer := _OFFICER.fullmatch(cells[0])):
            part = "officers"
            person = Person(line, officer[2], squeeze(officer[1]))
            if "vekil" in fold(officer[1]):
                _officer(reading, person)
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
            _officer(reading, Person(line, cells[0], office))
        elif part == "officers" and len(cells) == 1 and _NAME.fullmatch(cells[0]):
            reading.problems.append(
                unexpected(line, TABLE, "an office, as 'Divan Asıl Katipleri', above the name")
            )
        elif part == "members" and len(cells) > 1:
            _person_row(reading, line, people, reading.members)
            reading.account.take(line, "council_members")
        elif part == "committees":
            _committee_line(reading, line, committees)
        elif part == "executive" and len(cells) > 1:
            _person_row(reading, line, people, reading.executive)
            reading.account.take(line, "executive_committee")
        elif len(cells) == 1 and not (part in _ROWS and ("\t" in line.text or _is_rest(cells[0]))):
            reading.account.skip(line, "text or heading beside the tables")
        else:
            reading.problems.append(
                unexpected(
                    line,
                    TABLE,
                    "a row of staff, council, committees or executive committee",
                )
            )
    for head, figures, rows_below in heads:
        cause = misplaced(head, figures, rows_below, TABLE)
        if cause:
            reading.blames(cause)
    has_council = bool(reading.officers or reading.committee_seats or reading.chair)
    for rows, table, is_due in (
        # Ordinary bodies may leave the council out altogether.
        (reading.members, "the council's members", has_council),
        (reading.staff, "the staff by status", True),
    ):
        if is_due and not rows and not reading.is_troubled(TABLE):
            reading.problems.append(Problem(0, TABLE, f"a table of {table}", "none"))


def _officer(reading: Reading, person: Person) -> None:
    if (person.name, person.role) in [(other.name, other.role) for other in reading.officers]:
        reading.problems.append(unexpected(person.line, TABLE, "each officer once"))
    reading.officers.append(person)
    reading.account.take(person.line, "council_officers")


def _is_rest(text: str) -> bool:
    """Whether a cell alone is what is left of a person's row: the name or the role."""
    return _is_role(text) or bool(_NAME.fullmatch(text))


def _is_role(text: str) -> bool:
    return bool(_ROLE.search(fold(text)))


def _person_row(
    reading: Reading, line: Line, people: tuple[int, ...], persons: list[Person]
) -> None:
    """A person with a role and, among the members, a party, which may be left blank; a cell may
    not be left out, and a name is no role."""
    if len(people) < 2:
        reading.blames(unexpected(line, TABLE, "the head 'ADI / SOYADI', 'GÖREVİ' above the rows"))
        return
    width = max(people) + (0 if reading.is_stripped and len(people) > 2 else 1)
    name, role, party = (*(line.cell(column) for column in people), "", "")[:3]
    again = (name, role) in [(person.name, person.role) for person in persons]
    persons.append(Person(line, name, role, party))
    if len(line.cells) < width:
        reading.problems.append(lacking(line, TABLE, width))
    elif not name or not role or len(line.filled) > len(people):
        reading.problems.append(unexpected(line, TABLE, "a name, a role and, for members, a party"))
    elif again:
        reading.problems.append(unexpected(line, TABLE, "each person once in a table"))
    elif _is_role(name) or _is_role(party):
        reading.problems.append(unexpected(line, TABLE, "name, role and party as in the head"))


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
            person = (committees[column], seat[2], squeeze(seat[1]))
            if person in [(s.committee, s.name, s.role) for s in reading.committee_seats]:
                expected = "each seat of a committee once"
                reading.problems.append(unexpected(line, "committees", expected))
            reading.committee_seats.append(
                Person(line, seat[2], squeeze(seat[1]), committee=committees[column])
            )
        elif not seat and fold(cell).endswith("komisyonu"):
            committees[column] = cell
        else:
            reading.problems.append(
                unexpected(line, "committees", "a committee's name or 'role: name' below one")
            )
