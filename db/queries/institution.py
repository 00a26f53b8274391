"""The institution behind the programme: what it owns, who sits where, who works there."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Engine, select

from db.models import (
    Asset,
    AssetPart,
    Base,
    CommitteeScope,
    CommitteeSeat,
    CouncilMember,
    CouncilOfficer,
    ExecutiveCommitteeMember,
    NormPosition,
    OfProgramme,
    PositionOccupancy,
    StaffGroup,
    StatedFigure,
    TechnologyFact,
)
from db.queries._frame import contract, frame
from db.queries._key import ProgrammeKey


def _whole(
    engine: Engine, key: ProgrammeKey, model: type[Base], *order: ColumnElement[Any] | Any
) -> pd.DataFrame:
    """A table's contract columns for one programme, as the document orders them."""
    assert issubclass(model, OfProgramme)
    statement = (
        select(*contract(model))
        .where(model.programme_year == key.year, model.institution == key.institution)
        .order_by(*order)
    )
    return frame(engine, statement)


def assets(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The lines of table 1.3 in printed order: contract columns.

    Areas are m² (NaN where not stated), ``count`` pieces, ``capacity_persons`` persons (both
    ``<NA>`` where not stated); ``kind`` is the judged kind or ``None``.
    """
    return _whole(engine, key, Asset, Asset.source_line, Asset.asset)


def asset_parts(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """What the notes of table 1.3 split an asset into: contract columns, ``station`` an asset."""
    return _whole(
        engine, key, AssetPart, AssetPart.source_line, AssetPart.asset, AssetPart.position
    )


def council_members(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The members of the council in printed order: contract columns."""
    return _whole(engine, key, CouncilMember, CouncilMember.position)


def council_officers(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The deputy chairs and clerks of the council in printed order: contract columns."""
    return _whole(engine, key, CouncilOfficer, CouncilOfficer.position)


def committees(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The seats on the council's committees in printed order: contract columns."""
    return _whole(engine, key, CommitteeSeat, CommitteeSeat.source_line, CommitteeSeat.position)


def committee_scopes(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The aims and units that each committee deals with, as judged: contract columns.

    Aims before units; within them by committee as printed, then by key. No row where nobody has
    judged it.
    """
    return _whole(
        engine,
        key,
        CommitteeScope,
        CommitteeScope.kind,
        CommitteeScope.source_line,
        CommitteeScope.committee,
        CommitteeScope.key,
    )


def executive_committee(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The members of the executive committee in printed order: contract columns."""
    return _whole(engine, key, ExecutiveCommitteeMember, ExecutiveCommitteeMember.position)


def staff(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Staff by status in printed order: contract columns, persons."""
    return _whole(engine, key, StaffGroup, StaffGroup.source_line)


def positions(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The lines of the norm staff table in printed order: contract columns."""
    return _whole(engine, key, NormPosition, NormPosition.source_line, NormPosition.number)


def position_occupancy(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Filled and vacant norm positions by class: contract columns."""
    return _whole(engine, key, PositionOccupancy, PositionOccupancy.source_line)


def technology_facts(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The figures stated in section 1.4, in their order: contract columns."""
    return _whole(engine, key, TechnologyFact, TechnologyFact.position)


def stated_figures(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """Figures that the document states about a whole: contract columns; lira for unit TRY."""
    return _whole(engine, key, StatedFigure, StatedFigure.source_line, StatedFigure.figure)
