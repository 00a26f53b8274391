"""The whole application over a database of a test's own, asked from the outside."""

from __future__ import annotations

import asyncio
import importlib.util
import sys
from collections.abc import Callable, Coroutine, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import pytest
from starlette.applications import Starlette

from present.figures.registry import ENTRIES
from present.opendata.source import library
from present.picture.renderer import Renderer
from present.site.pages import PAGES
from present.web.files import files
from tests.identity import addresses
from tests.identity.client import HOST, Answer, Client
from tests.support.figures import outline
from tests.support.source import ROOT
from tests.web.conftest import RENDERER

T = TypeVar("T")

#: The formats of a figure that hold words and rows.
FILES = addresses.FILES
LANGUAGES = ("tr", "en")

#: Figures by their place among all.
PLACES = {entry.slug: place for place, entry in enumerate(ENTRIES)}

#: Two of a kind tell what there is to tell of the others.
_VIEWS_OF_A_KIND = 2


class Outlines(Renderer):
    """Draws no chart, in which no mark stands, and all that stands around it; pictures come from
    the workers that draw for all tests."""

    def svg(self, spec: dict[str, Any]) -> str:
        return outline(spec)

    def png(self, svg: str, scale: int, width: float, height: float) -> bytes:
        return RENDERER.png(svg, scale, width, height)


@contextmanager
def application(url: str, cache: Path) -> Iterator[ModuleType]:
    """``app.py`` as it is run, over the database at ``url``, what it draws kept in ``cache``; all
    its routes and what stands around them, without Streamlit, of which a process has one, and
    without charts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("streamlit.App", _without_streamlit)
        patch.setenv("KBB_DATABASE_URL", url)
        patch.setenv("KBB_CACHE", str(cache))
        patch.setenv("KBB_PUBLIC_ADDRESS", f"https://{HOST}")
        patch.setattr("present.picture.renderer.Renderer", Outlines)
        library.cache_clear()
        files.cache_clear()
        spec = importlib.util.spec_from_file_location("app_of_a_test", ROOT / "app.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        patch.setitem(sys.modules, spec.name, module)
        spec.loader.exec_module(module)
        try:
            yield module
        finally:
            library.cache_clear()
            files.cache_clear()


def _without_streamlit(
    script: Path, *, routes: list[Any], middleware: list[Any], on_script_error: object
) -> Starlette:
    return Starlette(routes=routes, middleware=middleware)


def _run(asked: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """What a coroutine gives, in a thread and loop of its own: a browser's test that ran before in
    this process leaves its loop running."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(asked())).result()


def answers(module: ModuleType, wanted: Iterable[str]) -> dict[str, Answer]:
    """What each address answers, one after the other."""

    async def ask() -> dict[str, Answer]:
        client = Client(module.app)
        return {address: await client.get(address) for address in wanted}

    return _run(ask)


def every_address(module: ModuleType) -> list[str]:
    """The addresses of all that is made of the programme that opens first: pages' shells, files,
    API, briefings, and the first figure of each kind in every form, in both languages."""

    async def find() -> list[str]:
        client = Client(module.app)
        views = _few(await addresses.mapped(client))
        # Pages that are in no menu of this programme answer as well.
        views = list(dict.fromkeys([*views, *(page.path for page in PAGES)]))
        wanted = [*addresses.plain(), "/veri", *addresses.shells(views, is_quick=True)]
        wanted += await addresses.data(client)
        wanted += await addresses.briefings(client, is_quick=True)
        return wanted

    found = _run(find)
    for slug, query in _figures(module):
        found += _of_figure(slug, query)
    briefings = [one for one in found if one.startswith("/brifing/")]
    found += [addresses.with_parameters(one, addresses.ENGLISH) for one in briefings]
    return list(dict.fromkeys(found))


def _few(views: Iterable[str]) -> list[str]:
    """The site's addresses, of those that differ in one value alone the first ones."""
    counts: dict[str, int] = {}
    few = []
    for view in views:
        kind = view.rpartition("=")[0]
        counts[kind] = counts.get(kind, 0) + 1
        if not kind or counts[kind] <= _VIEWS_OF_A_KIND:
            few.append(view)
    return few


def _figures(module: ModuleType) -> Iterator[tuple[str, dict[str, str]]]:
    """Every figure that there is, under its first choices."""
    answers = module.FIGURES
    setting = answers.setting(answers.library.editions()[0], False)
    for entry in ENTRIES:
        for choices in entry.presets(setting):
            yield entry.slug, dict(entry.query(choices))
            break


def _of_figure(slug: str, query: dict[str, str]) -> Iterator[str]:
    for language in LANGUAGES:
        own = {**query, **({} if language == "tr" else addresses.ENGLISH)}
        for ending in FILES:
            yield addresses.address(f"/grafik/{slug}.{ending}", own)
        yield addresses.address(f"/gomulu/{slug}", {**own, "tema": "acik"})
        embed = f"https://{HOST}" + addresses.address(f"/gomulu/{slug}", own)
        yield addresses.address("/oembed", {"url": embed})
    looks = list(product(addresses.SIZES, ("acik", "koyu")))
    for size, scheme in looks:
        yield addresses.address(f"/grafik/{slug}.svg", {**query, "boyut": size, "tema": scheme})
    # One as PNG, which is made of the SVG; each size in each scheme with figures of all kinds.
    size, scheme = looks[PLACES[slug] % len(looks)]
    yield addresses.address(f"/grafik/{slug}.png", {**query, "boyut": size, "tema": scheme})
