"""Reading, narrowing and sorting the indicators."""

from __future__ import annotations

from decimal import Decimal

import pytest

from present.indicators.ambition import Ambition
from present.indicators.model import NO_UNIT, Filter, Order, order, read, select
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
    assert by_distance == ["2.4", "1.1", "2.2", "2.3", "1.2", "1.3", "1.4", "2.1"]
    backwards = tuple(reversed(indicators))
    assert order(backwards, Order.NUMBER) == indicators


def test_what_has_no_bar_stands_last_by_distance() -> None:
    indicators = read(frame({"estimate": float("nan")}, {"indicator": 2}))
    assert [indicator.code for indicator in order(indicators, Order.DISTANCE)] == ["1.2", "1.1"]
