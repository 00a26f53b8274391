"""A briefing's words on money: facts, by whom and on what, the largest activities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from present.briefing.model import Bar, Bars, Fact, Section, Table, own, portion, rest
from present.briefing.parts import Activity, Part
from present.budget import model as budget_model
from present.budget.model import View
from present.budget.words import is_own, row_name, unstated_name
from present.kit import writing
from present.kit.setting import Background
from present.kit.text import t

#: How many bars are shown; the rest is counted.
MOST_BARS = 7


def facts(part: Part, background: Background) -> list[Fact]:
    """The part's money, its share of the programme, where it comes from, and per resident, with
    who counted residents and when."""
    off_budget = part.fund_kurus(budget_model.OFF_BUDGET)
    of_part = budget_model.share(off_budget, part.amount_kurus)
    stated = [
        Fact(
            t("briefing.fact_amount", year=part.year),
            writing.money(part.amount_kurus),
            t("briefing.fact_amount_note"),
        ),
        Fact(
            t("briefing.fact_share"),
            writing.share(part.share),
            t("briefing.fact_share_note", whole=writing.money_short(part.programme_kurus)),
        ),
        Fact(
            t("briefing.fact_off_budget"),
            writing.money(off_budget),
            t(f"briefing.fact_off_budget_note_{portion(of_part)}", share=writing.share(of_part))
            if of_part
            else "",
        ),
    ]
    if background.people:
        stated.append(
            Fact(
                t("briefing.fact_per_head"),
                writing.per_head(part.amount_kurus, background.people),
                t("briefing.fact_per_head_note", counted=background.counted),
            )
        )
    return stated


def counts(part: Part) -> Fact:
    """How many goals, activities and indicators the part has."""
    goals = {activity.goal for activity in part.activities} | {
        indicator.goal for indicator in part.indicators
    }
    return Fact(
        t("briefing.fact_plan"),
        t(
            "briefing.fact_plan_value",
            goals=writing.number(len(goals)),
            activities=writing.number(len(part.activities)),
            indicators=writing.number(len(part.indicators)),
        ),
    )


def units(part: Part) -> list[tuple[str, int]]:
    """The money by spending unit, that of no unit under words of ours."""
    return [
        (unstated_name(View.UNIT) if name is None else own(str(name)), amount)
        for name, amount in part.by("unit_name")
    ]


def by_unit(part: Part) -> Bars:
    """The money by spending unit."""
    rows = units(part)
    return bars(t("briefing.by_unit"), rows, part.amount_kurus)


def by_goal(part: Part) -> Bars:
    """The money by performance goal."""
    names = {
        goal: short if short != statement else own(str(statement))
        for goal, short, statement in zip(
            part.lines["goal"], part.lines["goal_short"], part.lines["goal_statement"], strict=True
        )
    }
    rows = [
        (t("briefing.goal", number=int(goal), statement=names[goal]), amount)
        for goal, amount in part.by("goal")
    ]
    return bars(t("briefing.by_goal"), rows, part.amount_kurus)


def by_line(part: Part) -> Bars:
    """The money by economic code and off-budget source."""
    names = dict(zip(part.lines["line"], part.lines["line_name"], strict=True))
    rows = []
    for (fund, line), amount in part.by_fund_and_line():
        view = View.CODE if fund == budget_model.BUDGET else View.SOURCE
        name = row_name(view, line, None, names[line])
        rows.append((own(name) if is_own(view, line) else name, amount))
    return bars(t("briefing.by_line"), rows, part.amount_kurus)


def bars(title: str, rows: Sequence[tuple[str, int]], whole: int | None) -> Bars:
    """The largest of the rows, shares of ``whole``; the rest in the note."""
    largest, others = rows[:MOST_BARS], rows[MOST_BARS:]
    most = max((amount for _, amount in largest), default=0)
    note = ""
    if others:
        note = t(
            "briefing.bars_rest",
            count=writing.number(len(others)),
            amount=writing.money(sum(amount for _, amount in others)),
        )
    return Bars(
        title,
        tuple(
            Bar(
                name,
                writing.money(amount),
                writing.share(budget_model.share(amount, whole)),
                amount / most,
            )
            for name, amount in largest
        ),
        note,
    )


def activities(part: Part, address: str, most: int) -> Table:
    """The ``most`` largest activities; the note counts the others and says where they stand."""
    return largest(
        t("briefing.activities_title", year=part.year),
        t("briefing.column_activity"),
        [item(activity) for activity in part.activities],
        part.amount_kurus,
        address,
        most,
    )


#: Something that costs money: its name, its spending unit, its amount in kuruş.
Item = tuple[str, str, int | None]


def item(activity: Activity) -> Item:
    """An activity among what costs money."""
    unit = own(activity.unit) if activity.unit else t("common.not_in_document")
    return own(activity.name), unit, activity.amount_kurus


def largest(
    title: str, heading: str, items: Sequence[Item], whole: int | None, address: str, most: int
) -> Table:
    """The first ``most`` items with their shares of ``whole``; the note counts the others and says
    where they stand."""
    return Table(
        title,
        (
            heading,
            t("briefing.column_unit"),
            t("briefing.column_amount"),
            t("briefing.column_share"),
        ),
        tuple(
            (name, unit, writing.money(amount), writing.share(budget_model.share(amount, whole)))
            for name, unit, amount in items[:most]
        ),
        (11, 6, 5, 2),
        frozenset({2, 3}),
        rest(len(items) - most, address),
    )


def section(part: Part, beside: Iterable[Bars], address: str, most: int) -> Section:
    """By whom and on what, the ``most`` largest activities; a sentence where none has money. What
    has to be read with the amounts is the note."""
    title, note = t("briefing.money_title"), " ".join(part.notes)
    if not part.amount_kurus:
        return Section(title, t("briefing.money_none", year=part.year), note=note)
    return Section(
        title,
        beside=tuple(beside),
        tables=(activities(part, address, most),),
        note=note,
    )
