"""A dataset folder: CSV files and ``datapackage.json``, written and read back.

The package follows Data Package v2: a resource a table with schema, keys and foreign keys from
``kbb_data.schema``, with bytes, rows and SHA-256 of each file. ``datapackage.json`` also carries
one hash over all files, the version that pages and downloads name.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.rows import Row, Tables
from kbb_data.schema import STRATEGIC_PLAN, TABLES, Column, Table
from kbb_data.values import format_value, parse_value

PACKAGE = "datapackage.json"
REPORT = "import-report.json"

_FIELD_TYPES = {
    "string": "string",
    "integer": "integer",
    "money": "number",
    "decimal": "number",
    "boolean": "boolean",
}


def csv_bytes(table: Table, rows: Iterable[Row]) -> bytes:
    """The CSV file of a table: RFC 4180 quoting, UTF-8, LF."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.column_names)
    for row in rows:
        writer.writerow([format_value(column, row[column.name]) for column in table.columns])
    return buffer.getvalue().encode("utf-8")


def package_files(tables: Tables) -> dict[str, bytes]:
    """Every file of a dataset but the report and the judged files, by name."""
    files = {f"{table.name}.csv": csv_bytes(table, tables[table.name]) for table in TABLES}
    descriptor = _descriptor(tables, files)
    files[PACKAGE] = json_bytes(descriptor)
    return files


def json_bytes(content: Any) -> bytes:
    """JSON as a dataset's files have it: UTF-8, letters as they are, a line a value."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def report_bytes(report: Mapping[str, Any]) -> bytes:
    """The bytes of ``import-report.json``."""
    return json_bytes(report)


def _sha256(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def dataset_hash(hashes: Iterable[str]) -> str:
    """One hash over the hashes of the resources, in order."""
    return _sha256("\n".join(hashes).encode("ascii"))


def _descriptor(tables: Tables, files: Mapping[str, bytes]) -> dict[str, Any]:
    programme = tables["programme"][0]
    described = [table.in_form(programme["form"] or STRATEGIC_PLAN) for table in TABLES]
    resources = [
        {
            "name": table.name.replace("_", "-"),
            "type": "table",
            "path": f"{table.name}.csv",
            "title": table.tr,
            "titles": {"tr": table.tr, "en": table.en},
            "description": f"One row is {table.row}.",
            "scheme": "file",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(files[f"{table.name}.csv"]),
            "hash": _sha256(files[f"{table.name}.csv"]),
            "rows": len(tables[table.name]),
            "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": True},
            "schema": _schema(table),
        }
        for table in described
    ]
    package_hash = dataset_hash(str(resource["hash"]) for resource in resources)
    whole = heading(programme, package_hash)
    whole["sources"] += [
        {"title": document["title"], "hash": f"sha256:{document['sha256']}"}
        for document in tables["documents"]
    ]
    return {**whole, "resources": resources}


def heading(programme: Mapping[str, Any], package_hash: str) -> dict[str, Any]:
    """What ``datapackage.json`` says of the whole of a dataset, apart from its files and from the
    documents of results among its sources.

    ``programme`` is the row of the table of that name: year, institution, source_title and
    source_sha256 are asked for; ``package_hash`` is the dataset's, ``sha256:...``.
    """
    year = programme["year"]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"performance-programme-{year}",
        "title": programme["source_title"],
        "titles": {
            "tr": programme["source_title"],
            "en": f"{programme['institution']}: performance programme {year}",
        },
        "description": "Tables read from the published text of the performance programme. Money "
        "in Turkish lira, nominal; an empty field is not stated.",
        "version": f"{year}.0.0+{package_hash.removeprefix('sha256:')[:8]}",
        "hash": package_hash,
        "language": "tr",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Creative Commons Attribution 4.0",
            }
        ],
        "sources": [
            {
                "title": f"{programme['institution']}, {year} Yılı Performans Programı",
                "hash": f"sha256:{programme['source_sha256']}",
            }
        ],
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fieldsMatch": "exact",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": list(key.columns),
                "reference": {
                    "resource": "" if key.table == table.name else key.table.replace("_", "-"),
                    "fields": list(key.references),
                },
            }
            for key in table.foreign_keys
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _FIELD_TYPES[column.type],
        "title": column.tr,
        "titles": {"tr": column.tr, "en": column.en},
        "description": column.meaning,
    }
    if column.codes:
        field["categories"] = [
            {"value": code.code, "label": code.tr, "labels": {"tr": code.tr, "en": code.en}}
            for code in column.codes
        ]
    if column.unit:
        field["unit"] = column.unit
    if column.type == "boolean":
        field["trueValues"], field["falseValues"] = ["true"], ["false"]
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    if constraints:
        field["constraints"] = constraints
    return field


def write(folder: Path, files: Mapping[str, bytes], judged: Iterable[Path]) -> None:
    """Put a dataset into ``folder``, all files or none; judged files go along.

    The files are completed in a folder beside it first, so that an interrupted import leaves
    what was there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".import-") as temporary:
        for name, content in files.items():
            (Path(temporary) / name).write_bytes(content)
        for path in judged:
            if path.resolve() != (folder / path.name).resolve():
                shutil.copyfile(path, Path(temporary) / path.name)
        for name in sorted(os.listdir(temporary), key=lambda name: name == PACKAGE):
            os.replace(Path(temporary) / name, folder / name)


