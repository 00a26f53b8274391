"""What each committee of the council deals with, as judged, and what no committee's name covers.

A scope names the whole programme, a goal, a single activity, an indicator or a spending unit.
What it holds, ``kbb_data.scopes`` says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kbb_data.judging.draft import Draft
from kbb_data.judging.judgement import Entry
from kbb_data.problems import quote
from kbb_data.reading.lines import Line
from kbb_data.reading.records import Person
from kbb_data.scopes import ACTIVITY, GOAL, INDICATOR, PROGRAMME, UNIT, activities_of


@dataclass(frozen=True, slots=True)
class _Named:
    """What an entry names: its key, the words that the document prints there, and the line."""

    key: str
    printed: str
    expected: str
    line: Line | None = None


def committee_scopes(draft: Draft, units: dict[str, str]) -> None:
    """Fill ``committee_scopes`` and ``committee_omissions``; nothing where nobody judged any.

    An activity that one committee is given twice, or that is left out and given to a committee, is
    a problem.
    """
    seats: dict[str, Person] = {}
    for seat in draft.reading.committee_seats:
        seats.setdefault(seat.committee, seat)
    given: dict[str, set[int]] = {}
    activities = [
        (row["activity"], row["goal"], row["spending_unit"]) for row in draft.rows["activities"]
    ]
    for section, kind in _SCOPES:
        for entry in draft.judgement.of(section):
            name = entry["committee"]
            if name not in seats:
                draft.problems.append(entry.broken(f"the committee {quote(name)}", "none"))
                continue
            named = _named(draft, entry, kind, units)
            if named is None:
                continue
            held = activities_of(kind, named.key, activities)
            if kind != PROGRAMME and (twice := held & given.setdefault(name, set())):
                draft.problems.append(
                    entry.broken("each activity once in a committee", f"{min(twice)} again")
                )
            if kind != PROGRAMME:
                given[name] |= held
            draft.add(
                "committee_scopes",
                seats[name].line,
                committee=name,
                kind=kind,
                key=named.key,
                reason=entry["reason"],
            )
    covered = set().union(*given.values()) if given else set()
    for section, kind in _OMISSIONS:
        for entry in draft.judgement.of(section):
            named = _named(draft, entry, kind, units)
            if named is None:
                continue
            both = covered & activities_of(kind, named.key, activities)
            if both:
                draft.problems.append(
                    entry.broken("what no committee deals with", f"activity {min(both)}")
                )
            assert named.line is not None
            draft.add(
                "committee_omissions",
                named.line,
                kind=kind,
                key=named.key,
                reason=entry["reason"],
            )


_SCOPES = (
    ("committee_programme", PROGRAMME),
    ("committee_goal", GOAL),
    ("committee_activity", ACTIVITY),
    ("committee_indicator", INDICATOR),
    ("committee_unit", UNIT),
)

_OMISSIONS = (("left_out_goal", GOAL), ("left_out_activity", ACTIVITY))


def _named(draft: Draft, entry: Entry, kind: str, units: dict[str, str]) -> _Named | None:
    """What the entry names; ``None``, with a problem, where the document prints other words."""
    found = next(_candidates(draft, entry, kind, units), None)
    if found is not None and found.printed == found.expected:
        return found
    expected = found.expected if found else str(entry.get("printed", ""))
    draft.problems.append(
        entry.broken(f"{kind} {quote(expected)}", quote(found.printed if found else ""))
    )
    return None


def _candidates(draft: Draft, entry: Entry, kind: str, units: dict[str, str]) -> Iterator[_Named]:
    lines = {line.number: line for line in draft.reading.lines}
    if kind == PROGRAMME:
        yield _Named(PROGRAMME, "", "")
    elif kind == GOAL:
        for row in draft.rows["hierarchy"]:
            if row["level"] in ("goal", "sub_programme") and row["code"] == str(entry["goal"]):
                line = lines[row["source_line"]]
                yield _Named(row["code"], row["name"], entry["printed"], line)
    elif kind == ACTIVITY:
        for row in draft.rows["activities"]:
            if row["activity"] == entry["activity"]:
                line = lines[row["source_line"]]
                yield _Named(str(row["activity"]), row["name"], entry["printed"], line)
    elif kind == INDICATOR:
        for row in draft.rows["indicators"]:
            if (row["goal"], row["indicator"]) == (entry["goal"], entry["indicator"]):
                key = f"{row['goal']}.{row['indicator']}"
                yield _Named(key, row["name_printed"], entry["printed"])
    else:
        yield _Named(
            units.get(entry["name"], ""),
            entry["name"] if entry["name"] in units else "",
            entry["name"],
        )
