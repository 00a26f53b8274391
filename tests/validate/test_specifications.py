"""A specification drawn by others is the figure that we draw."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
import vl_convert
from PIL import Image
from playwright.sync_api import Browser, Page
from starlette.testclient import TestClient

from db import engine
from present.figures.answers import FigureAnswers
from present.opendata.source import Library
from present.picture.renderer import FONTS
from present.picture.text import FILES
from tests.support import lettering
from tests.validate.conftest import NODE_MODULES
from tests.validate.drawing import apart
from tests.web.conftest import RENDERER, address, figure_answers, preset

#: A figure of each kind of chart: bars, a legend, an axis of Vega's own, a matrix, rows that fill
#: a page, points, hundred squares.
SLUGS = ("butce", "hirs", "tesis-orani", "amac-kod", "ilerleme", "meclis", "yuz-lira")
SCRIPTS = ("vega/build/vega.min.js", "vega-lite/build/vega-lite.min.js",
           "vega-embed/build/vega-embed.min.js")  # fmt: skip
#: As ``tests.validate.drawing.apart`` tells: what edges alone make. Browsers measure words by
#: another table of the font than vl-convert, which moves some by a pixel.
BOUNDS = {"vl-convert": 16.0, "vega-embed": 60.0}


@pytest.fixture(scope="module")
def answers(kayseri_url: str) -> FigureAnswers:
    reading = engine.create(kayseri_url)
    return figure_answers(Library(lambda: reading))


def face(weight: str, name: str) -> str:
    """A font of ours as a page states it."""
    content = base64.b64encode((FONTS / name).read_bytes()).decode()
    return (
        f"@font-face{{font-family:'KBB Sans';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{content})}}"
    )


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page of another site with Vega-Embed, on a machine that has our font."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    faces = "".join(map(face, ("400", "600 700"), FILES.values()))
    page.set_content(f"<style>body{{margin:0}}{faces}</style><div id=figure></div>")
    for script in SCRIPTS:
        page.add_script_tag(path=NODE_MODULES / script)
    page.evaluate(
        "Promise.all(['400', '600'].map(w => document.fonts.load(`${w} 14px 'KBB Sans'`)))"
    )
    yield page
    page.close()


def ours(answers: FigureAnswers, slug: str, spec: dict) -> Image.Image:  # type: ignore[type-arg]
    """Our chart of that width on the same ground, without title."""
    made = {key: value for key, value in spec.items() if key != "title"}
    chart = answers.drawn(preset(answers, slug)).figure.spec
    assert chart is not None
    assert {"data", "datasets", "layer"} & set(chart) <= set(made)
    # ``usermeta`` tells of the source instead of what our pictures need to know.
    for name in set(chart) - {"width", "config", "title", "usermeta"}:
        assert made[name] == chart[name], f"{name} is the figure's own"
    return png(RENDERER.svg(made))


def png(svg: str) -> Image.Image:
    root = svg[: svg.index(">")]
    width, height = (float(re.search(rf' {side}="([\d.]+)"', root)[1])  # type: ignore[index]
                     for side in ("width", "height"))  # fmt: skip
    return Image.open(io.BytesIO(RENDERER.png(svg, 1, width, height)))


def lowest(image: Image.Image, height: float) -> Image.Image:
    """So many pixels of a picture from its lower edge up."""
    return image.crop((0, image.height - round(height), image.width, image.height))


@pytest.fixture(scope="module")
def specs(kayseri: TestClient, answers: FigureAnswers) -> dict[str, dict]:  # type: ignore[type-arg]
    return {slug: kayseri.get(address(preset(answers, slug), "vl.json")).json() for slug in SLUGS}


@pytest.mark.parametrize("slug", SLUGS)
def test_vl_convert_draws_our_chart_below_a_title(  # type: ignore[no-untyped-def]
    slug: str, specs, answers: FigureAnswers
) -> None:
    vl_convert.register_font_directory(str(FONTS))
    drawn = png(vl_convert.vegalite_to_svg(json.dumps(specs[slug]), allowed_base_urls=[]))
    chart = ours(answers, slug, specs[slug])
    assert drawn.height > chart.height + 40, "there is a title"
    assert apart(chart, lowest(drawn, chart.height)) < BOUNDS["vl-convert"]


@pytest.mark.parametrize("slug", SLUGS)
def test_vega_embed_draws_our_chart_below_a_title(  # type: ignore[no-untyped-def]
    slug: str, specs, answers: FigureAnswers, page: Page
) -> None:
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    warned = page.evaluate(
        """async spec => {
          const said = [];
          const logger = {level: () => logger, debug: () => logger, info: () => logger,
            warn: (...all) => (said.push(all.join(' ')), logger),
            error: (...all) => (said.push(all.join(' ')), logger)};
          await vegaEmbed('#figure', spec, {renderer: 'svg', actions: false, logger});
          return said;
        }""",
        specs[slug],
    )
    assert (warned, errors) == ([], [])
    svg = page.locator("#figure svg")
    drawn = Image.open(io.BytesIO(svg.screenshot()))
    chart = ours(answers, slug, specs[slug])
    assert abs(drawn.width - chart.width) <= 12
    # Browsers find words higher than vl-convert does, which moves the rows of a legend apart.
    height = specs[slug]["height"]
    assert apart(lowest(chart, height), lowest(drawn, height)) < BOUNDS["vega-embed"]
    theirs, written = (
        sorted(lettering.lines(ElementTree.fromstring(text)))
        for text in (serialised(page), RENDERER.svg(specs[slug]))
    )
    assert theirs == written


def serialised(page: Page) -> str:
    """The drawn SVG as XML."""
    return str(
        page.evaluate(
            "new XMLSerializer().serializeToString(document.querySelector('#figure svg'))"
        )
    )
