"""Which amounts a finding touches, in the terms in which figures say what they show.

Names and wordings touch none. ``present.figures.shown`` says of each figure which it shows; where
both have one in common, the finding goes along with the figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pandas as pd

from kbb_data.turkish import slug
from present.findings.model import Finding, Kind
from present.kit.writing import is_stated


class Of(StrEnum):
    """Whose amount it is."""

    GOAL = "goal"
    ACTIVITY = "activity"
    LINE = "line"
    INDICATOR = "indicator"
    ASSET = "asset"
    STAFF = "staff"
    POSITIONS = "positions"
    APPROPRIATION = "appropriation"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount of the document.

    ``key``: a goal's or activity's number, a line of table 2.5, an indicator (``22.3``), the source
    line of an asset, how staff or positions are divided, a classification with code and day
    (``economic.03.2026-06-30``; of months the last day of the last one). ``part``: the column of
    it, of appropriations and months the document that states it.
    """

    of: Of
    key: str
    part: str = ""


BUDGET, OFF_BUDGET, TOTAL = "budget", "off-budget", "total"
#: The amounts that an activity and a goal have.
PARTS = (BUDGET, OFF_BUDGET, TOTAL)

ACTIVITIES, GENERAL, TRANSFERS = "activities", "general-administration", "transfers"
#: The columns of table 2.5.
COLUMNS = (ACTIVITIES, GENERAL, TRANSFERS, TOTAL)

COUNT, AREA, DISTRICT = "count", "area", "district"

BY_SEX, BY_EDUCATION = "sex", "education"
OCCUPANCY = "occupancy"

#: Which amount a figure of the sentence above table 2.4 states.
_STATED = {
    "programme.activities.total": Amount(Of.LINE, "total", ACTIVITIES),
    "programme.general-administration": Amount(Of.LINE, "total", GENERAL),
    "programme.total": Amount(Of.LINE, "total", TOTAL),
}
_ROLES = {"goals": ACTIVITIES, "grand": TOTAL}
_KINDS = {"budget": "budget-total", "off-budget": "off-budget-total", "total": "total"}

#: The columns of an asset that hold a size, by what a figure shows of them.
_SIZES = {COUNT: ("count",), AREA: ("area_m2", "indoor_area_m2", "open_area_m2")}


def touched(finding: Finding, assets: pd.DataFrame) -> frozenset[Amount]:
    """The amounts that a finding touches; none for one on words or on what is blank, where nothing
    was compared.

    ``assets``: of ``db.queries``.
    """
    if finding.stated is None or finding.kind is Kind.BLANK:
        return frozenset()
    rest = finding.code.partition(".")[2]
    if finding.check in _ASSETS:
        return frozenset(_of_assets(finding, rest, assets))
    return _named(finding.check, rest)


@cache
def _named(check: str, rest: str) -> frozenset[Amount]:
    """What a finding's code alone says."""
    return frozenset(_of_code(check, rest.split(".")))


def _of_code(check: str, parts: list[str]) -> Iterator[Amount]:
    first, last = parts[0], parts[-1]
    if check == "economic-codes" or check == "off-budget-sources":
        yield Amount(Of.LINE, first, ACTIVITIES)
    elif check == "resource-need-rows":
        yield from (Amount(Of.LINE, first, column) for column in COLUMNS)
    elif check in ("resource-need-columns", "needs-to-performance"):
        yield Amount(Of.LINE, first, last)
    elif check == "performance-totals" and first in _ROLES:
        yield Amount(Of.LINE, _KINDS[last], _ROLES[first])
    elif check == "stated-totals" and ".".join(parts) in _STATED:
        yield _STATED[".".join(parts)]
    elif check in ("cost-table-sums", "cost-table-amounts"):
        yield Amount(Of.ACTIVITY, first, last)
    elif check == "goal-table-sums":
        yield Amount(Of.GOAL, first, last)
    elif check in ("activity-sums", "activity-codes") and len(parts) == 2:
        yield Amount(Of.ACTIVITY, first, last)
    elif check == "sub-programme-sums" and parts[1:-1] in ([], ["funds"]):
        yield Amount(Of.GOAL, first, last)
    elif check == "schedule-amounts" and len(parts) == 3:
        level, _, number = first.partition("-")
        if level in (Of.GOAL, Of.ACTIVITY):
            yield Amount(Of(level), number, last)
    elif check == "performance-amounts":
        level, _, number = first.partition("-")
        yield Amount(Of(level), number, last)
    elif check in _INDICATORS and len(parts) > 1:
        yield Amount(Of.INDICATOR, f"{first}.{parts[1]}")
    elif check in _APPROPRIATIONS:
        yield Amount(Of.APPROPRIATION, ".".join(parts[:3]), parts[3])
        if check == "result-months":
            yield Amount(Of.MONTHS, ".".join(parts[:3]), parts[3])
    elif check == "result-classifications":
        for classification in ("economic", "functional"):
            yield Amount(Of.APPROPRIATION, f"{classification}.{TOTAL}.{first}", parts[1])
    elif check == "staff-totals":
        yield from _of_staff(parts)
    elif check == "position-totals":
        yield from _of_positions(parts)


