"""What of a dataset nobody judged, and how it will be shown: said before it is published.

Nothing has to be judged for a programme to be shown; but whoever publishes one must know what its
visitors will then see.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kbb_data.problems import Problem, Unreadable
from kbb_data.rows import Row, Tables
from kbb_data.scopes import PROGRAMME, activities_of
from kbb_data.topics import LINES, unassigned

#: The judged files that give short names, and that link programmes.
NAMES, LINKS = "names.toml", "succession.toml"


def unjudged(folder: Path, tables: Tables) -> Iterator[str]:
    """A sentence for each kind of thing that lacks a judgement: how many of how many, and what the
    pages show instead. None for what the document does not have; nothing where all is judged.

    ``tables`` are those of the dataset in ``folder``, whose judged files tell a short name that is
    the printed one from one that nobody gave.
    """
    named = _named(folder / NAMES)
    yield from filter(
        None,
        (
            _lacking(
                "indicators have no direction",
                [row["direction"] is None for row in tables["indicators"]],
                "shown as “karşılaştırılamıyor”, without a word on their targets",
            ),
            _lacking(
                "indicators with results have no rule of accumulation",
                [row["accumulation"] is None for row in _with_results(tables)],
                "what came of them in a part of the year is not set against the year's target",
            ),
            _lacking(
                "aims have no short name",
                [row["aim"] not in named["aim"] for row in tables["aims"]],
                "charts and lists bear their whole printed name",
            ),
            _lacking(
                "aims have no short name in English",
                [not row["short_name_en"] for row in tables["aims"]],
                "the English view bears the Turkish name",
            ),
            *_without_short_names(tables),
            _lacking(
                "spending units have no short name",
                [row["name"] not in named["name"] for row in tables["spending_units"]],
                "charts and lists bear their whole printed name",
            ),
            _lacking(
                "spending units are marked as working for the institution itself",
                [not row["serves_all"] for row in tables["spending_units"]],
                "each is shown as one that works for the public",
                is_all=True,
            ),
            _lacking(
                "activities are judged to pay the staff",
                [not row["wages"] for row in tables["activities"]],
                "no amount says what of the wages it leaves out",
                is_all=True,
            ),
            *_places(tables["assets"]),
            *_committees(tables),
            *_topics(tables),
            _lacking(
                "printed values could not be read and have no correction",
                [
                    row["value"] is None and row["printed"] not in (None, "", "-", "–")
                    for row in tables["indicator_values"]
                ],
                "shown as printed, counted nowhere, with a finding",
            ),
        ),
    )
    links = _content(folder / LINKS).get("succession", [])
    told = _lacking(
        f"links of {LINKS} are only proposed",
        [link.get("proposed") is True for link in links],
        "the years are not compared in what they name",
    )
    yield from filter(None, [told])
    if not tables["technology_facts"]:
        yield "no figure of section 1.4 was picked out: the page on resources shows none of them"


def _with_results(tables: Tables) -> list[Row]:
    """The indicators of which a document of results states a figure."""
    keys = {
        (row["goal"], row["indicator"])
        for row in tables["indicator_results"]
        if row["value"] is not None
    }
    return [row for row in tables["indicators"] if (row["goal"], row["indicator"]) in keys]


def _without_short_names(tables: Tables) -> Iterator[str]:
    """What of the goals, or sub-programmes, and of the activities has no short name."""
    leaves = [row for row in tables["hierarchy"] if row["level"] in ("goal", "sub_programme")]
    for what, rows in (("goals", leaves), ("activities", tables["activities"])):
        yield _lacking(
            f"{what} have no short name",
            [not row["short_name"] for row in rows],
            "charts and lists bear their whole printed name",
        )
        yield _lacking(
            f"{what} have no short name in English",
            [bool(row["short_name"]) and not row["short_name_en"] for row in rows],
            "the English view bears their whole printed name",
        )


def _named(path: Path) -> dict[str, set[Any]]:
    """The numbers of the aims and the names of the units that have a short name. Raises
    ``Unreadable`` for a file that is no TOML."""
    content = _content(path)
    return {
        field: {entry.get(field) for entry in content.get(section, ()) if entry.get("short")}
        for section, field in (("aim", "aim"), ("spending_unit", "name"))
    }


def _content(path: Path) -> dict[str, Any]:
    """What a judged file says; nothing where there is none."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable([Problem(0, path.name, "a TOML file in UTF-8", str(error))]) from error


def _lacking(what: str, lacks: list[bool], shown: str, *, is_all: bool = False) -> str:
    """The sentence of a kind of thing; empty where none lacks its judgement. ``is_all``: only where
    every one does, because one judgement stands for them all."""
    count = sum(lacks)
    if not count or (is_all and count < len(lacks)):
        return ""
    if is_all:
        return f"none of {len(lacks)} {what}: {shown}"
    return f"{count} of {len(lacks)} {what}: {shown}"


def _places(assets: list[Row]) -> Iterator[str]:
    """What the lines of table 1.3 lack; sums of others need no kind."""
    lines = [row for row in assets if not row["summary_of"]]
    yield _lacking(
        "lines of table 1.3 with a district have no kind",
        [row["kind"] is None for row in lines if row["district"]],
        "shown among “Diğer tesisler”",
    )
    yield _lacking(
        "lines of table 1.3 without a district have no kind",
        [row["kind"] is None for row in lines if not row["district"]],
        "counted among no facilities",
    )
    yield _lacking(
        "printed places are none of the districts and nobody said in which they lie",
        [not row["district"] for row in lines if row["district_printed"]],
        "counted for no district and not on the map, with a finding",
    )


def _committees(tables: Tables) -> Iterator[str]:
    """What of the council's committees and of the activities nobody brought together."""
    names = dict.fromkeys(row["committee"] for row in tables["committees"])
    if not names:
        return
    scopes = tables["committee_scopes"]
    judged = {row["committee"] for row in scopes}
    yield _lacking(
        "committees have no subject",
        [name not in judged for name in names],
        "shown with their members alone",
    )
    keys = [(row["activity"], row["goal"], row["spending_unit"]) for row in tables["activities"]]
    covered: set[int] = set()
    for row in (*scopes, *tables["committee_omissions"]):
        if row["kind"] != PROGRAMME:
            covered |= activities_of(row["kind"], row["key"], keys)
    yield _lacking(
        "activities are given to no committee and left out by no reason",
        [activity not in covered for activity, _, _ in keys],
        "shown under no committee but one that deals with the whole programme",
    )


def _topics(tables: Tables) -> Iterator[str]:
    """What of the money nobody gave a topic."""
    if not tables["topics"]:
        count = len(tables["activities"])
        yield f"none of {count} activities are given to a topic: there is no page of topics"
        return
    activities, lines = unassigned(tables)
    shown = "its money is shown under “Konusu belirlenmemiş”"
    yield _lacking(
        "activities are given to no topic",
        [row["activity"] in activities for row in tables["activities"]],
        shown,
    )
    needs = [row["line"] for row in tables["resource_needs"] if row["line"] in LINES]
    yield _lacking(
        "lines of general administration are given to no topic",
        [line in lines for line in needs],
        shown,
    )
