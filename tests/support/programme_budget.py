"""Programme budgets of the invented municipality: as imported, and with less than that.

``printed`` names units and prints no economic codes; ``coded`` is the other printed variant, whose
costs are by economic code and financing; ``mixed`` has codes for every second activity and no unit
for the others; ``least`` has nothing but programmes, sub-programmes, activities and indicators.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kbb_data import importer
from kbb_data.rows import Tables
from tests.support import once
from tests.support.datasets import BUDGET_CODES_TEXT, BUDGET_TEXT, changed

#: What the poorest of such documents lacks.
_WITHOUT = (
    "spending_units",
    "economic_codes",
    "printed_performance",
    "printed_amounts",
    "assets",
    "asset_parts",
    "council_members",
    "council_officers",
    "committees",
    "executive_committee",
    "staff",
    "positions",
    "position_occupancy",
    "technology_facts",
    "stated_figures",
)


def printed(folder: Path) -> Path:
    """The programme budget of 2026, imported into ``folder``."""
    return once.copied("printed", partial(importer.import_file, BUDGET_TEXT), folder)


def coded(folder: Path) -> Path:
    """The one whose costs are by economic code, imported into ``folder``."""
    return once.copied("coded", partial(importer.import_file, BUDGET_CODES_TEXT), folder)


def mixed(source: Path, folder: Path) -> Path:
    """``printed`` in ``source``, with codes of some activities and without the units of others."""
    return changed(source, folder, _mixed)


def least(source: Path, folder: Path) -> Path:
    """``printed`` in ``source`` without all that such a document may lack."""
    return changed(source, folder, _least)


def _mixed(tables: Tables) -> None:
    for row in tables["activities"]:
        if row["activity"] % 2 == 0:
            row["spending_unit"] = row["unit_printed"] = row["other_units"] = None
            continue
        place = {name: row[name] for name in ("source_section", "source_line")}
        part = row["budget"] // 3
        tables["activity_costs"] += [
            {"activity": row["activity"], "economic_code": code, "amount": amount, **place}
            for code, amount in (("03", part), ("06", row["budget"] - part))
        ]


def _least(tables: Tables) -> None:
    for name in _WITHOUT:
        tables[name] = []
    for row in tables["activities"]:
        row["spending_unit"] = row["unit_printed"] = row["other_units"] = None
        row["note"] = row["legal_basis"] = None
    for row in tables["hierarchy"]:
        row["objective"] = row["explanation"] = None
    for row in tables["indicators"]:
        row["calculation"] = row["data_source"] = row["unit_responsible"] = None
