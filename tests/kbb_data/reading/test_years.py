"""Columns of years: what a head says of each, and what it must say to be read at all."""

from __future__ import annotations

import pytest

from kbb_data.reading.lines import Line
from kbb_data.reading.years import YearHead
from kbb_data.turkish import squeeze


def line(text: str) -> Line:
    return Line(7, "2.3.1", text, tuple(squeeze(cell) for cell in text.split("\t")))


def columns(*rows: str) -> list[tuple[int, int, str]]:
    """The columns of a head in a programme of 2027."""
    head = YearHead(2027)
    for row in rows:
        assert head.take(line(row)), row
    return [(each.column, each.year, each.kind) for each in head.columns]


@pytest.mark.parametrize(
    ("cell", "year", "kind"),
    [
        ("2025 Gerçekleşen", 2025, "actual"),
        ("2025 Yılı Gerçekleşme", 2025, "actual"),
        ("Gerçekleşen 2025", 2025, "actual"),
        ("2024 YIL SONU GERÇEKLEŞME", 2024, "actual"),
        ("2026 Yıl Sonu Gerçekleşme Tahmini", 2026, "year_end_estimate"),
        ("2026 YS Gerçekleşme Tahmini", 2026, "year_end_estimate"),
        ("2026 (Tahmin)", 2026, "estimate"),
        ("2026 Tahmini", 2026, "estimate"),
        ("2026 Haziran Sonu Gerçekleşme", 2026, "half_year_actual"),
        ("2026 İlk 6 Aylık Gerçekleşme", 2026, "half_year_actual"),
        ("2026 Planlanan", 2026, "planned"),
        ("2026 Hedefi", 2026, "planned"),
        ("2028 Tahmini", 2028, "forecast"),
        ("2028 Hedefi", 2028, "forecast"),
    ],
)
def test_a_columns_words_name_year_and_kind(cell: str, year: int, kind: str) -> None:
    assert columns(f"\t\t{cell}\t2027 Hedef") == [(2, year, kind), (3, 2027, "target")]


def test_columns_stand_in_any_order_and_number() -> None:
    head = "\tPerformans Göstergeleri\t2028 Tahmin\t2027 Hedef\tÖlçü Birimi\t2024 Gerçekleşen"
    assert columns(head) == [(2, 2028, "forecast"), (3, 2027, "target"), (5, 2024, "actual")]
    assert columns("Gösterge\t\t\t2027 Hedefi") == [(3, 2027, "target")]


def test_a_head_may_go_over_two_lines() -> None:
    meant = [(2, 2025, "actual"), (3, 2026, "estimate"), (4, 2027, "target")]
    years, kinds = "\t\t2025\t2026\t2027", "\t\tGerçekleşen\tTahmin\tHedef"
    assert columns(years, kinds) == meant
    assert columns(kinds, years) == meant
    assert columns("\t\t2026\t\t2027", "\t\tPlanlanan\tYıl Sonu Tahmini\tHedef") == [
        (2, 2026, "planned"), (3, 2026, "year_end_estimate"), (4, 2027, "target"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        "\t\t2025 Gerçekleşen\t2026 Tahmin",
        "\t\t2025\t2026\t2027",
        "\t\tGerçekleşen\tTahmin\tHedef",
        "\t\t2025 Gerçekleşen\t2026\t2027 Hedef",
        "\t\t2025 Gerçekleşen\t2026 Revize\t2027 Hedef",
        "\t\t2025 Gerçekleşen\tTahmin\t2027 Hedef",
        "\t\t2025 Gerçekleşen\t2027 Tahmin\t2027 Hedef",
        "\t\t2027 Gerçekleşen\t2027 Hedef",
        "\t\t2025 Gerçekleşen\t2025 Gerçekleşme\t2027 Hedef",
        "\t\t2019 Gerçekleşen\t2027 Hedef",
        "\t\t2024-2025 Gerçekleşen\t2026 Tahmin\t2027 Hedef",
    ],
)
def test_a_column_whose_year_or_kind_it_does_not_tell_spoils_the_head(row: str) -> None:
    assert columns(row) == []


@pytest.mark.parametrize(
    "row",
    ["1\tYol\t2025\t2026\t2027", "1\t2025 Hedefi\t3\t4\t5", "2027 hedefi", "Açıklamalar:\t\t", "",
     "Faaliyetler\t\tKaynak İhtiyacı 2027 (₺)", "\tkalan sözler\t\t"],
)  # fmt: skip
def test_other_lines_are_no_head(row: str) -> None:
    assert not YearHead(2027).take(line(row))
