"""Workbooks as LibreOffice saves them with the settings of a Turkish desktop.

``python -m tests.kbb_data.judging.saved`` fills the workbooks of the invented municipality in and
has ``soffice`` save them into ``tests/fixtures/libreoffice``; the tests read those files, so that
they run where there is no LibreOffice.
"""

from __future__ import annotations

import datetime
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from kbb_data.files import drafts
from kbb_data.importer import import_file, problems_of
from kbb_data.judging.mending import (
    DECISION,
    DOUBTS,
    DROP,
    HEADS,
    KEEP,
    MEND,
    MENDED,
    PROBLEMS,
    REASON,
    ROW,
    Found,
    write_mending,
)
from kbb_data.judging.review import ADDED, write_review
from kbb_data.judging.sheets import JUDGE, READ_FIRST, Sheet, sheets
from kbb_data.reading.recognition import recognise
from tests.support import datasets
from tests.support.source import ROOT

Book = Any

FIXTURES = ROOT / "tests" / "fixtures" / "libreoffice"
#: Words that a spreadsheet may take for a number or a date, as free text.
WORDS = "01.12.2026 günü görüşüldü; 3,5 km, %12,5 ve 1.234,00 TL: “şöyle” ĞÜŞİÖÇ ğüşıöç"
_LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>tr-TR</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooLocale" oor:op="fuse">
<value>tr</value></prop></item>
</oor:items>
"""


def unjudged(folder: Path) -> Path:
    """The second invented programme before anybody judged it."""
    import_file(datasets.TIES_TEXT, folder)
    return folder


def sheet_of(section: str) -> Sheet:
    return next(sheet for sheet in sheets() if sheet.section == section)


def cell(book: Book, section: str, label: str, row: int = 2) -> Any:
    """The cell under a head of a section's sheet."""
    sheet = sheet_of(section)
    return book[sheet.title].cell(row, sheet.heads.index(label) + 1)


def judged(folder: Path, earlier: Path, path: Path) -> Book:
    """The workbook of an unjudged dataset, filled in: last year's entries taken over, reasons in
    words that look like numbers and dates, a row added by its number."""
    write_review(folder, earlier, datasets.TIES_TEXT.read_bytes(), path)
    book = openpyxl.load_workbook(path)
    book[READ_FIRST][JUDGE] = "Şule Işık"
    cell(book, "indicator", "Gerekçe").value = WORDS
    cell(book, "indicator", "Karar", 3).value = "ALMA"
    cell(book, "aim", "Kısa ad").value = "12,5 yıl"
    cell(book, "aim", "Kısa ad (İngilizce)").value = "01.12.2026"
    added = book[sheet_of("left_out_activity").title].max_row - ADDED + 1
    cell(book, "left_out_activity", "Faaliyet", added).value = 4
    cell(book, "left_out_activity", "Gerekçe", added).value = "İlgili komisyon yok."
    cell(book, "left_out_activity", "Karar", added).value = "al"
    # Last year's entry of the same activity gives way to the row that was added.
    cell(book, "left_out_activity", "Karar").value = "alma"
    return book


def typed(folder: Path, earlier: Path, path: Path) -> Book:
    """The same workbook where the spreadsheet made a date and a number of what was typed."""
    book = judged(folder, earlier, path)
    date = cell(book, "indicator", "Gerekçe")
    date.value, date.number_format = datetime.date(2026, 12, 1), "DD.MM.YYYY"
    number = cell(book, "aim", "Kısa ad")
    number.value, number.number_format = 12.5, "General"
    return book


def draft(folder: Path) -> drafts.Draft:
    """A draft of the same programme with a row cut, a row that is right and a stray row."""
    lines = datasets.TIES_TEXT.read_text(encoding="utf-8").split("\n")
    total = next(n for n, line in enumerate(lines) if line.startswith("Genel Toplam\t"))
    lines[total] = lines[total].rstrip("\t")[:-1] + lines[total][len(lines[total].rstrip("\t")) :]
    lines.insert(2, "1.234,5\t01.12.2026")
    made = drafts.Draft(
        tuple(lines),
        {
            3: drafts.Doubt("page 1", ("a word over two lines",)),
            5: drafts.Doubt("page 1", ("letters that can't be read",)),
            total + 2: drafts.Doubt("page 2, table 1, row 3", ("a number that may be cut ('0')",)),
        },
    )
    folder.mkdir()
    (folder / drafts.TEXT).write_bytes(made.content)
    (folder / drafts.STATE).write_bytes(drafts.state_bytes(made))
    return made


def mended(folder: Path, earlier: Path, path: Path) -> Book:
    """The workbook of that draft with every row decided."""
    text = draft(folder).text
    write_mending(folder, earlier, Found(recognise(text), *problems_of(text, folder)), path)
    book = openpyxl.load_workbook(path)
    book[READ_FIRST][JUDGE] = "Şule Işık"
    for title in (DOUBTS, PROBLEMS):
        for cells in book[title].iter_rows(min_row=2):
            row = dict(zip(HEADS[title], cells, strict=True))
            words = str(row[ROW].value)
            if row[MENDED].value != words:
                continue
            if words.startswith("Genel Toplam"):
                row[DECISION].value = MEND
                row[MENDED].value = words.replace(",0 ", ",00 ") if ",0 " in words else f"{words}0"
            else:
                row[DECISION].value = DROP if words.startswith("1.234,5") else KEEP
            row[REASON].value = WORDS
    return book


#: The fixtures: how each is filled, and through which formats it is saved.
MADE: dict[str, tuple[Callable[[Path, Path, Path], Book], tuple[str, ...]]] = {
    "judged": (judged, ("xlsx",)),
    "judged_through_ods": (judged, ("ods", "xlsx")),
    "typed": (typed, ("xlsx",)),
    "mended": (mended, ("xlsx",)),
    "mended_through_ods": (mended, ("ods", "xlsx")),
}


def profile(home: Path) -> Path:
    """The settings of a Turkish desktop, in ``home``."""
    folder = home / "profile"
    (folder / "user").mkdir(parents=True, exist_ok=True)
    (folder / "user" / "registrymodifications.xcu").write_text(_LOCALE, encoding="utf-8")
    return folder


def save(path: Path, formats: tuple[str, ...], home: Path) -> Path:
    """The workbook saved anew in one format after another, each in a folder of its own."""
    settings = profile(home)
    for number, ending in enumerate(formats):
        out = path.parent / str(number)
        subprocess.run(
            ["soffice", f"-env:UserInstallation={settings.as_uri()}", "--headless",
             "--convert-to", ending, "--outdir", str(out), str(path)],
            check=True,
        )  # fmt: skip
        path = out / f"{path.stem}.{ending}"
    return path


def main() -> None:
    """Save every fixture anew."""
    FIXTURES.mkdir(exist_ok=True)
    for name, (fill, formats) in MADE.items():
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            earlier = datasets.with_ties(home / "earlier")
            data = home / "data" if fill is mended else unjudged(home / "data")
            book = fill(data, earlier, home / "review.xlsx")
            path = home / f"{name}.xlsx"
            book.save(path)
            shutil.copyfile(save(path, formats, home), FIXTURES / f"{name}.xlsx")


if __name__ == "__main__":
    main()
