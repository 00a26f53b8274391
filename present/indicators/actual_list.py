"""The figure of all indicators' results as of one day: actual beside target, a bar each."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from present.indicators import actual_table
from present.indicators.actual_words import beside, sources, value_text
from present.indicators.actuals import is_of_year, places
from present.indicators.naming import naming_columns
from present.indicators.progress_chart import drawn as drawn_bars
from present.indicators.results import Result, Tally, tally
from present.indicators.words import plain
from present.kit import writing
from present.kit.figure import Chart, Extent, Figure, Rule
from present.kit.quantity import unit_word
from present.kit.setting import document
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette

#: More bars than this nobody reads; the table holds all indicators.
DRAWN_MOST = 40
_NAMES = ["code", "name", "unit", "target", *actual_table.NAMES, "link"]


def all_figure(
    members: Sequence[Result],
    as_of: datetime.date,
    scope: Sequence[str],
    told: Sequence[str],
    institution: str,
    year: int,
    links: Mapping[str, str],
    *,
    is_dark: bool,
    is_draft: bool = False,
) -> Figure:
    """Each indicator's actual as of a day beside its target, in the order given; those without a
    figure of that day stand in the table, with nothing, and are not drawn.

    ``scope``, ``told`` and ``links`` as ``present.indicators.progress.progress_figure`` takes them.
    """
    stated = [each for each in members if each.at(as_of) is not None]
    ranks = _ranks(stated, as_of)
    most = set(sorted(ranks, key=ranks.__getitem__)[:DRAWN_MOST])
    drawn = [each for each in stated if each.indicator.code in most]
    words = {"year": str(year), "date": writing.date(as_of)}
    title = t("indicators.actual.all_title", **words)
    if scope:
        title = t("indicators.actual.all_title_scope", scope=" · ".join(scope), **words)
    programme = document(
        institution, year, t("indicators.source_section", section="2.3"), is_draft=is_draft
    )
    titles = (actual.stated.document.title for each in stated if (actual := each.at(as_of)))
    return Figure(
        title=title,
        subtitle=_subtitle(as_of, words),
        sentence=_sentence(tally(members, as_of), told, words),
        source=sources(programme, [actual for each in stated if (actual := each.at(as_of))]),
        chart=Chart(_spec, drawn, ranks, as_of, words, is_dark=is_dark) if drawn else None,
        table=_table(members, as_of, links),
        columns=_columns(year, is_linked=bool(links)),
        own=(*told, *scope, *dict.fromkeys(titles)),
        extent=Extent(len(drawn), len(stated), Rule.FURTHEST),
    )


def _subtitle(as_of: datetime.date, words: Mapping[str, str]) -> str:
    """What the marks are, and before the year's end how far a figure stands against the target."""
    marks = t("indicators.actual.all_subtitle", **words)
    return marks if is_of_year(as_of) else f"{marks} {t('indicators.actual.all_subtitle_within')}"


def _ranks(stated: Sequence[Result], as_of: datetime.date) -> dict[str, int]:
    """Each indicator's place, by code, where not all can be drawn: the furthest from its target
    first, then what has no such part, in the order given."""

    def key(result: Result) -> tuple[bool, float]:
        actual = result.at(as_of)
        near = result.standing(actual).nearness if actual else None
        return (near is None, float(near or 0))

    ordered = sorted(stated, key=key)
    return {each.indicator.code: place for place, each in enumerate(ordered)}


def _sentence(counts: Tally, told: Sequence[str], words: Mapping[str, str]) -> str:
    """How many have a figure, how many stand against their target, where the year ended."""
    said = []
    if told:
        count = writing.number(counts.count)
        scope = " · ".join(told)
        said.append(t("indicators.progress.sentence_scope", scope=scope, count=count))
    if not counts.stated:
        return " ".join([*said, t("indicators.actual.all_none", **words)])
    said.append(_some("stated", counts.stated, counts.count, words))
    said.append(_some("compared", counts.compared, counts.stated, words))
    ended = [
        t(f"indicators.actual.all_ended_{name}", count=writing.number(count))
        for name, count in (
            ("ahead", counts.ahead),
            ("behind", counts.behind),
            ("equal", counts.equal),
            ("undirected", counts.undirected),
        )
        if count
    ]
    if ended:
        listed = ended[-1]
        if len(ended) > 1:
            first = ", ".join(ended[:-1])
            listed = t("indicators.summary_and", first=first, last=ended[-1])
        said.append(t("indicators.actual.all_ended", said=listed, **words))
    return " ".join(said)


def _some(what: str, part: int, whole: int, words: Mapping[str, str]) -> str:
    """How many of all: none, the only one, all of them or some."""
    size = "none" if not part else "only" if whole == 1 else "every" if part == whole else "some"
    numbers = {"part": writing.number(part), "whole": writing.number(whole)}
    return t(f"indicators.actual.all_{what}_{size}", **numbers, **words)


def _spec(
    drawn: Sequence[Result],
    ranks: Mapping[str, int],
    as_of: datetime.date,
    words: Mapping[str, str],
    *,
    is_dark: bool,
) -> dict[str, Any]:
    colours = palette(is_dark)
    records = []
    for result in drawn:
        actual, indicator = result.at(as_of), result.indicator
        assert actual is not None
        standing = result.standing(actual)
        placed, word = places(standing), beside(standing, indicator.unit)
        target = value_text(standing.target, indicator.unit)
        value = (
            writing.not_stated()
            if standing.value is None
            else plain(standing.value, indicator.unit)
        )
        values = t("indicators.actual.all_values", value=value, target=target, **words)
        records.append(
            {
                "key": indicator.code,
                "rank": ranks[indicator.code],
                "name": f"{indicator.code} {indicator.name}",
                "fill": placed.value,
                "tick": None,
                "target": placed.target,
                "word": word,
                "values": values,
                "detail": f"{indicator.code} {indicator.name}: {word}. {values}",
            }
        )
    return drawn_bars(records, colours, colours.actual)


def _table(
    members: Sequence[Result], as_of: datetime.date, links: Mapping[str, str]
) -> pd.DataFrame:
    """One row an indicator; figures are decimals in its unit, nothing where none is stated. The
    share is a part of 1."""
    return pd.DataFrame(
        [_row(result, as_of, links) for result in members], columns=_NAMES, dtype=object
    )


def _row(result: Result, as_of: datetime.date, links: Mapping[str, str]) -> dict[str, Any]:
    indicator = result.indicator
    return {
        "code": indicator.code,
        "name": indicator.name,
        "unit": unit_word(indicator.unit) if indicator.unit else None,
        "target": indicator.target.value,
        **actual_table.cells(result, as_of),
        "link": links.get(indicator.code),
    }


def _columns(year: int, *, is_linked: bool) -> list[TableColumn]:
    return [
        *naming_columns(is_linked=is_linked),
        TableColumn(
            "target", t("indicators.actual.column_target", year=year), writing.number,
            is_number=True,
        ),
        *actual_table.columns(),
    ]  # fmt: skip
