"""Our plain HTTP routes over databases of their own; Streamlit has no part in it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine, load, store
from kbb_data.rows import Tables
from present.figures.answers import FigureAnswers
from present.figures.registry import BY_SLUG
from present.figures.request import Asked, ask
from present.kit.entry import Entry
from present.opendata.source import Library
from present.picture.cache import RenderCache
from present.picture.renderer import Renderer
from present.web import api as web_api
from present.web import briefings as web_briefings
from present.web import embeds as web_embeds
from present.web import figures as web_figures
from present.web import files as web_files
from present.web import oembed as web_oembed
from present.web.rate import RateLimit
from tests.support import committed, years
from tests.support.datasets import KAYSERI, changed, invented

#: What a spreadsheet would run, as a core value each.
HOSTILE = ('=HYPERLINK("http://kotu.example";"x")', "+1+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)")


#: The workers of all tests here; they start with the first picture.
RENDERER = Renderer(workers=1)

PUBLIC = "https://acikbutce.example"


def application(url: str) -> Starlette:
    """The routes of ours over a database."""
    reading = engine.create(url)
    library = Library(lambda: reading, keep_seconds=0)
    figures, limit = figure_answers(library), RateLimit(60_000, 10_000)
    return Starlette(
        routes=[
            *web_files.routes(web_files.Files(library)),
            *web_api.routes(web_api.Api(library)),
            *web_figures.routes(figures, limit),
            *web_embeds.routes(figures, limit),
            *web_oembed.routes(figures),
            *web_briefings.routes(web_briefings.Briefings(library, PUBLIC), limit),
        ]
    )


def figure_answers(library: Library, renderer: Renderer = RENDERER) -> FigureAnswers:
    """Figures that nobody has drawn before."""
    kept = RenderCache(Path(tempfile.mkdtemp(prefix="kbb-test-cache-")))
    return FigureAnswers(library, renderer, kept, PUBLIC)


def client_of(url: str) -> TestClient:
    """A client that asks for nothing compressed unless a test does."""
    return TestClient(
        application(url),
        headers={"Accept-Encoding": "identity"},
        follow_redirects=False,
        raise_server_exceptions=False,
    )


@pytest.fixture(scope="session", autouse=True)
def one_loop() -> Iterator[None]:
    """One thread and loop for all requests: with one of its own each, which is what a client does
    that is not entered, a request takes half as long again."""
    with start_blocking_portal() as portal, pytest.MonkeyPatch.context() as patch:
        patch.setattr(TestClient, "portal", portal)
        yield


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place for the databases of these tests."""
    return tmp_path_factory.mktemp("web")


@pytest.fixture(scope="session")
def kayseri_url(folder: Path) -> str:
    """A database with the committed dataset."""
    return committed.database(folder / "kayseri.sqlite")


@pytest.fixture(scope="session")
def kayseri(kayseri_url: str) -> TestClient:
    """The routes over the committed dataset."""
    return client_of(kayseri_url)


@pytest.fixture(scope="session")
def answers(kayseri_url: str) -> FigureAnswers:
    """The figures of the committed dataset."""
    reading = engine.create(kayseri_url)
    return figure_answers(Library(lambda: reading))


@pytest.fixture(scope="session")
def over_years(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, FigureAnswers]:
    """The invented municipality's three years with results, as routes and as figures."""
    url = years.database(tmp_path_factory.mktemp("years"))
    reading = engine.create(url)
    return client_of(url), figure_answers(Library(lambda: reading))


@pytest.fixture
def served(
    request: pytest.FixtureRequest, kayseri: TestClient, answers: FigureAnswers, slug: str
) -> tuple[TestClient, FigureAnswers]:
    """The committed dataset's routes and figures, or those of the three years for a figure that a
    programme without results lacks."""
    setting = answers.setting(answers.library.editions()[0], False)
    if BY_SLUG[slug].is_there(setting):
        return kayseri, answers
    several: tuple[TestClient, FigureAnswers] = request.getfixturevalue("over_years")
    return several


@pytest.fixture(scope="session")
def invented_folder(folder: Path) -> Path:
    """The invented municipality's dataset, which is committed nowhere."""
    return invented(folder / "2027")


@pytest.fixture(scope="session")
def both(folder: Path, invented_folder: Path) -> TestClient:
    """The routes over two programmes, the invented one the newer."""
    url = committed.database(folder / "both.sqlite")
    load.build(invented_folder, url)
    return client_of(url)


def _hostile(tables: Tables) -> None:
    for row, text in zip(tables["core_values"], HOSTILE, strict=False):
        row["text"] = text
    tables["off_budget_resources"][0]["amount"] = -12345


@pytest.fixture(scope="session")
def hostile(folder: Path) -> TestClient:
    """The routes over a dataset with texts that are formulas, and an amount below zero."""
    url = f"sqlite:///{folder / 'hostile.sqlite'}"
    load.build(changed(KAYSERI, folder / "hostile", _hostile), url)
    return client_of(url)


@pytest.fixture(scope="session")
def empty(folder: Path) -> TestClient:
    """The routes over a database without a programme."""
    url = f"sqlite:///{folder / 'empty.sqlite'}"
    with store.transaction(engine.create(url, read_only=False)) as connection:
        store.prepare(connection)
    return client_of(url)


Problem = Callable[[Any, int, str], dict[str, Any]]


def problem(answer: Any, status: int, kind: str) -> dict[str, Any]:
    """A refusal in the one shape; fails for any other."""
    assert answer.status_code == status, answer.text[:300]
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    found: dict[str, Any] = answer.json()
    assert found["type"] == f"/api/v1/#{kind}"
    assert found["status"] == status
    assert set(found) - {"parameter"} == {"type", "title", "status", "detail", "allowed"}
    assert all(isinstance(one, str) for one in found["allowed"])
    return found


def preset(answers: FigureAnswers, slug: str, **more: str) -> Asked:
    """The figure with the choices under which the gallery shows it first, of the first edition that
    has it."""
    entry: Entry = BY_SLUG[slug]
    edition, choices = next(
        (edition, choices)
        for edition in answers.library.editions()
        for choices in entry.presets(answers.setting(edition, False))
    )
    pairs = [*entry.query(choices).items(), *more.items()]
    return ask(entry, edition, pairs, lambda is_dark: answers.setting(edition, is_dark))


def address(asked: Asked, ending: str, **more: str) -> str:
    return asked.address(f"/grafik/{asked.entry.slug}.{ending}", **more)
