"""Every answer over HTTP, asked of ``app.app`` itself."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile

from tests.identity import addresses
from tests.identity.addresses import Wanted
from tests.identity.client import Client
from tests.identity.record import Recorder

#: Requests at once; more would only wait for the workers that draw.
_AT_ONCE = 3

#: The status of a picture that took too long to draw, as on a busy machine; how often it is asked
#: for once more.
_BUSY, _PATIENCE = 503, 20

Figures = list[tuple[str, dict[str, str]]]


def record(archive: Path, wanted: Wanted, shown: Callable[[], Figures]) -> dict[str, Any]:
    """The entries of all answers; ``shown`` gives, as late as possible, the gallery's figures."""
    import app

    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        recorder = Recorder(file)
        asyncio.run(_Run(Client(app.app), recorder, wanted).whole(shown))
        return recorder.entries


class _Run:
    def __init__(self, client: Client, recorder: Recorder, wanted: Wanted) -> None:
        self._client, self._recorder, self._wanted = client, recorder, wanted
        self._is_quick = wanted.is_quick
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._cards: dict[str, None] = {}

    async def whole(self, shown: Callable[[], Figures]) -> None:
        await self._record(addresses.plain())
        views = await addresses.mapped(self._client)
        await self._record(addresses.shells(views, self._is_quick))
        if self._wanted.takes_some("/veri", "/api"):
            await self._record(await addresses.data(self._client))
        if self._wanted.takes_some("/brifing"):
            await self._record(await addresses.briefings(self._client, self._is_quick))
        if self._wanted.needs_gallery:
            await self._figures(shown())

    async def _figures(self, shown: Figures) -> None:
        await self._record(addresses.refusals())
        for slug, query in shown:
            await self._record(
                addresses.of_figure(slug, query, is_whole=True, is_quick=self._is_quick)
            )
        for slug, query in await addresses.needed(self._client, self._is_quick):
            if (slug, query) not in shown:
                await self._record(
                    addresses.of_figure(slug, query, is_whole=False, is_quick=self._is_quick)
                )
        # The pictures of the pages' cards, and the script that all embeds share.
        if not self._is_quick:
            await self._record(self._cards)
        embed = await self._client.get("/gomulu/genel-bakis")
        await self._record(embed.find(r'src="(/gomulu/[^"]+\.js)"'))

    async def _record(self, asked: Iterable[str]) -> None:
        fresh = [
            address for address in dict.fromkeys(asked) if address not in self._recorder.entries
        ]
        await asyncio.gather(
            *(self._ask(address) for address in fresh if self._wanted.takes(address))
        )

    async def _ask(self, address: str) -> None:
        async with self._places:
            answer = await self._client.get(address)
            for _ in range(_PATIENCE):
                if answer.status != _BUSY:
                    break
                await asyncio.sleep(2)
                answer = await self._client.get(address)
        if answer.status == _BUSY:
            raise RuntimeError(f"{address} is refused for now, again and again")
        self._recorder.answer(address, answer.status, answer.headers, answer.body)
        for card in answer.find(r'property="og:image" content="([^"]+)"'):
            parts = urlsplit(html.unescape(card))
            if re.fullmatch(r"/grafik/[\w-]+\.png", parts.path):
                self._cards[f"{parts.path}?{parts.query}"] = None
