"""What a text holds of its pages: their numbers and their running heads.

Both are looked for before anything is read, because inside a table they look like a line of it:
the rest of a note, of a name, a person. What can't be told from a table's line is left to the
table's reader, which refuses it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable

from kbb_data.problems import Problem, quote
from kbb_data.reading.heads import label_of
from kbb_data.reading.lines import Line
from kbb_data.reading.sections import within
from kbb_data.turkish import fold, squeeze

#: The reasons for which such lines are passed over.
NUMBER, HEAD = "page number", "page head"

_NUMBER = re.compile(
    r"(?:[-–—|•]\s*)?(?:(?:sayfa|sf\.?|s\.)\s*:?\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?(?:\s*[-–—|•])?"
)
_TITLE = "performans programi"
#: What else stands in a running head beside the institution's name and the programme's title.
_BESIDE = re.compile(r"\b(?:t c|\d{1,4}|mali|yili|yil|sayfa|performans programi)\b")
#: How often a line must recur before it can be a running head that nobody knows.
_OFTEN = 3


def page_lines(
    lines: list[Line],
    institution: str,
    is_form: Callable[[Line], bool] = lambda line: bool(label_of(line).subject),
) -> tuple[dict[int, str], list[Problem]]:
    """The numbers of the lines that belong to the pages, each with its reason, and the numbers
    that stand alone but out of the pages' order.

    ``institution``: the name that the tables give; ``is_form``: whether a line bears a label or a
    title of the form, which may recur as it likes. A page's number is a whole line without tabs
    and never falls; a running head is made of the institution's name and the programme's title, or
    recurs where no table's line can stand. Both are empty for a text without pages.
    """
    numbers, problems = _numbers(lines)
    # One out of order is refused; no table may take it up all the same.
    reasons = dict.fromkeys([*numbers, *(problem.line for problem in problems)], NUMBER)
    reasons |= dict.fromkeys(_heads(lines, institution), HEAD)
    reasons |= dict.fromkeys(_recurring(lines, set(reasons), is_form), HEAD)
    return reasons, problems


def _numbers(lines: list[Line]) -> tuple[set[int], list[Problem]]:
    """The lines that hold a page's number, and a problem for each that is out of order."""
    alone = [
        (line, int(match[1]))
        for line in lines
        if line.section != "0"
        and "\t" not in line.text
        and (match := _NUMBER.fullmatch(fold(line.first)))
    ]
    kept = _rising([number for _, number in alone])
    problems = [
        Problem(
            line.number,
            f"section {line.section}",
            "pages' numbers that rise",
            f"{quote(line.first)}; take the number out or put its part of the text in place",
        )
        for place, (line, _) in enumerate(alone)
        if place not in kept and line.is_accounted
    ]
    return {line.number for place, (line, _) in enumerate(alone) if place in kept}, problems


def _rising(numbers: list[int]) -> set[int]:
    """The places of the longest run of ``numbers`` that never falls."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_right(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    place = places[-1] if places else -1
    kept: set[int] = set()
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept


def _heads(lines: list[Line], institution: str) -> set[int]:
    """The lines made of nothing but the institution's name, the programme's title, the year and
    a page's number, and headings of a section printed anew within it. The bare name is one only
    in a table, where it has a label otherwise."""
    name = squeeze(re.sub(r"[^0-9a-z]+", " ", fold(institution)))
    table_end = [line.number for line in lines if line.major == "2.6" and "\t" in line.text]
    found: set[int] = set()
    headings: set[str] = set()
    for line in lines:
        if line.section == "0" or not line.first:
            continue
        if line.heading:
            heading = line.heading.section
            if heading in headings and within(line.section, heading):
                found.add(line.number)
            headings.add(heading)
            continue
        words = squeeze(re.sub(r"[^0-9a-z]+", " ", fold(" ".join(c for _, c in line.filled))))
        if _TITLE not in words and name not in words:
            continue
        rest = _BESIDE.sub(" ", words.replace(name, " "))
        in_table = line.major in ("1.3", "2.2", "2.3", "2.4") or (
            line.major == "2.6" and line.number < max(table_end, default=0)
        )
        if not rest.strip() and (_TITLE in words or in_table):
            found.add(line.number)
    return found


def _recurring(lines: list[Line], pages: set[int], is_form: Callable[[Line], bool]) -> set[int]:
    """The lines without tabs that recur, each beside a page's number or a running head, or once
    where no note can go on: right below a row of figures."""
    beside: set[int] = set()
    below_row: set[int] = set()
    seen: dict[str, list[Line]] = defaultdict(list)
    shown = [line for line in lines if line.first and line.section != "0"]
    for place, line in enumerate(shown):
        if line.major != "2.3" or "\t" in line.text or is_form(line):
            continue
        if line.number in pages or "tablosu" in fold(line.first) or line.heading:
            continue
        seen[re.sub(r"\d+", "", fold(line.first))].append(line)
        around = shown[max(place - 1, 0) : place] + shown[place + 1 : place + 2]
        if any(other.number in pages for other in around):
            beside.add(line.number)
        if place and len(shown[place - 1].filled) > 2:
            below_row.add(line.number)
    found: set[int] = set()
    for recurring in seen.values():
        numbers = {line.number for line in recurring}
        if len(numbers) >= _OFTEN and (numbers <= beside or numbers & below_row):
            found |= numbers
    return found
