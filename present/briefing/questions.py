"""Questions worth asking: each rule looks for one thing in a part and asks with its figures.

A rule states what it looks for; it asks nothing where it finds nothing. Which rules there are, and
why, ``docs/briefing.md`` tells; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from present.briefing.model import own
from present.briefing.parts import Part
from present.budget import model as budget_model
from present.findings import words as findings_words
from present.indicators import words as indicators_words
from present.indicators.ambition import Ambition, Direction
from present.indicators.model import Indicator
from present.kit import writing
from present.kit.quantity import quantity
from present.kit.text import t

#: From which share of the part's money on a single activity, a unit or the off-budget sources are
#: asked about.
LARGE_ACTIVITY, LARGE_UNIT, LARGE_OFF_BUDGET = 0.3, 0.5, 0.2

#: How many questions a rule asks at most, and all rules together.
MOST_OF_A_RULE, MOST = 2, 8


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for, by name, and the questions that it finds, the weightiest first."""

    name: str
    ask: Callable[[Part], Iterator[str]]
    most: int = 1


def questions(part: Part) -> tuple[str, ...]:
    """What the rules ask of a part, in the rules' order; none for a part without anything."""
    found: list[str] = []
    for rule in RULES:
        for count, question in enumerate(rule.ask(part)):
            if count == rule.most:
                break
            found.append(question)
    return tuple(found[:MOST])


def relative_step(one: Indicator) -> Decimal:
    """The step from estimate to target as a part of the estimate, without its sign; a step from
    nothing counts as whole."""
    change, estimate = one.assessment.change, one.assessment.estimate
    if change is None or estimate is None:
        return Decimal(0)
    return abs(change / estimate) if estimate else Decimal(1)


def _figures(one: Indicator, year: int) -> dict[str, str]:
    def written(value: Decimal | None) -> str:
        return quantity(value, one.unit) if value is not None else writing.not_stated()

    change = one.assessment.change
    return {
        "code": one.code,
        "name": own(one.name),
        "actual": written(one.actual.value),
        "estimate": written(one.estimate.value),
        "target": written(one.target.value),
        "change": "" if change is None else indicators_words.difference(change, one.unit),
        "actual_year": str(one.actual.year or year - 2),
        "estimate_year": str(one.estimate.year or year - 1),
        "target_year": str(one.target.year or year),
    }


def _lowered(part: Part) -> Iterator[str]:
    """Targets behind the estimate, the largest step back first."""
    found = [one for one in part.indicators if one.assessment.ambition is Ambition.LOWER]
    for one in sorted(found, key=relative_step, reverse=True):
        is_less = one.assessment.direction is Direction.LESS
        yield t(
            "briefing.ask_lowered_less" if is_less else "briefing.ask_lowered",
            **_figures(one, part.year),
        )


def _steep(part: Part) -> Iterator[str]:
    """Targets that ask for more than the step before, the steepest first."""
    found = [one for one in part.indicators if one.assessment.ambition is Ambition.ACCELERATION]
    for one in sorted(found, key=relative_step, reverse=True):
        yield t("briefing.ask_steep", **_figures(one, part.year))


def _unstated(part: Part) -> Iterator[str]:
    """Indicators without an estimate or a target."""
    found = [one for one in part.indicators if one.estimate.value is None or not _has_target(one)]
    if found:
        first = found[0]
        yield t(
            "briefing.ask_unstated",
            count=writing.number(len(found)),
            year=part.year,
            **_figures(first, part.year),
        )


def _has_target(one: Indicator) -> bool:
    return one.target.value is not None


def _finding(part: Part) -> Iterator[str]:
    """Findings whose sums differ in lira."""
    for one in part.findings:
        if one.is_money and one.gap:
            yield t(
                "briefing.ask_finding",
                place=own(one.location),
                stated=findings_words.stated(one),
                computed=findings_words.computed(one),
                size=findings_words.size(one),
            )


def _large_activity(part: Part) -> Iterator[str]:
    """One activity that takes much of the money, where there is more than one."""
    if len(part.activities) < 2:
        return
    first = part.activities[0]
    share = budget_model.share(first.amount_kurus, part.amount_kurus)
    if share is not None and share >= LARGE_ACTIVITY:
        yield t(
            "briefing.ask_large_activity",
            name=own(first.name),
            number=first.number,
            amount=writing.money(first.amount_kurus),
            share=writing.share(share),
            year=part.year,
        )


def _large_unit(part: Part) -> Iterator[str]:
    """One unit of several that spends most of the money."""
    units = part.by("unit_name")
    if len(units) < 2:
        return
    name, amount = units[0]
    share = budget_model.share(amount, part.amount_kurus)
    if share is not None and share >= LARGE_UNIT:
        yield t(
            "briefing.ask_large_unit",
            name=own(str(name)),
            amount=writing.money(amount),
            share=writing.share(share),
            units=writing.number(len(units)),
        )


def _off_budget(part: Part) -> Iterator[str]:
    """Money that is to come from outside the budget."""
    amount = part.fund_kurus(budget_model.OFF_BUDGET)
    share = budget_model.share(amount, part.amount_kurus)
    if share is not None and share >= LARGE_OFF_BUDGET:
        yield t(
            "briefing.ask_off_budget",
            amount=writing.money(amount),
            share=writing.share(share),
            year=part.year,
        )


def _without_money(part: Part) -> Iterator[str]:
    """Activities for which nothing is planned."""
    found = [one for one in part.activities if not one.amount_kurus]
    if found:
        first = found[0]
        yield t(
            "briefing.ask_without_money",
            count=writing.number(len(found)),
            name=own(first.name),
            number=first.number,
            year=part.year,
        )


def _untold(part: Part) -> Iterator[str]:
    """Goals whose money is told of by no comparable indicator, the dearest first."""
    by_goal: dict[int, list[Indicator]] = {}
    for one in part.indicators:
        by_goal.setdefault(one.goal, []).append(one)
    for goal, amount in part.by("goal"):
        told = by_goal.get(int(goal), [])
        if all(one.assessment.ambition is Ambition.NOT_COMPARABLE for one in told):
            yield t(
                "briefing.ask_untold",
                goal=int(goal),
                amount=writing.money(amount),
                count=writing.number(len(told)),
                year=part.year,
            )


#: All rules, in the order in which their questions stand.
RULES: tuple[Rule, ...] = (
    Rule("finding", _finding),
    Rule("lowered", _lowered, MOST_OF_A_RULE),
    Rule("steep", _steep, MOST_OF_A_RULE),
    Rule("large_activity", _large_activity),
    Rule("off_budget", _off_budget),
    Rule("large_unit", _large_unit),
    Rule("untold", _untold),
    Rule("without_money", _without_money),
    Rule("unstated", _unstated),
)
