"""A small drawn mark for each of the six words, so that no word rests on colour alone.

The marks are ours: lines on a 16 by 16 ground in the colour of the text around them.
"""

from __future__ import annotations

from present.ambition import Ambition

#: SVG path data, drawn as lines.
PATHS: dict[Ambition, str] = {
    Ambition.ON_TREND: "M3.5 12.5 12 4M6.5 4H12v5.5",
    Ambition.ACCELERATION: "M3.5 8 8 3.5 12.5 8M3.5 13 8 8.5 12.5 13",
    Ambition.REACHED: "M8 2.5a5.5 5.5 0 1 0 .01 0zM8 6.5a1.5 1.5 0 1 0 .01 0z",
    Ambition.KEPT: "M3 6h10M3 10h10",
    Ambition.LOWER: "M3.5 3.5 12 12M6.5 12H12V6.5",
    Ambition.NOT_COMPARABLE: "M2.5 8h2M7 8h2M11.5 8h2",
}


def svg(ambition: Ambition) -> str:
    """The word's mark as inline SVG, hidden from screen readers: the word stands beside it."""
    return (
        '<svg class="ki-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">'
        f'<path d="{PATHS[ambition]}"/></svg>'
    )
