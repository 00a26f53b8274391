"""Two aims, goals or spending units side by side; Bütçe and Birimler both open it."""

from __future__ import annotations

import streamlit as st

from pages.parts import budget_data, chrome, controls, figure
from pages.parts.visit import kept, link, setting
from present.budget.choices import BudgetChoices
from present.budget.model import total
from present.compare.choices import COMPARED, CompareChoices
from present.compare.entries import COMPARISONS, frames
from present.compare.html import Whole, sides_html
from present.compare.model import Kind, Named, Pair, Side, options, pair, ranked, side
from present.kit.text import t
from present.site.links import Thing, to
from present.site.pages import UNITS
from present.units.charts import PAIR

Choices = controls.Controls[CompareChoices]


def is_asked() -> bool:
    """Whether the address asks for a comparison, rightly or not."""
    return bool(st.query_params.get(COMPARED))


def button(path: str, codes: tuple[str, ...], label: str = "") -> None:
    """The way into the comparison of ``codes``; what is missing is filled in. Nothing where the
    programme has no two things to compare."""
    found = pair(codes, _ranked(), _own_kind(path))
    if found is None:
        return
    chosen: Choices = controls.Controls(path, CompareChoices)
    st.button(
        label or t("compare.open"),
        key=f"{path}:compare",
        icon=":material/compare_arrows:",
        on_click=chosen.change,
        kwargs={"sides": (found.first, found.second)},
    )


def show(path: str) -> None:
    """The comparison that the address of the page ``path`` asks for, in place of the page."""
    chrome.head(t("compare.title"), t("compare.intro", year=setting().year))
    chosen: Choices = controls.Controls(path, CompareChoices)
    st.button(
        t("compare.close_units") if path == UNITS.path else t("compare.close_budget"),
        key=f"{path}:compare-close",
        icon=":material/arrow_back:",
        on_click=chosen.change,
        kwargs={"sides": ()},
    )
    asked = tuple(code for code in st.query_params[COMPARED].split(".") if code)
    found = pair(asked, _ranked(), _own_kind(path))
    if found is None:
        chrome.message(t("common.empty_title"), t("compare.empty"))
        return
    there = _options()
    if not found.is_asked:
        st.info(t("compare.notice"))
    _choose(chosen, found, there)
    st.html(_sides(found.first, found.second))
    for name in COMPARISONS:
        figure.show(name, CompareChoices((found.first, found.second)))
    st.html(f'<p class="kr-note">{t("compare.note")}</p>')


def _own_kind(path: str) -> Kind:
    return Kind.UNIT if path == UNITS.path else Kind.AIM


@kept(32)
def _options() -> dict[Kind, tuple[Named, ...]]:
    return options(frames(setting()))


@kept(32)
def _ranked() -> dict[Kind, tuple[str, ...]]:
    return ranked(frames(setting()), options(frames(setting())))


def _choose(chosen: Choices, found: Pair, there: dict[Kind, tuple[Named, ...]]) -> None:
    """What is compared: the kind, then each side from a list without the other."""
    if len(there) > 1:
        key = f"{chosen.path}:compare-kind"
        st.session_state[key] = found.kind.value

        def changed() -> None:
            kind = Kind(st.session_state[key])
            fresh = pair((), {kind: _ranked()[kind]}, kind)
            if fresh is not None:
                chosen.change(sides=(fresh.first, fresh.second))

        st.segmented_control(
            t("compare.kind_label"),
            [kind.value for kind in there],
            key=key,
            format_func=lambda code: t(f"compare.kind_{code}"),
            required=True,
            on_change=changed,
        )
    names = {one.code: one for one in there[found.kind]}
    codes = (found.first, found.second)
    for place, column in enumerate(st.columns(2)):
        with column:
            _side_select(chosen, codes, place, names, found.kind)


def _side_select(
    chosen: Choices, codes: tuple[str, str], place: int, names: dict[str, Named], kind: Kind
) -> None:
    key = f"{chosen.path}:compare-{place}"
    st.session_state[key] = codes[place]

    def changed() -> None:
        picked = st.session_state[key]
        chosen.change(sides=(picked, codes[1]) if place == 0 else (codes[0], picked))

    def write(code: str) -> str:
        one = names[code]
        return (
            t("compare.option_goal", label=one.label, words=one.words)
            if (kind is Kind.GOAL)
            else one.label
        )

    st.selectbox(
        t("compare.side_label", letter=PAIR[place]),
        [code for code in names if code != codes[1 - place]],
        key=key,
        format_func=write,
        on_change=changed,
    )


@kept(128)
def _sides(first: str, second: str) -> str:
    """The two sides as HTML."""
    found = frames(setting())
    there = options(found)
    one, other = side(first, found, there), side(second, found, there)
    background = budget_data.background()
    whole = Whole(
        activities_kurus=total(found.lines["amount_kurus"]),
        programme_kurus=setting().totals.total_kurus,
        people=background.people,
    )
    return sides_html([(each, _own_link(each), _budget_link(each)) for each in (one, other)], whole)


def _own_link(one: Side) -> str:
    """The address of the side's own page."""
    things = {Kind.UNIT: Thing.UNIT, Kind.GOAL: Thing.GOAL, Kind.AIM: Thing.AIM}
    return to(setting(), things[one.kind], one.key)


def _budget_link(one: Side) -> str:
    """The address of the side's money on Bütçe."""
    choices = {
        Kind.AIM: BudgetChoices(aim=one.key),
        Kind.GOAL: BudgetChoices(goal=one.key),
        Kind.UNIT: BudgetChoices(unit=one.key),
    }[one.kind]
    return link(budget_data.PATH, choices)
