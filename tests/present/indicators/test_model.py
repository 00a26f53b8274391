"""Reading, narrowing and sorting the indicators."""

from __future__ import annotations

from decimal import Decimal

import pytest

from present.indicators.ambition import Ambition, assess
from present.indicators.model import (
    NO_UNIT,
    Figure,
    Filter,
    Indicator,
    Order,
    measure_code,
    order,
    read,
    select,
)
from tests.support.indicators import empty, frame


def codes(*args: object, **wishes: object) -> list[str]:
    chosen = select(read(frame()), Filter(**wishes))  # type: ignore[arg-type]
    return [indicator.code for indicator in chosen]


def test_a_row_becomes_a_record() -> None:
    indicator = read(frame({"actual": float("nan"), "actual_printed": "-", "unit": None}))[0]
    assert indicator.code == "1.1"
    assert (indicator.actual.year, indicator.actual.value, indicator.actual.printed) == (
        2023,
        None,
        "-",
    )
    assert indicator.target.value == Decimal(15)
    assert indicator.unit == ""
    assert indicator.note == ""
    assert indicator.assessment.ambition is Ambition.NOT_COMPARABLE


def test_every_column_stands_where_it_belongs() -> None:
    (indicator,) = read(
        frame(
            {
                "goal": 7,
                "indicator": 4,
                "goal_statement": "Hedef",
                "goal_short": "Kısa ad",
                "aim": 3,
                "aim_short": "Amaç",
                "objective": "3.2",
                "name": "Ad",
                "name_printed": "Basılı ad",
                "unit": "m²",
                "unit_printed": "m 2",
                "is_cumulative": True,
                "is_yearly": True,
                "direction": "less",
                "direction_reason": "Neden",
                "note": "Not",
                "units": ["zabita", "ulasim"],
                "actual_year": 2020,
                "actual": 3.5,
                "actual_printed": "3,5",
                "estimate_year": 2021,
                "estimate": 2.5,
                "estimate_printed": "2,5",
                "target_year": 2022,
                "target": 1.25,
                "target_printed": "1,25",
                "correction": "Düzeltme",
                "source_section": "2.3.9",
                "source_line": 77,
            }
        ).assign(calculation="Hesap", data_source="Kaynak", unit_responsible="Zabıta")
    )
    assert indicator == Indicator(
        goal=7,
        number=4,
        name="Ad",
        name_printed="Basılı ad",
        unit="m²",
        unit_printed="m 2",
        is_cumulative=True,
        is_yearly=True,
        note="Not",
        correction="Düzeltme",
        direction_reason="Neden",
        goal_statement="Hedef",
        goal_short="Kısa ad",
        aim=3,
        aim_short="Amaç",
        objective="3.2",
        units=("zabita", "ulasim"),
        actual=Figure(2020, Decimal("3.5"), "3,5"),
        estimate=Figure(2021, Decimal("2.5"), "2,5"),
        target=Figure(2022, Decimal("1.25"), "1,25"),
        source_section="2.3.9",
        source_line=77,
        assessment=assess(3.5, 2.5, 1.25, "less", is_cumulative=True),
        calculation="Hesap",
        data_source="Kaynak",
        unit_responsible="Zabıta",
    )
    assert indicator.figures == (indicator.actual, indicator.estimate, indicator.target)
    assert indicator.code == "7.4"


def test_blank_cells_are_empty_texts_and_no_year() -> None:
    blank = dict.fromkeys(("unit", "unit_printed", "note", "correction", "direction_reason"))
    (indicator,) = read(frame({**blank, "direction": None, "actual_year": None}))
    assert (indicator.unit, indicator.unit_printed, indicator.note) == ("", "", "")
    assert (indicator.correction, indicator.direction_reason) == ("", "")
    assert indicator.assessment.direction is None
    assert [figure.year for figure in indicator.figures] == [None, 2024, 2025]


@pytest.mark.parametrize(
    ("value", "printed", "is_corrected"),
    [
        (None, "-", False),
        (Decimal(40000), "40.000", False),
        (Decimal(40000), "40.00", True),
        (Decimal("2.5"), "2,5", False),
        (Decimal("2.5"), "2,6", True),
        (Decimal(2), "iki", True),
    ],
)
def test_a_figure_read_other_than_printed_is_corrected(
    value: Decimal | None, printed: str, is_corrected: bool
) -> None:
    assert Figure(2025, value, printed).is_corrected is is_corrected


@pytest.mark.parametrize(
    ("unit", "code"),
    [("", "birimsiz"), ("%", "yuzde"), ("m²", "m2"), ("adet", "adet"), ("kişi/gün", "kisi-gun")],
)
def test_a_unit_of_measure_has_a_code(unit: str, code: str) -> None:
    assert measure_code(unit) == code


def test_no_rows_no_records() -> None:
    assert read(empty()) == ()


def test_only_a_figure_read_otherwise_than_printed_is_corrected() -> None:
    indicator = next(indicator for indicator in read(frame()) if indicator.code == "2.3")
    assert [figure.is_corrected for figure in indicator.figures] == [False, True, False]
    assert not any(
        figure.is_corrected
        for indicator in read(frame())
        if indicator.code != "2.3"
        for figure in indicator.figures
    )


