"""The table of what `make validate` asks names every program, in the versions of the locks."""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def rows() -> dict[str, list[str]]:
    """The table's rows by program; a row may name several."""
    table: dict[str, list[str]] = {}
    for line in (ROOT / "docs" / "validators.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 4:
            table.update(dict.fromkeys(re.findall(r"`([^`]+)`", cells[0]), cells))
    return table


def test_every_program_stands_in_the_table() -> None:
    block = (ROOT / ".ci" / "tools").read_text().partition("<<'PROGRAMS'\n")[2]
    programs = [line.split()[0] for line in block.partition("\nPROGRAMS\n")[0].splitlines()]
    assert {"rsvg-convert", "inkscape"} <= set(programs)
    assert [program for program in programs if program not in rows()] == []


def test_what_a_lock_fixes_stands_in_the_table_with_its_version() -> None:
    python = re.findall(
        r"^([\w.-]+)==(\S+)$", (ROOT / "requirements" / "validate.in").read_text(), re.MULTILINE
    )
    package = json.loads((ROOT / "tests" / "validate" / "package.json").read_text())
    wanted = {**dict(python), **package["dependencies"]}
    assert {program: rows().get(program, ["", ""])[1] for program in wanted} == wanted


def test_every_test_that_is_named_is_there() -> None:
    for cells in rows().values():
        for path in re.findall(r"`(tests/[^`]+)`", cells[3]):
            assert (ROOT / path).is_file(), f"{path} is named for {cells[0]}"
