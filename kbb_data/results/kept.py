"""What a dataset knows of results stays where its programme's text is read anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kbb_data.checking.results import ADDED
from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.publishing.package import REPORT, read_table
from kbb_data.reading.wording import alike
from kbb_data.results.documents import listed
from kbb_data.results.records import ACTIVITY, TOTAL
from kbb_data.rows import Row, Tables
from kbb_data.schema import BY_NAME

#: The tables that documents of results fill.
RESULT_TABLES = ("documents", "indicator_results", "appropriations", "monthly_amounts")
#: The part of the import's report that tells what of each document was taken up.
RESULTS = "results"
#: What to do where a result has no longer a place.
_MEND = "import into another folder and take the results in there (python -m kbb_data results)"


def keep(folder: Path, tables: Tables) -> None:
    """Put the results that lie in the dataset ``folder`` into ``tables``, which a text was read
    into. A folder without results changes nothing.

    Raises ``Unreadable``, a line a cause, where the results are another programme's, or where what
    they speak of is gone or has become another thing.
    """
    path = folder / "documents.csv"
    if not path.is_file():
        return
    kept = {name: read_table(folder, BY_NAME[name]) for name in ("programme", *RESULT_TABLES)}
    if not kept["documents"]:
        return
    then, now = kept["programme"][0], tables["programme"][0]
    if (then["institution"], then["year"]) != (now["institution"], now["year"]):
        raise Unreadable(
            [
                Problem(0, str(folder), f"a folder of {now['institution']} {now['year']}",
                        f"results of {then['institution']} {then['year']}; import into another "
                        "folder")
            ]
        )  # fmt: skip
    problems = [*_indicators(folder, kept, tables), *_activities(folder, kept, tables)]
    if problems:
        raise Unreadable(problems)
    for name in RESULT_TABLES:
        tables[name] = kept[name]
    # Of an indicator that the programme does not have no table tells but its finding.
    told = read_table(folder, BY_NAME["findings"])
    tables["findings"] = [row for row in told if row["check"] == ADDED]


def hold_others(out: Path, tables: Tables) -> None:
    """Raise ``Unreadable`` where the folder ``out`` has results that ``tables``, which are to be
    written there, do not have."""
    if not (out / "documents.csv").is_file():
        return
    own = {row["sha256"] for row in tables["documents"]}
    others = [row for row in read_table(out, BY_NAME["documents"]) if row["sha256"] not in own]
    if others:
        named = listed(row["document"] for row in others)
        mend = f"give --for {out}, or another folder with --out"
        raise Unreadable(
            [Problem(0, str(out), "a folder without other results", f"those of {named}; {mend}")]
        )


def _indicators(folder: Path, kept: Tables, tables: Tables) -> Iterator[Problem]:
    """The indicators with results that the programme no longer has under their numbers."""
    before = {
        (row["goal"], row["indicator"]): row["name_printed"]
        for row in read_table(folder, BY_NAME["indicators"])
    }
    now = {(row["goal"], row["indicator"]): row["name_printed"] for row in tables["indicators"]}
    documents: dict[tuple[int, int], list[Row]] = {}
    for row in kept["indicator_results"]:
        documents.setdefault((row["goal"], row["indicator"]), []).append(row)
    for key, rows in documents.items():
        named = f"indicator {key[0]}.{key[1]}"
        yield from _moved(named, before[key], now.get(key), set(now.values()), rows)


def _activities(folder: Path, kept: Tables, tables: Tables) -> Iterator[Problem]:
    """The activities with money that the programme no longer has under their numbers."""
    before = {
        str(row["activity"]): row["name"] for row in read_table(folder, BY_NAME["activities"])
    }
    now = {str(row["activity"]): row["name"] for row in tables["activities"]}
    documents: dict[str, list[Row]] = {}
    for row in (*kept["appropriations"], *kept["monthly_amounts"]):
        if row["classification"] == ACTIVITY and row["code"] != TOTAL:
            documents.setdefault(row["code"], []).append(row)
    for code, rows in documents.items():
        yield from _moved(f"activity {code}", before[code], now.get(code), set(now.values()), rows)


def _moved(
    what: str, before: str, now: str | None, names: set[str], rows: list[Row]
) -> Iterator[Problem]:
    """That what a result speaks of is not there, or is another thing: its name stands elsewhere, or
    is like none."""
    if now == before:
        return
    if now is None or before in names or not alike(before, now):
        of = listed(row["document"] for row in rows)
        found = quote(now) if now is not None else "none"
        yield Problem(0, what, f"{quote(before)}, of which {of} speaks", f"{found}; {_MEND}")


def kept_report(folder: Path) -> dict[str, Any]:
    """What the report of the dataset in ``folder`` tells of its documents of results; empty where
    it tells of none."""
    path = folder / REPORT
    if not path.is_file():
        return {}
    told = json.loads(path.read_text(encoding="utf-8"))
    return {RESULTS: told[RESULTS]} if RESULTS in told else {}
