"""A module's mutants tried: quickly by swapped functions, then, where needed, by fresh imports."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from bench.mutants import swap
from bench.mutants.faults import Mutant
from bench.mutants.sources import CONFIG, depends_on, module_name, ours

SURVIVED, KILLED, SLOW = "survived", "killed", "slow"
_OPTIONS = ["-x", "-q", "-s", "--no-header", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist"]


def outcomes(path: Path, source: str, made: Sequence[Mutant], tests: list[str]) -> list[str]:
    """Of each mutant ``killed``, ``slow`` (which counts as killed) or ``survived``.

    Raises RuntimeError when the tests do not pass over the unchanged module.
    """
    _import_the_rest(path)
    began = time.monotonic()
    warm = answered(lambda: _warm(path, source, made, tests))
    if "problem" in warm:
        raise RuntimeError(f"{warm['problem']}: {' '.join(tests)}")
    limit = max(CONFIG["seconds"], 4.0 * warm["seconds"])
    results = {int(number): result for number, result in warm["results"].items()}
    left = [number for number in range(len(made)) if results.get(number) in (None, SURVIVED)]
    fresh = [(number, _fresh(path, made[number].code, tests)) for number in left]
    results |= dict(_together(fresh, limit + time.monotonic() - began))
    return [results[number] for number in range(len(made))]


def answered(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What ``work`` gives back in a child whose imports nobody else sees; its error as ``problem``.

    What it gives back must be JSON.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            answer = work()
        except BaseException as error:
            answer = {"problem": str(error) or repr(error)}
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            json.dump(answer, pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    answer = json.loads(text or '{"problem": "the process ended early"}')
    assert isinstance(answer, dict)
    return answer


def _import_the_rest(path: Path) -> None:
    """Whatever of ours can be imported without the module."""
    dependent = depends_on(module_name(path))
    for name in ours():
        if name not in dependent and name.split(".")[0] in ("kbb_data", "db", "present"):
            importlib.import_module(name)


def _warm(path: Path, source: str, made: Sequence[Mutant], tests: list[str]) -> dict[str, Any]:
    _quiet()
    loop = _Loop(path, source, made)
    ended = pytest.main([*_OPTIONS, *tests], plugins=[loop])
    if ended != 0 or not loop.items:
        return {"problem": f"the tests fail over the unchanged module ({ended!s})"}
    return {"seconds": loop.seconds, "results": loop.results}


class _Loop:
    """Runs the tests once, noting what each calls; then a mutant's callers again, in a child each.

    A call that a shared fixture makes is noted for the fixture's first test alone, and what was
    worked out before the swap stays as it was: who survives here is not yet a survivor.
    """

    def __init__(self, path: Path, source: str, made: Sequence[Mutant]) -> None:
        self._path, self._source, self._made = path, source, made
        self.items: list[pytest.Item] = []
        self.seconds = 0.0
        self.results: dict[int, str] = {}
        self._calls: dict[pytest.Item, set[tuple[str, int]]] = defaultdict(set)
        self._times: dict[pytest.Item, float] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            return True
        self.items = list(session.items)
        began = time.monotonic()
        for item, following in zip(self.items, [*self.items[1:], None], strict=True):
            start = time.monotonic()
            sys.settrace(self._noting(self._calls[item]))
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            sys.settrace(None)
            self._times[item] = time.monotonic() - start
            if session.testsfailed:
                return True
        self.seconds = time.monotonic() - began
        limit = max(float(CONFIG["seconds"]), 4 * self.seconds)
        unchanged = forked(lambda: self._run(session, {}), limit)
        if awaited(unchanged) != SURVIVED:
            return True  # tests that can't run twice: every mutant is imported afresh
        works = list[tuple[int, Callable[[], int]]]()
        for number, mutant in enumerate(self._made):
            changed = swap.changes(self._path, self._source, mutant.code)
            if changed is not None:
                works.append((number, self._work(session, changed)))
        self.results = dict(_together(works, limit))
        return True

    def _noting(self, calls: set[tuple[str, int]]) -> Callable[..., None]:
        name = str(self._path)

        def note(frame: FrameType, event: str, argument: Any) -> None:
            if frame.f_code.co_filename == name:
                calls.add(swap.position(frame.f_code))

        return note

    def _work(
        self, session: pytest.Session, changed: dict[tuple[str, int], CodeType]
    ) -> Callable[[], int]:
        return lambda: self._run(session, changed)

    def _run(self, session: pytest.Session, changed: dict[tuple[str, int], CodeType]) -> int:
        where = swap.called(self._path, self._source, changed)
        swap.put(self._path, self._source, changed)
        callers = [item for item in self.items if not where or self._calls[item] & where]
        order = sorted(callers, key=self._times.__getitem__)
        for item, following in zip(order, [*order[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                return 1
        return 0


def _fresh(path: Path, text: str, tests: list[str]) -> Callable[[], int]:
    """The tests over the module imported from a text; how pytest ended."""

    def run() -> int:
        sys.meta_path.insert(0, _Finder(module_name(path), path, text))
        return int(pytest.main([*_OPTIONS, *tests]))

    return run


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


def forked(work: Callable[[], int], seconds: float) -> Callable[[], str | None]:
    """Starts ``work`` in a child; what is given back tells its outcome, ``None`` until then."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.setpgid(0, 0)
            # A fault may never end; should nobody be left to end it, the clock does.
            signal.alarm(int(seconds) + 5)
            _quiet()
            code = work()
        finally:
            os._exit(code)
    end = time.monotonic() + seconds

    def outcome() -> str | None:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return SURVIVED if status == 0 else KILLED
        if time.monotonic() < end:
            return None
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return SLOW

    return outcome


def awaited(outcome: Callable[[], str | None]) -> str:
    """The outcome of a child, once it has one."""
    while (end := outcome()) is None:
        time.sleep(0.01)
    return end


def _together(
    works: Sequence[tuple[int, Callable[[], int]]], seconds: float
) -> Iterator[tuple[int, str]]:
    """The outcomes of works, WORKERS at once."""
    waiting = list(reversed(works))
    running: list[tuple[int, Callable[[], str | None]]] = []
    while waiting or running:
        while waiting and len(running) < int(os.environ.get("WORKERS", "2")):
            number, work = waiting.pop()
            running.append((number, forked(work, seconds)))
        time.sleep(0.01)
        for entry in list(running):
            if (end := entry[1]()) is not None:
                running.remove(entry)
                yield entry[0], end


def _quiet() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
