"""How many people lived in an institution's area, by the year that they were counted for.

Kept beside the map's facts with their sources (``counts.toml``, ``ATTRIBUTION.md``), and known also
where nobody drew a map. ``Place.population`` stays the count that the districts carry.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from kbb_data.turkish import fold

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Count:
    """A count of residents: the year that it is of, its day and source, and persons by district.

    ``source_en``: the source in English, empty where nobody wrote it. ``districts``: names and
    persons in the file's order.
    """

    institution: str
    year: int
    date: date
    source: str
    source_en: str
    districts: tuple[tuple[str, int], ...]

    @property
    def residents(self) -> int:
        """Persons in all districts together."""
        return sum(people for _, people in self.districts)


def read(folder: Path = FOLDER) -> tuple[Count, ...]:
    """Every count that ``counts.toml`` in ``folder`` names.

    Raises ``FileNotFoundError`` for a file that it names and that is missing, ``KeyError`` for a
    column or an entry that is missing, ``ValueError`` for a value that is no number and for two
    counts of one year.
    """
    entries = tomllib.loads((folder / "counts.toml").read_text(encoding="utf-8"))
    found = tuple(
        Count(
            institution=entry["institution"],
            year=entry["year"],
            date=entry["date"],
            source=entry["source"],
            source_en=entry.get("source_en", ""),
            districts=_districts(folder / entry["file"], entry["column"]),
        )
        for entry in entries.get("count", ())
    )
    known = set()
    for count in found:
        key = (fold(count.institution), count.year)
        if key in known:
            raise ValueError(f"counts.toml: {count.institution} has two counts of {count.year}")
        known.add(key)
    return found


def _districts(path: Path, column: str) -> tuple[tuple[str, int], ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple((row["district"], int(row[column])) for row in csv.DictReader(file))


@lru_cache(maxsize=1)
def committed() -> tuple[Count, ...]:
    """The counts that lie beside this module."""
    return read()


def of_institution(institution: str, counts: Sequence[Count] | None = None) -> tuple[Count, ...]:
    """The counts of an institution as a programme prints its name (letter case and accents do not
    count), oldest first; none where nobody counted. ``counts``: those to choose from, else those
    that are committed."""
    folded = fold(institution)
    own = [c for c in (committed() if counts is None else counts) if fold(c.institution) == folded]
    return tuple(sorted(own, key=lambda count: count.year))
