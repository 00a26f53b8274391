"""What a programme plans of the municipality's budget, by what a budget's execution is told by.

Pure: frames of ``db.queries`` in, whole kuruş by code and ``total`` out. Off-budget money has no
appropriation and is in none of it. What is not stated is left out.
"""

from __future__ import annotations

import pandas as pd

from present.budget.model import BUDGET, UNSTATED, are_stated, stated, total
from present.execution.model import TOTAL

#: The schedules of a programme budget that list economic codes, the shortest first.
_SCHEDULES = ("programme_code", "sub_programme_code", "activity_code")


def of_needs(needs: pd.DataFrame) -> dict[str, int]:
    """Table 2.5 by economic code; ``needs`` as ``db.queries.resource_needs``. Empty where the
    document has no such table."""
    lines = {str(row.line): stated(row.total_kurus) for row in needs.itertuples()}
    amounts = {line: amount for line, amount in lines.items() if line.isdigit()}
    amounts[TOTAL] = lines.get("budget_total")
    return {code: amount for code, amount in amounts.items() if amount is not None}


def schedule(printed: pd.DataFrame, year: int) -> pd.DataFrame:
    """The rows of the shortest schedule that lists economic codes of the year's budget; ``printed``
    as ``db.queries.printed_amounts``. No rows where there is none."""
    own = printed[
        (printed["kind"] == "budget") & (printed["fund"] == BUDGET) & (printed["year"] == year)
    ]
    for name in _SCHEDULES:
        rows = own[own["printed_in"] == name]
        if rows["economic_code"].notna().any():
            return rows
    return own.iloc[:0]


def of_schedule(rows: pd.DataFrame) -> dict[str, int]:
    """A schedule (``schedule``) by economic code, its parts added up, and the total that it prints,
    else the sum."""
    if rows.empty:
        return {}
    coded = rows[rows["economic_code"].notna()]
    # A part may print a code and what it is made of below it: the code itself counts.
    is_first = coded["code_printed"].fillna(coded["economic_code"]) == coded["economic_code"]
    keys = ["level", "number", "economic_code"]
    has_first = is_first.groupby([coded[key] for key in keys]).transform("any")
    amounts = _by(coded[is_first | ~has_first], "economic_code")
    whole = rows[(rows["level"] == "total") & rows["economic_code"].isna()]["amount_kurus"]
    printed = total(whole)
    return amounts if printed is None else {**amounts, TOTAL: printed}


def of_lines(lines: pd.DataFrame, column: str) -> dict[str, int]:
    """The activities' costs by a column of ``db.queries.budget_lines``: ``activity``, or ``line``
    for economic codes; empty by code where some money's code is not printed."""
    own = lines[lines["fund"] == BUDGET]
    if column == "line" and (not are_stated(own) or (own["line"] == UNSTATED).any()):
        return {}
    return _by(own, column)


def _by(rows: pd.DataFrame, column: str) -> dict[str, int]:
    sums = {str(key): total(own["amount_kurus"]) for key, own in rows.groupby(column)}
    amounts = {**sums, TOTAL: total(rows["amount_kurus"])}
    return {code: amount for code, amount in amounts.items() if amount is not None}
