"""Figures in frames of another site: drawn, as high as they need, met by nobody but our server;
refused to a site that nobody allowed."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, Page

from present.figures.menu import Shared, embed_code
from tests.browser.server import Dashboard, free_port, serve
from tests.support import committed

FIGURES = ("genel-bakis", "meclis?tema=koyu", "gosterge?gosterge=22.3&lang=en")

#: What WordPress makes of a figure's frame on a site that it doesn't know, and a page of the
#: dashboard in such a frame.
SANDBOXED = ("meclis#?secret=a1B2c3", "/ilce?embed=true&ilce=talas&lang=en")
HEARD = "heard = []; addEventListener('message', (event) => heard.push(event.data))"


def code(dashboard: str, figure: str) -> str:
    """What a figure's menu gives to copy, at a height that is too low."""
    slug, _, query = figure.partition("?")
    shared = Shared(
        slug=slug,
        query=dict(parse_qsl(query)),
        title=slug,
        sentence="",
        source="",
        version="",
        site="",
        rows=1,
        address="/",
        public=dashboard,
        height=100,
    )
    return embed_code(shared, is_fixed=False)


class Host(http.server.BaseHTTPRequestHandler):
    """Another site, whose pages show the figures of ``dashboard``."""

    dashboard = ""

    def do_GET(self) -> None:
        sandbox = '<iframe sandbox="allow-scripts" width="360" height="400" src="{}"></iframe>'
        pages = {
            "/": "".join(code(self.dashboard, one) for one in FIGURES),
            "/sandbox": f"<script>{HEARD}</script>"
            + sandbox.format(f"{self.dashboard}/gomulu/{SANDBOXED[0]}")
            + sandbox.format(self.dashboard + SANDBOXED[1]),
        }
        page = f"<!doctype html><title>Host</title>{pages.get(self.path, '')}".encode()
        self.send_response(200 if self.path in pages else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page if self.path in pages else b"")

    def log_message(self, *arguments: Any) -> None:
        """Nothing: the test's own output is enough."""