#: Checks whose findings are about one document's money. Two documents that differ (a revision, a
#: correction) are told by the figures themselves, which know both.
_APPROPRIATIONS = frozenset(
    {"result-rates", "result-net", "result-parts", "result-statements", "result-months"}
)

#: Checks whose findings are about an indicator's figures.
_INDICATORS = frozenset(
    {
        "indicator-readings",
        "indicator-units",
        "indicator-leaps",
        "indicator-notes",
        "indicator-assets",
    }
)


def _of_staff(parts: list[str]) -> Iterator[Amount]:
    """Staff by sex and by education; both figures show how many there are in all."""
    is_printed_education = parts[0] == BY_EDUCATION
    if is_printed_education or parts[-1] in (BY_SEX, BY_EDUCATION) or TOTAL in parts[1:]:
        yield Amount(Of.STAFF, BY_EDUCATION)
    if not is_printed_education:
        yield Amount(Of.STAFF, BY_SEX)


def _of_positions(parts: list[str]) -> Iterator[Amount]:
    first, last = parts[0], parts[-1]
    yield Amount(Of.POSITIONS, OCCUPANCY)
    if last in ("titles", "printed"):
        yield Amount(Of.POSITIONS, first)
    if first == "staff":
        yield from (Amount(Of.STAFF, key) for key in (BY_SEX, BY_EDUCATION))


#: Checks whose findings are about lines of table 1.3.
_ASSETS = frozenset(
    {"asset-totals", "asset-parts", "asset-readings", "asset-districts", "facility-districts"}
)


def _of_assets(finding: Finding, rest: str, assets: pd.DataFrame) -> Iterator[Amount]:
    first, *more = rest.split(".")
    if finding.check == "asset-totals":
        yield from _of_category(finding.line, first, more[-1], assets)
    elif finding.check == "asset-parts":
        yield Amount(Of.ASSET, first, AREA if more[-1] == AREA else COUNT)
    elif finding.check == "asset-readings":
        row = assets[assets["source_line"].astype(str) == first]
        for part, columns in _SIZES.items():
            if row[list(columns)].notna().any(axis=None):
                yield Amount(Of.ASSET, first, part)
    elif finding.check == "asset-districts":
        yield Amount(Of.ASSET, first, DISTRICT)
    else:
        yield from _of_place(first.split("-"), assets)


def _of_place(lines: list[str], assets: pd.DataFrame) -> Iterator[Amount]:
    """The lines whose district is asked about: those that don't stand where most of them do; all of
    them where as many stand in one district as in another."""
    own = assets[assets["source_line"].astype(str).isin(lines)]
    counts = own["district"].value_counts()
    usual = counts[counts == counts.max()].index
    is_open = len(usual) > 1
    for line, district in zip(own["source_line"], own["district"], strict=True):
        if is_open or district not in usual:
            yield Amount(Of.ASSET, str(line), DISTRICT)


def _of_category(line: int, name: str, district: str, assets: pd.DataFrame) -> Iterator[Amount]:
    """The areas of a category, in one district or in all, and of the line that sums them up."""
    yield Amount(Of.ASSET, str(line), AREA)
    for row in assets.itertuples():
        if slug(str(row.category)) != name:
            continue
        own = slug(str(row.district)) if is_stated(row.district) else "all"
        if district in (AREA, own):
            yield Amount(Of.ASSET, str(row.source_line), AREA)
