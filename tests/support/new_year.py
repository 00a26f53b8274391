"""A year on its way in, as docs/next-year.md walks it: the commands, in a copy of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl

from kbb_data.judging.sheets import DECISION, JUDGE, READ_FIRST, STATES, STATUS, TAKE, named, sheets
from kbb_data.schema import PROGRAMME_BUDGET
from tests.support.source import ROOT

#: The invented municipality's programme of 2026 as Word, as it would come from the municipality.
WORD = ROOT / "tests" / "fixtures" / "programme_budget.docx"

#: What the dashboard and its commands consist of.
_PARTS = ("app.py", "pages", "present", "kbb_data", "db", "assets", ".streamlit")

#: What a judge writes beside each row that awaits it, by section.
JUDGEMENTS = {
    "indicator": {
        "Yön": named("indicators", "direction")["more"],
        "Gerekçe": "Sayı büyüdükçe hizmet daha çok kişiye ulaşır.",
    },
    "programme": {"Kısa ad": "{printed}", "Kısa ad (İngilizce)": "Programme {number}"},
}


def project(folder: Path) -> Path:
    """A copy of the project in ``folder``, without databases, for commands that write into it."""
    for part in _PARTS:
        source = ROOT / part
        if source.is_dir():
            unwanted = shutil.ignore_patterns("__pycache__", "*.sqlite*", "*.lock")
            shutil.copytree(source, folder / part, ignore=unwanted)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / part)
    return folder


def said(root: Path, *words: str, database: str = "") -> str:
    """What a command of the project at ``root`` prints. Raises ``CalledProcessError``, whose text
    holds its errors, where it does not end well."""
    environment = {**os.environ, "KBB_DATABASE_URL": database}
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"{' '.join(words)}: {done.stdout}{done.stderr}"
    return done.stdout


def judge(workbook: Path) -> int:
    """Judge in the workbook what awaits it of the sections in ``JUDGEMENTS``, as staff would by
    hand; how many rows."""
    book = openpyxl.load_workbook(workbook)
    book[READ_FIRST][JUDGE] = "Ayşe Yılmaz"
    judged = 0
    for sheet in sheets(PROGRAMME_BUDGET):
        answers = JUDGEMENTS.get(sheet.section)
        if answers is None:
            continue
        heads = list(sheet.heads)
        for row in book[sheet.title].iter_rows(min_row=2):
            if row[heads.index(STATUS)].value != STATES["judge"]:
                continue
            judged += 1
            printed = str(row[heads.index(sheet.label("printed"))].value).title()
            for head, words in answers.items():
                row[heads.index(head)].value = words.format(printed=printed, number=judged)
            row[heads.index(DECISION)].value = TAKE
    book.save(workbook)
    return judged
