"""Bars of money in one hue: topics, and what a topic is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from present.budget.colours import ALL, colours
from present.budget.words import Showing, detail_of, value_text
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.setting import Background
from present.kit.theme import palette


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what a click names, its name, its name in full for the tooltip, whole kuruş."""

    key: str
    name: str
    full: str
    amount_kurus: int


def money_bars(
    items: Sequence[Bar],
    whole: int | None,
    background: Background,
    showing: Showing,
    *,
    is_clickable: bool = False,
) -> dict[str, Any] | None:
    """The bars in the order given, from 0 lira; nothing for no bars. ``whole`` is what shares are
    of."""
    if not items:
        return None
    people = background.people
    frame = pd.DataFrame(
        [
            {
                "key": item.key,
                "name": item.name,
                "group": ALL,
                "start": 0.0,
                "end": item.amount_kurus / 100,
                "text": value_text(item.amount_kurus, whole, people, showing.measure),
                "detail": detail_of(item.full, item.amount_kurus, whole, people),
            }
            for item in items
        ]
    )
    hover = palette(background.is_dark).quiet if is_clickable else ""
    return specification(bars(frame, colours(background, [ALL]), hover=hover))