def read_tables(folder: Path) -> Tables:
    """The tables of a dataset folder. Raises ``Unreadable`` for what breaks the schema."""
    problems: list[Problem] = []
    tables: Tables = {}
    for table in TABLES:
        tables[table.name] = _read_table(folder / f"{table.name}.csv", table, problems)
    if problems:
        raise Unreadable(problems)
    return tables


def read_table(folder: Path, table: Table) -> list[Row]:
    """The rows of one table of a dataset folder. Raises ``Unreadable`` for what breaks the
    schema."""
    problems: list[Problem] = []
    rows = _read_table(folder / f"{table.name}.csv", table, problems)
    if problems:
        raise Unreadable(problems)
    return rows


def _read_table(path: Path, table: Table, problems: list[Problem]) -> list[Row]:
    if not path.is_file():
        problems.append(Problem(0, path.name, "the file", "none"))
        return []
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        problems.append(Problem(0, path.name, "UTF-8", "bytes that are not"))
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    try:
        header = next(reader, [])
        if tuple(header) != table.column_names:
            problems.append(
                Problem(
                    1,
                    path.name,
                    "the columns " + ", ".join(table.column_names),
                    quote(", ".join(header), 300),
                )
            )
            return []
        for cells in reader:
            rows.append(_read_row(reader.line_num, path.name, table, cells, problems))
    except csv.Error as error:
        problems.append(Problem(reader.line_num, path.name, "CSV after RFC 4180", str(error)))
    return rows


def _read_row(
    number: int, place: str, table: Table, cells: list[str], problems: list[Problem]
) -> Row:
    row: Row = dict.fromkeys(table.column_names)
    if len(cells) != len(table.columns):
        problems.append(
            Problem(number, place, f"{len(table.columns)} cells", f"{len(cells)} cells")
        )
        return row
    for column, text in zip(table.columns, cells, strict=True):
        try:
            row[column.name] = parse_value(column, text)
        except ValueError as error:
            problems.append(Problem(number, f"{place}, {column.name}", str(error), quote(text)))
            continue
        if text == "" and (column.required or column.name in table.key):
            problems.append(Problem(number, f"{place}, {column.name}", "a value", "none"))
        if text and column.values and text not in column.values:
            problems.append(
                Problem(
                    number,
                    f"{place}, {column.name}",
                    "one of " + ", ".join(column.values),
                    quote(text),
                )
            )
    return row
