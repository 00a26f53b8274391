"""Nothing is read wrong in silence: a damaged file is refused with a place, read as the sound one,
or differs in ways that a finding names."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pytest

from kbb_data.files.extract import extract
from kbb_data.importer import build
from kbb_data.problems import Unreadable
from tests.kbb_data.damage import DAMAGED, EQUAL, FOUND, REFUSED, Outcome
from tests.kbb_data.reading.alterations import SMALL

Tables = dict[str, list[dict[str, Any]]]
#: Columns that say where a row stands in the text.
PLACES = re.compile(r"source_line|source_sha256|.*_line")
#: Tables about the tables.
ABOUT = ("findings", "checks")


def said(tables: Tables) -> Tables:
    """What the tables say of the programme."""
    return {
        name: [{c: v for c, v in row.items() if not PLACES.fullmatch(c)} for row in rows]
        for name, rows in tables.items()
        if name not in ABOUT
    }


def told(tables: Tables) -> Counter[str]:
    """How often something is found, lines and numbers of rows left out, and the checks that had
    nothing to compare."""
    found = Counter(
        re.sub(r"\.\d+(?=\.|$)", "", row["finding"]) + f" {row['stated']}"
        for row in tables["findings"]
    )
    return found + Counter(row["check"] for row in tables["checks"] if row["state"] == "no_table")


@pytest.fixture(scope="module")
def sound() -> Tables:
    return build(SMALL.encode("utf-8"), [])[2]


def outcome(content: bytes, folder: Path, sound: Tables) -> Outcome:
    """What becomes of a file, and the words of it; without words for one read wrong in silence."""
    path = folder / "programme"
    path.write_bytes(content)
    try:
        tables = build(extract(path).content, [])[2]
    except Unreadable as refused:
        placed = [problem for problem in refused.problems if problem.place]
        return REFUSED, "\n".join(map(str, placed))
    if said(tables) == said(sound):
        return EQUAL, ""
    return FOUND, "\n".join(sorted(told(tables) - told(sound)))


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_never_goes_by_in_silence(name: str, sound: Tables, tmp_path: Path) -> None:
    content, (expected, words) = DAMAGED[name]
    found, message = outcome(content, tmp_path, sound)
    assert found == expected, message
    assert words in message
    assert message.count("\n") < 12


def test_there_are_enough_of_them() -> None:
    assert len(DAMAGED) >= 30


#: How many of the lines' damages a run of all tests tries: each so manieth, all of them with
#: ``DAMAGE_STEP=1``.
STEP = int(os.environ.get("DAMAGE_STEP", "23"))
LINES = SMALL.split("\n")
AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+,\d\d")

#: What nothing else in the document contradicts, by what was done and to which line: seats and
#: figures of one row exchanged, columns that their heads name anew, people and buildings lost,
#: totals, notes and last rows that are not there, a note's line printed twice, a measure changed.
UNKNOWABLE = tuple(
    (how, re.compile(line))
    for how, line in (
        ("exchanged", r".*KOMİSYONU\t|.*: .*\t.*: "),
        ("exchanged", r"UNVAN\tİLK|.*2026 Tahmin\t"),
        ("exchanged", r"\d\t[^\t]+\t+[\d.,-]+\t[\d.,-]+\t[\d.,-]+\t?$"),
        ("lost", r"Meclis |Divan Yedek|[^\t]+ [A-ZÇĞİÖŞÜ]+$|Dr\. Işıl|Can DERE|Nil DAĞ|\tÜye: Yab"),
        ("lost", r"(?:Memur|İşçi)\t\d+\t\d+\t\d+$|(?:GENEL )?TOPLAM\t"),
        ("lost", r"2\.2\.1|- |Açıklamalar: |<ul|\d\t[^\t]+\t+[\d.,-]+\t[\d.,-]+\t[\d.,-]+\t?$"),
        ("lost", r"Programda 3 adet"),
        ("twice", r"<ul"),
    )
)


def damaged_lines() -> Iterator[tuple[str, int, list[str]]]:
    """What can happen to a line: how, its place, and the whole text's lines after it."""
    start = LINES.index("1.2. Teşkilat Yapısı")
    for n in range(start, len(LINES)):
        line, above, below = LINES[n], LINES[:n], LINES[n + 1 :]
        if not line.strip():
            continue
        yield "lost", n, above + below
        yield "twice", n, [*above, line, line, *below]
        yield "end", n, above
        yield "end within", n, [*above, line[: len(line) // 2]]
        for tab in re.finditer("\t", line):
            yield "tab lost", n, [*above, line[: tab.start()] + line[tab.end() :], *below]
        cells = line.split("\t")
        filled = [place for place, cell in enumerate(cells) if cell.strip()]
        for one, other in pairwise(filled):
            swapped = list(cells)
            swapped[one], swapped[other] = cells[other], cells[one]
            if swapped != cells:
                yield "exchanged", n, [*above, "\t".join(swapped), *below]
        for amount in AMOUNT.finditer(line):
            more = line[: amount.start()] + amount[0][0] + line[amount.start() :]
            yield "digit twice", n, [*above, more, *below]


def test_a_line_damaged_anywhere_never_goes_by_in_silence(sound: Tables) -> None:
    meant = said(sound)
    first, last = (n for n, line in enumerate(LINES) if line.startswith(("1.3. F", "1.4. B")))
    buildings = range(first, last)
    silent = []
    for how, n, lines in islice(damaged_lines(), STEP // 2, None, STEP):
        try:
            tables = build("\n".join(lines).encode("utf-8"), [])[2]
        except Unreadable:
            continue
        if said(tables) == meant or told(tables) - told(sound):
            continue
        known = n in buildings and how in ("lost", "digit twice")
        if not known and not any(way == how and at.match(LINES[n]) for way, at in UNKNOWABLE):
            silent.append(f"line {n + 1} {how}: {LINES[n]}")
    assert silent == []
