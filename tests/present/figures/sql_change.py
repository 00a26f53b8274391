"""Plans of several years beside each other, by plain SQL: each year's items, bound by the judged
succession, added up, and told as shares; in one year's prices by hand, from the file of prices."""

from __future__ import annotations

import csv
from fractions import Fraction
from functools import cache
from typing import Any

from tests.present.figures.sql_answer import Answer, Ask, Asker, Query
from tests.support.source import ROOT

YEARS = (2024, 2025, 2026)
#: The years of which prices are known.
_PRICED = (2024, 2025)

_LEVELS = {"amac": "top", "hedef": "leaf", "birim": "unit", "faaliyet": "activity", "kod": ""}

#: Money of no activity; the same in every view but that of codes.
_GENERAL = """
  UNION ALL
  SELECT programme_year, 'genel', '', 1, 0, CAST(SUM(general_administration) AS BIGINT)
  FROM resource_needs
  WHERE institution = :institution
    AND line IN ('01', '02', '03', '04', '05', '06', '07', '08', '09')
  GROUP BY programme_year HAVING SUM(general_administration) <> 0"""

#: A year's items by view: year, key, the name by which it is known, whether no row of the plan
#: holds it, place, kuruş.
_ITEMS = {
    "amac": f"""
  SELECT a.programme_year AS year, h.top AS key, t.name AS name, 0 AS is_residual,
    CAST(h.top AS INTEGER) AS place, CAST(SUM(a.total) AS BIGINT) AS amount
  FROM activities AS a
  JOIN hierarchy AS h
    ON h.institution = a.institution AND h.programme_year = a.programme_year
   AND h.level IN ('goal', 'sub_programme') AND h.code = CAST(a.goal AS TEXT)
  JOIN hierarchy AS t
    ON t.institution = a.institution AND t.programme_year = a.programme_year
   AND t.level IN ('aim', 'programme') AND t.code = h.top
  WHERE a.institution = :institution
  GROUP BY a.programme_year, h.top, t.name{_GENERAL}""",
    "hedef": f"""
  SELECT a.programme_year AS year, h.code AS key, h.name AS name, 0 AS is_residual,
    CAST(h.code AS INTEGER) AS place, CAST(SUM(a.total) AS BIGINT) AS amount
  FROM activities AS a
  JOIN hierarchy AS h
    ON h.institution = a.institution AND h.programme_year = a.programme_year
   AND h.level IN ('goal', 'sub_programme') AND h.code = CAST(a.goal AS TEXT)
  WHERE a.institution = :institution
  GROUP BY a.programme_year, h.code, h.name{_GENERAL}""",
    "birim": f"""
  SELECT programme_year AS year, spending_unit AS key, '' AS name, 0 AS is_residual,
    0 AS place, CAST(SUM(total) AS BIGINT) AS amount
  FROM activities
  WHERE institution = :institution
  GROUP BY programme_year, spending_unit{_GENERAL}""",
    "faaliyet": f"""
  SELECT programme_year AS year, CAST(activity AS TEXT) AS key, name, 0 AS is_residual,
    activity AS place, total AS amount
  FROM activities
  WHERE institution = :institution{_GENERAL}""",
    "kod": """
  SELECT year, key, '' AS name, 0 AS is_residual, CAST(key AS INTEGER) AS place,
    CAST(SUM(part) AS BIGINT) AS amount
  FROM (
    SELECT programme_year AS year, economic_code AS key, amount AS part
    FROM activity_costs WHERE institution = :institution
    UNION ALL
    SELECT programme_year, line, general_administration
    FROM resource_needs
    WHERE institution = :institution
      AND line IN ('01', '02', '03', '04', '05', '06', '07', '08', '09')
  ) AS parts
  GROUP BY year, key
  UNION ALL
  SELECT programme_year, 'unstated', '', 1, 0, CAST(SUM(budget) AS BIGINT)
  FROM activities AS a
  WHERE institution = :institution AND NOT EXISTS (
    SELECT 1 FROM activity_costs AS c
    WHERE c.institution = a.institution AND c.programme_year = a.programme_year
      AND c.activity = a.activity
  )
  GROUP BY programme_year HAVING SUM(budget) <> 0
  UNION ALL
  SELECT programme_year, 'beside', '', 1, 0, CAST(SUM(off_budget) AS BIGINT)
  FROM activities
  WHERE institution = :institution
  GROUP BY programme_year HAVING SUM(off_budget) <> 0""",
}

