"""The figure of a year's promises: each indicator's result beside its target and its estimate."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import pandas as pd

from present.indicators.actual_words import value_text
from present.indicators.naming import naming_columns
from present.indicators.progress_chart import drawn as drawn_bars
from present.indicators.words import direction, plain, signed_number
from present.kit import writing
from present.kit.figure import Chart, Extent, Figure, Rule
from present.kit.quantity import unit_word
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette
from present.promises.model import Year
from present.promises.strands import Strand
from present.promises.words import (
    after_text,
    also_cell,
    cell,
    listed,
    result_day,
    result_source,
    sources,
    standing_text,
    titles,
)

#: More bars than this nobody reads; the table holds all indicators.
DRAWN_MOST = 40
_NAMES = ["code", "name", "unit", "promise", "estimate", "result", "difference", "share",
          "standing", "direction", "source", "is_document", "day", "also", "after",
          "link"]  # fmt: skip

Rows = Sequence[tuple[Strand, Year]]


def kept_figure(
    rows: Rows, year: int, background: Background, links: Mapping[str, str], *, is_draft: bool
) -> Figure:
    """The indicators of the programme of ``year``, in its order; those without promise or without
    result stand in the table alone. ``links``: an indicator's address by its code."""
    paired = [row for row in rows if row[1].is_paired]
    ranks = _ranks(paired)
    most = set(sorted(ranks, key=ranks.__getitem__)[:DRAWN_MOST])
    drawn = [row for row in paired if row[1].own in most]
    results = [of_year.result for _, of_year in paired if of_year.result]
    estimated = {each.estimate.programme for _, each in paired if each.estimate}
    subtitle = "kept_subtitle" if estimated else "kept_subtitle_plain"
    return Figure(
        title=t("promises.kept_title", year=year),
        subtitle=t(f"promises.{subtitle}", year=year, next=year + 1),
        sentence=_sentence(rows, year),
        source=sources(background.institution, {year, *estimated}, results, is_draft=is_draft),
        chart=Chart(_spec, drawn, ranks, background.is_dark) if drawn else None,
        table=pd.DataFrame([_row(*row, links) for row in rows], columns=_NAMES, dtype=object),
        columns=_columns(is_linked=bool(links)),
        own=titles(results),
        extent=Extent(len(drawn), len(paired), Rule.FURTHEST),
    )


def _ranks(rows: Rows) -> dict[str, int]:
    """Each indicator's place, by its code, where not all can be drawn: the furthest from its target
    first, then what has no such part."""

    def key(row: tuple[Strand, Year]) -> tuple[bool, Fraction]:
        share = row[1].standing.share
        return (share is None, Fraction(0) if share is None else -abs(share - 1))

    return {of_year.own: place for place, (_, of_year) in enumerate(sorted(rows, key=key))}


def _sentence(rows: Rows, year: int) -> str:
    """Of how many promises the result is known, where it ended, and of how many it is not."""
    paired = [of_year for _, of_year in rows if of_year.is_paired]
    size = "only" if len(rows) == 1 else "every" if len(paired) == len(rows) else "some"
    numbers = {"part": writing.number(len(paired)), "whole": writing.number(len(rows))}
    said = [t(f"promises.kept_{size}", year=year, **numbers)]
    ended = Counter(map(_end, paired))
    counts = [
        t(f"promises.kept_{name}", count=writing.number(ended[name]))
        for name in ("ahead", "behind", "equal", "undirected")
        if ended[name]
    ]
    said.append(t("promises.kept_ended", said=listed(counts)))
    lacking = Counter(
        "no_value" if of_year.result is None else "no_target"
        for _, of_year in rows
        if not of_year.is_paired
    )
    told = {
        **lacking,
        "changed": sum(bool(each.result and each.result.is_changed) for each in paired),
        "repeated": sum(each.repeated is not None for each in paired),
    }
    said += [
        t(f"promises.kept_{name}", count=writing.number(count), year=year, next=year + 1)
        for name, count in told.items()
        if count
    ]
    return " ".join(said)


def _end(year: Year) -> str:
    """Where a year with promise and result ended."""
    standing = year.standing
    if standing.is_equal:
        return "equal"
    if standing.is_ahead is None:
        return "undirected"
    return "ahead" if standing.is_ahead else "behind"


