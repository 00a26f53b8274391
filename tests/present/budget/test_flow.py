"""The flow of the whole: each level adds up to it, and the chart draws what the table holds."""

from __future__ import annotations

import pickle
import re
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
import vl_convert

from present.budget.flow import flow_figure
from present.kit.figure import Figure
from present.kit.setting import Background
from present.kit.text import ENGLISH, using
from tests.present.budget import frames as small

LIGHT = Background("Örnek Belediyesi", 2025, 1000, is_dark=False)
WIDTHS = (280, 358, 740, 904, 1200)


def figure(lines: pd.DataFrame = small.LINES, needs: pd.DataFrame = small.NEEDS) -> Figure:
    return flow_figure(lines, needs, LIGHT, {"1": "/butce?amac=1"})


def records(made: Figure, column: str, form: int) -> list[dict[str, Any]]:
    assert made.spec is not None
    return [
        row
        for rows in made.spec["datasets"].values()
        for row in rows
        if column in row and row["form"] == form
    ]


def test_each_way_of_the_money_is_a_row_and_all_add_up() -> None:
    table = figure().table
    own, whole = table.iloc[:-1], table.iloc[-1]
    assert own[["source", "name", "code", "amount_kurus"]].to_numpy().tolist() == [
        ["Belediye bütçesi", "1. Amaç 1", "03 Kod 03", 8000],
        ["Belediye bütçesi", "1. Amaç 1", "06 Kod 06", 7000],
        ["Belediye bütçesi", "2. Amaç 2", "01 Kod 01", 14000],
        ["Belediye bütçesi", "2. Amaç 2", "06 Kod 06", 10000],
        ["Belediye bütçesi", "Genel yönetim giderleri", "03 Kod 03", 4000],
        ["Belediye bütçesi", "Genel yönetim giderleri", "09 Satır 09", 1000],
        ["Bütçe dışı: diğer yurt içi kaynak", "2. Amaç 2", "Bütçe dışı: ekonomik kodu yok", 6000],
    ]  # fmt: skip
    assert whole["amount_kurus"] == own["amount_kurus"].sum() == 50000
    assert own["share"].sum() == pytest.approx(1)
    assert own["link"].tolist()[:3] == ["/butce?amac=1", "/butce?amac=1", ""]


def test_the_committed_programme_adds_up_at_each_level() -> None:
    table = figure(small.committed_lines(), small.committed_needs()).table
    own, whole = table.iloc[:-1], table.iloc[-1]["amount_kurus"]
    assert whole == 17_000_000_000_00
    for level in ("source", "name", "code"):
        assert own.groupby(level)["amount_kurus"].sum().sum() == whole
    off = own[own["source"] != "Belediye bütçesi"]
    assert set(off["code"]) == {"Bütçe dışı: ekonomik kodu yok"}
    assert not own[own["source"] == "Belediye bütçesi"]["code"].isin(off["code"]).any()


def test_the_sentence_names_the_largest_of_each_level() -> None:
    made = figure()
    assert made.sentence == (
        "2025 planındaki 500 TL içinde en büyük kaynak 440 TL (%88,0) ile “Belediye bütçesi”; en "
        "çok para 300 TL (%60,0) ile “2. Amaç 2” satırına, ekonomik kodlardan 170 TL (%34,0) ile "
        "“06 Kod 06” koduna ayrılıyor. Bütçe dışı 60 TL (%12,0) belgede ekonomik koda bölünmüyor."
    )
    assert pickle.loads(pickle.dumps(made)).sentence == made.sentence
    with using(ENGLISH):
        assert figure().sentence.endswith(
            "The document splits the off-budget 60 TL (12.0%) by no economic code."
        )


def test_without_off_budget_money_nothing_is_said_of_it() -> None:
    lines = small.lines([(1, 1, 1, "fen", "budget", "03", 60)])
    made = figure(lines, small.needs([]))
    assert "ütçe dışı" not in made.sentence
    assert made.table["code"].tolist() == ["03 Kod 03", ""]


@pytest.mark.parametrize("form", [0, 1, 2])
def test_bands_fill_their_nodes_and_no_words_lie_over_others(form: int) -> None:
    made = figure(small.committed_lines(), small.committed_needs())
    bands = records(made, "thick", form)
    # Each column's money is as high as the others': what leaves the sources arrives at the codes.
    by_step: dict[str, float] = {}
    for band in bands:
        step = band["band"].partition(".")[0]
        by_step[step] = by_step.get(step, 0) + band["thick"]
    assert by_step["0"] == pytest.approx(by_step["1"], abs=0.5)
    places: dict[tuple[float, float], list[tuple[float, float]]] = {}
    for word in records(made, "lines", form):
        high = (word["lines"].count("\n") + 1) * word["high"]
        place = places.setdefault((word["fix"], word["part"]), [])
        place.append((word["top"], word["top"] + high))
    for column in places.values():
        ordered = sorted(column)
        for (_, end), (start, _) in pairwise(ordered):
            assert start >= end - 0.5


@pytest.mark.parametrize("width", WIDTHS)
def test_every_node_is_named_with_amount_and_share_at_every_width(width: int) -> None:
    made = figure(small.committed_lines(), small.committed_needs())
    svg = vl_convert.vegalite_to_svg({**(made.spec or {}), "width": width})
    assert "NaN" not in svg
    assert "undefined" not in svg
    assert "…" not in svg
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg)]
    assert min(sizes) >= 11
    text = " ".join(re.sub(r"<[^>]*>", " ", svg).split())
    for part in ("Belediye bütçesi", "16,1 milyar TL", "%94,7", "7. Kurumsal", "4,3 milyar TL",
                 "%25,3", "03 Mal ve Hizmet", "09 Yedek Ödenek", "%9,1"):  # fmt: skip
        assert part in text, part


def test_what_no_band_can_show_the_table_tells() -> None:
    lines = small.lines(
        [(1, 1, 1, "fen", "budget", "03", -60), (2, 2, 2, "fen", "budget", "06", 100)]
    )
    made = figure(lines, small.needs([]))
    assert made.spec is None
    assert made.table["amount_kurus"].tolist() == [-6000, 10000, 4000]


def test_no_lines_draw_nothing() -> None:
    made = figure(small.LINES.iloc[:0], small.NEEDS.iloc[:0])
    assert made.spec is None
    assert made.table.empty
    assert made.sentence == "Bu programda kaynağından izlenebilecek bir tutar yok."
