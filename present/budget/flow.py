"""The figure of the whole as a flow: source of funds, top level of the plan, economic code.

Money outside the municipality's budget has no economic code in the document and ends in a node of
its own; general administration stands beside the plan's top level.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from present.budget.colours import colours
from present.budget.fewer import REST, fewer
from present.budget.flow_chart import Link, Lower, Node, flow
from present.budget.matrix import UNSTATED_SOURCE, Cells, cells_of, columns_of, rows_of
from present.budget.model import BUDGET, OFF_BUDGET, UNSTATED, add, share
from present.budget.words import source_name
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Compact, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn, link_in
from present.kit.text import t
from present.kit.theme import palette
from present.kit.writing import share_text

#: Lower forms of the chart: how many nodes of a column stand by themselves, and how low it is.
_LOWER = (
    (5, Lower(200)),
    (3, Lower(130)),
    (4, Lower(170, is_last_step=True)),
    (3, Lower(120, is_last_step=True)),
    (2, Lower(110, is_last_step=True)),
)


@dataclass(frozen=True, slots=True)
class Path:
    """Money on its way: the keys of its source, its row of the plan and its economic code
    (``OFF_BUDGET`` for money that has none), in kuruş."""

    source: str
    row: str
    code: str
    amount: int


@dataclass(frozen=True, slots=True)
class Names:
    """The words for the keys of each level, in the levels' order."""

    sources: Mapping[str, str]
    rows: Mapping[str, str]
    codes: Mapping[str, str]


def flow_figure(
    lines: pd.DataFrame, needs: pd.DataFrame, background: Background, links: Mapping[str, str]
) -> Figure:
    """How money goes from its source over the plan's top level to economic codes.

    ``lines`` and ``needs`` are ``budget_lines`` and ``resource_needs`` of ``db.queries``;
    ``links``: an aim's address by number. What is 0 lira is not on its way. Without any money there
    is no chart and the table is empty; with a negative amount, which no band can show, the table
    alone tells.
    """
    cells = cells_of(lines, needs)
    names = _names(cells, rows_of(lines, cells), columns_of(lines, needs, cells))
    paths = _paths(cells, names)
    whole = add(*(path.amount for path in paths))
    is_drawn = bool(paths) and all(path.amount > 0 for path in paths)
    return Figure(
        title=t("budget.flow.title"),
        subtitle=t("budget.flow.subtitle", year=background.year),
        sentence=_sentence(paths, names, whole, background.year),
        source=background.source(t("budget.source_section_general")),
        chart=Chart(_spec, paths, names, whole, background) if is_drawn else None,
        compact=[
            Compact(
                Chart(_lower_spec, paths, names, whole, background, count, lower),
                t("budget.flow.title_last") if lower.is_last_step else "",
            )
            for count, lower in _LOWER
        ]
        if is_drawn
        else (),
        table=_table(paths, names, whole, links),
        columns=_columns(is_linked=bool(links)),
    )


def _names(cells: Cells, rows: Mapping[str, str], columns: Mapping[str, str]) -> Names:
    codes, sources = dict[str, str](), {BUDGET: source_name(BUDGET)}
    for key, name in columns.items():
        if _is_off_budget(key):
            sources[key] = name
        else:
            codes[key] = name
    if any(amount and _is_off_budget(column) for (_, column), amount in cells.items()):
        codes[OFF_BUDGET] = t("budget.flow.off_budget")
    return Names(sources, rows, codes)


def _is_off_budget(column: str) -> bool:
    return column in (*OFF_BUDGET_SOURCES, UNSTATED_SOURCE)


def _paths(cells: Cells, names: Names) -> list[Path]:
    """The ways that money takes, by source, row and code in the document's order."""
    paths = [
        Path(column, row, OFF_BUDGET, amount)
        if _is_off_budget(column)
        else Path(BUDGET, row, column, amount)
        for (row, column), amount in cells.items()
        if amount
    ]
    sources, rows, codes = list(names.sources), list(names.rows), list(names.codes)
    return sorted(
        paths,
        key=lambda path: (
            sources.index(path.source), rows.index(path.row), codes.index(path.code)
        ),
    )  # fmt: skip


