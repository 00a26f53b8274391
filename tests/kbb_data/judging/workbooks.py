"""What the tests of workbooks share: the sheets that they write in, and how a refusal is held."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data.judging.apply import apply
from kbb_data.judging.sheets import (
    Sheet,
    sheets,
)
from kbb_data.problems import Unreadable

Book = Any

DIRECTIONS = next(sheet for sheet in sheets() if sheet.title == "Yönler")
GOALS = next(sheet for sheet in sheets() if sheet.section == "committee_goal")

FIGURES = next(sheet for sheet in sheets() if sheet.section == "technology")
UNITS = next(sheet for sheet in sheets() if sheet.section == "spending_unit")


def saved(book: Book, tmp_path: Path) -> Path:
    book.save(tmp_path / "judged.xlsx")
    return tmp_path / "judged.xlsx"


def cell(sheet: Sheet, label: str, row: int = 2) -> str:
    """The address of the cell under a head."""
    return f"{openpyxl.utils.get_column_letter(sheet.heads.index(label) + 1)}{row}"


def refused(path: Path, folder: Path) -> list[str]:
    """What ``apply`` says of a workbook; nothing was written."""
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    with pytest.raises(Unreadable) as error:
        apply(path, folder)
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    return [str(problem) for problem in error.value.problems]
