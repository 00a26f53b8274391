"""Writes ``assets/favicon.ico`` from ``assets/mark.svg``: run it when the mark changes."""

from __future__ import annotations

import io
from pathlib import Path

import vl_convert
from PIL import Image

ASSETS = Path(__file__).resolve().parent.parent / "assets"
SIZES = (16, 32, 48)


def drawn(size: int) -> Image.Image:
    """The mark as a square of so many pixels."""
    svg = (ASSETS / "mark.svg").read_text(encoding="utf-8")
    # The converter takes its size from the drawing; the view box says how large that is.
    svg = svg.replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)
    return Image.open(io.BytesIO(vl_convert.svg_to_png(svg))).convert("RGBA")


def icon() -> bytes:
    """The icon with every size, each drawn by itself and not made smaller from another."""
    largest, *others = (drawn(size) for size in reversed(SIZES))
    written = io.BytesIO()
    largest.save(
        written,
        "ICO",
        bitmap_format="bmp",
        sizes=[(size, size) for size in SIZES],
        append_images=others,
    )
    return written.getvalue()


if __name__ == "__main__":
    (ASSETS / "favicon.ico").write_bytes(icon())
