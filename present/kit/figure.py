"""What a figure is: a chart with its name, its sentence, its source and its exact table."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextvars import copy_context
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any

import pandas as pd

from present.kit import writing
from present.kit.tables import TableColumn
from present.kit.text import t


@dataclass(frozen=True, slots=True)
class Note:
    """A line that has to be read with a figure, and the address of what it tells of.

    ``own`` are the document's own words in it; they stay Turkish. One that ``is_fixed`` is told in
    full wherever the figure is, however many others there are; a low picture has its address.
    """

    text: str
    address: str
    own: Sequence[str] = ()
    is_fixed: bool = False

    @property
    def link(self) -> str:
        """The key of the words that lead to the address."""
        return "figures.note_more" if self.is_fixed else "figures.note_open"

    def __str__(self) -> str:
        """The line with its address, as a file of plain text holds it."""
        return f"{self.text} {self.address}"


class Chart:
    """A chart as Vega-Lite that is made when it is first asked for, and once: files of numbers and
    words never ask for it.

    ``make`` is called with ``arguments`` in the language and the form that were at hand when the
    chart was promised; ``None`` is a chart with nothing to draw.
    """

    def __init__(
        self, make: Callable[..., dict[str, Any] | None], *arguments: Any, **named: Any
    ) -> None:
        make = partial(make, *arguments, **named)
        self._make: Callable[[], dict[str, Any] | None] | None = partial(copy_context().run, make)
        self._made: dict[str, Any] | None = None
        self._lock = threading.Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        # A copy, here or in another process, holds the chart itself: a promise belongs to a visit.
        return _Made, (self.spec(),)

    def spec(self) -> dict[str, Any] | None:
        """The chart; shared, and not to be changed."""
        with self._lock:
            if self._make is not None:
                self._made = self._make()
                # What it was made from is not held any longer.
                self._make = None
        return self._made


class _Made(Chart):
    """A chart that is there already."""

    def __init__(self, made: dict[str, Any] | None) -> None:
        super().__init__(lambda: made)


class Rule(StrEnum):
    """By what rule the rows that are drawn are chosen where not all are."""

    LARGEST = "largest"
    FURTHEST = "furthest"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Extent:
    """How many rows of a figure's data its chart draws, and of how many; ``rule`` says which.

    ``apart`` are the keys of what is drawn beside the rows and is none of them (general
    administration below activities).
    """

    drawn: int
    rows: int
    rule: Rule = Rule.LARGEST
    apart: frozenset[str] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether every row is drawn."""
        return self.drawn >= self.rows

    @property
    def is_mostly_drawn(self) -> bool:
        """Whether at least half of the rows are drawn."""
        return 2 * self.drawn >= self.rows

    @property
    def words(self) -> str:
        """``en büyük 15 / 123``; empty where every row is drawn."""
        if self.is_whole:
            return ""
        return t(
            f"common.extent_{self.rule}",
            drawn=writing.number(self.drawn),
            rows=writing.number(self.rows),
        )


@dataclass(frozen=True, slots=True)
class Compact:
    """A lower form of a figure's chart, and the title that says what it leaves out; empty where it
    leaves nothing out. ``extent``: how many of the figure's rows it draws, where these are fewer
    than those of the figure's own chart."""

    chart: Chart
    title: str = ""
    extent: Extent | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, the same wherever it is shown; its name is the registry's.

    ``title`` names the finding's subject, ``subtitle`` the year and the kind of the figures,
    ``sentence`` says in one Turkish sentence what is to be seen (it is the alternative text and
    the quote), ``source`` where the figures stand. ``chart`` is Vega-Lite without ``config``, made
    when it is asked for; ``None`` where there is nothing to draw and the table carries the figure.
    ``table`` holds
    exactly what is drawn, written by ``columns``. ``own`` are the document's own words that title
    and sentence hold; they stay Turkish. ``notes`` go wherever the figure goes: places in which the
    document disagrees about an amount that is shown. ``extent``: how much of the data the chart
    draws; none for a chart that draws all of it. ``compact``: lower forms of the chart, the
    one that tells most first, for pictures in which the chart itself could not be read.
    """

    title: str
    subtitle: str
    sentence: str
    source: str
    chart: Chart | dict[str, Any] | None
    table: pd.DataFrame
    columns: Sequence[TableColumn] = field(default_factory=tuple)
    own: Sequence[str] = ()
    notes: Sequence[Note] = ()
    extent: Extent | None = None
    compact: Sequence[Compact] = ()

    @property
    def spec(self) -> dict[str, Any] | None:
        """The chart's Vega-Lite; ``None`` where there is nothing to draw."""
        return self.chart.spec() if isinstance(self.chart, Chart) else self.chart

    @property
    def heading(self) -> str:
        """The title above the chart: it says how many rows are drawn where not all are. Files,
        whose rows are whole, bear the title alone."""
        words = self.extent.words if self.extent else ""
        return t("common.extent_title", title=self.title, extent=words) if words else self.title
