"""Whether a dataset folder is sound: schema, keys, foreign keys, checksums, findings.

A dataset that disagrees with itself because the *document* does is sound; the disagreement is a
finding. A dataset is unsound when a file is missing, altered or breaks the schema.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from kbb_data.checking.checks import HEADINGS, reconcile
from kbb_data.checking.topics import topic_totals
from kbb_data.hierarchy import of_strategic_plan
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.publishing.package import PACKAGE, csv_bytes, dataset_hash, read_tables
from kbb_data.rows import Row, Tables
from kbb_data.schema import BY_NAME, PROGRAMME_BUDGET, STRATEGIC_PLAN, TABLES


def validate(folder: Path) -> list[Problem]:
    """Every place in which the dataset in ``folder`` is unsound; empty when it is sound."""
    return inspect(folder)[0]


def inspect(folder: Path) -> tuple[list[Problem], Tables]:
    """The problems of a dataset folder, and its tables (empty where they can't be read)."""
    if not folder.is_dir():
        return [Problem(0, str(folder), "a dataset folder", "none")], {}
    try:
        tables = read_tables(folder)
    except Unreadable as error:
        return [*_checksums(folder), *error.problems], {}
    problems = [*_checksums(folder), *keys(tables)]
    if not problems:
        problems = _reconciled(tables) or list(topic_totals(tables))
    return problems, tables


def keys(tables: Tables) -> list[Problem]:
    """Rows whose key occurs twice, rows that point at no row, and a hierarchy that is not the
    levels'."""
    problems: list[Problem] = []
    values: dict[tuple[str, tuple[str, ...]], set[tuple[Any, ...]]] = {}

    def present(table: str, columns: tuple[str, ...]) -> set[tuple[Any, ...]]:
        if (table, columns) not in values:
            values[table, columns] = {
                tuple(row[column] for column in columns) for row in tables[table]
            }
        return values[table, columns]

    if len(tables["programme"]) != 1:
        problems.append(Problem(0, "programme.csv", "one row", f"{len(tables['programme'])} rows"))
    form = next((row["form"] for row in tables["programme"]), None) or STRATEGIC_PLAN
    for table in (described.in_form(form) for described in TABLES):
        seen: set[tuple[Any, ...]] = set()
        for place, row in enumerate(tables[table.name], start=2):
            key = tuple(row[column] for column in table.key)
            if key in seen:
                problems.append(
                    Problem(
                        place,
                        f"{table.name}.csv",
                        f"each {', '.join(table.key)} once",
                        quote(", ".join(map(str, key))),
                    )
                )
            seen.add(key)
            for foreign in table.foreign_keys:
                target = tuple(row[column] for column in foreign.columns)
                if None in target or target in present(foreign.table, foreign.references):
                    continue
                problems.append(
                    Problem(
                        place,
                        f"{table.name}.csv, {', '.join(foreign.columns)}",
                        f"a row of {foreign.table}.csv",
                        quote(", ".join(map(str, target))),
                    )
                )
    if form == PROGRAMME_BUDGET:
        problems.extend(_strays(tables))
    elif tables["hierarchy"] != of_strategic_plan(tables):
        problems.append(
            Problem(
                0,
                "hierarchy.csv",
                "the parts that aims.csv, objectives.csv and goals.csv hold",
                "others; import the text again",
            )
        )
    return problems


def _strays(tables: Tables) -> list[Problem]:
    """Indicators and activities of a programme budget whose sub-programme is none."""
    known = {row["code"] for row in tables["hierarchy"] if row["level"] == "sub_programme"}
    return [
        Problem(
            place, f"{name}.csv, goal", "a sub-programme of hierarchy.csv", quote(str(row["goal"]))
        )
        for name in ("indicators", "activities", "unit_responsibilities")
        for place, row in enumerate(tables[name], start=2)
        if str(row["goal"]) not in known
    ]


def _checksums(folder: Path) -> list[Problem]:
    path = folder / PACKAGE
    try:
        package = json.loads(path.read_bytes())
        resources = {resource["path"]: resource for resource in package["resources"]}
        stated = package["hash"]
        combined = dataset_hash(resource["hash"] for resource in package["resources"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [
            Problem(
                0,
                PACKAGE,
                "a readable Data Package with resources and hashes",
                f"{type(error).__name__}: {error}",
            )
        ]
    problems = []
    if stated != combined:
        problems.append(Problem(0, PACKAGE, f"the hash {combined} of its resources", str(stated)))
    for table in TABLES:
        name = f"{table.name}.csv"
        resource = resources.get(name)
        if resource is None:
            problems.append(Problem(0, PACKAGE, f"a resource {name}", "none"))
        elif (folder / name).is_file():
            content = (folder / name).read_bytes()
            digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
            if resource.get("hash") != digest or resource.get("bytes") != len(content):
                problems.append(
                    Problem(
                        0,
                        name,
                        f"{resource.get('bytes')} bytes, {resource.get('hash')}",
                        f"{len(content)} bytes, {digest}; import the text again",
                    )
                )
    return problems


def reconciled_anew(tables: Tables) -> tuple[list[Row], list[Row]]:
    """What the reconciliations find in ``tables`` today: the rows of ``checks`` and ``findings``.
    What only a document's text could tell (the programme's headings, indicators that a report has
    and the programme has not) stays as the tables have it."""
    headings = [row for row in tables["findings"] if row["check"] == HEADINGS[0]]
    labels = next((row["compared"] for row in tables["checks"] if row["check"] == HEADINGS[0]), 0)
    return reconcile(tables, headings, labels)


def _reconciled(tables: Tables) -> list[Problem]:
    """The committed checks and findings must be what the tables give today."""
    checks, findings = reconciled_anew(tables)
    problems = []
    fresh: tuple[tuple[str, list[Row]], ...] = (("checks", checks), ("findings", findings))
    for name, rows in fresh:
        table = BY_NAME[name]
        if csv_bytes(table, rows) != csv_bytes(table, tables[name]):
            problems.append(
                Problem(
                    0,
                    f"{name}.csv",
                    "what the reconciliations find in these tables",
                    "something else; import the text again",
                )
            )
    return problems
