"""Plain answers above the results."""

from __future__ import annotations

import dataclasses

import pytest

from kbb_data.everyday import meanings, questions
from present.kit.setting import Setting
from present.search import leads
from tests.present.search.conftest import InLanguage
from tests.support import rawcsv
from tests.support.datasets import KAYSERI


@pytest.mark.parametrize("question", questions(), ids=lambda each: each.name)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_question_has_an_answer(
    in_language: InLanguage, language: str, question: object
) -> None:
    told = leads.lead(in_language(language), question.name)  # type: ignore[attr-defined]
    assert told is not None
    assert told.title


@pytest.mark.parametrize(
    ("question", "strong", "href"),
    [
        ("mayor", "Büyükşehir Belediye Başkanı", "/meclis?uye=1"),
        ("council", "70 üye", "/meclis"),
        ("total", "17 milyar TL", "/butce"),
        ("per_head", "11.759 TL", "/"),
        ("debt", "334 milyon TL", "/butce?kod=04"),
        ("population", "1.445.683 kişi", "/ilce"),
    ],
)
def test_a_question_is_answered_and_leads_on(
    setting: Setting, question: str, strong: str, href: str
) -> None:
    told = leads.lead(setting, question)
    assert told is not None
    assert (told.answer.strong, told.href) == (strong, href)


def test_the_largest_topic_and_activity_are_named(setting: Setting) -> None:
    told = leads.lead(setting, "largest")
    assert told is not None
    activities = rawcsv.rows(KAYSERI, "activities")
    dearest = max(activities, key=lambda row: float(row["total"] or 0))
    assert dearest["short_name"] in told.answer.said
    assert "2025" in told.answer.said
    topic = max(rawcsv.rows(KAYSERI, "topics"), key=lambda row: float(row["total"]))
    assert told.title.endswith(topic["name"])
    # It holds the wages of the whole institution, which is said.
    assert told.answer.left_out


def test_the_staff_are_the_tables(setting: Setting) -> None:
    told = leads.lead(setting, "staff")
    assert told is not None
    count = sum(int(row["total"]) for row in rawcsv.rows(KAYSERI, "staff"))
    assert told.answer.strong == f"{count} kişi"


def test_what_can_be_counted_is(setting: Setting) -> None:
    by_name = {meaning.name: meaning for meaning in meanings()}
    assets = rawcsv.rows(KAYSERI, "assets")
    libraries = leads.counted(setting, by_name["library"])
    assert libraries is not None
    count = sum(int(row["facilities"]) for row in assets if row["kind"] == "library")
    assert libraries.answer.strong == f"{count} tesis"
    assert libraries.href == "/harita?tur=kutuphane"
    buses = leads.counted(setting, by_name["bus"])
    assert buses is not None
    (row,) = (
        row for row in assets
        if row["kind"] == "public_transport_vehicle" and row["name"] == "Otobüs"
    )  # fmt: skip
    assert buses.answer.strong == f"{row['count']} adet"
    assert buses.href.startswith("/kaynaklar#")
    assert leads.counted(setting, by_name["salary"]) is None


def test_what_a_programme_does_not_hold_is_said_plainly(setting: Setting) -> None:
    told = leads.absent(setting, "hospital", is_alone=True)
    assert told.title == "Hastane bu programda yok."
    assert "aşağıda" not in told.answer.said
    assert "aşağıda" in leads.absent(setting, "hospital", is_alone=False).answer.said


def test_nobody_is_counted_where_nobody_counted(setting: Setting) -> None:
    elsewhere = dataclasses.replace(setting, institution="NOBODY")
    assert leads.lead(elsewhere, "population") is None
    assert leads.lead(elsewhere, "per_head") is None
    assert leads.lead(elsewhere, "unknown") is None
