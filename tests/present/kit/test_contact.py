"""Whom to ask: whoever the setting names, else the institution as printed, else nobody."""

from __future__ import annotations

import pytest

from present.kit.contact import CONTACT, contact, told
from present.kit.text import ENGLISH, using

KAYSERI = "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ"


def test_without_a_setting_it_is_the_institutions_printed_contact() -> None:
    with using(ENGLISH):
        own = contact(KAYSERI)
    assert own is not None
    assert own.fields() == {
        "name": "Kayseri Metropolitan Municipality",
        "web": "https://www.kayseri.bel.tr",
        "phone": "+903522228960",
        "address": "Sahabiye Mahallesi Mustafa Kemal Paşa Bulvarı No: 15, Kocasinan / Kayseri",
    }
    assert told(KAYSERI).startswith("Kayseri Büyükşehir Belediyesi, Sahabiye")


def test_where_nobody_is_known_nobody_is_named() -> None:
    assert contact("ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ") is None
    assert contact(None) is None
    assert told("ÇAMLIOVA BÜYÜKŞEHİR BELEDİYESİ") == ""


@pytest.mark.parametrize(
    ("setting", "field"),
    [("acikveri@butce.example", "email"), ("https://butce.example/iletisim", "web")],
)
def test_a_setting_comes_first(monkeypatch: pytest.MonkeyPatch, setting: str, field: str) -> None:
    monkeypatch.setenv(CONTACT, f" {setting} ")
    own = contact(KAYSERI)
    assert own is not None
    assert own.is_set
    assert own.fields() == {"name": "Kayseri Açık Bütçe", field: setting}


@pytest.mark.parametrize("setting", ["", "birisi", "a@b", "javascript:alert(1)"])
def test_a_setting_that_is_no_address_counts_as_none(
    monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv(CONTACT, setting)
    own = contact(KAYSERI)
    assert own is not None
    assert not own.is_set
