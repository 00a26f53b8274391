"""Whether what goes to each plain topic is what its assignments add up to, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator

from kbb_data.checking.run import lira
from kbb_data.problems import Problem, quote
from kbb_data.rows import Tables
from kbb_data.topics import ACTIVITY, CODE, amounts, cells


def topic_totals(tables: Tables) -> Iterator[Problem]:
    """Every total of a topic that is not what its assignments add up to, every assignment of what
    the programme does not have, and, where all together are not the programme's money, that."""
    if not tables["topics"]:
        return
    totals = amounts(tables)
    for place, row in enumerate(tables["topics"], start=2):
        computed = totals.get(row["topic"])
        if row["total"] != computed:
            where = f"topics.csv, total of {quote(row['topic'])}"
            yield Problem(place, where, lira(computed), lira(row["total"]))
    activities = {str(row["activity"]) for row in tables["activities"]}
    codes = {row["economic_code"] for row in tables["economic_codes"]}
    lines = {row["line"] for row in tables["resource_needs"]}
    for place, row in enumerate(tables["topic_assignments"], start=2):
        known = {ACTIVITY: activities, CODE: codes}.get(row["kind"], lines)
        if row["key"] not in known:
            where = f"topic_assignments.csv, {row['kind']}"
            yield Problem(place, where, "what the programme has", quote(row["key"]))
    whole, together = sum(cell.kurus for cell in cells(tables)), sum(totals.values())
    if whole != together:
        yield Problem(0, "topics.csv, all totals together", lira(whole), lira(together))
