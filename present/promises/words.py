"""The words of promises, estimates and results: sources, sentences, what became of an indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from present.indicators.actual_words import Said, changed, value_text
from present.indicators.actual_words import beside as beside_target
from present.indicators.actual_words import source as document_source
from present.indicators.actuals import Stated
from present.indicators.ambition import Direction
from present.indicators.words import direction, ratio_text
from present.kit import draft, writing
from present.kit.quantity import PERCENT, difference
from present.kit.text import t
from present.promises.model import Guess, Result, Year
from present.promises.strands import End, Seam, Strand


def listed(names: Sequence[object]) -> str:
    """``2024, 2025 ve 2026``; empty for none."""
    words = [str(name) for name in names]
    if len(words) < 2:
        return "".join(words)
    return t("promises.listed", first=", ".join(words[:-1]), last=words[-1])


def span(years: Sequence[int]) -> str:
    """``2023–2025`` from the first to the last of the years; a single one alone, empty for none."""
    return "–".join(str(year) for year in dict.fromkeys((*years[:1], *years[-1:])))


def sources(
    institution: str, programmes: Iterable[int], results: Iterable[Result], *, is_draft: bool
) -> str:
    """The programmes and the documents that figures come from."""
    results = list(results)
    years = {*programmes, *(result.programme for result in results if result.programme)}
    key = "promises.source" if len(years) > 1 else "promises.source_one"
    named = t(key, institution=institution, years=listed(sorted(years)))
    documents = dict.fromkeys(
        document_source(result.actual.stated) for result in results if result.actual
    )
    if documents:
        named = t("promises.source_documents", programmes=named, documents=" · ".join(documents))
    return draft.titled(named, is_draft)


def result_source(result: Result) -> str:
    """The title of the document, or the programme, that states a result."""
    if result.actual is not None:
        return result.actual.stated.document.title
    return t("promises.of_programme", programme=result.programme)


def result_day(result: Result) -> str | None:
    """The document's own day, as 2026-04-14; ``None`` where a programme states the result, and
    where nobody knows it."""
    day = result.actual.stated.document.date if result.actual else None
    return day.isoformat() if day else None


def also_cell(year: Year) -> str | None:
    """Other figures of a year's result and its promise in a few words; ``None`` for none."""
    said = []
    result, stated = year.result, _target_stated(year)
    if result is not None:
        for change in result.actual.changes if result.actual else ():
            key = "promises.also_corrected" if change.is_correction else "promises.also_before"
            said.append(t(key, value=value_text(change.before.value, year.unit)))
        for figure in result.otherwise:
            value = value_text(figure.value, year.unit)
            said.append(t("promises.also_result", programme=figure.programme, value=value))
    if year.repeated is not None:
        value = value_text(year.repeated.value, year.unit)
        said.append(t("promises.also_target", programme=year.repeated.programme, value=value))
    if stated is not None:
        said.append(t("promises.also_stated", value=value_text(stated.target, year.unit)))
    return "; ".join(said) or None


def titles(results: Iterable[Result]) -> tuple[str, ...]:
    """The documents' own words in their sources."""
    return tuple(
        dict.fromkeys(result.actual.stated.document.title for result in results if result.actual)
    )


def standing_text(year: Year) -> str:
    """How a year's result stands to its promise; empty where one of both is not stated."""
    return beside_target(year.standing, year.unit) if year.is_paired else ""


def judged(year: Year) -> str:
    """Where a year with promise and result ended, in the direction that is better; without such a
    direction, where it ended and that neither is better."""
    standing, step = year.standing, year.standing.difference
    assert step is not None
    words = {"year": year.year, "difference": difference(step, year.unit)}
    if step == 0:
        return t("promises.history_equal", **words)
    if standing.is_ahead is None:
        side = t("promises.history_above" if step > 0 else "promises.history_below", **words)
        return t("promises.history_way", said=side, direction=direction(standing.direction))
    is_less = standing.direction is Direction.LESS
    words["expects"] = t(f"indicators.actual.expects_{'less' if is_less else 'more'}")
    if standing.is_ahead:
        return t("promises.history_ahead", **words)
    return t("promises.history_behind", **words)