@pytest.fixture(scope="module")
def hosts() -> Iterator[list[int]]:
    """The ports of two other sites."""
    servers = [http.server.ThreadingHTTPServer(("127.0.0.1", free_port()), Host) for _ in range(2)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield [server.server_address[1] for server in servers]
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="module")
def framed(hosts: list[int], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard, which the first of the two sites may show."""
    folder: Path = tmp_path_factory.mktemp("framed")
    url = committed.database(folder / "kbb.sqlite")
    allowed = f"http://127.0.0.1:{hosts[0]}"
    log, cache = folder / "server.log", str(folder / "cache")
    with serve(url, log, KBB_FRAME_ANCESTORS=allowed, KBB_CACHE=cache) as running:
        Host.dashboard = running.url
        yield running


@pytest.fixture
def page(browser_without_webgl: Browser) -> Iterator[Page]:
    context = browser_without_webgl.new_context(viewport={"width": 700, "height": 900})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def test_an_allowed_site_shows_three_figures(
    framed: Dashboard, hosts: list[int], page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto(f"http://127.0.0.1:{hosts[0]}/")
    for place, slug in enumerate(FIGURES):
        frame = page.frame_locator("iframe").nth(place)
        frame.locator("svg:visible").first.wait_for()
        assert frame.locator("h1").inner_text()
        # The frame has grown from its 100 pixels to what the figure needs.
        page.wait_for_function(
            "place => document.querySelectorAll('iframe')[place].clientHeight > 250", arg=place
        )
        body = page.frames[place + 1]
        assert slug.split("?")[0] in body.url
        assert body.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert body.evaluate("document.documentElement.scrollHeight <= innerHeight + 2")
        assert not body.evaluate("document.cookie")
    before = page.locator("iframe").first.evaluate("frame => frame.clientHeight")
    page.frame_locator("iframe").first.locator("summary").first.click()
    page.wait_for_function(
        "before => document.querySelector('iframe').clientHeight > before + 50", arg=before
    )
    hosts_asked = {url.split("/")[2] for url in asked if url.startswith("http")}
    assert hosts_asked <= {f"127.0.0.1:{hosts[0]}", framed.url.removeprefix("http://")}
    assert [one for one in errors if "favicon" not in one and "404" not in one] == []


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_nobody_scrolls_within_a_frame(
    framed: Dashboard, hosts: list[int], page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 5000})
    page.goto(f"http://127.0.0.1:{hosts[0]}/")
    for place in range(len(FIGURES)):
        page.frame_locator("iframe").nth(place).locator("svg:visible").first.wait_for()
        page.wait_for_function(
            "place => document.querySelectorAll('iframe')[place].clientHeight > 250", arg=place
        )
        body = page.frames[place + 1]
        body.evaluate("document.fonts.ready")
        assert body.evaluate("[...document.fonts].map(font => font.status)") == ["loaded"] * 2
        page.wait_for_timeout(100)
        assert body.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert body.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # What the frame would have been offered as, where its script is taken away.
    asked = page.request.get(
        f"{framed.url}/oembed",
        params={"url": f"{framed.url}/gomulu/{FIGURES[0]}", "maxwidth": width - 16},
    )
    needed = page.frames[1].evaluate("document.documentElement.scrollHeight")
    assert needed <= asked.json()["height"] <= needed * 1.4


def test_in_a_sandbox_a_frame_speaks_to_wordpress_and_a_page_says_what_is_missing(
    framed: Dashboard, hosts: list[int], page: Page
) -> None:
    page.goto(f"http://127.0.0.1:{hosts[0]}/sandbox")
    figure, view = (page.frame_locator("iframe").nth(place) for place in range(2))
    page.wait_for_function("heard.some(said => said.message === 'height' && said.value > 250)")
    assert page.evaluate(
        "heard.filter(said => said.message).every(said => said.secret === 'a1B2c3')"
    )
    assert page.frames[1].evaluate("[...document.fonts].map(font => font.status)") == ["loaded"] * 2
    figure.get_by_role("link", name="Panelde aç").click()
    page.wait_for_function(
        "address => heard.some(said => said.message === 'link' && said.value === address)",
        arg=f"{framed.url}/meclis",
    )
    words = view.locator("body")
    words.get_by_text("allow-same-origin").wait_for()
    assert "Talas" in words.inner_text()
    assert "needs JavaScript" not in words.inner_text()
    assert view.get_by_role("link", name=f"{framed.url}/ilce?ilce=talas&lang=en").count() == 1


def test_a_forbidden_site_is_refused(framed: Dashboard, hosts: list[int], page: Page) -> None:
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.goto(f"http://127.0.0.1:{hosts[1]}/")
    page.wait_for_timeout(1_000)
    assert page.frame_locator("iframe").first.locator("svg").count() == 0
    assert any("frame-ancestors" in one for one in errors)


def test_without_a_script_everything_can_be_read(
    framed: Dashboard, browser_without_webgl: Browser
) -> None:
    context = browser_without_webgl.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{framed.url}/gomulu/genel-bakis")
    assert page.locator("svg:visible").count() == 1
    assert "17.000.000.000 TL" in page.locator("body").inner_text()
    page.locator("summary").click()
    assert "4.865.537.000 TL" in page.locator("table").inner_text()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_readers_scheme_is_followed(
    framed: Dashboard, browser_without_webgl: Browser, scheme: Any
) -> None:
    context = browser_without_webgl.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{framed.url}/gomulu/butce?amac=2")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(14, 27, 42)"}[scheme]
    inks = page.locator("svg:visible text").evaluate_all(
        "all => [...new Set(all.map(one => getComputedStyle(one).fill))]"
    )
    dark_ink = "rgb(23, 32, 51)"
    assert (dark_ink in inks) is (scheme == "light")
    context.close()
