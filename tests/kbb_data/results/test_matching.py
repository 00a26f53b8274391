"""Which indicator a document means: its number with its name, or its name alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kbb_data.problems import Unreadable
from kbb_data.results.matching import matched
from kbb_data.results.records import IndicatorResult

TABLES: dict[str, list[dict[str, Any]]] = {
    "indicators": [
        {"goal": goal, "indicator": number, "name": name, "name_printed": f"{name} ({unit})"}
        for goal, number, name, unit in (
            (1, 1, "Yenilenen yol", "km"),
            (1, 2, "Eğitim alan kişi sayısı", "kişi"),
            (2, 1, "Eğitim alan kişi sayısı", "kişi"),
            (2, 2, "Dikilen fidan", "adet"),
        )
    ]
}


def result(name: str, goal: int | None = None, number: int | None = None,
           value: str = "5", line: int = 7) -> IndicatorResult:  # fmt: skip
    return IndicatorResult(
        goal, number, name, "2026-12-31", Decimal(value), value, None, "", "", line, "2"
    )


def keys(*results: IndicatorResult) -> list[tuple[int | None, int | None]]:
    taken, strangers = matched(results, TABLES)
    assert not strangers
    return [(each.goal, each.indicator) for each in taken]


def test_a_number_or_a_name_alone_tells() -> None:
    assert keys(result("", 2, 2)) == [(2, 2)]
    assert keys(result("YENİLENEN YOL")) == [(1, 1)]
    assert keys(result("Yenilenen yol (km)", 1, 1)) == [(1, 1)]
    assert keys(result("Dikilen fidanlar")) == [(2, 2)]


def test_a_number_of_another_counting_gives_way_to_the_name() -> None:
    assert keys(result("Dikilen fidan", 1, 1)) == [(2, 2)]


def test_one_name_of_two_indicators_needs_its_number() -> None:
    assert keys(result("Eğitim alan kişi sayısı", 2, 1)) == [(2, 1)]
    with pytest.raises(Unreadable, match=r"line 7, indicators: .*may be 1\.2 or 2\.1"):
        matched([result("Eğitim alan kişi sayısı")], TABLES)


def test_a_number_with_a_name_of_none_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"the name of indicator 1\.1, 'Yenilenen yol \(km\)'"):
        matched([result("Boyanan bank sayısı", 1, 1)], TABLES)


def test_what_the_programme_does_not_have_is_told_apart() -> None:
    taken, strangers = matched([result("Boyanan bank"), result("", 9, 1)], TABLES)
    assert not taken
    assert [each.name for each in strangers] == ["Boyanan bank", ""]


def test_the_same_said_twice_is_said_once() -> None:
    assert keys(result("Yenilenen yol"), result("Yenilenen yol", line=9)) == [(1, 1)]
    with pytest.raises(Unreadable, match=r"line 9, indicators: .* once; found '6', and in line 7"):
        matched([result("Yenilenen yol"), result("Yenilenen yol", value="6", line=9)], TABLES)
