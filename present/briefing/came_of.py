"""What was promised by a part's indicators and what came of it: of the programme's own year as the
newest document says, and of the newest year before it that has promises with results."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from present.briefing import left_out
from present.briefing.model import Section, Table, among, own, rest
from present.indicators.actual_words import beside, source, value_text
from present.indicators.actuals import Actual, Standing, Stated
from present.indicators.model import Indicator
from present.indicators.outcome import outcomes
from present.kit import writing
from present.kit.setting import Setting
from present.kit.text import t
from present.promises import entries
from present.promises.choices import KeptChoices
from present.promises.model import Guess, Promises, Year
from present.promises.words import listed, result_source, sources
from present.site import pages

#: How many indicators a year's table holds; the rest is counted.
_MOST = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a year's programme promised by an indicator, and what came of it up to ``as_of``.

    ``code`` and ``name``: as that year's programme has them; ``stated``: what the newest document
    says, ``None`` where a later programme alone prints the result; ``source``: whichever of the two
    it is, in words; ``guess``: what the next programme had estimated, where it did.
    """

    year: int
    code: str
    name: str
    unit: str
    standing: Standing
    as_of: datetime.date
    stated: Stated | None
    source: str
    guess: Guess | None = None

    @property
    def target(self) -> Decimal | None:
        """The target, as the year's programme states it."""
        return self.standing.target

    @property
    def value(self) -> Decimal | None:
        """What came."""
        return self.standing.value

    @property
    def is_missed(self) -> bool:
        """Whether the year ended behind its target."""
        return self.standing.is_ahead is False

    @property
    def altered(self) -> Decimal | None:
        """The target as the result's document repeats it, where it is another than the programme's;
        else ``None``."""
        repeated = self.stated.target if self.stated else None
        return None if self.target is None or repeated == self.target else repeated

    @property
    def reason(self) -> str:
        """Why it deviates, in the document's words; empty where it gives none."""
        return self.stated.reason if self.stated else ""


@dataclass(frozen=True, slots=True)
class CameOf:
    """What came of a part's promises: the programme's own year (empty where no document tells of
    it), and an earlier one (empty likewise), each in the document's order;
    ``promised_in``: the programmes, as a source names them; ``left_out``: which indicators stand in
    neither, and why."""

    own: tuple[Outcome, ...]
    earlier: tuple[Outcome, ...]
    promised_in: str
    own_address: str
    earlier_address: str
    left_out: tuple[str, ...] = ()

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All of them, those of the own year first."""
        return self.own + self.earlier

    @property
    def section(self) -> Section:
        """Both years with their tables under one heading."""
        told = [
            (outcomes, address)
            for outcomes, address in (
                (self.own, self.own_address),
                (self.earlier, self.earlier_address),
            )
            if outcomes
        ]
        return Section(
            t("briefing.came_title"),
            " ".join(_sentence(outcomes) for outcomes, _ in told),
            tables=tuple(_table(outcomes, address) for outcomes, address in told),
            items=self.left_out,
            note=t("briefing.came_note", source=self.promised_in) if told else "",
        )


def of_indicators(setting: Setting, indicators: Iterable[Indicator]) -> CameOf | None:
    """What came of these indicators of the setting's programme; ``None`` where no document and no
    other programme tells of any."""
    indicators = tuple(indicators)
    has_results = bool(len(setting.frame("indicator_results")))
    if not indicators or not (has_results or len(setting.years) > 1):
        return None
    made = entries.promises(setting)
    strands = [made.strand(setting.year, indicator.code) for indicator in indicators]
    years = [own for strand in strands for own in made.of(strand) if own.is_paired and own.own]
    before = [own.year for own in years if own.year < setting.year]
    # Where the part has no pair of its own, what kept it from the institution's newest is told.
    before = before or [year for year in made.kept_years if year < setting.year]
    newest = max(before, default=None)
    earlier = tuple(_of_year(own) for own in years if own.year == newest)
    guesses = {own.own: own.guess for own in years if own.year == setting.year}
    current = tuple(_of_own_year(setting, indicators, guesses))
    missing = _missing(setting, made, indicators, current, newest)
    if not current and not earlier and not missing:
        return None
    told = {*([setting.year] if current else []), *([newest] if newest else [])}
    guessed = {
        outcome.guess.year.estimate.programme
        for outcome in (*current, *earlier)
        if outcome.guess and outcome.guess.year.estimate
    }
    is_draft = any(own.is_draft for own in setting.years if own.year in told | guessed)
    return CameOf(
        current,
        earlier,
        sources(own(setting.name), told, (), is_draft=is_draft or setting.is_draft),
        setting.link(pages.INDICATORS.path),
        setting.link(entries.PATH, KeptChoices(str(newest))) if newest else "",
        missing,
    )


def _missing(
    setting: Setting,
    made: Promises,
    indicators: Sequence[Indicator],
    current: Sequence[Outcome],
    earlier: int | None,
) -> tuple[str, ...]:
    """Which indicators a year's table does not hold, and why: of the own year where documents tell
    of any of the part's, of the earlier year where there is one."""
    missing: list[str] = []
    if current:
        told = {outcome.code for outcome in current}
        missing.append(left_out.of_own_year(setting.year, indicators, told))
    if earlier is not None:
        missing += left_out.of_earlier(setting, made, indicators, earlier)
    return tuple(filter(None, missing))


