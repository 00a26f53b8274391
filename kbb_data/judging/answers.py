"""What a row of the judged workbook says: its fields, and every cell of it that does not fit.

What was locked must be as it was written, what was decided must be one of the choices and have its
reason.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter

from kbb_data.judging.book import strange, text_of
from kbb_data.judging.context import context
from kbb_data.judging.judgement import RULE
from kbb_data.judging.sections import RULES
from kbb_data.judging.sheets import (
    DECISION,
    KEY,
    LEAVE,
    LIKENESS,
    STATES,
    STATUS,
    TAKE,
    Sheet,
    choices,
    shown,
)
from kbb_data.judging.succession import SECTION, things, wrong
from kbb_data.judging.things import KINDS, Programme, numbers
from kbb_data.problems import Problem, quote
from kbb_data.turkish import fold, squeeze

#: Fields that are whole numbers.
_NUMBERS = frozenset(
    {"goal", "indicator", "activity", "aim", "programme", "facilities", "from_year"}
)


@dataclass(frozen=True, slots=True)
class Row:
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

    @property
    def is_past(self) -> bool:
        """Whether it is about what this year's document no longer prints, and nobody takes it. It
        may name a committee or a district that is none today, and nobody is asked to mend it."""
        return self.of(STATUS) == STATES["gone"] and fold(self.of(DECISION)) != TAKE


@dataclass(frozen=True, slots=True)
class Answer:
    """What a row says: its fields as far as they can be read, each cell that does not fit, and
    whether it is known what it judges, so that it can be held against the other rows."""

    fields: dict[str, Any]
    problems: list[Problem]
    is_placed: bool = False


def answer(row: Row, programme: Programme, printed: list[dict[str, Any]] | None) -> Answer:
    """What ``row`` says; ``printed`` is what the document prints of what its sheet judges."""
    sheet = row.sheet
    problems = _strange(row)
    odd = {problem.place for problem in problems}
    fields: dict[str, Any] = {}
    written = _written(row)
    locked = written or {}
    for name in sheet.fields:
        words = row.of(sheet.label(name))
        if row.at(sheet.label(name)) in odd:
            continue
        was = str(shown(name, locked.get(name, ""), programme))
        if words == was:
            fields |= {name: locked[name]} if name in locked else {}
        elif name in locked:
            problems.append(row.wrong(name, f"the locked {quote(was)}", quote(words)))
        elif words:
            value, expected = _value(name, words, programme)
            if not expected:
                fields[name] = value
            elif not row.is_past:
                problems.append(row.wrong(name, expected, quote(words)))
    if written is None and row.at(KEY) not in odd:
        problems.append(Problem(0, row.at(KEY), "the hidden cell as it was", "another"))
    if locked:
        problems += _context_changed(row, locked, programme)
    fitting = _fitting(sheet, fields, printed)
    if len(fitting) == 1:
        # Who adds a row names the goal or activity; its words are the document's.
        known = fields | fitting[0]
        fields = {name: known[name] for name in sheet.fields if name in known}
    if sheet.section == SECTION:
        fields = _completed(sheet, fields, programme)
    if fold(row.of(DECISION)) != TAKE:
        return Answer(fields, problems)
    named = {problem.place for problem in problems}
    problems += [
        row.wrong(name, f"{_wanted(name, programme)} under {sheet.label(name)}",
                  f"none; fill it or decide '{LEAVE}'")
        for name in sheet.required
        if name not in fields and row.at(sheet.label(name)) not in named
    ]  # fmt: skip
    problems += _half_rule(row, fields)
    named = {problem.place for problem in problems}
    is_keyed = named.isdisjoint(row.at(head) for head in (KEY, *map(sheet.label, sheet.keys)))
    if printed is not None and not fitting and is_keyed:
        name = sheet.keys[-1]
        problems.append(row.wrong(name, "what the document prints",
                                  f"{quote(str(fields[name]))}; decide '{LEAVE}'"))  # fmt: skip
    if sheet.section == SECTION and not problems:
        year = int(programme.tables["programme"][0]["year"])
        unfitting = wrong(fields, things(programme.tables), year)
        problems += [row.wrong(*words) for words in unfitting]
    for name in fields.get("aliases", ()):
        if name not in programme.spellings:
            problems.append(row.wrong("aliases", "spellings that the document prints", quote(name)))
    if fields.get("number", "") not in ("", *numbers(fields.get("printed", ""))):
        problems.append(row.wrong("number", "a number as its words print it",
                                  quote(fields["number"])))  # fmt: skip
    blamed = RULES[sheet.file, sheet.section].blamed
    is_placed = is_keyed and (bool(fitting) or printed is None) and (not blamed or blamed in fields)
    return Answer(fields, problems, is_placed)


def _half_rule(row: Row, fields: dict[str, Any]) -> list[Problem]:
    """That a rule of accumulation has no reason, or a reason no rule."""
    return [
        row.wrong(other, f"a value beside {row.sheet.label(name)}", "none; fill both or neither")
        for name, other in (RULE, RULE[::-1])
        if name in fields and other not in fields
    ]


def _strange(row: Row) -> list[Problem]:
    """The cells that are not what a person saw there; the document's words are compared whole."""
    sheet = row.sheet
    numbered = {sheet.label(name) for name in (*_NUMBERS, "number")} | {LIKENESS}
    words = set(map(sheet.label, sheet.context))
    return [
        Problem(0, row.at(head), "a value", found)
        for head, value in zip(sheet.heads, row.cells, strict=True)
        if head not in words and (found := strange(value, is_number=head in numbered))
    ]


