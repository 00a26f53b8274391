"""What came of indicators, by plain SQL: of each day the newest document that states a value
speaks."""

from __future__ import annotations

from tests.present.figures.sql_answer import Answer, Ask, Asker, Query

#: Results of a year's indicators, the newest document with a value first.
_SAID = """
said AS (
  SELECT r.goal, r.indicator, r.as_of, r.value,
    ROW_NUMBER() OVER newest_first AS place,
    LAG(r.value) OVER newest_first AS newer
  FROM indicator_results AS r
  JOIN documents AS d
    ON d.programme_year = r.programme_year
   AND d.institution = r.institution
   AND d.document = r.document
  WHERE r.institution = :institution AND r.programme_year = :year
  WINDOW newest_first AS (
    PARTITION BY r.goal, r.indicator, r.as_of
    ORDER BY CASE WHEN r.value IS NULL THEN 1 ELSE 0 END,
      COALESCE(d.date, d.as_of) DESC, d.sequence DESC
  )
)"""

_LAST_DAY = """
SELECT MAX(as_of) FROM indicator_results
WHERE institution = :institution AND programme_year = :year
  AND substr(as_of, 1, 4) = CAST(:year AS TEXT)
"""

_ALL = f"""
WITH {_SAID},
beside AS (
  SELECT i.goal, i.indicator, i.unit, t.value AS target, s.value AS result, s.as_of,
    CASE WHEN substr(s.as_of, 6) = '12-31' OR i.accumulation IS NOT NULL
      THEN s.value - t.value END AS difference
  FROM indicators AS i
  LEFT JOIN indicator_values AS t
    ON t.institution = i.institution AND t.programme_year = i.programme_year
   AND t.goal = i.goal AND t.indicator = i.indicator
   AND t.kind = 'target' AND t.year = i.programme_year
  LEFT JOIN said AS s
    ON s.goal = i.goal AND s.indicator = i.indicator AND s.as_of = :day AND s.place = 1
  WHERE i.institution = :institution AND i.programme_year = :year
)
SELECT goal || '.' || indicator, target, result, difference,
  CASE WHEN difference IS NOT NULL AND COALESCE(unit, '') <> '%'
    THEN result / NULLIF(target, 0) END,
  as_of
FROM beside
"""

_ONE = f"""
WITH {_SAID},
own AS (SELECT * FROM said WHERE goal || '.' || indicator = :code)
SELECT 'target' AS kind, NULL AS as_of, value
FROM indicator_values
WHERE institution = :institution AND programme_year = :year AND year = :year
  AND kind = 'target' AND goal || '.' || indicator = :code
UNION ALL
SELECT 'actual', as_of, value FROM own WHERE place = 1
UNION ALL
SELECT 'earlier', as_of, value FROM own WHERE value <> newer
UNION ALL
SELECT 'expected', NULL, v.value
FROM succession AS s
JOIN indicators AS older
  ON older.institution = s.institution AND older.programme_year = s.from_year
 AND older.goal || '.' || older.indicator = s.from_code
JOIN indicators AS later
  ON later.institution = s.institution AND later.programme_year = s.programme_year
 AND later.goal || '.' || later.indicator = s.to_code AND later.unit = older.unit
JOIN indicator_values AS v
  ON v.institution = later.institution AND v.programme_year = later.programme_year
 AND v.goal = later.goal AND v.indicator = later.indicator
WHERE s.institution = :institution AND s.programme_year = :year + 1
  AND s.level = 'indicator' AND s.from_year = :year AND s.from_code = :code
  AND s.relation IN ('same', 'renamed')
  AND v.kind IN ('estimate', 'year_end_estimate') AND v.year = :year AND v.value IS NOT NULL
"""


def _all(ask: Asker, year: int, query: Query) -> Answer:
    day = query.get("tarih") or ask.value(_LAST_DAY, year=year)
    columns = ("code", "target", "result", "difference", "share", "as_of")
    return Answer(columns, ask.rows(_ALL, year=year, day=day))


def _one(ask: Asker, year: int, query: Query) -> Answer:
    rows = ask.rows(_ONE, year=year, code=query["gosterge"])
    return Answer(("kind", "as_of", "value"), rows, keys=3)


ASKS: dict[str, Ask] = {"gerceklesmeler": _all, "gosterge-gerceklesme": _one}
