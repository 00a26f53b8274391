"""Which thing of an earlier programme is which of this one: the entries of ``succession.toml``.

An entry names both sides by code and printed name. What this programme prints is held at every
import; what the earlier one prints is not at hand there, and is held where both are (``propose``
and ``review``). An entry that is only ``proposed`` counts nowhere until a person takes that line
out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kbb_data.judging.draft import Draft
from kbb_data.judging.judgement import Entry
from kbb_data.judging.things import Fields
from kbb_data.problems import Problem, quote
from kbb_data.rows import Tables
from kbb_data.schema import RELATIONS, SUCCESSION_LEVELS

SECTION = "succession"

#: What may be linked. A top is an aim or a programme, a leaf a performance goal or a sub-programme.
TOP, LEAF, ACTIVITY, INDICATOR, UNIT = SUCCESSION_LEVELS
SAME, RENAMED, MERGED, SPLIT, NEW, GONE = RELATIONS
#: The relations in which a thing may have several entries.
_SHARED = frozenset({MERGED, SPLIT})

#: The levels of ``hierarchy`` that are tops and leaves.
TOPS = frozenset({"aim", "programme"})
LEAVES = frozenset({"goal", "sub_programme"})


@dataclass(frozen=True, slots=True)
class Named:
    """A thing of a programme that can be linked: its printed name, and the source line of it."""

    name: str
    line: int


def things(tables: Tables) -> dict[str, dict[str, Named]]:
    """What of a programme can be linked, by level and code, in the document's order."""
    parts = [(row, str(row["code"])) for row in tables["hierarchy"]]
    return {
        TOP: {code: _named(row, "name") for row, code in parts if row["level"] in TOPS},
        LEAF: {code: _named(row, "name") for row, code in parts if row["level"] in LEAVES},
        ACTIVITY: {str(row["activity"]): _named(row, "name") for row in tables["activities"]},
        INDICATOR: {
            f"{row['goal']}.{row['indicator']}": _named(row, "name_printed")
            for row in tables["indicators"]
        },
        UNIT: {row["spending_unit"]: _named(row, "name") for row in tables["spending_units"]},
    }


def _named(row: Mapping[str, Any], name: str) -> Named:
    return Named(row[name], row["source_line"])


def succession(draft: Draft) -> None:
    """Fill ``succession``; nothing where nobody judged any. What an entry expects of this programme
    and does not find, and two entries that can't both hold, are problems."""
    year = int(draft.rows["programme"][0]["year"])
    printed = things(draft.rows)
    lines = {line.number: line for line in draft.reading.lines}
    first = draft.rows["programme"][0]["source_line"]
    entries = list(draft.judgement.of(SECTION))
    problems = [
        entry.broken(expected, actual)
        for entry in entries
        for _, expected, actual in wrong(entry.fields, printed, year)
    ]
    problems += [entry.broken(*words) for entry, words in conflicts(entries)]
    draft.problems += problems
    if problems:
        return
    for number, entry in enumerate(entries, start=1):
        named = printed[entry["level"]].get(entry.get("to_code"))
        draft.add(
            "succession",
            lines[named.line if named else first],
            number=number,
            level=entry["level"],
            from_year=entry["from_year"],
            from_code=entry.get("from_code") or None,
            from_name=entry.get("from_name") or None,
            to_code=entry.get("to_code") or None,
            to_name=entry.get("to_name") or None,
            relation=entry["relation"],
            reason=entry["reason"],
        )


def wrong(
    fields: Fields, printed: Mapping[str, Mapping[str, Named]], year: int
) -> Iterator[tuple[str, str, str]]:
    """What of an entry does not fit its relation or the programme of ``year``: the field, what was
    expected, what stood there."""
    level, relation, before = fields["level"], fields["relation"], fields["from_year"]
    if not isinstance(before, int) or before >= year:
        yield "from_year", f"a year before {year}", str(before)
    for side, without in (("from", NEW), ("to", GONE)):
        for part in ("code", "name"):
            name = f"{side}_{part}"
            value = fields.get(name, "")
            if relation == without and value:
                yield name, f"no {name} of what is {relation}", quote(str(value))
            elif relation != without and not value:
                yield name, f"a field '{name}'", "none"
    code, name = fields.get("to_code", ""), fields.get("to_name", "")
    if relation != GONE and code and name:
        named = printed[level].get(code)
        if named is None or named.name != name:
            expected = f"{level} {code} as {quote(name)}"
            yield "to_name", expected, quote(named.name) if named else "none"


def stale(
    entries: Iterable[Entry], printed: Mapping[str, Mapping[str, Named]], year: int
) -> Iterator[Problem]:
    """The entries whose earlier side the programme of ``year``, which prints ``printed``, does not
    have under that name. Entries about another year are not looked at."""
    for entry in entries:
        if entry["from_year"] == year and entry["relation"] != NEW:
            code, name = entry.get("from_code"), entry.get("from_name")
            named = printed[entry["level"]].get(code)
            if named is None or named.name != name:
                yield entry.broken(
                    f"{entry['level']} {code} of {year} as {quote(name)}",
                    quote(named.name) if named else "none",
                )


def conflicts(entries: Iterable[Entry]) -> Iterator[tuple[Entry, tuple[str, str]]]:
    """Entries that can't hold beside the others, with what was expected and what stands there."""
    kept: list[Fields] = []
    entries = list(entries)
    for entry in entries:
        other = against(entry.fields, kept)
        if other is not None:
            yield entry, ("one entry of each side", f"another, {told(other)}")
        kept.append(entry.fields)
    for fields, expected in lonely(kept):
        yield next(entry for entry in entries if entry.fields is fields), (expected, "none")


def against(fields: Fields, others: Iterable[Fields]) -> Fields | None:
    """The entry of ``others`` beside which ``fields`` can't hold: one side of what is linked with
    one thing alone, or with none, has another entry. ``None`` where there is none."""
    for other in others:
        if (other["level"], other["from_year"]) != (fields["level"], fields["from_year"]):
            continue
        same = {
            side: bool(fields.get(f"{side}_code"))
            and fields.get(f"{side}_code") == other.get(f"{side}_code")
            for side in ("from", "to")
        }
        relations = {fields["relation"], other["relation"]}
        if all(same.values()) or (any(same.values()) and relations - _SHARED):
            return other
    return None


def lonely(entries: Iterable[Fields]) -> Iterator[tuple[Fields, str]]:
    """The entries of what was merged or split that no other such entry shares the side with, and
    what is expected beside each."""
    shared = [entry for entry in entries if entry["relation"] in _SHARED]
    for relation, side in ((MERGED, "to"), (SPLIT, "from")):
        count = Counter(_side(entry, side) for entry in shared)
        for entry in shared:
            if entry["relation"] == relation and count[_side(entry, side)] == 1:
                code = entry.get(f"{side}_code")
                yield entry, f"another entry {_WAY[relation]} {entry['level']} {code}"


_WAY = {MERGED: "of what was merged into", SPLIT: "of what came from"}


def _side(fields: Fields, side: str) -> tuple[str, int, str]:
    return fields["level"], fields["from_year"], fields.get(f"{side}_code", "")


def told(fields: Fields) -> str:
    """An entry in words: its level, both codes and its relation."""
    before, after = fields.get("from_code") or "nothing", fields.get("to_code") or "nothing"
    return f"{fields['level']} {before} to {after} ({fields['relation']})"
