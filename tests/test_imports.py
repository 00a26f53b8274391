"""Imports run one way: kbb_data <- db <- present <- pages, app.

Every module's syntax tree is read, so an import inside a function counts as well.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.make_floors import DOCUMENT, arrows, floors, written

ROOT = Path(__file__).resolve().parent.parent

#: What each part of the house may import of ours, beside itself.
ALLOWED: dict[str, frozenset[str]] = {
    "kbb_data": frozenset(),
    "db": frozenset({"kbb_data"}),
    "present": frozenset({"kbb_data", "db"}),
    "pages": frozenset({"kbb_data", "db", "present"}),
    "app": frozenset({"kbb_data", "db", "present", "pages"}),
}

#: What a room of present/ knows beside the kit and the site's addresses; what stands here and is
#: not used any more goes.
ROOMS: dict[str, frozenset[str]] = {
    "kit": frozenset(),
    "budget": frozenset(),
    "indicators": frozenset(),
    "places": frozenset(),
    "picture": frozenset(),
    "opendata": frozenset(),
    "council": frozenset(),
    "findings": frozenset({"places"}),
    "resources": frozenset({"places"}),
    "site": frozenset({"indicators"}),
    "plan": frozenset({"budget", "findings", "indicators"}),
    "execution": frozenset({"budget"}),
    "units": frozenset({"budget", "council", "findings"}),
    "compare": frozenset({"budget", "indicators", "units"}),
    "change": frozenset({"budget", "units"}),
    "promises": frozenset({"indicators"}),
    "topics": frozenset({"budget"}),
    # They put together what all subjects give.
    "search": frozenset(
        {"budget", "council", "execution", "indicators", "places", "site", "topics"}
    ),
    "briefing": frozenset(
        {"budget", "change", "council", "execution", "findings", "indicators", "places",
         "promises", "units"}
    ),
    "figures": frozenset(
        {"budget", "change", "compare", "council", "execution", "findings", "indicators",
         "opendata", "picture", "places", "promises", "resources", "topics", "units"}
    ),
    "web": frozenset({"briefing", "figures", "opendata", "picture", "places", "topics", "search"}),
    "__main__": frozenset({"figures", "opendata", "picture", "web"}),
}  # fmt: skip
#: What every room but the kit may know of the site.
ADDRESSES = "site (addresses)"

#: Within present/, the only modules that may ask the database.
PRESENT_WITH_DB = frozenset(
    {
        "present/__main__.py",
        "present/opendata/source.py",
        "present/opendata/versions.py",
        "present/web/files.py",
        "present/web/programmes.py",
    }
)

#: Third-party packages and the only places that may import them.
CONFINED: dict[str, tuple[str, ...]] = {
    "streamlit": ("pages/", "app.py"),
    "sqlalchemy": (
        "db/",
        "present/__main__.py",
        "present/opendata/source.py",
        "pages/parts/",
        "app.py",
    ),
    "psycopg": ("db/",),
    "pyarrow": ("present/opendata/parquet.py",),
    "filelock": ("db/",),
    "altair": ("present/",),
    "pydeck": ("present/", "pages/"),
    "pandas": ("db/", "present/", "pages/"),
    "rapidfuzz": ("kbb_data/judging/",),
    "docx": ("kbb_data/files/",),
    "lxml": ("kbb_data/files/",),
    "openpyxl": ("kbb_data/files/", "kbb_data/judging/"),
    "pdfplumber": ("kbb_data/files/",),
    "pdfminer": ("kbb_data/files/",),
}


def our_modules() -> list[Path]:
    """Every Python module of the application, relative to the root; tests and tools left out."""
    found = [Path("app.py")] if (ROOT / "app.py").exists() else []
    for part in ALLOWED:
        found += sorted(path.relative_to(ROOT) for path in (ROOT / part).rglob("*.py"))
    return found


def imported(source: str, module: str) -> Iterator[tuple[int, str]]:
    """(line, absolute dotted name) of everything that ``source``, the module at the path
    ``module``, imports; ``from a import b`` gives both a and a.b."""
    package = list(Path(module).parent.parts)
    for node in ast.walk(ast.parse(source, module)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            yield node.lineno, name
            for alias in node.names:
                yield node.lineno, f"{name}.{alias.name}"


def offences(source: str, module: str) -> list[str]:
    """What the module at ``module`` imports against the rules, as one sentence each."""
    part = module.split("/")[0].removesuffix(".py")
    wrong = []
    for line, name in imported(source, module):
        top = name.split(".")[0]
        if top in ALLOWED and top != part and top not in ALLOWED[part]:
            wrong.append(f"{module}:{line} imports {name}: {part} must not know {top}")
        if top == "db" and part == "present" and module not in PRESENT_WITH_DB:
            wrong.append(f"{module}:{line} imports {name}: only {sorted(PRESENT_WITH_DB)} may")
        is_schemas = name == "kbb_data.schema" or name.startswith("kbb_data.schema.")
        if module.startswith("kbb_data/schema/") and top in ALLOWED and not is_schemas:
            wrong.append(f"{module}:{line} imports {name}: the schema imports nothing of ours")
        if top in CONFINED and not module.startswith(CONFINED[top]):
            wrong.append(f"{module}:{line} imports {name}: only {CONFINED[top]} may")
    return wrong


def test_every_module_imports_only_what_lies_below_it() -> None:
    wrong = {
        path.as_posix(): found
        for path in our_modules()
        if (found := offences((ROOT / path).read_text(encoding="utf-8"), path.as_posix()))
    }
    assert wrong == {}


def test_every_part_of_the_house_was_read() -> None:
    parts = {path.parts[0].removesuffix(".py") for path in our_modules()}
    assert parts == set(ALLOWED)


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("kbb_data/reading/programme.py", "import db.engine"),
        ("kbb_data/judging/tidy.py", "import pandas as pd"),
        ("kbb_data/schema/model.py", "from .. import turkish"),
        ("kbb_data/schema/__init__.py", "from kbb_data.turkish import fold"),
        ("db/queries.py", "from present import theme"),
        ("db/load.py", "def late():\n    import streamlit"),
        ("present/kit/charts/bars.py", "from db.queries import totals"),
        ("present/kit/charts/bars.py", "import streamlit as st"),
        ("present/figures/registry.py", "from pages.parts import data"),
        ("pages/butce.py", "import app"),
        ("pages/butce.py", "import altair as alt"),
    ],
)
def test_a_wrong_import_is_found(module: str, line: str) -> None:
    assert offences(line, module)


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("db/load.py", "from kbb_data import schema"),
        ("present/opendata/source.py", "from db import queries"),
        ("pages/parts/data.py", "from db import queries"),
        ("kbb_data/judging/tidy.py", "from ..turkish import fold"),
        ("app.py", "import streamlit as st"),
    ],
)
def test_a_right_import_passes(module: str, line: str) -> None:
    assert offences(line, module) == []


def rooms_known() -> dict[str, set[str]]:
    """Which rooms of present/ each room of present/ knows."""
    return {
        room.removeprefix("present."): {
            known.removeprefix("present.") for known in others if known.startswith("present.")
        }
        for room, others in arrows().items()
        if room.startswith("present.")
    }


def test_a_room_knows_the_kit_and_what_is_written_down() -> None:
    known = rooms_known()
    assert known.pop(ADDRESSES) == {"kit"}
    assert known.keys() == ROOMS.keys(), "a room is written down here, or it is none"
    usual = {"kit", ADDRESSES}
    assert {room: others - usual for room, others in known.items()} == ROOMS
    assert not known["kit"]


def test_a_circle_is_named() -> None:
    with pytest.raises(ValueError, match=r"a circle of imports among a, b$"):
        floors({"a": frozenset({"b"}), "b": frozenset({"a"}), "c": frozenset()})


def test_a_room_stands_above_the_highest_that_it_knows() -> None:
    known = {"a": frozenset({"c", "b"}), "b": frozenset({"c"}), "c": frozenset[str]()}
    assert floors(known) == [["c"], ["b"], ["a"]]


def test_the_drawing_in_the_documentation_is_what_the_code_says() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert written(text) == text, "draw it anew: make docs"


def test_no_module_is_longer_than_a_person_reads() -> None:
    longest = {
        path.as_posix(): len((ROOT / path).read_text(encoding="utf-8").splitlines())
        for path in our_modules()
    }
    assert {name: lines for name, lines in longest.items() if lines > 400} == {}
