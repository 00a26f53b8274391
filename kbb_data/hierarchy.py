"""The table ``hierarchy`` of a strategic plan, from the tables of its three levels."""

from __future__ import annotations

from collections.abc import Iterator

from kbb_data.rows import Row, Tables
from kbb_data.schema import BY_NAME


def of_strategic_plan(tables: Tables) -> list[Row]:
    """The rows of ``hierarchy`` from ``aims``, ``objectives`` and ``goals``, level by level; a part
    stands where the row of its own table does. An objective or a goal whose parent is lacking has
    no top."""
    return [*_aims(tables), *_objectives(tables), *_goals(tables)]


def part(row: Row, **values: object) -> Row:
    """A row of ``hierarchy`` with the place of ``row``; columns not named are not stated."""
    whole: Row = dict.fromkeys(BY_NAME["hierarchy"].column_names)
    place = {name: row[name] for name in ("source_section", "source_line")}
    return {**whole, **values, **place}


def _aims(tables: Tables) -> Iterator[Row]:
    for position, row in enumerate(tables["aims"], start=1):
        yield part(
            row,
            level="aim",
            code=str(row["aim"]),
            name=row["name"],
            top=str(row["aim"]),
            position=position,
            short_name=row["short_name"],
            short_name_en=row["short_name_en"],
            explanation=row["statement"],
        )


def _objectives(tables: Tables) -> Iterator[Row]:
    for position, row in enumerate(tables["objectives"], start=1):
        yield part(
            row,
            level="objective",
            code=row["objective"],
            name=row["statement"],
            parent_level="aim",
            parent=str(row["aim"]),
            top=str(row["aim"]),
            position=position,
        )


def _goals(tables: Tables) -> Iterator[Row]:
    tops = {row["objective"]: str(row["aim"]) for row in tables["objectives"]}
    for position, row in enumerate(tables["goals"], start=1):
        yield part(
            row,
            level="goal",
            code=str(row["goal"]),
            name=row["statement"],
            parent_level="objective",
            parent=row["objective"],
            top=tops.get(row["objective"]),
            position=position,
            short_name=row["short_name"],
            short_name_en=row["short_name_en"],
            explanation=row["note"],
            budget=row["budget"],
            off_budget=row["off_budget"],
            total=row["total"],
        )
