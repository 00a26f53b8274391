"""Pieces of Amaçlar and of a performance goal's page in HTML.

Text is escaped, the document's own words are marked; the style is ``assets/css/plan.css``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from present.budget.model import share
from present.indicators.ambition import Summary
from present.kit import writing
from present.kit.text import t, verbatim
from present.kit.theme import aim_colour
from present.kit.writing import per_head_text, share_text
from present.plan.model import Aim, Goal, Money

NumberLink = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Whole:
    """What shares are of, and how many people share it: the programme, kuruş and residents."""

    kurus: int | None
    people: int | None


def anchor(address: str, inner: str) -> str:
    """A link within the site around finished HTML."""
    return f'<a href="{escape(address, quote=True)}" target="_self">{inner}</a>'


def aim_style(aim: int) -> str:
    """An aim's colour in both schemes, for ``style``."""
    return f"--kh-aim:light-dark({aim_colour(aim, False)},{aim_colour(aim, True)})"


def aims_html(
    aims: Sequence[Aim], whole: Whole, summaries: Mapping[int, Summary], link: NumberLink
) -> str:
    """The aims as a list: number and colour, statement, money, counts, what its targets ask."""
    items = "".join(
        f'<li class="kh-aim" style="{aim_style(one.number)}"><h3>'
        f"{anchor(link(one.number), f'{one.number}. {escape(one.short)}')}</h3>"
        f"<p>{verbatim(one.statement)}</p>"
        f'<p class="kh-money"><b>{escape(writing.money(one.money.amount_kurus))}</b> '
        f"{escape(_part(one.money, whole))}</p>"
        f'<div class="kh-share" aria-hidden="true"><i style="width:{_width(one.money, whole)}">'
        f"</i></div>"
        f"<p>{escape(_counts(one))}</p><p>{escape(_ambition(summaries[one.number]))}</p></li>"
        for one in aims
    )
    return f'<ol class="kh-aims">{items}</ol>'


def _part(money: Money, whole: Whole) -> str:
    part = share(money.amount_kurus, whole.kurus)
    return "" if part is None else t("plan.part", share=share_text(part))


def _width(money: Money, whole: Whole) -> str:
    return f"{100 * (share(money.amount_kurus, whole.kurus) or 0):.2f}%"


def _counts(aim: Aim) -> str:
    return t(
        "plan.counts",
        objectives=writing.number(len(aim.objectives)),
        goals=writing.number(len(aim.goals)),
        activities=writing.number(aim.activities),
        indicators=writing.number(len(aim.indicators)),
    )


def _ambition(summary: Summary) -> str:
    return t(
        "plan.ambition",
        higher=writing.number(summary.higher),
        holds=writing.number(summary.holds),
        lower=writing.number(summary.lower),
        not_comparable=writing.number(summary.not_comparable),
    )


def words_html(mission: str | None, vision: str | None, values: Sequence[str]) -> str:
    """Mission, vision and core values as the document states them; what it lacks is left out."""
    parts = [
        (t("plan.mission"), f"<p>{verbatim(mission)}</p>" if mission else ""),
        (t("plan.vision"), f"<p>{verbatim(vision)}</p>" if vision else ""),
        (
            t("plan.values"),
            f'<ul class="kh-plain">{"".join(f"<li>{verbatim(one)}</li>" for one in values)}</ul>'
            if values
            else "",
        ),
    ]
    return "".join(
        f'<div class="kh-words"><h2>{escape(name)}</h2>{text}</div>' for name, text in parts if text
    )


def facts_html(money: Money, whole: Whole, counts: Sequence[tuple[str, int]]) -> str:
    """Money, its share, per resident where residents are known, and what is counted."""
    amount = money.amount_kurus
    pairs = [
        (t("plan.fact_money"), writing.money(amount)),
        (t("budget.fact_budget"), writing.money(money.budget_kurus)),
        (t("budget.fact_off_budget"), writing.money(money.off_budget_kurus)),
    ]
    part = share(amount, whole.kurus)
    if part is not None:
        pairs.append((t("plan.fact_share"), share_text(part)))
    if whole.people and amount is not None:
        pairs.append((t("plan.fact_per_head"), per_head_text(amount, whole.people)))
    pairs += [(name, writing.number(count)) for name, count in counts]
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(words)}</dd></div>" for name, words in pairs
    )
    return f'<div class="kh-panel"><dl class="kh-facts">{items}</dl></div>'


def objectives_html(aim: Aim, whole: Whole, link: NumberLink) -> str:
    """An aim's objectives in their order, each with its goals."""
    items = "".join(
        f'<li class="kh-objective"><h3>{escape(t("plan.objective", code=one.code))}</h3>'
        f"<p>{verbatim(one.statement)}</p>{goals_html(one.goals, whole, link)}</li>"
        for one in aim.objectives
    )
    return f'<ol class="kh-objectives" style="{aim_style(aim.number)}">{items}</ol>'


def goals_html(goals: Sequence[Goal], whole: Whole, link: NumberLink) -> str:
    """Goals with their money and counts, each leading to its own page."""
    items = "".join(
        f"<li>{anchor(link(one.number), _goal_name(one))}"
        f"<p>{escape(_goal_line(one, whole))}</p></li>"
        for one in goals
    )
    return f'<ul class="kh-goals">{items}</ul>' if items else ""


def _goal_name(goal: Goal) -> str:
    number = escape(t("plan.goal.numbered", number=goal.number))
    return f"<b>{number}</b> {verbatim(goal.statement)}"


def _goal_line(goal: Goal, whole: Whole) -> str:
    part = _part(goal.money, whole)
    return t(
        "plan.goal_line",
        money=writing.money(goal.money.amount_kurus) + (f" {part}" if part else ""),
        activities=writing.number(len(goal.activities)),
        indicators=writing.number(len(goal.indicators)),
    )


def path_html(aim: Aim, goal: Goal, statement: str, all_link: str, aim_link: str) -> str:
    """Where a goal stands: all aims, its aim, its objective in words."""
    steps = (
        f"<li>{anchor(all_link, escape(t('plan.title')))}</li>"
        f"<li>{anchor(aim_link, f'{aim.number}. {escape(aim.short)}')}</li>"
        f"<li>{escape(t('plan.objective', code=goal.objective))}: {verbatim(statement)}</li>"
    )
    name = escape(t("plan.goal.path"), quote=True)
    style = aim_style(aim.number)
    return f'<nav class="kh-path" aria-label="{name}" style="{style}"><ol>{steps}</ol></nav>'


def ways_html(ways: Sequence[tuple[str, str]]) -> str:
    """Links onwards: names and addresses."""
    items = "".join(f"<li>{anchor(address, escape(name))}</li>" for name, address in ways)
    return f'<ul class="kh-ways">{items}</ul>'


def note_html(title: str, text: str) -> str:
    """A note of the document's own."""
    return f'<div class="kh-note"><h3>{escape(title)}</h3><p>{verbatim(text)}</p></div>'


def quiet_html(text: str) -> str:
    """A sentence of ours beside the figures."""
    return f'<p class="kh-quiet">{escape(text)}</p>'
