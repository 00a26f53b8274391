"""Findings and checks as records: their order, what stands first, what could explain them."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from present.findings import model
from present.findings.model import Certainty, Finding, Gaps, Kind, State
from tests.present.findings.records import check, finding, lines, money, read, row


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [record.code for record in findings]


def test_a_record_holds_what_its_row_says() -> None:
    (record,) = read(
        row("a-check.1", "medium", stated="8", computed="", difference="-1.50", source_line=7)
    )
    assert record == Finding(
        code="a-check.1",
        check="a-check",
        check_title="Denetim",
        severity="medium",
        location="Tablo & satır",
        stated="8",
        computed=None,
        difference="-1.50",
        explanation="Açıklama.",
        unit="TRY",
        section="2.5",
        line=7,
    )
    assert record.gap == Decimal("-1.50")
    assert record.is_money
    assert not finding("a.1", unit="m2").is_money
    assert read() == ()


def test_the_gravest_comes_first_then_the_greatest_difference_in_lira() -> None:
    findings = read(
        money("x.low", "900.00", "low"),
        money("x.medium", "800.00", "medium"),
        row("x.area", unit="m2", stated="1", computed="999999999", difference="999999998"),
        money("x.small", "5.00"),
        money("x.great", "-70.00"),
        row("x.none"),
    )
    assert codes(findings) == ["x.great", "x.small", "x.area", "x.none", "x.medium", "x.low"]


def test_a_difference_that_is_none_comes_after_any_other_whatever_the_line() -> None:
    findings = read(
        row("x.words", unit="text", stated="a", computed="b", source_line=1),
        row("x.people", unit="kişi", difference="1", source_line=9),
    )
    assert codes(findings) == ["x.people", "x.words"]


def test_equal_differences_stand_as_in_the_document_then_by_code() -> None:
    findings = read(
        money("x.c", "5.00", line=30),
        money("x.b", "-5.00", line=4),
        money("x.a", "5.00", line=30),
        money("x.d", "5.00", line=5),
    )
    assert codes(findings) == ["x.b", "x.d", "x.a", "x.c"]


def test_checks_stand_by_findings_then_comparisons_then_title() -> None:
    frame = pd.DataFrame(
        [
            ("e", "E", 9, 0, 0, 0, 0, 0, "run"),
            ("d", "B", 5, 0, 1, 0, 1, 0, "run"),
            ("c", "A", 5, 2, 0, 0, 0, 0, "run"),
            ("b", "Z", 7, 1, 0, 1, 0, 0, "run"),
            ("a", "A", 3, 0, 0, 0, 0, 3, "run"),
            ("f", "F", 0, 0, 0, 0, 0, 0, "no_table"),
        ],
        columns=["check", "title", "compared", "failed", "slips", "blank", "readings", "questions",
                 "state"],
    )  # fmt: skip
    assert model.checks(frame) == (
        check("a", "A", 3, question=3),
        check("b", "Z", 7, 1, blank=1),
        check("c", "A", 5, 2),
        check("d", "B", 5, slip=1, reading=1),
        check("e", "E", 9),
        check("f", "F", 0, state=State.NO_TABLE),
    )
    assert model.totals(model.checks(frame)) == {
        Kind.DISAGREES: 3, Kind.SLIP: 1, Kind.BLANK: 1, Kind.READING: 1, Kind.QUESTION: 3,
    }  # fmt: skip


def test_a_version_from_before_the_kinds_has_disagreements_alone() -> None:
    frame = pd.DataFrame(
        [("a", "A", 3, 2, None, None, None, None, None), ("b", "B", 0, 0, *[None] * 5)],
        columns=["check", "title", "compared", "failed", "slips", "blank", "readings", "questions",
                 "state"],
    )  # fmt: skip
    assert model.checks(frame) == (
        check("a", "A", 3, 2),
        check("b", "B", 0, state=State.NOTHING),
    )
    old = finding("x.a", kind=None, certainty=None)
    assert (old.kind, old.certainty) == (Kind.DISAGREES, Certainty.CERTAIN)


def test_what_agrees_is_the_rest_and_never_below_zero() -> None:
    assert check("a", "A", 9, 2, blank=1).passed == 6
    assert check("a", "A", 2, 2).passed == 0
    assert check("a", "A", 2, 3).passed == 0


def test_what_stands_first_brings_what_mirrors_it() -> None:
    findings = read(
        money("x.a", "40.00", line=1),
        money("x.b", "-40.00", line=2),
        money("y.c", "-40.00", line=3),
        money("x.d", "40.00", line=4),
        money("x.e", "-40.00", line=5),
        money("x.f", "-39.00", line=6),
    )
    assert codes(model.lead(findings)) == ["x.a", "x.b", "x.e"]


def test_first_stand_lira_of_the_gravest_kind_that_has_any() -> None:
    findings = read(
        row("x.area", unit="m2", difference="900"),
        money("x.zero", "0.00"),
        money("x.medium", "3.00", "medium"),
        money("x.low", "8.00", "low"),
    )
    assert codes(model.lead(findings)) == ["x.medium"]


def test_without_lira_nothing_stands_first() -> None:
    assert model.lead(read(row("x.a", unit="m2", difference="3"), row("x.b"))) == ()
    assert model.lead(read(money("x.a", "0.00"))) == ()
    assert model.lead(()) == ()


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (money("x.a", "4.00"), money("x.b", "-4.00"), True),
        (money("x.a", "-4.00"), money("x.b", "4.00"), True),
        (money("x.a", "4.00"), money("x.b", "4.00"), False),
        (money("x.a", "4.00"), money("y.b", "-4.00"), False),
        (money("x.a", "0.00"), money("x.b", "0.00"), False),
        (money("x.a", "4.00"), row("x.b", unit="m2", difference="-4.00"), False),
        (row("x.a", unit="m2", difference="4.00"), money("x.b", "-4.00"), False),
        (money("x.a", "4.00"), row("x.b"), False),
        (row("x.a"), money("x.b", "-4.00"), False),
    ],
)
def test_mirrors_are_of_a_check_and_of_lira_with_opposite_signs(
    left: dict[str, object], right: dict[str, object], expected: bool
) -> None:
    assert model.mirrors(read(left)[0], read(right)[0]) is expected


def test_a_check_and_severities_narrow_and_keep_the_order() -> None:
    findings = read(row("x.a"), row("y.b"), row("x.c", "medium"), row("x.d", "low"))
    assert codes(model.select(findings)) == ["x.a", "y.b", "x.c", "x.d"]
    assert codes(model.select(findings, "x")) == ["x.a", "x.c", "x.d"]
    assert codes(model.select(findings, None, ("low", "high"))) == ["x.a", "y.b", "x.d"]
    assert codes(model.select(findings, "x", ("medium",))) == ["x.c"]
    assert model.select(findings, "z") == ()


def test_kinds_narrow_and_are_counted() -> None:
    findings = read(row("x.a"), row("x.b", kind="blank"), row("y.c", "low", kind="blank"))
    assert codes(model.select(findings, kinds=("blank",))) == ["x.b", "y.c"]
    assert codes(model.select(findings, "x", ("high",), ("blank",))) == ["x.b"]
    assert model.kinds(findings) == {
        Kind.DISAGREES: 1, Kind.SLIP: 0, Kind.BLANK: 2, Kind.READING: 0, Kind.QUESTION: 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (finding("x.a", unit="text", stated="a", computed="b"), True),
        (finding("x.a", unit="text", kind="slip", stated="a", computed="b"), True),
        (finding("x.a", unit="text", kind="reading", stated="a", computed="b"), False),
        (finding("x.a", unit="text", kind="question", stated="a", computed="b"), False),
        (finding("x.a", unit="text", stated="a"), False),
        (finding("x.a", stated="1", computed="2"), False),
    ],
)
def test_which_findings_hold_words_against_each_other(record: Finding, expected: bool) -> None:
    assert record.is_wording is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("4519656000.50", 451_965_600_050), ("-0.05", -5), ("7", 700), ("sekiz", None), (None, None)],
)
def test_lira_become_whole_kurus(text: str | None, expected: int | None) -> None:
    assert model.kurus(text) == expected


@pytest.mark.parametrize("text", [None, "", "5-9", "NaN", "Infinity"])
def test_words_and_nothing_are_no_figure(text: str | None) -> None:
    assert model.decimal(text) is None


def test_activities_that_could_hold_the_difference() -> None:
    findings = read(money("economic-codes.03", "40.00"), money("economic-codes.05", "-40.00"))
    frame = lines(
        a1=(40, 3), a2=(39, 90), a3=(50, 0), a4=(1, 2), a5=(25, 0), a6=(15, 0),
        a7=(50, None), a8=(None, 60), a9=(0, 70), a10=(20, 0), a11=(-10, 0), a12=(30, 0),
    )  # fmt: skip
    for record in findings:  # both findings tell of the same amount
        candidates = model.candidates(record, findings, frame)
        assert candidates is not None
        assert (candidates.over, candidates.under) == ("03", "05")
        assert (candidates.gap_kurus, candidates.exact) == (4000, 1)
        rows = candidates.rows
        assert list(rows.columns) == [
            "activity", "activity_name", "unit_name", "spending_unit", "over_kurus",
            "under_kurus", "is_exact",
        ]  # fmt: skip
        # The smallest amount first, equals by number; the exact one is on top. Then those that
        # have an amount under the other code alone, the largest first.
        assert rows["activity"].tolist() == [1, 3, 7, 2, 9, 8, 4]
        assert rows.index.tolist() == [*range(7)]
        assert rows["over_kurus"].tolist() == [4000, 5000, 5000, 3900, pd.NA, pd.NA, 100]
        assert rows["under_kurus"].tolist() == [300, 0, pd.NA, 9000, 7000, 6000, 200]
        assert rows["is_exact"].tolist() == [True, *[False] * 6]
        # 39 + 1, 25 + 15; 20 is no pair with itself, and 30 none with the 10 below zero.
        assert candidates.pairs == ((2, 4), (5, 6))


def test_an_activity_without_the_facing_line_has_nothing_there() -> None:
    findings = read(money("economic-codes.03", "40.00"), money("economic-codes.05", "-40.00"))
    frame = lines(a2=(60, 5), a1=(60, 5))
    frame = frame[~((frame["activity"] == 1) & (frame["line"] == "05"))]
    candidates = model.candidates(findings[0], findings, frame)
    assert candidates is not None
    assert candidates.rows["activity"].tolist() == [1, 2]
    assert candidates.rows["under_kurus"].tolist() == [pd.NA, 500]


def test_lines_from_outside_the_budget_are_no_candidates() -> None:
    findings = read(money("economic-codes.03", "40.00"), money("economic-codes.05", "-40.00"))
    candidates = model.candidates(
        findings[0], findings, lines(a1=(60, 5)).assign(fund="off_budget")
    )
    assert candidates is not None
    assert candidates.rows.empty


def test_without_a_mirror_only_too_much_names_a_code() -> None:
    (over,) = read(money("economic-codes.03", "40.00"))
    candidates = model.candidates(over, (over,), lines(a1=(40, 3)))
    assert candidates is not None
    assert (candidates.over, candidates.under) == ("03", None)
    assert candidates.rows["under_kurus"].isna().all()
    (under,) = read(money("economic-codes.05", "-40.00"))
    assert model.candidates(under, (under,), lines(a1=(40, 3))) is None


def test_other_findings_name_no_activities() -> None:
    findings = read(money("x.03", "40.00"), money("x.05", "-40.00"),
                    money("economic-codes.06", "0.00"), row("economic-codes.07"))  # fmt: skip
    assert [model.candidates(record, findings, lines(a1=(40, 3))) for record in findings] == [
        None
    ] * 4


def test_what_no_check_could_look_at_is_counted() -> None:
    sizes = ["count", "area_m2", "indoor_area_m2", "open_area_m2", "capacity_persons"]
    # A size in each column in turn, then two assets without any.
    assets = pd.DataFrame(
        [{name: 1 if name == size else None for name in sizes} for size in (*sizes, "", "")]
    )
    values = pd.DataFrame({"value": [1.0, None, 0.0, None, None]})
    checks = (
        check("a", "A", 0, state=State.NOTHING),
        check("b", "B", 1),
        check("c", "C", 0, state=State.NO_TABLE),
    )
    assert model.gaps(values, assets, 700, checks) == Gaps(
        has_indicators=True,
        general_kurus=700,
        blank_values=3,
        sizeless_assets=2,
        idle_checks=(checks[0], checks[2]),
    )
    assert not model.gaps(values.iloc[:0], assets, None, ()).has_indicators
