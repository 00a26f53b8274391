"""A briefing's texts: the document's own words set off where the page speaks otherwise."""

from __future__ import annotations

from present.briefing.model import Topic, own, plain, runs
from present.kit.text import ENGLISH, using


def test_topics_stand_in_addresses() -> None:
    assert list(Topic) == ["komisyon", "birim", "amac", "ilce"]


def test_in_turkish_all_words_are_of_a_kind() -> None:
    assert own("Fen İşleri") == "Fen İşleri"
    assert runs("Fen İşleri") == [("Fen İşleri", False)]


def test_in_english_the_documents_words_can_be_told_apart() -> None:
    with using(ENGLISH):
        text = own("Fen") + " spends, " + own("Su\nKanal") + " too"
    assert plain(text) == "Fen spends, Su\nKanal too"
    assert runs(text) == [
        ("Fen", True), (" spends, ", False), ("Su\nKanal", True), (" too", False),
    ]  # fmt: skip
    assert runs("") == []
