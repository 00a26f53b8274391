"""What was appropriated, spent and collected, by plain SQL: of each cell the newest document that
states it speaks, by its day (without one, the day of its figures), the programme's year and the
order in which documents were taken in."""

from __future__ import annotations

from tests.present.figures.sql_answer import Answer, Ask, Asker, Query

_COLUMNS = ("initial", "supplementary", "added", "deducted", "net", "spent", "cancelled",
            "carried", "expected")  # fmt: skip
_KINDS = {"ekonomik": "economic", "fonksiyonel": "functional", "faaliyet": "activity"}
_BASES = {"net": "net", "baslangic": "initial"}

#: Rows of documents around a year, each with what orders the documents.
_STATED = """
stated AS (
  SELECT a.*, COALESCE(d.date, d.as_of) AS said_on, d.sequence
  FROM appropriations AS a
  JOIN documents AS d
    ON d.programme_year = a.programme_year
   AND d.institution = a.institution
   AND d.document = a.document
  WHERE a.institution = :institution
    AND a.programme_year BETWEEN :year - 1 AND :year + 1
    AND a.classification = :kind
    AND a.statement = 1
)"""

_LAST_DAY = f"""
WITH {_STATED}
SELECT MAX(as_of) FROM stated
WHERE spent IS NOT NULL AND substr(as_of, 1, 4) = CAST(:year AS TEXT)
"""

_USUAL_BASE = f"""
WITH {_STATED}
SELECT base FROM stated
WHERE as_of = :day AND base IS NOT NULL
ORDER BY said_on DESC, programme_year DESC, sequence DESC, base DESC
LIMIT 1
"""

_CELLS = " UNION ALL ".join(
    f"""
  SELECT code, as_of, said_on, programme_year, sequence, '{name}' AS name, {name} AS amount
  FROM stated WHERE {name} IS NOT NULL"""
    for name in _COLUMNS
)
_WIDE = ", ".join(
    f"MAX(CASE WHEN as_of = :day AND name = '{name}' THEN amount END) AS {name}"
    for name in _COLUMNS
)

_PLANNED = """
planned AS (
  SELECT CASE line WHEN 'budget_total' THEN 'total' ELSE line END AS code, total AS amount
  FROM resource_needs
  WHERE institution = :institution AND programme_year = :year AND :kind = 'economic'
    AND line IN ('01', '02', '03', '04', '05', '06', '07', '08', '09', 'budget_total')
  UNION ALL
  SELECT COALESCE(economic_code, 'total'), CAST(SUM(amount) AS BIGINT)
  FROM printed_amounts AS p
  WHERE institution = :institution AND programme_year = :year AND :kind = 'economic'
    AND printed_in = 'programme_code' AND year = :year
    AND (economic_code IS NOT NULL OR level = 'total')
    AND NOT EXISTS (
      SELECT 1 FROM resource_needs AS r
      WHERE r.institution = p.institution AND r.programme_year = p.programme_year
    )
  GROUP BY COALESCE(economic_code, 'total')
  UNION ALL
  SELECT CAST(activity AS TEXT), budget
  FROM activities
  WHERE institution = :institution AND programme_year = :year AND :kind = 'activity'
  UNION ALL
  SELECT 'total', CAST(SUM(budget) AS BIGINT)
  FROM activities
  WHERE institution = :institution AND programme_year = :year AND :kind = 'activity'
  GROUP BY programme_year
)"""

_SPENDING = f"""
WITH {_STATED},
cell AS ({_CELLS}),
newest AS (
  SELECT * FROM (
    SELECT cell.*, ROW_NUMBER() OVER (
      PARTITION BY code, as_of, name
      ORDER BY said_on DESC, programme_year DESC, sequence DESC
    ) AS place
    FROM cell WHERE as_of IN (:day, :before)
  ) AS ranked
  WHERE place = 1
),
wide AS (
  SELECT code, {_WIDE},
    MAX(CASE WHEN as_of = :before AND name = 'spent' THEN amount END) AS before_spent
  FROM newest GROUP BY code
),
{_PLANNED},
shown AS (
  SELECT code FROM newest WHERE as_of = :day
  UNION
  SELECT code FROM planned WHERE amount <> 0
)
SELECT shown.code, planned.amount, {", ".join(f"wide.{name}" for name in _COLUMNS)},
  CAST(wide.spent AS DOUBLE PRECISION)
    / NULLIF(CASE WHEN CAST(:base AS TEXT) = 'net' THEN net
                  WHEN CAST(:base AS TEXT) = 'initial' THEN initial END, 0),
  wide.before_spent
FROM shown
LEFT JOIN planned ON planned.code = shown.code
LEFT JOIN wide ON wide.code = shown.code
"""

_MONTHS = """
WITH newest AS (
  SELECT * FROM (
    SELECT m.year, m.month, m.amount, ROW_NUMBER() OVER (
      PARTITION BY m.year, m.month
      ORDER BY COALESCE(d.date, d.as_of) DESC, d.programme_year DESC, d.sequence DESC
    ) AS place
    FROM monthly_amounts AS m
    JOIN documents AS d
      ON d.programme_year = m.programme_year
     AND d.institution = m.institution
     AND d.document = m.document
    WHERE m.institution = :institution
      AND m.programme_year BETWEEN :year - 1 AND :year + 1
      AND m.classification = 'economic'
      AND m.code = :code
      AND m.amount IS NOT NULL
  ) AS ranked
  WHERE place = 1
)
SELECT own.month, own.amount, before.amount
FROM newest AS own
LEFT JOIN newest AS before ON before.year = own.year - 1 AND before.month = own.month
WHERE own.year = :year
"""


def _money(ask: Asker, year: int, kind: str, query: tuple[str, str, bool]) -> Answer:
    asked_day, asked_base, has_before = query
    day = asked_day or ask.value(_LAST_DAY, year=year, kind=kind)
    base = asked_base or ask.value(_USUAL_BASE, year=year, kind=kind, day=day) or ""
    before = f"{year - 1}{day[4:]}" if has_before else ""
    rows = ask.rows(_SPENDING, year=year, kind=kind, day=day, before=before, base=base)
    money = tuple(f"{name}_kurus" for name in _COLUMNS)
    return Answer(("key", "planned_kurus", *money, "rate", "before_kurus"), rows)


def _spending(ask: Asker, year: int, query: Query) -> Answer:
    kinds = [_KINDS[query["dagilim"]]] if "dagilim" in query else _KINDS.values()
    kind = next(kind for kind in kinds if ask.value(_LAST_DAY, year=year, kind=kind))
    base = _BASES.get(query.get("taban", ""), "")
    return _money(ask, year, kind, (query.get("tarih", ""), base, "onceki-yil" in query))


def _revenue(ask: Asker, year: int, query: Query) -> Answer:
    asked = (query.get("gelir-tarihi", ""), "", "gelir-onceki-yil" in query)
    return _money(ask, year, "revenue", asked)


def _monthly(ask: Asker, year: int, query: Query) -> Answer:
    code = query.get("kalem", "harcama-total").removeprefix("harcama-")
    rows = ask.rows(_MONTHS, year=year, code=code)
    return Answer(("month", "amount_kurus", "before_kurus"), rows)


ASKS: dict[str, Ask] = {
    "plan-net-harcanan": _spending,
    "gelir": _revenue,
    "aylik-harcama": _monthly,
}
