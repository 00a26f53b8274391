"""The figures of vehicles and machines: by category, by station, by sort.

Pure and picklable, so that they may be kept. A figure without anything to draw has no chart.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from present.kit import writing
from present.kit.figure import Chart, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.resources import charts, words
from present.resources.model import Category, whole


def by_category(frame: pd.DataFrame, lines: pd.DataFrame, background: Background) -> Figure:
    """Vehicles and machines by category, as ``present.resources.model.fleet`` gives them.

    ``lines`` are the lines of table 1.3 that they are counted from.
    """
    first = frame.iloc[0]
    return Figure(
        title=t("resources.fleet_title"),
        subtitle=t("resources.fleet_subtitle", year=background.year),
        sentence=t(
            "resources.fleet_sentence",
            year=background.year,
            total=writing.number(whole(frame["pieces"].sum())),
            categories=writing.number(len(frame)),
            name=first["name"],
            count=writing.number(first["pieces"]),
        ),
        source=words.source(background, lines),
        chart=Chart(_bars, frame, "name", "pieces", background),
        table=frame,
        columns=(
            TableColumn("name", t("resources.column_category"), is_heading=True, is_verbatim=True),
            TableColumn("lines", t("resources.column_lines"), writing.number, is_number=True),
            TableColumn("pieces", t("resources.column_pieces"), writing.number, is_number=True),
        ),
        own=(str(first["name"]),),
    )


def by_station(
    frame: pd.DataFrame, stated: int, lines: pd.DataFrame, background: Background
) -> Figure:
    """Vehicles by station, as ``present.resources.model.stations`` gives them.

    ``stated`` is how many the ``lines`` state.
    """
    return Figure(
        title=t("resources.stations_title"),
        subtitle=t("resources.stations_subtitle", year=background.year),
        sentence=t(
            "resources.stations_sentence",
            year=background.year,
            placed=writing.number(whole(frame["vehicles"].sum())),
            whole=writing.number(stated),
            stations=writing.number(len(frame)),
            assumed=writing.number(whole(frame["assumed"].sum())),
        ),
        source=words.source(background, lines),
        chart=Chart(_bars, frame, "name", "vehicles", background),
        table=frame,
        columns=(
            TableColumn("name", t("resources.column_station"), is_heading=True, is_verbatim=True),
            TableColumn("district", t("resources.column_district"), is_verbatim=True),
            TableColumn("vehicles", t("resources.column_pieces"), writing.number, is_number=True),
            TableColumn("kinds", t("resources.column_kinds"), is_verbatim=True),
        ),
    )


def by_sort(category: Category, name: str, frame: pd.DataFrame, background: Background) -> Figure:
    """One line's pieces as its note tells them apart, as ``present.resources.model.sorts`` gives
    them; ``name`` is the line's."""
    rest = t("resources.sorts_rest")
    table = frame.assign(is_own=frame["label"].notna(), label=frame["label"].fillna(rest))
    return Figure(
        title=t("resources.sorts_title", name=name),
        subtitle=t("resources.sorts_subtitle", year=background.year),
        sentence=t(
            "resources.sorts_sentence",
            year=background.year,
            name=name,
            total=writing.number(whole(table["pieces"].sum())),
            told=writing.number(whole(table.loc[table["is_own"], "pieces"].sum())),
        ),
        source=words.source(background, category.lines[category.lines["name"] == name]),
        chart=Chart(_bars, table, "label", "pieces", background),
        table=table,
        columns=(
            TableColumn("label", t("resources.column_sort"), is_heading=True, is_verbatim=_is_own),
            TableColumn("pieces", t("resources.column_pieces"), writing.number, is_number=True),
        ),
        own=(name,),
    )


def _is_own(row: dict[str, Any]) -> bool:
    """Whether a row's name is the document's. No lambda: figures are pickled."""
    return bool(row["is_own"])


def _bars(
    frame: pd.DataFrame, name: str, value: str, background: Background
) -> dict[str, Any] | None:
    return charts.simple(
        [str(label) for label in frame[name]],
        list(frame[value]),
        [writing.number(count) for count in frame[value]],
        background,
    )
