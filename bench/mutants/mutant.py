"""What a mutant is; apart from what makes them, so that the tests need no library for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """A module's source with one small fault: the whole text as changed."""

    code: str
