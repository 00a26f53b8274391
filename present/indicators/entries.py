"""The figures of indicators: what targets ask of each aim, progress bars, one's three years, and
what came of them in the year itself."""

from __future__ import annotations

from collections.abc import Iterable

from present.indicators import figures
from present.indicators.actual_figure import one_figure
from present.indicators.actual_list import all_figure
from present.indicators.ambition import Ambition
from present.indicators.choices import LIST, IndicatorChoices
from present.indicators.kinds import all_kinds, has_more_kinds, own_values
from present.indicators.model import Indicator, Order, order, select
from present.indicators.outcome import came, day, days, outcomes, records
from present.indicators.progress import progress_figure
from present.indicators.words import word
from present.kit import writing
from present.kit.entry import Entry, Known, always, only_figure
from present.kit.figure import Figure
from present.kit.quantity import unit_word
from present.kit.setting import Setting
from present.kit.text import t
from present.site import links, pages
from present.site.links import Thing

_PAGE = pages.INDICATORS.path


def unit_names(setting: Setting) -> dict[str, str]:
    """The spending units' names by slug."""
    units = setting.frame("spending_units")
    return dict(zip(units["spending_unit"], units["name"], strict=True))


def chosen(setting: Setting, choices: IndicatorChoices) -> tuple[Indicator, ...]:
    """The indicators that pass the filters, in the order asked for."""
    return order(select(records(setting), choices.filter()), Order(choices.order))


def by_aim(setting: Setting, choices: IndicatorChoices) -> Figure:
    """How the words are spread over the aims, of the indicators that pass the filters."""
    return figures.by_aim(
        chosen(setting, choices),
        setting.name,
        setting.year,
        is_dark=setting.is_dark,
        is_draft=setting.is_draft,
    )


def progress(setting: Setting, choices: IndicatorChoices) -> Figure:
    """The progress bars of the indicators that pass the filters."""
    indicators = chosen(setting, choices)
    address = links.maker(setting, Thing.INDICATOR)
    return progress_figure(
        indicators,
        scope(setting, choices),
        told_scope(setting, choices),
        setting.name,
        setting.year,
        {indicator.code: address(indicator.code) for indicator in indicators},
        came=came(setting, choices),
        is_dark=setting.is_dark,
        is_draft=setting.is_draft,
    )


def scope(setting: Setting, choices: IndicatorChoices) -> list[str]:
    """The words for each filter; none for no filter."""
    narrowed = choices.filter()
    indicators = records(setting)
    names = unit_names(setting)
    words = []
    if narrowed.aim is not None:
        aims = {indicator.aim: indicator.aim_short for indicator in indicators}
        words.append(t("indicators.option_aim", aim=narrowed.aim, name=aims[narrowed.aim]))
    if narrowed.goal is not None:
        words.append(t("indicators.progress.goal", number=narrowed.goal))
    if narrowed.unit is not None:
        words.append(names.get(narrowed.unit, narrowed.unit))
    if narrowed.measure is not None:
        measures = {indicator.measure: indicator.unit for indicator in indicators}
        unit = measures[narrowed.measure]
        words.append(unit_word(unit) if unit else t("indicators.no_unit"))
    words += [
        word(ambition, setting.year - 1) for ambition in Ambition if ambition in narrowed.ambitions
    ]
    if narrowed.text.strip():
        words.append(t("indicators.progress.search", words=narrowed.text.strip()))
    return words


def told_scope(setting: Setting, choices: IndicatorChoices) -> list[str]:
    """``scope`` as a sentence takes it: a goal with its statement."""
    goal = choices.filter().goal
    number = t("indicators.progress.goal", number=goal)
    statements = {indicator.goal: indicator.goal_statement for indicator in records(setting)}
    return [
        t(
            "indicators.progress.told_goal",
            number=goal,
            statement=writing.unstopped(statements[goal]),
        )
        if goal is not None and word == number
        else word
        for word in scope(setting, choices)
    ]


def three_years(setting: Setting, choices: IndicatorChoices) -> Figure:
    """One indicator's actual, estimate and target, and what else of it a programme budget prints.
    Raises ``StopIteration`` for an unknown one."""
    indicator = next(
        indicator for indicator in records(setting) if indicator.code == choices.indicator
    )
    is_told = outcomes(setting)[indicator.code].is_told()
    if setting.is_programme_budget:
        values = own_values(setting.frame("indicator_values"), indicator)
        if has_more_kinds(values):
            return all_kinds(
                indicator,
                values,
                setting.name,
                setting.year,
                is_told=is_told,
                is_dark=setting.is_dark,
                is_draft=setting.is_draft,
            )
    return figures.three_years(
        indicator,
        setting.name,
        setting.year,
        is_told=is_told,
        is_dark=setting.is_dark,
        is_draft=setting.is_draft,
    )


def actuals(setting: Setting, choices: IndicatorChoices) -> Figure:
    """What came of the indicators that pass the filters, as of a day; there has to be a
    document of results."""
    as_of = day(setting, choices)
    assert as_of is not None, "no document of results was taken in"
    every, address = outcomes(setting), links.maker(setting, Thing.INDICATOR)
    members = [every[indicator.code] for indicator in chosen(setting, choices)]
    return all_figure(
        members,
        as_of,
        scope(setting, choices),
        told_scope(setting, choices),
        setting.name,
        setting.year,
        {result.indicator.code: address(result.indicator.code) for result in members},
        is_dark=setting.is_dark,
        is_draft=setting.is_draft,
    )


def actual(setting: Setting, choices: IndicatorChoices) -> Figure:
    """What came of one indicator as of each day of its year. Raises ``KeyError`` for an unknown
    one, ``IndexError`` for one that no document states anything of."""
    assert choices.indicator is not None
    return one_figure(
        outcomes(setting)[choices.indicator],
        setting.name,
        setting.year,
        is_dark=setting.is_dark,
        is_draft=setting.is_draft,
    )


def known(setting: Setting) -> Known:
    """The codes that the data allow."""
    indicators = records(setting)
    return {
        "aim": {str(indicator.aim) for indicator in indicators},
        "goal": {str(indicator.goal) for indicator in indicators},
        "unit": {unit for indicator in indicators for unit in indicator.units},
        "measure": {indicator.measure for indicator in indicators},
        "indicator": {indicator.code for indicator in indicators},
        "as_of": {as_of.isoformat() for as_of in days(setting)},
    }


def _known_with_actuals(setting: Setting) -> Known:
    """As ``known``, but of the indicators those alone that have a result."""
    with_actuals = {code for code, result in outcomes(setting).items() if result.actuals}
    return {**known(setting), "indicator": with_actuals}


def _ambition_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    return (IndicatorChoices(),) if records(setting) else ()


def _progress_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    """The indicators of each aim; a goal's or a unit's are a choice away."""
    aims = sorted({indicator.aim for indicator in records(setting)})
    return (IndicatorChoices(aim=str(aim)) for aim in aims)


def _indicator_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    """The indicator whose target asks for most, as an example of all of them."""
    for indicator in chosen(setting, IndicatorChoices(order=Order.DISTANCE.value)):
        if indicator.assessment.ambition is not Ambition.NOT_COMPARABLE:
            yield IndicatorChoices(indicator=indicator.code)
            return
    # A programme budget's figures say something before anybody judged a direction.
    if setting.is_programme_budget:
        yield from (
            IndicatorChoices(indicator=indicator.code) for indicator in records(setting)[:1]
        )


def _days_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    """The newest day's results, then those of the days before."""
    every = [as_of.isoformat() for as_of in days(setting)]
    if every:
        yield IndicatorChoices()
    yield from (IndicatorChoices(as_of=as_of) for as_of in reversed(every[:-1]))


def _actual_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    """The indicator about which documents say most, as an example of all of them."""
    told = [result for result in outcomes(setting).values() if result.actuals]
    if told:
        most = max(told, key=lambda result: sum(1 + len(of.changes) for of in result.actuals))
        yield IndicatorChoices(indicator=most.indicator.code)


def _is_list(choices: IndicatorChoices) -> bool:
    """Whether the page shows the list, whose bars are those of results where there are any."""
    return choices.view == LIST


ENTRIES = (
    Entry("hirs", _PAGE, "gostergeler", always(IndicatorChoices), known,
          only_figure(by_aim), _ambition_presets),
    Entry("ilerleme", _PAGE, "gostergeler", always(IndicatorChoices), known,
          only_figure(progress), _progress_presets),
    Entry("gosterge", _PAGE, "gostergeler", always(IndicatorChoices), known,
          only_figure(three_years), _indicator_presets, needed="indicator"),
    Entry("gerceklesmeler", _PAGE, "gostergeler", always(IndicatorChoices), known,
          only_figure(actuals), _days_presets, leads=_is_list),
    Entry("gosterge-gerceklesme", _PAGE, "gostergeler", always(IndicatorChoices),
          _known_with_actuals, only_figure(actual), _actual_presets, needed="indicator",
          leads=lambda choices: True),
)  # fmt: skip
