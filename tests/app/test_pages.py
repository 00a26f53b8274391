"""Every page runs: each with many addresses, over full, invented and empty databases."""

from __future__ import annotations

import re

import pytest

from present.site.pages import PAGES
from tests.app.conftest import RunPage, html_of
from tests.support.readable import FOREIGN, RAW_NUMBER, readable
from tests.support.visible import pieces

NONSENSE = {"gorunum": "paris", "amac": "99", "hedef": "-1", "ilce": "paris", "gosterge": "1.99",
            "tur": "<script>", "olcu": "'; drop table goals; --", "ara": "\U0001f600" * 500,
            "sirala": "x", "birim": "yok", "uye": "999", "komisyon": "yok",
            "bulgu": "yok.1", "terim": "yok", "onem": "q", "soz": "1999", "q": "\U0001f600" * 500,
            "karsilastir": "amac-1.yok", "konu": "yok", "yil": "1999", "kurum": "yok"}  # fmt: skip

ADDRESSES: dict[str, list[dict[str, str]]] = {
    "genel_bakis": [{}, NONSENSE],
    "konu": [{}, {"konu": "otobus-ve-tramvay"}, {"konu": "faiz", "olcu": "kisi"}, NONSENSE],
    "butce": [{}, {"amac": "2"}, {"ara": "kütüphane"}, {"ara": "yok böyle şey"}, NONSENSE],
    "gostergeler": [{}, {"gosterge": "22.3"}, {"amac": "5"}, {"ara": "asfalt"}, NONSENSE],
    "soz_ve_sonuc": [{}, {"soz": "2024"}, NONSENSE],
    "harita": [{}, {"ilce": "talas"}, {"ilce": "akkisla"}, NONSENSE],
    "amaclar": [{}, {"amac": "2"}, NONSENSE],
    "hedef": [{}, {"hedef": "6"}, {"hedef": "2"}, NONSENSE],
    "ilce": [{}, {"ilce": "talas"}, NONSENSE],
    "birimler": [{}, {"birim": "fen-isleri"}, NONSENSE],
    "meclis": [{}, {"uye": "7"}, {"ilce": "yahyali"}, NONSENSE],
    "kaynaklar": [{}, NONSENSE],
    "tutarlilik": [{}, {"bulgu": "economic-codes.03"}, {"onem": "high"}, NONSENSE],
    "veri": [{}, NONSENSE],
    "hakkinda": [{}, {"terim": "faaliyet"}, NONSENSE],
    "ara": [{}, {"q": "kütüphane"}, {"q": "'\" OR * NEAR("}, NONSENSE],
}
#: Pages on which nothing is chosen by the address.
WITHOUT_CHOICES = {"genel_bakis", "kaynaklar", "veri", "soz_ve_sonuc"}
CASES = [(page, address) for page, addresses in ADDRESSES.items() for address in addresses]
every_case = pytest.mark.parametrize(
    ("page", "address"), CASES, ids=[f"{page}-{'-'.join(a)[:40]}" for page, a in CASES]
)


@every_case
@pytest.mark.parametrize("database", ["kayseri", "invented", "empty"])
def test_a_page_runs(run_page: RunPage, page: str, address: dict[str, str], database: str) -> None:
    html = html_of(run_page(page, database, **address))
    assert len(re.findall("<h1", html)) == 1
    assert "<script" not in html
    for raw in ("None<", ">nan<", "NaN", "<NA>", "Traceback", "{"):
        # What is to be copied into a page or a program is code.
        code = r"<(style|code)>.*?</\1>|data-kbb-copy=\"[^\"]*\""
        assert raw not in re.sub(code, "", html, flags=re.S), raw


#: What a page is about, and what it says where the programme has none of it.
LACKING = {
    "konu": "Bu programın parası henüz konulara ayrılmadı.",
    "meclis": "Bu programda meclis üyeleri yazılmamış.",
    "kaynaklar": "Bu programda personel, kadro, fiziksel kaynak ya da teknoloji bilgisi yok.",
    "soz_ve_sonuc": "programı yüklü ve yıl sonunu anlatan bir gerçekleşme belgesi yok.",
    "harita": "Bu programda yerini gösterebileceğimiz bir tesis yok.",
    "ilce": "Bu programda ilçesi yazılmış bir tesis ya da üye yok.",
}


@pytest.mark.parametrize("page", ADDRESSES)
def test_a_page_says_what_a_programme_lacks_and_nothing_else(run_page: RunPage, page: str) -> None:
    for address in ({}, {"ilce": "talas", "uye": "7", "komisyon": "yok", "tur": "itfaiye"}):
        html = html_of(run_page(page, "bare", **address))
        assert LACKING.get(page, "<h1") in html
        assert ("Burada gösterilecek veri yok" in html) == (page in LACKING)


@pytest.mark.parametrize("page", ADDRESSES)
def test_without_a_programme_a_page_says_what_to_do(run_page: RunPage, page: str) -> None:
    assert "python -m db build" in html_of(run_page(page, "empty"))


@pytest.mark.parametrize("page", ADDRESSES)
def test_a_wrong_address_gets_a_kind_notice(run_page: RunPage, page: str) -> None:
    plain = run_page(page)
    wrong = run_page(
        page, gorunum="paris", gosterge="1.99", ilce="paris", amac="99", hedef="99", birim="yok",
        bulgu="yok.1", terim="yok", onem="q", tur="yok", konu="yok"
    )  # fmt: skip
    assert not plain.info
    if page not in WITHOUT_CHOICES:
        assert wrong.info


@pytest.mark.parametrize("page", ADDRESSES)
def test_another_programme_is_shown_by_its_address(run_page: RunPage, page: str) -> None:
    newest = html_of(run_page(page, "invented"))
    kayseri = html_of(run_page(page, "invented", yil="2025"))
    assert "Çamlıova Büyükşehir Belediyesi 2027" in newest
    assert "Kayseri Büyükşehir Belediyesi 2025" in kayseri


@pytest.mark.parametrize("module", [page.module for page in PAGES])
def test_a_page_of_another_programme_is_written_for_its_readers(
    run_page: RunPage, module: str
) -> None:
    text = readable(" ".join(piece.text for piece in pieces(run_page(module, "invented"))))
    assert FOREIGN.findall(text) == []
    assert RAW_NUMBER.findall(text) == []


#: Views of an address that two visitors open.
SHARED = (
    ("butce", {"amac": "5", "tur": "butce", "olcu": "pay"}),
    ("butce", {"gorunum": "birim", "sirala": "ad"}),
    ("butce", {"hedef": "22", "olcu": "kisi"}),
    ("butce", {"faaliyet": "34"}),
    ("gostergeler", {"amac": "3", "sirala": "ad"}),
    ("gostergeler", {"gosterge": "13.2"}),
    ("gostergeler", {"gorunum": "amaclar"}),
    ("harita", {"ilce": "melikgazi", "yakin": "1"}),
)


@pytest.mark.parametrize(("page", "address"), SHARED)
def test_two_visitors_of_an_address_see_the_same(
    run_page: RunPage, page: str, address: dict[str, str]
) -> None:
    mine, yours = run_page(page, **address), run_page(page, **address)
    assert pieces(mine) == pieces(yours)
    assert not mine.info
