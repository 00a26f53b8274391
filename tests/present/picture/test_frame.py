"""The picture of a figure: every word is in it, within its edges, at a size that can be read."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from PIL import Image, ImageFont

from present.kit import theme
from present.kit.charts.bars import bars
from present.kit.figure import Figure
from present.kit.text import ROOT as TEXTS
from present.kit.text import using
from present.picture.frame import FRAMES, Picture, Size, picture
from present.picture.png import described, size
from present.picture.renderer import FONTS, Renderer
from present.picture.rows import largest, rows, stacked
from present.picture.text import length, wrapped, written
from present.units.charts import paired
from tests.support.datasets import KAYSERI

SVG = "{http://www.w3.org/2000/svg}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FIXED = [one for one in Size if FRAMES[one].height]
ADDRESS = "acikbutce.example/butce?boyut=birim"
SPEC: dict[str, Any] = {"mark": "bar", "height": 300}

FIGURE = Figure(
    title="Şehrin ışıkları & yolları: amaçlara göre bütçenin uzun uzun anlatılan dağılımı",
    subtitle="2025 yılı planı, bütçe ve bütçe dışı toplamı, TL ve pay",
    sentence="En büyük pay “Ulaşım” amacınındır: %28,6 <yaklaşık>.",
    source="Kayseri Büyükşehir Belediyesi, 2025 Yılı Performans Programı, bölüm 2.3",
    chart=SPEC,
    table=pd.DataFrame(),
    own=("Şehrin ışıkları & yolları",),
)


class Drawer:
    """Draws an empty chart as large as its specification says, and keeps what it was asked."""

    def __init__(self, around: float = 0) -> None:
        self.asked: list[dict[str, Any]] = []
        self._around = around

    def __call__(self, spec: dict[str, Any]) -> str:
        self.asked.append(spec)
        width, height = spec["width"], spec["height"] + self._around
        return f'<svg viewBox="0 0 {width:g} {height:g}"><g id="chart"/></svg>'


def row_chart(count: int, *, apart: bool = False, lines: int = 1) -> dict[str, Any]:
    """Bars from long to short; ``apart``: a long one stands last all the same."""
    ends = [float(count - place) for place in range(count)]
    if apart:
        ends[-1] = count * 2.0
    frame = pd.DataFrame(
        {
            "key": [f"k{place}" for place in range(count)],
            "name": " ".join(["Uzunca bir harcama biriminin adı"] * lines),
            "group": "all",
            "start": 0.0,
            "end": ends,
            "text": [f"{end:g} TL" for end in ends],
            "detail": "",
        }
    )
    spec: dict[str, Any] = bars(frame, {"all": "#123456"}).to_dict()
    spec.pop("config", None)
    return spec


def made(
    figure: Figure = FIGURE, wanted: Size = Size.WEB, draw: Any = None, **more: Any
) -> tuple[Picture, ElementTree.Element]:
    arguments = {"is_dark": False, "version": "2025.0.0+abc", "address": ADDRESS, **more}
    found = picture(figure, wanted, draw or Drawer(), **arguments)
    return found, ElementTree.fromstring(found.svg)


def words(root: ElementTree.Element) -> str:
    """All that is written on the picture, in order."""
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


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


def in_order(found: Picture, root: ElementTree.Element, wanted: Size) -> bool:
    """Holds title, sentence, chart and foot apart and within the picture; whether the sentence
    stands above the chart."""
    frame = FRAMES[wanted]
    chart = root.find(f".//{SVG}g[@id='chart']/..")
    assert chart is not None
    groups = {one: _down(one) for one in root.findall(f"{SVG}g")}
    above = [one for one in root if one.tag == f"{SVG}text"]
    (place,) = [one for one in groups if chart in list(one.iter())]
    (below,) = [one for one in groups if one is not place]
    down = groups[place] + sum(_down(one) for one in place.findall(f"{SVG}g"))
    top = down + float(chart.get("y", 0))
    bottom = top + float(chart.get("height", 0))
    left = frame.margin + float(chart.get("x", 0))
    right = left + float(chart.get("width", 0))
    said = [groups[place] + float(one.get("y", 0)) for one in place.findall(f"{SVG}text")]
    assert max(float(one.get("y", 0)) for one in above) <= min([top, *said])
    assert max(said, default=0) < top
    first = below.find(f"{SVG}text")
    assert first is not None
    assert bottom + 10 <= groups[below] + float(first.get("y", 0)) - int(first.get("font-size", 0))
    assert frame.margin - 0.2 <= left
    assert right <= found.width - frame.margin + 0.2
    for text in root.iter(f"{SVG}text"):
        size_px, weight = int(text.get("font-size", 0)), int(text.get("font-weight", 0))
        end = frame.margin + length("".join(text.itertext()), size_px, weight)
        assert end <= found.width - frame.margin
    lowest = groups[below] + max(float(one.get("y", 0)) for one in below)
    assert lowest <= found.height - frame.margin / 4
    return bool(said)


@pytest.mark.parametrize("wanted", list(Size))
@pytest.mark.parametrize("height", [40, 300, 500])
def test_nothing_is_cut_and_nothing_runs_over_another(wanted: Size, height: int) -> None:
    is_said = in_order(*made(replace(FIGURE, chart={**SPEC, "height": height}), wanted), wanted)
    # Above a low chart the sentence fills the room; beside a high one there is none.
    if height != 300 or wanted is Size.WEB:
        assert is_said == (height == 40 and wanted is not Size.WEB)


@pytest.mark.parametrize("wanted", FIXED)
def test_a_sentence_too_long_for_the_empty_room_is_left_out(wanted: Size) -> None:
    talkative = replace(FIGURE, sentence=FIGURE.sentence * 80, chart={**SPEC, "height": 40})
    assert not in_order(*made(talkative, wanted), wanted)


@pytest.mark.parametrize("wanted", FIXED)
def test_a_tall_drawing_keeps_within_its_room(wanted: Size) -> None:
    drawing = '<svg viewBox="0 0 100 400"><g id="chart"/></svg>'
    in_order(*made(replace(FIGURE, chart=None), wanted, drawing=drawing), wanted)


def _down(group: ElementTree.Element) -> float:
    moved = re.fullmatch(r"translate\(([\d.]+),([\d.]+)\)", group.get("transform", ""))
    assert moved is not None
    return float(moved[2])


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
def test_a_chart_of_many_rows_shows_the_largest_and_says_so(wanted: Size) -> None:
    draw = Drawer()
    found, root = made(replace(FIGURE, chart=row_chart(60, apart=True)), wanted, draw)
    in_order(found, root, wanted)
    last = draw.asked[-1]
    (kept,) = last["datasets"].values()
    assert 5 < len(kept) < 60
    # The longest bar stands last, and stays there; the others are the longest of the rest.
    assert [one["key"] for one in kept] == [*(f"k{place}" for place in range(len(kept) - 1)), "k59"]
    assert f"(en büyük {len(kept)} / 60)" in words(root)
    assert "60 satırın hepsi sayfadaki tabloda." in words(root)
    assert kept[-1]["bottom"] == last["height"]
    assert FRAMES[wanted].width - 2 * FRAMES[wanted].margin >= last["width"] * 0.79


@pytest.mark.parametrize("wanted", FIXED)
def test_rows_move_closer_before_any_is_left_out(wanted: Size) -> None:
    draw = Drawer()
    count = {Size.SOCIAL: 10, Size.SQUARE: 24, Size.PRINT: 16}[wanted]
    _, root = made(replace(FIGURE, chart=row_chart(count)), wanted, draw)
    (kept,) = draw.asked[-1]["datasets"].values()
    assert len(kept) == count
    assert "satır" not in words(root)
    steps = {round(one["bottom"] - one["top"], 3) for one in kept}
    assert len(steps) == 1
    assert steps.pop() < row_chart(1)["height"]


def test_the_rows_of_the_page_s_own_size_are_left_alone() -> None:
    draw = Drawer()
    spec = row_chart(60)
    found, _ = made(replace(FIGURE, chart=spec), Size.WEB, draw)
    (asked,) = draw.asked
    assert asked["datasets"] == spec["datasets"]
    assert found.height > spec["height"]


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
    assert all(float(text.get("font-size", 0)) >= 14 for text in root.iter(f"{SVG}text"))
    drawing = '<svg viewBox="5 7 100 50" class="map"><circle id="chart" r="4"/></svg>'
    _, root = made(bare, wanted, drawing=drawing)
    nested = root.find(f"{SVG}g/{SVG}svg")
    assert nested is not None
    assert nested.get("viewBox") == "5 7 100 50"
    assert bare.sentence not in words(root)


def test_a_drawing_without_a_size_is_refused() -> None:
    with pytest.raises(ValueError, match="size"):
        made(replace(FIGURE, chart=None), drawing="<svg><g/></svg>")


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


def test_rows_of_pairs_are_kept_together() -> None:
    frame = pd.DataFrame(
        {
            "key": ["a", "a", "b", "b", "c", "c"],
            "name": ["A", "A", "B", "B", "C", "C"],
            "side": ["A", "B"] * 3,
            "end": [5.0, 1.0, 0.0, 2.0, 1.0, 9.0],
            "text": "x",
            "detail": "",
        }
    )
    spec: dict[str, Any] = paired(frame, full="#000", light="#eee", ink="#000").to_dict()
    found = rows(spec)
    assert [(row.key, row.end) for row in found] == [("a", 5), ("b", 2), ("c", 9)]
    kept = largest(found, found[0].need * 2)
    assert [row.key for row in kept] == ["a", "c"]
    (records,) = stacked(spec, kept, 10)["datasets"].values()
    assert [one["key"] for one in records] == ["a", "a", "c", "c"]
    assert [row.key for row in largest(found, 0)] == ["c"]
    assert rows(SPEC) == []


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
    found = described(plain, {"Title": "Şehir", "Source": "bölüm 2", "Author": ""}, scale=2)
    image = Image.open(io.BytesIO(found))
    assert image.size == size(found) == size(plain) == (60, 40)
    assert image.info["dpi"] == pytest.approx((192, 192), abs=0.1)
    image.load()
    assert getattr(image, "text", None) == {"Title": "Şehir", "Source": "bölüm 2"}
    assert image.tobytes() == Image.open(io.BytesIO(plain)).tobytes()
    with pytest.raises(ValueError, match="PNG"):
        described(b"GIF89a", {})
