"""Which modules are tried, and which test files ask each: worked out from the imports."""

from __future__ import annotations

import ast
import importlib.util
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CONFIG: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("config.toml").read_text(encoding="utf-8")
)
#: Folders whose modules are ours.
OURS = ("kbb_data", "db", "present", "pages", "tests")


def globbed(patterns: Iterable[str]) -> list[Path]:
    """The files of patterns, relative to the project, each once."""
    return sorted({path for pattern in patterns for path in ROOT.glob(pattern)})


def sources() -> list[Path]:
    """The modules that ``config.toml`` names."""
    return [path for path in globbed(CONFIG["sources"]) if path.name != "__init__.py"]


def tests_of(path: Path) -> list[str]:
    """A module's test files, those named like it first; empty when nothing asks it.

    Which ones: see ``config.toml``.
    """
    name = module_name(path)
    package = name.rpartition(".")[0]
    asked = {name, package} if "." in package else {name}
    mirror = ROOT / "tests" / path.relative_to(ROOT).parent
    never = set(globbed([*CONFIG["never"], *CONFIG["dear"]]))
    beside = [
        test
        for pattern, tests in CONFIG["beside"].items()
        if path in globbed([pattern])
        for test in globbed(tests)
    ]
    direct = [
        test
        for test in globbed(CONFIG["tests"])
        if ("." in package and test.parent == mirror)
        or (path not in globbed(CONFIG["own_folder"]) and imported_by(module_name(test)) & asked)
    ]
    direct.sort(key=lambda test: (test.name != f"test_{path.stem}.py", test.parent != mirror))
    if not direct and not beside:
        dependent = depends_on(name)
        direct = [test for test in globbed(CONFIG["tests"]) if module_name(test) in dependent]
    chosen = dict.fromkeys([*direct, *beside])
    return [str(test.relative_to(ROOT)) for test in chosen if test not in never]


def asks(test: str, path: Path) -> bool:
    """Whether a test file is named like the module or imports it."""
    file = ROOT / test
    return file.name == f"test_{path.stem}.py" or module_name(path) in imported_by(
        module_name(file)
    )


def depends_on(name: str) -> set[str]:
    """The modules of ours that can't be imported without the module named, itself among them."""
    dependent = {name}
    while True:
        more = {
            module
            for module in ours()
            if module not in dependent and imported_by(module) & dependent
        }
        if not more:
            return dependent
        dependent |= more


def module_name(path: Path) -> str:
    """``present.budget`` for ``present/budget.py``; a package's own for its ``__init__.py``."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def ours() -> dict[str, Path]:
    """Our modules by name."""
    return {module_name(path): path for top in OURS for path in sorted((ROOT / top).rglob("*.py"))}


@cache
def imported_by(name: str) -> frozenset[str]:
    """Our modules that a module imports anywhere in it, with the packages that they lie in."""
    path = ours()[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    asked: set[str] = {package}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            asked |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                base = importlib.util.resolve_name("." * node.level + base, package)
            asked |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    for module in list(asked):
        parts = module.split(".")
        asked |= {".".join(parts[:count]) for count in range(1, len(parts))}
    return frozenset(asked & set(ours()) - {name})
