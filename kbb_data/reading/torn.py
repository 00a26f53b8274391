"""Rows that a line break tore within a cell: a line that ends in a name, and the name's rest.

Both halves together must have exactly the columns of their table, and the tear must lie between
words; everything else stays as printed and is for the table's reader to refuse.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from kbb_data.reading.heads import label_of
from kbb_data.reading.lines import Line
from kbb_data.turkish import fold, squeeze

#: The sections whose tables have rows with a name between other cells.
_SECTIONS = ("2.3", "2.4", "2.5", "2.6")


def mend(lines: list[Line]) -> tuple[list[Line], set[int]]:
    """The lines with torn rows whole, each with the number of its first line, and the numbers of
    the lines that are read with the one above. Lines without a tear are as they were."""
    mended: list[Line] = []
    joined: set[int] = set()
    widths = _widths(lines)
    for line in lines:
        above = mended[-1] if mended else None
        if above and _is_completed(above, line):
            cells = tuple(
                squeeze(" ".join(pair)) for pair in zip(above.cells, line.cells, strict=True)
            )
            mended[-1] = replace(above, text=f"{above.text} {line.text}", cells=cells)
            joined.add(line.number)
        elif above and above.number not in joined and _is_torn(above, line, widths):
            cells = (
                *above.cells[:-1],
                squeeze(f"{above.cells[-1]} {line.cells[0]}"),
                *line.cells[1:],
            )
            mended[-1] = replace(above, text=f"{above.text} {line.text}", cells=cells)
            joined.add(line.number)
        else:
            mended.append(line)
    return mended, joined


def _widths(lines: list[Line]) -> dict[int, int]:
    """How many cells most lines of each line's table have."""
    table = 0
    of_line: dict[int, int] = {}
    counts: dict[int, Counter[int]] = {}
    section = ""
    for line in lines:
        if line.section != section or "tablosu" in fold(line.first):
            table, section = table + 1, line.section
        if len(line.cells) > 1:
            of_line[line.number] = table
            counts.setdefault(table, Counter())[len(line.cells)] += 1
    return {number: counts[of].most_common(1)[0][0] for number, of in of_line.items()}


def _is_torn(above: Line, line: Line, widths: dict[int, int]) -> bool:
    if line.major not in _SECTIONS or above.section != line.section:
        return False
    width = widths.get(line.number, 0)
    if (
        len(above.cells) < 2
        or len(line.cells) < 2
        or len(above.cells) + len(line.cells) - 1 != width
    ):
        return False
    end, start = above.cells[-1], line.cells[0]
    if not _is_words(end) or not _is_words(start) or end.endswith(":") or start.endswith(":"):
        return False
    if any(_is_figure(cell) for cell in above.cells[1 if above.major == "2.3" else 2 :]):
        return False
    return not label_of(line).subject and not fold(start).startswith(("toplam ", "butce disi"))


def _is_completed(above: Line, line: Line) -> bool:
    """Whether a row has number and name alone, and the line below it the rest of the name in the
    same column and the figures."""
    if line.major not in _SECTIONS or len(above.cells) != len(line.cells):
        return False
    if len(above.filled) != 2 or len(line.filled) < 3 or not above.first.isdigit():
        return False
    (column, name), *figures = line.filled
    return (
        column == above.filled[1][0]
        and _is_words(name)
        and _is_words(above.filled[1][1])
        and all(_is_figure(cell) for _, cell in figures)
    )


def _is_words(cell: str) -> bool:
    return bool(cell) and not cell[0].isdigit() and any(letter.isalpha() for letter in cell)


def _is_figure(cell: str) -> bool:
    return bool(cell) and not any(letter.isalpha() for letter in cell)
