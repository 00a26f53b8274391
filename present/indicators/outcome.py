"""What came of a setting's indicators: each with its figures of the year, and as of which day they
are shown."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from present.indicators.actuals import Expected, dates, expected, read
from present.indicators.choices import IndicatorChoices
from present.indicators.model import Indicator
from present.indicators.model import read as read_indicators
from present.indicators.results import Came, Result, results
from present.kit.documents import documents
from present.kit.keep import keep
from present.kit.setting import Setting


@keep(64)
def records(setting: Setting) -> tuple[Indicator, ...]:
    """All indicators of the programme, by goal and number."""
    return read_indicators(setting.frame("indicators"))


@keep(64)
def outcomes(setting: Setting) -> Mapping[str, Result]:
    """Every indicator of the programme with what came of it, by its code."""
    stated = setting.frame("indicator_results")
    if not len(stated):
        return results(records(setting), {}, {})
    known = documents(setting.year, setting.frame("documents"))
    actuals = read(stated, known, setting.year)
    return results(records(setting), actuals, _expected(setting))


def _expected(setting: Setting) -> Mapping[str, Expected]:
    """What the next year's programme expected of this one's year; nothing where there is none."""
    if setting.year + 1 not in {other.year for other in setting.years}:
        return {}
    later = setting.at(setting.year + 1)
    units = {indicator.code: indicator.unit for indicator in records(setting)}
    links, indicators = later.frame("succession"), later.frame("indicators")
    return expected(links, indicators, units, setting.year, later.year)


@keep(64)
def days(setting: Setting) -> tuple[datetime.date, ...]:
    """The days as of which any indicator has a result, the oldest first; none where no document of
    results was taken in."""
    return dates({code: result.actuals for code, result in outcomes(setting).items()})


def newest(setting: Setting) -> datetime.date | None:
    """The newest day as of which there are results; None where there are none."""
    return next(reversed(days(setting)), None)


def came(setting: Setting, choices: IndicatorChoices) -> Came | None:
    """What is shown beside the plan under ``choices``; None where there are no results."""
    as_of = day(setting, choices)
    return Came(outcomes(setting), as_of) if as_of else None


def day(setting: Setting, choices: IndicatorChoices) -> datetime.date | None:
    """The day of the results that are shown: the chosen one, else the newest; None where there are
    no results."""
    if choices.as_of is not None:
        return datetime.date.fromisoformat(choices.as_of)
    return newest(setting)
