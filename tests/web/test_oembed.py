"""oEmbed as consumers ask: what they add, how they spell addresses, what they have room for."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine
from present.opendata.source import Library
from present.web import embeds, oembed, page_cards
from present.web import figures as web_figures
from present.web import shell as web_shell
from present.web.rate import RateLimit
from tests.web.conftest import PUBLIC, figure_answers, problem

STOCK = '<html lang="en"><head><title>Streamlit</title></head><body></body></html>'
HEADS = {
    language: {
        path: web_shell.Head(path, f"{path} title", "words")
        for path in ("/", "/butce", "/ilce", "/gostergeler", "/hakkinda")
    }
    for language in ("tr", "en")
}


@pytest.fixture(scope="module")
def site(kayseri_url: str) -> Iterator[TestClient]:
    """Pages with their cards, embeds, pictures and oEmbed at the dashboard's own address."""
    reading = engine.create(kayseri_url)
    figures, limit = figure_answers(Library(lambda: reading)), RateLimit(60_000, 10_000)
    with TestClient(
        Starlette(
            routes=[
                *web_shell.page_routes(STOCK, HEADS, [page_cards.PageCards(figures, HEADS)]),
                *web_figures.routes(figures, limit),
                *embeds.routes(figures, limit),
                *oembed.routes(figures),
            ]
        ),
        base_url=PUBLIC,
    ) as client:
        yield client


def answered(client: TestClient, url: str, **more: str) -> dict[str, Any]:
    answer = client.get("/oembed", params={"url": url, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def framed(found: dict[str, Any]) -> str:
    """The address in the frame of an answer."""
    frame = re.search(r'<iframe src="([^"]+)"', found["html"])
    assert frame
    return html.unescape(frame[1])


def test_the_answer_is_a_link_and_a_frame(kayseri: TestClient) -> None:
    found = answered(kayseri, f"{PUBLIC}/gomulu/butce?amac=2")
    assert (found["version"], found["type"]) == ("1.0", "rich")
    assert framed(found) == f"{PUBLIC}/gomulu/butce?amac=2"
    assert f'<a href="{PUBLIC}/butce?amac=2">{html.escape(found["title"])}</a>' in found["html"]
    assert found["thumbnail_url"] == f"{PUBLIC}/grafik/butce.png?amac=2&boyut=sosyal"
    link = kayseri.get("/gomulu/butce?amac=2").headers["link"]
    discovered = re.search(r"<([^>]+)>", link)
    assert discovered
    assert kayseri.get(discovered[1].removeprefix(PUBLIC)).json() == found


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("/", "genel-bakis"),
        ("", "genel-bakis"),
        ("/butce?amac=2", "butce?amac=2"),
        ("/butce/?amac=2", "butce?amac=2"),
        ("/butce?amac=2#sayilar", "butce?amac=2"),
        ("/butce?amac=99", "butce"),
        ("/gostergeler?gosterge=22.3", "gosterge?gosterge=22.3"),
        ("/gostergeler", "hirs"),
        ("/ilce?ilce=talas&lang=en", "ilce?ilce=talas&lang=en"),
        ("/gomulu/meclis?tema=koyu", "meclis?tema=koyu"),
        ("/gomulu/meclis/", "meclis"),
        ("/grafik/meclis.png?boyut=kare&olcek=2", "meclis"),
        ("/grafik/butce.csv?amac=2&lang=en", "butce?amac=2&lang=en"),
        ("/grafik/butce.vl.json", "butce"),
        ("/grafik/butce.svg?metin=yazi&lang=en", "butce?lang=en"),
        ("/grafik/butce.tr.csv", "butce"),
        ("/BUTCE/?AMAC=2&fbclid=x&utm_source=wp", "butce?amac=2"),
        ("/gomulu/butce?amac=2&gclid=x).", "butce?amac=2"),
        ("/ilce?ilce=TALAS", "ilce?ilce=talas"),
    ],
)
def test_every_address_of_a_figure_leads_to_its_frame(
    kayseri: TestClient, asked: str, shown: str
) -> None:
    assert framed(answered(kayseri, PUBLIC + asked)) == f"{PUBLIC}/gomulu/{shown}"


@pytest.mark.parametrize(
    "origin",
    ["https://acikbutce.example", "http://acikbutce.example", "https://ACIKBUTCE.example:443",
     "http://acikbutce.example:80", "HTTPS://acikbutce.example.", "http://testserver"],
)  # fmt: skip
def test_one_host_is_one_whatever_its_spelling(kayseri: TestClient, origin: str) -> None:
    assert framed(answered(kayseri, f"{origin}/gomulu/butce")) == f"{PUBLIC}/gomulu/butce"


