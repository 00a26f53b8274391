"""A picture whose texts are drawn as the outlines of their letters: the same in every program.

Programs other than browsers pass over the font that a picture carries, and set its words in
another one, wider or narrower than the places that were measured for them. Outlines need no font.
The words stand beside them as labels (``aria-label``), as drawing programs write them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from present.picture.letters import letters

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_TEXT, _SPAN, _PATH, _STYLE = (f"{{{_SVG}}}{name}" for name in ("text", "tspan", "path", "style"))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

ElementTree.register_namespace("", _SVG)
ElementTree.register_namespace("xlink", _XLINK)

#: What a path keeps of the text that it draws.
_KEPT = (
    "fill",
    "fill-opacity",
    "opacity",
    "stroke",
    "stroke-linejoin",
    "stroke-opacity",
    "aria-hidden",
)
#: What a part of a text may say of itself.
_KNOWN = {"x", "y", "dy", _LANG}
_BLANKS = re.compile(r"[ \t\r\n]+")


#: The parameter of an SVG's address.
LETTERING = "metin"


class Lettering(StrEnum):
    """How the words of an SVG stand in it: drawn as outlines, or written as text; the values stand
    in addresses."""

    DRAWN = "cizim"
    WRITTEN = "yazi"


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the words of an element are set, which its elements inherit."""

    size: float = 16
    weight: int = 400
    anchor: str = "start"
    language: str = "tr"

    def within(self, element: Mapping[str, str]) -> _Setting:
        """The setting of an element with these attributes."""
        weight = {"normal": "400", "bold": "700"}.get(
            given := element.get("font-weight", str(self.weight)), given
        )
        return replace(
            self,
            size=float(element.get("font-size", str(self.size)).removesuffix("px")),
            weight=int(weight),
            anchor=element.get("text-anchor", self.anchor),
            language=element.get(_LANG, self.language),
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """Words from a point on."""

    x: float
    y: float
    words: str


def outlined(svg: str) -> str:
    """The picture without texts and fonts.

    A text with a letter that our fonts lack stays a text, in whatever font a reader's machine has.
    Raises ``xml.etree.ElementTree.ParseError`` for what is no XML.
    """
    root = ElementTree.fromstring(svg)
    _draw(root, _Setting().within(root.attrib))
    return ElementTree.tostring(root, encoding="unicode")


def _draw(parent: Element, setting: _Setting) -> None:
    for place, child in enumerate(list(parent)):
        own = setting.within(child.attrib)
        if child.tag != _TEXT:
            _draw(child, own)
            continue
        drawn = _drawn(child, own)
        if drawn is not None:
            drawn.tail = child.tail
            parent[place] = drawn
    for style in parent.findall(_STYLE):
        parent.remove(style)


def _drawn(text: Element, setting: _Setting) -> Element | None:
    """The text as a path; nothing where it can't be."""
    lines = list(_lines(text))
    if any(set(span.attrib) - _KNOWN for span in text):
        return None
    x, y = (lines[0].x, lines[0].y) if lines else (0.0, 0.0)
    outlines = []
    for line in lines:
        made = letters(line.words, setting.weight, setting.language)
        if made is None:
            return None
        scale = setting.size / made.em
        shift = {"middle": 0.5, "end": 1.0}.get(setting.anchor, 0.0) * made.width
        outlines.append(made.path((line.x - x) / scale - shift, (line.y - y) / scale))
    path = Element(_PATH, {name: text.attrib[name] for name in _KEPT if name in text.attrib})
    if not outlines:
        return path
    place = f"translate({x:g},{y:g})" if x or y else ""
    own = text.get("transform", "")
    path.set("transform", f"{own}{place}scale({scale:g})")
    if "stroke-width" in text.attrib:
        path.set("stroke-width", f"{float(text.attrib['stroke-width']) / scale:g}")
    if text.get("aria-hidden") != "true":
        path.set("aria-label", " ".join(line.words for line in lines))
    path.set("d", "".join(outlines))
    return path


def _lines(text: Element) -> Iterator[_Line]:
    """The lines of a text: each begins where one of its parts states a place of its own."""
    x, y = float(text.get("x", "0")), float(text.get("y", "0"))
    words = text.text or ""
    for span in text:
        moved = float(span.get("dy", "0"))
        if "x" in span.attrib or "y" in span.attrib or moved:
            if words.strip():
                yield _Line(x, y, _blanks(words))
            words = ""
            x, y = float(span.get("x", x)), float(span.get("y", y)) + moved
        words += "".join(span.itertext()) + (span.tail or "")
    if words.strip():
        yield _Line(x, y, _blanks(words))


def _blanks(words: str) -> str:
    """Words with blanks as a picture shows them: one between words, none around."""
    return _BLANKS.sub(" ", words).strip(" ")
