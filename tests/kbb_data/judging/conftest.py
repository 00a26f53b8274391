"""The 2025 programme before anybody judged it, and its workbook to judge in."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from kbb_data.judging.review import review
from kbb_data.judging.sheets import (
    JUDGE,
    READ_FIRST,
)
from tests.kbb_data.judging.test_propose import DATASET, unjudged
from tests.kbb_data.judging.workbooks import Book
from tests.support.source import full_text


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The 2025 programme as it is read before anybody judged it."""
    return unjudged(full_text(), tmp_path_factory.mktemp("bare"))


@pytest.fixture(scope="session")
def written(bare: Path) -> bytes:
    """Its workbook, with the committed judgements beside it."""
    return review(bare, DATASET, full_text().read_bytes())


@pytest.fixture
def dataset(bare: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(bare, tmp_path / "data"))


@pytest.fixture
def book(written: bytes, tmp_path: Path) -> Book:
    path = tmp_path / "review.xlsx"
    path.write_bytes(written)
    opened = openpyxl.load_workbook(path)
    opened[READ_FIRST][JUDGE] = "Ayşe Yılmaz"
    return opened
