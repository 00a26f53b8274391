"""Committees' briefings over the invented municipality's years: every number again from the CSV
files of the years' datasets."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from present.briefing.build import briefing
from present.briefing.model import Briefing, Section, Topic
from present.kit import writing
from present.kit.setting import Setting
from present.kit.text import ENGLISH, using
from tests.present.briefing.conftest import Rows
from tests.present.figures.change_rows import real

Years = Callable[..., Setting]

GREEN, WORKS, WHOLE = "cevre-komisyonu", "imar-komisyonu", "plan-ve-butce-komisyonu"
SINCE, CAME = "Geçen yıldan bu yana ne değişti", "Ne söz verildi, ne oldu"


def of(paper: Briefing, title: str) -> Section:
    return next(own for own in paper.sections if own.title == title)


def held(rows: Rows, year: int, committee: str) -> dict[str, Decimal]:
    """What each activity of a committee's scopes costs in a year."""
    scopes = [row for row in rows(year, "committee_scopes") if row["committee"] == committee]
    return {
        row["activity"]: Decimal(row["total"])
        for row in rows(year, "activities")
        for scope in scopes
        if {"goal": row["goal"], "activity": row["activity"], "indicator": None,
            "spending_unit": row["spending_unit"]}[scope["kind"]] == scope["key"]
    }  # fmt: skip


def lira(amount: Decimal) -> str:
    return writing.money(int(amount * 100))


def successors(rows: Rows, year: int, level: str) -> dict[str, str]:
    """What was judged to go on in ``year`` as one: the earlier code by the later one."""
    return {
        row["to_code"]: row["from_code"]
        for row in rows(year, "succession")
        if row["level"] == level and row["relation"] in ("same", "renamed")
    }


@pytest.mark.parametrize("year", [2025, 2026])
def test_what_changed_of_a_committees_activities(year_of: Years, rows_of: Rows, year: int) -> None:
    own = held(rows_of, year, "ÇEVRE KOMİSYONU")
    before = {row["activity"]: Decimal(row["total"]) for row in rows_of(year - 1, "activities")}
    earlier = successors(rows_of, year, "activity")
    pairs = {code: (before[earlier[code]], now) for code, now in own.items() if code in earlier}
    assert len(own) == 3
    assert len(pairs) == {2025: 2, 2026: 3}[year]
    paper = briefing(year_of(year), Topic.COMMITTEE, GREEN)
    assert paper.facts[0].value == lira(sum(own.values(), Decimal(0)))
    first, second = (sum(amounts, Decimal(0)) for amounts in zip(*pairs.values(), strict=True))
    changed = of(paper, SINCE)
    assert changed.text.startswith(
        f"Buradaki 3 faaliyetten {len(pairs)} tanesi {year - 1} programındaki eşiyle "
        f"karşılaştırılabiliyor. Yalnız bunlar toplanınca: {year} programında planlanan toplam "
        f"{lira(second)}; {year - 1} planındaki {lira(first)}'den {lira(second - first)} "
        f"({writing.share((second - first) / first)}) fazla."
    )
    (table,) = changed.tables
    rows = {row[0].partition(".")[0]: row for row in table.rows}
    assert set(rows) == set(pairs)
    for code, (then, now) in pairs.items():
        # 2026 has no year's average of prices.
        of_then = real(then, year - 1, year) if year == 2025 else None
        assert rows[code][1:4] == (
            lira(then), lira(now), f"{writing.share((now - then) / then)} artış",
        )  # fmt: skip
        assert len(rows[code]) == (5 if of_then else 4)
        if of_then is not None:
            change = (now - of_then) / of_then
            way = "artış" if change > 0 else "azalış"
            assert rows[code][4] == f"{writing.share(abs(change))} {way}"
    assert {item.partition(".")[0] for item in changed.items} == set(own) - set(pairs)


def test_what_is_bound_to_others_activities_is_named_and_not_added_up(year_of: Years) -> None:
    changed = of(briefing(year_of(2025), Topic.COMMITTEE, WORKS), SINCE)
    assert changed.tables == ()
    assert changed.text.startswith("Buradaki faaliyetlerden (2) hiçbirinin 2024 programında ")
    assert changed.items == (
        "5. Bisiklet yolu yapımı faaliyeti: 2025 programında 7.000.000 TL. Karşılaştırılmadı: 2025 "
        "programında yeni (incelendi).",
        "3. Asfalt ve yol yapımı faaliyeti + 4. Köprü ve kavşak yapımı faaliyeti: "
        "karşılaştırılmadı; "
        "eşi, buraya ait olmayan kalemlerle birlikte.",
    )


