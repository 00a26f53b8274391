"""Five programs that show others' addresses find our figures, each in its own way."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import micawber
import pytest
from oembedpy import consumer, discovery, types

from tests.browser.server import Dashboard
from tests.validate.conftest import NODE_MODULES
from tests.validate.programs import asked

#: A page of the dashboard, in both languages, and the embed that each leads to.
VIEWS = {
    "/butce?amac=2": "/gomulu/butce?amac=2",
    "/ilce?ilce=talas&lang=en": "/gomulu/ilce?ilce=talas&lang=en",
    "/gomulu/gosterge?gosterge=22.3": "/gomulu/gosterge?gosterge=22.3",
}

#: Asks a program for Node.js about an address, and writes what it found.
_NODE = """
const [modules, name, address] = process.argv.slice(1);
const ask_of = require("node:module").createRequire(modules + "/of.js");
const ask = {
  "@extractus/oembed-extractor": (program) => program.extract(address, { maxwidth: 480 }),
  "unfurl.js": (program) => program.unfurl(address),
  "open-graph-scraper": async (program) => (await program({ url: address })).result,
};
ask[name](ask_of(name)).then((found) => console.log(JSON.stringify(found)));
"""


def node(name: str, address: str, home: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        asked("node", "-e", _NODE, str(NODE_MODULES), name, address, home=home)
    )
    return found


def shows(content: str, dashboard: Dashboard, embed: str) -> bool:
    """Whether HTML frames the embed."""
    return f'<iframe src="{dashboard.url}{embed}"' in html.unescape(content)


@pytest.mark.parametrize("page", VIEWS)
def test_oembedpy_discovers(dashboard: Dashboard, page: str) -> None:
    endpoint, asked_for = discovery.find_from_content(dashboard.url + page)
    assert endpoint == f"{dashboard.url}/oembed"
    asked_for.max_width, asked_for.max_height = 500, 400
    content = consumer.fetch_content(endpoint, asked_for)
    assert isinstance(content, types.Rich)
    assert content.width <= 500
    assert content.height <= 400
    assert shows(content.html, dashboard, VIEWS[page])


@pytest.mark.parametrize("page", VIEWS)
def test_micawber_is_told_where(dashboard: Dashboard, page: str) -> None:
    known = micawber.ProviderRegistry()
    known.register(rf"{dashboard.url}/\S*", micawber.Provider(f"{dashboard.url}/oembed"))
    found = known.request(dashboard.url + page, maxwidth=640)
    assert found["type"] == "rich"
    assert shows(found["html"], dashboard, VIEWS[page])
    text = micawber.parse_text(f"Bakın:\n\n{dashboard.url}{page}\n", known, maxwidth=640)
    assert shows(text, dashboard, VIEWS[page])
    with pytest.raises(micawber.ProviderException):
        known.request(f"{dashboard.url}/gomulu/yok")


@pytest.mark.parametrize("page", VIEWS)
def test_oembed_extractor_discovers(dashboard: Dashboard, page: str, tmp_path: Path) -> None:
    found = node("@extractus/oembed-extractor", dashboard.url + page, tmp_path)
    assert found["method"] == "auto-discovery"
    assert found["width"] <= 480
    assert shows(found["html"], dashboard, VIEWS[page])


@pytest.mark.parametrize("page", VIEWS)
def test_unfurl_sees_card_and_frame(dashboard: Dashboard, page: str, tmp_path: Path) -> None:
    found = node("unfurl.js", dashboard.url + page, tmp_path)
    assert found["oEmbed"]["type"] == "rich"
    assert found["oEmbed"]["title"]
    assert found["oEmbed"]["thumbnails"][0]["url"].startswith(f"{dashboard.url}/grafik/")
    assert found["open_graph"]["images"][0]["url"] == found["oEmbed"]["thumbnails"][0]["url"]
    assert found["twitter_card"]["card"] == "summary_large_image"
    assert found["description"]


@pytest.mark.parametrize("page", VIEWS)
def test_open_graph_scraper_sees_the_card(dashboard: Dashboard, page: str, tmp_path: Path) -> None:
    found = node("open-graph-scraper", dashboard.url + page, tmp_path)
    assert found["success"]
    assert found["charset"].lower() == "utf-8"
    assert found["ogImage"][0]["url"].startswith(f"{dashboard.url}/grafik/")
    assert (found["ogImage"][0]["width"], found["ogImage"][0]["height"]) == ("1200", "628")
    assert found["ogLocale"] == ("en_GB" if "lang=en" in page else "tr_TR")
