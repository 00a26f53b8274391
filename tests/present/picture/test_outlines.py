"""Texts as outlines look as the texts do, lose no word, and need no font."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image, ImageFilter, ImageFont

from present.picture.letters import letters
from present.picture.outlines import outlined
from present.picture.renderer import FONTS, Renderer
from tests.support.lettering import SVG, lines

#: Everything that a picture's texts make use of: both weights, anchors, lines, marked words, turned
#: and moved text, kerning, a halo, letters of Turkish.
TEXTS = """
<text x="10" y="30" font-size="24" font-weight="600" fill="#172033"
  >AVŞAR Tİ, fıstık &amp; 1.234,5</text>
<text x="390" y="60" font-size="15px" text-anchor="end" fill="#51607A" opacity="0.7"
  >%28,6 · TL</text>
<text x="200" y="85" font-size="18" text-anchor="middle" stroke="#EE8833" stroke-width="4"
  stroke-linejoin="round" fill="none" aria-hidden="true">Kocasinan</text>
<text x="200" y="85" font-size="18" text-anchor="middle" font-weight="700">Kocasinan</text>
<text x="10" y="60" font-size="14">Kaynak: <tspan xml:lang="tr">Ağaç ışığı</tspan> ‘ş’</text>
<g transform="translate(30,150)" font-size="13" text-anchor="end"><text
  transform="rotate(-90)translate(0,4)"><tspan>ilk satır</tspan><tspan x="0" dy="17">ikinci
  satır</tspan></text></g>
<text font-size="14"></text>
"""
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="160" xml:lang="tr"'
    " font-family=\"'KBB Sans'\"><title>ad</title><desc>söz</desc><style>@font-face{}</style>"
    f'<rect width="400" height="160" fill="#FFFFFF"/>{TEXTS}</svg>'
)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    made = Renderer(1)
    yield made
    made.close()


def grey(png: bytes) -> np.ndarray:
    """A picture's brightness, so blurred that edges of letters count little."""
    image = Image.open(io.BytesIO(png)).convert("L").filter(ImageFilter.BoxBlur(2))
    return np.asarray(image, dtype=float)


def test_outlines_look_as_the_texts_do(renderer: Renderer) -> None:
    written, drawn = (grey(renderer.png(svg, 2, 400, 160)) for svg in (PICTURE, outlined(PICTURE)))
    assert written.min() < 120, "something is written"
    assert np.abs(written - drawn).max() < 20


def test_nothing_is_written_and_no_word_is_lost() -> None:
    root = ElementTree.fromstring(outlined(PICTURE))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        *("svg", "title", "desc", "rect", "g", "path"),
    }
    assert lines(root) == lines(ElementTree.fromstring(PICTURE))
    assert "ilk satır ikinci satır" in lines(root)
    assert (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == ("ad", "söz")


def test_a_text_with_a_letter_that_our_fonts_lack_stays_a_text() -> None:
    svg = PICTURE.replace("Kocasinan", "東京")
    assert letters("東京", 400, "tr") is None
    root = ElementTree.fromstring(outlined(svg))
    assert [text.text for text in root.iter(f"{SVG}text")] == ["東京", "東京"]
    assert root.get("font-family")


def test_a_text_that_is_set_in_a_way_of_its_own_stays_a_text() -> None:
    svg = PICTURE.replace('<tspan xml:lang="tr">', '<tspan font-size="9">')
    root = ElementTree.fromstring(outlined(svg))
    assert len(list(root.iter(f"{SVG}text"))) == 1


def test_words_are_as_wide_as_pictures_measure_them() -> None:
    font = ImageFont.truetype(FONTS / "kbb-sans-semibold.ttf", 1000)
    made = letters("Genel yönetim giderleri 2025", 600, "tr")
    assert made is not None
    # Kerning apart, which the measure for wrapping leaves out or in, as the machine has it.
    assert abs(made.width / made.em - font.getlength("Genel yönetim giderleri 2025") / 1000) < 0.1


def test_letters_stand_at_their_places() -> None:
    made = letters("il", 400, "tr")
    assert made is not None
    assert made.em == 1000
    first, second = made.glyphs
    assert 0 <= first[0] < second[0] < made.width
    path = made.path(100, 50)
    # Each letter begins at a point and goes on by steps.
    assert path.count("M") == 2
    assert path.replace("M", "").islower()
    assert path.endswith("z")
    assert letters(" ", 400, "tr") is not None
