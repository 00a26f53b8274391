"""The pieces of a spending unit's view in HTML: facts, spellings, goals, lines of table 2.6.

The templates stand in ``html.jinja``, the style in ``assets/css/units.css``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
from markupsafe import Markup

from present.budget.model import share
from present.council.model import Council
from present.council.words import committee_name
from present.kit import writing
from present.kit.markup import Pieces
from present.kit.tables import TableColumn, html_table
from present.kit.text import t
from present.kit.writing import per_head_text, share_text
from present.units.model import GoalPart, Unit
from present.units.words import (
    committee_part,
    goal_money,
    goal_name,
    no_money_text,
    printed_unit,
    spelling_places,
)

_PIECES = Pieces("units/html.jinja")

Link = Callable[[str], str]
NumberLink = Callable[[int], str]


def facts_html(
    unit: Unit,
    activities_kurus: int | None,
    programme_kurus: int | None,
    people: int | None,
    indicators: int,
) -> Markup:
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
    return _PIECES("facts", pairs=pairs)


def no_money_html(unit: Unit, year: int) -> Markup:
    """That the document plans nothing for the unit's activities, or names none; else empty."""
    text = no_money_text(unit, year)
    return _PIECES("note", text=text) if text else Markup("")


def spellings_html(unit: Unit, activities: pd.DataFrame, responsibilities: pd.DataFrame) -> Markup:
    """How the document writes the unit where it has two spellings, and where; else empty."""
    if not unit.aliases:
        return Markup("")
    cost_tables = activities.loc[activities["spending_unit"] == unit.slug, "unit_printed"]
    printed = responsibilities.loc[responsibilities["spending_unit"] == unit.slug, "unit_printed"]
    spellings = [
        (
            spelling,
            spelling_places(
                int((cost_tables == spelling).sum()), bool((printed == spelling).any())
            ),
        )
        for spelling in (unit.name, *unit.aliases)
    ]
    return _PIECES("spellings", spellings=spellings)


def goals_html(parts: Sequence[GoalPart], goal_link: NumberLink, unit_link: Link) -> Markup:
    """The unit's goals: statement, its money there, and with whom each is shared."""
    if not parts:
        return Markup("")
    return _PIECES(
        "goals",
        parts=parts,
        goal_link=goal_link,
        unit_link=unit_link,
        name=goal_name,
        money=goal_money,
    )


def responsibilities_html(
    unit: Unit,
    responsibilities: pd.DataFrame,
    goal_link: NumberLink,
    activity_link: NumberLink,
) -> Markup:
    """The unit's lines of table 2.6 as they are printed; empty where it has none.

    The document merges the cells of one goal: a line without a printed unit belongs to the unit
    printed above it.
    """
    lines = responsibilities[responsibilities["spending_unit"] == unit.slug]
    if lines.empty:
        return Markup("")
    frame = pd.DataFrame(
        [
            {
                "activity": line["activity_name"],
                "printed": line["unit_printed"],
                "goal": goal_name(line["goal"]),
                "place": t(
                    "budget.place_short", section=line["source_section"], line=line["source_line"]
                ),
                "goal_address": goal_link(int(line["goal"])),
                "activity_address": ""
                if pd.isna(line["activity"])
                else activity_link(int(line["activity"])),
            }
            for line in lines.to_dict("records")
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
            TableColumn("printed", t("units.column_printed"), printed_unit, is_verbatim=True),
            TableColumn("goal", t("units.column_goal"), link=lambda row: row["goal_address"]),
            TableColumn("place", t("budget.column_place")),
        ],
        t("units.responsibilities_caption"),
    )


def committees_html(unit: Unit, council: Council, activities: pd.DataFrame, link: Link) -> Markup:
    """The council's committees that deal with any of the unit's activities: with how many, and
    each reason; empty where there is none.

    ``activities`` is the frame of ``db.queries.activities``; ``link`` gets a committee's slug.
    """
    own = frozenset(unit.activities)
    committees = []
    for committee in council.committees:
        touching = [scope for scope in committee.scopes if own & scope.activities(activities)]
        if touching:
            reasons = tuple(dict.fromkeys(scope.reason for scope in touching))
            part = committee_part(len(own & committee.activities(activities)), len(own))
            committees.append((committee_name(committee.name), link(committee.slug), part, reasons))
    return _PIECES("committees", committees=committees) if committees else Markup("")


def serving_html(reason: str) -> Markup:
    """That a unit works for the institution itself, with the judged reason."""
    return _PIECES("serving", reason=reason)


def quiet_html(text: str) -> Markup:
    """A sentence of ours beside the figures."""
    return _PIECES("quiet", text=text)
