"""Reading a judged workbook back: every cell checked, whole or not at all.

What was locked must be as it was written, what was decided must be one of the choices and have its
reason; a cell that does not fit is named, and then nothing changes. The judged files are written
together, and a log keeps who judged what and when.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from kbb_data.files.kinds import refusal
from kbb_data.judging import judgement
from kbb_data.judging.book import misshapen, opened, strange, text_of
from kbb_data.judging.propose import toml_lines
from kbb_data.judging.review import CHANGES, CHOICES, FINDINGS, identity, key_of
from kbb_data.judging.sections import RULES
from kbb_data.judging.sheets import (
    DECISION,
    IDENTITY,
    JUDGE,
    KEY,
    LEAVE,
    LIKENESS,
    READ_FIRST,
    STATES,
    STATUS,
    TAKE,
    Sheet,
    choices,
    sheets,
)
from kbb_data.judging.things import KINDS, Programme, numbers
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.publishing.package import read_tables, write
from kbb_data.turkish import fold, squeeze

#: Who judged what and when, as CSV; one line an entry that was added, changed or taken out. The
#: names of the staff are not published, so that by its ending it is none of a dataset's files.
LOG = "judged.log"
_LOG_HEAD = ("time", "judge", "file", "section", "what", "done", "entry")

#: Fields that are whole numbers.
_NUMBERS = frozenset({"goal", "indicator", "activity", "aim", "programme", "facilities"})


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a sheet: where it stands, its cells from the first column on."""

    sheet: Sheet
    number: int
    cells: tuple[Any, ...]

    def at(self, head: str) -> str:
        """The cell under ``head``, as a spreadsheet calls it."""
        column = self.sheet.heads.index(head) + 1
        return f"{self.sheet.title}!{get_column_letter(column)}{self.number}"

    def of(self, head: str) -> str:
        """The words of the cell under ``head``."""
        return text_of(self.cells[self.sheet.heads.index(head)])

    def wrong(self, name: str, expected: str, found: str) -> Problem:
        """That the cell of the field ``name`` does not fit."""
        return Problem(0, self.at(self.sheet.label(name)), expected, found)


@dataclass(slots=True)
class _Read:
    """What a workbook says: the judge, what each row decided to take, by file and section, every
    key that a row is about, and what does not fit."""

    judge: str
    taken: dict[tuple[str, str], list[tuple[_Row, dict[str, Any]]]] = field(default_factory=dict)
    keys: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    undecided: int = 0
    problems: list[Problem] = field(default_factory=list)


def apply(path: Path, folder: Path, now: datetime.datetime | None = None) -> list[str]:
    """Write the judged files that the workbook at ``path`` holds into the dataset ``folder``.

    Gives a report: how many entries each file has, what changed, how many rows nobody judged. What
    a file says of a thing that no row is about stays. The same workbook again changes nothing.
    Raises ``Unreadable`` with every cell that does not fit, and then nothing was written.
    """
    tables = read_tables(folder)
    programme = Programme(tables)
    read = _workbook(path, programme, identity(tables))
    if not read.problems:
        read.problems += _held(programme, read)
    if read.problems:
        raise Unreadable(read.problems)
    row = tables["programme"][0]
    head = {"year": row["year"], "institution": row["institution"]}
    files: dict[str, str] = {}
    log: list[tuple[str, ...]] = []
    when = (now or datetime.datetime.now(datetime.UTC)).isoformat(timespec="seconds")
    report = []
    for name in dict.fromkeys(file for file, _ in read.taken):
        before = _before(folder / name, head)
        after = {}
        for sheet in sheets(programme.form):
            if sheet.file == name:
                after[sheet.section] = _after(sheet, before.get(sheet.section, []), read)
                for what, done, entry in _changes(sheet, before, after):
                    log.append((when, read.judge, name, sheet.section, what, done, entry))
        files[name] = _toml(head, after)
        report.append(f"{name}: {sum(map(len, after.values()))} entries")
    left = f"{read.undecided} rows without a decision; they are shown as not judged"
    if not log:
        return ["nothing changed: the judged files hold what the workbook says", left]
    if not read.judge:
        raise Unreadable([Problem(0, f"{READ_FIRST}!{JUDGE}", "the name of who judged", "none")])
    _write(folder, files, log)
    return [
        *report,
        f"{len(log)} entries added, changed or taken out; see {LOG}",
        left,
        "import the programme once more: the judgements come into its tables",
    ]


