"""The lines of a Word document: paragraphs and rows of tables, in the order of the body.

A merged cell is read where it begins and blank where it goes on, across columns (``gridSpan``) and
down rows (``vMerge``), so that every cell stays under its head. What Word shows beside the body
(heads and feet of pages, comments, deleted, hidden and struck out text) is not the programme's.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from kbb_data.files.kinds import refusal
from kbb_data.files.numbering import Numbering
from kbb_data.problems import quote

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _HYPHEN = qn("w:t"), qn("w:noBreakHyphen")
_BREAKS = {qn("w:tab"): "\t", qn("w:br"): " ", qn("w:cr"): " ", qn("w:ptab"): "\t"}
#: What says that a cell goes on from the one above, or beside, it.
_MERGES = frozenset({qn("w:vMerge"), qn("w:hMerge")})
#: What only wraps its content: content controls, tracked insertions, links, fields.
_WRAPPERS = frozenset(
    map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"))
)
#: What is not the document's text: what was deleted or moved away, and what is drawn beside it
#: (whose words a text box holds twice).
_LEFT_OUT = frozenset(
    (
        *map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:drawing", "w:pict", "w:object")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
    )
)
#: What a run is marked by whose text is not shown, or shown as taken out.
_UNSHOWN = frozenset(map(qn, ("w:vanish", "w:strike", "w:dstrike")))
#: What a row or a cell is marked by that was deleted under tracked changes.
_DELETED = frozenset(map(qn, ("w:del", "w:cellDel")))
#: What shows the content of another file, which isn't read: a part in another format, a document
#: of its own, an embedded sheet.
_FOREIGN = {
    qn("w:altChunk"): "a part that comes from another file",
    qn("w:subDoc"): "a part that is a document of its own",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "an embedded object",
}
_OFF = ("0", "false", "off", "none")
_RUN, _SYMBOL, _BOX = qn("w:r"), qn("w:sym"), qn("w:txbxContent")
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACE = re.compile(r"[\t\r\n]+")


def lines(path: Path) -> tuple[list[str], dict[int, str]]:
    """The document's lines, and where each that holds something stands, by its number from 1.

    Raises ``Unreadable`` for a file that is no whole Word document, and for one with a table in a
    text box, or a text box in a table, which stand nowhere in the order of the text.
    """
    try:
        document = docx.Document(str(path))
        body, numbering = document.element.body, Numbering(document)
    except (
        PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile, OSError
    ) as error:  # fmt: skip
        raise refusal(
            path, "a whole Word document", "one that is damaged; open it in Word and save it again"
        ) from error
    for box in body.iter(_BOX):
        words = " ".join(each.text or "" for each in box.iter(_TEXT))
        if words.strip() and (box.find(f".//{_TABLE}") is not None or _is_in_table(box)):
            raise refusal(
                path,
                "tables in the text, without text boxes",
                f"a table in a text box or one in a table ({quote(words, 60)}); cut it and paste "
                "it into the text",
            )
    foreign = next(body.iter(*_FOREIGN), None)
    if foreign is not None:
        raise refusal(
            path,
            "a document that holds its text and tables itself",
            f"{_FOREIGN[foreign.tag]}; open it in Word, paste its content in its place as text and "
            "tables, and save it again",
        )
    texts: list[str] = []
    places: dict[int, str] = {}
    for place, text in _body(body, numbering):
        texts.append(text)
        if text.strip():
            places[len(texts)] = place
    return texts, places


def _is_in_table(element: Any) -> bool:
    return next(element.iterancestors(_TABLE), None) is not None


def _body(body: Any, numbering: Numbering) -> Iterator[tuple[str, str]]:
    """Each paragraph and each row of the body with its place."""
    tables = paragraphs = 0
    for element in _children(body, (_PARAGRAPH, _TABLE)):
        if element.tag == _PARAGRAPH:
            paragraphs += 1
            yield f"paragraph {paragraphs}", _words(element, numbering)
            continue
        tables += 1
        for number, row in enumerate(_rows(element, numbering), start=1):
            yield f"table {tables}, row {number}", "\t".join(row)


def _rows(table: Any, numbering: Numbering) -> Iterator[list[str]]:
    """The cells of each row; the rows of a table within a cell follow the row that it is in."""
    for row in _children(table, (_ROW,)):
        if _is_deleted(row, "w:trPr"):
            continue
        cells: list[str] = [""] * _skipped(row, "w:gridBefore")
        within: list[list[str]] = []
        for cell in _children(row, (_CELL,)):
            if _is_deleted(cell, "w:tcPr"):
                continue
            words = [_words(part, numbering, _UNREAD) for part in _children(cell, (_PARAGRAPH,))]
            # A tab within a cell would be another cell.
            text = _SPACE.sub(" ", " ".join(words))
            cells.append("" if _goes_on(cell) else text)
            cells += [""] * (_span(cell) - 1)
            for inner in _children(cell, (_TABLE,)):
                within += _rows(inner, numbering)
        yield cells
        yield from within


def _children(element: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    """The children of these tags, also where a wrapper stands around them."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tags)


#: What stands for a sign of which only its font knows what it is: broken, for the reader.
_UNREAD = "\N{REPLACEMENT CHARACTER}"


def _words(paragraph: Any, numbering: Numbering, symbol: str = "") -> str:
    """A paragraph's text with the number that Word writes before it; a line break within it is a
    space, a sign of a font of signs ``symbol`` (a bullet says nothing, but in a cell it may be a
    minus)."""
    label = numbering.label(paragraph)
    text = "".join(_pieces(paragraph, symbol))
    if label and not text.strip():
        # A row's number, alone in its cell.
        return label.rstrip(".)-")
    return f"{label} {text}" if label else text


def _pieces(element: Any, symbol: str) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag in (_TEXT, _FORMULA):
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag == _SYMBOL:
            yield symbol
        elif child.tag == _RUN:
            yield _run("".join(_pieces(child, symbol)), child)
        else:
            yield from _pieces(child, symbol)


def _run(text: str, run: Any) -> str:
    """A run's text as it looks: a raised digit is a sign of its own and no part of the number."""
    for mark in _properties(run, "w:rPr"):
        if mark.tag in _UNSHOWN and mark.get(qn("w:val"), "on") not in _OFF:
            return ""
        if mark.tag == qn("w:vertAlign") and mark.get(qn("w:val")) == "superscript":
            text = text.translate(_RAISED)
    return text


def _is_deleted(element: Any, properties: str) -> bool:
    """Whether a row or cell is one that tracked changes took out."""
    return any(child.tag in _DELETED for child in _properties(element, properties))


def _properties(element: Any, name: str) -> Any:
    properties = element.find(qn(name))
    return [] if properties is None else properties


def _span(cell: Any) -> int:
    """Over how many columns of the grid a cell goes."""
    for child in _properties(cell, "w:tcPr"):
        if child.tag == qn("w:gridSpan"):
            return max(int(child.get(qn("w:val"), "1")), 1)
    return 1


def _goes_on(cell: Any) -> bool:
    """Whether a cell continues the one above it."""
    for child in _properties(cell, "w:tcPr"):
        if child.tag in _MERGES:
            return str(child.get(qn("w:val"), "continue")) == "continue"
    return False


def _skipped(row: Any, name: str) -> int:
    """How many columns a row leaves free before its first cell."""
    for child in _properties(row, "w:trPr"):
        if child.tag == qn(name):
            return int(child.get(qn("w:val"), "0"))
    return 0
