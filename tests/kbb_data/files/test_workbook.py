"""A workbook's lines: numbers in the form of the text, formulas, hidden sheets."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kbb_data.files import workbook
from kbb_data.importer import import_file
from kbb_data.problems import Unreadable
from kbb_data.publishing.package import read_tables
from tests.support import documents
from tests.support.datasets import INVENTED_TEXT


def book(tmp_path: Path, *sheets: list[list[Any]], hidden: int = -1) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"Sayfa {number + 1}")
        for row in rows:
            sheet.append(row)
        if number == hidden:
            sheet.sheet_state = "hidden"
    path = tmp_path / "x.xlsx"
    made.save(path)
    return path


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (75000, "75000"),
        (1234.5, "1234,5"),
        (0.1, "0,1"),
        (1e15, "1000000000000000"),
        (100.0, "100"),
        (-3, "-3"),
        ("  a\n b ", "a b"),
        ("03", "03"),
        (datetime.datetime(2025, 3, 9), "09.03.2025"),
        (True, "1"),
    ],
)
def test_a_cell_is_written_as_the_text_would_have_it(
    tmp_path: Path, value: object, text: str
) -> None:
    assert workbook.lines(book(tmp_path, [["x", value]]))[0] == [f"x\t{text}"]


def test_sheets_follow_each_other_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    path = book(tmp_path, [["a", None, "b"], [None], ["c"]], [["no"]], [["d"]], hidden=1)
    assert workbook.lines(path) == (
        ["a\t\tb", "", "c", "d"],
        {1: "sheet 'Sayfa 1', row 1", 3: "sheet 'Sayfa 1', row 3", 4: "sheet 'Sayfa 3', row 1"},
    )


def test_a_formula_without_a_value_is_refused_with_its_place(tmp_path: Path) -> None:
    path = book(tmp_path, [["a", 1], ["b", "=A1*2"], ["c", "=B2"]])
    with pytest.raises(Unreadable) as refused:
        workbook.lines(path)
    (problem,) = refused.value.problems
    assert str(problem) == (
        "line 2, sheet 'Sayfa 1', row 2: expected the values of formulas; found =A1*2 without one; "
        "open the file in Excel and save it again"
    )


def test_a_workbook_is_one_whatever_it_is_called(tmp_path: Path) -> None:
    path = book(tmp_path, [["a", "b"]])
    for name in ("programme", "programme.txt", "programme.docx"):
        assert workbook.lines(path.rename(tmp_path / name))[0] == ["a\tb"]
        path = tmp_path / name


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(documents.workbook("a").replace(b"xl/", b"xx/"))
    with pytest.raises(Unreadable, match=r"x\.xlsx: expected"):
        import_file(path, tmp_path / "out")


def test_a_programme_in_a_workbook_gives_the_tables_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "programme.xlsx"
    path.write_bytes(documents.workbook(INVENTED_TEXT.read_text(encoding="utf-8")))
    import_file(path, tmp_path / "book")
    import_file(INVENTED_TEXT, tmp_path / "text")
    made, kept = read_tables(tmp_path / "book"), read_tables(tmp_path / "text")
    for tables in (made, kept):
        # The text of a workbook has no tabs at a row's end, so its hash is another one.
        tables["programme"][0].pop("source_sha256")
    assert made == kept
