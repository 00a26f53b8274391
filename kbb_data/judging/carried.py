"""What rules of sections are asked with: the entries carried over so far, and why one is held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kbb_data.judging.things import Fields

#: The entries carried over so far, by section.
Carried = Mapping[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Held:
    """Why an entry would stop the import: ``words``, and the entry that holds it back where it is
    right by itself."""

    words: str
    by: Fields | None = None

    def __str__(self) -> str:
        return self.words if self.by is None else f"{self.words} above"
