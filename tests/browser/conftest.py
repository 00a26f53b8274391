"""A browser, and the real dashboard over a freshly built database."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.server import Dashboard, serve
from tests.browser.tabs import Tabs
from tests.browser.visit import WIDE, Visit, launch
from tests.support import committed, years

OpenTab = Callable[..., Visit]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard over the committed 2025 programme alone; at the end its log must be calm."""
    folder = tmp_path_factory.mktemp("dashboard")
    with serve(committed.database(folder / "kbb.sqlite"), folder / "server.log") as running:
        yield running
        assert "Traceback" not in running.logged()


@pytest.fixture(scope="session")
def over_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard over the invented municipality's three programmes; its log must be calm too."""
    folder = tmp_path_factory.mktemp("over-years")
    with serve(years.database(folder), folder / "server.log") as running:
        yield running
        assert "Traceback" not in running.logged()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    running = launch(playwright)
    yield running
    running.close()


@pytest.fixture(scope="session")
def browser_without_webgl(playwright: Playwright) -> Iterator[Browser]:
    running = launch(playwright, webgl=False)
    yield running
    running.close()


@pytest.fixture(scope="session")
def tabs() -> Tabs:
    """The tabs of all browsers."""
    return Tabs()


@pytest.fixture(scope="session")
def last_read() -> dict[tuple[str, int], Visit]:
    """The page that was read last, by its path and width."""
    return {}


@pytest.fixture
def read(
    request: pytest.FixtureRequest,
    dashboard: Dashboard,
    tabs: Tabs,
    last_read: dict[tuple[str, int], Visit],
) -> Iterator[Callable[..., Visit]]:
    """Opens a page that is read and left as it is: ``read("/butce", width=390)``. Where the test
    before has read the same one, it still stands open. As with ``tab``, no error may be in the
    console and no outside host may have been asked."""

    def open_page(path: str, *, width: int = WIDE) -> Visit:
        if (path, width) not in last_read:
            for visit in last_read.values():
                _leave(visit, tabs)
            last_read.clear()
            browser = request.getfixturevalue("browser_without_webgl")
            visit = Visit(tabs.lend(browser, width, "light"), dashboard.url, has_webgl=False)
            last_read[path, width] = visit.open(path)
        return last_read[path, width]

    yield open_page
    _are_calm(last_read.values())


@pytest.fixture
def tab(request: pytest.FixtureRequest, dashboard: Dashboard, tabs: Tabs) -> Iterator[OpenTab]:
    """Opens a tab: ``tab("/butce", width=390)``. At the test's end each tab that was opened
    must be free of console errors and must have asked no outside host for anything.

    ``webgl``: for who looks at the map's canvas. In software it costs several times as much.
    """
    visits: list[Visit] = []

    def open_tab(
        path: str = "/",
        *,
        width: int = WIDE,
        scheme: str = "light",
        on: Dashboard = dashboard,
        webgl: bool = False,
    ) -> Visit:
        browser = request.getfixturevalue("browser" if webgl else "browser_without_webgl")
        visit = Visit(tabs.lend(browser, width, scheme), on.url, has_webgl=webgl)
        visits.append(visit)
        return visit.open(path)

    yield open_tab
    for visit in visits:
        _leave(visit, tabs)
    _are_calm(visits)


def _leave(visit: Visit, tabs: Tabs) -> None:
    visit.leave()
    tabs.take_back(visit.page, f"{visit.base}/robots.txt")


def _are_calm(visits: Collection[Visit]) -> None:
    assert [url for visit in visits for url in visit.outside] == [], "an outside host was asked"
    # The map alone tells that there is no WebGL, which is no fault of the page's.
    errors = [
        error
        for visit in visits
        for error in visit.errors
        if visit.has_webgl or "WebGL" not in error
    ]
    assert errors == [], "the browser's console shows errors"
