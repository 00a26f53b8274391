"""Turkish letters, order and numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbb_data.turkish import (
    UnreadableNumber,
    fold,
    lower,
    read_amount,
    read_number,
    slug,
    sort_key,
    squeeze,
    title,
    upper,
)

# In the order of the Turkish alphabet, as the official list of provinces is sorted.
PROVINCES = [
    "Adana", "Adıyaman", "Afyonkarahisar", "Ağrı", "Aksaray", "Amasya", "Ankara", "Antalya",
    "Ardahan", "Artvin", "Aydın", "Balıkesir", "Bartın", "Batman", "Bayburt", "Bilecik",
    "Bingöl", "Bitlis", "Bolu", "Burdur", "Bursa", "Çanakkale", "Çankırı", "Çorum", "Denizli",
    "Diyarbakır", "Düzce", "Edirne", "Elazığ", "Erzincan", "Erzurum", "Eskişehir", "Gaziantep",
    "Giresun", "Gümüşhane", "Hakkâri", "Hatay", "Iğdır", "Isparta", "İstanbul", "İzmir",
    "Kahramanmaraş", "Karabük", "Karaman", "Kars", "Kastamonu", "Kayseri", "Kırıkkale",
    "Kırklareli", "Kırşehir", "Kilis", "Kocaeli", "Konya", "Kütahya", "Malatya", "Manisa",
    "Mardin", "Mersin", "Muğla", "Muş", "Nevşehir", "Niğde", "Ordu", "Osmaniye", "Rize",
    "Sakarya", "Samsun", "Siirt", "Sinop", "Sivas", "Şanlıurfa", "Şırnak", "Tekirdağ", "Tokat",
    "Trabzon", "Tunceli", "Uşak", "Van", "Yalova", "Yozgat", "Zonguldak",
]  # fmt: skip

turkish_text = st.text(
    alphabet="abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZâîû 0123"
)


def test_there_are_81_provinces_and_they_sort_as_listed() -> None:
    assert len(PROVINCES) == 81
    shuffled = PROVINCES[40:] + PROVINCES[:40]
    assert sorted(shuffled, key=sort_key) == PROVINCES


@pytest.mark.parametrize("name", PROVINCES)
def test_a_province_is_found_in_every_case(name: str) -> None:
    forms = {name, lower(name), upper(name), title(upper(name)), fold(name), fold(name).upper()}
    assert len({fold(form) for form in forms}) == 1
    assert title(upper(name)) == name


def test_a_space_comes_before_letters() -> None:
    names = ["Kentsel Dönüşüm", "Kent Tarihi", "Kent", "Kent-Tarihi 2", "Kent 1"]
    assert sorted(names, key=sort_key) == [
        "Kent", "Kent 1", "Kent Tarihi", "Kent-Tarihi 2", "Kentsel Dönüşüm",
    ]  # fmt: skip


def test_both_i_keep_their_dot_or_lack_it() -> None:
    assert lower("IĞDIR İZMİR") == "ığdır izmir"
    assert upper("ığdır izmir") == "IĞDIR İZMİR"
    assert title("İLÇE ISPARTA") == "İlçe Isparta"
    assert title("SU VE KANAL, VE") == "Su ve Kanal, Ve"
    assert fold("ISPARTA") == fold("ısparta") == fold("isparta") == "isparta"


def test_a_decomposed_letter_is_the_same_letter() -> None:
    assert fold("S\u0327ehir") == fold("Şehir") == "sehir"
    assert sort_key("c\u0327a") == sort_key("ça")


def test_slug_is_ascii() -> None:
    assert slug("1. Hukuk Müşavirliği") == "1-hukuk-musavirligi"
    assert slug("  Gesi –İldem ") == "gesi-ildem"


@given(turkish_text)
def test_case_does_not_matter_for_search(text: str) -> None:
    assert fold(upper(text)) == fold(lower(text)) == fold(text)
    assert fold(fold(text)) == fold(text)


@given(turkish_text, turkish_text)
def test_sort_keys_are_ascii_and_ignore_case(left: str, right: str) -> None:
    assert sort_key(left).isascii()
    assert sort_key(upper(left)) == sort_key(lower(left))
    if sort_key(left) == sort_key(right):
        assert squeeze(fold(left)) == squeeze(fold(right)) or fold(left) == fold(right)


@given(st.text())
def test_any_text_folds_and_sorts(text: str) -> None:
    assert fold(text) == squeeze(fold(text))
    assert sort_key(text).isascii()
    assert slug(text).isascii()


def turkish(value: Decimal, decimals: int) -> str:
    """A number in Turkish form, made without the code under test."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


@given(st.integers(-(10**15), 10**15), st.integers(0, 4))
def test_numbers_round_trip(unscaled: int, decimals: int) -> None:
    value = Decimal(unscaled).scaleb(-decimals)
    assert read_number(turkish(value, decimals)) == value


@given(st.integers(0, 10**17))
def test_amounts_round_trip_to_the_kurus(kurus: int) -> None:
    assert read_amount(turkish(Decimal(kurus).scaleb(-2), 2)) == kurus


@pytest.mark.parametrize(
    "text",
    ["40.00", "108.0000", "63.456,92.", "7.6e2", "7.6e2.000,0O", "1,234.5", "", " ", "1 234", "٣",
     "1.23.456", "12.3456", ",5", "5,", "+5", "--5", "∞", "0x10", "1_000"],
)  # fmt: skip
def test_what_is_no_turkish_number_is_refused(text: str) -> None:
    with pytest.raises(UnreadableNumber) as error:
        read_number(text)
    assert repr(text) in str(error.value)
    with pytest.raises(UnreadableNumber):
        read_amount(text)


@pytest.mark.parametrize("text", ["1,5", "1.234,567", "0,0"])
def test_an_amount_has_two_decimals_or_none(text: str) -> None:
    with pytest.raises(UnreadableNumber):
        read_amount(text)


@given(st.text(alphabet="0123456789.,-eE O", max_size=12))
def test_a_number_is_read_exactly_or_refused(text: str) -> None:
    try:
        value = read_number(text)
    except UnreadableNumber:
        return
    digits = text.lstrip("-").replace(".", "")
    assert value == Decimal(digits.replace(",", ".")) * (-1 if text.startswith("-") else 1)
    whole = text.lstrip("-").split(",")[0]
    groups = whole.split(".")
    assert len(groups) == 1 or all(len(group) == 3 for group in groups[1:])
