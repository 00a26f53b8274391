"""The list of indicators as HTML: goals as headings that open, one line an indicator.

The list is one text, so that a page sends one element instead of hundreds. Colours and sizes are
the style sheet's (``assets/css/indicators.css``): on a narrow screen a row shows name, target, bar
and word, and its word opens the rest; on a wide one all of it stands in columns. Roles are written
out because a table whose rows are laid out as grids would lose them.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from markupsafe import Markup

from present.indicators import actual_html
from present.indicators.ambition import scale
from present.indicators.html import aim_html, word_html
from present.indicators.model import Figure, Indicator, Order
from present.indicators.outcome import newest, outcomes
from present.indicators.results import Came
from present.indicators.words import Years, distance_text, explanation, plain, scale_text
from present.kit import writing
from present.kit.keep import keep
from present.kit.markup import Pieces
from present.kit.quantity import unit_word
from present.kit.setting import Setting
from present.kit.text import language, t

_PIECES = Pieces("indicators/list.jinja")

#: Stands for an indicator's code in the address that a list's links are made from.
CODE = "0.0"

#: Up to so many indicators stand open under their goals; of more, the goals' headings are enough to
#: read at first.
OPEN_MOST = 12

_FIGURE_LABELS = ("indicators.figure_actual", "indicators.figure_estimate",
                  "indicators.figure_target")  # fmt: skip


@keep(64)
def list_html(
    setting: Setting,
    codes: tuple[str, ...],
    address: str,
    *,
    by: Order | None = Order.NUMBER,
    as_of: datetime.date | None = None,
) -> Markup:
    """The list of the indicators with these codes in this order.

    ``address`` is an indicator's own address with ``CODE`` in the place of its code; ``by`` the
    order that they stand in, as ``rows_html`` takes it; ``as_of`` the day of the results that stand
    beside the plan, the newest where none is given. Raises ``KeyError`` for an unknown code.
    """
    every = outcomes(setting)
    before, _, after = address.partition(f"={CODE}")
    day = as_of or newest(setting)
    return rows_html(
        [every[code].indicator for code in codes],
        setting.year,
        lambda indicator: f"{before}={indicator.code}{after}",
        by=by,
        came=Came(every, day) if day else None,
    )


def rows_html(
    indicators: Sequence[Indicator],
    programme_year: int,
    link: Callable[[Indicator], str],
    *,
    by: Order | None = Order.NUMBER,
    came: Came | None = None,
) -> Markup:
    """The list in the order given; ``link`` gives the address of an indicator's own view. Where
    something ``came`` of the plan it has a column of its own, and the bars are its, but for what
    has no result and for the order by the plan's distance.

    By number, neighbours of one goal stand under its heading, which opens (``#hedef-6``) and is
    open where there are few, and each aim's heading stands above its goals; by distance, amounts
    and rates, whose distances have no common measure, under one each. In the orders that mix goals
    each row names its own; ``None`` is the order of a single goal's. No indicators, no table: an
    empty text.
    """
    if not indicators:
        return Markup()
    rows = _Rows(Years(programme_year), link, came, by)
    if by is Order.NUMBER:
        return _PIECES("frame", content=_goals(indicators, rows))
    if by is Order.DISTANCE:
        kinds = groupby(indicators, lambda indicator: indicator.is_rate)
        bodies = [
            (rows.ranking(is_rate), [rows.row(member) for member in members])
            for is_rate, members in kinds
        ]
    else:
        bodies = [(Markup(), [rows.row(member) for member in indicators])]
    return _PIECES("frame", content=rows.table(len(indicators), bodies))


def _goals(indicators: Sequence[Indicator], rows: _Rows) -> Markup:
    """A fold for each goal, under its aim's heading."""
    aims = [
        (members[0], [list(goal) for _, goal in groupby(members, lambda each: each.goal)])
        for members in _grouped(indicators)
    ]
    count = sum(len(goals) for _, goals in aims)
    is_open = len(indicators) <= OPEN_MOST or count == 1
    folds = [
        (
            aim_html(first),
            [
                _PIECES(
                    "goal",
                    first=members[0],
                    count=writing.number(len(members)),
                    table=rows.table(len(members), [(Markup(), list(map(rows.row, members)))]),
                    is_open=is_open,
                )
                for members in goals
            ],
        )
        for first, goals in aims
    ]
    return _PIECES("goals", aims=folds, is_all=count > 1)


def _grouped(indicators: Iterable[Indicator]) -> list[list[Indicator]]:
    """Neighbours of one aim together."""
    return [list(aim) for _, aim in groupby(indicators, lambda each: each.aim)]


class _Rows:
    """Makes a list's rows, and tables of them."""

    def __init__(
        self,
        years: Years,
        link: Callable[[Indicator], str],
        came: Came | None,
        by: Order | None,
    ) -> None:
        self._years, self._link, self._came, self._by = years, link, came, by

    def table(self, count: int, bodies: Sequence[tuple[Markup, Sequence[Markup]]]) -> Markup:
        """A table of ``count`` rows, each body under its heading."""
        label = actual_html.cell_label(self._came.as_of) if self._came else ""
        return _PIECES(
            "table", count=writing.number(count), years=self._years, bodies=bodies, label=label
        )

    def ranking(self, is_rate: bool) -> Markup:
        """The heading of a ranking."""
        key = "indicators.group_rates" if is_rate else "indicators.group_amounts"
        text = t(key, **self._years.texts)
        return _PIECES("ranking", text=text, columns=6 if self._came else 5)

    def row(self, indicator: Indicator) -> Markup:
        """An indicator's row."""
        years, came = self._years, self._came
        figures = [
            ("ki-target-fig" if figure is indicator.figures[-1] else "ki-before",
             t(label, year=figure.year or year), _figure(indicator, figure))
            for figure, label, year in zip(
                indicator.figures, _FIGURE_LABELS, years.texts.values(), strict=True
            )
        ]  # fmt: skip
        drawn, more, is_told = Markup(), Markup(), False
        if came is not None:
            result = came.results[indicator.code]
            is_told = result.is_told(came.as_of)
            label = actual_html.cell_label(came.as_of)
            figures.append(("ki-came-fig", label, actual_html.cell(result, came.as_of)))
            more = actual_html.why(result, came.as_of, years.programme)
            if self._by is not Order.DISTANCE:
                drawn = actual_html.bar(result, came.as_of, years.programme)
        return _PIECES(
            "row",
            code=indicator.code,
            name=self._name(indicator, drawn),
            figures=figures,
            word=word_html(indicator, years, is_told=is_told),
            explanation=explanation(indicator, years.programme),
            more=more,
        )

    def _name(self, indicator: Indicator, drawn: Markup) -> Markup:
        facts = [unit_word(indicator.unit) if indicator.unit else t("indicators.no_unit")]
        if indicator.is_cumulative:
            facts.append(t("indicators.cumulative"))
        if indicator.is_yearly:
            facts.append(t("indicators.yearly"))
        return _PIECES(
            "name",
            indicator=indicator,
            address=self._link(indicator),
            facts=facts,
            aim=aim_html(indicator) if self._by in (Order.NAME, Order.DISTANCE) else Markup(),
            bar=drawn or _bar(indicator, self._years),
        )


def _bar(indicator: Indicator, years: Years) -> Markup:
    """The three figures on one scale with the distance beside it, and all of it in words for a
    screen reader."""
    drawn = scale(indicator.assessment)
    text = t("indicators.scale_none") if drawn.is_empty else scale_text(indicator, years)
    return _PIECES("bar", drawn=drawn, text=text, distance=distance_text(indicator))


def _figure(indicator: Indicator, figure: Figure) -> Markup:
    """A figure as read; marked with its reason where it is read other than printed."""
    return _PIECES(
        "figure",
        text="" if figure.value is None else plain(figure.value, indicator.unit),
        correction=indicator.correction if figure.is_corrected else None,
        language=language(),
    )