def _of_own_year(
    setting: Setting, indicators: Sequence[Indicator], guesses: dict[str, Guess | None]
) -> Iterator[Outcome]:
    """The newest figure of the year that a document states, of each indicator that has one."""
    results = outcomes(setting)
    for indicator in indicators:
        result = results[indicator.code]
        actual = _newest(result.actuals)
        if actual is None:
            continue
        standing = result.standing(actual)
        yield Outcome(
            setting.year,
            indicator.code,
            indicator.name,
            indicator.unit,
            standing,
            actual.as_of,
            actual.stated,
            source(actual.stated),
            guesses.get(indicator.code) if standing.is_year_end else None,
        )


def _newest(actuals: Sequence[Actual]) -> Actual | None:
    stated = [actual for actual in actuals if actual.stated.value is not None]
    return stated[-1] if stated else None


def _of_year(year: Year) -> Outcome:
    """An ended year with its promise and its result."""
    assert year.result is not None
    actual = year.result.actual
    return Outcome(
        year.year,
        year.own,
        year.indicator.name,
        year.unit,
        year.standing,
        datetime.date(year.year, 12, 31),
        actual.stated if actual else None,
        source(actual.stated) if actual else result_source(year.result),
        year.guess,
    )


def _sentence(outcomes: Sequence[Outcome]) -> str:
    """Of how many indicators a year's result is stated, and where those of its end stand."""
    year, count = outcomes[0].year, writing.number(len(outcomes))
    ended = Counter(map(_end, outcomes))
    counts = [
        t(f"briefing.came_{name}", count=writing.number(ended[name]))
        for name in ("ahead", "behind", "equal", "undirected", "under_way", "apart")
        if ended[name]
    ]
    return t("briefing.came_text", year=year, count=count, said=listed(counts))


def _end(outcome: Outcome) -> str:
    standing = outcome.standing
    if standing.span is None:
        return "apart"
    if not standing.is_year_end:
        return "under_way"
    if standing.is_equal:
        return "equal"
    if standing.is_ahead is None:
        return "undirected"
    return "ahead" if standing.is_ahead else "behind"


def _table(outcomes: Sequence[Outcome], address: str) -> Table:
    """The indicators of a year, those behind their targets first, then in the document's order.
    A day and document that all rows share stands once below them."""
    rows = sorted(outcomes, key=lambda outcome: not outcome.is_missed)
    year, shown = outcomes[0].year, rows[:_MOST]
    sources = {_day_and_source(outcome) for outcome in shown}
    is_of_one = len(sources) == 1
    notes = (
        t("briefing.came_all_from", source=sources.pop()) if is_of_one else "",
        rest(len(rows) - _MOST, address),
    )
    return Table(
        t("briefing.came_table", year=year),
        (
            t("briefing.column_indicator"),
            t("briefing.column_target", year=year),
            t("briefing.column_result"),
            t("briefing.column_standing"),
            t("briefing.column_reason"),
            *([] if is_of_one else [t("briefing.column_document")]),
        ),
        tuple(
            (*_row(outcome), *([] if is_of_one else [_day_and_source(outcome)]))
            for outcome in shown
        ),
        (7, 5, 4, 6, 7) if is_of_one else (7, 5, 4, 4, 6, 6),
        frozenset({1, 2}),
        " ".join(filter(None, notes)),
    )


def _day_and_source(outcome: Outcome) -> str:
    return t("briefing.came_source", day=writing.date(outcome.as_of), source=_source(outcome))


def _row(outcome: Outcome) -> tuple[str, ...]:
    return (
        f"{outcome.code} {own(outcome.name)}",
        _target(outcome),
        value_text(outcome.value, outcome.unit),
        beside(outcome.standing, outcome.unit),
        _reason(outcome),
    )


def _target(outcome: Outcome) -> str:
    """The programme's target, and the one that the result's document repeats where it differs."""
    promised = value_text(outcome.target, outcome.unit)
    altered = outcome.altered
    if altered is None:
        return promised
    return t("briefing.came_altered", promised=promised, altered=value_text(altered, outcome.unit))


def _source(outcome: Outcome) -> str:
    """The document that states a result, its own words set off; else the programme that does."""
    return among(outcome.source, [outcome.stated.document.title] if outcome.stated else [])


def _reason(outcome: Outcome) -> str:
    """Why it deviates and what is done about it, in the document's words; that it gives no reason
    where the year ended elsewhere than at its target, else a stroke."""
    stated = outcome.stated
    if stated is not None and (stated.reason or stated.measure):
        measure = t("briefing.came_measure", measure=own(stated.measure)) if stated.measure else ""
        return " ".join(part for part in (own(stated.reason) if stated.reason else "", measure)
                        if part)  # fmt: skip
    standing = outcome.standing
    if standing.is_year_end and not standing.is_equal and stated is not None:
        return t("briefing.came_no_reason")
    return t("briefing.came_no_cell")
