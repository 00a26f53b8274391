"""What a PDF lacks of what PDF/UA asks for, as far as its structure shows it.

The typesetter refuses what breaks the standard while it writes; this reads the file that came out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def lacks(content: bytes) -> list[str]:
    """What is missing, each in a few words; empty for a sound file."""
    pdf = PdfReader(io.BytesIO(content))
    elements = list(_elements(pdf.trailer["/Root"].get("/StructTreeRoot")))
    return [*_of_document(pdf), *_of_elements(elements), *_of_links(pdf, elements)]


def links(content: bytes) -> list[str]:
    """The addresses that its pages lead to, in their order."""
    pdf = PdfReader(io.BytesIO(content))
    return [str(link["/A"]["/URI"]) for _, link in _annotations(pdf)]


def _of_document(pdf: PdfReader) -> Iterator[str]:
    root = pdf.trailer["/Root"]
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "it is not marked"
    if not root.get("/Lang"):
        yield "no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not displayed"
    if pdf.metadata is None or not pdf.metadata.title:
        yield "no title"
    if b"pdfuaid:part" not in root["/Metadata"].get_object().get_data():
        yield "it does not say that it is PDF/UA"
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield f"page {number} has no order of tabs"
        for font in page["/Resources"].get("/Font", {}).values():
            if not _is_embedded(font.get_object()):
                yield f"page {number} has a font that is not in the file"


def _is_embedded(font: DictionaryObject) -> bool:
    own = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    described = own["/FontDescriptor"].get_object()
    return any(f"/FontFile{kind}" in described for kind in ("", "2", "3"))


def _elements(node: Any) -> Iterator[DictionaryObject]:
    """The structure's elements, those above before those below."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for below in node:
            yield from _elements(below)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def _of_elements(elements: list[DictionaryObject]) -> Iterator[str]:
    kinds = [str(element["/S"]) for element in elements]
    if kinds.count("/H1") != 1:
        yield "not one heading of the first level"
    level = 0
    for element, kind in zip(elements, kinds, strict=True):
        if kind in _HEADINGS:
            if int(kind[2]) > level + 1:
                yield f"a heading of level {kind[2]} below one of level {level}"
            level = int(kind[2])
            if "/K" not in element:
                yield "an empty heading"
        elif kind == "/Figure" and not element.get("/Alt"):
            yield "a figure without words for it"
        elif kind == "/Table":
            below = [str(each["/S"]) for each in _elements(element["/K"])]
            if "/TH" not in below or "/TR" not in below:
                yield "a table without heads"


def _annotations(pdf: PdfReader) -> Iterator[tuple[int, DictionaryObject]]:
    """The links on the pages: the number of each one's object, and the object."""
    for page in pdf.pages:
        for reference in page.get("/Annots", ArrayObject()):
            yield reference.idnum, reference.get_object()


def _of_links(pdf: PdfReader, elements: list[DictionaryObject]) -> Iterator[str]:
    """Links that no structure element holds, or that nothing is said of."""
    held = set()
    for element in elements:
        if element["/S"] == "/Link":
            below = element["/K"] if isinstance(element["/K"], ArrayObject) else [element["/K"]]
            objects = [each.get_object() for each in below if not isinstance(each, int)]
            held |= {each.raw_get("/Obj").idnum for each in objects if "/Obj" in each}
    for number, link in _annotations(pdf):
        if number not in held:
            yield "a link outside the structure"
        if not link.get("/Contents"):
            yield "a link without words for it"
