"""Every table and column of the dataset, described once, in ``tables/*.toml``.

The CSV headers, ``datapackage.json``, the database's tables, the data dictionary and the labels
that a visitor reads all come from there. This package imports nothing else of ours.

Types:

- ``string``: text as the document prints it, white space folded.
- ``integer``: a count, a year or an ordinal.
- ``money``: Turkish lira. Two decimals in the CSV, whole kuruş (integer) in the database.
- ``decimal``: an exact decimal in the CSV, a double in the database (measures and shares,
  never money).
- ``boolean``: ``true`` or ``false``.

An empty field means "not stated in the document", never zero.
"""

from __future__ import annotations

from pathlib import Path

from kbb_data.schema.model import Code, Column, ColumnType, ForeignKey, Table
from kbb_data.schema.reader import read_subject

__all__ = [
    "ACCUMULATIONS",
    "ASSET_KINDS",
    "BY_NAME",
    "BY_SUBJECT",
    "CERTAINTIES",
    "DIRECTIONS",
    "ECONOMIC_CODES",
    "FACILITY_KINDS",
    "FINDING_KINDS",
    "FORMS",
    "OFF_BUDGET_SOURCES",
    "PROGRAMME_BUDGET",
    "PROVENANCE",
    "RELATIONS",
    "RESOURCE_NEED_TOTALS",
    "RESULT_TABLES",
    "SCOPE_KINDS",
    "SEVERITIES",
    "STRATEGIC_PLAN",
    "SUBJECTS",
    "SUCCESSION_LEVELS",
    "TABLES",
    "VALUE_KINDS",
    "VEHICLE_KINDS",
    "Code",
    "Column",
    "ColumnType",
    "ForeignKey",
    "Table",
    "tables_of",
]

#: The files of ``tables/`` in the order of the dataset.
SUBJECTS = (
    "plan",
    "indicators",
    "activities",
    "budget",
    "places",
    "council",
    "resources",
    "results",
    "findings",
)

#: The columns that every table ends with.
PROVENANCE = (
    Column(
        "source_section",
        "string",
        "Number of the section of the document in which the row stands, as 2.3.1",
        "Kaynak bölüm",
        "Source section",
        required=True,
    ),
    Column(
        "source_line",
        "integer",
        "Line of the source text in which the row stands, counted from 1",
        "Kaynak satır",
        "Source line",
        required=True,
    ),
)

_FOLDER = Path(__file__).resolve().parent / "tables"

#: The tables by subject.
BY_SUBJECT: dict[str, tuple[Table, ...]] = {
    subject: read_subject(_FOLDER / f"{subject}.toml", PROVENANCE) for subject in SUBJECTS
}

TABLES: tuple[Table, ...] = tuple(table for tables in BY_SUBJECT.values() for table in tables)

BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}


def _values(table: str, column: str) -> tuple[str, ...]:
    return BY_NAME[table].column(column).values


#: The statutory first level of the economic classification of public budgets. A code outside
#: this set stops an import: it is a misprint, not a new kind of spending.
ECONOMIC_CODES = _values("economic_codes", "economic_code")

OFF_BUDGET_SOURCES = _values("off_budget_resources", "source")

#: The lines of table 2.5 that are not an economic code.
RESOURCE_NEED_TOTALS = tuple(
    line for line in _values("resource_needs", "line") if line not in ECONOMIC_CODES
)

#: The statutory forms: by aims and goals until 2025, by programmes and sub-programmes since.
FORMS = _values("programme", "form")
STRATEGIC_PLAN, PROGRAMME_BUDGET = FORMS


def tables_of(form: str) -> tuple[Table, ...]:
    """The tables that documents of a form have, as they have them, in the dataset's order."""
    return tuple(table.in_form(form) for table in TABLES if form not in table.absent_in)


VALUE_KINDS = _values("indicator_values", "kind")

DIRECTIONS = _values("indicators", "direction")

#: How an indicator's figures of parts of a year make the year's.
ACCUMULATIONS = _values("indicators", "accumulation")

#: How a part of a programme follows one of an earlier programme, and what such a part is.
RELATIONS = _values("succession", "relation")
SUCCESSION_LEVELS = _values("succession", "level")

#: The tables that documents of results fill, and an import of the programme's text leaves alone.
RESULT_TABLES = ("documents", "indicator_results", "appropriations", "monthly_amounts")

ASSET_KINDS = _values("assets", "kind")

#: Kinds of assets that are vehicles or machines.
VEHICLE_KINDS = (
    "fire_vehicle",
    "constabulary_vehicle",
    "funeral_vehicle",
    "car",
    "public_transport_vehicle",
    "work_machine",
)

#: Kinds of assets that are places to go to; an area is none.
FACILITY_KINDS = tuple(kind for kind in ASSET_KINDS if kind not in (*VEHICLE_KINDS, "green_area"))

#: What a committee's scope names.
SCOPE_KINDS = _values("committee_scopes", "kind")

#: How grave a finding is, gravest first.
SEVERITIES = _values("findings", "severity")

#: What kinds of findings there are, and how sure one is; kbb_data/checking/rules.py says by which
#: rules.
FINDING_KINDS = _values("findings", "kind")

CERTAINTIES = _values("findings", "certainty")
