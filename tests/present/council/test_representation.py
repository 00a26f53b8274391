"""Residents for each council member: exact, most first, only where both numbers are known."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pandas as pd
import pytest

from kbb_data.geo import District, Place, Point, Population
from present.council.model import Council, read
from present.council.representation import (
    Representation,
    representation_figure,
    representations,
)
from present.kit.setting import Background
from present.kit.text import ENGLISH, using

BACKGROUND = Background("Ova Belediyesi", 2027, None, False)


def council(*districts: str | None) -> Council:
    """A council with one member from each of the districts named, in that order."""
    members = pd.DataFrame(
        [
            (place, f"Üye {place}", "Meclis Üyesi", None, district)
            for place, district in enumerate(districts, start=1)
        ],
        columns=["position", "name", "role", "party", "district"],
    )
    return read(
        members,
        pd.DataFrame(columns=["position", "role", "name"]),
        pd.DataFrame(columns=["committee", "position", "role", "name"]),
        pd.DataFrame(columns=["position", "name", "role"]),
        pd.DataFrame(columns=["figure", "label", "printed"]),
        pd.DataFrame(columns=["committee", "kind", "key", "reason"]),
        pd.DataFrame(columns=["kind", "key", "reason"]),
    )


def place(**residents: int) -> Place:
    """A place whose districts have so many residents."""
    districts = tuple(
        District(f"TR{number}", name, name.lower(), people, 1.0, Point(38.0, 35.0), ())
        for number, (name, people) in enumerate(residents.items())
    )
    population = Population(2026, datetime.date(2026, 12, 31), "Sayım", "Census")
    return Place("OVA", "Ova", Point(38.0, 35.0), population, districts, (), ())


def test_most_residents_for_each_member_come_first_and_equal_ones_in_the_alphabets_order() -> None:
    rows = representations(
        council("Zümrüt", "Çay", "Ilıca", "Çay", "İnce", None),
        place(Ilıca=500, İnce=500, Zümrüt=40, Çay=2001),
    )
    assert rows == (
        Representation("Çay", 2, 2001),
        Representation("Ilıca", 1, 500),
        Representation("İnce", 1, 500),
        Representation("Zümrüt", 1, 40),
    )
    assert rows[0].residents_per_member == Fraction(2001, 2)


def test_a_district_without_members_or_without_known_residents_is_left_out() -> None:
    rows = representations(council("Çay", "Yabancı"), place(Çay=7, Ilıca=9))
    assert rows == (Representation("Çay", 1, 7),)


ROWS = (Representation("Çay", 2, 2001), Representation("Ilıca", 3, 10))


def test_the_figure_says_most_and_fewest_rounded_to_whole_residents() -> None:
    figure = representation_figure(
        ROWS, place(Çay=2001).population, BACKGROUND, "Program", {"Çay": "/cay"}
    )
    assert figure.sentence == (
        "2027 programındaki üyelere ve 31.12.2026 nüfusuna göre bir meclis üyesine en çok kişi "
        "Çay ilçesinde (1.001), en az kişi Ilıca ilçesinde (3) düşüyor."
    )
    assert figure.table.to_dict("list") == {
        "district": ["Çay", "Ilıca"],
        "members": [2, 3],
        "residents": [2001, 10],
        "residents_per_member": [1001, 3],
        "address": ["/cay", ""],
    }
    assert figure.source == "Program; Sayım, 31.12.2026"
    assert figure.own == ("Çay", "Ilıca")
    assert [column.label for column in figure.columns] == [
        "İlçe", "Üye başına nüfus", "Üye sayısı", "Nüfus",
    ]  # fmt: skip
    assert figure.spec is not None


def test_the_figure_speaks_english() -> None:
    with using(ENGLISH):
        figure = representation_figure(ROWS, place(Çay=2001).population, BACKGROUND, "Program", {})
    assert figure.sentence == (
        "By the members in the 2027 programme and the residents on 31 December 2026, a council "
        "member stands for most residents in Çay (1,001) and for fewest in Ilıca (3)."
    )
    assert figure.source == "Program; Census, 31 December 2026"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "Nüfusu bilinen bir ilçeden meclis üyesi yok."),
        (
            ROWS[:1],
            "2027 programındaki üyelere ve 31.12.2026 nüfusuna göre Çay ilçesinde bir meclis "
            "üyesine 1.001 kişi düşüyor.",
        ),
    ],
)
def test_nothing_is_compared_with_itself(rows: tuple[Representation, ...], sentence: str) -> None:
    figure = representation_figure(rows, place(Çay=2001).population, BACKGROUND, "Program", {})
    assert figure.sentence == sentence
    assert (figure.spec is None) == (not rows)
    assert len(figure.table) == len(rows)
