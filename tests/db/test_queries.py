"""Every question against sums and rows taken from the CSV files with nothing of ours."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from db import engine as factory
from db import load, queries
from db.errors import UnknownProgramme
from db.queries import ProgrammeKey
from kbb_data.schema import BY_NAME, TABLES
from tests.db.conftest import BETWEEN, INVENTED, KAYSERI, Loaded
from tests.db.questions import COMPOSED, OTHER_FRAMES, TABLE_QUESTIONS, cells, expected
from tests.support import datasets, rawcsv

KEYS = pytest.mark.parametrize("key", [KAYSERI, INVENTED, BETWEEN], ids=str)
LIRA = 100

QUESTIONS = pytest.mark.parametrize("name", sorted(TABLE_QUESTIONS))


def test_every_public_question_is_asked_here() -> None:
    known = {*TABLE_QUESTIONS, *OTHER_FRAMES}
    known |= {"programmes", "programme", "totals", "counts", "search"}
    known |= {"table_rows", "table_counts"}
    assert {name for name in queries.__all__ if name.islower()} == known
    for name in queries.__all__:
        if name.islower():
            assert getattr(queries, name).__doc__, name


def test_tables_that_no_question_gives_whole_are_known() -> None:
    inside = {"programme", "indicators", "activity_costs", "off_budget_resources"}
    assert {table.name for table in TABLES} - set(TABLE_QUESTIONS) == inside


@KEYS
@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_a_whole_table_holds_the_files_rows_in_their_order(
    loaded: Loaded, name: str, key: ProgrammeKey
) -> None:
    table = BY_NAME[name]
    rows = rawcsv.rows(loaded.folders[key], name)
    expected_rows = [tuple(expected(c.type, row[c.name]) for c in table.columns) for row in rows]
    stored = queries.table_rows(loaded.engine, key, name)
    assert list(stored) == expected_rows
    assert queries.table_counts(loaded.engine, key)[name] == len(rows)


@KEYS
@QUESTIONS
def test_a_frame_holds_the_files_rows(loaded: Loaded, name: str, key: ProgrammeKey) -> None:
    ask, added = TABLE_QUESTIONS[name]
    table = BY_NAME[name]
    frame = ask(loaded.engine, key)
    names = [c.name + ("_kurus" if c.type == "money" else "") for c in table.columns]
    assert list(frame.columns) == names + added
    rows = rawcsv.rows(loaded.folders[key], name)
    expected_rows = [tuple(expected(c.type, row[c.name]) for c in table.columns) for row in rows]
    assert Counter(cells(frame[names])) == Counter(expected_rows)


@QUESTIONS
def test_dtypes_are_those_of_the_contract_whatever_the_rows(loaded: Loaded, name: str) -> None:
    ask, _ = TABLE_QUESTIONS[name]
    table = BY_NAME[name]
    frames = [ask(loaded.engine, key) for key in (KAYSERI, INVENTED, nobody())]
    for frame in frames:
        for column in table.columns:
            required = column.required or column.name in table.key
            dtype = {
                "string": "object",
                "money": "Int64",
                "decimal": "float64",
                "boolean": "bool",
                "integer": "int64" if required else "Int64",
            }[column.type]
            series = frame[column.name + ("_kurus" if column.type == "money" else "")]
            assert str(series.dtype) == dtype, column.name
        assert frame.dtypes.equals(frames[0].dtypes)


@pytest.mark.parametrize("name", sorted(OTHER_FRAMES))
def test_dtypes_of_composed_frames_do_not_depend_on_the_rows(loaded: Loaded, name: str) -> None:
    frames = [OTHER_FRAMES[name](loaded.engine, key) for key in (KAYSERI, INVENTED, nobody())]
    assert len(frames[0]) > len(frames[1]) > len(frames[2]) == 0
    stated = [column.split() for column in COMPOSED[name].split(",")]
    for frame in frames:
        assert [[column, str(dtype)] for column, dtype in frame.dtypes.items()] == stated


def nobody() -> ProgrammeKey:
    return replace(KAYSERI, year=1999)


def test_an_unknown_programme_is_empty_not_an_error(loaded: Loaded) -> None:
    totals, counts = (
        queries.totals(loaded.engine, nobody()),
        queries.counts(loaded.engine, nobody()),
    )
    assert {getattr(totals, name) for name in totals.__slots__} == {None}
    assert {getattr(counts, name) for name in counts.__slots__} == {0}
    assert queries.search(loaded.engine, nobody(), "a").hits == ()
    with pytest.raises(UnknownProgramme, match="1999"):
        queries.programme(loaded.engine, nobody())


def test_programmes_newest_first_with_their_hashes(loaded: Loaded) -> None:
    programmes = queries.programmes(loaded.engine)
    assert [programme.key for programme in programmes] == [INVENTED, BETWEEN, KAYSERI]
    for programme in programmes:
        folder = loaded.folders[programme.key]
        (row,) = rawcsv.rows(folder, "programme")
        assert programme.dataset_sha256 == load.dataset.stated_hash(folder)
        assert programme.mission == (row["mission"] or None)
        assert programme.source_sha256 == row["source_sha256"]
        assert (programme.licence, programme.version[:4]) == ("CC-BY-4.0", str(programme.year))
        assert queries.programme(loaded.engine, programme.key) == programme
    with pytest.raises(FrozenInstanceError):
        programmes[0].year = 1  # type: ignore[misc]
    assert hash(programmes[0].key) == hash(INVENTED)


def test_totals_of_2025(loaded: Loaded) -> None:
    assert queries.totals(loaded.engine, KAYSERI) == queries.Totals(
        goals_budget_kurus=13_922_074_000 * LIRA,
        goals_off_budget_kurus=900_000_000 * LIRA,
        goals_total_kurus=14_822_074_000 * LIRA,
        general_administration_kurus=2_177_926_000 * LIRA,
        transfers_kurus=0,
        budget_kurus=16_100_000_000 * LIRA,
        off_budget_kurus=900_000_000 * LIRA,
        total_kurus=17_000_000_000 * LIRA,
    )


@KEYS
def test_totals_are_the_printed_ones(loaded: Loaded, key: ProgrammeKey) -> None:
    lines = {
        row["role"]: row
        for row in rawcsv.rows(loaded.folders[key], "printed_performance")
        if row["role"]
    }
    totals = queries.totals(loaded.engine, key)
    assert totals.total_kurus == rawcsv.kurus(lines["grand_total"]["total"])
    assert totals.goals_budget_kurus == rawcsv.kurus(lines["goals_total"]["budget"])
    printed = lines["general_administration"]["total"]
    assert totals.general_administration_kurus == rawcsv.kurus(printed)


def test_a_total_that_is_not_printed_is_none(
    engine_url: str, folders: dict[ProgrammeKey, Path], tmp_path: Path
) -> None:
    def change(tables: datasets.Tables) -> None:
        for row in tables["printed_performance"]:
            if row["role"] == "grand_total":
                row["off_budget"] = None
        tables["printed_performance"] = [
            row for row in tables["printed_performance"] if row["role"] != "transfers"
        ]

    load.build(datasets.changed(folders[INVENTED], tmp_path / "d", change), engine_url)
    engine = factory.create(engine_url)
    totals = queries.totals(engine, INVENTED)
    assert (totals.off_budget_kurus, totals.transfers_kurus) == (None, None)
    assert totals.total_kurus is not None
    engine.dispose()


def test_counts(loaded: Loaded) -> None:
    counts = queries.counts(loaded.engine, KAYSERI)
    assert (counts.aims, counts.objectives, counts.goals) == (7, 32, 32)
    assert (counts.indicators, counts.activities, counts.council_members) == (157, 123, 70)
    for key, folder in loaded.folders.items():
        counts = queries.counts(loaded.engine, key)
        for name in counts.__slots__:
            assert getattr(counts, name) == len(rawcsv.rows(folder, name)), name


def test_aims_of_2025_to_the_kurus(loaded: Loaded) -> None:
    lines = queries.budget_lines(loaded.engine, KAYSERI)
    sums = lines.groupby("aim")["amount_kurus"].sum()
    assert sums.to_dict() == {
        1: 269_588_000 * LIRA,
        2: 4_865_537_000 * LIRA,
        3: 856_237_000 * LIRA,
        4: 1_710_000_000 * LIRA,
        5: 2_706_412_000 * LIRA,
        6: 108_300_000 * LIRA,
        7: 4_306_000_000 * LIRA,
    }
    needs = queries.resource_needs(loaded.engine, KAYSERI).set_index("line")
    general = needs["general_administration_kurus"]
    assert general["total"] == general[needs.index.str.len() == 2].sum() == 2_177_926_000 * LIRA
    assert sums.sum() + general["total"] == 17_000_000_000 * LIRA


@KEYS
def test_budget_lines_are_the_cost_tables_joined_upward(loaded: Loaded, key: ProgrammeKey) -> None:
    folder = loaded.folders[key]
    table = {name: rawcsv.rows(folder, name) for name in BY_NAME}
    goals = {row["goal"]: row for row in table["goals"]}
    objectives = {row["objective"]: row for row in table["objectives"]}
    aims = {row["aim"]: row for row in table["aims"]}
    units = {row["spending_unit"]: row for row in table["spending_units"]}
    codes = {row["economic_code"]: row["name"] for row in table["economic_codes"]}
    activities = {row["activity"]: row for row in table["activities"]}
    expected_rows = []
    for name, fund, line in (
        ("activity_costs", "budget", "economic_code"),
        ("off_budget_resources", "off_budget", "source"),
    ):
        for row in table[name]:
            activity = activities[row["activity"]]
            goal, unit = goals[activity["goal"]], units[activity["spending_unit"]]
            aim = aims[objectives[goal["objective"]]["aim"]]
            expected_rows.append(
                (
                    int(aim["aim"]),
                    aim["short_name"],
                    goal["objective"],
                    int(goal["goal"]),
                    goal["statement"],
                    goal["short_name"] or goal["statement"],
                    int(row["activity"]),
                    activity["name"],
                    activity["short_name"] or activity["name"],
                    unit["spending_unit"],
                    unit["name"],
                    unit["short_name"],
                    fund,
                    row[line],
                    codes.get(row[line]),
                    rawcsv.kurus(row["amount"]),
                    row["source_section"],
                    int(row["source_line"]),
                )
            )
    lines = queries.budget_lines(loaded.engine, key)
    assert Counter(cells(lines)) == Counter(expected_rows)
    order = list(zip(lines["activity"], lines["fund"], lines["line"], strict=True))
    assert order == sorted(order)


@KEYS
def test_indicators_are_wide(loaded: Loaded, key: ProgrammeKey) -> None:
    folder = loaded.folders[key]
    values: dict[tuple[int, int], dict[str, dict[str, str]]] = defaultdict(dict)
    for row in rawcsv.rows(folder, "indicator_values"):
        values[int(row["goal"]), int(row["indicator"])][row["kind"]] = row
    units: dict[int, list[str]] = defaultdict(list)
    for row in rawcsv.rows(folder, "activities"):
        if row["spending_unit"] not in units[int(row["goal"])]:
            units[int(row["goal"])].append(row["spending_unit"])
    frame = queries.indicators(loaded.engine, key)
    printed = rawcsv.rows(folder, "indicators")
    assert len(frame) == len(printed)
    for row, (_, indicator) in zip(printed, frame.iterrows(), strict=True):
        name = int(row["goal"]), int(row["indicator"])
        assert (indicator["goal"], indicator["indicator"]) == name
        for column in ("name", "name_printed", "unit", "unit_printed", "note", "direction_reason"):
            assert indicator[column] == (row[column] or None), column
        told = ("calculation", "data_source", "unit_responsible", "accumulation")
        for column in (*told, "accumulation_reason", "source_section"):
            assert indicator[column] == (row.get(column) or None), column
        assert indicator["source_line"] == int(row["source_line"])
        assert indicator["is_cumulative"] == (row["is_cumulative"] == "true")
        assert indicator["direction"] == (row["direction"] or None)
        assert indicator["units"] == tuple(units[name[0]])
        for kind in ("actual", "estimate", "target"):
            value = values[name].get(kind, defaultdict(str))
            assert indicator[f"{kind}_printed"] == (value["printed"] or None)
            assert indicator[f"{kind}_year"] == int(value["year"])
            if value["value"]:
                assert indicator[kind] == float(value["value"])
            else:
                assert math.isnan(indicator[kind])
        reasons = [value["correction"] for value in values[name].values() if value["correction"]]
        assert (indicator["correction"] is None) == (not reasons)
        assert all(reason in indicator["correction"] for reason in reasons)


def test_the_corrected_indicator_keeps_what_was_printed(loaded: Loaded) -> None:
    frame = queries.indicators(loaded.engine, KAYSERI)
    row = frame[(frame["goal"] == 22) & (frame["indicator"] == 3)].iloc[0]
    figures = {row["actual"], row["estimate"], row["target"]}
    printed = {row["actual_printed"], row["estimate_printed"], row["target_printed"]}
    assert "40.00" in printed
    assert 40000.0 in figures
    assert row["correction"]


def test_frames_come_in_a_stated_order(loaded: Loaded) -> None:
    for key in loaded.folders:
        for name, column in (
            ("aims", "aim"),
            ("goals", "goal"),
            ("activities", "activity"),
            ("assets", "source_line"),
            ("resource_needs", "source_line"),
            ("council_members", "position"),
            ("economic_codes", "economic_code"),
            ("checks", "check"),
        ):
            frame = TABLE_QUESTIONS[name][0](loaded.engine, key)
            assert list(frame[column]) == sorted(frame[column]), name
        gravity = {"high": 0, "medium": 1, "low": 2}
        places = [gravity[name] for name in queries.findings(loaded.engine, key)["severity"]]
        assert places == sorted(places)
        assert len(set(places)) > 1


def test_no_question_asks_the_database_once_a_row(loaded: Loaded) -> None:
    statements: list[str] = []

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "(SELECT", "WITH")):
            statements.append(statement)

    event.listen(loaded.engine, "before_cursor_execute", note)
    try:
        asked = {name: ask for name, (ask, _) in TABLE_QUESTIONS.items()} | OTHER_FRAMES
        for name, ask in (asked | {"totals": queries.totals, "counts": queries.counts}).items():
            statements.clear()
            ask(loaded.engine, KAYSERI)
            assert 1 <= len(statements) <= 3, name
            assert "2025" not in " ".join(statements), f"{name} does not bind its parameters"
    finally:
        event.remove(loaded.engine, "before_cursor_execute", note)


_FULL_TEXT = "SCAN search_index VIRTUAL TABLE INDEX 0:M"


def test_every_question_finds_its_rows_by_key(loaded: Loaded) -> None:
    """Why there is no index beside the keys: none would be used. SQLite's plan is read."""
    if loaded.engine.dialect.name != "sqlite":
        return
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _k: object, statement: str, parameters: Any, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(loaded.engine, "before_cursor_execute", note)
    for ask in [ask for ask, _ in TABLE_QUESTIONS.values()] + list(OTHER_FRAMES.values()):
        ask(loaded.engine, KAYSERI)
    for ask in (queries.totals, queries.counts, queries.programme):
        ask(loaded.engine, KAYSERI)
    queries.search(loaded.engine, KAYSERI, "merkez")
    event.remove(loaded.engine, "before_cursor_execute", note)
    selects = [question for question in asked if question[0].lstrip().startswith("SELECT")]
    assert len(selects) > len(TABLE_QUESTIONS)
    for statement, parameters in selects:
        with loaded.engine.connect() as connection:
            plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, parameters)
            steps = [str(row[-1]) for row in plan]
        scans = {step for step in steps if step.startswith("SCAN")}
        # SQLite calls it a scan, too, when the full-text index itself is asked.
        scans = {step for step in scans if not step.startswith(_FULL_TEXT)}
        assert not scans - {"SCAN CONSTANT ROW", "SCAN anon_1"}, statement
