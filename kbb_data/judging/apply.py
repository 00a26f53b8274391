"""Reading a judged workbook back: every cell checked, whole or not at all.

What was locked must be as it was written, what was decided must be one of the choices and have its
reason; a cell that does not fit is named, and then nothing changes. The judged files are written
together, and a log keeps who judged what and when.
"""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kbb_data.files.kinds import refusal
from kbb_data.judging import judgement
from kbb_data.judging.answers import Row, answer, printed_of
from kbb_data.judging.book import misshapen, opened, text_of
from kbb_data.judging.drafted import toml_lines
from kbb_data.judging.log import appended
from kbb_data.judging.review import CHANGES, CHOICES, FINDINGS, identity, key_of
from kbb_data.judging.sections import RULES
from kbb_data.judging.sheets import (
    DECISION,
    IDENTITY,
    JUDGE,
    LEAVE,
    READ_FIRST,
    TAKE,
    Sheet,
    sheets,
    shown,
    succession_sheet,
)
from kbb_data.judging.succession import SECTION, lonely
from kbb_data.judging.things import Programme
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.publishing.package import read_tables, write
from kbb_data.turkish import fold

#: Who judged what and when, as CSV; one line an entry that was added, changed or taken out. The
#: names of the staff are not published, so that by its ending it is none of a dataset's files.
LOG = "judged.log"
_LOG_HEAD = ("time", "judge", "file", "section", "what", "done", "entry")


@dataclass(slots=True)
class _Read:
    """What a workbook says: the judge, what each row decided to take, by file and section, those of
    them that are ``placed`` (it is known what they judge, whatever else does not fit), every key
    that a row is about, how many rows await a decision, and what does not fit."""

    judge: str
    taken: dict[tuple[str, str], list[tuple[Row, dict[str, Any]]]] = field(default_factory=dict)
    placed: dict[tuple[str, str], list[tuple[Row, dict[str, Any]]]] = field(default_factory=dict)
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
    read.problems += _held(programme, read)
    nobody = Problem(0, f"{READ_FIRST}!{JUDGE}", "the name of who judged", "none")
    if read.problems:
        if not read.judge:
            read.problems.append(nobody)
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
        for sheet in (*sheets(programme.form), succession_sheet(programme.form)):
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
        raise Unreadable([nobody])
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
    links = succession_sheet(programme.form)
    if links.title in book.sheetnames:
        # It is written where last year's programme is the same institution's.
        expected = (*expected, links)
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
    printed = printed_of(sheet, programme)
    taken: dict[str, tuple[Row, dict[str, Any]]] = {}
    placed = read.placed.setdefault((sheet.file, sheet.section), [])
    keys = read.keys.setdefault((sheet.file, sheet.section), set())
    wide = len(sheet.heads)
    for number, cells in enumerate(rows, start=2):
        row = Row(sheet, number, (*cells[:wide], *(None,) * (wide - len(cells))))
        if not any(text_of(value) for value in row.cells):
            continue
        said = answer(row, programme, printed)
        decision = fold(row.of(DECISION))
        key = key_of(sheet, said.fields)
        keys.add(key)
        if decision == TAKE:
            if said.is_placed and key in taken:
                said.problems.append(row.wrong(sheet.fields[0], "each thing once",
                                     f"the row {taken[key][0].number} again"))  # fmt: skip
            elif said.is_placed:
                placed.append((row, said.fields))
            taken.setdefault(key, (row, said.fields))
        elif not decision:
            # A cell that is not filled yet is none that is filled wrongly.
            read.undecided += not row.is_past
        elif decision != LEAVE and row.at(DECISION) not in {each.place for each in said.problems}:
            said.problems.append(Problem(0, row.at(DECISION), f"'{TAKE}' or '{LEAVE}'",
                                         quote(row.of(DECISION))))  # fmt: skip
        read.problems += said.problems
    read.taken[sheet.file, sheet.section] = list(taken.values())


def _held(programme: Programme, read: _Read) -> Iterator[Problem]:
    """The rows that the import would refuse beside the others. One row can hold back many: they are
    named together, with where it stands."""
    carried: dict[str, list[dict[str, Any]]] = {section: [] for _, section in RULES}
    rows: dict[int, Row] = {}
    for key, placed in read.placed.items():
        rule, behind = RULES[key], dict[int, list[tuple[Row, str]]]()
        for row, fields in placed:
            held = rule.held(programme, carried, fields)
            if held is not None and held.by is not None:
                behind.setdefault(id(held.by), []).append((row, held.words))
            elif held is not None:
                yield _unfitting(row, fields[rule.blamed], held.words, programme)
            carried[key[1]].append(fields)
            rows[id(fields)] = row
        if key[1] == SECTION:
            for alone, wanted in lonely(carried[SECTION]):
                yield rows[id(alone)].wrong("relation", wanted, "none")
        for other, both in behind.items():
            first, words = both[0]
            more = "".join(f", {row.at(DECISION).partition('!')[2]}" for row, _ in both[1:])
            where = f"in row {rows[other].number} of '{rows[other].sheet.title}'"
            yield Problem(0, first.at(DECISION) + more, f"'{LEAVE}' or another judgement",
                          f"{words} {where}")  # fmt: skip


def _unfitting(row: Row, value: Any, words: str, programme: Programme) -> Problem:
    """That the choice ``value`` does not fit what the row is about; called as the sheet calls it,
    in ``words`` too."""
    name = RULES[row.sheet.file, row.sheet.section].blamed
    choice = quote(shown(name, value, programme))
    return row.wrong(name, f"another choice than {choice}", words.replace(quote(value), choice))


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
    contents = {name: text.encode("utf-8") for name, text in files.items()}
    try:
        write(folder, {**contents, LOG: appended(folder / LOG, _LOG_HEAD, log)}, ())
    except OSError as error:
        raise refusal(folder, "a folder that can be written", str(error)) from error