@pytest.mark.parametrize(
    ("parameters", "status", "kind"),
    [
        ({}, 400, "missing"),
        ({"url": ""}, 400, "missing"),
        ({"url": "https://baska.example/gomulu/butce"}, 404, "unknown-address"),
        ({"url": f"{PUBLIC}.baska.example/gomulu/butce"}, 404, "unknown-address"),
        ({"url": f"{PUBLIC}:8443/gomulu/butce"}, 404, "unknown-address"),
        ({"url": f"ftp://{urlsplit(PUBLIC).netloc}/butce"}, 404, "unknown-address"),
        ({"url": "/gomulu/butce"}, 404, "unknown-address"),
        ({"url": "https://[::1/"}, 404, "unknown-address"),
        ({"url": "kayseri bütçesi"}, 404, "unknown-address"),
        ({"url": f"{PUBLIC}/butce?" + "x" * 2500}, 404, "unknown-address"),
        ({"url": f"{PUBLIC}/gomulu/yok"}, 404, "unknown-address"),
        ({"url": f"{PUBLIC}/gomulu/butce?amac=99"}, 404, "unknown-address"),
        ({"url": f"{PUBLIC}/grafik/butce.gif"}, 404, "unknown-address"),
        ({"url": f"{PUBLIC}/hakkinda"}, 404, "unknown-address"),
        ({"url": f"{PUBLIC}/gomulu/butce", "format": "xml"}, 501, "oembed-format"),
        ({"url": f"{PUBLIC}/gomulu/butce", "format": "jsonp"}, 501, "oembed-format"),
    ],
)
def test_what_there_is_no_answer_for(
    kayseri: TestClient, parameters: dict[str, str], status: int, kind: str
) -> None:
    problem(kayseri.get("/oembed", params=parameters), status, kind)


@pytest.mark.parametrize(
    ("wide", "high"),
    [("640", "960"), ("640", ""), ("", "300"), ("300", "200"), ("120", "90"), ("5", "5")],
)
def test_nothing_is_larger_than_there_is_room_for(
    kayseri: TestClient, wide: str, high: str
) -> None:
    url = f"{PUBLIC}/gomulu/butce"
    found = answered(kayseri, url, maxwidth=wide, maxheight=high)
    assert 0 < found["width"] <= int(wide or 4000)
    assert 0 < found["height"] <= int(high or 4000)
    sizes = re.search(r'width="(\d+)" height="(\d+)"', found["html"])
    assert sizes
    assert int(sizes[1]) <= found["width"]
    assert int(sizes[2]) <= found["height"]
    assert found.get("thumbnail_width", 0) <= int(wide or 4000)


@pytest.mark.parametrize("wish", ["", "0", "-3", "600.5", "100%", "auto", "４００"])
def test_a_wish_that_is_no_size_is_none(kayseri: TestClient, wish: str) -> None:
    url = f"{PUBLIC}/gomulu/butce"
    assert answered(kayseri, url, maxwidth=wish, maxheight=wish) == answered(kayseri, url)


def test_a_narrow_frame_is_higher(kayseri: TestClient) -> None:
    url = f"{PUBLIC}/gomulu/ilce?ilce=talas"
    wide, narrow = (answered(kayseri, url, maxwidth=width)["height"] for width in ("700", "320"))
    assert narrow > wide


def test_caches_and_browsers_may_have_it(kayseri: TestClient) -> None:
    first = kayseri.get("/oembed", params={"url": f"{PUBLIC}/butce"})
    assert first.headers["content-type"] == "application/json"
    assert first.headers["access-control-allow-origin"] == "*"
    assert "max-age" in first.headers["cache-control"]
    assert first.headers["last-modified"]
    again = kayseri.get(
        "/oembed",
        params={"url": f"{PUBLIC}/butce"},
        headers={"If-None-Match": first.headers["etag"]},
    )
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    ["/", "/butce?amac=2", "/butce?amac=99", "/ilce?ilce=talas&lang=en", "/gomulu/butce?amac=2"],
)
def test_a_page_says_in_its_head_where_oembed_tells_of_it(site: TestClient, path: str) -> None:
    head = site.get(path).text.partition("</head>")[0]
    links = re.findall(r'<link rel="alternate" type="application/json\+oembed" [^<>]+>', head)
    assert len(links) == 1
    address = re.search(r'href="(https://[^"]+)" title="[^"]+"', links[0])
    assert address
    assert head.index(links[0]) < head.index("og:title")
    told = site.get(html.unescape(address[1])).json()
    # WordPress puts the address that was pasted in place of the one that it found.
    pasted = answered(site, PUBLIC + path)
    assert pasted == told


