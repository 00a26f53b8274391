"""Every figure's SVG looks alike wherever it is opened: not a label, a bar or a marker moves."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from db import engine
from present.figures.registry import BY_SLUG, ENTRIES
from present.opendata.source import Library
from tests.support import years
from tests.validate.drawing import apart, by_chromium, by_inkscape, by_libreoffice, by_rsvg
from tests.web.conftest import address, client_of, figure_answers, preset

#: How far a program's picture may be apart from Chromium's, as ``apart`` tells: what edges alone
#: make. LibreOffice rounds sizes up to whole pixels, which alone makes 49 of a legend's outline,
#: and makes what is higher than 2,048 smaller. A word in another font is more than 80 apart, a
#: marker that lacks more than 130.
BOUNDS = {"rsvg-convert": 24.0, "inkscape": 24.0, "soffice": 52.0}
PROGRAMS: dict[str, Callable[[Sequence[Path], Path, Path], None]] = {
    "rsvg-convert": by_rsvg,
    "inkscape": by_inkscape,
    "soffice": by_libreoffice,
}


@pytest.fixture(scope="module")
def pictures(
    kayseri: TestClient, kayseri_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder with every figure as SVG, and as our own PNG in ``ours``: of the committed
    programme, or of three invented years where that lacks it; the map in both schemes."""
    folder = tmp_path_factory.mktemp("pictures")
    (folder / "ours").mkdir()
    several_url = years.database(tmp_path_factory.mktemp("years"))
    sources = [
        (figure_answers(Library(lambda url=url: engine.create(url))), client)  # type: ignore[misc]
        for url, client in ((kayseri_url, kayseri), (several_url, client_of(several_url)))
    ]
    for slug in [entry.slug for entry in ENTRIES]:
        answers, client = next(
            (answers, client)
            for answers, client in sources
            if any(
                BY_SLUG[slug].is_there(answers.setting(edition, False))
                for edition in answers.library.editions()
            )
        )
        for theme in ("acik", "koyu") if slug == "harita" else ("acik",):
            asked = preset(answers, slug, tema=theme)
            for ending, where in (("svg", folder), ("png", folder / "ours")):
                answer = client.get(address(asked, ending, tema=theme))
                assert answer.status_code == 200, answer.text[:300]
                (where / f"{slug}-{theme}.{ending}").write_bytes(answer.content)
    return folder


@pytest.fixture(scope="module")
def in_chromium(pictures: Path, browser: Browser) -> dict[str, Image.Image]:
    """Chromium's picture of every SVG."""
    folder = pictures / "chromium"
    folder.mkdir()
    by_chromium(sorted(pictures.glob("*.svg")), folder, browser)
    return {path.stem: Image.open(path) for path in folder.glob("*.png")}


def test_chromium_shows_what_we_draw(pictures: Path, in_chromium: dict[str, Image.Image]) -> None:
    assert len(in_chromium) > len(ENTRIES)
    for name, shown in in_chromium.items():
        ours = Image.open(io.BytesIO((pictures / "ours" / f"{name}.png").read_bytes()))
        assert shown.size == ours.size, name
        assert apart(shown, ours) < BOUNDS["rsvg-convert"], name


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_draws_what_chromium_shows(
    program: str, pictures: Path, in_chromium: dict[str, Image.Image], tmp_path: Path
) -> None:
    folder = pictures / program
    folder.mkdir()
    PROGRAMS[program](sorted(pictures.glob("*.svg")), folder, tmp_path)
    far = {}
    for name, shown in in_chromium.items():
        drawn = Image.open(folder / f"{name}.png")
        # What a program makes smaller is compared as small.
        distance = apart(drawn, shown) if drawn.height < shown.height else apart(shown, drawn)
        if distance >= BOUNDS[program]:
            far[name] = round(distance)
    assert far == {}
