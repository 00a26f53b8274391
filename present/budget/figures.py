"""The figures of a breakdown by any view: its chart, its sentence, its table.

Pure: breakdowns and words in, figures out. Everything in a figure can be pickled, so that a page
may cache it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from present.budget.breakdown import Breakdown
from present.budget.colours import ALL, OFF, colours
from present.budget.model import (
    BUDGET,
    GENERAL,
    UNSTATED,
    Fund,
    Order,
    View,
    matches,
    ordered,
    share,
    stated,
    total,
)
from present.budget.table import beside_name, columns_of, table_of
from present.budget.words import (
    BESIDE,
    Showing,
    detail_of,
    is_own,
    money_sentence,
    own_plan_name,
    place_words,
    row_name,
    scope_name,
    subtitle_of,
    title_words,
    value_text,
)
from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Extent, Figure
from present.kit.setting import Background
from present.kit.text import TURKISH, language, t
from present.kit.theme import palette
from present.kit.writing import share_text

#: Rows of a chart ordered by size before a visitor asks for all of them.
LIMIT = 15
#: As many rows of 0 lira are drawn; more of them stand in the table alone.
ZEROS = 3


@dataclass(frozen=True)
class Shown:
    """A breakdown's figure with what was left out of its chart.

    ``rows``: the rows in the table's order, named (``named``). ``left_out``: rows
    with money beyond the limit; ``zeros``: rows of 0 lira that the chart leaves to the table.
    """

    figure: Figure
    rows: pd.DataFrame
    drawn: int
    left_out: int
    zeros: int


def named(breakdown: Breakdown) -> pd.DataFrame:
    """The breakdown's rows with ``label``, their name in full, and ``said``, the short one that
    charts and sentences have room for; the same where there is no other."""
    rows = breakdown.rows

    def names(column: str) -> pd.Series[Any]:
        shown = [
            row_name(breakdown.view, key, number, name)
            for key, number, name in zip(rows["key"], rows["number"], rows[column], strict=True)
        ]
        return pd.Series(shown, index=rows.index, dtype="object")

    return rows.assign(label=names("name"), said=names("short"))


def searched(breakdown: Breakdown, search: str) -> pd.DataFrame:
    """The named rows whose name, in full or short, holds every word of ``search``."""
    rows = named(breakdown)
    if not search.strip():
        return rows
    both = zip(rows["label"], rows["said"], strict=True)
    return rows[[matches(search, f"{label} {said}") for label, said in both]]


def breakdown_figure(
    breakdown: Breakdown,
    background: Background,
    showing: Showing,
    links: Mapping[str, str],
    names: Mapping[str, str],
    *,
    title: str = "",
) -> Shown:
    """A breakdown as bars and table.

    ``links``: addresses by row key; a row with one can be clicked. ``names``: words for unit keys
    and codes in the scope. Rows that the view cannot split close chart and table.
    """
    rows = searched(breakdown, showing.search)
    rows = ordered(rows, showing.order, _sorted_by(breakdown.view, rows))
    table = table_of(breakdown, rows, showing.search, links)
    drawn, left_out, zeros = _drawn(rows, showing)
    view = t(f"budget.of_{breakdown.view}")
    where = scope_name(breakdown.scope, names)
    told = scope_name(breakdown.scope, names, told=True)
    sentence = _sentence(breakdown, rows, background, showing, told)
    figure = Figure(
        title=title
        or t("budget.figure_scope", scope=title_words(where, breakdown.fund), view=view),
        subtitle=subtitle_of(
            breakdown.fund,
            breakdown.whole_kurus,
            background,
            showing,
            told if breakdown.scope.is_numbered and told != where else "",
        ),
        sentence=sentence,
        source=_source(breakdown, background),
        chart=Chart(_spec, breakdown, drawn, background, showing, bool(links)),
        table=table,
        columns=columns_of(breakdown, background, bool(links)),
        own=_own_words(breakdown, rows, names, f"{where} {told} {sentence}"),
        extent=Extent(len(drawn), len(rows), apart=frozenset({BESIDE})),
    )
    return Shown(figure, rows, len(drawn), left_out, zeros)


def _sorted_by(view: View, rows: pd.DataFrame) -> list[str]:
    """By what words rows stand in the alphabet: a goal or an activity by its name, not by the
    number before it."""
    return list(map(str, rows["short" if view in (View.GOAL, View.ACTIVITY) else "label"]))


def _own_words(
    breakdown: Breakdown, rows: pd.DataFrame, names: Mapping[str, str], text: str
) -> tuple[str, ...]:
    """The document's own words among what ``text`` says: names of rows, of a unit looked at."""
    if language() == TURKISH:
        return ()
    scope = breakdown.scope
    own = [
        str(row.short)
        for row in rows.itertuples()
        if is_own(breakdown.view, str(row.key)) and str(row.short) == str(row.name)
    ]
    own.extend(names.get(key, key) for key in (scope.unit,) if key not in (None, UNSTATED))
    own.extend(
        name
        for field, number in (("goal", scope.goal), ("activity", scope.activity))
        if number is not None and (name := own_plan_name(field, number, names))
    )
    told = (writing.unstopped(word) for word in own)
    return tuple(word for word in told if word and word in text)


def overview_figure(
    breakdown: Breakdown, background: Background, links: Mapping[str, str]
) -> Figure:
    """The whole programme by aim, as the overview shows it: its own name and slug."""
    shown = breakdown_figure(
        breakdown,
        background,
        Showing(),
        links,
        {},
        title=t("overview.aims_title"),
    )
    return shown.figure


