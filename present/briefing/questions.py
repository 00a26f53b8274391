"""Questions worth asking: each rule looks for one thing in a part and asks with its figures.

A rule states what it looks for; it asks nothing where it finds nothing. Which rules there are, and
why, ``docs/briefing.md`` tells; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from present.briefing import deviations
from present.briefing.carried_out import CarriedOut, Rated
from present.briefing.model import among, own, portion
from present.briefing.parts import Part
from present.briefing.steps import from_actual, from_estimate, in_turn
from present.budget import model as budget_model
from present.execution.words import rate_text
from present.findings import places
from present.findings import words as findings_words
from present.indicators.ambition import Ambition, Direction
from present.indicators.model import Indicator
from present.kit import writing
from present.kit.quantity import difference, quantity
from present.kit.text import t

#: From which share of the part's money on a single activity, a unit or the off-budget sources are
#: asked about.
LARGE_ACTIVITY, LARGE_UNIT, LARGE_OFF_BUDGET = 0.3, 0.5, 0.2

#: What is asked about of what was spent: a rate of at most so much of the whole's, and a rate above
#: all of the appropriation; rows with less than so much of the appropriations are left out.
LOW_RATE, HIGH_RATE, LEAST_BASE = Fraction(4, 5), 1, Fraction(1, 100)

#: How many questions a rule asks at most, and all rules together.
MOST_OF_A_RULE, MOST = 2, 7


@dataclass(frozen=True, slots=True)
class Rule:
    """What is looked for, by name, and the questions that it finds, the weightiest first."""

    name: str
    ask: Callable[[Part], Iterator[str]]
    most: int = 1


def questions(part: Part) -> tuple[str, ...]:
    """What the rules ask of a part, in the rules' order; none for a part without anything."""
    asked = [question for rule in RULES for question in of_rule(rule, part, rule.most)]
    return tuple(asked[:MOST])


def of_rule(rule: Rule, part: Part, most: int) -> Iterator[str]:
    """The first ``most`` questions that a rule asks of a part."""
    return islice(rule.ask(part), most)


def _figures(indicator: Indicator, year: int) -> dict[str, str]:
    def written(value: Decimal | None) -> str:
        return quantity(value, indicator.unit) if value is not None else writing.not_stated()

    def step(value: Decimal | None) -> str:
        return "" if value is None else difference(value, indicator.unit)

    return {
        "code": indicator.code,
        "name": own(indicator.name),
        "actual": written(indicator.actual.value),
        "estimate": written(indicator.estimate.value),
        "target": written(indicator.target.value),
        "change": step(indicator.assessment.change),
        "gap": step(indicator.assessment.gap),
        "actual_year": str(indicator.actual.year or year - 2),
        "estimate_year": str(indicator.estimate.year or year - 1),
        "target_year": str(indicator.target.year or year),
    }


def _with(part: Part, *ambitions: Ambition) -> list[Indicator]:
    return [
        indicator for indicator in part.indicators if indicator.assessment.ambition in ambitions
    ]


def _lowered(part: Part) -> Iterator[str]:
    """Targets behind the estimate, the largest step back first, amounts and rates in turn."""
    lowered = _with(part, Ambition.LOWER, Ambition.BELOW_BOTH)
    for indicator in in_turn(lowered, from_estimate):
        is_less = indicator.assessment.direction is Direction.LESS
        yield t(
            "briefing.ask_lowered_less" if is_less else "briefing.ask_lowered",
            **_figures(indicator, part.year),
        )


def _below_actual(part: Part) -> Iterator[str]:
    """Targets that are not behind the estimate but behind the actual, the farthest first, amounts
    and rates in turn."""
    for indicator in in_turn(_with(part, Ambition.BELOW_ACTUAL), from_actual):
        is_less = indicator.assessment.direction is Direction.LESS
        yield t(
            "briefing.ask_below_actual_less" if is_less else "briefing.ask_below_actual",
            **_figures(indicator, part.year),
        )


def _steep(part: Part) -> Iterator[str]:
    """Targets that ask for more than the step before, the steepest first, amounts and rates in
    turn."""
    for indicator in in_turn(_with(part, Ambition.ACCELERATION), from_estimate):
        yield t("briefing.ask_steep", **_figures(indicator, part.year))


def _unstated(part: Part) -> Iterator[str]:
    """Indicators without an estimate or a target."""
    unstated = [
        indicator
        for indicator in part.indicators
        if indicator.estimate.value is None or indicator.target.value is None
    ]
    if unstated:
        yield t(
            f"briefing.ask_unstated_{'one' if len(unstated) == 1 else 'more'}",
            count=writing.number(len(unstated)),
            year=part.year,
            **_figures(unstated[0], part.year),
        )


def _finding(part: Part) -> Iterator[str]:
    """Findings whose sums differ in lira."""
    for finding in part.findings:
        if finding.is_money and finding.gap:
            yield t(
                "briefing.ask_finding",
                place=among(places.place(finding.location), places.own(finding.location)),
                stated=findings_words.stated(finding),
                computed=findings_words.computed(finding),
                size=findings_words.size(finding),
            )


