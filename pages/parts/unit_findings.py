"""Findings on the document that touch a unit, its activities or its goals."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.parts import data
from pages.parts.finding_link import finding_link
from pages.parts.visit import Visit, visit
from present.findings.subjects import Kind, Subject, findings_html, plan, subjects
from present.units.model import Unit


def findings(one: Unit) -> None:
    """Show the findings, or say that there is none."""
    st.html(_findings_html(one.slug, one.goals, visit()))


@st.cache_data(ttl="6h", max_entries=64, show_spinner=False)
def _findings_html(slug: str, goals: tuple[int, ...], visit: Visit) -> str:
    return findings_html(touching_unit(slug, goals), finding_link)


def touching_unit(slug: str, goals: tuple[int, ...]) -> pd.DataFrame:
    """The findings on a unit, on its activities, and on its goals as a whole, in their order.

    What another unit's activity has in a shared goal is not the unit's.
    """
    found = data.frame("findings")
    of = plan(data.frame("activities"), data.frame("goals"), data.frame("assets"))
    unit = Subject(Kind.UNIT, slug)
    whole = {Subject(Kind.GOAL, str(goal)) for goal in goals}

    def touches(code: str) -> bool:
        named = subjects(code, of)
        others = any(one.kind is Kind.UNIT and one != unit for one in named)
        return unit in named or (not others and bool(whole.intersection(named)))

    kept = [touches(code) for code in found["finding"]]
    return found[pd.Series(kept, index=found.index, dtype=bool)]
