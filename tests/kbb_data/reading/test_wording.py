"""When two printed wordings are taken for the same."""

from __future__ import annotations

import pytest

from kbb_data.reading.wording import alike, bare, close, mend_breaks


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
