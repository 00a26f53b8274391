"""Where the document disagrees with itself: findings and checks as records, and their order.

A finding is about the document, never about the people who wrote it. Money is whole kuruş.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

import pandas as pd

from kbb_data.schema import SEVERITIES
from kbb_data.turkish import sort_key

#: The check of economic codes; the rest of its findings' codes is the economic code.
ECONOMIC_CODES = "economic-codes"

#: The fund of a budget line that is under an economic code, as ``db.queries`` names it.
BUDGET = "budget"

MONEY = "TRY"
WORDS = "text"


class Kind(StrEnum):
    """What a finding is; ``kbb_data.checking.rules`` says by which rules."""

    DISAGREES = "disagrees"
    SLIP = "slip"
    BLANK = "blank"
    READING = "reading"
    QUESTION = "question"


class Certainty(StrEnum):
    """How sure a finding is, and so what it rests on."""

    CERTAIN = "certain"
    CONDITIONAL = "conditional"
    JUDGED = "judged"


#: How the names of the checks begin that look at documents of results, not at the programme.
OF_RESULTS = "result-"

#: Checks that hold a name against a unit: two things, not two prints of one.
_OF_UNITS = frozenset({"indicator-units"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where the document disagrees with itself.

    ``stated``, ``computed`` and ``difference`` are as the dataset has them (lira with two
    decimals for unit ``TRY``, else a number or words), ``None`` where there is nothing.
    """

    code: str
    check: str
    check_title: str
    severity: str
    location: str
    stated: str | None
    computed: str | None
    difference: str | None
    explanation: str
    unit: str
    section: str
    line: int
    kind: Kind = Kind.DISAGREES
    certainty: Certainty = Certainty.CERTAIN

    @property
    def gap(self) -> Decimal | None:
        """The difference as a number; ``None`` where there is none."""
        return decimal(self.difference)

    @property
    def is_money(self) -> bool:
        """Whether lira differ."""
        return self.unit == MONEY

    @property
    def is_of_results(self) -> bool:
        """Whether it stands in a document of results."""
        return self.check.startswith(OF_RESULTS)

    @property
    def is_wording(self) -> bool:
        """Whether the words of two places are held against each other."""
        is_compared = self.kind in (Kind.DISAGREES, Kind.SLIP) and self.check not in _OF_UNITS
        return is_compared and self.unit == WORDS and None not in (self.stated, self.computed)


class State(StrEnum):
    """Whether a check compared anything, and why not."""

    RUN = "run"
    NOTHING = "nothing"
    NO_TABLE = "no_table"


@dataclass(frozen=True, slots=True)
class Check:
    """A reconciliation: how many comparisons, and how many of them are findings of each kind."""

    code: str
    title: str
    compared: int
    counts: Mapping[Kind, int]
    state: State = State.RUN

    @property
    def found(self) -> int:
        """Its findings of all kinds."""
        return sum(self.counts.values())

    @property
    def passed(self) -> int:
        """The comparisons that agree."""
        return max(self.compared - self.found, 0)


def findings(frame: pd.DataFrame) -> tuple[Finding, ...]:
    """The findings of ``db.queries.findings``: gravest first, then the greatest difference in
    lira, then any other difference, then as they stand in the document."""
    records = [
        Finding(
            code=row["finding"],
            check=row["check"],
            check_title=row["check_title"],
            severity=row["severity"],
            location=row["location"],
            stated=_text(row["stated"]),
            computed=_text(row["computed"]),
            difference=_text(row["difference"]),
            explanation=row["explanation"],
            unit=row["unit"],
            section=str(row["source_section"]),
            line=int(row["source_line"]),
            # A version from before the kinds tells nothing of them.
            kind=Kind(_text(row["kind"]) or Kind.DISAGREES),
            certainty=Certainty(_text(row["certainty"]) or Certainty.CERTAIN),
        )
        for row in frame.to_dict("records")
    ]
    return tuple(sorted(records, key=_gravity))


