"""Genel Bakış and Bütçe as scripts: what stands on the page for which address."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import RunPage, html_of
from tests.present.budget import frames as small

AIMS = ("269.588.000", "4.865.537.000", "856.237.000", "1.710.000.000", "2.706.412.000",
        "108.300.000", "4.306.000.000", "2.177.926.000")  # fmt: skip


def headings(app: AppTest) -> list[str]:
    return re.findall(r"<h[123]>(.*?)</h[123]>", html_of(app))


def test_overview_shows_total_split_counts_and_ways_on(run_page: RunPage) -> None:
    page = html_of(run_page("genel_bakis"))
    for words in ("17.000.000.000 TL", "Kişi başına 11.759 TL", "1.445.683 kişi", "31.12.2023",
                  "16.100.000.000 TL", "900.000.000 TL", "14.822.074.000 TL",
                  "<b>7</b> <span>stratejik amaç", "<b>32</b>", "<b>157</b>",
                  "<b>123</b>"):  # fmt: skip
        assert words in page, words
    for amount in AIMS:
        assert f"{amount} TL" in page
    for address in ("/butce", "/gostergeler", "/harita"):
        assert f'href="{address}"' in page
    assert "29 lirası" in page


@pytest.mark.parametrize("page", ["genel_bakis", "butce"])
def test_a_place_without_residents_has_no_per_head(run_page: RunPage, page: str) -> None:
    shown = html_of(run_page(page, "invented", yil="2027"))
    assert "işi başına" not in shown
    # An aim lacks some codes, and the document's own tables have blank cells; what stands above
    # them has none.
    figures = shown.partition("Amaçlara göre para neye gidiyor?")[0]
    assert "belirtilmemiş" not in figures.replace("Toplam belirtilmemiş", "")


@pytest.mark.parametrize("page", ["genel_bakis", "butce"])
def test_an_empty_database_is_met_calmly(run_page: RunPage, page: str) -> None:
    assert "Veri tabanında henüz" in html_of(run_page(page, "empty"))


def test_the_whole_budget_is_shown_by_aim(run_page: RunPage) -> None:
    page = html_of(run_page("butce"))
    for amount in AIMS:
        assert f"{amount} TL" in page
    assert 'href="/butce?amac=2"' in page


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"gorunum": "hedef"}, "Tüm bütçe: Performans hedeflerine göre"),
        ({"gorunum": "birim"}, "Tüm bütçe: Harcama birimlerine göre"),
        ({"gorunum": "kod"}, "maliyet tablolarının toplamı 4.519.656.000 TL"),
        ({"gorunum": "kaynak"}, "Bütçe dışı: döner sermaye"),
        ({"amac": "2"}, "2. amaç (Ulaşım ve Toplum Düzeni): Performans hedeflerine göre"),
        ({"hedef": "6"}, "6. hedef: Faaliyetlere göre"),
        ({"amac": "genel"}, "Genel yönetim: Ekonomik kodlara göre"),
        ({"birim": "fen-isleri"}, "Fen İşleri Daire Başkanlığı: Faaliyetlere göre"),
        ({"kod": "03"}, "03 Mal ve Hizmet Alım Giderleri: Stratejik amaçlara göre"),
        ({"kaynak": "other_domestic"}, "Paylar 900.000.000 TL içindir"),
        ({"tur": "butce"}, "Paylar 16.100.000.000 TL içindir"),
        ({"tur": "butce-disi", "gorunum": "kod"}, "ekonomik koda bölünmüyor"),
        ({"amac": "2", "olcu": "kisi"}, "kişi başına TL ve pay"),
        ({"gorunum": "birim", "ara": "ITFAIYE"}, "“ITFAIYE” araması 1 satır buldu"),
        ({"ara": "itfaiye"}, "bu görünümdeki adlarda geçmiyor"),
        ({"faaliyet": "25"}, "Fen İşleri Daire Başkanlığı"),
        ({"faaliyet": "5"}, "tutar öngörülmemiş: maliyet tablosundaki toplamı 0 TL"),
    ],
)
def test_an_address_opens_its_view(
    run_page: RunPage, parameters: dict[str, str], words: str
) -> None:
    assert words in html_of(run_page("butce", **parameters))


def test_every_activity_opens_with_its_total(run_page: RunPage) -> None:
    lines = small.committed_lines()
    for number in (1, 5, 25, 82, 109, 123):
        total = int(lines.loc[lines["activity"] == number, "amount_kurus"].sum()) // 100
        page = html_of(run_page("butce", faaliyet=str(number)))
        assert f"<dt>Toplam</dt><dd>{total:,} TL</dd>".replace(",", ".") in page
        assert "satırı</dd>" in page


def test_no_view_repeats_a_heading(run_page: RunPage) -> None:
    for parameters in ({}, {"amac": "2"}, {"faaliyet": "25"}):
        titles = headings(run_page("butce", **parameters))
        assert len(titles) == len(set(titles)), titles


def test_a_wrong_choice_is_dropped_kindly(run_page: RunPage) -> None:
    app = run_page("butce", amac="99", gorunum="yok")
    assert "amac, gorunum" in app.info[0].value or "gorunum, amac" in app.info[0].value
    assert "Stratejik amaçlara göre" in html_of(app)


def test_the_list_opens_what_a_click_opens(run_page: RunPage) -> None:
    app = run_page("butce")
    drill = next(box for box in app.selectbox if box.label == "Ayrıntısına inin")
    assert len(drill.options) == 8
