"""Parts of a page that hold charts or controls, behind headings that open."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

import streamlit as st
from markupsafe import Markup

from present.kit import parts


@contextmanager
def part(
    anchor: str,
    heading: Markup | str,
    *,
    brief: Markup | str = "",
    level: int = 2,
    opens_with_room: bool = True,
    is_open: bool = False,
    own: Collection[str] = (),
) -> Iterator[None]:
    """What is shown within stands behind the heading; the parameters are those of
    ``present.kit.parts.head``."""
    with st.container(key=f"{parts.KEY}{anchor}"):
        st.html(
            parts.head(
                anchor,
                heading,
                brief=brief,
                level=level,
                opens_with_room=opens_with_room,
                is_open=is_open,
                own=own,
            )
        )
        yield
