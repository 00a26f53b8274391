"""Datasets that the tests of forms begin with, made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.kbb_data.results import forms


@pytest.fixture(scope="session")
def _budget(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return forms.budget(tmp_path_factory.mktemp("budget") / "data")


@pytest.fixture(scope="session")
def _with_first(_budget: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("first")
    folder = home / "data"
    shutil.copytree(_budget, folder)
    book = forms.fill(forms.form(folder, home / "form.xlsx"))
    forms.taken(forms.saved(book, home / "filled.xlsx"), folder)
    return folder


@pytest.fixture
def folder(_budget: Path, tmp_path: Path) -> Path:
    """The programme budget of 2026 without results, in a folder of its own."""
    return Path(shutil.copytree(_budget, tmp_path / "home" / "data"))


@pytest.fixture
def with_first(_with_first: Path, tmp_path: Path) -> Path:
    """The same with the form of the first half-year taken in."""
    return Path(shutil.copytree(_with_first, tmp_path / "first" / "data"))
