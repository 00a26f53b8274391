"""What a file is, told by its content; files that can't be taken."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from kbb_data.files import kinds
from kbb_data.files.kinds import Kind, kind_of
from kbb_data.problems import Unreadable
from tests.support import documents


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


TEXT = "2025 Yılı Performans Programı\nA\tB"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (TEXT.encode("utf-8"), Kind.TEXT),
        (b"", Kind.TEXT),
        (documents.word(TEXT), Kind.WORD),
        (documents.workbook(TEXT), Kind.WORKBOOK),
        (documents.pdf(TEXT), Kind.PDF),
        (b"\xef\xbb\xbf" + TEXT.encode("utf-8"), Kind.TEXT),
    ],
)
@pytest.mark.parametrize("name", ["programme.docx", "programme.pdf", "programme", "x.txt"])
def test_a_file_is_what_it_holds_whatever_it_is_called(
    tmp_path: Path, content: bytes, kind: Kind, name: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert kind_of(tmp_path / name) is kind


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512
BOMB = packed(word__document_dot_xml=b"\0" * (20 * 1024 * 1024))
MACROS = packed(word__document_dot_xml=b"<x/>", word__vbaProject_dot_bin=b"x")
REFUSED = {
    "a locked document": (OLE + "EncryptedPackage".encode("utf-16-le"), "take the password out"),
    "an old document": (OLE, "save it as .docx or .xlsx"),
    "macros": (MACROS, "save it as .docx or .xlsx, which hold none"),
    "an archive that overwhelms": (BOMB, "unpacks to 20 MB"),
    "another archive": (packed(readme=b"x"), "an archive (ZIP); open it in the program"),
    "OpenDocument": (packed(mimetype=b"application/vnd.oasis"), "an OpenDocument file; open it"),
    "half a document": (documents.word(TEXT)[:2000], "copy or export it once more"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "a picture (PNG); open it"),
    "a web page": (b"<!doctype html><p>x", "a web page; open it"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_says_what_it_is_and_the_mend(tmp_path: Path, name: str) -> None:
    content, said = REFUSED[name]
    path = tmp_path / "programme.docx"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        kind_of(path)
    (problem,) = refused.value.problems
    assert str(problem).startswith(f"{path}: expected ")
    assert said in str(problem)


def test_a_file_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(Unreadable, match="at most 60 MB; found 200 MB; take the pictures out"):
        kind_of(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="expected a readable file"):
        kind_of(tmp_path / "none.docx")


def test_the_limits_let_a_real_document_through() -> None:
    assert kinds.MAX_FILE >= 20 * 1024 * 1024
    assert kinds.MAX_UNPACKED > kinds.MAX_FILE