def checks(frame: pd.DataFrame) -> tuple[Check, ...]:
    """The reconciliations of ``db.queries.checks``: most findings first, then most comparisons,
    then by title."""
    records = [
        Check(
            row["check"],
            row["title"],
            int(row["compared"]),
            {kind: 0 if pd.isna(row[name]) else int(row[name]) for kind, name in _COUNTS.items()},
            State(_text(row["state"]) or (State.RUN if row["compared"] else State.NOTHING)),
        )
        for row in frame.to_dict("records")
    ]
    return tuple(
        sorted(records, key=lambda check: (-check.found, -check.compared, sort_key(check.title)))
    )


#: The columns of the checks that count their findings.
_COUNTS = {
    Kind.DISAGREES: "failed",
    Kind.SLIP: "slips",
    Kind.BLANK: "blank",
    Kind.READING: "readings",
    Kind.QUESTION: "questions",
}


def kinds(findings: Iterable[Finding]) -> dict[Kind, int]:
    """How many findings there are of each kind, in the kinds' order."""
    counts = Counter(finding.kind for finding in findings)
    return {kind: counts[kind] for kind in Kind}


def totals(checks: Iterable[Check]) -> dict[Kind, int]:
    """How many findings of each kind all checks have together."""
    every = list(checks)
    return {kind: sum(check.counts[kind] for check in every) for kind in Kind}


def _gravity(finding: Finding) -> tuple[Any, ...]:
    gap = finding.gap
    money = abs(gap) if gap is not None and finding.is_money else Decimal(0)
    return (SEVERITIES.index(finding.severity), -money, gap is None, finding.line, finding.code)


