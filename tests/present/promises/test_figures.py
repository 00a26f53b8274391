"""What the figures of promises say and draw where figures lack, are alike, or are many."""

from __future__ import annotations

import math
from typing import Any

import pytest

from present.kit.figure import Figure
from present.kit.setting import Background
from present.kit.text import ENGLISH, using
from present.promises.guesses import guess_figure
from present.promises.history import history_figure
from present.promises.history_chart import Mark, starts_at_zero
from present.promises.kept import kept_figure
from present.promises.model import Promises
from present.promises.strands import Programme
from tests.support.promises import actual, indicator, judged, programme, repeated, stated

BACKGROUND = Background("Çamlıova", 2024, None, is_dark=False)
NAN = math.nan


def kept(year: int, *programmes: Programme, links: Any = None) -> Figure:
    made = Promises(programmes)
    return kept_figure(made.promised(year), year, BACKGROUND, links or {}, is_draft=False)


def guessed(*programmes: Programme) -> Figure:
    made = Promises(programmes)
    rows = [
        (strand, year.guess)
        for strand in made.strands
        for year in made.of(strand)
        if year.guess is not None
    ]
    return guess_figure(rows, BACKGROUND, {}, is_draft=False)


def history(year: int, code: str, *programmes: Programme) -> Figure:
    made = Promises(programmes)
    strand = made.strand(year, code)
    return history_figure(strand, made.of(strand), code, BACKGROUND, is_draft=False)


def reported(year: int, values: dict[str, str], **fields: Any) -> Programme:
    """A programme whose report states these values."""
    return programme(
        year,
        *(indicator(year, code, **fields) for code in values),
        actuals={year: {code: (actual(year, stated(value)),) for code, value in values.items()}},
    )


def drawn(figure: Figure) -> list[dict[str, Any]]:
    """The records of a chart's rows."""
    assert figure.spec is not None
    return list(next(iter(figure.spec["datasets"].values())))


def test_the_only_indicator_is_told_as_one() -> None:
    figure = kept(2024, reported(2024, {"1.1": "12"}))
    assert figure.sentence == (
        "2024 programının tek göstergesinde hedef ile yıl sonu sonucu yan yana konabiliyor. Sonuç "
        "bunların 1 tanesinde hedefin ilerisinde."
    )
    assert "2025" not in figure.subtitle
    assert figure.source == (
        "Çamlıova, 2024 performans programı, performans göstergeleri; sonuç: Rapor 2025-04-10, "
        "10.04.2025"
    )


@pytest.mark.parametrize(
    ("direction", "result", "said"),
    [
        ("more", "12", "ilerisinde"),
        ("more", "8", "gerisinde"),
        ("more", "10", "hedefe eşit"),
        ("less", "12", "gerisinde"),
        ("less", "8", "ilerisinde"),
        ("keep", "12", "hedeften farklı"),
        ("no_direction", "12", "hedeften farklı"),
        (None, "8", "hedeften farklı"),
    ],
)
def test_a_result_is_ahead_only_in_the_judged_direction(
    direction: str | None, result: str, said: str
) -> None:
    sentence = kept(2024, reported(2024, {"1.1": result}, direction=direction)).sentence
    ends = ("ilerisinde", "gerisinde", "hedefe eşit", "hedeften farklı")
    assert [end for end in ends if end in sentence] == [said]


def test_what_is_not_known_is_counted_and_not_drawn() -> None:
    indicators = [indicator(2024, "1.1"), indicator(2024, "1.2"),
                  indicator(2024, "1.3", target=NAN)]  # fmt: skip
    report = {code: (actual(2024, stated("9")),) for code in ("1.1", "1.3")}
    figure = kept(2024, programme(2024, *indicators, actuals={2024: report}))
    assert "3 göstergesinden 1 tanesinde" in figure.sentence
    assert "1 göstergenin 2024 sonucu bilinmiyor." in figure.sentence
    assert "1 göstergenin 2024 hedefi yazılmamış." in figure.sentence
    assert [row["key"] for row in drawn(figure)] == ["1.1"]
    assert figure.table["code"].tolist() == ["1.1", "1.2", "1.3"]
    assert figure.table["share"].tolist() == [0.9, None, None]


def test_a_negative_figure_has_no_bar_and_no_part() -> None:
    figure = kept(2024, reported(2024, {"1.1": "-3"}))
    assert drawn(figure)[0]["fill"] is None
    assert figure.table["share"].tolist() == [None]
    assert figure.table["standing"].tolist() == ["hedefin 13 adet altında"]


