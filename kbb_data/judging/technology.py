"""The figures that section 1.4 states in its prose."""

from __future__ import annotations

from kbb_data.judging.draft import Draft
from kbb_data.problems import quote
from kbb_data.turkish import read_number


def technology(draft: Draft) -> None:
    """Fill ``technology_facts`` with the figures that people found in the prose."""
    prose = [line for line in draft.reading.lines if line.section == "1.4"]
    for position, entry in enumerate(draft.judgement.of("technology"), start=1):
        line = next((line for line in prose if entry["printed"] in " ".join(line.cells)), None)
        if line is None or entry["number"] not in entry["printed"]:
            draft.problems.append(
                entry.broken(
                    f"{quote(entry['printed'])} with {quote(entry['number'])} in section 1.4",
                    "no such words",
                )
            )
            continue
        draft.add(
            "technology_facts",
            line,
            position=position,
            label=entry["label"],
            value=read_number(entry["number"]),
            unit=entry["unit"],
            is_minimum=bool(entry.get("minimum", False)),
            printed=entry["printed"],
        )
