"""Bütçe: the programme's money by aim, goal, activity, unit, code and source, step by step."""

from __future__ import annotations

from collections.abc import Callable, Collection
from html import escape
from typing import Any

import streamlit as st

from pages.parts import budget_data, budget_printed, chrome, compare, controls, figure
from pages.parts.budget_pieces import activity_head, notes, scope_head, zero_activity
from pages.parts.visit import setting
from present.budget.choices import (
    BudgetChoices,
    below,
    completed,
    crumbs,
    default_view,
    known,
    shortened,
    view_of,
    views,
)
from present.budget.figures import Shown, searched
from present.budget.model import Fund, Measure, Order, View, breakdown
from present.budget.words import row_name
from present.compare.choices import of_level
from present.kit.charts.bars import CLICKED
from present.kit.text import t, verbatim

PATH = budget_data.PATH

Choices = controls.Controls[BudgetChoices]


def render() -> None:
    """Show the part of the programme that the address names."""
    lines = budget_data.lines()
    if compare.is_asked() and not lines.empty:
        compare.show(PATH)
        return
    intro = t("budget.intro", year=setting().year)
    if lines.empty:
        chrome.head(t("budget.title"), intro)
        chrome.message(t("common.empty_title"), t("budget.empty_programme"))
        return
    chosen: Choices = controls.Controls(PATH, BudgetChoices, known(lines, budget_data.needs()))
    here = completed(chosen.choices, lines)
    steps = [_crumb_name(crumb.field, here) for crumb in crumbs(here)]
    view = f"{t('budget.title')}: {steps[-1]}" if len(steps) > 1 else ""
    chrome.head(t("budget.title"), intro, page_title=view)
    chosen.notice()
    _crumbs(chosen, here)
    if here.activity is not None:
        _activity(chosen, here)
    else:
        _part(chosen, here)


def _crumbs(chosen: Choices, here: BudgetChoices) -> None:
    """The way back up, a button a step; nothing on the whole programme."""
    steps = crumbs(here)
    if len(steps) == 1:
        return
    with st.container(horizontal=True, key="kb-crumbs", vertical_alignment="center"):
        for place, crumb in enumerate(steps):
            name = _crumb_name(crumb.field, here)
            if place == len(steps) - 1:
                own = verbatim(name) if crumb.field == "unit" else escape(name)
                st.html(f'<span class="kb-here" aria-current="location">{own}</span>')
            else:
                st.button(
                    name,
                    key=f"kb-crumb-{place}",
                    type="tertiary",
                    on_click=chosen.change,
                    kwargs=crumb.changes,
                )


def _crumb_name(field: str, here: BudgetChoices) -> str:
    if not field:
        return t("budget.crumb_whole")
    value = getattr(here, field)
    if field == "aim" and here.scope.general:
        return t("budget.general")
    if field in ("aim", "goal", "activity"):
        return t(f"budget.crumb_{field}", number=value)
    if field == "source":
        return row_name(View.SOURCE, value, None, None)
    return budget_data.names()[value]


def _part(chosen: Choices, here: BudgetChoices) -> None:
    view = view_of(here)
    shown = budget_data.shown(here)
    scope_head(here)
    _view_control(chosen, here, view)
    _money_controls(chosen)
    _row_controls(chosen, here, view, shown)
    if not here.scope.general:
        compare.button(PATH, of_level(here, view, shown.rows["key"].tolist()))
    if shown.rows.empty and here.search.strip():
        _nothing_found(chosen, here, view)
        return
    key, clicks = _state_key(here), dict[str, Any]()
    if (shown.figure.spec or {}).get("params"):
        go = _clicked(chosen, view, set(shown.rows["key"]), figure.chart_key("butce", key))
        clicks = {"on_select": go, "selection_mode": CLICKED}
    figure.show("butce", shortened(here), key=key, **clicks)
    _more_rows(chosen, here, shown)
    notes(here, view, shown)
    if here.scope.is_whole:
        if view in (View.AIM, View.CODE, View.SOURCE):
            figure.show("amac-kod")
        budget_printed.show()


def _activity(chosen: Choices, here: BudgetChoices) -> None:
    activity_head(here)
    _money_controls(chosen)
    choices = shortened(here)
    if figure.of("butce", choices).spec is None:
        zero_activity()
    figure.show("butce", choices, key=_state_key(here), is_table_open=True)


