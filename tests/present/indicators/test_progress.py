"""The figure of progress bars: chart, words and table hold the same figures."""

from __future__ import annotations

import pickle
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
import vl_convert

from present.indicators.ambition import Direction, scale
from present.indicators.model import Indicator, read
from present.indicators.progress import DRAWN_MOST, progress_figure
from present.kit.figure import Figure
from present.kit.tables import html_table
from present.picture.rows import largest, rows
from tests.support.indicators import frame


def figure(
    given: Sequence[Indicator] | None = None,
    *scope: str,
    told: Sequence[str] = (),
    is_dark: bool = False,
) -> Figure:
    """The figure of these indicators; ``told`` where it is other words than ``scope``."""
    chosen = read(frame()) if given is None else given
    links = {indicator.code: f"/gostergeler?gosterge={indicator.code}" for indicator in chosen}
    return progress_figure(
        chosen, scope, told or scope, "Örnek Belediyesi", 2025, links, is_dark=is_dark
    )


def drawn(made: Figure) -> list[dict[str, Any]]:
    assert made.spec is not None
    (records,) = made.spec["datasets"].values()
    return list(records)


def test_the_marks_stand_where_the_pages_bars_have_them() -> None:
    indicators = read(frame())
    for indicator, row in zip(indicators, drawn(figure()), strict=True):
        expected = scale(indicator.assessment)
        assert (row["key"], row["fill"], row["tick"], row["target"]) == (
            indicator.code,
            expected.estimate,
            expected.actual,
            expected.target,
        )


def test_words_name_the_target_the_ratio_and_all_three_years() -> None:
    indicators = {indicator.code: indicator for indicator in read(frame())}
    for row in drawn(figure()):
        indicator = indicators[row["key"]]
        assert all(f"{year}:" in row["values"] for year in (2023, 2024, 2025))
        if indicator.is_rate:
            assert row["word"].endswith(" · hedefte")
        elif indicator.assessment.estimate_ratio is not None:
            is_less = indicator.assessment.direction is Direction.LESS
            assert ("hedef/tahmin" if is_less else "tahmin/hedef") in row["word"]
        assert row["values"] in row["detail"]


def test_what_is_not_stated_is_said_and_is_no_zero() -> None:
    indicator = read(frame({"actual": float("nan"), "actual_printed": "-"}))[:1]
    made = figure(indicator)
    assert "2023:\u00a0belirtilmemiş" in drawn(made)[0]["values"]
    assert drawn(made)[0]["tick"] is None
    assert made.table["actual"].tolist() == [None]
    assert "belirtilmemiş" in html_table(made.table, made.columns, "x")


def test_the_table_holds_exact_figures_and_leads_to_the_indicator() -> None:
    made = figure()
    first = made.table.iloc[0]
    assert first["target"] == Decimal(15)
    html = html_table(made.table, made.columns, "x")
    assert '<a href="/gostergeler?gosterge=1.1" target="_self">1.1</a>' in html
    assert pickle.loads(pickle.dumps(made)).sentence == made.sentence


def test_the_title_says_what_was_chosen() -> None:
    assert figure().title == "Göstergeler ve 2025 hedefleri"
    told = ("Fen İşleri", "2. hedef (“Yol yapmak”)")
    made = figure(None, "Fen İşleri", "2. hedef", told=told)
    assert made.title.startswith("Fen İşleri · 2. hedef: ")
    assert made.sentence.startswith("Fen İşleri · 2. hedef (“Yol yapmak”): 8 gösterge. ")
    assert made.own == (*told, "Fen İşleri", "2. hedef")


def test_no_more_bars_than_can_be_read_and_it_says_so() -> None:
    many = [replace(read(frame())[0], number=place) for place in range(DRAWN_MOST + 5)]
    made = figure(many)
    assert len(drawn(made)) == DRAWN_MOST
    assert made.heading.endswith(f"(hedefine en uzak {DRAWN_MOST} / {len(many)})")
    assert len(made.table) == len(many)


def test_nothing_chosen_draws_nothing() -> None:
    made = figure([])
    assert made.spec is None
    assert made.table.empty
    assert made.sentence == "Bu seçimde gösterge yok."


@pytest.mark.parametrize("width", [340, 900])
@pytest.mark.parametrize("is_dark", [False, True])
def test_it_is_drawn_on_any_width(width: int, is_dark: bool) -> None:
    spec = {**(figure(is_dark=is_dark).spec or {}), "width": width}
    drawing = vl_convert.vegalite_to_svg(spec)
    assert "NaN" not in drawing
    assert "undefined" not in drawing
    # A reader who sees nothing hears one sentence an indicator, and no geometry.
    heard = re.findall(r'aria-label="([^"]*)"', drawing)
    assert [unescape(words) for words in heard] == [row["detail"] for row in drawn(figure())]


def test_a_low_picture_shows_what_is_furthest_from_its_target() -> None:
    spec = figure().spec or {}
    placed = rows(spec)
    assert [row.key for row in placed] == [indicator.code for indicator in read(frame())]
    assert [row.key for row in largest(placed, placed[0].need * 2.5)] == ["1.1", "2.4"]


