"""Birimler: the spending units by money, one unit's own view, and two units side by side."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from pages.parts import chrome, compare, controls, figure, steps
from pages.parts.indicator_data import CODE, list_html, records
from pages.parts.steps import Step
from pages.parts.unit_data import (
    PATH,
    activity_link,
    committee_link,
    goal_link,
    parts,
    unit_link,
    units,
)
from pages.parts.unit_findings import findings
from pages.parts.visit import link, setting
from present.briefing import html as briefing_html
from present.briefing.model import Topic
from present.budget.model import add
from present.indicators.choices import IndicatorChoices
from present.indicators.html import key_html
from present.indicators.list import Years
from present.indicators.model import Filter, select
from present.kit import writing
from present.kit.charts.bars import CLICKED
from present.kit.tables import folded
from present.kit.text import t
from present.units.choices import UnitChoices
from present.units.html import (
    committees_html,
    facts_html,
    goals_html,
    no_money_html,
    responsibilities_html,
    sharing_text,
    spellings_html,
)
from present.units.model import Order, Unit, ordered

Choices = controls.Controls[UnitChoices]


def render() -> None:
    """Show the list, the unit that the address names, or the comparison that it asks for."""
    found = units()
    if not found:
        chrome.head(t("units.title"))
        chrome.message(t("common.empty_title"), t("units.empty_programme"))
        return
    if compare.is_asked():
        compare.show(PATH)
        return
    chosen: Choices = controls.Controls(PATH, UnitChoices, {"unit": {one.slug for one in found}})
    if chosen.choices.unit is None:
        _all(chosen, found)
    else:
        _one(chosen, found)


def _all(chosen: Choices, found: tuple[Unit, ...]) -> None:
    chrome.head(
        t("units.title"),
        t("units.intro", year=setting().year, count=writing.number(len(found))),
    )
    chosen.notice()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen.segmented(
            "order",
            t("units.order_label"),
            [one.value for one in Order],
            lambda code: t(f"units.order_{code}"),
        )
        two = [one.slug for one in ordered(found, Order.MONEY)[:2]]
        compare.button(PATH, tuple(f"birim-{slug}" for slug in two))
    _list(chosen)
    general = setting().totals.general_administration_kurus
    if general:
        st.html(_quiet(t("units.note_general", amount=writing.money(general))))


def _list(chosen: Choices) -> None:
    """The units as bars, each of which opens its unit, and as a table of links."""
    shown = figure.of("birimler", chosen.choices)
    slugs = set(shown.table["unit"])
    key = chosen.choices.order

    def go() -> None:
        picked = st.session_state[figure.chart_key("birimler", key)]["selection"].get(CLICKED) or []
        slug = picked[0].get("key") if picked else None
        if slug in slugs:
            chosen.change(unit=slug)

    clicks: dict[str, Any] = (
        {} if shown.spec is None else {"key": key, "on_select": go, "selection_mode": CLICKED}
    )
    figure.show("birimler", chosen.choices, is_table_open=True, **clicks)


def _one(chosen: Choices, found: tuple[Unit, ...]) -> None:
    around = ordered(found, Order(chosen.choices.order))
    one = next(each for each in around if each.slug == chosen.choices.unit)
    year = setting().year
    steps.show(
        chosen,
        len(around),
        around.index(one),
        lambda way, at: Step(t(f"units.{way}", name=around[at].short), {"unit": around[at].slug}),
        back=Step(t("units.back"), {"unit": None}),
        is_counted=True,
    )
    intro = (
        t("units.one_intro", year=year, short=one.short)
        if one.short != one.name
        else t("units.one_intro_same", year=year)
    )
    chrome.head(one.name, intro, own=(one.name, one.short))
    chosen.notice()
    st.html(briefing_html.link_html(setting(), Topic.UNIT, one.slug, one.name))
    indicators = select(records(), Filter(unit=one.slug))
    place = setting().place
    st.html(
        facts_html(
            one,
            add(*(each.amount_kurus for each in found)),
            setting().totals.total_kurus,
            place.residents if place else None,
            len(indicators),
        )
        + no_money_html(one, year)
        + spellings_html(
            one, setting().frame("activities"), setting().frame("unit_responsibilities")
        )
    )
    others = tuple(each for each in around if each is not one)
    if others:
        compare.button(PATH, (f"birim-{one.slug}", f"birim-{others[0].slug}"), t("units.compare"))
    _money(one)
    _goals(one)
    _indicators(one, tuple(each.code for each in indicators))
    _responsibilities(one)
    _committees(one)
    findings(one)


def _money(one: Unit) -> None:
    """The unit's activities, then what the money is for where there is any."""
    if not one.activities:
        return
    choices = UnitChoices(unit=one.slug)
    figure.show("birim-faaliyetleri", choices, is_table_open=True)
    if not one.has_money:
        return
    zeros = int(
        (figure.of("birim-faaliyetleri", choices).table["amount_kurus"].fillna(0) == 0).sum()
    )
    if zeros:
        st.html(_quiet(t("units.activities_zero", count=writing.number(zeros))))
    figure.show("birim-kalemleri", choices)
    if one.off_budget_kurus:
        st.html(_quiet(t("units.lines_note")))


def _goals(one: Unit) -> None:
    shown = parts(one.slug).goals
    if not shown:
        return
    chrome.section(t("units.goals_title"), sharing_text(shown))
    st.html(goals_html(shown, goal_link, unit_link))


def _indicators(one: Unit, codes: tuple[str, ...]) -> None:
    if not codes:
        chrome.section(t("units.indicators_title"), t("units.indicators_none"))
        return
    chrome.section(t("units.indicators_title"), t("units.indicators_text"))
    st.html(key_html(Years(setting().year)))
    address = link("/gostergeler", IndicatorChoices(indicator=CODE))
    st.html(
        list_html(codes, address, is_grouped=True)
        + figure.menu("ilerleme", IndicatorChoices(unit=one.slug))
    )


def _responsibilities(one: Unit) -> None:
    frame = setting().frame("unit_responsibilities")
    table = responsibilities_html(one, frame, goal_link, activity_link)
    if not table:
        chrome.section(t("units.responsibilities_title"), t("units.responsibilities_none"))
        return
    chrome.section(t("units.responsibilities_title"), t("units.responsibilities_text"))
    count = int((frame["spending_unit"] == one.slug).sum())
    st.html(folded(t("units.responsibilities_show", count=writing.number(count)), table))


def _committees(one: Unit) -> None:
    """The council's committees that deal with the unit; nothing where nobody judged any."""
    shown = committees_html(one, setting().frame("committee_scopes"), committee_link)
    if shown:
        chrome.section(t("units.committees_title"), t("units.committees_text"))
        st.html(shown)


def _quiet(text: str) -> str:
    return f'<p class="kr-quiet">{escape(text)}</p>'
