"""Where each thing of a programme is shown: the one way to the address of its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from urllib.parse import quote

from present.kit.setting import Setting
from present.site import pages
from present.site.pages import SitePage


class Thing(StrEnum):
    """What has a view of its own, named by one parameter of its page."""

    AIM = "aim"
    GOAL = "goal"
    ACTIVITY = "activity"
    CODE = "code"
    INDICATOR = "indicator"
    UNIT = "unit"
    DISTRICT = "district"
    MEMBER = "member"
    COMMITTEE = "committee"
    PARTY = "party"
    FINDING = "finding"
    TERM = "term"
    TOPIC = "topic"


#: The parameter of Hakkında that opens one term of the glossary.
TERM = "terim"

#: The page that shows a thing, and the parameter that names it there.
TARGETS: Mapping[Thing, tuple[SitePage, str]] = {
    Thing.AIM: (pages.AIMS, "amac"),
    Thing.GOAL: (pages.GOALS, "hedef"),
    Thing.ACTIVITY: (pages.BUDGET, "faaliyet"),
    Thing.CODE: (pages.BUDGET, "kod"),
    Thing.INDICATOR: (pages.INDICATORS, "gosterge"),
    Thing.UNIT: (pages.UNITS, "birim"),
    Thing.DISTRICT: (pages.DISTRICTS, "ilce"),
    Thing.MEMBER: (pages.COUNCIL, "uye"),
    Thing.COMMITTEE: (pages.COUNCIL, "komisyon"),
    Thing.PARTY: (pages.COUNCIL, "parti"),
    Thing.FINDING: (pages.FINDINGS, "bulgu"),
    Thing.TERM: (pages.ABOUT, TERM),
    Thing.TOPIC: (pages.TOPICS, "konu"),
}


def to(setting: Setting, thing: Thing, key: object) -> str:
    """The address of a thing's own view; ``key`` as addresses carry it (a number, a slug)."""
    page, parameter = TARGETS[thing]
    return setting.addresses.link(page.path, ((parameter, str(key)),))


def maker(setting: Setting, thing: Thing) -> Callable[[object], str]:
    """``to`` for many things of a kind: the address is put together once."""
    mark = "KEY"
    before, _, after = to(setting, thing, mark).partition(f"={mark}")
    return lambda key: f"{before}={quote(str(key), safe='')}{after}"


def objective_anchor(code: str) -> str:
    """The part of an aim's page that shows the objective of this code."""
    return f"hedef-{code}"
