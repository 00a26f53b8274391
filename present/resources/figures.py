"""The figures of Kaynaklar: staff, norm positions, vehicles, stations, lines of table 1.3.

Pure and picklable, so that a page may keep them. A figure without anything to draw has no chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.figure import Figure
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette
from present.places.kinds import COUNT_COLOUR
from present.resources.model import LEVELS, Category, education

#: Rows of a chart; the table holds them all.
LIMIT = 12

_FIRST, _SECOND, _ONLY = "first", "second", "only"


@dataclass(frozen=True, slots=True)
class Ground:
    """What every figure of a programme needs beside its numbers."""

    institution: str
    year: int
    is_dark: bool

    def source(self, frame: pd.DataFrame) -> str:
        """Where rows of the document stand: section and lines."""
        lines = frame["source_line"]
        section = ", ".join(dict.fromkeys(str(one) for one in frame["source_section"]))
        place = (
            t("resources.source_none")
            if frame.empty
            else t(
                "resources.source_lines" if lines.nunique() > 1 else "resources.source_line",
                section=section,
                first=int(lines.min()),
                last=int(lines.max()),
            )
        )
        return t(
            "common.source_document", institution=self.institution, year=self.year, section=place
        )

    @property
    def colours(self) -> dict[str, str]:
        """The colours of a bar, and of the two segments of a split one; deep blue is money's."""
        return {_ONLY: COUNT_COLOUR, _FIRST: palette(self.is_dark).ink, _SECOND: COUNT_COLOUR}


def _number(value: Any) -> str:
    return writing.number(value)


def _area(value: Any) -> str:
    return writing.measure(value, "m²")


def _spec(
    rows: Sequence[dict[str, Any]], colours: dict[str, str], legend: dict[str, str] | None = None
) -> dict[str, Any] | None:
    """Bars of rows (key, name, group, start, end, text), without the look; none for no rows."""
    if not any(row["end"] for row in rows):
        return None
    frame = pd.DataFrame(rows)
    frame["detail"] = [f"{row['name']}: {row['text']}" for row in rows]
    used = {group: colour for group, colour in colours.items() if group in set(frame["group"])}
    return specification(bars(frame, used, legend=legend))


def _simple(
    names: Sequence[str], values: Sequence[float], texts: Sequence[str]
) -> list[dict[str, Any]]:
    """A row a bar, in order."""
    return [
        {
            "key": str(place),
            "name": name,
            "group": _ONLY,
            "start": 0.0,
            "end": float(value),
            "text": text,
        }
        for place, (name, value, text) in enumerate(zip(names, values, texts, strict=True))
    ]


def _halved(
    frame: pd.DataFrame, name: str, halves: tuple[str, str], text: str, ground: Ground
) -> dict[str, Any] | None:
    """A bar a row of two segments: the ``halves``, columns of counts whose words are
    ``kaynaklar.<column>``.

    ``name`` is the column of the rows' names; ``text`` the catalogue's words beside a bar, which
    get its ``total`` and its first half.
    """
    first, second = halves
    rows = []
    for row in frame.to_dict("records"):
        count = _whole(row[first])
        words = t(
            text,
            total=writing.number(row["total"]),
            **{first: writing.number(row[first])},
        )
        shared = {"key": str(row[name]), "name": str(row[name]), "text": words}
        end = float(count + _whole(row[second]))
        rows += [
            {**shared, "group": _FIRST, "start": 0.0, "end": float(count)},
            {**shared, "group": _SECOND, "start": float(count), "end": end},
        ]
    legend = {_FIRST: t(f"resources.{first}"), _SECOND: t(f"resources.{second}")}
    return _spec(rows, ground.colours, legend)


def _halves_sentence(key: str, frame: pd.DataFrame, halves: tuple[str, str]) -> str:
    """The sums of total and halves, and the first half's share of the total."""
    first, second = halves
    total, part = _whole(frame["total"].sum()), _whole(frame[first].sum())
    return t(
        key,
        total=writing.number(total),
        share=writing.share(part / total if total else None),
        **{first: writing.number(part), second: writing.number(_whole(frame[second].sum()))},
    )


def _halves_columns(halves: tuple[str, str]) -> tuple[TableColumn, ...]:
    return (
        *(TableColumn(half, t(f"resources.{half}"), _number, is_number=True) for half in halves),
        TableColumn("total", t("resources.column_total"), _number, is_number=True),
    )


def _whole(value: Any) -> int:
    return 0 if pd.isna(value) else int(value)


def staff_by_sex(staff: pd.DataFrame, ground: Ground) -> Figure:
    """Persons by status, women and men."""
    halves = ("women", "men")
    ranked = staff.sort_values("total", ascending=False)
    return Figure(
        title=t("resources.staff_title"),
        subtitle=t("resources.staff_subtitle", year=ground.year),
        sentence=_halves_sentence("resources.staff_sentence", staff, halves),
        source=ground.source(staff),
        spec=_halved(ranked, "status", halves, "resources.staff_bar", ground),
        table=_with_total(staff[["status", "total", *halves]], "status"),
        columns=(
            TableColumn("status", t("resources.column_status"), is_heading=True, is_verbatim=True),
            *_halves_columns(halves),
        ),
        own=tuple(staff["status"]),
    )


