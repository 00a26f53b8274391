"""The words of the plan: what stands below an aim and a goal, in money and counts."""

from __future__ import annotations

from present.budget.model import share
from present.kit import writing
from present.kit.text import t
from present.kit.writing import per_head_text, share_text
from present.plan.model import Aim, Goal, Money, Whole


def aim_title(aim: Aim) -> str:
    """An aim by its number and its short name."""
    return f"{aim.number}. {aim.short}"


def goal_title(goal: Goal) -> str:
    """A goal by its number and, where it has one, its short name."""
    if goal.own:
        return t("plan.goal.one_title", number=goal.number)
    return t("plan.goal.short_title", number=goal.number, name=goal.short)


def part(money: Money, whole: Whole) -> str:
    """The share of the programme, in brackets; empty where it can't be told."""
    fraction = share(money.amount_kurus, whole.kurus)
    return "" if fraction is None else t("plan.part", share=share_text(fraction))


def counts(aim: Aim) -> str:
    """How many objectives, goals, activities and indicators stand below an aim."""
    return t(
        "plan.counts",
        objectives=writing.number(len(aim.objectives)),
        goals=writing.number(len(aim.goals)),
        activities=writing.number(aim.activities),
        indicators=writing.number(len(aim.indicators)),
    )


def money(goal: Goal) -> str:
    """A goal's money."""
    return writing.money(goal.money.amount_kurus)


def goal_line(goal: Goal) -> str:
    """How much stands below a goal."""
    return t(
        "plan.goal_line",
        activities=writing.number(len(goal.activities)),
        indicators=writing.number(len(goal.indicators)),
    )


def money_facts(money: Money, whole: Whole) -> list[tuple[str, str]]:
    """Money by kind, its share, and per resident where residents are known: names and values."""
    amount = money.amount_kurus
    facts = [
        (t("plan.fact_money"), writing.money(amount)),
        (t("budget.fact_budget"), writing.money(money.budget_kurus)),
        (t("budget.fact_off_budget"), writing.money(money.off_budget_kurus)),
    ]
    fraction = share(amount, whole.kurus)
    if fraction is not None:
        facts.append((t("plan.fact_share"), share_text(fraction)))
    if whole.people and amount is not None:
        facts.append((t("plan.fact_per_head"), per_head_text(amount, whole.people)))
    return facts


def code_fact(code_printed: str) -> list[tuple[str, str]]:
    """The code that the document prints with a part, as a name and its value; none for none."""
    return [(t("plan.fact_code"), code_printed)] if code_printed else []


def aim_counts(aim: Aim) -> list[tuple[str, int]]:
    """What is counted below an aim: names and numbers. Objectives that are sub-programmes' own are
    no level of their own."""
    above = [objective for objective in aim.objectives if not objective.is_of_goal]
    return [
        *([(t("plan.fact_objectives"), len(above))] if above or not aim.objectives else []),
        (t("plan.fact_goals"), len(aim.goals)),
        (t("plan.fact_activities"), aim.activities),
        (t("plan.fact_indicators"), len(aim.indicators)),
    ]


def goal_counts(goal: Goal) -> list[tuple[str, int]]:
    """What is counted below a goal: names and numbers."""
    return [
        (t("plan.goal.fact_activities"), len(goal.activities)),
        (t("plan.goal.fact_indicators"), len(goal.indicators)),
    ]