def _large_activity(part: Part) -> Iterator[str]:
    """One activity that takes much of the money, where there is more than one."""
    if len(part.activities) < 2:
        return
    first = part.activities[0]
    share = budget_model.share(first.amount_kurus, part.amount_kurus)
    if share is not None and share >= LARGE_ACTIVITY:
        yield t(
            f"briefing.ask_large_activity_{portion(share)}",
            name=own(first.name),
            number=first.number,
            amount=writing.money(first.amount_kurus),
            share=writing.share(share),
            year=part.year,
        )


def _large_unit(part: Part) -> Iterator[str]:
    """One unit of several that spends most of the money."""
    units = [pair for pair in part.by("unit_name") if pair[0] is not None]
    if len(units) < 2:
        return
    name, amount = units[0]
    share = budget_model.share(amount, part.amount_kurus)
    if share is not None and share >= LARGE_UNIT:
        yield t(
            f"briefing.ask_large_unit_{portion(share)}",
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
            f"briefing.ask_off_budget_{portion(share)}",
            amount=writing.money(amount),
            share=writing.share(share),
            year=part.year,
        )


def _without_money(part: Part) -> Iterator[str]:
    """Activities for which nothing is planned."""
    unpaid = [activity for activity in part.activities if not activity.amount_kurus]
    if unpaid:
        first = unpaid[0]
        yield t(
            f"briefing.ask_without_money_{'one' if len(unpaid) == 1 else 'more'}",
            count=writing.number(len(unpaid)),
            name=own(first.name),
            number=first.number,
            year=part.year,
        )


def _untold(part: Part) -> Iterator[str]:
    """Goals whose money is told of by no indicator that can be compared, the dearest first; those
    that are altogether the part's, as of others it holds neither all money nor all indicators."""
    by_goal: dict[int, list[Indicator]] = {}
    for indicator in part.indicators:
        by_goal.setdefault(indicator.goal, []).append(indicator)
    statements = dict(zip(part.lines["goal"], part.lines["goal_statement"], strict=True))
    for goal, amount in part.by("goal"):
        if part.whole_goals is not None and int(goal) not in part.whole_goals:
            continue
        told = by_goal.get(int(goal), [])
        if not any(indicator.assessment.is_compared for indicator in told):
            words = {
                "goal": int(goal),
                "statement": own(writing.unstopped(statements[int(goal)])),
                "amount": writing.money(amount),
                "year": part.year,
            }
            if told:
                yield t("briefing.ask_untold", count=writing.number(len(told)), **words)
            else:
                yield t("briefing.ask_untold_none", **words)


def _spent_least(part: Part) -> Iterator[str]:
    """Rows of which far less was spent than of the whole, the lowest rate first."""
    done = part.carried_out
    if done is None or done.rate is None:
        return
    rows = [row for row in _weighty(done) if row.rate <= done.rate * LOW_RATE]
    for row in sorted(rows, key=lambda row: row.rate):
        yield t("briefing.ask_spent_least", whole=rate_text(done.rate), **_spent(done, row))


def _spent_most(part: Part) -> Iterator[str]:
    """Rows of which more was spent than was appropriated, the highest rate first."""
    done = part.carried_out
    rows = [row for row in _weighty(done) if row.rate > HIGH_RATE] if done else []
    for row in sorted(rows, key=lambda row: -row.rate):
        assert done is not None
        more = writing.money(row.spent_kurus - row.base_kurus)
        yield t("briefing.ask_spent_most", more=more, **_spent(done, row))


def _weighty(done: CarriedOut) -> list[Rated]:
    """The rows whose appropriation is a part of all that is worth a question."""
    whole = sum(row.base_kurus for row in done.rated)
    return [row for row in done.rated if row.base_kurus >= whole * LEAST_BASE]


def _spent(done: CarriedOut, row: Rated) -> dict[str, str]:
    return {
        "document": done.document,
        "name": row.name,
        "day": done.day,
        "base": writing.money(row.base_kurus),
        "base_of": done.base_name,
        "spent": writing.money(row.spent_kurus),
        "rate": rate_text(row.rate),
    }


#: All rules, in the order in which their questions stand.
RULES: tuple[Rule, ...] = (
    Rule("finding", _finding),
    Rule("spent_least", _spent_least),
    Rule("spent_most", _spent_most),
    Rule("missed_silent", deviations.missed_silent),
    Rule("missed_reason", deviations.missed_reason),
    Rule("target_altered", deviations.target_altered),
    Rule("lowered", _lowered, MOST_OF_A_RULE),
    Rule("below_actual", _below_actual, MOST_OF_A_RULE),
    Rule("steep", _steep, MOST_OF_A_RULE),
    Rule("estimate_far", deviations.estimate_far),
    Rule("large_activity", _large_activity),
    Rule("off_budget", _off_budget),
    Rule("large_unit", _large_unit),
    Rule("untold", _untold),
    Rule("without_money", _without_money),
    Rule("unstated", _unstated),
)
