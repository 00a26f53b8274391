"""The record of changes to a programme's data."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from kbb_data.publishing.changes import changes

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
        '[[change]]\ndate = 2027-01-02\ntext = "İlk"\ntext_en = "First"\n'
        '[[change]]\ndate = 2027-03-01\ntext = "Sonra"\ntext_en = "Later"\n',
    )
    entries = changes(2027, INSTITUTION, folder)
    assert [change.text_en for change in entries] == ["Later", "First"]
    assert entries[0].date == datetime.date(2027, 3, 1)


def test_another_institutions_or_years_changes_are_not_ours(tmp_path: Path) -> None:
    folder = write(tmp_path, '[[change]]\ndate = 2027-01-02\ntext = "a"\ntext_en = "b"\n')
    assert changes(2027, "BAŞKA", folder) == ()
    assert changes(2028, INSTITUTION, folder) == ()


def test_an_entry_without_a_field_is_named(tmp_path: Path) -> None:
    folder = write(tmp_path, '[[change]]\ndate = 2027-01-02\ntext = "a"\n')
    with pytest.raises(ValueError, match="change 1 lacks text_en"):
        changes(2027, INSTITUTION, folder)


def test_the_committed_programme_has_its_record() -> None:
    assert changes(2025, "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ")
