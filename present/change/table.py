"""The exact tables of years beside each other: a column a year, and how each row is compared.

Money is whole kuruş; shares, rates and amounts per resident are floats, whose exact fractions words
and files never need. A cell without a value holds ``None`` where the year has no such row or its
amount can't be told, and ``pd.NA`` where the document states no amount.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import pandas as pd

from present.budget.model import View
from present.budget.words import is_own
from present.change import words
from present.change.matching import By, Row
from present.change.model import Change, Compared, Measure, Value, Years, ordered
from present.kit import writing
from present.kit.tables import LIRA, TableColumn, link_in
from present.kit.text import t

#: The key of the row that adds up the others.
TOTAL = "total"


def year_column(year: int) -> str:
    """A year's column of the table's frame."""
    return f"plan_{year}"


def table(
    years: Years,
    compared: Compared | None,
    pair: tuple[int, int],
    measure: Measure,
    base: int | None,
    links: Mapping[str, str],
) -> pd.DataFrame:
    """All rows over all years and their total; with ``compared``, how each stands between the two
    years of ``pair``. ``links``: addresses by row key."""
    first, second = pair
    changes: dict[str, Change] = {}
    ties: dict[str, str] = {}
    if compared is not None:
        changes = {row.key: change for row, change in compared.both}
    records = []
    for row in ordered(years, first, second):
        change = changes.get(row.key, Change(None, None))
        if compared is not None:
            ties[row.key] = words.tie_text(row, row.tie(first, second), first, second)
        records.append(
            {
                "key": row.key,
                "label": words.label(row),
                "is_own": _is_own(row, years.by),
                **{
                    year_column(year): _cell(years, row, year, measure, base)
                    for year in years.years
                },
                "difference": _plain(change.difference),
                "rate": _plain(change.rate),
                "tie": ties.get(row.key, ""),
                "earlier": words.earlier_label(row, first, second),
                "reason": words.reasons(row, first, second),
                "address": links.get(row.key, ""),
            }
        )
    total = compared.total if compared is not None else Change(None, None)
    records.append(
        {
            "key": TOTAL,
            "label": t("change.row_total"),
            "is_own": False,
            **{
                year_column(year): _plain(years.told(years.whole(year), year, measure, base))
                for year in years.years
            },
            "difference": _plain(total.difference),
            "rate": _plain(total.rate),
            "tie": "",
            "earlier": "",
            "reason": "",
            "address": "",
        }
    )
    return pd.DataFrame(records, dtype=object)


def _is_own(row: Row, by: By) -> bool:
    """Whether a row's name is the document's own words."""
    newest = row.of(max(item.year for item in row.items))
    return not row.is_residual and is_own(View(by.value), newest[0].key)


def _cell(years: Years, row: Row, year: int, measure: Measure, base: int | None) -> Any:
    if row.of(year) and row.kurus(year) is None:
        return pd.NA
    return _plain(years.value(row, year, measure, base))


def _plain(value: Value | None) -> int | float | None:
    """Kuruş as they are, a fraction as a float."""
    return float(value) if isinstance(value, Fraction) else value


def columns(
    years: Years, pair: tuple[int, int], measure: Measure, base: int | None, frame: pd.DataFrame
) -> list[TableColumn]:
    """The table's columns; those of the comparison only where the frame tells of one, those of
    names and reasons only where a row has any."""
    has_links = bool((frame["address"] != "").any())
    words_of = {"first": pair[0], "second": pair[1]}
    shown = [
        TableColumn(
            "label",
            t("change.column_item"),
            is_heading=True,
            is_verbatim=lambda row: bool(row["is_own"]),
            link=link_in("address") if has_links else None,
        )
    ]
    key = "" if measure is Measure.LIRA else f"_{measure}"
    for year in years.years:
        label = t(f"change.column_year{key}", year=year, base=base)
        empty = t("change.cell_absent")
        if not years.is_told(year, measure, base):
            empty = words.untold_cell(measure)
        shown.append(_value_column(year_column(year), label, measure, empty))
    if not (frame["tie"] != "").any():
        return shown
    part = "_pay" if measure is Measure.SHARE else ""
    shown.append(_difference_column(t(f"change.column_difference{part}", **words_of), measure))
    if measure is not Measure.SHARE:
        shown.append(rate_column("rate", t("change.column_rate", **words_of)))
    shown.append(TableColumn("tie", t("change.column_tie", **words_of)))
    if (frame["earlier"] != "").any():
        name = t("change.column_earlier", **words_of)
        shown.append(TableColumn("earlier", name, is_verbatim=True))
    if (frame["reason"] != "").any():
        shown.append(TableColumn("reason", t("change.column_reason"), is_verbatim=True))
    return shown


def _value_column(name: str, label: str, measure: Measure, empty: str) -> TableColumn:
    return TableColumn(
        name,
        label,
        partial(_written, measure, empty),
        is_number=True,
        value=_number(measure),
        unit=t("figures.file_of_one") if measure is Measure.SHARE else LIRA,
    )


def _written(measure: Measure, empty: str, value: Any) -> str:
    if value is pd.NA:
        return writing.not_stated()
    return words.value_text(value, measure) if writing.is_stated(value) else empty


def _number(measure: Measure) -> Callable[[Any], Any]:
    """What files hold of a value: lira with two decimals, a share as a part of 1."""
    return _part if measure is Measure.SHARE else lira


def lira(kurus: Value | None) -> Decimal | None:
    """Kuruş, also parts of one, as lira with two decimals; ``None`` for none."""
    if kurus is None or not writing.is_stated(kurus):
        return None
    exact = Fraction(kurus)
    return round(Decimal(exact.numerator) / Decimal(exact.denominator) / 100, 2)


def _part(value: Any, digits: int = 6) -> Decimal | None:
    if not writing.is_stated(value):
        return None
    exact = Fraction(value)
    return _bare(round(Decimal(exact.numerator) / Decimal(exact.denominator), digits))


def _bare(number: Decimal) -> Decimal:
    """A number without zeros at its end, which would claim to be exact; ``2``, ``0.5``."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def _difference_column(label: str, measure: Measure) -> TableColumn:
    return TableColumn(
        "difference",
        label,
        partial(_difference, measure),
        is_number=True,
        value=_points if measure is Measure.SHARE else lira,
        unit=t("change.points_unit") if measure is Measure.SHARE else LIRA,
    )


