"""The database's tables: one class a table of ``kbb_data.schema``, same names, same order.

Every table but ``programme`` carries ``programme_year`` and ``institution`` in front of its own
key, so that the programmes of many years and institutions live side by side. Money is whole
kuruş. ``*_fold`` columns hold the text in its search form and ``*_sort`` its Turkish sort key;
both are computed on insert, so that SQLite and PostgreSQL find and order alike. What a column
means stands in ``kbb_data.schema``; a test holds the two together.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable, Sequence
from typing import Annotated

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Double,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from db import search_documents, search_index
from kbb_data import search_words, turkish
from kbb_data.schema import (
    ASSET_KINDS,
    DIRECTIONS,
    ECONOMIC_CODES,
    OFF_BUDGET_SOURCES,
    RESOURCE_NEED_TOTALS,
    SCOPE_KINDS,
    SEVERITIES,
    VALUE_KINDS,
)

#: Text that is compared and ordered byte by byte on every database: keys and computed texts.
_BYTEWISE = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")

#: An amount of money in whole kuruş.
Kurus = Annotated[int, "kurus"]
#: A text that is a key, or points at one.
Code = Annotated[str, "code"]
#: A text in its search form (``kbb_data.turkish.fold``).
Folded = Annotated[str, "folded"]
#: A text's Turkish sort key (``kbb_data.turkish.sort_key``).
SortKey = Annotated[str, "sort key"]


class Base(DeclarativeBase):
    """The tables of the dataset, and the two that say what is loaded."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - declared so by SQLAlchemy
        int: Integer(),
        float: Double(),
        bool: Boolean(),
        str: Text(),
        Kurus: BigInteger(),
        Code: _BYTEWISE,
        Folded: _BYTEWISE,
        SortKey: _BYTEWISE,
    }


class Sourced:
    """Where a row stands in the document."""

    source_section: Mapped[str] = mapped_column(sort_order=90)
    source_line: Mapped[int] = mapped_column(sort_order=91)


class OfProgramme:
    """The programme that a row belongs to, the first part of its key."""

    programme_year: Mapped[int] = mapped_column(primary_key=True, sort_order=-2)
    institution: Mapped[Code] = mapped_column(primary_key=True, sort_order=-1)


def _of_programme() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["programme_year", "institution"], ["programme.year", "programme.institution"]
    )


def _points_at(table: str, *key: str, own: str | None = None) -> ForeignKeyConstraint:
    """A row of the same programme in ``table``, by ``key``; ``own`` where the column here has
    another name than there. A row whose column is empty points nowhere."""
    columns = [own] if own is not None else list(key)
    return ForeignKeyConstraint(
        ["programme_year", "institution", *columns],
        [f"{table}.{column}" for column in ("programme_year", "institution", *key)],
    )


