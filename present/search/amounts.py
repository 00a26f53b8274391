"""What each thing that search finds costs, and what that amount holds or leaves out of the wages.

The same amounts as on the page that a result opens: ``present.budget`` says how they add up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from present.budget import wages as budget_wages
from present.budget.breakdown import general_administration
from present.budget.model import BUDGET, UNSTATED, add, share, total
from present.kit.keep import keep
from present.kit.setting import Setting
from present.topics import entries as topic_entries

#: The kind of plain topics, which add up lines of several activities.
TOPIC = "topic"

#: The column of the budget lines by which each kind of document adds up.
MONEY_COLUMNS = {
    "aim": "aim",
    "objective": "objective",
    "goal": "goal",
    "activity": "activity",
    "spending_unit": "spending_unit",
}


@dataclass(frozen=True, slots=True)
class Amounts:
    """Amounts in kuruş by kind of document and code; ``None`` where nothing is stated. A thing
    without any line of the budget is missing. ``whole_kurus`` is the programme's total."""

    of: Mapping[tuple[str, str], int | None]
    whole_kurus: int | None

    def share(self, kurus: int | None) -> float | None:
        """An amount as a part of the whole, from 0 to 1; ``None`` where one of them is blank."""
        return share(kurus, self.whole_kurus)


def amounts(setting: Setting) -> Amounts:
    """The amounts of a setting's programme."""
    return _amounts(setting.bare)


@keep(8)
def _amounts(setting: Setting) -> Amounts:
    lines = setting.lines
    general = general_administration(setting.frame("resource_needs"))
    by_key: dict[tuple[str, str], int | None] = {}
    for kind, column in MONEY_COLUMNS.items():
        for key, own in lines[lines[column].notna()].groupby(column, sort=False):
            by_key[kind, str(key)] = total(own["amount_kurus"])
    for frame in (lines, general):
        coded = frame[(frame["fund"] == BUDGET) & (frame["line"] != UNSTATED)]
        for code, own in coded.groupby("line", sort=False):
            code_key = ("economic_code", str(code))
            by_key[code_key] = add(by_key.get(code_key), total(own["amount_kurus"]))
    for topic in topic_entries.topics(setting):
        by_key[TOPIC, topic.slug] = topic.amount_kurus
    whole = add(total(lines["amount_kurus"]), total(general["amount_kurus"]))
    return Amounts(by_key, whole)


def left_out(setting: Setting, kind: str, code: str) -> tuple[str, tuple[str, ...]]:
    """What the amount of a thing holds or leaves out of the wages, in the fixed words of its own
    figure, and the document's own words in that; empty where nothing has to be read with it, and
    where nobody judged where they stand."""
    judged = budget_wages.wages(setting)
    if judged is None:
        return "", ()
    if kind == TOPIC:
        lines = topic_entries.lines(setting, code)
        has_wages = bool((lines["activity"] == judged.activity).any())
        return (budget_wages.inside(judged), (judged.unit_name,)) if has_wages else ("", ())
    if kind == "economic_code":
        return budget_wages.of_codes(judged, [code]), ()
    if kind == "spending_unit" and code != judged.unit:
        own = _own(setting, kind, code)
        if own.empty:
            return "", ()
        name = str(own["unit_name"].iloc[0])
        return budget_wages.of_unit(judged, name, own), (name, judged.unit_name)
    if kind in MONEY_COLUMNS and (_own(setting, kind, code)["activity"] == judged.activity).any():
        return budget_wages.inside(judged), (judged.unit_name,)
    return "", ()


def _own(setting: Setting, kind: str, code: str) -> pd.DataFrame:
    lines = setting.lines
    return lines[lines[MONEY_COLUMNS[kind]].astype(str) == code]


def largest(setting: Setting, kind: str) -> tuple[str, int] | None:
    """The code and amount of the thing of a kind that costs most; ``None`` where none has money."""
    of_kind = [
        (kurus, code) for (own, code), kurus in amounts(setting).of.items() if own == kind and kurus
    ]
    if not of_kind:
        return None
    kurus, code = max(of_kind, key=lambda pair: (pair[0], pair[1]))
    return code, kurus
