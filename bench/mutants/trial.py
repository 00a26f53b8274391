"""A room's mutants tried: quickly by swapped functions, then, where needed, by fresh imports.

The modules of a folder share a run of their tests, in which is noted what each test calls.
"""

from __future__ import annotations

import importlib.util
import mmap
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial, wraps
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any, cast

import pytest
import vl_convert

from bench.mutants import swap, telling
from bench.mutants.constants import constant
from bench.mutants.forks import KILLED, SLOW, SURVIVED, answered, awaited, forked, quiet, together
from bench.mutants.mutant import Mutant
from bench.mutants.notes import Notes
from bench.mutants.sources import CONFIG, ROOT, asks, imported_by, module_name, ours, tests_of
from bench.mutants.telling import Place

_OPTIONS = [
    *("-q", "-s", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-p", "no:randomly", "--hypothesis-profile=mutants"),
]


#: The longest name of a test that is told, in bytes.
_LONG = 1000


@dataclass
class Module:
    """A module to try: its text, its mutants, and what became of them, ``None`` until tried;
    or the problem for which that is not known."""

    path: Path
    source: str
    mutants: Sequence[Mutant]
    results: list[str | None] = field(default_factory=list)
    problem: str = ""

    def __post_init__(self) -> None:
        self.results = self.results or [None] * len(self.mutants)


def tried(modules: Sequence[Module]) -> Iterator[Module]:
    """The modules, one after the other, once all their mutants have an outcome.

    Raises RuntimeError when no test of theirs passes over the unchanged modules.
    """
    tests = list(dict.fromkeys(test for module in modules for test in tests_of(module.path)))
    warm = answered(lambda: _warm(modules, tests))
    if "problem" in warm:
        raise RuntimeError(f"{warm['problem']}: {' '.join(tests)}")
    for number, module in enumerate(modules):
        module.results = warm["results"][number]
        try:
            try_afresh(module, warm["asked"][number], warm["times"])
        except RuntimeError as error:
            module.problem = str(error)
        yield module


def _warm(modules: Sequence[Module], tests: list[str]) -> dict[str, Any]:
    quiet()
    loop = _Loop(modules)
    ended = pytest.main([*_OPTIONS, *tests], plugins=[loop])
    if not loop.items:
        return {"problem": f"no test passes over the unchanged modules ({ended!s})"}
    return {
        "results": [module.results for module in modules],
        "asked": [loop.asking(module) for module in modules],
        "times": {item.nodeid: seconds for item, seconds in loop.times.items()},
    }


@dataclass(frozen=True)
class _Try:
    """A mutant that can be planted in a running process: its module and number, what plants it,
    the tests to ask, and whether who survives them is still to be imported afresh."""

    module: int
    number: int
    plant: Callable[[], None]
    callers: list[pytest.Item]
    is_open: bool


class _Loop:
    """Runs the tests once, noting what each calls; then a mutant's callers again, in a child each.

    A test that fails unchanged is asked about nothing. Those that noticed something are run once
    more, unchanged and in the same order: what such a test fails then, it has not noticed.
    Who survives but was called while modules were imported is left for a fresh import, and so is
    who is called by tests that draw: the converter's threads don't live on in a child.
    """

    def __init__(self, modules: Sequence[Module]) -> None:
        self._modules = modules
        self._notes = Notes()
        telling.listen(self._notes.told)
        self._notes.watch_caches()
        self._notes.watch_kept()
        self.items: list[pytest.Item] = []
        self.times: dict[pytest.Item, float] = {}
        self._calls: dict[pytest.Item, set[Place]] = {}
        self._drawn: list[str] = []
        for name, function in vars(vl_convert).items():
            if callable(function) and not name.startswith("_"):
                setattr(vl_convert, name, self._noting(name, function))
        self._drawing = set[Place]()

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Iterator[None]:
        with self._notes.of(fixturedef):
            yield

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._early = self._notes.places(None)
        found, drawing = list(session.items), list[pytest.Item]()
        for item, following in zip(found, [*found[1:], None], strict=True):
            self._drawn.clear()
            failed, start = session.testsfailed, time.process_time()
            with self._notes.of(item):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            for defined in cast(Any, item)._fixtureinfo.name2fixturedefs.values():
                for fixture in defined:
                    self._notes.uses(item, fixture)
            self.times[item] = time.process_time() - start
            if session.testsfailed == failed:
                self.items.append(item)
            if self._drawn:
                drawing.append(item)
        self._calls = {item: self._notes.places(item) | _own(item) for item in self.items}
        self._drawing = set().union(*(self._calls[item] for item in drawing if item in self._calls))
        self.items = [item for item in self.items if item not in drawing]
        self._living = swap.Living()
        doubtful = set[str]()
        while True:
            noticed = self._try(session)
            failing = answered(partial(self._failing, session, set(noticed.values())))
            new = set(failing.get("failing", noticed.values())) - doubtful
            if not new:
                return True
            doubtful |= new
            self.items = [item for item in self.items if item.nodeid not in doubtful]
            for (module, number), nodeid in noticed.items():
                if nodeid in new:
                    self._modules[module].results[number] = None

    def _try(self, session: pytest.Session) -> dict[tuple[int, int], str]:
        """Gives outcomes to mutants without one that change functions only; which test noticed."""
        tries = list[_Try]()
        for place, module in enumerate(self._modules):
            for number, mutant in enumerate(module.mutants):
                if module.results[number] is None:
                    change = self._change(module, mutant)
                    if change == KILLED:
                        module.results[number] = KILLED
                    elif not isinstance(change, str) and change is not None:
                        tries.append(_Try(place, number, *change))
        # What a child has to tell beside how it ended: which of the callers noticed, from 1 on.
        told = mmap.mmap(-1, 4 * len(tries) + 4)
        works = [
            (
                key,
                self._work(session, each, memoryview(told)[4 * key : 4 * key + 4]),
                max(float(CONFIG["seconds"]), 4 * sum(self.times[of] for of in each.callers)),
            )
            for key, each in enumerate(tries)
        ]
        noticed: dict[tuple[int, int], str] = {}
        for key, end in together(works):
            each = tries[key]
            caller = int.from_bytes(told[4 * key : 4 * key + 4], "little")
            # A child that ended without a test that failed says nothing.
            left = each.is_open if end == SURVIVED else end != SLOW and not caller
            self._modules[each.module].results[each.number] = None if left else end
            if caller:
                noticed[each.module, each.number] = each.callers[caller - 1].nodeid
        return noticed

    def _change(
        self, module: Module, mutant: Mutant
    ) -> tuple[Callable[[], None], list[pytest.Item], bool] | str | None:
        """What plants a mutant in this process, the tests to ask, and whether what survives them
        is still to be imported afresh; ``None`` when it can't be planted, ``killed`` when the
        module can't be imported with it."""
        path, source = module.path, module.source
        changed = swap.changes(path, source, mutant.code)
        if changed is not None:
            where = swap.called(path, source, changed)
            plant = partial(self._living.put, path, source, changed)
            is_early = bool(where & (self._early | self._drawing))
            return plant, self._callers(module, where), is_early
        named = constant(path, source, mutant.code)
        if named is not None and not named.values:
            return KILLED
        if named is not None:
            plant = partial(self._living.bind, module_name(path), named.values)
            readers = set(named.readers)
            is_early = named.is_early or bool(readers & (self._early | self._drawing))
            return plant, self._callers(module, readers), is_early
        return None

    def asking(self, module: Module) -> list[str]:
        """The tests that call the module or another that imports it."""
        importing = {
            str(path)
            for name, path in ours().items()
            if path == module.path or module_name(module.path) in imported_by(name)
        }
        return [
            item.nodeid
            for item, calls in self._calls.items()
            if any(place[0] in importing for place in calls)
        ]

    def _noting(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def noting(*arguments: Any, **named: Any) -> Any:
            self._drawn.append(name)
            return function(*arguments, **named)

        return noting

    def _failing(self, session: pytest.Session, noticed: set[str]) -> dict[str, list[str]]:
        """Under ``failing``, which of the tests fail when they are run again, unchanged."""
        failing = list[str]()
        order = [item for item in _in_order(self.items, self.times, None) if item.nodeid in noticed]
        for item, following in zip(order, [*order[1:], None], strict=True):
            failed = session.testsfailed
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed > failed:
                failing.append(item.nodeid)
        return {"failing": failing}

    def _callers(self, module: Module, where: set[Place]) -> list[pytest.Item]:
        callers = [item for item in self.items if self._calls[item] & where]
        return _in_order(callers, self.times, module.path)

    def _work(self, session: pytest.Session, each: _Try, told: memoryview) -> Callable[[], int]:
        def run() -> int:
            each.plant()
            failed = session.testsfailed
            following = [*each.callers[1:], None]
            for place, (item, after) in enumerate(zip(each.callers, following, strict=True), 1):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
                if session.testsfailed > failed:
                    told[:] = place.to_bytes(4, "little")
                    return 1
            return 0

        return run


def _own(item: pytest.Item) -> set[Place]:
    code = getattr(getattr(item, "function", None), "__code__", None)
    return {(str(item.path), code.co_firstlineno)} if code is not None else set()


def _in_order(
    items: list[pytest.Item], times: dict[pytest.Item, float], path: Path | None
) -> list[pytest.Item]:
    """The files that ask the module first, then those that take least; quick tests first in each.

    A file's tests stay together, so that what they share is made once.
    """
    files: dict[Path, list[pytest.Item]] = defaultdict(list)
    for item in items:
        files[item.path].append(item)
    order = sorted(
        files,
        key=lambda file: (
            path is not None and not asks(str(file.relative_to(ROOT)), path),
            sum(times[item] for item in files[file]),
            file,
        ),
    )
    return [item for file in order for item in sorted(files[file], key=times.__getitem__)]


def try_afresh(module: Module, asking: list[str], times: dict[str, float]) -> None:
    """Gives every mutant without an outcome the one that it has in a fresh import.

    Raises RuntimeError when this process has imported the module already.
    """
    if module_name(module.path) in sys.modules:
        raise RuntimeError(f"{module_name(module.path)} is imported already")
    afresh = [number for number, result in enumerate(module.results) if result is None]
    every = tests_of(module.path)
    near = [test for test in every if asks(test, module.path)] or every
    others = {nodeid.partition("::")[0] for nodeid in asking}.difference(near)
    for number in afresh:
        module.results[number] = SURVIVED
    for tests in (near, sorted(others)):
        limit = float(CONFIG["seconds"]) + 4 * sum(
            seconds for nodeid, seconds in times.items() if nodeid.startswith(tuple(tests))
        )
        left = [number for number in afresh if module.results[number] == SURVIVED and tests]
        told = mmap.mmap(-1, _LONG * len(left) + 1)
        works = [
            (
                number,
                _fresh(
                    module.path,
                    module.mutants[number].code,
                    tests,
                    _Asked(
                        set(asking), module.path, memoryview(told)[_LONG * at : _LONG * (at + 1)]
                    ),
                ),
                max(float(CONFIG["seconds"]), limit),
            )
            for at, number in enumerate(left)
        ]
        ends = dict(together(works))
        module.results = [ends.get(number, end) for number, end in enumerate(module.results)]
        # What fails unchanged as well is the tests' fault, or the machine's.
        if KILLED in ends.values():
            noticed = {name for name in bytes(told).decode().split("\0") if name}
            unchanged = _fresh(module.path, module.source, tests, _Asked(noticed))
            if awaited(forked(unchanged, limit)) != SURVIVED:
                raise RuntimeError(f"tests fail over the unchanged module {module.path.name}")


def _fresh(path: Path, text: str, tests: list[str], asked: _Asked) -> Callable[[], int]:
    """The tests over the module imported from a text; how pytest ended."""

    def run() -> int:
        sys.meta_path.insert(0, _Finder(module_name(path), path, text))
        ended = pytest.main(["-x", *_OPTIONS, *tests], plugins=[asked])
        # All deselected: nobody asks.
        return 0 if ended == pytest.ExitCode.NO_TESTS_COLLECTED else int(ended)

    return run


class _Asked:
    """Of the tests collected those named, and those in files that import the module at ``path``;
    tells the name of the first that fails."""

    def __init__(
        self, names: set[str], path: Path | None = None, told: memoryview | None = None
    ) -> None:
        self._names, self._path, self._told = names, path, told

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [
            item
            for item in items
            if item.nodeid in self._names
            or (self._path is not None and asks(str(item.path.relative_to(ROOT)), self._path))
        ]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and self._told is not None and not self._told[0]:
            name = report.nodeid.encode()
            if len(name) < _LONG:
                self._told[: len(name)] = name


class _Finder(MetaPathFinder):
    def __init__(self, name: str, path: Path, text: str) -> None:
        self._name, self._path, self._text = name, path, text

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        loader = _Changed(fullname, str(self._path), self._text)
        return importlib.util.spec_from_file_location(fullname, self._path, loader=loader)


class _Changed(SourceFileLoader):
    """Loads a module from a text in place of its file's."""

    def __init__(self, name: str, path: str, text: str) -> None:
        super().__init__(name, path)
        self._text = text

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._text, self.path, "exec", dont_inherit=True)
