"""Where a figure's embed stands, and where oEmbed tells of it."""

from __future__ import annotations

from urllib.parse import urlencode

from present.figures.request import AUTO, DARK, LIGHT, THEME, Asked

PREFIX = "/gomulu/"
OEMBED = "/oembed"

#: The schemes of an embed; the first one, the reader's own, is the usual one.
THEMES = (AUTO, LIGHT, DARK)


def embed_address(asked: Asked) -> str:
    """The address of a figure's embed, without the host."""
    look = {} if asked.theme == AUTO else {THEME: asked.theme}
    return asked.address(PREFIX + asked.entry.slug, **look)


def oembed_address(asked: Asked, base: str) -> str:
    """The whole address at which oEmbed tells of a figure's embed; ``base``: the dashboard's own,
    without a slash at the end."""
    return f"{base}{OEMBED}?{urlencode({'url': base + embed_address(asked), 'format': 'json'})}"
