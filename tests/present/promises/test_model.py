"""What was promised, estimated and reached in each year, and how well estimates held."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from present.indicators.model import Indicator
from present.promises.model import Figure, Promises, Year, accuracy
from present.promises.strands import Programme
from tests.support.promises import actual, indicator, programme, repeated, stated

NAN = float("nan")


def years(*programmes: Programme) -> dict[int, Year]:
    """The years of the only indicator."""
    made = Promises(programmes)
    (strand,) = made.strands
    return {year.year: year for year in made.of(strand)}


def test_three_programmes_give_a_year_its_three_figures() -> None:
    found = years(
        programme(2024, indicator(2024, target=20.0)),
        programme(2025, indicator(2025, estimate=18.0)),
        programme(2026, indicator(2026, actual=17.0)),
    )
    assert sorted(found) == [2022, 2023, 2024, 2025, 2026]
    year = found[2024]
    assert year.promise == Figure(Decimal(20), 2024)
    assert year.estimate == Figure(Decimal(18), 2025)
    assert year.result is not None
    assert (year.result.value, year.result.programme) == (Decimal(17), 2026)
    assert year.is_paired
    assert year.standing.difference == -3
    assert year.standing.share == Fraction(17, 20)
    assert year.standing.is_ahead is False
    # The newest year has its promise, and nothing beside it yet.
    newest = found[2026]
    assert (newest.promise, newest.estimate, newest.result) == (
        Figure(Decimal(10), 2026),
        None,
        None,
    )
    assert not newest.is_paired
    # What only an older programme tells of has no promise here.
    assert (found[2022].promise, found[2022].own) == (None, "")
    assert found[2022].result is not None


def test_a_document_goes_before_what_a_later_programme_prints() -> None:
    report = {2024: {"1.1": (actual(2024, stated("16")),)}}
    year = years(
        programme(2024, indicator(2024), actuals=report),
        programme(2026, indicator(2026, actual=17.0)),
    )[2024]
    assert year.result is not None
    assert year.result.value == 16
    assert year.result.programme == 0
    assert year.result.otherwise == (Figure(Decimal(17), 2026),)
    assert year.result.is_changed


def test_a_later_programme_that_prints_the_same_is_no_other_figure() -> None:
    report = {2024: {"1.1": (actual(2024, stated("16")),)}}
    year = years(
        programme(2024, indicator(2024), actuals=report),
        programme(2026, indicator(2026, actual=16.0)),
    )[2024]
    assert year.result is not None
    assert year.result.otherwise == ()
    assert not year.result.is_changed


def test_the_newest_document_speaks_in_whichever_dataset_it_lies() -> None:
    older, newer = stated("16", "2025-01-20"), stated("15", "2025-04-10")
    later = stated("14", "2026-03-01")
    year = years(
        programme(2024, indicator(2024), actuals={2024: {"1.1": (actual(2024, older, newer),)}}),
        programme(2025, indicator(2025), actuals={2024: {"1.1": (actual(2024, later),)}}),
    )[2024]
    assert year.result is not None
    assert year.result.actual is not None
    assert year.result.value == 14
    changes = [(each.before.value, each.after.value) for each in year.result.actual.changes]
    assert changes == [(16, 15), (15, 14)]


def test_a_document_without_a_day_counts_as_of_its_figures() -> None:
    undated, dated = stated("16", date=None), stated("15", "2024-11-01")
    year = years(
        programme(2024, indicator(2024), actuals={2024: {"1.1": (actual(2024, undated),)}}),
        programme(2025, indicator(2025), actuals={2024: {"1.1": (actual(2024, dated),)}}),
    )[2024]
    assert year.result is not None
    assert year.result.value == 16


def test_a_half_year_is_no_result_and_an_empty_figure_is_none() -> None:
    half = {2024: {"1.1": (actual(2024, stated("5"), month=6),)}}
    found = years(programme(2024, indicator(2024), actuals=half))
    assert found[2024].result is None
    empty = {2024: {"1.1": (actual(2024, stated(None)),)}}
    assert years(programme(2024, indicator(2024), actuals=empty))[2024].result is None


def test_one_programme_with_its_report_has_a_pair() -> None:
    report = {2024: {"1.1": (actual(2024, stated("10")),)}}
    made = Promises((programme(2024, indicator(2024), actuals=report),))
    assert made.kept_years == (2024,)
    assert made.guesses == ()
    assert made.told(2024) == ("1.1",)
    assert made.is_there


def test_one_programme_alone_has_nothing_to_pair() -> None:
    made = Promises((programme(2024, indicator(2024)),))
    assert (made.kept_years, made.guesses, made.told(2024)) == ((), (), ())
    assert not made.is_there
    assert made.told(1999) == ()


def test_two_programmes_pair_an_estimate_before_any_promise() -> None:
    made = Promises((programme(2024, indicator(2024)), programme(2025, indicator(2025))))
    assert made.kept_years == ()
    assert [guess.year.year for guess in made.guesses] == [2023]
    assert made.is_there


def test_programmes_far_from_each_other_have_nothing_to_pair() -> None:
    made = Promises((programme(2022, indicator(2022)), programme(2026, indicator(2026))))
    assert not made.is_there


def test_what_the_next_programme_repeats_as_the_target_is_told_where_it_is_another() -> None:
    pair = [programme(2024, indicator(2024, target=20.0))]
    same = programme(2025, indicator(2025), planned={"1.1": repeated(2024, 20.0)})
    other = programme(2025, indicator(2025), planned={"1.1": repeated(2024, 21.0)})
    assert years(*pair, same)[2024].repeated is None
    assert years(*pair, other)[2024].repeated == Figure(Decimal(21), 2025)
    assert years(*pair, other)[2024].promise == Figure(Decimal(20), 2024)


def test_where_the_years_own_programme_is_not_there_the_repeated_target_is_the_promise() -> None:
    year = years(programme(2025, indicator(2025), planned={"1.1": repeated(2024, 21.0)}))[2024]
    assert (year.promise, year.repeated) == (Figure(Decimal(21), 2025), None)


def test_a_blank_is_not_zero() -> None:
    found = years(programme(2024, indicator(2024, target=NAN, estimate=NAN, actual=0.0)))
    assert found[2024].promise is None
    assert 2023 not in found
    assert found[2022].result is not None
    assert found[2022].result.value == 0


def test_the_programmes_order_is_the_order_of_its_promises() -> None:
    made = Promises((programme(2024, indicator(2024, "2.1"), indicator(2024, "1.1")),))
    assert [year.own for _, year in made.promised(2024)] == ["2.1", "1.1"]
    with pytest.raises(KeyError):
        made.promised(2023)


def guess_of(estimate: float, result: float, **fields: Any) -> Any:
    found = years(
        programme(2025, indicator(2025, estimate=estimate, **fields)),
        programme(2026, indicator(2026, actual=result, **fields)),
    )
    return found[2024].guess


def test_an_estimate_is_told_as_a_part_of_the_result() -> None:
    guess = guess_of(9.0, 10.0)
    assert (guess.difference, guess.share) == (-1, Fraction(-1, 10))


@pytest.mark.parametrize(("result", "fields"), [(0.0, {}), (-2.0, {}), (10.0, {"unit": "%"})])
def test_there_is_no_part_of_nothing_and_none_between_rates(
    result: float, fields: dict[str, Any]
) -> None:
    guess = guess_of(9.0, result, **fields)
    assert guess.share is None
    assert guess.difference == Decimal(9) - Decimal(result)


def test_accuracy_counts_sides_and_takes_the_middle() -> None:
    guesses = [guess_of(9.0, 10.0), guess_of(11.0, 10.0), guess_of(10.0, 10.0),
               guess_of(14.0, 10.0), guess_of(5.0, 0.0), guess_of(92.0, 90.0, unit="%"),
               guess_of(90.0, 91.0, unit="%")]  # fmt: skip
    of = accuracy(guesses)
    assert (of.total, of.above, of.below, of.equal) == (7, 4, 2, 1)
    assert (of.shares, of.middle_share) == (4, Fraction(1, 10))
    assert (of.rates, of.middle_points) == (2, Decimal("1.5"))


def test_accuracy_of_none_is_nothing() -> None:
    of = accuracy([])
    assert (of.total, of.middle_share, of.middle_points) == (0, None, None)


def test_guesses_stand_by_year() -> None:
    made = Promises(
        tuple(
            programme(year, indicator(year, "1.1"), indicator(year, "1.2", unit=None))
            for year in (2024, 2025, 2026)
        )
    )
    assert [(guess.year.year, guess.year.indicator.code) for guess in made.guesses] == [
        (2023, "1.1"), (2023, "1.2"), (2024, "1.1"), (2024, "1.2")
    ]  # fmt: skip


def test_a_year_speaks_as_the_next_programme_has_it_where_its_own_has_not() -> None:
    first: Indicator = indicator(2025, name="Eski ad", name_printed="Ad")
    second = indicator(2026, name="Yeni ad", name_printed="Ad")
    found = years(programme(2025, first), programme(2026, second))
    assert found[2023].indicator.name == "Eski ad"
    assert found[2024].indicator.name == "Eski ad"
    assert found[2026].indicator.name == "Yeni ad"
