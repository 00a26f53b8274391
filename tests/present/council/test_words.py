"""The words of the council: parties, committees, seats, the sentences of its figures."""

from __future__ import annotations

from collections import Counter

import pytest

from present.council import words
from present.council.model import Party, Seat
from present.kit.text import ENGLISH, using
from tests.present.council.records import council, members, nobody


def test_a_party_without_a_name_has_words() -> None:
    assert words.party_name("A PARTİSİ") == "A PARTİSİ"
    assert words.party_name("") == "partisi yazılmamış"
    assert words.legend(Party("a", "A", 1200)) == "A: 1.200"
    assert words.legend(Party("", "", 1)) == "partisi yazılmamış: 1"


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("İMAR VE ÇEVRE KOMİSYONU", "İmar ve Çevre Komisyonu"),
        ("Hukuk Komisyonu", "Hukuk Komisyonu"),
    ],
)
def test_printed_capitals_are_written_in_ordinary_letters(printed: str, written: str) -> None:
    assert words.committee_name(printed) == written


def test_a_seat_is_told_by_name_role_and_party() -> None:
    can, nil = council().members[1], council().members[3]
    assert words.detail(can) == "Can DERE, Çamlı Belediye Başkanı, A PARTİSİ"
    assert words.detail(nil) == "Nil DAĞ, Ilıca Meclis Üyesi, partisi yazılmamış"


def test_who_is_no_member_is_said_to_be_none() -> None:
    ayse, can, _, nil = council().members[:4]
    assert words.standing(Seat("Üye", "Can", can)) == "A PARTİSİ, Çamlı"
    assert words.standing(Seat("Üye", "Ayşe", ayse)) == "B PARTİSİ"
    assert words.standing(Seat("Üye", "Nil", nil)) == "partisi yazılmamış, Ilıca"
    assert words.standing(Seat("Üye", "Ümit", None)) == "meclis üyeleri listesinde yok"


def test_the_sentence_counts_members_and_parties() -> None:
    whole = (
        "2027 programına göre mecliste 3 partiden 7 üye var: "
        "B PARTİSİ_3, C PARTİSİ_2, A PARTİSİ_1, partisi yazılmamış_1."
    ).replace("_", "\N{NO-BREAK SPACE}")
    assert words.seats_sentence(council(), 7, 2027) == whole
    assert words.seats_sentence(council(), 4, 2027) == (
        f"{whole} Seçiminize uyan 4 üye koyu, ötekiler soluk çizildi."
    )
    assert words.seats_sentence(council(**nobody()), 0, 2027) == (
        "Bu programda meclis üyelerinin listesi yok."
    )
    with using(ENGLISH):
        assert (
            "By the 2027 programme, the council has 7 members from 3 parties: "
            in words.seats_sentence(council(), 7, 2027)
        )


def test_the_sentence_on_districts_names_the_most_and_the_least() -> None:
    record = members(("A", "Su"), ("A", "Su"), ("A", "Ova"), ("A", "Dağ"), ("A", "Dağ"),
                     ("A", "Dağ"))  # fmt: skip
    counts = Counter(member.district for member in record.members)
    sentence = words.districts_sentence(record, ("Dağ", "Su", "Ova"), counts, 2027)
    assert sentence == (
        "2027 programına göre 3 ilçenin mecliste üyesi var. En çok üye 3 kişiyle Dağ ilçesinde; "
        "en az üyesi olan ilçede 1 üye var."
    )
    assert words.districts_sentence(council(), ("Çamlı",), {"Çamlı": 4, "Ilıca": 1}, 2027).endswith(
        " 1 üye var. Görevi bir ilçeye bağlı olmayan 1 üye (büyükşehir belediye başkanı) çizilmedi."
    )
    assert words.districts_sentence(members(("A", None)), (), {}, 2027) == (
        "Üyelerin görevinde bir ilçe adı geçmiyor."
    )
