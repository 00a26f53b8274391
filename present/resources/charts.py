"""The charts of Kaynaklar: bars of counts, whole or split in two, largest lines of a category."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.setting import Background
from present.kit.text import t
from present.kit.theme import palette
from present.places.kinds import COUNT_COLOUR
from present.resources.model import Category, whole
from present.resources.words import measured

#: Rows of a chart; the table holds them all.
LIMIT = 12

#: Groups of bars: the segments of a split one, and a whole one.
_FIRST, _SECOND, _ONLY = "first", "second", "only"


def simple(
    names: Sequence[str], values: Sequence[float], texts: Sequence[str], background: Background
) -> dict[str, Any] | None:
    """A bar each name, in order, with its text; ``None`` where all values are nothing."""
    rows = [
        {
            "key": str(place),
            "name": name,
            "group": _ONLY,
            "start": 0.0,
            "end": float(value),
            "text": text,
        }
        for place, (name, value, text) in enumerate(zip(names, values, texts, strict=True))
    ]
    return _spec(rows, _colours(background.is_dark))


def halved(
    frame: pd.DataFrame, name: str, halves: tuple[str, str], text: str, background: Background
) -> dict[str, Any] | None:
    """A bar a row of two segments: the ``halves``, columns of counts whose words are
    ``resources.<column>``; ``None`` where all are nothing.

    ``name`` is the column of the rows' names; ``text`` the catalogue's words beside a bar, which
    get its ``total`` and its first half.
    """
    first, second = halves
    rows = []
    for row in frame.to_dict("records"):
        middle = float(whole(row[first]))
        words = t(
            text,
            total=writing.number(row["total"]),
            **{first: writing.number(row[first])},
        )
        shared = {"key": str(row[name]), "name": str(row[name]), "text": words}
        end = middle + whole(row[second])
        rows += [
            {**shared, "group": _FIRST, "start": 0.0, "end": middle},
            {**shared, "group": _SECOND, "start": middle, "end": end},
        ]
    legend = {_FIRST: t(f"resources.{first}"), _SECOND: t(f"resources.{second}")}
    return _spec(rows, _colours(background.is_dark), legend)


def lines_spec(category: Category, background: Background) -> dict[str, Any] | None:
    """The largest lines of a category by its measure; none where there is nothing to compare."""
    measure = category.measure
    if measure is None:
        return None
    stated = category.lines[category.lines[measure].notna()]
    if len(stated) < 2:
        return None
    drawn = stated.sort_values(measure, ascending=False, kind="stable").head(LIMIT)
    return simple(
        [str(name) for name in drawn["name"]],
        [float(value) for value in drawn[measure]],
        [measured(value, measure) for value in drawn[measure]],
        background,
    )


def _spec(
    rows: Sequence[dict[str, Any]], colours: dict[str, str], legend: dict[str, str] | None = None
) -> dict[str, Any] | None:
    """Bars of rows (key, name, group, start, end, text), without the look."""
    if not any(row["end"] for row in rows):
        return None
    frame = pd.DataFrame(rows)
    frame["detail"] = [f"{row['name']}: {row['text']}" for row in rows]
    used = {group: colour for group, colour in colours.items() if group in set(frame["group"])}
    return specification(bars(frame, used, legend=legend))


def _colours(is_dark: bool) -> dict[str, str]:
    """The colours of a bar, and of the two segments of a split one; deep blue is money's."""
    return {_ONLY: COUNT_COLOUR, _FIRST: palette(is_dark).ink, _SECOND: COUNT_COLOUR}
