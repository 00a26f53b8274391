"""One documented function a question; every question asks for one programme.

Out come frozen dataclasses or DataFrames with fixed dtypes, also when there is no row: money
``<name>_kurus`` is ``Int64`` (whole kuruş, ``<NA>`` where not stated), other whole numbers are
``int64`` where always stated and ``Int64`` elsewhere, measures ``float64`` (NaN where not
stated), text ``object`` (``None`` where not stated). A frame carries the columns of
``kbb_data.schema`` in their order; what a function adds or leaves out stands in its docstring.
Each raises ``db.errors.DatabaseUnavailable`` where the database cannot be read; an unknown
programme gives empty frames, zero counts and ``None`` totals.
"""

from db.queries._key import ProgrammeKey
from db.queries.consistency import checks, findings
from db.queries.indicators import indicator_values, indicators
from db.queries.institution import (
    asset_parts,
    assets,
    committee_omissions,
    committee_scopes,
    committees,
    council_members,
    council_officers,
    executive_committee,
    position_occupancy,
    positions,
    staff,
    stated_figures,
    technology_facts,
)
from db.queries.money import (
    BUDGET,
    OFF_BUDGET,
    UNSTATED,
    activity_amounts,
    activity_cost_lines,
    budget_lines,
    economic_codes,
    printed_amounts,
    printed_performance,
    resource_needs,
    topic_assignments,
    topics,
)
from db.queries.plan import (
    activities,
    aims,
    goals,
    hierarchy,
    objectives,
    spending_units,
    unit_responsibilities,
)
from db.queries.programme import (
    Counts,
    Programme,
    Totals,
    core_values,
    counts,
    programme,
    programmes,
    totals,
)
from db.queries.results import (
    appropriations,
    documents,
    indicator_results,
    monthly_amounts,
    succession,
)
from db.queries.search import search
from db.queries.tables import table_counts, table_rows

__all__ = [
    "BUDGET",
    "OFF_BUDGET",
    "UNSTATED",
    "Counts",
    "Programme",
    "ProgrammeKey",
    "Totals",
    "activities",
    "activity_amounts",
    "activity_cost_lines",
    "aims",
    "appropriations",
    "asset_parts",
    "assets",
    "budget_lines",
    "checks",
    "committee_omissions",
    "committee_scopes",
    "committees",
    "core_values",
    "council_members",
    "council_officers",
    "counts",
    "documents",
    "economic_codes",
    "executive_committee",
    "findings",
    "goals",
    "hierarchy",
    "indicator_results",
    "indicator_values",
    "indicators",
    "monthly_amounts",
    "objectives",
    "position_occupancy",
    "positions",
    "printed_amounts",
    "printed_performance",
    "programme",
    "programmes",
    "resource_needs",
    "search",
    "spending_units",
    "staff",
    "stated_figures",
    "succession",
    "table_counts",
    "table_rows",
    "technology_facts",
    "topic_assignments",
    "topics",
    "totals",
    "unit_responsibilities",
]
