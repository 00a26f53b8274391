"""Pieces of the money pages in HTML: the head of a part, an activity's facts, notes."""

from __future__ import annotations

from collections.abc import Collection
from html import escape

import streamlit as st

from pages.parts import budget_data
from pages.parts.visit import kept, setting
from present.budget.choices import BudgetChoices
from present.budget.figures import Shown
from present.budget.model import (
    Breakdown,
    Fund,
    Scope,
    View,
    breakdown,
    code_differences,
    part_of,
    stated,
)
from present.budget.words import code_name, source_name
from present.kit import writing
from present.kit.text import either, marked, t, verbatim
from present.kit.writing import per_head_text, share_text


def facts(pairs: list[tuple[str, str]], own: Collection[str] = ()) -> str:
    """Pairs of a name and its words as a description list; pairs without words are left out.

    ``own``: the document's own words among them.
    """
    return (
        '<dl class="kb-facts">'
        + "".join(
            f"<div><dt>{escape(name)}</dt><dd>{marked(words, own)}</dd></div>"
            for name, words in pairs
            if words
        )
        + "</dl>"
    )


def _money_facts(found: Breakdown, choices: BudgetChoices) -> list[tuple[str, str]]:
    """What a part costs: whole, share of the programme, per resident."""
    people = budget_data.background().people
    whole = found.whole_kurus
    label = {
        Fund.BOTH: "budget.fact_total",
        Fund.BUDGET: "budget.fact_budget",
        Fund.OFF_BUDGET: "budget.fact_off_budget",
    }[Fund(choices.fund)]
    return [
        (t(label), writing.money(whole)),
        (t("budget.fact_share"), share_text(part_of(whole, found.programme_kurus))),
        (t("budget.fact_per_head"), per_head_text(whole, people) if people else ""),
    ]


def scope_head(choices: BudgetChoices) -> None:
    """What the part is, in its own words, and what it costs; nothing for the whole."""
    if not choices.scope.is_whole:
        st.html(_scope_html(choices))


@kept(256)
def _scope_html(choices: BudgetChoices) -> str:
    scope = choices.scope
    lines = budget_data.lines()
    found = breakdown(lines, budget_data.needs(), View.AIM, scope, Fund(choices.fund))
    title, words = _scope_words(scope)
    lead = f"<p>{verbatim(words)}</p>" if words else ""
    own = [] if scope.unit is None else [budget_data.names()[scope.unit]]
    return (
        f'<section class="kb-scope"><h2>{marked(title, own)}</h2>{lead}'
        f"{facts(_money_facts(found, choices))}</section>"
    )


def _scope_words(scope: Scope) -> tuple[str, str]:
    """A part's name, and its statement where it has one."""
    lines = budget_data.lines()
    names = budget_data.names()
    across = [names[key] for key in (scope.unit, scope.code) if key is not None]
    if scope.source is not None:
        across.append(source_name(scope.source))
    words = ""
    if scope.general:
        across.insert(0, t("budget.scope_general"))
    elif scope.goal is not None:
        row = lines[lines["goal"] == scope.goal].iloc[0]
        across.insert(0, t("budget.scope_goal", number=scope.goal))
        words = str(row["goal_statement"])
    elif scope.aim is not None:
        row = lines[lines["aim"] == scope.aim].iloc[0]
        across.insert(0, t("budget.scope_aim", number=scope.aim, name=row["aim_short"]))
        aims = setting().frame("aims")
        words = str(aims.loc[aims["aim"] == scope.aim, "statement"].iloc[0])
    return " · ".join(across), words


def activity_head(choices: BudgetChoices) -> None:
    """An activity's name, what it costs, where it belongs, who answers, its note, its place."""
    st.html(_activity_html(choices))


