"""Prices: the index from the months' changes, years' averages, amounts in another year's prices."""

from __future__ import annotations

import csv
from decimal import Decimal, localcontext
from pathlib import Path

import pytest

from kbb_data import prices
from kbb_data.prices import Prices


@pytest.fixture(scope="module")
def known() -> Prices:
    return prices.committed()


def rows() -> list[dict[str, str]]:
    with prices.FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_hand() -> dict[int, list[Decimal]]:
    """The months' indices of each year in decimals, with nothing of ours; 2025's December goes on
    as November did."""
    years: dict[int, list[Decimal]] = {}
    with localcontext(prec=60):
        index = Decimal(1)
        for row in rows():
            index *= 1 + Decimal(row["change_pct"]) / 100
            years.setdefault(int(row["year"]), []).append(index)
        assert len(years[2025]) == 11
        years[2025].append(index * (1 + Decimal(rows()[-1]["change_pct"]) / 100))
    return years


def rise(known: Prices, year: int) -> Decimal:
    factor = known.factor(year - 1, year)
    assert factor is not None
    return round(Decimal(factor.numerator) / Decimal(factor.denominator) * 100 - 100, 2)


def test_the_averages_rise_as_the_source_says(known: Prices) -> None:
    assert {year: rise(known, year) for year in (2023, 2024, 2025)} == {
        2023: Decimal("53.86"),
        2024: Decimal("58.50"),
        2025: Decimal("34.88"),
    }


def test_each_twelve_months_rise_as_the_source_prints(known: Prices) -> None:
    compared = 0
    for change in known.changes:
        now, before = (known.index(change.year - back, change.month) for back in (0, 1))
        if now is None or before is None:
            continue
        compared += 1
        rate = (now / before - 1) * 100
        printed = change.per_cent_12
        assert abs(Decimal(rate.numerator) / Decimal(rate.denominator) - printed) < Decimal("0.06")
    assert compared == 71


def test_an_amount_is_what_a_hand_computes(known: Prices) -> None:
    years = by_hand()
    with localcontext(prec=60):
        for year, base in ((2023, 2025), (2024, 2025), (2025, 2023), (2019, 2024)):
            of_year, of_base = (sum(years[at]) / 12 for at in (year, base))
            expected = int((Decimal(1_234_567_890_123) * of_base / of_year).quantize(Decimal(1)))
            assert known.in_prices_of(1_234_567_890_123, year, base) == expected


def test_years_over_years_agree(known: Prices) -> None:
    first, second, both = (
        known.factor(*pair) for pair in ((2023, 2024), (2024, 2025), (2023, 2025))
    )
    assert first is not None
    assert second is not None
    assert first * second == both
    assert known.factor(2024, 2024) == 1


def test_the_unfinished_year_says_what_it_rests_on(known: Prices) -> None:
    of_2025, of_2024 = known.average(2025), known.average(2024)
    assert of_2025 is not None
    assert of_2024 is not None
    assert (of_2025.known_months, of_2025.is_whole, of_2025.carried) == (11, False, Decimal("0.87"))
    assert (of_2024.known_months, of_2024.is_whole, of_2024.carried) == (12, True, None)


def test_a_year_without_prices_has_none(known: Prices) -> None:
    assert known.average(2026) is None
    assert known.factor(2026, 2025) is None
    assert known.factor(2025, 2026) is None
    assert known.in_prices_of(100, 2026, 2025) is None
    assert known.in_prices_of(None, 2024, 2025) is None
    assert known.index(2025, 12) is None
    assert known.years == tuple(range(2019, 2026))


HEAD = "year,month,change_pct,change_12m_pct\n"


def written(path: Path, months: int, change: str = "0") -> Path:
    lines = [f"2030,{month},{change},0" for month in range(1, months + 1)]
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_too_few_months_make_no_average(tmp_path: Path) -> None:
    assert prices.read(written(tmp_path / "a.csv", prices.LEAST_MONTHS - 1)).years == ()
    assert prices.read(written(tmp_path / "b.csv", prices.LEAST_MONTHS)).years == (2030,)


@pytest.mark.parametrize(("kurus", "expected"), [(1, 1), (3, 2), (-1, -1), (-3, -2), (0, 0)])
def test_half_a_kurus_goes_up(tmp_path: Path, kurus: int, expected: int) -> None:
    path = tmp_path / "half.csv"
    # Prices double from one year to the next and stay within each.
    lines = [f"{year},{m},{100 if (year, m) == (2031, 1) else 0},0" for year in (2030, 2031)
             for m in range(1, 13)]  # fmt: skip
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    assert prices.read(path).in_prices_of(kurus, 2031, 2030) == expected


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2030,2,", "2030,3,", "line 3: 2030-03 is out of its order"),
        ("2030,1,", "2030,2,", "line 2: 2030-02 is out of its order"),
        ("2030,2,0,", "2030,2,yok,", "line 3: a value is no number"),
    ],
)
def test_a_file_that_is_out_of_order_is_refused(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = written(tmp_path / "wrong.csv", 12)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        prices.read(path)


def test_the_source_is_named() -> None:
    page = (prices.FILE.parent / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert prices.FILE.name in page
    assert "TÜİK" in page
