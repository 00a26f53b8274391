"""What a client likes best of what there is: ``Accept`` and ``Accept-Language`` (RFC 9110, 12)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WEIGHT = re.compile(r"q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)", re.ASCII | re.IGNORECASE)


def liked(asked: str, offered: Sequence[str], mark: str) -> str | None:
    """The one of ``offered`` that a header ``asked`` for, the first of them where it asks for
    none in particular; ``None`` where none fits.

    ``mark`` parts a name: a slash that of a media type (``text/*`` takes ``text/csv``), a hyphen
    that of a language (``en-GB`` takes ``en``). Parameters other than the weight are not looked
    at. Of two with the same weight the one that is named more exactly wins, then the one that is
    named first, then the one that is offered first. What is no weight makes its part void.
    """
    asks = _weighted(asked)
    if not asks:
        return offered[0]
    ranked = []
    for place, name in enumerate(offered):
        fits = [
            (exactness, weight, -number)
            for number, (wanted, weight) in enumerate(asks)
            if (exactness := _exactness(wanted, name, mark))
        ]
        # The most exact of its parts says what a name weighs: text/csv;q=0, text/*.
        exactness, weight, number = max(fits, default=(0, 0.0, 0))
        if weight:
            ranked.append((weight, exactness, number, -place, name))
    return max(ranked)[-1] if ranked else None


def _weighted(header: str) -> list[tuple[str, float]]:
    """Each part's name in small letters and its weight."""
    asks = []
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        weights = [text for text in parameters if text.startswith("q=")]
        match = _WEIGHT.fullmatch(weights[0]) if weights else None
        if name and (match or not weights):
            asks.append((name, float(match[1]) if match else 1.0))
    return asks


def _exactness(wanted: str, name: str, mark: str) -> int:
    """How exactly a part names something: not at all (0), as anything, as a kind, as itself."""
    if wanted == name:
        return 3
    if mark == "/":
        is_kind = wanted == f"{name.partition('/')[0]}/*"
        return 2 if is_kind else int(wanted == "*/*")
    return 2 if wanted.partition(mark)[0] == name else int(wanted == "*")
