"""The figures of staff and norm positions.

Pure and picklable, so that they may be kept. A figure without anything to draw has no chart.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from present.kit import writing
from present.kit.figure import Chart, Extent, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.resources import charts, words
from present.resources.charts import LIMIT
from present.resources.model import LEVELS, education, whole

_SEXES = ("women", "men")
_OCCUPANCY = ("filled", "vacant")


def staff_by_sex(staff: pd.DataFrame, background: Background) -> Figure:
    """Persons by status, women and men."""
    staff = _named(staff)
    ranked = staff.sort_values("total", ascending=False, kind="stable")
    return Figure(
        title=t("resources.staff_title"),
        subtitle=t("resources.staff_subtitle", year=background.year),
        sentence=words.halves_sentence("resources.staff_sentence", staff, _SEXES, background.year),
        source=words.source(background, staff),
        chart=Chart(charts.halved, ranked, "status", _SEXES, "resources.staff_bar", background),
        table=_table(staff, ["status", "total", *_SEXES]),
        columns=(
            _status_column(),
            *_columns(*_SEXES),
        ),
        own=_own(staff),
    )


def staff_by_education(
    staff: pd.DataFrame, printed: pd.DataFrame, background: Background
) -> Figure:
    """Persons by level of education; the table also by status.

    ``printed`` are the stated totals of the table of education, which say where it stands; without
    any, the place is that of the staff.
    """
    staff = _named(staff)
    levels = education(staff)
    names = [t(f"resources.level_{level}") for level in levels["level"]]
    values = [whole(value) for value in levels["persons"]]
    total = sum(values)
    most = max(range(len(values)), key=values.__getitem__)
    return Figure(
        title=t("resources.education_title"),
        subtitle=t("resources.education_subtitle", year=background.year),
        sentence=t(
            "resources.education_sentence",
            year=background.year,
            level=names[most],
            count=writing.number(values[most]),
            total=writing.number(total),
            share=writing.share(values[most] / total if total else None),
        ),
        source=words.source(background, printed if len(printed) else staff),
        chart=Chart(
            charts.simple,
            names,
            values,
            [writing.number(value) for value in levels["persons"]],
            background,
        ),
        table=_table(staff, ["status", *LEVELS, "total"]),
        columns=(
            _status_column(),
            *(
                TableColumn(level, t(f"resources.level_{level}"), writing.number, is_number=True)
                for level in LEVELS
            ),
            TableColumn("total", t("resources.column_total"), writing.number, is_number=True),
        ),
    )


def occupancy(frame: pd.DataFrame, background: Background) -> Figure:
    """Norm positions by class, filled and vacant."""
    named = frame.assign(name=[words.class_name(code) for code in frame["class"]])
    return Figure(
        title=t("resources.occupancy_title"),
        subtitle=t("resources.occupancy_subtitle", year=background.year),
        sentence=words.halves_sentence(
            "resources.occupancy_sentence", frame, _OCCUPANCY, background.year
        ),
        source=words.source(background, frame),
        chart=Chart(
            charts.halved, named, "name", _OCCUPANCY, "resources.occupancy_bar", background
        ),
        table=_with_total(named[["name", *_OCCUPANCY, "total"]], "name"),
        columns=(
            TableColumn("name", t("resources.column_class"), is_heading=True),
            *_columns(*_OCCUPANCY),
        ),
    )


def titles(frame: pd.DataFrame, code: str, background: Background) -> Figure:
    """Norm positions of one class by title: the largest are drawn, all are in the table."""
    own = frame[frame["class"] == code]
    ranked = own.sort_values(["count", "number"], ascending=[False, True], ignore_index=True)
    drawn, first = ranked.head(LIMIT), ranked.iloc[0]
    return Figure(
        title=t("resources.titles_title", name=words.class_name(code)),
        subtitle=t("resources.titles_subtitle", year=background.year),
        extent=Extent(len(drawn), len(ranked)),
        sentence=t(
            "resources.titles_sentence",
            year=background.year,
            name=words.class_name(code),
            total=writing.number(whole(own["count"].sum())),
            titles=writing.number(len(ranked)),
            title=first["title"],
            count=writing.number(first["count"]),
        ),
        source=words.source(background, own),
        chart=Chart(
            charts.simple,
            [str(title) for title in drawn["title"]],
            [whole(value) for value in drawn["count"]],
            [writing.number(value) for value in drawn["count"]],
            background,
        ),
        table=own.reset_index(drop=True),
        columns=(
            TableColumn("title", t("resources.column_title"), is_heading=True, is_verbatim=True),
            TableColumn("count", t("resources.column_positions"), writing.number, is_number=True),
            TableColumn("source_line", t("resources.column_line"), str, is_number=True),
        ),
        own=(str(first["title"]),),
    )


def _columns(*halves: str) -> tuple[TableColumn, ...]:
    """The columns of two halves and their total."""
    return (
        *(
            TableColumn(half, t(f"resources.{half}"), writing.number, is_number=True)
            for half in halves
        ),
        TableColumn("total", t("resources.column_total"), writing.number, is_number=True),
    )


def _named(staff: pd.DataFrame) -> pd.DataFrame:
    """The staff with the statuses in the visit's language; ``is_own`` where it is the document's
    word."""
    return staff.assign(
        status=[words.status_name(str(status)) for status in staff["status"]],
        is_own=[words.is_own_status(str(status)) for status in staff["status"]],
    )


def _own(staff: pd.DataFrame) -> tuple[str, ...]:
    return tuple(staff.loc[staff["is_own"], "status"])


def _table(staff: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """The rows with their sum; the sum's name is ours."""
    return _with_total(staff[columns], "status").assign(is_own=[*staff["is_own"], False])


def _status_column() -> TableColumn:
    return TableColumn("status", t("resources.column_status"), is_heading=True, is_verbatim=_is_own)


def _is_own(row: dict[str, Any]) -> bool:
    """Whether a row's name is the document's. No lambda: figures are pickled."""
    return bool(row["is_own"])


def _with_total(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows and their sum as a last one; nothing is summed where no row states it."""
    sums = {
        column: frame[column].sum() if frame[column].notna().any() else pd.NA
        for column in frame.columns
        if column != name
    }
    last = pd.DataFrame([{name: t("resources.total_row"), **sums}])
    return pd.concat([frame.astype(object), last.astype(object)], ignore_index=True)
