"""Fewer parts of a whole for little room: the largest stay, the others become a single part."""

from __future__ import annotations

from collections.abc import Mapping

from present.kit import writing
from present.kit.text import t

#: The key of what is taken together.
REST = "rest"


def fewer(
    names: Mapping[str, str], sums: Mapping[str, int], count: int
) -> tuple[dict[str, str], dict[str, str]]:
    """The names of the ``count`` largest parts in the order of ``names``, then of the others
    together, which say how many they are; and the key of each part among those.

    ``sums``: kuruş of each part; one of nothing is no part. A single other stays itself.
    """
    paid = [key for key in names if sums.get(key)]
    kept = sorted(paid, key=lambda key: -sums[key])[:count]
    if len(paid) <= count + 1:
        kept = paid
    others = len(paid) - len(kept)
    own = {key: names[key] for key in paid if key in kept}
    if others:
        own[REST] = t("budget.rest", count=writing.number(others))
    return own, {key: key if key in kept else REST for key in paid}
