"""What `make mutants` relies on: every source is asked by tests, and swapped functions are met."""

from __future__ import annotations

import builtins
import sys
import textwrap
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench.mutants import swap, telling, trial
from bench.mutants.constants import constant
from bench.mutants.notes import Notes
from bench.mutants.sources import ROOT, depends_on, imported_by, sources
from bench.mutants.sources import tests_of as files_of
from kbb_data.judging import indicators, sections
from kbb_data.reading import pipes

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


def test_every_source_is_asked_by_tests() -> None:
    for path in sources():
        tests = files_of(path)
        assert tests, path
        assert len(set(tests)) == len(tests), path
        assert all((ROOT / test).is_file() for test in tests), path


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


def test_what_a_function_makes_anew_as_it_runs_comes_along(module: ModuleType) -> None:
    path = Path(str(module.__file__))
    without = TEXT.replace("[number for number in numbers if number > LIMIT]", "None")
    changed = swap.changes(path, TEXT, without)
    assert changed
    swap.Living().put(path, TEXT, changed)
    assert module.larger([4]) is None


def test_a_constants_new_value_reaches_who_imported_it_and_names_its_readers() -> None:
    path = Path(str(indicators.__file__))
    before = path.read_text(encoding="utf-8")
    line = 'RATE, PERCENT = "more_to_100", "%"'
    assert line in before
    named = constant(path, before, before.replace(line, 'RATE, PERCENT = "rate", "%"'))
    assert named is not None
    assert named.values == {"RATE": "rate", "PERCENT": "%"}
    assert not named.is_early
    assert {"indicators.py", "sections.py"} <= {Path(file).name for file, _ in named.readers}
    living = swap.Living()
    living.bind(indicators.__name__, named.values)
    try:
        assert (indicators.RATE, sections.RATE) == ("rate", "rate")
    finally:
        living.bind(indicators.__name__, {"RATE": "more_to_100", "PERCENT": "%"})
    assert sections.RATE == "more_to_100"


def test_a_constant_that_can_not_be_made_has_no_values_and_an_object_is_none() -> None:
    path = Path(str(pipes.__file__))
    before = path.read_text(encoding="utf-8")
    line = '_HASHES = re.compile(r"#{1,6}\\s+")'
    assert line in before
    impossible = constant(path, before, before.replace(line, "_HASHES = re.compile(None)"))
    assert impossible is not None
    assert not impossible.values
    assert constant(path, before, before.replace(line, "_HASHES = object()")) is None


def test_functions_and_lambdas_tell_where_they_stand_and_stay_what_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[tuple[str, int]] = []
    monkeypatch.setattr(builtins, telling.NAME, told.append, raising=False)
    space: dict[str, Any] = {}
    text = 'def half(number):\n    """Half."""\n    return number / 2\n\n\nsame = lambda x: x\n'
    exec(telling.telling("half.py", text), space)
    assert told == []
    assert (space["half"](4), space["half"].__doc__, space["same"](0)) == (2, "Half.", 0)
    assert told == [("half.py", 1), ("half.py", 6)]


def test_who_asks_a_cache_calls_what_filled_it() -> None:
    notes = Notes()
    cache = ("cache", 1, 0)
    with notes.of("first"), notes.of(cache):
        notes.told(("db.py", 1))
    with notes.of("second"):
        with notes.of(cache):
            pass
        notes.told(("db.py", 2))
    with notes.of("third"):
        pass
    notes.uses("third", "second")
    assert notes.places("first") == {("db.py", 1)}
    assert notes.places("second") == notes.places("third") == {("db.py", 1), ("db.py", 2)}
    assert notes.places("fourth") == set()


def test_what_is_imported_already_is_not_imported_afresh() -> None:
    module = trial.Module(Path(str(pipes.__file__)), "", [])
    with pytest.raises(RuntimeError, match=r"kbb_data\.reading\.pipes"):
        trial.try_afresh(module, [], {})
