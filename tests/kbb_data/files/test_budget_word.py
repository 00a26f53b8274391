"""A programme budget comes in from Word, with merged cells, as it does from text."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from kbb_data.files.extract import extract
from kbb_data.importer import import_file
from tests.support.datasets import BUDGET_CODES_TEXT, BUDGET_LAYOUTS_TEXT, BUDGET_TEXT
from tests.support.documents import merged_word, workbook


@pytest.mark.parametrize(
    "text", [BUDGET_TEXT, BUDGET_CODES_TEXT, BUDGET_LAYOUTS_TEXT], ids=lambda path: path.stem
)
def test_word_gives_the_dataset_that_the_text_gives(text: Path, tmp_path: Path) -> None:
    path = tmp_path / "programme.docx"
    path.write_bytes(merged_word(text.read_text(encoding="utf-8")))
    body = docx.Document(str(path)).element.body
    assert len(list(body.iter(qn("w:gridSpan")))) > 5, "cells merged across columns"
    assert len(list(body.iter(qn("w:vMerge")))) > 2, "cells merged down rows"
    assert extract(path).content == text.read_bytes()
    import_file(path, tmp_path / "word")
    import_file(text, tmp_path / "text")
    files = sorted(each.name for each in (tmp_path / "text").iterdir())
    assert files == sorted(each.name for each in (tmp_path / "word").iterdir())
    for name in files:
        ours, theirs = (tmp_path / folder / name for folder in ("word", "text"))
        assert ours.read_bytes() == theirs.read_bytes(), name


def test_a_workbook_gives_the_tables_that_the_text_gives(tmp_path: Path) -> None:
    path = tmp_path / "programme.xlsx"
    path.write_bytes(workbook(BUDGET_TEXT.read_text(encoding="utf-8")))
    tables, expected = (
        import_file(path, tmp_path / "sheet"),
        import_file(BUDGET_TEXT, tmp_path / "t"),
    )
    del tables["programme"], expected["programme"]
    assert tables == expected


def test_a_problem_names_the_row_of_the_table(tmp_path: Path) -> None:
    text = BUDGET_TEXT.read_text(encoding="utf-8")
    path = tmp_path / "programme.docx"
    path.write_bytes(merged_word(text.replace("110.000.000,00\t47", "110.000.000.00\t47")))
    with pytest.raises(Exception, match=r"table \d+, row \d+.*costs of sub-programme 2"):
        import_file(path, tmp_path / "word")
