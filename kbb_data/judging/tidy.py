"""From what the document says to tables: the step at which people's judgement comes in.

``tidy`` gives one list of rows a table of ``kbb_data.schema``, in the columns' order, with
Python values: money as whole kuruş, decimals as ``Decimal``, ``None`` for not stated. The
printed text stays beside every reading.
"""

from __future__ import annotations

from kbb_data.hierarchy import of_strategic_plan
from kbb_data.judging.assets import assets
from kbb_data.judging.committees import committee_scopes
from kbb_data.judging.corrections import correct
from kbb_data.judging.draft import Draft
from kbb_data.judging.goals import goals
from kbb_data.judging.judgement import Judgement
from kbb_data.judging.people import people
from kbb_data.judging.plan import aims_and_objectives, programme
from kbb_data.judging.programme_budget import programme_budget
from kbb_data.judging.succession import succession
from kbb_data.judging.technology import technology
from kbb_data.judging.topics import topics
from kbb_data.judging.totals import printed_totals, stated_figures
from kbb_data.judging.units import responsibilities, spending_units
from kbb_data.problems import Unreadable
from kbb_data.reading.records import Reading
from kbb_data.rows import Tables
from kbb_data.schema import PROGRAMME_BUDGET


def tidy(reading: Reading, content: bytes, judgement: Judgement) -> Tables:
    """The tables of a programme, apart from ``checks`` and ``findings``.

    Raises ``Unreadable`` where a judged entry expects what the document does not say.
    """
    draft = Draft(reading, judgement)
    programme(draft, content)
    units = spending_units(draft)
    if reading.form == PROGRAMME_BUDGET:
        programme_budget(draft, units)
    else:
        aims_and_objectives(draft)
        goals(draft, units)
        draft.rows["hierarchy"] = of_strategic_plan(draft.rows)
        printed_totals(draft)
        responsibilities(draft, units)
    people(draft)
    committee_scopes(draft, units)
    succession(draft)
    assets(draft)
    technology(draft)
    stated_figures(draft)
    # After all else: a correction reads a row that is there already, and what goes to a topic adds
    # up what was corrected.
    correct(draft)
    topics(draft)
    if draft.problems:
        raise Unreadable(draft.problems)
    return draft.rows
