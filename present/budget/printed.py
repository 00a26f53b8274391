"""The document's own money tables as they are printed: 2.5 in full, of 2.4 the lines of totals.

Goals' and activities' lines of 2.4 stand with their goals.
"""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from present.kit import writing
from present.kit.markup import Pieces
from present.kit.tables import TableColumn, folded, html_table
from present.kit.text import t

_PIECES = Pieces("budget/html.jinja")


def printed_html(needs: pd.DataFrame, performance: pd.DataFrame, place: str) -> Markup:
    """Both tables behind folds with where they stand; nothing for a programme without them.

    ``needs`` is table 2.5, ``performance`` table 2.4, ``place`` names the document.
    """
    totals = performance[performance["level"] == "total"]
    tables = [
        *_folded(needs, _needs_columns(needs), "needs"),
        *_folded(totals, _totals_columns(), "totals"),
    ]
    return _PIECES("printed", tables=tables, place=place) if tables else Markup("")


def _folded(frame: pd.DataFrame, columns: list[TableColumn], name: str) -> list[Markup]:
    """A table behind its fold; nothing for one without rows."""
    if frame.empty:
        return []
    title = t(f"budget.printed.{name}_title")
    table = html_table(frame, columns, t("common.table_show", title=title))
    return [folded(t("common.table_label", title=title), table)]


def _money(name: str) -> TableColumn:
    return TableColumn(f"{name}_kurus", t(f"budget.printed.{name}"), writing.money, is_number=True)


def _percent(name: str) -> TableColumn:
    return TableColumn(
        name, t("budget.printed.share"), lambda value: writing.measure(value, "%"), is_number=True
    )


def _line() -> TableColumn:
    return TableColumn("source_line", t("budget.printed.line"), str, is_number=True)


def _needs_columns(needs: pd.DataFrame) -> list[TableColumn]:
    columns = [
        TableColumn("line", t("budget.printed.code"), lambda line: line if line.isdigit() else "–"),
        TableColumn("label", t("budget.printed.label"), is_heading=True, is_verbatim=True),
        *(_money(name) for name in ("activities", "general_administration", "transfers", "total")),
    ]
    if needs["correction"].notna().any():
        columns.append(
            TableColumn(
                "correction",
                t("budget.printed.correction"),
                lambda text: text if writing.is_stated(text) else "–",
                is_verbatim=True,
            )
        )
    return [*columns, _line()]


def _totals_columns() -> list[TableColumn]:
    return [
        TableColumn("label", t("budget.printed.label"), is_heading=True, is_verbatim=True),
        _money("budget"),
        _percent("budget_share"),
        _money("off_budget"),
        _percent("off_budget_share"),
        _money("total"),
        _percent("total_share"),
        _line(),
    ]
