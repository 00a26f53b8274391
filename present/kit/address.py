"""A page's choices in the address: query parameters and a frozen dataclass, both ways.

A page declares its choices as a frozen dataclass whose fields are made with ``param``. Addresses
carry codes, never labels; a choice at its default is left out; what the address says that is no
choice is dropped and named, so that the page can say so kindly. Nothing here knows Streamlit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, Generic, TypeVar

from kbb_data import turkish

C = TypeVar("C")

MAX_TEXT = 200
#: Characters that no XML can hold, and so no picture.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SEPARATOR = "."

#: What stands around an address in running text, and no code begins or ends with.
AROUND = " .,;:!?…'\"‘’‚“”„«»()[]{}<>*_~|\\`"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


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


def visible(text: str) -> str:
    """``text`` without characters that nobody sees (zero width, marks of direction, soft hyphens),
    its letters composed, every kind of space a space and none around it."""
    seen = "".join(
        " " if kind == "Zs" else letter
        for letter in unicodedata.normalize("NFC", text)
        if (kind := unicodedata.category(letter)) != "Cf"
    )
    return seen.strip()


def meant(text: str, allowed: Collection[str]) -> str | None:
    """The one of the codes ``allowed`` that ``text`` means, however it is spelled: letters large or
    small, Turkish or plain, with what a sentence or a network leaves around it. ``None`` where
    it means none, or more than one."""
    if text in allowed:
        return text
    said = visible(unicodedata.normalize("NFKC", text)).translate(_DASHES).strip(AROUND)
    if said in allowed:
        return said
    # Signs count in a number: 1.2 is not 1-2, and -1 is not 1.
    if not any(letter.isalpha() for letter in said):
        return None
    slug = turkish.slug(said)
    fitting = [str(code) for code in allowed if turkish.slug(code) == slug]
    return fitting[0] if len(fitting) == 1 else None


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
    return {
        choice.metadata["param"]: _written(getattr(choices, choice.name))
        for choice in _fields(type(choices))
        if getattr(choices, choice.name) != choice.default
    }


def spelled(
    kind: type[Any],
    query: Mapping[str, str],
    known: Mapping[str, Collection[str]] | None = None,
) -> dict[str, str]:
    """Those of the parameters ``query`` that ``kind`` understands whole, in our own spelling;
    ``known`` as ``parse`` takes it."""
    result: dict[str, str] = {}
    for choice in _fields(kind):
        name = choice.metadata["param"]
        if name in query:
            allowed = (known or {}).get(choice.name, choice.metadata["values"])
            value, is_clean = _read(query[name], choice.default, allowed)
            if is_clean:
                result[name] = _written(value)
    return result


def parameters(kind: type[Any]) -> frozenset[str]:
    """The names that the fields of a choices class have in the address."""
    return frozenset(choice.metadata["param"] for choice in _fields(kind))


def _fields(kind: type[Any]) -> tuple[Field[Any], ...]:
    return tuple(choice for choice in fields(kind) if "param" in choice.metadata)


def _written(value: Any) -> str:
    return _SEPARATOR.join(value) if isinstance(value, tuple) else value or ""


def _read(text: str, default: Any, allowed: Collection[str] | None) -> tuple[Any, bool]:
    """The value of one parameter, and whether all of it was understood."""
    if isinstance(default, tuple):
        codes = [code for code in text.split(_SEPARATOR) if code.strip(AROUND)]
        read = [code if allowed is None else meant(code, allowed) for code in codes]
        good = tuple(dict.fromkeys(code for code in read if code is not None))
        if codes and not good:
            return MISSING, False
        return good, len(good) == len(codes)
    if allowed is None:
        if _UNWRITABLE.search(text):
            return MISSING, False
        return text[:MAX_TEXT], len(text) <= MAX_TEXT
    code = meant(text, allowed)
    return (MISSING, False) if code is None else (code, True)
