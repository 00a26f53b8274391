"""What a briefing holds, in words: facts, bars, tables and questions, in the visit's language.

Texts may hold the document's own words, set off by ``own``, and addresses that lead somewhere, set
off by ``linked``; ``runs`` gives them back apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from present.kit import writing
from present.kit.text import TURKISH, language, t

#: Private characters around the document's own words in a text of another language, and around
#: addresses.
_OPEN, _CLOSE = "\ue000", "\ue001"
_LINK, _END = "\ue002", "\ue003"
_MARKED = re.compile(f"{_OPEN}(?P<own>.*?){_CLOSE}|{_LINK}(?P<address>.*?){_END}", re.DOTALL)


class Run(NamedTuple):
    """A piece of a text: whether it is the document's own, and where it leads (empty for
    nowhere)."""

    text: str
    is_own: bool = False
    address: str = ""


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


def linked(address: str) -> str:
    """An address that can be followed, to be read without its scheme; one without a scheme leads
    nowhere from paper and stays bare text."""
    return f"{_LINK}{address}{_END}" if shown(address) != address else address


def shown(address: str) -> str:
    """An address as it is printed: without its scheme."""
    return address.partition("://")[2] or address


def plain(text: str) -> str:
    """The text without marks."""
    return "".join(run.text for run in runs(text))


def portion(share: float) -> str:
    """How keys of texts on a share end: another text tells of all."""
    return "all" if share == 1 else "part"


def rest(count: int, address: str) -> str:
    """Says how many more there are and where; nothing where all are shown."""
    if count <= 0:
        return ""
    return t("briefing.more", count=writing.number(count), address=linked(address))


def runs(text: str) -> list[Run]:
    """The text in pieces, the marked ones apart."""
    pieces, end = [], 0
    for marked in _MARKED.finditer(text):
        pieces.append(Run(text[end : marked.start()]))
        address = marked["address"]
        if address is None:
            pieces.append(Run(marked["own"], is_own=True))
        else:
            pieces.append(Run(shown(address), address=address))
        end = marked.end()
    return [run for run in (*pieces, Run(text[end:])) if run.text]


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
class Picture:
    """A drawing as an SVG element whose letters are the paper's, the words for who can't see it,
    and its width in millimetres."""

    svg: str
    alt: str
    width_mm: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it; ``beside`` puts two groups of bars side by side."""

    title: str
    text: str = ""
    picture: Picture | None = None
    beside: tuple[Bars, ...] = ()
    tables: tuple[Table, ...] = ()
    items: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing. ``titled`` names it among other papers, as ``title`` doesn't; ``address``
    opens the same thing on the dashboard, which ``site`` names; ``mark`` stands on each of its
    pages where the data are a draft."""

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
    titled: str = ""
