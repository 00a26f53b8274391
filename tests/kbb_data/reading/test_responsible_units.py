"""A unit's cell names one unit, or several whole names; an *and* within a name parts nothing."""

from __future__ import annotations

import pytest

from kbb_data.importer import build
from kbb_data.reading.responsible_units import known_units, parted
from tests.kbb_data.reading.alterations import SMALL, altered, refused, replace

FIRE, ROADS = "İtfaiye Daire Başkanlığı", "Fen İşleri Daire Başkanlığı"
PARKS, BOOKS = "Park ve Bahçeler Daire Başkanlığı", "Kütüphane Şube Müdürlüğü"


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        (ROADS, (ROADS,)),
        (PARKS, (PARKS,)),
        (f"{ROADS}; {FIRE}", (ROADS, FIRE)),
        (f"{ROADS}/{FIRE}", (ROADS, FIRE)),
        (f"{ROADS}, {FIRE} ve {BOOKS}", (ROADS, FIRE, BOOKS)),
        (f"{PARKS} ve {FIRE}", (PARKS, FIRE)),
        (f"{FIRE} ve {PARKS}", (FIRE, PARKS)),
        (f"{FIRE} ile {BOOKS}", (FIRE, BOOKS)),
        (f"{FIRE} - {BOOKS}", (FIRE, BOOKS)),
        (f"{ROADS} {FIRE}", (ROADS, FIRE)),
        ("Basın / Yayın Müdürlüğü", ("Basın / Yayın Müdürlüğü",)),
        ("Zabıta ve Trafik", ("Zabıta ve Trafik",)),
        (f"{ROADS} Etüt Şube Müdürlüğü", (f"{ROADS} Etüt Şube Müdürlüğü",)),
        ("", ("",)),
    ],
)
def test_a_cell_is_parted_between_whole_names(cell: str, units: tuple[str, ...]) -> None:
    assert parted(cell, known_units([ROADS, FIRE])) == units


def test_the_first_unit_answers_and_the_others_stand_beside_it() -> None:
    more = "Fen İşleri Daire Başkanlığı; Zabıta"
    text, _ = altered(
        SMALL,
        replace("Sorumlu.*Fen", "Fen İşleri", more),
        replace("P.H.2:", "Fen İşler Daire", "Zabıta Daire Başkanlığı ve Fen İşleri Daire"),
    )
    tables = build(text.encode("utf-8"), [])[2]
    names = {row["spending_unit"]: row["name"] for row in tables["spending_units"]}
    assert {"Fen İşleri Daire Başkanlığı", "Zabıta Daire Başkanlığı"} <= set(names.values())
    row = next(row for row in tables["activities"] if row["goal"] == 2)
    assert (row["spending_unit"], row["other_units"]) == ("fen-isleri", "zabita")
    assert row["unit_printed"] == f"{more} Daire Başkanlığı"
    line = next(row for row in tables["unit_responsibilities"] if row["goal"] == 2)
    assert line["spending_unit"] == "zabita"
    assert not [row for row in tables["findings"] if row["finding"] == "responsibilities.3.unit"]


def test_a_unit_that_one_table_lacks_is_found() -> None:
    text, _ = altered(
        SMALL,
        replace("Sorumlu.*Fen", "Fen İşleri", "Zabıta Daire Başkanlığı; Fen İşleri"),
        replace("P.H.2:", "Fen İşler", "Fen İşleri"),
    )
    findings = build(text.encode("utf-8"), [])[2]["findings"]
    (found,) = [row for row in findings if row["finding"] == "responsibilities.3.unit"]
    assert found["stated"] == "Fen İşleri Daire Başkanlığı"
    assert found["computed"] == "Zabıta Daire Başkanlığı; Fen İşleri Daire Başkanlığı"


@pytest.mark.parametrize(
    "unit",
    ["Fen İşleri / Zabıta Daire Başkanlığı", "Fen İşleri ve Zabıta Daire Başkanlıkları"],
)
def test_units_that_cannot_be_parted_are_refused(unit: str) -> None:
    text, damaged = altered(SMALL, replace("Sorumlu.*Fen", "Fen İşleri Daire Başkanlığı", unit))
    (problem,) = refused(text)
    assert [problem.line] == damaged
    assert "whole names with ; between them" in str(problem)
