"""What a figure is: a chart with its name, its sentence, its source and its exact table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from present.kit.tables import TableColumn


@dataclass(frozen=True, slots=True)
class Note:
    """A line that has to be read with a figure, and the address of what it tells of.

    ``own`` are the document's own words in it; they stay Turkish. One that ``is_fixed`` is told in
    full wherever the figure is, however many others there are.
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


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, the same wherever it is shown; its name is the registry's.

    ``title`` names the finding's subject, ``subtitle`` the year and the kind of the figures,
    ``sentence`` says in one Turkish sentence what is to be seen (it is the alternative text and
    the quote), ``source`` where the figures stand. ``spec`` is Vega-Lite without ``config``;
    ``None`` where there is nothing to draw and the table carries the figure. ``table`` holds
    exactly what is drawn, written by ``columns``. ``own`` are the document's own words that title
    and sentence hold; they stay Turkish. ``notes`` go wherever the figure goes: places in which the
    document disagrees about an amount that is shown.
    """

    title: str
    subtitle: str
    sentence: str
    source: str
    spec: dict[str, Any] | None
    table: pd.DataFrame
    columns: Sequence[TableColumn] = field(default_factory=tuple)
    own: Sequence[str] = ()
    notes: Sequence[Note] = ()
