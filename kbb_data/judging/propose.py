"""Drafting next year's judged files from this year's, for a person to review.

An entry is carried over when the new programme prints the same thing under the same name; its
place (goal and indicator number) is the new one. Corrections are not carried over: a misprint
of last year is no reason to correct this year's text.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from kbb_data.problems import Problem, Unreadable
from kbb_data.publishing.package import read_tables
from kbb_data.rows import Row, Tables
from kbb_data.turkish import fold

_REVIEW = "# Drafted from {source}; read every entry before importing with it.\n"


def propose(folder: Path, earlier: Path) -> list[str]:
    """Write drafts of the judged files but the corrections into the dataset ``folder``.

    Gives one line of report a file: how many entries were carried over and how many things of
    the new programme still await a judgement. An existing file is never overwritten: its draft
    gets the ending ``.draft``. Raises ``Unreadable`` where a folder holds no dataset.
    """
    if not earlier.is_dir():
        raise Unreadable([Problem(0, str(earlier), "a dataset folder", "none")])
    tables = read_tables(folder)
    programme = tables["programme"][0]
    head = _REVIEW.format(source=earlier.name) + _pairs(
        {"year": programme["year"], "institution": programme["institution"]}
    )
    report = []
    for name, draft in _DRAFTS:
        source = earlier / name
        if not source.is_file():
            report.append(f"{name}: {earlier} has none; nothing drafted")
            continue
        entries, awaiting = draft(tomllib.loads(source.read_text(encoding="utf-8")), tables)
        target = folder / name
        if target.exists():
            target = folder / f"{name}.draft"
        target.write_text(head + "".join(entries), encoding="utf-8")
        report.append(f"{target.name}: {len(entries)} entries drafted, {awaiting} still to judge")
    return report


def _directions(content: dict[str, Any], tables: Tables) -> tuple[list[str], int]:
    judged = {fold(entry["printed"]): entry for entry in content.get("indicator", [])}
    entries = []
    for row in tables["indicators"]:
        entry = judged.get(fold(row["name_printed"]))
        if entry:
            entries.append(
                _entry(
                    "indicator",
                    {
                        "goal": row["goal"],
                        "indicator": row["indicator"],
                        "printed": row["name_printed"],
                        "direction": entry["direction"],
                        "reason": entry["reason"],
                    },
                )
            )
    return entries, len(tables["indicators"]) - len(entries)


def _names(content: dict[str, Any], tables: Tables) -> tuple[list[str], int]:
    assets = {(row["category"], row["name"]) for row in tables["assets"]}
    spellings = _spellings(tables)
    aims = {row["name"]: row["aim"] for row in tables["aims"]}
    activities = {row["name"]: row["activity"] for row in tables["activities"]}
    entries: list[str] = []
    conditions: tuple[tuple[str, Callable[[dict[str, Any]], bool]], ...] = (
        ("aim", lambda entry: entry["printed"] in aims),
        ("spending_unit", lambda entry: entry["name"] in spellings),
        ("wages", lambda entry: entry["printed"] in activities),
        ("district", lambda entry: entry["printed"] in _printed_districts(tables["assets"])),
        ("category", lambda entry: entry["category"] in {category for category, _ in assets}),
        ("asset", lambda entry: (entry["category"], entry["name"]) in assets),
    )
    for section, fits in conditions:
        for entry in content.get(section, []):
            if fits(entry):
                fields = dict(entry)
                if section == "aim":
                    fields["aim"] = aims[entry["printed"]]
                if section == "wages":
                    fields["activity"] = activities[entry["printed"]]
                if "aliases" in fields:
                    fields["aliases"] = [a for a in fields["aliases"] if a in spellings]
                entries.append(_entry(section, fields))
    awaiting = sum(1 for row in tables["assets"] if row["kind"] is None)
    return entries, awaiting


def _committees(content: dict[str, Any], tables: Tables) -> tuple[list[str], int]:
    """Entries of committees and of what is printed again; committees without one."""
    committees = {row["committee"] for row in tables["committees"]}
    goals = {row["statement"]: {"goal": row["goal"]} for row in tables["goals"]}
    activities = {row["name"]: {"activity": row["activity"]} for row in tables["activities"]}
    indicators = {
        row["name_printed"]: {"goal": row["goal"], "indicator": row["indicator"]}
        for row in tables["indicators"]
    }
    units: dict[str, dict[str, Any]] = {name: {} for name in _spellings(tables)}
    entries: list[str] = []
    judged: set[str] = set()
    for section, known, field in (
        ("committee_programme", {"": {}}, "printed"),
        ("committee_goal", goals, "printed"),
        ("committee_activity", activities, "printed"),
        ("committee_indicator", indicators, "printed"),
        ("committee_unit", units, "name"),
        ("left_out_goal", goals, "printed"),
        ("left_out_activity", activities, "printed"),
    ):
        for entry in content.get(section, []):
            committee, printed = entry.get("committee"), entry.get(field, "")
            if printed in known and (committee is None or committee in committees):
                entries.append(_entry(section, entry | known[printed]))
                judged |= {committee} - {None}
    return entries, len(committees - judged)


def _spellings(tables: Tables) -> set[str]:
    """Every printed spelling of a spending unit."""
    return {
        name
        for row in tables["spending_units"]
        for name in (row["name"], *(row["aliases"] or "").split(" | "))
    }


_DRAFTS: tuple[tuple[str, Callable[[dict[str, Any], Tables], tuple[list[str], int]]], ...] = (
    ("directions.toml", _directions),
    ("names.toml", _names),
    ("committees.toml", _committees),
)


def _printed_districts(rows: Iterable[Row]) -> set[str]:
    return {row["district_printed"] for row in rows}


def _entry(section: str, fields: dict[str, Any]) -> str:
    return f"\n[[{section}]]\n{_pairs(fields)}"


def _pairs(fields: dict[str, Any]) -> str:
    return "".join(_lines(fields))


def _lines(fields: dict[str, Any]) -> Iterator[str]:
    # A JSON string, number, boolean or list of strings is also a TOML value.
    for name, value in fields.items():
        yield f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
