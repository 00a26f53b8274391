"""The bars of units' money, and paired bars."""

from __future__ import annotations

import pandas as pd

from present.kit.setting import Background
from present.kit.theme import palette
from present.units.charts import MoneyBar, money_bars, paired

LIGHT = Background("Örnek", 2025, None, is_dark=False)
BARS = (
    MoneyBar("a", "Bir", "off_budget", 25_50),
    MoneyBar("b", "İki", "budget", 100_00),
)


def test_bars_begin_at_nothing_and_end_at_lira_in_the_order_given() -> None:
    spec = money_bars(BARS, 200_00, LIGHT)
    assert spec is not None
    (rows,) = spec["datasets"].values()
    told = ("key", "name", "group", "start", "end", "text", "detail")
    assert [tuple(row[name] for name in told) for row in rows] == [
        ("a", "Bir", "off_budget", 0, 25.5, "25,50 TL · %12,8", "Bir: 25,50 TL, %12,8"),
        ("b", "İki", "budget", 0, 100, "100 TL · %50,0", "İki: 100 TL, %50,0"),
    ]
    tones = palette(False)
    colour = spec["layer"][0]["encoding"]["color"]
    assert colour["scale"] == {
        "domain": ["off_budget", "budget"],
        "range": [tones.quiet, tones.money],
    }
    assert colour["legend"]["labelExpr"].startswith(
        '({"off_budget": "Bütçe dışı", "budget": "Bütçe"})'
    )


def test_one_kind_of_money_needs_no_legend_and_no_bars_no_chart() -> None:
    spec = money_bars(BARS[1:], None, LIGHT)
    assert spec is not None
    assert spec["layer"][0]["encoding"]["color"]["legend"] is None
    assert money_bars((), 1, LIGHT) is None


def test_only_bars_that_can_be_clicked_show_it() -> None:
    cursors = []
    for is_clickable in (True, False):
        spec = money_bars(BARS, None, LIGHT, is_clickable=is_clickable)
        assert spec is not None
        cursors.append(spec["layer"][-1]["mark"]["cursor"])
    assert cursors == ["pointer", "default"]


def test_paired_bars_have_one_scale_and_a_letter_each() -> None:
    rows = pd.DataFrame(
        [
            {"key": key, "name": key, "side": side, "end": end, "text": str(end), "detail": ""}
            for key, ends in (("x", (4.0, 10.0)), ("y", (0.0, 2.0)))
            for side, end in zip("AB", ends, strict=True)
        ]
    )
    spec = paired(rows, full="#111111", light="#eeeeee", ink="#000000").to_dict(validate=False)
    domains = [
        layer["encoding"]["x"]["scale"]["domain"]
        for layer in spec["layer"]
        if "scale" in layer["encoding"]["x"]
    ]
    assert domains == [[0, 10.0]] * 3
    (data,) = (rows for rows in spec["datasets"].values() if len(rows) == 4)
    assert [row["offset"] for row in data] == [0, 22, 0, 22]
    assert any(layer["encoding"].get("text", {}).get("field") == "side" for layer in spec["layer"])
    assert spec["height"] == max(row["bottom"] for row in data)
