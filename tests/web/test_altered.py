"""Links as others altered them: the same page, card, words, figure and file as without; the API
alone means nothing but what is written. Asked of the whole application over two institutions and
three years of one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from types import ModuleType
from urllib.parse import urlencode

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from db import load
from kbb_data import turkish
from present.figures.registry import ENTRIES
from present.kit.address import meant
from present.web.altered import FREE_TEXT, is_added, own_pairs
from tests.draft import served
from tests.identity.client import HOST
from tests.support import years
from tests.support.datasets import KAYSERI
from tests.web import altered_links as links


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("altered")
    url = years.database(folder)
    load.build(KAYSERI, url)
    with served.application(url, folder / "cache") as module:
        yield module


@pytest.fixture(scope="module")
def client(application: ModuleType) -> TestClient:
    return TestClient(application.app, raise_server_exceptions=False)


def told(page: Response) -> dict[str, object]:
    """What networks, search engines and readers without a script see of a page."""
    assert page.status_code == 200, page.url
    elements = re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)"', page.text)
    return {
        "elements": dict(elements),
        "title": re.findall("<title>(.*?)</title>", page.text),
        "canonical": [
            unescape(one) for one in re.findall('rel="canonical" href="(.*?)"', page.text)
        ],
        "data": re.findall(r"<script type=.application/ld.json.>(.*?)</script>", page.text, re.S),
        # The way to the other language keeps what nobody knows, as the address bar does.
        "words": [
            words.replace("&amp;bilinmeyen=1", "")
            for words in re.findall("<noscript>(.*?)</noscript>", page.text, re.S)
        ],
    }


@pytest.mark.parametrize("language", ["", "lang=en"])
@pytest.mark.parametrize(("altered", "own"), links.PAGES)
def test_a_page_says_the_same(client: TestClient, altered: str, own: str, language: str) -> None:
    if language and language not in own:
        altered, own = (f"{a}{'&' if '?' in a else '?'}{language}" for a in (altered, own))
    both = [client.get(f"https://{HOST}{address}") for address in (altered, own)]
    assert told(both[0]) == told(both[1])
    assert told(both[1])["canonical"]
    # One step, to an address that stays: the address bar is ours, and nothing turns in circles.
    assert len(both[0].history) <= 1
    assert not both[1].history


@pytest.mark.parametrize(("altered", "own"), links.FILES)
def test_a_file_is_the_same(client: TestClient, altered: str, own: str) -> None:
    both = [client.get(f"https://{HOST}{address}") for address in (altered, own)]
    assert both[1].status_code == 200, both[1].text
    assert both[0].content == both[1].content
    assert both[0].headers["content-type"] == both[1].headers["content-type"]
    assert len(both[0].history) <= 1
    assert not both[1].history


@pytest.mark.parametrize("address", links.STRICT)
def test_the_api_means_what_is_written(client: TestClient, address: str) -> None:
    answer = client.get(f"https://{HOST}{address}", follow_redirects=False)
    assert answer.status_code in (400, 404)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("address", links.UNKNOWN)
def test_what_means_nothing_is_refused_by_files(client: TestClient, address: str) -> None:
    answer = client.get(f"https://{HOST}{address}")
    assert answer.status_code == 400
    assert answer.json()["allowed"]


@pytest.mark.parametrize(("altered", "own"), [links.PAGES[0], links.FILES[6]])
def test_a_consumer_of_oembed_may_ask_with_an_altered_link(
    client: TestClient, altered: str, own: str
) -> None:
    both = [
        client.get("/oembed", params={"url": f"https://{HOST}{address}"})
        for address in (altered, own)
    ]
    assert both[1].status_code == 200, both[1].text
    assert both[0].json() == both[1].json()


def test_what_a_cache_keeps_is_our_own_address(client: TestClient) -> None:
    """What is sent on says so for this once: another programme may know another spelling."""
    answer = client.get(f"https://{HOST}{links.PAGES[0][0]}", follow_redirects=False)
    assert (answer.status_code, answer.headers["cache-control"]) == (308, "no-cache")
    assert answer.headers["location"] == links.DISTRICT


def test_no_parameter_and_no_code_of_ours_is_taken_for_an_altered_one(
    application: ModuleType,
) -> None:
    seen: set[str] = set()
    answers = application.FIGURES
    for edition in answers.library.editions():
        setting = answers.setting(edition, False)
        for entry in ENTRIES:
            for name, known in entry.parameters(setting).items():
                seen.add(name)
                assert not is_added(name)
                # Whatever is free text is known as such, since its signs are a visitor's.
                assert known is not None or name in FREE_TEXT, name
                for code in known or ():
                    assert own_pairs(urlencode({name: code})) == [(name, code)]
                    for altered in (turkish.upper(code), f" {code}).", f"\u200b{code}”"):
                        assert meant(altered, known or ()) == code, (name, altered)
    assert len(seen) > 20
