"""Words, stems and the places of marks."""

from __future__ import annotations

import pytest

from kbb_data.search_words import (
    MAX_WORDS,
    Term,
    english_stem,
    folded_words,
    marks,
    stem,
    terms,
    words,
)

#: Each line: forms of one noun.
FORMS = """
kütüphane kütüphaneler kütüphanesi kütüphanede kütüphanelerin kütüphanemizden KÜTÜPHANELERİ
itfaiye itfaiyesi itfaiyenin itfaiyeye itfaiyemiz
sporcu sporcular sporculara
yol yollar yolu yolları yolda yollarda
ağaç ağaçlar ağacı ağaçların
engelli engelliler engellilere
mezarlık mezarlığı mezarlıklar mezarlığın mezarlığında
park parkı parkta parklarda parkların parkında
su suyu suyun sular suları
asfalt asfaltı asfaltın
otobüs otobüsü otobüslerin otobüste
tramvay tramvayı tramvaylar
kadın kadınlar kadınların
çocuk çocuğu çocuklara
alan alanı alanın alanda alanları alanlarda
şehir şehri şehrimizin şehirde
proje projesi projeler projelerin
tesis tesisi tesisler tesislerinde
çalışan çalışanlar çalışanın
müze müzesi müzeler müzelerimizde
köy köyü köyler köyde
""".strip().splitlines()

#: Each line: a noun, and forms of it that lose a vowel or gain a letter.
CHANGING = """
su suyu suya suyun suda sudan suyla
şehir şehri
isim ismi
resim resmi
vakit vakti
nehir nehri
fikir fikri
vakıf vakfı
kısım kısmı
şekil şekli
akıl aklı
ömür ömrü
ağız ağzı
oğul oğlu
burun burnu
""".strip().splitlines()

#: Words that must not be taken for each other.
DIFFERENT = [
    ("park", "parsel"), ("kadın", "katı"), ("doğa", "doğu"), ("orta", "ordu"), ("bina", "bin"),
    ("su", "suç"), ("yaya", "yayın"), ("site", "sit"), ("başkan", "basın"), ("müze", "müzik"),
    ("hastane", "has"), ("merdiven", "mer"), ("otopark", "oto"), ("bütün", "büt"),
]  # fmt: skip


@pytest.mark.parametrize("line", FORMS, ids=lambda line: line.split()[0])
def test_all_forms_of_a_noun_share_a_stem(line: str) -> None:
    result = {stem(folded_words(word)[0]) for word in line.split()}
    assert len(result) == 1


def test_no_two_of_them_share_one() -> None:
    assert len({stem(folded_words(line.split()[0])[0]) for line in FORMS}) == len(FORMS)


@pytest.mark.parametrize("line", CHANGING, ids=lambda line: line.split()[0])
def test_a_vowel_that_falls_out_comes_back(line: str) -> None:
    whole, *forms = (folded_words(word)[0] for word in line.split())
    assert {stem(form) for form in forms} == {stem(whole)}


@pytest.mark.parametrize(("word", "another"), DIFFERENT)
def test_other_words_have_other_stems(word: str, another: str) -> None:
    assert stem(folded_words(word)[0]) != stem(folded_words(another)[0])


@pytest.mark.parametrize("word", ["2025", "m2", "a", "", "4x4"])
def test_numbers_and_crumbs_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


def test_a_stem_has_itself_as_its_stem_or_is_shorter() -> None:
    for line in FORMS:
        for word in folded_words(line):
            assert 2 <= len(stem(word)) <= max(len(word), 5)


def test_words_know_their_places_also_where_folding_changes_the_length() -> None:
    text = "İĞNE, ½ ve I\u0307Z: Kayseri'nin ŞEHİR’de"
    result = words(text)
    assert [word.folded for word in result] == ["igne", "1", "2", "ve", "iz", "kayseri", "sehir"]
    shown = [text[word.start : word.end] for word in result]
    assert shown == ["İĞNE", "½", "½", "ve", "I\u0307Z", "Kayseri", "ŞEHİR"]


def test_marks_cover_whole_words_in_the_text_as_it_stands() -> None:
    text = "İİİ KÜTÜPHANELERİ'nin, kütüphaneci; Kutuphane."
    spans = marks(text, terms("kütüphane"))
    assert [text[start:end] for start, end in spans] == [
        "KÜTÜPHANELERİ",
        "kütüphaneci",
        "Kutuphane",
    ]
    assert marks(text, terms("kütüphane kutuphane")) == spans
    assert marks("", terms("a")) == []


def test_terms_are_words_once_without_the_empty_ones() -> None:
    assert [term.word for term in terms("Park ve PARK için su")] == ["park", "su"]
    assert [term.word for term in terms("ve")] == ["ve"]
    assert terms("  …!? ") == ()
    many = " ".join(f"k{number}" for number in range(30))
    assert len(terms(many)) == MAX_WORDS


def test_only_the_last_word_may_be_half_typed_and_not_a_very_short_one() -> None:
    assert [term.is_open for term in terms("kütüp itf")] == [False, True]
    assert [term.is_open for term in terms("su")] == [False]
    assert Term("itf", "itf", True).found_in("itfaiye")
    assert not Term("itf", "itf").found_in("itfaiye")


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("otobüse ne kadar gidiyor", ["otobuse"]),
        ("Kütüphaneler nerede var?", ["kutuphaneler"]),
        ("maaşlara kaç para harcanıyor", ["maaslara"]),
        # Where nothing else is typed they are what is looked for.
        ("ne kadar", ["ne", "kadar"]),
    ],
)
def test_words_that_ask_do_not_spoil_a_question(typed: str, left: list[str]) -> None:
    assert [term.word for term in terms(typed)] == left


def test_english_words_that_ask_are_left_out_in_an_english_visit_alone() -> None:
    assert [term.word for term in terms("how much for parks", is_english=True)] == ["parks"]
    assert [term.word for term in terms("iş makinesi")] == ["is", "makinesi"]


@pytest.mark.parametrize(
    "line",
    ["library libraries", "bus buses", "house houses", "tax taxes", "wage wages", "church churches",
     "tree trees"],
)  # fmt: skip
def test_one_and_many_share_an_english_stem(line: str) -> None:
    assert len({english_stem(word) for word in line.split()}) == 1
