"""What has to be read with a figure because its amounts leave the staff's wages out, or hold them.

One note a thing; each leads to the activity that pays the staff, whose own figure tells the two
numbers for personnel side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from present.budget import wages as budget_wages
from present.budget.choices import BudgetChoices, completed, view_of
from present.budget.model import UNSTATED, View, select
from present.budget.wages import Wages
from present.compare.model import Kind, lines_of
from present.kit.entry import Drawn
from present.kit.figure import Note
from present.kit.setting import Setting
from present.kit.writing import is_stated
from present.site import links, pages
from present.site.links import Thing
from present.topics import entries as topics
from present.topics.words import elsewhere


def notes(setting: Setting, name: str, choices: Any, drawn: Drawn) -> tuple[Note, ...]:
    """What the amounts of the figure of that name leave out; none for most figures, and none where
    nobody judged where the wages stand."""
    ask, judged = _ASKED.get(name), budget_wages.wages(setting)
    if ask is None or judged is None:
        return ()
    return tuple(dict.fromkeys(ask(setting, judged, choices, drawn)))


def _note(setting: Setting, wages: Wages, text: str, *own: str) -> Note:
    address = links.to(setting, Thing.ACTIVITY, wages.activity)
    return Note(text, address, (wages.unit_name, *own), is_fixed=True)


def _units(setting: Setting, wages: Wages, choices: Any, drawn: Drawn) -> Iterator[Note]:
    yield _note(setting, wages, budget_wages.where(wages))


def _unit(setting: Setting, wages: Wages, choices: Any, drawn: Drawn) -> Iterator[Note]:
    yield from _of_unit(setting, wages, str(choices.unit))


def _of_unit(setting: Setting, wages: Wages, slug: str) -> Iterator[Note]:
    """What a unit's amount leaves out or holds, and whether the unit works for the whole."""
    units, lines = setting.frame("spending_units"), setting.lines
    if slug == UNSTATED:
        return
    row = units[units["spending_unit"] == slug].iloc[0]
    name = str(row["name"])
    if slug == wages.unit:
        yield _note(setting, wages, budget_wages.inside(wages))
    else:
        own = lines[lines["spending_unit"] == slug]
        yield _note(setting, wages, budget_wages.of_unit(wages, name, own), name)
    if is_stated(row["serves_all"]):
        reason = str(row["serves_all"])
        address = links.to(setting, Thing.UNIT, slug)
        yield Note(budget_wages.serving(name, reason), address, (name, reason), is_fixed=True)


def _budget(setting: Setting, wages: Wages, choices: BudgetChoices, drawn: Drawn) -> Iterator[Note]:
    choices = completed(choices, setting.lines)
    scope, view = choices.scope, view_of(choices)
    if scope.general:
        return
    if choices.unit is not None:
        yield from _of_unit(setting, wages, choices.unit)
    # Of all codes and sources: where the wages stand is asked of the part of the plan.
    held = select(setting.lines, replace(scope, code=None, source=None))
    has_wages = bool((held["activity"] == wages.activity).any())
    is_alone = scope.activity == wages.activity
    if is_alone:
        code = setting.link(pages.BUDGET.path, BudgetChoices(code=budget_wages.PERSONNEL))
        yield Note(
            f"{budget_wages.inside(wages)} {budget_wages.judged(wages)}",
            code,
            (wages.reason,),
            is_fixed=True,
        )
        yield Note(budget_wages.shares(wages), code, is_fixed=True)
    elif has_wages and (scope.aim is not None or view is View.ACTIVITY) and choices.unit is None:
        yield _note(setting, wages, budget_wages.inside(wages))
    if has_wages and not is_alone:
        if scope.code is not None:
            codes = [scope.code]
        else:
            codes = [str(key) for key in drawn.figure.table["key"]] if view is View.CODE else []
        yield from _of_codes(setting, wages, codes)
    if view is View.UNIT:
        yield _note(setting, wages, budget_wages.where(wages))


def _of_codes(setting: Setting, wages: Wages, codes: Iterable[str]) -> Iterator[Note]:
    text = budget_wages.of_codes(wages, codes)
    if text:
        yield _note(setting, wages, text)


def _by_code(setting: Setting, wages: Wages, choices: Any, drawn: Drawn) -> Iterator[Note]:
    yield from _of_codes(setting, wages, wages.codes)


def _sides(setting: Setting, wages: Wages, choices: Any, drawn: Drawn) -> Iterator[Note]:
    for side in choices.sides:
        kind, _, key = side.partition("-")
        if kind == Kind.UNIT:
            yield from _of_unit(setting, wages, key)
            continue
        if (lines_of(side, setting.lines)["activity"] == wages.activity).any():
            yield _note(setting, wages, budget_wages.inside(wages))


def _topics(setting: Setting, wages: Wages, choices: Any, drawn: Drawn) -> Iterator[Note]:
    """Of all topics, or of one of them, what of the wages they hold or leave out."""
    if choices.topic is None:
        yield _note(setting, wages, budget_wages.inside(wages))
        return
    paying, own = topics.of_activity(setting, wages.activity), topics.lines(setting, choices.topic)
    if paying is None or budget_wages.personnel(own) or paying.slug == choices.topic:
        yield _note(setting, wages, budget_wages.of_part(wages, own))
    else:
        yield Note(elsewhere(wages.activity, paying), links.to(setting, Thing.TOPIC, paying.slug),
                   is_fixed=True)  # fmt: skip


def _staff(setting: Setting, wages: Wages, choices: Any, drawn: Drawn) -> Iterator[Note]:
    yield _note(setting, wages, budget_wages.inside(wages))


def _over_years(setting: Setting, wages: Wages, choices: Any, drawn: Drawn) -> Iterator[Note]:
    """What the rows of several years leave out of one of them or hold of it."""
    view = View(choices.by)
    if view is View.UNIT:
        yield _note(setting, wages, budget_wages.where(wages))
    elif view is View.CODE:
        yield from _of_codes(setting, wages, wages.codes)
    elif view is View.ACTIVITY:
        yield _note(setting, wages, budget_wages.inside(wages))


_ASKED: Mapping[str, Callable[[Setting, Wages, Any, Drawn], Iterator[Note]]] = {
    "konular": _topics,
    "konu": _topics,
    "butce": _budget,
    "amac-kod": _by_code,
    "akis": _by_code,
    "birimler": _units,
    "birim-faaliyetleri": _unit,
    "birim-kalemleri": _unit,
    "karsilastirma-para": _sides,
    "karsilastirma-kodlar": _sides,
    "degisim": _over_years,
    "degisim-yillar": _over_years,
    "personel": _staff,
    "norm-kadro": _staff,
}
