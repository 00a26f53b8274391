"""Which other sites may show us in a frame, as the server's own settings say."""

from __future__ import annotations

import os

FRAME_ANCESTORS = "KBB_FRAME_ANCESTORS"
DEFAULT_ANCESTORS = "https://kayseri.bel.tr https://*.kayseri.bel.tr"

#: Any site.
ANY = "*"


def ancestors() -> tuple[str, ...]:
    """The origins that may frame us beside ourselves, as a content security policy writes them;
    empty where no other may, and ``*`` among them where all may."""
    given = os.environ.get(FRAME_ANCESTORS, DEFAULT_ANCESTORS).split()
    return tuple(dict.fromkeys(origin for origin in given if origin != "'none'"))


def directive() -> str:
    """The directive of a content security policy that says so."""
    return " ".join(("frame-ancestors", "'self'", *ancestors()))
