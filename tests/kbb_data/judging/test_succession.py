"""What became of an earlier programme's things: read at import, refused where it can't hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kbb_data.checking.validation import validate
from kbb_data.importer import import_file
from kbb_data.judging import judgement
from kbb_data.judging.problem_words import ENGLISH, told
from kbb_data.judging.succession import stale, things
from kbb_data.problems import Unreadable
from kbb_data.publishing.package import read_tables
from tests.kbb_data.judging import linked
from tests.kbb_data.judging.linked import entry
from tests.support import datasets

RENAMED = entry("indicator", "renamed", from_code="1.4", from_name="Onarılan köprüler",
                to_code="2.2", to_name="Onarılan köprü sayısı")  # fmt: skip
GONE = entry("activity", "gone", from_code="9", from_name="Kaldırım faaliyeti")
NEW = entry("unit", "new", to_code="ulasim", to_name="Ulaşım Daire Başkanlığı")
ONE = entry("leaf", "merged", from_code="5", from_name="Okuru artırmak.", to_code="5",
            to_name="Kütüphane ve Kültür Hizmetleri")  # fmt: skip
OTHER = {**ONE, "from_code": "6", "from_name": "Şenlik yapmak."}


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return linked.budget(tmp_path / "2026")


def read(dataset: Path, *entries: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of ``succession`` after an import beside these entries."""
    linked.judged(dataset, entries)
    import_file(datasets.BUDGET_TEXT, dataset)
    assert validate(dataset) == []
    return read_tables(dataset)["succession"]


def refused(dataset: Path, *entries: dict[str, Any]) -> list[str]:
    """What the import says of these entries, each with its Turkish; nothing was written."""
    linked.judged(dataset, entries)
    content = {path.name: path.read_bytes() for path in dataset.iterdir()}
    with pytest.raises(Unreadable) as error:
        import_file(datasets.BUDGET_TEXT, dataset)
    assert {path.name: path.read_bytes() for path in dataset.iterdir()} == content
    for problem in error.value.problems:
        assert ENGLISH not in " ".join(told(problem)), problem
    return [str(problem) for problem in error.value.problems]


def test_the_table_holds_what_was_judged(dataset: Path) -> None:
    rows = read(dataset, RENAMED, GONE, NEW, ONE, OTHER)
    names = [*RENAMED, "number"]
    sides = dict.fromkeys(("from_code", "from_name", "to_code", "to_name"))
    assert [{name: row[name] for name in names} for row in rows] == [
        {**sides, **fields, "number": number}
        for number, fields in enumerate((RENAMED, GONE, NEW, ONE, OTHER), start=1)
    ]
    indicators = read_tables(dataset)["indicators"]
    lines = {(row["goal"], row["indicator"]): row["source_line"] for row in indicators}
    assert rows[0]["source_line"] == lines[2, 2]


def test_what_is_only_proposed_counts_nowhere(dataset: Path) -> None:
    assert read(dataset, {**RENAMED, "reason": "", "proposed": True}, GONE) != []
    assert [row["level"] for row in read_tables(dataset)["succession"]] == ["activity"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({**RENAMED, "to_name": "Onarılan köprü"}, "indicator 2.2 as 'Onarılan köprü'"),
        ({**RENAMED, "to_code": "2.9"}, "indicator 2.9 as"),
        ({**RENAMED, "from_code": ""}, "a field 'from_code'"),
        ({**RENAMED, "from_name": ""}, "a field 'from_name'"),
        ({**RENAMED, "to_code": "", "to_name": ""}, "a field 'to_code'"),
        ({**RENAMED, "from_year": 2026}, "a year before 2026"),
        ({**RENAMED, "relation": "alike"}, "relation one of same, renamed"),
        ({**RENAMED, "level": "goal"}, "level one of top, leaf"),
        ({**RENAMED, "reason": ""}, "a field 'reason'"),
        ({**RENAMED, "proposed": False}, "'proposed = true', or no such field"),
        ({**GONE, "to_code": "3"}, "no to_code of what is gone"),
        ({**NEW, "from_name": "Ulaşım"}, "no from_name of what is new"),
        (ONE, "another entry of what was merged into leaf 5"),
        ({**ONE, "relation": "split"}, "another entry of what came from leaf 5"),
    ],
)  # fmt: skip
def test_an_entry_that_can_not_hold_stops_the_import(
    dataset: Path, fields: dict[str, Any], said: str
) -> None:
    (problem,) = [line for line in refused(dataset, fields, RENAMED | {
        "from_code": "1.1", "from_name": "Ağaç", "to_code": "3.2", "to_name": "Dikilen fidan sayısı"
    }) if said in line]  # fmt: skip
    assert "succession.toml, entry 1 of [[succession]]" in problem
    assert problem.endswith("renew or remove the entry")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (RENAMED, {**RENAMED, "relation": "same"}),
        (RENAMED, {**RENAMED, "from_code": "1.5"}),
        (RENAMED, {**RENAMED, "to_code": "3.2", "to_name": "Dikilen fidan sayısı"}),
        (GONE, {**GONE, "relation": "same", "to_code": "6", "to_name": "Ağaçlandırma"}),
        (NEW, {**NEW, "relation": "renamed", "from_code": "trafik", "from_name": "Trafik"}),
    ],
)  # fmt: skip
def test_two_entries_of_one_side_stop_the_import(
    dataset: Path, first: dict[str, Any], second: dict[str, Any]
) -> None:
    (line,) = refused(dataset, first, second)
    assert "entry 2" in line
    assert "one entry of each side" in line


def test_what_was_split_and_merged_may_share_both_sides(dataset: Path) -> None:
    split = {**ONE, "relation": "split"}
    other = {**split, "to_code": "6", "to_name": "Sosyal Destek Hizmetleri"}
    assert len(read(dataset, split, other, OTHER)) == 3


def test_entries_of_different_years_do_not_meet(dataset: Path) -> None:
    assert len(read(dataset, RENAMED, {**RENAMED, "from_year": 2024})) == 2


def test_the_earlier_programme_must_print_what_an_entry_names(tmp_path: Path) -> None:
    earlier = linked.before(linked.plan(tmp_path / "plan"), tmp_path / "2025")
    printed = things(read_tables(earlier))
    right = entry("indicator", "gone", from_code="2.2", from_name="Onarılan köprü sayısı")
    linked.judged(tmp_path, [right, {**right, "from_name": "Köprü"}, {**right, "from_code": "2.9"},
                             {**right, "from_year": 2024, "from_name": "Köprü"}, NEW])  # fmt: skip
    entries = judgement.read(tmp_path / "succession.toml")
    said = [str(problem) for problem in stale(entries, printed, 2025)]
    assert len(said) == 2
    assert "entry 2" in said[0]
    assert "indicator 2.2 of 2025 as 'Köprü'; found 'Onarılan köprü sayısı'" in said[0]
    assert "entry 3" in said[1]
    assert "found none" in said[1]
