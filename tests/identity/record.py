"""A record of answers: digests by address in a JSON file, the texts themselves in archives beside.

An address is a visitor's (``/grafik/butce.svg?amac=2``), or names a page's elements
(``elements:/butce?amac=2 dark``) or its style (``style:dark``).
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: Bytes within a text, as a font in a picture; the archives hold their digest instead.
_EMBEDDED = re.compile(r"base64,([A-Za-z0-9+/=]{400,})")

#: Altair and Vega number parts of charts on and on within a process.
_COUNTED = re.compile(r"\b(clip|gradient_|view_|param_|concat_|layer_)(\d+)\b")

#: Kinds of answers that hold charts drawn by Vega.
_DRAWN = ("image/svg", "text/html")

#: The one field of a figure's JSON that may come to differ: the figure's name.
NAME_FIELD = "slug"


def digest(content: bytes) -> str:
    """The SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()


def recounted(text: str) -> str:
    """A text in which the numbers that a process counted up begin anew."""
    numbers: dict[str, int] = {}

    def counted(match: re.Match[str]) -> str:
        return f"{match[1]}{numbers.setdefault(match[0], len(numbers) + 1)}"

    return _COUNTED.sub(counted, text)


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of a record: ``identity.json`` in a folder, or a named JSON file; archives
    beside."""

    index: Path

    @classmethod
    def of(cls, given: Path) -> Paths:
        """The files that a path on the command line means."""
        return cls(given if given.suffix == ".json" else given / "identity.json")

    def archive(self, part: str) -> Path:
        """The archive of texts of one part of the record."""
        return self.index.with_name(f"{self.index.stem}-{part}.zip")

    def archives(self) -> list[Path]:
        """All archives that there are."""
        return sorted(self.index.parent.glob(f"{self.index.stem}-*.zip"))


@dataclass(slots=True)
class Recorder:
    """Collects the entries of one part and writes their texts, each text once."""

    archive: zipfile.ZipFile
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    _kept: set[str] = field(default_factory=set)

    def answer(
        self, address: str, status: int, headers: Sequence[tuple[str, str]], body: bytes
    ) -> None:
        """Record an answer over HTTP."""
        media = dict(headers).get("content-type", "")
        # Tag and length follow from the body.
        rest = [pair for pair in headers if pair[0] not in ("etag", "content-length")]
        entry: dict[str, Any] = {
            "status": status,
            "type": media,
            "headers": self._keep("\n".join(sorted(f"{name}: {text}" for name, text in rest))),
            "sha256": digest(body),
        }
        path = address.partition("?")[0]
        if path.startswith("/grafik/") and path.endswith(".json") and media == "application/json":
            entry["nameless"] = digest(_nameless(body))
        text = _text(body, media)
        if text is not None:
            is_drawn = media.startswith(_DRAWN)
            entry["text"] = self._keep(recounted(text) if is_drawn else text)
            if is_drawn:
                # What the archive has names each byte, and chance has no part in it.
                entry["sha256"] = entry["text"]
        self.entries[address] = entry

    def elements(self, address: str, text: str) -> None:
        """Record what a page puts on the screen."""
        self.entries[address] = {"sha256": digest(text.encode()), "text": self._keep(text)}

    def _keep(self, text: str) -> str:
        """Keep a text; gives back the name under which the archive has it."""
        short = _EMBEDDED.sub(lambda match: f"base64,[{digest(match[1].encode())}]", text)
        name = digest(short.encode())
        if name not in self._kept:
            self._kept.add(name)
            self.archive.writestr(name, short)
        return name


def _nameless(body: bytes) -> bytes:
    content = json.loads(body)
    content.pop(NAME_FIELD, None)
    return json.dumps(content, ensure_ascii=False).encode()


def _text(body: bytes, media: str) -> str | None:
    """What can be read of a body; nothing of pictures made of pixels and of PDF."""
    if "spreadsheet" in media or media == "application/zip":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            return "\n".join(_member(book, member) for member in book.infolist())
    if media.startswith(("text/", "image/svg")) or re.search(r"json|xml|javascript", media):
        return body.decode("utf-8", "replace")
    return None


def _member(book: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    """A packed file: its name and date, and its text where it is one of a spreadsheet."""
    content = book.read(member)
    text = content.decode() if member.filename.endswith((".xml", ".rels")) else digest(content)
    return f"== {member.filename} {member.date_time}\n{text}"


def write(paths: Paths, about: Mapping[str, Any], entries: Mapping[str, Any]) -> None:
    """Write the JSON file."""
    content = {**about, "entries": dict(sorted(entries.items()))}
    paths.index.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")


@dataclass(slots=True)
class Record:
    """A record that was written."""

    about: dict[str, Any]
    entries: dict[str, dict[str, Any]]
    archives: list[zipfile.ZipFile]

    @classmethod
    def read(cls, paths: Paths) -> Record:
        """Read a record. Raises ``OSError`` where there is none."""
        content = json.loads(paths.index.read_text(encoding="utf-8"))
        entries = content.pop("entries")
        return cls(content, entries, [zipfile.ZipFile(path) for path in paths.archives()])

    def lines(self, name: str | None) -> list[str]:
        """A kept text in lines that can be held against others; none where none was kept."""
        for archive in self.archives:
            if name is not None and name in archive.namelist():
                text = archive.read(name).decode()
                return list(_broken(text))
        return []


def _broken(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield from line.replace("><", ">\n<").split("\n")
