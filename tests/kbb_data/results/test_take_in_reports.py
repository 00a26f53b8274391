"""Reports taken in by the command, from each kind of file."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest

from kbb_data.checking.validation import validate
from kbb_data.files import drafts
from tests.kbb_data.results import forms

ROWS = (
    ("Performans Göstergesi", "Hedeflenen", "Gerçekleşen", "Sapma Nedeni"),
    ("Yenilenen yol uzunluğu", "80", "64,5", "İhale gecikti."),
    ("Dikilen fidan sayısı", "140.000", "151.000", ""),
)
TITLE = ("ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ", "2026 Yılı Faaliyet Raporu")


def text(path: Path) -> Path:
    lines = [*TITLE, *("\t".join(row) for row in ROWS), ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in (*((words,) for words in TITLE), *ROWS):
        book.active.append(row)
    book.save(path)
    return path


def word(path: Path) -> Path:
    document = docx.Document()
    for words in TITLE:
        document.add_paragraph(words)
    table = document.add_table(rows=0, cols=4)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(str(path))
    return path


@pytest.mark.parametrize("make", [text, workbook, word])
def test_an_activity_report_comes_in_from_each_kind(
    make: object, folder: Path, tmp_path: Path
) -> None:
    assert callable(make)
    forms.taken(make(tmp_path / "rapor"), folder, "--date", "2027-03-01")
    assert validate(folder) == []
    found = [
        tuple(row[name] for name in ("goal", "indicator", "as_of", "value", "target_stated",
                                     "deviation_reason", "document"))
        for row in forms.rows(folder, "indicator_results")
    ]  # fmt: skip
    key = "faaliyet-raporu-2026-12-31"
    assert found == [
        ("2", "1", "2026-12-31", "64.5", "80", "İhale gecikti.", key),
        ("3", "2", "2026-12-31", "151000", "140000", "", key),
    ]


def test_a_mended_draft_comes_in_and_one_with_marks_does_not(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "draft"
    home.mkdir()
    lines = text(tmp_path / "rapor.txt").read_text(encoding="utf-8").split("\n")
    doubt = {4: drafts.Doubt("page 1, table 1, row 2", ("a number over two lines",))}
    draft = drafts.Draft(tuple(lines), doubt, {5: "page 1, table 1, row 3"})
    path = home / drafts.TEXT
    path.write_bytes(draft.content)
    (line,) = forms.refused(path, folder, capsys)
    assert "take the mark out" in line
    path.write_bytes(draft.text)
    forms.taken(path, folder, "--date", "2027-03-01")
    assert len(forms.rows(folder, "indicator_results")) == 2


def test_a_line_of_a_report_is_named_with_its_place_in_the_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workbook(tmp_path / "rapor.xlsx")
    book = openpyxl.load_workbook(path)
    book.active.append(("Yenilenen yol uzunluğu", "80", "70", ""))
    (line,) = forms.refused(forms.saved(book, path), folder, capsys)
    assert line.startswith("line 6 (sheet 'Sheet', row 6), ")


def test_another_institutions_or_years_report_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = text(tmp_path / "rapor.txt")
    own = path.read_text(encoding="utf-8")
    for old, new, told in (
        ("ÇAMLIOVA", "DEREKENT", "expected a document of ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ"),
        ("2026", "2025", "expected a document of 2026, the programme's year"),
    ):
        path.write_text(own.replace(old, new), encoding="utf-8")
        (line,) = forms.refused(path, folder, capsys)
        assert told in line


def test_what_no_table_takes_up_is_kept_in_the_report(folder: Path, tmp_path: Path) -> None:
    path = text(tmp_path / "rapor.txt")
    more = "Yıl boyunca 1.250 metre kaldırım yenilendi.\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    forms.taken(path, folder, "--date", "2027-03-01")
    report = (folder / "import-report.json").read_text(encoding="utf-8")
    assert '"text": "1.250"' in report
