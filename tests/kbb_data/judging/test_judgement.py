"""Judged files: their guards."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kbb_data.importer import import_file
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
        import_file(full_text(), folder)
    assert message in str(error.value)
    assert file in str(error.value)
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.source
def test_judged_files_of_another_year_are_not_used(folder: Path, tmp_path: Path) -> None:
    for name in judgement.FILES:
        alter(folder / name, "year = 2025", "year = 2031")
    tables = import_file(full_text(), folder)
    # The folder's files are of another year; the project's own serve instead.
    assert all(row["direction"] for row in tables["indicators"])