def _one_of(column: str, values: Sequence[str]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_value")


def _computed(column: str, of: Callable[[str], str]) -> Callable[[DefaultExecutionContext], str]:
    def compute(context: DefaultExecutionContext) -> str:
        return of(context.get_current_parameters()[column])  # type: ignore[no-untyped-call]

    return compute


def folded(column: str) -> Callable[[DefaultExecutionContext], str]:
    """The default of a ``*_fold`` column: ``column`` of the inserted row in its search form."""
    return _computed(column, turkish.fold)


def sorted_by(column: str) -> Callable[[DefaultExecutionContext], str]:
    """The default of a ``*_sort`` column: the Turkish sort key of ``column``."""
    return _computed(column, turkish.sort_key)


class Programme(Sourced, Base):
    """The performance programme of one institution for one year."""

    __tablename__ = "programme"

    year: Mapped[int] = mapped_column(primary_key=True)
    institution: Mapped[Code] = mapped_column(primary_key=True)
    mission: Mapped[str | None]
    vision: Mapped[str | None]
    source_title: Mapped[str]
    source_sha256: Mapped[str]


class CoreValue(OfProgramme, Sourced, Base):
    """A core value."""

    __tablename__ = "core_values"
    __table_args__ = (_of_programme(),)

    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


class Aim(OfProgramme, Sourced, Base):
    """A strategic aim (S.A.)."""

    __tablename__ = "aims"
    __table_args__ = (_of_programme(),)

    aim: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    statement: Mapped[str]
    short_name: Mapped[str]
    short_name_en: Mapped[str | None]
    name_printed: Mapped[str | None]
    name_fold: Mapped[Folded] = mapped_column(default=folded("name"))
    name_sort: Mapped[SortKey] = mapped_column(default=sorted_by("name"))
    statement_fold: Mapped[Folded] = mapped_column(default=folded("statement"))


class Objective(OfProgramme, Sourced, Base):
    """A strategic objective (S.H.)."""

    __tablename__ = "objectives"
    __table_args__ = (
        _of_programme(),
        _points_at("aims", "aim"),
    )

    objective: Mapped[Code] = mapped_column(primary_key=True)
    aim: Mapped[int]
    statement: Mapped[str]
    statement_fold: Mapped[Folded] = mapped_column(default=folded("statement"))
    statement_sort: Mapped[SortKey] = mapped_column(default=sorted_by("statement"))


class Goal(OfProgramme, Sourced, Base):
    """A performance goal (P.H.) with its printed totals."""

    __tablename__ = "goals"
    __table_args__ = (
        _of_programme(),
        _points_at("objectives", "objective"),
    )

    goal: Mapped[int] = mapped_column(primary_key=True)
    objective: Mapped[Code]
    statement: Mapped[str]
    note: Mapped[str | None]
    budget: Mapped[Kurus | None]
    off_budget: Mapped[Kurus | None]
    total: Mapped[Kurus | None]
    aim_statement: Mapped[str | None]
    objective_statement: Mapped[str | None]
    statement_fold: Mapped[Folded] = mapped_column(default=folded("statement"))
    statement_sort: Mapped[SortKey] = mapped_column(default=sorted_by("statement"))


class Indicator(OfProgramme, Sourced, Base):
    """A performance indicator."""

    __tablename__ = "indicators"
    __table_args__ = (
        _of_programme(),
        _points_at("goals", "goal"),
        _one_of("direction", DIRECTIONS),
    )

    goal: Mapped[int] = mapped_column(primary_key=True)
    indicator: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    unit: Mapped[str | None]
    unit_printed: Mapped[str | None]
    is_cumulative: Mapped[bool]
    note: Mapped[str | None]
    name_printed: Mapped[str]
    is_yearly: Mapped[bool]
    direction: Mapped[str | None]
    direction_reason: Mapped[str | None]
    name_fold: Mapped[Folded] = mapped_column(default=folded("name"))
    name_sort: Mapped[SortKey] = mapped_column(default=sorted_by("name"))


class IndicatorValue(OfProgramme, Sourced, Base):
    """An indicator's figure for a year."""

    __tablename__ = "indicator_values"
    __table_args__ = (
        _of_programme(),
        _points_at("indicators", "goal", "indicator"),
        _one_of("kind", VALUE_KINDS),
    )

    goal: Mapped[int] = mapped_column(primary_key=True)
    indicator: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    value: Mapped[float | None]
    printed: Mapped[str | None]
    correction: Mapped[str | None]


class SpendingUnit(OfProgramme, Sourced, Base):
    """A spending unit, responsible for activities."""

    __tablename__ = "spending_units"
    __table_args__ = (_of_programme(),)

    spending_unit: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[str]
    aliases: Mapped[str | None]
    short_name: Mapped[str]
    name_fold: Mapped[Folded] = mapped_column(default=folded("name"))
    name_sort: Mapped[SortKey] = mapped_column(default=sorted_by("name"))


class Activity(OfProgramme, Sourced, Base):
    """An activity with the totals of its cost table."""

    __tablename__ = "activities"
    __table_args__ = (
        _of_programme(),
        _points_at("goals", "goal"),
        _points_at("spending_units", "spending_unit"),
    )

    activity: Mapped[int] = mapped_column(primary_key=True)
    goal: Mapped[int]
    position: Mapped[int]
    name: Mapped[str]
    cost_table_name: Mapped[str]
    spending_unit: Mapped[Code]
    note: Mapped[str | None]
    budget: Mapped[Kurus | None]
    off_budget: Mapped[Kurus | None]
    total: Mapped[Kurus | None]
    goal_table_budget: Mapped[Kurus | None]
    goal_table_off_budget: Mapped[Kurus | None]
    goal_table_total: Mapped[Kurus | None]
    goal_table_line: Mapped[int]
    cost_table_goal: Mapped[int | None]
    cost_table_goal_statement: Mapped[str | None]
    unit_printed: Mapped[str]
    name_fold: Mapped[Folded] = mapped_column(default=folded("name"))
    name_sort: Mapped[SortKey] = mapped_column(default=sorted_by("name"))


class EconomicCode(OfProgramme, Sourced, Base):
    """A first-level code of the economic classification."""

    __tablename__ = "economic_codes"
    __table_args__ = (
        _of_programme(),
        _one_of("economic_code", ECONOMIC_CODES),
    )

    economic_code: Mapped[Code] = mapped_column(primary_key=True)
    name: Mapped[str]


class ActivityCost(OfProgramme, Sourced, Base):
    """An activity's cost under an economic code."""

    __tablename__ = "activity_costs"
    __table_args__ = (
        _of_programme(),
        _points_at("activities", "activity"),
        _points_at("economic_codes", "economic_code"),
    )

    activity: Mapped[int] = mapped_column(primary_key=True)
    economic_code: Mapped[Code] = mapped_column(primary_key=True)
    amount: Mapped[Kurus | None]


class OffBudgetResource(OfProgramme, Sourced, Base):
    """An activity's off-budget resource by source."""

    __tablename__ = "off_budget_resources"
    __table_args__ = (
        _of_programme(),
        _points_at("activities", "activity"),
        _one_of("source", OFF_BUDGET_SOURCES),
    )

    activity: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[Code] = mapped_column(primary_key=True)
    amount: Mapped[Kurus | None]


class UnitResponsibility(OfProgramme, Sourced, Base):
    """A line of table 2.6: an activity and the unit that answers."""

    __tablename__ = "unit_responsibilities"
    __table_args__ = (
        _of_programme(),
        _points_at("goals", "goal"),
        _points_at("spending_units", "spending_unit"),
        _points_at("activities", "activity"),
    )

    goal: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    activity_name: Mapped[str]
    spending_unit: Mapped[Code]
    unit_printed: Mapped[str | None]
    activity: Mapped[int | None]
    goal_statement: Mapped[str | None]


class PrintedPerformance(OfProgramme, Sourced, Base):
    """A line of table 2.4."""

    __tablename__ = "printed_performance"
    __table_args__ = (
        _of_programme(),
        _one_of("level", ("goal", "activity", "total")),
        _one_of("role", ("goals_total", "general_administration", "transfers", "grand_total")),
    )

    level: Mapped[Code] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    budget: Mapped[Kurus | None]
    budget_share: Mapped[float | None]
    off_budget: Mapped[Kurus | None]
    off_budget_share: Mapped[float | None]
    total: Mapped[Kurus | None]
    total_share: Mapped[float | None]
    role: Mapped[str | None]
    goal: Mapped[int | None]


class ResourceNeed(OfProgramme, Sourced, Base):
    """A line of table 2.5."""

    __tablename__ = "resource_needs"
    __table_args__ = (
        _of_programme(),
        _one_of("line", (*ECONOMIC_CODES, *RESOURCE_NEED_TOTALS)),
    )

    line: Mapped[Code] = mapped_column(primary_key=True)
    activities: Mapped[Kurus | None]
    general_administration: Mapped[Kurus | None]
    transfers: Mapped[Kurus | None]
    total: Mapped[Kurus | None]
    label: Mapped[str]
    correction: Mapped[str | None]


class Asset(OfProgramme, Sourced, Base):
    """A line of table 1.3: a building, ground, vehicle or machine."""

    __tablename__ = "assets"
    __table_args__ = (
        _of_programme(),
        _one_of("kind", ASSET_KINDS),
    )

    asset: Mapped[Code] = mapped_column(primary_key=True)
    category: Mapped[str]
    name: Mapped[str]
    district: Mapped[str | None]
    district_printed: Mapped[str | None]
    count: Mapped[int | None]
    area_m2: Mapped[float | None]
    indoor_area_m2: Mapped[float | None]
    open_area_m2: Mapped[float | None]
    capacity_persons: Mapped[int | None]
    note: Mapped[str | None]
    size_printed: Mapped[str | None]
    counted: Mapped[str | None]
    kind: Mapped[str | None]
    correction: Mapped[str | None]
    name_fold: Mapped[Folded] = mapped_column(default=folded("name"))
    name_sort: Mapped[SortKey] = mapped_column(default=sorted_by("name"))


class AssetPart(OfProgramme, Sourced, Base):
    """A part of an asset line that its note tells apart."""

    __tablename__ = "asset_parts"
    __table_args__ = (
        _of_programme(),
        _points_at("assets", "asset"),
        _points_at("assets", "asset", own="station"),
        _one_of("part", ("station", "sort")),
    )

    asset: Mapped[Code] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    part: Mapped[str]
    label: Mapped[str]
    count: Mapped[int | None]
    area_m2: Mapped[float | None]
    station: Mapped[Code | None]


class CouncilMember(OfProgramme, Sourced, Base):
    """A member of the council."""

    __tablename__ = "council_members"
    __table_args__ = (_of_programme(),)

    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    party: Mapped[str | None]
    district: Mapped[str | None]
    name_fold: Mapped[Folded] = mapped_column(default=folded("name"))
    name_sort: Mapped[SortKey] = mapped_column(default=sorted_by("name"))


class CouncilOfficer(OfProgramme, Sourced, Base):
    """A deputy chair or clerk of the council."""

    __tablename__ = "council_officers"
    __table_args__ = (_of_programme(),)

    position: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str]
    name: Mapped[str]
    name_fold: Mapped[Folded] = mapped_column(default=folded("name"))
    name_sort: Mapped[SortKey] = mapped_column(default=sorted_by("name"))


