"""Pieces of HTML that every room shows alike; a link is ``linked`` of the template beside."""

from __future__ import annotations

from markupsafe import Markup

from present.kit.markup import Pieces

_PIECES = Pieces("kit/pieces.jinja")


def source_html(source: str) -> Markup:
    """Where something stands in the document, as a line below it."""
    return _PIECES("source", text=source)
