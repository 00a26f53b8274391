"""Answers over plain HTTP that caches can keep: bytes, their tag, compressed once.

Knows Starlette and no figure, so that any route can answer so.
"""

from __future__ import annotations

import datetime
import gzip
import hashlib
from collections.abc import Hashable, Mapping
from email.utils import format_datetime, parsedate_to_datetime

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response

from present.kit import cors
from present.kit.keep import Kept
from present.kit.ranges import asked_places

#: Anybody may look again after five minutes; a changed dataset has other tags.
FRESH = "public, max-age=300"
#: What an address names byte for byte never changes.
FOREVER = "public, max-age=31536000, immutable"

#: Smaller bodies gain nothing.
_WORTH_COMPRESSING = 500
_PACKED = (
    "application/zip", "application/pdf", "image/png", "image/jpeg", "font/",
    "application/vnd.apache.parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)  # fmt: skip

#: What keeps a compressing layer around from a body that is packed already: it leaves alone what
#: names its encoding. ``without_plain`` takes the word away again, which says nothing to a client.
_PLAIN = "identity"


class Body:
    """The bytes of an answer, their media type and their tag."""

    __slots__ = ("_compressed", "_is_packed", "content", "media", "tag")

    def __init__(self, content: bytes, media: str) -> None:
        self.content, self.media = content, media
        self.tag = hashlib.sha256(content).hexdigest()[:32]
        self._is_packed = len(content) < _WORTH_COMPRESSING or media.startswith(_PACKED)
        self._compressed: bytes | None = None

    @property
    def can_compress(self) -> bool:
        """Whether there are two forms; short bodies and packed kinds have one.

        All others have, or a compressing layer around would make one at each request.
        """
        return not self._is_packed

    @property
    def compressed(self) -> bytes:
        """The bytes compressed: when the first client asks, and then kept."""
        if self._compressed is None:
            self._compressed = gzip.compress(self.content, 6, mtime=0)
        return self._compressed

    @property
    def size(self) -> int:
        """How much memory it may come to hold, about."""
        return len(self.content) if self._is_packed else len(self.content) * 4 // 3


def kept_bodies(limit: int = 32 * 2**20) -> Kept[Hashable, Body]:
    """Bodies by key, the least used forgotten once they hold more than ``limit`` bytes; a body
    larger than that is given and not kept."""
    return Kept(limit, lambda body: body.size)


def answer(
    request: Request,
    body: Body,
    *,
    cache: str = FRESH,
    modified: datetime.date | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer to GET and HEAD: 304 where the client has it, a part (206) where it asks for one,
    else the whole, compressed where it may be.

    A part is one of the plain bytes, whatever else the client takes: those are the same for
    everybody, so that a file fetched in parts is the file. Raises ``Unsatisfiable``.
    """
    asked = request.headers.get("range", "") if request.method == "GET" else ""
    may_pack = body.can_compress and not asked and _takes_gzip(request)
    packed = body.compressed if may_pack else None
    tag = f'"{body.tag}-gzip"' if packed is not None else f'"{body.tag}"'
    sent = {
        "ETag": tag,
        "Cache-Control": cache,
        "Accept-Ranges": "bytes",
        **cors.HEADERS,
        **(headers or {}),
    }
    if body.can_compress:
        sent["Vary"] = ", ".join(filter(None, (sent.get("Vary"), "Accept-Encoding")))
    if modified is not None:
        sent["Last-Modified"] = format_datetime(_midnight(modified), usegmt=True)
    if _is_known(request, body.tag, modified):
        return Response(status_code=304, headers=sent)
    may_part = asked and _has_begun(request, tag)
    places = asked_places(asked, len(body.content)) if may_part else None
    if places is not None:
        sent["Content-Range"] = f"bytes {places.start}-{places.stop - 1}/{len(body.content)}"
        content = body.content[places.start : places.stop]
        return Response(content, 206, sent, body.media)
    content = body.content if packed is None else packed
    if body.media.startswith(_PACKED):
        # Its length is what a program goes by that reads the file's end first.
        sent["Content-Encoding"] = _PLAIN
    sent["Content-Length"] = str(len(content))
    if packed is not None:
        # A compressing layer around leaves a body alone that names its encoding.
        sent["Content-Encoding"] = "gzip"
    if request.method == "HEAD":
        return Response(headers=sent, media_type=body.media)
    return Response(content, headers=sent, media_type=body.media)


def without_plain(headers: MutableHeaders) -> None:
    """Takes an encoding that is none from the headers of an answer that is on its way out."""
    if headers.get("content-encoding") == _PLAIN:
        del headers["content-encoding"]


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _takes_gzip(request: Request) -> bool:
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() in ("gzip", "*"):
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _has_begun(request: Request, tag: str) -> bool:
    """Whether the client's beginning, where it names one, is of these very bytes. A day is no
    proof: data may change twice in it."""
    named = request.headers.get("if-range")
    return named is None or named.strip() == tag


def _is_known(request: Request, tag: str, modified: datetime.date | None) -> bool:
    """Whether the client's copy is the same; a tag decides, the date only where none is sent."""
    asked = request.headers.get("if-none-match")
    if asked is not None:
        known = {text.strip().removeprefix("W/").strip('"') for text in asked.split(",")}
        return "*" in known or any(text.removesuffix("-gzip") == tag for text in known)
    since = request.headers.get("if-modified-since")
    if since is None or modified is None:
        return False
    try:
        return _midnight(modified) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False
