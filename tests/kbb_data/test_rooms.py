"""The rooms of kbb_data know each other one way: files, reading and publishing stand at
the bottom."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.support.source import ROOT

HOME = ROOT / "kbb_data"

#: What each room may import of the others, beside the modules that lie in no room.
ROOMS: dict[str, set[str]] = {
    "files": set(),
    "reading": set(),
    "publishing": set(),
    "judging": {"files", "reading", "publishing"},
    "checking": {"reading", "publishing"},
    "results": {"files", "reading", "publishing", "judging", "checking"},
}
#: Modules of no room that join the rooms together; no room may know them.
JOINING = {"__main__", "importer"}


def imported(path: Path) -> set[str]:
    """The second part of every ``kbb_data.`` name that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, path
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("kbb_data.")}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_the_rooms_below_it(room: str) -> None:
    modules = sorted((HOME / room).rglob("*.py"))
    assert len(modules) > 2
    for module in modules:
        known = imported(module) & (ROOMS.keys() | JOINING)
        assert known <= ROOMS[room] | {room}, module


def test_what_lies_in_no_room_knows_none_but_for_what_joins_them() -> None:
    for module in [
        *HOME.glob("*.py"),
        *(HOME / "schema").glob("*.py"),
        *(HOME / "geo").glob("*.py"),
        *(HOME / "prices").glob("*.py"),
    ]:
        if module.stem not in JOINING:
            assert not imported(module) & (ROOMS.keys() | JOINING), module


def test_every_folder_with_code_is_a_room_or_known() -> None:
    folders = {path.parent.name for path in HOME.glob("*/*.py")}
    assert folders == {*ROOMS, "schema", "geo", "prices"}
