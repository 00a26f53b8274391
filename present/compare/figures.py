"""The three figures of a comparison: money, economic codes, what the targets ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from present.budget.model import BUDGET, View
from present.budget.words import row_name, source_name
from present.compare.model import Side
from present.compare.words import (
    MoneyRow,
    ambition_sentence,
    codes_sentence,
    labels,
    money_sentence,
    own_words,
)
from present.indicators.colours import tones
from present.indicators.words import word
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette
from present.units.charts import PAIR, paired


def figures(
    first: Side, second: Side, lines: pd.DataFrame, background: Background
) -> tuple[Figure, Figure, Figure]:
    """Money by fund, money by economic code and source, and the indicators' words, as pairs.

    ``lines``: the budget lines, which give economic codes their names.
    """
    return (
        _money(first, second, background),
        _codes(first, second, lines, background),
        _ambition(first, second, background),
    )


def _money(first: Side, second: Side, background: Background) -> Figure:
    rows = [
        ("total", t("compare.row_total"), first.amount_kurus, second.amount_kurus),
        ("budget", t("compare.row_budget"), first.budget_kurus, second.budget_kurus),
        (
            "off_budget",
            t("compare.row_off_budget"),
            first.off_budget_kurus,
            second.off_budget_kurus,
        ),
    ]
    return _money_figure(
        rows,
        first,
        second,
        background,
        title=t("compare.money_title"),
        sentence=money_sentence(first, second, background),
    )


def _codes(first: Side, second: Side, lines: pd.DataFrame, background: Background) -> Figure:
    names = dict(zip(lines["line"], lines["line_name"], strict=True))
    places = {source: place for place, source in enumerate(OFF_BUDGET_SOURCES)}
    keys = sorted(
        {key for side in (first, second) for key, amount in side.codes.items() if amount},
        key=lambda key: (key[0] != BUDGET, places.get(key[1], -1), key[1]),
    )
    rows = [
        (
            f"{fund}.{line}",
            row_name(View.CODE, line, None, names.get(line))
            if fund == BUDGET
            else source_name(line),
            _amount(first, (fund, line)),
            _amount(second, (fund, line)),
        )
        for fund, line in keys
    ]
    return _money_figure(
        rows,
        first,
        second,
        background,
        title=t("compare.codes_title"),
        sentence=codes_sentence(rows, first, second, background),
    )


def _amount(side: Side, key: tuple[str, str]) -> int | None:
    """A side's money on a line: 0 where it has no such line, ``None`` where none is stated."""
    return side.codes.get(key, 0)


def _money_figure(
    rows: Sequence[MoneyRow],
    first: Side,
    second: Side,
    background: Background,
    *,
    title: str,
    sentence: str,
) -> Figure:
    table = pd.DataFrame(
        {
            "key": [row[0] for row in rows],
            "label": [row[1] for row in rows],
            "first_kurus": pd.array([row[2] for row in rows], dtype="Int64"),
            "second_kurus": pd.array([row[3] for row in rows], dtype="Int64"),
        }
    )
    drawn = [
        {
            "key": key,
            "name": label,
            "side": letter,
            "end": (amount or 0) / 100,
            "text": writing.money_short(amount),
            "detail": t("compare.detail", side=side.label, name=label, value=writing.money(amount)),
        }
        for key, label, *amounts in rows
        for letter, side, amount in zip(PAIR, (first, second), amounts, strict=True)
    ]
    return Figure(
        title=title,
        subtitle=t("compare.money_subtitle", year=background.year, **labels(first, second)),
        sentence=sentence,
        source=background.source(t("budget.source_section")),
        own=own_words(first, second),
        chart=Chart(_spec, drawn, background),
        table=table,
        columns=[
            TableColumn("label", t("compare.column_line"), is_heading=True),
            TableColumn(
                "first_kurus",
                t("compare.column_first", name=first.label),
                writing.money,
                is_number=True,
            ),
            TableColumn(
                "second_kurus",
                t("compare.column_second", name=second.label),
                writing.money,
                is_number=True,
            ),
        ],
    )


def _ambition(first: Side, second: Side, background: Background) -> Figure:
    rows = [
        (
            ambition.value,
            word(ambition, background.year - 1),
            first.ambition.count(ambition),
            second.ambition.count(ambition),
        )
        for ambition in tones(background.is_dark)
    ]
    drawn = [
        {
            "key": key,
            "name": label,
            "side": letter,
            "end": float(count),
            "text": writing.number(count),
            "detail": t("compare.detail", side=side.label, name=label, value=writing.number(count)),
        }
        for key, label, *counts in rows
        for letter, side, count in zip(PAIR, (first, second), counts, strict=True)
    ]
    has_any = bool(first.indicators or second.indicators)
    return Figure(
        title=t("compare.ambition_title"),
        subtitle=t(
            "compare.ambition_subtitle",
            actual_year=background.year - 2,
            estimate_year=background.year - 1,
            target_year=background.year,
            **labels(first, second),
        ),
        sentence=ambition_sentence(first, second, background.year),
        source=background.source(t("indicators.source_section", section="2.3")),
        own=own_words(first, second),
        chart=Chart(_spec, drawn, background) if has_any else None,
        table=pd.DataFrame(rows, columns=["key", "label", "first", "second"]),
        columns=[
            TableColumn("label", t("compare.column_word"), is_heading=True),
            TableColumn(
                "first",
                t("compare.column_first", name=first.label),
                writing.number,
                is_number=True,
            ),
            TableColumn(
                "second",
                t("compare.column_second", name=second.label),
                writing.number,
                is_number=True,
            ),
        ],
    )


def _spec(drawn: Sequence[Mapping[str, Any]], background: Background) -> dict[str, Any] | None:
    if not drawn:
        return None
    tones = palette(background.is_dark)
    chart = paired(pd.DataFrame(drawn), full=tones.money, light=tones.money_tint, ink=tones.ink)
    return specification(chart)
