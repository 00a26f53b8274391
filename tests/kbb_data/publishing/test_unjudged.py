"""What nobody judged is said at publishing, with how it will be shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kbb_data import __main__ as commands
from kbb_data.publishing import published
from kbb_data.publishing.package import read_tables
from kbb_data.publishing.unjudged import LINKS, NAMES, unjudged
from kbb_data.rows import Tables
from tests.support import datasets


def said(folder: Path, **changes: list[Any]) -> list[str]:
    tables: Tables = {**read_tables(folder), **changes}
    return list(unjudged(folder, tables))


def test_nothing_is_said_where_all_is_judged() -> None:
    assert said(datasets.KAYSERI) == []


def test_a_programme_that_nobody_judged_says_so_of_everything(tmp_path: Path) -> None:
    folder = datasets.invented(tmp_path / "data")
    told = said(folder)
    tables = read_tables(folder)
    assert f"8 of {len(tables['indicators'])} indicators have no direction: shown as " in told[0]
    words = " ".join(told)
    for what in ("2 of 2 aims have no short name:", "goals have no short name:",
                 "aims have no short name in English", "4 of 4 "
                 "spending units", "working for the institution", "pay the staff", "have no kind",
                 "none of the districts", "4 of 4 committees", "5 of 5 activities",
                 "section 1.4"):  # fmt: skip
        assert what in words, what
    assert all(re.fullmatch(r"(?:\d+ of \d+|none of \d+|no figure) .+: .+", line) for line in told)


@pytest.mark.parametrize(
    ("table", "column", "value", "expected"),
    [
        ("indicators", "direction", None, "1 of 157 indicators have no direction"),
        ("aims", "short_name_en", None, "1 of 7 aims have no short name in English"),
        ("activities", "spending_unit", "x", ""),
        ("activities", "short_name", None, "1 of 123 activities have no short name: charts"),
        ("activities", "short_name_en", None, "1 of 123 activities have no short name in English"),
        ("indicator_values", "value", None, "1 of 471 printed values could not be read"),
    ],
)
def test_one_thing_without_its_judgement_is_counted(
    table: str, column: str, value: Any, expected: str
) -> None:
    rows = [dict(row) for row in read_tables(datasets.KAYSERI)[table]]
    rows[0][column] = value
    told = said(datasets.KAYSERI, **{table: rows})
    assert [line.startswith(expected) for line in told] == ([True] if expected else []), told


def test_what_a_committee_lacks_is_counted() -> None:
    scopes = read_tables(datasets.KAYSERI)["committee_scopes"]
    first = scopes[0]["committee"]
    left = [row for row in scopes if row["committee"] != first]
    told = said(datasets.KAYSERI, committee_scopes=left)
    assert "committees have no subject: shown with their members alone" in " ".join(told)
    told = said(datasets.KAYSERI, committee_scopes=[], committee_omissions=[])
    assert any(line.startswith("123 of 123 activities are given to no") for line in told)


def test_what_the_document_does_not_have_needs_no_judgement(tmp_path: Path) -> None:
    told = " ".join(said(datasets.bare(tmp_path / "data")))
    assert "committees" not in told
    assert "table 1.3" not in told


def test_a_short_name_that_is_the_printed_one_is_a_judgement(tmp_path: Path) -> None:
    folder = datasets.with_ties(tmp_path / "data")
    assert not [line for line in said(folder) if "aims have no short name" in line]
    (folder / NAMES).unlink()
    assert [line for line in said(folder) if "aims have no short name" in line]


def test_publish_says_it_and_publishes_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = datasets.invented(tmp_path / "data")
    into = tmp_path / "published"

    def kept(folder: Path) -> Path:
        return published.publish(folder, into)

    monkeypatch.setattr(commands, "publish", kept)
    assert commands.main(["publish", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("not judged: 8 of 8 indicators have no direction")
    done = next(line for line in lines if line.startswith("published: "))
    version = done.split(": ")[1].split(",")[0]
    assert lines[-1] == f"to take it back: python -m kbb_data unpublish {version}"
    assert list(into.glob("*.zip"))


def test_a_link_that_nobody_confirmed_is_counted(tmp_path: Path) -> None:
    folder = datasets.invented(tmp_path / "data")
    entry = '[[succession]]\nlevel = "unit"\n'
    (folder / LINKS).write_text(f"{entry}proposed = true\n{entry}{entry}", encoding="utf-8")
    assert "1 of 3 links of succession.toml are only proposed: the years are not compared in what "
    (folder / LINKS).write_text(entry, encoding="utf-8")
    assert "links" not in " ".join(said(folder))
