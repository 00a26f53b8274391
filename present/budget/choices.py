"""What a visitor of Bütçe can choose, and where a click leads. Nothing here knows Streamlit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from present.budget.model import (
    BUDGET,
    GENERAL,
    OFF_BUDGET,
    UNSTATED,
    Fund,
    Measure,
    Order,
    Scope,
    View,
    are_stated,
)
from present.kit.address import param

_VIEWS = tuple(view.value for view in View)


@dataclass(frozen=True, slots=True)
class BudgetChoices:
    """The view, the part of the programme, the money and how it is told; codes, never labels.

    ``view`` is ``None`` where the part itself says what comes next (``default_view``). ``aim`` may
    be ``genel``: general administration.
    """

    view: str | None = param("gorunum", None, values=_VIEWS)
    aim: str | None = param("amac", None)
    goal: str | None = param("hedef", None)
    activity: str | None = param("faaliyet", None)
    unit: str | None = param("birim", None)
    code: str | None = param("kod", None)
    source: str | None = param("kaynak", None)
    fund: str = param("tur", Fund.BOTH.value, values=tuple(fund.value for fund in Fund))
    measure: str = param(
        "olcu", Measure.LIRA.value, values=tuple(measure.value for measure in Measure)
    )
    order: str = param("sirala", Order.SIZE.value, values=tuple(order.value for order in Order))
    search: str = param("ara", "")
    everything: str = param("tum", "", values=("1",))

    @property
    def scope(self) -> Scope:
        """The part of the programme that is looked at."""
        is_general = self.aim == GENERAL
        return Scope(
            aim=None if is_general else _number(self.aim),
            goal=_number(self.goal),
            activity=_number(self.activity),
            unit=self.unit,
            code=self.code,
            source=self.source,
            general=is_general,
        )


def _number(code: str | None) -> int | None:
    return int(code) if code is not None else None


def known(lines: pd.DataFrame, needs: pd.DataFrame) -> dict[str, Collection[str]]:
    """The codes that addresses may carry, by field of ``BudgetChoices``."""

    def codes(column: str, frame: pd.DataFrame = lines) -> set[str]:
        return {UNSTATED if pd.isna(value) else str(value) for value in frame[column].unique()}

    budget = lines["fund"] == BUDGET
    needed = {line for line in codes("line", needs) if line.isdigit()}
    return {
        "aim": codes("aim") | {GENERAL},
        "goal": codes("goal"),
        "activity": codes("activity"),
        "unit": codes("spending_unit"),
        "code": codes("line", lines[budget]) | needed,
        "source": codes("line", lines[~budget]),
    }


def completed(choices: BudgetChoices, lines: pd.DataFrame) -> BudgetChoices:
    """Choices whose activity names its goal and aim, and whose goal names its aim.

    The narrowest one decides, so that an address need not carry what stands above it.
    """
    scope = choices.scope
    if scope.activity is not None:
        row = lines[lines["activity"] == scope.activity].iloc[0]
        return replace(choices, goal=str(row["goal"]), aim=str(row["aim"]))
    if scope.goal is not None:
        row = lines[lines["goal"] == scope.goal].iloc[0]
        return replace(choices, aim=str(row["aim"]))
    return choices


def shortened(choices: BudgetChoices) -> BudgetChoices:
    """Completed choices without what follows from the narrowest one, for an address."""
    if choices.activity is not None:
        return replace(choices, goal=None, aim=None)
    if choices.goal is not None:
        return replace(choices, aim=None)
    return choices


def default_view(scope: Scope) -> View:
    """What the rows are where nobody chose: one step below the part that is looked at."""
    if scope.general or scope.activity is not None:
        return View.CODE
    if scope.goal is not None:
        return View.ACTIVITY
    if scope.aim is not None:
        return View.GOAL
    if scope.unit is not None:
        return View.ACTIVITY
    return View.AIM


def views(scope: Scope) -> tuple[View, ...]:
    """The views that say something about a part: none above it, none that it is one row of."""
    if scope.general:
        return (View.CODE,)
    needless = set()
    if scope.aim is not None:
        needless.add(View.AIM)
    if scope.goal is not None:
        needless.add(View.GOAL)
    if scope.unit is not None:
        needless.add(View.UNIT)
    if scope.code is not None or scope.source is not None:
        needless.update((View.CODE, View.SOURCE))
    return tuple(view for view in View if view not in needless)


def lacking(lines: pd.DataFrame) -> frozenset[View]:
    """The views by which the document splits no money at all; none where there is no money."""
    if lines.empty:
        return frozenset()
    has = {
        View.CODE: are_stated(lines, BUDGET),
        View.SOURCE: are_stated(lines, OFF_BUDGET),
        View.UNIT: bool(lines["spending_unit"].notna().any()),
    }
    return frozenset(view for view, is_there in has.items() if not is_there)


def view_of(choices: BudgetChoices) -> View:
    """The chosen view where the part has it, else the part's own."""
    scope = choices.scope
    if choices.view is not None and View(choices.view) in views(scope):
        return View(choices.view)
    return default_view(scope)


def below(view: View, key: str) -> dict[str, Any]:
    """What choosing the row ``key`` of a view changes: one step down, to the part's own view."""
    changes: dict[str, Any] = {"view": None, "search": "", "everything": ""}
    if view is View.AIM:
        return {**changes, "aim": key, "goal": None, "activity": None}
    if view is View.GOAL:
        return {**changes, "aim": None, "goal": key, "activity": None}
    if view is View.ACTIVITY:
        return {**changes, "aim": None, "goal": None, "activity": key}
    if view is View.UNIT:
        return {**changes, "unit": key}
    if view is View.CODE:
        return {**changes, "code": key}
    if key == BUDGET:
        return {**changes, "fund": Fund.BUDGET.value}
    return {**changes, "source": key}


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way up: what it is (a field of ``BudgetChoices``, or empty for the whole),
    and the changes that lead back to it."""

    field: str
    changes: dict[str, Any]


def crumbs(choices: BudgetChoices) -> list[Crumb]:
    """The way from the whole programme to the part that is looked at, which is the last step.

    ``choices`` must be ``completed``. What cuts across the plan (unit, code, source) comes first.
    """
    places = ("unit", "code", "source", "aim", "goal", "activity")
    steps = [field for field in places if getattr(choices, field) is not None]
    nothing = dict.fromkeys(places)
    way = [Crumb("", {**nothing, "view": None, "search": "", "everything": ""})]
    for place, step in enumerate(steps):
        kept = {field: getattr(choices, field) for field in steps[: place + 1]}
        # What stands above the narrowest place follows from it.
        if kept.get("activity") is not None:
            kept.update(goal=None, aim=None)
        elif kept.get("goal") is not None:
            kept.update(aim=None)
        way.append(Crumb(step, {**way[0].changes, **kept}))
    return way
