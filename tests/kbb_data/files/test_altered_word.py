"""A programme in Word, altered as Word and its users alter documents: read as it looks, or refused
with the place; nothing is read otherwise in silence."""

from __future__ import annotations

import copy
import csv
import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from kbb_data.files.extract import extract
from kbb_data.importer import build
from kbb_data.problems import Unreadable
from tests.support import documents
from tests.support.datasets import INVENTED_TEXT

SMALL = INVENTED_TEXT.read_text(encoding="utf-8")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

#: Columns that say where in the text something stands.
PLACES = ("source_sha256", "location", "finding")

Body = Any
Change = Callable[[Body], None]


def element(name: str, *children: Any, **values: str) -> Any:
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    made.extend(children)
    return made


def texts(body: Body) -> list[Any]:
    return list(body.iter(qn("w:t")))


def amount(body: Body) -> Any:
    """The text of an amount that is no zero, in a cost table."""
    return [each for each in texts(body) if re.fullmatch(r"[1-9][\d.]{5,},00", each.text or "")][-1]


def figure(body: Body) -> Any:
    """The text of an indicator's last figure."""
    row = next(
        row
        for row in body.iter(qn("w:tr"))
        if "Yenilenen plan" in "".join(each.text or "" for each in texts(row))
    )
    return [each for each in texts(row) if each.text][-1]


def total(body: Body) -> Any:
    """The words of a cost table's total."""
    [found, *_] = [each for each in texts(body) if each.text == "Toplam Bütçe Dışı Kaynak İhtiyacı"]
    return found


def around(name: str, text: Any) -> Any:
    """The row or cell that a text stands in."""
    return next(text.iterancestors(qn(name)))


def each_text(change: Callable[[str], str]) -> Change:
    def do(body: Body) -> None:
        for text in texts(body):
            text.text = change(text.text or "")

    return do


def one(find: Callable[[Body], Any], change: Callable[[str], str]) -> Change:
    def do(body: Body) -> None:
        text = find(body)
        text.text = change(text.text)

    return do


def runs_split(body: Body) -> None:
    for text in texts(body):
        words, run = text.text or "", text.getparent()
        rest = copy.deepcopy(run)
        text.text, rest.find(qn("w:t")).text = words[:2], words[2:]
        run.addnext(rest)
        run.addnext(element("w:proofErr", type="spellStart"))


def beside(find: Callable[[Body], Any], words: str, *marks: Any) -> Change:
    """A run with other marks after a text."""

    def do(body: Body) -> None:
        run = find(body).getparent()
        more = copy.deepcopy(run)
        more.insert(0, element("w:rPr", *copy.deepcopy(marks)))
        more.find(qn("w:t")).text = words
        run.addnext(more)

    return do


def row_again(find: Callable[[Body], Any], *marks: Any) -> Change:
    def do(body: Body) -> None:
        row = around("w:tr", find(body))
        again = copy.deepcopy(row)
        again.insert(0, element("w:trPr", *copy.deepcopy(marks)))
        row.addnext(again)

    return do


def cell_again(body: Body) -> None:
    cell = around("w:tc", figure(body))
    again = copy.deepcopy(cell)
    again.find(qn("w:tcPr")).append(element("w:cellDel", id="1", author="x"))
    cell.addnext(again)


def lost(name: str, find: Callable[[Body], Any]) -> Change:
    def do(body: Body) -> None:
        gone = around(name, find(body))
        gone.getparent().remove(gone)

    return do


def tables_split(body: Body) -> None:
    """A table that a page ends within, as two."""
    for table in list(body.iter(qn("w:tbl"))):
        rows = table.findall(qn("w:tr"))
        if len(rows) > 6:
            table.addnext(element("w:tbl", *rows[4:]))
            table.addnext(element("w:p"))


def tables_within(body: Body) -> None:
    """Every table in a table of one cell that lays out the page."""
    for table in list(body.iter(qn("w:tbl"))):
        cell = element("w:tc")
        table.addprevious(element("w:tbl", element("w:tr", cell)))
        cell.extend([table, element("w:p")])


