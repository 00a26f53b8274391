"""The figures of several years: the totals, two years as slopes, all years as small multiples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from kbb_data.geo.counts import Count
from present.change import words
from present.change.matching import By, Row
from present.change.model import Change, Compared, Measure, Value, Years, compared, ordered
from present.change.multiples import Cell, multiples
from present.change.multiples import Inks as MultipleInks
from present.change.slope import LEAST, Slope, slopes
from present.change.slope import Inks as SlopeInks
from present.change.table import columns, table, totals, totals_columns
from present.kit import draft, writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Compact, Extent, Figure
from present.kit.setting import Background
from present.kit.text import t
from present.kit.theme import palette
from present.units.charts import PAIR, paired

#: As many rows are drawn; the table holds all.
MOST_LINES, MOST_MULTIPLES = 8, 12
#: And in pictures without room for those.
FEW_LINES = (5, 3, 2)


@dataclass(frozen=True)
class Told:
    """How the years are told: the two that are compared, the measure, the year in whose prices,
    who was counted."""

    first: int
    second: int
    measure: Measure = Measure.LIRA
    base: int | None = None
    counted: Mapping[int, Count] = field(default_factory=dict)
    is_draft: bool = False

    @property
    def pair(self) -> tuple[int, int]:
        """The two years."""
        return self.first, self.second


def change_figure(
    years: Years, told: Told, background: Background, links: Mapping[str, str]
) -> Figure:
    """The rows between two years as slopes, with a table over all years.

    ``links``: addresses by row key. No chart where no row can be compared.
    """
    between = compared(years, *told.pair, told.measure, told.base)
    frame = table(years, between, told.pair, told.measure, told.base, links)
    largest = _largest(between)
    comparable = [change for _, change in between.both if change.difference is not None]
    return Figure(
        title=t("change.pair_title", first=told.first, second=told.second, by=_by(years.by)),
        subtitle=_subtitle(years, told, told.pair),
        sentence=_pair_sentence(years, between, told),
        source=_source(years, told, background),
        chart=Chart(_slopes, largest, told, background) if largest else None,
        table=frame,
        columns=columns(years, told.pair, told.measure, told.base, frame),
        own=_own((row for row, _ in between.both), years.by),
        extent=Extent(len(largest), len(comparable)),
        compact=[
            Compact(
                Chart(_slopes, largest[:count], told, background, least=0.0),
                extent=Extent(count, len(comparable)),
            )
            for count in FEW_LINES
            if count < len(largest)
        ],
    )


def years_figure(
    years: Years, told: Told, background: Background, links: Mapping[str, str]
) -> Figure:
    """The rows over all years as small multiples; the rows of the last year first, by amount.

    A row without an amount in any year that the measure can tell is not drawn; the sentence names
    it and the table keeps it. No chart where every row is one.
    """
    pair = years.years[-2], years.years[-1]
    frame = table(years, None, pair, told.measure, told.base, links)
    rows = ordered(years, *pair)
    tellable = [row for row in rows if _is_tellable(years, row, told)]
    kept = sorted(tellable, key=lambda row: -max(row.kurus(year) or 0 for year in years.years))
    shown = [row for row in tellable if row in kept[:MOST_MULTIPLES]]
    return Figure(
        title=t("change.years_title", by=_by(years.by), years=_span(years)),
        subtitle=t("change.years_subtitle", told=_subtitle(years, told, years.years)),
        sentence=_years_sentence(years, rows, told),
        source=_source(years, told, background),
        chart=Chart(_multiples, years, shown, told, background) if shown else None,
        table=frame,
        columns=columns(years, pair, told.measure, told.base, frame),
        own=_own(rows, years.by),
        extent=Extent(len(shown), len(tellable)),
    )


def _is_tellable(years: Years, row: Row, told: Told) -> bool:
    """Whether any year's amount of the row can be told in the measure."""
    return any(years.value(row, year, told.measure, told.base) is not None for year in years.years)


