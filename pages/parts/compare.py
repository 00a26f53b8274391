"""Two aims, goals or spending units side by side; Bütçe and Birimler both open it."""

from __future__ import annotations

import streamlit as st

from pages.parts import chrome, controls, figure
from pages.parts.visit import setting
from present.budget.entries import has_codes, lacking_views
from present.budget.html import sentences_html
from present.budget.model import View
from present.compare import entries as comparison
from present.compare.choices import COMPARED, CompareChoices
from present.compare.html import note_html
from present.compare.model import Kind, Named, Pair, pair
from present.compare.words import option_name
from present.kit.text import t
from present.site.pages import UNITS
from present.units.charts import PAIR

Choices = controls.Controls[CompareChoices]


def is_asked() -> bool:
    """Whether the address asks for a comparison, rightly or not."""
    return bool(st.query_params.get(COMPARED))


def button(path: str, codes: tuple[str, ...], label: str = "") -> None:
    """The way into the comparison of ``codes``; what is missing is filled in. Nothing where the
    programme has no two things to compare."""
    compared = pair(codes, comparison.by_money(setting()), _own_kind(path))
    if compared is None:
        return
    chosen: Choices = controls.Controls(path, CompareChoices)
    st.button(
        label or t("compare.open"),
        key=f"{path}:compare",
        icon=":material/compare_arrows:",
        on_click=chosen.change,
        kwargs={"sides": (compared.first, compared.second)},
    )


def _intro(year: int) -> str:
    if View.UNIT in lacking_views(setting()):
        return t("compare.intro_without_units", year=year)
    return t("compare.intro", year=year)


def show(path: str) -> None:
    """The comparison that the address of the page ``path`` asks for, in place of the page."""
    chrome.head(t("compare.title"), _intro(setting().year))
    chosen: Choices = controls.Controls(path, CompareChoices)
    st.button(
        t("compare.close_units") if path == UNITS.path else t("compare.close_budget"),
        key=f"{path}:compare-close",
        icon=":material/arrow_back:",
        on_click=chosen.change,
        kwargs={"sides": ()},
    )
    asked = tuple(code for code in st.query_params[COMPARED].split(".") if code)
    compared = pair(asked, comparison.by_money(setting()), _own_kind(path))
    if compared is None:
        chrome.message(t("common.empty_title"), t("compare.empty"))
        return
    if not compared.is_asked:
        st.info(t("compare.notice"))
    _choose(chosen, compared)
    st.html(comparison.sides(setting(), compared.first, compared.second))
    for name in comparison.COMPARISONS:
        if name == comparison.BY_CODE and not has_codes(setting()):
            st.html(sentences_html([t("budget.lacking_kod")]))
            continue
        figure.show(name, CompareChoices((compared.first, compared.second)))
    st.html(note_html())


def _own_kind(path: str) -> Kind:
    return Kind.UNIT if path == UNITS.path else Kind.AIM


def _choose(chosen: Choices, compared: Pair) -> None:
    """What is compared: the kind, then each side from a list without the other."""
    options = comparison.options(setting())
    if len(options) > 1:
        key = f"{chosen.path}:compare-kind"
        st.session_state[key] = compared.kind.value

        def changed() -> None:
            kind = Kind(st.session_state[key])
            largest = pair((), {kind: comparison.by_money(setting())[kind]}, kind)
            if largest is not None:
                chosen.change(sides=(largest.first, largest.second))

        st.segmented_control(
            t("compare.kind_label"),
            [kind.value for kind in options],
            key=key,
            format_func=lambda code: t(f"compare.kind_{code}"),
            required=True,
            on_change=changed,
        )
    named = {option.code: option for option in options[compared.kind]}
    codes = (compared.first, compared.second)
    for place, column in enumerate(st.columns(2)):
        with column:
            _side_select(chosen, codes, place, named, compared.kind)


def _side_select(
    chosen: Choices, codes: tuple[str, str], place: int, named: dict[str, Named], kind: Kind
) -> None:
    key = f"{chosen.path}:compare-{place}"
    st.session_state[key] = codes[place]

    def changed() -> None:
        picked = st.session_state[key]
        chosen.change(sides=(picked, codes[1]) if place == 0 else (codes[0], picked))

    st.selectbox(
        t("compare.side_label", letter=PAIR[place]),
        [code for code in named if code != codes[1 - place]],
        key=key,
        format_func=lambda code: option_name(named[code], kind),
        on_change=changed,
    )
