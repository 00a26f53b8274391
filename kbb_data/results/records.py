"""What a document says of results, as records: money, months, indicators.

Nothing here is judged, and none of it knows which document it comes from: that is told once the
document has its place in a dataset. Money is in lira, exact; ``None`` is *not stated*, never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kbb_data.reading.lines import Passed

#: Kinds of documents.
HALF_YEAR_REPORT = "half_year_report"
FINAL_ACCOUNTS = "final_accounts"
ACTIVITY_REPORT = "activity_report"
RESULTS_FORM = "results_form"
OTHER_REPORT = "other_report"

#: Classifications of money: what a code is a code of.
ECONOMIC = "economic"
FUNCTIONAL = "functional"
ACTIVITY = "activity"
REVENUE = "revenue"
#: The code of a classification's total.
TOTAL = "total"

#: What a printed rate is a rate of: the appropriation at the year's start, or the one in force.
INITIAL = "initial"
NET = "net"


@dataclass(frozen=True, slots=True)
class Statement:
    """The money of one code as of one day, as one place of the document states it.

    ``code`` is ``01``-``10``, the number of an activity, or ``total``; ``name`` as printed, empty
    where the place names none. ``as_of`` is the day that ``spent`` speaks of (``YYYY-MM-DD``).
    ``base`` says which appropriation ``printed_rate`` (per cent) is a rate of, empty where no rate
    is printed or none of them. ``number`` counts, from 1, the places of the document that state
    this code as of this day; 1 is the main table. ``added`` and ``deducted`` are both positive:
    ``net`` = ``initial`` + ``supplementary`` + ``added`` - ``deducted``. ``spent`` is, for revenue,
    what was collected; ``expected`` what the rest of the year is expected to bring.
    ``is_outside_total``: what was spent and is expected stands in other codes already and is not in
    the document's total (the reserve); its appropriation is.
    """

    classification: str
    code: str
    name: str
    as_of: str
    base: str
    line: int
    section: str
    number: int
    initial: Decimal | None = None
    supplementary: Decimal | None = None
    added: Decimal | None = None
    deducted: Decimal | None = None
    net: Decimal | None = None
    spent: Decimal | None = None
    cancelled: Decimal | None = None
    carried: Decimal | None = None
    expected: Decimal | None = None
    printed_rate: Decimal | None = None
    is_outside_total: bool = False


@dataclass(frozen=True, slots=True)
class MonthAmount:
    """What was spent (for revenue: collected) under a code in one month, not up to its end."""

    classification: str
    code: str
    year: int
    month: int
    amount: Decimal
    line: int
    section: str


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """What came of an indicator as of a day.

    ``goal`` and ``indicator`` are their numbers in the programme, ``None`` where the document
    prints none: then ``name`` has to tell. ``printed`` is the value's cell as it stands, ``value``
    ``None`` where that is no number; ``target_stated`` is the target as this document repeats it.
    Reason and measure are empty where none is given.
    """

    goal: int | None
    indicator: int | None
    name: str
    as_of: str
    value: Decimal | None
    printed: str
    target_stated: Decimal | None
    deviation_reason: str
    measure_taken: str
    line: int
    section: str


@dataclass(frozen=True, slots=True)
class Report:
    """A document about results.

    ``date`` is its own day and ``as_of`` the day that most of its figures speak of, both
    ``YYYY-MM-DD``; ``date`` is empty where the document does not tell. ``institution`` is as
    printed, empty where it names none. ``passed`` are the lines with figures that no record takes
    up, with the reason.
    """

    kind: str
    title: str
    date: str
    as_of: str
    institution: str
    year: int
    statements: tuple[Statement, ...] = ()
    months: tuple[MonthAmount, ...] = ()
    indicators: tuple[IndicatorResult, ...] = ()
    passed: tuple[Passed, ...] = ()
