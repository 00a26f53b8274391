"""What names a programme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class ProgrammeKey:
    """A programme's year and the institution's name as printed: every question asks for one."""

    year: int
    institution: str
