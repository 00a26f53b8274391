"""The record of changes to a programme's data."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest

from kbb_data.publishing import published
from kbb_data.publishing.changes import FILE, ROOT, changes

INSTITUTION = "ÇAMLIOVA"


def write(folder: Path, text: str) -> Path:
    (folder / "2027").mkdir()
    (folder / "2027" / "changes.toml").write_text(
        f'institution = "{INSTITUTION}"\n{text}', encoding="utf-8"
    )
    return folder


def test_changes_come_newest_first(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        '[[change]]\ndate = 2027-01-02\nkind = "addition"\ntext = "İlk"\ntext_en = "First"\n'
        '[[change]]\ndate = 2027-03-01\nkind = "correction"\ntext = "Sonra"\ntext_en = "Later"\n',
    )
    entries = changes(2027, INSTITUTION, folder)
    assert [change.text_en for change in entries] == ["Later", "First"]
    assert entries[0].date == datetime.date(2027, 3, 1)


def test_another_institutions_or_years_changes_are_not_ours(tmp_path: Path) -> None:
    folder = write(
        tmp_path, '[[change]]\ndate = 2027-01-02\nkind = "addition"\ntext = "a"\ntext_en = "b"\n'
    )
    assert changes(2027, "BAŞKA", folder) == ()
    assert changes(2028, INSTITUTION, folder) == ()


def test_an_entry_without_a_field_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, '[[change]]\ndate = 2027-01-02\nkind = "addition"\ntext = "a"\n')
    with pytest.raises(ValueError, match="change 1 lacks text_en"):
        changes(2027, INSTITUTION, folder)


def test_a_kind_that_there_is_none_of_is_named(tmp_path: Path) -> None:
    folder = write(
        tmp_path, '[[change]]\ndate = 2027-01-02\nkind = "x"\ntext = "a"\ntext_en = "b"\n'
    )
    with pytest.raises(ValueError, match="change 1 is a 'x'; write one of addition, correction"):
        changes(2027, INSTITUTION, folder)


def test_the_kind_is_told_in_an_archives_readme() -> None:
    files = dict(published.files_of(ROOT / "2025"))
    files[FILE] = (
        '[[change]]\ndate = 2027-01-02\nkind = "correction"\ntext = "Adı"\ntext_en = "Name"\n'
    ).encode()
    assert "- 2027-01-02 Düzeltme: Adı / Correction: Name\n" in published.readme(files)


def test_versions_come_newest_first_whatever_their_hash(tmp_path: Path) -> None:
    days = {"2025.0.0+ffffffff": "02", "2025.0.0+00000000": "03", "2025.0.0+77777777": "01"}
    for version, day in days.items():
        record = f"[[change]]\ndate = 2026-01-{day}\n"
        with zipfile.ZipFile(tmp_path / f"{version}.zip", "w") as archive:
            archive.writestr(FILE, record)
    with zipfile.ZipFile(tmp_path / "2027.0.0+11111111.zip", "w") as archive:
        archive.writestr("programme.csv", "")
    assert published.versions(tmp_path) == (
        "2027.0.0+11111111",
        "2025.0.0+00000000",
        "2025.0.0+ffffffff",
        "2025.0.0+77777777",
    )


def test_the_committed_programme_has_its_record() -> None:
    assert changes(2025, "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ")
