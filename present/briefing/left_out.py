"""Which indicators of a part stand in no table of what came of promises, and why: each in one
sentence with all that are left out for the same reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from present.briefing.model import own
from present.change import plans
from present.change.matching import By
from present.indicators.model import Indicator
from present.kit import writing
from present.kit.setting import Setting
from present.kit.text import t
from present.promises.model import Promises
from present.promises.strands import Seam, Strand
from present.promises.words import began_text, ended_text, listed

#: How many indicators a sentence names; the rest is counted.
_MOST_NAMED = 6


def of_own_year(year: int, indicators: Iterable[Indicator], told: Collection[str]) -> str:
    """The indicators of which no document states the year's result, ``told`` being the codes of the
    others; empty where all are told of."""
    names = [_name(each.code, each.name) for each in indicators if each.code not in told]
    if not names:
        return ""
    return t("briefing.left_own", year=year, names=_named(names))


def of_earlier(
    setting: Setting, made: Promises, indicators: Sequence[Indicator], year: int
) -> tuple[str, ...]:
    """What the earlier ``year`` tells nothing comparable of: indicators of the part without promise
    or result there, and those of its goals there that the setting's programme doesn't have."""
    by_reason: dict[str, list[str]] = {}
    for name, why in (
        *_untold(setting, made, indicators, year),
        *_gone(setting, made, indicators, year),
    ):
        by_reason.setdefault(why, []).append(name)
    return tuple(
        t("briefing.left_earlier", year=year, names=_named(names), why=why)
        for why, names in by_reason.items()
    )


def _untold(
    setting: Setting, made: Promises, indicators: Sequence[Indicator], year: int
) -> Iterator[tuple[str, str]]:
    """The part's indicators without a pair of promise and result of the year, each with why."""
    for indicator in indicators:
        strand = made.strand(setting.year, indicator.code)
        if any(each.year == year and each.own and each.is_paired for each in made.of(strand)):
            continue
        yield _name(indicator.code, indicator.name), _why(setting, made, strand, indicator, year)


def _why(setting: Setting, made: Promises, strand: Strand, indicator: Indicator, year: int) -> str:
    end = strand.before
    if strand.indicator(year) is not None or end is None:
        return t("briefing.left_unpaired", year=year)
    if end.seam is Seam.UNIT:
        earlier = next(own for own in made.programmes if own.year == end.year)
        return t(
            "briefing.left_unit",
            year=end.year,
            now=setting.year,
            before=earlier.indicators[end.codes[0]].unit or writing.not_stated(),
            after=indicator.unit or writing.not_stated(),
        )
    return began_text(end)


def _gone(
    setting: Setting, made: Promises, indicators: Sequence[Indicator], year: int
) -> Iterator[tuple[str, str]]:
    """The earlier year's indicators, of goals that are the part's own, that did not go on into the
    setting's programme, each with what became of it. What went into one of the part's indicators is
    told of with that."""
    goals = _goals_before(setting, indicators, year)
    codes = {indicator.code for indicator in indicators}
    for strand, of_year in made.promised(year):
        end = strand.after
        if strand.indicator(setting.year) is not None or end is None:
            continue
        is_told = end.year == setting.year and bool(codes & set(end.codes))
        if of_year.indicator.goal in goals and not is_told:
            yield _name(of_year.own, of_year.indicator.name), ended_text(end)


def _goals_before(setting: Setting, indicators: Iterable[Indicator], year: int) -> frozenset[int]:
    """The earlier year's goals of which all that came of them belongs to the part: those of a goal
    of which the part has every indicator, and all where it has every indicator there is."""
    codes = {indicator.code for indicator in indicators}
    whole: dict[int, bool] = {}
    frame = setting.frame("indicators")
    for goal, number in zip(frame["goal"], frame["indicator"], strict=True):
        whole[int(goal)] = whole.get(int(goal), True) and f"{goal}.{number}" in codes
    if all(whole.values()):
        return frozenset(int(goal) for goal in setting.at(year).frame("goals")["goal"])
    own_goals = {str(goal) for goal, is_whole in whole.items() if is_whole}
    before: set[int] = set()
    for row in plans.years(setting, By.LEAF).rows:
        later = {item.key for item in row.of(setting.year)}
        if later and later <= own_goals:
            before |= {int(item.key) for item in row.of(year) if not item.is_residual}
    return frozenset(before)


def _name(code: str, name: str) -> str:
    return f"{code} {own(name)}"


def _named(names: Sequence[str]) -> str:
    """The first names; how many more there are."""
    more = len(names) - _MOST_NAMED
    if more <= 0:
        return listed(names)
    named = ", ".join(names[:_MOST_NAMED])
    return t("briefing.left_more", names=named, count=writing.number(more))
