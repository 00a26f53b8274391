"""What the entries take of a setting: documents of the years around it, findings, what is usual."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from present.execution import entries
from present.execution.choices import Division, MonthChoices, RevenueChoices, SpendingChoices
from present.execution.model import SPENT, Classification, execution
from present.figures.registry import drawn
from present.kit.setting import Setting
from present.kit.text import ENGLISH, using
from tests.present.execution.rows import rows
from tests.support import committed

ECONOMIC = Classification.ECONOMIC
HALF = datetime.date(2025, 6, 30)

YearOf = Callable[..., Setting]


def test_a_year_is_told_by_documents_of_the_next_years_dataset_as_well(year_of: YearOf) -> None:
    assert entries.days(year_of(2024), ECONOMIC) == (
        datetime.date(2024, 12, 31),
        datetime.date(2024, 6, 30),
    )
    told = entries.told(year_of(2025), ECONOMIC, SpendingChoices(day="2025-06-30"))
    spent = told.execution.total.amounts[SPENT]
    assert (spent.kurus, spent.document.programme_year) == (20_924_886_640, 2026)
    assert [step.before.kurus for step in spent.changes] == [20_878_886_600]


def test_a_draft_of_another_year_says_nothing_of_a_published_one(year_of: YearOf) -> None:
    setting = year_of(2024)
    draft = tuple(replace(each, is_draft=each.year == 2025) for each in setting.years)
    assert entries.days(replace(setting, years=draft), ECONOMIC) == ()
    assert entries.days(replace(setting, years=()), ECONOMIC) == ()


def test_the_usual_is_the_first_division_and_the_last_day(year_of: YearOf) -> None:
    setting = year_of(2025)
    assert entries.divisions(setting) == tuple(Division)
    assert entries.division_of(setting, SpendingChoices()) is Division.ECONOMIC
    told = entries.told(setting, ECONOMIC, SpendingChoices())
    assert told.execution.day == datetime.date(2025, 12, 31)
    # A day of another division, and a base that is not stated, give way to what is usual.
    functions = entries.told(
        setting, Classification.FUNCTIONAL, SpendingChoices(day="2025-06-30", base="net")
    )
    assert (functions.execution.day.month, functions.telling.base) == (12, "net")


@pytest.mark.parametrize(("kind", "is_there"), [("activity", False), ("functional", True)])
def test_activities_are_not_held_against_the_same_numbers_of_another_year(
    year_of: YearOf, monkeypatch: pytest.MonkeyPatch, kind: str, is_there: bool
) -> None:
    told = rows(
        {"code": "01", "classification": kind, "spent": 1, "as_of": "2025-06-30"},
        {"code": "01", "classification": kind, "spent": 2, "as_of": "2024-06-30"},
    )
    monkeypatch.setattr(entries, "rows", lambda setting: told)
    done = execution(told, Classification(kind), HALF)
    assert (entries.before_of(year_of(2025), done) is not None) == is_there


def test_the_year_before_stands_beside_where_it_is_asked_for(year_of: YearOf) -> None:
    setting = year_of(2025)
    assert entries.told(setting, ECONOMIC, SpendingChoices()).telling.before is None
    before = entries.told(setting, ECONOMIC, SpendingChoices(before="1")).telling.before
    assert before is not None
    assert before.total.kurus(SPENT) == 33_990_000_000


def test_an_activity_has_what_documents_state_of_it_alone(year_of: YearOf) -> None:
    told = entries.of_activity(year_of(2025), 4)
    assert told is not None
    assert entries.of_activity(year_of(2025), 99) is None
    assert entries.of_activity(year_of(2024), 1) is None


def test_addresses_know_the_days_bases_and_items_that_there_are(year_of: YearOf) -> None:
    setting = year_of(2025)
    assert entries.spending_codes(setting) == {
        "division": {"ekonomik", "fonksiyonel", "faaliyet"},
        "day": {"2025-06-30", "2025-12-31"},
        "base": {"net", "baslangic"},
    }
    assert entries.revenue_codes(setting)["base"] == {"baslangic"}
    assert "harcama-03" in entries.month_codes(setting)["item"]


@pytest.mark.parametrize(
    ("slug", "choices", "finding"),
    [
        ("plan-net-harcanan", SpendingChoices(),
         "result-classifications.2025-12-31.kesin-hesap-2025.spent"),
        ("plan-net-harcanan", SpendingChoices(division="fonksiyonel"),
         "result-classifications.2025-12-31.kesin-hesap-2025.spent"),
    ],
)  # fmt: skip
def test_a_finding_on_a_document_goes_along_with_the_figure_that_shows_it(
    year_of: YearOf, slug: str, choices: SpendingChoices, finding: str
) -> None:
    notes = drawn(year_of(2025), slug, choices).figure.notes
    assert any(note.address.endswith(f"bulgu={finding}") for note in notes)
    others = drawn(year_of(2025), "gelir", RevenueChoices()).figure.notes
    assert not any(finding in note.address for note in others)


def test_another_total_of_the_document_is_a_note_that_leads_to_the_finding(
    year_of: YearOf,
) -> None:
    figure = drawn(year_of(2026), "plan-net-harcanan", SpendingChoices()).figure
    assert "289.410.500,50 TL harcandı" in figure.sentence
    (note,) = [n for n in figure.notes if "result-statements" in n.address]
    assert "299.410.500,50 TL" in note.text


def test_the_restated_half_year_is_told_with_both_documents(year_of: YearOf) -> None:
    choices = SpendingChoices(day="2025-06-30")
    figure = drawn(year_of(2025), "plan-net-harcanan", choices).figure
    (text,) = [note.text for note in figure.notes if "daha yeni" in note.text]
    assert "Toplam, Harcanan 208.788.866 TL yerine 209.248.866,40 TL" in text


def test_months_bear_the_documents_words_for_a_code(year_of: YearOf) -> None:
    figure = drawn(year_of(2026), "aylik-harcama", MonthChoices(item="harcama-02")).figure
    assert figure.title == "2026 yılında aylara göre harcama: 02 SGK Devlet Primi Giderleri"
    with using(ENGLISH):
        english = drawn(
            year_of(2026, ENGLISH), "aylik-harcama", MonthChoices(item="harcama-02")
        ).figure
    assert english.title == "Spending of 2026 month by month: 02 Social security contributions"


def test_a_programme_without_results_has_none_of_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    setting = committed.settings(tmp_path_factory.mktemp("kayseri"))("tr")
    assert not entries.is_there(setting)
    assert [entry.slug for entry in entries.ENTRIES if entry.is_there(setting)] == []
