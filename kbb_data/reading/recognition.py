"""What a text shows itself to be before its tables are read, so that a person sees it at once."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

from kbb_data.problems import Unreadable
from kbb_data.reading.goals import COST_HEADING, GOAL_HEADING
from kbb_data.reading.lines import decode, split_lines
from kbb_data.reading.programme import (
    budget_institution_of,
    budget_year_of,
    institution_of,
    year_of,
)
from kbb_data.reading.programme_budget import form_of
from kbb_data.reading.wording import close
from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from kbb_data.turkish import fold, squeeze

_SUB_PROGRAMME = re.compile(r"alt program(?:in)? adi\b")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A text's form (``kbb_data.schema``), year and institution, each empty where the text does not
    show it; how many lines it has, how many of them rows of tables, how many tables of goals and
    of costs; and in how many places a sub-programme is named."""

    form: str
    year: int | None
    institution: str
    lines: int
    rows: int
    goal_tables: int
    cost_tables: int
    sub_programmes: int


def recognise(content: bytes) -> Recognised:
    """What a text is. Raises ``Unreadable`` for bytes that are no text."""
    text = decode(content)
    lines = [line for line in text.split("\n") if line.strip()]
    firsts = [next(filter(None, map(squeeze, line.split("\t"))), "") for line in lines]
    goal_tables = sum(1 for first in firsts if close(first, GOAL_HEADING))
    cost_tables = sum(1 for first in firsts if close(first, COST_HEADING))
    form, year, institution = "", None, ""
    with suppress(Unreadable):
        form = form_of(text)
    # A text of neither form bears no label of the other and no table of goals.
    form = "" if form == STRATEGIC_PLAN and not goal_tables else form
    is_budget = form == PROGRAMME_BUDGET
    with suppress(Unreadable):
        year = budget_year_of(text, split_lines(text, ())) if is_budget else year_of(text)
    with suppress(Unreadable):
        institution = budget_institution_of(text) if is_budget else institution_of(text)
    rows = sum(1 for line in lines if "\t" in line)
    named = sum(1 for first in firsts if _SUB_PROGRAMME.match(fold(first))) if is_budget else 0
    return Recognised(form, year, institution, len(lines), rows, goal_tables, cost_tables, named)
