"""How alike names are, measured on the names of 2025 and on those names altered."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from kbb_data.judging.similarity import LIKENESS, Likeness, Thing, matches
from kbb_data.judging.things import KINDS, Programme
from kbb_data.publishing.package import read_tables
from kbb_data.turkish import fold
from tests.support.source import ROOT

PROGRAMME = Programme(read_tables(ROOT / "kbb_data" / "2025"))


def names(kind: str) -> list[str]:
    return [thing.name for thing in KINDS[kind].printed(PROGRAMME, [])]


INDICATORS = names("indicator")


def other_endings(name: str) -> str:
    for old, new in (
        ("sayısı", "sayıları"), ("yapılan", "yapılacak"), ("miktarı", "miktarları"),
        ("yapımı", "yapılması"), ("Bakımı", "Bakım"), ("süresi", "süreleri"),
    ):  # fmt: skip
        name = name.replace(old, new)
    return name


def halves_changed(name: str) -> str:
    unit = re.search(r"\s*\([^()]*\)\s*$", name)
    parts = name[: unit.start() if unit else None].split()
    middle = len(parts) // 2
    return " ".join(parts[middle:] + parts[:middle]) + (unit[0] if unit else "")


@pytest.mark.parametrize(
    ("reword", "at_least"),
    [
        (lambda name: name.replace("(%)", "(yüzde)"), 1),
        (lambda name: name.replace("sayısı", "adedi"), 1),
        (other_endings, 1),
        (halves_changed, 1),
        (lambda name: f"Belediyemizce 2026 yılında {name}", 1),
        (lambda name: re.sub(r"\s*\([^()]*\)\s*$", "", name), 1),
        (lambda name: " ".join((*name.split()[:1], *name.split()[2:])), 0.94),
    ],
    ids=["per cent", "synonym", "endings", "order", "more words", "no unit", "a word less"],
)
def test_reworded_names_reach_the_limit(reword: Callable[[str], str], at_least: float) -> None:
    reworded = [(name, reword(name)) for name in INDICATORS if reword(name) != name]
    assert len(reworded) >= 45
    likeness = Likeness(INDICATORS, [dict(reworded).get(name, name) for name in INDICATORS])
    reached = [pair for pair in reworded if likeness.score(*pair) >= LIKENESS]
    assert len(reached) >= at_least * len(reworded)


#: Names of one heading that a person would not tell apart by their words alone.
NEAR = {"Kamyon", "Kamyonet", "Minibüs", "Midibüs", "Kaymek TOKİ", "Genç Kaymek TOKİ",
        "Kent Tarihi ve Tanıtımı D. Bşk.'liği Ek Binası", "HİZMET BİNALARI",
        "Kent Tarihi ve Tanıtımı D. Bşk.'liği İdare Binası", "ZABITA HİZMET BİNALARI"}  # fmt: skip


@pytest.mark.parametrize(
    "kind", ["aim", "goal", "indicator", "activity", "category", "asset", "committee"]
)
def test_what_one_programme_tells_apart_does_not_reach_it(kind: str) -> None:
    things = list(KINDS[kind].printed(PROGRAMME, []))
    likeness = Likeness(thing.name for thing in things)
    confused = {
        name
        for place, one in enumerate(things)
        for other in things[:place]
        if one.within == other.within and fold(one.name) != fold(other.name)
        and likeness.score(one.name, other.name) >= LIKENESS
        for name in (one.name, other.name)
    }  # fmt: skip
    assert confused <= NEAR


def test_a_telling_word_changed_for_another_is_another_thing() -> None:
    rare = Likeness(INDICATORS)
    telling = sorted(
        {
            word
            for name in INDICATORS
            for word in re.findall(r"\w{6,}", name)
            if sum(fold(word) in fold(other) for other in INDICATORS) == 1
        }
    )
    assert len(telling) > 100
    passed = 0
    for place, word in enumerate(telling):
        name = next(name for name in INDICATORS if word in name)
        # A word that is far from it in the alphabet is no form of it.
        sibling = name.replace(word, telling[(place + len(telling) // 2) % len(telling)])
        passed += rare.score(name, sibling) >= LIKENESS
    assert passed == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("65 yaş üstü yararlanan kişi sayısı", "18 yaş üstü yararlanan kişi sayısı"),
        ("Kurs alan kadın kişi sayısı", "Kurs alan erkek kişi sayısı"),
        ("Şikâyetlerin sonuçlandırılması (%)", "Şikâyetlerin sonuçlandırılması (gün)"),
        ("Sarız Sosyal Yaşam Merkezi", "Sarıoğlan Sosyal Yaşam Merkezi"),
        ("Döşenen alan (m²)", "Döşenen hacim (m³)"),
    ],
)  # fmt: skip
def test_siblings_are_told_apart(left: str, right: str) -> None:
    assert Likeness([*INDICATORS, *names("asset"), left, right]).score(left, right) < LIKENESS


def test_a_year_in_a_name_is_no_number_of_it() -> None:
    left, right = "2025 yılında dikilen fidan sayısı", "2026 yılında dikilen fidan sayısı"
    assert Likeness([left, right]).score(left, right) == 100


def test_names_without_words_are_like_nothing() -> None:
    assert Likeness(["-", "..."]).score("-", "...") == 0
    assert Likeness([]).score("", "") == 0


def test_one_new_name_is_given_once_to_the_most_alike() -> None:
    near = Thing(1, "Dikilen toplam fidan sayısı (adet)")
    nearer = Thing(2, "Dikilen fidan sayısı")
    new = Thing("a", "Dikilen fidan sayıları")
    found = matches([near, nearer], [new])
    assert set(found) == {nearer}
    assert not found[nearer].is_exact


def test_of_names_printed_twice_each_stays_in_its_place() -> None:
    name = "Memnuniyet oranı (%)"
    earlier = [Thing((1, 1), name, (1, 1)), Thing((2, 4), name, (2, 4))]
    new = [Thing((2, 4), name, (2, 4)), Thing((1, 1), name, (1, 1))]
    found = matches(earlier, new)
    assert {old.key: match.thing.key for old, match in found.items()} == {
        (1, 1): (1, 1), (2, 4): (2, 4)
    }  # fmt: skip
    # Goals were numbered anew: what stood first stands first.
    moved = [Thing((place[0] + 5, place[1]), name, place) for place in ((1, 1), (2, 4))]
    again = matches(earlier, moved)
    assert [again[old].thing.key for old in earlier] == [(6, 1), (7, 4)]


def test_the_same_name_in_another_category_is_found_but_is_not_exact() -> None:
    old = Thing("old", "Kent Fırını", ("A",), within="A")
    new = Thing("new", "Kent Fırını", ("B",), within="B")
    assert (matches([old], [new])[old].score, matches([old], [new])[old].is_exact) == (100, False)
    assert matches([old], [Thing("like", "Kent Fırınları", ("B",), within="B")]) == {}