def test_a_target_of_nothing_gives_no_part_of_it() -> None:
    figure = kept(2024, reported(2024, {"1.1": "3"}, target=0.0))
    assert figure.table["standing"].tolist() == ["hedefin 3 adet üzerinde"]
    for raw in ("inf", "nan", "%0"):
        assert raw not in figure.sentence


def test_no_more_bars_than_anybody_reads_the_furthest_stay() -> None:
    values = {f"1.{number}": str(number) for number in range(1, 51)}
    figure = kept(2024, reported(2024, values, target=50.0))
    keys = [row["key"] for row in drawn(figure)]
    assert len(keys) == 40
    assert keys == list(values)[:40]
    assert len(figure.table) == 50
    assert figure.heading.endswith("(hedefine en uzak 40 / 50)")


def test_other_figures_stand_beside_and_are_counted() -> None:
    documents = (stated("8", "2025-01-20"), stated("9", "2025-04-10"))
    first = programme(2024, indicator(2024), actuals={2024: {"1.1": (actual(2024, *documents),)}})
    second = programme(2025, indicator(2025), planned={"1.1": repeated(2024, 11.0)})
    third = programme(2026, indicator(2026, actual=9.5))
    figure = kept(2024, first, second, third)
    assert figure.table["also"].tolist() == [
        "önce 8 adet; 2026 programında sonuç 9,5 adet; 2025 programında hedef 11 adet"
    ]
    assert "1 göstergenin 2024 sonucu birden çok yerde farklı yazılmış" in figure.sentence
    assert "1 göstergenin 2024 hedefini 2025 programı başka yazıyor" in figure.sentence
    assert figure.table["after"].tolist() == ["2025 programında sürüyor: 1.1"]


def test_a_correction_is_told_apart_from_a_revision() -> None:
    wrong = stated("8", "2025-01-20")
    right = stated("9", "2025-04-10", corrects=wrong.document.name)
    figure = kept(
        2024,
        programme(2024, indicator(2024), actuals={2024: {"1.1": (actual(2024, wrong, right),)}}),
    )
    assert figure.table["also"].tolist() == ["düzeltilmeden önce 8 adet"]


def test_a_report_that_repeats_another_target_is_told() -> None:
    report = {2024: {"1.1": (actual(2024, stated("9", target=12)),)}}
    programmes = (programme(2024, indicator(2024), actuals=report),)
    assert kept(2024, *programmes).table["also"].tolist() == ["sonuç belgesinde hedef 12 adet"]
    assert (
        "Rapor 2025-04-10, 10.04.2025 2024 hedefini 12 adet olarak yazıyor; 2024 programındaki "
        "hedef 10 adet." in history(2024, "1.1", *programmes).sentence
    )


def test_one_estimate_is_told_as_one() -> None:
    figure = guessed(
        programme(2025, indicator(2025, estimate=9.0)), programme(2026, indicator(2026, actual=10.0,
                                                                                estimate=NAN))
    )  # fmt: skip
    assert figure.sentence == (
        "Programlara 2024 için yazılan 1 yıl sonu tahmininin sonucu belli: 1 tanesi sonucun "
        "altında. Yüzdeyle ölçülmeyen tek tahminin farkı, sonucun %10'u. Sonuçtan en uzak tahmin, "
        "“Gösterge” göstergesinin 2024 tahmini: sonucun %10 altında."
    )
    assert figure.subtitle.startswith("2024 yılı için")


def test_rates_are_told_in_points_and_not_drawn() -> None:
    figure = guessed(
        programme(2025, indicator(2025, unit="%", estimate=92.0)),
        programme(2026, indicator(2026, unit="%", actual=90.0)),
    )
    assert figure.chart is None
    assert "Yüzdeyle ölçülen tek tahminin farkı 2 puan." in figure.sentence
    assert "Sonuçtan en uzak" not in figure.sentence
    assert figure.table["guess"].tolist() == ["sonucun 2 puan üzerinde"]
    assert figure.table["share"].tolist() == [None]


def test_a_result_of_nothing_has_no_percentage() -> None:
    figure = guessed(
        programme(2025, indicator(2025, estimate=9.0)), programme(2026, indicator(2026, actual=0.0))
    )
    assert figure.table["guess"].tolist() == ["yüzdesi hesaplanamıyor"]
    assert "ortanca" not in figure.sentence


