"""In which activities the wages of the institution's staff are judged to stand."""

from __future__ import annotations

from collections.abc import Sequence

from kbb_data.judging.draft import Draft
from kbb_data.problems import quote
from kbb_data.reading.wording import mend_breaks


def judged_wages(draft: Draft, names: Sequence[str]) -> dict[int, str]:
    """By an activity's number the reason why wages are read to stand in it; ``names`` are the
    activities' in the order of their numbers, from 1."""
    wages: dict[int, str] = {}
    for entry in draft.judgement.of("wages"):
        number = entry["activity"]
        name = mend_breaks(names[number - 1]) if 0 < number <= len(names) else ""
        if name != entry["printed"]:
            draft.problems.append(
                entry.broken(f"activity {number} as {quote(entry['printed'])}", quote(name))
            )
        wages[number] = entry["reason"]
    return wages
