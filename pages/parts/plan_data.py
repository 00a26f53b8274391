"""What Amaçlar and the goals' pages read: the plan's tree, shares' whole, addresses."""

from __future__ import annotations

from pages.parts import budget_data
from pages.parts.finding_link import finding_link
from pages.parts.visit import kept, link, setting
from present.findings.subjects import Kind, Subject, findings_html, plan, touching
from present.indicators.ambition import Summary, summarise
from present.indicators.entries import records
from present.plan.choices import AimChoices, GoalChoices
from present.plan.html import Whole
from present.plan.model import Aim, Frames, read

AIMS, GOALS = "/amaclar", "/hedef"


@kept(16)
def aims() -> tuple[Aim, ...]:
    """All aims of this visit's programme with what stands below them."""
    return read(
        Frames(
            setting().frame("aims"),
            setting().frame("objectives"),
            setting().frame("goals"),
            setting().frame("activities"),
            setting().frame("indicators"),
            budget_data.lines(),
        )
    )


def whole() -> Whole:
    """What shares are of, and the residents."""
    place = budget_data.place()
    return Whole(setting().totals.total_kurus, place.residents if place else None)


def summary(codes: tuple[str, ...]) -> Summary:
    """What the targets of the indicators with these codes ask."""
    wanted = set(codes)
    return summarise(one.assessment for one in records(setting()) if one.code in wanted)


def aim_link(number: int) -> str:
    """The address of an aim's own view."""
    return link(AIMS, AimChoices(str(number)))


def goal_link(number: int) -> str:
    """The address of a goal's own page."""
    return link(GOALS, GoalChoices(str(number)))


@kept(64)
def findings(kind: Kind, number: int) -> str:
    """The findings that touch an aim or a goal, as HTML."""
    of = plan(setting().frame("activities"), setting().frame("goals"), setting().frame("assets"))
    found = touching(setting().frame("findings"), of, Subject(kind, str(number)))
    return findings_html(found, finding_link)
