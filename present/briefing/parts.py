"""The part of a programme that a briefing is about: its money, activities, indicators, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pandas as pd

from present.briefing import came_of, carried_out
from present.briefing.came_of import CameOf
from present.briefing.carried_out import CarriedOut
from present.briefing.model import own
from present.budget import model as budget_model
from present.budget import wages as budget_wages
from present.findings import entries as findings_entries
from present.findings import model as findings_model
from present.findings import subjects as findings_subjects
from present.findings.amounts import ACTIVITIES, PARTS, Amount, Of
from present.findings.model import Finding
from present.findings.subjects import Kind, Subject
from present.indicators import model as indicators_model
from present.indicators.model import Indicator
from present.kit.setting import Setting
from present.kit.writing import is_stated

K = TypeVar("K")


@dataclass(frozen=True)
class Activity:
    """An activity of the part: number, name, unit (empty where the document names none) and goal,
    and what the part plans for it."""

    number: int
    name: str
    unit: str
    goal: int
    amount_kurus: int | None


@dataclass(frozen=True)
class Part:
    """A part of a programme. ``lines``: its budget lines; ``programme_kurus``: the whole
    programme's money, as table 2.5 prints it; ``general_kurus``: general administration, which
    belongs to the whole alone; amounts are ``None`` where nothing is stated. ``carried_out``: what
    was spent of it, ``came_of``: what came of its indicators, where documents tell of that;
    ``whole_goals``: the goals of which every activity and every indicator is the part's, all its
    goals for ``None``."""

    year: int
    lines: pd.DataFrame
    activities: tuple[Activity, ...]
    indicators: tuple[Indicator, ...]
    findings: tuple[Finding, ...]
    programme_kurus: int | None
    notes: tuple[str, ...] = ()
    general_kurus: int | None = None
    carried_out: CarriedOut | None = None
    came_of: CameOf | None = None
    whole_goals: frozenset[int] | None = None

    @property
    def amount_kurus(self) -> int | None:
        """Budget and off-budget together."""
        own = budget_model.total(self.lines["amount_kurus"])
        return own if self.general_kurus is None else budget_model.add(own, self.general_kurus)

    def fund_kurus(self, fund: str) -> int | None:
        """The budget's part, or the off-budget sources'."""
        return budget_model.total(self.lines.loc[self.lines["fund"] == fund, "amount_kurus"])

    @property
    def share(self) -> float | None:
        """The part's share of the programme."""
        return budget_model.share(self.amount_kurus, self.programme_kurus)

    def by(self, column: str) -> list[tuple[Any, int]]:
        """The money by a column of the lines, the largest first; ``None`` for the lines that state
        nothing there; what has no money is left out."""
        return _sums(
            (key if is_stated(key) else None, rows)
            for key, rows in self.lines.groupby(column, sort=False, dropna=False)
        )

    def by_fund_and_line(self) -> list[tuple[tuple[str, str], int]]:
        """The money by fund and economic code or source, as ``by``."""
        groups = self.lines.groupby(["fund", "line"], sort=False)
        return _sums(((str(fund), str(line)), rows) for (fund, line), rows in groups)


def _sums(groups: Iterable[tuple[K, pd.DataFrame]]) -> list[tuple[K, int]]:
    """What the lines of each group add up to, the largest first, without those of no money."""
    amounts = [(key, budget_model.total(rows["amount_kurus"]) or 0) for key, rows in groups]
    return sorted((pair for pair in amounts if pair[1]), key=lambda pair: -pair[1])


def activities(lines: pd.DataFrame) -> tuple[Activity, ...]:
    """The activities of budget lines, the dearest first; unstated and unpaid ones last, by
    number."""
    amounts = {
        number: budget_model.total(rows["amount_kurus"])
        for number, rows in lines.groupby("activity")
    }
    named = lines.drop_duplicates("activity")
    records = (
        Activity(int(number), str(name), str(unit or ""), int(goal), amounts.get(number))
        for number, name, unit, goal in zip(
            named["activity"],
            named["activity_name"],
            named["unit_name"],
            named["goal"],
            strict=True,
        )
    )
    return tuple(
        sorted(records, key=lambda activity: (-(activity.amount_kurus or 0), activity.number))
    )


