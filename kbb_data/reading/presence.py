"""Whether a section that some bodies do not print is lacking, or only lost its heading.

A programme without a council, without buildings, without a table of staff or of responsible units
says nothing about them. One whose list of contents names the section, or that prints its table, has
lost a heading: its rows would be taken for another section's.
"""

from __future__ import annotations

from kbb_data.problems import Problem, quote
from kbb_data.reading.heads import places
from kbb_data.reading.lines import Line
from kbb_data.reading.sections import OPTIONAL_SECTIONS, SECTIONS, contents

#: The tables of each section, by the names that ``heads`` has for their columns.
_TABLES = {
    "1.2": ("members", "executive"),
    "1.3": ("assets",),
    "1.5": ("education", "occupancy"),
    "2.6": ("responsible",),
}


def lost_headings(lines: list[Line]) -> list[Problem]:
    """A problem for each section that is there without its heading; none for a section that the
    document does not have."""
    printed = {line.major for line in lines}
    problems = []
    for section in OPTIONAL_SECTIONS:
        if section in printed:
            continue
        trace = next((line for line in lines if _is_trace(line, section)), None)
        if trace is not None:
            cells = quote(" | ".join(cell for _, cell in trace.filled))
            problems.append(
                Problem(
                    trace.number,
                    f"section {section}",
                    f"the heading '{section}. {SECTIONS[section]}'",
                    f"no such heading, but {cells}; write the heading above the section",
                )
            )
    return problems


def _is_trace(line: Line, section: str) -> bool:
    """Whether a line shows that the document has a section: its entry in the list of contents, or
    the head of one of its tables."""
    if line.section == "0":
        return section in contents(line.first)
    return any(places(line, table) for table in _TABLES[section])
