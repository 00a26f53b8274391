"""A Word document's lines: merged cells, what stands beside the text, places in messages."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from kbb_data.files import word
from kbb_data.files.extract import extract
from kbb_data.importer import import_file
from kbb_data.problems import Unreadable
from tests.support import documents
from tests.support.datasets import INVENTED_TEXT, KAYSERI
from tests.support.source import ROOT, full_text

SMALL = INVENTED_TEXT.read_text(encoding="utf-8")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def document(tmp_path: Path, *elements: object) -> Path:
    made = docx.Document()
    for element in elements:
        made.element.body[-1].addprevious(element)
    path = tmp_path / "x.docx"
    made.save(str(path))
    return path


def lines(path: Path) -> list[str]:
    return word.lines(path)[0]


def table(*rows: object) -> object:
    made = parse_xml(f"<w:tbl {W}/>")
    made.extend(rows)
    return made


def test_a_merged_cell_is_read_where_it_begins_and_blank_where_it_goes_on(tmp_path: Path) -> None:
    cell, row = documents.cell, documents.row
    path = document(
        tmp_path,
        table(
            row([cell("Head", span=2), cell("2025")]),
            row([cell("Unit", merge="restart"), cell("a"), cell("1")]),
            row([cell("", merge="continue"), cell("b"), cell("2")]),
        ),
    )
    assert lines(path) == ["Head\t\t2025", "Unit\ta\t1", "\tb\t2"]


def test_every_line_has_its_place(tmp_path: Path) -> None:
    cell, row = documents.cell, documents.row
    path = document(
        tmp_path,
        parse_xml(f"<w:p {W}><w:r><w:t>Başlık</w:t></w:r></w:p>"),
        parse_xml(f"<w:p {W}/>"),
        table(row([cell("a"), cell("b")]), row([cell("c"), cell("d")])),
    )
    assert word.lines(path) == (
        ["Başlık", "", "a\tb", "c\td"],
        {1: "paragraph 1", 3: "table 1, row 1", 4: "table 1, row 2"},
    )


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del>", "a"),
        ("<w:ins><w:r><w:t>yes</w:t></w:r></w:ins><w:r><w:t> b</w:t></w:r>", "yes b"),
        ("<w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:r><w:t>new</w:t></w:r>", "new"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>", "1-2"),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", "link"),
        ("<w:sdt><w:sdtContent><w:r><w:t>field</w:t></w:r></w:sdtContent></w:sdt>", "field"),
        (f"<mc:AlternateContent {MC}><mc:Fallback><w:r><w:t>box</w:t></w:r></mc:Fallback>"
         "</mc:AlternateContent><w:r><w:t>a</w:t></w:r>", "a"),
        ("<w:r><w:drawing><w:t>drawn</w:t></w:drawing><w:t>a</w:t></w:r>", "a"),
    ],
)  # fmt: skip
def test_the_text_is_what_word_shows_as_the_documents(tmp_path: Path, xml: str, text: str) -> None:
    assert lines(document(tmp_path, parse_xml(f"<w:p {W}>{xml}</w:p>"))) == [text]


def test_a_table_in_a_content_control_and_one_in_a_cell_are_read(tmp_path: Path) -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    path = document(
        tmp_path,
        parse_xml(
            f"<w:sdt {W}><w:sdtContent><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>"
            f"{inner}<w:p/></w:tc></w:tr></w:tbl></w:sdtContent></w:sdt>"
        ),
    )
    assert [line.strip() for line in lines(path)] == ["a", "x"]


def test_cells_of_several_paragraphs_and_with_tabs_stay_one_cell(tmp_path: Path) -> None:
    path = document(
        tmp_path,
        parse_xml(
            f"<w:tbl {W}><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc>"
            "<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>"
            "</w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
    )
    assert lines(path) == ["\ta b c\t1"]


def test_a_programme_in_word_gives_the_dataset_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "programme.docx"
    path.write_bytes(documents.word(SMALL))
    assert extract(path).content.decode("utf-8") == SMALL
    import_file(path, tmp_path / "word")
    import_file(INVENTED_TEXT, tmp_path / "text")
    _same(tmp_path / "word", tmp_path / "text")


@pytest.mark.source
def test_the_programme_of_2025_in_word_gives_the_committed_dataset(tmp_path: Path) -> None:
    path = full_text().parents[1] / "reference/documents/kayseri-2025-performans-programi.docx"
    import_file(path, tmp_path / "out")
    _same(tmp_path / "out", KAYSERI)


def _same(made: Path, kept: Path) -> None:
    for file in sorted(made.iterdir()):
        assert file.read_bytes() == (kept / file.name).read_bytes(), file.name


def test_a_problem_says_in_which_table_and_row_it_is(tmp_path: Path) -> None:
    row = next(line for line in SMALL.split("\n") if line.startswith("1\t"))
    path = tmp_path / "programme.docx"
    path.write_bytes(
        documents.word(SMALL.replace(row, row.replace("\t", "\tO", 1).rstrip("0") + "O"))
    )
    with pytest.raises(Unreadable) as refused:
        import_file(path, tmp_path / "out")
    number = SMALL.split("\n").index(row) + 1
    said = str(refused.value.problems[0])
    assert said.startswith(f"line {number} (table "), said
    assert ", row " in said
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("part", ["word/document.xml", "[Content_Types].xml"])
def test_a_damaged_document_is_refused(tmp_path: Path, part: str) -> None:
    import zipfile

    path, file = tmp_path / "x.docx", io.BytesIO(documents.word("a"))
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(path, "w") as broken:
        for name in whole.namelist():
            broken.writestr(name, b"<w:document" if name == part else whole.read(name))
    with pytest.raises(Unreadable, match="open it in Word and save it again"):
        extract(path)


def test_a_document_of_pictures_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(documents.word("\n\n"))
    with pytest.raises(Unreadable, match="pictures of pages"):
        extract(path)


def test_a_document_with_entities_is_refused(tmp_path: Path) -> None:
    import zipfile

    path, file = tmp_path / "x.docx", io.BytesIO(documents.word("a"))
    evil = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "{(ROOT / "LICENSE").as_uri()}">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>x&e;</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(file) as whole, zipfile.ZipFile(path, "w") as broken:
        for name in whole.namelist():
            broken.writestr(name, evil if name == "word/document.xml" else whole.read(name))
    with pytest.raises(Unreadable, match=r"defines words of its own in word/document\.xml"):
        extract(path)