def _context_changed(row: Row, locked: dict[str, Any], programme: Programme) -> list[Problem]:
    """The cells of the document's words that are no longer as written: who judged read others."""
    return [
        row.wrong(name, f"the locked {quote(text_of(words))}", quote(found))
        for name, words in context(row.sheet, locked, programme).items()
        if (found := row.of(row.sheet.label(name))) != text_of(words)
    ]


def _wanted(name: str, programme: Programme) -> str:
    """What kind of words a field's cell wants."""
    if choices(name, programme):
        return "a choice"
    return "a number" if name in _NUMBERS or name == "number" else "a text"


def _value(name: str, words: str, programme: Programme) -> tuple[Any, str]:
    """What the words of a field's cell mean, or what was expected there."""
    names = choices(name, programme)
    if names:
        code = {fold(shown): code for shown, code in names.items()}.get(fold(words))
        return code, "" if code is not None else f"one of: {', '.join(map(quote, names))}"
    if name in _NUMBERS:
        return (int(words), "") if words.isdecimal() else (None, "a whole number")
    if name == "aliases":
        return [part for part in map(squeeze, words.split("|")) if part], ""
    return words, ""


def _completed(sheet: Sheet, fields: dict[str, Any], programme: Programme) -> dict[str, Any]:
    """The fields of a link with the name that this programme prints for the code of its side."""
    named = things(programme.tables).get(fields.get("level", ""), {}).get(fields.get("to_code", ""))
    known = ({"to_name": named.name} if named else {}) | fields
    return {name: known[name] for name in sheet.fields if name in known}


def _written(row: Row) -> dict[str, Any] | None:
    """What the hidden cell says that the row is about: nothing of a row that somebody added;
    ``None`` where somebody changed it."""
    try:
        found = json.loads(row.of(KEY) or "{}")
    except ValueError:
        return None
    return found if isinstance(found, dict) and found.keys() <= set(row.sheet.keys) else None


def printed_of(sheet: Sheet, programme: Programme) -> list[dict[str, Any]] | None:
    """What the document prints of what the sheet judges, as its key fields; ``None`` where the
    tables don't hold it (section 1.4, the earlier programme, topics that are ours)."""
    kinds = RULES[sheet.file, sheet.section].kinds
    if {"figure", "topic"} & set(kinds) or not kinds:
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
