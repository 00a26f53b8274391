"""A page's choices in the address: query parameters and a frozen dataclass, both ways.

A page declares its choices as a frozen dataclass whose fields are made with ``param``. Addresses
carry codes, never labels; a choice at its default is left out; what the address says that is no
choice is dropped and named, so that the page can say so kindly. Nothing here knows Streamlit.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, Generic, TypeVar

C = TypeVar("C")

MAX_TEXT = 200
#: Characters that no XML can hold, and so no picture.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SEPARATOR = "."


def param(name: str, default: Any, *, values: Collection[str] | None = None) -> Any:
    """A field that stands in the address as ``name``.

    The type of ``default`` decides the kind: a ``str`` is one code (or free text where
    ``values`` is ``None`` and the page gives none), ``None`` stands for "nothing chosen" beside
    codes, a ``tuple`` is a set of codes. ``values`` are the allowed codes where they are fixed.
    """
    return field(default=default, metadata={"param": name, "values": values})


@dataclass(frozen=True, slots=True)
class Parsed(Generic[C]):
    """The choices that an address gives, and the names of the parameters that were dropped."""

    choices: C
    dropped: tuple[str, ...]


def parse(
    kind: type[C],
    query: Mapping[str, str],
    known: Mapping[str, Collection[str]] | None = None,
) -> Parsed[C]:
    """The choices of class ``kind`` that the parameters ``query`` give.

    ``known`` are the allowed codes of fields whose codes come from the data, by field name.
    Parameters that are none of the class's fields are left alone: they belong to others.
    """
    given: dict[str, Any] = {}
    dropped: list[str] = []
    for choice in _fields(kind):
        name = choice.metadata["param"]
        if name not in query:
            continue
        allowed = (known or {}).get(choice.name, choice.metadata["values"])
        value, is_clean = _read(query[name], choice.default, allowed)
        if not is_clean:
            dropped.append(name)
        if value is not MISSING:
            given[choice.name] = value
    return Parsed(kind(**given), tuple(dropped))


def query(choices: Any) -> dict[str, str]:
    """The parameters that stand for ``choices``; a field at its default has none."""
    result: dict[str, str] = {}
    for choice in _fields(type(choices)):
        value = getattr(choices, choice.name)
        if value == choice.default:
            continue
        result[choice.metadata["param"]] = (
            _SEPARATOR.join(value) if isinstance(value, tuple) else value or ""
        )
    return result


def parameters(kind: type[Any]) -> frozenset[str]:
    """The names that the fields of a choices class have in the address."""
    return frozenset(choice.metadata["param"] for choice in _fields(kind))


def _fields(kind: type[Any]) -> tuple[Field[Any], ...]:
    return tuple(choice for choice in fields(kind) if "param" in choice.metadata)


def _read(text: str, default: Any, allowed: Collection[str] | None) -> tuple[Any, bool]:
    """The value of one parameter, and whether all of it was understood."""
    if isinstance(default, tuple):
        codes = [code for code in text.split(_SEPARATOR) if code]
        good = tuple(dict.fromkeys(c for c in codes if allowed is None or c in allowed))
        if codes and not good:
            return MISSING, False
        return good, len(good) == len(codes)
    if allowed is None:
        if _UNWRITABLE.search(text):
            return MISSING, False
        return text[:MAX_TEXT], len(text) <= MAX_TEXT
    return (text, True) if text in allowed else (MISSING, False)
