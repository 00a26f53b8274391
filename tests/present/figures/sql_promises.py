"""What was estimated, promised and delivered over the years, by plain SQL: indicators bound by the
judged succession (the same or renamed, in one unit), and what is stated of each of their years."""

from __future__ import annotations

from tests.present.figures.sql_answer import Answer, Ask, Asker, Query

#: ``told``: a row an indicator (by its newest place) and year, with its code in that year's
#: programme, what was promised, estimated and delivered.
_TOLD = """
WITH RECURSIVE place AS (
  SELECT programme_year AS year, goal, indicator, goal || '.' || indicator AS code, unit
  FROM indicators WHERE institution = :institution
),
link AS (
  SELECT older.year AS from_year, older.code AS from_code,
    newer.year AS to_year, newer.code AS to_code
  FROM succession AS s
  JOIN place AS older ON older.year = s.from_year AND older.code = s.from_code
  JOIN place AS newer ON newer.year = s.programme_year AND newer.code = s.to_code
  WHERE s.institution = :institution AND s.level = 'indicator'
    AND s.relation IN ('same', 'renamed')
    AND (older.unit = newer.unit OR older.unit IS NULL OR newer.unit IS NULL)
),
strand AS (
  SELECT year, code, year AS head_year, code AS head_code
  FROM place
  WHERE NOT EXISTS (
    SELECT 1 FROM link WHERE link.from_year = place.year AND link.from_code = place.code
  )
  UNION ALL
  SELECT link.from_year, link.from_code, strand.head_year, strand.head_code
  FROM strand JOIN link ON link.to_year = strand.year AND link.to_code = strand.code
),
member AS (
  SELECT strand.*, place.goal, place.indicator, place.unit
  FROM strand JOIN place ON place.year = strand.year AND place.code = strand.code
),
printed AS (
  SELECT m.head_year, m.head_code, v.year, v.value, v.programme_year,
    CASE v.kind WHEN 'year_end_estimate' THEN 'estimate' ELSE v.kind END AS kind
  FROM member AS m
  JOIN indicator_values AS v
    ON v.institution = :institution AND v.programme_year = m.year
   AND v.goal = m.goal AND v.indicator = m.indicator
  WHERE v.kind IN ('target', 'estimate', 'year_end_estimate', 'actual', 'planned')
    AND v.value IS NOT NULL
),
stated AS (
  SELECT m.head_year, m.head_code, CAST(substr(r.as_of, 1, 4) AS INTEGER) AS year, r.value,
    ROW_NUMBER() OVER (
      PARTITION BY m.head_year, m.head_code, r.as_of
      ORDER BY COALESCE(d.date, d.as_of) DESC, d.programme_year DESC, d.sequence DESC
    ) AS place
  FROM member AS m
  JOIN indicator_results AS r
    ON r.institution = :institution AND r.programme_year = m.year
   AND r.goal = m.goal AND r.indicator = m.indicator
  JOIN documents AS d
    ON d.institution = r.institution AND d.programme_year = r.programme_year
   AND d.document = r.document
  WHERE substr(r.as_of, 6) = '12-31' AND r.value IS NOT NULL
),
of_year AS (
  SELECT head_year, head_code, year FROM member
  UNION SELECT head_year, head_code, year FROM printed
  UNION SELECT head_year, head_code, year FROM stated
),
told AS (
  SELECT y.head_year, y.head_code, y.year,
    (SELECT m.code FROM member AS m WHERE m.head_year = y.head_year
      AND m.head_code = y.head_code AND m.year = y.year) AS code,
    (SELECT MAX(m.unit) FROM member AS m WHERE m.head_year = y.head_year
      AND m.head_code = y.head_code) AS unit,
    (SELECT p.value FROM printed AS p WHERE p.head_year = y.head_year
      AND p.head_code = y.head_code AND p.year = y.year AND p.kind = 'target') AS promise,
    (SELECT p.value FROM printed AS p WHERE p.head_year = y.head_year
      AND p.head_code = y.head_code AND p.year = y.year AND p.kind = 'estimate'
      ORDER BY p.programme_year DESC LIMIT 1) AS estimate,
    COALESCE(
      (SELECT s.value FROM stated AS s WHERE s.head_year = y.head_year
        AND s.head_code = y.head_code AND s.year = y.year AND s.place = 1),
      (SELECT p.value FROM printed AS p WHERE p.head_year = y.head_year
        AND p.head_code = y.head_code AND p.year = y.year AND p.kind = 'actual'
        ORDER BY p.programme_year LIMIT 1)
    ) AS result
  FROM of_year AS y
)"""

_PROMISED_YEAR = f"""
{_TOLD}
SELECT year FROM told
WHERE code IS NOT NULL AND promise IS NOT NULL AND result IS NOT NULL
ORDER BY CASE WHEN year = :year THEN 0 ELSE 1 END, year DESC
LIMIT 1
"""

_KEPT = f"""
{_TOLD}
SELECT code, promise, estimate, result, result - promise,
  CASE WHEN COALESCE(unit, '') <> '%' THEN result / NULLIF(promise, 0) END
FROM told WHERE year = :year AND code IS NOT NULL
"""

_HISTORY = f"""
{_TOLD}
SELECT told.year, told.code, promise, estimate, result, result - promise,
  CASE WHEN COALESCE(unit, '') <> '%' THEN result / NULLIF(promise, 0) END
FROM told
JOIN strand
  ON strand.head_year = told.head_year AND strand.head_code = told.head_code
WHERE strand.year = :year AND strand.code = :code
"""

_GUESSES = f"""
{_TOLD}
SELECT COALESCE(code, head_code), year, estimate, result, estimate - result,
  CASE WHEN COALESCE(unit, '') <> '%' THEN (estimate - result) / NULLIF(result, 0) END
FROM told WHERE estimate IS NOT NULL AND result IS NOT NULL
"""

_VALUES = ("promise", "estimate", "result", "difference", "share")


def _kept(ask: Asker, year: int, query: Query) -> Answer:
    shown = int(query["soz"]) if "soz" in query else ask.value(_PROMISED_YEAR, year=year)
    return Answer(("code", *_VALUES), ask.rows(_KEPT, year=shown))


def _history(ask: Asker, year: int, query: Query) -> Answer:
    rows = ask.rows(_HISTORY, year=year, code=query["gosterge"])
    return Answer(("year", "code", *_VALUES), rows)


def _guesses(ask: Asker, year: int, query: Query) -> Answer:
    columns = ("code", "year", "estimate", "result", "difference", "share")
    return Answer(columns, ask.rows(_GUESSES), keys=2)


ASKS: dict[str, Ask] = {
    "soz-ozeti": _kept,
    "soz-ve-sonuc": _history,
    "tahmin-isabeti": _guesses,
}
