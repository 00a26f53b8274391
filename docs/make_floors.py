"""Draws the rooms of ``present/`` and what stands around them into docs/architecture.md.

``python docs/make_floors.py`` (``make docs``) reads every module's imports. A room stands one floor
above the highest room that it knows.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- floors: made by `make docs` -->\n", "<!-- /floors -->\n"

#: Parts of the house that are one room each; ``present`` is a house of rooms.
WHOLE = ("kbb_data", "db", "pages", "app")


def room_of(module: str) -> str:
    """The room of a dotted name of ours: ``present.budget`` for ``present.budget.model``.

    The pages and links of the site lie below the rooms that link through them, the rest of the
    site above: they are two rooms.
    """
    parts = module.split(".")
    if parts[0] in WHOLE:
        return parts[0]
    if parts[:2] == ["present", "site"] and (parts[2:] or ["pages"])[0] in ("pages", "links"):
        return "present.site (addresses)"
    return ".".join(parts[:2])


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the application: its dotted name and its file."""
    yield "app", ROOT / "app.py"
    for part in ("kbb_data", "db", "present", "pages"):
        for path in sorted((ROOT / part).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            if path.stem != "__init__" or path.read_text(encoding="utf-8").count("import "):
                yield name.removesuffix(".__init__"), path


def arrows() -> Mapping[str, frozenset[str]]:
    """Which other rooms each room knows."""
    known = {name for name, _path in modules()}
    knows: dict[str, set[str]] = defaultdict(set)
    for name, path in modules():
        room = room_of(name)
        knows[room] |= set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                targets = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                targets = [
                    full if (full := f"{node.module}.{alias.name}") in known else node.module
                    for alias in node.names
                ]
            else:
                continue
            for target in targets:
                if target in known and target not in ("present", "pages"):
                    knows[room].add(room_of(target))
    return {room: frozenset(known - {room}) for room, known in knows.items()}


def floors(known: Mapping[str, frozenset[str]]) -> list[list[str]]:
    """The rooms from the ground up. Raises ``ValueError`` naming rooms that know each other."""
    placed: dict[str, int] = {}
    left = dict(known)
    while left:
        ready = [room for room, others in left.items() if others <= placed.keys()]
        if not ready:
            raise ValueError(f"a circle of imports among {', '.join(sorted(left))}")
        for room in ready:
            placed[room] = max((placed[other] + 1 for other in known[room]), default=0)
            del left[room]
    return [
        sorted(room for room, floor in placed.items() if floor == height)
        for height in range(max(placed.values()) + 1)
    ]


def drawing() -> str:
    """The floors from the top down as Markdown: a line a room, with the rooms that it knows."""
    known = arrows()
    lines = ["| floor | room | knows |", "| ---: | --- | --- |"]
    storeys = floors(known)
    for height in range(len(storeys) - 1, -1, -1):
        for room in storeys[height]:
            others = ", ".join(other.removeprefix("present.") for other in sorted(known[room]))
            lines.append(
                f"| {height} | {room.removeprefix('present.')} | {others or 'nothing of ours'} |"
            )
    return "\n".join(lines) + "\n"


def written(text: str) -> str:
    """The document with the drawing in its place."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{drawing()}\n{END}{after}"


if __name__ == "__main__":
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
