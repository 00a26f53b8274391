"""What lets pages of any other origin read our answers: everything is public and nobody signs in.

A browser asks before a request with headers of its own (the preflight) and shows a page only those
headers of an answer that are named here.
"""

from __future__ import annotations

METHODS = ("GET", "HEAD", "OPTIONS")

#: What a page may send; ``Content-Type`` since many a library sends it with every request.
TAKEN = (
    "Accept", "Accept-Language", "Cache-Control", "Content-Type", "If-Modified-Since",
    "If-None-Match", "If-Range", "Range",
)  # fmt: skip
_SHOWN = (
    "Accept-Ranges", "Content-Disposition", "Content-Encoding", "Content-Language",
    "Content-Length", "Content-Range", "Dataset-Status", "Dataset-Version", "ETag",
    "Last-Modified", "Link", "Retry-After", "Total-Count", "Vary",
)  # fmt: skip

#: Of every answer, refusals too.
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": ", ".join(_SHOWN),
}

#: Of the answer to ``OPTIONS``: what holds for a day at every address.
PREFLIGHT = {
    **HEADERS,
    "Allow": ", ".join(METHODS),
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": ", ".join(TAKEN),
    "Access-Control-Max-Age": "86400",
    "Cache-Control": "public, max-age=86400",
}