def total_figure(years: Years, told: Told, background: Background) -> Figure:
    """The programmes' totals, each in its own money and in one year's prices where they are known,
    and whether the later of two is more."""
    base = told.base
    frame = totals(years, base)
    priced = [year for year in years.years if years.is_told(year, Measure.REAL, base)]
    subtitle = t("change.total_subtitle_plain")
    if base is not None and priced:
        prices = words.in_prices_of(years.prices, base, priced)
        subtitle = t("change.total_subtitle", prices=prices)
    return Figure(
        title=t("change.total_title", years=words.listed(years.years)),
        subtitle=subtitle,
        sentence=_total_sentence(years, told),
        source=_source(years, told, background, has_prices=bool(priced), has_people=True),
        chart=Chart(_totals, years, base if priced else None, background),
        table=frame,
        columns=totals_columns(frame, base),
    )


def _by(by: By) -> str:
    return t(f"change.in_by_{by}")


def _span(years: Years) -> str:
    return f"{years.years[0]}–{years.years[-1]}"


def _prices(years: Years, told: Told, shown: Sequence[int]) -> str:
    """The prices in which amounts are told; empty for another measure."""
    if told.measure is not Measure.REAL or told.base is None:
        return ""
    priced = [year for year in shown if years.is_told(year, told.measure, told.base)]
    return words.in_prices_of(years.prices, told.base, priced)


def _subtitle(years: Years, told: Told, shown: Sequence[int]) -> str:
    return t(
        f"change.told_{told.measure}",
        prices=_prices(years, told, shown),
        people=words.counts_words(told.counted, shown) or words.untold_cell(Measure.PER_HEAD),
    )


def _source(
    years: Years,
    told: Told,
    background: Background,
    *,
    has_prices: bool = False,
    has_people: bool = False,
) -> str:
    source = t("change.source", institution=background.institution, years=words.listed(years.years))
    if has_prices or told.measure is Measure.REAL:
        source = t("change.source_prices", source=source)
    people = words.counts_words(told.counted, years.years)
    if people and (has_people or told.measure is Measure.PER_HEAD):
        source = t("change.source_people", source=source, people=people)
    return draft.titled(source, told.is_draft)


def _own(rows: Any, by: By) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for row in rows for word in words.own_words(row, by)))


def _untold(years: Years, told: Told, shown: Sequence[int]) -> list[int]:
    """The years whose amounts can't be told in the measure."""
    return [year for year in shown if not years.is_told(year, told.measure, told.base)]


def _pair_sentence(years: Years, between: Compared, told: Told) -> str:
    pair, measure = told.pair, told.measure
    untold = _untold(years, told, pair)
    if untold and measure in (Measure.REAL, Measure.PER_HEAD):
        return words.untold_sentence(untold, *pair, measure)
    said = [
        words.moved_sentence(between, *pair, measure),
        words.apart_sentence(years, between, *pair, measure, told.base),
    ]
    if measure is not Measure.SHARE:
        prices = _prices(years, told, pair)
        said.insert(0, words.total_sentence(between.total, *pair, measure, prices))
    return " ".join(filter(None, said))


def _total_sentence(years: Years, told: Told) -> str:
    """The totals of both years in their own money, then in one year's prices where both have
    any."""
    said = []
    for measure in (Measure.LIRA, Measure.REAL):
        if measure is Measure.REAL and _untold(
            years, Told(*told.pair, measure, told.base), told.pair
        ):
            untold = [year for year in told.pair if not years.prices.average(year)]
            said.append(words.untold_sentence(untold, *told.pair, measure))
            continue
        values = (years.told(years.whole(year), year, measure, told.base) for year in told.pair)
        prices = _prices(years, Told(*told.pair, measure, told.base), told.pair)
        said.append(words.total_sentence(Change(*values), *told.pair, measure, prices))
    return " ".join(said)


def _years_sentence(years: Years, rows: Sequence[Row], told: Told) -> str:
    measure, untold = told.measure, set(_untold(years, told, years.years))

    def values(of: Mapping[int, Value | None]) -> str:
        return words.values_text(of.items(), measure, untold)

    said = []
    if measure is not Measure.SHARE:
        totals_of = {
            year: years.told(years.whole(year), year, measure, told.base) for year in years.years
        }
        prices = _prices(years, told, years.years)
        said.append(t(f"change.years_{measure}", values=values(totals_of), prices=prices))
    newest = _newest_largest(years, rows)
    if newest is not None:
        last, largest = newest
        key = "change.years_share" if measure is Measure.SHARE else "change.years_largest"
        own = {year: years.value(largest, year, measure, told.base) for year in years.years}
        label = writing.unstopped(words.label(largest))
        said.append(t(key, last=last, label=label, values=values(own)))
    lacking = [words.label(row) for row in rows if not _is_tellable(years, row, told)]
    if lacking:
        said.append(words.not_drawn(lacking))
    return " ".join(said) or t("change.years_none", years=words.listed(years.years))