def test_estimates_that_all_came_true_have_no_furthest() -> None:
    figure = guessed(
        programme(2025, indicator(2025, estimate=9.0)), programme(2026, indicator(2026, actual=9.0))
    )
    assert "1 tanesi sonuca eşit" in figure.sentence
    assert "en uzak" not in figure.sentence


def test_no_more_estimates_are_drawn_than_anybody_reads() -> None:
    codes = [f"1.{number}" for number in range(1, 21)]
    first = programme(2025, *(indicator(2025, code, estimate=100.0) for code in codes))
    second = programme(
        2026, *(indicator(2026, code, actual=100.0 + place) for place, code in enumerate(codes))
    )
    figure = guessed(first, second)
    assert [row["key"] for row in drawn(figure)] == [f"2024-{code}" for code in codes[:4:-1]]
    assert len(figure.table) == 20
    assert figure.heading.endswith("(en büyük 15 / 20)")


def test_an_indicator_says_where_it_begins_and_ends() -> None:
    link = judged("1.1", "1.1", "same")
    first = programme(2024, indicator(2024, unit="m"))
    second = programme(2025, indicator(2025, unit="km"), judged={2024: (link,)})
    assert history(2024, "1.1", first, second).sentence.endswith(
        "Gösterge: 2025 programında ölçüsü değişti: 1.1."
    )
    assert history(2025, "1.1", first, second).sentence.endswith(
        "Gösterge: 2024 programında başka ölçüyle: 1.1."
    )


def test_an_indicator_that_is_new_or_gone_says_no_more_than_its_years() -> None:
    first = programme(2024, indicator(2024))
    second = programme(2025, indicator(2025), judged={2024: (judged("1.1", "", "gone"),)})
    assert history(2024, "1.1", first, second).sentence == (
        "Gösterge: 2022 için sonuç 8 adet; 2023 için tahmin 9 adet; 2024 için hedef 10 adet."
    )


def test_the_axis_says_whether_it_begins_at_zero() -> None:
    near = history(2024, "1.1", programme(2024, indicator(2024)))
    assert near.subtitle.endswith("Eksen sıfırdan başlamaz.")
    far = history(2024, "1.1", programme(2024, indicator(2024, actual=1.0)))
    assert "Eksen" not in far.subtitle


def test_no_line_leads_over_a_year_whose_result_is_not_known() -> None:
    known = {2024: {"1.1": (actual(2024, stated("9")),)}}
    figure = history(
        2024,
        "1.1",
        programme(2024, indicator(2024), actuals=known),
        programme(
            2025, indicator(2025, actual=NAN), actuals={2025: {"1.1": (actual(2025, stated("9")),)}}
        ),
    )
    runs = [(row["year"], row["run"]) for row in drawn(figure) if row["kind"] == "result"]
    assert runs == [("2022", 2022), ("2024", 2024), ("2025", 2024)]


@pytest.mark.parametrize(
    ("values", "is_zero"),
    [([], True), ([5.0], True), ([10.0, 9.0], False), ([10.0, 5.0], True), ([0.0, 1.0], True),
     ([-1.0, -2.0], True)],
)  # fmt: skip
def test_an_axis_begins_at_zero_unless_figures_are_near_each_other(
    values: list[float], is_zero: bool
) -> None:
    marks = [Mark(2024, "result", value, "", "") for value in values]
    assert starts_at_zero(marks) is is_zero


def test_the_documents_own_words_are_named() -> None:
    documents = (stated("8", "2025-01-20"), stated("9", "2025-04-10"))
    own = programme(2024, indicator(2024), actuals={2024: {"1.1": (actual(2024, *documents),)}})
    with using(ENGLISH):
        figure = history(2024, "1.1", own)
    assert set(figure.own) >= {"Gösterge", "Rapor 2025-01-20", "Rapor 2025-04-10"}
    assert "Result of 2024: " in figure.sentence


def test_what_comes_of_a_draft_says_so() -> None:
    made = Promises((reported(2024, {"1.1": "9"}),))
    figure = kept_figure(made.promised(2024), 2024, BACKGROUND, {}, is_draft=True)
    assert figure.source.startswith("TASLAK")


def test_a_result_bears_its_documents_day() -> None:
    figure = kept(2024, reported(2024, {"1.1": "12"}))
    assert figure.table["day"].tolist() == ["2025-04-10"]
