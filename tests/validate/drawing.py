"""SVG files as programs of others draw them, and how far two pictures are apart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageFilter
from playwright.sync_api import Browser

from tests.validate.programs import asked

#: Pixels at each side that are not compared.
_EDGE = 6


def by_rsvg(files: Sequence[Path], folder: Path, home: Path) -> None:
    for file in files:
        asked("rsvg-convert", "-o", str(folder / f"{file.stem}.png"), str(file), home=home)


def by_inkscape(files: Sequence[Path], folder: Path, home: Path) -> None:
    """One start for all files: it takes longer than drawing."""
    orders = [
        f"file-open:{file}; export-filename:{folder / file.stem}.png; export-area-page; export-do;"
        " file-close"
        for file in files
    ]
    asked("inkscape", "--shell", home=home, given="\n".join([*orders, "quit", ""]))


def by_libreoffice(files: Sequence[Path], folder: Path, home: Path) -> None:
    asked(
        "soffice",
        f"-env:UserInstallation=file://{home}/libreoffice",
        *("--headless", "--convert-to", "png", "--outdir", str(folder)),
        *map(str, files),
        home=home,
    )


def by_chromium(files: Sequence[Path], folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    for file in files:
        page.goto(file.as_uri())
        size: Any = page.evaluate(
            "(({width, height}) => [width.baseVal.value, height.baseVal.value])"
            "(document.documentElement)"
        )
        page.set_viewport_size({"width": round(size[0]), "height": round(size[1])})
        page.screenshot(path=folder / f"{file.stem}.png")
    page.close()


def apart(first: Image.Image, second: Image.Image) -> float:
    """How far two pictures are apart where they are furthest, of 255 steps of brightness.

    Edges are drawn by each program in its own way: both are blurred by a few pixels, so that a
    moved letter or bar counts and its edge doesn't. Pixels at the sides are left out. A picture
    of another size is brought to the first one's.
    """
    return float(np.abs(_grey(first, first.size) - _grey(second, first.size)).max())


def _grey(image: Image.Image, size: tuple[int, int]) -> np.ndarray:
    image = image.convert("RGBA")
    ground = Image.new("RGBA", image.size, "white")
    grey = Image.alpha_composite(ground, image).convert("L")
    if grey.size != size:
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    return np.asarray(grey.filter(ImageFilter.BoxBlur(3)), dtype=float)[_EDGE:-_EDGE, _EDGE:-_EDGE]
