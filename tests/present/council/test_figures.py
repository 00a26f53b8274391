"""The council's figures: what is drawn, in which order, and the exact tables."""

from __future__ import annotations

import math
from typing import Any

import pytest

from present.council.figures import districts_figure, seats_figure
from present.council.model import Council, select
from present.kit.figure import Figure
from present.kit.setting import Background
from present.kit.theme import party_colour
from tests.present.council.records import BACKGROUND, council, members, nobody


def seats(record: Council, *chosen: int) -> Figure:
    """The half-circle; without ``chosen`` places all members are chosen."""
    kept = [member for member in record.members if not chosen or member.position in chosen]
    return seats_figure(record, BACKGROUND, "Kaynak", kept, lambda party: f"/m?parti={party}")


def drawn(figure: Figure, column: str) -> list[dict[str, Any]]:
    """The rows of a figure's data that have a column."""
    assert figure.spec is not None
    (data,) = [rows for rows in figure.spec["datasets"].values() if column in rows[0]]
    return list(data)


def test_seats_of_a_party_lie_side_by_side_in_printed_order() -> None:
    data = drawn(seats(council()), "x")
    assert [(row["party"], row["detail"].partition(",")[0]) for row in data] == [
        ("B PARTİSİ: 3", "Ayşe IŞIK"),
        ("B PARTİSİ: 3", "Ece  PINAR"),
        ("B PARTİSİ: 3", "Su OVA"),
        ("C PARTİSİ: 2", "Ali TAŞ"),
        ("C PARTİSİ: 2", "ALİ TAŞ"),
        ("A PARTİSİ: 1", "Can DERE"),
        ("partisi yazılmamış: 1", "Nil DAĞ"),
    ]
    angles = [math.atan2(row["y"], row["x"]) for row in data]
    assert angles == sorted(angles, reverse=True)
    assert all(row["is_chosen"] for row in data)


def test_only_chosen_seats_stand_out_and_are_counted() -> None:
    figure = seats(council(), 2, 7)
    assert [row["is_chosen"] for row in drawn(figure, "x")] == [False] * 4 + [True, True, False]
    assert figure.sentence.endswith("Seçiminize uyan 2 üye koyu, ötekiler soluk çizildi.")


def test_the_table_has_a_row_a_party_with_its_share() -> None:
    figure = seats(council())
    assert figure.title == "Partilere göre meclis üyeleri"
    assert figure.subtitle.startswith("2031 programındaki üye listesi.")
    assert figure.source == "Kaynak"
    table = figure.table
    assert list(table["party"]) == ["B PARTİSİ", "C PARTİSİ", "A PARTİSİ", "partisi yazılmamış"]
    assert list(table["members"]) == [3, 2, 1, 1]
    assert list(table["share"]) == pytest.approx([3 / 7, 2 / 7, 1 / 7, 1 / 7])
    assert list(table["address"]) == [
        "/m?parti=b-partisi", "/m?parti=c-partisi", "/m?parti=a-partisi", "",
    ]  # fmt: skip
    assert list(table["is_own"]) == [True, True, True, False]
    assert figure.own == ("B PARTİSİ", "C PARTİSİ", "A PARTİSİ")
    assert [
        (column.name, column.label, column.is_heading, column.is_number, column.write(0.5))
        for column in figure.columns
    ] == [
        ("party", "Parti", True, False, "0.5"),
        ("members", "Üye sayısı", False, True, "0,5"),
        ("share", "Meclisteki payı", False, True, "%50,0"),
    ]
    row: dict[str, Any] = {"is_own": True, "address": "/m"}
    assert figure.columns[0].link is not None
    assert figure.columns[0].link(row) == "/m"
    assert callable(figure.columns[0].is_verbatim)
    assert figure.columns[0].is_verbatim(row) is True


def test_a_party_is_told_by_shape_and_number_besides_its_colour() -> None:
    figure = seats(council())
    assert figure.spec is not None
    encoding = figure.spec["layer"][0]["encoding"]
    assert encoding["shape"]["scale"]["range"] == ["circle", "square", "triangle-up", "diamond"]
    assert encoding["color"]["scale"]["range"] == [party_colour(place, False) for place in range(4)]
    assert encoding["shape"]["scale"]["domain"] == [
        "B PARTİSİ: 3", "C PARTİSİ: 2", "A PARTİSİ: 1", "partisi yazılmamış: 1",
    ]  # fmt: skip
    assert "config" not in figure.spec
    assert "7 üye" in str(figure.spec)


