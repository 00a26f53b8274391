"""The picture of a figure: every word is in it, within its edges, at a size that can be read."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image, ImageFont

from present.kit import theme
from present.kit.text import ROOT as TEXTS
from present.kit.text import using
from present.picture.png import described, size
from present.picture.renderer import FONTS, Renderer
from present.picture.sizes import FRAMES, Headline, Size
from present.picture.text import length, wrapped, written
from tests.present.picture.drawn import (
    ADDRESS,
    FIGURE,
    FIXED,
    LANG,
    SPEC,
    SVG,
    in_order,
    made,
    row_chart,
    words,
)
from tests.support.datasets import KAYSERI


@pytest.mark.parametrize("wanted", list(Size))
@pytest.mark.parametrize("is_dark", [False, True])
def test_every_word_is_written_and_the_size_is_right(wanted: Size, is_dark: bool) -> None:
    found, root = made(wanted=wanted, is_dark=is_dark)
    frame = FRAMES[wanted]
    assert (root.get("width"), root.get("height")) == (str(found.width), str(found.height))
    assert root.get("viewBox") == f"0 0 {found.width} {found.height}"
    assert (found.width, found.height) == (frame.width, frame.height or found.height)
    assert (root.get("role"), root.get(LANG)) == ("img", "tr")
    shown = words(root)
    for text in (FIGURE.title, FIGURE.subtitle, FIGURE.source, "Veri sürümü 2025.0.0+abc"):
        assert text in shown
    assert ADDRESS in shown.replace(" ", "")
    assert root.findtext(f"{SVG}title") == FIGURE.title
    assert root.findtext(f"{SVG}desc") == FIGURE.sentence
    ground = root.find(f"{SVG}rect")
    assert ground is not None
    assert ground.get("fill") == theme.palette(is_dark).ground


@pytest.mark.parametrize("wanted", list(Size))
@pytest.mark.parametrize("height", [20, 150, 400])
def test_nothing_is_cut_and_nothing_runs_over_another(wanted: Size, height: int) -> None:
    found, root = made(replace(FIGURE, chart={**SPEC, "height": height}), wanted)
    if height == 400 and root.find(f".//{SVG}g[@id='chart']") is None:
        # On a telephone nobody could read so high a chart within so little room.
        assert FRAMES[wanted].least > 20
        assert FIGURE.sentence in words(root)
        return
    is_said = in_order(found, root, wanted)
    # Above a low chart the sentence fills the room.
    if height == 20 or wanted is Size.WEB:
        assert is_said == (wanted is not Size.WEB)


@pytest.mark.parametrize("wanted", FIXED)
def test_the_sentence_may_stand_above_all_with_the_title_below_it(wanted: Size) -> None:
    figure = replace(FIGURE, chart={**SPEC, "height": 20})
    found, root = made(figure, wanted, headline=Headline.SENTENCE)
    assert not in_order(found, root, wanted), "it stands there once"
    shown = words(root)
    said, title, scope = (
        shown.index(text) for text in (figure.sentence, figure.title, figure.subtitle)
    )
    assert said < title < scope
    # The name that programs read stays the figure's.
    assert root.findtext(f"{SVG}title") == figure.title
    bare = made(replace(figure, chart=None), wanted, headline=Headline.SENTENCE)[1]
    assert words(bare).count(figure.sentence) == 1


@pytest.mark.parametrize("wanted", FIXED)
def test_a_sentence_too_long_for_the_empty_room_is_left_out(wanted: Size) -> None:
    talkative = replace(FIGURE, sentence=FIGURE.sentence * 300, chart={**SPEC, "height": 40})
    assert not in_order(*made(talkative, wanted), wanted)


@pytest.mark.parametrize("wanted", FIXED)
def test_a_tall_drawing_keeps_within_its_room(wanted: Size) -> None:
    drawing = '<svg viewBox="0 0 100 400"><g id="chart"/></svg>'
    in_order(*made(replace(FIGURE, chart=None), wanted, drawings=[drawing]), wanted)


def test_the_subtitle_does_not_run_under_the_mark() -> None:
    long = replace(FIGURE, title="Kısa", subtitle="ab " * 160)
    for wanted in Size:
        _, root = made(long, wanted)
        frame = FRAMES[wanted]
        mark = root.find(f"{SVG}svg")
        assert mark is not None
        left, down = float(mark.get("x", 0)), float(mark.get("y", 0)) + float(mark.get("height", 0))
        for text in root.findall(f"{SVG}text"):
            size_px = int(text.get("font-size", 0))
            if float(text.get("y", 0)) - size_px < down:
                weight = int(text.get("font-weight", 0))
                assert frame.margin + length(text.text or "", size_px, weight) < left


@pytest.mark.parametrize("wanted", FIXED)
def test_a_chart_that_nobody_could_read_gives_way_to_its_sentence(wanted: Size) -> None:
    _, root = made(replace(FIGURE, chart={**SPEC, "height": 4000}), wanted)
    assert root.find(f".//{SVG}g[@id='chart']") is None
    assert FIGURE.sentence in words(root)


@pytest.mark.parametrize("wanted", list(Size))
def test_a_figure_without_a_chart_shows_its_sentence_or_its_drawing(wanted: Size) -> None:
    bare = replace(FIGURE, chart=None, sentence="Bu veri için çizilecek bir şey yoktur. " * 6)
    _, root = made(bare, wanted)
    assert " ".join(bare.sentence.split()) in words(root)
    small = FRAMES[wanted].small
    assert all(float(text.get("font-size", 0)) >= small for text in root.iter(f"{SVG}text"))
    drawing = '<svg viewBox="5 7 100 50" class="map"><circle id="chart" r="4"/></svg>'
    _, root = made(bare, wanted, drawings=[drawing])
    nested = root.find(f"{SVG}g/{SVG}svg")
    assert nested is not None
    assert nested.get("viewBox") == "5 7 100 50"
    assert bare.sentence not in words(root)


def test_a_drawing_without_a_size_is_refused() -> None:
    with pytest.raises(ValueError, match="size"):
        made(replace(FIGURE, chart=None), drawings=["<svg><g/></svg>"])


def test_the_documents_words_are_marked_where_the_picture_is_english() -> None:
    with using("en"):
        _, root = made(wanted=Size.SQUARE)
        assert root.get(LANG) == "en"
        marked = [one.text for one in root.iter(f"{SVG}tspan") if one.get(LANG) == "tr"]
        assert marked == ["Şehrin ışıkları & yolları"]
        assert "Data version" in words(root)
        # Also where a phrase runs on into the next line.
        assert written(["a bir", "iki b"], ["bir iki"]) == [
            'a <tspan xml:lang="tr">bir</tspan>',
            '<tspan xml:lang="tr">iki</tspan> b',
        ]
    _, root = made()
    assert not list(root.iter(f"{SVG}tspan"))


def test_words_are_broken_only_where_they_must_be() -> None:
    text = "bir iki üç dört beş altı yedi sekiz"
    lines = wrapped(text, 90, 16)
    assert " ".join(lines) == text
    assert len(lines) > 2
    assert all(length(line, 16) <= 90 for line in lines)
    long = "acikbutce.example/" + "x" * 400
    lines = wrapped(f"a {long}", 300, 16)
    assert "".join(lines[1:]) == long
    assert all(length(line, 16) <= 300 for line in lines)
    assert wrapped("", 90, 16) == []
    assert wrapped("iki", 0.1, 16) == ["i", "k", "i"]


def test_the_embedded_font_has_every_letter_that_is_written() -> None:
    letters: set[str] = set()
    for path in TEXTS.rglob("*.toml"):
        texts = tomllib.loads(path.read_text(encoding="utf-8")).values()
        letters |= {letter for text in texts for letter in text}
    for path in KAYSERI.glob("*.csv"):
        letters |= set(path.read_text(encoding="utf-8"))
    drawn = {letter for letter in letters if letter.isprintable() and not letter.isspace()}
    assert {"İ", "ı", "Ğ", "²"} <= drawn
    for name in ("kbb-sans-regular.woff2", "kbb-sans-semibold.woff2"):
        font = ImageFont.truetype(FONTS / name, 40)
        missing = bytes(font.getmask("\U0010fffe"))
        assert [one for one in sorted(drawn) if bytes(font.getmask(one)) == missing] == []


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    """A pool that really draws."""
    made_once = Renderer(1)
    yield made_once
    made_once.close()


@pytest.mark.parametrize("is_dark", [False, True])
def test_a_real_picture_shows_bars_and_words_on_its_ground(
    renderer: Renderer, is_dark: bool
) -> None:
    figure = replace(FIGURE, chart=row_chart(30))
    found, root = made(figure, Size.SOCIAL, renderer.svg, is_dark=is_dark)
    shown = words(root)
    assert "Uzunca bir harcama biriminin adı" in shown
    assert "30 TL" in shown
    # One font for all: the chart's words are in the picture's.
    families = {one.get("font-family") for one in root.iter() if one.get("font-family")}
    assert len({str(one).replace('"', "'") for one in families}) == 1
    png = renderer.png(found.svg, 2, found.width, found.height)
    assert size(png) == (2400, 1256)
    image = Image.open(io.BytesIO(png)).convert("RGB")
    found_colours = image.getcolors(1 << 20)
    assert found_colours is not None
    colours = {f"#{bytes(colour).hex().upper()}" for _, colour in found_colours}
    palette = theme.palette(is_dark)
    assert {palette.ground, palette.ink, palette.quiet, "#123456"} <= colours
    corner = image.getpixel((1, 1))
    assert corner == tuple(bytes.fromhex(palette.ground[1:]))


def test_a_png_says_what_it_is(renderer: Renderer) -> None:
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>'
    plain = renderer.png(drawn, 2, 30, 20)
    found = described(plain, {"Title": "Şehir", "Source": "bölüm 2", "Author": ""}, 192)
    image = Image.open(io.BytesIO(found))
    assert image.size == size(found) == size(plain) == (60, 40)
    assert image.info["dpi"] == pytest.approx((192, 192), abs=0.1)
    image.load()
    assert getattr(image, "text", None) == {"Title": "Şehir", "Source": "bölüm 2"}
    assert image.tobytes() == Image.open(io.BytesIO(plain)).tobytes()
    with pytest.raises(ValueError, match="PNG"):
        described(b"GIF89a", {}, 96)