def _state_key(here: BudgetChoices) -> str:
    """Tells one state of the chart from another, so that no click outlives the rows it hit."""
    return str(hash(here))


def _view_control(chosen: Choices, here: BudgetChoices, view: View) -> None:
    """What the rows are; the part's own view leaves the address."""
    options = views(here.scope)
    if len(options) < 2:
        return
    key = "kb-view"
    st.session_state[key] = view.value

    def changed() -> None:
        picked = View(st.session_state[key])
        own = picked is default_view(here.scope)
        chosen.change(view=None if own else picked.value, search="", everything="")

    st.segmented_control(
        t("budget.view_label"),
        [option.value for option in options],
        key=key,
        format_func=lambda code: t(f"budget.view_{code}"),
        required=True,
        on_change=changed,
    )


def _money_controls(chosen: Choices) -> None:
    fund, measure = st.columns(2)
    with fund:
        chosen.segmented(
            "fund",
            t("budget.fund_label"),
            [one.value for one in Fund],
            lambda code: t(f"budget.fund_{code.replace('-', '_')}"),
        )
    with measure:
        measures = [one for one in Measure if budget_data.place() or one is not Measure.PER_HEAD]
        chosen.segmented(
            "measure",
            t("budget.measure_label"),
            [one.value for one in measures],
            lambda code: t(f"budget.measure_{code}"),
        )


def _row_controls(chosen: Choices, here: BudgetChoices, view: View, shown: Shown) -> None:
    search, order, drill = st.columns([4, 3, 5])
    with search:
        chosen.text("search", t("budget.search_label"), t("budget.search_hint"))
    with order:
        chosen.select(
            "order",
            t("budget.order_label"),
            [one.value for one in Order],
            lambda code: t(f"budget.order_{code}"),
        )
    if here.scope.general:
        return
    with drill:
        labels = dict(zip(shown.rows["key"], shown.rows["label"], strict=True))
        key = f"kb-drill:{_state_key(here)}"

        def picked() -> None:
            if st.session_state[key] is not None:
                chosen.change(**below(view, st.session_state[key]))

        st.selectbox(
            t("budget.drill_label"),
            list(labels),
            index=None,
            key=key,
            format_func=lambda code: labels.get(code, code),
            placeholder=t("budget.drill_hint"),
            on_change=picked,
        )


def _clicked(
    chosen: Choices, view: View, keys: Collection[str], chart_key: str
) -> Callable[[], None]:
    """What a click on a row of the chart does: the same as choosing it in the list."""

    def go() -> None:
        picked = st.session_state[chart_key]["selection"].get(CLICKED) or []
        key = picked[0].get("key") if picked else None
        if key is not None and key in keys:
            chosen.change(**below(view, key))

    return go


def _more_rows(chosen: Choices, here: BudgetChoices, shown: Shown) -> None:
    if shown.left_out:
        st.button(
            t("budget.show_all", count=shown.drawn + shown.left_out),
            key="kb-all",
            on_click=chosen.change,
            kwargs={"everything": "1"},
        )
    elif here.everything:
        st.button(
            t("budget.show_fewer"),
            key="kb-fewer",
            on_click=chosen.change,
            kwargs={"everything": ""},
        )


def _nothing_found(chosen: Choices, here: BudgetChoices, view: View) -> None:
    """No name holds the words: where else they are, a button a view."""
    chrome.message(t("common.empty_title"), t("budget.empty_search", search=here.search.strip()))
    lines, needs = budget_data.lines(), budget_data.needs()
    elsewhere = {}
    for other in views(here.scope):
        if other is not view:
            found = breakdown(lines, needs, other, here.scope, Fund(here.fund))
            elsewhere[other] = len(searched(found, here.search))
    if any(elsewhere.values()):
        st.write(t("budget.empty_search_elsewhere"))
    with st.container(horizontal=True):
        for other, count in elsewhere.items():
            if count:
                own = other is default_view(here.scope)
                st.button(
                    t("budget.empty_elsewhere", view=t(f"budget.view_{other}"), count=count),
                    key=f"kb-elsewhere-{other}",
                    on_click=chosen.change,
                    kwargs={"view": None if own else other.value},
                )
        st.button(
            t("common.empty_reset"),
            key="kb-reset",
            on_click=chosen.change,
            kwargs={"search": ""},
        )
