"""The figures of the indicators: what is drawn, what is said and what the table holds agree."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest
import vl_convert

from present.indicators.ambition import Ambition
from present.indicators.colours import tones
from present.indicators.figures import by_aim, three_years
from present.indicators.model import read
from present.kit.figure import Figure
from present.kit.tables import html_table
from present.kit.text import ENGLISH, using
from present.kit.theme import palette
from tests.support.indicators import empty, frame


def drawn(figure: Figure) -> list[dict[str, Any]]:
    assert figure.spec is not None
    return next(iter(figure.spec["datasets"].values()))  # type: ignore[no-any-return]


def texts(figure: Figure) -> list[str]:
    """All text of the chart as drawn."""
    assert figure.spec is not None
    spec = {**figure.spec, "width": 600}
    svg = vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=[])
    nodes = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return ["".join(node.itertext()) for node in nodes]


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_words_by_aim_add_up(is_dark: bool) -> None:
    figure = by_aim(read(frame()), "BELEDİYE", 2025, is_dark=is_dark)
    rows = figure.table.to_dict("records")
    assert [row["aim"] for row in rows] == ["İmar", "Ulaşım"]
    assert [row["total"] for row in rows] == [4, 4]
    assert all(row["total"] == sum(row[ambition.value] for ambition in Ambition) for row in rows)
    assert sum(segment["count"] for segment in drawn(figure)) == 8
    assert all(
        segment["end"] - segment["start"] == segment["count"] > 0 for segment in drawn(figure)
    )
    assert "config" not in (figure.spec or {})
    assert "4 tanesi 2024 tahmininden ileride" in figure.sentence
    assert "İmar · 4 gösterge" in texts(figure)


def test_the_table_can_be_written() -> None:
    figure = by_aim(read(frame()), "BELEDİYE", 2025, is_dark=False)
    assert "hedefe 2024&#x27;te ulaşılıyor" in html_table(figure.table, figure.columns, "x")


def test_without_indicators_there_is_nothing_to_draw() -> None:
    figure = by_aim(read(empty()), "BELEDİYE", 2025, is_dark=False)
    assert figure.spec is None
    assert len(figure.table) == 0
    assert html_table(figure.table, figure.columns, "x")


@pytest.mark.parametrize("is_dark", [False, True])
def test_three_years_show_read_and_printed_figures(is_dark: bool) -> None:
    indicator = next(indicator for indicator in read(frame()) if indicator.code == "2.3")
    figure = three_years(indicator, "BELEDİYE", 2025, is_dark=is_dark)
    assert list(figure.table["text"]) == ["38.000 adet", "40.000 adet", "45.000 adet"]
    assert list(figure.table["printed"]) == ["38.000", "40.00", "45.000"]
    assert "2024 tahmin 40.000 adet" in figure.sentence
    assert figure.source.endswith("bölüm 2.3.1, kaynak metinde satır 918")
    assert {"2023 gerçekleşen", "2024 tahmin", "2025 hedef", "45.000 adet"} <= set(texts(figure))


def test_a_year_that_is_not_stated_has_no_dot() -> None:
    indicator = next(indicator for indicator in read(frame()) if indicator.code == "2.2")
    figure = three_years(indicator, "BELEDİYE", 2025, is_dark=False)
    assert drawn(figure)[0]["value"] is None
    assert "belirtilmemiş" in texts(figure)
    assert "2023 gerçekleşen belirtilmemiş" in figure.sentence


def test_nothing_stated_at_all_still_draws() -> None:
    nothing = {f"{kind}": float("nan") for kind in ("actual", "estimate", "target")}
    figure = three_years(read(frame(nothing))[0], "BELEDİYE", 2025, is_dark=False)
    assert texts(figure).count("belirtilmemiş") == 3


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("is_dark", "page"), [(False, "#FFFFFF"), (True, "#0E1B2A")])
def test_segments_stand_out_and_their_figures_can_be_read(is_dark: bool, page: str) -> None:
    assert set(tones(is_dark)) == set(Ambition)
    for word, tone in tones(is_dark).items():
        assert contrast(tone.edge, page) >= 3, word
        assert contrast(tone.ink, tone.ground) >= 4.5, word


SUMMARY = (
    "2025 için önceki yıllarla karşılaştırılabilen 7 hedefin 4 tanesi 2024 tahmininden ileride, 2 "
    "tanesi 2024 tahminine eşit ve 1 tanesi 2024 tahmininin gerisinde. 1 gösterge "
    "karşılaştırılamıyor. Onda hedef 2024 tahmininden geri değil, ama 2023 değeri belirtilmemiş."
)


def test_the_aims_are_told_in_their_order_with_all_words() -> None:
    figure = by_aim(read(frame())[::-1], "Kurum", 2025, is_dark=False)
    assert figure.title == "Stratejik amaçlara göre hedeflerin anlamı"
    assert figure.subtitle == (
        "Gösterge sayısı; 2025 hedefi, 2024 tahmini ve 2023 gerçekleşeni karşılaştırılarak"
    )
    assert figure.sentence == SUMMARY
    assert figure.source == "Kurum, 2025 Yılı Performans Programı, bölüm 2.3"
    assert figure.table.to_dict("split")["data"] == [
        ["İmar", 1, 1, 1, 0, 1, 0, 0, 0, 0, 0, 4],
        ["Ulaşım", 1, 1, 0, 0, 0, 0, 0, 1, 0, 1, 4],
    ]
    assert [(column.name, column.label) for column in figure.columns] == [
        ("aim", "Stratejik amaç"),
        ("ivme-gerekiyor", "ivme gerekiyor"),
        ("egilimle-uyumlu", "eğilimle uyumlu"),
        ("hedefe-ulasiliyor", "hedefe 2024'te ulaşılıyor"),
        ("tavanda", "%100'e ulaşılıyor"),
        ("duzey-korunuyor", "düzey korunuyor"),
        ("gerceklesenin-altinda", "2023'ün altında hedef"),
        ("iki-yilin-altinda", "2024'ün ve 2023'ün altında hedef"),
        ("altinda-hedef", "2024'ün altında hedef"),
        ("yonsuz", "yönsüz"),
        ("karsilastirilamiyor", "karşılaştırılamıyor"),
        ("total", "Toplam"),
    ]
    assert [column.is_heading for column in figure.columns] == [True] + [False] * 11
    assert [column.is_number for column in figure.columns] == [False] + [True] * 11


def test_the_segments_of_an_aim_follow_each_other() -> None:
    twice = read(
        frame(
            *[{"indicator": place} for place in (1, 2)], {"indicator": 3, "target": 9, "actual": 9}
        )
    )
    assert drawn(by_aim(twice, "Kurum", 2025, is_dark=False)) == [
        {
            "aim": 1,
            "aim_label": "İmar · 3 gösterge",
            "word": "ivme gerekiyor",
            "count": 2,
            "start": 0,
            "end": 2,
            "detail": "İmar: ivme gerekiyor, 2 gösterge",
            "ink": "#FFFFFF",
            "lines": "İmar · 3 gösterge",
            "line_count": 1,
        },
        {
            "aim": 1,
            "aim_label": "İmar · 3 gösterge",
            "word": "2024'ün altında hedef",
            "count": 1,
            "start": 2,
            "end": 3,
            "detail": "İmar: 2024'ün altında hedef, 1 gösterge",
            "ink": "#FFFFFF",
            "lines": "İmar · 3 gösterge",
            "line_count": 1,
        },
    ]


def test_the_first_indicator_of_an_aim_names_it() -> None:
    rows = [{"goal": 2, "aim_short": "Sonra"}, {"indicator": 2, "aim_short": "Önce"}]
    figure = by_aim(read(frame(*rows)), "Kurum", 2025, is_dark=False)
    assert figure.table["aim"].tolist() == ["Önce"]


def test_three_years_are_told_with_their_years_and_place() -> None:
    row = {"name": "Ağaç", "actual": float("nan"), "actual_printed": None, "target_year": None}
    (indicator,) = read(frame(row))
    figure = three_years(indicator, "Kurum", 2025, is_dark=False)
    assert figure.title == "1.1 Ağaç"
    assert figure.subtitle == "2023 gerçekleşen, 2024 tahmin, 2025 hedef; birim: adet"
    assert figure.sentence == (
        "Ağaç: 2023 gerçekleşen belirtilmemiş, 2024 tahmin 12 adet, 2025 hedef 15 adet; "
        "karşılaştırılamıyor."
    )
    assert figure.source == (
        "Kurum, 2025 Yılı Performans Programı, bölüm 2.3.1, kaynak metinde satır 918"
    )
    assert figure.own == ("Ağaç",)
    assert figure.table.drop(columns="value").to_dict("split")["data"] == [
        ["2023 gerçekleşen", "actual", "belirtilmemiş", "2023 gerçekleşen: belirtilmemiş",
         "belirtilmemiş"],
        ["2024 tahmin", "estimate", "12 adet", "2024 tahmin: 12 adet", "12"],
        ["2025 hedef", "target", "15 adet", "2025 hedef: 15 adet", "15"],
    ]  # fmt: skip
    assert figure.table["value"].tolist()[1:] == [12.0, 15.0]
    assert [(column.name, column.label) for column in figure.columns] == [
        ("label", "Yıl ve tür"),
        ("value", "Değer"),
        ("printed", "Belgede yazan"),
    ]
    assert [column.is_heading for column in figure.columns] == [True, False, False]
    assert [column.is_number for column in figure.columns] == [False, True, True]


def test_an_indicator_without_a_unit_says_so() -> None:
    (indicator,) = read(frame({"unit": None}))
    assert three_years(indicator, "Kurum", 2025, is_dark=False).subtitle == (
        "2023 gerçekleşen, 2024 tahmin, 2025 hedef; birim: belirtilmemiş"
    )


def test_years_that_figures_carry_come_before_those_of_the_programme() -> None:
    (indicator,) = read(frame({"actual_year": 2019}))
    figure = three_years(indicator, "Kurum", 2030, is_dark=False)
    assert figure.table["label"].tolist() == ["2019 gerçekleşen", "2024 tahmin", "2025 hedef"]
    assert figure.subtitle.startswith("2028 gerçekleşen, 2029 tahmin, 2030 hedef")


def test_only_what_is_printed_is_the_documents_own() -> None:
    (indicator,) = read(frame({"actual": float("nan"), "actual_printed": None}))
    figure = three_years(indicator, "Kurum", 2025, is_dark=False)
    with using(ENGLISH):
        html = html_table(figure.table, figure.columns, "x")
    assert html.count('<span lang="tr">') == 3


def test_of_one_goal_the_first_number_names_the_aim() -> None:
    rows = [{"indicator": 2, "aim_short": "Sonra"}, {"indicator": 1, "aim_short": "Önce"}]
    figure = by_aim(read(frame(*rows)), "Kurum", 2025, is_dark=False)
    assert figure.table["aim"].tolist() == ["Önce"]


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_target_is_hollow_over_the_ground(is_dark: bool) -> None:
    figure = three_years(read(frame())[0], "Kurum", 2025, is_dark=is_dark)
    assert figure.spec is not None
    colours = palette(is_dark)
    marks = [layer["mark"] for layer in figure.spec["layer"]]
    actual, estimate, target = (mark for mark in marks if mark["type"] == "point" and mark["aria"])
    assert (actual["fill"], estimate["fill"]) == (colours.accent, colours.accent)
    assert actual.get("fillOpacity", 1) > estimate["fillOpacity"]
    assert (target["fill"], target["stroke"]) == (colours.ground, colours.accent)
