"""The figure of estimates: how far what a programme expected of a year was from what came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from present.indicators.actual_words import value_text
from present.indicators.naming import naming_columns
from present.indicators.words import plain, ratio_text, signed_number
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Extent, Figure, Rule
from present.kit.quantity import PERCENT, difference, unit_word
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette
from present.promises.guess_chart import Deviation, Inks, deviations
from present.promises.kept import number_column, share_column, source_columns
from present.promises.model import Guess, accuracy
from present.promises.strands import Strand
from present.promises.words import (
    guess_name,
    guess_text,
    listed,
    result_day,
    result_source,
    sources,
    span,
    titles,
)

#: More rows than this nobody reads; the table holds all estimates.
DRAWN_MOST = 15
_NAMES = ["code", "name", "year", "unit", "estimate", "result", "difference", "share", "guess",
          "source", "is_document", "day", "link"]  # fmt: skip

Rows = Sequence[tuple[Strand, Guess]]


def guess_figure(
    rows: Rows, background: Background, links: Mapping[tuple[int, str], str], *, is_draft: bool
) -> Figure:
    """Every estimate beside its result, the furthest first; one at least. ``links``: an indicator's
    address by year and code of its programme."""
    ordered = sorted(rows, key=_furthest_first)
    guesses = [guess for _, guess in ordered]
    shared = [row for row in ordered if row[1].share is not None]
    drawn = shared[:DRAWN_MOST]
    results = [guess.year.result for guess in guesses if guess.year.result]
    programmes = {guess.year.estimate.programme for guess in guesses if guess.year.estimate}
    years = sorted({guess.year.year for guess in guesses})
    subtitle = "guess_subtitle" if len(years) > 1 else "guess_subtitle_one"
    said, own = _sentence(ordered, years)
    return Figure(
        title=t("promises.guess_title", years=span(years)),
        subtitle=t(f"promises.{subtitle}", years=listed(years)),
        sentence=said,
        source=sources(background.institution, programmes, results, is_draft=is_draft),
        chart=Chart(_spec, drawn, background.is_dark) if drawn else None,
        table=pd.DataFrame([_row(*row, links) for row in ordered], columns=_NAMES, dtype=object),
        columns=_columns(is_linked=bool(links)),
        own=(*own, *titles(results)),
        extent=Extent(len(drawn), len(shared), Rule.LARGEST),
    )


def _furthest_first(row: tuple[Strand, Guess]) -> tuple[Any, ...]:
    """Estimates with a part of the result by it, then rates by their points, then the rest."""
    guess = row[1]
    code = guess.year.own or row[0].newest.code
    place = (guess.year.year, *(int(part) for part in code.split(".")))
    if guess.share is not None:
        return (0, -abs(guess.share), *place)
    if guess.year.unit == PERCENT:
        return (1, -abs(guess.difference), *place)
    return (2, 0, *place)


def _sentence(rows: Rows, years: Sequence[int]) -> tuple[str, tuple[str, ...]]:
    """How many estimates stand where, how far they are in the middle, and the furthest; with the
    document's own words in it."""
    of = accuracy([guess for _, guess in rows])
    counts = [
        t(f"promises.guess_{name}", count=writing.number(count))
        for name, count in (("above", of.above), ("below", of.below), ("equal", of.equal))
        if count
    ]
    key = "guess_total_one" if of.total == 1 else "guess_total"
    total = writing.number(of.total)
    said = [t(f"promises.{key}", years=listed(years), total=total, said=listed(counts))]
    if of.middle_share is not None:
        share = ratio_text(float(of.middle_share))
        key = "guess_middle_one" if of.shares == 1 else "guess_middle"
        said.append(t(f"promises.{key}", count=writing.number(of.shares), share=share))
    if of.middle_points is not None:
        points = difference(of.middle_points, PERCENT)
        key = "guess_points_one" if of.rates == 1 else "guess_points"
        said.append(t(f"promises.{key}", count=writing.number(of.rates), points=points))
    furthest = rows[0][1]
    if not furthest.share:
        return " ".join(said), ()
    name = furthest.year.indicator.name
    words = {
        "name": name,
        "year": furthest.year.year,
        "share": ratio_text(float(abs(furthest.share))),
    }
    if furthest.share > 0:
        said.append(t("promises.guess_furthest_above", **words))
    else:
        said.append(t("promises.guess_furthest_below", **words))
    return " ".join(said), (name,)


def _spec(drawn: Rows, is_dark: bool) -> dict[str, Any]:
    colours = palette(is_dark)
    rows = []
    for strand, guess in drawn:
        assert guess.share is not None
        name, word = guess_name(strand, guess), guess_text(guess)
        values = t(
            "promises.guess_values",
            estimate=plain(guess.estimate, guess.year.unit),
            result=value_text(guess.result, guess.year.unit),
        )
        rows.append(
            Deviation(
                f"{guess.year.year}-{guess.year.own or strand.newest.code}",
                name,
                float(guess.share),
                word,
                values,
                f"{name}: {word}. {values}",
            )
        )
    inks = Inks(bar=colours.money, zero=colours.ink, quiet=colours.quiet)
    return specification(deviations(rows, inks))


def _row(strand: Strand, guess: Guess, links: Mapping[tuple[int, str], str]) -> dict[str, Any]:
    year = guess.year
    assert year.result is not None
    code = year.own or strand.newest.code
    return {
        "code": code,
        "name": year.indicator.name,
        "year": year.year,
        "unit": unit_word(year.unit) if year.unit else None,
        "estimate": guess.estimate,
        "result": guess.result,
        "difference": guess.difference,
        "share": None if guess.share is None else float(guess.share),
        "guess": guess_text(guess),
        "source": result_source(year.result),
        "is_document": year.result.actual is not None,
        "day": result_day(year.result),
        "link": links.get((year.year, code)),
    }


def _columns(*, is_linked: bool) -> list[TableColumn]:
    code, name, unit = naming_columns(is_linked=is_linked)
    return [
        code,
        name,
        TableColumn("year", t("promises.column_year"), str),
        unit,
        number_column("estimate"),
        number_column("result"),
        replace(
            number_column("difference", signed_number),
            label=t("promises.column_guess_difference"),
        ),
        share_column("share", t("promises.column_guess_share")),
        TableColumn("guess", t("promises.column_guess")),
        *source_columns(),
    ]
