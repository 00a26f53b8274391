"""Which findings touch which goal, activity, unit, indicator and district."""

from __future__ import annotations

import csv
import re

import pandas as pd
import pytest

from present.findings.subjects import Kind, Subject, named, plan, subjects, touching
from tests.support.datasets import KAYSERI

PLAN = plan(
    pd.DataFrame({"activity": [1, 2], "goal": [1, 2], "spending_unit": ["su", "yol"]}),
    pd.DataFrame({"goal": [1, 2], "aim": [1, 3]}),
    pd.DataFrame({"source_line": [438, 439], "district": ["Yahyalı", None]}),
)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("activity-names.2", {("activity", "2"), ("goal", "2"), ("aim", "3"), ("unit", "yol")}),
        ("performance-names.activity-1",
         {("activity", "1"), ("goal", "1"), ("aim", "1"), ("unit", "su")}),
        ("performance-names.goal-2", {("goal", "2"), ("aim", "3")}),
        ("responsibilities.goal-2.line-3", {("goal", "2"), ("aim", "3")}),
        ("goal-table-sums.1.off-budget", {("goal", "1"), ("aim", "1")}),
        ("indicator-readings.1.3.2024", {("indicator", "1.3"), ("goal", "1"), ("aim", "1")}),
        ("unit-spelling.su", {("unit", "su")}),
        ("economic-codes.03", {("code", "03")}),
        ("asset-parts.438.stations", {("district", "yahyali")}),
        ("asset-parts.439.stations", set()),
        ("asset-totals.mezarliklar.melikgazi", {("district", "melikgazi")}),
        ("asset-totals.mezarliklar.all", set()),
        ("resource-need-rows.off-budget-total", set()),
        ("headings.1281", set()),
        ("activity-names.99", {("activity", "99")}),
        ("goal-table-sums.9", {("goal", "9")}),
        ("cost-table-sums.1", {("activity", "1"), ("goal", "1"), ("aim", "1"), ("unit", "su")}),
        ("cost-table-amounts.9", {("activity", "9")}),
        ("cost-table-goals.9", {("activity", "9")}),
        ("responsibilities.9", {("activity", "9")}),
        ("off-budget-sources.9", {("activity", "9")}),
        ("off-budget-sources.total", set()),
        ("responsibility-goals.9", {("goal", "9")}),
        ("quoted-plan.9", {("goal", "9")}),
        ("quoted-plan.aim", set()),
        ("indicator-units.9.4", {("indicator", "9.4"), ("goal", "9")}),
        ("indicator-units.9", set()),
        ("performance-names.aim-2", {("aim", "2")}),
        ("performance-names.goal-total", set()),
        ("aim-headings.3", {("aim", "3")}),
        ("aim-headings.all", set()),
        ("asset-totals.mezarliklar.area", set()),
        ("asset-totals.mezarliklar", set()),
        ("asset-readings.438", {("district", "yahyali")}),
        ("asset-districts.438.name", {("district", "yahyali")}),
        ("activity-names.438", {("activity", "438")}),
    ],
)  # fmt: skip
def test_a_code_names_what_it_is_about(code: str, expected: set[tuple[str, str]]) -> None:
    assert {(subject.kind.value, subject.key) for subject in subjects(code, PLAN)} == expected


def test_what_is_touched_stands_from_the_narrowest_on() -> None:
    assert [subject.kind for subject in subjects("activity-names.2", PLAN)] == [
        Kind.ACTIVITY, Kind.GOAL, Kind.UNIT, Kind.AIM,
    ]  # fmt: skip
    assert [subject.kind for subject in subjects("indicator-readings.1.3", PLAN)] == [
        Kind.INDICATOR, Kind.GOAL, Kind.AIM,
    ]  # fmt: skip


def test_touching_keeps_only_what_touches() -> None:
    rows = pd.DataFrame({"finding": ["activity-names.1", "activity-names.2", "headings.5"]})
    rows_of_goal = touching(rows, PLAN, Subject(Kind.GOAL, "2"))
    assert list(rows_of_goal["finding"]) == ["activity-names.2"]
    assert touching(rows.head(0), PLAN, Subject(Kind.GOAL, "2")).empty


def test_the_2025_findings_are_placed_where_their_words_say() -> None:
    """Independent of the codes: the location of a finding names its goal or activity."""
    with (KAYSERI / "findings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    placed = 0
    for row in rows:
        keys = {(subject.kind, subject.key) for subject in named(row["finding"])}
        for pattern, kind in (
            (r"^(\d+)\. faaliyetin maliyet tablosu", Kind.ACTIVITY),
            (r"^(\d+)\. hedef, \d+\. gösterge", Kind.GOAL),
            (r"^(\d+)\. (?:performans )?hedefi? tablosu \(satır \d+\)(?: ile bölüm|, )", Kind.GOAL),
        ):
            if match := re.match(pattern, row["location"]):
                assert (kind, match[1]) in keys, row["finding"]
                placed += 1
    assert placed > 10
