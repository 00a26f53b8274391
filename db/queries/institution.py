"""The institution behind the programme: what it owns, who sits where, who works there."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import Column, Engine, Table, select

from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey
from db.tables import table

ASSETS = table("assets")
ASSET_PARTS = table("asset_parts")
COMMITTEES = table("committees")
COMMITTEE_OMISSIONS = table("committee_omissions")
COMMITTEE_SCOPES = table("committee_scopes")
COUNCIL_MEMBERS = table("council_members")
COUNCIL_OFFICERS = table("council_officers")
EXECUTIVE_COMMITTEE = table("executive_committee")
POSITIONS = table("positions")
POSITION_OCCUPANCY = table("position_occupancy")
STAFF = table("staff")
STATED_FIGURES = table("stated_figures")
TECHNOLOGY_FACTS = table("technology_facts")


def _whole(engine: Engine, key: ProgrammeKey, whole: Table, *order: Column[Any]) -> pd.DataFrame:
    """A table's contract columns for one programme, as the document orders them."""
    return frame(engine, select(*contract(whole)).where(*of(whole, key)).order_by(*order))


def assets(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The lines of table 1.3 in printed order: contract columns.

    Areas are m² (NaN where not stated), ``count`` pieces, ``capacity_persons`` persons (both
    ``<NA>`` where not stated); ``kind`` is the judged kind or ``None``.
    """
    return _whole(engine, key, ASSETS, ASSETS.c.source_line, ASSETS.c.asset)


def asset_parts(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """What the notes of table 1.3 split an asset into: contract columns, ``station`` an asset."""
    return _whole(
        engine,
        key,
        ASSET_PARTS,
        ASSET_PARTS.c.source_line,
        ASSET_PARTS.c.asset,
        ASSET_PARTS.c.position,
    )


def council_members(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The members of the council in printed order: contract columns."""
    return _whole(engine, key, COUNCIL_MEMBERS, COUNCIL_MEMBERS.c.position)


def council_officers(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The deputy chairs and clerks of the council in printed order: contract columns."""
    return _whole(engine, key, COUNCIL_OFFICERS, COUNCIL_OFFICERS.c.position)


def committees(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The seats on the council's committees in printed order: contract columns.

    Committees stand side by side in the document: seats of one line are in the order of the
    committees' names.
    """
    order = (COMMITTEES.c.source_line, COMMITTEES.c.position, COMMITTEES.c.committee)
    return _whole(engine, key, COMMITTEES, *order)


def committee_scopes(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """What each committee deals with, as judged: contract columns.

    By kind, within it by committee as printed, then by key. No row where nobody has judged it.
    """
    return _whole(
        engine,
        key,
        COMMITTEE_SCOPES,
        COMMITTEE_SCOPES.c.kind,
        COMMITTEE_SCOPES.c.source_line,
        COMMITTEE_SCOPES.c.committee,
        COMMITTEE_SCOPES.c.key,
    )


def committee_omissions(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Goals and activities that no committee's name covers, as judged, in printed order: contract
    columns. No row where nobody has judged it."""
    order = (
        COMMITTEE_OMISSIONS.c.source_line,
        COMMITTEE_OMISSIONS.c.kind,
        COMMITTEE_OMISSIONS.c.key,
    )
    return _whole(engine, key, COMMITTEE_OMISSIONS, *order)


def executive_committee(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The members of the executive committee in printed order: contract columns."""
    return _whole(engine, key, EXECUTIVE_COMMITTEE, EXECUTIVE_COMMITTEE.c.position)


def staff(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Staff by status in printed order: contract columns, persons."""
    return _whole(engine, key, STAFF, STAFF.c.source_line, STAFF.c.status)


def positions(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The lines of the norm staff table in printed order: contract columns."""
    order = (POSITIONS.c.source_line, POSITIONS.c.number, POSITIONS.c["class"])
    return _whole(engine, key, POSITIONS, *order)


def position_occupancy(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Filled and vacant norm positions by class: contract columns."""
    order = (POSITION_OCCUPANCY.c.source_line, POSITION_OCCUPANCY.c["class"])
    return _whole(engine, key, POSITION_OCCUPANCY, *order)


def technology_facts(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The figures stated in section 1.4, in their order: contract columns."""
    return _whole(engine, key, TECHNOLOGY_FACTS, TECHNOLOGY_FACTS.c.position)


def stated_figures(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Figures that the document states about a whole: contract columns; lira for unit TRY."""
    return _whole(
        engine, key, STATED_FIGURES, STATED_FIGURES.c.source_line, STATED_FIGURES.c.figure
    )
