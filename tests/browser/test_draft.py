"""What a visitor of a draft sees: the band that stays, the tab, the frame, the sheets of paper."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from db import dataset, engine, store
from tests.browser.conftest import OpenTab
from tests.browser.names import foreign, names
from tests.browser.server import ROOT, Dashboard, serve
from tests.browser.visit import NARROW, WIDE, Visit
from tests.support import pdf
from tests.support.datasets import invented

MARK = "TASLAK – yayımlanmamış veri"


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The invented municipality's programme as a draft beside Kayseri's 2025."""
    folder: Path = tmp_path_factory.mktemp("drafted")
    url = f"sqlite:///{folder / 'draft.sqlite'}"
    with store.transaction(engine.create(url, read_only=False)) as connection:
        store.prepare(connection)
        store.put(connection, dataset.read(ROOT / "kbb_data" / "2025"))
        store.put(connection, dataset.read(invented(folder / "2027")).draft)
    with serve(url, folder / "server.log", KBB_CACHE=str(folder / "cache")) as running:
        yield running


@pytest.mark.parametrize("path", ["/", "/butce", "/hakkinda?embed=true"])
def test_the_band_stays_in_sight_and_covers_nothing(
    tab: OpenTab, drafted: Dashboard, path: str
) -> None:
    visit = tab(path, on=drafted, width=NARROW)
    assert visit.page.title().startswith("TASLAK – ")
    for width in (NARROW, WIDE):
        visit.resize(width)
        visit.main.evaluate("main => main.scrollTo(0, 0)")
        check_band(visit.page, width)


def check_band(page: Page, width: int) -> None:
    """The band is as wide as the window, above everything, and stays there to the page's end."""
    band = page.locator(".kbb-draft")
    assert MARK in band.inner_text()
    box = band.bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, width)
    first = page.locator(".kbb-masthead, .kbb-head").first.bounding_box()
    assert first is not None
    assert first["y"] >= box["height"]
    page.locator(".kbb-footer").scroll_into_view_if_needed()
    box = band.bounding_box()
    assert box is not None
    assert box["y"] == 0
    assert band.evaluate(
        "one => { const { left, top, height } = one.getBoundingClientRect();"
        " return document.elementFromPoint(left + 5, top + height / 2) === one }"
    )


def test_every_sheet_of_paper_is_marked(tab: OpenTab, drafted: Dashboard) -> None:
    page = tab("/", on=drafted).page
    page.emulate_media(media="print")
    sheets = pdf.pages(page.pdf(format="A4", print_background=False))
    assert len(sheets) > 1
    squeezed = MARK.replace(" ", "")
    for sheet in sheets:
        assert squeezed in "".join(sheet.split())


def test_published_data_beside_it_have_no_band(tab: OpenTab, drafted: Dashboard) -> None:
    page = tab("/?yil=2025", on=drafted).page
    assert page.locator(".kbb-draft").count() == 0
    assert "TASLAK" not in page.title()


def test_a_lost_connection_is_told_in_turkish(
    drafted: Dashboard, browser_without_webgl: Browser
) -> None:
    # The last test of this server, which it ends. A tab of its own: its console shows errors then.
    page = browser_without_webgl.new_page(locale="en-US")
    Visit(page, drafted.url).open("/ara")
    os.kill(drafted.pid, signal.SIGKILL)
    told = page.get_by_role("dialog")
    told.wait_for()
    assert told.get_by_role("heading").inner_text() == "Bağlantı kesildi"
    assert "Bağlantı geri gelince" in told.evaluate(
        "one => getComputedStyle(one.querySelector('[data-kbb-said]'), '::before').content"
    )
    told.get_by_role("button", name="Kapat").wait_for()
    assert foreign(names(page)) == []
    page.close()
