"""What a table's printed rates are rates of, told by its head or by the figures themselves."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kbb_data.rates import computed_rate
from kbb_data.results import columns as heads
from kbb_data.results.columns import Head
from kbb_data.results.facts import Fact, Findings
from kbb_data.results.records import INITIAL, NET

_HUNDRED = Decimal(100)
#: A cell of per cent that came as a part of one is at most this.
_PART = Decimal(3)


def settle_rates(facts: Sequence[Fact], place: str, head: Head, into: Findings) -> None:
    """Give every fact with a printed rate its base, and mend what a workbook printed as a part of
    one. A table whose head and figures leave the base open is refused."""
    rated = [fact for fact in facts if "printed_rate" in fact.values]
    if not rated:
        return
    held = {column.holds for column in head.columns}
    bases = [base for base in (INITIAL, NET) if base in held] or [INITIAL, NET]
    words = " ".join(column.words for column in head.columns if column.holds == heads.RATE)
    told = [base for base, word in ((INITIAL, "baslangic"), (NET, "net")) if word in words]
    if len(told) == 1:
        bases = told
    agreeing = {base: sum(_agrees(fact, base) for fact in rated) for base in bases}
    if not any(agreeing.values()) and _are_parts(rated):
        for fact in rated:
            fact.values["printed_rate"] = (fact.values["printed_rate"] * _HUNDRED).normalize()
        agreeing = {base: sum(_agrees(fact, base) for fact in rated) for base in bases}
    best = [base for base in bases if agreeing[base] == max(agreeing.values())]
    if len(best) != 1:
        into.refuse(
            head.lines[0],
            place,
            "a head that says what the rates are rates of",
            "rates that fit neither or both; write (net ödeneğe göre) or (başlangıç ödeneğine "
            "göre) behind the head of the rates",
        )
        return
    for fact in rated:
        fact.base = best[0]


def _agrees(fact: Fact, base: str) -> bool:
    spent, whole = fact.values.get("spent"), fact.values.get(base)
    printed = fact.values["printed_rate"]
    return bool(spent is not None and whole and computed_rate(spent, whole, printed) == printed)


def _are_parts(rated: Sequence[Fact]) -> bool:
    """Whether the rates came as parts of one, as a workbook keeps per cent."""
    rates = [fact.values["printed_rate"] for fact in rated]
    return len(rates) > 1 and all(0 <= rate <= _PART for rate in rates)
