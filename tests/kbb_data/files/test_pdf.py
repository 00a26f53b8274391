"""A PDF's draft: rows as read, marks above what is in doubt, no import with a mark."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from kbb_data.__main__ import main
from kbb_data.files.drafts import MARK, hold_marks, load
from kbb_data.files.extract import extract
from kbb_data.files.pdf import Row, _continued, _mended, draft
from kbb_data.importer import draft_file, import_file
from kbb_data.problems import Unreadable
from tests.support import documents

TEXT = "2025 Yılı Performans Programı\nAd\tTutar\nYol yapım faaliyeti\t1.234,00\nPark\t5,00"


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "programme.pdf"
    path.write_bytes(content)
    return path


def test_the_draft_holds_lines_and_rows_in_their_order(tmp_path: Path) -> None:
    read = draft(written(tmp_path, documents.pdf(TEXT)))
    assert read.content.decode() == f"{TEXT}\n"
    assert not read.doubts
    assert read.places[3] == "page 1, table 1, row 2"


def mended(*cells: str) -> Row:
    from collections import Counter

    words = Counter({"restorasyonu": 3, "faaliyet": 2, "yol": 9, "yapım": 4})
    return _mended(Row(cells, 3, 1, 2), words)


@pytest.mark.parametrize(
    ("cell", "text", "doubt"),
    [
        ("6.750.000,\n00", "6.750.000,00", "a number over two lines ('6.750.000, / 00')"),
        ("1.234\n.000,00", "1.234.000,00", "a number over two lines ('1.234 / .000,00')"),
        ("kav-\nşaklar", "kavşaklar", "a word over two lines"),
        ("restoras\nyonu", "restorasyonu", "a cut word ('restorasyonu')"),
        ("a\ufffd", "a\ufffd", "letters that can't be read"),
        ("(cid:12)b", "(cid:12)b", "letters that can't be read"),
        ("(yıl/\nha)", "(yıl/ha)", "a line that ends after a stroke"),
        ("50.000.000,0", "50.000.000,0", "a number that may be cut ('50.000.000,0')"),
        ("031.000,00", "031.000,00", "a number that may be cut ('031.000,00')"),
        ("06,32", "06,32", "a number that may be cut ('06,32')"),
        ("5,00 si", "5,00 si", "a number that may be cut ('5,00 si')"),
        ("0,32", "0,32", ""),
        ("03", "03", ""),
        (",010,34", ",010,34", "a number that is none (',010,34')"),
        ("215.000.00", "215.000.00", "a number that is none ('215.000.00')"),
        ("al3a7r .543", "al3a7r .543", "letters over digits ('al3a7r .543')"),
        ("2.3.1.", "2.3.1.", ""),
        ("09.03.2025", "09.03.2025", ""),
        ("yol\nyapım", "yol yapım", ""),
        ("Yol\nYapım", "Yol Yapım", ""),
        ("2024\nGerçekleşen", "2024 Gerçekleşen", ""),
    ],
)
def test_what_is_broken_at_a_cells_edge_is_joined_and_marked(
    cell: str, text: str, doubt: str
) -> None:
    row = mended("x", cell)
    assert row.cells == ("x", text)
    assert row.doubts == ((doubt,) if doubt else ())


def test_a_row_that_goes_on_over_the_page_is_one_and_marked() -> None:
    rows = [
        Row(("1", "Yol ve köprü", "5"), 1, 1, 9),
        Row(("", "yapımı", ""), 2, 1, 1),
        Row(("2", "Park", "6"), 2, 1, 2),
        Row(("3", "Su", "7"), 3, 1, 1),
        Row(("", "suyu", ""), 5, 1, 1),
    ]
    whole = _continued(rows)
    assert [row.cells for row in whole] == [
        ("1", "Yol ve köprü\nyapımı", "5"),
        ("2", "Park", "6"),
        ("3", "Su", "7"),
        ("", "suyu", ""),
    ]
    assert [row.doubts for row in whole] == [("a row that goes on on page 2",), (), (), ()]
    note = [Row(("Açıklamalar: Bir", ""), 1, 2, 3), Row(("İki", ""), 2, 1, 1)]
    assert [row.doubts for row in _continued(note)] == [
        (), ("a text that may go on from the page before",)
    ]  # fmt: skip


def test_the_command_writes_draft_and_report_and_the_import_refuses_marks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "Kırsal mahalle yollarının asfalt kaplaması ve stabilize yapım faaliyetleri ile bakımı"
    text = "\n".join([TEXT, *(f"{name} {number}\t{number}.000,00" for number in range(1, 120))])
    path = written(tmp_path, documents.pdf(text))
    assert main(["draft", str(path), "--out", str(tmp_path / "draft")]) == 0
    said = capsys.readouterr().out
    assert "of them in doubt, each below a line that begins with #?" in said
    target = tmp_path / "draft" / "draft.txt"
    marks = [line for line in target.read_text(encoding="utf-8").split("\n") if MARK in line]
    for mark in marks:
        assert mark.startswith(f"{MARK} page ")
    target.write_text(f"{MARK} page 2: x\n{TEXT}", encoding="utf-8")
    with pytest.raises(Unreadable, match="line 1, draft: expected a text that a person has mended"):
        import_file(target, tmp_path / "out")
    with pytest.raises(Unreadable, match="perhaps mended already"):
        draft_file(path, tmp_path / "draft")


def test_marks_are_counted_once() -> None:
    with pytest.raises(Unreadable) as refused:
        hold_marks(f"a\n{MARK} page 1: x\nb\n{MARK} page 2: y\nc".encode())
    (problem,) = refused.value.problems
    assert problem.line == 2
    assert "and 1 more marks" in problem.actual
    hold_marks(b"a\nb #? c")


def test_a_pdf_is_not_imported_unattended(tmp_path: Path) -> None:
    path = written(tmp_path, documents.pdf(TEXT))
    with pytest.raises(Unreadable, match=r"python -m kbb_data draft programme\.pdf --out DIR"):
        import_file(path, tmp_path / "out")


def test_other_files_are_drafted_without_marks(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(documents.word(TEXT))
    with pytest.raises(Unreadable, match="expected a PDF"):
        draft(path)
    draft_file(path, tmp_path / "draft")
    read = load(tmp_path / "draft")
    assert (tmp_path / "draft" / "draft.txt").read_bytes() == extract(path).content
    assert read.places[3] == extract(path).places[3] == "table 1, row 2"
    assert not read.doubts


def test_a_locked_a_scanned_and_a_damaged_pdf_are_refused(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(documents.pdf(TEXT)))
    writer.encrypt("secret")
    locked, scan = io.BytesIO(), io.BytesIO()
    writer.write(locked)
    Image.new("RGB", (200, 300), "white").save(scan, "PDF")
    for content, said in (
        (locked.getvalue(), "a PDF without a password"),
        (scan.getvalue(), "pictures of pages (a scan)"),
        (documents.pdf(TEXT)[:900], "one that is damaged"),
        (b"%PDF-1.7\nnothing", "one that is damaged"),
    ):
        with pytest.raises(Unreadable) as refused:
            draft(written(tmp_path, content))
        assert said in str(refused.value), said
