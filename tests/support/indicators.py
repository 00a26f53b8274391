"""A small hand-made frame in the form of ``db.queries.indicators``."""

from __future__ import annotations

from typing import Any

import pandas as pd

DEFAULTS: dict[str, Any] = {
    "goal": 1,
    "indicator": 1,
    "goal_statement": "İmar planlarını yapmak.",
    "goal_short": "İmar planlarını yapmak.",
    "aim": 1,
    "aim_short": "İmar",
    "objective": "1.1",
    "name": "Gösterge",
    "name_printed": "Gösterge (adet)",
    "unit": "adet",
    "unit_printed": "adet",
    "is_cumulative": False,
    "is_yearly": False,
    "direction": "more",
    "direction_reason": "Çok olması iyidir.",
    "note": None,
    "units": ("fen-isleri",),
    "actual_year": 2023,
    "actual": 10.0,
    "actual_printed": "10",
    "estimate_year": 2024,
    "estimate": 12.0,
    "estimate_printed": "12",
    "target_year": 2025,
    "target": 15.0,
    "target_printed": "15",
    "correction": None,
    "source_section": "2.3.1",
    "source_line": 918,
}

#: Words of every course but two, and what is hard to show: markup in names, a misprint, no unit,
#: past the end.
ROWS: tuple[dict[str, Any], ...] = (
    {"name": "Yeşil alan <b>miktarı</b>", "unit": "m²", "note": "Sahabiye & Erkilet"},  # faster
    {"indicator": 2, "name": "Çağrı sayısı", "target": 13.0, "target_printed": "13"},  # on trend
    {"indicator": 3, "name": "İhale oranı", "unit": "%", "actual": 100.0, "actual_printed": "100",
     "estimate": 100.0, "estimate_printed": "100", "target": 100.0, "target_printed": "100",
     "direction": "keep"},
    {"indicator": 4, "name": "Sigortalı araç", "unit": None, "unit_printed": None,
     "target": 12.0, "target_printed": "12"},
    {"goal": 2, "name": "Ağaç", "objective": "2.1", "aim": 2, "aim_short": "Ulaşım",
     "goal_statement": "Yolları bakımlı tutmak.", "units": ("ulasim", "zabita"),
     "actual": 2.0, "actual_printed": "2", "target": 3.0, "target_printed": "3",
     "is_cumulative": True},
    {"goal": 2, "indicator": 2, "name": "Izgara", "objective": "2.1", "aim": 2,
     "aim_short": "Ulaşım", "goal_statement": "Yolları bakımlı tutmak.", "units": ("zabita",),
     "actual": float("nan"), "actual_printed": "-", "is_yearly": True},
    {"goal": 2, "indicator": 3, "name": "Eğitim alan kişi", "objective": "2.1", "aim": 2,
     "aim_short": "Ulaşım", "goal_statement": "Yolları bakımlı tutmak.", "units": ("zabita",),
     "actual": 38000.0, "actual_printed": "38.000", "estimate": 40000.0,
     "estimate_printed": "40.00", "target": 45000.0, "target_printed": "45.000",
     "correction": "40.000 olarak “okundu”."},
    {"goal": 2, "indicator": 4, "name": "Sonuçlandırma süresi", "unit": "gün", "objective": "2.1",
     "aim": 2, "aim_short": "Ulaşım", "goal_statement": "Yolları bakımlı tutmak.",
     "units": ("zabita",), "actual": 10.0, "estimate": 8.0, "estimate_printed": "8",
     "target": 6.0, "target_printed": "6", "direction": "less"},
)  # fmt: skip


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    """The rows given (each over the defaults), else ``ROWS``."""
    records = [{**DEFAULTS, **row} for row in (rows or ROWS)]
    return pd.DataFrame.from_records(records, columns=list(DEFAULTS))


def empty() -> pd.DataFrame:
    """The same columns, no rows."""
    return frame().iloc[:0]
