"""The short names that people gave the parts of the plan and its activities, whichever the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kbb_data.judging.draft import Draft
from kbb_data.problems import quote
from kbb_data.reading.wording import mend_breaks
from kbb_data.turkish import fold


def short_names(
    draft: Draft, section: str, names: Mapping[int, str]
) -> dict[int, tuple[str, str | None]]:
    """By number its short names in Turkish and English, as the entries of ``section`` (``aim``,
    ``programme``, ``goal``, ``activity``) give them; English may lack. ``names`` are what the
    document prints: an entry that expects another one is a problem, and so is a short name that
    another thing of the section has, because a chart could not tell the two apart."""
    short: dict[int, tuple[str, str | None]] = {}
    bearers: dict[str, int] = {}
    for entry in draft.judgement.of(section):
        number = entry[section]
        printed = names.get(number, "")
        if printed != entry["printed"]:
            draft.problems.append(entry.broken(quote(entry["printed"]), quote(printed)))
        bearer = bearers.setdefault(fold(entry["short"]), number)
        if bearer != number:
            draft.problems.append(
                entry.broken("a short name of its own", f"that of {section} {bearer}")
            )
        short[number] = (entry["short"], entry.get("short_en") or None)
    return short


def numbered(names: Sequence[str]) -> dict[int, str]:
    """Printed names by number, from 1, as the tables hold them."""
    return {number: mend_breaks(name) for number, name in enumerate(names, start=1)}


def named(short: Mapping[int, tuple[str, str | None]], number: int) -> dict[str, str | None]:
    """The columns of a thing's short names; empty where nobody gave it one."""
    turkish, english = short.get(number, (None, None))
    return {"short_name": turkish, "short_name_en": english}
