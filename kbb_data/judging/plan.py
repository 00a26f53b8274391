"""The plan's tables: the programme, its core values, aims and objectives."""

from __future__ import annotations

import hashlib

from kbb_data.judging.draft import Draft
from kbb_data.judging.short_names import short_names
from kbb_data.problems import Problem, quote


def programme(draft: Draft, content: bytes) -> None:
    """Fill ``programme`` and ``core_values``; ``content`` are the bytes of the text."""
    reading = draft.reading
    first = next(line for line in reading.lines if line.first)
    draft.add(
        "programme",
        reading.mission[0] if reading.mission else first,
        year=reading.year,
        institution=reading.institution,
        mission=reading.mission[1] if reading.mission else None,
        vision=reading.vision[1] if reading.vision else None,
        source_title=reading.title,
        source_sha256=hashlib.sha256(content).hexdigest(),
        form=reading.form,
    )
    for position, (line, text) in enumerate(reading.values, start=1):
        draft.add("core_values", line, position=position, text=text)


def aims_and_objectives(draft: Draft) -> None:
    """Fill ``aims``, with the short names that people gave them, and ``objectives``."""
    names = {aim.aim: aim.area or aim.heading for aim in draft.reading.aims}
    judged = short_names(draft, "aim", names)
    for aim in draft.reading.aims:
        name = aim.area or aim.heading
        short, english = judged.get(aim.aim, (name, None))
        draft.add(
            "aims",
            aim.line,
            aim=aim.aim,
            name=name,
            statement=aim.statement,
            short_name=short,
            short_name_en=english,
            name_printed=aim.heading or None,
        )
    aims = {aim.aim for aim in draft.reading.aims}
    for objective in draft.reading.objectives:
        number = int(objective.objective.partition(".")[0])
        if number not in aims:
            draft.problems.append(
                Problem(
                    objective.line.number,
                    "section 2.2.2",
                    "an objective of a known aim",
                    quote(objective.objective),
                )
            )
        draft.add(
            "objectives",
            objective.line,
            objective=objective.objective,
            aim=number,
            statement=objective.statement,
        )