def test_an_eighth_party_takes_the_first_colour_again() -> None:
    figure = seats(members(*((f"Parti {letter}", None) for letter in "ABCDEFGH")))
    assert figure.spec is not None
    colours = figure.spec["layer"][0]["encoding"]["color"]["scale"]["range"]
    assert colours == [party_colour(place, False) for place in (*range(7), 0)]


def test_the_dark_scheme_has_its_own_colours() -> None:
    dark = Background("Örnek", 2031, None, True)
    for figure in (
        seats_figure(council(), dark, "K", council().members, str),
        districts_figure(council(), dark, "K", {}),
    ):
        assert figure.spec is not None
        colours = figure.spec["layer"][0]["encoding"]["color"]["scale"]["range"]
        assert colours[0] == party_colour(0, True) != party_colour(0, False)


def test_districts_show_every_member_that_has_one() -> None:
    figure = districts_figure(council(), BACKGROUND, "Kaynak", {"Çamlı": "/i?camli"})
    assert figure.title == "İlçelere göre meclis üyeleri"
    assert figure.subtitle.startswith("2031 programındaki")
    assert figure.source == "Kaynak"
    table = figure.table
    assert list(table["district"]) == ["Çamlı", "Ilıca"]
    assert list(table["members"]) == [4, 2]
    assert [list(table[f"party_{place}"]) for place in range(4)] == [
        [2, 0], [1, 1], [1, 0], [0, 1],
    ]  # fmt: skip
    assert list(table["address"]) == ["/i?camli", ""]
    assert "1 üye (büyükşehir belediye başkanı) çizilmedi" in figure.sentence
    assert [(column.name, column.label) for column in figure.columns] == [
        ("district", "İlçe"), ("members", "Toplam"), ("party_0", "B PARTİSİ"),
        ("party_1", "C PARTİSİ"), ("party_2", "A PARTİSİ"), ("party_3", "partisi yazılmamış"),
    ]  # fmt: skip
    assert [column.is_number for column in figure.columns] == [False] + [True] * 5
    assert [column.write(1200) for column in figure.columns[1:]] == ["1.200"] * 5
    assert figure.columns[0].is_heading
    assert figure.columns[0].is_verbatim is True
    assert figure.own == ("Çamlı", "Ilıca", "B PARTİSİ", "C PARTİSİ", "A PARTİSİ")
    assert [
        (row["district"], row["place"], row["party"], row["detail"].partition(",")[0])
        for row in drawn(figure, "district")
    ] == [
        ("Çamlı", 1, "B PARTİSİ: 3", "Ece  PINAR"),
        ("Çamlı", 2, "B PARTİSİ: 3", "Su OVA"),
        ("Çamlı", 3, "C PARTİSİ: 2", "Ali TAŞ"),
        ("Çamlı", 4, "A PARTİSİ: 1", "Can DERE"),
        ("Ilıca", 1, "C PARTİSİ: 2", "ALİ TAŞ"),
        ("Ilıca", 2, "partisi yazılmamış: 1", "Nil DAĞ"),
    ]


def test_districts_with_as_many_members_stand_in_the_alphabet() -> None:
    record = members(("A", "Şehir"), ("A", "Su"), ("A", "Çay"), ("A", "Çay"), ("A", "Cami"))
    figure = districts_figure(record, BACKGROUND, "K", {})
    assert list(figure.table["district"]) == ["Çay", "Cami", "Su", "Şehir"]
    assert "En çok üye 2 kişiyle Çay ilçesinde; en az üyesi olan ilçede 1 üye" in figure.sentence


def test_without_members_there_is_nothing_to_draw() -> None:
    record = council(**nobody())
    half_circle = seats(record)
    rows = districts_figure(record, BACKGROUND, "K", {})
    assert (half_circle.spec, rows.spec) == (None, None)
    assert list(half_circle.table.columns) == ["party", "members", "share", "address", "is_own"]
    assert list(rows.table.columns) == ["district", "members", "address"]
    assert (len(half_circle.table), len(rows.table)) == (0, 0)


def test_members_without_districts_are_not_drawn_by_district() -> None:
    figure = districts_figure(members(("A", None)), BACKGROUND, "K", {})
    assert figure.spec is None
    assert select(members(("A", None)).members, "") != ()
