"""Embeds and oEmbed over plain HTTP."""

from __future__ import annotations

import html
import re

import pytest
from starlette.testclient import TestClient

from present.figures.answers import FigureAnswers
from present.figures.registry import ENTRIES
from tests.web.conftest import PUBLIC, problem
from tests.web.test_figures import answers, over_years, preset, served

__all__ = ["answers", "over_years", "served"]

MOST_BYTES = 150_000


@pytest.mark.parametrize("slug", [entry.slug for entry in ENTRIES])
def test_every_figure_stands_whole_in_its_page(
    served: tuple[TestClient, FigureAnswers], slug: str
) -> None:
    client, answers = served
    asked = preset(answers, slug)
    drawn = answers.drawn(asked)
    figure = drawn.figure
    answer = client.get(asked.address(f"/gomulu/{slug}"))
    assert answer.status_code == 200, answer.text[:300]
    page = html.unescape(answer.text)
    assert figure.title in page
    assert figure.sentence in page
    assert figure.source in page
    assert page.count("<tr>") >= len(figure.table)
    assert page.count("<svg") == (2 if figure.spec or drawn.drawing else 0)
    assert len(answer.content) < MOST_BYTES
    assert "frame-ancestors" in answer.headers["content-security-policy"]
    outside = re.findall(r'(?:src|href)="(https?://[^"]+)"', page)
    assert all(one.startswith(PUBLIC) for one in outside)
    names = re.findall(r'\bid="([^"]+)"', page)
    assert len(set(names)) == len(names)


def test_the_script_is_ours_and_never_changes(kayseri: TestClient) -> None:
    page = kayseri.get("/gomulu/genel-bakis").text
    address = re.search(r'<script src="([^"]+)"', page)
    assert address
    script = kayseri.get(address[1])
    assert script.headers["content-type"].startswith("text/javascript")
    assert "immutable" in script.headers["cache-control"]
    assert "embed-size" in script.text
    problem(kayseri.get("/gomulu/kbb-000000000000.js"), 404, "unknown-address")


def test_the_card_shows_the_figure(kayseri: TestClient) -> None:
    page = kayseri.get("/gomulu/butce?amac=2").text
    assert f'content="{PUBLIC}/grafik/butce.png?amac=2&amp;boyut=sosyal"' in page
    assert 'property="og:title"' in page
    assert 'name="twitter:card" content="summary_large_image"' in page


def test_oembed_gives_the_frame(kayseri: TestClient) -> None:
    address = f"{PUBLIC}/gomulu/butce?amac=2"
    found = kayseri.get("/oembed", params={"url": address, "maxwidth": "500"}).json()
    assert (found["version"], found["type"], found["width"]) == ("1.0", "rich", 500)
    assert html.escape(address) in found["html"]
    link = kayseri.get("/gomulu/butce?amac=2").headers["link"]
    discovered = re.search(r"<([^>]+)>", link)
    assert discovered
    assert kayseri.get(discovered[1].removeprefix(PUBLIC)).json()["title"] == found["title"]


@pytest.mark.parametrize(
    ("page", "figure"),
    [
        ("/", "genel-bakis"),
        ("/butce?amac=2", "butce?amac=2"),
        ("/gostergeler?gosterge=22.3", "gosterge?gosterge=22.3"),
        ("/gostergeler", "hirs"),
        ("/ilce?ilce=talas", "ilce?ilce=talas"),
    ],
)
def test_a_pages_address_leads_to_its_figure(kayseri: TestClient, page: str, figure: str) -> None:
    found = kayseri.get("/oembed", params={"url": PUBLIC + page}).json()
    assert f"{PUBLIC}/gomulu/{figure}" in html.unescape(found["html"])


@pytest.mark.parametrize(
    ("parameters", "status", "kind"),
    [
        ({}, 400, "missing"),
        ({"url": "https://baska.example/gomulu/butce"}, 400, "wrong-value"),
        ({"url": f"{PUBLIC}/gomulu/yok"}, 404, "unknown-address"),
        ({"url": f"{PUBLIC}/hakkinda"}, 404, "unknown-address"),
        ({"url": f"{PUBLIC}/gomulu/butce", "format": "xml"}, 400, "wrong-value"),
        ({"url": f"{PUBLIC}/gomulu/butce", "maxwidth": "5"}, 400, "wrong-value"),
    ],
)
def test_oembed_refuses_what_it_does_not_know(
    kayseri: TestClient, parameters: dict[str, str], status: int, kind: str
) -> None:
    problem(kayseri.get("/oembed", params=parameters), status, kind)


def test_a_wrong_scheme_is_refused(kayseri: TestClient) -> None:
    allowed = problem(kayseri.get("/gomulu/butce?tema=mor"), 400, "wrong-value")["allowed"]
    assert allowed == ["oto", "acik", "koyu"]
