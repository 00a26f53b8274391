"""What briefings say has changed since the programme before: amounts recomputed from the CSV files,
real ones from the file of prices, and what can't be compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from present.briefing import since
from present.briefing.build import briefing, version
from present.briefing.model import Section, Topic, plain
from present.kit import writing
from present.kit.setting import Answers, Setting
from present.kit.text import ENGLISH, using
from tests.present.briefing.conftest import Rows
from tests.present.figures.change_rows import real

Years = Callable[..., Setting]
TITLE = "Geçen yıldan bu yana ne değişti"


def section(made: Section | None) -> Section:
    assert made is not None
    return made


def lira(amount: Decimal | None) -> str:
    assert amount is not None
    return writing.money(int(amount * 100))


def of_goals(rows: Rows, year: int) -> dict[str, Decimal]:
    """What the activities of each goal cost, by the goal's number."""
    sums: dict[str, Decimal] = {}
    for row in rows(year, "activities"):
        sums[row["goal"]] = sums.get(row["goal"], Decimal(0)) + Decimal(row["total"])
    return sums


def test_an_aim_and_its_goals_are_the_sums_of_both_files(year_of: Years, rows_of: Rows) -> None:
    made = section(since.of_aim(year_of(2025), "1"))
    before, now = of_goals(rows_of, 2024), of_goals(rows_of, 2025)
    first, second = before["1"] + before["2"], now["1"] + now["2"]
    in_2025 = real(first, 2024, 2025)
    assert in_2025 is not None
    share, real_share = (writing.share((second - of) / of) for of in (first, in_2025))
    assert made.title == TITLE
    assert made.text == (
        f"1. Ulaşım: 2025 programında planlanan toplam {lira(second)}; 2024 planındaki "
        f"{lira(first)}'den {lira(second - first)} ({share}) fazla. 2025 yılının ortalama "
        "fiyatlarıyla (TÜİK tüketici fiyatları; 2025 ortalaması ocak-kasım verisi ve kalan ayların "
        f"tahmini) hesaplanınca: 2025 programında planlanan toplam {lira(second)}; 2024 planındaki "
        f"{lira(in_2025)}'den {lira(second - in_2025)} ({real_share}) fazla."
    )
    (table,) = made.tables
    rates = {
        goal: (now[goal] - before[goal]) / before[goal]
        for goal in ("1", "2")
    }  # fmt: skip
    assert [row[0][0] for row in table.rows] == ["2", "1"]
    for row in table.rows:
        goal = row[0][0]
        of_then = real(before[goal], 2024, 2025)
        assert of_then is not None
        assert row[1:] == (
            lira(before[goal]),
            lira(now[goal]),
            f"{writing.share(rates[goal])} artış",
            f"{writing.share((now[goal] - of_then) / of_then)} artış",
        )
    assert len(table.head) == len(table.wide) == len(table.rows[0])
    assert "Çamlıova Büyükşehir Belediyesi, 2024 ve 2025 performans programları" in made.note


def test_a_unit_names_what_is_new_and_what_was_split(year_of: Years) -> None:
    made = section(since.of_unit(year_of(2025), "fen-isleri"))
    (table,) = made.tables
    assert table.rows[0][:3] == (
        "3. Asfalt ve yol yapımı faaliyeti + 4. Köprü ve kavşak yapımı faaliyeti (2024 programında "
        "“3. Yol ve köprü yapım faaliyeti”)",
        "102.000.000 TL",
        "140.000.000 TL",
    )
    assert made.items == (
        "5. Bisiklet yolu yapımı faaliyeti: 2025 programında 7.000.000 TL. Karşılaştırılmadı: 2025 "
        "programında yeni (incelendi).",
    )


def test_what_is_gone_is_named_with_its_earlier_amount(year_of: Years) -> None:
    made = section(since.of_unit(year_of(2025), "kultur-ve-sosyal-isler"))
    assert made.items == (
        "9. Kent müzesi kurulması faaliyeti: 2024 programında 5.000.000 TL. Karşılaştırılmadı: "
        "2025 programında artık yok (incelendi).",
    )


class _Moved:
    """A programme's data in which activities belong to other units."""

    def __init__(self, data: Answers, units: dict[int, str]) -> None:
        self._data, self._units = data, units

    def answer(self, question: str) -> Any:
        frame = self._data.answer(question)
        if question != "budget_lines":
            return frame
        moved = frame["activity"].map(self._units)
        return frame.assign(spending_unit=moved.fillna(frame["spending_unit"]))


def test_what_went_to_another_unit_is_named_on_both(year_of: Years, rows_of: Rows) -> None:
    """Activity 6 of 2025, which was 5 of 2024, in another unit's hands."""
    setting = year_of(2025)
    data = _Moved(setting.data, {6: "fen-isleri"})
    moved = replace(
        setting,
        data=data,
        years=tuple(replace(own, data=data) if own.year == 2025 else own for own in setting.years),
    )
    (amount,) = (lira(Decimal(row["total"])) for row in rows_of(2024, "activities")
                 if row["activity"] == "5")  # fmt: skip
    left = section(since.of_unit(moved, "park-ve-bahceler"))
    assert left.items[-1] == (
        f"5. Park yapım faaliyeti: 2024 programında buraya ait, {amount}; 2025 programında başka "
        "yerde. Karşılaştırılmadı."
    )
    names = [row[0] for row in section(since.of_unit(moved, "fen-isleri")).tables[0].rows]
    assert names[1].startswith("6. Park yapımı ve bakımı faaliyeti (2024 programında “5. ")
    assert names[1].endswith(" (2024 programında buraya ait değildi)")
    assert not names[0].endswith("ait değildi)")


