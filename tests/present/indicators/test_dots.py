"""The dots of one indicator: on one scale of its own, joined where both years are stated."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
import vl_convert

from present.indicators.charts import indicator_results, indicator_years
from present.indicators.colours import dot_inks
from present.indicators.dots import domain, ticks

INKS = dot_inks(is_dark=False)
NOTHING = float("nan")


def years(*values: float) -> pd.DataFrame:
    kinds = ("actual", "estimate", "target")
    return pd.DataFrame(
        [
            {"label": kind, "kind": kind, "value": value, "text": f"{value:g}", "detail": kind}
            for kind, value in zip(kinds, values, strict=True)
        ]
    )


def joints(*values: float) -> list[dict[str, Any]]:
    spec = indicator_years(years(*values), INKS).to_dict()
    return [row for rows in spec["datasets"].values() for row in rows if "next" in row]


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ([70, 17, 18], (0, 70)),
        ([402_000, 402_000, 450_000], (394_800, 457_200)),
        ([5, 5, 5], (0, 5)),
        ([0, 0], (0, 1)),
        ([], (0, 1)),
        ([-4, -1], (-4, 0)),
        ([-3, 6], (-3, 6)),
    ],
)
def test_the_scale_begins_at_zero_unless_figures_lie_close(
    values: list[float], scale: tuple[float, float]
) -> None:
    assert domain(values) == pytest.approx(scale)


def test_ticks_are_round_numbers_within_the_scale() -> None:
    assert ticks(0, 70) == [0, 20, 40, 60]
    assert ticks(394_800, 457_200) == [400_000, 420_000, 440_000]
    assert ticks(0, 1) == [0, 0.5, 1]
    assert ticks(-3, 6) == [0, 5]


def test_a_line_joins_what_is_stated_and_leads_over_no_gap() -> None:
    assert [(row["value"], row["next"]) for row in joints(1, 2, 3)] == [(1, 2), (2, 3)]
    assert [(row["value"], row["next"]) for row in joints(NOTHING, 2, 3)] == [(2, 3)]
    assert joints(1, NOTHING, 3) == joints(NOTHING, NOTHING, NOTHING) == []


def drawn(width: int, values: tuple[float, ...]) -> str:
    spec = indicator_years(years(*values), INKS).to_dict()
    return vl_convert.vegalite_to_svg({**spec, "width": width})


@pytest.mark.parametrize("width", [340, 900])
def test_a_stated_zero_has_a_dot_and_what_is_not_stated_has_none(width: int) -> None:
    def dots(*values: float) -> int:
        svg = drawn(width, values)
        assert "NaN" not in svg.replace(">nan<", "")
        assert "undefined" not in svg
        return svg.count('aria-roledescription="point"')

    assert dots(5, 5, 10) == dots(0, 5, 10) == dots(0, 0, 0) == 3
    assert dots(NOTHING, 5, 10) == 2
    assert dots(NOTHING, NOTHING, NOTHING) == 0


def test_results_are_not_joined() -> None:
    rows = years(1, 2, 3).assign(kind=["target", "actual", "expected"])
    spec = indicator_results(rows, "#0B7A5E", INKS).to_dict()
    assert not [row for data in spec["datasets"].values() for row in data if "next" in row]
