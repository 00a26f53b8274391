"""Photographs the real pages for the documents (`make screenshots`) into docs/images/."""

from __future__ import annotations

import io
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from db import engine, load  # noqa: E402
from present.briefing.build import briefing  # noqa: E402
from present.briefing.model import Topic  # noqa: E402
from present.briefing.typeset import pictures  # noqa: E402
from present.figures.setting import of_edition  # noqa: E402
from present.opendata.source import Library  # noqa: E402
from tests.browser.server import serve  # noqa: E402
from tests.browser.visit import NARROW, WIDE, Visit, launch  # noqa: E402
from tests.support import years  # noqa: E402

TARGET = ROOT / "docs" / "images"

#: No picture may weigh more: a reader loads all four with the README.
LIMIT_BYTES = 200_000


@dataclass(frozen=True)
class Shot:
    """A picture's name, the address it shows, the window, and what is scrolled to (a selector).

    ``opened``: a fold that is opened first (a selector)."""

    name: str
    path: str
    height: int = 1000
    width: int = WIDE
    at: str = ""
    opened: str = ""


SHOTS = (
    Shot("genel-bakis", "/"),
    Shot("butce", "/butce"),
    Shot("gostergeler", "/gostergeler"),
    Shot("harita", "/harita"),
    Shot("yol-ilk-ekran", "/", 844, NARROW),
    Shot("yol-otobus", "/ara?q=otob%C3%BCse+ne+kadar+gidiyor", 844, NARROW),
    Shot("yol-konu", "/konu?konu=otobus-ve-tramvay", 844, NARROW),
    Shot("yol-ingilizce", "/ara?lang=en&q=libraries", 844, NARROW),
    Shot("yol-su", "/ara?q=suya+ne+kadar", 844, NARROW),
    Shot("yol-baslangic", "/", 900, NARROW, ".kb-questions"),
    Shot("yol-arama", "/ara?q=k%C3%BCt%C3%BCphane", 900, NARROW),
    Shot("yol-faaliyet", "/butce?faaliyet=79", 900, NARROW),
    Shot("yol-yahyali", "/ilce?ilce=yahyali", 900, NARROW, "#kbb-uyeler"),
    Shot("yol-uzak", "/gostergeler?sirala=uzaklik", 900, NARROW, ".ki"),
    Shot("yol-tutarlilik", "/tutarlilik", 900, NARROW),
    Shot("yol-brifing", "/meclis?komisyon=ulasim-komisyonu", 900, NARROW),
    Shot("yol-paylas", "/butce?amac=2", 900, NARROW, ".kbb-share", ".kbb-share > summary"),
)

#: The same over the invented municipality's three years, for docs/years.md.
YEARS = (
    Shot("yillar-eski", "/?yil=2024", 900),
    Shot("yillar-degisim", "/degisim?yil=2025", 1300, at="h2"),
    Shot("yillar-soz", "/soz-ve-sonuc", 1080, at="h2"),
    Shot("yillar-uygulama", "/butce?yil=2025", 1300, at="#uygulama"),
    Shot("yillar-gostergeler", "/gostergeler?yil=2025", 1100, at=".ki"),
    Shot("yillar-degisim-telefon", "/degisim", 900, NARROW, "h2"),
    Shot(
        "yillar-gostergeler-telefon",
        "/gostergeler?yil=2025&gosterge=6.1",
        1000,
        NARROW,
        "h2:has-text('Gerçekleşme')",
    ),
)

#: Pictures that the dashboard itself draws, by name.
DRAWN = {"yol-gorsel": "/grafik/butce.png?amac=2&boyut=sosyal"}


#: The first pages of briefings, by name.
PRINTED = {"yol-brifing-sayfa": (Topic.COMMITTEE, "ulasim-komisyonu")}
#: The same of the invented municipality, with the year of the programme.
PRINTED_YEARS = {"yillar-brifing": (2025, Topic.UNIT, "kultur-ve-sosyal-isler")}


def compressed(png: bytes) -> bytes:
    """``png`` with a palette of 256 colours, which flat pages hardly notice."""
    out = io.BytesIO()
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main(wanted: list[str]) -> None:
    """Take the pictures that are named; all of them without a name."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = launch(playwright)
        of_kayseri(browser, Path(name) / "kayseri", wanted)
        of_years(browser, Path(name) / "years", wanted)
        browser.close()


def of_kayseri(browser: Browser, folder: Path, wanted: list[str]) -> None:
    """The pictures over the committed programme."""
    if not any(is_wanted(name, wanted) for name in (*names(SHOTS), *DRAWN, *PRINTED)):
        return
    folder.mkdir()
    url = f"sqlite:///{folder}/kbb.sqlite"
    load.build(ROOT / "kbb_data" / "2025", url)
    with serve(url, folder / "server.log") as dashboard:
        photograph(browser, dashboard.url, SHOTS, wanted)
        page = browser.new_page()
        for name, address in DRAWN.items():
            if is_wanted(name, wanted):
                keep(name, page.request.get(dashboard.url + address).body())
    reading = engine.create(url)
    library = Library(lambda: reading)
    public = "https://acikbutce.example"
    setting = of_edition(library, library.editions()[0], is_dark=False, public=public)
    for name, (topic, key) in PRINTED.items():
        if is_wanted(name, wanted):
            keep(name, pictures(briefing(setting, topic, key), 90)[0])


def of_years(browser: Browser, folder: Path, wanted: list[str]) -> None:
    """The pictures over the invented municipality's three years."""
    if not any(is_wanted(name, wanted) for name in (*names(YEARS), *PRINTED_YEARS)):
        return
    folder.mkdir()
    url = years.database(folder)
    with serve(url, folder / "server.log") as dashboard:
        photograph(browser, dashboard.url, YEARS, wanted)
    setting = years.settings_of(years.library_of(url))
    for name, (year, topic, key) in PRINTED_YEARS.items():
        if is_wanted(name, wanted):
            keep(name, pictures(briefing(setting(year), topic, key), 90)[0])


def names(shots: tuple[Shot, ...]) -> list[str]:
    return [shot.name for shot in shots]


def is_wanted(name: str, wanted: list[str]) -> bool:
    return not wanted or name in wanted


def photograph(browser: Browser, url: str, shots: tuple[Shot, ...], wanted: list[str]) -> None:
    """Take the wanted ones of ``shots`` of the dashboard at ``url``."""
    for shot in shots:
        if not is_wanted(shot.name, wanted):
            continue
        page = browser.new_page(
            viewport={"width": shot.width, "height": shot.height}, locale="tr-TR"
        )
        Visit(page, url).open(shot.path)
        if shot.opened:
            page.locator(shot.opened).first.click()
        if shot.at:
            page.locator(shot.at).first.evaluate("one => one.scrollIntoView()")
        page.wait_for_timeout(2_000)
        keep(shot.name, page.screenshot())
        page.close()


def keep(name: str, png: bytes) -> None:
    """Write the picture; ends the program with a message when it is too large."""
    picture = compressed(png)
    if len(picture) > LIMIT_BYTES:
        sys.exit(f"{name}: {len(picture)} bytes, over {LIMIT_BYTES}")
    (TARGET / f"{name}.png").write_bytes(picture)
    print(f"docs/images/{name}.png: {len(picture)} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
