"""What a figure's menu offers to other sites, and whom it says may show it."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pandas as pd
import pytest

from present.figures import framed
from present.figures.menu import Shared, embed_code, picture_code
from present.figures.share import share_html
from present.kit import framing
from present.kit.figure import Figure
from present.kit.text import using

SHARED = Shared(
    slug="butce",
    query={"amac": "2", "lang": "en"},
    title='Para & "pul"',
    sentence="2. amaca 5 lira <ayrıldı>.",
    source="Belge",
    version="2025.1",
    site="Açık Bütçe",
    rows=3,
    address="/butce?amac=2&lang=en",
    public="https://acikbutce.example",
    height=640,
    framers=("https://gazete.example", "https://*.bel.example"),
    contact="/hakkinda#iletisim",
)


def test_the_frame_is_as_high_as_the_figure_with_and_without_its_script() -> None:
    code = embed_code(SHARED, is_fixed=False)
    assert 'src="https://acikbutce.example/gomulu/butce?amac=2&amp;lang=en"' in code
    assert 'width="100%" height="640"' in code
    assert "embed-size" in code.partition("<script>")[2]
    assert "surum=2025.1" in embed_code(SHARED, is_fixed=True)


def test_the_picture_says_what_it_shows_and_leads_to_the_page() -> None:
    code = picture_code(SHARED)
    page = re.search(r'<a href="([^"]+)">', code)
    picture = re.search(r'<img src="([^"]+)" alt="([^"]+)"', code)
    assert page
    assert picture
    assert html.unescape(page[1]) == SHARED.public + SHARED.address
    assert html.unescape(picture[1]).startswith("https://acikbutce.example/grafik/butce.png?amac=2")
    assert html.unescape(picture[2]) == SHARED.sentence
    assert "script" not in code
    assert "Resim ve bağlantı" in share_html(SHARED)
    assert "Resim ve bağlantı" not in share_html(replace(SHARED, has_picture=False))


@pytest.mark.parametrize(
    ("framers", "turkish", "english", "asks"),
    [
        (SHARED.framers, "izinli siteler gösterebilir: gazete.example, *.bel.example.",
         "Only these sites may show the frame: gazete.example, *.bel.example.", True),
        ((), "başka hiçbir site gösteremez", "No other site", True),
        (("https://a.example", "*"), "her site gösterebilir", "Every site", False),
        (("https:",), "her site gösterebilir", "Every site", False),
    ],
)  # fmt: skip
def test_it_says_who_may_and_how_to_be_added(
    framers: tuple[str, ...], turkish: str, english: str, asks: bool
) -> None:
    for language, words in (("tr", turkish), ("en", english)):
        with using(language):
            menu = share_html(replace(SHARED, framers=framers))
        assert words in menu
        assert ('href="/hakkinda#iletisim"' in menu) is asks


def test_the_servers_settings_say_who_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(framing.FRAME_ANCESTORS, " https://a.example  'self' https://a.example ")
    assert framing.ancestors() == ("https://a.example",)
    assert framing.directive() == "frame-ancestors 'self' https://a.example"
    monkeypatch.setenv(framing.FRAME_ANCESTORS, "'none'")
    assert framing.ancestors() == ()
    assert framing.directive() == "frame-ancestors 'self'"
    monkeypatch.delenv(framing.FRAME_ANCESTORS)
    assert framing.ancestors() == ("https://kayseri.bel.tr", "https://*.kayseri.bel.tr")


def test_more_to_tell_needs_more_room() -> None:
    table = pd.DataFrame({"ad": ["a", "b", "c"]})
    short = Figure("Ad", "2025", "Kısa.", "Belge", {"height": 200}, table)
    long = replace(short, sentence="Uzun bir cümle. " * 20)
    assert framed.height(long) > framed.height(short) > 200
    assert framed.height(long, 320) > framed.height(long, 700)
    assert framed.about(short) > framed.about(replace(short, table=table.head(1)))
    assert framed.height(replace(long, chart={"height": 9000})) == framed.MOST
