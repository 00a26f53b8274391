"""How many answers a second a server gives over a few kept-open connections."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Load:
    """What came back: answers a second, bytes of one answer's body as sent, answers not 200."""

    per_second: float
    body_bytes: int
    refused: int


class _Asking(asyncio.Protocol):
    """One connection that asks again as soon as it has the whole answer."""

    def __init__(self, host: str, paths: Iterator[str], until: float) -> None:
        self._host, self._paths, self._until = host, paths, until
        self._transport: asyncio.Transport | None = None
        self._buffer = b""
        self.answers = self.refused = self.body_bytes = 0
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._ask()

    def _ask(self) -> None:
        assert self._transport is not None
        if time.perf_counter() >= self._until:
            self._transport.close()
            return
        self._transport.write(
            f"GET {next(self._paths)} HTTP/1.1\r\nHost: {self._host}\r\n"
            "Accept-Encoding: gzip\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, parted, body = self._buffer.partition(b"\r\n\r\n")
        if not parted:
            return
        lines = head.lower().split(b"\r\n")
        if b"transfer-encoding: chunked" in lines:
            if not body.endswith(b"0\r\n\r\n"):
                return
            length = len(body)
        else:
            sizes = [line for line in lines if line.startswith(b"content-length:")]
            length = int(sizes[0].split(b":")[1])
            if len(body) < length:
                return
        self._buffer = b""
        self.answers += 1
        self.refused += not lines[0].startswith(b"http/1.1 200")
        self.body_bytes = length
        self._ask()

    def connection_lost(self, error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_result(None)


def load(url: str, paths: Iterator[str], seconds: float = 3.0, connections: int = 8) -> Load:
    """Asks ``url``'s server for ``paths``, one after the other, for so many seconds.

    Raises ``OSError`` where nobody listens, ``StopIteration`` where the paths run out.
    """
    return asyncio.run(_load(url, paths, seconds, connections))


async def _load(url: str, paths: Iterator[str], seconds: float, connections: int) -> Load:
    there = urlsplit(url)
    loop = asyncio.get_running_loop()
    begin = time.perf_counter()
    asking = []
    for _ in range(connections):
        _, one = await loop.create_connection(
            lambda: _Asking(there.netloc, paths, begin + seconds), there.hostname, there.port
        )
        asking.append(one)
    await asyncio.gather(*(one.done for one in asking))
    taken = time.perf_counter() - begin
    return Load(
        sum(one.answers for one in asking) / taken,
        max(one.body_bytes for one in asking),
        sum(one.refused for one in asking),
    )
