"""Databases that several modules read; nobody changes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db import engine as factory
from db import load
from db.queries import ProgrammeKey
from tests.support import datasets

KAYSERI = ProgrammeKey(2025, "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ")
INVENTED = ProgrammeKey(2027, "ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ")
#: Shares its year with one and its institution with the other, so that a forgotten half of the
#: key shows.
BETWEEN = ProgrammeKey(2025, INVENTED.institution)


@dataclass(frozen=True)
class Loaded:
    """A database with three programmes, and the folder from which each was loaded."""

    url: str
    engine: Engine
    folders: dict[ProgrammeKey, Path]


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[ProgrammeKey, Path]:
    """The folders of three sound datasets."""
    base = tmp_path_factory.mktemp("datasets")
    invented = datasets.invented(base / "2027")
    between = datasets.changed(invented, base / "2025", datasets.renamed(BETWEEN.year))
    return {KAYSERI: datasets.KAYSERI, INVENTED: invented, BETWEEN: between}


@pytest.fixture(scope="session")
def loaded(new_database: Callable[[], str], folders: dict[ProgrammeKey, Path]) -> Iterator[Loaded]:
    """A database with the three programmes, on each kind in turn, opened for reading."""
    url = new_database()
    for folder in folders.values():
        load.build(folder, url)
    engine = factory.create(url)
    yield Loaded(url, engine, folders)
    engine.dispose()
