"""What of HTML must not be there: markup that came with the data, and our own shown as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

#: Markup as words: of ours where it was escaped and should not have been.
_TAG_AS_TEXT = re.compile(r"</?(?:p|div|span|a|ul|li|dl|dt|dd|mark|table|td|th|h[1-6])\b[^<]*>")
_ATTRIBUTE = re.compile(r"[a-z][a-z0-9:-]*", re.I)
_UNREAD = {"style", "script"}
#: What shows HTML as words on purpose: code to copy.
_CODE = {"code", "textarea"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.texts: list[str] = []
        self.open_unread = ""
        self.is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("on") or not _ATTRIBUTE.fullmatch(name):
                self.faults.append(f"<{tag}> has the attribute {name!r}")
            self.texts.append(value or "")
        if dict(attrs).get("src") == "x":
            self.faults.append(f"<{tag}> came with the data: {self.get_starttag_text()}")
        if tag in _UNREAD:
            self.open_unread = tag
        self.is_code = self.is_code or tag in _CODE

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open_unread = ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD and self.open_unread != tag:
            self.faults.append(f"</{tag}> ends nothing")
        self.open_unread = ""
        self.is_code = self.is_code and tag not in _CODE

    def handle_data(self, data: str) -> None:
        if self.open_unread:
            return
        self.texts.append(data)
        if self.is_code:
            return
        if tag := _TAG_AS_TEXT.search(data):
            self.faults.append(f"{tag[0]} is shown as text")
        if "&lt;" in data or "&amp;" in data:
            self.faults.append(f"escaped twice: {data[:80]}")


def faults(html: str) -> list[str]:
    """What is wrong with a page or a piece of one; nothing where all is well."""
    return _read(html).faults


def texts(html: str) -> str:
    """The words and the attributes' values of a page, as a browser understands them."""
    return "\n".join(_read(html).texts)


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader
