"""The figures of spending units: all of them, and one unit's activities and lines."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from present.budget.model import are_stated
from present.council import entries as council
from present.findings import entries as findings
from present.findings.subjects import plan
from present.kit.entry import Entry, Known, always, only_figure
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.writing import is_stated
from present.site.links import Thing, maker
from present.site.pages import UNITS
from present.units import figures, html, model
from present.units.choices import UnitChoices
from present.units.model import GoalPart, Order, Unit, ordered


@keep(32)
def units(setting: Setting) -> tuple[Unit, ...]:
    """All spending units, in Turkish alphabetical order."""
    return model.read(setting.frame("spending_units"), setting.frame("activities"), setting.lines)


def unit(setting: Setting, slug: str | None) -> Unit:
    """The unit of that slug. Raises ``StopIteration`` where there is none."""
    return next(unit for unit in units(setting) if unit.slug == slug)


@keep(64)
def goal_parts(setting: Setting, slug: str) -> tuple[GoalPart, ...]:
    """The goals that the unit of that slug has activities in; none for an unknown one."""
    return model.goal_parts(slug, setting.frame("activities"), setting.lines)


@keep(64)
def touching(setting: Setting, slug: str) -> Markup:
    """The findings on the document that touch the unit of that slug; a calm sentence
    where there is none. Raises ``StopIteration`` for an unknown one."""
    tree = plan(setting.frame("activities"), setting.frame("goals"), setting.frame("assets"))
    rows = model.touching(unit(setting, slug), setting.frame("findings"), tree)
    return findings.told(setting, rows)


@keep(64)
def serving(setting: Setting, slug: str) -> Markup:
    """That the unit of that slug works for the institution itself, with the judged reason; empty
    for others."""
    frame = setting.frame("spending_units")
    reason = frame.loc[frame["spending_unit"] == slug, "serves_all"].iloc[0]
    return html.serving_html(str(reason)) if is_stated(reason) else Markup("")


@keep(64)
def committees(setting: Setting, slug: str) -> Markup:
    """The committees that deal with the work of the unit of that slug; empty where there is
    none. Raises ``StopIteration`` for an unknown one."""
    return html.committees_html(
        unit(setting, slug),
        council.record(setting),
        setting.frame("activities"),
        maker(setting, Thing.COMMITTEE),
    )


def all_units(setting: Setting, choices: UnitChoices) -> Figure:
    """All units in the order asked for."""
    return figures.units_figure(
        ordered(units(setting), Order(choices.order)),
        setting.background,
        maker(setting, Thing.UNIT),
    )


def activities(setting: Setting, choices: UnitChoices) -> Figure:
    """One unit's activities. Raises ``StopIteration`` for a unit that there is none of."""
    return figures.activities_figure(
        unit(setting, choices.unit),
        setting.frame("activities"),
        setting.lines,
        setting.background,
        maker(setting, Thing.ACTIVITY),
        maker(setting, Thing.GOAL),
    )


def lines(setting: Setting, choices: UnitChoices) -> Figure:
    """What one unit's money is for. Raises ``StopIteration`` as ``activities`` does."""
    return figures.lines_figure(unit(setting, choices.unit), setting.lines, setting.background)


def _codes(setting: Setting) -> Known:
    return {"unit": tuple(setting.frame("spending_units")["spending_unit"])}


def _list_presets(setting: Setting) -> Iterable[UnitChoices]:
    return (UnitChoices(),) if any(unit.has_money for unit in units(setting)) else ()


def has_lines(setting: Setting, unit: Unit) -> bool:
    """Whether a unit's money can be told by code or source; a programme budget may print none."""
    own = setting.lines[setting.lines["spending_unit"] == unit.slug]
    return not setting.is_programme_budget or are_stated(own)


def _line_presets(setting: Setting) -> Iterable[UnitChoices]:
    return (
        UnitChoices(unit=unit.slug)
        for unit in units(setting)
        if unit.has_money and has_lines(setting, unit)
    )


def _unit_presets(setting: Setting) -> Iterable[UnitChoices]:
    return (UnitChoices(unit=unit.slug) for unit in units(setting) if unit.has_money)


ENTRIES = (
    Entry("birimler", UNITS.path, "butce", always(UnitChoices), _codes,
          only_figure(all_units), _list_presets),
    Entry("birim-faaliyetleri", UNITS.path, "butce", always(UnitChoices), _codes,
          only_figure(activities), _unit_presets, needed="unit"),
    Entry("birim-kalemleri", UNITS.path, "butce", always(UnitChoices), _codes,
          only_figure(lines), _line_presets, needed="unit"),
)  # fmt: skip
