"""The short names that people gave the parts of the plan's top level, whichever the form."""

from __future__ import annotations

from collections.abc import Mapping

from kbb_data.judging.draft import Draft
from kbb_data.problems import quote


def short_names(
    draft: Draft, section: str, names: Mapping[int, str]
) -> dict[int, tuple[str, str | None]]:
    """By a part's number its short names in Turkish and English, as the entries of ``section``
    (``aim``, ``programme``) give them; English may lack. ``names`` are what the document prints:
    an entry that expects another one is a problem."""
    short: dict[int, tuple[str, str | None]] = {}
    for entry in draft.judgement.of(section):
        number = entry[section]
        printed = names.get(number, "")
        if printed != entry["printed"]:
            draft.problems.append(entry.broken(quote(entry["printed"]), quote(printed)))
        short[number] = (entry["short"], entry.get("short_en") or None)
    return short
