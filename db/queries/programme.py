"""Which programmes there are, and the numbers that describe one as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Engine, Select, func, select

from db.errors import UnknownProgramme
from db.queries._frame import contract, frame, of
from db.queries._key import ProgrammeKey
from db.reading import reading
from db.tables import DATASETS, table
from kbb_data.schema import STRATEGIC_PLAN
from kbb_data.turkish import sort_key

ACTIVITIES = table("activities")
ASSETS = table("assets")
CORE_VALUES = table("core_values")
COUNCIL_MEMBERS = table("council_members")
FINDINGS = table("findings")
HIERARCHY = table("hierarchy")
INDICATORS = table("indicators")
PRINTED_PERFORMANCE = table("printed_performance")
PROGRAMME = table("programme")
SPENDING_UNITS = table("spending_units")


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme in the database, with the hash of the dataset that it was loaded from.

    ``form`` is the statutory form: ``strategic_plan`` or ``programme_budget``.
    ``dataset_sha256`` reads ``sha256:...`` and changes with any byte of the dataset: use it in
    every cache key. ``mission`` and ``vision`` are ``None`` where the document has none. Of data
    that are looked at before they are published ``is_draft`` holds, and ``draft_folder`` is where
    their files lie, where that is known.
    """

    year: int
    institution: str
    mission: str | None
    vision: str | None
    source_title: str
    source_sha256: str
    dataset_sha256: str
    version: str = ""
    licence: str = ""
    form: str = STRATEGIC_PLAN
    is_draft: bool = False
    draft_folder: str | None = None

    @property
    def key(self) -> ProgrammeKey:
        """What every other question asks for."""
        return ProgrammeKey(self.year, self.institution)


@dataclass(frozen=True, slots=True)
class Totals:
    """The last lines of table 2.4, in kuruş, as printed; ``None`` where one is not stated.

    ``goals_*`` is the line of all performance goals together, ``general_administration_kurus``
    and ``transfers_kurus`` the totals of their lines, and the last three the grand total.
    """

    goals_budget_kurus: int | None
    goals_off_budget_kurus: int | None
    goals_total_kurus: int | None
    general_administration_kurus: int | None
    transfers_kurus: int | None
    budget_kurus: int | None
    off_budget_kurus: int | None
    total_kurus: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each a programme has; 0 where it has none. ``aims``, ``objectives`` and ``goals``
    count the levels of its form (``db.queries.levels``)."""

    aims: int
    objectives: int
    goals: int
    indicators: int
    activities: int
    spending_units: int
    assets: int
    findings: int
    council_members: int


def _programmes() -> Select[*tuple[Any, ...]]:
    return select(
        PROGRAMME.c.year,
        PROGRAMME.c.institution,
        PROGRAMME.c.mission,
        PROGRAMME.c.vision,
        PROGRAMME.c.source_title,
        PROGRAMME.c.source_sha256,
        DATASETS.c.dataset_sha256,
        DATASETS.c.version,
        DATASETS.c.licence,
        func.coalesce(PROGRAMME.c.form, STRATEGIC_PLAN),
        DATASETS.c.is_draft,
        DATASETS.c.draft_folder,
    ).join(
        DATASETS,
        (DATASETS.c.programme_year == PROGRAMME.c.year)
        & (DATASETS.c.institution == PROGRAMME.c.institution),
    )


def programmes(engine: Engine) -> list[Programme]:
    """Every programme in the database, a draft before all others, then newest year first, then by
    institution in Turkish order.

    Empty when nothing was loaded. Raises ``DatabaseUnavailable``.
    """
    with reading(engine) as connection:
        result = [Programme(*row) for row in connection.execute(_programmes())]
    return sorted(
        result,
        key=lambda programme: (
            not programme.is_draft,
            -programme.year,
            sort_key(programme.institution),
        ),
    )


def programme(engine: Engine, key: ProgrammeKey) -> Programme:
    """The programme that ``key`` names. Raises ``UnknownProgramme`` where there is none."""
    statement = _programmes().where(*of(PROGRAMME, key))
    with reading(engine) as connection:
        row = connection.execute(statement).one_or_none()
    if row is None:
        raise UnknownProgramme(key.year, key.institution)
    return Programme(*row)


def totals(engine: Engine, key: ProgrammeKey) -> Totals:
    """The programme's totals as table 2.4 prints them; every field ``None`` for no such lines."""
    statement = select(
        PRINTED_PERFORMANCE.c.role,
        PRINTED_PERFORMANCE.c.budget,
        PRINTED_PERFORMANCE.c.off_budget,
        PRINTED_PERFORMANCE.c.total,
    ).where(*of(PRINTED_PERFORMANCE, key), PRINTED_PERFORMANCE.c.role.is_not(None))
    with reading(engine) as connection:
        lines = {
            role: (budget, off_budget, total)
            for role, budget, off_budget, total in connection.execute(statement)
        }
    nothing = (None, None, None)
    goals, whole = lines.get("goals_total", nothing), lines.get("grand_total", nothing)
    return Totals(
        goals_budget_kurus=goals[0],
        goals_off_budget_kurus=goals[1],
        goals_total_kurus=goals[2],
        general_administration_kurus=lines.get("general_administration", nothing)[2],
        transfers_kurus=lines.get("transfers", nothing)[2],
        budget_kurus=whole[0],
        off_budget_kurus=whole[1],
        total_kurus=whole[2],
    )


def counts(engine: Engine, key: ProgrammeKey) -> Counts:
    """How many aims, objectives, goals ... the programme has."""
    part = HIERARCHY.c
    levels = (
        part.level.in_(("aim", "programme")),
        (part.level == "objective") | part.objective.is_not(None),
        part.level.in_(("goal", "sub_programme")),
    )
    counted = (
        INDICATORS,
        ACTIVITIES,
        SPENDING_UNITS,
        ASSETS,
        FINDINGS,
        COUNCIL_MEMBERS,
    )
    statement = select(
        *(
            select(func.count())
            .select_from(HIERARCHY)
            .where(*of(HIERARCHY, key), is_level)
            .scalar_subquery()
            for is_level in levels
        ),
        *(
            select(func.count()).select_from(rows).where(*of(rows, key)).scalar_subquery()
            for rows in counted
        ),
    )
    with reading(engine) as connection:
        return Counts(*connection.execute(statement).one())


def core_values(engine: Engine, key: ProgrammeKey) -> pd.DataFrame:
    """The core values in printed order: contract columns."""
    statement = (
        select(*contract(CORE_VALUES)).where(*of(CORE_VALUES, key)).order_by(CORE_VALUES.c.position)
    )
    return frame(engine, statement)
