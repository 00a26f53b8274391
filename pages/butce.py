"""Bütçe: the programme's money by aim, goal, activity, unit, code and source, step by step."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import streamlit as st

from pages.parts import chrome, compare, controls, execution, figure, fold
from pages.parts.visit import setting
from present.budget import entries as budget
from present.budget.choices import (
    BudgetChoices,
    below,
    completed,
    crumbs,
    default_view,
    shortened,
    view_of,
    views,
)
from present.budget.figures import Shown
from present.budget.html import (
    activity_html,
    current_html,
    notes_html,
    scope_html,
    sentences_html,
    tables_html,
    zero_html,
)
from present.budget.model import Fund, Order, View
from present.budget.words import crumb_name
from present.budget.years import years_html
from present.compare.choices import of_level
from present.execution.html import activity_html as carried_out_html
from present.kit.charts.bars import CLICKED
from present.kit.text import t
from present.site.pages import BUDGET

PATH = BUDGET.path

Choices = controls.Controls[BudgetChoices]


def render() -> None:
    """Show the part of the programme that the address names."""
    lines = setting().lines
    if compare.is_asked() and not lines.empty:
        compare.show(PATH)
        return
    year = setting().year
    is_coded = View.CODE not in budget.lacking_views(setting())
    intro = t("budget.intro", year=year) if is_coded else t("budget.intro_without_codes", year=year)
    if lines.empty:
        chrome.head(t("budget.title"), intro)
        chrome.message(t("common.empty_title"), t("budget.empty_programme"))
        return
    chosen: Choices = controls.Controls(PATH, BudgetChoices, budget.known_codes(setting()))
    choices = completed(chosen.choices, lines)
    names = budget.names(setting())
    steps = [crumb_name(crumb.field, choices, names) for crumb in crumbs(choices)]
    view = f"{t('budget.title')}: {steps[-1]}" if len(steps) > 1 else ""
    chrome.head(t("budget.title"), intro, page_title=view)
    chosen.notice()
    _crumbs(chosen, choices, steps)
    if choices.activity is not None:
        _activity(chosen, choices)
    else:
        _part(chosen, choices)


def _crumbs(chosen: Choices, choices: BudgetChoices, steps: list[str]) -> None:
    """The way back up, a button a step; nothing on the whole programme."""
    if len(steps) == 1:
        return
    way = list(zip(crumbs(choices), steps, strict=True))
    with st.container(horizontal=True, key="kb-crumbs", vertical_alignment="center"):
        for place, (crumb, name) in enumerate(way[:-1]):
            st.button(
                name,
                key=f"kb-crumb-{place}",
                type="tertiary",
                on_click=chosen.change,
                kwargs=crumb.changes,
            )
        last, name = way[-1]
        st.html(current_html(name, is_own=last.field == "unit"))


def _part(chosen: Choices, choices: BudgetChoices) -> None:
    view = view_of(choices)
    shown = budget.shown(setting(), choices)
    _html(scope_html(setting(), choices))
    if choices.scope.is_whole:
        execution.lead()
    _view_control(chosen, choices, view)
    with fold.part("gorunum", t("budget.controls"), brief=_said(choices), level=0):
        _money_controls(chosen)
        _row_controls(chosen, choices, view, shown)
        if not choices.scope.general:
            compare.button(PATH, of_level(choices, view, shown.rows["key"].tolist()))
    if shown.rows.empty and choices.search.strip():
        _nothing_found(chosen, choices)
        return
    key, clicks = _state_key(choices), dict[str, Any]()
    if (shown.figure.spec or {}).get("params"):
        go = _clicked(chosen, view, set(shown.rows["key"]), figure.chart_key("butce", key))
        clicks = {"on_select": go, "selection_mode": CLICKED}
    figure.show("butce", shortened(choices), key=key, **clicks)
    chrome.status(f"{shown.figure.title}. {shown.figure.subtitle}")
    _more_rows(chosen, choices, shown)
    _html(notes_html(setting(), choices))
    _html(years_html(setting(), choices.scope))
    if choices.scope.is_whole:
        execution.show()
        if budget.has_codes(setting()):
            figure.show("akis", anchor="akis")
            if view in (View.AIM, View.CODE, View.SOURCE):
                figure.show("amac-kod", anchor="amac-kod")
        _html(tables_html(setting()))


def _html(piece: str) -> None:
    """A piece of the page; no element for an empty one."""
    if piece:
        st.html(piece)


def _activity(chosen: Choices, choices: BudgetChoices) -> None:
    st.html(activity_html(setting(), choices))
    _html(carried_out_html(setting(), choices.scope.activity or 0))
    with fold.part("gorunum", t("budget.controls"), brief=_said(choices), level=0):
        _money_controls(chosen)
    short = shortened(choices)
    if figure.of("butce", short).spec is None:
        st.html(zero_html(setting().year))
    figure.show("butce", short, key=_state_key(choices), is_table_open=True)
    _html(sentences_html(budget.unstated_notes(setting(), choices.scope)))
    _html(years_html(setting(), choices.scope))


def _state_key(choices: BudgetChoices) -> str:
    """Tells one state of the chart from another, so that no click outlives the rows it hit."""
    return str(hash(choices))


def _view_control(chosen: Choices, choices: BudgetChoices, view: View) -> None:
    """What the rows are; the part's own view leaves the address."""
    without = budget.lacking_views(setting())
    options = [option for option in views(choices.scope) if option not in without]
    if len(options) < 2:
        return
    key = "kb-view"
    st.session_state[key] = view.value

    def changed() -> None:
        picked = View(st.session_state[key])
        own = picked is default_view(choices.scope)
        chosen.change(view=None if own else picked.value, search="", everything="")

    st.segmented_control(
        t("budget.view_label"),
        [option.value for option in options],
        key=key,
        format_func=lambda code: t(f"budget.view_{code}"),
        required=True,
        on_change=changed,
    )


