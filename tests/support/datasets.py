"""Datasets for the database's tests: the committed one, an invented one, and changed ones."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kbb_data import importer
from kbb_data.checking import validation
from kbb_data.checking.checks import HEADINGS, reconcile
from kbb_data.publishing import package
from kbb_data.rows import Tables
from tests.support.source import ROOT

KAYSERI = ROOT / "kbb_data" / "2025"
INVENTED_TEXT = ROOT / "tests" / "fixtures" / "programme_small.txt"
#: A second invented municipality's programme of the same year as ``INVENTED_TEXT``, with what
#: people judged of it (see ``tests/fixtures/README.md``).
TIES_TEXT = ROOT / "tests" / "fixtures" / "programme_ties.txt"
TIES_JUDGED = ROOT / "tests" / "fixtures" / "judged_ties"
TIES_INSTITUTION = "DEREKENT BÜYÜKŞEHİR BELEDİYESİ"


def invented(folder: Path) -> Path:
    """The invented municipality's programme of 2027, imported into ``folder``."""
    importer.import_file(INVENTED_TEXT, folder)
    return folder


def with_ties(folder: Path) -> Path:
    """The second invented municipality's programme of 2027, judged, imported into ``folder``."""
    shutil.copytree(TIES_JUDGED, folder)
    importer.import_file(TIES_TEXT, folder)
    return folder


def changed(source: Path, folder: Path, change: Callable[[Tables], Any]) -> Path:
    """A sound dataset in ``folder``: that of ``source`` after ``change`` altered its tables.

    What the reconciliations find is worked out anew, as an import would.
    """
    problems, sound = validation.inspect(source)
    assert problems == []
    tables = copy.deepcopy(sound)
    change(tables)
    labels = next(row["compared"] for row in tables["checks"] if row["check"] == HEADINGS[0])
    headings = [row for row in tables["findings"] if row["check"] == HEADINGS[0]]
    tables["checks"], tables["findings"] = reconcile(tables, headings, labels)
    package.write(folder, package.package_files(tables), [])
    assert validation.validate(folder) == []
    return folder


def renamed(year: int, institution: str | None = None) -> Callable[[Tables], None]:
    """A change that gives the programme another year, and another institution where stated."""

    def change(tables: Tables) -> None:
        tables["programme"][0]["year"] = year
        if institution is not None:
            tables["programme"][0]["institution"] = institution

    return change
