"""The pieces of a spending unit's view in HTML: facts, spellings, goals, lines of table 2.6.

Text is escaped; the style is ``assets/css/units.css``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import pandas as pd

from kbb_data.turkish import slug
from present.budget.model import share
from present.council.words import committee_name
from present.kit import writing
from present.kit.tables import TableColumn, html_table
from present.kit.text import t, verbatim
from present.kit.writing import per_head_text, share_text
from present.units.model import GoalPart, Partner, Unit

Link = Callable[[str], str]


def anchor(address: str, inner: str) -> str:
    """A link within the site around finished HTML."""
    return f'<a href="{escape(address, quote=True)}" target="_self">{inner}</a>'


def facts_html(
    unit: Unit,
    activities_kurus: int | None,
    programme_kurus: int | None,
    people: int | None,
    indicators: int,
) -> str:
    """What the unit's activities cost and how many they are, as a description list.

    Shares name what they are of; per resident is left out where nobody counted residents.
    """
    amount = unit.amount_kurus
    pairs = [
        (t("units.fact_money"), writing.money(amount)),
        (t("budget.fact_budget"), writing.money(unit.budget_kurus)),
        (t("budget.fact_off_budget"), writing.money(unit.off_budget_kurus)),
    ]
    if unit.has_money:
        pairs += [
            (t("units.fact_share_activities"), share_text(share(amount, activities_kurus))),
            (t("units.fact_share_programme"), share_text(share(amount, programme_kurus))),
        ]
        if people:
            pairs.append((t("units.fact_per_head"), per_head_text(amount, people)))
    pairs += [
        (t("units.fact_activities"), writing.number(len(unit.activities))),
        (t("units.fact_goals"), writing.number(len(unit.goals))),
        (t("units.fact_indicators"), writing.number(indicators)),
    ]
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(words)}</dd></div>" for name, words in pairs
    )
    return f'<div class="kr-panel"><dl class="kr-facts">{items}</dl></div>'


def no_money_html(unit: Unit, year: int) -> str:
    """That the document plans nothing for the unit's activities, or names none; else empty."""
    if unit.has_money:
        return ""
    if not unit.activities:
        text = t("units.no_activities", year=year)
    elif unit.amount_kurus is None:
        text = t("units.money_not_stated", year=year)
    else:
        text = t("units.no_money", year=year, count=writing.number(len(unit.activities)))
    return f'<p class="kr-note">{escape(text)}</p>'


def spellings_html(unit: Unit, activities: pd.DataFrame, responsibilities: pd.DataFrame) -> str:
    """How the document writes the unit where it has two spellings, and where; else empty."""
    if not unit.aliases:
        return ""
    cost_tables = activities.loc[activities["spending_unit"] == unit.slug, "unit_printed"]
    printed = responsibilities.loc[responsibilities["spending_unit"] == unit.slug, "unit_printed"]
    items = []
    for spelling in (unit.name, *unit.aliases):
        places = []
        count = int((cost_tables == spelling).sum())
        if count:
            places.append(t("units.spelling_cost_tables", count=writing.number(count)))
        if (printed == spelling).any():
            places.append(t("units.spelling_responsibilities"))
        where = f" ({escape(', '.join(places))})" if places else ""
        items.append(f"<li>{_quoted(spelling)}{where}</li>")
    return (
        f'<div class="kr-spellings"><h2>{escape(t("units.spellings_title"))}</h2>'
        f"<p>{escape(t('units.spellings_text'))}</p>"
        f'<ul class="kr-plain">{"".join(items)}</ul></div>'
    )


def _quoted(text: str) -> str:
    return f"<strong>{verbatim(text)}</strong>"


def goals_html(parts: Sequence[GoalPart], goal_link: Callable[[int], str], unit_link: Link) -> str:
    """The unit's goals: statement, its money there, and with whom each is shared."""
    items = "".join(
        f'<li class="kr-goal"><h3>'
        f"{anchor(goal_link(one.goal), escape(t('units.goal_numbered', number=one.goal)))}</h3>"
        f"<p>{verbatim(one.statement)}</p>"
        f"<p>{escape(_goal_money(one))}</p>{_partners(one.partners, unit_link)}</li>"
        for one in parts
    )
    return f'<ul class="kr-goals">{items}</ul>' if items else ""


def _goal_money(one: GoalPart) -> str:
    return t(
        "units.goal_money",
        count=writing.number(len(one.activities)),
        money=writing.money(one.amount_kurus),
    )


def _partners(partners: Sequence[Partner], unit_link: Link) -> str:
    if not partners:
        return f'<p class="kr-quiet">{escape(t("units.goal_alone"))}</p>'
    items = "".join(
        f"<li>{anchor(unit_link(one.slug), verbatim(one.name))}: "
        f"{escape(writing.money(one.amount_kurus))}</li>"
        for one in partners
    )
    return f'<p>{escape(t("units.goal_shared"))}</p><ul class="kr-plain">{items}</ul>'


def sharing_text(parts: Sequence[GoalPart]) -> str:
    """In a sentence, how many of the unit's goals are shared with other units."""
    shared = sum(bool(one.partners) for one in parts)
    if not shared:
        return t("units.goals_alone", count=writing.number(len(parts)))
    return t(
        "units.goals_shared",
        count=writing.number(len(parts)),
        shared=writing.number(shared),
    )


def _printed_unit(printed: object) -> str:
    return str(printed) if writing.is_stated(printed) else t("units.printed_above")


def responsibilities_html(
    unit: Unit,
    responsibilities: pd.DataFrame,
    goal_link: Callable[[int], str],
    activity_link: Callable[[int], str],
) -> str:
    """The unit's lines of table 2.6 as they are printed; empty where it has none.

    The document merges the cells of one goal: a line without a printed unit belongs to the unit
    printed above it.
    """
    own = responsibilities[responsibilities["spending_unit"] == unit.slug]
    if own.empty:
        return ""
    frame = pd.DataFrame(
        [
            {
                "activity": row["activity_name"],
                "printed": row["unit_printed"],
                "goal": t("units.goal_numbered", number=row["goal"]),
                "line": t(
                    "budget.place_short", section=row["source_section"], line=row["source_line"]
                ),
                "goal_address": goal_link(int(row["goal"])),
                "activity_address": ""
                if pd.isna(row["activity"])
                else activity_link(int(row["activity"])),
            }
            for row in own.to_dict("records")
        ]
    )
    return html_table(
        frame,
        [
            TableColumn(
                "activity",
                t("units.column_activity"),
                is_heading=True,
                is_verbatim=True,
                link=lambda row: row["activity_address"],
            ),
            TableColumn("printed", t("units.column_printed"), _printed_unit, is_verbatim=True),
            TableColumn("goal", t("units.column_goal"), link=lambda row: row["goal_address"]),
            TableColumn("line", t("budget.column_place")),
        ],
        t("units.responsibilities_caption"),
    )


def committees_html(unit: Unit, scopes: pd.DataFrame, link: Link) -> str:
    """The council's committees judged to deal with the unit, each with the reason; else empty.

    ``scopes`` is the frame of ``db.queries.committee_scopes``; ``link`` gets a committee's slug.
    """
    own = scopes[(scopes["kind"] == "spending_unit") & (scopes["key"] == unit.slug)]
    items = "".join(
        f"<li>{anchor(link(slug(name)), verbatim(committee_name(name)))}<br>{verbatim(reason)}</li>"
        for name, reason in zip(own["committee"], own["reason"], strict=True)
    )
    return f'<ul class="kr-plain">{items}</ul>' if items else ""
