"""The words of the council: names of parties and committees, the sentences of its figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from kbb_data.turkish import title
from present.council.model import Council, Member, Party, Seat
from present.kit import writing
from present.kit.tables import TableColumn
from present.kit.text import t


def party_name(name: str) -> str:
    """A party as printed; words for none."""
    return name or t("council.no_party")


def committee_name(name: str) -> str:
    """A committee's printed capitals in ordinary letters."""
    return title(name) if name.isupper() else name


def district_column() -> TableColumn:
    """The column that names a district in a table that has a row a district; it leads to the
    row's ``address``."""
    return TableColumn(
        "district",
        t("council.column_district"),
        is_heading=True,
        is_verbatim=True,
        link=itemgetter("address"),
    )


def legend(party: Party) -> str:
    """A party in a chart's legend, with its members."""
    return t(
        "council.legend_party",
        party=party_name(party.name),
        count=writing.number(party.members),
    )


def detail(member: Member) -> str:
    """A seat's tooltip: who sits there."""
    return ", ".join((member.name, member.role, party_name(member.party)))


def standing(seat: Seat) -> str:
    """Party and district of a member; words for who is none."""
    if seat.member is None:
        return t("council.no_member")
    parts = (party_name(seat.member.party), seat.member.district)
    return ", ".join(part for part in parts if part)


def seats_sentence(council: Council, chosen: int, year: int) -> str:
    """How many members each party has, and how many of all are ``chosen`` where that is fewer."""
    if not council.members:
        return t("council.empty_members")
    parties = council.parties
    sentence = t(
        "council.seats_sentence",
        year=year,
        count=writing.number(len(council.members)),
        parties=writing.number(len([party for party in parties if party.name])),
        list=", ".join(
            t(
                "council.party_count",
                party=party_name(party.name),
                count=writing.number(party.members),
            )
            for party in parties
        ),
    )
    if chosen == len(council.members):
        return sentence
    return f"{sentence} {t('council.seats_chosen', count=writing.number(chosen))}"


def districts_sentence(
    council: Council, districts: Sequence[str], counts: Mapping[str, int], year: int
) -> str:
    """The district with most members and how many the least has; ``districts`` has the one with
    most first, ``counts`` the members by district."""
    if not districts:
        return t("council.districts_none")
    sentence = t(
        "council.districts_sentence",
        year=year,
        count=writing.number(len(districts)),
        most=districts[0],
        members=writing.number(counts[districts[0]]),
        least=writing.number(min(counts.values())),
    )
    apart = [member for member in council.members if not member.district]
    if not apart:
        return sentence
    return f"{sentence} {t('council.districts_apart', count=writing.number(len(apart)))}"
