"""How the budget was carried out, as a section of Bütçe: what can be chosen, and the figures."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import streamlit as st

from pages.parts import controls, figure, fold
from pages.parts.visit import setting
from present.execution import entries, html
from present.execution.choices import (
    CLASSIFICATIONS,
    MonthChoices,
    RevenueChoices,
    SpendingChoices,
    base_code,
    item_code,
)
from present.execution.model import Classification
from present.execution.month_figures import item_label
from present.execution.months import Item
from present.kit import writing
from present.kit.text import t
from present.site.pages import BUDGET

PATH = BUDGET.path


def lead() -> None:
    """What was spent up to the last day, with the way to the section; one line where nothing
    realised was loaded."""
    if not entries.is_there(setting()):
        st.html(html.none_html())
        return
    piece = html.lead_html(setting())
    if piece:
        st.html(piece)


def show() -> None:
    """The section; nothing where nothing realised was loaded."""
    if not entries.is_there(setting()):
        return
    spending: controls.Controls[SpendingChoices] = controls.Controls(
        PATH, SpendingChoices, entries.spending_codes(setting())
    )
    spending.notice()
    with fold.part(html.ANCHOR, t("execution.title")):
        st.html(html.head_html(setting(), spending.choices))
        if entries.divisions(setting()):
            _spending(spending)
        if entries.items(setting()):
            _months()
        if html.has_revenue(setting()):
            _revenue()


def _spending(chosen: controls.Controls[SpendingChoices]) -> None:
    choices = chosen.choices
    division = entries.division_of(setting(), choices)
    classification = CLASSIFICATIONS[division]
    divisions = [own.value for own in entries.divisions(setting())]
    _choose(
        chosen,
        "division",
        t("execution.division_label"),
        divisions,
        division.value,
        lambda code: t(f"execution.division_{code}"),
        usual=divisions[0],
        # Another division has other days and bases.
        clears=("day", "base"),
    )
    labels = ("execution.day_label", "execution.base_label", "execution.before_label")
    _of_day(chosen, classification, labels, lambda code: t(f"execution.base_{code}"))
    figure.show("plan-net-harcanan", choices)


def _revenue() -> None:
    chosen: controls.Controls[RevenueChoices] = controls.Controls(
        PATH, RevenueChoices, entries.revenue_codes(setting())
    )
    chosen.notice()
    labels = (
        "execution.revenue_day_label",
        "execution.revenue_base_label",
        "execution.revenue_before_label",
    )
    _of_day(
        chosen, Classification.REVENUE, labels, lambda code: t(f"execution.revenue_base_{code}")
    )
    figure.show("gelir", chosen.choices)


def _of_day(
    chosen: controls.Controls[Any],
    classification: Classification,
    labels: tuple[str, str, str],
    write_base: Callable[[str], str],
) -> None:
    """Up to which day, of what rates are rates, and whether the year before stands beside; each
    where there is something to choose."""
    choices, name = chosen.choices, classification.value
    asked = entries.told(setting(), classification, choices)
    execution, base = asked.execution, asked.telling.base
    usual = entries.told(setting(), classification, replace(choices, base=None)).telling.base
    days = [day.isoformat() for day in entries.days(setting(), classification)]
    bases = [base_code(own) for own in execution.bases]
    before = ["", "1"] if entries.before_of(setting(), execution) else []
    offered = [
        ("day", days, execution.day.isoformat(), _day, days[0]),
        ("base", bases, base_code(base) if base else "", write_base,
         base_code(usual) if usual else ""),
        ("before", before, choices.before, _before, ""),
    ]  # fmt: skip
    shown = [
        (t(label), *offer)
        for label, offer in zip(labels, offered, strict=True)
        if len(offer[1]) > 1
    ]
    if not shown:
        return
    for column, (label, field, options, own, write, plain) in zip(
        st.columns(len(shown)), shown, strict=True
    ):
        with column:
            _choose(chosen, field, label, options, own, write, usual=plain, at=name)


def _day(code: str) -> str:
    return writing.date(datetime.date.fromisoformat(code))


def _before(code: str) -> str:
    return t("execution.before_on") if code else t("execution.before_off")


def _months() -> None:
    chosen: controls.Controls[MonthChoices] = controls.Controls(
        PATH, MonthChoices, entries.month_codes(setting())
    )
    chosen.notice()
    items = {item_code(item): item for item in entries.items(setting())}
    if len(items) > 1:
        key = f"{PATH}:item"
        st.session_state[key] = item_code(entries.item_of(setting(), chosen.choices))
        st.selectbox(
            t("execution.item_label"),
            list(items),
            key=key,
            format_func=lambda code: _item(items[code]) if code in items else code,
            on_change=lambda: chosen.change(
                item=None if st.session_state[key] == next(iter(items)) else st.session_state[key]
            ),
        )
    figure.show("aylik-harcama", chosen.choices)


def _item(item: Item) -> str:
    return item_label(item.classification, item.code, entries.printed_name(setting(), item))


def _choose(
    chosen: controls.Controls[Any],
    name: str,
    label: str,
    options: Collection[str],
    shown: str,
    write: Callable[[str], str],
    *,
    usual: str,
    at: str = "",
    clears: Collection[str] = (),
) -> None:
    """Buttons of which ``shown`` is on; nothing for a single one. The ``usual`` one leaves the
    address. ``at`` tells two choices of one name apart; a change puts the fields ``clears``
    back."""
    if len(options) < 2:
        return
    key = f"{PATH}:{name}:{at}"
    st.session_state[key] = shown

    def changed() -> None:
        picked = st.session_state[key]
        # What has nothing to choose by default is empty then, all else unnamed.
        own = picked if picked != usual or not usual else None
        chosen.change(**dict.fromkeys(clears), **{name: own})

    st.segmented_control(
        label, list(options), key=key, format_func=write, required=True, on_change=changed
    )
