"""What a figure, an embed or a briefing is made from: one programme, in one language and scheme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from urllib.parse import urlencode

import pandas as pd

from kbb_data import geo, turkish
from kbb_data.geo import Place
from present.choices import address
from present.figures_budget import Background
from present.opendata.source import Edition, Library
from present.text import TURKISH, language

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
    """One programme as a page or a route looks at it, in the language of ``present.text``.

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


def of_edition(library: Library, edition: Edition, *, is_dark: bool, public: str = "") -> Setting:
    """The programme ``edition`` for a route; its links begin with ``public``, the dashboard's own
    address without a slash at the end."""

    def ask(question: str) -> Any:
        return library.answer(edition, question)

    return Setting(
        edition.year,
        edition.institution,
        edition.sha256,
        edition.version,
        is_dark,
        partial(localised_frame, ask),
        partial(ask, "totals"),
        partial(_link, public, edition.parameters),
    )


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


def _link(public: str, kept: dict[str, str], path: str, choices: Any = None) -> str:
    parameters = {**kept, **(address.query(choices) if choices is not None else {})}
    if language() != TURKISH:
        parameters[LANGUAGE] = language()
    return public + path + (f"?{urlencode(parameters)}" if parameters else "")