def _drawn(rows: pd.DataFrame, showing: Showing) -> tuple[pd.DataFrame, int, int]:
    """The rows that the chart draws; how many with money it leaves out, how many zeros."""
    is_zero = rows["amount_kurus"].fillna(0) == 0
    zeros = int(is_zero.sum())
    if ZEROS < zeros < len(rows):
        drawn = rows[~is_zero]
    else:
        drawn, zeros = rows, 0
    if showing.order is Order.SIZE and not showing.is_everything and len(drawn) > LIMIT + 2:
        return drawn.iloc[:LIMIT], len(drawn) - LIMIT, zeros
    return drawn, 0, zeros


def _sentence(
    breakdown: Breakdown, rows: pd.DataFrame, background: Background, showing: Showing, where: str
) -> str:
    """The figure's one sentence, from the largest rows, general administration's included."""
    place = place_words(background, where, breakdown.fund)
    whole = breakdown.whole_kurus
    if whole is None:
        return t("budget.sentence_none", where=place)
    if showing.search.strip():
        return _search_sentence(rows, whole, place, showing.search.strip())
    if whole == 0:
        return t("budget.sentence_zero", where=place)
    parts = [
        (stated(amount) or 0, str(label))
        for amount, label in zip(rows["amount_kurus"], rows["said"], strict=True)
    ]
    if breakdown.beside_kurus:
        parts.append((breakdown.beside_kurus, beside_name(breakdown)))
    parts = sorted((part for part in parts if part[0]), key=lambda part: -part[0])
    shape = "one" if len(parts) == 1 else "two"
    return money_sentence(shape, place, whole, parts, background, showing)


def _search_sentence(rows: pd.DataFrame, whole: int, place: str, search: str) -> str:
    """How many rows a search found and what they add up to."""
    words = {"where": place, "search": search, "count": writing.number(len(rows))}
    if rows.empty:
        return t("budget.sentence_search_none", **words)
    amount = total(rows["amount_kurus"]) or 0
    if not amount:
        return t("budget.sentence_search_zero", **words)
    words["amount"] = writing.money(amount)
    if amount == whole:
        return t("budget.sentence_search_all", **words)
    words |= {"whole": writing.money(whole), "share": share_text(share(amount, whole))}
    return t("budget.sentence_search", **words)


def _source(breakdown: Breakdown, background: Background) -> str:
    if breakdown.scope.general:
        section = t("budget.source_section_needs")
    elif breakdown.beside_kurus or breakdown.rows["general_kurus"].notna().any():
        section = t("budget.source_section_general")
    else:
        section = t("budget.source_section")
    return background.source(section)


def _segments(breakdown: Breakdown, row: Any) -> list[tuple[str, int]]:
    """A row's bar from the left: (colour group, kuruş)."""
    if breakdown.view in (View.CODE, View.SOURCE):
        general = (stated(row.general_kurus) or 0) if breakdown.fund is not Fund.OFF_BUDGET else 0
        own = (stated(row.amount_kurus) or 0) - general
        own_group = OFF if breakdown.view is View.SOURCE and row.key != BUDGET else ALL
        both = [(own_group, own), (GENERAL, general)]
        return [part for part in both if part[1]] or both[:1]
    amount = stated(row.amount_kurus) or 0
    if row.is_general:
        return [(GENERAL, amount)]
    if breakdown.view is View.AIM:
        return [(str(row.key), amount)]
    # Within a single aim its colour would tell nothing apart.
    return [(ALL, amount)]


def _spec(
    breakdown: Breakdown,
    drawn: pd.DataFrame,
    background: Background,
    showing: Showing,
    is_clickable: bool,
) -> dict[str, Any] | None:
    rows: list[dict[str, Any]] = []
    whole, people = breakdown.whole_kurus, background.people

    def add(
        key: str, name: str, full: str, amount: int | None, segments: list[tuple[str, int]]
    ) -> None:
        start = 0
        text = value_text(amount, whole, people, showing.measure)
        for group, kurus in segments:
            rows.append(
                {
                    "key": key,
                    "name": name,
                    "group": group,
                    "start": start / 100,
                    "end": (start + kurus) / 100,
                    "text": text,
                    "detail": detail_of(full, amount, whole, people),
                }
            )
            start += kurus

    for row in drawn.itertuples():
        amount = stated(row.amount_kurus)
        add(str(row.key), str(row.said), str(row.label), amount, _segments(breakdown, row))
    if breakdown.beside_kurus and not showing.search.strip():
        group = OFF if breakdown.view is View.CODE else GENERAL
        kurus, beside = breakdown.beside_kurus, beside_name(breakdown)
        add(BESIDE, beside, beside, kurus, [(group, kurus)])
    if not rows:
        return None
    frame = pd.DataFrame(rows)
    hover = palette(background.is_dark).quiet if is_clickable else ""
    chart = bars(
        frame,
        colours(background, frame["group"].tolist()),
        hover=hover,
        legend=_legend(breakdown, frame),
    )
    return specification(chart)


def _legend(breakdown: Breakdown, frame: pd.DataFrame) -> dict[str, str]:
    """Words for the colours where a row may hold several; nothing where names say it all."""
    if breakdown.view not in (View.CODE, View.SOURCE) or frame["key"].is_unique:
        return {}
    words = {
        ALL: t("budget.segment_activities"),
        GENERAL: t("budget.segment_general"),
        OFF: t("budget.segment_off_budget"),
    }
    return {group: words[group] for group in dict.fromkeys(frame["group"])}