def _workbook(path: Path, programme: Programme, mine: str) -> _Read:
    book = opened(path)
    first = book[READ_FIRST]
    if (its := text_of(first[IDENTITY].value)) != mine:
        raise Unreadable(
            [
                Problem(
                    0,
                    f"{READ_FIRST}!{IDENTITY}",
                    f"the programme {quote(mine, 200)}",
                    f"{quote(its, 200)}; review this dataset anew",
                )
            ]
        )
    read = _Read(text_of(first[JUDGE].value))
    expected = sheets(programme.form)
    known = {READ_FIRST, CHANGES, FINDINGS, CHOICES, *(sheet.title for sheet in expected)}
    for title in book.sheetnames:
        if title not in known:
            read.problems.append(
                Problem(0, title, "the sheets that review wrote", "another; take it out")
            )
    for sheet in expected:
        if sheet.title not in book.sheetnames:
            read.problems.append(Problem(0, sheet.title, "a sheet of that name", "none"))
        else:
            _sheet(book[sheet.title], sheet, programme, read)
    return read


def _sheet(page: Any, sheet: Sheet, programme: Programme, read: _Read) -> None:
    """Read one sheet into ``read``."""
    wrong = misshapen(page, sheet.heads)
    if wrong:
        read.problems += wrong
        return
    rows = page.iter_rows(min_row=2, values_only=True)
    printed = _printed(sheet, programme)
    taken: dict[str, tuple[_Row, dict[str, Any]]] = {}
    keys = read.keys.setdefault((sheet.file, sheet.section), set())
    wide = len(sheet.heads)
    for number, cells in enumerate(rows, start=2):
        row = _Row(sheet, number, (*cells[:wide], *(None,) * (wide - len(cells))))
        if not any(text_of(value) for value in row.cells):
            continue
        fields, problems = _judged(row, programme, printed)
        decision = fold(row.of(DECISION))
        key = key_of(sheet, fields)
        keys.add(key)
        if decision == TAKE:
            if not problems and key in taken:
                problems.append(row.wrong(sheet.fields[0], "each thing once",
                                          f"the row {taken[key][0].number} again"))  # fmt: skip
            taken.setdefault(key, (row, fields))
        elif decision != LEAVE:
            # A cell that is not filled yet is none that is filled wrongly.
            read.undecided += not decision
            if decision:
                problems.append(Problem(0, row.at(DECISION), f"'{TAKE}' or '{LEAVE}'",
                                        quote(row.of(DECISION))))  # fmt: skip
        read.problems += problems
    read.taken[sheet.file, sheet.section] = list(taken.values())


def _judged(
    row: _Row, programme: Programme, printed: list[dict[str, Any]] | None
) -> tuple[dict[str, Any], list[Problem]]:
    """The fields of a row, and each of its cells that does not fit."""
    sheet = row.sheet
    numbered = {sheet.label(name) for name in (*_NUMBERS, "number")} | {LIKENESS}
    problems = [
        Problem(0, row.at(head), "a value", found)
        for head, value in zip(sheet.heads, row.cells, strict=True)
        if (found := strange(value, is_number=head in numbered))
    ]
    if problems:
        return {}, problems
    fields: dict[str, Any] = {}
    written = _written(row)
    # What this year's document no longer prints may name a committee or a district that is none
    # today; nobody takes it, so nobody is asked to mend it.
    is_past = row.of(STATUS) == STATES["gone"] and fold(row.of(DECISION)) != TAKE
    for name in sheet.fields:
        words = row.of(sheet.label(name))
        if words and words == str((written or {}).get(name, "")):
            fields[name] = (written or {})[name]
        elif words:
            value, expected = _value(name, words, programme)
            if not expected:
                fields[name] = value
            elif not is_past:
                problems.append(row.wrong(name, expected, quote(words)))
    changed = [name for name in written or () if fields.get(name) != (written or {})[name]]
    if written is None:
        problems.append(Problem(0, row.at(KEY), "the hidden cell as it was", "another"))
    problems += [
        row.wrong(name, f"the locked {quote(str((written or {})[name]))}",
                  quote(row.of(sheet.label(name))))
        for name in changed
    ]  # fmt: skip
    fitting = _fitting(sheet, fields, printed)
    if len(fitting) == 1:
        # Who adds a row names the goal or activity; its words are the document's.
        known = fields | fitting[0]
        fields = {name: known[name] for name in sheet.fields if name in known}
    if problems or fold(row.of(DECISION)) != TAKE:
        return fields, problems
    for name in sheet.required:
        if name not in fields:
            problems.append(row.wrong(name, "a value", f"none; fill it or decide '{LEAVE}'"))
    if printed is not None and not fitting and not problems:
        name = sheet.keys[-1]
        problems.append(row.wrong(name, "what the document prints",
                                  f"{quote(str(fields[name]))}; decide '{LEAVE}'"))  # fmt: skip
    for name in fields.get("aliases", ()):
        if name not in programme.spellings:
            problems.append(row.wrong("aliases", "spellings that the document prints", quote(name)))
    if fields.get("number", "") not in ("", *numbers(fields.get("printed", ""))):
        problems.append(row.wrong("number", "a number as its words print it",
                                  quote(fields["number"])))  # fmt: skip
    return fields, problems