@kept(256)
def _activity_html(choices: BudgetChoices) -> str:
    number = choices.scope.activity
    activities = setting().frame("activities")
    row = activities[activities["activity"] == number].iloc[0]
    lines = budget_data.lines()
    found = breakdown(
        lines, budget_data.needs(), View.ACTIVITY, Scope(activity=number), Fund(choices.fund)
    )
    pairs = _money_facts(found, choices)
    if Fund(choices.fund) is Fund.BOTH and len(found.rows):
        line = found.rows.iloc[0]
        pairs[1:1] = [
            (t("budget.fact_budget"), writing.money(stated(line["budget_kurus"]))),
            (t("budget.fact_off_budget"), writing.money(stated(line["off_budget_kurus"]))),
        ]
    words = [
        (t("budget.fact_goal"), t("budget.name_numbered", number=row["goal"],
                                 name=row["goal_statement"])),
        (t("budget.fact_aim"), t("budget.name_numbered", number=row["aim"], name=row["aim_short"])),
        (t("budget.fact_unit"), str(row["unit_name"])),
        (
            t("budget.fact_place"),
            t("budget.place", section=row["source_section"], line=row["source_line"]),
        ),
        (t("budget.fact_note"), str(row["note"] or "")),
    ]  # fmt: skip
    own = [str(row["goal_statement"]), str(row["unit_name"]), str(row["note"] or "")]
    return (
        f'<section class="kb-scope"><p class="kb-kind">'
        f"{escape(t('budget.scope_activity', number=number))}</p>"
        f"<h2>{verbatim(str(row['name']))}</h2>{facts(pairs)}"
        f'<div class="kb-words">{facts(words, own)}</div></section>'
    )


def zero_activity() -> None:
    """An activity for which nothing is planned, said plainly instead of an empty chart."""
    st.html(f'<p class="kb-zero">{escape(t("budget.zero_activity", year=setting().year))}</p>')


def notes(choices: BudgetChoices, view: View, shown: Shown) -> None:
    """What a reader must know to read the figure rightly; only what applies to it."""
    counts = (shown.drawn, shown.left_out, shown.zeros, len(shown.rows))
    texts = _notes(choices, view, counts)
    if texts:
        items = "".join(f"<li>{escape(text)}</li>" for text in texts)
        st.html(f'<ul class="kb-notes">{items}</ul>')


@kept(256)
def _notes(choices: BudgetChoices, view: View, counts: tuple[int, int, int, int]) -> list[str]:
    scope, fund = choices.scope, Fund(choices.fund)
    drawn, left_out, zeros, count = counts
    texts = []
    if left_out:
        texts.append(
            t("budget.note_drawn", shown=writing.number(drawn), count=writing.number(count))
        )
    if zeros:
        texts.append(t("budget.note_zero", count=writing.number(zeros)))
    found = breakdown(budget_data.lines(), budget_data.needs(), view, scope, fund)
    if scope.is_whole or scope.general:
        general = breakdown(
            budget_data.lines(), budget_data.needs(), View.CODE, Scope(general=True), fund
        ).whole_kurus
        if general:
            texts.append(t("budget.note_general", amount=writing.money(general)))
    if fund is not Fund.BUDGET and view in (View.CODE, View.SOURCE):
        off = breakdown(
            budget_data.lines(), budget_data.needs(), View.AIM, scope, Fund.OFF_BUDGET
        ).whole_kurus
        if off:
            texts.append(t("budget.note_off_budget", amount=writing.money(off)))
    if view is View.CODE and scope.is_whole and fund is not Fund.OFF_BUDGET:
        texts.extend(_code_note())
    there = budget_data.place()
    if there and choices.measure == "kisi" and found.whole_kurus is not None:
        texts.append(
            t(
                "budget.note_per_head",
                people=writing.number(there.residents),
                source=either(there.population.source, there.population.source_en),
                date=writing.date(there.population.date),
            )
        )
    return texts


def _code_note() -> list[str]:
    """Where the cost tables and table 2.5 disagree, one sentence; nothing where they agree."""
    differing = code_differences(budget_data.lines(), budget_data.needs())
    if differing.empty:
        return []
    parts = [
        t(
            "budget.note_code",
            code=row.line,
            name=code_name(str(row.line), str(row.name)),
            stated=writing.money(int(str(row.stated_kurus))),
            added=writing.money(int(str(row.added_kurus))),
            difference=writing.money(int(str(row.difference_kurus))),
        )
        for row in differing.itertuples()
    ]
    return [t("budget.note_codes", codes="; ".join(parts))]
