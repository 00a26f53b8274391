"""What briefings say of promises and what came of them: rows recomputed from the CSV files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from present.briefing import came_of
from present.briefing.build import briefing
from present.briefing.came_of import CameOf
from present.briefing.model import Topic
from present.indicators.outcome import records
from present.kit import writing
from present.kit.setting import Setting
from present.kit.text import ENGLISH, using
from tests.present.briefing.conftest import Rows

Years = Callable[..., Setting]
TITLE = "Ne söz verildi, ne oldu"


def told(setting: Setting, goals: Iterable[int]) -> CameOf:
    found = came_of.of_indicators(setting, (own for own in records(setting) if own.goal in goals))
    assert found is not None
    return found


@pytest.mark.parametrize("year", [2024, 2025])
def test_every_result_is_the_newest_document_s(year_of: Years, rows_of: Rows, year: int) -> None:
    documents = {row["document"]: row for row in rows_of(year, "documents")}
    targets = {
        (row["goal"], row["indicator"]): row["value"]
        for row in rows_of(year, "indicator_values")
        if row["kind"] == "target"
    }
    newest: dict[str, dict[str, str]] = {}
    stated = [row for row in rows_of(year, "indicator_results")
              if row["as_of"] == f"{year}-12-31" and row["value"]]  # fmt: skip
    for row in sorted(stated, key=lambda row: documents[row["document"]]["date"]):
        newest[f"{row['goal']}.{row['indicator']}"] = row
    outcomes = {own.code: own for own in told(year_of(year), range(1, 9)).own}
    assert {code for code, own in outcomes.items() if own.as_of.month == 12} == set(newest)
    for code, row in newest.items():
        own = outcomes[code]
        assert own.stated is not None
        assert own.value == Decimal(row["value"])
        assert own.target == Decimal(targets[row["goal"], row["indicator"]])
        assert (own.stated.document.name, own.reason, own.stated.measure) == (
            row["document"],
            row["deviation_reason"],
            row["measure_taken"],
        )
        repeated = row["target_stated"]
        is_other = bool(repeated) and Decimal(repeated) != own.target
        assert (own.altered is not None) == is_other


def test_a_row_has_target_result_reason_measure_day_and_document(year_of: Years) -> None:
    (own, earlier) = told(year_of(2025), [1, 2]).section.tables
    assert own.rows[1] == (
        "1.2 Elektrikli otobüslerin filo içindeki oranı", "%8", "%6", "hedefin 2 puan altında",
        "Otobüslerin bir bölümü 2026 yılında teslim edilecek. Önlem: Teslim takvimi sözleşmeye "
        "bağlandı.",
    )  # fmt: skip
    assert own.note == (
        "Gün ve belge, bütün satırlarda: 31.12.2025: 2025 Yılı Faaliyet Raporu, 14.04.2026."
    )
    assert own.rows[-1][3:] == ("hedefe eşit", "–")
    assert len(own.head) == len(own.wide) == len(own.rows[0])
    assert [row[0][:3] for row in earlier.rows] == ["1.1", "2.2"]
    assert earlier.rows[1][1:4] == ("4 adet", "3 adet", "hedefin %75'i")


def test_rows_of_several_documents_name_each_its_own(year_of: Years) -> None:
    (own, _) = told(year_of(2025), [3]).section.tables
    rows = {row[0][:3]: row for row in own.rows}
    assert len(own.head) == len(own.wide) == len(rows["3.1"]) == 6
    assert rows["3.1"][5] == "31.12.2025: 2025 Yılı Faaliyet Raporu, 14.04.2026"
    assert rows["3.3"][5].startswith("30.06.2025: Gösterge Gerçekleşmeleri, Ocak–Haziran 2025")
    assert own.note == ""


def test_the_text_counts_where_each_year_ended(year_of: Years) -> None:
    assert told(year_of(2025), [1, 2]).section.text == (
        "2025 programının buradaki göstergelerinden 4 tanesinin sonucu yazılı: 3 tanesinde hedefin "
        "gerisinde ve 1 tanesinde hedefe eşit. 2024 programının buradaki göstergelerinden 2 "
        "tanesinin sonucu yazılı: 1 tanesinde hedefin gerisinde ve 1 tanesinde hedeften farklı, "
        "ama artışı ya da azalışı iyi sayılmıyor."
    )


def test_those_behind_their_targets_stand_first(year_of: Years) -> None:
    own = told(year_of(2025), [5, 6]).section.tables[0]
    assert [row[0][:3] for row in own.rows] == ["6.1", "6.2", "5.1", "5.2"]
    assert own.rows[0][1] == "2.100 kişi; belgede 2.000 kişi"


def test_a_deviation_without_a_reason_says_so(year_of: Years) -> None:
    rows = {row[0][:3]: row for row in told(year_of(2025), [3]).section.tables[0].rows}
    assert rows["3.1"][4] == "belgede yazılmamış"


def test_a_half_year_is_told_as_one_beside_the_year_that_ended(year_of: Years) -> None:
    found = told(year_of(2026), [1, 2])
    assert {own.as_of.isoformat() for own in found.own} == {"2026-06-30"}
    assert not any(own.is_missed or own.guess for own in found.own)
    assert [own.year for own in found.earlier] == [2025] * 4
    assert found.section.text.startswith(
        "2026 programının buradaki göstergelerinden 4 tanesinin sonucu yazılı: 4 tanesi yıl "
        "içinden, yıl sonu sonucu değil. 2025 programının "
    )


def test_an_estimate_stands_beside_its_ended_year(year_of: Years, rows_of: Rows) -> None:
    (roads,) = (own for own in told(year_of(2025), [2]).own if own.code == "2.1")
    printed = next(
        row["value"]
        for row in rows_of(2026, "indicator_values")
        if (row["goal"], row["indicator"], row["kind"]) == ("2", "1", "year_end_estimate")
    )
    assert roads.guess is not None
    assert roads.guess.estimate == Decimal(printed)
    assert roads.guess.result == Decimal("66.4")


def test_where_nobody_tells_of_results_nothing_is_said(year_of: Years) -> None:
    assert came_of.of_indicators(year_of(2025), ()) is None
    silent = replace(year_of(2025), years=(), data=_Silent(year_of(2025)))
    assert came_of.of_indicators(silent, records(silent)) is None


class _Silent:
    """A programme's data without results."""

    def __init__(self, setting: Setting) -> None:
        self._data = setting.data

    def answer(self, question: str) -> object:
        frame = self._data.answer(question)
        return frame.iloc[:0] if question in ("indicator_results", "documents") else frame


def test_it_stands_on_the_briefing_with_the_sources_of_its_targets(year_of: Years) -> None:
    sections = {own.title: own for own in briefing(year_of(2025), Topic.AIM, "1").sections}
    assert sections[TITLE].note.startswith(
        "Hedefler: Çamlıova Büyükşehir Belediyesi, 2024 ve 2025 performans programları"
    )


def test_the_documents_words_are_set_off_in_english(year_of: Years) -> None:
    setting = year_of(2025, ENGLISH)
    with using(ENGLISH):
        table = told(setting, [1]).section.tables[0]
        row = table.rows[1]
        day = writing.date(told(setting, [1]).own[1].as_of)
    assert row[4] == (
        "\ue000Otobüslerin bir bölümü 2026 yılında teslim edilecek.\ue001 "
        "Measure: \ue000Teslim takvimi sözleşmeye bağlandı.\ue001"
    )
    assert table.note == (
        f"Day and document of all rows: {day}: \ue0002025 Yılı Faaliyet Raporu\ue001, 14 April "
        "2026."
    )
