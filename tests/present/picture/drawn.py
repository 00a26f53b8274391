"""Pictures of an invented figure, and what is asked of every one."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pandas as pd

from present.kit.charts.bars import bars
from present.kit.figure import Figure
from present.picture.frame import Picture, picture
from present.picture.sizes import FRAMES, Size
from present.picture.text import length

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


def _down(group: ElementTree.Element) -> float:
    moved = re.fullmatch(r"translate\(([\d.]+),([\d.]+)\)", group.get("transform", ""))
    assert moved is not None
    return float(moved[2])
