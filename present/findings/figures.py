"""The figure of the checks: where comparisons do not agree, and all checks in its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from present.findings.model import Check
from present.findings.words import check_title, outcome
from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.figure import Figure
from present.kit.tables import TableColumn
from present.kit.text import t
from present.places.kinds import COUNT_COLOUR

_COLUMNS = ("check", "title", "compared", "passed", "failed", "address")


def checks_figure(
    checks: Sequence[Check], year: int, source: str, link: Callable[[str], str]
) -> Figure:
    """How many comparisons of each check do not agree; checks without any are in the table alone.

    ``link`` gives the address of a check's findings. Without a disagreement nothing is drawn.
    """
    table = pd.DataFrame(
        [
            {
                "check": check.code,
                "title": check_title(check.code, check.title),
                "compared": check.compared,
                "passed": check.passed,
                "failed": check.failed,
                "address": link(check.code) if check.failed else None,
            }
            for check in checks
        ],
        columns=list(_COLUMNS),
    )
    return Figure(
        title=t("findings.checks_title"),
        subtitle=t("findings.checks_subtitle", year=year),
        sentence=outcome(checks),
        source=source,
        spec=_spec(table),
        table=table,
        columns=(
            TableColumn(
                "title",
                t("findings.column_check"),
                is_heading=True,
                link=_address,
            ),
            TableColumn("compared", t("findings.column_compared"), writing.number, True),
            TableColumn("passed", t("findings.column_passed"), writing.number, True),
            TableColumn("failed", t("findings.column_failed"), writing.number, True),
        ),
    )


def _address(row: dict[str, Any]) -> str | None:
    """Where a row leads. No lambda: a page keeps the figure, and pickles it for that."""
    address = row["address"]
    return address if isinstance(address, str) else None


def _spec(table: pd.DataFrame) -> dict[str, Any] | None:
    failed = table[table["failed"] > 0]
    if failed.empty:
        return None
    texts = [
        t(
            "findings.checks_bar",
            failed=writing.number(int(row["failed"])),
            compared=writing.number(int(row["compared"])),
        )
        for row in failed.to_dict("records")
    ]
    rows = pd.DataFrame(
        {
            "key": failed["check"],
            "name": failed["title"],
            "group": "failed",
            "start": 0,
            "end": failed["failed"],
            "text": texts,
            "detail": [
                f"{name}: {text}" for name, text in zip(failed["title"], texts, strict=True)
            ],
        }
    )
    return specification(bars(rows, {"failed": COUNT_COLOUR}))
