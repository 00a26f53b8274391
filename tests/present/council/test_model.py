"""The council's record, joined up by names, from small frames by hand."""

from __future__ import annotations

import dataclasses

import pytest

from present.council.model import (
    Member,
    Party,
    Scope,
    select,
)
from tests.present.council.records import council, frame, members, nobody


def test_a_member_is_as_printed() -> None:
    ayse, can = council().members[:2]
    assert ayse == Member(1, "Ayşe IŞIK", "Büyükşehir Belediye Başkanı", "B PARTİSİ", "")
    assert (ayse.district_slug, ayse.party_slug) == ("", "b-partisi")
    assert (can.district_slug, can.party_slug) == ("camli", "a-partisi")
    assert council().members[3].party_slug == ""


def test_names_are_matched_whatever_their_letters_and_spaces() -> None:
    record = council()
    assert record.chair is not None
    assert (record.chair.role, record.chair.name) == ("Meclis Başkanı", "Ayşe Işık")
    assert record.chair.member == record.members[0]
    assert [(seat.role, seat.name, seat.member and seat.member.position)
            for seat in record.officers] == [
        ("Kâtip", "ECE PINAR", 3), ("Kâtip", "Yabancı KİŞİ", None),
    ]  # fmt: skip
    assert record.committees[1].seats[0].member == record.members[1]


def test_a_name_that_two_members_bear_is_neither_of_them() -> None:
    assert council().committees[1].seats[1].member is None
    # Nor a third one's, who bears it as well.
    thrice = council(
        members=frame(
            "position name role party district",
            *((place, "Ali TAŞ", "Üye", None, None) for place in (1, 2, 3)),
        )
    )
    assert thrice.committees[1].seats[1].member is None


def test_what_a_member_holds_is_gathered_from_all_tables() -> None:
    record = council()
    can, ece = record.members[1], record.members[2]
    assert [(committee.slug, seat.role) for committee, seat in record.seats_of(can)] == [
        ("hukuk-komisyonu", "Başkan"),
        ("imar-ve-cevre-komisyonu", "Başkan"),
    ]
    assert record.seats_of(ece) == ()
    assert record.executive_of(can) == ("Encümen Üyesi",)
    assert record.executive_of(ece) == ()
    assert record.offices_of(ece) == ("Kâtip",)
    assert record.offices_of(record.members[0]) == ("Meclis Başkanı",)
    assert record.offices_of(can) == ()


def test_without_a_chair_only_officers_hold_offices() -> None:
    record = council(stated=nobody()["stated"])
    assert record.chair is None
    assert record.offices_of(record.members[0]) == ()
    assert record.offices_of(record.members[2]) == ("Kâtip",)


def test_committees_stand_in_the_turkish_alphabet_with_seats_as_printed() -> None:
    record = council(
        committees=frame(
            "committee position role name",
            *((name, 1, "Üye", "Can DERE") for name in ("Su", "Şehir", "Zabıta", "Çevre", "İmar",
                                                        "Ilıca", "Cadde")),
            ("Su", 2, "Başkan", "Ali"),
        )
    )  # fmt: skip
    assert [committee.name for committee in record.committees] == [
        "Cadde", "Çevre", "Ilıca", "İmar", "Su", "Şehir", "Zabıta",
    ]  # fmt: skip
    assert [seat.role for seat in record.committees[4].seats] == ["Üye", "Başkan"]
    assert record.committees[1].slug == "cevre"
    assert record.committees[1].scopes == ()


def test_scopes_stand_by_kind_and_number_without_kinds_of_former_versions() -> None:
    record = council(
        scopes=frame(
            "committee kind key reason",
            ("Hukuk Komisyonu", "spending_unit", "hukuk", "a"),
            ("Hukuk Komisyonu", "activity", "10", "b"),
            ("Hukuk Komisyonu", "indicator", "2.10", "c"),
            ("Hukuk Komisyonu", "indicator", "2.9", "d"),
            ("Hukuk Komisyonu", "activity", "9", "e"),
            ("Hukuk Komisyonu", "goal", "3", "f"),
            ("Hukuk Komisyonu", "aim", "1", "g"),
            ("Hukuk Komisyonu", "programme", "programme", "h"),
        )
    )
    assert "".join(scope.reason for scope in record.committees[0].scopes) == "hfaebdc"


def test_parties_come_by_size_then_by_alphabet_and_none_comes_last() -> None:
    record = members(
        (None, None), (None, None), (None, None), ("Şafak", None), ("Su", None), ("Çınar", None),
        ("Zirve", None), ("Zirve", None), ("Cami", None),
    )  # fmt: skip
    assert record.parties == (
        Party("zirve", "Zirve", 2),
        Party("cami", "Cami", 1),
        Party("cinar", "Çınar", 1),
        Party("su", "Su", 1),
        Party("safak", "Şafak", 1),
        Party("", "", 3),
    )


def test_districts_stand_in_the_turkish_alphabet() -> None:
    record = members(
        ("A", "Şehir"), ("A", "Su"), ("A", None), ("A", "İncesu"), ("A", "Ilıca"), ("A", "Su")
    )
    assert record.districts == ("Ilıca", "İncesu", "Su", "Şehir")


def test_members_are_chosen_by_district_and_party() -> None:
    listed = council().members
    assert [member.position for member in select(listed, "camli", "b-partisi")] == [3, 5]
    assert [member.position for member in select(listed, "ilica")] == [4, 7]
    assert [member.position for member in select(listed, None, "b-partisi")] == [1, 3, 5]
    assert [member.position for member in select(listed, None, "")] == [4]
    assert select(listed, None, "yok") == ()
    assert select(listed) == listed


def test_members_and_committees_are_found_by_what_addresses_carry() -> None:
    record = council()
    assert record.member("4") == record.member(4) == record.members[3]
    assert record.member("") is None
    assert record.member("8") is None
    assert record.committee("hukuk-komisyonu") == record.committees[0]
    assert record.committee("Hukuk Komisyonu") is None


def test_without_any_table_there_is_nothing() -> None:
    record = council(**nobody())
    assert record.is_empty
    assert (record.parties, record.districts, record.chair) == ((), (), None)


@pytest.mark.parametrize("name", ["members", "officers", "committees", "executive"])
def test_a_single_table_is_enough_to_be_something(name: str) -> None:
    record = dataclasses.replace(
        council(**nobody()), **{name: getattr(council(), name)}, chair=None
    )
    assert not record.is_empty


def test_a_committee_deals_with_the_activities_of_its_scopes() -> None:
    activities = frame(
        "activity goal spending_unit",
        (1, 1, "yol"),
        (2, 1, "park"),
        (3, 12, "park"),
        (4, 2, "spor"),
    )
    held = {
        ("programme", "programme"): {1, 2, 3, 4},
        ("goal", "1"): {1, 2},
        ("activity", "4"): {4},
        ("spending_unit", "park"): {2, 3},
        ("indicator", "1.1"): set(),
        ("goal", "99"): set(),
    }
    for (kind, key), numbers in held.items():
        assert Scope(kind, key, "").activities(activities) == numbers
    law = council().committees[0]
    both = dataclasses.replace(
        law, scopes=(Scope("goal", "1", ""), Scope("spending_unit", "park", ""))
    )
    assert both.activities(activities) == {1, 2, 3}
    assert not both.has_programme


def test_what_no_committee_covers_has_its_reason() -> None:
    assert council().omissions == (Scope("activity", "7", "Kimsenin konusu değil."),)
    assert council(**nobody()).omissions == ()
