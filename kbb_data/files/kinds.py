"""What a file is, told by its content and never by its name.

A file that can't be taken is refused here, before a line of it is read: each refusal says what the
file is and what to do with it.
"""

from __future__ import annotations

import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from kbb_data.problems import Problem, Unreadable

#: The largest file that is taken, and the most that a packed one may unpack to, in bytes.
MAX_FILE = 60 * 1024 * 1024
MAX_UNPACKED = 400 * 1024 * 1024
#: A part that unpacks to more than so many times its size was made to overwhelm its reader.
MAX_RATIO = 200
#: So many bytes of a part may come before its root.
_PROLOGUE = 64 * 1024
#: What Office saves in place of a packed file: an old format, or one under a password.
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
#: The name of the stream that an encrypted Office file has.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: How other files begin that somebody may take for the programme.
_OTHERS = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"II*\x00": "a picture (TIFF)",
    b"MM\x00*": "a picture (TIFF)",
    b"{\\rtf": "a file in Rich Text Format",
    b"Rar!": "an archive (RAR)",
    b"7z\xbc\xaf": "an archive (7z)",
    b"\x1f\x8b": "an archive (gzip)",
    b"<!DOCTYPE html": "a web page",
    b"<html": "a web page",
}


class Kind(StrEnum):
    """What a programme may come in as."""

    TEXT = "text"
    WORD = "docx"
    WORKBOOK = "xlsx"
    PDF = "pdf"


def kind_of(path: Path) -> Kind:
    """What the file at ``path`` is. Raises ``Unreadable`` for one that is not there, is too large,
    holds macros, is locked by a password, or is none of the kinds."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(2048)
    except OSError as error:
        raise refusal(path, "a readable file", str(error.strerror)) from error
    if size > MAX_FILE:
        raise refusal(
            path,
            f"at most {MAX_FILE // 1024 // 1024} MB",
            f"{size / 1024 / 1024:.0f} MB; take the pictures out and save it again",
        )
    if start.startswith(b"%PDF-") or b"%PDF-" in start[:1024]:
        return Kind.PDF
    if start.startswith(_OLE):
        raise _old_office(path)
    if start.startswith(b"PK"):
        return _packed(path)
    for beginning, what in _OTHERS.items():
        if start.lstrip().lower().startswith(beginning.lower()):
            raise refusal(path, "Word (.docx), Excel (.xlsx) or text", f"{what}; {_AS_WORD}")
    return Kind.TEXT


_AS_WORD = "open it in the program it comes from and save it as Word document (.docx)"


def refusal(path: Path, expected: str, found: str) -> Unreadable:
    """That the file as a whole can't be taken."""
    return Unreadable([Problem(0, str(path), expected, found)])


def _names_entities(path: Path, part: zipfile.ZipInfo) -> bool:
    """Whether a part has a document type, which no Office program writes: its entities can stand
    for any text, of another file or without end."""
    if not part.filename.endswith((".xml", ".rels")):
        return False
    try:
        with zipfile.ZipFile(path) as archive, archive.open(part) as file:
            start = file.read(_PROLOGUE)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return False
    return b"<!DOCTYPE" in start.replace(b"\0", b"")


def _old_office(path: Path) -> Unreadable:
    if _ENCRYPTED in path.read_bytes():
        return refusal(
            path,
            "a file without a password",
            "one that is locked by a password; open it, take the password out (File, Info, Protect "
            "Document) and save it again",
        )
    return refusal(
        path,
        "Word (.docx) or Excel (.xlsx)",
        "the older form of Office (.doc, .xls); open it and save it as .docx or .xlsx",
    )


def _packed(path: Path) -> Kind:
    """What a ZIP file holds: a Word document or a workbook; everything else is refused."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise refusal(
            path, "a whole file", "one that is damaged; copy or export it once more"
        ) from error
    unpacked = sum(part.file_size for part in parts)
    is_bomb = any(part.file_size > MAX_RATIO * max(part.compress_size, 1024) for part in parts)
    if unpacked > MAX_UNPACKED or is_bomb:
        raise refusal(
            path,
            "a document",
            f"an archive that unpacks to {unpacked / 1024 / 1024:.0f} MB; is this the programme?",
        )
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise refusal(
            path,
            "a document without macros",
            "one with macros; save it as .docx or .xlsx, which hold none",
        )
    if named := next((part for part in parts if _names_entities(path, part)), None):
        raise refusal(
            path,
            "a document as Word or Excel save it",
            f"one that defines words of its own in {named.filename}; open it and save it again",
        )
    if "word/document.xml" in names:
        return Kind.WORD
    if "xl/workbook.xml" in names:
        return Kind.WORKBOOK
    what = "an OpenDocument file" if "mimetype" in names else "an archive (ZIP)"
    raise refusal(path, "Word (.docx), Excel (.xlsx) or text", f"{what}; {_AS_WORD}")
