"""Embeds and oEmbed over plain HTTP."""

from __future__ import annotations

import html
import re

import pytest
from starlette.testclient import TestClient

from present.figures.answers import FigureAnswers
from present.figures.registry import ENTRIES
from tests.web.conftest import PUBLIC, preset, problem

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


def test_what_it_loads_is_ours_and_never_changes(kayseri: TestClient) -> None:
    answer = kayseri.get("/gomulu/genel-bakis")
    parts = re.findall(r'(?:src="|url\()(/gomulu/kbb-[^")]+)', answer.text)
    assert [part.rpartition(".")[2] for part in parts] == ["woff2", "woff2", "js"]
    assert "font-src 'self'" in answer.headers["content-security-policy"]
    for address in parts:
        part = kayseri.get(address)
        assert part.headers["content-type"].startswith(
            "text/javascript" if address.endswith(".js") else "font/woff2"
        )
        assert "immutable" in part.headers["cache-control"]
        # A frame in a sandbox asks from nowhere.
        assert part.headers["access-control-allow-origin"] == "*"
    problem(kayseri.get("/gomulu/kbb-embed-000000000000.js"), 404, "unknown-address")


def test_the_card_shows_the_figure(kayseri: TestClient) -> None:
    page = kayseri.get("/gomulu/butce?amac=2").text
    assert f'content="{PUBLIC}/grafik/butce.png?amac=2&amp;boyut=sosyal"' in page
    assert 'property="og:title"' in page
    assert 'name="twitter:card" content="summary_large_image"' in page


def test_a_wrong_scheme_is_refused(kayseri: TestClient) -> None:
    allowed = problem(kayseri.get("/gomulu/butce?tema=mor"), 400, "wrong-value")["allowed"]
    assert allowed == ["oto", "acik", "koyu"]