def lead(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The finding that stands first, and those that mirror it; nothing without such a finding.

    First stands the greatest difference in lira among the gravest findings. What mirrors it is a
    finding of the same check whose difference is as great: an amount that moved from one line to
    another shows up in both.
    """
    first = next((finding for finding in findings if finding.is_money and finding.gap), None)
    if first is None:
        return ()
    return (first, *(finding for finding in findings if mirrors(finding, first)))


def mirrors(left: Finding, right: Finding) -> bool:
    """Whether two findings show the same lira missing in one line and left over in another."""
    return (
        left.check == right.check
        and left.is_money
        and right.is_money
        and left.gap is not None
        and right.gap is not None
        and left.gap == -right.gap != 0
    )


def select(
    findings: Iterable[Finding],
    check: str | None = None,
    severities: Sequence[str] = (),
    kinds: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """The findings of one check, of some severities and kinds; of all where none is given."""
    return tuple(
        finding
        for finding in findings
        if check in (None, finding.check)
        and (not severities or finding.severity in severities)
        and (not kinds or finding.kind in kinds)
    )


def kurus(lira: str | None) -> int | None:
    """Lira of a finding as whole kuruş; ``None`` for what is no amount."""
    value = decimal(lira)
    return None if value is None else int(value.scaleb(2))


def decimal(text: str | None) -> Decimal | None:
    """A finding's figure as a number; ``None`` for words and for nothing."""
    if text is None:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Activities within which a difference between economic codes could lie.

    ``over`` is the code under which the cost tables hold more than table 2.5, ``under`` the one
    under which they hold as much less (``None`` where no single one does). ``rows``: one row an
    activity with at least the difference under ``over``, the nearest to it first, and then those
    that have an amount under ``under`` alone, the largest first; columns activity, activity_name,
    unit_name, spending_unit, over_kurus, under_kurus (``<NA>`` without such a line), is_exact.
    ``pairs`` are activities whose amounts under ``over`` make exactly the difference together.
    """

    over: str
    under: str | None
    gap_kurus: int
    rows: pd.DataFrame
    pairs: tuple[tuple[int, int], ...]

    @property
    def exact(self) -> int:
        """How many activities hold exactly the difference."""
        return int(self.rows["is_exact"].sum())


def candidates(
    finding: Finding, findings: Sequence[Finding], lines: pd.DataFrame
) -> Candidates | None:
    """The activities that could explain a finding on economic codes; ``None`` for any other.

    The rule: if one amount stands under another code in table 2.5, it lies within an activity
    that has at least as much under the code with too much in the cost tables, or was left out of
    one that has an amount under the other code. ``lines`` are those of
    ``db.queries.budget_lines``.
    """
    gap = kurus(finding.difference)
    if finding.check != ECONOMIC_CODES or not gap:
        return None
    partner = next((record for record in findings if mirrors(record, finding)), None)
    own = finding.code.partition(".")[2]
    facing = partner.code.partition(".")[2] if partner else None
    if gap > 0:
        over, under = own, facing
    elif facing is not None:
        over, under = facing, own
    else:
        return None
    size = abs(gap)
    above = lines[(lines["fund"] == BUDGET) & (lines["line"] == over)]
    amounts = {
        int(activity): int(amount)
        for activity, amount in zip(above["activity"], above["amount_kurus"], strict=True)
        if not pd.isna(amount) and amount > 0
    }
    below = lines[(lines["fund"] == BUDGET) & (lines["line"] == under)]
    beside = dict(zip(below["activity"], below["amount_kurus"], strict=True))
    beyond = {activity for activity, amount in amounts.items() if amount >= size}
    rows = pd.concat(
        [
            above[above["activity"].isin(beyond)],
            below[~below["activity"].isin(beyond) & (below["amount_kurus"].fillna(0) > 0)],
        ]
    )
    over_kurus = [amounts.get(int(activity), pd.NA) for activity in rows["activity"]]
    rows = rows.assign(
        over_kurus=pd.array(over_kurus, dtype="Int64"),
        under_kurus=pd.array(
            [beside.get(activity, pd.NA) for activity in rows["activity"]], dtype="Int64"
        ),
        is_exact=[amounts.get(int(activity)) == size for activity in rows["activity"]],
    )
    columns = [
        "activity",
        "activity_name",
        "unit_name",
        "spending_unit",
        "over_kurus",
        "under_kurus",
        "is_exact",
    ]
    rows = rows.assign(
        is_under=[int(activity) not in beyond for activity in rows["activity"]],
        far=[
            amounts[int(activity)] if int(activity) in beyond else -int(beside[activity])
            for activity in rows["activity"]
        ],
    )
    rows = rows.sort_values(["is_under", "far", "activity"])[columns].reset_index(drop=True)
    return Candidates(over, under, size, rows, _pairs(amounts, size))


@dataclass(frozen=True, slots=True)
class Gaps:
    """What no check could look at.

    ``has_indicators``: whether indicators are promised at all; ``general_kurus``: what stands
    beside the activities, ``None`` where nothing is stated; ``blank_values``: figures of indicators
    that are not stated; ``sizeless_assets``: assets without any size; ``idle_checks``: checks that
    compared nothing, for want of a table or of anything in it; ``has_results``: whether there are
    documents of results.
    """

    has_indicators: bool
    general_kurus: int | None
    blank_values: int
    sizeless_assets: int
    idle_checks: tuple[Check, ...]
    has_results: bool = False


#: The columns of an asset that hold a size.
SIZES = ("count", "area_m2", "indoor_area_m2", "open_area_m2", "capacity_persons")


def gaps(
    values: pd.DataFrame,
    assets: pd.DataFrame,
    general_kurus: int | None,
    checks: Sequence[Check],
) -> Gaps:
    """What could not be checked, from ``indicator_values`` and ``assets`` of ``db.queries``."""
    return Gaps(
        has_indicators=not values.empty,
        general_kurus=general_kurus,
        blank_values=int(values["value"].isna().sum()),
        sizeless_assets=int(assets[list(SIZES)].isna().all(axis=1).sum()),
        idle_checks=tuple(check for check in checks if check.state is not State.RUN),
        has_results=any(check.code.startswith(OF_RESULTS) for check in checks),
    )


def _pairs(amounts: dict[int, int], size: int) -> tuple[tuple[int, int], ...]:
    """Pairs of activities whose amounts add up to ``size``, by number."""
    return tuple(
        (first, second)
        for first in sorted(amounts)
        for second in sorted(amounts)
        if first < second and amounts[first] + amounts[second] == size
    )
