"""Every table and column of the dataset, described once.

The CSV headers, ``datapackage.json``, the database models, the data dictionary and the
labels that a visitor reads all come from here. This module imports nothing of ours.

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

from dataclasses import dataclass, field
from typing import Literal

ColumnType = Literal["string", "integer", "money", "decimal", "boolean"]

#: The statutory first level of the economic classification of public budgets. A code outside
#: this set stops an import: it is a misprint, not a new kind of spending.
ECONOMIC_CODES = ("01", "02", "03", "04", "05", "06", "07", "08", "09")

OFF_BUDGET_SOURCES = ("revolving_fund", "other_domestic", "foreign")

#: The lines of table 2.5 that are not an economic code.
RESOURCE_NEED_TOTALS = (
    "budget_total",
    *OFF_BUDGET_SOURCES,
    "off_budget_total",
    "total",
)

VALUE_KINDS = ("actual", "estimate", "target")

DIRECTIONS = ("more", "less", "keep")

ASSET_KINDS = (
    "social_centre",
    "sports_facility",
    "course_centre",
    "attraction",
    "fire_station",
    "library",
    "museum",
    "cemetery",
    "car_park",
    "hobby_garden",
    "shop",
    "culture_centre",
    "conservatory",
    "service_building",
    "constabulary",
    "green_area",
    "fire_vehicle",
    "constabulary_vehicle",
    "funeral_vehicle",
    "car",
    "public_transport_vehicle",
    "work_machine",
    "other",
)

#: What a committee's scope names.
SCOPE_KINDS = ("aim", "spending_unit")

SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what a value means, its type and unit, its labels."""

    name: str
    type: ColumnType
    meaning: str
    tr: str
    en: str
    unit: str = ""
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """``columns`` of this table name a row of ``table`` by its ``references``."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row means, its columns, its key and what it points at."""

    name: str
    row: str
    tr: str
    en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = field(default=())

    def column(self, name: str) -> Column:
        """The column called ``name``; raises ``KeyError`` naming table and column."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name!r}")

    @property
    def column_names(self) -> tuple[str, ...]:
        """The CSV header, in order."""
        return tuple(column.name for column in self.columns)


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


def _text(
    name: str,
    meaning: str,
    tr: str,
    en: str,
    *,
    required: bool = False,
    values: tuple[str, ...] = (),
) -> Column:
    return Column(name, "string", meaning, tr, en, required=required, values=values)


def _int(
    name: str, meaning: str, tr: str, en: str, *, required: bool = False, unit: str = ""
) -> Column:
    return Column(name, "integer", meaning, tr, en, required=required, unit=unit)


def _money(name: str, meaning: str, tr: str, en: str) -> Column:
    return Column(name, "money", meaning, tr, en, unit="TRY")


def _decimal(name: str, meaning: str, tr: str, en: str, unit: str = "") -> Column:
    return Column(name, "decimal", meaning, tr, en, unit=unit)


def _flag(name: str, meaning: str, tr: str, en: str) -> Column:
    return Column(name, "boolean", meaning, tr, en, required=True)


def _table(
    name: str,
    row: str,
    tr: str,
    en: str,
    columns: tuple[Column, ...],
    key: tuple[str, ...],
    *foreign_keys: ForeignKey,
) -> Table:
    return Table(name, row, tr, en, columns + PROVENANCE, key, foreign_keys)


def _fk(column: str, table: str) -> ForeignKey:
    return ForeignKey((column,), table, (column,))


_GOAL = _int(
    "goal",
    "Number of the performance goal (P.H.)",
    "Performans hedefi",
    "Performance goal",
    required=True,
)
_ACTIVITY = _int(
    "activity",
    "Number of the activity, the numbering of table 2.4",
    "Faaliyet no",
    "Activity",
    required=True,
)
_POSITION = _int(
    "position", "Place in the printed order, from 1", "Sıra", "Position", required=True
)
_NOTE = _text("note", "The note printed beside it (Açıklamalar)", "Açıklama", "Note")
_CORRECTION = _text(
    "correction",
    "Why a value of this row is read otherwise than printed; empty where it is read as printed",
    "Düzeltme gerekçesi",
    "Correction",
)

TABLES: tuple[Table, ...] = (
    _table(
        "programme",
        "the performance programme of one institution for one year",
        "Performans programı",
        "Performance programme",
        (
            _int(
                "year",
                "Year of the programme: the year of its targets",
                "Program yılı",
                "Programme year",
                required=True,
            ),
            _text(
                "institution",
                "Name of the institution, as printed",
                "İdare",
                "Institution",
                required=True,
            ),
            _text("mission", "The mission statement", "Misyon", "Mission"),
            _text("vision", "The vision statement", "Vizyon", "Vision"),
            _text(
                "source_title",
                "Title of the document",
                "Kaynak belge",
                "Source title",
                required=True,
            ),
            _text(
                "source_sha256",
                "SHA-256 of the source text's bytes, hexadecimal",
                "Kaynak özeti (SHA-256)",
                "Source SHA-256",
                required=True,
            ),
        ),
        ("year", "institution"),
    ),
    _table(
        "core_values",
        "a core value",
        "Temel değerler",
        "Core values",
        (
            _POSITION,
            _text("text", "The value as printed", "Temel değer", "Core value", required=True),
        ),
        ("position",),
    ),
    _table(
        "aims",
        "a strategic aim (S.A.)",
        "Stratejik amaçlar",
        "Strategic aims",
        (
            _int("aim", "Number of the strategic aim", "Amaç no", "Aim", required=True),
            _text(
                "name",
                "The management area, as the heading of section 2.3 names it",
                "Alan",
                "Management area",
                required=True,
            ),
            _text(
                "statement",
                "The aim's statement in section 2.2.2",
                "Amaç",
                "Statement",
                required=True,
            ),
            _text(
                "short_name",
                "Short title for charts (judged, names.toml); the name without it",
                "Kısa ad",
                "Short name",
                required=True,
            ),
            _text(
                "short_name_en",
                "The short title in English (judged, names.toml)",
                "Kısa ad (İngilizce)",
                "Short name in English",
            ),
            _text(
                "name_printed",
                "The heading above the aim in section 2.2.2, as printed",
                "Basılı başlık",
                "Printed heading",
            ),
        ),
        ("aim",),
    ),
    _table(
        "objectives",
        "a strategic objective (S.H.)",
        "Stratejik hedefler",
        "Strategic objectives",
        (
            _text(
                "objective",
                "Number of the objective, aim and ordinal, as 1.1",
                "Stratejik hedef no",
                "Objective",
                required=True,
            ),
            _int("aim", "Number of its strategic aim", "Amaç no", "Aim", required=True),
            _text(
                "statement",
                "The objective's statement in section 2.2.2",
                "Stratejik hedef",
                "Statement",
                required=True,
            ),
        ),
        ("objective",),
        _fk("aim", "aims"),
    ),
    _table(
        "goals",
        "a performance goal (P.H.) with its printed totals",
        "Performans hedefleri",
        "Performance goals",
        (
            _GOAL,
            _text(
                "objective",
                "Number of its strategic objective",
                "Stratejik hedef no",
                "Objective",
                required=True,
            ),
            _text(
                "statement",
                "The goal's statement in its table",
                "Performans hedefi",
                "Statement",
                required=True,
            ),
            _NOTE,
            _money("budget", "Budget total printed in the goal's table", "Bütçe", "Budget"),
            _money(
                "off_budget",
                "Off-budget total printed in the goal's table",
                "Bütçe dışı",
                "Off-budget",
            ),
            _money("total", "Total printed in the goal's table", "Toplam", "Total"),
            _text(
                "aim_statement",
                "The aim as the goal's table quotes it",
                "Tablodaki amaç",
                "Aim as quoted",
            ),
            _text(
                "objective_statement",
                "The objective as the goal's table quotes it",
                "Tablodaki stratejik hedef",
                "Objective as quoted",
            ),
        ),
        ("goal",),
        _fk("objective", "objectives"),
    ),
    _table(
        "indicators",
        "a performance indicator",
        "Performans göstergeleri",
        "Performance indicators",
        (
            _GOAL,
            _int(
                "indicator",
                "Number of the indicator within its goal",
                "Gösterge no",
                "Indicator",
                required=True,
            ),
            _text(
                "name", "The indicator's name without its unit", "Gösterge", "Name", required=True
            ),
            _text(
                "unit",
                "Unit, normalised (%, adet, kişi, m², ha, km, ton, gün ...)",
                "Birim",
                "Unit",
            ),
            _text(
                "unit_printed",
                "The unit as printed, without its brackets",
                "Basılı birim",
                "Unit as printed",
            ),
            _flag(
                "is_cumulative",
                "Whether the figure adds up over the years (birikimli)",
                "Birikimli mi",
                "Cumulative",
            ),
            _NOTE,
            _text(
                "name_printed",
                "The whole name as printed, with its unit",
                "Basılı ad",
                "Name as printed",
                required=True,
            ),
            _flag(
                "is_yearly",
                "Whether the printed unit says that the figure is of one year",
                "Yıllık mı",
                "Per year",
            ),
            _text(
                "direction",
                "Whether more is better, less is better or the level is to be kept "
                "(judged, directions.toml); empty where nobody judged it",
                "Yön",
                "Direction",
                values=DIRECTIONS,
            ),
            _text("direction_reason", "Why that direction", "Yön gerekçesi", "Reason"),
        ),
        ("goal", "indicator"),
        _fk("goal", "goals"),
    ),
    _table(
        "indicator_values",
        "an indicator's figure for a year",
        "Gösterge değerleri",
        "Indicator values",
        (
            _GOAL,
            _int(
                "indicator",
                "Number of the indicator within its goal",
                "Gösterge no",
                "Indicator",
                required=True,
            ),
            _int("year", "Year of the figure", "Yıl", "Year", required=True),
            _text(
                "kind",
                "actual, estimate or target",
                "Tür",
                "Kind",
                required=True,
                values=VALUE_KINDS,
            ),
            _decimal(
                "value",
                "The figure in the indicator's unit; empty where none is stated or "
                "none can be read with certainty",
                "Değer",
                "Value",
            ),
            _text("printed", "The figure as printed", "Basılı değer", "As printed"),
            _CORRECTION,
        ),
        ("goal", "indicator", "year"),
        ForeignKey(("goal", "indicator"), "indicators", ("goal", "indicator")),
    ),
    _table(
        "spending_units",
        "a spending unit, responsible for activities",
        "Harcama birimleri",
        "Spending units",
        (
            _text(
                "spending_unit",
                "Stable key made from the name",
                "Birim anahtarı",
                "Unit key",
                required=True,
            ),
            _text(
                "name", "Name, as the cost tables spell it", "Harcama birimi", "Name", required=True
            ),
            _text(
                "aliases",
                "Other spellings in the document, separated by ' | '",
                "Diğer yazılışlar",
                "Other spellings",
            ),
            _text(
                "short_name",
                "Short title for charts (names.toml); the name without it",
                "Kısa ad",
                "Short name",
                required=True,
            ),
        ),
        ("spending_unit",),
    ),
    _table(
        "activities",
        "an activity with the totals of its cost table",
        "Faaliyetler",
        "Activities",
        (
            _ACTIVITY,
            _GOAL,
            _int(
                "position",
                "Place of the activity within its goal, from 1",
                "Sıra",
                "Position",
                required=True,
            ),
            _text(
                "name", "The activity's name in its goal's table", "Faaliyet", "Name", required=True
            ),
            _text(
                "cost_table_name",
                "The name that its cost table bears",
                "Maliyet tablosundaki ad",
                "Name in the cost table",
                required=True,
            ),
            _text(
                "spending_unit",
                "Key of the spending unit that answers for it",
                "Harcama birimi",
                "Spending unit",
                required=True,
            ),
            _text("note", "The note of its cost table", "Açıklama", "Note"),
            _money("budget", "Budget need, total of its cost table", "Bütçe", "Budget"),
            _money(
                "off_budget", "Off-budget need, total of its cost table", "Bütçe dışı", "Off-budget"
            ),
            _money("total", "Whole need, total of its cost table", "Toplam", "Total"),
            _money(
                "goal_table_budget",
                "Budget printed for it in the goal's table",
                "Hedef tablosunda bütçe",
                "Budget in the goal's table",
            ),
            _money(
                "goal_table_off_budget",
                "Off-budget printed for it in the goal's table",
                "Hedef tablosunda bütçe dışı",
                "Off-budget in the goal's table",
            ),
            _money(
                "goal_table_total",
                "Total printed for it in the goal's table",
                "Hedef tablosunda toplam",
                "Total in the goal's table",
            ),
            _int(
                "goal_table_line",
                "Line of the source text in which the goal's table names it",
                "Hedef tablosunda satır",
                "Line in the goal's table",
                required=True,
            ),
            _int(
                "cost_table_goal",
                "Goal number that its cost table bears; empty where it bears none",
                "Maliyet tablosundaki hedef no",
                "Goal number in the cost table",
            ),
            _text(
                "cost_table_goal_statement",
                "Goal statement that its cost table bears",
                "Maliyet tablosundaki hedef",
                "Goal in the cost table",
            ),
            _text(
                "unit_printed",
                "Spending unit as the cost table spells it",
                "Basılı birim",
                "Unit as printed",
                required=True,
            ),
        ),
        ("activity",),
        _fk("goal", "goals"),
        _fk("spending_unit", "spending_units"),
    ),
    _table(
        "economic_codes",
        "a first-level code of the economic classification",
        "Ekonomik kodlar",
        "Economic codes",
        (
            _text(
                "economic_code",
                "Two digits, 01 to 09",
                "Ekonomik kod",
                "Economic code",
                required=True,
                values=ECONOMIC_CODES,
            ),
            _text("name", "Name as table 2.5 prints it", "Adı", "Name", required=True),
        ),
        ("economic_code",),
    ),
    _table(
        "activity_costs",
        "an activity's cost under an economic code",
        "Faaliyet maliyetleri",
        "Activity costs",
        (
            _ACTIVITY,
            _text(
                "economic_code",
                "Two digits, 01 to 09",
                "Ekonomik kod",
                "Economic code",
                required=True,
            ),
            _money("amount", "Budget need under this code", "Tutar", "Amount"),
        ),
        ("activity", "economic_code"),
        _fk("activity", "activities"),
        _fk("economic_code", "economic_codes"),
    ),
    _table(
        "off_budget_resources",
        "an activity's off-budget resource by source",
        "Bütçe dışı kaynaklar",
        "Off-budget resources",
        (
            _ACTIVITY,
            _text(
                "source",
                "revolving fund, other domestic or foreign",
                "Kaynak",
                "Source",
                required=True,
                values=OFF_BUDGET_SOURCES,
            ),
            _money("amount", "Need met from this source", "Tutar", "Amount"),
        ),
        ("activity", "source"),
        _fk("activity", "activities"),
    ),
    _table(
        "unit_responsibilities",
        "a line of table 2.6: an activity and the unit that answers",
        "Sorumlu birimler",
        "Responsible units",
        (
            _GOAL,
            _int(
                "position",
                "Place of the line within its goal, from 1",
                "Sıra",
                "Position",
                required=True,
            ),
            _text(
                "activity_name",
                "The activity as table 2.6 names it",
                "Faaliyet",
                "Activity as named",
                required=True,
            ),
            _text(
                "spending_unit",
                "Key of the unit; the goal's first line names it for all",
                "Harcama birimi",
                "Spending unit",
                required=True,
            ),
            _text(
                "unit_printed",
                "The unit as printed on this line; empty where the cell is empty",
                "Basılı birim",
                "Unit as printed",
            ),
            _int(
                "activity",
                "Number of the activity that it means; empty where none fits",
                "Faaliyet no",
                "Activity",
            ),
            _text(
                "goal_statement",
                "The goal as table 2.6 words it, on the goal's first line",
                "Tablodaki hedef",
                "Goal as worded",
            ),
        ),
        ("goal", "position"),
        _fk("goal", "goals"),
        _fk("spending_unit", "spending_units"),
        _fk("activity", "activities"),
    ),
    _table(
        "printed_performance",
        "a line of table 2.4",
        "İdare performans tablosu",
        "Performance table of the institution",
        (
            _text(
                "level",
                "goal, activity or total",
                "Düzey",
                "Level",
                required=True,
                values=("goal", "activity", "total"),
            ),
            _int(
                "number",
                "Number of the goal or activity; for a total its place among them",
                "No",
                "Number",
                required=True,
            ),
            _text("label", "The line's label as printed", "Açıklama", "Label", required=True),
            _money("budget", "Budget", "Bütçe içi", "Budget"),
            _decimal(
                "budget_share",
                "Printed share of the budget total",
                "Bütçe içi pay",
                "Budget share",
                "%",
            ),
            _money("off_budget", "Off-budget", "Bütçe dışı", "Off-budget"),
            _decimal(
                "off_budget_share",
                "Printed share of the off-budget total",
                "Bütçe dışı pay",
                "Off-budget share",
                "%",
            ),
            _money("total", "Total", "Toplam", "Total"),
            _decimal(
                "total_share", "Printed share of the grand total", "Toplam pay", "Total share", "%"
            ),
            _text(
                "role",
                "For a total: what it totals",
                "Toplam türü",
                "Role",
                values=("goals_total", "general_administration", "transfers", "grand_total"),
            ),
            _int(
                "goal",
                "For an activity: the goal under which it is printed",
                "Performans hedefi",
                "Performance goal",
            ),
        ),
        ("level", "number"),
    ),
    _table(
        "resource_needs",
        "a line of table 2.5",
        "Toplam kaynak ihtiyacı",
        "Total resource needs",
        (
            _text(
                "line",
                "Economic code, off-budget source or total",
                "Satır",
                "Line",
                required=True,
                values=ECONOMIC_CODES + RESOURCE_NEED_TOTALS,
            ),
            _money("activities", "Total of the activities", "Faaliyet toplamı", "Activities"),
            _money(
                "general_administration",
                "General administration",
                "Genel yönetim giderleri",
                "General administration",
            ),
            _money(
                "transfers",
                "Resources transferred to other administrations",
                "Diğer idarelere transfer",
                "Transfers to other administrations",
            ),
            _money("total", "Total of the line", "Genel toplam", "Total"),
            _text("label", "The line's label as printed", "Açıklama", "Label", required=True),
            _CORRECTION,
        ),
        ("line",),
    ),
    _table(
        "assets",
        "a line of table 1.3: a building, ground, vehicle or machine",
        "Fiziksel kaynaklar",
        "Physical assets",
        (
            _text(
                "asset",
                "Stable key made from category, name and district",
                "Varlık anahtarı",
                "Asset key",
                required=True,
            ),
            _text("category", "Category heading as printed", "Tür", "Category", required=True),
            _text("name", "Name", "Adı", "Name", required=True),
            _text(
                "district",
                "District in which it stands; empty where none is stated",
                "İlçe",
                "District",
            ),
            _text(
                "district_printed",
                "The district cell as printed",
                "Basılı ilçe",
                "District as printed",
            ),
            _int("count", "Stated number of pieces", "Adet", "Count"),
            _decimal("area_m2", "Stated area of the line", "Alan", "Area", "m²"),
            _decimal(
                "indoor_area_m2",
                "Covered area that the note states",
                "Kapalı alan",
                "Indoor area",
                "m²",
            ),
            _decimal(
                "open_area_m2", "Open area that the note states", "Açık alan", "Open area", "m²"
            ),
            _int(
                "capacity_persons",
                "Capacity that the note states",
                "Kapasite",
                "Capacity",
                unit="persons",
            ),
            _text("note", "The note (Açıklama) as printed", "Açıklama", "Note"),
            _text("size_printed", "The size cell as printed", "Basılı büyüklük", "Size as printed"),
            _text(
                "counted",
                "What the count counts where the note counts it, as 'bahçe'; empty "
                "where it counts the line's own pieces",
                "Sayılan",
                "Counted",
            ),
            _text(
                "kind",
                "Kind of facility, vehicle or machine (judged, names.toml)",
                "Nitelik",
                "Kind",
                values=ASSET_KINDS,
            ),
            _CORRECTION,
        ),
        ("asset",),
    ),
    _table(
        "asset_parts",
        "a part of an asset line that its note tells apart",
        "Varlık dökümü",
        "Asset parts",
        (
            _text("asset", "Key of the asset line", "Varlık anahtarı", "Asset key", required=True),
            _POSITION,
            _text(
                "part",
                "What the label is: a fire station, or a sort of the counted things",
                "Döküm türü",
                "Part",
                required=True,
                values=("station", "sort"),
            ),
            _text("label", "Station or sort, as printed", "Adı", "Label", required=True),
            _int("count", "Stated number; empty where the note gives none", "Adet", "Count"),
            _decimal("area_m2", "Stated area of the part", "Alan", "Area", "m²"),
            _text(
                "station",
                "Key of the building that the label names; empty where none fits",
                "Bina anahtarı",
                "Building key",
            ),
        ),
        ("asset", "position"),
        _fk("asset", "assets"),
        ForeignKey(("station",), "assets", ("asset",)),
    ),
    _table(
        "council_members",
        "a member of the council",
        "Meclis üyeleri",
        "Council members",
        (
            _POSITION,
            _text("name", "Name as printed", "Adı soyadı", "Name", required=True),
            _text("role", "Role as printed", "Görevi", "Role", required=True),
            _text("party", "Party as printed", "Partisi", "Party"),
            _text(
                "district",
                "District of the role; empty for the metropolitan mayor",
                "İlçe",
                "District",
            ),
        ),
        ("position",),
    ),
    _table(
        "council_officers",
        "a deputy chair or clerk of the council",
        "Başkan vekilleri ve kâtipler",
        "Council officers",
        (
            _POSITION,
            _text("role", "Office as printed", "Görevi", "Role", required=True),
            _text("name", "Name as printed", "Adı soyadı", "Name", required=True),
        ),
        ("position",),
    ),
    _table(
        "committees",
        "a seat on a committee of the council",
        "Meclis komisyonları",
        "Committee seats",
        (
            _text(
                "committee",
                "Name of the committee as printed",
                "Komisyon",
                "Committee",
                required=True,
            ),
            _int(
                "position",
                "Place of the seat within its committee, from 1",
                "Sıra",
                "Position",
                required=True,
            ),
            _text("role", "Role on the committee as printed", "Görevi", "Role", required=True),
            _text("name", "Name as printed", "Adı soyadı", "Name", required=True),
        ),
        ("committee", "position"),
    ),
    _table(
        "committee_scopes",
        "an aim or spending unit that a committee deals with, judged from its name",
        "Komisyonların konuları",
        "Committee scopes",
        (
            _text(
                "committee",
                "Name of the committee as printed",
                "Komisyon",
                "Committee",
                required=True,
            ),
            _text(
                "kind",
                "What the key names: a strategic aim or a spending unit",
                "Tür",
                "Kind",
                required=True,
                values=SCOPE_KINDS,
            ),
            _text(
                "key",
                "Number of the aim, or key of the spending unit",
                "Anahtar",
                "Key",
                required=True,
            ),
            _text(
                "reason",
                "Why the committee deals with it, in Turkish (judged, committees.toml); "
                "the programme does not say it",
                "Gerekçe",
                "Reason",
                required=True,
            ),
        ),
        ("committee", "kind", "key"),
    ),
    _table(
        "executive_committee",
        "a member of the executive committee (encümen)",
        "Encümen üyeleri",
        "Executive committee",
        (
            _POSITION,
            _text("name", "Name as printed", "Adı soyadı", "Name", required=True),
            _text("role", "Role as printed", "Görevi", "Role", required=True),
        ),
        ("position",),
    ),
    _table(
        "staff",
        "the staff of one status",
        "Çalışan personel",
        "Staff",
        (
            _text(
                "status",
                "Status as printed (civil servant, worker, contracted)",
                "Statü",
                "Status",
                required=True,
            ),
            _int("total", "Persons", "Çalışan", "Total", unit="persons"),
            _int("men", "Men", "Erkek", "Men", unit="persons"),
            _int("women", "Women", "Kadın", "Women", unit="persons"),
            _int(
                "primary",
                "Whose highest school is primary education",
                "İlköğretim",
                "Primary",
                unit="persons",
            ),
            _int(
                "secondary",
                "Whose highest school is secondary education",
                "Lise / meslek lisesi",
                "Secondary",
                unit="persons",
            ),
            _int(
                "bachelor",
                "With an associate or bachelor degree",
                "Ön lisans / lisans",
                "Bachelor",
                unit="persons",
            ),
            _int("master", "With a master degree", "Yüksek lisans", "Master", unit="persons"),
        ),
        ("status",),
    ),
    _table(
        "positions",
        "a line of the norm staff table",
        "Norm kadro",
        "Norm positions",
        (
            _text(
                "class",
                "civil_servant or worker",
                "Sınıf",
                "Class",
                required=True,
                values=("civil_servant", "worker"),
            ),
            _int("number", "Number printed before the title", "Sıra no", "Number", required=True),
            _text("title", "Title as printed", "Unvan", "Title", required=True),
            _int("count", "Norm positions", "Kadro", "Count"),
        ),
        ("class", "number"),
    ),
    _table(
        "position_occupancy",
        "filled and vacant norm positions of a class",
        "Dolu ve boş kadro",
        "Filled and vacant positions",
        (
            _text(
                "class",
                "civil_servant or worker",
                "Sınıf",
                "Class",
                required=True,
                values=("civil_servant", "worker"),
            ),
            _int("filled", "Filled", "Dolu", "Filled"),
            _int("vacant", "Vacant", "Boş", "Vacant"),
            _int("total", "Total as printed", "Toplam", "Total"),
        ),
        ("class",),
    ),
    _table(
        "technology_facts",
        "a figure stated in section 1.4",
        "Teknoloji verileri",
        "Technology facts",
        (
            _POSITION,
            _text("label", "What is counted (judged, names.toml)", "Ne", "Label", required=True),
            _decimal("value", "The stated figure", "Değer", "Value"),
            _text("unit", "Unit", "Birim", "Unit"),
            _flag("is_minimum", "Whether the text says 'more than'", "En az mı", "Minimum"),
            _text(
                "printed", "The words that state it", "Basılı ifade", "As printed", required=True
            ),
        ),
        ("position",),
    ),
    _table(
        "stated_figures",
        "a figure that the document states about a whole, beside its tables",
        "Belgede ayrıca belirtilen toplamlar",
        "Stated totals",
        (
            _text("figure", "Stable key, as staff.total.men", "Anahtar", "Key", required=True),
            _text("label", "The words beside it", "Açıklama", "Label", required=True),
            _decimal("value", "The stated figure; lira where the unit is TRY", "Değer", "Value"),
            _text("unit", "Unit", "Birim", "Unit"),
            _text("printed", "The figure as printed", "Basılı değer", "As printed"),
        ),
        ("figure",),
    ),
    _table(
        "checks",
        "a reconciliation that was run over the dataset",
        "Tutarlılık denetimleri",
        "Reconciliations",
        (
            _text("check", "Name of the check", "Denetim", "Check", required=True),
            _text(
                "title",
                "What is compared, in Turkish",
                "Ne karşılaştırıldı",
                "Title",
                required=True,
            ),
            _int("compared", "Comparisons made", "Karşılaştırma", "Compared", required=True),
            _int("failed", "Comparisons that do not agree", "Uyuşmayan", "Failed", required=True),
        ),
        ("check",),
    ),
    _table(
        "findings",
        "a place where the document disagrees with itself",
        "Bulgular",
        "Findings",
        (
            _text(
                "finding",
                "Stable code: the check and the place",
                "Bulgu kodu",
                "Finding",
                required=True,
            ),
            _text("check", "Name of the check that found it", "Denetim", "Check", required=True),
            _text(
                "severity",
                "high: money or counts differ; medium: names or readings differ; "
                "low: spelling and form",
                "Önem",
                "Severity",
                required=True,
                values=SEVERITIES,
            ),
            _text(
                "location",
                "The places in the document, in Turkish",
                "Yer",
                "Location",
                required=True,
            ),
            _text("stated", "What the document states", "Belgede yazan", "Stated"),
            _text(
                "computed",
                "What adds up, or what stands elsewhere",
                "Hesaplanan ya da diğer yerde yazan",
                "Computed",
            ),
            _text("difference", "Computed less stated, for figures", "Fark", "Difference"),
            _text(
                "explanation",
                "What it means, in plain Turkish",
                "Açıklama",
                "Explanation",
                required=True,
            ),
            _text(
                "unit",
                "Unit of stated, computed and difference: TRY, m2, %, adet, text",
                "Birim",
                "Unit",
                required=True,
            ),
        ),
        ("finding",),
        _fk("check", "checks"),
    ),
)

BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
