"""Whether an answer says that it is of a draft, as its form allows; written without the code that
puts the marks there."""

from __future__ import annotations

import io
import json
import re
import zipfile
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

from PIL import Image
from pypdf import PdfReader

from tests.identity.client import Answer
from tests.support import lettering, pdf

WORDS = {
    "tr": ("TASLAK", "TASLAK – yayımlanmamış veri"),
    "en": ("DRAFT", "DRAFT – unpublished data"),
}
#: Any trace of a mark, in words, names and headers.
TRACE = re.compile(r"taslak|\bDRAFT\b|unpublished data|yayımlanmamış", re.IGNORECASE)

#: Colours of the band over a picture, light and dark.
BANDS = {(0xB3, 0x54, 0x0A), (0xFF, 0xB2, 0x6B)}

#: Kinds of files for programs whose metadata are texts within.
BINARY = {"application/vnd.apache.parquet", "application/geopackage+sqlite3"}

SVG = "{http://www.w3.org/2000/svg}"


def language(address: str) -> str:
    """The language in which an address asks; that of a figure for oEmbed."""
    query = parse_qs(urlsplit(address).query)
    if "url" in query:
        return language(query["url"][0])
    return query.get("lang", ["tr"])[0]


def faults(address: str, answer: Answer) -> list[str]:
    """What an answer made of a draft lacks."""
    headers = dict(answer.headers)
    missing = [
        name
        for name, text in (("x-robots-tag", "noindex"), ("cache-control", "no-store"),
                           ("dataset-status", "draft"))
        if text not in headers.get(name, "")
    ]  # fmt: skip
    saved = re.search(r'filename="([^"]+)"', headers.get("content-disposition", ""))
    if saved and not saved[1].startswith("taslak-"):
        missing.append("the file's name")
    word, mark = WORDS[language(address)]
    kind = headers["content-type"].partition(";")[0]
    return missing + [
        f"{kind}: {fault}" for fault in _faults(kind, answer.body, word, mark, address)
    ]


def has_trace(answer: Answer) -> bool:
    """Whether an answer bears any mark, in its headers, its bytes or what is packed in them."""
    said = [f"{name}: {text}" for name, text in answer.headers]
    if TRACE.search("\n".join(said)) or any("noindex" in text for text in said):
        return True
    body, kind = answer.body, dict(answer.headers).get("content-type", "").partition(";")[0]
    if kind == "image/png":
        colour = Image.open(io.BytesIO(body)).convert("RGB").getpixel((2, 2))
        return colour in BANDS or bool(TRACE.search(body.decode("utf-8", "replace")))
    if kind == "application/pdf":
        reader = PdfReader(io.BytesIO(body))
        return bool(TRACE.search("\n".join([*pdf.pages(body), str(reader.metadata)])))
    if kind == "application/zip" or kind.endswith("sheet"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            words = archive.namelist()
            words += [archive.read(name).decode("utf-8", "replace") for name in words]
        return bool(TRACE.search("\n".join(words)))
    return bool(TRACE.search(body.decode("utf-8", "replace")))


def _faults(kind: str, body: bytes, word: str, mark: str, address: str) -> list[str]:
    if kind == "image/png":
        return _of_png(body, word)
    if kind == "application/pdf":
        return _of_pdf(body, mark)
    if kind == "application/zip":
        return _of_zip(body)
    if kind.endswith("sheet"):
        return _of_sheet(body, word)
    if kind in BINARY:
        return [] if word in body.decode("utf-8", "replace") else ["the metadata"]
    text = body.decode("utf-8")
    if kind == "image/svg+xml":
        return _of_svg(text, mark)
    if kind == "text/csv":
        return _of_csv(text, word, address)
    if kind == "text/html":
        title = re.search(r"<title>([^<]*)", text)
        wrong = [] if title and word in title[1] else ["the title"]
        card = re.search(r'og:title" content="([^"]*)', text)
        wrong += [] if card is None or word in card[1] else ["the card"]
        return wrong + ([] if mark in text else ["the words"])
    if kind in ("application/json", "application/ld+json") or kind.endswith("+json"):
        json.loads(text)
    return [] if word in text else ["the words"]


def _of_png(body: bytes, word: str) -> list[str]:
    image = Image.open(io.BytesIO(body))
    colour = image.convert("RGB").getpixel((2, 2))
    wrong = [] if colour in BANDS else [f"the band, {colour}"]
    texts = getattr(image, "text", {})
    return wrong + [name for name in ("Title", "Source", "Description") if word not in texts[name]]


def _of_svg(text: str, mark: str) -> list[str]:
    root = ElementTree.fromstring(text)
    drawn = lettering.lines(root)
    band = root.find(f"{SVG}rect[2]")
    wrong = [] if any(mark in words for words in drawn) else ["the band's words"]
    wrong += [] if band is not None and band.get("width") == root.get("width") else ["the band"]
    named = [root.findtext(f"{SVG}{name}", "") for name in ("title", "desc")]
    return wrong + [f"{words[:20]!r}" for words in named if mark not in words]


def _of_pdf(body: bytes, mark: str) -> list[str]:
    reader = PdfReader(io.BytesIO(body))
    wrong = [] if mark in ((reader.metadata or {}).get("/Title") or "") else ["the title"]
    squeezed = mark.replace(" ", "")
    return wrong + [
        f"page {number}"
        for number, words in enumerate(pdf.pages(body), 1)
        if squeezed not in "".join(words.split())
    ]


def _of_zip(body: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        names = archive.namelist()
        package = json.loads(archive.read("datapackage.json"))
        readme = archive.read("README.md").decode("utf-8")
    tables = [name for name in names if name.endswith(".csv")]
    others = set(names) - {"datapackage.json", "README.md"}
    wrong = [name for name in others if not name.startswith("taslak-")]
    assert len(tables) > 20
    if {resource["path"] for resource in package["resources"]} != set(tables):
        wrong.append("the package's paths")
    wrong += [part for part in ("title", "version") if not TRACE.search(package[part])]
    return wrong + [word for words in WORDS.values() for word in words[1:] if word not in readme]


def _of_sheet(body: bytes, word: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        names = book.read("xl/workbook.xml").decode("utf-8")
        words = book.read("xl/sharedStrings.xml").decode("utf-8")
        about = book.read("docProps/core.xml").decode("utf-8")
    # The sheets of the tables speak Turkish to everybody.
    marked = [("the sheet's name", names), ("the notes", words), ("the title", about)]
    return [what for what, text in marked if word not in text and "TASLAK" not in text]


def _of_csv(text: str, word: str, address: str) -> list[str]:
    """The lines below the rows of a file for people; the exact one has nothing but its name and its
    headers, and the files that describe it."""
    is_for_people = urlsplit(address).path.endswith(".tr.csv")
    return [] if not is_for_people or word in text or "TASLAK" in text else ["the notes"]
