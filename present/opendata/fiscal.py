"""The activity costs as a Fiscal Data Package: who spends, for what, on what kind, how much.

One row is an activity's cost under an economic code, with the names that its codes stand for, so
that the file is read without any other.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kbb_data.schema import BY_NAME, PROGRAMME_BUDGET, STRATEGIC_PLAN
from kbb_data.values import format_value
from present.opendata.draft import FIELD

CSV = "faaliyet-maliyetleri.csv"

#: name, type, column type of the Fiscal Data Package, Turkish title.
_FIELDS = (
    ("fiscal_year", "integer", "date:fiscal-year", "Yıl"),
    ("spending_unit", "string", "administrative-classification:generic:level1:code",
     "Birim anahtarı"),
    ("spending_unit_name", "string", "administrative-classification:generic:level1:label",
     "Harcama birimi"),
    ("aim", "string", "activity:generic:program:code", "Amaç no"),
    ("aim_name", "string", "activity:generic:program:label", "Alan"),
    ("goal", "string", "activity:generic:subprogram:code", "Performans hedefi no"),
    ("goal_statement", "string", "activity:generic:subprogram:label", "Performans hedefi"),
    ("activity", "string", "activity:generic:project:code", "Faaliyet no"),
    ("activity_name", "string", "activity:generic:project:label", "Faaliyet"),
    ("economic_code", "string", "economic-classification:generic:level1:code", "Ekonomik kod"),
    ("economic_name", "string", "economic-classification:generic:level1:label",
     "Ekonomik kodun adı"),
    ("amount", "number", "value", "Tutar"),
)  # fmt: skip

#: Titles of fields in documents of another form than the strategic plan's.
_TITLES = {
    PROGRAMME_BUDGET: {
        "aim": "Program no",
        "aim_name": "Program",
        "goal": "Alt program no",
        "goal_statement": "Alt program",
    }
}
#: The levels by which costs are told, by form.
_LEVELS = {STRATEGIC_PLAN: "aim, goal", PROGRAMME_BUDGET: "programme, sub-programme"}

#: What is the same for every row.
_CONSTANTS = (
    ("currency", "value-currency:code", "TRY", "Para birimi"),
    ("phase", "phase:id", "planned", "Aşama"),
    ("direction", "direction", "expenditure", "Yön"),
)

#: The levels of the plan that a row names, in either form.
_TOPS, LEAVES = ("aim", "programme"), ("goal", "sub_programme")

Rows = Callable[[str], Sequence[Sequence[Any]]]


def fiscal_rows(rows: Rows, year: int) -> list[tuple[Any, ...]]:
    """The costs with all names, a value a field; ``rows`` gives a table's rows by its name. The
    amount is whole kuruş; unit and code are ``None`` where the document names none."""

    def by_key(table: str) -> dict[Any, dict[str, Any]]:
        names, key = BY_NAME[table].column_names, BY_NAME[table].key[0]
        records = (dict(zip(names, row, strict=True)) for row in rows(table))
        return {record[key]: record for record in records}

    parts = [
        dict(zip(BY_NAME["hierarchy"].column_names, row, strict=True)) for row in rows("hierarchy")
    ]
    tops = {part["code"]: part for part in parts if part["level"] in _TOPS}
    leaves = {part["code"]: part for part in parts if part["level"] in LEAVES}
    activities, units, codes = (
        by_key(table) for table in ("activities", "spending_units", "economic_codes")
    )
    costs = [(number, code, cost) for number, code, cost, *_ in rows("activity_costs")]
    told = {number for number, _, _ in costs}
    # An activity whose table prints no codes has a row without one.
    costs += [
        (number, None, activity["budget"])
        for number, activity in activities.items()
        if number not in told and activity["budget"] is not None
    ]
    made = []
    for number, code, cost in costs:
        activity = activities[number]
        leaf = leaves[str(activity["goal"])]
        top = tops[leaf["top"]]
        unit = units.get(activity["spending_unit"], {})
        made.append(
            (
                year,
                unit.get("spending_unit"), unit.get("name"),
                top["code"], top["name"],
                leaf["code"], leaf["name"],
                number, activity["name"],
                code, codes[code]["name"] if code else None,
                cost,
            )
        )  # fmt: skip
    return made


def fiscal_csv(rows: Rows, year: int) -> bytes:
    """The CSV file of ``fiscal_rows``; lira with two decimals."""
    amount = BY_NAME["activity_costs"].column("amount")
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([name for name, *_ in _FIELDS])
    for *values, cost in fiscal_rows(rows, year):
        writer.writerow([*values, format_value(amount, cost)])
    return buffer.getvalue().encode("utf-8")


def fiscal_titles(form: str) -> dict[str, str]:
    """The fields' Turkish titles by name, in the words of a statutory form."""
    return {name: _TITLES.get(form, {}).get(name, title) for name, _, _, title in _FIELDS}


def fiscal_package(
    content: bytes, path: str, descriptor: Mapping[str, Any], form: str
) -> dict[str, Any]:
    """The package's descriptor for the CSV file at ``path``; ``descriptor`` is the dataset's."""
    return {
        "profile": "fiscal-data-package",
        "name": f"{descriptor['name']}-activity-costs",
        "title": f"{descriptor['title']}: faaliyet maliyetleri",
        "description": f"Activity costs by spending unit, {_LEVELS[form]}, activity and economic "
        "code. Turkish lira, nominal, as the performance programme plans them.",
        "version": descriptor["version"],
        **({FIELD: descriptor[FIELD]} if FIELD in descriptor else {}),
        "licenses": descriptor["licenses"],
        "sources": descriptor["sources"],
        "countryCode": "TR",
        "granularity": "aggregated",
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "activity-costs",
                "path": path,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(content),
                "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
                "schema": {
                    "fields": [
                        {
                            "name": name,
                            "type": kind,
                            "columnType": column,
                            "title": fiscal_titles(form)[name],
                        }
                        for name, kind, column, _title in _FIELDS
                    ],
                    "extraFields": [
                        {
                            "name": name,
                            "type": "string",
                            "columnType": column,
                            "constant": constant,
                            "title": title,
                        }
                        for name, column, constant, title in _CONSTANTS
                    ],
                    "missingValues": [""],
                    "primaryKey": ["activity", "economic_code"],
                },
            }
        ],
    }
