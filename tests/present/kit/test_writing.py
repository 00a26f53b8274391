"""Writing Turkish amounts, shares, measures and suffixes."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbb_data.turkish import read_amount, read_number
from present.kit import writing
from present.kit.text import ENGLISH, using


@pytest.mark.parametrize(
    ("kurus", "long", "short"),
    [
        (1_482_207_400_000, "14.822.074.000 TL", "14,8 milyar TL"),
        (1_700_000_000_000, "17.000.000.000 TL", "17 milyar TL"),
        (763_200_000, "7.632.000 TL", "7,6 milyon TL"),
        (43_700_000, "437.000 TL", "437 bin TL"),
        (6_070_000, "60.700 TL", "60,7 bin TL"),
        (99_999_999_900, "999.999.999 TL", "1 milyar TL"),
        (99_000_000, "990.000 TL", "990 bin TL"),
        (95_000, "950 TL", "950 TL"),
        (94_900, "949 TL", "949 TL"),
        (1_550, "15,50 TL", "15,50 TL"),
        (0, "0 TL", "0 TL"),
        (-1_234_500, "-12.345 TL", "-12,3 bin TL"),
        (None, "belirtilmemiş", "belirtilmemiş"),
    ],
)
def test_amounts(kurus: int | None, long: str, short: str) -> None:
    assert writing.money(kurus) == long
    assert writing.money_short(kurus) == short


@given(st.integers(0, 10**16))
def test_an_amount_can_be_read_back_to_the_kurus(kurus: int) -> None:
    assert read_amount(writing.money(kurus).removesuffix(" TL")) == kurus


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        (Decimal("0.328"), "%32,8"),
        (Decimal(1), "%100"),
        (0, "%0"),
        (Decimal("0.0004"), "%0,04"),
        (Decimal("0.00004"), "%0,004"),
        (Decimal("0.0000000004"), "%0,0000"),
        (Fraction(1, 3), "%33,3"),
        (Decimal("-0.05"), "%-5,0"),
        # All and nothing are exact; what is close to them gets decimals before it looks so.
        (1.0, "%100"),
        (Fraction(3, 3), "%100"),
        (0.99975, "%99,98"),
        (Decimal("0.9995"), "%99,95"),
        (Decimal("0.9994"), "%99,9"),
        (Decimal("0.99999"), "%99,999"),
        (Decimal("1.0004"), "%100,04"),
        (Decimal("1.5"), "%150,0"),
        (Decimal("0.0005"), "%0,05"),
        (Decimal("0.0006"), "%0,1"),
        (0.0, "%0"),
        (None, "belirtilmemiş"),
        (float("nan"), "belirtilmemiş"),
    ],
)
def test_shares(fraction: Fraction | Decimal | None, text: str) -> None:
    assert writing.share(fraction).replace("-%", "%-") == text


def test_a_share_in_whole_per_cent_gets_decimals_where_it_would_be_all() -> None:
    assert writing.share(Decimal("0.328"), 0) == "%33"
    assert writing.share(Decimal("0.999"), 0) == "%99,9"
    assert writing.share(Decimal("0.001"), 0) == "%0,1"


def test_a_part_of_a_target_has_a_decimal_where_it_is_no_whole_percentage() -> None:
    parts = (Fraction(27, 25), 1.08, Decimal("1.015"), Decimal("0.9996"), Decimal("1.0004"), 0, 1)
    texts = ["%108", "%108", "%101,5", "%99,96", "%100,04", "%0", "%100"]
    assert [writing.ratio(part) for part in parts] == texts
    assert [writing.part_text(float(part)) for part in parts] == texts
    assert writing.part_text(0.000001) == writing.share_text(0.000001)
    assert writing.ratio(None) == writing.part_text(None) == writing.not_stated()
    with using(ENGLISH):
        assert [writing.ratio(part) for part in parts[1:3]] == ["108%", "101.5%"]


def test_shares_in_english() -> None:
    with using(ENGLISH):
        assert [writing.share(part) for part in (0, 1, 0.99975, 0.0004, 0.328, None)] == [
            "0%", "100%", "99.98%", "0.04%", "32.8%", "not stated",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("part", "text", "english"),
    [
        (1, "%100", "100%"),
        (1.0, "%100", "100%"),
        (0.99999, "%99,99'dan fazla", "more than 99.99%"),
        (0.99991, "%99,99'dan fazla", "more than 99.99%"),
        (0.9999, "%99,99", "99.99%"),
        (0.5, "%50,0", "50.0%"),
        (0.0001, "%0,01", "0.01%"),
        (0.00009, "%0,01'den az", "less than 0.01%"),
        (0, "%0", "0%"),
        (1.00001, "%100,001", "100.001%"),
        (None, "belirtilmemiş", "not stated"),
        (float("nan"), "belirtilmemiş", "not stated"),
    ],
)
def test_what_no_two_decimals_tell_from_nothing_or_all_is_told_in_words(
    part: float | None, text: str, english: str
) -> None:
    assert writing.share_text(part) == text
    with using(ENGLISH):
        assert writing.share_text(part) == english


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("Yol yapmak.", "Yol yapmak"),
        ("Yol yapmak ,", "Yol yapmak"),
        ("Yol; park; ", "Yol; park"),
        ("Yol yapmak..", "Yol yapmak"),
        ("1. Yol (asfalt)", "1. Yol (asfalt)"),
        ("Yol yapıldı mı?", "Yol yapıldı mı?"),
        ("", ""),
    ],
)
def test_a_name_is_quoted_without_the_stop_at_its_end(name: str, quoted: str) -> None:
    assert writing.unstopped(name) == quoted


@pytest.mark.parametrize(
    ("words", "text"),
    [("Bütçe", "Bütçe."), ("Para neye gidiyor?", "Para neye gidiyor?"), ("Bu kadar.", "Bu kadar.")],
)
def test_a_stop_follows_words_that_have_none(words: str, text: str) -> None:
    assert writing.stopped(words) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (95, "%", "%95"),
        (Decimal("24.5"), "%", "%24,5"),
        (1234.5, "m²", "1.234,5 m²"),
        (Decimal("63.96"), "ha", "63,96 ha"),
        (7, None, "7"),
        (None, "adet", "belirtilmemiş"),
        (pd.NA, "adet", "belirtilmemiş"),
    ],
)
def test_measures(value: Decimal | None, unit: str | None, text: str) -> None:
    assert writing.measure(value, unit) == text


@given(st.decimals(-(10**12), 10**12, places=2))
def test_numbers_can_be_read_back(value: Decimal) -> None:
    assert read_number(writing.number(value)) == value


@pytest.mark.parametrize(
    ("kurus", "people", "text"),
    [
        (1_700_000_000_000, 1_445_683, "11.759 TL"),
        (10_000_000, 1_445_683, "0,07 TL"),
        (0, 1_445_683, "0 TL"),
        (None, 1_445_683, "belirtilmemiş"),
        (100, None, "belirtilmemiş"),
        (100, 0, "belirtilmemiş"),
    ],
)
def test_per_head(kurus: int | None, people: int | None, text: str) -> None:
    assert writing.per_head(kurus, people) == text


def test_dates() -> None:
    assert writing.date(datetime.date(2023, 12, 31)) == "31.12.2023"
    assert writing.date(None) == "belirtilmemiş"


@pytest.mark.parametrize(
    ("value", "locative", "ablative", "genitive", "dative", "accusative"),
    [
        (2023, "2023'te", "2023'ten", "2023'ün", "2023'e", "2023'ü"),
        (2024, "2024'te", "2024'ten", "2024'ün", "2024'e", "2024'ü"),
        (2025, "2025'te", "2025'ten", "2025'in", "2025'e", "2025'i"),
        (2026, "2026'da", "2026'dan", "2026'nın", "2026'ya", "2026'yı"),
        (2027, "2027'de", "2027'den", "2027'nin", "2027'ye", "2027'yi"),
        (2029, "2029'da", "2029'dan", "2029'un", "2029'a", "2029'u"),
        (2030, "2030'da", "2030'dan", "2030'un", "2030'a", "2030'u"),
        (40, "40'ta", "40'tan", "40'ın", "40'a", "40'ı"),
        (100, "100'de", "100'den", "100'ün", "100'e", "100'ü"),
        (1000, "1000'de", "1000'den", "1000'in", "1000'e", "1000'i"),
        (0, "0'da", "0'dan", "0'ın", "0'a", "0'ı"),
    ],
)
def test_suffixes_follow_the_spoken_number(
    value: int, locative: str, ablative: str, genitive: str, dative: str, accusative: str
) -> None:
    assert writing.locative(value) == locative
    assert writing.ablative(value) == ablative
    assert writing.genitive(value) == genitive
    assert writing.dative(value) == dative
    assert writing.accusative(value) == accusative
    with using(ENGLISH):
        assert writing.genitive(value) == writing.locative(value) == str(value)
