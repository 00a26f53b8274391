"""What a figure, an embed or a briefing is made from: one programme, in one language and scheme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd

from kbb_data import geo, turkish
from kbb_data.geo import Place
from present.kit.text import TURKISH, language

#: What an address calls the language.
LANGUAGE = "lang"


class Totals(Protocol):
    """A programme's printed totals, in kuruş; ``None`` where it states none."""

    @property
    def total_kurus(self) -> int | None:
        """The whole programme."""

    @property
    def general_administration_kurus(self) -> int | None:
        """What stands beside the aims."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One programme as a page or a route looks at it, in the language of ``present.kit.text``.

    ``institution`` is the name as printed. ``frame`` answers a question of ``db.queries`` with a
    DataFrame, aims' short names in the language at hand; both it and ``totals`` are cheap, since
    whoever made the setting keeps the answers. ``link`` gives the dashboard's address of a path
    (``/butce``) with choices (a dataclass of ``present.choices``), or with none.
    """

    year: int
    institution: str
    dataset_sha256: str
    version: str
    is_dark: bool
    frame: Callable[[str], pd.DataFrame]
    totals: Callable[[], Totals]
    link: Callable[[str, Any], str]

    @property
    def name(self) -> str:
        """The institution's name as it is written within a sentence."""
        return turkish.title(self.institution)

    @property
    def place(self) -> Place | None:
        """Who lives where; ``None`` where nobody knows."""
        return geo.place(self.institution)

    @property
    def background(self) -> Background:
        """What the figures of money need beside their numbers."""
        there = self.place
        return Background(self.name, self.year, there.residents if there else None, self.is_dark)

    @property
    def lines(self) -> pd.DataFrame:
        """The budget lines: activity by economic code or source of funds."""
        return self.frame("budget_lines")


def localised_frame(ask: Callable[[str], Any], question: str) -> pd.DataFrame:
    """The DataFrame that answers a question, aims' short names in the language at hand.

    ``ask`` gives the answers of ``db.queries`` as they are; those names (``aim_short``, of ``aims``
    itself ``short_name``) come in English where the programme has them, all else is the document's.
    """
    found: pd.DataFrame = ask(question)
    short = "short_name" if question == "aims" else "aim_short"
    if language() == TURKISH or short not in found.columns:
        return found
    aims: pd.DataFrame = ask("aims")
    english = dict(zip(aims["aim"], aims["short_name_en"], strict=True))
    names = found["aim"].map(english).astype("object")
    return found.assign(**{short: names.where(names.notna(), found[short])})


@dataclass(frozen=True, slots=True)
class Background:
    """What every figure of a programme needs beside its numbers.

    ``people``: residents to divide by; ``None`` where nobody counted them.
    """

    institution: str
    year: int
    people: int | None
    is_dark: bool
