"""Datasets with results: documents as they were read, planted beside a programme's tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from kbb_data.checking.result_checks import RESULT_CHECKS
from kbb_data.checking.run import Run
from kbb_data.results.records import Report
from kbb_data.rows import Row, Tables
from kbb_data.schema import BY_NAME


def blank(table: str, **values: Any) -> Row:
    """A row of a table with nothing but ``values``."""
    row: Row = {column.name: None for column in BY_NAME[table].columns}
    return {**row, "source_section": "0", "source_line": 1, **values}


def document(key: str, sequence: int = 1, **values: Any) -> Row:
    """A row of the table of documents, titled as its key."""
    known = {"title": key, "kind": "other_report", "as_of": "2027-12-31", "sha256": "0" * 64}
    return blank("documents", document=key, sequence=sequence, **{**known, **values})


def money(key: str, code: str, **values: Any) -> Row:
    """A row of appropriations of the economic classification at the end of 2027; amounts in
    kuruş."""
    known = {"classification": "economic", "as_of": "2027-12-31", "statement": 1, "name": code,
             "is_outside_total": False}  # fmt: skip
    return blank("appropriations", document=key, code=code, **{**known, **values})


def result(key: str, goal: int, indicator: int, value: int | Decimal | None, **values: Any) -> Row:
    """An indicator's result at the end of 2027."""
    known = {"as_of": "2027-12-31", "printed": str(value)}
    number = None if value is None else Decimal(value)
    own = {"goal": goal, "indicator": indicator, "value": number}
    return blank("indicator_results", document=key, **own, **{**known, **values})


def planted(report: Report, key: str, sequence: int = 1) -> Callable[[Tables], None]:
    """A change that puts what was read into a dataset's tables."""

    def change(tables: Tables) -> None:
        title = report.title or "Kesin hesap"
        tables["documents"].append(
            document(key, sequence, title=title, kind=report.kind, as_of=report.as_of)
        )
        for table, records in (
            ("appropriations", report.statements),
            ("monthly_amounts", report.months),
        ):
            for record in records:
                values = {
                    "source_section" if name == "section" else
                    "source_line" if name == "line" else
                    "statement" if name == "number" else name: value
                    for name, value in asdict(record).items()
                }  # fmt: skip
                for column in BY_NAME[table].columns:
                    value = values.get(column.name)
                    if column.type == "money" and value is not None:
                        values[column.name] = int(value.scaleb(2))
                tables[table].append(blank(table, **{**values, "document": key}))

    return change


def found(tables: Tables) -> dict[str, Row]:
    """The findings of the checks of results, by their codes."""
    return {row["finding"]: row for run in _run(tables) for row in run.findings}


def compared(tables: Tables) -> dict[str, int]:
    """How many comparisons each check of results made."""
    return {run.check: run.compared for run in _run(tables)}


def _run(tables: Tables) -> list[Run]:
    """The checks of results alone, each run; all checks together take a second."""
    runs = []
    for check in RESULT_CHECKS:
        run = Run(check.name, check.title, tables)
        check.run(run)
        runs.append(run)
    return runs
