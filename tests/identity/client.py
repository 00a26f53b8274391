"""Asking the application without a server: one ASGI call a request, nothing started beside it."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "acikbutce.example"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer over HTTP; the headers' names are in small letters."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def allowed(self) -> list[str]:
        """What a refusal names instead. Raises where it names nothing."""
        return list(json.loads(self.body)["allowed"])

    @property
    def problem(self) -> dict[str, Any]:
        """A refusal's fields; none for an answer that is no refusal."""
        is_refusal = dict(self.headers).get("content-type", "").startswith("application/problem")
        return dict(json.loads(self.body)) if is_refusal else {}

    def find(self, pattern: str) -> list[str]:
        """What a pattern finds in the text."""
        return re.findall(pattern, self.body.decode("utf-8", "replace"))


class Client:
    """Asks an ASGI application; each request comes from another address, so that nothing that is
    allowed so often a client is ever refused."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._numbers = itertools.count()

    async def get(self, address: str) -> Answer:
        """The answer to GET, not compressed."""
        parts, number = urlsplit(address), next(self._numbers)
        start: dict[str, Any] = {}
        body: list[bytes] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                body.append(message.get("body", b""))

        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "https",
            "path": unquote(parts.path),
            "raw_path": parts.path.encode(),
            "query_string": parts.query.encode(),
            "root_path": "",
            "headers": [(b"host", HOST.encode()), (b"accept-encoding", b"identity")],
            "client": (f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}", 50000),
            "server": (HOST, 443),
        }
        await self._application(scope, receive, send)
        headers = [
            (name.decode("latin-1").lower(), text.decode("latin-1"))
            for name, text in start["headers"]
        ]
        return Answer(start["status"], headers, b"".join(body))
