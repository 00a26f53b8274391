"""What briefings say of money that was spent: a paragraph, a table, and questions with facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from present.briefing import carried_out
from present.briefing.build import briefing
from present.briefing.carried_out import CarriedOut, Rated
from present.briefing.model import Table, Topic, plain
from present.briefing.questions import RULES
from present.kit.setting import Setting
from present.kit.text import ENGLISH, using
from tests.present.briefing.records import part
from tests.support import years

DOCUMENT = "“2025 Yılı Faaliyet Raporu” (14.04.2026)"


@pytest.fixture(scope="module")
def year_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Setting]:
    return years.settings(tmp_path_factory.mktemp("briefings"))


def test_an_aims_activities_are_added_up_and_told_with_their_rates(
    year_of: Callable[..., Setting],
) -> None:
    sections = briefing(year_of(2025), Topic.AIM, "1").sections
    (section,) = [own for own in sections if own.title == "Bütçenin uygulanması"]
    # 57.900.000 + 41.850.300,25 + 102.400.000 + 11.300.000 + 6.990.000, of 60 + 40 + 110 + 25 + 7.
    assert section.text == (
        f"{DOCUMENT} belgesine göre buradaki 5 faaliyetin tümüne 31.12.2025 tarihine kadar toplam "
        "220.440.300,25 TL harcandı. Bu, 242.000.000 TL tutarındaki başlangıç ödeneğinin %91,1'i."
    )
    (table,) = section.tables
    assert table.rows[0] == (
        "3. Asfalt ve yol yapımı faaliyeti", "110.000.000 TL", "110.000.000 TL", "102.400.000 TL",
        "%93,1",
    )  # fmt: skip
    assert len(table.rows) == 5
    assert len(table.head) == len(table.wide) == len(table.rows[0])


def test_the_whole_is_told_by_economic_code_with_its_total(
    year_of: Callable[..., Setting],
) -> None:
    told = carried_out.of_whole(year_of(2025))
    assert told is not None
    assert "490.082.520,40 TL harcandı: “2025 Yılı Kesin Hesabı” (12.05.2026)" in told.paragraph
    rows = {row[0]: row for row in told.table.rows}
    assert rows["Toplam"][-2:] == ("490.082.520,40 TL", "%91,6")
    assert rows["09 Yedek Ödenek"][-2:] == ("0 TL", "–")
    assert [row.name for row in told.rated][-1].startswith("06")


def test_where_no_document_tells_of_it_nothing_is_said(year_of: Callable[..., Setting]) -> None:
    assert carried_out.of_activities(year_of(2026), [1, 2]) is None
    assert carried_out.of_activities(year_of(2025), [99]) is None
    titles = [section.title for section in briefing(year_of(2026), Topic.AIM, "1").sections]
    assert "Bütçenin uygulanması" not in titles


def test_one_activity_and_some_of_several_have_words_of_their_own(
    year_of: Callable[..., Setting],
) -> None:
    one = carried_out.of_activities(year_of(2025), [8])
    assert one is not None
    assert one.paragraph.startswith(
        f"{DOCUMENT} belgesine göre buradaki faaliyete 31.12.2025 tarihine kadar 36.200.000 TL "
    )
    some = carried_out.of_activities(year_of(2025), [8, 9, 99])
    assert some is not None
    assert some.paragraph.startswith(
        f"{DOCUMENT} belgesi buradaki 3 faaliyetin 2 tanesine harcananı yazıyor: 31.12.2025 "
        "tarihine kadar toplam 47.950.000 TL."
    )


def test_names_of_the_document_are_set_off_in_english(year_of: Callable[..., Setting]) -> None:
    with using(ENGLISH):
        told = carried_out.of_activities(year_of(2025, ENGLISH), [8])
        assert told is not None
        assert "\ue0002025 Yılı Faaliyet Raporu\ue001" in told.paragraph
        assert plain(told.table.rows[0][0]) == "8. Katı atık bertarafı faaliyeti"
        assert told.table.rows[0][0].startswith("\ue000")


def asked(rule: str, rate: Fraction | None, *rows: tuple[str, int, int]) -> list[str]:
    """All that a rule asks of rows: name, appropriation and spending in lira."""
    rated = tuple(Rated(name, base * 100, spent * 100) for name, base, spent in rows)
    table = Table("", (), (), ())
    told = CarriedOut("", table, rated, rate, "30.06.2026", "net ödeneğin", "“Rapor”")
    (ask,) = [listed.ask for listed in RULES if listed.name == rule]
    return list(ask(replace(part(), carried_out=told)))


def test_the_lowest_rates_far_below_the_whole_are_asked_about() -> None:
    rows = (("A", 1_000, 400), ("B", 1_000, 401), ("C", 1_000, 300), ("D", 10, 0))
    assert asked("spent_least", Fraction(1, 2), *rows) == [
        "Kalem “C”: “Rapor” belgesine göre 30.06.2026 tarihine kadar 300 TL harcandı, 1.000 TL "
        "tutarındaki net ödeneğin %30'u; bütününde bu oran %50,0. Aradaki farkın nedeni ne?",
        "Kalem “A”: “Rapor” belgesine göre 30.06.2026 tarihine kadar 400 TL harcandı, 1.000 TL "
        "tutarındaki net ödeneğin %40'ı; bütününde bu oran %50,0. Aradaki farkın nedeni ne?",
    ]
    assert asked("spent_least", None, *rows) == []


def test_more_than_the_appropriation_is_asked_about_the_highest_first() -> None:
    rows = (("A", 1_000, 1_000), ("B", 1_000, 1_001), ("C", 1_000, 1_500), ("D", 10, 99))
    questions = asked("spent_most", Fraction(1), *rows)
    assert [question[:9] for question in questions] == ["Kalem “C”", "Kalem “B”"]
    assert questions[0] == (
        "Kalem “C”: “Rapor” belgesine göre 30.06.2026 tarihine kadar 1.500 TL harcandı, 1.000 TL "
        "tutarındaki net ödeneğin %150'si. Aradaki 500 TL hangi ödenekten karşılandı?"
    )


@pytest.mark.parametrize("rule", ["spent_least", "spent_most"])
def test_without_documents_nothing_is_asked(rule: str) -> None:
    (ask,) = [listed.ask for listed in RULES if listed.name == rule]
    nothing: Any = part()
    assert list(ask(nothing)) == []
