"""Turkish suffixes, each written by hand as one reads the number aloud."""

from __future__ import annotations

import pytest

from present.kit import suffixes
from present.kit.suffixes import (
    CASES,
    ablative,
    accusative,
    dative,
    genitive,
    locative,
    possessive,
)

#: What is written, and what the possessive, genitive, locative, ablative, dative and accusative
#: hang on it.
NUMBERS = (
    # The last digit: sıfır, bir, iki, üç, dört, beş, altı, yedi, sekiz, dokuz.
    ("0", "'ı", "'ın", "'da", "'dan", "'a", "'ı"),
    ("2021", "'i", "'in", "'de", "'den", "'e", "'i"),
    ("2022", "'si", "'nin", "'de", "'den", "'ye", "'yi"),
    ("2023", "'ü", "'ün", "'te", "'ten", "'e", "'ü"),
    ("2024", "'ü", "'ün", "'te", "'ten", "'e", "'ü"),
    ("2025", "'i", "'in", "'te", "'ten", "'e", "'i"),
    ("2026", "'sı", "'nın", "'da", "'dan", "'ya", "'yı"),
    ("2027", "'si", "'nin", "'de", "'den", "'ye", "'yi"),
    ("2028", "'i", "'in", "'de", "'den", "'e", "'i"),
    ("2029", "'u", "'un", "'da", "'dan", "'a", "'u"),
    # The tens: on, yirmi, otuz, kırk, elli, altmış, yetmiş, seksen, doksan.
    ("10", "'u", "'un", "'da", "'dan", "'a", "'u"),
    ("20", "'si", "'nin", "'de", "'den", "'ye", "'yi"),
    ("2030", "'u", "'un", "'da", "'dan", "'a", "'u"),
    ("2040", "'ı", "'ın", "'ta", "'tan", "'a", "'ı"),
    ("1.250", "'si", "'nin", "'de", "'den", "'ye", "'yi"),
    ("60", "'ı", "'ın", "'ta", "'tan", "'a", "'ı"),
    ("70", "'i", "'in", "'te", "'ten", "'e", "'i"),
    ("80", "'i", "'in", "'de", "'den", "'e", "'i"),
    ("90", "'ı", "'ın", "'da", "'dan", "'a", "'ı"),
    # Yüz, bin, milyon, milyar, trilyon, alone and behind others.
    ("100", "'ü", "'ün", "'de", "'den", "'e", "'ü"),
    ("2.300", "'ü", "'ün", "'de", "'den", "'e", "'ü"),
    ("1.000", "'i", "'in", "'de", "'den", "'e", "'i"),
    ("2000", "'i", "'in", "'de", "'den", "'e", "'i"),
    ("40.000", "'i", "'in", "'de", "'den", "'e", "'i"),
    ("300.000", "'i", "'in", "'de", "'den", "'e", "'i"),
    ("1.000.000", "'u", "'un", "'da", "'dan", "'a", "'u"),
    ("540.000.000", "'u", "'un", "'da", "'dan", "'a", "'u"),
    ("17.000.000.000", "'ı", "'ın", "'da", "'dan", "'a", "'ı"),
    ("6.000.000.000.000", "'u", "'un", "'da", "'dan", "'a", "'u"),
    ("1.000.100", "'ü", "'ün", "'de", "'den", "'e", "'ü"),
    ("1.000.010", "'u", "'un", "'da", "'dan", "'a", "'u"),
    # Decimals are read as a number of their own.
    ("1.234,5", "'i", "'in", "'te", "'ten", "'e", "'i"),
    ("2,06", "'sı", "'nın", "'da", "'dan", "'ya", "'yı"),
    ("1,50", "'si", "'nin", "'de", "'den", "'ye", "'yi"),
    # Amounts and measures are read by their sign: te-le, metrekare, kilometre.
    ("46.000.000 TL", "'si", "'nin", "'de", "'den", "'ye", "'yi"),
    ("0,06 TL", "'si", "'nin", "'de", "'den", "'ye", "'yi"),
    ("4,9 milyar TL", "'si", "'nin", "'de", "'den", "'ye", "'yi"),
    ("1.200 m²", "'si", "'nin", "'de", "'den", "'ye", "'yi"),
    ("35 km", "'si", "'nin", "'de", "'den", "'ye", "'yi"),
    # Words have no apostrophe.
    ("%0,01'den az", "ı", "ın", "da", "dan", "a", "ı"),
    ("1 kuruştan az", "ı", "ın", "da", "dan", "a", "ı"),
    ("%99,99'dan fazla", "sı", "nın", "da", "dan", "ya", "yı"),
    ("belirtilmemiş", "i", "in", "te", "ten", "e", "i"),
    ("Yol", "u", "un", "da", "dan", "a", "u"),
    ("köprü", "sü", "nün", "de", "den", "ye", "yü"),
    ("göz", "ü", "ün", "de", "den", "e", "ü"),
    ("kuyu", "su", "nun", "da", "dan", "ya", "yu"),
)


