"""When two printed wordings are taken for the same."""

from __future__ import annotations

import csv
from difflib import SequenceMatcher

import pytest

from kbb_data.reading.wording import Wordings, alike, bare, close, mend_breaks
from tests.support.datasets import KAYSERI


@pytest.mark.parametrize(
    ("text", "label", "is_close"),
    [
        ("PERFORMANS HEDEFİ TABLOSU", "Performans Hedefi Tablosu", True),
        ("Performans Hedefi Tablosu:", "PERFORMANS HEDEFİ TABLOSU", True),
        # Of sixteen letters and more, two may be wrong.
        ("ERFORMANS HEDEFİ TABLOSU", "PERFORMANS HEDEFİ TABLOSU", True),
        ("PERFORMNS HEDEF TABLOSU", "PERFORMANS HEDEFİ TABLOSU", True),
        ("PERFRMNS HEDEF TABLOSU", "PERFORMANS HEDEFİ TABLOSU", False),
        ("toplam butce kayn", "toplam butce kaynak", True),
        # Of eight to fifteen, one.
        ("genel topla", "genel toplam", True),
        ("genl topla", "genel toplam", False),
        ("yurt dis", "yurt disi", True),
        # A shorter label must be right, and nothing is no label.
        ("türu", "Türü", True),
        ("tür", "Türü", False),
        ("TL", "Tl", True),
        ("", "genel toplam", False),
        ("", "", True),
    ],
)
def test_a_label_may_have_a_slip_or_two(text: str, label: str, is_close: bool) -> None:
    assert close(text, label) is is_close


@pytest.mark.parametrize(
    ("left", "right", "is_alike"),
    [
        ("Plan tadilatı faaliyeti.", "PLAN TADİLATI FAALİYETİ", True),
        ("1. Etap yolu", "1.Etap  yolu", True),
        ("", "", True),
        ("", "yol", False),
        # 17 of 20 letters in order on both sides is 0.85, 16 of 20 is 0.8.
        ("a" * 17 + "bcd", "a" * 17 + "efg", True),
        ("a" * 16 + "bcdh", "a" * 16 + "efgk", False),
    ],
)
def test_names_are_alike_from_seventeen_letters_of_twenty(
    left: str, right: str, is_alike: bool
) -> None:
    assert alike(left, right) is is_alike
    assert alike(right, left) is is_alike


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.Hukuk Müşavirliği", "1hukukmusavirligi"),
        ("%32,8 ŞEHİR", "%328sehir"),
        ("-", ""),
        (None, ""),
    ],
)
def test_a_bare_wording_is_letters_digits_and_per_cent(text: str | None, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kurum- ların ge- rekli", "kurumların gerekli"),
        ("şehir- içi", "şehiriçi"),
        ("A- B", "A- B"),
        ("2027- yılı", "2027- yılı"),
        ("yol -su", "yol -su"),
    ],
)
def test_a_word_that_a_line_break_tore_is_joined(text: str, expected: str) -> None:
    assert mend_breaks(text) == expected


def test_names_alike_are_found_among_many_as_one_by_one() -> None:
    """Whole, without a word, without an end, turned round, and none of them."""
    with (KAYSERI / "indicators.csv").open(encoding="utf-8", newline="") as file:
        names = ["", *(row["name_printed"] for row in csv.DictReader(file))][:40]
    asked = [
        other
        for name in names[:15]
        for words in [name.split()]
        for other in (name, " ".join(words[1:]), name[:-3], name[: len(name) * 3 // 4],
                      " ".join(reversed(words)))
    ]  # fmt: skip
    among = Wordings(names)
    found = {name: among.alike(name) for name in asked}
    assert found == {
        name: [place for place, known in enumerate(names) if alike(name, known)] for name in asked
    }
    assert {len(places) for places in found.values()} >= {0, 1}


def test_names_that_share_too_few_letters_are_not_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So that a report with many names which the programme lacks is read in bearable time."""
    compared = []

    def counting(matcher: SequenceMatcher[str]) -> float:
        compared.append(str(vars(matcher)["b"]))
        return 1.0

    monkeypatch.setattr(SequenceMatcher, "ratio", counting)
    among = Wordings(["Yenilenen yol uzunluğu", "Dikilen fidan sayısı"])
    assert among.alike("Yenilenen yolun uzunluğu") == [0]
    assert compared == ["yenilenen yol uzunlugu"]
