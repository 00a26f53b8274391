"""A programme of another year and institution beside 2025: it shows, and neither mixes in."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from db import load
from kbb_data import importer
from tests.browser.conftest import OpenTab
from tests.browser.server import ROOT, Dashboard, serve
from tests.support import committed
from tests.support.readable import FOREIGN, RAW_NUMBER, readable

INVENTED = ROOT / "tests" / "fixtures" / "programme_small.txt"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented municipality's dataset, imported by the very importer that read 2025."""
    folder = tmp_path_factory.mktemp("invented")
    importer.import_file(INVENTED, folder)
    return folder


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, dataset: Path) -> Iterator[Dashboard]:
    """The dashboard over Kayseri's 2025 and the invented municipality's 2027."""
    folder = tmp_path_factory.mktemp("both")
    url = committed.database(folder / "kbb.sqlite")
    load.build(dataset, url)
    with serve(url, folder / "server.log") as running:
        yield running


def total_lira(dataset: Path) -> Decimal:
    """The invented programme's grand total, as its table 2.5 states it."""
    with (dataset / "resource_needs.csv").open(encoding="utf-8", newline="") as file:
        return next(Decimal(row["total"]) for row in csv.DictReader(file) if row["line"] == "total")


def test_the_newest_programme_is_shown_first(tab: OpenTab, both: Dashboard, dataset: Path) -> None:
    text = tab("/", on=both).text()
    whole, _, cents = f"{total_lira(dataset):.2f}".partition(".")
    written = f"{int(whole):,}".replace(",", ".") + (f",{cents}" if cents != "00" else "")
    assert written in text
    assert "17.000.000.000" not in text


def test_the_older_one_keeps_its_address(tab: OpenTab, both: Dashboard) -> None:
    text = tab("/?yil=2025", on=both).text()
    assert "17.000.000.000" in text
    shown, _, elsewhere = text.partition("Diğer programlar:")
    assert "2027" not in shown
    assert "2027" in elsewhere


# What the pages say of it is read from their runs, in tests/app/test_pages.py.
@pytest.mark.parametrize("path", ["/butce", "/gostergeler"])
def test_a_page_shows_the_invented_programme(tab: OpenTab, both: Dashboard, path: str) -> None:
    visit = tab(path, on=both)
    text = readable(visit.text())
    assert visit.main.locator('[data-testid="stException"]').count() == 0
    assert FOREIGN.findall(text) == []
    assert RAW_NUMBER.findall(text) == []
    assert "Traceback" not in both.logged()
