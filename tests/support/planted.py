"""An invented programme with markup in every text that a document could bring."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from db import dataset, engine, store
from db.dataset import SoundDataset
from kbb_data.hierarchy import of_strategic_plan
from kbb_data.rows import Row, Tables
from kbb_data.schema import STRATEGIC_PLAN, TABLES, Column, Table
from tests.support.datasets import with_ties

#: What no page may hand on: an element that runs, a quote that ends an attribute, a script's end.
MARKUP = "<img src=x onerror=alert(1)>\"&'</script>"

#: Columns of codes by which rows are told apart, looked up or worded; no document brings them.
CODES = {
    ("programme", "source_sha256"),
    ("objectives", "objective"),
    ("goals", "objective"),
    ("spending_units", "spending_unit"),
    ("activities", "spending_unit"),
    ("activities", "other_units"),
    ("unit_responsibilities", "spending_unit"),
    ("economic_codes", "economic_code"),
    ("activity_costs", "economic_code"),
    ("activity_cost_lines", "economic_code"),
    ("printed_amounts", "economic_code"),
    ("assets", "asset"),
    ("asset_parts", "asset"),
    ("asset_parts", "station"),
    ("committee_scopes", "key"),
    ("committee_omissions", "key"),
    ("topics", "topic"),
    ("topic_assignments", "key"),
    ("topic_assignments", "topic"),
    ("topic_assignments", "other_topic"),
    ("stated_figures", "figure"),
    ("checks", "check"),
    ("findings", "finding"),
    ("findings", "check"),
    ("findings", "unit"),
    ("documents", "document"),
    ("documents", "date"),
    ("documents", "as_of"),
    ("documents", "sha256"),
    ("documents", "corrects"),
    ("indicator_results", "as_of"),
    ("indicator_results", "document"),
    ("appropriations", "code"),
    ("appropriations", "as_of"),
    ("appropriations", "document"),
    ("monthly_amounts", "code"),
    ("monthly_amounts", "document"),
    ("succession", "from_code"),
    ("succession", "to_code"),
}

#: A place's districts, as two of the invented municipality's: they are on its map.
DISTRICTS = {"Irmakbaşı": "Talas", "Yenidere": "Melikgazi"}
PLACE = "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ"

#: The year of the programme of a place that is known, and of one whose name is markup as well.
KNOWN, UNKNOWN = 2028, 2027


def mark(table: str, column: str) -> str:
    """What a column's texts end in; it tells the column."""
    if column == "committee":
        # A scope names its committee.
        table = "committees"
    return f" {table}-{column}{MARKUP}"


#: What names end in that judgements of succession name: on both sides the same.
NAME = mark("succession", "name")


def columns() -> Iterator[tuple[Table, Column]]:
    """Every column of texts, with its table. The hierarchy is made of the tables of its levels."""
    for table in TABLES:
        if table.name == "hierarchy":
            continue
        for column in table.columns:
            is_text = column.type == "string" and not column.values
            if is_text and (table.name, column.name) not in CODES:
                yield table, column


def database(folder: Path) -> str:
    """The address of a database with two programmes that are full of markup."""
    sound = dataset.read(with_ties(folder / "sound"))
    url = f"sqlite:///{folder / 'planted.sqlite'}"
    with store.transaction(engine.create(url, read_only=False)) as connection:
        store.prepare(connection)
        for year in (UNKNOWN, KNOWN):
            tables = _planted(sound.tables, year)
            sha256 = "sha256:" + hashlib.sha256(str(year).encode()).hexdigest()
            store.put(connection, SoundDataset(tables, sha256, f"{year}.0.0", sound.licence))
    return url


def _planted(sound: Tables, year: int) -> Tables:
    tables = copy.deepcopy(sound)
    tables["asset_parts"].append(_part(tables["assets"][0]))
    tables["activity_amounts"].append(_amount(tables["activities"][0]))
    tables["activity_cost_lines"].append(_cost_line(tables["activities"][0]))
    tables["documents"] += [_document(1, year), _document(2, year)]
    tables["indicator_results"] += [_result(tables, number, year) for number in (1, 2)]
    tables["indicators"][0]["accumulation"] = "sum"
    for number in (1, 2):
        tables["appropriations"] += [_appropriation(code, number, year) for code in ("03", "total")]
    tables["monthly_amounts"].append(_month(year))
    # Where wages stand there is a line of personnel.
    tables["activity_costs"][0]["economic_code"] = "01"
    for table, column in columns():
        for row in tables[table.name]:
            row[column.name] = (row[column.name] or "") + mark(table.name, column.name)
    tables["hierarchy"] = of_strategic_plan(tables)
    programme = tables["programme"][0]
    programme["year"] = year
    if year == KNOWN:
        programme["institution"] = PLACE
        for table_name in ("assets", "council_members"):
            for row, before in zip(tables[table_name], sound[table_name], strict=True):
                row["district"] = DISTRICTS.get(before["district"], before["district"])
    return tables