def in_a_control(body: Body) -> None:
    body.insert(0, element("w:sdt", element("w:sdtContent", *list(body)[:-1])))


def column_more(body: Body, place: int) -> None:
    for row in list(body.iter(qn("w:tr"))):
        row.insert(place if place >= 0 else len(row), documents.cell(""))


def number_in_two_paragraphs(body: Body) -> None:
    text = amount(body)
    paragraph = text.getparent().getparent()
    rest = copy.deepcopy(paragraph)
    rest.find(f".//{qn('w:t')}").text, text.text = text.text[4:], text.text[:4]
    paragraph.addnext(rest)


def symbol_before(find: Callable[[Body], Any]) -> Change:
    def do(body: Body) -> None:
        find(body).getparent().addprevious(
            element("w:r", element("w:sym", font="Symbol", char="F02D"))
        )

    return do


def bullets(body: Body) -> None:
    for paragraph in body.findall(qn("w:p")):
        paragraph.insert(0, element("w:r", element("w:sym", font="Wingdings", char="F0A7")))


def as_a_formula(body: Body) -> None:
    text = amount(body)
    text.getparent().addnext(parse_xml(f"<m:oMath {M}><m:r><m:t>{text.text}</m:t></m:r></m:oMath>"))
    text.text = ""


def in_a_text_box(body: Body) -> None:
    text = amount(body)
    run = text.getparent()
    run.remove(text)
    words = element("w:p", element("w:r", text))
    run.append(element("w:pict", element("w:txbxContent", words)))


def table_in_a_text_box(body: Body) -> None:
    table = around("w:tbl", amount(body))
    box = element("w:txbxContent")
    table.addprevious(element("w:p", element("w:r", element("w:pict", box))))
    box.append(table)


def rows_joined(body: Body) -> None:
    row = around("w:tr", figure(body))
    other = row.getnext()
    for cell, more in zip(row.findall(qn("w:tc")), other.findall(qn("w:tc")), strict=False):
        cell.extend(more.findall(qn("w:p")))
    other.getparent().remove(other)


SAME: dict[str, Change] = {
    "words over several runs": runs_split,
    "spaces that don't break": each_text(lambda text: text.replace(" ", "\u00a0")),
    "soft hyphens": each_text(
        lambda text: re.sub(r"([a-zçğıöşü]{4})(?=[a-zçğıöşü]{3})", "\\1\u00ad", text)
    ),
    "spaces without width": each_text(lambda text: text.replace(" ", " \u200b")),
    "marks of direction": each_text(
        lambda text: f"\u200e{text}" if re.fullmatch(r"[\d.,]+", text) else text
    ),
    "letters and their signs apart": each_text(lambda text: unicodedata.normalize("NFD", text)),
    "a row taken out under tracked changes": row_again(
        figure, element("w:del", id="1", author="x")
    ),
    "a cell taken out under tracked changes": cell_again,
    "a hidden digit": beside(amount, "9", element("w:vanish")),
    "a struck digit": beside(figure, "9", element("w:strike")),
    "a digit struck twice": beside(figure, "9", element("w:dstrike", val="true")),
    "tables over two pages": tables_split,
    "tables within tables": tables_within,
    "all in a content control": in_a_control,
    "an empty column more": lambda body: column_more(body, -1),
    "an empty column before": lambda body: column_more(body, 0),
    "bullets of a font of signs": bullets,
    "an amount as a formula": as_a_formula,
}

