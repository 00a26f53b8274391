"""What a visitor reads of a page's run: HTML, widgets, charts and maps, piece by piece."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pyarrow as pa
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

#: Elements without an end.
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
#: Elements whose content nobody reads as words.
_UNREAD = {"style", "script", "defs", "code"}
_READ_ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")
_SVG = "data:image/svg+xml;base64,"
#: What of a widget's description people read.
_WIDGET_TEXTS = {"label", "placeholder", "help", "options", "content", "body", "alt"}
#: What of a chart's or a map's description people read.
_DRAWN_TEXTS = {"title", "what", "size", "precision_words", "name", "text", "labelExpr", "html"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text: where it stands, and whether it is marked as Turkish.

    ``can_mark`` says whether that place can mark a language at all: HTML text can, widgets,
    attributes, charts and pictures can't.
    """

    where: str
    text: str
    is_turkish: bool = False
    can_mark: bool = False


class _Reader(HTMLParser):
    def __init__(self, where: str) -> None:
        super().__init__(convert_charrefs=True)
        self.where, self.pieces = where, list[Piece]()
        # Of each open element: its tag, its language, whether it is read.
        self.open: list[tuple[str, str, bool]] = [("", "", True)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        _, language, is_read = self.open[-1]
        language = given.get("lang", language)
        is_read = is_read and tag not in _UNREAD
        for name in _READ_ATTRIBUTES:
            if given.get(name) and is_read:
                self._add(f"{tag}[{name}]", given[name], language, can_mark=False)
        if given.get("src", "").startswith(_SVG):
            picture = base64.b64decode(given["src"].removeprefix(_SVG)).decode()
            self.pieces.extend(
                Piece(f"{self.where} picture", piece.text)
                for piece in html_pieces(picture)
                if piece.text
            )
        if tag not in _VOID:
            self.open.append((tag, language, is_read))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        tag, language, is_read = self.open[-1]
        if is_read and data.strip():
            self._add(tag, data, language, can_mark=True)

    def _add(self, tag: str, text: str, language: str, *, can_mark: bool) -> None:
        words = " ".join(text.split())
        self.pieces.append(Piece(f"{self.where} {tag}", words, language == "tr", can_mark))


def html_pieces(html: str, where: str = "html") -> list[Piece]:
    """The texts of HTML (or SVG) in their order; pictures within it are read as well."""
    reader = _Reader(where)
    reader.feed(html)
    reader.close()
    return reader.pieces


def pieces(app: AppTest) -> list[Piece]:
    """Every text of a run: of its HTML, widgets, charts and maps."""
    found: list[Piece] = []
    for element in _elements(app._tree):
        proto = getattr(element, "proto", None)
        if proto is None:
            continue
        kind = str(element.type)
        if kind == "html":
            found += html_pieces(proto.body)
        elif kind in ("vega_lite_chart", "arrow_vega_lite_chart"):
            found += [Piece("chart alt", proto.alt)]
            found += [Piece("chart", text) for text in _drawn(json.loads(proto.spec))]
            found += [Piece("chart", text) for row in datasets(proto) for text in _texts(row)]
        elif kind == "deck_gl_json_chart":
            found += [Piece("map alt", proto.alt)]
            found += [Piece("map", text) for text in _drawn(json.loads(proto.json))]
        else:
            found += [Piece(kind, text) for text in _written(MessageToDict(proto))]
    return [piece for piece in found if piece.text.strip()]


def charts(app: AppTest) -> list[list[dict[str, Any]]]:
    """The rows that each chart of a run draws."""
    return [
        datasets(element.proto)
        for element in _elements(app._tree)
        if "vega_lite" in str(getattr(element, "type", "")) and getattr(element, "proto", None)
    ]


def datasets(proto: Any) -> list[dict[str, Any]]:
    """The rows of a chart's data."""
    rows: list[dict[str, Any]] = []
    for one in [*proto.datasets, *([proto] if proto.HasField("data") else [])]:
        rows += pa.ipc.open_stream(BytesIO(one.data.data)).read_all().to_pylist()
    return rows


def _elements(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        yield child
        if hasattr(child, "children"):
            yield from _elements(child)


def _texts(row: dict[str, Any]) -> Iterator[str]:
    for name, value in row.items():
        # Keys and groups are codes; nobody sees them.
        if isinstance(value, str) and name not in ("key", "group", "kind", "ink"):
            yield value


def _drawn(part: Any, name: str = "") -> Iterator[str]:
    """The texts that a chart's or a map's description itself holds."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _drawn(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from _drawn(value, name)
    elif isinstance(part, str) and name in _DRAWN_TEXTS and not part.startswith("data-"):
        yield part


def _written(part: Any, name: str = "") -> Iterator[str]:
    """The texts of a widget; pictures in their Markdown are left out."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _written(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from _written(value, name)
    elif isinstance(part, str) and name in _WIDGET_TEXTS:
        yield part.rpartition("![](")[2].partition(") ")[2] if "![](" in part else part
