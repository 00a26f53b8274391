"""Datasets for the database's tests: the committed one, an invented one, and changed ones."""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from kbb_data import importer
from kbb_data.checking import validation
from kbb_data.checking.checks import HEADINGS, reconcile
from kbb_data.hierarchy import of_strategic_plan
from kbb_data.publishing import package
from kbb_data.rows import Tables
from kbb_data.schema import STRATEGIC_PLAN
from kbb_data.topics import amounts
from tests.support import once
from tests.support.source import ROOT

KAYSERI = ROOT / "kbb_data" / "2025"
INVENTED_TEXT = ROOT / "tests" / "fixtures" / "programme_small.txt"
#: A second invented municipality's programme of the same year as ``INVENTED_TEXT``, with what
#: people judged of it (see ``tests/fixtures/README.md``).
TIES_TEXT = ROOT / "tests" / "fixtures" / "programme_ties.txt"
TIES_JUDGED = ROOT / "tests" / "fixtures" / "judged_ties"
#: Programme budgets of invented municipalities: costs by fund with the budget's schedules,
#: costs by economic code in a document that has nothing else, and what a municipal budget system
#: prints, a part a unit.
BUDGET_TEXT = ROOT / "tests" / "fixtures" / "programme_budget.txt"
BUDGET_CODES_TEXT = ROOT / "tests" / "fixtures" / "programme_budget_codes.txt"
BUDGET_LAYOUTS_TEXT = ROOT / "tests" / "fixtures" / "programme_budget_layouts.txt"
TIES_INSTITUTION = "DEREKENT BÜYÜKŞEHİR BELEDİYESİ"


def invented(folder: Path) -> Path:
    """The invented municipality's programme of 2027, imported into ``folder``."""
    return once.copied("invented", partial(importer.import_file, INVENTED_TEXT), folder)


#: The sections that a programme may lack, and what begins after each in the invented text.
AFTER = {"1.2": r"1\.3\.", "1.3": r"1\.4\.", "1.5": r"2\.PERF", "2.6": r"Çamlıova B"}


def without(text: str, section: str) -> str:
    """The invented text without a section and its entry in the list of contents."""
    number = re.escape(section)
    text = re.sub(rf"^{number}\.? ?[^\n]*\t[^\n]*\n", "", text, flags=re.MULTILINE)
    pattern = rf"^{number}\.? ?\D.*?(?=^{AFTER[section]})"
    return re.sub(pattern, "", text, count=1, flags=re.MULTILINE | re.DOTALL)


def bare(folder: Path) -> Path:
    """The invented programme without council, buildings, staff and table 2.6."""
    return once.copied("bare", _bare, folder)


def _bare(folder: Path) -> None:
    text = INVENTED_TEXT.read_text(encoding="utf-8")
    for section in AFTER:
        text = without(text, section)
    path = folder.with_suffix(".txt")
    path.write_text(text, encoding="utf-8")
    importer.import_file(path, folder)


def with_ties(folder: Path) -> Path:
    """The second invented municipality's programme of 2027, judged, imported into ``folder``."""
    return once.copied("ties", _with_ties, folder)


def _with_ties(folder: Path) -> None:
    shutil.copytree(TIES_JUDGED, folder)
    importer.import_file(TIES_TEXT, folder)


def changed(source: Path, folder: Path, change: Callable[[Tables], Any]) -> Path:
    """A sound dataset in ``folder``: that of ``source`` after ``change`` altered its tables.

    The hierarchy, what goes to each topic and what the reconciliations find are worked out anew, as
    an import would.
    """
    problems, sound = validation.inspect(source)
    assert problems == []
    tables = copy.deepcopy(sound)
    change(tables)
    if tables["programme"][0]["form"] == STRATEGIC_PLAN:
        tables["hierarchy"] = of_strategic_plan(tables)
    totals = amounts(tables)
    for row in tables["topics"]:
        row["total"] = totals.get(row["topic"])
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
