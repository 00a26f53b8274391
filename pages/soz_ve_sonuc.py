"""Söz ve sonuç: what was promised for each year, what was estimated, what came of it."""

from __future__ import annotations

import streamlit as st

from pages.parts import chrome, controls, figure
from pages.parts.visit import setting
from present.budget.html import sentences_html
from present.kit import writing
from present.kit.text import t
from present.promises import entries as promises
from present.promises.choices import HistoryChoices, KeptChoices, PromiseChoices
from present.promises.words import listed

PATH = promises.PATH

Choices = controls.Controls[PromiseChoices]


def render() -> None:
    """Show the page; where nothing promised or estimated has its result, what is lacking."""
    visited = setting()
    made, years = promises.promises(visited), promises.programmes(visited)
    words = {"institution": visited.name, "years": listed(years), "year": years[-1]}
    if not made.is_there:
        chrome.head(t("promises.title"))
        key = "promises.no_pairs" if len(years) > 1 else "promises.one_year"
        chrome.message(t("common.empty_title"), t(key, **words))
        return
    key = "promises.intro" if len(years) > 1 else "promises.intro_one"
    chrome.head(t("promises.title"), t(key, **words))
    chosen: Choices = controls.Controls(PATH, PromiseChoices, promises.known(visited))
    chosen.notice()
    if made.kept_years:
        _year(chosen, made.kept_years)
        choices = KeptChoices(chosen.choices.promised)
        figure.show(promises.KEPT, choices)
    if made.guesses:
        figure.show(promises.GUESSES)
    _indicator(chosen, made.told(visited.year))
    chrome.section(t("promises.method_title"))
    st.html(sentences_html([t("promises.method"), t("promises.method_links"), *_stale(made.stale)]))


def _year(chosen: Choices, years: tuple[int, ...]) -> None:
    """Of which year the promises are shown, where there are several."""
    if len(years) < 2:
        return
    key = f"{PATH}:promised"
    st.session_state[key] = promises.promised_year(setting(), chosen.choices)

    def changed() -> None:
        chosen.change(promised=str(st.session_state[key]))

    st.segmented_control(
        t("promises.year_label"),
        list(years),
        key=key,
        format_func=str,
        required=True,
        on_change=changed,
    )


def _indicator(chosen: Choices, codes: tuple[str, ...]) -> None:
    """One indicator of the programme, over the years."""
    chrome.section(t("promises.indicator_title"))
    if not codes:
        st.html(sentences_html([t("promises.indicator_none", year=setting().year)]))
        return
    shown = chosen.choices.indicator or promises.first_told(setting())
    key = f"{PATH}:indicator"
    st.session_state[key] = shown

    def changed() -> None:
        chosen.change(indicator=st.session_state[key])

    st.selectbox(
        t("promises.indicator_label"),
        codes,
        key=key,
        format_func=lambda code: t(
            "promises.indicator_option",
            code=code,
            name=promises.indicator(setting(), code).name,
        ),
        on_change=changed,
    )
    figure.show(promises.HISTORY, HistoryChoices(shown))


def _stale(count: int) -> list[str]:
    """That judgements of what goes on name what the earlier programme does not print."""
    if not count:
        return []
    key = "promises.stale_one" if count == 1 else "promises.stale_some"
    return [t(key, count=writing.number(count))]
