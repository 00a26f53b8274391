"""Which indicators briefings' tables of promises leave out, and what they say of it: every one of
the CSV files either has a row or is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from present.briefing import came_of, left_out
from present.briefing.build import briefing
from present.briefing.came_of import CameOf
from present.briefing.model import Topic, plain
from present.indicators.outcome import records
from present.kit.setting import Setting
from present.kit.text import ENGLISH, using
from tests.present.briefing.conftest import Rows

Years = Callable[..., Setting]


def told(setting: Setting, goals: Iterable[int]) -> CameOf:
    found = came_of.of_indicators(setting, (own for own in records(setting) if own.goal in goals))
    assert found is not None
    return found


def test_an_indicator_in_another_unit_is_named_with_both_units(year_of: Years) -> None:
    assert told(year_of(2025), [2]).left_out == (
        "2024 sonuçlarında gösterilmedi, karşılaştırılamıyor: 2.1 Yenilenen yol uzunluğu (ölçü "
        "birimi 2024 programında m, 2025 programında km).",
    )


def test_new_and_gone_indicators_are_named_each_with_why(year_of: Years) -> None:
    assert told(year_of(2025), [1]).left_out == (
        "2024 sonuçlarında gösterilmedi, karşılaştırılamıyor: 1.2 Elektrikli otobüslerin filo "
        "içindeki oranı (2024 programında yoktu).",
        "2024 sonuçlarında gösterilmedi, karşılaştırılamıyor: 1.2 Yenilenen durak sayısı (2025 "
        "programında yok: kaldırıldı).",
    )


def test_what_was_merged_is_named_once_with_its_parts(year_of: Years) -> None:
    assert told(year_of(2025), [5]).left_out == (
        "2024 sonuçlarında gösterilmedi, karşılaştırılamıyor: 5.2 Düzenlenen etkinlik sayısı (2024 "
        "programındaki göstergelerin birleşmesi: 5.2 ve 5.3).",
    )


def test_a_year_without_a_stated_result_is_named(year_of: Years) -> None:
    assert told(year_of(2026), [1]).left_out == (
        "2026 sonucu hiçbir belgede yazılmamış: 1.3 Seferlerin zamanında başlama oranı.",
        "2025 sonuçlarında gösterilmedi, karşılaştırılamıyor: 1.3 Seferlerin zamanında başlama "
        "oranı "
        "(2025 programında yoktu).",
    )


def test_a_gone_indicator_of_a_goal_that_is_the_parts_in_part_is_not_its_own(
    year_of: Years,
) -> None:
    setting = year_of(2025)
    of_one = came_of.of_indicators(setting, (own for own in records(setting) if own.code == "1.1"))
    assert of_one is not None
    assert of_one.left_out == ()


@pytest.mark.parametrize("year", [2025, 2026])
def test_every_indicator_of_both_years_has_a_row_or_is_named(
    year_of: Years, rows_of: Rows, year: int
) -> None:
    """Of the whole programme: by the CSV files of the year and of the one before."""
    setting = year_of(year)
    found = told(setting, range(1, 99))
    shown = {of: {own.code for own in outcomes}
             for of, outcomes in ((year, found.own), (year - 1, found.earlier))}  # fmt: skip
    judged = [row for row in rows_of(year, "succession") if row["level"] == "indicator"]
    said = " ".join(found.left_out)
    for row in rows_of(year, "indicators"):
        code = f"{row['goal']}.{row['indicator']}"
        before = [each["from_code"] for each in judged if each["to_code"] == code]
        named = f"{code} {row['name']}"
        assert code in shown[year] or named in said.partition(f"{year - 1} sonuçlarında")[0]
        if not (len(before) == 1 and before[0] in shown[year - 1]):
            assert named in said
    for row in rows_of(year - 1, "indicators"):
        code = f"{row['goal']}.{row['indicator']}"
        gone = any(each["from_code"] == code and not each["to_code"] for each in judged)
        assert not gone or f"{code} {row['name']}" in said


def test_a_part_without_any_pair_says_what_kept_it_from_the_newest(year_of: Years) -> None:
    """The only indicator that the unit has beside bridges changed its unit of measure."""
    setting = year_of(2025)
    found = came_of.of_indicators(setting, (own for own in records(setting) if own.code == "2.1"))
    assert found is not None
    assert found.earlier == ()
    assert "karşılaştırılamıyor: 2.1 Yenilenen yol uzunluğu (ölçü birimi" in found.left_out[0]


def test_more_than_a_sentence_holds_are_counted(year_of: Years) -> None:
    setting = year_of(2025)
    said = left_out.of_own_year(2025, records(setting), {"1.1"})
    assert said.endswith("ve 5 gösterge daha.")
    assert said.count(", ") == 5
    with using(ENGLISH):
        english = plain(left_out.of_own_year(2025, records(setting), ()))
    assert english.endswith(" and 6 more indicators.")
    assert (
        left_out.of_own_year(2025, records(setting), {own.code for own in records(setting)}) == ""
    )


def test_it_stands_on_the_briefing(year_of: Years) -> None:
    (section,) = (own for own in briefing(year_of(2025), Topic.UNIT, "fen-isleri").sections
                  if own.title == "Ne söz verildi, ne oldu")  # fmt: skip
    assert any("2.1 Yenilenen yol uzunluğu" in item for item in section.items)
