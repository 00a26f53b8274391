"""A briefing's texts: the document's own words set off where the page speaks otherwise."""

from __future__ import annotations

from present.briefing.model import Topic, among, linked, own, plain, portion, runs
from present.kit.text import ENGLISH, using


def test_topics_stand_in_addresses() -> None:
    assert list(Topic) == ["komisyon", "birim", "amac", "ilce"]


def test_in_turkish_all_words_are_of_a_kind() -> None:
    assert own("Fen İşleri") == "Fen İşleri"
    assert runs("Fen İşleri") == [("Fen İşleri", False, "")]


def test_in_english_the_documents_words_can_be_told_apart() -> None:
    with using(ENGLISH):
        text = own("Fen") + " spends, " + own("Su\nKanal") + " too"
    assert plain(text) == "Fen spends, Su\nKanal too"
    assert runs(text) == [
        ("Fen", True, ""), (" spends, ", False, ""), ("Su\nKanal", True, ""), (" too", False, ""),
    ]  # fmt: skip
    assert runs("") == []


def test_the_documents_words_within_a_text_are_set_off_the_longer_first() -> None:
    words = ["Su", "Su Kanalı", ""]
    assert among("Table 1, Su Kanalı and Su", words) == "Table 1, Su Kanalı and Su"
    with using(ENGLISH):
        assert among("Table 1, Su Kanalı and Su", words) == (
            "Table 1, \ue000Su Kanalı\ue001 and \ue000Su\ue001"
        )
        assert among("Table 1", []) == "Table 1"


def test_an_address_can_be_followed_and_is_read_without_its_scheme() -> None:
    text = f"More: {linked('https://panel.example/butce?x=1')}."
    assert plain(text) == "More: panel.example/butce?x=1."
    assert runs(text)[1] == ("panel.example/butce?x=1", False, "https://panel.example/butce?x=1")
    # A bare path leads nowhere from paper.
    assert runs(linked("/butce")) == [("/butce", False, "")]


def test_only_the_whole_is_all() -> None:
    assert [portion(share) for share in (1, 1.0, 0.9999999, 0.5)] == ["all", "all", "part", "part"]
