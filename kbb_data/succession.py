"""What of a programme follows what of an earlier one: what people judged, and what needs nobody's
judgement.

A thing is linked with the earlier one of the same code where both programmes have the same
statutory form and print the same name there; a spending unit by its key alone. A judgement of
either side goes before that. What is neither is not linked: nothing is compared that nobody could
answer for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kbb_data.turkish import fold

#: The level whose codes are made from its names.
_UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Link:
    """An earlier thing and the one that follows it, by their codes; one of them is empty where
    something is judged new or gone. ``relation`` and ``reason`` as ``succession`` holds them; a
    link that needed no judgement is ``same`` and has no reason."""

    earlier: str
    newer: str
    relation: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A row of ``succession`` of one level and earlier year: codes and names, empty where the side
    has none."""

    earlier: str
    earlier_name: str
    newer: str
    newer_name: str
    relation: str
    reason: str


def holds_by_itself(level: str, is_one_form: bool, earlier: str, newer: str) -> bool:
    """Whether two things of one code are the same without anybody's judgement, by their names."""
    return level == _UNIT or (is_one_form and fold(earlier) == fold(newer))


def links(
    level: str,
    earlier: Mapping[str, str],
    newer: Mapping[str, str],
    judged: Iterable[Judged],
    *,
    is_one_form: bool,
) -> tuple[tuple[Link, ...], tuple[Judged, ...]]:
    """The links of a level between two programmes, whose printed names are given by code: what was
    judged, then what holds by itself in the order of ``newer``. And the judgements that are stale:
    the earlier programme has no such thing under that name. They link nothing, and what they name
    does not hold by itself either.
    """
    found: list[Link] = []
    stale: list[Judged] = []
    done: tuple[set[str], set[str]] = (set(), set())
    for row in judged:
        done[0].add(row.earlier)
        done[1].add(row.newer)
        if row.earlier and earlier.get(row.earlier) != row.earlier_name:
            stale.append(row)
        else:
            found.append(Link(row.earlier, row.newer, row.relation, row.reason))
    for code, name in newer.items():
        if code in done[0] or code in done[1] or code not in earlier:
            continue
        if holds_by_itself(level, is_one_form, earlier[code], name):
            found.append(Link(code, code, "same"))
    return tuple(found), tuple(stale)