def _document(sequence: int, year: int) -> dict[str, Any]:
    """A document about the year's end; the second corrects the first."""
    return {
        "document": f"belge-{sequence}", "title": f"Belge {sequence}", "kind": "activity_report",
        "date": f"{year + 1}-04-0{sequence}", "as_of": f"{year}-12-31", "sha256": "0" * 64,
        "sequence": sequence, "corrects": "belge-1" if sequence == 2 else None,
        "correction_reason": "Yanlış" if sequence == 2 else None, "source_section": "1",
        "source_line": 1,
    }  # fmt: skip


def _result(tables: Tables, sequence: int, year: int) -> dict[str, Any]:
    """What that document says of the first indicator."""
    indicator = tables["indicators"][0]
    return {
        "goal": indicator["goal"], "indicator": indicator["indicator"], "as_of": f"{year}-12-31",
        "value": Decimal(sequence), "printed": str(sequence), "target_stated": None,
        "deviation_reason": "Neden", "measure_taken": "Önlem", "document": f"belge-{sequence}",
        "source_section": "1", "source_line": sequence,
    }  # fmt: skip


def _appropriation(code: str, sequence: int, year: int) -> dict[str, Any]:
    """What that document says of a code's money; the second says otherwise."""
    amounts = ("supplementary", "added", "deducted", "net", "cancelled", "carried", "expected")
    return {
        "classification": "economic", "code": code, "name": "Alımlar", "as_of": f"{year}-12-31",
        "base": "initial", "initial": 90000, **dict.fromkeys(amounts), "spent": 40000 + sequence,
        "printed_rate": None, "is_outside_total": False, "statement": 1,
        "document": f"belge-{sequence}", "source_section": "1", "source_line": sequence,
    }  # fmt: skip


def _month(year: int) -> dict[str, Any]:
    """What a document says of a month's money."""
    return {
        "classification": "economic", "code": "03", "year": year, "month": 1, "amount": 700,
        "document": "belge-1", "source_section": "1", "source_line": 3,
    }  # fmt: skip


def _amount(activity: Row) -> dict[str, Any]:
    return {
        "activity": activity["activity"], "year": UNKNOWN - 1, "kind": "budget",
        "fund": "budget", "amount": 700, "source_section": "2.3",
        "source_line": activity["source_line"],
    }  # fmt: skip


def _cost_line(activity: Row) -> dict[str, Any]:
    return {
        **_amount(activity), "position": 1, "economic_code": "03", "code_printed": "03.2",
        "name": "Alımlar", "financing": "Bütçe içi",
    }  # fmt: skip


def _part(asset: Row) -> dict[str, Any]:
    return {
        "asset": asset["asset"], "position": 1, "part": "sort", "label": "sera", "count": 2,
        "area_m2": None, "station": None, "source_section": "1.3",
        "source_line": asset["source_line"],
    }  # fmt: skip


#: Where the names stand by which judgements of succession know things.
_NAMED = (
    ("aims", "name"),
    ("goals", "statement"),
    ("activities", "name"),
    ("indicators", "name"),
    ("indicators", "name_printed"),
    ("spending_units", "name"),
)
#: The tables of what came of programmes, and of what follows what.
RESULTS = (
    "documents", "indicator_results", "appropriations", "monthly_amounts", "succession",
)  # fmt: skip


def years(datasets: Iterable[Path], path: Path) -> str:
    """The address of a database at ``path`` with one municipality's programmes, in which every text
    of results and of succession is full of markup, and so are the names that are judged."""
    url = f"sqlite:///{path}"
    with store.transaction(engine.create(url, read_only=False)) as connection:
        store.prepare(connection)
        for folder in datasets:
            sound = dataset.read(folder)
            store.put(connection, replace(sound, tables=_with_results(sound.tables)))
    return url


def _with_results(sound: Tables) -> Tables:
    tables = copy.deepcopy(sound)
    for table, column in columns():
        is_name = column.name in ("from_name", "to_name")
        if table.name in RESULTS and not is_name:
            for row in tables[table.name]:
                if row[column.name]:
                    row[column.name] += mark(table.name, column.name)
    for table_name, column_name in _NAMED:
        for row in tables[table_name]:
            row[column_name] = row[column_name] and row[column_name] + NAME
    for row in tables["succession"]:
        for side in ("from_name", "to_name"):
            row[side] = row[side] and row[side] + NAME
    if tables["programme"][0]["form"] == STRATEGIC_PLAN:
        tables["hierarchy"] = of_strategic_plan(tables)
    else:
        for row in tables["hierarchy"]:
            row["name"] += NAME
    return tables