def _difference(measure: Measure, value: Any) -> str:
    return words.difference_text(value if writing.is_stated(value) else None, measure)


def _points(value: Any) -> Decimal | None:
    return _bare(words.points(value)) if writing.is_stated(value) else None


def rate_column(name: str, label: str) -> TableColumn:
    """A change as a part of the earlier value."""
    return TableColumn(
        name, label, _rate, is_number=True, value=_part, unit=t("figures.file_of_one")
    )


def _rate(value: Any) -> str:
    return words.rate_text(value if writing.is_stated(value) else None)


def totals(years: Years, base: int | None) -> pd.DataFrame:
    """A row a programme: its planned total in its own money and in the prices of ``base``, and how
    much each is more than the programme before it; residents, and the plan for each of them."""
    records: list[dict[str, Any]] = []
    before: int | None = None
    for year in years.years:
        record: dict[str, Any] = {"year": year, "label": t("change.row_year", year=year)}
        for measure, name in ((Measure.LIRA, "plan"), (Measure.REAL, "real")):
            value = years.told(years.whole(year), year, measure, base)
            earlier = None
            if before is not None:
                earlier = years.told(years.whole(before), before, measure, base)
            change = Change(earlier, value)
            record |= {
                f"{name}_kurus": value,
                f"{name}_difference": change.difference,
                f"{name}_rate": _plain(change.rate),
            }
        record["people"] = years.people.get(year)
        record["per_head"] = _plain(years.told(years.whole(year), year, Measure.PER_HEAD, base))
        records.append(record)
        before = year
    return pd.DataFrame(records, dtype=object)


def totals_columns(frame: pd.DataFrame, base: int | None) -> list[TableColumn]:
    """The columns of ``totals``; those of prices and residents only where a year has any."""
    no_price = t("change.untold_cell_sabit")

    def money(name: str, label: str, empty: str) -> TableColumn:
        write = partial(_written, Measure.LIRA, empty)
        return TableColumn(name, label, write, is_number=True, value=lira, unit=LIRA)

    absent = t("change.cell_absent")
    shown = [
        TableColumn("label", t("change.column_programme"), is_heading=True),
        money("plan_kurus", t("change.column_plan"), writing.not_stated()),
        money("plan_difference", t("change.column_before"), absent),
        rate_column("plan_rate", t("change.column_before_rate")),
    ]
    if frame["real_kurus"].notna().any():
        shown += [
            money("real_kurus", t("change.column_real", base=base), no_price),
            money("real_difference", t("change.column_real_before", base=base), absent),
            rate_column("real_rate", t("change.column_real_before_rate", base=base)),
        ]
    if frame["people"].notna().any():
        untold = t("change.untold_cell_kisi")
        shown += [
            TableColumn(
                "people", t("change.column_people"), partial(_people, untold), is_number=True
            ),
            TableColumn(
                "per_head",
                t("change.column_per_head"),
                partial(_written, Measure.PER_HEAD, untold),
                is_number=True,
                value=lira,
                unit=LIRA,
            ),
        ]
    return shown


def _people(untold: str, value: Any) -> str:
    return writing.number(value) if writing.is_stated(value) else untold
