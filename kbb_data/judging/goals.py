"""The goals' tables: goals, indicators with their figures, activities with their costs."""

from __future__ import annotations

from kbb_data.judging.draft import Draft
from kbb_data.judging.indicators import indicator_rows, judged_directions
from kbb_data.judging.short_names import named, numbered, short_names
from kbb_data.judging.wages import judged_wages
from kbb_data.problems import Problem, quote
from kbb_data.reading.economic_codes import holders
from kbb_data.reading.lines import Line
from kbb_data.reading.records import CostTable
from kbb_data.reading.wording import mend_breaks


def goals(draft: Draft, units: dict[str, str]) -> None:
    """Fill goals, indicators, their values, activities and what these cost.

    ``units`` maps each printed spelling of a spending unit to its key.
    """
    objectives = {objective.objective for objective in draft.reading.objectives}
    directions = judged_directions(
        draft, [(goal.goal, goal.indicators) for goal in draft.reading.goals]
    )
    printed = [activity.name for goal in draft.reading.goals for activity in goal.activities]
    wages = judged_wages(draft, printed)
    short = short_names(draft, "activity", numbered(printed))
    statements = {goal.goal: mend_breaks(goal.statement) for goal in draft.reading.goals}
    short_goals = short_names(draft, "goal", statements)
    tables = [cost for goal in draft.reading.goals for cost in goal.cost_tables]
    has_levels = any("." in code for cost in tables for _, code, _, _ in cost.costs)
    number = 0
    for goal in draft.reading.goals:
        if goal.objective not in objectives:
            draft.problems.append(
                Problem(
                    goal.line.number,
                    f"table of goal {goal.goal}",
                    "an objective of section 2.2.2",
                    quote(goal.objective),
                )
            )
        assert goal.amounts is not None
        draft.add(
            "goals",
            goal.line,
            goal=goal.goal,
            objective=goal.objective,
            statement=statements[goal.goal],
            **named(short_goals, goal.goal),
            note=mend_breaks(goal.note) or None,
            budget=goal.amounts.budget,
            off_budget=goal.amounts.off_budget,
            total=goal.amounts.total,
            aim_statement=goal.aim_statement,
            objective_statement=goal.objective_statement,
        )
        indicator_rows(draft, goal.goal, goal.indicators, directions)
        for activity, cost in zip(goal.activities, goal.cost_tables, strict=True):
            number += 1
            draft.add(
                "activities",
                cost.line,
                activity=number,
                goal=goal.goal,
                position=activity.position,
                name=mend_breaks(activity.name),
                **named(short, number),
                cost_table_name=mend_breaks(cost.name),
                spending_unit=units[cost.units[0]],
                note=mend_breaks(cost.note) or None,
                budget=cost.budget,
                off_budget=cost.off_budget,
                total=cost.total,
                goal_table_budget=activity.amounts.budget,
                goal_table_off_budget=activity.amounts.off_budget,
                goal_table_total=activity.amounts.total,
                goal_table_line=activity.line.number,
                cost_table_goal=cost.goal,
                cost_table_goal_statement=cost.goal_statement,
                unit_printed=cost.unit,
                wages=wages.get(number),
                other_units=" | ".join(_keys(cost.units[1:], units)) or None,
            )
            _costs(draft, number, cost, has_levels=has_levels)
            for line, source, kurus in cost.sources:
                draft.add(
                    "off_budget_resources", line, activity=number, source=source, amount=kurus
                )


def _keys(printed: tuple[str, ...], units: dict[str, str]) -> list[str]:
    """The keys of units, each once."""
    return list(dict.fromkeys(units[name] for name in printed))


def _costs(draft: Draft, activity: int, cost: CostTable, *, has_levels: bool) -> None:
    """What an activity costs under each first-level code: as printed, or as its parts add up.

    The printed lines themselves are kept where the programme prints codes of more levels.
    """
    codes = [code for _, code, _, _ in cost.costs]
    firsts: dict[str, tuple[Line, int]] = {}
    for (line, code, _, kurus), holder in zip(cost.costs, holders(codes), strict=True):
        if holder is None:
            first, sum_so_far = firsts.get(code[:2], (line, 0))
            firsts[code[:2]] = (first, sum_so_far + kurus)
    for code, (line, kurus) in firsts.items():
        draft.add("activity_costs", line, activity=activity, economic_code=code, amount=kurus)
    for position, (line, code, name, kurus) in enumerate(cost.costs if has_levels else (), start=1):
        draft.add(
            "activity_cost_lines",
            line,
            activity=activity,
            position=position,
            year=draft.reading.year,
            kind="budget",
            economic_code=code[:2],
            code_printed=code,
            name=name,
            fund="budget",
            amount=kurus,
        )
