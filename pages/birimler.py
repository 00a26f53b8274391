"""Birimler: the spending units by money, one unit's own view, and two units side by side."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.parts import chrome, compare, controls, figure, indicators, steps
from pages.parts.steps import Step
from pages.parts.visit import link, setting
from present.briefing import html as briefing_html
from present.briefing.model import Topic
from present.budget.model import add
from present.indicators.choices import IndicatorChoices
from present.indicators.html import key_html
from present.indicators.list_html import CODE, list_html
from present.indicators.model import Filter, select
from present.indicators.outcome import newest, records
from present.indicators.words import Years
from present.kit import writing
from present.kit.charts.bars import CLICKED
from present.kit.markup import joined
from present.kit.parts import part
from present.kit.text import t
from present.site.links import Thing, maker
from present.site.pages import INDICATORS, UNITS
from present.units import entries
from present.units.choices import UnitChoices
from present.units.html import (
    facts_html,
    goals_html,
    no_money_html,
    quiet_html,
    responsibilities_html,
    spellings_html,
)
from present.units.model import Order, Unit, ordered
from present.units.words import sharing_text

Choices = controls.Controls[UnitChoices]


def render() -> None:
    """Show the list, the unit that the address names, or the comparison that it asks for."""
    units = entries.units(setting())
    if not units:
        chrome.head(t("units.title"))
        chrome.message(t("common.empty_title"), t("units.empty_programme"))
        return
    if compare.is_asked():
        compare.show(UNITS.path)
        return
    chosen: Choices = controls.Controls(
        UNITS.path, UnitChoices, {"unit": {unit.slug for unit in units}}
    )
    if chosen.choices.unit is None:
        _overview(chosen, units)
    else:
        _view(chosen, ordered(units, Order(chosen.choices.order)))


def _overview(chosen: Choices, units: tuple[Unit, ...]) -> None:
    chrome.head(
        t("units.title"),
        t("units.intro", year=setting().year, count=writing.number(len(units))),
    )
    chosen.notice()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen.segmented(
            "order",
            t("units.order_label"),
            [order.value for order in Order],
            lambda code: t(f"units.order_{code}"),
        )
        largest = ordered(units, Order.MONEY)[:2]
        compare.button(UNITS.path, tuple(f"birim-{unit.slug}" for unit in largest))
    _list(chosen)
    general = setting().totals.general_administration_kurus
    if general:
        st.html(quiet_html(t("units.note_general", amount=writing.money(general))))


def _list(chosen: Choices) -> None:
    """The units as bars, each of which opens its unit, and as a table of links."""
    units = figure.of("birimler", chosen.choices)
    slugs = set(units.table["unit"])
    key = chosen.choices.order

    def go() -> None:
        picked = st.session_state[figure.chart_key("birimler", key)]["selection"].get(CLICKED) or []
        slug = picked[0].get("key") if picked else None
        if slug in slugs:
            chosen.change(unit=slug)

    clicks: dict[str, Any] = (
        {} if units.spec is None else {"key": key, "on_select": go, "selection_mode": CLICKED}
    )
    figure.show("birimler", chosen.choices, is_table_open=True, **clicks)


def _view(chosen: Choices, units: tuple[Unit, ...]) -> None:
    """The unit that the address names; ``units`` are all, in the order of the list."""
    place = next(at for at, unit in enumerate(units) if unit.slug == chosen.choices.unit)
    unit, year = units[place], setting().year
    steps.show(
        chosen,
        len(units),
        place,
        lambda way, at: Step(
            t(f"units.{way}", name=units[at].short), {"unit": units[at].slug}, [units[at].short]
        ),
        back=Step(t("units.back"), {"unit": None}),
        is_counted=True,
    )
    intro = (
        t("units.one_intro", year=year, short=unit.short)
        if unit.short != unit.name
        else t("units.one_intro_same", year=year)
    )
    chrome.head(unit.name, intro, own=(unit.name, unit.short))
    chosen.notice()
    indicators = select(records(setting()), Filter(unit=unit.slug))
    st.html(
        joined(
            facts_html(
                unit,
                add(*(unit.amount_kurus for unit in units)),
                setting().totals.total_kurus,
                setting().background.people,
                len(indicators),
            ),
            no_money_html(unit, year),
            entries.serving(setting(), unit.slug),
            spellings_html(
                unit, setting().frame("activities"), setting().frame("unit_responsibilities")
            ),
        )
    )
    _money(unit)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(briefing_html.link_html(setting(), Topic.UNIT, unit.slug, unit.name))
        if len(units) > 1:
            opponent = units[0 if place else 1]
            sides = (f"birim-{unit.slug}", f"birim-{opponent.slug}")
            compare.button(UNITS.path, sides, t("units.compare"))
    _goals(unit)
    _indicators(unit, tuple(indicator.code for indicator in indicators))
    _responsibilities(unit)
    _committees(unit)
    st.html(entries.touching(setting(), unit.slug))


def _money(unit: Unit) -> None:
    """The unit's activities, then what the money is for where there is any."""
    if not unit.activities:
        return
    choices = UnitChoices(unit=unit.slug)
    figure.show("birim-faaliyetleri", choices, is_table_open=True)
    if not unit.has_money:
        return
    zeros = int(
        (figure.of("birim-faaliyetleri", choices).table["amount_kurus"].fillna(0) == 0).sum()
    )
    if zeros:
        st.html(quiet_html(t("units.activities_zero", count=writing.number(zeros))))
    if not entries.has_lines(setting(), unit):
        st.html(quiet_html(t("budget.lacking_kod")))
        return
    figure.show("birim-kalemleri", choices, anchor="kalemler")
    if unit.off_budget_kurus:
        st.html(quiet_html(t("units.lines_note")))


