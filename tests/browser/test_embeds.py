"""Figures in frames of another site: drawn, as high as they need, met by nobody but our server;
refused to a site that nobody allowed."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import Dashboard, free_port, serve
from tests.support import committed

FIGURES = ("genel-bakis", "meclis?tema=koyu", "gosterge?gosterge=22.3&lang=en")

#: The few lines that docs/embedding.md gives to the host page.
LISTENER = """
addEventListener("message", (event) => {
  const data = event.data || {};
  if (data.sentinel !== "amp" || data.type !== "embed-size") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === event.source) frame.style.height = data.height + "px";
});
"""


class Host(http.server.BaseHTTPRequestHandler):
    """Another site, whose one page shows the figures of ``dashboard``."""

    dashboard = ""

    def do_GET(self) -> None:
        frames = "".join(
            f'<iframe src="{self.dashboard}/gomulu/{one}" width="600" height="100"></iframe>'
            for one in FIGURES
        )
        page = f"<!doctype html><title>Host</title>{frames}<script>{LISTENER}</script>".encode()
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page if self.path == "/" else b"")

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
