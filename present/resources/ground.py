"""What every figure of Kaynaklar needs beside its numbers."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from present.kit.text import t
from present.kit.theme import palette
from present.places.kinds import COUNT_COLOUR

#: Groups of bars: the segments of a split one, and a whole one.
FIRST, SECOND, ONLY = "first", "second", "only"


@dataclass(frozen=True, slots=True)
class Ground:
    """Whose programme it is, of what year, and in which scheme it is drawn."""

    institution: str
    year: int
    is_dark: bool

    def source(self, frame: pd.DataFrame) -> str:
        """Where rows of the document stand: section and lines; without rows the part alone."""
        lines = frame["source_line"]
        sections = dict.fromkeys(str(section) for section in frame["source_section"])
        place = (
            t("resources.source_none")
            if frame.empty
            else t(
                "resources.source_lines" if lines.nunique() > 1 else "resources.source_line",
                section=", ".join(sections),
                first=int(lines.min()),
                last=int(lines.max()),
            )
        )
        return t(
            "common.source_document", institution=self.institution, year=self.year, section=place
        )

    @property
    def colours(self) -> dict[str, str]:
        """The colours of a bar, and of the two segments of a split one; deep blue is money's."""
        return {ONLY: COUNT_COLOUR, FIRST: palette(self.is_dark).ink, SECOND: COUNT_COLOUR}
