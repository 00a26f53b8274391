"""What came of indicators: which document speaks, what changed, and how a figure stands."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest

from present.indicators.actuals import (
    Accumulation,
    Actual,
    Expected,
    Lack,
    Places,
    Side,
    Span,
    Standing,
    Stated,
    dates,
    expected,
    places,
    read,
    standing,
)
from present.indicators.ambition import Direction
from present.kit.documents import Document, documents

HALF, END = datetime.date(2025, 6, 30), datetime.date(2025, 12, 31)


def row(document: str, value: float | None, **more: Any) -> dict[str, Any]:
    return {
        "goal": 2, "indicator": 1, "as_of": "2025-06-30", "value": value, "printed": str(value),
        "target_stated": None, "deviation_reason": None, "measure_taken": None,
        "document": document, "document_date": "2025-07-21", "document_sequence": 1,
        "document_corrects": None, **more,
    }  # fmt: skip


def of(*rows: dict[str, Any], reasons: dict[str, str] | None = None) -> dict[str, tuple[Any, ...]]:
    frame = pd.DataFrame(
        {
            "document": name,
            "title": name.upper(),
            "kind": "results_form",
            "date": row["document_date"],
            "as_of": "2025-06-30",
            "sequence": row["document_sequence"],
            "corrects": row["document_corrects"],
            "correction_reason": (reasons or {}).get(name),
        }
        for name, row in {row["document"]: row for row in rows}.items()
    )
    return read(pd.DataFrame(rows), documents(2025, frame), 2025)


def test_the_newest_document_speaks_whatever_was_taken_in_last() -> None:
    newer = row("b", 5.0, document_date="2026-04-14", document_sequence=1)
    older = row("a", 4.0, document_date="2026-01-22", document_sequence=2)
    (actual,) = of(older, newer)["2.1"]
    assert (actual.stated.document.name, actual.stated.value) == ("b", Decimal("5.0"))
    (change,) = actual.changes
    assert (change.before.value, change.after.value) == (Decimal("4.0"), Decimal("5.0"))
    assert not change.is_correction


def test_of_one_day_the_document_that_was_taken_in_later_speaks() -> None:
    (actual,) = of(row("b", 5.0, document_sequence=2), row("a", 4.0, document_sequence=1))["2.1"]
    assert actual.stated.document.name == "b"


def test_a_document_of_an_unknown_day_counts_as_of_its_figures() -> None:
    undated = row("a", 4.0, document_date=None, document_sequence=9)
    (actual,) = of(undated, row("b", 5.0))["2.1"]
    assert actual.stated.document.name == "b"
    assert actual.changes[0].before.document.date is None
    (actual,) = of(undated, row("b", 5.0, document_date="2025-06-29"))["2.1"]
    assert actual.stated.document.name == "a"


def test_a_correction_is_no_revision_and_has_its_reason() -> None:
    first = row("a", 4.0)
    mended = row("b", 5.0, document_date="2025-09-04", document_corrects="a")
    later = row("c", 6.0, document_date="2025-10-01")
    (actual,) = of(first, mended, later, reasons={"b": "Yanlış toplandı."})["2.1"]
    assert [change.is_correction for change in actual.changes] == [True, False]
    assert actual.changes[0].after.document.correction_reason == "Yanlış toplandı."
    assert actual.stated.document.correction_reason == ""


def test_what_corrects_another_document_is_a_revision_of_this_one() -> None:
    first, second = row("a", 4.0), row("b", 5.0, document_date="2025-09-04")
    mended = row("c", 6.0, document_date="2025-10-01", document_corrects="a")
    (actual,) = of(first, second, mended)["2.1"]
    assert [change.is_correction for change in actual.changes] == [False, False]


def test_who_says_the_same_or_nothing_changes_nothing() -> None:
    same = row("b", 4.0, document_date="2025-09-04")
    silent = row("c", None, document_date="2025-10-01")
    (actual,) = of(row("a", 4.0), same, silent)["2.1"]
    assert (actual.stated.document.name, actual.changes) == ("b", ())


def test_where_no_document_states_a_value_there_is_none() -> None:
    (actual,) = of(row("a", None), row("b", float("nan"), document_date="2025-09-04"))["2.1"]
    assert (actual.stated.document.name, actual.stated.value) == ("b", None)


def test_days_stand_in_order_and_other_years_are_left_out() -> None:
    actuals = of(
        row("a", 9.0, as_of="2025-12-31"),
        row("b", 4.0),
        row("c", 3.0, as_of="2024-12-31"),
        row("d", 1.0, indicator=2, as_of="2025-03-31"),
    )
    assert [each.as_of for each in actuals["2.1"]] == [HALF, END]
    assert dates(actuals) == (datetime.date(2025, 3, 31), HALF, END)


def stated(value: str | None) -> Stated:
    number = None if value is None else Decimal(value)
    document = Document(2025, "a", "A", "results_form", None, HALF, 1)
    return Stated(number, value or "-", None, "", "", document)


def beside(value: str | None, target: str | None, as_of: datetime.date = END, *,
           direction: Direction | None = Direction.MORE, rule: Accumulation | None = None,
           unit: str = "adet") -> Standing:  # fmt: skip
    wanted = None if target is None else Decimal(target)
    return standing(Actual(as_of, (stated(value),)), wanted, direction, rule, unit)


@pytest.mark.parametrize(
    ("rule", "span", "lack"),
    [
        (Accumulation.SUM, Span.SUM, None),
        (Accumulation.AVERAGE, Span.AVERAGE, None),
        (Accumulation.LAST, Span.LAST, None),
        (None, None, Lack.NOT_JUDGED),
    ],
)
def test_within_the_year_the_rule_of_accumulation_decides(
    rule: Accumulation | None, span: Span | None, lack: Lack | None
) -> None:
    half = beside("40", "100", HALF, rule=rule)
    assert (half.span, half.lack) == (span, lack)
    assert half.share == (None if span is None else Fraction(2, 5))
    assert half.is_ahead is None


def test_the_years_figure_needs_no_rule() -> None:
    assert beside("90", "100", rule=None).span is Span.YEAR


def test_what_is_not_stated_is_said_before_what_is_not_judged() -> None:
    assert beside(None, "100", HALF).lack is Lack.NO_VALUE
    assert beside("40", None, HALF).lack is Lack.NO_TARGET
    assert beside(None, None).difference is None


@pytest.mark.parametrize(
    ("value", "target", "direction", "side", "is_ahead"),
    [
        ("110", "100", Direction.MORE, Side.ABOVE, True),
        ("90", "100", Direction.MORE, Side.BELOW, False),
        ("100", "100", Direction.MORE, Side.EQUAL, None),
        ("90", "100", Direction.LESS, Side.BELOW, True),
        ("110", "100", Direction.LESS, Side.ABOVE, False),
        ("101", "100", Direction.MORE_TO_100, Side.ABOVE, True),
        ("90", "100", Direction.KEEP, Side.BELOW, None),
        ("90", "100", Direction.NONE, Side.BELOW, None),
        ("90", "100", None, Side.BELOW, None),
    ],
)
def test_the_direction_decides_which_side_is_ahead(
    value: str, target: str, direction: Direction | None, side: Side, is_ahead: bool | None
) -> None:
    ended = beside(value, target, direction=direction)
    assert (ended.side, ended.is_ahead) == (side, is_ahead)


def test_a_part_of_nothing_and_of_a_rate_is_none() -> None:
    assert beside("4", "0").share is None
    assert beside("-4", "8").share is None
    rate = beside("90", "95", unit="%")
    assert (rate.share, rate.difference) == (None, Decimal(-5))
    assert beside("0", "8").share == 0


def test_nearness_turns_where_less_is_better() -> None:
    assert beside("12", "10", direction=Direction.LESS).nearness == Fraction(5, 6)
    assert beside("0", "10", direction=Direction.LESS).nearness is None
    assert beside("12", "10").nearness == Fraction(6, 5)


def test_places_are_parts_of_the_larger() -> None:
    assert places(beside("5", "10")) == Places(0.5, 1.0)
    assert places(beside("20", "10")) == Places(1.0, 0.5)
    for nowhere in (beside("0", "0"), beside("-1", "10"), beside("1", None), beside(None, "1")):
        assert places(nowhere) == Places(None, None)


def test_what_a_later_programme_expected_goes_by_the_judged_link_and_the_unit() -> None:
    def link(before: str, after: str, **more: Any) -> dict[str, Any]:
        return {"level": "indicator", "from_year": 2025, "from_code": before, "to_code": after,
                "relation": "same", **more}  # fmt: skip

    succession = pd.DataFrame(
        [
            link("1.1", "1.1"),
            link("1.2", "1.2", relation="renamed"),
            link("1.3", "1.3", relation="merged"),
            link("1.4", "1.4"),
            link("1.5", "1.5", from_year=2024),
            link("1.6", "1.6", level="activity"),
            link("1.7", "1.7"),
        ]
    )
    later = pd.DataFrame(
        [
            {"goal": 1, "indicator": number, "unit": "km", "estimate": 8.5, "estimate_year": 2025}
            for number in range(1, 7)
        ]
        + [{"goal": 1, "indicator": 7, "unit": "km", "estimate": 3.0, "estimate_year": 2024}]
    )
    units = {f"1.{number}": "km" for number in range(1, 8)} | {"1.4": "m"}
    value = Expected(2026, Decimal("8.5"))
    assert expected(succession, later, units, 2025, 2026) == {"1.1": value, "1.2": value}
