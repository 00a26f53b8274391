"""The figure of how many residents one member of the council stands for, by district."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from kbb_data.geo import Place, Population
from kbb_data.turkish import sort_key
from present.council.model import Council
from present.council.words import district_column
from present.kit import writing
from present.kit.charts.bars import bars
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import either, t
from present.kit.theme import palette

_ALL = "residents"


@dataclass(frozen=True, slots=True)
class Representation:
    """One district: its members in the council (at least one), its residents."""

    district: str
    members: int
    residents: int

    @property
    def residents_per_member(self) -> Fraction:
        """Residents for each member, exactly."""
        return Fraction(self.residents, self.members)


def representations(council: Council, place: Place) -> tuple[Representation, ...]:
    """The districts that have members and whose residents are known: most residents for each
    member first, equal ones in the alphabet's order."""
    members = Counter(member.district for member in council.members)
    known = [
        Representation(district.name, members[name], district.population)
        for name in council.districts
        if (district := place.district(name)) is not None
    ]
    return tuple(sorted(known, key=lambda row: (-row.residents_per_member, sort_key(row.district))))


def representation_figure(
    rows: Sequence[Representation],
    population: Population,
    background: Background,
    source: str,
    links: Mapping[str, str],
) -> Figure:
    """Residents for each member by district.

    ``source`` is the document's place, to which that of the residents is added; ``links`` are
    addresses by a district's name. Without rows there is nothing to draw, and the sentence says so.
    """
    date = writing.date(population.date)
    people = either(population.source, population.source_en)
    table = pd.DataFrame(
        [
            {
                "district": row.district,
                "members": row.members,
                "residents": row.residents,
                "residents_per_member": _whole(row),
                "address": links.get(row.district, ""),
            }
            for row in rows
        ],
        columns=["district", "members", "residents", "residents_per_member", "address"],
    )
    return Figure(
        title=t("council.representation_title"),
        subtitle=t("council.representation_subtitle", year=background.year, date=date),
        sentence=_sentence(rows, background.year, date),
        source=f"{source}; {people}, {date}",
        chart=Chart(_spec, rows, background) if rows else None,
        table=table,
        columns=(
            district_column(),
            TableColumn(
                "residents_per_member",
                t("council.column_residents_per_member"),
                writing.number,
                is_number=True,
            ),
            TableColumn("members", t("council.column_members"), writing.number, is_number=True),
            TableColumn("residents", t("council.column_residents"), writing.number, is_number=True),
        ),
        own=tuple(row.district for row in rows),
    )


def _whole(row: Representation) -> int:
    """Residents for each member, rounded half up."""
    return int(row.residents_per_member + Fraction(1, 2))


def _sentence(rows: Sequence[Representation], year: int, date: str) -> str:
    if not rows:
        return t("council.representation_none")
    most, least = rows[0], rows[-1]
    if most is least:
        return t(
            "council.representation_sentence_one",
            year=year,
            date=date,
            district=most.district,
            residents=writing.number(_whole(most)),
        )
    return t(
        "council.representation_sentence",
        year=year,
        date=date,
        most=most.district,
        most_residents=writing.number(_whole(most)),
        least=least.district,
        least_residents=writing.number(_whole(least)),
    )


def _spec(rows: Sequence[Representation], background: Background) -> dict[str, Any]:
    frame = pd.DataFrame(
        [
            {
                "key": row.district,
                "name": row.district,
                "group": _ALL,
                "start": 0.0,
                "end": float(row.residents_per_member),
                "text": writing.number(_whole(row)),
                "detail": t(
                    "council.representation_detail",
                    district=row.district,
                    members=writing.number(row.members),
                    residents=writing.number(row.residents),
                    rate=writing.number(_whole(row)),
                ),
            }
            for row in rows
        ]
    )
    return specification(bars(frame, {_ALL: palette(background.is_dark).money}))