def test_what_came_of_a_committees_indicators(year_of: Years, rows_of: Rows) -> None:
    """Those of the goal that is the committee's, and of the goal all of whose activities are."""
    own, earlier = of(briefing(year_of(2025), Topic.COMMITTEE, GREEN), CAME).tables
    for year, table, goals in ((2025, own, ("3", "4")), (2024, earlier, ("3", "4"))):
        documents = {row["document"]: row["date"] for row in rows_of(year, "documents")}
        stated = sorted(rows_of(year, "indicator_results"),
                        key=lambda row: (row["as_of"], documents[row["document"]]))  # fmt: skip
        newest = {f"{row['goal']}.{row['indicator']}": row for row in stated if row["value"]
                  and row["goal"] in goals}  # fmt: skip
        targets = {
            f"{row['goal']}.{row['indicator']}": row["value"]
            for row in rows_of(year, "indicator_values")
            if row["kind"] == "target"
        }
        rows = {row[0].split()[0]: row for row in table.rows}
        assert set(rows) == set(newest)
        for code, row in newest.items():
            assert rows[code][1].split()[0] == number(targets[code])
            assert rows[code][2].split()[0] == number(row["value"])
            assert (row["deviation_reason"] or "") in rows[code][4]


def number(value: str) -> str:
    """A number of the files as a page writes it."""
    return f"{Decimal(value).normalize():,f}".translate(str.maketrans(",.", ".,"))


def test_a_committees_deviations_are_asked_about(year_of: Years, rows_of: Rows) -> None:
    asked = briefing(year_of(2025), Topic.COMMITTEE, GREEN).questions
    (result,) = (row for row in rows_of(2025, "indicator_results")
                 if (row["goal"], row["indicator"]) == ("3", "1") and row["as_of"] == "2025-12-31"
                 and row["document"].startswith("faaliyet"))  # fmt: skip
    assert (result["value"], result["deviation_reason"]) == ("9.7", "")
    assert asked[0].startswith("Gösterge 3.1 “Kişi başına yeşil alan miktarı”: 2025 hedefi 9,8 m²;")
    assert "Belge bir neden yazmıyor; hedefin 0,1 m² gerisinde neden kalındı?" in asked[0]
    spent = briefing(year_of(2025), Topic.COMMITTEE, WORKS).questions
    assert spent[0].startswith("Kalem “4. Köprü ve kavşak yapımı faaliyeti”: ")
    assert "11.300.000 TL harcandı" in spent[0]


def test_of_a_goal_that_is_a_committees_in_part_its_money_is_not_said_to_be_all(
    year_of: Years,
) -> None:
    asked = briefing(year_of(2025), Topic.COMMITTEE, WORKS).questions
    assert not any("Yol ağının güvenliğini artırmak" in question for question in asked)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
@pytest.mark.parametrize("language", ["tr", ENGLISH])
def test_the_committee_of_the_whole_has_the_whole(
    year_of: Years, rows_of: Rows, year: int, language: str
) -> None:
    """Of the programme budget too, which splits nothing by economic code."""
    setting = year_of(year, language)
    with using(language, setting.form):
        paper = briefing(setting, Topic.COMMITTEE, WHOLE)
        total = writing.money(setting.totals.total_kurus)
    assert paper.facts[0].value == total
    coded = any(row["line"] == "03" and row["total"] for row in rows_of(year, "resource_needs"))
    money = next(own for own in paper.sections if own.beside)
    assert (len(money.beside), len(money.tables)) == ((2, 2) if coded else (1, 1))
    assert all(group.title and group.rows for group in (*money.beside, *money.tables))
    assert coded == (year != 2026)


def test_a_committee_without_a_subject_says_so(year_of: Years) -> None:
    paper = briefing(year_of(2025), Topic.COMMITTEE, "hukuk-komisyonu")
    assert paper.sections[0].text == "Bu komisyonla eşleştirilmiş bir konu yok."
    assert SINCE not in [own.title for own in paper.sections]
