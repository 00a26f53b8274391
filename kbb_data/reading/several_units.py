"""Several responsible units in one cell, parted where a name ends as units' names do."""

from __future__ import annotations

import re

from kbb_data.turkish import squeeze

#: The end of a unit's name, between two of them a sign or an "and".
_BETWEEN = re.compile(
    r"(?<=[lL][ıiüuİIÜU][ğĞ][ıiüuİIÜU])\s*(?:[,;/&+]|\bve\b|\bile\b|\s[-–]\s)\s*|\s*;\s*"
)


def units_of(printed: str) -> tuple[str, ...]:
    """The units that a cell names, parted where a name ends as units' names do."""
    return tuple(part for each in _BETWEEN.split(printed) if (part := squeeze(each).strip(",;")))