def _sums(paths: list[Path], key: Callable[[Path], str]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for path in paths:
        sums[key(path)] = sums.get(key(path), 0) + path.amount
    return sums


def _by_source(path: Path) -> str:
    return path.source


def _by_row(path: Path) -> str:
    return path.row


def _by_code(path: Path) -> str:
    return path.code


def _sentence(paths: list[Path], names: Names, whole: int | None, year: int) -> str:
    if not paths or not whole:
        return t("budget.flow.sentence_none")
    words: dict[str, Any] = {"year": year, "whole": writing.money(whole)}
    coded = [path for path in paths if path.code not in (OFF_BUDGET, UNSTATED)]
    levels = (
        ("source", paths, _by_source, names.sources),
        ("row", paths, _by_row, names.rows),
        ("code", coded, _by_code, names.codes),
    )
    for level, own, key, of_level in levels:
        sums = _sums(own, key)
        if not sums:
            continue
        most = max(sums, key=lambda each: sums[each])
        words[level] = writing.unstopped(of_level[most])
        words[f"{level}_amount"] = writing.money(sums[most])
        words[f"{level}_share"] = share_text(share(sums[most], whole))
    off = add(*(path.amount for path in paths if path.code == OFF_BUDGET))
    said = t("budget.flow.sentence" if coded else "budget.flow.sentence_uncoded", **words)
    if not off:
        return said
    part = share_text(share(off, whole))
    return f"{said} {t('budget.flow.sentence_off', amount=writing.money(off), share=part)}"


def _spec(
    paths: list[Path],
    names: Names,
    whole: int,
    background: Background,
    lower: Lower | None = None,
) -> dict[str, Any] | None:
    tones = palette(background.is_dark)
    by_row = colours(background, [row for row in names.rows if row != REST])
    by_row[REST] = tones.quiet
    nodes: list[Node] = []

    def node(column: int, key: str, name: str, amount: int, colour: str) -> None:
        part = share_text(share(amount, whole))
        nodes.append(
            Node(
                key=f"{column}.{key}",
                column=column,
                name=name,
                amount=amount / 100,
                words=(writing.money_short(amount), part),
                colour=colour,
                detail=t(
                    "budget.flow.detail", name=name, amount=writing.money(amount), share=part
                ),
            )
        )  # fmt: skip

    levels = ((_by_source, names.sources), (_by_row, names.rows), (_by_code, names.codes))
    for column, (key, of_level) in enumerate(levels):
        sums = _sums(paths, key)
        for each, name in of_level.items():
            is_budget = each == BUDGET if column == 0 else each not in (OFF_BUDGET, REST)
            colour = by_row[each] if column == 1 else tones.money if is_budget else tones.quiet
            if sums.get(each):
                node(column, each, name, sums[each], colour)
    links: list[Link] = []
    for column, (start, end) in enumerate(((_by_source, _by_row), (_by_row, _by_code))):
        between: dict[tuple[str, str, str], int] = {}
        for path in paths:
            way = start(path), end(path), path.row
            between[way] = between.get(way, 0) + path.amount
        for (first, second, row), amount in between.items():
            links.append(
                Link(
                    start=f"{column}.{first}",
                    end=f"{column + 1}.{second}",
                    amount=amount / 100,
                    colour=by_row[row],
                    detail=t(
                        "budget.flow.detail_link",
                        start=levels[column][1][first],
                        end=levels[column + 1][1][second],
                        amount=writing.money(amount),
                        share=share_text(share(amount, whole)),
                    ),
                )
            )
    heads = [t(f"budget.flow.column_{level}") for level in ("source", "row", "code")]
    return specification(flow(nodes, links, heads, tones.quiet, lower=lower))


def _lower_spec(
    paths: list[Path],
    names: Names,
    whole: int,
    background: Background,
    count: int,
    lower: Lower,
) -> dict[str, Any] | None:
    """The flow with so many of the largest nodes in each column, the others of it as a node."""
    sources, of_source = fewer(names.sources, _sums(paths, _by_source), count)
    rows, of_row = fewer(names.rows, _sums(paths, _by_row), count)
    codes, of_code = fewer(names.codes, _sums(paths, _by_code), count)
    merged = [
        Path(of_source[path.source], of_row[path.row], of_code[path.code], path.amount)
        for path in paths
    ]
    return _spec(merged, Names(sources, rows, codes), whole, background, lower)


_TABLE = ["source", "name", "code", "amount_kurus", "share", "link"]


def _table(
    paths: list[Path], names: Names, whole: int | None, links: Mapping[str, str]
) -> pd.DataFrame:
    """One row a way from source to code, and the whole."""
    records = [
        {
            "source": names.sources[path.source],
            "name": names.rows[path.row],
            "code": names.codes[path.code],
            "amount_kurus": path.amount,
            "share": share(path.amount, whole),
            "link": links.get(path.row, ""),
        }
        for path in paths
    ]
    if records:
        records.append(
            {
                "source": t("budget.total"),
                "name": "",
                "code": "",
                "amount_kurus": whole,
                "share": share(whole, whole),
                "link": "",
            }
        )
    frame = pd.DataFrame(records, columns=_TABLE)
    return frame.astype({"amount_kurus": "Int64"})


def _columns(*, is_linked: bool) -> list[TableColumn]:
    return [
        TableColumn("source", t("budget.flow.column_source"), is_heading=True),
        TableColumn(
            "name", t("budget.flow.column_row"), link=link_in("link") if is_linked else None
        ),
        TableColumn("code", t("budget.flow.column_code")),
        TableColumn("amount_kurus", t("budget.column_amount"), writing.money, is_number=True),
        TableColumn("share", t("budget.column_share"), share_text, is_number=True),
    ]  # fmt: skip
