"""Damage to a programme and to the files it comes in, each with what becomes of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.kbb_data.reading.alterations import SMALL, place
from tests.support import documents

#: What may become of a damaged file: refused with words of the message, read as the sound one, or
#: read otherwise with findings that say so (the beginning of one's code).
REFUSED, EQUAL, FOUND = "refused", "equal", "found"

Outcome = tuple[str, str]
Lines = list[str]


def lines(change: Callable[[Lines], None]) -> bytes:
    """The text after a change of its lines."""
    changed = SMALL.split("\n")
    change(changed)
    return "\n".join(changed).encode("utf-8")


def put(pattern: str, replacement: str, nth: int = 0) -> bytes:
    """The text with the nth match of a pattern replaced."""
    match = list(re.finditer(pattern, SMALL, re.MULTILINE))[nth]
    return (SMALL[: match.start()] + match.expand(replacement) + SMALL[match.end() :]).encode()


def column_gone(first: str, last: str, column: int) -> bytes:
    """The text without a column of the table between two lines."""

    def change(changed: Lines) -> None:
        start = place(changed, first)
        for at in range(start, start + place(changed[start:], last) + 1):
            cells = changed[at].split("\t")
            if len(cells) > column:
                del cells[column]
            changed[at] = "\t".join(cells)

    return lines(change)


def between(first: str, last: str, times: int) -> bytes:
    """The text with the lines from one to before another printed ``times`` times."""

    def change(changed: Lines) -> None:
        start = place(changed, first)
        end = start + 1 + place(changed[start + 1 :], last)
        changed[start:end] = changed[start:end] * times

    return lines(change)


def exchanged(one: str, other: str, column: int) -> bytes:
    """The text with a column's cells of two lines exchanged."""

    def change(changed: Lines) -> None:
        first, second = place(changed, one), place(changed, other)
        left, right = changed[first].split("\t"), changed[second].split("\t")
        left[column], right[column] = right[column], left[column]
        changed[first], changed[second] = "\t".join(left), "\t".join(right)

    return lines(change)