def test_a_page_without_a_figure_offers_none(site: TestClient) -> None:
    assert "json+oembed" not in site.get("/hakkinda").text


#: What others ask with: the program's name and what its request carries; what it adds.
CONSUMERS: list[tuple[str, dict[str, str], dict[str, str]]] = [
    (
        "WordPress/6.8; https://gazete.example",
        {},
        {"maxwidth": "640", "maxheight": "960", "dnt": "1", "format": "json"},
    ),
    ("Drupal/11.2 (+https://www.drupal.org/)", {}, {"maxwidth": "0", "maxheight": "0"}),
    ("Ghost(https://github.com/TryGhost/Ghost)", {}, {"format": "json", "type": "embed"}),
    (
        "Discourse Forum Onebox v3.5",
        {"Accept": "application/json, */*"},
        {"maxwidth": "690"},
    ),
    ("Mozilla/5.0 (compatible; Embedly/0.2)", {}, {"key": "abc", "luxe": "1", "secure": "true"}),
    ("Iframely/1.3.1", {"Accept": "application/json"}, {"omit_script": "1", "iframe": "card"}),
    ("NotionBot/1.0", {"Accept-Language": "en-US"}, {"omit_css": "true", "maxwidth": "708"}),
    ("Slackbot-LinkExpanding 1.0", {"Range": "bytes=0-32768"}, {"format": "JSON"}),
    ("TelegramBot (like TwitterBot)", {}, {}),
    ("http.rb/5.3.1 (Mastodon/4.4.2)", {"Accept-Encoding": "gzip"}, {"maxwidth": "400", "_": "17"}),
    ("facebookexternalhit/1.1", {}, {"access_token": "x" * 300, "useiframe": "true"}),
    ("Twitterbot/1.0", {}, {"hide_thread": "true", "theme": "dark", "lang": "tr", "callback": ""}),
    (
        "Mozilla/5.0",
        {"Origin": "https://baska.example", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"},
        {"embed": "true"},
    ),
]


@pytest.mark.parametrize(
    ("agent", "more", "added"), CONSUMERS, ids=[agent.split("/")[0] for agent, *_ in CONSUMERS]
)
@pytest.mark.parametrize("url", ["/butce?amac=2", "/gomulu/butce?amac=2"])
def test_consumers_get_the_frame(
    site: TestClient, agent: str, more: dict[str, str], added: dict[str, str], url: str
) -> None:
    headers = {"User-Agent": agent, **more}
    page = site.get(url, headers=headers)
    # Who asks for the beginning of a page may get that alone.
    assert page.status_code == 200 or (page.status_code == 206 and "Range" in more)
    headers.pop("Range", None)
    assert page.headers["content-type"].startswith("text/html")
    found = re.search(r'json\+oembed" href="([^"]+)"', page.text)
    assert found
    endpoint = urlsplit(html.unescape(found[1]))
    given = {name: values[0] for name, values in parse_qs(endpoint.query).items()}
    for own in (given, {"url": PUBLIC + url}):
        answer = site.get(endpoint.path, params={**own, **added}, headers=headers)
        assert answer.status_code == 200, answer.text
        assert framed(answer.json()) == f"{PUBLIC}/gomulu/butce?amac=2"
        asked = site.head(endpoint.path, params={**own, **added}, headers=headers)
        assert (asked.status_code, asked.content) == (200, b"")
        assert asked.headers["content-length"] == answer.headers["content-length"]


def test_a_parameter_given_twice_counts_once(kayseri: TestClient) -> None:
    answer = kayseri.get(f"/oembed?url={PUBLIC}/butce&maxwidth=600&maxwidth=500&dnt=1&dnt=1")
    assert answer.json()["width"] == 500


def test_what_wordpress_lets_through_is_the_link_and_the_frame(kayseri: TestClient) -> None:
    """Of a site that it does not know, WordPress keeps a quote, a link and a frame."""
    found = answered(kayseri, f"{PUBLIC}/gomulu/ilce?ilce=talas", maxwidth="640", maxheight="960")
    kept = re.search(
        r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", found["html"], re.S
    )
    assert kept
    assert kept[1]
    assert "\n" not in found["html"]
    assert {"src", "width", "height", "title"} <= set(re.findall(r" (\w+)=", kept[2]))
