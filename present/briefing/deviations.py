"""Questions that deviations ask: targets that were missed, targets that were altered after the
event, estimates that were far off."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from present.briefing.came_of import Outcome
from present.briefing.model import own
from present.briefing.parts import Part
from present.execution.words import document_name
from present.indicators.actual_words import value_text
from present.kit import writing
from present.kit.quantity import difference
from present.kit.text import t
from present.promises.words import guess_text

#: From when on an estimate is far off: a part of the result, and for rates percentage points.
FAR_SHARE, FAR_POINTS = Fraction(1, 10), Decimal(5)


def missed_silent(part: Part) -> Iterator[str]:
    """Years that ended behind their targets without a reason in the document, the farthest
    first."""
    for outcome in _missed(part):
        if outcome.stated is not None and not outcome.reason:
            yield t("briefing.ask_missed_silent", **_words(outcome))


def missed_reason(part: Part) -> Iterator[str]:
    """Years that ended behind their targets for a reason that the document gives, the farthest
    first."""
    for outcome in _missed(part):
        if outcome.reason:
            reason = own(writing.unstopped(outcome.reason))
            yield t("briefing.ask_missed_reason", reason=reason, **_words(outcome))


def target_altered(part: Part) -> Iterator[str]:
    """Targets that the document of the result repeats otherwise than the programme states them."""
    for outcome in _outcomes(part):
        if outcome.altered is not None:
            altered = value_text(outcome.altered, outcome.unit)
            yield t("briefing.ask_target_altered", altered=altered, **_words(outcome))


def estimate_far(part: Part) -> Iterator[str]:
    """Estimates of an ended year that were far from its result, amounts before rates, the farthest
    first."""
    for outcome in sorted(filter(_is_far, _outcomes(part)), key=_distance):
        guess = outcome.guess
        assert guess is not None
        assert guess.year.estimate is not None
        yield t(
            "briefing.ask_estimate_far",
            programme=guess.year.estimate.programme,
            estimate=value_text(guess.estimate, outcome.unit),
            standing=guess_text(guess),
            **_words(outcome),
        )


def _outcomes(part: Part) -> tuple[Outcome, ...]:
    return part.came_of.outcomes if part.came_of else ()


def _missed(part: Part) -> list[Outcome]:
    """Amounts by how near they came to their target, the farthest first; then what has no such
    part (rates, targets of zero), as the document has them."""

    def key(outcome: Outcome) -> tuple[bool, Fraction]:
        nearness = outcome.standing.nearness
        return nearness is None, Fraction(0) if nearness is None else nearness

    return sorted((outcome for outcome in _outcomes(part) if outcome.is_missed), key=key)


def _is_far(outcome: Outcome) -> bool:
    guess = outcome.guess
    if guess is None:
        return False
    if outcome.standing.is_rate:
        return abs(guess.difference) >= FAR_POINTS
    return guess.share is not None and abs(guess.share) >= FAR_SHARE


def _distance(outcome: Outcome) -> tuple[bool, Fraction]:
    guess = outcome.guess
    assert guess is not None
    size = guess.share if guess.share is not None else Fraction(guess.difference)
    return guess.share is None, -abs(size)


def _words(outcome: Outcome) -> dict[str, str]:
    step = outcome.standing.difference
    return {
        "code": outcome.code,
        "name": own(outcome.name),
        "year": str(outcome.year),
        "target": value_text(outcome.target, outcome.unit),
        "value": value_text(outcome.value, outcome.unit),
        "day": writing.date(outcome.as_of),
        "document": _document(outcome),
        "step": "" if step is None else difference(step, outcome.unit),
    }


def _document(outcome: Outcome) -> str:
    """The document of a result by title and day, its own words set off; else the programme that
    prints the result."""
    stated = outcome.stated
    if stated is None:
        return outcome.source
    return document_name(stated.document, own)
