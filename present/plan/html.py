"""Pieces of Amaçlar and of a performance goal's page in HTML.

The templates stand in ``html.jinja``, the style in ``assets/css/plan.css``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from kbb_data.turkish import fold, lower
from present.budget.model import share
from present.indicators.ambition import Summary
from present.indicators.summary import summary_sentence
from present.kit import writing
from present.kit.markup import Pieces
from present.kit.text import t, verbatim
from present.kit.theme import aim_colour
from present.plan import words
from present.plan.model import Aim, Goal, Money, Objective, Whole
from present.site import links

_PIECES = Pieces("plan/html.jinja")

NumberLink = Callable[[int], str]


class Line(NamedTuple):
    """What stands beside a goal's name: its money, the part of the programme in brackets, and what
    is counted below it; empty where nothing is told."""

    money: str
    part: str
    counts: str

    @classmethod
    def of(cls, goal: Goal, whole: Whole) -> Line:
        """All of it."""
        return cls(words.money(goal), words.part(goal.money, whole), words.goal_line(goal))


def _name(goal: Goal) -> Markup:
    """The goal's short name, else its statement, the document's own words."""
    return verbatim(goal.short) if goal.own else escape(goal.short)


def aim_style(aim: int) -> str:
    """An aim's colour in both schemes, for ``style``."""
    return f"--kh-aim:light-dark({aim_colour(aim, False)},{aim_colour(aim, True)})"


def aims_html(
    aims: Sequence[Aim],
    whole: Whole,
    summaries: Mapping[int, Summary],
    link: NumberLink,
    year: int,
    goal_link: NumberLink,
) -> Markup:
    """The aims as a list: number and colour, statement, money, counts, what its targets ask of the
    programme's ``year``; below a programme its sub-programmes."""
    items = [
        {
            "style": aim_style(aim.number),
            "title": words.aim_title(aim),
            "address": link(aim.number),
            "name": _full_name(aim),
            "statement": aim.statement,
            "money": writing.money(aim.money.amount_kurus),
            "part": words.part(aim.money, whole),
            "width": f"{100 * (share(aim.money.amount_kurus, whole.kurus) or 0):.2f}%",
            "counts": words.counts(aim),
            "ambition": summary_sentence(summaries[aim.number], year),
            "parts": _parts(aim, goal_link),
        }
        for aim in aims
    ]
    return _PIECES("aims", aims=items)


def _full_name(aim: Aim) -> str:
    """The printed name of a programme, whose list is the only one of its names; nothing where the
    short name in the title says the same."""
    is_programme = any(objective.is_of_goal for objective in aim.objectives)
    return aim.name if is_programme and fold(aim.name) != fold(aim.short) else ""


def _parts(aim: Aim, link: NumberLink) -> list[tuple[int, Markup, str, Line]]:
    """The sub-programmes of a programme: number, name, address, money; none of an aim, whose goals
    stand below objectives."""
    return [
        (goal.number, _name(goal), link(goal.number), Line(words.money(goal), "", ""))
        for objective in aim.objectives
        if objective.is_of_goal
        for goal in objective.goals
    ]


def words_html(mission: str | None, vision: str | None, values: Sequence[str]) -> Markup:
    """Mission, vision and core values as the document states them, behind a fold; what it lacks is
    left out, and where it states none of them there is no fold."""
    stated = [
        (name, text)
        for name, text in ((t("plan.mission"), mission), (t("plan.vision"), vision))
        if text
    ]
    names = [name for name, _ in stated] + ([t("plan.values")] if values else [])
    if not names:
        return Markup()
    return _PIECES(
        "words", label=", ".join([names[0], *map(lower, names[1:])]), parts=stated, values=values
    )


def facts_html(
    money: Money, whole: Whole, counts: Sequence[tuple[str, int]], code_printed: str = ""
) -> Markup:
    """Money, its share, per resident where residents are known, what is counted, and the code that
    the document prints with it."""
    facts = [(name, value, "kh-count") for name, value in words.code_fact(code_printed)]
    (name, value), *stated = words.money_facts(money, whole)
    facts += [(name, value, "kh-whole"), *((name, value, "") for name, value in stated)]
    facts += [(name, writing.number(count), "kh-count") for name, count in counts]
    return _PIECES("facts", facts=facts)


def objectives_html(aim: Aim, whole: Whole, link: NumberLink) -> Markup:
    """An aim's objectives in their order, each with its goals; a programme's sub-programmes, each
    with its own objective."""
    if any(objective.is_of_goal for objective in aim.objectives):
        parts = [
            (
                goal.number,
                _name(goal),
                link(goal.number),
                Line.of(goal, whole),
                objective.statement,
            )
            for objective in aim.objectives
            for goal in objective.goals
        ]
        return _PIECES("sub_programmes", parts=parts, style=aim_style(aim.number))
    objectives = [
        (links.objective_anchor(objective.code), t("plan.objective", code=objective.code),
         objective.statement, goals_html(objective.goals, whole, link))
        for objective in aim.objectives
    ]  # fmt: skip
    return _PIECES("objectives", objectives=objectives, style=aim_style(aim.number))


def goals_html(goals: Sequence[Goal], whole: Whole, link: NumberLink) -> Markup:
    """Goals with their money and counts, each leading to its own page; empty for none."""
    items = [(goal.number, _name(goal), link(goal.number), Line.of(goal, whole)) for goal in goals]
    return _PIECES("goals", goals=items) if items else Markup("")


def objective_html(objective: Objective) -> Markup:
    """The objective of a sub-programme, or that the document has none; empty for one that stands
    above its goals."""
    return _PIECES("objective", statement=objective.statement) if objective.is_of_goal else Markup()


def path_html(aim: Aim, goal: Goal, objective: Objective, all_link: str, aim_link: str) -> Markup:
    """Where a goal stands: all aims, its aim, its objective in words where that stands above it."""
    return _PIECES(
        "path",
        all_link=all_link,
        aim_link=aim_link,
        aim=words.aim_title(aim),
        style=aim_style(aim.number),
        objective="" if objective.is_of_goal else t("plan.objective", code=goal.objective),
        statement=objective.statement,
    )


def aim_html(aim: Aim, whole: Whole, link: str, *, is_first: bool) -> Markup:
    """The heading of an aim's goals: its name, leading to its page, and its money; a telephone
    names the columns below the first alone."""
    part = words.part(aim.money, whole)
    line = t("plan.aim_line", money=writing.money(aim.money.amount_kurus), part=part).strip()
    return _PIECES(
        "aim",
        title=words.aim_title(aim),
        link=link,
        line=line,
        style=aim_style(aim.number),
        is_first=is_first,
    )


def statement_html(goal: Goal) -> Markup:
    """The goal's statement in full where its title is a short name; else empty."""
    return Markup() if goal.own else _PIECES("statement", goal=goal)


def ways_html(ways: Sequence[tuple[str, str]]) -> Markup:
    """Links onwards: names and addresses."""
    return _PIECES("ways", ways=ways)


def unfolding_html(name: str, label: str) -> Markup:
    """What shows the part of the page behind it where there is little room; the style sheet shows
    it everywhere else."""
    return _PIECES("unfolding", name=name, label=label)


def note_html(title: str, text: str) -> Markup:
    """A note of the document's own."""
    return _PIECES("note", title=title, text=text)


def quiet_html(text: str) -> Markup:
    """A sentence of ours beside the figures."""
    return _PIECES("quiet", text=text)
