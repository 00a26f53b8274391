"""The figures of results: marks, words and table hold the same; no more is drawn than is read."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from present.indicators.actual_figure import one_figure
from present.indicators.actual_list import DRAWN_MOST, all_figure
from present.indicators.actuals import Accumulation, Actual, Expected, Stated
from present.indicators.model import Indicator, read
from present.indicators.progress import progress_figure
from present.indicators.results import Came, Result, results
from present.kit.documents import Document
from present.kit.figure import Figure
from present.kit.tables import html_table
from tests.support.indicators import frame

HALF, END = datetime.date(2025, 6, 30), datetime.date(2025, 12, 31)


def stated(value: str | None, document: str = "a", **more: Any) -> Stated:
    number = None if value is None else Decimal(value)
    of = Document(
        2025, document, document.upper(), "results_form", datetime.date(2026, 1, 22), END, 1, **more
    )
    return Stated(number, value or "-", None, "", "", of)


def indicators(count: int) -> list[Indicator]:
    """Indicators of the target 15, the first by number first."""
    rows = [{"indicator": number, "name": f"Ağaç {number}"} for number in range(1, count + 1)]
    return [replace(each, accumulation=Accumulation.SUM) for each in read(frame(*rows))]


def figure(members: list[Result], as_of: datetime.date = END, *scope: str) -> Figure:
    links = {each.indicator.code: f"/g?gosterge={each.indicator.code}" for each in members}
    return all_figure(members, as_of, scope, scope, "Örnek", 2025, links, is_dark=False)


def drawn(made: Figure) -> list[dict[str, Any]]:
    assert made.spec is not None
    # The scale's round numbers lie beside what is drawn.
    (records,) = (rows for rows in made.spec["datasets"].values() if "up" not in rows[0])
    return list(records)


def test_bars_are_parts_of_the_larger_and_say_so() -> None:
    one, two, three = indicators(3)
    members = [
        Result(one, (Actual(END, (stated("6"),)),)),
        Result(two, (Actual(END, (stated("30"),)),)),
        Result(three, (Actual(END, (stated(None),)),)),
    ]
    rows = drawn(figure(members))
    assert [(row["fill"], row["target"]) for row in rows] == [(0.4, 1.0), (1.0, 0.5), (None, None)]
    assert [row["word"] for row in rows] == [
        "hedefin %40'ı", "hedefin %200'ü", "gerçekleşme değeri verilmemiş",
    ]  # fmt: skip
    assert rows[0]["values"] == "gerçekleşen 6 · 2025 hedefi 15 adet"
    assert all(row["word"] in row["detail"] for row in rows)


def test_what_has_no_figure_of_the_day_stands_in_the_table_alone() -> None:
    one, two = indicators(2)
    made = figure([Result(one, (Actual(HALF, (stated("6"),)),)), Result(two)], HALF)
    assert [row["key"] for row in drawn(made)] == ["1.1"]
    assert made.table["result"].tolist() == [Decimal(6), None]
    assert made.table["as_of"].tolist() == ["2025-06-30", None]
    table = html_table(made.table, made.columns, "x")
    assert "30.06.2025" in table
    assert 'href="/g?gosterge=1.2"' in table


def test_of_many_the_furthest_from_their_target_are_drawn() -> None:
    every = indicators(DRAWN_MOST + 2)
    members = [
        Result(each, (Actual(END, (stated(str(each.number)),)),)) for each in every
    ]  # fmt: skip
    made = figure(members)
    assert {row["key"] for row in drawn(made)} == {f"1.{n}" for n in range(1, DRAWN_MOST + 1)}
    assert len(made.table) == DRAWN_MOST + 2
    assert made.heading.endswith(f"(hedefine en uzak {DRAWN_MOST} / {DRAWN_MOST + 2})")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([], "Bu seçimde 31.12.2025 itibarıyla gerçekleşme değeri olan gösterge yok."),
        ([None], "Bu seçimde 31.12.2025 itibarıyla gerçekleşme değeri olan gösterge yok."),
        (["6"], "31.12.2025 itibarıyla tek göstergenin gerçekleşme değeri var. Bu değer 2025 "
         "hedefiyle karşılaştırılabiliyor. 2025 sonunda 1 tanesi hedefin gerisinde."),
        (["6", "16", "15"], "31.12.2025 itibarıyla 3 göstergenin hepsinde gerçekleşme değeri var. "
         "Bu değerlerin hepsi 2025 hedefiyle karşılaştırılabiliyor. 2025 sonunda 1 tanesi hedefin "
         "ilerisinde, 1 tanesi hedefin gerisinde ve 1 tanesi hedefe eşit."),
    ],
)  # fmt: skip
def test_the_sentence_counts_without_a_zero(values: list[str | None], said: str) -> None:
    members = [
        Result(each, (Actual(END, (stated(value),)),))
        for each, value in zip(indicators(len(values)) if values else [], values, strict=True)
    ]
    assert figure(members).sentence == said


def test_within_the_year_nothing_is_counted_as_ahead() -> None:
    (one,) = indicators(1)
    unjudged = replace(one, accumulation=None)
    made = figure([Result(unjudged, (Actual(HALF, (stated("16"),)),))], HALF, "1. İmar")
    assert made.sentence == (
        "1. İmar: 1 gösterge. 30.06.2025 itibarıyla tek göstergenin gerçekleşme değeri var. "
        "2025 hedefiyle karşılaştırılabilen değer yok."
    )
    assert made.title == "1. İmar: 2025 hedefleri ve 30.06.2025 itibarıyla gerçekleşenler"
    assert "birikme kuralının" in made.subtitle
    assert "birikme kuralının" not in figure([Result(one, (Actual(END, (stated("1"),)),))]).subtitle


def test_one_indicators_figure_has_every_statement_once() -> None:
    (one,) = indicators(1)
    first, second, third = (stated(value, name) for value, name in zip("678", "abc", strict=True))
    mended = replace(second, document=replace(second.document, corrects="a"))
    told = (first, mended, third)
    result = Result(
        one, (Actual(HALF, (stated("3"),)), Actual(END, told)), Expected(2026, Decimal(9))
    )
    made = one_figure(result, "Örnek", 2025, is_dark=False)
    assert made.table["kind"].tolist() == [
        "target", "actual", "actual", "earlier", "earlier", "expected",
    ]  # fmt: skip
    assert made.table["value"].tolist() == [
        Decimal("15.0"), Decimal(3), Decimal(8), Decimal(7), Decimal(6), Decimal(9),
    ]  # fmt: skip
    assert made.table["standing"].tolist()[3:5] == ["sonradan güncellendi", "düzeltildi"]
    assert [row["value"] for row in drawn(made)] == [15, 3, 8, 7, 6, 9]
    # A row that has no document shows an empty cell, and not that one is unstated.
    assert "belirtilmemiş" not in html_table(made.table, made.columns, "x")


def test_the_table_of_the_plan_has_what_came_of_it_and_its_documents() -> None:
    every = indicators(2)
    of = results(every, {"1.1": [Actual(END, (stated("6"),))]}, {})
    plain = progress_figure(every, (), (), "Örnek", 2025, {}, is_dark=False)
    made = progress_figure(every, (), (), "Örnek", 2025, {}, came=Came(of, END), is_dark=False)
    assert made.table["result"].tolist() == [Decimal(6), None]
    assert made.table["document"].tolist() == ["A, 22.01.2026", None]
    assert [column.name for column in made.columns][-5:] == [
        "result", "standing", "as_of", "document", "reason",
    ]  # fmt: skip
    assert "result" not in plain.table.columns
    assert made.source == f"{plain.source}; gerçekleşme: A, 22.01.2026"
    assert made.table["word"].tolist() == ["plana göre: ivme gerekiyor", "ivme gerekiyor"]
    assert [row["word"].partition(" · ")[0] for row in drawn(made)] == made.table["word"].tolist()
    assert plain.table["word"].tolist() == ["ivme gerekiyor"] * 2
    assert "bu belgede yoktur" in plain.subtitle
    assert "bu belgede yoktur" not in made.subtitle
    nothing = progress_figure(
        every[1:], (), (), "Örnek", 2025, {}, came=Came(of, END), is_dark=False
    )
    assert nothing.source == plain.source
