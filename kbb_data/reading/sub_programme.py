"""Reading the head of a sub-programme in a programme budget: whose tables stand below."""

from __future__ import annotations

import re

from kbb_data.reading.budget_heads import (
    is_objectives_head,
    label_of,
    looks_labelled,
    says_none,
    with_code,
)
from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.open_table import OpenTable, state
from kbb_data.reading.records import BudgetProgramme, Reading, SubProgramme
from kbb_data.reading.responsible_units import parted
from kbb_data.reading.wording import bare
from kbb_data.turkish import squeeze


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
        #: The units that answer for the sub-programmes below, where they are named above.
        self.units: tuple[str, ...] = ()
        self.unit_line: Line | None = None
        #: The units above each part of a sub-programme, by its number: it may be printed once more
        #: under another one.
        self.parts: dict[int, list[tuple[str, ...]]] = {}
        #: What a part under another unit says anew of its sub-programme.
        self.again: SubProgramme | None = None
        #: The sub-programmes above which no programme is named, and whether the document names one
        #: above each.
        self.unnamed: list[SubProgramme] = []
        self.is_named = self.names_each = False

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
        elif subject == "unit":
            self.units, self.unit_line = parted(value, ()), line
        elif self.text and self.text[1] == "objective" and self._listed(line):
            return True
        elif len(line.filled) != 1 or subject or looks_labelled(line):
            return False
        elif self.pending:
            which, first, words = self.pending
            self.pending = (which, first, squeeze(f"{words} {line.first}"))
        elif self.text:
            if not says_none(line.first):
                self._append(line.first)
        else:
            return False
        return True

    def _listed(self, line: Line) -> bool:
        """Take up a line of a table of objectives: its head, or a number and an objective."""
        if is_objectives_head(line):
            return True
        cells = [cell for _, cell in line.filled]
        if len(cells) != 2 or not re.fullmatch(r"\d{1,2}[.)]?", cells[0]):
            return False
        self._append(f"{cells[0].rstrip('.)')}. {cells[1]}")
        return True

    def _append(self, words: str) -> None:
        if self.text:
            record, field = self.text
            setattr(record, field, squeeze(f"{getattr(record, field)} {words}"))

    def close(self, line: Line | None) -> None:
        """Settle the last name, and what a part under another unit says anew."""
        self.settled()
        self._join()

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

    def _join(self) -> None:
        """Add to a sub-programme's texts those of its part under another unit that differ."""
        if self.again and self.sub_programme:
            for field in ("objective", "explanation"):
                known, new = getattr(self.sub_programme, field), getattr(self.again, field)
                if bare(new).startswith(bare(known)):
                    setattr(self.sub_programme, field, new)
                elif not bare(known).startswith(bare(new)):
                    setattr(self.sub_programme, field, squeeze(f"{known} {new}"))
        self.again = None

    def _programme(self, line: Line, printed: str) -> None:
        self._join()
        code, name = with_code(printed)
        code = code or self.codes["programme"]
        known = [part for part in self.reading.programmes if bare(part.name) == bare(name)]
        if not known:
            number = len(self.reading.programmes) + 1
            known = [BudgetProgramme(line, number, name, code)]
            self.reading.programmes += known
        else:
            self.names_each = True
        self.programme, self.sub_programme, self.is_named = known[0], None, True
        self.codes["programme"] = ""
        self.name = f"programme {self.programme.number}"

    def _sub_programme(self, line: Line, printed: str) -> None:
        self._join()
        if self.programme is None:
            self.reading.problems.append(
                unexpected(line, self.name, "the label 'Program Adı' above 'Alt Program Adı'")
            )
            self.programme = BudgetProgramme(line, 0, "")
        code, name = with_code(printed)
        code = code or self.codes["sub_programme"]
        self.codes["sub_programme"] = ""
        known = [
            part
            for part in self.reading.sub_programmes
            if bare(part.name) == bare(name) and part.programme == self.programme.number
        ]
        if known:
            if not self._turned(known[0], code):
                self._lost(line, "each sub-programme once, all its tables together")
            return
        self._open(SubProgramme(line, 0, self.programme.number, name, code))
        if not self.is_named and self.sub_programme:
            self.unnamed.append(self.sub_programme)
        self.is_named = False

    def _turned(self, part: SubProgramme, code: str) -> bool:
        """Turn to a sub-programme that is printed once more, under another unit; whether it is."""
        earlier = self.parts[part.number]
        if not self.units or not all(earlier) or self.units in earlier or part.code != code:
            return False
        for activity in part.activities:
            if not activity.units:
                activity.units, activity.unit_line = part.units, part.unit_line
        earlier.append(self.units)
        part.activities_before = len(part.activities)
        part.units, part.unit_line = self.units, self.unit_line
        self.sub_programme, self.is_named = part, False
        self.again = SubProgramme(part.line, part.number, part.programme, part.name)
        self.name = f"head of sub-programme {part.number}"
        return True

    def _open(self, part: SubProgramme) -> None:
        part.number = len(self.reading.sub_programmes) + 1
        part.units, part.unit_line = self.units, self.unit_line
        self.parts[part.number] = [self.units]
        self.reading.sub_programmes.append(part)
        self.sub_programme = part
        self.name = f"head of sub-programme {part.number}"

    def _lost(self, line: Line, expected: str) -> SubProgramme:
        """Report once that it is not known whose the tables below are, and read them as those of a
        sub-programme without a name."""
        self.reading.problems.append(unexpected(line, self.name, expected))
        self.sub_programme = SubProgramme(line, 0, 0, "")
        return self.sub_programme

    def needed(self, line: Line) -> SubProgramme:
        """The sub-programme that a table belongs to, which begins in ``line``."""
        return self.settled() or self._lost(line, "the label 'Alt Program Adı' with a name above")

    def hold(self) -> None:
        """Report the sub-programmes above which the programme's name is lost."""
        for part in self.unnamed if self.names_each else ():
            self.reading.problems.append(
                unexpected(
                    part.line,
                    f"head of sub-programme {part.number}",
                    "the label 'Program Adı' above 'Alt Program Adı', as everywhere else",
                )
            )
        self.unnamed = []

    def _year(self, line: Line, value: str) -> None:
        if value != str(self.reading.year):
            self.reading.problems.append(
                unexpected(line, self.name, f"the programme's year {self.reading.year}")
            )

    def _state(self, line: Line, field: str, value: str) -> bool:
        record = self.again or self.sub_programme or self.programme
        if record is None or field == "objective":
            needed = self.needed(line)
            record = self.again or needed
        state(self.reading, self.name, line, record, **{field: "" if says_none(value) else value})
        self.text = (record, field)
        return True
