"""Reading a mended workbook back into its draft: every cell checked, whole or not at all.

The new text is always made from the one that the workbook was written for, which is kept, so that
the same workbook twice changes nothing and a half filled one can be gone on with. A cell that does
not fit is named, and then nothing changes. A log keeps each mend: before, after, reason, who, when.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from kbb_data.files.drafts import MARK, STATE, TEXT, Draft, load, parse, state, state_bytes
from kbb_data.files.kinds import refusal
from kbb_data.judging.book import misshapen, opened, strange, text_of
from kbb_data.judging.log import appended
from kbb_data.judging.mending import (
    DECISION,
    DOUBTS,
    DROP,
    HEADS,
    INSERT,
    KEEP,
    KEY,
    MEND,
    MENDED,
    PROBLEMS,
    REASON,
    ROW,
    cells_of,
    identity,
    key_of,
    shown,
    sign_of,
)
from kbb_data.judging.sheets import IDENTITY, JUDGE, READ_FIRST
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.publishing.package import write
from kbb_data.turkish import fold

#: The text that the last workbook was written for, and the log; by their endings neither is one of
#: a dataset's files, so that the names of the staff are not published.
BASE, LOG = "draft.base.txt", "mends.log"
_LOG_HEAD = ("time", "judge", "line", "place", "done", "before", "after", "reason")
_DECISIONS = {fold(decision): decision for decision in (KEEP, MEND, INSERT, DROP)}


@dataclass(frozen=True, slots=True)
class Mend:
    """What was decided of a line of the text: ``after`` is the row that stands in its place or
    above it, empty where the line stays or goes."""

    line: int
    decision: str
    after: str
    reason: str


@dataclass(slots=True)
class _Read:
    """What a workbook says: the judge, what was decided by line, how many rows were not, and what
    does not fit."""

    judge: str
    mends: dict[int, Mend] = field(default_factory=dict)
    undecided: int = 0
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Cells:
    """A row of a sheet: where it stands, and its cells by the heads."""

    title: str
    number: int
    values: Mapping[str, Any]

    def of(self, head: str) -> str:
        """The words of the cell under ``head``."""
        return text_of(self.values[head])

    def wrong(self, head: str, expected: str, found: str) -> Problem:
        """That the cell under ``head`` does not fit."""
        column = get_column_letter(HEADS[self.title].index(head) + 1)
        return Problem(0, f"{self.title}!{column}{self.number}", expected, found)


def is_mending(path: Path) -> bool:
    """Whether the workbook at ``path`` mends a draft. Raises ``Unreadable`` as ``opened``."""
    return not {DOUBTS, PROBLEMS}.isdisjoint(opened(path).sheetnames)


def mend(path: Path, folder: Path, now: datetime.datetime | None = None) -> list[str]:
    """Write what the workbook at ``path`` decides into the draft in ``folder``.

    Gives a report: what was done, how many rows nobody decided. The same workbook again changes
    nothing. Raises ``Unreadable`` with every cell that does not fit, and for a workbook of another
    text; then nothing was written.
    """
    book = opened(path)
    current, kept = load(folder), state(folder)
    base = _base(book, folder, current, kept)
    read = _workbook(book, base)
    if read.problems:
        raise Unreadable(read.problems)
    before = {
        each["line"]: Mend(**each)
        for each in kept.get("mends", ())
        if kept.get("base") == base.hash
    }
    left = f"{read.undecided} rows without a decision; they stay as they are"
    log = list(_log(base, before, read, now or datetime.datetime.now(datetime.UTC)))
    if not log:
        return ["nothing changed: the text holds what the workbook says", left]
    if not read.judge:
        raise Unreadable([Problem(0, f"{READ_FIRST}!{JUDGE}", "the name of who judged", "none")])
    mended = _mended(base, read.mends)
    known = state_bytes(
        mended,
        base=base.hash,
        base_places={str(line): place for line, place in base.places.items()},
        mends=[asdict(each) for each in read.mends.values()],
    )
    files = {
        TEXT: mended.content,
        BASE: base.content,
        STATE: known,
        LOG: appended(folder / LOG, _LOG_HEAD, log),
    }
    try:
        write(folder, files, ())
    except OSError as error:
        raise refusal(folder, "a folder that can be written", str(error)) from error
    return [
        *(f"{count} times: {done}" for done, count in _counted(read.mends).items()),
        f"{len(log)} mends written to {folder / TEXT}; see {LOG}",
        f"{len(mended.doubts)} lines are still in doubt",
        left,
        f"import it, or review it anew: python -m kbb_data import {folder / TEXT} --out {folder}",
        f"of a report of results: python -m kbb_data results {folder / TEXT} --for DIR --out DIR",
    ]


def _base(book: Any, folder: Path, current: Draft, kept: dict[str, Any]) -> Draft:
    """The text that the workbook was written for. Raises ``Unreadable`` where that is neither the
    draft as it is nor the one that the draft was mended from."""
    its = text_of(book[READ_FIRST][IDENTITY].value)
    if its == identity(current.content):
        return current
    path = folder / BASE
    if path.is_file() and kept.get("text") == current.hash:
        content = path.read_bytes()
        if its == identity(content):
            places = {int(line): str(at) for line, at in kept.get("base_places", {}).items()}
            return parse(content.decode("utf-8").split("\n"), places)
    raise Unreadable(
        [
            Problem(
                0,
                f"{READ_FIRST}!{IDENTITY}",
                f"the text {quote(identity(current.content), 200)}",
                f"{quote(its, 200)}; the draft was altered since, review it anew",
            )
        ]
    )


def _workbook(book: Any, base: Draft) -> _Read:
    read = _Read(text_of(book[READ_FIRST][JUDGE].value))
    for title in book.sheetnames:
        if title not in (READ_FIRST, *HEADS):
            read.problems.append(
                Problem(0, title, "the sheets that review wrote", "another; take it out")
            )
    sign = sign_of(base.text)
    for title, heads in HEADS.items():
        if title not in book.sheetnames:
            read.problems.append(Problem(0, title, "a sheet of that name", "none"))
            continue
        wrong = misshapen(book[title], heads)
        read.problems += wrong
        rows = () if wrong else book[title].iter_rows(min_row=2, values_only=True)
        listed = [
            _Cells(title, number, dict(zip(heads, [*values, *(None,) * len(heads)], strict=False)))
            for number, values in enumerate(rows, start=2)
            if any(text_of(value) for value in values)
        ]
        # A column that was sorted alone brings a row's text to another one.
        moved = {row.of(ROW) for row in listed if row.of(MENDED) != row.of(ROW)}
        for row in listed:
            _row(row, base, sign, moved, read)
    return read


def _row(row: _Cells, base: Draft, sign: str, moved: set[str], read: _Read) -> None:
    """Read one row into ``read``; ``moved`` are the sheet's rows whose text stands no longer beside
    them."""
    wrong = [
        row.wrong(head, "words", found)
        for head in (ROW, DECISION, MENDED, REASON, KEY)
        if (value := row.values[head]) is not None
        and (found := strange(value, is_number=type(value) is int))
    ]
    line = _line(row, base)
    words = fold(row.of(DECISION))
    if not wrong and not row.of(KEY):
        if words:
            found = f"{quote(row.of(DECISION))} beside a row that can't be mended here"
            read.problems.append(row.wrong(DECISION, "no decision", found))
        return
    if not line:
        wrong.append(row.wrong(KEY, "the hidden cell as it was", "another"))
    elif row.of(ROW) != text_of(shown(base.lines[line - 1], sign)):
        wrong.append(row.wrong(ROW, "the locked row as it was written", quote(row.of(ROW))))
    elif line in read.mends:
        wrong.append(row.wrong(KEY, "each row once", "a row of the same line again"))
    if wrong:
        read.problems += wrong
        return
    decision = _DECISIONS.get(words, "")
    if words and (not decision or decision not in _allowed(row.title, base, line)):
        allowed = ", ".join(f"'{each}'" for each in _allowed(row.title, base, line))
        read.problems.append(row.wrong(DECISION, f"one of {allowed}", quote(row.of(DECISION))))
        return
    after, problems = _after(row, base, line, sign, decision, moved)
    if decision in (MEND, INSERT, DROP) and not row.of(REASON):
        problems.append(row.wrong(REASON, "the reason of the mend", "none"))
    read.problems += problems
    read.undecided += not decision
    if decision and not problems:
        read.mends[line] = Mend(line, decision, after, row.of(REASON))


def _line(row: _Cells, base: Draft) -> int:
    """The line that the hidden cell names; 0 where it names none of the text."""
    number = row.of(KEY).partition(" ")[0]
    line = int(number) if number.isdecimal() else 0
    is_ours = 0 < line <= len(base.lines) and row.of(KEY) == key_of(base, line)
    return line if is_ours and (row.title == PROBLEMS or line in base.doubts) else 0


def _allowed(title: str, base: Draft, line: int) -> tuple[str, ...]:
    if title == DOUBTS:
        return (KEEP, MEND, DROP)
    return (KEEP, MEND, INSERT, DROP) if line in base.doubts else (MEND, INSERT, DROP)


def _after(
    row: _Cells, base: Draft, line: int, sign: str, decision: str, moved: set[str]
) -> tuple[str, list[Problem]]:
    """The row that was written in place of a line, or above it, and what of it does not fit."""
    words, is_as_it_stands = row.of(MENDED), row.of(MENDED) == row.of(ROW)
    if decision not in (MEND, INSERT):
        if not words or is_as_it_stands:
            return "", []
        if decision:
            return "", [row.wrong(MENDED, f"the row as it stands beside '{decision}'",
                                  "another row")]  # fmt: skip
        return "", [row.wrong(DECISION, "a decision beside a row that was changed", "none")]
    if not words or is_as_it_stands:
        found = "the row as it stands" if words else "none"
        return "", [row.wrong(MENDED, "the row as the document has it", found)]
    if words.startswith(MARK) or (decision == MEND and words in moved):
        return "", [row.wrong(MENDED, "this row", f"{quote(words)}, another one")]
    before = base.lines[line - 1]
    widths = {len(cells_of(before))}
    # A row that two were read into is mended by two; a sentence stays in one line.
    rows = _lines(row.values[MENDED]) if widths != {1} else [words]
    if row.title == PROBLEMS:
        # What the import misses may be a cell, or a heading above.
        around = base.lines[max(line - 2, 0) : line + 1]
        widths |= {len(cells_of(each)) for each in around} | ({1} if decision == INSERT else set())
    cells = [[text_of(cell) for cell in each.split(sign)] for each in rows]
    wrong = next((each for each in cells if len(each) not in widths), None)
    if wrong is not None:
        expected = " or ".join(map(str, sorted(widths)))
        found = f"{len(wrong)}: {quote(f' {sign} '.join(wrong))}"
        return "", [row.wrong(MENDED, f"{expected} cells with {sign} between them", found)]
    if decision == MEND and len(cells) == 1:
        cells = [_kept(before, cells[0])]
    end = "\r" if before.endswith("\r") else ""
    return "\n".join("\t".join(each) + end for each in cells), []


def _lines(value: Any) -> list[str]:
    """The rows that a person wrote in one cell, each in a line."""
    lines = str(value).replace("_x000D_", "").splitlines()
    return [line for line in lines if line.strip()]


def _kept(before: str, cells: list[str]) -> list[str]:
    """The cells of a mended row; one that nobody changed keeps its letters as they were read."""
    old = before.removesuffix("\r").split("\t")
    if len(old) != len(cells):
        return cells
    return [
        kept if text_of(" ".join(cells_of(kept))) == cell else cell
        for kept, cell in zip(old, cells, strict=True)
    ]


def _mended(base: Draft, mends: Mapping[int, Mend]) -> Draft:
    """The text after the mends; what is decided is in doubt no longer."""
    lines: list[str] = []
    doubts, places = {}, {}
    for number, line in enumerate(base.lines, start=1):
        decided = mends.get(number)
        if decided and decided.decision == DROP:
            continue
        if decided and decided.decision == INSERT:
            lines += decided.after.split("\n")
        rows = decided.after.split("\n") if decided and decided.decision == MEND else [line]
        for each in rows:
            lines.append(each)
            if number in base.places:
                places[len(lines)] = base.places[number]
        # A line above which one was put in is as doubtful as before.
        if number in base.doubts and (not decided or decided.decision == INSERT):
            doubts[len(lines)] = base.doubts[number]
    return Draft(tuple(lines), doubts, places)


def _log(
    base: Draft, before: Mapping[int, Mend], read: _Read, now: datetime.datetime
) -> Iterator[tuple[str, ...]]:
    """What the text does not have yet: each new, altered or withdrawn decision."""
    when = now.isoformat(timespec="seconds")
    for line in sorted({*before, *read.mends}):
        old, new = before.get(line), read.mends.get(line)
        if old == new:
            continue
        what = (new.decision, base.lines[line - 1], new.after, new.reason) if new else (
            "geri alındı", base.lines[line - 1], "", "",
        )  # fmt: skip
        yield (when, read.judge, str(base.number(line)), base.place(line), *what)


def _counted(mends: Mapping[int, Mend]) -> dict[str, int]:
    decisions = [each.decision for each in mends.values()]
    return {each: decisions.count(each) for each in (KEEP, MEND, INSERT, DROP) if each in decisions}
