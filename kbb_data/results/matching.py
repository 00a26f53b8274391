"""Which indicator of the programme a document means, by its number or by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.reading.wording import Wordings, alike, letters
from kbb_data.results.records import IndicatorResult
from kbb_data.rows import Row, Tables

#: What names an indicator in a message.
_WAY_OUT = "write its name in the file as the programme prints it"


def matched(
    results: Sequence[IndicatorResult], tables: Tables
) -> tuple[list[IndicatorResult], list[IndicatorResult]]:
    """The results with the numbers of the programme's indicators, and those of indicators that the
    programme does not have.

    Raises ``Unreadable`` for one that may be either of two, whose number and name name different
    ones, or that the document states twice with different words.
    """
    known = _Known(tables["indicators"])
    problems: list[Problem] = []
    taken: dict[tuple[int, int, str], IndicatorResult] = {}
    strangers = []
    for result in results:
        key = _key(result, known, problems)
        if key is None:
            strangers.append(result)
            continue
        own = replace(result, goal=key[0], indicator=key[1])
        before = taken.setdefault((*key, result.as_of), own)
        if before is not own and _said(before) != _said(own):
            problems.append(
                Problem(result.line, "indicators", f"indicator {key[0]}.{key[1]} once",
                        f"{quote(result.printed)}, and in line {before.line} "
                        f"{quote(before.printed)}; keep the right one")
            )  # fmt: skip
    if problems:
        raise Unreadable(problems)
    return list(taken.values()), strangers


def _said(result: IndicatorResult) -> tuple[object, ...]:
    return result.value, result.deviation_reason, result.measure_taken


class _Known:
    """The programme's indicators by their numbers and by their names."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self.numbered = {(row["goal"], row["indicator"]): row for row in rows}

    def named(self, name: str) -> list[Row]:
        """Those of that name; where none has its very letters those whose names are alike."""
        exact = self._exact.get(letters(name), [])
        places = () if exact else self._wordings.alike(name)
        return exact or [self._rows[each] for each in dict.fromkeys(at // 2 for at in places)]

    @cached_property
    def _exact(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._rows:
            for name in {letters(row["name"]), letters(row["name_printed"])}:
                found.setdefault(name, []).append(row)
        return found

    @cached_property
    def _wordings(self) -> Wordings:
        return Wordings(row[name] for row in self._rows for name in ("name", "name_printed"))


def _key(result: IndicatorResult, known: _Known, problems: list[Problem]) -> tuple[int, int] | None:
    """The numbers of the indicator that a result is of; ``None`` where the programme has none."""
    numbered = None
    if result.goal is not None and result.indicator is not None:
        numbered = known.numbered.get((result.goal, result.indicator))
    if numbered and (not result.name or _is(result.name, numbered)):
        return numbered["goal"], numbered["indicator"]
    fitting = known.named(result.name) if result.name else []
    if len(fitting) == 1:
        return fitting[0]["goal"], fitting[0]["indicator"]
    if fitting:
        numbers = " or ".join(f"{row['goal']}.{row['indicator']}" for row in fitting)
        problems.append(
            Problem(result.line, "indicators", "one indicator of the programme",
                    f"{quote(result.name)}, which may be {numbers}; {_WAY_OUT}, with its numbers")
        )  # fmt: skip
        return fitting[0]["goal"], fitting[0]["indicator"]
    if numbered:
        printed = quote(numbered["name_printed"])
        problems.append(
            Problem(result.line, "indicators",
                    f"the name of indicator {result.goal}.{result.indicator}, {printed}",
                    f"{quote(result.name)}; {_WAY_OUT}")
        )  # fmt: skip
        return numbered["goal"], numbered["indicator"]
    return None


def _is(name: str, row: Row) -> bool:
    return alike(name, row["name"]) or alike(name, row["name_printed"])
