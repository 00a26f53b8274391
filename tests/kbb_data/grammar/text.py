"""A programme's text in a style: what a municipality would have published."""

from __future__ import annotations

from tests.kbb_data.grammar.meant import Programme
from tests.kbb_data.grammar.printing import Printer, Row
from tests.kbb_data.grammar.style import Style


def printed(programme: Programme, style: Style) -> str:
    """The text of a programme in a style."""
    rows = list(Printer(programme, style).rows())
    lines: list[str] = []
    page = 1
    for number, row in enumerate(rows):
        inside = isinstance(row, list) and number and isinstance(rows[number - 1], list)
        if style.pages and inside and number % 11 == 0:
            page += 1
            head = f"{programme.institution} {programme.year} YILI PERFORMANS PROGRAMI"
            lines += [head, str(page)]
        lines.append(_joined(row, style))
        if style.parting == "markdown" and isinstance(row, list) and not inside:
            lines.append("|" + " --- |" * len(row))
    text = "\n".join(lines)
    return text.replace("li", f"l{style.hyphens}i")


def _joined(row: Row, style: Style) -> str:
    if isinstance(row, str):
        return row
    if style.parting == "tabs":
        return "\t".join(row)
    if style.parting == "pipes":
        return " | ".join(row)
    return f"| {' | '.join(row)} |"
