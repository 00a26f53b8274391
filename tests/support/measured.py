"""What is written on a picture, as large and where it comes out, read from an SVG with text.

Widths are measured in our own font.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from present.picture.text import length

_SVG = "{http://www.w3.org/2000/svg}"
_STEP = re.compile(r"(translate|scale|rotate)\(([^)]*)\)")
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text in the picture's own pixels: its size, its edges and those of the drawing that
    holds it, beyond which it is cut; ``is_turned`` texts have no edges."""

    words: str
    size: float
    left: float
    right: float
    baseline: float
    least: float
    most: float
    is_turned: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element's own pixels lie in the picture, and the edges of what holds them."""

    x: float
    y: float
    scale: float
    least: float
    most: float
    is_turned: bool = False
    look: tuple[tuple[str, str], ...] = ()

    def moved(self, x: float, y: float) -> _Place:
        return _Place(
            self.x + x * self.scale, self.y + y * self.scale, self.scale,
            self.least, self.most, self.is_turned, self.look,
        )  # fmt: skip


def texts(root: ElementTree.Element) -> list[Text]:
    """All lines that are written, in their order."""
    width = float(root.attrib["width"])
    return [text for child in root for text in _within(child, _Place(0, 0, 1, 0, width))]


def charts(root: ElementTree.Element) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, width and height of what is drawn within the picture, without the emblem."""
    for group in root.iter(f"{_SVG}g"):
        moved = _STEP.search(group.get("transform", ""))
        for drawn in group.findall(f"{_SVG}svg"):
            x, y = _numbers(moved[2]) if moved else (0.0, 0.0)
            outer = next((one for one in root.findall(f"{_SVG}g") if group in list(one)), None)
            if outer is not None:
                above = _STEP.search(outer.get("transform", ""))
                assert above is not None
                further = _numbers(above[2])
                x, y = x + further[0], y + further[1]
            yield (
                x + float(drawn.get("x", 0)),
                y + float(drawn.get("y", 0)),
                float(drawn.attrib["width"]),
                float(drawn.attrib["height"]),
            )


def _numbers(text: str) -> tuple[float, float]:
    first, *rest = [float(part) for part in re.split(r"[ ,]+", text.strip())]
    return first, rest[0] if rest else 0.0


def _within(element: ElementTree.Element, place: _Place) -> Iterator[Text]:
    name = element.tag.removeprefix(_SVG)
    look = dict(place.look)
    look.update((key, value) for key, value in element.attrib.items() if key != "transform")
    place = _turned(element, place)
    if name == "svg":
        place = _nested(element, place)
    place = _Place(place.x, place.y, place.scale, place.least, place.most, place.is_turned,
                   tuple(look.items()))  # fmt: skip
    if name == "text":
        yield from _lines(element, place)
        return
    for child in element:
        yield from _within(child, place)


def _turned(element: ElementTree.Element, place: _Place) -> _Place:
    for kind, given in _STEP.findall(element.get("transform", "")):
        if kind == "translate":
            place = place.moved(*_numbers(given))
        elif kind == "scale":
            place = _Place(place.x, place.y, place.scale * _numbers(given)[0], place.least,
                           place.most, place.is_turned)  # fmt: skip
        elif _numbers(given)[0]:
            place = _Place(place.x, place.y, place.scale, place.least, place.most, True)
    return place


def _nested(element: ElementTree.Element, place: _Place) -> _Place:
    left, top, width, height = map(float, element.attrib["viewBox"].replace(",", " ").split())
    shown = [float(element.get(name, 0)) for name in ("x", "y", "width", "height")]
    scale = min(shown[2] / width, shown[3] / height)
    x, y = place.x + shown[0] * place.scale, place.y + shown[1] * place.scale
    inner = place.scale * scale
    return _Place(x - left * inner, y - top * inner, inner, x, x + width * inner)


def _lines(element: ElementTree.Element, place: _Place) -> Iterator[Text]:
    spans = [span for span in element.findall(f"{_SVG}tspan") if span.get("x") or span.get("dy")]
    look = dict(place.look)
    at, down = float(element.get("x", 0)), float(element.get("y", 0))
    for part in spans or [element]:
        words = " ".join("".join(part.itertext()).split())
        down += float(part.get("dy", 0)) if part is not element else 0.0
        if not words:
            continue
        size = float(look.get("font-size", "16").removesuffix("px"))
        weight = 600 if look.get("font-weight", "400") in ("600", "650", "700", "bold") else 400
        # Measured large, so that no rounding counts.
        wide = length(words, _HUNDRED, weight) / _HUNDRED * size
        before = {"middle": wide / 2, "end": wide}.get(look.get("text-anchor", "start"), 0.0)
        here = place.moved(at - before, down)
        yield Text(
            words, size * place.scale, here.x, here.x + wide * place.scale, here.y,
            place.least, place.most, place.is_turned,
        )  # fmt: skip
