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

_AIM = re.compile(r"S\. ?A\. ?(\d+) ?: *(.+)")

_OBJECTIVE = re.compile(r"S\. ?H\. ?(\d+\.\d+) ?: *(.+)")

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
    for line in in_section(reading.lines, "2.2"):
        text = squeeze(" ".join(cell for _, cell in line.filled))
        if (label := _statement(text)) is not None:
            part = label
            reading.account.skip(line, "label of the text below it")
        elif line.section == "2.2.2" and text.startswith("2.2.2"):
            part = "aims"
            reading.account.skip(line, "heading of a section")
        elif aim := _AIM.fullmatch(text):
            number = int(aim[1])
            if number in [other.aim for other in reading.aims]:
                reading.problems.append(unexpected(line, "section 2.2.2", "each aim once"))
            reading.aims.append(Aim(line, number, heading, aim[2]))
            reading.account.take(line, "aims")
            heading = ""
        elif objective := _OBJECTIVE.fullmatch(text):
            if objective[1] in [other.objective for other in reading.objectives]:
                reading.problems.append(unexpected(line, "section 2.2.2", "each objective once"))
            reading.objectives.append(Objective(line, objective[1], objective[2]))
            reading.account.take(line, "objectives")
        elif not any(letter.isalpha() for letter in text):
            reading.problems.append(unexpected(line, "section 2.2", "a sentence"))
        elif _take_statement(reading, line, part, text):
            pass
        elif line.section == "2.2.2" and text == heading:
            reading.account.skip(line, "page head")
        elif line.section == "2.2.2" and text == upper(text):
            heading = squeeze(f"{heading} {text}")
            reading.account.take(line, "aims")
        else:
            reading.account.skip(line, "heading or text beside the aims")
    _hold_plan(reading)


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
        reading.values.append((line, bullet[1]))
    else:
        return False
    reading.account.take(line, "core_values" if part == "temel degerler" else "programme")
    return True


def _hold_statements(reading: Reading) -> None:
    """A label that is lost takes along what stands below it."""
    if (reading.mission is None) != (reading.vision is None):
        lost, stated = ("MİSYON", reading.vision) if reading.vision else ("VİZYON", reading.mission)
        assert stated is not None
        reading.problems.append(
            unexpected(stated[0], "section 2.2", f"the label '{lost}' and its text beside it")
        )


def _hold_plan(reading: Reading) -> None:
    """A label or a heading that is lost takes along what stands below it."""
    _hold_statements(reading)
    for aim in reading.aims if any(aim.heading for aim in reading.aims) else ():
        if not aim.heading and aim.line.section == "2.2.2":
            reading.problems.append(
                unexpected(aim.line, "section 2.2.2", "a heading in capitals above the aim")
            )
    stray = next((aim.line for aim in reading.aims if aim.line.section != "2.2.2"), None)
    if stray:
        # The headings above the aims are known by their section.
        reading.problems.append(
            unexpected(stray, "section 2.2.2", "the heading '2.2.2. …' above the aims")
        )
    if not reading.aims:
        reading.problems.append(
            Problem(0, "section 2.2.2", "strategic aims as 'S.A.1: ...'", "none")
        )
