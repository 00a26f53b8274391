"""A map's legend: words, and what they stand beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the map and its words: a facility's by kind and precision, or, without a kind, the
    circle that stands for several."""

    words: str
    kind: str = ""
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """``heading`` says what colours and numbers are; ``shades`` are the classes' colours with
    their words; ``notes`` what is not drawn as a point."""

    heading: str
    shades: Sequence[tuple[str, str]]
    signs: Sequence[Sign]
    notes: Sequence[str]