def _newest_largest(years: Years, rows: Sequence[Row]) -> tuple[int, Row] | None:
    """The largest row of the newest year that has money in rows of the plan, the first of equals;
    ``None`` where no year has."""
    for year in reversed(years.years):
        own = [row for row in rows if (row.kurus(year) or 0) > 0 and not row.is_residual]
        if own:
            return year, max(own, key=lambda row: row.kurus(year) or 0)
    return None


def _largest(between: Compared) -> list[tuple[Row, Change]]:
    """The comparable rows with the largest amounts of either year, the larger first."""
    told = [(row, change) for row, change in between.both if change.difference is not None]

    def size(pair: tuple[Row, Change]) -> Value:
        return max(pair[1].first or 0, pair[1].second or 0)

    return sorted(told, key=size, reverse=True)[:MOST_LINES]


def _slopes(
    rows: Sequence[tuple[Row, Change]],
    told: Told,
    background: Background,
    *,
    least: float = LEAST,
) -> dict[str, Any]:
    tones, measure = palette(background.is_dark), told.measure
    lines = []
    for row, change in rows:
        name = words.label(row)
        detail = t(
            "change.slope_detail",
            label=name,
            first=told.first,
            second=told.second,
            first_value=words.value_text(change.first, measure),
            second_value=words.value_text(change.second, measure),
        )
        lines.append(
            Slope(
                row.key,
                words.short_label(row),
                _float(change.first),
                _float(change.second),
                words.value_text(change.first, measure, is_short=True),
                words.value_text(change.second, measure, is_short=True),
                detail,
            )
        )
    first, second = (t("change.slope_head", year=year) for year in told.pair)
    inks = SlopeInks(tones.money, tones.line, tones.quiet)
    return specification(slopes(lines, first, second, inks, least))


def _float(value: Value | None) -> float:
    return float(value or 0)


def _multiples(
    years: Years, rows: Sequence[Row], told: Told, background: Background
) -> dict[str, Any]:
    tones = palette(background.is_dark)
    cells = []
    for row in rows:
        name = words.label(row)
        for year in years.years:
            value = years.value(row, year, told.measure, told.base)
            is_told = years.is_told(year, told.measure, told.base)
            full, short = (
                words.value_text(value, told.measure, is_short=is_short)
                if is_told
                else words.untold_cell(told.measure)
                for is_short in (False, True)
            )
            detail = t("change.multiple_detail", label=name, year=year, value=full)
            amount = None if value is None else float(value)
            cells.append(Cell(row.key, words.short_label(row), year, amount, short, detail))
    inks = MultipleInks(tones.money, tones.line, tones.quiet)
    return specification(multiples(cells, years.years, inks))


def _totals(years: Years, base: int | None, background: Background) -> dict[str, Any]:
    """Bars of each programme's total: A in its own money, B in the prices of ``base``; in its own
    money alone without one."""
    tones = palette(background.is_dark)
    measures = (Measure.LIRA, Measure.REAL)[: 1 if base is None else 2]
    rows = []
    for year in years.years:
        for letter, measure in zip(PAIR, measures, strict=False):
            value = years.told(years.whole(year), year, measure, base)
            text = words.value_text(value, measure)
            short = words.value_text(value, measure, is_short=True)
            if value is None and measure is Measure.REAL:
                text = short = words.untold_cell(measure)
            rows.append(
                {
                    "key": str(year),
                    "name": t("change.row_year", year=year),
                    "side": letter,
                    "group": letter,
                    "start": 0.0,
                    "end": _float(value) / 100,
                    "text": short,
                    "detail": t("change.bar_detail", side=letter, year=year, value=text),
                }
            )
    frame = pd.DataFrame(rows)
    if base is None:
        return specification(bars(frame, {PAIR[0]: tones.money}))
    return specification(paired(frame, full=tones.money, light=tones.money_tint, ink=tones.ink))
