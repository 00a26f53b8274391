"""Which thing of a programme a page's address shows, and what it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kbb_data import turkish
from present.kit.setting import Setting
from present.kit.text import TURKISH, catalogue, either, t
from present.opendata.query import Pairs
from present.site import links
from present.site.links import Thing

_TERM = "glossary.term_"


@dataclass(frozen=True, slots=True)
class Shown:
    """A thing that has a view of its own. ``name``: as a title has it, in the language at hand;
    ``address``: its view's path and parameters; ``row`` what the data say of it, by column; empty
    for what is no row."""

    thing: Thing
    key: str
    name: str
    address: str
    row: Mapping[str, Any] = field(default_factory=dict)

    def is_chosen(self, pairs: Pairs) -> bool:
        """Whether parameters choose the thing."""
        return links.TARGETS[self.thing][1] in dict(pairs)


def shown(setting: Setting, path: str, pairs: Pairs) -> Shown | None:
    """The thing that an address shows; ``None`` where it shows all of a kind, or names one that
    there is none of."""
    given = dict(pairs)
    for thing, (page, parameter) in links.TARGETS.items():
        key = given.get(parameter, "")
        if page.path == path and key:
            told = _told(setting, thing, key)
            if told is not None:
                return Shown(thing, key, told[0], links.to(setting, thing, key), told[1])
    return None


def _told(setting: Setting, thing: Thing, key: str) -> tuple[str, Mapping[str, Any]] | None:
    """A thing's name and row; ``None`` where there is none of that key."""
    if thing is Thing.TERM:
        term = _TERM + key.replace("-", "_")
        return (t(term), {}) if term in catalogue(TURKISH) else None
    if thing is Thing.DISTRICT:
        place = setting.place
        district = place.district_by_slug(key) if place is not None else None
        return (district.name, {"place": place.name}) if place and district else None
    if thing is Thing.INDICATOR:
        goal, _, number = key.rpartition(".")
        return _row(setting, "indicators", lambda row: f"{key} {row['name']}",
                    goal=goal, indicator=number)  # fmt: skip
    if thing is Thing.COMMITTEE:
        return _slugged(setting, "committees", "committee", key)
    if thing is Thing.PARTY:
        return _slugged(setting, "council_members", "party", key)
    question, column, named = _NAMED[thing]
    return _row(setting, question, named, **{column: key})


def _aim(row: Mapping[str, Any]) -> str:
    return t("briefing.aim", number=row["aim"], name=row["name"])


def _goal(row: Mapping[str, Any]) -> str:
    return t("briefing.goal", number=row["goal"], statement=row["statement"])


def _activity(row: Mapping[str, Any]) -> str:
    return t("budget.in_activity", number=row["activity"]) + f": {row['name']}"


#: The question that gives a thing's rows, the column of its key, and how it is called.
_NAMED = {
    Thing.AIM: ("aims", "aim", _aim),
    Thing.GOAL: ("goals", "goal", _goal),
    Thing.ACTIVITY: ("activities", "activity", _activity),
    Thing.CODE: ("economic_codes", "economic_code",
                 lambda row: f"{row['economic_code']} {row['name']}"),
    Thing.UNIT: ("spending_units", "spending_unit", lambda row: str(row["name"])),
    Thing.TOPIC: ("topics", "topic", lambda row: either(row["name"], row["name_en"] or "")),
    Thing.MEMBER: ("council_members", "position", lambda row: str(row["name"])),
    Thing.FINDING: ("findings", "finding",
                    lambda row: f"{row['check_title']}: {row['location']}"),
}  # fmt: skip


def _row(
    setting: Setting, question: str, named: Callable[[Mapping[str, Any]], str], **keys: str
) -> tuple[str, Mapping[str, Any]] | None:
    """The name and the row under a key, all of its parts compared as texts."""
    frame = setting.frame(question)
    fits = frame.index == frame.index
    for column, key in keys.items():
        fits &= frame[column].astype(str) == key
    for row in frame[fits].to_dict("records"):
        told = {str(column): value for column, value in row.items()}
        return named(told), told
    return None


def _slugged(
    setting: Setting, question: str, column: str, key: str
) -> tuple[str, Mapping[str, Any]] | None:
    """A name of a column that addresses know by its slug; the row is none of its own."""
    for name in setting.frame(question)[column].dropna().unique():
        if turkish.slug(name) == key:
            return turkish.title(name) if column == "committee" else str(name), {}
    return None
