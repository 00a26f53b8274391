"""A changed text's functions in the place of a loaded module's."""

from __future__ import annotations

import functools
import gc
import inspect
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from cachetools import LRUCache

from bench.mutants.sources import OURS, imported_by, ours
from bench.mutants.telling import Place

_Key = tuple[str, int]


def changes(path: Path, before: str, after: str) -> dict[_Key, CodeType] | None:
    """The code of the functions that differ, by their names and their numbers among namesakes.

    ``None`` when the texts differ in what runs as the module is imported: constants, defaults,
    bodies of classes.
    """
    old, new = _codes(path, before), _codes(path, after)
    for key in old.keys() ^ new.keys():
        if "<locals>" not in key[0]:
            return None
    # What a function makes anew as it runs comes along with it; numbers among namesakes moved.
    moved = {name for name, _ in old.keys() ^ new.keys()}
    changed: dict[_Key, CodeType] = {}
    for key, code in new.items():
        if key[0] in moved:
            continue
        if not code.co_flags & inspect.CO_OPTIMIZED:
            if _shallow(code) != _shallow(old[key]):
                return None
        elif code != old[key]:
            if code.co_freevars != old[key].co_freevars:
                return None
            changed[key] = code
    return changed


class Living:
    """The function objects and caches of ours that live in this process, found once.

    Looking for them in each of many children would copy their whole memory.
    """

    def __init__(self) -> None:
        self._functions: dict[str, list[FunctionType]] = defaultdict(list)
        self._caches: list[Any] = []
        # What is frozen is not listed.
        gc.unfreeze()
        for thing in gc.get_objects():
            if isinstance(thing, FunctionType):
                self._functions[thing.__code__.co_filename].append(thing)
            elif isinstance(thing, functools._lru_cache_wrapper):
                if (thing.__module__ or "").startswith(OURS):
                    self._caches.append(thing.cache_clear)
            elif isinstance(thing, LRUCache):
                self._caches.append(thing.clear)
        gc.freeze()

    def put(self, path: Path, before: str, changed: dict[_Key, CodeType]) -> None:
        """Gives every function object of the module its changed code, and empties our caches."""
        keys = {_position(code): key for key, code in _codes(path, before).items()}
        for function in self._functions[str(path)]:
            code = changed.get(keys.get(_position(function.__code__), ("", 0)))
            if code is not None:
                function.__code__ = code
        self.forget()

    def bind(self, module: str, values: dict[str, Any]) -> None:
        """Gives a module's names, also where they were imported, other values; empties caches."""
        own = vars(sys.modules[module])
        before = {name: own[name] for name in values}
        for name, other in list(sys.modules.items()):
            if name == module or (name in ours() and module in imported_by(name)):
                for bound, value in values.items():
                    if vars(other).get(bound) is before[bound]:
                        setattr(other, bound, value)
        self.forget()

    def forget(self) -> None:
        """Empties our caches."""
        for clear in self._caches:
            clear()


def called(path: Path, before: str, changed: dict[_Key, CodeType]) -> set[Place]:
    """Where the functions that differ stand."""
    old = _codes(path, before)
    return {(str(path), old[key].co_firstlineno) for key in changed}


def _position(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _codes(path: Path, text: str) -> dict[_Key, CodeType]:
    counts: Counter[str] = Counter()
    codes: dict[_Key, CodeType] = {}
    for code in _walk(compile(text, str(path), "exec", dont_inherit=True)):
        codes[code.co_qualname, counts[code.co_qualname]] = code
        counts[code.co_qualname] += 1
    return codes


def codes(path: Path, text: str) -> list[CodeType]:
    """The code of a text and of all functions and classes in it."""
    return list(_codes(path, text).values())


def _walk(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _walk(constant)


def _shallow(code: CodeType) -> tuple[object, ...]:
    constants = tuple(
        (type(constant), None if isinstance(constant, CodeType) else constant)
        for constant in code.co_consts
    )
    return code.co_code, constants, code.co_names