def _said(choices: BudgetChoices) -> str:
    """What is chosen of whose money is shown how, in words."""
    said = [
        t(f"budget.fund_{choices.fund.replace('-', '_')}"),
        t(f"budget.measure_{choices.measure}"),
    ]
    if choices.activity is None:
        said.append(t(f"budget.order_{choices.order}"))
    if choices.search.strip():
        said.append(t("budget.searched", search=choices.search.strip()))
    return " · ".join(said)


def _money_controls(chosen: Choices) -> None:
    left, right = st.columns(2)
    with left:
        chosen.segmented(
            "fund",
            t("budget.fund_label"),
            [fund.value for fund in Fund],
            lambda code: t(f"budget.fund_{code.replace('-', '_')}"),
        )
    with right:
        chosen.segmented(
            "measure",
            t("budget.measure_label"),
            [measure.value for measure in budget.measures(setting())],
            lambda code: t(f"budget.measure_{code}"),
        )


def _row_controls(chosen: Choices, choices: BudgetChoices, view: View, shown: Shown) -> None:
    search, ordering, drill = st.columns([4, 3, 5])
    with search:
        chosen.text("search", t("budget.search_label"), t("budget.search_hint"))
    with ordering:
        chosen.select(
            "order",
            t("budget.order_label"),
            [order.value for order in Order],
            lambda code: t(f"budget.order_{code}"),
        )
    if choices.scope.general:
        return
    with drill:
        labels = dict(zip(shown.rows["key"], shown.rows["said"], strict=True))
        key = f"kb-drill:{_state_key(choices)}"

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


def _more_rows(chosen: Choices, choices: BudgetChoices, shown: Shown) -> None:
    if shown.left_out:
        st.button(
            t("budget.show_all", count=shown.drawn + shown.left_out),
            key="kb-all",
            on_click=chosen.change,
            kwargs={"everything": "1"},
        )
    elif choices.everything:
        st.button(
            t("budget.show_fewer"),
            key="kb-fewer",
            on_click=chosen.change,
            kwargs={"everything": ""},
        )


def _nothing_found(chosen: Choices, choices: BudgetChoices) -> None:
    """No name holds the words: where else they are, a button a view."""
    chrome.message(t("common.empty_title"), t("budget.empty_search", search=choices.search.strip()))
    counts = budget.elsewhere(setting(), choices)
    if any(counts.values()):
        st.write(t("budget.empty_search_elsewhere"))
    with st.container(horizontal=True):
        for view, count in counts.items():
            if count:
                own = view is default_view(choices.scope)
                st.button(
                    t("budget.empty_elsewhere", view=t(f"budget.view_{view}"), count=count),
                    key=f"kb-elsewhere-{view}",
                    on_click=chosen.change,
                    kwargs={"view": None if own else view.value},
                )
        st.button(
            t("common.empty_reset"),
            key="kb-reset",
            on_click=chosen.change,
            kwargs={"search": ""},
        )
