"""What a text shows itself to be before its tables are read, so that a person sees it at once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from kbb_data.problems import Unreadable
from kbb_data.reading.goals import COST_HEADING, GOAL_HEADING
from kbb_data.reading.lines import decode
from kbb_data.reading.programme import institution_of, year_of
from kbb_data.reading.wording import close
from kbb_data.turkish import fold, squeeze

#: The forms: goals with cost tables (until 2025), and programmes with sub-programmes.
GOALS, PROGRAMMES = "goals", "programmes"
#: How the labels of a sub-programme's table begin, folded.
_SUB_PROGRAMME = ("alt program adi", "alt program hedefi", "alt program kapsaminda")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A text's form, year and institution, each empty where the text does not show it, and how
    many lines it has, how many of them rows of tables, how many tables of goals and of costs."""

    form: str
    year: int | None
    institution: str
    lines: int
    rows: int
    goal_tables: int
    cost_tables: int


def recognise(content: bytes) -> Recognised:
    """What a text is. Raises ``Unreadable`` for bytes that are no text."""
    text = decode(content)
    lines = [line for line in text.split("\n") if line.strip()]
    firsts = [next(filter(None, map(squeeze, line.split("\t"))), "") for line in lines]
    goal_tables = sum(1 for first in firsts if close(first, GOAL_HEADING))
    cost_tables = sum(1 for first in firsts if close(first, COST_HEADING))
    form = GOALS if goal_tables else ""
    if not form and any(fold(first).startswith(_SUB_PROGRAMME) for first in firsts):
        form = PROGRAMMES
    year, institution = None, ""
    with suppress(Unreadable):
        year = year_of(text)
    with suppress(Unreadable):
        institution = institution_of(text)
    rows = sum(1 for line in lines if "\t" in line)
    return Recognised(form, year, institution, len(lines), rows, goal_tables, cost_tables)
