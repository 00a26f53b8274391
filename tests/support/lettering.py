"""The words of an SVG, written as text or drawn as outlines with the words as their label."""

from __future__ import annotations

from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def lines(root: ElementTree.Element) -> list[str]:
    """What a picture shows in words, a text each, in order; copies that make a halo left out.

    Vega's own labels of its marks tell what is drawn and are no words of the picture.
    """
    shown = []
    for element in root.iter():
        if element.get("aria-hidden") == "true":
            continue
        if element.tag == f"{SVG}text":
            parts = [element.text, *(t for s in element for t in (s.text, s.tail))]
            spaced = any(set(span.attrib) & {"x", "y", "dy"} for span in element)
            shown.append((" " if spaced else "").join(part or "" for part in parts))
        elif element.tag == f"{SVG}path" and "role" not in element.attrib:
            shown.append(element.get("aria-label", ""))
    return [words for words in (" ".join(line.split()) for line in shown) if words]
