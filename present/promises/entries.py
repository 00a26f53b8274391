"""The figures of promises, estimates and results as the registry knows them; none where nothing
promised or estimated has its result."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from present.indicators.actuals import read
from present.indicators.model import Indicator
from present.indicators.outcome import records
from present.kit.documents import documents
from present.kit.entry import OF_YEARS, Entry, Known, NoChoices, always, no_codes, only_figure
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Setting
from present.promises.choices import HistoryChoices, KeptChoices, PromiseChoices
from present.promises.guesses import guess_figure
from present.promises.history import history_figure
from present.promises.kept import kept_figure
from present.promises.model import Promises
from present.promises.strands import Planned, Programme, judged_of
from present.site import pages

PATH = pages.PROMISES.path

#: The names of the figures, in their order on the page.
KEPT, GUESSES, HISTORY = "soz-ozeti", "tahmin-isabeti", "soz-ve-sonuc"


def promises(setting: Setting) -> Promises:
    """All that the institution's programmes and documents say of their indicators; the same from
    whichever of its years it is asked."""
    years = programmes(setting)
    return _promises(setting.at(years[-1]).bare)


@keep(64)
def _promises(newest: Setting) -> Promises:
    return Promises(tuple(_programme(newest.at(year)) for year in programmes(newest)))


def programmes(setting: Setting) -> tuple[int, ...]:
    """The years of the institution's programmes, oldest first."""
    return tuple(own.year for own in setting.years) or (setting.year,)


def _programme(setting: Setting) -> Programme:
    results = setting.frame("indicator_results")
    known = documents(setting.year, setting.frame("documents"))
    spoken = {int(day[:4]) for day in results["as_of"]}
    return Programme(
        setting.year,
        setting.form,
        {indicator.code: indicator for indicator in records(setting)},
        {year: read(results, known, year) for year in sorted(spoken)},
        _planned(setting),
        judged_of(setting.frame("succession").to_dict("records")),
    )


def _planned(setting: Setting) -> dict[str, tuple[Planned, ...]]:
    """What a programme budget repeats as earlier years' targets, by the indicator's code."""
    if not setting.is_programme_budget:
        return {}
    values = setting.frame("indicator_values")
    rows = values[values["kind"] == "planned"].to_dict("records")
    return {
        code: tuple(Planned(int(row["year"]), row["value"], row["printed"]) for row in own)
        for code, own in groupby(rows, key=lambda row: f"{row['goal']}.{row['indicator']}")
    }


def promised_year(setting: Setting, choices: Any) -> int:
    """The year whose promises are shown: the chosen one, else the programme's own where its results
    are known, else the newest of which they are. Raises ``IndexError`` where there is none."""
    years = promises(setting).kept_years
    if choices.promised is not None:
        return int(choices.promised)
    return setting.year if setting.year in years else years[-1]


def known(setting: Setting) -> Known:
    """The codes that addresses may carry, by field of ``PromiseChoices``."""
    made = promises(setting)
    return {
        "promised": tuple(str(year) for year in made.kept_years),
        "indicator": made.told(setting.year),
    }


def kept(setting: Setting, choices: KeptChoices | PromiseChoices) -> Figure:
    """The promises of a year. Raises ``IndexError`` where no result is known."""
    made, year = promises(setting), promised_year(setting, choices)
    return kept_figure(
        made.promised(year),
        year,
        setting.background,
        {code: _address(setting, year, code) for code in made.told(year)},
        is_draft=_is_draft(setting),
    )


def guesses(setting: Setting, choices: object) -> Figure:
    """The estimates of all years. Raises ``IndexError`` where none has its result."""
    made = promises(setting)
    told = {
        (year, code): _address(setting, year, code)
        for year in programmes(setting)
        for code in made.told(year)
    }
    rows = [
        (strand, guess)
        for strand in made.strands
        for of_year in made.of(strand)
        if (guess := of_year.guess) is not None
    ]
    return guess_figure(rows, setting.background, told, is_draft=_is_draft(setting))


def history(setting: Setting, choices: HistoryChoices | PromiseChoices) -> Figure:
    """One indicator over the years. Raises ``KeyError`` for one that the programme does not
    have."""
    made = promises(setting)
    assert choices.indicator is not None
    strand = made.strand(setting.year, choices.indicator)
    return history_figure(
        strand,
        made.of(strand),
        choices.indicator,
        setting.background,
        is_draft=_is_draft(setting),
    )


def indicator(setting: Setting, code: str) -> Indicator:
    """An indicator of the programme by its code. Raises ``KeyError``."""
    found = promises(setting).strand(setting.year, code).indicator(setting.year)
    assert found is not None
    return found


def _address(setting: Setting, year: int, code: str) -> str:
    return setting.at(year).link(PATH, HistoryChoices(code))


def _is_draft(setting: Setting) -> bool:
    return setting.is_draft or any(own.is_draft for own in setting.years)


def _kept_presets(setting: Setting) -> Iterator[KeptChoices]:
    """The promises of the year at hand, then those of the other years, the newest first."""
    years = promises(setting).kept_years
    if years:
        shown = promised_year(setting, KeptChoices())
        yield KeptChoices()
        yield from (KeptChoices(str(year)) for year in reversed(years) if year != shown)


def _guess_presets(setting: Setting) -> Iterator[NoChoices]:
    if promises(setting).guesses:
        yield NoChoices()


def first_told(setting: Setting) -> str:
    """The indicator of which most is told, as an example of all of them; empty where there is
    none."""
    made = promises(setting)
    codes = made.told(setting.year)
    return max(codes, key=lambda code: _told(made, setting.year, code), default="")


def _told(made: Promises, year: int, code: str) -> int:
    """How many of an indicator's years have a promise or an estimate beside a result."""
    years = made.of(made.strand(year, code))
    return sum(each.is_paired + (each.guess is not None) for each in years)


def _history_presets(setting: Setting) -> Iterator[HistoryChoices]:
    if code := first_told(setting):
        yield HistoryChoices(code)


ENTRIES = (
    Entry(KEPT, PATH, OF_YEARS, always(KeptChoices), known, only_figure(kept), _kept_presets,
          of_years=True),
    Entry(GUESSES, PATH, OF_YEARS, always(NoChoices), no_codes, only_figure(guesses),
          _guess_presets, of_years=True),
    Entry(HISTORY, PATH, OF_YEARS, always(HistoryChoices), known, only_figure(history),
          _history_presets, needed="indicator", of_years=True),
)  # fmt: skip
