"""A briefing's words on results: the largest changes, the weakest targets, what does not add up."""

from __future__ import annotations

from decimal import Decimal

from present.briefing.model import Section, Table, own
from present.briefing.money import rest
from present.briefing.parts import Part
from present.briefing.questions import relative_step
from present.findings import words as findings_words
from present.findings.model import kinds
from present.indicators import words as indicators_words
from present.indicators.ambition import Ambition, summarise
from present.indicators.model import Figure, Indicator
from present.kit import writing
from present.kit.quantity import quantity
from present.kit.text import t

MOST_CHANGES, MOST_WEAK, MOST_FINDINGS = 6, 6, 4

#: From the weakest target on: behind the estimate, then no further than it.
_WEAK = (Ambition.LOWER, Ambition.REACHED, Ambition.KEPT)


def section(part: Part, address: str) -> Section:
    """What the indicators promise; a sentence where there is none."""
    title = t("briefing.results_title")
    if not part.indicators:
        return Section(title, t("briefing.results_none"), is_overleaf=True)
    summary = summarise(indicator.assessment for indicator in part.indicators)
    tables = [table for table in (changes(part), weakest(part, address)) if table.rows]
    return Section(
        title,
        indicators_words.summary_sentence(summary, part.year),
        tables=tuple(tables),
        note=t("briefing.results_note", year=part.year, actual_year=part.year - 2),
        is_overleaf=True,
    )


def relative_change(indicator: Indicator) -> Decimal | None:
    """Target less actual as a part of the actual; ``None`` where one is not stated or is zero."""
    actual, target = indicator.actual.value, indicator.target.value
    if actual is None or target is None or not actual:
        return None
    return (target - actual) / abs(actual)


def changes(part: Part) -> Table:
    """The largest changes from the actual to the target, measured by the actual."""
    changed = [
        (change, indicator)
        for indicator in part.indicators
        if (change := relative_change(indicator))
    ]
    changed.sort(key=lambda pair: -abs(pair[0]))
    rows = []
    for change, indicator in changed[:MOST_CHANGES]:
        key = "briefing.change_up" if change > 0 else "briefing.change_down"
        rows.append(
            (
                _name(indicator),
                _written(indicator, indicator.actual),
                _written(indicator, indicator.target),
                t(key, share=writing.share(abs(change), 0)),
            )
        )
    return Table(
        t("briefing.changes_title", actual_year=part.year - 2, target_year=part.year),
        (
            t("briefing.column_indicator"),
            t("briefing.column_actual", year=part.year - 2),
            t("briefing.column_target", year=part.year),
            t("briefing.column_change"),
        ),
        tuple(rows),
        (12, 4, 4, 4),
        frozenset({1, 2}),
    )


def weakest(part: Part, address: str) -> Table:
    """The targets that ask for less than the estimate, then those that ask for no more."""
    weak = [indicator for indicator in part.indicators if indicator.assessment.ambition in _WEAK]
    weak.sort(
        key=lambda indicator: (
            _WEAK.index(indicator.assessment.ambition),
            -relative_step(indicator),
        )
    )
    largest = weak[:MOST_WEAK]
    return Table(
        t("briefing.weak_title", estimate_year=part.year - 1, target_year=part.year),
        (
            t("briefing.column_indicator"),
            t("briefing.column_estimate", year=part.year - 1),
            t("briefing.column_target", year=part.year),
            t("briefing.column_word"),
        ),
        tuple(
            (
                _name(indicator),
                _written(indicator, indicator.estimate),
                _written(indicator, indicator.target),
                indicators_words.indicator_word(
                    indicator, indicator.estimate.year or part.year - 1
                ),
            )
            for indicator in largest
        ),
        (10, 3, 3, 6),
        frozenset({1, 2}),
        rest(len(weak) - len(largest), address),
    )


def _name(indicator: Indicator) -> str:
    return f"{indicator.code} {own(indicator.name)}"


def _written(indicator: Indicator, figure: Figure) -> str:
    if figure.value is None:
        return writing.not_stated()
    return quantity(figure.value, indicator.unit)


def findings(part: Part, address: str) -> Section:
    """Where the document disagrees with itself on this part."""
    title = t("briefing.findings_title")
    if not part.findings:
        return Section(title, t("briefing.findings_none"))
    items = []
    for finding in part.findings[:MOST_FINDINGS]:
        difference = findings_words.difference(finding)
        items.append(
            f"{own(finding.location)}: {own(finding.explanation)}"
            + (f" ({difference})" if difference else "")
        )
    return Section(
        title,
        t("briefing.findings_text", counted=findings_words.counted(kinds(part.findings))),
        items=tuple(items),
        note=rest(len(part.findings) - len(items), address),
    )
