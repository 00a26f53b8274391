"""A chart fills its room: enlarged, closer, further apart, with fewer rows, never too small."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from present.kit.charts.spec import following
from present.picture.rows import largest, rows, stacked
from present.picture.sizes import FRAMES, Size
from present.units.charts import paired
from tests.present.picture.drawn import (
    FIGURE,
    FIXED,
    SPEC,
    SVG,
    Drawer,
    in_order,
    made,
    row_chart,
    words,
)


@pytest.mark.parametrize("wanted", FIXED)
def test_a_chart_of_many_rows_shows_the_largest_and_says_so(wanted: Size) -> None:
    draw = Drawer()
    found, root = made(replace(FIGURE, chart=row_chart(60, apart=True)), wanted, draw)
    in_order(found, root, wanted)
    last = draw.asked[-1]
    (kept,) = last["datasets"].values()
    assert 1 < len(kept) < 60
    # The longest bar stands last, and stays there; the others are the longest of the rest.
    assert [one["key"] for one in kept] == [*(f"k{place}" for place in range(len(kept) - 1)), "k59"]
    assert f"(en büyük {len(kept)} / 60)" in words(root)
    assert "60 satırın hepsi sayfadaki tabloda." in words(root)
    assert kept[-1]["bottom"] == last["height"]
    frame = FRAMES[wanted]
    assert (frame.width - 2 * frame.margin) / last["width"] >= frame.least / 14 * 0.99


@pytest.mark.parametrize("wanted", FIXED)
def test_rows_move_closer_before_any_is_left_out(wanted: Size) -> None:
    steps, natural = list[float](), row_chart(1)["height"]
    for count in (2, *range(3, 40, 2)):
        draw = Drawer()
        _, root = made(replace(FIGURE, chart=row_chart(count)), wanted, draw)
        if "satır" in words(root):
            break
        (kept,) = draw.asked[-1]["datasets"].values()
        assert len(kept) == count
        tops = [row["top"] for row in kept]
        own = {round(later - top, 1) for top, later in pairwise(tops)}
        assert len(own) == 1
        steps += own
    assert min(steps) < natural


@pytest.mark.parametrize("wanted", FIXED)
def test_a_chart_with_few_rows_is_enlarged_and_spread(wanted: Size) -> None:
    draw = Drawer()
    found, root = made(replace(FIGURE, chart=row_chart(2)), wanted, draw)
    in_order(found, root, wanted)
    last, frame = draw.asked[-1], FRAMES[wanted]
    zoom = (frame.width - 2 * frame.margin) / last["width"]
    assert zoom > frame.least / 14 * 1.2
    # Names are broken for a telephone's width.
    assert last["width"] >= 349


def ladder_chart(count: int) -> dict[str, Any]:
    """A chart on a scale of names, from the first one to the last."""
    names = [f"Ad {place}" for place in range(count)]
    return {
        "mark": "bar",
        "height": count * 30,
        "datasets": {"data": [{"name": name, "value": 1} for name in names]},
        "encoding": {"y": {"field": "name", "type": "nominal", "sort": names}},
    }


@pytest.mark.parametrize("wanted", FIXED)
def test_a_scale_of_names_keeps_the_first_or_moves_apart(wanted: Size) -> None:
    draw = Drawer()
    _, root = made(replace(FIGURE, chart=ladder_chart(60)), wanted, draw)
    last = draw.asked[-1]
    (kept,) = last["datasets"].values()
    assert 2 < len(kept) < 60
    assert [row["name"] for row in kept] == [f"Ad {place}" for place in range(len(kept))]
    assert last["height"] == 30 * len(kept)
    assert f"(en büyük {len(kept)} / 60)" in words(root)
    _, root = made(replace(FIGURE, chart=ladder_chart(2)), wanted, draw)
    assert "/ 2)" not in words(root)
    assert draw.asked[-1]["height"] >= 60


def test_a_chart_that_follows_its_height_is_drawn_lower_before_it_is_given_up() -> None:
    for lowest, is_drawn in ((0.5, True), (0.95, False)):
        draw = Drawer()
        spec = {**SPEC, "height": 330, "usermeta": following(lowest)}
        _, root = made(replace(FIGURE, chart=spec), Size.SQUARE, draw)
        assert (root.find(f".//{SVG}g[@id='chart']") is not None) == is_drawn
    draw = Drawer()
    wide = {**SPEC, "height": 100, "usermeta": following(0.5, 0.2)}
    made(replace(FIGURE, chart=wide), Size.STORY, draw)
    last = draw.asked[-1]
    assert last["height"] == pytest.approx(0.2 * last["width"], abs=2)


def test_the_rows_of_the_page_s_own_size_are_left_alone() -> None:
    draw = Drawer()
    spec = row_chart(60)
    found, _ = made(replace(FIGURE, chart=spec), Size.WEB, draw)
    (asked,) = draw.asked
    assert asked["datasets"] == spec["datasets"]
    assert found.height > spec["height"]


def test_rows_of_pairs_are_kept_together() -> None:
    frame = pd.DataFrame(
        {
            "key": ["a", "a", "b", "b", "c", "c"],
            "name": ["A", "A", "B", "B", "C", "C"],
            "side": ["A", "B"] * 3,
            "end": [5.0, 1.0, 0.0, 2.0, 1.0, 9.0],
            "text": "x",
            "detail": "",
        }
    )
    spec: dict[str, Any] = paired(frame, full="#000", light="#eee", ink="#000").to_dict()
    found = rows(spec)
    assert [(row.key, row.end) for row in found] == [("a", 5), ("b", 2), ("c", 9)]
    kept = largest(found, found[0].need * 2)
    assert [row.key for row in kept] == ["a", "c"]
    (records,) = stacked(spec, kept, 10)["datasets"].values()
    assert [one["key"] for one in records] == ["a", "a", "c", "c"]
    assert [row.key for row in largest(found, 0)] == ["c"]
    assert rows(SPEC) == []