def test_of_several_activities_only_those_with_a_counterpart_are_added_up(
    year_of: Years, rows_of: Rows
) -> None:
    made = section(since.of_activities(year_of(2025), [3, 5, 8]))
    of_2025 = {row["activity"]: row for row in rows_of(2025, "activities")}
    assert of_2025["8"]["name"] == "Katı atık bertarafı faaliyeti"
    then = Decimal(next(row["total"] for row in rows_of(2024, "activities")
                        if row["name"] == of_2025["8"]["name"]))  # fmt: skip
    assert made.text.startswith(
        "Buradaki 3 faaliyetten 1 tanesi 2024 programındaki eşiyle karşılaştırılabiliyor. Yalnız "
        "bunlar toplanınca: 2025 programında planlanan toplam "
        f"{lira(Decimal(of_2025['8']['total']))}; 2024 planındaki {lira(then)}'den "
    )
    assert [row[0][:2] for row in made.tables[0].rows] == ["8."]
    # Activity 3 has its counterpart together with activity 4, which is not asked for.
    assert [item.partition(":")[0][:2] for item in made.items] == ["5.", "3."]
    assert made.items[1].endswith("karşılaştırılmadı; eşi, buraya ait olmayan kalemlerle birlikte.")


def test_activities_without_a_counterpart_are_not_added_up(year_of: Years) -> None:
    made = section(since.of_activities(year_of(2025), [5]))
    assert made.text == (
        "Buradaki faaliyetlerden (1) hiçbirinin 2024 programında karşılaştırılabilecek bir eşi yok."
    )
    assert made.tables == ()
    assert since.of_activities(year_of(2025), []) is None


def test_the_whole_is_the_total_of_both_programmes(year_of: Years) -> None:
    made = section(since.of_whole(year_of(2025)))
    first, second = (year_of(year).totals.total_kurus for year in (2024, 2025))
    assert first is not None
    assert second is not None
    assert made.text.startswith(
        f"2025 programında planlanan toplam {writing.money(second)}; 2024 planındaki "
        f"{writing.money(first)}"
    )
    assert "Genel yönetim giderleri" in {row[0] for row in made.tables[0].rows}


def test_without_prices_the_year_is_named_and_no_column_stands(year_of: Years) -> None:
    made = section(since.of_aim(year_of(2026), "1"))
    assert made.text.endswith(
        "2026 için yıllık ortalama tüketici fiyatı henüz bilinmiyor; 2025 ve 2026 planları aynı "
        "yılın fiyatlarıyla karşılaştırılamıyor."
    )
    assert len(made.tables[0].head) == 4
    assert "TÜİK" not in made.note


def test_a_missing_year_between_is_told_in_the_title(year_of: Years) -> None:
    setting = year_of(2026)
    gapped = replace(setting, years=tuple(own for own in setting.years if own.year != 2025))
    assert section(since.of_aim(gapped, "1")).title == "2024 programından bu yana ne değişti"


def test_the_oldest_programme_and_a_single_one_say_nothing(year_of: Years) -> None:
    titles = [own.title for own in briefing(year_of(2024), Topic.AIM, "1").sections]
    assert TITLE not in titles
    alone = replace(year_of(2025), years=())
    assert since.of_whole(alone) is None
    assert since.of_aim(alone, "1") is None
    assert since.of_unit(alone, "fen-isleri") is None
    assert since.of_activities(alone, [8]) is None


@pytest.mark.parametrize(("kind", "key"), [(Topic.AIM, "1"), (Topic.UNIT, "fen-isleri")])
def test_it_stands_on_briefings_of_aims_and_units(year_of: Years, kind: Topic, key: str) -> None:
    assert TITLE in [own.title for own in briefing(year_of(2025), kind, key).sections]


def test_names_of_the_document_are_set_off_in_english(year_of: Years) -> None:
    setting = year_of(2025, ENGLISH)
    with using(ENGLISH):
        made = section(since.of_unit(setting, "fen-isleri"))
    assert made.text.startswith("\ue000Fen İşleri Daire Başkanlığı\ue001: In the 2025 programme ")
    assert "\ue0005. Bisiklet yolu yapımı faaliyeti\ue001" in made.items[0]
    assert (
        "(“\ue0003. Yol ve köprü yapım faaliyeti\ue001” in the programme of 2024)"
        in (made.tables[0].rows[0][0])
    )
    assert plain(made.tables[0].rows[0][3]) == "up 37.3%"


def test_the_versions_of_all_years_stand_on_what_looks_at_them(year_of: Years) -> None:
    setting = year_of(2025)
    versions = ", ".join(own.version for own in setting.years)
    assert len(setting.years) == 3
    assert briefing(setting, Topic.AIM, "1").version == versions
    assert version(setting, Topic.DISTRICT) == setting.version
    assert version(replace(setting, years=()), Topic.AIM) == setting.version
