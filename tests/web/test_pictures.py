"""Every figure as a picture: each size filled and readable where it is seen, one sheet of paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree import ElementTree

import pypdf
import pytest
from PIL import Image
from starlette.testclient import TestClient

from present.figures.answers import MEDIA, FigureAnswers
from present.figures.registry import ENTRIES
from present.kit.text import using
from present.picture.chart import CARRIED_FAMILY
from present.picture.sizes import FRAMES, Size
from tests.support import lettering, measured, pdf_ua
from tests.web.conftest import address, preset, problem

#: The ends of the figures' addresses, each with its first preset.
SLUGS = [entry.slug for entry in ENTRIES]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_size_is_drawn_with_all_its_words(
    served: tuple[TestClient, FigureAnswers], slug: str
) -> None:
    """Each figure in some sizes, in one of them as PNG, and each size with figures of all kinds."""
    client, answers = served
    turn = SLUGS.index(slug)
    turned = [*list(Size)[turn % len(Size) :], *list(Size)[: turn % len(Size)]]
    as_png = turned[0]
    asked = preset(answers, slug)
    figure = answers.drawn(asked).figure
    for size in turned[:3]:
        answer = client.get(address(asked, "svg", boyut=size))
        assert answer.status_code == 200, answer.text[:300]
        assert answer.headers["content-type"] == MEDIA["svg"]
        root = ElementTree.fromstring(answer.text)
        frame = FRAMES[size]
        assert float(root.attrib["width"]) == frame.width
        assert frame.height in (None, float(root.attrib["height"]))
        words = " ".join([*root.itertext(), *lettering.lines(root)])
        assert "…" not in words, "a word is cut"
        written = client.get(address(asked, "svg", boyut=size, metin="yazi")).text
        as_text = ElementTree.fromstring(written)
        assert lettering.lines(root) == lettering.lines(as_text)
        fills_its_frame(as_text, size)
        if figure.spec is not None and size is not Size.SOCIAL:
            assert list(measured.charts(as_text)), "nothing is drawn but words"
        assert not {"text", "style"} & {one.tag.rpartition("}")[2] for one in root.iter()}
        for word in f"{figure.title} {figure.subtitle} {figure.source}".split():
            assert word in words, word
        assert asked.data_version in words
        assert "acikbutce.example" in words
        assert figure.sentence in words
        assert "http" not in answer.text.replace("http://www.w3.org/", "")
        if size is not as_png:
            continue
        sides = (root.attrib["width"], root.attrib["height"])
        drawn = tuple(round(float(side)) * frame.dots for side in sides)
        answer = client.get(address(asked, "png", boyut=size))
        assert answer.headers["content-type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG\r\n\x1a\n")
        picture = Image.open(io.BytesIO(answer.content))
        assert picture.size == drawn
        colours = picture.convert("RGB").getcolors(maxcolors=4_000_000)
        assert colours is not None
        assert len(colours) > 20, "nothing is drawn"


def fills_its_frame(root: ElementTree.Element, size: Size) -> None:
    """Holds what is written to be read where the picture is looked at, whole, and the frame to be
    used from edge to edge."""
    frame, texts = FRAMES[size], measured.texts(root)
    smallest = min(texts, key=lambda text: text.size)
    assert smallest.size * frame.seen / frame.width >= 10.9, smallest.words
    for text in texts:
        assert "…" not in text.words
        assert text.is_turned or text.least - 2 <= text.left, text.words
        assert text.is_turned or text.right <= text.most + 2, text.words
    if frame.height is None:
        return
    bands = [(text.baseline - text.size, text.baseline + text.size * 0.4) for text in texts]
    drawn = list(measured.charts(root))
    bands += [(top, top + height) for _, top, _, height in drawn]
    reached, empty = float(frame.above), 0.0
    for top, bottom in sorted(bands):
        empty, reached = max(empty, top - reached), max(reached, bottom)
    assert max(empty, frame.height - frame.above - reached) <= 0.22 * frame.height
    inner = frame.width - 2 * frame.margin
    # What is higher than wide ends where the frame's height does.
    full = 0.7 * frame.height
    assert all(width >= 0.75 * inner or high >= full for *_, width, high in drawn), drawn


@pytest.mark.parametrize("slug", ["amac-kod", "akis", "yuz-lira", "hirs", "tesis-sayisi", "harita"])
def test_what_is_high_has_a_lower_form_for_a_square(kayseri: TestClient, slug: str) -> None:
    """The square has least room of what a telephone shows."""
    asked = {"boyut": Size.SQUARE, "metin": "yazi"}
    root = ElementTree.fromstring(kayseri.get(f"/grafik/{slug}.svg", params=asked).text)
    assert len(list(measured.charts(root))) == 1, "nothing is drawn but words"
    fills_its_frame(root, Size.SQUARE)
    words = " ".join(lettering.lines(root))
    part = {"akis": "(ikinci adım)", "yuz-lira": "Diğerleri (4)", "harita": "Kocasinan"}
    assert part.get(slug, "(en büyük ") in words


@pytest.mark.parametrize("slug", SLUGS)
def test_a_sheet_of_paper_holds_the_figure_and_can_be_read_by_machines(
    served: tuple[TestClient, FigureAnswers], slug: str
) -> None:
    client, answers = served
    asked = preset(answers, slug)
    figure = answers.drawn(asked).figure
    answer = client.get(address(asked, "pdf", tema="koyu"))
    assert answer.headers["content-type"] == MEDIA["pdf"]
    assert f'filename="{asked.stem}.pdf"' in answer.headers["content-disposition"]
    assert pdf_ua.lacks(answer.content) == []
    (page,) = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    words = "".join(page.extract_text().split())
    for text in (figure.title, figure.subtitle, figure.sentence, figure.source):
        assert "".join(text.split()) in words, text
    assert "".join(asked.data_version.split()) in words
    assert pdf_ua.links(answer.content)[-1] == answers.address(asked)


def test_the_sentence_may_be_the_title(kayseri: TestClient) -> None:
    figure = kayseri.get("/grafik/genel-bakis.json").json()
    for ending, more in (("svg", {"metin": "yazi", "boyut": "dikey"}), ("pdf", {})):
        answer = kayseri.get(f"/grafik/genel-bakis.{ending}", params={"baslik": "cumle", **more})
        assert "-cumle." in answer.headers["content-disposition"]
        if ending == "svg":
            lines = lettering.lines(ElementTree.fromstring(answer.text))
            words = "".join("".join(lines).split())
        else:
            (page,) = pypdf.PdfReader(io.BytesIO(answer.content)).pages
            words = "".join(page.extract_text().split())
        said, title = ("".join(figure[name].split()) for name in ("sentence", "title"))
        assert words.index(said) < words.index(title), ending


def test_a_picture_for_print_has_300_pixels_an_inch(kayseri: TestClient) -> None:
    answer = kayseri.get("/grafik/personel.png?tablo=kaynaklar-personel&boyut=baski-300")
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.size == (2480, 3508)
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    allowed = problem(
        kayseri.get("/grafik/personel.png?tablo=kaynaklar-personel&boyut=baski-300&olcek=2"),
        400,
        "wrong-value",
    )["allowed"]
    assert allowed == ["1"]


def test_the_scale_is_the_number_of_pixels(kayseri: TestClient) -> None:
    answer = kayseri.get("/grafik/genel-bakis.png?boyut=kare&olcek=2")
    assert Image.open(io.BytesIO(answer.content)).size == (2160, 2160)


def test_an_svg_is_outlines_or_text(kayseri: TestClient) -> None:
    drawn = kayseri.get("/grafik/butce.svg")
    same = kayseri.get("/grafik/butce.svg?metin=cizim")
    written = kayseri.get("/grafik/butce.svg?metin=yazi")
    assert drawn.content == same.content
    assert "<text" not in drawn.text
    assert "font-face" not in drawn.text
    assert written.text.count("<text") > 10
    assert written.text.count("@font-face") == 2
    assert f'font-family="{CARRIED_FAMILY}"' in written.text
    names = [answer.headers["content-disposition"] for answer in (drawn, written)]
    assert names == [
        f'inline; filename="kbb-2025-butce-{name}.svg"' for name in ("web", "web-yazi")
    ]


def test_dark_is_another_picture(kayseri: TestClient) -> None:
    light, dark = (
        kayseri.get(f"/grafik/genel-bakis.svg?tema={name}").text for name in ("acik", "koyu")
    )
    assert 'fill="#FFFFFF"' in light
    assert 'fill="#0E1B2A"' in dark


@pytest.fixture(autouse=True)
def turkish() -> Iterator[None]:
    with using("tr"):
        yield
