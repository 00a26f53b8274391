"""The way from one thing's own view back to the list and on to its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.parts.controls import Controls
from present.site import frame


@dataclass(frozen=True, slots=True)
class Step:
    """A button: its words, and the choices that it changes."""

    label: str
    changes: Mapping[str, Any]


def show(
    chosen: Controls[Any],
    count: int,
    place: int,
    step: Callable[[str, int], Step],
    *,
    back: Step | None = None,
    is_counted: bool = False,
) -> None:
    """Buttons back to the list, to the neighbour before and to the neighbour after.

    ``place`` is the thing's own among ``count``, from 0; ``step`` gets ``previous`` or ``next`` and
    the neighbour's place. ``is_counted`` tells the place in the list.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        if back is not None:
            st.button(
                back.label,
                on_click=chosen.change,
                kwargs=dict(back.changes),
                icon=":material/arrow_back:",
            )
        for way, neighbour in (("previous", place - 1), ("next", place + 1)):
            if 0 <= neighbour < count:
                button = step(way, neighbour)
                st.button(button.label, on_click=chosen.change, kwargs=dict(button.changes))
        if is_counted:
            st.html(frame.place_in_list(place, count))
