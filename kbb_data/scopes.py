"""What a committee's scope holds: the same for whoever judges it and for whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable

#: The kinds of ``kbb_data.schema.SCOPE_KINDS`` that are judged today.
PROGRAMME, GOAL, ACTIVITY, INDICATOR, UNIT = (
    "programme",
    "goal",
    "activity",
    "indicator",
    "spending_unit",
)


def activities_of(
    kind: str, key: str, activities: Iterable[tuple[object, object, object]]
) -> frozenset[int]:
    """The numbers of the activities that a scope holds; an indicator holds none.

    ``activities``: number, goal and spending unit of each activity of the programme.
    """
    return frozenset(
        int(str(number))
        for number, goal, unit in activities
        if kind == PROGRAMME
        or (kind == GOAL and str(goal) == key)
        or (kind == ACTIVITY and str(number) == key)
        or (kind == UNIT and unit == key)
    )