def test_each_wish_narrows() -> None:
    assert codes() == ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4"]
    assert codes(aim=2) == ["2.1", "2.2", "2.3", "2.4"]
    assert codes(goal=1) == ["1.1", "1.2", "1.3", "1.4"]
    assert codes(unit="ulasim") == ["2.1"]
    assert codes(measure="m2") == ["1.1"]
    assert codes(measure="yuzde") == ["1.3"]
    assert codes(measure=NO_UNIT) == ["1.4"]
    assert codes(ambitions=(Ambition.LOWER,)) == ["2.1"]
    assert codes(ambitions=(Ambition.NOT_COMPARABLE,)) == ["2.2"]
    assert codes(aim=2, ambitions=(Ambition.ON_TREND,)) == ["2.4"]
    both = (Ambition.LOWER, Ambition.NOT_COMPARABLE)
    assert codes(ambitions=both) == ["2.1", "2.2"]
    assert codes(aim=1, goal=2) == []
    assert codes(unit="yok") == []


@pytest.mark.parametrize("text", ["ihale", "İHALE", "IHALE", "  İhale  oranı ", "oranı ihale"])
def test_search_knows_turkish_letters(text: str) -> None:
    assert codes(text=text) == ["1.3"]


def test_search_reads_note_goal_and_number() -> None:
    assert codes(text="erkilet") == ["1.1"]
    assert codes(text="bakimli") == ["2.1", "2.2", "2.3", "2.4"]
    assert codes(text="2.3") == ["2.3"]
    assert codes(text="bakimli izgara") == ["2.2"]
    assert codes(text="hiçbiri") == []


def test_sorting() -> None:
    indicators = read(frame())
    by_name = [indicator.name for indicator in order(indicators, Order.NAME)]
    assert by_name == [
        "Ağaç",
        "Çağrı sayısı",
        "Eğitim alan kişi",
        "Izgara",
        "İhale oranı",
        "Sigortalı araç",
        "Sonuçlandırma süresi",
        "Yeşil alan <b>miktarı</b>",
    ]
    by_distance = [indicator.code for indicator in order(indicators, Order.DISTANCE)]
    assert by_distance == ["2.4", "1.1", "2.3", "1.2", "1.4", "2.1", "1.3"]
    by_distance = [indicator.code for indicator in order(indicators[::-1], Order.DISTANCE)]
    assert by_distance == ["2.4", "1.1", "2.3", "1.2", "1.4", "2.1", "1.3"]
    backwards = tuple(reversed(indicators))
    assert order(backwards, Order.NUMBER) == indicators


@pytest.mark.parametrize(
    "row",
    [
        {"estimate": float("nan")},
        {"actual": float("nan")},
        {"direction": "no_direction"},
        {"direction": None},
        {"target": 0.0, "actual": 0.0},
    ],
)
def test_what_has_no_distance_is_in_no_ranking_by_it(row: dict[str, object]) -> None:
    indicators = read(frame(row, {"indicator": 2}))
    assert [indicator.code for indicator in order(indicators, Order.DISTANCE)] == ["1.2"]
    assert len(order(indicators, Order.NUMBER)) == 2


def test_rates_are_ranked_by_points_after_the_amounts() -> None:
    rate = {"unit": "%", "direction": "more_to_100", "actual": 10.0}
    indicators = read(
        frame(
            {"goal": 1, **rate, "estimate": 90.0, "target": 92.0},
            # A larger part of its target and more points to go.
            {"goal": 2, **rate, "estimate": 20.0, "target": 21.0},
            {"goal": 3, **rate, "estimate": 0.0, "target": 0.0, "actual": 0.0},
            {"goal": 4},
        )
    )
    far = order(indicators, Order.DISTANCE)
    assert [indicator.goal for indicator in far] == [4, 1, 2, 3]


def test_equal_names_and_distances_stand_by_goal_and_number() -> None:
    alike = read(frame({"goal": 10}, {"goal": 9, "indicator": 12}, {"goal": 9, "indicator": 2}))
    for way in Order:
        assert [indicator.code for indicator in order(alike, way)] == ["9.2", "9.12", "10.1"]


def test_an_estimate_of_nothing_is_farthest() -> None:
    indicators = read(
        frame(
            {"goal": 2, "actual": 0.0, "estimate": 0.1},
            {"goal": 3, "actual": 0.0, "estimate": 0.0},
        )
    )
    assert [indicator.code for indicator in order(indicators, Order.DISTANCE)] == ["3.1", "2.1"]


def test_search_reads_the_printed_name_and_all_words_must_stand() -> None:
    given = frame({"name": "Ad", "name_printed": "Basılı", "note": "Not", "goal_statement": "Söz"})
    for text in ("ad", "basili", "not", "soz", "1.1", "ad basili not soz 1.1", ""):
        assert len(select(read(given), Filter(text=text))) == 1, text
    assert select(read(given), Filter(text="ad yok")) == ()


def test_a_goal_is_named_by_its_short_name_where_it_has_one() -> None:
    (short, own, other) = read(
        frame({"goal_short": "İmar planı"}, {"goal_short": "İmar planlarını yapmak."},
              {"goal_short": None})
    )  # fmt: skip
    assert (short.goal_name, short.is_goal_own) == ("İmar planı", False)
    assert (own.goal_name, own.is_goal_own) == ("İmar planlarını yapmak.", True)
    assert (other.goal_name, other.is_goal_own) == ("İmar planlarını yapmak.", True)
    assert select([short], Filter(text="İMAR PLANI")) == (short,)
