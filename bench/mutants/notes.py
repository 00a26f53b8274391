"""Which of our functions each test calls, also where a fixture or a cache made the call before."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, cast

from bench.mutants.sources import OURS
from bench.mutants.telling import Place


class Notes:
    """The places called, by who called: a test, a fixture, a cache, or the imports (``None``).

    Whoever asks a cache or a fixture is noted as calling all that was ever called to fill it.
    """

    def __init__(self) -> None:
        self._calls: dict[Hashable, set[Hashable]] = defaultdict(set)
        self._current: list[set[Hashable]] = [self._calls[None]]

    @contextmanager
    def of(self, caller: Hashable) -> Iterator[None]:
        """What is called meanwhile, ``caller`` calls, and so does whoever calls it."""
        if len(self._current) > 1 or _is_cache(caller):
            self._current[-1].add(caller)
        self._current.append(self._calls[caller])
        try:
            yield
        finally:
            self._current.pop()

    def uses(self, caller: Hashable, other: Hashable) -> None:
        """Whatever ``other`` calls, ``caller`` calls too."""
        self._calls[caller].add(other)

    def places(self, caller: Hashable) -> set[Place]:
        """Every place that ``caller`` calls."""
        seen, waiting = set[Hashable](), [caller]
        while waiting:
            more = self._calls.get(waiting.pop(), set()) - seen
            seen |= more
            waiting += [entry for entry in more if entry in self._calls]
        return {
            cast(Place, entry)
            for entry in seen
            if isinstance(entry, tuple) and not _is_cache(entry)
        }

    def told(self, place: Place) -> None:
        """A function of ours has been called."""
        self._current[-1].add(place)

    def watch_caches(self) -> None:
        """``functools.cache`` and ``lru_cache`` of modules of ours imported from now on, and
        whatever ``present.kit.keep`` keeps, note who asks them."""
        plain = functools.lru_cache

        def lru_cache(maxsize: Any = 128, typed: bool = False) -> Any:
            if callable(maxsize):
                return self._watched(plain(maxsize), maxsize)
            return lambda function: self._watched(plain(maxsize, typed)(function), function)

        def cache(function: Callable[..., Any]) -> Any:
            return self._watched(plain(maxsize=None)(function), function)

        functools.lru_cache = lru_cache
        functools.cache = cache

    def watch_kept(self) -> None:
        """The same for ``present.kit.keep``, which must be importable as it is."""
        from present.kit.keep import Kept

        get = Kept.get

        def noted(kept: Any, key: Any, make: Any) -> Any:
            with self.of(("cache", id(kept), 0)):
                return get(kept, key, make)

        cast(Any, Kept).get = noted

    def _watched(self, cached: Any, function: Any) -> Any:
        module = getattr(function, "__module__", None) or ""
        if module.split(".")[0] not in OURS:
            return cached
        mark = ("cache", id(cached), 0)

        @functools.wraps(function)
        def asked(*arguments: Any, **named: Any) -> Any:
            with self.of(mark):
                return cached(*arguments, **named)

        asked.cache_clear = cached.cache_clear  # type: ignore[attr-defined]
        asked.cache_info = cached.cache_info  # type: ignore[attr-defined]
        asked.cached = cached  # type: ignore[attr-defined]
        return asked


def _is_cache(caller: Hashable) -> bool:
    return isinstance(caller, tuple) and caller[0] == "cache"
