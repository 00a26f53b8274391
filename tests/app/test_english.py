"""The English view: no Turkish word of ours, the document's own words marked, the same numbers.

A page is added by naming its addresses in ``ADDRESSES``.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kbb_data.turkish import title
from tests.app.conftest import RunPage
from tests.support.datasets import KAYSERI
from tests.support.source import ROOT
from tests.support.visible import Piece, charts, html_pieces, pieces

#: A spending unit's code.
UNIT = "fen-isleri"

#: The views that are read, by page: parameters of their addresses.
ADDRESSES: dict[str, tuple[dict[str, str], ...]] = {
    "genel_bakis": ({},),
    "butce": (
        {},
        {"gorunum": "hedef"},
        {"gorunum": "faaliyet", "sirala": "ad"},
        {"gorunum": "birim", "olcu": "pay"},
        {"gorunum": "kod"},
        {"gorunum": "kaynak"},
        {"tur": "butce-disi"},
        {"amac": "2"},
        {"amac": "genel"},
        {"hedef": "6"},
        {"faaliyet": "17"},
        {"birim": UNIT, "gorunum": "kod"},
        {"kod": "03", "gorunum": "hedef"},
        {"kaynak": "other_domestic"},
        {"ara": "yol", "gorunum": "hedef"},
        {"ara": "zzz"},
        {"hedef": "99"},
    ),
    "gostergeler": (
        {},
        {"gorunum": "amaclar"},
        {"sirala": "uzaklik", "durum": "altinda-hedef"},
        {"olcu": "birimsiz"},
        {"ara": "zzz"},
        {"gosterge": "1.1"},
        {"gosterge": "22.3"},
        {"gosterge": "99.9"},
    ),
    "harita": ({}, {"ilce": "talas"}, {"tur": "mezarlik,hobi-bahcesi"}, {"ilce": "ankara"}),
    "amaclar": ({}, {"amac": "2"}, {"amac": "99"}),
    "hedef": ({}, {"hedef": "6"}, {"hedef": "2"}),
    "ilce": ({}, {"ilce": "talas"}, {"ilce": "hacilar"}),
    "birimler": (
        {},
        {"birim": UNIT},
        {"birim": "etut-ve-projeler"},
        {"karsilastir": "birim-fen-isleri.birim-zabita"},
    ),
    "meclis": ({}, {"uye": "7"}, {"komisyon": "plan-ve-butce-komisyonu"}, {"ilce": "yahyali"}),
    "kaynaklar": ({},),
    "tutarlilik": ({}, {"bulgu": "economic-codes.03"}, {"onem": "high"}),
    "veri": ({},),
    "hakkinda": ({}, {"terim": "faaliyet"}),
    "ara": ({}, {"q": "kütüphane"}, {"q": "zzzqq"}),
}
VIEWS = [
    pytest.param(page, address, id=f"{page}-{'-'.join(address.values()) or 'whole'}")
    for page, addresses in ADDRESSES.items()
    for address in addresses
]

#: Names that are the same in every language, unmarked where they stand within a sentence.
NAMES = ("Kayseri Büyükşehir Belediyesi", "TÜİK", "kuruş", "Çevreş", "Kızılköşk")

#: The document's own words, by table and column. Where no language can be marked (widgets, charts,
#: pictures, attributes) they are taken away before Turkish is looked for.
OWN = {
    "programme": ("institution", "source_title"),
    "aims": ("statement",),
    "objectives": ("statement",),
    "goals": ("statement", "note"),
    "activities": ("name", "note"),
    "indicators": ("name", "name_printed", "note", "unit_printed"),
    "spending_units": ("name", "short_name"),
    "assets": ("name", "district", "note", "category"),
    "asset_parts": ("label",),
    "resource_needs": ("label",),
    "staff": ("status",),
    "positions": ("title",),
    "council_members": ("name", "party", "role"),
    "council_officers": ("role",),
    "committees": ("committee", "role"),
    "executive_committee": ("name", "role"),
    "technology_facts": ("label",),
}

LETTERS = re.compile(r"[ğışçöüĞİŞÇÖÜ]")
WORDS = re.compile(
    r"\b(ve|veya|ile|bu|bir|var|yok|olan|daha|hangi|kadar|gibi|tane(si)?|adet|kurum|saat"
    r"|pay|ara|ad|tür|sayfa|liste|harita|birim|gider(ler|leri)?|stratejik|ekonomik kod|lira?da"
    r"|(toplam|hedef|amac|amaç|faaliyet|tutar|kaynak|belge|tahmin|program[ıi]|tesis|milyar|milyon"
    r"|gelir|nerede|sonraki|artar|azal|belirtil)\w*)\b",
    re.IGNORECASE,
)
#: A number as Turkish writes it: %32,8 or 1.234 or 4,9.
NUMBERS = re.compile(r"%\d|\d,\d{1,2}(?!\d)|\d\.\d{3}(?![\d%])")


@cache
def own_words() -> tuple[str, ...]:
    """The document's own words, the longest first, with single spaces."""
    found: set[str] = set()
    for table, columns in OWN.items():
        with (Path(KAYSERI) / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                words = {" ".join(row[column].split()) for column in columns}
                found.update(words, (title(word) for word in words))
    with (ROOT / "kbb_data" / "geo" / "kayseri_districts.csv").open(encoding="utf-8") as file:
        found.update(row["district"] for row in csv.DictReader(file))
    return tuple(sorted((word for word in found if word), key=len, reverse=True))


def without_own(text: str) -> str:
    """``text`` without the document's words, also where a chart cuts them short."""
    kept = " ".join(text.split())
    cut = re.search(r"^(?:[\d.]+ )?(.+) …", kept)
    if cut and any(word.startswith(cut[1]) for word in own_words()):
        return kept.replace(f"{cut[1]} …", "")
    for word in own_words():
        if word in kept:
            kept = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", "", kept)
    return kept


def turkish(found: Iterable[Piece]) -> list[tuple[str, str]]:
    """The pieces that are Turkish where they should be English: place and text."""
    wrong = []
    for piece in found:
        if piece.is_turkish:
            continue
        text = piece.text if piece.can_mark else without_own(piece.text)
        # The notice of wrong choices names the parameters as the address does.
        text = re.sub(r"left out: [a-z, ]+\.", "", text)
        # What stands within quotation marks is somebody's own: a visitor's query, an example.
        text = re.sub(r"“[^”]*”", "", text)
        for name in NAMES:
            text = text.replace(name, "")
        if LETTERS.search(text) or WORDS.search(text) or NUMBERS.search(text):
            wrong.append((piece.where, piece.text))
    return wrong


@pytest.mark.parametrize(("page", "address"), VIEWS)
def test_no_word_of_ours_is_turkish(run_page: RunPage, page: str, address: dict[str, str]) -> None:
    found = pieces(run_page(page, lang="en", **address))
    assert len(found) > 20
    assert turkish(found) == []


def numbers(text: str, *, is_turkish: bool) -> list[str]:
    """The numbers of a text in one spelling, ``1234.5``; what is no number of the language, as a
    goal's ``22.3`` in Turkish, stays as it is."""
    group, point = (".", ",") if is_turkish else (",", ".")
    number = rf"(?:\d{{1,3}}(?:\{group}\d{{3}})+(?!\d)|\d+)(?:\{point}\d+)?"
    return [
        one.replace(group, "").replace(point, ".") if re.fullmatch(number, one) else one
        for one in re.findall(rf"{number}(?:\.\d+)*", text)
    ]


def _same(text: str) -> str:
    """``text`` with what the languages put in other figures put alike: dates, a kuruş."""
    text = re.sub(r"\b0?(\d{1,2})\.\d{2}\.(\d{4})\b", r"\1 \2", text)
    return text.replace("less than 0.01 TL", "less than 1 kuruş")


def values(found: Iterable[Piece], *, is_turkish: bool) -> Counter[str]:
    """All numbers of the HTML texts, a date's parts each; what is marked is read as Turkish."""
    return Counter(
        number
        for piece in found
        if piece.can_mark
        for number in numbers(
            _same(piece.text),
            is_turkish=is_turkish or piece.is_turkish,
        )
    )


@pytest.mark.parametrize(("page", "address"), VIEWS)
def test_the_numbers_are_those_of_the_turkish_view(
    run_page: RunPage, page: str, address: dict[str, str]
) -> None:
    turkish_run, english_run = run_page(page, **address), run_page(page, lang="en", **address)
    ours = values(pieces(turkish_run), is_turkish=True)
    theirs = values(pieces(english_run), is_turkish=False)
    assert ours.total() > 4
    assert (ours - theirs, theirs - ours) == (Counter(), Counter())
    assert drawn(english_run, is_turkish=False) == drawn(turkish_run, is_turkish=True)


def drawn(app: AppTest, *, is_turkish: bool) -> list[Counter[tuple[str, str]]]:
    """What each chart draws: the amounts themselves, and the numbers written beside them."""
    amounts = ("start", "end", "value", "count", "lira", "per_10000")
    return [
        Counter(
            (name, number)
            for row in rows
            for name in (*amounts, "text")
            if name in row
            for number in (
                numbers(str(row[name]), is_turkish=is_turkish)
                if name == "text"
                else [str(row[name])]
            )
        )
        for rows in charts(app)
    ]


def test_turkish_is_found() -> None:
    """The search itself: marked words pass, unmarked ones and Turkish numbers don't."""
    html = (
        '<p>Total <span lang="tr">Toplam <b>gider</b></span> of %3</p><img alt="Toplam">'
        '<p lang="tr" title="Ölçü">Ölçü <i lang="en">hedefi</i></p><br>'
        "<td>4,9</td><td>4.9</td><style>.ölçü{}</style><p>the aim</p>"
    )
    assert [text for _, text in turkish(html_pieces(html))] == ["of %3", "Toplam", "hedefi", "4,9"]
    assert numbers("1.234,5 ve 22.3, 12.345.678 TL; 4,9", is_turkish=True) == [
        "1234.5", "22.3", "12345678", "4.9",
    ]  # fmt: skip
    assert numbers("1,234.5 and 22.3, 12,345,678 TL; 4.9", is_turkish=False) == [
        "1234.5", "22.3", "12345678", "4.9",
    ]  # fmt: skip
