"""A PDF's page as a reader holds it: letters and strokes set straight, a turned page turned back.

Programs write letters and strokes that lean by less than anybody sees, and wide tables on pages
that lie on their side. Taken as they come, such letters count as lying and such strokes as no
strokes, and a whole table is lost without a word.
"""

from __future__ import annotations

from typing import Any

from pdfplumber.page import Page

#: How far what leans unseen may be off, in points.
_UNSEEN = 0.05


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
    for line in page.objects.get("line", ()):
        _straighten(line)
    page.objects.setdefault("rect", []).extend(
        {key: shape[key] for key in shape if key not in ("pts", "path")} | {"object_type": "rect"}
        for shape in page.objects.get("curve", ())
        if _is_rectangle(shape)
    )
    return page


def _lies(matrix: tuple[float, ...]) -> bool:
    """Whether a letter runs rather up or down the page than across it."""
    return abs(matrix[1]) > abs(matrix[0])


def _straighten(line: dict[str, Any]) -> None:
    """Make a stroke that leans unseen run straight across the page or down it."""
    if 0 < line["height"] < _UNSEEN < line["width"]:
        line["bottom"], line["y0"], line["height"] = line["top"], line["y1"], 0
    elif 0 < line["width"] < _UNSEEN < line["height"]:
        line["x1"], line["width"] = line["x0"], 0


def _is_rectangle(shape: dict[str, Any]) -> bool:
    """Whether a shape's corners are those of the box around it."""
    corners = {
        (_near(x, shape["x0"], shape["x1"]), _near(y, shape["top"], shape["bottom"]))
        for x, y in shape["pts"]
    }
    return len(shape["pts"]) in (4, 5) and len(corners) == 4 and all(None not in c for c in corners)


def _near(value: float, low: float, high: float) -> int | None:
    """On which side of a box a value lies, the nearer one; ``None`` for within it."""
    away = [abs(value - low), abs(value - high)]
    return away.index(min(away)) if min(away) < _UNSEEN else None
