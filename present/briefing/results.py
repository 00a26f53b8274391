"""A briefing's words on results: the largest changes, the weakest targets, what does not add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from present.briefing.model import Section, Table, among, own, rest
from present.briefing.parts import Part
from present.briefing.steps import Step, from_actual, from_estimate, rankings, size
from present.findings import places
from present.findings import words as findings_words
from present.findings.model import Check, kinds
from present.indicators import words as indicators_words
from present.indicators.ambition import Ambition, summarise
from present.indicators.model import Figure, Indicator
from present.indicators.summary import summary_sentence
from present.kit import writing
from present.kit.quantity import difference, quantity
from present.kit.text import t

MOST_CHANGES, MOST_RATE_CHANGES, MOST_WEAK, MOST_FINDINGS = 4, 2, 3, 4

#: From the weakest target on: behind the estimate, behind the actual, no further than the estimate.
#: A rate at its ceiling can ask for no more and is not weak.
_WEAK: tuple[tuple[tuple[Ambition, ...], Step], ...] = (
    ((Ambition.BELOW_BOTH, Ambition.LOWER), from_estimate),
    ((Ambition.BELOW_ACTUAL,), from_actual),
    ((Ambition.REACHED, Ambition.KEPT), from_estimate),
)


def section(part: Part, address: str) -> Section:
    """What the indicators promise; a sentence where there is none."""
    title = t("briefing.results_title")
    if not part.indicators:
        return Section(title, t("briefing.results_none"))
    summary = summarise(indicator.assessment for indicator in part.indicators)
    tables = (changes(part), rate_changes(part), weakest(part, address))
    return Section(
        title,
        summary_sentence(summary, part.year),
        tables=tuple(table for table in tables if table.rows),
        note=_note(part),
    )


def _note(part: Part) -> str:
    """What the figures are, and where what came of the year stands, if a document tells of it."""
    outcomes = part.came_of.outcomes if part.came_of else ()
    is_told = any(outcome.year == part.year for outcome in outcomes)
    key = "briefing.results_note_told" if is_told else "briefing.results_note"
    return t(key, year=part.year, actual_year=part.year - 2)


def changes(part: Part) -> Table:
    """The largest changes of amounts from the actual to the target, as parts of the actual."""
    amounts, _ = rankings(_changed(part), from_actual)
    rows = [
        _change_row(indicator, writing.share(size(indicator, from_actual), 0))
        for indicator in amounts
        # Of nothing there is no part.
        if indicator.actual.value
    ]
    unranked = _unranked(part, lambda indicator: not indicator.is_rate, needs_part=True)
    return _changes_table("briefing.changes_title", part.year, rows[:MOST_CHANGES], unranked)


def rate_changes(part: Part) -> Table:
    """The largest changes of rates from the actual to the target, in percentage points."""
    _, rates = rankings(_changed(part), from_actual)
    rows = [
        _change_row(indicator, difference(size(indicator, from_actual), indicator.unit))
        for indicator in rates
    ]
    unranked = _unranked(part, lambda indicator: indicator.is_rate, needs_part=False)
    return _changes_table(
        "briefing.rate_changes_title", part.year, rows[:MOST_RATE_CHANGES], unranked
    )


def _unranked(part: Part, is_of: Callable[[Indicator], bool], *, needs_part: bool) -> int:
    """How many of the indicators can't be ranked by their change: a figure is not stated, or, of
    what is told as a part of the actual, the actual is zero."""
    return sum(
        indicator.assessment.gap is None or (needs_part and not indicator.actual.value)
        for indicator in part.indicators
        if is_of(indicator)
    )


def _changed(part: Part) -> list[Indicator]:
    return [indicator for indicator in part.indicators if indicator.assessment.gap]


def _change_row(indicator: Indicator, change: str) -> tuple[str, ...]:
    is_up = (indicator.assessment.gap or 0) > 0
    return (
        _name(indicator),
        _written(indicator, indicator.actual),
        _written(indicator, indicator.target),
        t("briefing.change_up" if is_up else "briefing.change_down", change=change),
    )


def _changes_table(title: str, year: int, rows: list[tuple[str, ...]], unranked: int) -> Table:
    return Table(
        t(title, actual_year=year - 2, target_year=year),
        (
            t("briefing.column_indicator"),
            t("briefing.column_actual", year=year - 2),
            t("briefing.column_target", year=year),
            t("briefing.column_change"),
        ),
        tuple(rows),
        (12, 4, 4, 4),
        frozenset({1, 2}),
        t("briefing.changes_left", count=writing.number(unranked)) if unranked else "",
    )


def weakest(part: Part, address: str) -> Table:
    """The targets that ask for less than the estimate, then those that ask for less than the
    actual, then those that ask for no more than the estimate; in each, amounts before rates."""
    weak = [
        indicator
        for ambitions, step in _WEAK
        for ranked in rankings(_with(part, ambitions), step)
        for indicator in ranked
    ]
    largest = weak[:MOST_WEAK]
    return Table(
        t("briefing.weak_title", estimate_year=part.year - 1, target_year=part.year),
        (
            t("briefing.column_indicator"),
            t("briefing.column_actual", year=part.year - 2),
            t("briefing.column_estimate", year=part.year - 1),
            t("briefing.column_target", year=part.year),
            t("briefing.column_word"),
        ),
        tuple(
            (
                _name(indicator),
                _written(indicator, indicator.actual),
                _written(indicator, indicator.estimate),
                _written(indicator, indicator.target),
                indicators_words.indicator_word(
                    indicator, indicator.estimate.year or part.year - 1
                ),
            )
            for indicator in largest
        ),
        (12, 4, 4, 4, 7),
        frozenset({1, 2, 3}),
        rest(len(weak) - len(largest), address),
    )


def _with(part: Part, ambitions: tuple[Ambition, ...]) -> list[Indicator]:
    return [
        indicator for indicator in part.indicators if indicator.assessment.ambition in ambitions
    ]


def _name(indicator: Indicator) -> str:
    return f"{indicator.code} {own(indicator.name)}"


def _written(indicator: Indicator, figure: Figure) -> str:
    if figure.value is None:
        return writing.not_stated()
    return quantity(figure.value, indicator.unit)


def findings(part: Part, address: str, checks: Sequence[Check]) -> Section:
    """Where the document disagrees with itself on this part; without a finding, how many of the
    ``checks`` looked."""
    title = t("briefing.findings_title")
    if not part.findings:
        return Section(title, findings_words.untouched(checks))
    items = []
    for finding in part.findings[:MOST_FINDINGS]:
        difference = findings_words.difference(finding)
        place = among(places.place(finding.location), places.own(finding.location))
        items.append(
            f"{place}: {own(finding.explanation)}" + (f" ({difference})" if difference else "")
        )
    return Section(
        title,
        t("briefing.findings_text", counted=findings_words.counted(kinds(part.findings))),
        items=tuple(items),
        note=rest(len(part.findings) - len(items), address),
    )
