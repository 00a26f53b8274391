"""What a briefing holds, in words: facts, bars, tables and questions, in the visit's language.

Texts may hold the document's own words, set off by ``own``; ``runs`` gives them back apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from present.kit import writing
from present.kit.text import TURKISH, language, t

#: Private characters around the document's own words in a text of another language.
_OPEN, _CLOSE = "\ue000", "\ue001"
_OWN = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)


class Topic(StrEnum):
    """What a briefing is about; the values stand in addresses."""

    COMMITTEE = "komisyon"
    UNIT = "birim"
    AIM = "amac"
    DISTRICT = "ilce"


def own(text: str) -> str:
    """Words of the document: they stay Turkish, and are marked as such elsewhere."""
    return text if language() == TURKISH else f"{_OPEN}{text}{_CLOSE}"


def among(text: str, words: Iterable[str]) -> str:
    """A text of ours in which the document's own ``words`` are set off wherever they occur."""
    kept = sorted({word for word in words if word}, key=len, reverse=True)
    if not kept:
        return text
    return re.sub("|".join(map(re.escape, kept)), lambda found: own(found[0]), text)


def plain(text: str) -> str:
    """The text without marks."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def portion(share: float) -> str:
    """How keys of texts on a share end: another text tells of all."""
    return "all" if share == 1 else "part"


def rest(count: int, address: str) -> str:
    """Says how many more there are and where; nothing where all are shown."""
    if count <= 0:
        return ""
    return t(
        "briefing.more", count=writing.number(count), address=address.partition("://")[2] or address
    )


def runs(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is the document's own."""
    return [(piece, place % 2 == 1) for place, piece in enumerate(_OWN.split(text)) if piece]


@dataclass(frozen=True, slots=True)
class Fact:
    """A number with its name and, where it needs one, a remark."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of bars: name, amount and share in words, and its length (0 to 1 of the longest)."""

    name: str
    amount: str
    share: str
    size: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts beside each other on one scale, the largest first; ``note`` says what is left out."""

    title: str
    rows: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``head`` and ``rows`` in words; ``wide`` are the columns' parts of the width,
    ``numbers`` the columns that stand to the right."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wide: tuple[int, ...]
    numbers: frozenset[int] = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it; ``beside`` puts two groups of bars side by side,
    ``is_overleaf`` begins a page in print."""

    title: str
    text: str = ""
    beside: tuple[Bars, ...] = ()
    tables: tuple[Table, ...] = ()
    items: tuple[str, ...] = ()
    note: str = ""
    is_overleaf: bool = False


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing. ``address`` opens the same thing on the dashboard, which ``site`` names;
    ``mark`` stands on each of its pages where the data are a draft."""

    kind: Topic
    key: str
    title: str
    about: str
    lead: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    questions: tuple[str, ...]
    source: str
    version: str
    address: str
    site: str = ""
    mark: str = ""
