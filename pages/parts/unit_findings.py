"""Findings on the document that touch a unit, its activities or its goals."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.parts.visit import kept, setting
from present.findings.html import findings_html
from present.findings.subjects import Kind, Subject, plan, subjects
from present.site import links
from present.site.links import Thing
from present.units.model import Unit


def findings(one: Unit) -> None:
    """Show the findings, or say that there is none."""
    st.html(_findings_html(one.slug, one.goals))


@kept(64)
def _findings_html(slug: str, goals: tuple[int, ...]) -> str:
    return findings_html(touching_unit(slug, goals), links.maker(setting(), Thing.FINDING))


def touching_unit(slug: str, goals: tuple[int, ...]) -> pd.DataFrame:
    """The findings on a unit, on its activities, and on its goals as a whole, in their order.

    What another unit's activity has in a shared goal is not the unit's.
    """
    found = setting().frame("findings")
    of = plan(setting().frame("activities"), setting().frame("goals"), setting().frame("assets"))
    unit = Subject(Kind.UNIT, slug)
    whole = {Subject(Kind.GOAL, str(goal)) for goal in goals}

    def touches(code: str) -> bool:
        named = subjects(code, of)
        others = any(one.kind is Kind.UNIT and one != unit for one in named)
        return unit in named or (not others and bool(whole.intersection(named)))

    kept = [touches(code) for code in found["finding"]]
    return found[pd.Series(kept, index=found.index, dtype=bool)]
