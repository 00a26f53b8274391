"""Nothing is read wrong in silence: a damaged file is refused with a place, read as the sound one,
or differs in ways that a finding names."""

from __future__ import annotations

import re
from collections import Counter
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