def _goals(unit: Unit) -> None:
    parts = entries.goal_parts(setting(), unit.slug)
    if not parts:
        return
    goals = goals_html(parts, maker(setting(), Thing.GOAL), maker(setting(), Thing.UNIT))
    st.html(part("hedefler", t("units.goals_title"), goals, text=sharing_text(parts)))


def _indicators(unit: Unit, codes: tuple[str, ...]) -> None:
    if not codes:
        chrome.section(t("units.indicators_title"), t("units.indicators_none"))
        return
    address = link(INDICATORS.path, IndicatorChoices(indicator=CODE))
    content = joined(
        key_html(Years(setting().year), newest(setting())),
        list_html(setting(), codes, address),
        indicators.menus(IndicatorChoices(unit=unit.slug)),
    )
    st.html(
        part(
            "gostergeler",
            t("units.indicators_title"),
            content,
            brief=writing.number(len(codes)),
            text=t("units.indicators_text"),
        )
    )


def _responsibilities(unit: Unit) -> None:
    lines = setting().frame("unit_responsibilities")
    table = responsibilities_html(
        unit, lines, maker(setting(), Thing.GOAL), maker(setting(), Thing.ACTIVITY)
    )
    if not table and setting().is_programme_budget:
        return
    if not table:
        chrome.section(t("units.responsibilities_title"), t("units.responsibilities_none"))
        return
    count = int((lines["spending_unit"] == unit.slug).sum())
    st.html(
        part(
            "sorumluluklar",
            t("units.responsibilities_title"),
            table,
            brief=t("units.responsibilities_count", count=writing.number(count)),
            text=t("units.responsibilities_text"),
            opens_with_room=False,
        )
    )


def _committees(unit: Unit) -> None:
    """The council's committees that deal with the unit's work; nothing where nobody judged any."""
    committees = entries.committees(setting(), unit.slug)
    if committees:
        text = t("units.committees_text")
        st.html(part("komisyonlar", t("units.committees_title"), committees, text=text))
