"""The three figures of a comparison: money, economic codes, what the targets ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from present.budget.model import BUDGET, View
from present.budget.words import row_name, source_name
from present.compare.model import Frames, Kind, Side
from present.indicators.colours import tones
from present.indicators.words import word
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette
from present.units.charts import PAIR, paired


def figures(
    first: Side, second: Side, frames: Frames, background: Background
) -> tuple[Figure, Figure, Figure]:
    """Money by fund, money by economic code and source, and the indicators' words, as pairs."""
    return (
        _money(first, second, background),
        _codes(first, second, frames.lines, background),
        _ambition(first, second, background),
    )


def _own(first: Side, second: Side) -> tuple[str, ...]:
    """Labels that are the document's own words: units' names."""
    return tuple(one.label for one in (first, second) if one.kind is Kind.UNIT)


def _sides_words(first: Side, second: Side) -> dict[str, str]:
    return {"first": first.label, "second": second.label}


def _document(background: Background, section: str) -> str:
    return t(
        "common.source_document",
        institution=background.institution,
        year=background.year,
        section=section,
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
        sentence=_money_sentence(first, second, background),
    )


def _money_sentence(first: Side, second: Side, background: Background) -> str:
    one, other = first.amount_kurus, second.amount_kurus
    words = {
        "year": background.year,
        "first_money": writing.money(one),
        "second_money": writing.money(other),
        **_sides_words(first, second),
    }
    if one is None or other is None:
        return t("compare.money_sentence_plain", **words)
    if one == other:
        return t("compare.money_sentence_same", **words)
    words["difference"] = writing.money(abs(one - other))
    words["more"] = first.label if one > other else second.label
    return t("compare.money_sentence", **words)


def _codes(first: Side, second: Side, lines: pd.DataFrame, background: Background) -> Figure:
    names = dict(zip(lines["line"], lines["line_name"], strict=True))
    places = {source: place for place, source in enumerate(OFF_BUDGET_SOURCES)}
    keys = sorted(
        {key for one in (first, second) for key, amount in one.codes.items() if amount},
        key=lambda key: (key[0] != BUDGET, places.get(key[1], -1), key[1]),
    )
    rows = [
        (
            f"{fund}.{line}",
            row_name(View.CODE, line, None, names.get(line))
            if fund == BUDGET
            else source_name(line),
            _of(first, (fund, line)),
            _of(second, (fund, line)),
        )
        for fund, line in keys
    ]
    return _money_figure(
        rows,
        first,
        second,
        background,
        title=t("compare.codes_title"),
        sentence=_codes_sentence(rows, first, second, background),
    )


def _of(one: Side, key: tuple[str, str]) -> int | None:
    """A side's money on a line: 0 where it has no such line, ``None`` where none is stated."""
    return one.codes.get(key, 0)


def _codes_sentence(
    rows: Sequence[tuple[str, str, int | None, int | None]],
    first: Side,
    second: Side,
    background: Background,
) -> str:
    tops: list[tuple[int, str]] = []
    for amounts in ([row[2] for row in rows], [row[3] for row in rows]):
        paid = [(amount or 0, row[1]) for amount, row in zip(amounts, rows, strict=True)]
        tops.append(max(paid, key=lambda one: one[0], default=(0, "")))
    if not all(amount for amount, _ in tops):
        return t("compare.codes_sentence_short", **_sides_words(first, second))
    return t(
        "compare.codes_sentence",
        year=background.year,
        first_line=tops[0][1],
        first_money=writing.money(tops[0][0]),
        second_line=tops[1][1],
        second_money=writing.money(tops[1][0]),
        **_sides_words(first, second),
    )


def _money_figure(
    rows: Sequence[tuple[str, str, int | None, int | None]],
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
            "side": side,
            "end": (amount or 0) / 100,
            "text": writing.money_short(amount),
            "detail": t("compare.detail", side=one.label, name=label, value=writing.money(amount)),
        }
        for key, label, *amounts in rows
        for side, one, amount in zip(PAIR, (first, second), amounts, strict=True)
    ]
    return Figure(
        title=title,
        subtitle=t("compare.money_subtitle", year=background.year, **_sides_words(first, second)),
        sentence=sentence,
        source=_document(background, t("budget.source_section")),
        own=_own(first, second),
        spec=_spec(drawn, background),
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
            each.value,
            word(each, background.year - 1),
            first.ambition.count(each),
            second.ambition.count(each),
        )
        for each in tones(background.is_dark)
    ]
    drawn = [
        {
            "key": key,
            "name": label,
            "side": side,
            "end": float(count),
            "text": writing.number(count),
            "detail": t("compare.detail", side=one.label, name=label, value=writing.number(count)),
        }
        for key, label, *counts in rows
        for side, one, count in zip(PAIR, (first, second), counts, strict=True)
    ]
    has_any = bool(first.indicators or second.indicators)
    return Figure(
        title=t("compare.ambition_title"),
        subtitle=t(
            "compare.ambition_subtitle",
            estimate_year=background.year - 1,
            target_year=background.year,
            **_sides_words(first, second),
        ),
        sentence=t(
            "compare.ambition_sentence",
            first_count=writing.number(first.indicators),
            second_count=writing.number(second.indicators),
            **_sides_words(first, second),
        )
        if has_any
        else t("compare.ambition_sentence_none"),
        source=_document(background, t("indicators.source_section", section="2.3")),
        own=_own(first, second),
        spec=_spec(drawn, background) if has_any else None,
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
