"""Reading section 2.2: mission, vision, core values, aims and objectives."""

from __future__ import annotations

import re

from kbb_data.problems import Problem
from kbb_data.reading.lines import Line, in_section, unexpected
from kbb_data.reading.records import (
    Aim,
    Objective,
    Reading,
)
from kbb_data.turkish import fold, squeeze, upper

_AIM = re.compile(
    r"(?:S\. ?A\.|(?:Stratejik )?Amaç|A) ?\(?(?:A ?)?(\d{1,2})\)? ?[:.\-–]+ *(.+)", re.I
)

_OBJECTIVE = re.compile(
    r"(?:S\. ?H\.|(?:Stratejik )?Hedef|H) ?\(?(?:H ?)?(\d{1,2}\.\d{1,2})\)? ?[:.\-–]+ *(.+)", re.I
)
#: The same with nothing but their numbers, as some bodies print them.
_BARE_AIM = re.compile(r"(\d{1,2})[.)\-] *([^\W\d_].+)")
_BARE_OBJECTIVE = re.compile(r"(\d{1,2}\.\d{1,2})[.)\-]? *([^\W\d_].+)")

_BULLET = re.compile(r"[-–•❖*] *(.+)")


def read_statements(reading: Reading) -> None:
    """Fill mission, vision and core values of a programme budget, where section 2.2 has them."""
    part = ""
    for line in in_section(reading.lines, "2.2"):
        text = squeeze(" ".join(cell for _, cell in line.filled))
        if (label := _statement(text)) is not None:
            part = label
            reading.account.skip(line, "label of the text below it")
        elif not _take_statement(reading, line, part, text):
            reading.account.skip(line, "heading or text beside the programmes")
    _hold_statements(reading)


def read_plan(reading: Reading) -> None:
    """Fill mission, vision, core values, aims and objectives from section 2.2."""
    part = ""
    heading = ""
    place = _place(reading)
    is_bare = _is_bare(reading)
    for line in in_section(reading.lines, "2.2"):
        text = squeeze(" ".join(cell for _, cell in line.filled))
        is_among = line.section == place and (place == "2.2.2" or part != "misyon")
        if (label := _statement(text)) is not None:
            part = label
            reading.account.skip(line, "label of the text below it")
        elif line.section == "2.2.2" and line.heading:
            part = "aims"
            reading.account.skip(line, "heading of a section")
        elif aim := (_BARE_AIM if is_bare and is_among else _AIM).fullmatch(text):
            number = int(aim[1])
            if number in [other.aim for other in reading.aims]:
                reading.problems.append(unexpected(line, "section 2.2.2", "each aim once"))
            reading.aims.append(Aim(line, number, heading, aim[2]))
            reading.account.take(line, "aims")
            heading = ""
        elif objective := (_BARE_OBJECTIVE if is_bare and is_among else _OBJECTIVE).fullmatch(text):
            if objective[1] in [other.objective for other in reading.objectives]:
                reading.problems.append(unexpected(line, "section 2.2.2", "each objective once"))
            reading.objectives.append(Objective(line, objective[1], objective[2]))
            reading.account.take(line, "objectives")
        elif not any(letter.isalpha() for letter in text):
            reading.problems.append(unexpected(line, "section 2.2", "a sentence"))
        elif _take_statement(reading, line, part, text):
            pass
        elif part in ("misyon", "vizyon") and _BULLET.fullmatch(text):
            expected = "the label 'TEMEL DEĞERLER' above the values"
            reading.problems.append(unexpected(line, "section 2.2", expected))
        elif is_among and text == heading:
            reading.account.skip(line, "page head")
        elif is_among and text == upper(text):
            heading = squeeze(f"{heading} {text}")
            reading.account.take(line, "aims")
        else:
            reading.account.skip(line, "heading or text beside the aims")
    _hold_plan(reading, place)


def _statement(text: str) -> str | None:
    """The label that a line is, above mission, vision or core values; none for another line."""
    label = fold(text)
    return label if label in ("misyon", "vizyon", "temel degerler") else None


def _take_statement(reading: Reading, line: Line, part: str, text: str) -> bool:
    """Whether a line below the label ``part`` is the mission, the vision or a core value; then
    take it up."""
    if part == "misyon" and reading.mission is None:
        reading.mission = (line, text)
    elif part == "vizyon" and reading.vision is None:
        reading.vision = (line, text)
    elif part == "temel degerler" and (bullet := _BULLET.fullmatch(text)):
        if bullet[1] in [value for _, value in reading.values]:
            reading.problems.append(unexpected(line, "section 2.2", "each core value once"))
        reading.values.append((line, bullet[1]))
    else:
        return False
    reading.account.take(line, "core_values" if part == "temel degerler" else "programme")
    return True


def _place(reading: Reading) -> str:
    """The section in which the aims stand: 2.2.2, or 2.2 where a document that numbers its sections
    in its own way has no such part."""
    own = next((line for line in reading.lines if line.section == "2.2"), None)
    has_part = any(line.section == "2.2.2" for line in reading.lines)
    return "2.2.2" if has_part or own is None or own.printed == "2.2" else "2.2"


def _is_bare(reading: Reading) -> bool:
    """Whether aims and objectives bear nothing but numbers: no line has a word before one."""
    lines = [line.first for line in in_section(reading.lines, "2.2")]
    return not any(_AIM.fullmatch(text) or _OBJECTIVE.fullmatch(text) for text in lines)


def _hold_statements(reading: Reading) -> None:
    """A label that is lost takes along what stands below it."""
    if (reading.mission is None) != (reading.vision is None):
        lost, stated = ("MİSYON", reading.vision) if reading.vision else ("VİZYON", reading.mission)
        assert stated is not None
        reading.problems.append(
            unexpected(stated[0], "section 2.2", f"the label '{lost}' and its text beside it")
        )


def _hold_plan(reading: Reading, place: str) -> None:
    """A label or a heading that is lost takes along what stands below it."""
    _hold_statements(reading)
    for aim in reading.aims if any(aim.heading for aim in reading.aims) else ():
        if not aim.heading and aim.line.section == place:
            reading.problems.append(
                unexpected(aim.line, "section 2.2.2", "a heading in capitals above the aim")
            )
    stray = next((aim.line for aim in reading.aims if aim.line.section != place), None)
    if stray:
        # The headings above the aims are known by their section.
        reading.problems.append(
            unexpected(stray, "section 2.2.2", "the heading '2.2.2. …' above the aims")
        )
    if not reading.aims:
        reading.problems.append(
            Problem(0, "section 2.2.2", "strategic aims as 'S.A.1: ...'", "none")
        )
