"""Değişim: the plans of one institution's years beside each other."""

from __future__ import annotations

import streamlit as st

from pages.parts import chrome, controls, figure
from pages.parts.visit import setting
from present.budget.html import sentences_html
from present.change import entries as change
from present.change.choices import ChangeChoices, code
from present.change.model import Measure
from present.change.notes import notes
from present.change.words import listed
from present.kit.text import t

PATH = change.PATH

Choices = controls.Controls[ChangeChoices]


def render() -> None:
    """Show the page; of an institution with one programme, that there is nothing to compare."""
    institution, years = setting().name, change.programmes(setting())
    if not change.has_years(setting()):
        chrome.head(t("change.title"))
        said = t("change.one_year", institution=institution, year=setting().year)
        chrome.message(t("common.empty_title"), said)
        return
    chrome.head(t("change.title"), t("change.intro", institution=institution, years=listed(years)))
    chosen: Choices = controls.Controls(PATH, ChangeChoices, change.known(setting()))
    chosen.notice()
    _years(chosen)
    figure.show(change.TOTAL, chosen.choices.total)
    _rows(chosen)
    figure.show(change.PAIR, chosen.choices)
    figure.show(change.YEARS, chosen.choices.years)
    st.html(sentences_html(notes(setting(), chosen.choices)))


def _years(chosen: Choices) -> None:
    """The two programmes that are compared, the earlier one first; three or more only."""
    years = change.programmes(setting())
    if len(years) < 3:
        return
    first, second = change.pair(setting(), chosen.choices)
    ends = ((first, years[:-1]), (second, years[1:]))
    for place, (column, (year, options)) in enumerate(zip(st.columns(2), ends, strict=True)):
        key = f"{PATH}:year-{place}"
        st.session_state[key] = year

        def changed(key: str = key, place: int = place) -> None:
            picked = st.session_state[key]
            if place == 0:
                other = second if second > picked else min(y for y in years if y > picked)
                chosen.change(pair=code(picked, other))
            else:
                other = first if first < picked else max(y for y in years if y < picked)
                chosen.change(pair=code(other, picked))

        with column:
            st.selectbox(
                t("change.second_label" if place else "change.first_label"),
                options,
                key=key,
                format_func=str,
                on_change=changed,
            )


def _rows(chosen: Choices) -> None:
    """What the rows are, in what they are told and, where that asks for it, in whose prices."""
    chosen.segmented(
        "by",
        t("change.by_label"),
        [by.value for by in change.views(setting())],
        lambda code: t(f"change.by_{code}"),
    )
    options = [measure.value for measure in change.measures(setting())]
    if len(options) > 1:
        chosen.segmented(
            "measure", t("change.measure_label"), options, lambda code: t(f"change.measure_{code}")
        )
    if chosen.choices.measure == Measure.REAL:
        _base(chosen)


def _base(chosen: Choices) -> None:
    """The year in whose prices amounts are told: one of those that have any."""
    key = f"{PATH}:base"
    pair = change.pair(setting(), chosen.choices)
    st.session_state[key] = str(change.base(setting(), chosen.choices, pair))

    def changed() -> None:
        chosen.change(base=st.session_state[key])

    st.selectbox(
        t("change.base_label"), change.known(setting())["base"], key=key, on_change=changed
    )