class CommitteeSeat(OfProgramme, Sourced, Base):
    """A seat on a committee of the council."""

    __tablename__ = "committees"
    __table_args__ = (_of_programme(),)

    committee: Mapped[Code] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str]
    name: Mapped[str]
    name_fold: Mapped[Folded] = mapped_column(default=folded("name"))
    name_sort: Mapped[SortKey] = mapped_column(default=sorted_by("name"))


class CommitteeScope(OfProgramme, Sourced, Base):
    """An aim or spending unit that a committee deals with, judged from its name."""

    __tablename__ = "committee_scopes"
    __table_args__ = (_of_programme(), _one_of("kind", SCOPE_KINDS))

    committee: Mapped[Code] = mapped_column(primary_key=True)
    kind: Mapped[Code] = mapped_column(primary_key=True)
    key: Mapped[Code] = mapped_column(primary_key=True)
    reason: Mapped[str]


class ExecutiveCommitteeMember(OfProgramme, Sourced, Base):
    """A member of the executive committee (encümen)."""

    __tablename__ = "executive_committee"
    __table_args__ = (_of_programme(),)

    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    name_fold: Mapped[Folded] = mapped_column(default=folded("name"))
    name_sort: Mapped[SortKey] = mapped_column(default=sorted_by("name"))