def _places(year: Year) -> dict[str, float | None]:
    """Result, target and estimate as parts of the largest of them; nothing where one is negative or
    all are zero."""
    figures: dict[str, Decimal | None] = {
        "fill": year.result.value if year.result else None,
        "target": year.promise.value if year.promise else None,
        "tick": year.estimate.value if year.estimate else None,
    }
    stated = [figure for figure in figures.values() if figure is not None]
    largest = max(stated, default=Decimal(0))
    if largest <= 0 or min(stated) < 0:
        return dict.fromkeys(figures)
    return {
        name: None if figure is None else float(Fraction(figure) / Fraction(largest))
        for name, figure in figures.items()
    }


def _spec(drawn: Rows, ranks: Mapping[str, int], is_dark: bool) -> dict[str, Any]:
    colours = palette(is_dark)
    records = []
    for _, year in drawn:
        name = f"{year.own} {year.indicator.name}"
        word, values = standing_text(year), _values(year)
        records.append(
            {
                "key": year.own,
                "rank": ranks[year.own],
                "name": name,
                **_places(year),
                "word": word,
                "values": values,
                "detail": f"{name}: {word}. {values}",
            }
        )
    return drawn_bars(records, colours, colours.money)


def _values(year: Year) -> str:
    """The figures of a paired year, the last with its unit."""
    assert year.promise is not None
    assert year.result is not None
    words = {
        "result": plain(year.result.value, year.unit),
        "promise": value_text(year.promise.value, year.unit),
    }
    if year.estimate is None:
        return t("promises.kept_values_plain", **words)
    return t("promises.kept_values", estimate=plain(year.estimate.value, year.unit), **words)


def _row(strand: Strand, year: Year, links: Mapping[str, str]) -> dict[str, Any]:
    """One row an indicator; figures are decimals in its unit, nothing where none is stated. The
    share is a part of 1."""
    standing = year.standing
    share = standing.share
    return {
        "code": year.own,
        "name": year.indicator.name,
        "unit": unit_word(year.unit) if year.unit else None,
        "promise": year.promise.value if year.promise else None,
        "estimate": year.estimate.value if year.estimate else None,
        "result": year.result.value if year.result else None,
        "difference": standing.difference,
        "share": None if share is None else float(share),
        "standing": standing_text(year) or None,
        "direction": direction(standing.direction),
        "source": result_source(year.result) if year.result else None,
        "is_document": bool(year.result and year.result.actual),
        "day": result_day(year.result) if year.result else None,
        "also": also_cell(year),
        "after": after_text(strand, year.year),
        "link": links.get(year.own),
    }


def _columns(*, is_linked: bool) -> list[TableColumn]:
    return [
        *naming_columns(is_linked=is_linked),
        *figure_columns(),
        TableColumn("direction", t("promises.column_direction")),
        *source_columns(),
        also_column(),
        TableColumn("after", t("promises.column_after")),
    ]


def figure_columns() -> list[TableColumn]:
    """The columns of a year's three figures and how they stand."""
    return [
        *(number_column(name) for name in ("promise", "estimate", "result")),
        number_column("difference", signed_number),
        share_column("share"),
        TableColumn("standing", t("promises.column_standing"), cell),
    ]


def number_column(name: str, write: Callable[[Any], str] = writing.number) -> TableColumn:
    """A column of figures in the indicators' units."""
    return TableColumn(name, t(f"promises.column_{name}"), partial(cell, write=write),
                       is_number=True)  # fmt: skip


def share_column(name: str, label: str = "") -> TableColumn:
    """A column of parts of 1."""
    return TableColumn(
        name,
        label or t("promises.column_share"),
        partial(cell, write=writing.part_text),
        is_number=True,
        is_part=True,
    )


def source_columns() -> list[TableColumn]:
    """The columns of where a result stands; a document's title is its own words."""
    return [
        TableColumn(
            "source",
            t("promises.column_source"),
            cell,
            is_verbatim=lambda row: bool(row["is_document"]),
        ),
        TableColumn("day", t("promises.column_day"), partial(cell, write=_day)),
    ]


def also_column() -> TableColumn:
    """The column of what else is stated of a year."""
    return TableColumn("also", t("promises.column_also"), cell)


def _day(value: str) -> str:
    return writing.date(datetime.date.fromisoformat(value))
