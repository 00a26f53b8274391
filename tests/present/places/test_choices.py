"""What an address of the map may say."""

from __future__ import annotations

import pytest

from present.kit import address
from present.places.choices import MapChoices, choices_of, rate_choices_of


@pytest.mark.parametrize(
    ("codes", "usual"),
    [
        (("itfaiye", "kutuphane", "muze"), ("itfaiye", "kutuphane")),
        (("muze", "sosyal-yasam"), ("sosyal-yasam",)),
        (("muze", "dukkan"), ("muze", "dukkan")),
        ((), ()),
    ],
)
def test_the_usual_kinds_are_shown_first_and_all_where_none_is_there(
    codes: tuple[str, ...], usual: tuple[str, ...]
) -> None:
    kind = choices_of(codes)
    assert kind() == kind(None, usual, "sayi", "0")
    assert issubclass(kind, MapChoices)
    assert choices_of(codes) is kind


def test_the_rate_is_that_of_the_first_kind_and_of_none_where_none_is_there() -> None:
    assert choices_of(("muze", "dukkan"))().of_rate == "muze"
    assert rate_choices_of(("muze", "dukkan"))().kind == "muze"
    assert (choices_of(())().of_rate, rate_choices_of(())().kind) == ("", "")


def test_an_address_names_district_kinds_measure_and_steps() -> None:
    kind = choices_of(("itfaiye", "muze"))
    known = {"district": ["ova"], "kinds": ["itfaiye", "muze"]}
    wanted = {"ilce": "ova", "tur": "muze.itfaiye", "olcu": "kisi", "yakin": "8"}
    parsed = address.parse(kind, wanted, known)
    assert parsed.choices == kind("ova", ("muze", "itfaiye"), "kisi", "8")
    assert not parsed.dropped
    assert address.query(parsed.choices) == wanted
    assert address.query(kind()) == {}


@pytest.mark.parametrize("steps", ["9", "-1", "x"])
def test_a_map_comes_eight_steps_closer_and_no_more(steps: str) -> None:
    parsed = address.parse(MapChoices, {"yakin": steps}, {})
    assert parsed.choices == MapChoices(None, (), "sayi", "0")
    assert parsed.dropped
    assert address.parse(MapChoices, {"olcu": "para"}, {}).dropped
