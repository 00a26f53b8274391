"""The numbers that Word writes by itself count as if somebody had typed them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kbb_data.files import word
from kbb_data.files.extract import extract
from kbb_data.reading.sections import headings
from tests.kbb_data.files.test_altered_word import SMALL, W, element, tables, texts
from tests.support import documents

HEADING = re.compile(r"(\d+(?:\.\d+)*)\.?\s*")


def list_of(document: Any, kind: int, *levels: tuple[str, str, int], styles: str = "") -> None:
    """Define a kind of list: the look, the form and the start of each level."""
    root = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{styles}{depth}"/>' if styles else "")
        + f'<w:lvlText w:val="{look}"/></w:lvl>'
        for depth, (look, form, start) in enumerate(levels)
    )
    root.insert(
        0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{kind}">{inner}</w:abstractNum>')
    )


def number(document: Any, name: int, kind: int, start: int | None = None) -> None:
    """Define a list of a kind; ``start`` begins its first level anew."""
    begins = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    document.part.numbering_part.element.append(
        parse_xml(
            f'<w:num {W} w:numId="{name}"><w:abstractNumId w:val="{kind}"/>'
            f"{begins if start else ''}</w:num>"
        )
    )


def properties(name: int | str, depth: int | None = 0) -> Any:
    children = [] if depth is None else [element("w:ilvl", val=str(depth))]
    return element("w:pPr", element("w:numPr", *children, element("w:numId", val=str(name))))


LOOKS = (("%1.", "decimal", 1), ("%1.%2.", "decimal", 1), ("%1.%2.%3.", "decimal", 1))


def by_lists(document: Any, paragraph: Any, depth: int) -> None:
    paragraph.insert(0, properties(901, depth))


def by_styles(document: Any, paragraph: Any, depth: int) -> None:
    """The style says the list, a style below it the level, as Word's own headings do."""
    paragraph.insert(0, element("w:pPr", element("w:pStyle", val=f"Baslik{depth}")))


@pytest.mark.parametrize("way", [by_lists, by_styles])
def test_numbered_headings_are_headings(
    way: Callable[[Any, Any, int], None], tmp_path: Path
) -> None:
    document = docx.Document(io.BytesIO(documents.word(SMALL)))
    list_of(document, 900, *LOOKS, styles="Baslik" if way is by_styles else "")
    number(document, 901, 900)
    for depth in range(3):
        style = element(
            "w:style", properties(901, None), type="paragraph", styleId=f"Baslik{depth}"
        )
        document.styles.element.append(style)
    count = 0
    paragraphs = document.element.body.findall(qn("w:p"))
    found = headings(["".join(text.text or "" for text in texts(each)) for each in paragraphs])
    for place, paragraph in enumerate(paragraphs):
        for text in texts(paragraph) if place in found else ():
            label = HEADING.match(text.text)
            assert label is not None
            text.text = text.text[label.end() :]
            way(document, paragraph, label[1].count("."))
            count += 1
    assert count > 10
    path = tmp_path / "x.docx"
    document.save(str(path))
    assert tables(extract(path).content) == tables(SMALL.encode("utf-8"))


def test_numbered_rows_have_their_numbers(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(documents.word(SMALL)))
    list_of(document, 900, ("%1.", "decimal", 1))
    lists = 0
    for table in document.element.body.iter(qn("w:tbl")):
        last = -1
        for row in table.findall(qn("w:tr")):
            first, *rest = texts(row)
            stated = first.text or ""
            if not stated.isdecimal() or "(" not in "".join(each.text or "" for each in rest[:1]):
                continue
            if int(stated) != last + 1:
                lists += 1
                number(document, 900 + lists, 900, start=int(stated))
            last = int(stated)
            first.getparent().getparent().insert(0, properties(900 + lists))
            first.text = ""
    assert lists > 2
    path = tmp_path / "x.docx"
    document.save(str(path))
    assert tables(extract(path).content) == tables(SMALL.encode("utf-8"))


def shown(tmp_path: Path, document: Any, *paragraphs: tuple[int | str, int | None]) -> list[str]:
    """The lines of paragraphs that are numbered by a list and a level."""
    for name, depth in paragraphs:
        made = element("w:p", properties(name, depth), element("w:r", element("w:t")))
        next(made.iter(qn("w:t"))).text = "x"
        document.element.body[-1].addprevious(made)
    path = tmp_path / "x.docx"
    document.save(str(path))
    return word.lines(path)[0]


def labels(lines: list[str]) -> Iterator[str]:
    return (line.removesuffix("x").strip() for line in lines)


@pytest.mark.parametrize(
    ("levels", "paragraphs", "expected"),
    [
        (LOOKS, (0, 1, 1, 2, 0, 1), "1. 1.1. 1.2. 1.2.1. 2. 2.1."),
        (LOOKS, (2, 2, 1), "1.1.1. 1.1.2. 1.2."),
        ([("%1)", "lowerLetter", 1)], (0, 0, 0), "a) b) c)"),
        ([("%1-", "upperRoman", 3)], (0, 0), "III- IV-"),
        ([("%1", "upperLetter", 26)], (0, 0), "Z AA"),
        ([("%1.", "lowerRoman", 4)], (0, 0), "iv. v."),
        ([("%1.", "decimalZero", 9)], (0, 0), "09. 10."),
        ([("S.A.%1:", "decimal", 1)], (0, 0), "S.A.1: S.A.2:"),
        ([("•", "bullet", 1)], (0, 0), " "),
        ([("%1.", "none", 1)], (0,), ""),
        ([("%1.", "decimal", 1)], (0, 7), "1. "),
    ],
)
def test_a_number_looks_as_its_level_says(
    levels: list[tuple[str, str, int]], paragraphs: tuple[int, ...], expected: str, tmp_path: Path
) -> None:
    document = docx.Document()
    list_of(document, 900, *levels)
    number(document, 901, 900)
    found = shown(tmp_path, document, *((901, depth) for depth in paragraphs))
    assert " ".join(labels(found)) == expected


def test_lists_of_a_kind_go_on_and_one_begins_anew(tmp_path: Path) -> None:
    document = docx.Document()
    list_of(document, 900, ("%1.", "decimal", 1))
    for name, start in ((901, None), (902, None), (903, 1)):
        number(document, name, 900, start)
    found = shown(tmp_path, document, (901, 0), (902, 0), (903, 0), (903, 0), (0, 0), (77, 0))
    assert list(labels(found)) == ["1.", "2.", "1.", "2.", "", ""]


@pytest.mark.parametrize("value", ["x", "-1", "9", "12", "99999999999999999999", "٣"])
def test_a_list_of_nonsense_numbers_nothing(value: str, tmp_path: Path) -> None:
    document = docx.Document()
    list_of(document, 900, ("%1.", "decimal", 1))
    number(document, 901, 900)
    made = properties(901)
    made.find(f".//{qn('w:ilvl')}").set(qn("w:val"), value)
    document.element.body[-1].addprevious(element("w:p", made))
    found = shown(tmp_path, document, (901, 0))
    assert found[-1] == "1. x"


def test_a_document_without_lists_has_no_numbers(tmp_path: Path) -> None:
    document = docx.Document()
    for name, part in list(document.part.rels.items()):
        if part.reltype.endswith("/numbering"):
            del document.part.rels[name]
    assert shown(tmp_path, document, (901, 0)) == ["x"]