@pytest.mark.parametrize(
    ("written", "its", "of", "at", "away", "to", "object_of"), NUMBERS, ids=[n[0] for n in NUMBERS]
)
def test_a_suffix_goes_with_the_last_word_that_is_heard(
    written: str, its: str, of: str, at: str, away: str, to: str, object_of: str
) -> None:
    assert possessive(written) == f"{written}{its}"
    assert genitive(written) == f"{written}{of}"
    assert locative(written) == f"{written}{at}"
    assert ablative(written) == f"{written}{away}"
    assert dative(written) == f"{written}{to}"
    assert accusative(written) == f"{written}{object_of}"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("%18,4", "%18,4'ü"),
        ("%32,8", "%32,8'i"),
        ("%90,9", "%90,9'u"),
        ("%46,7", "%46,7'si"),
        ("%3,6", "%3,6'sı"),
        ("%12,1", "%12,1'i"),
        ("%99,98", "%99,98'i"),
        ("%0,05", "%0,05'i"),
        ("%0,0001", "%0,0001'i"),
        ("%32,10", "%32,10'u"),
        ("%50", "%50'si"),
        ("%50,0", "%50'si"),
        ("%70,0", "%70'i"),
        ("%60,00", "%60'ı"),
        ("%100", "%100'ü"),
        ("%100,0", "%100'ü"),
        ("%0", "%0'ı"),
        ("%0,0", "%0'ı"),
        ("%9,90", "%9,90'ı"),
    ],
)
def test_a_share_is_told_with_its_decimals_and_without_those_that_are_nothing(
    written: str, told: str
) -> None:
    assert possessive(written) == told


def test_whole_decimals_are_left_out_before_every_suffix() -> None:
    assert genitive("%40,0") == "%40'ın"
    assert dative("1.000,00") == "1.000'e"
    # Of an amount the sign is heard, and its decimals stay as they are.
    assert possessive("1.000,00 TL") == "1.000,00 TL'si"


def test_a_number_needs_no_text_and_white_space_is_no_end() -> None:
    assert locative(2024) == "2024'te"
    assert possessive("46 TL ") == "46 TL'si"


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
@pytest.mark.parametrize(
    "written",
    ["", "   ", "kitap", "ağaç", "Kanat", "park", "%", "—", "12)", "TL.", "kwh", "BM"],
)
def test_what_has_no_end_that_is_known_is_refused(case: object, written: str) -> None:
    assert callable(case)
    with pytest.raises(ValueError, match="no suffix is known"):
        case(written)


def test_texts_ask_for_suffixes_by_name() -> None:
    assert {
        "possessive": suffixes.possessive,
        "genitive": suffixes.genitive,
        "locative": suffixes.locative,
        "ablative": suffixes.ablative,
        "dative": suffixes.dative,
        "accusative": suffixes.accusative,
    } == CASES
