"""What a visitor of Birimler can choose, in the address."""

from __future__ import annotations

from present.kit.address import parameters, parse, query
from present.units.choices import UnitChoices

KNOWN = {"unit": ("fen", "imar")}


def test_nothing_chosen_is_the_list_by_money() -> None:
    assert UnitChoices() == UnitChoices(unit=None, order="tutar")
    assert query(UnitChoices()) == {}
    assert parameters(UnitChoices) == {"birim", "sirala"}


def test_choices_stand_in_the_address_and_come_back() -> None:
    chosen = UnitChoices(unit="imar", order="ad")
    assert query(chosen) == {"birim": "imar", "sirala": "ad"}
    assert parse(UnitChoices, query(chosen), KNOWN).choices == chosen


def test_what_is_no_choice_is_dropped_and_named() -> None:
    parsed = parse(UnitChoices, {"birim": "yok", "sirala": "boy"}, KNOWN)
    assert parsed.choices == UnitChoices()
    assert parsed.dropped == ("birim", "sirala")
    for order in ("tutar", "ad"):
        assert parse(UnitChoices, {"sirala": order}, KNOWN).dropped == ()