def test_title_words_and_source_are_told() -> None:
    made = figure(None, "A", "B")
    assert made.title == "A · B: göstergeler ve 2025 hedefleri"
    assert made.subtitle == (
        "Üç değer tek ölçekte: çubuk 2024 tahmini, kısa çizgi 2023 gerçekleşeni, dik çizgi 2025 "
        "hedefi. 2025 gerçekleşeni bu belgede yoktur."
    )
    assert made.sentence == (
        "A · B: 8 gösterge. 2025 için önceki yıllarla karşılaştırılabilen 7 hedefin 4 tanesi 2024 "
        "tahmininden ileride, 2 tanesi 2024 tahminine eşit ve 1 tanesi 2024 tahmininin gerisinde. "
        "1 gösterge karşılaştırılamıyor. Onda hedef 2024 tahmininden geri değil, ama 2023 değeri "
        "belirtilmemiş."
    )
    assert figure().sentence == made.sentence.removeprefix("A · B: 8 gösterge. ")
    assert made.source == "Örnek Belediyesi, 2025 Yılı Performans Programı, bölüm 2.3"


def test_as_many_as_may_be_are_drawn_without_a_word() -> None:
    many = [replace(read(frame())[0], number=place) for place in range(DRAWN_MOST)]
    assert figure(many).heading == figure(many).title
    more = figure([*many, replace(many[0], number=DRAWN_MOST)])
    assert more.heading == f"{more.title} (hedefine en uzak 40 / 41)"
    assert [row["key"] for row in drawn(more)] == [f"1.{place}" for place in range(40)]


def test_every_row_is_told_below_its_bar() -> None:
    told = {row["key"]: (row["name"], row["word"], row["values"]) for row in drawn(figure())}
    firm = "\u00a0"
    assert told == {
        key: (name, word, values.replace("_", firm))
        for key, name, word, values in (
            ("1.1", "1.1 Yeşil alan <b>miktarı</b>", "ivme gerekiyor · tahmin/hedef %80",
             "2023:_10_· 2024:_12_· 2025:_15_m²"),
            ("1.2", "1.2 Çağrı sayısı", "eğilimle uyumlu · tahmin/hedef %92,3",
             "2023:_10_· 2024:_12_· 2025:_13_adet"),
            ("1.3", "1.3 İhale oranı", "düzey korunuyor · hedefte",
             "2023:_%100_· 2024:_%100_· 2025:_%100"),
            ("1.4", "1.4 Sigortalı araç", "hedefe 2024'te ulaşılıyor · tahmin/hedef %100",
             "2023:_10_· 2024:_12_· 2025:_12"),
            ("2.1", "2.1 Ağaç", "2024'ün altında hedef · tahmin/hedef %400",
             "2023:_2_· 2024:_12_· 2025:_3_adet"),
            ("2.2", "2.2 Izgara", "karşılaştırılamıyor · tahmin/hedef %80",
             "2023:_belirtilmemiş_· 2024:_12_· 2025:_15_adet"),
            ("2.3", "2.3 Eğitim alan kişi", "ivme gerekiyor · tahmin/hedef %88,9",
             "2023:_38.000_· 2024:_40.000_· 2025:_45.000_adet"),
            ("2.4", "2.4 Sonuçlandırma süresi", "eğilimle uyumlu · hedef/tahmin %75",
             "2023:_10_· 2024:_8_· 2025:_6_gün"),
        )
    }  # fmt: skip
    first = drawn(figure())[0]
    assert first["detail"] == (
        f"1.1 Yeşil alan <b>miktarı</b>: ivme gerekiyor · tahmin/hedef %80. {first['values']}"
    )


def test_a_word_stands_alone_where_no_ratio_can_be_found() -> None:
    assert drawn(figure(read(frame({"target": 0.0, "actual": 0.0}))))[0]["word"] == (
        "2024'ün altında hedef"
    )


def test_the_table_has_a_row_an_indicator() -> None:
    chosen = read(frame({"unit": None, "actual": float("nan")}, {"indicator": 2, "unit": "gün"}))
    made = progress_figure(chosen, (), (), "X", 2025, {"1.1": "/x"}, is_dark=False)
    assert made.table.to_dict("split")["data"] == [
        ["1.1", "Gösterge", None, None, Decimal(12), Decimal(15), Decimal(3), None, 0.8,
         "karşılaştırılamıyor", "/x"],
        ["1.2", "Gösterge", "gün", Decimal(10), Decimal(12), Decimal(15), Decimal(3), Decimal(5),
         0.8, "ivme gerekiyor", None],
    ]  # fmt: skip
    assert [(column.name, column.label, column.is_number) for column in made.columns] == [
        ("code", "No", False),
        ("name", "Gösterge", False),
        ("unit", "Birim", False),
        ("actual", "2023 gerçekleşen", True),
        ("estimate", "2024 tahmin", True),
        ("target", "2025 hedef", True),
        ("change", "2024 tahmininden 2025 hedefine fark (yüzdelerde puan)", True),
        ("gap", "2023 gerçekleşeninden 2025 hedefine fark (yüzdelerde puan)", True),
        ("ratio", "2024 tahmininin 2025 hedefine oranı (yüzdelerde yok)", True),
        ("word", "Hedefin anlamı", False),
    ]
    assert [column.is_heading for column in made.columns] == [True] + [False] * 9
    assert [column.is_verbatim for column in made.columns] == [False, True] + [False] * 8


def test_the_table_writes_ratios_and_links_where_there_are_any() -> None:
    chosen = read(frame({}, {"indicator": 2, "target": 0.0}, {"indicator": 3, "estimate": 0.0}))
    made = progress_figure(chosen, (), (), "X", 2025, {"1.1": "/x"}, is_dark=False)
    html = html_table(made.table, made.columns, "x")
    assert html.count("<a href=") == 1
    assert len(re.findall(r'<td class="kbb-number"[^>]*>%80</td>', html)) == 1
    assert len(re.findall(r'class="kbb-number"[^>]*>oran hesaplanamıyor</td>', html)) == 2
    bare = progress_figure(chosen, (), (), "X", 2025, {}, is_dark=False)
    assert "<a " not in html_table(bare.table, bare.columns, "x")
