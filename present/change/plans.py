"""The programmes of a setting's institution as plans of several years, from their own frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from kbb_data import prices
from kbb_data.geo import counts
from kbb_data.geo.counts import Count
from present.budget.breakdown import Breakdown, break_down
from present.budget.choices import lacking
from present.budget.model import GENERAL, UNSTATED, View, stated
from present.budget.words import BESIDE, row_name
from present.change.matching import LEVELS, By, Item, Judgement, Plan, rows
from present.change.model import Years
from present.kit.keep import keep
from present.kit.setting import Addresses, Setting
from present.kit.text import t
from present.kit.writing import is_stated

#: Rows that are no part of the plan, by their keys.
_RESIDUAL = frozenset({GENERAL, UNSTATED, BESIDE})

#: Where the names stand by which a judgement may know an item, the full one first.
_NAMES = {
    By.TOP: ("aims", "aim", ("name", "short_name", "statement")),
    By.LEAF: ("goals", "goal", ("statement",)),
    By.UNIT: ("spending_units", "spending_unit", ("name", "short_name")),
    By.ACTIVITY: ("activities", "activity", ("name", "cost_table_name")),
}


def counted(setting: Setting) -> dict[int, Count]:
    """The counts of residents of the institution's programmes, by year; a year without a count of
    its own has none."""
    known = {count.year: count for count in counts.of_institution(setting.institution)}
    return {own.year: known[own.year] for own in setting.years if own.year in known}


def years(setting: Setting, by: By) -> Years:
    """All programmes of the institution by the rows of a view, matched with each other; the same
    for every visit that speaks the setting's language."""
    newest = setting.at(setting.years[-1].year)
    return _years(replace(newest, is_dark=False, addresses=Addresses()), by)


def splits(setting: Setting, by: By) -> bool:
    """Whether any of the documents splits its money by the rows of a view."""
    settings = (setting.at(own.year) for own in setting.years)
    return any(View(by.value) not in lacking(own.lines) for own in settings)


@keep(64)
def _years(setting: Setting, by: By) -> Years:
    settings = [setting.at(own.year) for own in setting.years]
    plans = tuple(_plan(own, by) for own in settings)
    judgements = tuple(judged for own in settings for judged in _judgements(own, by))
    people = {year: count.residents for year, count in counted(setting).items()}
    return Years(by, plans, rows(plans, judgements, by), prices.committed(), people)


def _plan(setting: Setting, by: By) -> Plan:
    view = View(by.value)
    breakdown = break_down(setting.lines, setting.frame("resource_needs"), view)
    return Plan(
        setting.year,
        setting.form,
        tuple(_items(setting, breakdown, by)),
        breakdown.whole_kurus,
        view not in lacking(setting.lines),
    )


def _items(setting: Setting, breakdown: Breakdown, by: By) -> Iterator[Item]:
    names = _names(setting, by)
    for row in breakdown.rows.to_dict("records"):
        key = str(row["key"])
        yield Item(
            setting.year,
            key,
            row_name(breakdown.view, key, row["number"], row["name"]),
            stated(row["amount_kurus"]),
            names.get(key, ()),
            key in _RESIDUAL,
            row_name(breakdown.view, key, row["number"], row["short"]),
        )
    if breakdown.beside_kurus:
        # Between goals and between aims general administration is the same.
        key = BESIDE if by is By.CODE else GENERAL
        label = t("budget.beside_off_budget") if by is By.CODE else t("budget.general")
        yield Item(setting.year, key, label, breakdown.beside_kurus, is_residual=True)


def _names(setting: Setting, by: By) -> dict[str, tuple[str, ...]]:
    """The names of a year's items by their keys, as the document prints them."""
    if by not in _NAMES:
        return {}
    table, key, columns = _NAMES[by]
    frame = setting.bare.frame(table)
    return {
        str(row[key]): tuple(str(row[name]) for name in columns if is_stated(row.get(name)))
        for row in frame.to_dict("records")
    }


def _judgements(setting: Setting, by: By) -> Iterator[Judgement]:
    """What was judged of a year's programme and an earlier one at the view's level."""
    if by not in LEVELS:
        return
    frame: pd.DataFrame = setting.frame("succession")
    for row in frame[frame["level"] == LEVELS[by]].to_dict("records"):
        words = {name: str(row[name] or "") for name in ("from_code", "to_code", "from_name",
                                                        "to_name", "reason")}  # fmt: skip
        yield Judgement(
            str(row["relation"]),
            int(row["from_year"]),
            words["from_code"],
            setting.year,
            words["to_code"],
            words["from_name"],
            words["to_name"],
            words["reason"],
        )
