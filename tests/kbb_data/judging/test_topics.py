"""Every activity and every line of general administration goes to one plain topic, to the kuruş."""

from __future__ import annotations

import csv
import re
import shutil
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kbb_data.checking.topics import topic_totals
from kbb_data.importer import import_file
from kbb_data.publishing.package import read_tables
from kbb_data.publishing.unjudged import unjudged
from kbb_data.rows import Tables
from kbb_data.topics import amounts, assignments, unassigned
from tests.support import datasets, years

KAYSERI = read_tables(datasets.KAYSERI)


def printed(table: str) -> list[dict[str, str]]:
    """The rows of a committed CSV file, read without the project's own code."""
    with (datasets.KAYSERI / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_topics_of_2025_are_the_programme_to_the_kurus() -> None:
    rows = printed("topics")
    assert 10 <= len(rows) <= 12
    assert sum(Decimal(row["total"]) for row in rows) == Decimal("17000000000.00")
    for row in rows:
        assert all(row[name] for name in ("name", "name_en", "purpose", "purpose_en"))


def test_each_topic_is_added_up_a_second_way() -> None:
    """From the cells of the files, one by one: a code of its own, else the activity's topic."""
    given = {(row["kind"], row["key"]): row["topic"] for row in printed("topic_assignments")}
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in printed("activity_costs"):
        own = given.get(("code", row["economic_code"]))
        sums[own or given["activity", row["activity"]]] += Decimal(row["amount"] or 0)
    for row in printed("off_budget_resources"):
        sums[given["activity", row["activity"]]] += Decimal(row["amount"] or 0)
    for row in printed("resource_needs"):
        if row["line"].isdigit() and Decimal(row["general_administration"]):
            sums[given["general", row["line"]]] += Decimal(row["general_administration"])
    assert sums == {row["topic"]: Decimal(row["total"]) for row in printed("topics")}


def test_every_activity_and_line_is_judged_with_a_reason() -> None:
    assert unassigned(KAYSERI) == ([], [])
    topics = {row["topic"] for row in KAYSERI["topics"]}
    names = [row["name"] for row in KAYSERI["topics"]]
    for row in KAYSERI["topic_assignments"]:
        assert re.fullmatch(r"[A-ZÇĞİÖŞÜ].+\.", row["reason"]), row
        assert row["topic"] in topics
        assert row["other_topic"] in {None, *topics} - {row["topic"]}
    assert {row["topic"] for row in KAYSERI["topic_assignments"]} == topics
    assert len(set(names)) == len(names)
    codes = {row["key"] for row in KAYSERI["topic_assignments"] if row["kind"] == "code"}
    assert codes == {"01", "02", "04"}


def test_money_off_the_budget_follows_its_activity_and_a_code_its_topic(tmp_path: Path) -> None:
    tables = read_tables(datasets.with_ties(tmp_path / "ties"))
    # By hand: avenue and cable car without their code 03; what is cleaned without it; all of 03
    # with general administration's and its revolving fund; the reserve.
    assert amounts(tables) == {
        "ulasim": 2_000_000_000,
        "temizlik": 3_990_000_000,
        "alimlar": 2_010_000_000 + 300_000_000 + 200_000_000,
        "yedek": 500_000_000,
    }


def test_a_programme_budget_adds_up_and_a_year_without_topics_has_none(tmp_path: Path) -> None:
    folders = years.planned(tmp_path)
    for year, has_topics in ((2024, False), (2025, True), (2026, True)):
        tables = read_tables(folders[year])
        assert bool(tables["topics"]) is has_topics
        if has_topics:
            whole = sum(row["total"] or 0 for row in tables["activities"])
            general = [row["general_administration"] for row in tables["resource_needs"]]
            beside = sum(filter(None, general[:9]))
            assert sum(row["total"] for row in tables["topics"]) == whole + beside


def _other_total(tables: Tables) -> None:
    tables["topics"][0]["total"] += 1


def _stranger(tables: Tables) -> None:
    tables["topic_assignments"][0]["key"] = "999"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_other_total, "topics.csv, total of 'otobus-ve-tramvay'"),
        (_stranger, "topic_assignments.csv, activity: expected what the programme has"),
    ],
)
def test_totals_that_do_not_follow_are_refused(change: Callable[[Tables], None], said: str) -> None:
    tables = {name: [dict(row) for row in rows] for name, rows in KAYSERI.items()}
    assert list(topic_totals(tables)) == []
    change(tables)
    assert said in " ".join(map(str, topic_totals(tables)))


def test_what_nobody_gave_a_topic_is_said_and_imports(tmp_path: Path) -> None:
    folder = tmp_path / "dataset"
    shutil.copytree(datasets.TIES_JUDGED, folder)
    path = folder / "topics.toml"
    text = path.read_text(encoding="utf-8")
    for entry in ("topic_activity]]\nactivity = 3", 'topic_general]]\nline = "09"'):
        pattern = rf"\[\[{re.escape(entry)}.*?(?=\n\[\[|\Z)"
        text, count = re.subn(pattern, "", text, flags=re.DOTALL)
        assert count == 1
    path.write_text(text, encoding="utf-8")
    tables = import_file(datasets.TIES_TEXT, folder)
    # The code of its own is judged all the same; a topic to which nothing goes is left out.
    assert unassigned(tables) == ([3], ["09"])
    assert "yedek" not in {row["topic"] for row in tables["topics"]}
    assert amounts(tables)[None] == 500_000_000
    told = " ".join(unjudged(folder, tables))
    assert "1 of 4 activities are given to no topic" in told
    assert "1 of 12 lines of general administration are given to no topic" in told


def test_no_topics_at_all_are_no_fault(tmp_path: Path) -> None:
    tables = read_tables(datasets.invented(tmp_path / "data"))
    assert tables["topics"] == [] == list(topic_totals(tables))
    assert assignments(tables["topic_assignments"]) == {}
    assert any("activities are given to a topic" in line for line in unjudged(tmp_path, tables))
