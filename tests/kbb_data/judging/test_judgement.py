"""Judged files: their guards, and drafting next year's."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from kbb_data.__main__ import main
from kbb_data.importer import import_text
from kbb_data.judging import judgement
from kbb_data.problems import Unreadable
from tests.support.source import ROOT, full_text

DATASET = ROOT / "kbb_data" / "2025"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dataset folder with the judged files of 2025, to be broken."""
    target = tmp_path / "dataset"
    target.mkdir()
    for path in DATASET.glob("*.toml"):
        shutil.copyfile(path, target / path.name)
    return target


def alter(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.source
@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("corrections.toml", 'printed = "40.00"', 'printed = "40.000"', "'40.000'"),
        ("corrections.toml", "indicator = 3", "indicator = 33", "one row of indicator_values"),
        ("corrections.toml", 'reason = "Belge', 'grund = "Belge', "a field 'reason'"),
        ("directions.toml", 'printed = "', 'printed = "Başka ', "renew or remove the entry"),
        ("directions.toml", 'direction = "more"', 'direction = "up"', "direction one of"),
        ("names.toml", 'kind = "', 'kind = "un', "kind one of"),
        ("names.toml", "[[district]]", "[[ilce]]", "known sections"),
        ("names.toml", 'printed = "Hisarcık"', 'printed = "Hisarönü"', "'Hisarönü'"),
        ("names.toml", "[[aim]]", "[[aim]", "a TOML file"),
        ("committees.toml", '"HUKUK KOMİSYONU"', '"ADALET KOMİSYONU"', "'ADALET KOMİSYONU'"),
        ("committees.toml", 'printed = "Müze hiz', 'printed = "Müzik hiz', "'Müzik hizmetleri"),
        ("committees.toml", "goal = 15", "goal = 55", "goal 'Kırsal mahalle yol"),
        ("committees.toml", 'name = "Fen İşleri', 'name = "Fizik İşleri', "'Fizik İşleri Daire"),
        ("committees.toml", "reason = ", "grund = ", "a field 'reason'"),
    ],
)
def test_a_judgement_that_no_longer_fits_stops_the_import(
    folder: Path, file: str, old: str, new: str, message: str
) -> None:
    alter(folder / file, old, new)
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(Unreadable) as error:
        import_text(full_text(), folder)
    assert message in str(error.value)
    assert file in str(error.value)
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.source
def test_judged_files_of_another_year_are_not_used(folder: Path, tmp_path: Path) -> None:
    for name in judgement.FILES:
        alter(folder / name, "year = 2025", "year = 2031")
    tables = import_text(full_text(), folder)
    # The folder's files are of another year; the project's own serve instead.
    assert all(row["direction"] for row in tables["indicators"])


def test_next_years_files_are_drafted_from_this_years(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "2026"
    folder.mkdir()
    for path in DATASET.glob("*.csv"):
        shutil.copyfile(path, folder / path.name)
    alter(folder / "programme.csv", "2025,", "2026,")
    assert main(["propose", str(folder), "--from", str(DATASET)]) == 0
    assert "157 entries drafted, 0 still to judge" in capsys.readouterr().out
    drafted = tomllib.loads((folder / "directions.toml").read_text(encoding="utf-8"))
    judged = tomllib.loads((DATASET / "directions.toml").read_text(encoding="utf-8"))
    assert drafted["year"] == 2026
    assert len(drafted["indicator"]) == 157
    assert [e["direction"] for e in drafted["indicator"]] == [
        e["direction"] for e in judged["indicator"]
    ]
    names = tomllib.loads((folder / "names.toml").read_text(encoding="utf-8"))
    assert len(names["spending_unit"]) == 25
    assert len(names["aim"]) == 7
    assert not (folder / "corrections.toml").exists()


def test_next_years_committees_are_drafted_from_this_years(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "2026"
    folder.mkdir()
    for path in DATASET.glob("*.csv"):
        shutil.copyfile(path, folder / path.name)
    # Next year the nineteenth goal is the ninetieth, a unit has another name, a committee is gone.
    alter(folder / "goals.csv", "\n19,5.1,", "\n90,5.1,")
    alter(folder / "spending_units.csv", ",Fen İşleri Daire", ",Yol İşleri Daire")
    seats = folder / "committees.csv"
    seats.write_text(
        seats.read_text(encoding="utf-8").replace("ULAŞIM KOMİSYONU", "TRAFİK KOMİSYONU"),
        encoding="utf-8",
    )
    assert main(["propose", str(folder), "--from", str(DATASET)]) == 0
    judged = tomllib.loads((DATASET / "committees.toml").read_text(encoding="utf-8"))
    entries = [entry for value in judged.values() if isinstance(value, list) for entry in value]
    gone = [entry for entry in entries if entry.get("committee") == "ULAŞIM KOMİSYONU"]
    kept = len(entries) - len(gone) - 1
    assert f"committees.toml: {kept} entries drafted, 1 still to judge" in capsys.readouterr().out
    drafted = tomllib.loads((folder / "committees.toml").read_text(encoding="utf-8"))
    culture = "EĞİTİM, KÜLTÜR, GENÇLİK VE SPOR KOMİSYONU"
    assert {e["goal"] for e in drafted["committee_goal"] if e["committee"] == culture} == {90}
    assert "Fen İşleri Daire Başkanlığı" not in {e["name"] for e in drafted["committee_unit"]}
    assert len(drafted["left_out_goal"]) == len(judged["left_out_goal"])


def test_a_draft_never_overwrites_a_judged_file(tmp_path: Path) -> None:
    folder = tmp_path / "2025"
    shutil.copytree(DATASET, folder)
    before = (folder / "directions.toml").read_bytes()
    assert main(["propose", str(folder), "--from", str(DATASET)]) == 0
    assert (folder / "directions.toml").read_bytes() == before
    assert (folder / "directions.toml.draft").is_file()


def test_propose_refuses_a_folder_without_a_dataset(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["propose", str(tmp_path), "--from", str(DATASET)]) == 1
    assert "aims.csv" in capsys.readouterr().err