def part(
    setting: Setting,
    lines: pd.DataFrame,
    promised: Iterable[Indicator],
    subjects: Iterable[Subject],
) -> Part:
    """The part of ``setting``'s programme with these budget lines, indicators and subjects of
    findings."""
    touched, promised = set(subjects), tuple(promised)
    of = findings_subjects.plan(
        setting.frame("activities"), setting.frame("goals"), setting.frame("assets")
    )
    rows = setting.frame("findings")
    touching = [
        bool(touched & set(findings_subjects.subjects(code, of))) for code in rows["finding"]
    ]
    return Part(
        setting.year,
        lines,
        activities(lines),
        promised,
        findings_model.findings(rows[pd.Series(touching, index=rows.index, dtype=bool)]),
        setting.totals.total_kurus,
        tuple(_notes(setting, lines)),
        carried_out=carried_out.of_activities(setting, map(int, lines["activity"].unique())),
        came_of=came_of.of_indicators(setting, promised),
        whole_goals=_whole_goals(setting, lines, promised),
    )


def _whole_goals(
    setting: Setting, lines: pd.DataFrame, promised: Iterable[Indicator]
) -> frozenset[int]:
    """The goals of which the lines have every activity and ``promised`` every indicator."""
    held = set(map(int, lines["activity"]))
    codes = {indicator.code for indicator in promised}
    frames = setting.frame("activities"), setting.frame("indicators")
    lacking = {
        int(goal)
        for goal, activity in zip(frames[0]["goal"], frames[0]["activity"], strict=True)
        if int(activity) not in held
    } | {
        int(goal)
        for goal, number in zip(frames[1]["goal"], frames[1]["indicator"], strict=True)
        if f"{goal}.{number}" not in codes
    }
    return frozenset(map(int, lines["goal"])) - lacking


def _notes(setting: Setting, lines: pd.DataFrame) -> Iterator[str]:
    """What has to be read with the lines' amounts: what they leave out or hold of the wages, and
    findings that touch one of them."""
    shows = {
        Amount(Of.LINE, str(line).replace("_", "-"), ACTIVITIES) for line in set(lines["line"])
    }
    shows |= {
        Amount(Of.ACTIVITY, str(number), part)
        for number in set(lines["activity"])
        for part in PARTS
    }
    judged = budget_wages.wages(setting)
    if judged is not None and len(lines):
        text = budget_wages.of_part(judged, lines)
        yield text.replace(judged.unit_name, own(judged.unit_name))
    for amounts, note in findings_entries.notes(setting):
        if amounts & shows:
            text = note.text
            for word in note.own:
                text = text.replace(word, own(word))
            yield text


def of_aims_and_units(setting: Setting, aims: Iterable[int], units: Iterable[str]) -> Part:
    """Everything of these aims and of these units, each activity once."""
    aims, units = frozenset(aims), frozenset(units)
    lines = setting.lines
    kept = lines["aim"].isin(aims) | lines["spending_unit"].isin(units)
    promised = indicators_model.read(setting.frame("indicators"))
    return part(
        setting,
        lines[kept],
        (
            indicator
            for indicator in promised
            if indicator.aim in aims or units & set(indicator.units)
        ),
        [
            *(Subject(Kind.AIM, str(aim)) for aim in aims),
            *(Subject(Kind.UNIT, unit) for unit in units),
        ],
    )


def of_activities(setting: Setting, numbers: Iterable[int], indicators: Iterable[str]) -> Part:
    """These activities, the indicators of goals that are theirs alone, and ``indicators`` by code
    (``3.5``); findings on the activities, on these goals and on these indicators."""
    numbers, named = frozenset(numbers), frozenset(indicators)
    activities, lines = setting.frame("activities"), setting.lines
    of_goals = activities.groupby("goal")["activity"].agg(frozenset)
    goals = {int(str(goal)) for goal, own in of_goals.items() if own <= numbers}
    promised = [
        indicator
        for indicator in indicators_model.read(setting.frame("indicators"))
        if indicator.goal in goals or indicator.code in named
    ]
    return part(
        setting,
        lines[lines["activity"].isin(numbers)],
        promised,
        [
            *(Subject(Kind.ACTIVITY, str(number)) for number in numbers),
            *(Subject(Kind.GOAL, str(goal)) for goal in goals),
            *(Subject(Kind.INDICATOR, indicator.code) for indicator in promised),
        ],
    )


def of_programme(setting: Setting) -> Part:
    """The whole programme with general administration, all its indicators and all findings."""
    lines = setting.lines
    promised = tuple(indicators_model.read(setting.frame("indicators")))
    return Part(
        setting.year,
        lines,
        activities(lines),
        promised,
        findings_model.findings(setting.frame("findings")),
        setting.totals.total_kurus,
        tuple(_notes(setting, lines)),
        setting.totals.general_administration_kurus,
        carried_out.of_whole(setting),
        came_of.of_indicators(setting, promised),
    )


def of_district(setting: Setting, slug: str) -> Part:
    """The findings that touch a district; the programme plans no money by district."""
    return part(setting, setting.lines.iloc[:0], (), [Subject(Kind.DISTRICT, slug)])
