"""The mark where browsers look for it."""

from __future__ import annotations

import io

from PIL import Image, ImageChops
from starlette.applications import Starlette
from starlette.testclient import TestClient

from docs.make_icon import SIZES, drawn
from present.web import icon

CLIENT = TestClient(Starlette(routes=icon.routes()))


def test_the_icon_is_one_of_several_sizes() -> None:
    answer = CLIENT.get("/favicon.ico")
    assert answer.headers["content-type"] == "image/vnd.microsoft.icon"
    assert answer.content.startswith(b"\0\0\1\0")
    image = Image.open(io.BytesIO(answer.content))
    assert image.format == "ICO"
    assert image.info["sizes"] == {(size, size) for size in SIZES}


def test_it_shows_our_mark() -> None:
    """Fails where the mark was changed and ``docs/make_icon.py`` not run."""
    for size in SIZES:
        image = Image.open(io.BytesIO(CLIENT.get("/favicon.ico").content))
        image.size = (size, size)
        image.load()
        difference = ImageChops.difference(image.convert("RGBA"), drawn(size))
        assert max(high for _low, high in difference.getextrema()) <= 8, size


def test_the_mark_itself_is_served_and_kept() -> None:
    answer = CLIENT.get("/favicon.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "max-age=86400" in answer.headers["cache-control"]
    assert CLIENT.head("/favicon.ico").content == b""
