"""What Amaçlar and the goals' pages read: the plan's tree, shares' whole, addresses."""

from __future__ import annotations

import streamlit as st

from pages.parts import budget_data, controls, data
from pages.parts.finding_link import finding_link
from pages.parts.indicator_data import records
from pages.parts.visit import Visit, visit
from present.findings.subjects import Kind, Subject, findings_html, plan, touching
from present.indicators.ambition import Summary, summarise
from present.plan.choices import AimChoices, GoalChoices
from present.plan.html import Whole
from present.plan.model import Aim, Frames, read

AIMS, GOALS = "/amaclar", "/hedef"


def aims() -> tuple[Aim, ...]:
    """All aims of this visit's programme with what stands below them."""
    return _aims(visit())


@st.cache_data(ttl="6h", max_entries=16, show_spinner=False)
def _aims(visit: Visit) -> tuple[Aim, ...]:
    return read(
        Frames(
            data.frame("aims"),
            data.frame("objectives"),
            data.frame("goals"),
            data.frame("activities"),
            data.frame("indicators"),
            budget_data.lines(),
        )
    )


def whole() -> Whole:
    """What shares are of, and the residents."""
    place = budget_data.place()
    return Whole(data.totals().total_kurus, place.residents if place else None)


def summary(codes: tuple[str, ...]) -> Summary:
    """What the targets of the indicators with these codes ask."""
    wanted = set(codes)
    return summarise(one.assessment for one in records() if one.code in wanted)


def aim_link(number: int) -> str:
    """The address of an aim's own view."""
    return controls.link(AIMS, AimChoices(str(number)))


def goal_link(number: int) -> str:
    """The address of a goal's own page."""
    return controls.link(GOALS, GoalChoices(str(number)))


def findings(kind: Kind, number: int) -> str:
    """The findings that touch an aim or a goal, as HTML."""
    return _findings(kind, number, visit())


@st.cache_data(ttl="6h", max_entries=64, show_spinner=False)
def _findings(kind: Kind, number: int, visit: Visit) -> str:
    of = plan(data.frame("activities"), data.frame("goals"), data.frame("assets"))
    found = touching(data.frame("findings"), of, Subject(kind, str(number)))
    return findings_html(found, finding_link)
