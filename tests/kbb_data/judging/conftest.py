"""The 2025 programme before anybody judged it, the draft of an invented one, their workbooks."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from kbb_data.__main__ import main
from kbb_data.files import drafts
from kbb_data.judging.review import review
from kbb_data.judging.sheets import (
    JUDGE,
    READ_FIRST,
)
from tests.kbb_data.judging.drafted import damaged
from tests.kbb_data.judging.test_propose import DATASET, unjudged
from tests.kbb_data.judging.workbooks import Book
from tests.support import datasets
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


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return datasets.with_ties(tmp_path_factory.mktemp("earlier") / "data")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the damaged draft."""
    folder, draft = tmp_path / "draft", damaged()
    folder.mkdir()
    (folder / drafts.TEXT).write_bytes(draft.content)
    (folder / drafts.STATE).write_bytes(drafts.state_bytes(draft))
    return folder


@pytest.fixture
def opened(folder: Path, earlier: Path, tmp_path: Path) -> Callable[[], Book]:
    """Writes the workbook of the draft as it is, and opens it with a judge's name."""
    count = iter(range(9))

    def review() -> Book:
        path = tmp_path / f"review{next(count)}.xlsx"
        assert main(["review", str(folder), "--from", str(earlier), "--out", str(path)]) == 0
        book = openpyxl.load_workbook(path)
        book[READ_FIRST][JUDGE] = "Ayşe Yılmaz"
        return book

    return review
