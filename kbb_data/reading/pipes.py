"""Texts whose cells are parted by pipes instead of tabs, as Markdown's tables are."""

from __future__ import annotations

import re

#: The line of a Markdown table below its head.
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_HASHES = re.compile(r"#{1,6}\s+")
_MOST = 0.8


def tabbed(text: str) -> str:
    """The text with tabs between the cells of its tables; a text without tables parted by pipes
    as it is. Lines keep their numbers."""
    lines = text.split("\n")
    piped = [line.strip() for line in lines if _PIPE.search(line)]
    if len(piped) <= sum("\t" in line for line in lines):
        return text
    framed = sum(line.startswith("|") and line.endswith("|") for line in piped)
    is_framed = framed > _MOST * len(piped)
    return "\n".join(_tabbed(line, is_framed) for line in lines)


def _tabbed(line: str, is_framed: bool) -> str:
    if _RULE.fullmatch(line) and "|" in line:
        return ""
    if not _PIPE.search(line):
        return _HASHES.sub("", line) if _HASHES.match(line) else line
    row = line.strip()
    if is_framed:
        if not (row.startswith("|") and row.endswith("|")):
            return line
        row = row[1:-1]
    cells = _PIPE.split(row if is_framed else line)
    return "\t".join(re.sub(r"\*\*|\\(?=\|)", "", cell).strip() for cell in cells)
