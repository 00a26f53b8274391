"""The one cache: what is dear to make is made once for all that it hangs on.

``keep`` is for what a room makes of a setting. The setting itself is the key, so that nothing that
a figure or a text hangs on (programme, data, language, scheme, addresses) can be forgotten, and
nothing that was made for one visitor reaches another. ``Kept`` is for other keys.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, cast

from cachetools import LRUCache, cached

from present.kit.text import using

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
P = ParamSpec("P")


class Kept(Generic[K, V]):
    """The values that were asked for last, by key; shared by threads, and not to be changed.

    ``most`` is how much is kept: a number of values, or the sum of what ``size`` says of each.
    """

    def __init__(self, most: int, size: Callable[[V], int] | None = None) -> None:
        self._values: LRUCache[K, V] = LRUCache(most, getsizeof=size)
        # Who asks for what is just being made waits for it instead of making it again.
        self._made = cached(self._values, key=_first, condition=threading.Condition())(_make)

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value under ``key``, made when it is not there.

        What ``make`` raises is raised, and nothing is kept; a value larger than ``most`` is given
        and not kept.
        """
        return cast(V, self._made(key, make))

    def __len__(self) -> int:
        """How many values are kept."""
        return len(self._values)


def _first(key: Any, make: object) -> Any:
    return key


def _make(key: object, make: Callable[[], Any]) -> Any:
    return make()


class Spoken(Protocol):
    """What values are made of: hashable, equal where all that it says is, in a language and a
    form."""

    @property
    def language(self) -> str:
        """The language in which it is to be worded."""

    @property
    def form(self) -> str:
        """The statutory form in whose words."""


S = TypeVar("S", bound=Spoken)


def keep(
    most: int,
) -> Callable[[Callable[Concatenate[S, P], V]], Callable[Concatenate[S, P], V]]:
    """A function of a setting (and hashable arguments) whose last ``most`` values are kept.

    It runs in the setting's language and form, whatever the caller's are. Its values are shared by
    all visits and threads: nobody may change them.
    """

    def decorate(make: Callable[Concatenate[S, P], V]) -> Callable[Concatenate[S, P], V]:
        kept: Kept[Hashable, V] = Kept(most)

        @wraps(make)
        def get(setting: S, /, *arguments: P.args, **named: P.kwargs) -> V:
            def made() -> V:
                with using(setting.language, setting.form):
                    return make(setting, *arguments, **named)

            key = (setting, arguments, tuple(sorted(named.items())))
            return kept.get(cast(Hashable, key), made)

        return get

    return decorate
