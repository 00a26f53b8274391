"""What a finding is about: aims, goals, activities, indicators, units, codes, districts.

A finding's stable code names its check and then the place that it is about: the number of an
activity (``activity-names.60``), of a goal (``goal-table-sums.28.off-budget``), of an indicator
(``indicator-readings.22.3.2024``), a unit's slug (``unit-spelling.etut-ve-projeler``), the line of
an asset (``asset-parts.438.stations``) or a category and a district
(``asset-totals.mezarliklar.melikgazi``), or the lines of several assets
(``facility-districts.401-456.kale``), a classification of money with a code of it
(``result-rates.economic.03.2026-06-30.yari-yil.1``). ``docs/data-dictionary.md`` describes the
column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pandas as pd

from kbb_data.turkish import slug
from present.kit import writing


class Kind(StrEnum):
    """What a finding can be about."""

    AIM = "aim"
    GOAL = "goal"
    ACTIVITY = "activity"
    INDICATOR = "indicator"
    UNIT = "unit"
    CODE = "code"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a finding is about: its kind and its key as addresses carry it."""

    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Who stands above whom, so that a finding about an activity touches its goal, aim and unit.

    ``activities`` maps an activity to its goal and its unit, ``goals`` a goal to its aim,
    ``districts`` the source line of an asset to its district's slug.
    """

    activities: Mapping[str, tuple[str, str]]
    goals: Mapping[str, str]
    districts: Mapping[str, str]


#: Checks whose codes name an activity, a goal or an asset's line right after the check.
_ACTIVITY = {"activity-names", "cost-table-sums", "cost-table-amounts", "cost-table-goals",
             "responsibilities", "off-budget-sources", "activity-sums", "activity-codes",
             "explained-names"}  # fmt: skip
_GOAL = {"goal-table-sums", "responsibility-goals", "quoted-plan", "sub-programme-sums"}
_INDICATOR = {"indicator-readings", "indicator-units", "indicator-leaps", "indicator-notes",
              "indicator-assets", "result-values", "result-targets", "result-leaps",
              "result-reasons", "result-readings"}  # fmt: skip
#: Checks of results whose codes name a classification of money and a code of it.
_MONEY = {"result-rates", "result-net", "result-parts", "result-statements", "result-months",
          "result-documents"}  # fmt: skip
#: What a code of a classification of money is; functions and revenue have no page.
_CLASSIFIED = {"economic": Kind.CODE, "activity": Kind.ACTIVITY}
_LINE = {"asset-parts", "asset-readings", "asset-districts", "facility-districts"}


def plan(activities: pd.DataFrame, goals: pd.DataFrame, assets: pd.DataFrame) -> Plan:
    """The plan of a programme from the frames of ``db.queries``; empty frames give an empty one."""
    return Plan(
        {
            str(number): (str(goal), unit)
            for number, goal, unit in zip(
                activities["activity"], activities["goal"], activities["spending_unit"], strict=True
            )
        },
        {str(goal): str(aim) for goal, aim in zip(goals["goal"], goals["aim"], strict=True)},
        {
            str(line): slug(district)
            for line, district in zip(assets["source_line"], assets["district"], strict=True)
            if writing.is_stated(district)
        },
    )


@cache
def named(code: str) -> tuple[Subject, ...]:
    """What the code of a finding names by itself; nothing for findings about the whole."""
    check, _, rest = code.partition(".")
    parts = rest.split(".")
    first = parts[0]
    if check in _INDICATOR and len(parts) > 1:
        return (Subject(Kind.INDICATOR, f"{first}.{parts[1]}"), Subject(Kind.GOAL, first))
    if check in _ACTIVITY and first.isdigit():
        return (Subject(Kind.ACTIVITY, first),)
    if check in _GOAL and first.isdigit():
        return (Subject(Kind.GOAL, first),)
    if check in _MONEY and first in _CLASSIFIED and parts[1].isdigit():
        return (Subject(_CLASSIFIED[first], parts[1]),)
    level, _, number = first.partition("-")
    if level in (Kind.AIM, Kind.GOAL, Kind.ACTIVITY) and number.isdigit():
        return (Subject(Kind(level), number),)
    if check == "aim-headings" and first.isdigit():
        return (Subject(Kind.AIM, first),)
    if check == "unit-spelling":
        return (Subject(Kind.UNIT, first),)
    if check == "economic-codes":
        return (Subject(Kind.CODE, first),)
    if check == "asset-totals" and len(parts) > 1 and parts[-1] not in ("all", "area"):
        return (Subject(Kind.DISTRICT, parts[-1]),)
    return ()


def subjects(code: str, of: Plan) -> tuple[Subject, ...]:
    """All that a finding touches: what its code names, and what stands above that."""
    touched = dict.fromkeys(named(code))
    check, _, rest = code.partition(".")
    if check in _LINE:
        # One line, or several with a dash between them.
        for line in rest.partition(".")[0].split("-"):
            if district := of.districts.get(line):
                touched[Subject(Kind.DISTRICT, district)] = None
    for subject in list(touched):
        if subject.kind is Kind.ACTIVITY and subject.key in of.activities:
            goal, unit = of.activities[subject.key]
            touched[Subject(Kind.GOAL, goal)] = None
            touched[Subject(Kind.UNIT, unit)] = None
    for subject in list(touched):
        if subject.kind is Kind.GOAL and subject.key in of.goals:
            touched[Subject(Kind.AIM, of.goals[subject.key])] = None
    return tuple(touched)


def touching(findings: pd.DataFrame, of: Plan, subject: Subject) -> pd.DataFrame:
    """The rows of ``db.queries.findings`` that touch a subject, in their order; often none."""
    codes = [subject in subjects(code, of) for code in findings["finding"]]
    return findings[pd.Series(codes, index=findings.index, dtype=bool)]
