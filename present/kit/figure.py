"""What a figure is: a chart with its name, its sentence, its source and its exact table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from present.kit.tables import TableColumn


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, the same wherever it is shown; its name is the registry's.

    ``title`` names the finding's subject, ``subtitle`` the year and the kind of the figures,
    ``sentence`` says in one Turkish sentence what is to be seen (it is the alternative text and
    the quote), ``source`` where the figures stand. ``spec`` is Vega-Lite without ``config``;
    ``None`` where there is nothing to draw and the table carries the figure. ``table`` holds
    exactly what is drawn, written by ``columns``. ``own`` are the document's own words that title
    and sentence hold; they stay Turkish.
    """

    title: str
    subtitle: str
    sentence: str
    source: str
    spec: dict[str, Any] | None
    table: pd.DataFrame
    columns: Sequence[TableColumn] = field(default_factory=tuple)
    own: Sequence[str] = ()