def _value(name: str, words: str, programme: Programme) -> tuple[Any, str]:
    """What the words of a field's cell mean, or what was expected there."""
    names = choices(name, programme)
    if names:
        code = {fold(shown): code for shown, code in names.items()}.get(fold(words))
        return code, "" if code is not None else f"one of: {', '.join(names)}"
    if name in _NUMBERS:
        return (int(words), "") if words.isdecimal() else (None, "a whole number")
    if name == "aliases":
        return [part for part in map(squeeze, words.split("|")) if part], ""
    return words, ""


def _written(row: _Row) -> dict[str, Any] | None:
    """What the hidden cell says that the row is about: nothing of a row that somebody added;
    ``None`` where somebody changed it."""
    try:
        found = json.loads(row.of(KEY) or "{}")
    except ValueError:
        return None
    return found if isinstance(found, dict) and found.keys() <= set(row.sheet.keys) else None


def _printed(sheet: Sheet, programme: Programme) -> list[dict[str, Any]] | None:
    """What the document prints of what the sheet judges, as its key fields; ``None`` where the
    tables don't hold it (section 1.4)."""
    kinds = RULES[sheet.file, sheet.section].kinds
    if "figure" in kinds:
        return None
    found: list[dict[str, Any]] = [{}]
    for kind in kinds:
        things = [dict(thing.fields) for thing in KINDS[kind].printed(programme, [])]
        found = [{**left, **right} for left in found for right in things]
    return found


def _fitting(
    sheet: Sheet, fields: dict[str, Any], printed: list[dict[str, Any]] | None
) -> list[dict[str, Any]]:
    """What the document prints that the row may be about."""
    stated = {name: fields[name] for name in sheet.keys if name in fields}
    if not stated:
        return []
    return [thing for thing in printed or () if stated.items() <= thing.items()]


def _held(programme: Programme, read: _Read) -> Iterator[Problem]:
    """The rows that the import would refuse beside the others; of a sheet the first, with how many
    more there are, because one row above can hold back many."""
    carried: dict[str, list[dict[str, Any]]] = {section: [] for _, section in RULES}
    for key, rows in read.taken.items():
        held = []
        for row, fields in rows:
            reason = RULES[key].held(programme, carried, fields)
            if reason:
                held.append((row.at(DECISION), reason))
            carried[key[1]].append(fields)
        if held:
            more = f", and {len(held) - 1} more rows" if held[1:] else ""
            yield Problem(0, held[0][0], f"'{LEAVE}' or another judgement", held[0][1] + more)


def _before(path: Path, head: dict[str, Any]) -> dict[str, Any]:
    """What the judged file says now. Raises ``Unreadable`` for one of another programme."""
    if not path.is_file():
        return {}
    judgement.read(path)
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    if any(kept.get(name) != value for name, value in head.items()):
        raise refusal(path, f"a file of {head['institution']} {head['year']}",
                      "one of another programme; move it away")  # fmt: skip
    return kept


def _after(sheet: Sheet, before: list[dict[str, Any]], read: _Read) -> list[dict[str, Any]]:
    """The section's entries: those of the workbook, then those that no row is about."""
    place = sheet.file, sheet.section
    taken = [fields for _, fields in read.taken[place]]
    return [*taken, *(entry for entry in before if key_of(sheet, entry) not in read.keys[place])]


def _changes(
    sheet: Sheet, before: dict[str, Any], after: dict[str, list[dict[str, Any]]]
) -> Iterator[tuple[str, str, str]]:
    """What the file does not say yet: what is judged, what was done, the entry."""
    old = {key_of(sheet, entry): entry for entry in before.get(sheet.section, [])}
    new = {key_of(sheet, entry): entry for entry in after[sheet.section]}
    for key in dict.fromkeys((*new, *old)):
        if old.get(key) != new.get(key):
            done = "added" if key not in old else "changed" if key in new else "taken out"
            yield key, done, json.dumps(new.get(key) or old[key], ensure_ascii=False)


def _toml(head: dict[str, Any], sections: dict[str, list[dict[str, Any]]]) -> str:
    parts = list(toml_lines(head))
    for section, entries in sections.items():
        for entry in entries:
            parts += ["\n", f"[[{section}]]\n", *toml_lines(entry)]
    return "".join(parts)


def _write(folder: Path, files: dict[str, str], log: list[tuple[str, ...]]) -> None:
    """All files and the log's new lines, each whole."""
    kept = (folder / LOG).read_text(encoding="utf-8") if (folder / LOG).is_file() else ""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    if not kept:
        writer.writerow(_LOG_HEAD)
    writer.writerows(log)
    contents = {**files, LOG: kept + buffer.getvalue()}
    try:
        write(folder, {name: text.encode("utf-8") for name, text in contents.items()}, ())
    except OSError as error:
        raise refusal(folder, "a folder that can be written", str(error)) from error
