"""All kinds of figures of one indicator: each with its year and its kind's name."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from present.indicators.kinds import all_kinds, has_more_kinds, own_values
from present.indicators.model import Indicator, read
from present.kit.figure import Figure
from present.kit.text import ENGLISH, using
from tests.support.figures import rows
from tests.support.indicators import frame

COLUMNS = ["goal", "indicator", "year", "kind", "value", "printed"]
VALUES = pd.DataFrame(
    [
        (1, 1, 2027, "forecast", 17.0, "17"),
        (1, 1, 2025, "year_end_estimate", math.nan, None),
        (1, 1, 2025, "planned", 13.0, "13"),
        (1, 1, 2024, "actual", 10.0, "10"),
        (1, 1, 2026, "target", 15.0, "15"),
        (1, 2, 2026, "target", 99.0, "99"),
    ],
    columns=COLUMNS,
)


def indicator(**row: Any) -> Indicator:
    return read(frame({"calculation": "A / B", **row}))[0]


def figure(values: pd.DataFrame = VALUES) -> Figure:
    own = own_values(values, indicator())
    return all_kinds(indicator(), own, "Ova Belediyesi", 2026, is_dark=False)


def test_the_rows_are_the_indicators_own_by_year_and_kind() -> None:
    own = own_values(VALUES, indicator())
    assert list(zip(own["year"], own["kind"], strict=True)) == [
        (2024, "actual"),
        (2025, "planned"),
        (2025, "year_end_estimate"),
        (2026, "target"),
        (2027, "forecast"),
    ]
    assert has_more_kinds(own)
    assert not has_more_kinds(own[own["kind"].isin(["actual", "target"])])


def test_the_table_names_year_and_kind_of_each_figure() -> None:
    assert rows(figure()) == [
        ["2024 · Gerçekleşen", "10 adet", "10"],
        ["2025 · Planlanan", "13 adet", "13"],
        ["2025 · Yıl sonu gerçekleşme tahmini", "belirtilmemiş", "belirtilmemiş"],
        ["2026 · Hedef", "15 adet", "15"],
        ["2027 · İzleyen yıl tahmini", "17 adet", "17"],
    ]


def test_the_sentence_tells_them_all() -> None:
    assert figure().sentence.startswith(
        "Gösterge: 2024 gerçekleşen 10 adet; 2025 planlanan 13 adet; "
        "2025 yıl sonu gerçekleşme tahmini belirtilmemiş; 2026 hedef 15 adet; "
        "2027 izleyen yıl tahmini 17 adet; "
    )
    with using(ENGLISH):
        assert "2025 planned 13; 2025 year-end estimate not stated" in figure().sentence


def test_every_stated_figure_is_drawn_and_labelled() -> None:
    spec = figure().spec
    assert spec is not None
    data = next(iter(spec["datasets"].values()))
    assert [row["kind"] for row in data] == [
        "actual", "planned", "year_end_estimate", "target", "forecast",
    ]  # fmt: skip
    kinds = {
        step["filter"].split("'")[1]
        for layer in spec["layer"]
        for step in layer.get("transform", ())
        if "datum.kind" in step.get("filter", "")
    }
    assert {row["kind"] for row in data} <= kinds
