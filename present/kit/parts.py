"""Parts of a page as headings that open: closed on a telephone, open where there is room.

``assets/parts.js`` opens them there and keeps them as a visitor left them; ``assets/land.js`` opens
the one that an address ends in. On paper all are open.
"""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup

from present.kit.markup import Pieces
from present.kit.text import marked

_PIECES = Pieces("kit/parts.jinja")

#: How the keys of containers begin whose first piece is the head of a part (see ``head``).
KEY = "kb-part-"


def part(
    anchor: str,
    heading: Markup | str,
    content: Markup,
    *,
    brief: Markup | str = "",
    text: str = "",
    level: int = 2,
    opens_with_room: bool = True,
    is_open: bool = False,
    own: Collection[str] = (),
) -> Markup:
    """A part of a page behind its heading, which may be of the given level.

    ``anchor``: its id, which links lead to. ``brief``: what can be said of it while it is closed,
    beside the heading. ``text``: a sentence above the content. ``opens_with_room``: whether it is
    open at a desk, ``is_open`` whether it is open everywhere. ``own``: the document's own words in
    heading, brief and text.
    """
    return _PIECES(
        "part",
        anchor=anchor,
        heading=_html(heading, own),
        content=content,
        brief=_html(brief, own),
        text=_html(text, own),
        level=level,
        opens_with_room=opens_with_room,
        is_open=is_open,
        is_beside=False,
    )


def head(
    anchor: str,
    heading: Markup | str,
    *,
    brief: Markup | str = "",
    level: int = 2,
    opens_with_room: bool = True,
    is_open: bool = False,
    own: Collection[str] = (),
) -> Markup:
    """The heading alone, for a part that holds charts or controls: it folds whatever follows it in
    a container whose key is ``KEY`` and the anchor. The parameters are those of ``part``; controls,
    which are no part of their own, have level 0, and are never folded at a desk."""
    return _PIECES(
        "part",
        anchor=anchor,
        heading=_html(heading, own),
        content=Markup(""),
        brief=_html(brief, own),
        text="",
        level=level,
        opens_with_room=opens_with_room,
        is_open=is_open,
        is_beside=True,
    )


def _html(words: Markup | str, own: Collection[str]) -> Markup:
    """Words with the document's own marked; those that are HTML already stay as they are."""
    return words if isinstance(words, Markup) else marked(words, own)
