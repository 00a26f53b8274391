"""Months: the newest document speaks, a sum of ours is of stated months alone."""

from __future__ import annotations

from typing import Any

import pandas as pd

from present.execution.model import Classification
from present.execution.month_figures import month_remarks, months_figure
from present.execution.months import Item, MonthRow, items, months, read
from present.kit.setting import Background
from present.kit.text import ENGLISH, using
from tests.present.execution.rows import DOCUMENTS, documents
from tests.support.figures import drawn, heads
from tests.support.figures import rows as written

ALL = Item(Classification.ECONOMIC, "total")
BACKGROUND = Background("Ova Belediyesi", 2026, None, False)


def told(*given: tuple[Any, ...]) -> tuple[MonthRow, ...]:
    """Rows of monthly amounts: code, year, month, lira, document."""
    frame = pd.DataFrame(
        [
            {
                "classification": "revenue" if str(code).startswith("r") else "economic",
                "code": str(code).removeprefix("r"),
                "year": year,
                "month": month,
                "document": document,
                "source_section": "belge",
            }
            for code, year, month, _, document in given
        ]
    )
    frame["amount_kurus"] = pd.array(
        [None if row[3] is None else row[3] * 100 for row in given], dtype="Int64"
    )
    return read(2026, frame, documents(*DOCUMENTS))


TOLD = told(
    ("total", 2026, 1, 10, "rapor"),
    ("total", 2026, 2, 30, "rapor"),
    ("total", 2026, 2, 20, "hesap"),
    ("total", 2026, 3, None, "rapor"),
    ("total", 2025, 1, 4, "rapor"),
    ("total", 2025, 2, 6, "rapor"),
    ("total", 2025, 3, 9, "rapor"),
    ("03", 2026, 1, 7, "rapor"),
    ("rtotal", 2026, 1, 50, "rapor"),
    ("10", 2025, 1, 1, "rapor"),
)


def test_each_month_is_the_newest_documents() -> None:
    done = months(TOLD, ALL, 2026)
    assert {month: amount.kurus for month, amount in done.amounts.items()} == {1: 1_000, 2: 2_000}
    assert (done.sum_kurus, done.before_kurus, done.numbers) == (3_000, 1_000, (1, 2, 3))
    assert [step.before.kurus for step in done.amounts[2].changes] == [3_000]


def test_the_year_before_is_summed_only_where_it_has_every_month() -> None:
    assert months(TOLD, Item(Classification.ECONOMIC, "03"), 2026).before_kurus is None


def test_totals_stand_first_then_codes() -> None:
    assert items(TOLD, 2026) == (
        ALL,
        Item(Classification.REVENUE, "total"),
        Item(Classification.ECONOMIC, "03"),
    )


def test_the_figure_tells_most_least_and_the_sum_and_the_year_before() -> None:
    figure = months_figure(months(TOLD, ALL, 2026), "", BACKGROUND, ())
    assert figure.sentence == (
        "“Kesin Hesap” (10.05.2027) belgesine göre 2026 bütçesinden en çok harcanan ay Şubat "
        "(20 TL), en az harcanan ay Ocak (10 TL); yazılan 2 ayın toplamı 30 TL. Bir yıl önce aynı "
        "ayların toplamı 10 TL."
    )
    assert [head[1] for head in heads(figure)] == [
        "Ay", "2026 yılında o ay", "2025 yılında o ay", "Belge",
    ]  # fmt: skip
    assert [row[:3] for row in written(figure)] == [
        ["Ocak", "10 TL", "4 TL"],
        ["Şubat", "20 TL", "6 TL"],
        ["Mart", "belirtilmemiş", "9 TL"],
    ]
    bars = drawn(figure.spec, "series")
    assert [(bar["name"], bar["letter"], bar["end"]) for bar in bars[:2]] == [
        ("Ocak", "26", 10.0),
        ("Ocak", "25", 4.0),
    ]


def test_a_single_month_of_revenue_is_told_alone() -> None:
    revenue = months(TOLD, Item(Classification.REVENUE, "total"), 2026)
    figure = months_figure(revenue, "", BACKGROUND, ())
    assert figure.title == "2026 yılında aylara göre toplanan gelir"
    assert figure.sentence == (
        "“Mali Durum Raporu” (30.07.2026) belgesine göre 2026 yılının Ocak ayında 50 TL gelir "
        "toplandı."
    )
    assert [bar["text"] for bar in drawn(figure.spec, "group")] == ["50 TL"]
    with using(ENGLISH):
        english = months_figure(revenue, "", BACKGROUND, ())
        assert english.own == ("Mali Durum Raporu",)
        assert "in January" not in english.title


def test_a_changed_month_is_told_with_both_documents() -> None:
    (remark,) = month_remarks(months(TOLD, ALL, 2026), "")
    assert remark.text == (
        "“Mali Durum Raporu” (30.07.2026) belgesindeki tutarlar daha yeni “Kesin Hesap” "
        "(10.05.2027) belgesinde değişti (Tüm harcama, 2026): Şubat 30 TL yerine 20 TL. "
        "Gösterilen, en yeni belgedekidir."
    )


def test_all_activities_are_not_told_as_the_whole_budget() -> None:
    rows = tuple(
        MonthRow(Item(Classification.ACTIVITY, "total"), row.month, row.kurus, row.document, "")
        for row in TOLD
        if row.item == ALL
    )
    figure = months_figure(months(rows, rows[0].item, 2026), "", BACKGROUND, ())
    assert figure.title == "2026 yılında aylara göre harcama: Tüm faaliyetler"
    assert "2026 yılında “Tüm faaliyetler” için en çok harcanan ay Şubat" in figure.sentence
