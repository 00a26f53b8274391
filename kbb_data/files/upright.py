"""A PDF's page as a reader holds it: letters and strokes set straight, a turned page turned back.

Programs write letters and strokes that lean by less than anybody sees, and wide tables on pages
that lie on their side. Taken as they come, such letters count as lying and such strokes as no
strokes, and a whole table is lost without a word.
"""

from __future__ import annotations

from typing import Any

from pdfplumber.page import Page

#: A stroke drawn as a shape is thinner than this and longer than that, in points.
_THIN, _LONG = 2, 3


def righted(document: Any, page: Any) -> Any:
    """The page with its text upright. A page most of whose letters lie on their side is another
    page, turned by a quarter; any other is ``page`` itself."""
    lying = [char["matrix"] for char in page.chars if _lies(char["matrix"])]
    if len(lying) * 2 > len(page.chars):
        upwards = sum(matrix[1] > 0 for matrix in lying) * 2 > len(lying)
        source = page.page_obj
        source.rotate = (page.rotation + (90 if upwards else 270)) % 360
        source.attrs["Rotate"] = source.rotate
        page.close()
        page = Page(document, source, page.page_number, page.initial_doctop)
    for char in page.chars:
        char["upright"] = not _lies(char["matrix"])
    strokes = page.objects.setdefault("rect", [])
    for shape in page.objects.get("curve", ()):
        if min(shape["width"], shape["height"]) < _THIN and max(
            shape["width"], shape["height"]
        ) > _LONG:  # fmt: skip
            strokes.append(
                {key: shape[key] for key in shape if key not in ("pts", "path")}
                | {"object_type": "rect"}
            )
    return page


def _lies(matrix: tuple[float, ...]) -> bool:
    """Whether a letter runs rather up or down the page than across it."""
    return abs(matrix[1]) > abs(matrix[0])