#: The programmes' totals: what activities cost in and off the budget, and what is beside them.
_WHOLE = """
whole AS (
  SELECT year, CAST(SUM(part) AS BIGINT) AS amount
  FROM (
    SELECT programme_year AS year, total AS part FROM activities
    WHERE institution = :institution
    UNION ALL
    SELECT programme_year, general_administration FROM resource_needs
    WHERE institution = :institution AND line = 'total'
  ) AS parts
  GROUP BY year
)"""

#: ``wide``: a row what is the same over the years, by the newest year's first item; and the total.
_WIDE = """
WITH RECURSIVE item AS ({items}
),
settled AS (
  SELECT from_year AS year, from_code AS key, from_year, programme_year AS to_year
  FROM succession
  WHERE institution = :institution AND level = :level AND from_code IS NOT NULL
  UNION
  SELECT programme_year, to_code, from_year, programme_year
  FROM succession
  WHERE institution = :institution AND level = :level AND to_code IS NOT NULL
),
bond AS (
  SELECT older.year AS from_year, older.key AS from_key,
    newer.year AS to_year, newer.key AS to_key
  FROM succession AS s
  JOIN item AS older ON older.year = s.from_year AND older.key = s.from_code
  JOIN item AS newer ON newer.year = s.programme_year AND newer.key = s.to_code
  WHERE s.institution = :institution AND s.level = :level
  UNION
  SELECT older.year, older.key, newer.year, newer.key
  FROM item AS older
  JOIN item AS newer ON newer.year = older.year + 1 AND newer.key = older.key
  JOIN programme AS first ON first.year = older.year AND first.institution = :institution
  JOIN programme AS second ON second.year = newer.year AND second.institution = :institution
  WHERE older.is_residual = newer.is_residual
    AND (older.is_residual = 1 OR :view IN ('birim', 'kod')
      OR (first.form = second.form AND older.name = newer.name))
    AND NOT EXISTS (
      SELECT 1 FROM settled
      WHERE settled.from_year = older.year AND settled.to_year = newer.year
        AND settled.year IN (older.year, newer.year) AND settled.key = older.key
    )
),
near AS (
  SELECT from_year, from_key, to_year, to_key FROM bond
  UNION SELECT to_year, to_key, from_year, from_key FROM bond
),
reach AS (
  SELECT year, key, year AS to_year, key AS to_key FROM item
  UNION
  SELECT reach.year, reach.key, near.to_year, near.to_key
  FROM reach
  JOIN near ON near.from_year = reach.to_year AND near.from_key = reach.to_key
),
bound AS (
  SELECT year, key, MIN(to_year || '.' || to_key) AS row_id
  FROM reach GROUP BY year, key
),
placed AS (
  SELECT item.*, row_id, FIRST_VALUE(item.year || '.' || item.key) OVER (
    PARTITION BY row_id ORDER BY item.year DESC, place
  ) AS row_key
  FROM item JOIN bound ON bound.year = item.year AND bound.key = item.key
),
""" + _WHOLE + """,
wide AS (
  SELECT row_key,
    CAST(SUM(CASE year WHEN 2024 THEN amount END) AS BIGINT) AS y2024,
    CAST(SUM(CASE year WHEN 2025 THEN amount END) AS BIGINT) AS y2025,
    CAST(SUM(CASE year WHEN 2026 THEN amount END) AS BIGINT) AS y2026
  FROM placed GROUP BY row_key
  UNION ALL
  SELECT 'total', MAX(CASE year WHEN 2024 THEN amount END),
    MAX(CASE year WHEN 2025 THEN amount END), MAX(CASE year WHEN 2026 THEN amount END)
  FROM whole
)
"""  # fmt: skip

_LIRA = """
SELECT row_key, y2024, y2025, y2026, second - first,
  CASE WHEN first > 0 THEN CAST(second - first AS DOUBLE PRECISION) / first END
FROM (
  SELECT wide.*,
    CASE :first WHEN 2024 THEN y2024 WHEN 2025 THEN y2025 END AS first,
    CASE :second WHEN 2025 THEN y2025 WHEN 2026 THEN y2026 END AS second
  FROM wide
) AS pairs
"""

