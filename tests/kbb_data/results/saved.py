"""Forms for results as LibreOffice saves them with the settings of a Turkish desktop.

``python -m tests.kbb_data.results.saved`` fills the forms of the invented municipality in and has
``soffice`` save them into ``tests/fixtures/libreoffice``; the tests read those files, so that they
run where there is no LibreOffice.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.kbb_data.judging.saved import FIXTURES, profile, save
from tests.kbb_data.results import forms
from tests.kbb_data.results.forms import REASON, UNIT, VALUE, cell

#: Words that a spreadsheet may take for a number or a date, as free text.
WORDS = "01.12.2026 günü %12,5: “şöyle”; ĞÜŞİÖÇ ğüşıöç"
#: The options of CSV files in LibreOffice: separator, quotes, UTF-8, from line 1, Turkish.
_CSV = "59,34,76,1,,1055,false,true"


def workbook(folder: Path, path: Path) -> Path:
    """The form as a workbook, filled in."""
    book = forms.fill(forms.form(folder, path.with_name("empty.xlsx")))
    cell(book, UNIT, "indicator 1.3", REASON).value = WORDS
    return forms.saved(book, path)


def csv_form(folder: Path, path: Path) -> Path:
    """The form as a CSV file, filled in."""
    rows = forms.csv_rows(folder, path.with_name("empty.csv"))
    for section, number, field, of in (
        ("gösterge", "1.1", VALUE, "9.700.000"),
        ("gösterge", "1.2", VALUE, "5,5"),
        ("gösterge", "1.2", REASON, "Teslim gecikti."),
        ("gösterge", "1.3", VALUE, "91,5"),
        ("gösterge", "1.3", REASON, WORDS),
        ("ekonomik kod", "01", "Başlangıç ödeneği", "100.000.000"),
        ("ekonomik kod", "01", "Harcanan", "49.730.000,25"),
        ("ekonomik kod", "03", "Başlangıç ödeneği", "7"),
        ("ekonomik kod", "03", "Harcanan", "3"),
        ("gelir", "09", "Beklenen gelir", "-10"),
        ("gelir", "09", "Tahsil edilen", "-4,5"),
    ):
        forms.csv_row(rows, section, number, field)[9] = of
    forms.fill_months(rows)
    return forms.csv_saved(rows, path)


def main() -> None:
    """Save every fixture anew."""
    FIXTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        folder = forms.budget(home / "data")
        for target, formats in (("results", ("xlsx",)), ("results_through_ods", ("ods", "xlsx"))):
            path = workbook(folder, home / f"{target}.xlsx")
            shutil.copyfile(save(path, formats, home), FIXTURES / f"{target}.xlsx")
            for each in (path, home / "empty.xlsx"):
                each.unlink()
        path = csv_form(folder, home / "results.csv")
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile(home).as_uri()}", "--headless",
             f"--infilter=Text - txt - csv (StarCalc):{_CSV}", "--convert-to",
             f"csv:Text - txt - csv (StarCalc):{_CSV}", "--outdir", str(home / "out"), str(path)],
            check=True,
        )  # fmt: skip
        shutil.copyfile(home / "out" / "results.csv", FIXTURES / "results.csv")


if __name__ == "__main__":
    main()
