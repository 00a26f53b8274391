"""What documents state of a budget as it is carried out, code by code, on a day.

Pure: frames of ``db.queries`` in, whole kuruş out. Every amount keeps its document. The newest
document speaks; what an older one says otherwise about the same day stays beside it
(``present/kit/documents.py``). Only a document's main table (``statement`` 1) speaks; other places
of it that say otherwise are ``contradictions``.

``None`` means that no document states the amount, and is never counted as zero.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from operator import attrgetter

import pandas as pd

from present.budget.model import stated
from present.kit.documents import (
    Change,
    Document,
    changes,
    documents,
    newest_first,
    oldest_first,
    text,
)

#: The code of the row that adds up a classification.
TOTAL = "total"

#: The money columns of ``appropriations``, without the ending that says kuruş.
INITIAL, NET, SPENT = "initial", "net", "spent"
SUPPLEMENTARY, ADDED, DEDUCTED = "supplementary", "added", "deducted"
CANCELLED, CARRIED, EXPECTED = "cancelled", "carried", "expected"
COLUMNS = (
    INITIAL, SUPPLEMENTARY, ADDED, DEDUCTED, NET, SPENT, CANCELLED, CARRIED, EXPECTED,
)  # fmt: skip

#: What of a row outside the total is not in it: what was spent and what is expected. Its
#: appropriation may be.
OUTSIDE = (SPENT, EXPECTED)

#: What a rate may be a rate of, as ``appropriations.base`` names it; the first is the usual one.
BASES = (NET, INITIAL)


class Classification(StrEnum):
    """How a budget is divided, as ``appropriations.classification`` names it."""

    ECONOMIC = "economic"
    FUNCTIONAL = "functional"
    ACTIVITY = "activity"
    REVENUE = "revenue"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of ``appropriations`` with its document; ``amounts``: kuruş by column, stated ones
    alone; ``base``: of what the printed rate is a rate, empty where none is printed."""

    classification: Classification
    code: str
    name: str
    day: datetime.date
    base: str
    amounts: Mapping[str, int]
    is_outside_total: bool
    statement: int
    document: Document
    section: str


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as the newest document states it, and where in it (``section``); ``changes`` are
    the steps to documents that said otherwise than the one before, the newest step first."""

    kurus: int
    document: Document
    section: str = ""
    changes: tuple[Change[Amount], ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One code on a day: what the programme planned for it (``None`` where it does not say) and
    what documents state, by column of ``appropriations``."""

    code: str
    name: str
    is_outside_total: bool
    planned_kurus: int | None
    amounts: Mapping[str, Amount]
    base: str = ""

    def kurus(self, column: str) -> int | None:
        """What is stated under a column; ``None`` for nothing."""
        amount = self.amounts.get(column)
        return amount.kurus if amount else None

    def rate(self, base: str) -> Fraction | None:
        """What was spent as a part of the base (1 is all of it); ``None`` where one of both is not
        stated, and where the base is 0."""
        return part(self.kurus(SPENT), self.kurus(base))

    def is_without_base(self, base: str) -> bool:
        """Whether the base is stated and 0, so that there is no rate."""
        return self.kurus(base) == 0

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that the amounts come from, the newest first."""
        return newest_first(amount.document for amount in self.amounts.values())


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Another place of a document that states an amount otherwise than its main table."""

    code: str
    name: str
    column: str
    kurus: int
    other_kurus: int
    document: Document


@dataclass(frozen=True, slots=True)
class Execution:
    """A classification on a day: its codes in their order, those of which what was spent stands
    outside the total apart, and the total. ``is_total_added``: no document prints it, so that it is
    ours."""

    classification: Classification
    day: datetime.date
    accounts: tuple[Account, ...]
    outside: tuple[Account, ...]
    total: Account
    is_total_added: bool
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def every(self) -> tuple[Account, ...]:
        """All accounts as a table has them: the codes, the total, what stands outside it."""
        return (*self.accounts, self.total, *self.outside)

    @property
    def bases(self) -> tuple[str, ...]:
        """What rates can be rates of: what is stated with something spent."""
        return tuple(
            base
            for base in BASES
            if any(
                account.kurus(base) is not None and account.kurus(SPENT) is not None
                for account in self.every
            )
        )

    @property
    def usual_base(self) -> str:
        """The base that the documents' own rates have, else net, else initial; empty where there is
        none."""
        bases = self.bases
        printed = next(
            (account.base for account in (self.total, *self.accounts) if account.base), ""
        )
        return printed if printed in bases else next(iter(bases), "")

    def has(self, column: str) -> bool:
        """Whether any account states the column."""
        return any(account.kurus(column) is not None for account in self.every)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that speak, the newest first."""
        return newest_first(document for account in self.every for document in account.documents)

    def is_in_total(self, account: Account, column: str) -> bool | None:
        """Whether the total holds a column of an account outside it, as adding up tells; ``None``
        where it does not, or something is not stated."""
        whole, own = self.total.kurus(column), account.kurus(column)
        parts = [part.kurus(column) for part in self.accounts if part.amounts]
        known = [amount for amount in parts if amount is not None]
        if whole is None or not own or len(known) < len(parts):
            return None
        if sum(known) in (whole, whole - own):
            return sum(known) != whole
        return None

    @property
    def untold(self) -> int:
        """How many codes of the programme no document tells of."""
        return sum(not account.amounts for account in self.accounts)

    @property
    def is_planned(self) -> bool:
        """Whether the programme plans anything that can stand beside."""
        return any(account.planned_kurus is not None for account in self.every)


def part(amount: int | None, whole: int | None) -> Fraction | None:
    """``amount`` as an exact part of ``whole``; ``None`` where one is not stated or the whole
    is 0."""
    if amount is None or not whole:
        return None
    return Fraction(amount, whole)


def read(
    programme_year: int, appropriations: pd.DataFrame, documents_frame: pd.DataFrame
) -> tuple[Row, ...]:
    """The rows of one programme's dataset; both frames as ``db.queries`` gives them."""
    known = documents(programme_year, documents_frame)
    return tuple(
        Row(
            Classification(row["classification"]),
            str(row["code"]),
            text(row["name"]),
            datetime.date.fromisoformat(str(row["as_of"])),
            text(row["base"]),
            {
                column: amount
                for column in COLUMNS
                if (amount := stated(row[f"{column}_kurus"])) is not None
            },
            bool(row["is_outside_total"]),
            int(row["statement"]),
            known[str(row["document"])],
            text(row["source_section"]),
        )
        for row in appropriations.to_dict("records")
    )


