"""Council, committees, staff and norm positions."""

from __future__ import annotations

import re
from collections import Counter

from kbb_data.judging.draft import Draft
from kbb_data.turkish import fold

_ROLE = re.compile(r"(.+) (?:Belediye Başkanı|Meclis Üyesi)")

_METROPOLITAN = "buyuksehir"


def people(draft: Draft) -> None:
    """Fill council, officers, committees, executive committee, staff and norm positions."""
    reading = draft.reading
    for position, person in enumerate(reading.members, start=1):
        draft.add(
            "council_members",
            person.line,
            position=position,
            name=person.name,
            role=person.role,
            party=person.party or None,
            district=_district(person.role) or None,
        )
    for position, person in enumerate(reading.officers, start=1):
        draft.add(
            "council_officers",
            person.line,
            position=position,
            role=person.role,
            name=person.name,
        )
    places: Counter[str] = Counter()
    order = list(dict.fromkeys(seat.committee for seat in reading.committee_seats))
    for committee in order:
        for seat in reading.committee_seats:
            if seat.committee == committee:
                places[committee] += 1
                draft.add(
                    "committees",
                    seat.line,
                    committee=committee,
                    position=places[committee],
                    role=seat.role,
                    name=seat.name,
                )
    for position, person in enumerate(reading.executive, start=1):
        draft.add(
            "executive_committee",
            person.line,
            position=position,
            name=person.name,
            role=person.role,
        )
    education = {row.label: row.counts for row in reading.education}
    for staff in reading.staff:
        levels = education.get(staff.label, (None,) * 5)
        total, men, women = staff.counts
        draft.add(
            "staff",
            staff.line,
            status=staff.label,
            total=total,
            men=men,
            women=women,
            primary=levels[0],
            secondary=levels[1],
            bachelor=levels[2],
            master=levels[3],
        )
    for row in reading.positions:
        draft.add(
            "positions",
            row.line,
            **{"class": row.kind},
            number=row.number,
            title=row.title,
            count=row.count,
        )
    for occupancy in reading.occupancy:
        filled, vacant, total = occupancy.counts
        kind = "worker" if fold(occupancy.label).startswith("isci") else "civil_servant"
        draft.add(
            "position_occupancy",
            occupancy.line,
            **{"class": kind},
            filled=filled,
            vacant=vacant,
            total=total,
        )


def _district(role: str) -> str:
    match = _ROLE.fullmatch(role)
    return match[1] if match and fold(match[1]) != _METROPOLITAN else ""
