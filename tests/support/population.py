"""Residents of invented municipalities, planted among those that are committed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import pytest

from kbb_data.geo import counts
from kbb_data.geo.counts import Count

#: Residents of the invented municipality by year; there is no count of 2026.
PEOPLE = {2024: 400_000, 2025: 412_500}


@contextmanager
def planted(institution: str, people: Mapping[int, int] = PEOPLE) -> Iterator[None]:
    """Within the block an institution has these residents, all in one district, counted on the last
    day of each year."""
    own = tuple(
        Count(institution, year, date(year, 12, 31), "Uydurma sayım", "Invented count",
              (("Ova", residents),))
        for year, residents in people.items()
    )  # fmt: skip
    known = counts.committed()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counts, "committed", lambda: (*known, *own))
        yield
