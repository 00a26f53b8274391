"""What a committee's briefing is about: the activities that its scopes hold, and who sits on it."""

from __future__ import annotations

from kbb_data.scopes import ACTIVITY, GOAL, INDICATOR, UNIT
from kbb_data.turkish import title
from present.briefing.model import Section, own
from present.briefing.parts import Part, of_activities, of_programme
from present.budget import model as budget_model
from present.council.model import Committee, Scope, Seat
from present.kit import writing
from present.kit.setting import Setting
from present.kit.text import t


def part(setting: Setting, committee: Committee) -> Part:
    """The committee's part of the programme, each activity once; all of it, general
    administration included, where the committee deals with the whole."""
    if committee.has_programme:
        return of_programme(setting)
    activities = setting.frame("activities")
    return of_activities(
        setting,
        committee.activities(activities),
        (scope.key for scope in committee.scopes if scope.kind == INDICATOR),
    )


def section(setting: Setting, committee: Committee, whole: Part) -> Section:
    """What the committee deals with, each thing with its own money, and who sits on it."""
    items = tuple(
        _item(setting, scope) for scope in committee.scopes if scope.kind in (GOAL, UNIT, ACTIVITY)
    )
    text = "briefing.scope_text" if items else "briefing.scope_none"
    if committee.has_programme:
        items = (t("briefing.scope_whole", amount=writing.money(whole.amount_kurus)),)
        text = "briefing.scope_whole_text"
    return Section(
        t("briefing.scope_title"),
        t(text),
        items=items,
        note=t("briefing.seats", names=", ".join(_seat(seat) for seat in committee.seats)),
    )


def _item(setting: Setting, scope: Scope) -> str:
    activities, lines = setting.frame("activities"), setting.lines
    held = lines[lines["activity"].isin(scope.activities(activities))]
    if scope.kind == GOAL:
        name = _goal(setting, scope.key)
    elif scope.kind == UNIT:
        names = setting.frame("spending_units").set_index("spending_unit")["name"]
        name = own(str(names[scope.key]))
    else:
        names = activities.set_index("activity")["name"]
        name = t(
            "briefing.activity",
            number=scope.key,
            name=own(writing.unstopped(str(names[int(scope.key)]))),
        )
    amount = budget_model.total(held["amount_kurus"])
    return t("briefing.scope", name=name, amount=writing.money(amount))


def _goal(setting: Setting, key: str) -> str:
    statements = setting.frame("goals").set_index("goal")["statement"]
    return t(
        "briefing.goal",
        number=int(key),
        statement=own(writing.unstopped(str(statements[int(key)]))),
    )


def _seat(seat: Seat) -> str:
    role = "" if "üye" in seat.role.lower() else seat.role
    party = seat.member.party if seat.member else ""
    beside = ", ".join(word for word in (role, party) if word)
    return own(title(seat.name)) + (f" ({own(beside)})" if beside else "")
