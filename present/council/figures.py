"""The figures of the council: its seats by party, and each district's seats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from operator import itemgetter

import pandas as pd

from present.council.charts import Mark, by_district, half_circle, seat_places
from present.council.model import Council, Member, Party
from present.council.words import (
    detail,
    district_column,
    districts_sentence,
    legend,
    party_name,
    seats_sentence,
)
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Chart, Figure
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import palette, party_colour


def _marks(parties: Sequence[Party], is_dark: bool) -> dict[str, Mark]:
    """How each party is drawn, by its printed name."""
    return {
        party.name: Mark(legend(party), party_colour(place, is_dark))
        for place, party in enumerate(parties)
    }


def seats_figure(
    council: Council,
    background: Background,
    source: str,
    chosen: Collection[Member],
    link: Callable[[str], str],
) -> Figure:
    """The members in a half-circle by party; members who are not ``chosen`` are drawn faint.

    The table has a row a party with its members, their share, and how many of them are mayors of
    a municipality; ``link`` gives the address of a party's members by its slug. Without members
    there is nothing to draw.
    """
    parties = council.parties
    marks = _marks(parties, background.is_dark)
    order = {party.name: place for place, party in enumerate(parties)}
    members = sorted(council.members, key=lambda member: (order[member.party], member.position))
    standing_out = {member.position for member in chosen}
    rows = pd.DataFrame(
        [
            {
                "x": x,
                "y": y,
                "party": marks[member.party].words,
                "detail": detail(member),
                "is_chosen": member.position in standing_out,
            }
            for member, (x, y) in zip(members, seat_places(len(members)), strict=True)
        ]
    )
    chart = None
    if members:
        chart = Chart(
            lambda: specification(
                half_circle(
                    rows,
                    list(marks.values()),
                    middle=t("council.seats_middle", count=writing.number(len(members))),
                    ink=palette(background.is_dark).ink,
                )
            )
        )
    table = pd.DataFrame(
        [
            {
                "party": party_name(party.name),
                "members": party.members,
                "share": party.members / len(members),
                "address": link(party.slug) if party.slug else "",
                "is_own": bool(party.name),
            }
            for party in parties
        ],
        columns=["party", "members", "share", "address", "is_own"],
    )
    return Figure(
        title=t("council.seats_title"),
        subtitle=t("council.seats_subtitle", year=background.year),
        sentence=seats_sentence(council, len(standing_out), background.year),
        source=source,
        chart=chart,
        table=table,
        columns=(
            TableColumn(
                "party",
                t("council.column_party"),
                is_heading=True,
                is_verbatim=itemgetter("is_own"),
                link=itemgetter("address"),
            ),
            TableColumn("members", t("council.column_members"), writing.number, is_number=True),
            TableColumn("share", t("council.column_share"), writing.share, is_number=True),
        ),
        own=tuple(party.name for party in parties if party.name),
    )


def districts_figure(
    council: Council, background: Background, source: str, links: Mapping[str, str]
) -> Figure:
    """Each district's members in a row, most members first, and the exact table by party.

    ``links`` gives a district's page by its name. Members without a district (the metropolitan
    mayor) are not drawn; the sentence says how many they are.
    """
    parties = council.parties
    marks = _marks(parties, background.is_dark)
    order = {party.name: place for place, party in enumerate(parties)}
    counts = Counter(member.district for member in council.members if member.district)
    districts = sorted(council.districts, key=lambda name: -counts[name])
    rows = []
    for district in districts:
        sitting = sorted(
            (member for member in council.members if member.district == district),
            key=lambda member: (order[member.party], member.position),
        )
        rows += [
            {
                "district": district,
                "place": place,
                "party": marks[member.party].words,
                "detail": detail(member),
            }
            for place, member in enumerate(sitting, start=1)
        ]
    by_party = Counter((member.district, member.party) for member in council.members)
    table = pd.DataFrame(
        [
            {
                "district": district,
                "members": counts[district],
                **{
                    f"party_{place}": by_party[district, party.name]
                    for place, party in enumerate(parties)
                },
                "address": links.get(district, ""),
            }
            for district in districts
        ],
        columns=[
            "district",
            "members",
            *(f"party_{place}" for place in range(len(parties))),
            "address",
        ],
    )
    chart = None
    if rows:
        chart = Chart(
            lambda: specification(
                by_district(
                    pd.DataFrame(rows),
                    list(marks.values()),
                    districts,
                    ink=palette(background.is_dark).ink,
                )
            )
        )
    return Figure(
        title=t("council.districts_title"),
        subtitle=t("council.districts_subtitle", year=background.year),
        sentence=districts_sentence(council, districts, counts, background.year),
        source=source,
        chart=chart,
        table=table,
        columns=(
            district_column(),
            TableColumn("members", t("council.column_all"), writing.number, is_number=True),
            *(
                TableColumn(
                    f"party_{place}", party_name(party.name), writing.number, is_number=True
                )
                for place, party in enumerate(parties)
            ),
        ),
        own=(*districts, *(party.name for party in parties if party.name)),
    )
