"""The figure of the checks: where comparisons do not agree, and all checks in its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from present.findings.model import Check, Kind
from present.findings.words import check_title, outcome, state
from present.findings.words import kind as words_kind
from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Extent, Figure
from present.kit.tables import TableColumn
from present.kit.text import t
from present.places.kinds import COUNT_COLOUR

_COLUMNS = ("check", "title", "compared", "passed", *(kind.value for kind in Kind), "found",
            "state", "address")  # fmt: skip


def checks_figure(
    checks: Sequence[Check], year: int, source: str, link: Callable[[str], str]
) -> Figure:
    """How many findings each check has; checks without any are in the table alone, which tells the
    kinds apart and says which checks did not run.

    ``link`` gives the address of a check's findings. Without a finding nothing is drawn.
    """
    table = pd.DataFrame(
        [
            {
                "check": check.code,
                "title": check_title(check.code, check.title),
                "compared": check.compared,
                "passed": check.passed,
                **{kind.value: check.counts[kind] for kind in Kind},
                "found": check.found,
                "state": state(check.state),
                "address": link(check.code) if check.found else None,
            }
            for check in checks
        ],
        columns=list(_COLUMNS),
    )
    return Figure(
        title=t("findings.checks_title"),
        subtitle=t("findings.checks_subtitle", year=year),
        sentence=outcome(checks, year),
        source=source,
        chart=Chart(_spec, table),
        table=table,
        extent=Extent(sum(check.found > 0 for check in checks), len(checks)),
        columns=(
            TableColumn(
                "title",
                t("findings.column_check"),
                is_heading=True,
                link=_address,
            ),
            TableColumn("compared", t("findings.column_compared"), writing.number, True),
            TableColumn("passed", t("findings.column_passed"), writing.number, True),
            *(TableColumn(kind.value, words_kind(kind), writing.number, True) for kind in Kind),
            TableColumn("state", t("findings.column_state")),
        ),
    )


def _address(row: dict[str, Any]) -> str | None:
    """Where a row leads. No lambda: a page keeps the figure, and pickles it for that."""
    address = row["address"]
    return address if isinstance(address, str) else None


def _spec(table: pd.DataFrame) -> dict[str, Any] | None:
    found = table[table["found"] > 0]
    if found.empty:
        return None
    texts = [
        t(
            "findings.checks_bar",
            found=writing.number(int(row["found"])),
            compared=writing.number(int(row["compared"])),
        )
        for row in found.to_dict("records")
    ]
    rows = pd.DataFrame(
        {
            "key": found["check"],
            "name": found["title"],
            "group": "found",
            "start": 0,
            "end": found["found"],
            "text": texts,
            "detail": [f"{name}: {text}" for name, text in zip(found["title"], texts, strict=True)],
        }
    )
    return specification(bars(rows, {"found": COUNT_COLOUR}))
