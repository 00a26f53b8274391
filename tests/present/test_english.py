"""The builders in English: whole sentences, units, codes, and the document's words marked."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest

from present.budget.activity import activity_figure
from present.budget.breakdown import break_down
from present.budget.figures import breakdown_figure
from present.budget.model import Fund, Scope, View
from present.budget.words import Showing, code_name, is_own
from present.indicators.ambition import Ambition, Direction, Rule
from present.indicators.figures import by_aim, three_years
from present.indicators.list_html import rows_html
from present.indicators.model import read
from present.indicators.words import explanation, word
from present.kit.quantity import difference, quantity, unit_word
from present.kit.setting import Background
from present.kit.tables import html_table
from present.kit.text import ENGLISH, using
from present.places.words import credit, kind_words, size_words
from tests.present.budget.frames import committed_lines, committed_needs
from tests.present.places.frames import kayseri
from tests.support.indicators import frame

BACKGROUND = Background("Kayseri Büyükşehir Belediyesi", 2025, 1_445_683, is_dark=False)
UNIT = "fen-isleri"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with using(ENGLISH):
        yield


def sentence(**row: Any) -> tuple[Rule, str]:
    one = read(frame(row))[0]
    return one.assessment.rule, explanation(one, 2025)


def test_the_ten_words() -> None:
    assert [word(each, 2024) for each in Ambition] == [
        "in line with the trend",
        "needs to speed up",
        "target reached in 2024",
        "reaches 100%",
        "level kept",
        "target below 2023",
        "target below 2024 and 2023",
        "target below 2024",
        "no direction",
        "not comparable",
    ]
    assert word(Ambition.LOWER, 2024, Direction.LESS) == "target behind 2024"
    assert word(Ambition.BELOW_BOTH, 2024, Direction.LESS) == "target behind 2024 and 2023"
    assert word(Ambition.BELOW_ACTUAL, 2024, Direction.LESS) == "target behind 2023"


@pytest.mark.parametrize(
    ("row", "rule", "text"),
    [
        (
            {"unit": "gün"},
            Rule.BEYOND_TREND,
            "From the 2023 actual to the 2024 estimate the increase is 2 days; from the 2024 "
            "estimate to the 2025 target the increase needed is 3 days: larger than the step "
            "before.",
        ),
        (
            {"unit": "%", "target": 9.0, "direction": "keep", "estimate": 10.0, "actual": 9.0},
            Rule.BACKWARD,
            "The level of this indicator should be kept, yet the 2025 target (9%) is 1 percentage "
            "point below the 2024 estimate (10%).",
        ),
        (
            {"actual": 14.0, "unit": "kişi"},
            Rule.AGAINST_TREND,
            "The 2024 estimate is 2 people below the 2023 actual, whereas the 2025 target is "
            "3 people above the 2024 estimate: the course has to turn.",
        ),
        (
            {"actual": math.nan, "target": 1500.5},
            Rule.FORWARD_NO_TREND,
            "The 2025 target (1,500.5) is 1,488.5 above the 2024 estimate (12); it can't be "
            "compared with the step before, because the 2023 actual is not stated.",
        ),
        (
            {"estimate": math.nan},
            Rule.VALUE_NOT_STATED,
            "The document does not state the 2024 estimate, so the target can't be compared with "
            "the years before.",
        ),
        (
            {
                "unit": "%",
                "actual": 70.0,
                "estimate": 17.0,
                "target": 18.0,
                "direction": "more_to_100",
            },
            Rule.FORWARD_BELOW_ACTUAL,
            "The 2025 target (18%) is 1 percentage point above the 2024 estimate (17%), but 52 "
            "percentage points below the 2023 actual (70%).",
        ),
        (
            {"direction": "no_direction", "unit": "ton", "actual": 20.0},
            Rule.NO_DIRECTION,
            "For this indicator neither an increase nor a decrease counts as better; its values "
            "are shown without a judgement. The 2025 target (15 tonnes) is 3 tonnes more than the "
            "2024 estimate (12 tonnes). It is 5 tonnes less than the 2023 actual (20 tonnes).",
        ),
    ],
)
def test_a_rule_is_a_whole_sentence(row: dict[str, Any], rule: Rule, text: str) -> None:
    assert sentence(**row) == (rule, text)


def test_units_of_measure_are_english_where_they_are_known() -> None:
    units = ["adet", "kişi", "ton", "gün", "saat", "aile", "dekar", "m²", "%", "sandık"]
    assert [unit_word(unit) for unit in units] == [
        "number", "people", "tonnes", "days", "hours", "families", "decares", "m²", "%", "sandık",
    ]  # fmt: skip
    assert [quantity(1, unit) for unit in ("adet", "kişi", "aile", "sandık")] == [
        "1", "1 person", "1 family", "1 sandık",
    ]  # fmt: skip
    assert quantity(1234.5, "ton") == "1,234.5 tonnes"
    assert quantity(None, "gün") == "not stated"
    assert difference(-2, "gün") == "2 days"


def test_units_in_turkish_are_the_documents() -> None:
    with using("tr"):
        assert unit_word("kişi") == "kişi"
        assert [quantity(3, unit) for unit in ("adet", "gün", "sandık", "%")] == [
            "3 adet", "3 gün", "3 sandık", "%3",
        ]  # fmt: skip


def test_statutory_codes_have_english_names_and_others_keep_theirs() -> None:
    assert code_name("03", "Mal ve Hizmet Alım Giderleri") == "Purchase of goods and services"
    assert code_name("11", "Başka") == "Başka"
    assert not is_own(View.CODE, "03")
    assert is_own(View.CODE, "11")
    assert is_own(View.UNIT, UNIT)
    assert not is_own(View.UNIT, "total")
    assert not is_own(View.AIM, "2")
    with using("tr"):
        assert code_name("03", "Mal ve Hizmet Alım Giderleri") == "Mal ve Hizmet Alım Giderleri"


def table(view: View, scope: Scope | None = None) -> str:
    found = break_down(committed_lines(), committed_needs(), view, scope or Scope(), Fund.BOTH)
    figure = breakdown_figure(found, BACKGROUND, Showing(), {}, {}).figure
    return html_table(figure.table, figure.columns, figure.title)


def test_a_breakdown_marks_names_and_not_its_own_rows() -> None:
    goals = table(View.GOAL)
    assert '<th scope="row"><span lang="tr">1. Kentın ihtiyaçlarını' in goals
    assert '<th scope="row">Total</th>' in goals
    assert '<th scope="row">General administration (not divided this way)</th>' in goals
    codes = table(View.CODE)
    assert '<th scope="row">01 Personnel expenditure</th>' in codes
    assert "lang=" not in codes
    assert "lang=" not in table(View.SOURCE)


def test_a_sentence_names_its_place_first() -> None:
    scope = Scope(goal=6, unit=UNIT)
    found = break_down(committed_lines(), committed_needs(), View.CODE, scope, Fund.BOTH)
    names = {UNIT: "Fen İşleri Daire Başkanlığı"}
    figure = breakdown_figure(found, BACKGROUND, Showing(), {}, names).figure
    assert figure.title == "Goal 6, Fen İşleri Daire Başkanlığı: By economic code"
    assert figure.sentence.startswith(
        "In the 2025 programme, under Goal 6, Fen İşleri Daire Başkanlığı, the largest part of the "
        "total of "
    )
    assert figure.own == ("Fen İşleri Daire Başkanlığı",)
    assert figure.source == (
        "Kayseri Büyükşehir Belediyesi, 2025 performance programme, section 2.3, cost tables; "
        "general administration: table 2.5"
    )


def test_an_activitys_lines_are_english() -> None:
    lines = committed_lines()
    figure = activity_figure(lines[lines["activity"] == 1], BACKGROUND, Showing(), Fund.BOTH, {})
    html = html_table(figure.table, figure.columns, figure.title)
    assert "03 Purchase of goods and services" in html
    assert "Off-budget: revolving fund" in html
    assert "lang=" not in html


def test_indicators_are_marked_and_their_units_translated() -> None:
    indicators = read(frame({"unit": "gün", "name": "Süre & iş"}))
    html = rows_html(indicators, 2025, lambda one: "/x")
    assert '<span lang="tr">Süre &amp; iş</span>' in html
    assert '<span lang="tr">İmar planlarını yapmak.</span>' in html
    assert '<span class="ki-unit">days</span>' in html
    figure = three_years(indicators[0], "Belediye", 2025, is_dark=False)
    assert figure.own == ("Süre & iş",)
    assert figure.subtitle.endswith("unit: days")
    assert list(figure.table["detail"]) == [
        "2023 actual: 10 days", "2024 estimate: 12 days", "2025 target: 15 days",
    ]  # fmt: skip
    aims = by_aim(indicators, "Belediye", 2025, is_dark=False)
    assert '"detail": "İmar: needs to speed up, 1 indicator"' in str(aims.spec).replace("'", '"')


def test_facilities_in_words() -> None:
    assert kind_words(["library", "fire_station"]) == "Fire stations, libraries"
    assert kind_words(["library", "course_centre"]) == "Libraries, KAYMEK course centres"
    assert size_words({"area_m2": 1250, "capacity_persons": 1}) == "1,250 m² · 1 place"
    assert size_words({"count": 8, "counted": "bahçe"}) == "8 gardens"
    assert size_words({"count": 8, "counted": "sera"}) == "8 sera"
    assert size_words({"count": 3, "counted": None}) == "3 items"
    with using("tr"):
        assert size_words({"count": 8, "counted": "bahçe"}) == "8 adet bahçe"
        assert size_words({"count": 3, "counted": None}) == "3 adet"


def test_the_maps_sources_are_named_in_english() -> None:
    assert credit(kayseri()) == (
        "District boundaries: OCHA / General Directorate of Mapping (CC BY-IGO, simplified). "
        "Population: TÜİK, Address Based Population Registration System, 31 December 2023. "
        "District centres: GeoNames (CC BY 4.0). Known points of facilities: public maps."
    )
    with using("tr"):
        assert credit(kayseri()).startswith("İlçe sınırları: OCHA / Harita Genel")