def _with_total(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows and their sum as a last one; nothing is summed where no row states it."""
    sums = {
        column: frame[column].sum() if frame[column].notna().any() else pd.NA
        for column in frame.columns
        if column != name
    }
    last = pd.DataFrame([{name: t("resources.total_row"), **sums}])
    return pd.concat([frame.astype(object), last.astype(object)], ignore_index=True)


def staff_by_education(staff: pd.DataFrame, printed: pd.DataFrame, ground: Ground) -> Figure:
    """Persons by level of education; the table also by status.

    ``printed`` are the stated totals of the table of education, which say where it stands; without
    any, the place is that of the staff.
    """
    levels = education(staff)
    names = [t(f"resources.level_{level}") for level in levels["level"]]
    values = [_whole(value) for value in levels["persons"]]
    total = sum(values)
    table = _with_total(staff[["status", *LEVELS, "total"]], "status")
    most = max(range(len(values)), key=values.__getitem__)
    return Figure(
        title=t("resources.education_title"),
        subtitle=t("resources.education_subtitle", year=ground.year),
        sentence=t(
            "resources.education_sentence",
            level=names[most],
            count=writing.number(values[most]),
            total=writing.number(total),
            share=writing.share(values[most] / total if total else None),
        ),
        source=ground.source(printed if len(printed) else staff),
        spec=_spec(
            _simple(names, values, [_number(value) for value in levels["persons"]]),
            ground.colours,
        ),
        table=table,
        columns=(
            TableColumn("status", t("resources.column_status"), is_heading=True, is_verbatim=True),
            *(
                TableColumn(level, t(f"resources.level_{level}"), _number, is_number=True)
                for level in LEVELS
            ),
            TableColumn("total", t("resources.column_total"), _number, is_number=True),
        ),
    )


def occupancy(frame: pd.DataFrame, ground: Ground) -> Figure:
    """Norm positions by class, filled and vacant."""
    halves = ("filled", "vacant")
    named = frame.assign(name=[class_name(one) for one in frame["class"]])
    return Figure(
        title=t("resources.occupancy_title"),
        subtitle=t("resources.occupancy_subtitle", year=ground.year),
        sentence=_halves_sentence("resources.occupancy_sentence", frame, halves),
        source=ground.source(frame),
        spec=_halved(named, "name", halves, "resources.occupancy_bar", ground),
        table=_with_total(named[["name", *halves, "total"]], "name"),
        columns=(
            TableColumn("name", t("resources.column_class"), is_heading=True),
            *_halves_columns(halves),
        ),
    )


def class_name(code: str) -> str:
    """A class of norm positions in words."""
    return t("resources.class_worker" if code == "worker" else "resources.class_civil_servant")


def titles(frame: pd.DataFrame, code: str, ground: Ground) -> Figure:
    """Norm positions of one class by title: the largest are drawn, all are in the table."""
    own = frame[frame["class"] == code]
    ranked = own.sort_values(["count", "number"], ascending=[False, True], ignore_index=True)
    drawn = ranked.head(LIMIT)
    total = _whole(own["count"].sum())
    first = ranked.iloc[0]
    return Figure(
        title=t("resources.titles_title", name=class_name(code)),
        subtitle=_limited(len(drawn), len(ranked), ground.year),
        sentence=t(
            "resources.titles_sentence",
            total=writing.number(total),
            titles=writing.number(len(ranked)),
            title=first["title"],
            count=writing.number(first["count"]),
        ),
        source=ground.source(own),
        spec=_spec(
            _simple(
                [str(title) for title in drawn["title"]],
                [_whole(value) for value in drawn["count"]],
                [_number(value) for value in drawn["count"]],
            ),
            ground.colours,
        ),
        table=own.reset_index(drop=True),
        columns=(
            TableColumn("title", t("resources.column_title"), is_heading=True, is_verbatim=True),
            TableColumn("count", t("resources.column_positions"), _number, is_number=True),
            TableColumn("source_line", t("resources.column_line"), str, is_number=True),
        ),
        own=(str(first["title"]),),
    )


def _limited(drawn: int, total: int, year: int) -> str:
    if drawn == total:
        return t("resources.all_drawn", year=year, count=writing.number(total))
    return t(
        "resources.some_drawn",
        year=year,
        drawn=writing.number(drawn),
        count=writing.number(total),
    )


def fleet_figure(frame: pd.DataFrame, lines: pd.DataFrame, ground: Ground) -> Figure:
    """Vehicles and machines by category, as ``present.resources.model.fleet`` gives them."""
    total = _whole(frame["pieces"].sum())
    first = frame.iloc[0]
    return Figure(
        title=t("resources.fleet_title"),
        subtitle=t("resources.fleet_subtitle", year=ground.year),
        sentence=t(
            "resources.fleet_sentence",
            total=writing.number(total),
            categories=writing.number(len(frame)),
            name=first["name"],
            count=writing.number(first["pieces"]),
        ),
        source=ground.source(lines),
        spec=_spec(
            _simple(
                list(frame["name"]),
                list(frame["pieces"]),
                [_number(value) for value in frame["pieces"]],
            ),
            ground.colours,
        ),
        table=frame,
        columns=(
            TableColumn("name", t("resources.column_category"), is_heading=True, is_verbatim=True),
            TableColumn("lines", t("resources.column_lines"), _number, is_number=True),
            TableColumn("pieces", t("resources.column_pieces"), _number, is_number=True),
        ),
        own=(str(first["name"]),),
    )


def stations_figure(frame: pd.DataFrame, whole: int, lines: pd.DataFrame, ground: Ground) -> Figure:
    """Vehicles by station, as ``present.resources.model.stations`` gives them.

    ``whole`` is how many the lines state.
    """
    placed = _whole(frame["vehicles"].sum())
    return Figure(
        title=t("resources.stations_title"),
        subtitle=t("resources.stations_subtitle", year=ground.year),
        sentence=t(
            "resources.stations_sentence",
            placed=writing.number(placed),
            whole=writing.number(whole),
            stations=writing.number(len(frame)),
            assumed=writing.number(_whole(frame["assumed"].sum())),
        ),
        source=ground.source(lines),
        spec=_spec(
            _simple(
                [str(name) for name in frame["name"]],
                list(frame["vehicles"]),
                [_number(value) for value in frame["vehicles"]],
            ),
            ground.colours,
        ),
        table=frame,
        columns=(
            TableColumn("name", t("resources.column_station"), is_heading=True, is_verbatim=True),
            TableColumn("district", t("resources.column_district"), is_verbatim=True),
            TableColumn("vehicles", t("resources.column_pieces"), _number, is_number=True),
            TableColumn("kinds", t("resources.column_kinds"), is_verbatim=True),
        ),
    )


def sorts_figure(category: Category, name: str, frame: pd.DataFrame, ground: Ground) -> Figure:
    """One line's pieces as its note tells them apart, as ``present.resources.model.sorts`` gives
    them."""
    rest = t("resources.sorts_rest")
    table = frame.assign(is_own=frame["label"].notna(), label=frame["label"].fillna(rest))
    line = category.lines[category.lines["name"] == name]
    told = _whole(table.loc[table["is_own"], "pieces"].sum())
    return Figure(
        title=t("resources.sorts_title", name=name),
        subtitle=t("resources.sorts_subtitle", year=ground.year),
        sentence=t(
            "resources.sorts_sentence",
            name=name,
            total=writing.number(_whole(table["pieces"].sum())),
            told=writing.number(told),
        ),
        source=ground.source(line),
        spec=_spec(
            _simple(
                list(table["label"]),
                list(table["pieces"]),
                [_number(value) for value in table["pieces"]],
            ),
            ground.colours,
        ),
        table=table,
        columns=(
            TableColumn("label", t("resources.column_sort"), is_heading=True, is_verbatim=_is_own),
            TableColumn("pieces", t("resources.column_pieces"), _number, is_number=True),
        ),
        own=(name,),
    )


def _is_own(row: dict[str, Any]) -> bool:
    """Whether a row's name is the document's. No lambda: figures are pickled."""
    return bool(row["is_own"])


def lines_spec(category: Category, ground: Ground) -> dict[str, Any] | None:
    """The largest lines of a category by its measure; none where there is nothing to compare."""
    if category.measure is None:
        return None
    stated = category.lines[category.lines[category.measure].notna()]
    if len(stated) < 2:
        return None
    drawn = stated.sort_values(category.measure, ascending=False, kind="stable").head(LIMIT)
    return _spec(
        _simple(
            [str(name) for name in drawn["name"]],
            [float(value) for value in drawn[category.measure]],
            [measured(value, category.measure) for value in drawn[category.measure]],
        ),
        ground.colours,
    )


def left_out(category: Category) -> str:
    """That a chart shows the largest lines only; empty where it shows all."""
    if len(category.lines) <= LIMIT:
        return ""
    return t(
        "resources.drawn",
        drawn=writing.number(LIMIT),
        count=writing.number(len(category.lines)),
    )


def measured(value: Any, column: str) -> str:
    """A value of a measure of table 1.3 with its unit."""
    if column.startswith(("area", "indoor", "open")):
        return _area(value)
    if column == "capacity_persons":
        return t("resources.unit_capacity", count=_number(value))
    return t("resources.unit_pieces", count=_number(value))