class StaffGroup(OfProgramme, Sourced, Base):
    """The staff of one status."""

    __tablename__ = "staff"
    __table_args__ = (_of_programme(),)

    status: Mapped[Code] = mapped_column(primary_key=True)
    total: Mapped[int | None]
    men: Mapped[int | None]
    women: Mapped[int | None]
    primary: Mapped[int | None]
    secondary: Mapped[int | None]
    bachelor: Mapped[int | None]
    master: Mapped[int | None]


class NormPosition(OfProgramme, Sourced, Base):
    """A line of the norm staff table."""

    __tablename__ = "positions"
    __table_args__ = (
        _of_programme(),
        _one_of("class", ("civil_servant", "worker")),
    )

    class_: Mapped[Code] = mapped_column("class", primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    count: Mapped[int | None]
    title_fold: Mapped[Folded] = mapped_column(default=folded("title"))
    title_sort: Mapped[SortKey] = mapped_column(default=sorted_by("title"))


class PositionOccupancy(OfProgramme, Sourced, Base):
    """Filled and vacant norm positions of a class."""

    __tablename__ = "position_occupancy"
    __table_args__ = (
        _of_programme(),
        _one_of("class", ("civil_servant", "worker")),
    )

    class_: Mapped[Code] = mapped_column("class", primary_key=True)
    filled: Mapped[int | None]
    vacant: Mapped[int | None]
    total: Mapped[int | None]


class TechnologyFact(OfProgramme, Sourced, Base):
    """A figure stated in section 1.4."""

    __tablename__ = "technology_facts"
    __table_args__ = (_of_programme(),)

    position: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    value: Mapped[float | None]
    unit: Mapped[str | None]
    is_minimum: Mapped[bool]
    printed: Mapped[str]


class StatedFigure(OfProgramme, Sourced, Base):
    """A figure that the document states about a whole, beside its tables."""

    __tablename__ = "stated_figures"
    __table_args__ = (_of_programme(),)

    figure: Mapped[Code] = mapped_column(primary_key=True)
    label: Mapped[str]
    value: Mapped[float | None]
    unit: Mapped[str | None]
    printed: Mapped[str | None]


class Check(OfProgramme, Sourced, Base):
    """A reconciliation that was run over the dataset."""

    __tablename__ = "checks"
    __table_args__ = (_of_programme(),)

    check: Mapped[Code] = mapped_column(primary_key=True)
    title: Mapped[str]
    compared: Mapped[int]
    failed: Mapped[int]


class Finding(OfProgramme, Sourced, Base):
    """A place where the document disagrees with itself."""

    __tablename__ = "findings"
    __table_args__ = (
        _of_programme(),
        _points_at("checks", "check"),
        _one_of("severity", SEVERITIES),
    )

    finding: Mapped[Code] = mapped_column(primary_key=True)
    check: Mapped[Code]
    severity: Mapped[str]
    location: Mapped[str]
    stated: Mapped[str | None]
    computed: Mapped[str | None]
    difference: Mapped[str | None]
    explanation: Mapped[str]
    unit: Mapped[str]


class SearchDocument(Base):
    """Something that can be found (``db.search_documents``): the texts that are shown, and the
    words and stems of each, separated by spaces, that the full-text index takes up."""

    __tablename__ = "search_documents"
    __table_args__ = (
        _of_programme(),
        UniqueConstraint("programme_year", "institution", "kind", "code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    programme_year: Mapped[int]
    institution: Mapped[Code]
    kind: Mapped[Code]
    code: Mapped[Code]
    title: Mapped[str]
    body: Mapped[str]
    district: Mapped[str | None]
    title_words: Mapped[Folded]
    title_stems: Mapped[Folded]
    body_words: Mapped[Folded]
    body_stems: Mapped[Folded]


class Dataset(OfProgramme, Base):
    """The dataset from which a programme was loaded, as its ``datapackage.json`` states it."""

    __tablename__ = "datasets"
    __table_args__ = (_of_programme(),)

    dataset_sha256: Mapped[str]
    licence: Mapped[str]
    version: Mapped[str]


class SchemaVersion(Base):
    """The one row that says by which tables the database was made."""

    __tablename__ = "schema_version"

    version: Mapped[Code] = mapped_column(primary_key=True)


#: Letters whose search form and sort key are part of the version: a database that was filled
#: under other rules must be filled again.
_LETTERS = "AaÂâBbCcÇçĞğIıİiÎîJjOoÖöQqŞşUuÜüÛûVvWwXxYyZz 0123456789-'’"


def schema_version() -> str:
    """A fingerprint of these tables and of the rules for search and sort, 16 hexadecimal digits.

    It changes by itself with any table, column, type, key, constraint or index, so that nobody
    has to remember a number.
    """
    digest = hashlib.sha256()
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            kind = type(column.type).__name__
            line = f"{table.name}.{column.name} {kind} {column.nullable} {column.primary_key};"
            digest.update(line.encode())
        rules = [str(rule.name) for rule in table.constraints]
        rules += [str(index.name) for index in table.indexes]
        rules += [
            str(rule.sqltext) for rule in table.constraints if isinstance(rule, CheckConstraint)
        ]
        digest.update(";".join(sorted(rules)).encode())
    for letter in _LETTERS:
        digest.update(f"{turkish.fold(letter)}|{turkish.sort_key(letter)};".encode())
    # What is in the index hangs on these modules alone, beside the dataset.
    for module in (search_documents, search_words):
        digest.update(inspect.getsource(module).encode())
    digest.update(search_index.fingerprint().encode())
    return digest.hexdigest()[:16]