def word(change: Callable[[Any], None], text: str = SMALL) -> bytes:
    """The text as a Word document after a change of its body."""
    document = docx.Document(io.BytesIO(documents.word(text)))
    change(document.element.body)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def workbook(change: Callable[[Any], None]) -> bytes:
    """The text as a workbook after a change of its sheet."""
    book = openpyxl.load_workbook(io.BytesIO(documents.workbook(SMALL)))
    change(book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def packed_anew(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """An Office file with its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(file, "w") as made:
        for name in whole.namelist():
            made.writestr(name, change(name, whole.read(name)))
    return file.getvalue()


LAUGHS = (
    b'<!DOCTYPE w [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)


def laughing(content: bytes, part: str) -> bytes:
    """An Office file with a part that unfolds without end."""

    def change(name: str, old: bytes) -> bytes:
        if name != part:
            return old
        declaration, _, rest = old.partition(b"?>")
        return declaration + b"?>" + LAUGHS + rest

    return packed_anew(content, change)


def unspan(body: Any) -> None:
    """Every merged cell is one cell: what stood right of it slides left."""
    for span in list(body.iter(qn("w:gridSpan"))):
        span.getparent().remove(span)


def spanned(body: Any) -> None:
    """The empty cells right of a filled one are merged with it, as a person lays out tables."""
    for row in body.iter(qn("w:tr")):
        last: Any = None
        for cell in list(row.findall(qn("w:tc"))):
            if "".join(each.text or "" for each in cell.iter(qn("w:t"))) or last is None:
                last = cell
                continue
            properties = last.find(qn("w:tcPr"))
            span = properties.find(qn("w:gridSpan"))
            if span is None:
                span = OxmlElement("w:gridSpan")
                span.set(qn("w:val"), "1")
                properties.append(span)
            span.set(qn("w:val"), str(int(span.get(qn("w:val"))) + 1))
            row.remove(cell)


def both(body: Any) -> None:
    spanned(body)
    unspan(body)


def chunk(body: Any) -> None:
    body.insert(40, OxmlElement("w:altChunk"))


def embedded(body: Any) -> None:
    """A table that lies in the document as an Excel object."""
    table = body.findall(qn("w:tbl"))[8]
    paragraph, run, made = (OxmlElement(name) for name in ("w:p", "w:r", "w:object"))
    made.append(made.makeelement("{urn:schemas-microsoft-com:office:office}OLEObject", {}))
    run.append(made)
    paragraph.append(run)
    body.replace(table, paragraph)


def deleted(number: int) -> Callable[[Any], None]:
    return lambda sheet: sheet.delete_cols(number)


DOCX, XLSX = documents.word(SMALL), documents.workbook(SMALL)
COST = "FAALİYET MALİYET TABLOSU"

#: By a name: the damaged file, and what becomes of it.
DAMAGED: dict[str, tuple[bytes, Outcome]] = {
    # Text
    "text in UTF-16": (SMALL.encode("utf-16"), (REFUSED, "UTF-8")),
    "text in cp1254": (SMALL.encode("cp1254", "replace"), (REFUSED, "UTF-8")),
    "text with lines of an old Macintosh": (
        SMALL.replace("\n", "\r").encode(), (EQUAL, "")),
    "text with NUL bytes": (SMALL.replace("Yenilenen", "Yenil\0enen").encode(), (REFUSED, "NUL")),
    "text with marks of direction": (
        SMALL.replace("faaliyeti", "\u202bfaali\u2067yeti\u2069\u202c").encode(), (EQUAL, "")),
    "text shown backwards": (put("7\\.632\\.000,00", "\u202e00,000.236.7"), (REFUSED, "Turkish")),
    "half a line more": (SMALL[:-9].encode() + b"\xc4", (REFUSED, "UTF-8")),
    "digits of another script": (put("7\\.632\\.000,00", "٧.٦٣٢.٠٠٠,٠٠"), (REFUSED, "amount")),
    # Amounts
    "a digit twice in a cost table": (put(r"437\.000,00", "4437.000,00"), (REFUSED, "amount")),
    "a digit twice in a code's amount": (
        put(r"437\.000,00", "4.437.000,00"), (FOUND, "cost-table-sums.budget")),
    "a digit twice in a goal's amount": (
        put(r"7\.632\.000,00", "77.632.000,00"), (FOUND, "goal-table-sums.budget")),
    "a digit twice in a goal's total": (
        put(r"(Genel Toplam\t\t)10", r"\g<1>100"), (FOUND, "goal-table-sums.budget")),
    "a digit twice in table 2.4": (
        put(r"(planları yapma faaliyeti\t)7\.632\.000,00(\t13)", r"\g<1>7.6332.000,00\2"),
        (REFUSED, "amount")),
    "a digit twice in the administration's amount": (
        put(r"2\.000\.000,00", "22.000.000,00"), (FOUND, "resource-need-rows")),
    "a comma lost": (put(r"437\.000,00", "43700000"), (FOUND, "cost-table-sums.budget")),
    "a minus more": (put(r"\t437\.000,00", "\t-437.000,00"), (FOUND, "cost-table-sums.budget")),
    "a letter O": (put(r"437\.000,00", "437.00O,00"), (REFUSED, "437.00O,00")),
    "a letter l": (put(r"\t2\.368\.000,00\n", "\t2.368.000,0l\n"), (REFUSED, "2.368.000,0l")),
    "two codes' amounts exchanged": (
        exchanged("03\tMal ve Hizmet Alım Giderleri\t437", "06\tSermaye Giderleri\t7", 2),
        (FOUND, "economic-codes")),
    "two codes exchanged": (
        exchanged("03\tMal ve Hizmet Alım Giderleri\t437", "06\tSermaye Giderleri\t7", 0),
        (FOUND, "economic-codes")),
    # Rows, columns, tables
    "a code's row lost": (put(r"^03\t.*437.*\n", ""), (FOUND, "cost-table-sums.budget")),
    "a code's row doubled with another code": (
        put(r"^03\t(.*437.*\n)", r"03\t\g<1>04\t\1"), (FOUND, "cost-table-sums.budget")),
    "a total lost": (put(r"^Toplam Bütçe Kaynak.*\n", ""), (REFUSED, "Toplam Bütçe Kaynak")),
    "the grand total lost": (put(r"^Genel toplam.*\n", ""), (REFUSED, "genel toplam")),
    "two activities' names exchanged in table 2.4": (
        exchanged("\t1\tRevizyon", "\t2\tPlan tad", 2), (FOUND, "performance-names")),
    "a column of years lost in one table": (
        column_gone(r"\t\t2025 Gerç", "3\tDönüşüm", 3), (REFUSED, "columns of years")),
    "the off-budget column lost in one table": (
        column_gone(r"\t\tBütçe\tBütçe D", "Genel Toplam", 3), (REFUSED, "'Bütçe Dışı'")),
    "off-budget rows lost in one table": (
        put(r"^Bütçe Dışı Kaynak\tDöner(?:.*\n){4}", ""), (REFUSED, "off-budget resources")),
    "a cost table twice": (between(COST, COST, 2), (REFUSED, "a cost table for each")),
    "a cost table lost": (between(COST, COST, 0), (REFUSED, "a cost table for each")),
    "a page of cost tables lost": (
        between("06\tSermaye Giderleri\t7", "\tEkonomik Kod", 0), (REFUSED, "cost table")),
    "a page of two goals lost": (
        between("2\tPlan taleplerinin", "2\tOnarılan", 0), (REFUSED, "number, name and figures")),
    "table 2.5 twice": (between(r"2\.5\. Top", r"2\.6\. F", 2), (REFUSED, "table 2.5")),
    "table 2.6 twice": (
        between("PERFORMANS HEDEFİ\t\tF", "Çamlıova B", 2), (REFUSED, "once")),
    # Word
    "a document without its last bytes": (DOCX[:-200], (REFUSED, "copy or export it once more")),
    "a document with a byte turned": (
        DOCX[:5000] + bytes([DOCX[5000] ^ 255]) + DOCX[5001:], (REFUSED, "damaged")),
    "cells merged across": (word(spanned), (EQUAL, "")),
    "merged cells lost": (word(both), (REFUSED, "expected")),
    "a part of another file": (word(chunk), (REFUSED, "a part that comes from another file")),
    "an embedded table": (word(embedded), (REFUSED, "an embedded object")),
    "a document that unfolds without end": (
        laughing(DOCX, "word/document.xml"), (REFUSED, "defines words of its own")),
    "styles that unfold without end": (
        laughing(DOCX, "word/styles.xml"), (REFUSED, "defines words of its own")),
    "a document without its styles": (
        packed_anew(DOCX, lambda name, part: b"" if "styles" in name else part),
        (REFUSED, "damaged")),
    # Workbooks
    "a workbook without its last bytes": (XLSX[:-100], (REFUSED, "copy or export it once more")),
    "a workbook that unfolds without end": (
        laughing(XLSX, "xl/worksheets/sheet1.xml"), (REFUSED, "defines words of its own")),
    "a workbook without its third column": (workbook(deleted(3)), (REFUSED, "expected")),
    "a workbook without its first column": (workbook(deleted(1)), (REFUSED, "expected")),
    "a workbook with an empty column more": (
        workbook(lambda sheet: sheet.insert_cols(1)), (EQUAL, "")),
    "a workbook with a row hidden by a filter": (
        workbook(lambda sheet: setattr(sheet.row_dimensions[230], "hidden", True)), (EQUAL, "")),
}  # fmt: skip
