"""A programme's text as the files in which it may come: Word, a workbook, a PDF."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from itertools import groupby

import docx
import openpyxl
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_TYPST = """
#set page(paper: "a4", margin: 1.5cm)
#set text(size: 8pt, font: "DejaVu Sans")
#for part in json(bytes(sys.inputs.parts)) {
  if part.len() == 1 and part.at(0).len() == 1 { par(part.at(0).at(0)) } else {
    table(
      columns: part.at(0).map(_ => auto), stroke: 0.5pt,
      ..part.map(row => row.map(cell => [#cell])).flatten(),
    )
  }
}
"""


def word(text: str) -> bytes:
    """The text as a Word document: a paragraph a line, and a row of a table a line with tabs."""
    document = docx.Document()
    body = document.element.body
    last = body[-1]
    for is_row, lines in groupby(text.split("\n"), key=lambda line: "\t" in line):
        if not is_row:
            for line in lines:
                last.addprevious(_paragraph(line))
            continue
        table = OxmlElement("w:tbl")
        for line in lines:
            table.append(row(cell(words) for words in line.split("\t")))
        last.addprevious(table)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def merged_word(text: str) -> bytes:
    """The text as a Word document whose tables have merged cells, as tables of programme budgets
    do: a name over the rows of its funds, a year over its columns, a text over the whole width."""
    document = docx.Document()
    last = document.element.body[-1]
    for is_row, lines in groupby(text.split("\n"), key=lambda line: "\t" in line):
        if not is_row:
            for line in lines:
                last.addprevious(_paragraph(line))
            continue
        rows = [line.split("\t") for line in lines]
        table = OxmlElement("w:tbl")
        for number, words in enumerate(rows):
            below = rows[number + 1] if number + 1 < len(rows) else None
            table.append(row(_merged(words, below)))
        last.addprevious(table)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _merged(words: list[str], below: list[str] | None) -> Iterator[object]:
    """The cells of a row: one that is blank goes on with the one to the left, but for the first,
    which goes on with the one above where figures stand beside it."""
    merge = "continue" if _goes_on(words) else "restart" if below and _goes_on(below) else ""
    starts = [place for place, each in enumerate(words) if each or place == 0]
    if merge and len(words) > 1:
        # The cell beside a name over several rows is one of its own.
        starts = sorted({*starts, 1})
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        yield cell(words[start], span=end - start, merge=merge if start == 0 else "")


def _goes_on(words: list[str]) -> bool:
    return not words[0] and sum(map(bool, words)) > 2


def row(cells: Iterable[object]) -> object:
    """A row of a table."""
    made = OxmlElement("w:tr")
    for each in cells:
        made.append(each)
    return made


def cell(text: str, *, span: int = 1, merge: str = "") -> object:
    """A cell over ``span`` columns; ``merge`` is ``restart`` or ``continue``."""
    made, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
    if span > 1:
        properties.append(_with("w:gridSpan", str(span)))
    if merge:
        properties.append(_with("w:vMerge", merge))
    made.append(properties)
    made.append(_paragraph(text))
    return made


def _with(name: str, value: str) -> object:
    made = OxmlElement(name)
    made.set(qn("w:val"), value)
    return made


def _paragraph(text: str) -> object:
    made, run, words = (OxmlElement(name) for name in ("w:p", "w:r", "w:t"))
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    made.append(run)
    return made


def workbook(text: str) -> bytes:
    """The text as a workbook's only sheet, every cell a text."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, line in enumerate(text.split("\n"), start=1):
        for column, words in enumerate(line.split("\t"), start=1):
            if words:
                sheet.cell(number, column, words)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def pdf(text: str) -> bytes:
    """The text as a PDF with ruled tables on A4, which pages end within."""
    parts = json.dumps(list(_parts(text)), ensure_ascii=False)
    made = typst.compile(_TYPST.encode("utf-8"), format="pdf", sys_inputs={"parts": parts})
    assert isinstance(made, bytes)
    return made


def _parts(text: str) -> Iterator[list[list[str]]]:
    """Tables as lists of rows, and paragraphs as tables of one cell."""
    for (is_row, _), lines in groupby(
        (line for line in text.split("\n") if line.strip()),
        key=lambda line: ("\t" in line, line.count("\t")),
    ):
        rows = [line.split("\t") for line in lines]
        if is_row:
            yield rows
        else:
            yield from ([each] for each in rows)
