"""The way from one thing's own view back to the list and on to its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.parts.controls import Controls
from present.kit.text import marked
from present.site import frame


@dataclass(frozen=True, slots=True)
class Step:
    """A link: its words, the choices that it changes, and the document's own words in its words,
    which stay Turkish."""

    label: str
    changes: Mapping[str, Any]
    own: Collection[str] = ()


def show(
    chosen: Controls[Any],
    count: int,
    place: int,
    step: Callable[[str, int], Step],
    *,
    back: Step | None = None,
    is_counted: bool = False,
) -> None:
    """Small links in one line: to the neighbour before, to the neighbour after; within another
    site's frame back to the list as well.

    ``place`` is the thing's own among ``count``, from 0; ``step`` gets ``previous`` or ``next`` and
    the neighbour's place. ``is_counted`` tells the place in the list.
    """
    # Elsewhere the trail above the heading leads back (pages/parts/header.py).
    ways = [("back", back)] if back is not None and st.context.is_embedded else []
    for way, neighbour in (("previous", place - 1), ("next", place + 1)):
        if 0 <= neighbour < count:
            ways.append((way, step(way, neighbour)))
    st.html(
        frame.steps(
            [
                (way, marked(link.label, link.own), chosen.link(**link.changes))
                for way, link in ways
            ],
            (place, count) if is_counted else None,
        )
    )