def days(
    rows: Iterable[Row], classification: Classification, year: int
) -> tuple[datetime.date, ...]:
    """The days of a year up to which something spent is stated, the last one first."""
    own = {
        row.day
        for row in rows
        if row.classification is classification
        and row.day.year == year
        and row.statement == 1
        and SPENT in row.amounts
    }
    return tuple(sorted(own, reverse=True))


def year_before(day: datetime.date) -> datetime.date:
    """The same day of the year before; 28 February for the 29th."""
    return (pd.Timestamp(day) - pd.DateOffset(years=1)).date()


def execution(
    rows: Iterable[Row],
    classification: Classification,
    day: datetime.date,
    planned: Mapping[str, int] | None = None,
) -> Execution:
    """The classification on a day; ``planned``: what the programme plans, in kuruş by code.

    Codes that only the programme has stand there with nothing stated, those without money left out.
    A total that no document
    prints is added up from the codes that documents state, each column where all of them do.
    """
    planned = planned or {}
    own = [row for row in rows if row.classification is classification and row.day == day]
    main: dict[str, list[Row]] = {code: [] for code, amount in planned.items() if amount}
    for row in own:
        if row.statement == 1:
            main.setdefault(row.code, []).append(row)
    accounts = [
        _account(code, rows, planned.get(code))
        for code, rows in sorted(main.items(), key=lambda item: _place(item[0]))
        if code != TOTAL
    ]
    inside = tuple(account for account in accounts if not account.is_outside_total)
    is_added = not main.get(TOTAL)
    printed = _account(TOTAL, main.get(TOTAL, []), planned.get(TOTAL))
    return Execution(
        classification,
        day,
        inside,
        tuple(account for account in accounts if account.is_outside_total),
        _added(accounts, printed.planned_kurus) if is_added else printed,
        is_added,
        tuple(_contradictions(own)),
    )


def _place(code: str) -> tuple[int, str]:
    """Codes in the order of their numbers; activities have more than two digits."""
    return (int(code), "") if code.isdigit() else (0, code)


def _account(code: str, rows: Sequence[Row], planned_kurus: int | None) -> Account:
    """What the rows of a code say together, the newest document first of all."""
    in_order = oldest_first(rows)
    newest = in_order[::-1]
    amounts = {}
    for column in COLUMNS:
        told = [
            Amount(row.amounts[column], row.document, row.section)
            for row in in_order
            if column in row.amounts
        ]
        if told:
            amounts[column] = with_changes(told)
    return Account(
        code,
        next((row.name for row in newest if row.name), ""),
        bool(newest) and newest[0].is_outside_total,
        planned_kurus,
        amounts,
        next((row.base for row in newest if row.base), ""),
    )


def with_changes(told: Sequence[Amount]) -> Amount:
    """The newest of amounts, which come the oldest first, with the steps that led to it."""
    steps = changes(told, lambda amount: amount.kurus)
    return replace(told[-1], changes=tuple(reversed(steps)))


def _added(accounts: Sequence[Account], planned_kurus: int | None) -> Account:
    """The total of the accounts that documents state, each column that all of them do; of several
    documents the oldest is named, because no sum is newer than its parts."""
    amounts = {}
    for column in COLUMNS:
        own = [
            account.amounts.get(column)
            for account in accounts
            if account.amounts and not (account.is_outside_total and column in OUTSIDE)
        ]
        known = [amount for amount in own if amount is not None]
        if known and len(known) == len(own):
            oldest = min((amount.document for amount in known), key=attrgetter("age"))
            amounts[column] = Amount(sum(amount.kurus for amount in known), oldest)
    return Account(TOTAL, "", False, planned_kurus, amounts)


def _contradictions(rows: Iterable[Row]) -> Iterable[Contradiction]:
    """Other places of one document that say otherwise than its main table."""
    ordered = sorted(rows, key=lambda row: (_place(row.code), row.document.age, row.statement))
    for _, group in groupby(ordered, key=lambda row: (row.code, row.document)):
        first, *others = group
        if first.statement != 1:
            continue
        seen: set[tuple[str, int]] = set()
        for other in others:
            for column, kurus in other.amounts.items():
                main = first.amounts.get(column)
                if main is not None and main != kurus and (column, kurus) not in seen:
                    seen.add((column, kurus))
                    yield Contradiction(first.code, first.name, column, main, kurus, first.document)
