"""The text catalogue: complete, used, and Turkish."""

from __future__ import annotations

import re
import string

import pytest

from present.kit.suffixes import CASES
from present.kit.text import (
    ENGLISH,
    LANGUAGES,
    TURKISH,
    catalogue,
    either,
    marked,
    t,
    use,
    using,
    verbatim,
)
from tests.support.source import ROOT

SOURCES = [
    path
    for folder in ("pages", "present")
    for ending in ("*.py", "*.jinja")
    for path in sorted((ROOT / folder).rglob(ending))
] + [ROOT / "app.py"]  # fmt: skip
CODE = {path: path.read_text(encoding="utf-8") for path in SOURCES}
ENGLISH_WORDS = re.compile(
    r"\b(the|and|of|with|for|budget|total|share|search|filter|show|table|map|none|loading)\b", re.I
)


def test_no_key_is_missing() -> None:
    asked = {
        (path, key)
        for path, code in CODE.items()
        for key in re.findall(
            r"""\b(?:t|worded)\(\s*["']([a-z_]+(?:\.[a-z0-9_]+)+)["'](?!\s*~)""", code
        )
    }
    assert len(asked) > 20
    assert [(str(p), k) for p, k in sorted(asked) if k not in catalogue()] == []


def test_no_key_is_unused() -> None:
    everything = "\n".join(CODE.values())
    words = set(re.findall(r"[a-z][a-z0-9_]+(?:\.[a-z0-9_]+)*", everything))
    stems = set(re.findall(r"""f["']((?:[a-z_]+\.)+[a-z0-9_]*)\{""", everything))
    # A template puts a key together with a tilde.
    stems |= set(re.findall(r"""["']((?:[a-z_]+\.)+[a-z0-9_]*)["']\s*~""", everything))
    made = [
        re.compile(re.escape(before) + "[a-z0-9_]+" + re.escape(after))
        for before, after in re.findall(
            r"""f["']((?:[a-z_]+\.)+[a-z0-9_]*)\{[^}"']*\}([a-z0-9_]+)["']""", everything
        )
    ]
    unused = [
        key
        for key in catalogue()
        if key not in words
        and key.rpartition(".")[2] not in words
        and not any(pattern.fullmatch(key) for pattern in made)
        and not any(key.startswith(stem) for stem in stems if not stem.endswith("."))
    ]
    assert unused == []


#: What invites to the other language stands in that language.
OF_THE_OTHER = {"site.other_language", "site.other_language_label"}


def test_every_text_is_turkish_and_whole() -> None:
    texts = {key: text for key, text in catalogue().items() if key not in OF_THE_OTHER}
    assert len(texts) > 1_500
    # One test for all: a test each takes longer to count than to do.
    assert {key: text for key, text in texts.items() if not text or text != text.strip()} == {}
    english = {
        key: text
        for key, text in texts.items()
        if ENGLISH_WORDS.search(re.sub(r"“[^”]*”|\{[^}]*\}", "", text))
    }
    assert english == {}
    unnamed = {
        key: text
        for key, text in texts.items()
        for _, name, _, _ in string.Formatter().parse(text)
        if not (name is None or name.isidentifier())
    }
    assert unnamed == {}


def test_a_missing_key_or_parameter_is_named() -> None:
    with pytest.raises(KeyError, match=r"common\.nothing"):
        t("common.nothing")
    with pytest.raises(KeyError, match="names"):
        t("common.dropped_choices", other=1)


def test_texts_lie_in_one_place() -> None:
    folders = {path.parent for path in (ROOT / "assets" / "text").rglob("*.toml")}
    languages = {ROOT / "assets" / "text" / language for language in LANGUAGES}
    assert folders == languages | {language / "forms" for language in languages}


def test_the_languages_hold_the_same_texts_with_the_same_parameters() -> None:
    def parameters(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    turkish, english = catalogue(TURKISH), catalogue(ENGLISH)
    assert sorted(turkish.keys() ^ english.keys()) == []
    assert [key for key in turkish if parameters(turkish[key]) != parameters(english[key])] == []


def test_the_language_is_the_visits() -> None:
    with using(ENGLISH):
        assert t("common.not_stated") == "not stated"
        assert verbatim("Su & yol") == '<span lang="tr">Su &amp; yol</span>'
    assert t("common.not_stated") == "belirtilmemiş"
    assert verbatim("Su & yol") == "Su &amp; yol"
    assert use("xx") == TURKISH


def test_english_counts_one_and_many() -> None:
    with using(ENGLISH):
        assert t("places.size_capacity", count="1") == "1 place"
        assert t("places.size_capacity", count="1,250") == "1,250 places"
    with using(ENGLISH), pytest.raises(KeyError, match="'count'"):
        t("places.size_capacity", other=1)


def test_a_parameter_gets_its_suffix() -> None:
    assert t("briefing.fact_off_budget_note_part", share="%18,4") == "bu paranın %18,4'ü"
    assert t("briefing.fact_off_budget_note_part", share="%70,0") == "bu paranın %70'i"
    assert t(
        "budget.sentence_search",
        where="2025 programında",
        search="{yol}",
        count=3,
        amount="46 TL",
        whole="17.000.000.000 TL",
        share="%0,01'den az",
    ) == (
        "2025 programında “{yol}” araması 3 satır buldu; toplamları 46 TL, yani 17.000.000.000 "
        "TL'nin %0,01'den azı."
    )
    with using(ENGLISH):
        assert t("briefing.fact_off_budget_note_part", share="18.4%") == "18.4% of this money"
    with pytest.raises(KeyError, match="'share'"):
        t("briefing.fact_off_budget_note_part", amount="1 TL")
    with pytest.raises(ValueError, match="no suffix is known"):
        t("briefing.fact_off_budget_note_part", share="yarı buçuk")


def test_only_turkish_asks_for_suffixes_and_only_for_known_ones() -> None:
    def asked(language: str) -> set[str]:
        return {
            asks
            for text in catalogue(language).values()
            for _, name, asks, _ in string.Formatter().parse(text)
            if name and asks and "|" not in asks
        }

    assert {"possessive", "genitive"} <= asked(TURKISH) <= set(CASES)
    assert asked(ENGLISH) == set()


def test_the_documents_own_words_are_marked_within_a_text() -> None:
    text = "In “Yol & park”, 3 of park"
    assert marked(text, ["Yol & park"]) == "In “Yol &amp; park”, 3 of park"
    with using(ENGLISH):
        assert (
            marked(text, ["park", "Yol & park", "", "su"])
            == 'In “<span lang="tr">Yol &amp; park</span>”, 3 of <span lang="tr">park</span>'
        )
        assert marked("a < b", []) == "a &lt; b"


def test_words_in_both_languages() -> None:
    assert either("Nüfus", "Population") == "Nüfus"
    with using(ENGLISH):
        assert either("Nüfus", "Population") == "Population"
        assert either("Nüfus", "") == "Nüfus"
