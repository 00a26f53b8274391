"""The spending units behind their printed spellings, and table 2.6, which names them."""

from __future__ import annotations

import re

from kbb_data.judging.draft import Draft
from kbb_data.problems import Problem, quote
from kbb_data.reading.lines import Line
from kbb_data.reading.records import Reading
from kbb_data.reading.wording import alike, mend_breaks
from kbb_data.rows import Row
from kbb_data.turkish import fold, slug

_UNIT_SUFFIX = re.compile(r" (?:Daire Başkanlığı|Dairesi Başkanlığı|Müdürlüğü)$")


def spending_units(draft: Draft) -> dict[str, str]:
    """Every printed spelling of a spending unit and the key of the unit it means."""
    printed = _printed(draft.reading)
    first: dict[str, Line] = {}
    for name, line in printed:
        first.setdefault(name, line)
    judged: dict[str, str] = {}
    short: dict[str, str] = {}
    serves_all: dict[str, str | None] = {}
    for entry in draft.judgement.of("spending_unit"):
        for name in (entry["name"], *entry.get("aliases", [])):
            if name not in first:
                draft.problems.append(
                    entry.broken(f"the unit {quote(name)} in the document", "none")
                )
            judged[name] = entry["name"]
        short[entry["name"]] = entry["short"]
        serves_all[entry["name"]] = entry.get("serves_all") or None
    names: dict[str, str] = {}
    spelled: dict[str, str] = {}
    for name, _ in printed:
        # A spelling that differs in spaces, case or punctuation only is the same unit.
        bare = re.sub(r"[^0-9a-z]", "", fold(name))
        names[name] = judged.get(name) or spelled.setdefault(bare, name)
        spelled.setdefault(bare, names[name])
    keys: dict[str, str] = {}
    for name in dict.fromkeys(names.values()):
        key = slug(_UNIT_SUFFIX.sub("", name))
        keys[name] = key if key not in keys.values() else slug(name)
        aliases = [other for other, of in names.items() if of == name and other != name]
        draft.add(
            "spending_units",
            first[name],
            spending_unit=keys[name],
            name=name,
            aliases=" | ".join(aliases) or None,
            short_name=short.get(name, _UNIT_SUFFIX.sub("", name)),
            serves_all=serves_all.get(name),
        )
    return {printed_name: keys[name] for printed_name, name in names.items()}


def _printed(reading: Reading) -> list[tuple[str, Line]]:
    """Every place that names a unit which answers for an activity: the name and its line."""
    return [
        *(
            (unit, cost.line)
            for goal in reading.goals
            for cost in goal.cost_tables
            for unit in cost.units
        ),
        *(
            (unit, row.line)
            for row in reading.responsibilities
            if row.unit_printed
            for unit in row.units
        ),
        *(
            (unit, activity.unit_line or activity.line)
            for part in reading.sub_programmes
            for activity in part.activities
            for unit in activity.units
        ),
    ]


def responsibilities(draft: Draft, units: dict[str, str]) -> None:
    """Each line of table 2.6 with the activity that it means, found by its name."""
    activities: dict[int, list[Row]] = {}
    for row in draft.rows["activities"]:
        activities.setdefault(row["goal"], []).append(row)
    known = {goal.goal for goal in draft.reading.goals}
    used: set[int] = set()
    for line in draft.reading.responsibilities:
        if line.goal not in known:
            draft.problems.append(
                Problem(line.line.number, "table 2.6", "a goal of section 2.3", f"goal {line.goal}")
            )
            continue
        name = mend_breaks(line.activity_name)
        fitting = next(
            (
                row["activity"]
                for row in activities.get(line.goal, ())
                if row["activity"] not in used
                and (alike(row["name"], name) or alike(row["cost_table_name"], name))
            ),
            None,
        )
        if fitting is not None:
            used.add(fitting)
        draft.add(
            "unit_responsibilities",
            line.line,
            goal=line.goal,
            position=line.position,
            activity_name=name,
            spending_unit=units[line.units[0]],
            unit_printed=line.unit_printed or None,
            activity=fitting,
            goal_statement=line.goal_statement or None,
        )