def also(year: Year) -> list[Said]:
    """What else is stated of a year's result and its promise: earlier and other figures."""
    said: list[Said] = []
    result, promise = year.result, year.promise
    if result is not None:
        if result.actual is not None:
            for change in result.actual.changes:
                told = changed(change, year.unit)
                text = t("promises.history_changed", year=year.year, said=told.text)
                said.append(Said(text, told.own))
        said += [
            Said(t("promises.history_otherwise", programme=figure.programme, year=year.year,
                   value=value_text(figure.value, year.unit)))
            for figure in result.otherwise
        ]  # fmt: skip
    if promise is None:
        return said
    words = {"year": year.year, "promise": value_text(promise.value, year.unit)}
    if year.repeated is not None:
        value = value_text(year.repeated.value, year.unit)
        programme = year.repeated.programme
        text = t("promises.history_repeated", programme=programme, value=value, **words)
        said.append(Said(text))
    stated = _target_stated(year)
    if stated is not None:
        text = t(
            "promises.history_stated",
            document=document_source(stated),
            value=value_text(stated.target, year.unit),
            **words,
        )
        said.append(Said(text, (stated.document.title,)))
    return said


def _target_stated(year: Year) -> Stated | None:
    """The document of the result where it repeats the target otherwise than the programme."""
    if year.result is None or year.result.actual is None or year.promise is None:
        return None
    stated = year.result.actual.stated
    if stated.target is None or stated.target == year.promise.value:
        return None
    return stated


def figures_text(year: Year) -> str:
    """A year's promise, estimate and result, as far as they are stated; empty for none."""
    figures = (("promise", year.promise), ("estimate", year.estimate), ("result", year.result))
    return ", ".join(
        t(f"promises.history_{name}", value=value_text(figure.value, year.unit))
        for name, figure in figures
        if figure is not None
    )


def year_text(year: Year) -> str:
    """A year of an indicator in a sentence; empty where nothing is stated of it."""
    said = figures_text(year)
    if not said:
        return ""
    standing = standing_text(year)
    if not standing:
        return t("promises.history_year", year=year.year, said=said)
    return t("promises.history_year_standing", year=year.year, said=said, standing=standing)


def ended_text(end: End) -> str:
    """Why an indicator does not go on into a later programme."""
    return t(f"promises.after_{end.seam}", year=end.year, codes=listed(end.codes))


def began_text(end: End) -> str:
    """Why an indicator does not go on from an earlier programme."""
    return t(f"promises.before_{end.seam}", year=end.year, codes=listed(end.codes))


def after_text(strand: Strand, year: int) -> str:
    """What becomes of an indicator of a year's programme in the next one."""
    following = next((own for own, _ in strand.members if own.year > year), None)
    if following is not None:
        code = strand.code(following.year)
        return t("promises.after_on", year=following.year, codes=code)
    return ended_text(strand.after) if strand.after else t("promises.after_last")


def ends(strand: Strand) -> list[str]:
    """Why a strand begins and ends where it does; empty where every programme has it. What is new
    or gone is no more than its years say."""
    return [
        t("promises.end", name=strand.newest.name, said=told(end))
        for end, told in ((strand.before, began_text), (strand.after, ended_text))
        if end is not None and end.seam not in (Seam.NEW, Seam.GONE)
    ]


def guess_text(guess: Guess) -> str:
    """How an estimate stands to the result: a part of it, between rates the points."""
    way = "above" if guess.difference > 0 else "below"
    if guess.difference == 0:
        return t("promises.guess_exact")
    if guess.year.unit == PERCENT:
        return t(f"promises.guess_points_{way}", points=difference(guess.difference, PERCENT))
    if guess.share is None:
        return t("promises.guess_uncounted")
    return t(f"promises.guess_share_{way}", share=share_text(guess))


def share_text(guess: Guess) -> str:
    """The size of an estimate's difference as a part of the result."""
    assert guess.share is not None
    return ratio_text(float(abs(guess.share)))


def guess_name(strand: Strand, guess: Guess) -> str:
    """An indicator and the year that an estimate speaks of; the code is that of the year's own
    programme, else of the newest."""
    year = guess.year
    code = year.own or strand.newest.code
    return t("promises.guess_name", code=code, name=year.indicator.name, year=year.year)


def cell(value: Any, write: Callable[[Any], str] = str) -> str:
    """A cell's words; a dash where there is nothing to say of the row."""
    return write(value) if writing.is_stated(value) else t("promises.no_cell")
