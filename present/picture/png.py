"""What a PNG says of itself: how large it is on paper, what it shows and whence."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_METRE_IN_INCHES = 100 / 2.54


def described(png: bytes, texts: Mapping[str, str], inch: int) -> bytes:
    """The PNG with its density, ``inch`` pixels to the inch, and texts by their keyword (``Title``,
    ``Source``); empty texts are left out. The picture itself stays as it is.

    Raises ``ValueError`` for what is no PNG.
    """
    chunks = list(_chunks(png))
    density = round(inch * _METRE_IN_INCHES)
    added = [_chunk(b"pHYs", struct.pack(">IIB", density, density, 1))]
    added += [_text(keyword, text) for keyword, text in texts.items() if text]
    kept = [_chunk(name, data) for name, data in chunks if name != b"pHYs"]
    return b"".join([SIGNATURE, kept[0], *added, *kept[1:]])


def size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels. Raises ``ValueError`` for what is no PNG."""
    name, data = next(_chunks(png))
    if name != b"IHDR":
        raise ValueError("a PNG without its header")
    width, height = struct.unpack(">II", data[:8])
    return width, height


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not png.startswith(SIGNATURE):
        raise ValueError("no PNG")
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _text(keyword: str, text: str) -> bytes:
    """A text in UTF-8, not compressed, of no stated language."""
    return _chunk(b"iTXt", keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode())