REFUSED: dict[str, tuple[Change, str]] = {
    "a raised digit after an amount": (
        beside(amount, "1", element("w:vertAlign", val="superscript")), ",00¹"),
    "a row twice": (row_again(figure), "each number once"),
    "a total twice": (row_again(total), "each total once"),
    "a row lost": (lost("w:tr", figure), "each number once"),
    "a cell lost": (lost("w:tc", figure), "a figure in the last cell"),
    "a table lost": (lost("w:tbl", amount), "table"),
    "two rows in one": (rows_joined, "expected"),
    "a minus of a font of signs": (symbol_before(amount), "Turkish letters"),
    "a number in two paragraphs": (number_in_two_paragraphs, "an amount as 1.234,00"),
    "an amount in a text box": (in_a_text_box, "cut it and paste it into the text"),
    "a table in a text box": (table_in_a_text_box, "cut it and paste it into the text"),
    "digits of another width": (
        one(amount, lambda text: text.translate({48: 0xFF10, 49: 0xFF11, 50: 0xFF12})),
        "an amount as 1.234,00"),
    "a letter for a digit": (
        one(amount, lambda text: text[:-4] + "O" + text[-3:]), "an amount as 1.234,00"),
    "a point for the comma": (
        one(amount, lambda text: text.replace(",", ".")), "an amount as 1.234,00"),
    "spaces between thousands": (
        one(amount, lambda text: text.replace(".", " ")), "an amount as 1.234,00"),
    "commas and points swapped": (
        one(amount, lambda text: text.translate({44: 46, 46: 44})), "an amount as 1.234,00"),
    "an error of a spreadsheet": (one(amount, lambda _: "#DIV/0!"), "an amount as 1.234,00"),
    "a number with an exponent": (one(amount, lambda _: "1,2E+09"), "an amount as 1.234,00"),
    "a column too narrow": (one(amount, lambda _: "#####"), "an amount as 1.234,00"),
    "a minus at the end": (one(amount, lambda text: f"{text}-"), "an amount as 1.234,00"),
}  # fmt: skip

#: Figures of an indicator that are none: kept as printed, without a value, and asked about.
UNREAD = {
    "other digits": lambda _: "٢٠٢٥",
    "a letter at the end": lambda text: f"{text}l",
    "a number in parentheses": lambda text: f"({text})",
    "two numbers": lambda text: f"{text}/{text}",
    "an error of a spreadsheet": lambda _: "#DIV/0!",
    "a number with an exponent": lambda _: "1E5",
    "a fraction": lambda _: "½",
    "a footnote's star": lambda text: f"{text}*",
}


def read(change: Change, folder: Path) -> dict[str, list[dict[str, str]]]:
    """The tables that an altered document gives, without the lines that they come from."""
    document = docx.Document(io.BytesIO(documents.word(SMALL)))
    change(document.element.body)
    path = folder / "programme.docx"
    document.save(str(path))
    return tables(extract(path).content)


def tables(content: bytes) -> dict[str, list[dict[str, str]]]:
    files, _, _ = build(content, [])
    return {
        name: [
            {
                column: value
                for column, value in row.items()
                if not column.endswith("_line")
                and column not in ("source_sha256", "location", "finding")
            }
            for row in csv.DictReader(io.StringIO(kept.decode("utf-8")))
        ]
        for name, kept in files.items()
        if name.endswith(".csv")
    }


@pytest.fixture(scope="module")
def meant() -> dict[str, list[dict[str, str]]]:
    return tables(SMALL.encode("utf-8"))


@pytest.mark.parametrize("name", SAME)
def test_a_document_is_read_as_it_looks(
    name: str, meant: dict[str, list[dict[str, str]]], tmp_path: Path
) -> None:
    found = read(SAME[name], tmp_path)
    for table, rows in meant.items():
        assert found[table] == rows, table


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused(name: str, tmp_path: Path) -> None:
    change, said = REFUSED[name]
    with pytest.raises(Unreadable) as error:
        read(change, tmp_path)
    assert said in str(error.value.problems[0])
    assert len(error.value.problems) <= 2, error.value


@pytest.mark.parametrize("name", UNREAD)
def test_a_figure_that_is_none_is_kept_and_asked_about(
    name: str, meant: dict[str, list[dict[str, str]]], tmp_path: Path
) -> None:
    found = read(one(figure, UNREAD[name]), tmp_path)
    [row] = [
        row for row in found["indicator_values.csv"] if row not in meant["indicator_values.csv"]
    ]
    assert row["value"] == ""
    assert row["printed"]
    asked = [row for row in found["findings.csv"] if row not in meant["findings.csv"]]
    assert len(asked) == 1, asked
