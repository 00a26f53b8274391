"""What Amaçlar and the goals' pages read: the plan's tree, shares' whole, addresses."""

from __future__ import annotations

from pages.parts.indicator_data import records
from pages.parts.visit import kept, link, setting
from present.findings import entries as findings_entries
from present.findings.subjects import Kind, Subject
from present.indicators.ambition import Summary, summarise
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
            setting().lines,
        )
    )


def whole() -> Whole:
    """What shares are of, and the residents."""
    place = setting().place
    return Whole(setting().totals.total_kurus, place.residents if place else None)


def summary(codes: tuple[str, ...]) -> Summary:
    """What the targets of the indicators with these codes ask."""
    wanted = set(codes)
    return summarise(one.assessment for one in records() if one.code in wanted)


def aim_link(number: int) -> str:
    """The address of an aim's own view."""
    return link(AIMS, AimChoices(str(number)))


def goal_link(number: int) -> str:
    """The address of a goal's own page."""
    return link(GOALS, GoalChoices(str(number)))


def findings(kind: Kind, number: int) -> str:
    """The findings that touch an aim or a goal, as HTML."""
    return str(findings_entries.touching(setting(), Subject(kind, str(number))))