_SHARE = """
SELECT row_key, s2024, s2025, s2026, second - first,
  CASE WHEN first > 0 THEN second / first - 1 END
FROM (
  SELECT shares.*,
    CASE :first WHEN 2024 THEN s2024 WHEN 2025 THEN s2025 END AS first,
    CASE :second WHEN 2025 THEN s2025 WHEN 2026 THEN s2026 END AS second
  FROM (
    SELECT row_key,
      CAST(y2024 AS DOUBLE PRECISION) / (SELECT amount FROM whole WHERE year = 2024) AS s2024,
      CAST(y2025 AS DOUBLE PRECISION) / (SELECT amount FROM whole WHERE year = 2025) AS s2025,
      CAST(y2026 AS DOUBLE PRECISION) / (SELECT amount FROM whole WHERE year = 2026) AS s2026
    FROM wide
  ) AS shares
) AS pairs
"""

_TOTALS = f"""
WITH {_WHOLE}
SELECT year, amount, amount - before,
  CASE WHEN before > 0 THEN CAST(amount - before AS DOUBLE PRECISION) / before END
FROM (
  SELECT year, amount, LAG(amount) OVER (ORDER BY year) AS before FROM whole
) AS pairs
"""


@cache
def _average(year: int) -> Fraction:
    """A year's mean index: the product of the months' changes, over twelve months; a month that is
    not known at the end changes as the one before it did."""
    path = ROOT / "kbb_data" / "prices" / "cpi_turkiye_monthly.csv"
    index, months, change = Fraction(1), [], Fraction(0)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            change = 1 + Fraction(row["change_pct"]) / 100
            index *= change
            if int(row["year"]) == year:
                months.append(index)
    while len(months) < 12:
        months.append(months[-1] * change)
    return sum(months, Fraction(0)) / 12


def real(kurus: int | None, year: int, base: int) -> int | None:
    """Kuruş of a year in the prices of another, half a kuruş and more going up."""
    if kurus is None or year not in _PRICED:
        return None
    return int(kurus * _average(base) / _average(year) + Fraction(1, 2))


def _change(first: int | None, second: int | None) -> tuple[int | None, float | None]:
    if first is None or second is None:
        return None, None
    return second - first, float(Fraction(second - first, first)) if first > 0 else None


def _pair(year: int) -> tuple[int, int]:
    """The two years that a programme compares by itself."""
    return (2024, 2025) if year < 2026 else (2025, 2026)


def _rows(ask: Asker, query: Query, pair: tuple[int, int], base: int) -> list[tuple[Any, ...]]:
    """Key, each year, difference, rate."""
    view, measure = query.get("gorunum", "amac"), query.get("olcu", "lira")
    statement = _WIDE.format(items=_ITEMS[view]) + (_SHARE if measure == "pay" else _LIRA)
    first, second = pair
    rows = ask.rows(statement, view=view, level=_LEVELS[view], first=first, second=second)
    if measure != "sabit":
        return rows
    found = []
    for key, *amounts in rows:
        cells = {at: real(amounts[place], at, base) for place, at in enumerate(YEARS)}
        found.append((key, *cells.values(), *_change(cells[first], cells[second])))
    return found


_COLUMNS = ("key", *(f"plan_{year}" for year in YEARS), "difference", "rate")


def _two_years(ask: Asker, year: int, query: Query) -> Answer:
    pair = _pair(year)
    return Answer(_COLUMNS, _rows(ask, query, pair, max(set(pair) & set(_PRICED))))


def _all_years(ask: Asker, year: int, query: Query) -> Answer:
    rows = _rows(ask, query, (2025, 2026), max(_PRICED))
    return Answer(_COLUMNS[:4], [row[:4] for row in rows])


def _total(ask: Asker, year: int, query: Query) -> Answer:
    base = max(set(_pair(year)) & set(_PRICED))
    rows, before = [], None
    for of, amount, difference, rate in sorted(ask.rows(_TOTALS)):
        now = real(amount, of, base)
        rows.append((of, amount, difference, rate, now, *_change(before, now)))
        before = now
    columns = ("year", "plan_kurus", "plan_difference", "plan_rate",
               "real_kurus", "real_difference", "real_rate")  # fmt: skip
    return Answer(columns, rows)


ASKS: dict[str, Ask] = {
    "degisim": _two_years,
    "degisim-yillar": _all_years,
    "degisim-toplam": _total,
}
