"""All that is made of a draft says so, and nothing else does: every route is walked, over a draft
and over the same data published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from urllib.parse import urlencode, urlsplit

import pytest

from db import dataset, engine, store
from kbb_data.turkish import slug
from tests.draft import served
from tests.draft.marks import faults, has_trace
from tests.identity.client import Answer
from tests.support import datasets
from tests.support.planted import PLACE

#: What is made of no programme, or of none that is not published (the feed): the server's own pages
#: and texts, and how the API is asked.
OF_NO_PROGRAMME = ("/health", "/robots.txt", "/sitemap.xml", "/api/v1/openapi.json", "/_stcore/",
                   "/favicon.", "/veri/akis.atom")  # fmt: skip
GUIDES = {"/api/v1/", "/api/v1/?lang=en"}

#: Kinds of answers that have to be among those that are walked.
KINDS = {
    "text/html", "text/csv", "text/plain", "image/svg+xml", "image/png", "application/pdf",
    "application/zip", "application/json", "application/ld+json", "application/csvm+json",
    "application/vnd.vegalite.v6+json", "application/vnd.apache.parquet", "application/geo+json",
    "application/geopackage+sqlite3",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("draft")


@pytest.fixture(scope="module")
def programme(folder: Path) -> Path:
    """A small programme of a place whose districts are known, of the year after all others."""
    change = datasets.renamed(2028, PLACE)
    return datasets.changed(datasets.with_ties(folder / "ties"), folder / "2028", change)


def database(folder: Path, programme: Path, *, is_draft: bool) -> str:
    """The committed programme and the small one, as a draft or published."""
    url = f"sqlite:///{folder / f'{is_draft}.sqlite'}"
    sound = dataset.read(programme)
    with store.transaction(engine.create(url, read_only=False)) as connection:
        store.prepare(connection)
        store.put(connection, dataset.read(datasets.KAYSERI))
        store.put(connection, sound.draft if is_draft else sound)
    return url


@pytest.fixture(scope="module")
def drafted(folder: Path, programme: Path) -> Iterator[ModuleType]:
    url = database(folder, programme, is_draft=True)
    with served.application(url, folder / "cache") as module:
        yield module


def is_made_of_it(address: str, answer: Answer) -> bool:
    """Whether an answer holds anything of the programme that opens first."""
    if address.startswith(OF_NO_PROGRAMME) or address in GUIDES or answer.status != 200:
        return False
    return not address.startswith("/veri/2025.") and "yil=2025" not in address


@pytest.fixture(scope="module")
def answers(drafted: ModuleType) -> dict[str, Answer]:
    return served.answers(drafted, served.every_address(drafted))


def test_every_answer_made_of_a_draft_says_so(answers: dict[str, Answer]) -> None:
    own = {address: answer for address, answer in answers.items() if is_made_of_it(address, answer)}
    kinds = {dict(answer.headers)["content-type"].partition(";")[0] for answer in own.values()}
    assert kinds >= KINDS
    assert len(own) > 500
    wrong = {
        address: found for address, answer in own.items() if (found := faults(address, answer))
    }
    assert wrong == {}
    refused = [address for address, answer in answers.items() if answer.status >= 500]
    assert refused == []


def test_every_route_is_walked(drafted: ModuleType, answers: dict[str, Answer]) -> None:
    paths = {urlsplit(address).path for address in answers}
    assert len(drafted.app.routes) > 20
    left = [
        route.path
        for route in drafted.app.routes
        if not any(route.path_regex.fullmatch(path) for path in paths)
    ]
    assert left == []


def test_published_data_beside_a_draft_bear_no_mark(
    drafted: ModuleType, answers: dict[str, Answer]
) -> None:
    """The committed programme, asked of the same server, and its published versions."""
    kayseri = urlencode({"yil": 2025, "kurum": slug(PLACE)})
    asked = [
        f"{path}{'&' if '?' in path else '?'}{kayseri}"
        for path in (
            "/grafik/birimler.csv", "/grafik/birimler.svg?boyut=sosyal", "/grafik/birimler.txt",
            "/grafik/birimler.json", "/gomulu/birimler?tema=acik", "/veri/aims.csv",
            "/veri/aims.json", "/veri/datapackage.json", "/api/v1/aims", "/brifing/amac/1.pdf",
            "/", "/veri", "/hedef?hedef=6", "/gostergeler?lang=en",
        )
    ]  # fmt: skip
    said = served.answers(drafted, asked)
    said |= {address: one for address, one in answers.items() if address.startswith("/veri/2025.")}
    assert all(answer.status == 200 for address, answer in said.items() if "yok" not in address)
    assert marked(said) == []


def test_nothing_of_published_data_bears_a_mark(folder: Path, programme: Path) -> None:
    """The same data published, in the folder of pictures that the draft has filled."""
    url = database(folder, programme, is_draft=False)
    with served.application(url, folder / "cache") as module:
        said = served.answers(module, served.every_address(module))
    assert len(said) > 500
    assert marked(said) == []


def marked(answers: dict[str, Answer]) -> list[str]:
    """The answers with any trace of a mark; the API's description tells of the field itself."""
    return [
        address
        for address, answer in answers.items()
        if not address.startswith("/api/v1/openapi.json") and has_trace(answer)
    ]
