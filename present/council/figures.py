"""The figures of the council: its seats by party, and each district's seats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

import pandas as pd

from present.council.charts import Mark, by_district, half_circle, seat_places
from present.council.model import Council, Member, Party
from present.kit import writing
from present.kit.charts.spec import specification
from present.kit.figure import Figure
from present.kit.tables import TableColumn
from present.kit.text import t
from present.kit.theme import aim_colour, palette

#: The order in which the parties take the theme's seven colours, which stay apart for everybody.
_COLOURS = (2, 5, 4, 1, 3, 7, 6)


@dataclass(frozen=True, slots=True)
class Ground:
    """What figures need beside the council: whose it is, the year, the scheme."""

    institution: str
    year: int
    is_dark: bool


def party_name(name: str) -> str:
    """A party as printed; words for none."""
    return name or t("council.no_party")


def _marks(parties: Sequence[Party], is_dark: bool) -> dict[str, Mark]:
    """How each party is drawn, by its printed name."""
    return {
        one.name: Mark(
            t(
                "council.legend_party",
                party=party_name(one.name),
                count=writing.number(one.members),
            ),
            aim_colour(_COLOURS[place % len(_COLOURS)], is_dark),
        )
        for place, one in enumerate(parties)
    }


def seats_figure(
    council: Council,
    ground: Ground,
    chosen: Collection[Member],
    link: Callable[[str], str],
) -> Figure:
    """The members in a half-circle by party; members who are not ``chosen`` are drawn faint.

    The table has a row a party with its members, their share, and how many of them are mayors of
    a municipality; ``link`` gives the address of a party's members by its slug. Without members
    there is nothing to draw.
    """
    parties = council.parties
    marks = _marks(parties, ground.is_dark)
    order = {one.name: place for place, one in enumerate(parties)}
    members = sorted(council.members, key=lambda one: (order[one.party], one.position))
    wanted = {one.position for one in chosen}
    rows = pd.DataFrame(
        [
            {
                "x": x,
                "y": y,
                "party": marks[one.party].words,
                "detail": _detail(one),
                "is_chosen": one.position in wanted,
            }
            for one, (x, y) in zip(members, seat_places(len(members)), strict=True)
        ]
    )
    spec = None
    if members:
        spec = specification(
            half_circle(
                rows,
                list(marks.values()),
                middle=t("council.seats_middle", count=writing.number(len(members))),
                ink=palette(ground.is_dark).ink,
            )
        )
    table = pd.DataFrame(
        [
            {
                "party": party_name(one.name),
                "members": one.members,
                "share": one.members / len(members),
                "address": link(one.slug) if one.slug else "",
                "is_own": bool(one.name),
            }
            for one in parties
        ],
        columns=["party", "members", "share", "address", "is_own"],
    )
    return Figure(
        title=t("council.seats_title"),
        subtitle=t("council.seats_subtitle", year=ground.year),
        sentence=_sentence(council, len(wanted)),
        source=_source(ground),
        spec=spec,
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
        own=tuple(one.name for one in parties if one.name),
    )


def districts_figure(council: Council, ground: Ground, links: Mapping[str, str]) -> Figure:
    """Each district's members in a row, most members first, and the exact table by party.

    ``links`` gives a district's page by its name. Members without a district (the metropolitan
    mayor) are not drawn; the sentence says how many they are.
    """
    parties = council.parties
    marks = _marks(parties, ground.is_dark)
    order = {one.name: place for place, one in enumerate(parties)}
    counts = Counter(one.district for one in council.members if one.district)
    districts = sorted(
        council.districts, key=lambda name: (-counts[name], council.districts.index(name))
    )
    rows = []
    for district in districts:
        sitting = sorted(
            (one for one in council.members if one.district == district),
            key=lambda one: (order[one.party], one.position),
        )
        rows += [
            {
                "district": district,
                "place": place,
                "party": marks[one.party].words,
                "detail": _detail(one),
            }
            for place, one in enumerate(sitting, start=1)
        ]
    by_party = Counter((one.district, one.party) for one in council.members)
    table = pd.DataFrame(
        [
            {
                "district": district,
                "members": counts[district],
                **{f"party_{order[one.name]}": by_party[district, one.name] for one in parties},
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
    spec = None
    if rows:
        spec = specification(
            by_district(
                pd.DataFrame(rows),
                list(marks.values()),
                districts,
                ink=palette(ground.is_dark).ink,
            )
        )
    return Figure(
        title=t("council.districts_title"),
        subtitle=t("council.districts_subtitle", year=ground.year),
        sentence=_districts_sentence(council, districts, counts),
        source=_source(ground),
        spec=spec,
        table=table,
        columns=(
            TableColumn(
                "district",
                t("council.column_district"),
                is_heading=True,
                is_verbatim=True,
                link=itemgetter("address"),
            ),
            TableColumn("members", t("council.column_all"), writing.number, is_number=True),
            *(
                TableColumn(f"party_{place}", party_name(one.name), writing.number, is_number=True)
                for place, one in enumerate(parties)
            ),
        ),
        own=(*districts, *(one.name for one in parties if one.name)),
    )


def _sentence(council: Council, chosen: int) -> str:
    if not council.members:
        return t("council.empty_members")
    parties = council.parties
    text = t(
        "council.seats_sentence",
        count=writing.number(len(council.members)),
        parties=writing.number(len([one for one in parties if one.name])),
        list=", ".join(
            t(
                "council.party_count",
                party=party_name(one.name),
                count=writing.number(one.members),
            )
            for one in parties
        ),
    )
    if chosen == len(council.members):
        return text
    return f"{text} {t('council.seats_chosen', count=writing.number(chosen))}"


def _districts_sentence(
    council: Council, districts: Sequence[str], counts: Mapping[str, int]
) -> str:
    if not districts:
        return t("council.districts_none")
    text = t(
        "council.districts_sentence",
        count=writing.number(len(districts)),
        most=districts[0],
        members=writing.number(counts[districts[0]]),
        least=writing.number(min(counts.values())),
    )
    apart = [one for one in council.members if not one.district]
    if not apart:
        return text
    return f"{text} {t('council.districts_apart', count=writing.number(len(apart)))}"


def _detail(member: Member) -> str:
    return ", ".join((member.name, member.role, party_name(member.party)))


def _source(ground: Ground) -> str:
    return t(
        "common.source_document",
        institution=ground.institution,
        year=ground.year,
        section=t("council.source_section"),
    )
