"""Which other sites may show us in a frame, as the server's own settings say."""

from __future__ import annotations

import os
from collections.abc import Sequence

FRAME_ANCESTORS = "KBB_FRAME_ANCESTORS"
DEFAULT_ANCESTORS = "https://kayseri.bel.tr https://*.kayseri.bel.tr"

#: Sources that mean any site, as good as.
_ANYONE = frozenset({"*", "https:", "http:"})


def ancestors() -> tuple[str, ...]:
    """The origins that may frame us beside ourselves, as a content security policy writes them;
    empty where no other may."""
    given = os.environ.get(FRAME_ANCESTORS, DEFAULT_ANCESTORS).split()
    return tuple(dict.fromkeys(origin for origin in given if origin not in ("'none'", "'self'")))


def is_open(origins: Sequence[str]) -> bool:
    """Whether those origins are all."""
    return not _ANYONE.isdisjoint(origins)


def directive() -> str:
    """The directive of a content security policy that says so."""
    return " ".join(("frame-ancestors", "'self'", *ancestors()))
