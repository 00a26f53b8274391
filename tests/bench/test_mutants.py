"""What `make mutants` relies on: every source is asked by tests, and swapped functions are met."""

from __future__ import annotations

import sys
import textwrap
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from bench.mutants import swap
from bench.mutants.sources import ROOT, depends_on, imported_by, sources
from bench.mutants.sources import tests_of as files_of

TEXT = textwrap.dedent(
    """
    from functools import lru_cache
    LIMIT = 3

    class Row:
        @property
        def is_over(self):
            return self.amount > LIMIT

    @lru_cache
    def double(number, by=2):
        return number * by

    def larger(numbers):
        return [number for number in numbers if number > LIMIT]
    """
)


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A loaded module of the text above."""
    path = tmp_path / "db.py"
    path.write_text(TEXT, encoding="utf-8")
    spec = spec_from_file_location("db.of_a_test", path)
    assert spec is not None
    assert spec.loader is not None
    loaded = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "db.of_a_test", loaded)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_source_is_asked_by_tests(path: Path) -> None:
    tests = files_of(path)
    assert tests
    assert len(set(tests)) == len(tests)
    assert all((ROOT / test).is_file() for test in tests)


def test_the_sources_are_those_of_the_whole_house() -> None:
    folders = {path.relative_to(ROOT).parts[0] for path in sources()}
    assert {"kbb_data", "db", "present"} <= folders
    assert len(sources()) > 40


def test_dependence_goes_through_other_modules() -> None:
    assert "kbb_data.schema" in imported_by("db.tables")
    dependent = depends_on("kbb_data.schema")
    assert {"kbb_data.schema", "db.tables", "db.load", "pages.butce"} <= dependent
    assert "kbb_data.turkish" not in dependent


@pytest.mark.parametrize(
    ("before", "after", "ask", "right", "wrong"),
    [
        ("amount > LIMIT", "amount >= LIMIT", "is_over", False, True),
        ("number * by", "number / by", "double", 6, 1.5),
        ("if number > LIMIT", "if number >= LIMIT", "larger", [4], [3, 4]),
    ],
)
def test_a_changed_function_is_met_wherever_it_was_imported(
    module: ModuleType, before: str, after: str, ask: str, right: object, wrong: object
) -> None:
    row = module.Row()
    row.amount = 3
    asked = {
        "is_over": lambda: row.is_over,
        "double": partial(module.double, 3),
        "larger": partial(module.larger, [2, 3, 4]),
    }[ask]
    assert asked() == right
    path = Path(str(module.__file__))
    changed = swap.changes(path, TEXT, TEXT.replace(before, after))
    assert changed
    swap.Living().put(path, TEXT, changed)
    assert asked() == wrong


@pytest.mark.parametrize(
    ("before", "after"),
    [("LIMIT = 3", "LIMIT = 4"), ("by=2", "by=3"), ("def larger", "def smaller")],
)
def test_what_runs_at_the_import_is_not_swapped(before: str, after: str, tmp_path: Path) -> None:
    assert swap.changes(tmp_path / "db.py", TEXT, TEXT.replace(before, after)) is None


def test_nothing_changed_is_nothing_to_swap(tmp_path: Path) -> None:
    assert swap.changes(tmp_path / "db.py", TEXT, TEXT) == {}
