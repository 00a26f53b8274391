"""Refusals of figures' addresses: a page where a person sees it, JSON for programs."""

from __future__ import annotations

import html
import re

import pytest
from starlette.testclient import TestClient

from present.kit.framing import FRAME_ANCESTORS
from tests.web.conftest import problem

FRAME = {"Sec-Fetch-Dest": "iframe", "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
TYPED = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "de,en;q=0.8"}

REFUSED = [
    ("/gomulu/yok", 404, "Bu adreste bir grafik yok", "There is no figure at this address"),
    ("/gomulu/butce?tema=mor", 400, "“tema” için verilen değer", "value given for “tema”"),
    ("/gomulu/butce?renk=mor", 400, "“renk” bu adresin", "“renk” is no parameter"),
    ("/gomulu/ilce", 400, "“ilce” parametresini ister", "needs the parameter “ilce”"),
    ("/gomulu/degisim", 404, "göstereceği bir bilgi yok", "nothing that the figure could show"),
    ("/gomulu/", 404, "Bu adreste bir grafik yok", "There is no figure at this address"),
    ("/gomulu/butce/2", 404, "Bu adreste bir grafik yok", "There is no figure at this address"),
    ("/grafik/a/butce.png", 404, "Bu adreste bir grafik yok", "There is no figure at this address"),
    ("/grafik/butce.gif", 404, "Bu adreste bir grafik yok", "There is no figure at this address"),
    ("/grafik/butce.png?olcek=9", 400, "“olcek” için verilen", "value given for “olcek”"),
]


@pytest.mark.parametrize(("address", "status", "turkish", "english"), REFUSED)
def test_a_person_reads_why_and_finds_a_way_on(
    kayseri: TestClient, address: str, status: int, turkish: str, english: str
) -> None:
    for headers, words, language in ((FRAME, turkish, "tr"), (TYPED, english, "en")):
        answer = kayseri.get(address, headers=headers)
        assert answer.status_code == status
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.headers["cache-control"] == "no-store"
        assert "sec-fetch-dest" in answer.headers["vary"].lower()
        page = html.unescape(answer.text)
        assert page.startswith(f'<!doctype html><html lang="{language}"')
        assert words in page
        assert "{" not in re.sub("<style>.*?</style>", "", page, flags=re.S)
        ways = re.findall(r'<a href="([^"]+)" target="_blank" rel="noopener">', page)
        kept = "" if language == "tr" else "?lang=en"
        assert ways[-2:] == [f"/grafikler{kept}", f"/{kept}"]


@pytest.mark.parametrize("address", [address for address, *_ in REFUSED])
def test_a_program_gets_json_as_before(kayseri: TestClient, address: str) -> None:
    for headers in ({}, {"Sec-Fetch-Dest": "image", "Accept": "text/html"}, {"Accept": "image/*"}):
        answer = kayseri.get(address, headers=headers)
        problem(answer, answer.status_code, answer.json()["type"].partition("#")[2])


def test_the_address_says_the_language_and_the_scheme(kayseri: TestClient) -> None:
    page = kayseri.get("/gomulu/yok?lang=en&tema=koyu", headers=FRAME).text
    assert page.startswith('<!doctype html><html lang="en" data-tema="koyu">')


def test_the_allowed_values_lead_to_the_same_figure(kayseri: TestClient) -> None:
    page = html.unescape(kayseri.get("/gomulu/butce?amac=99&lang=en", headers=FRAME).text)
    address = re.search(r'<a href="([^"]+)">2</a>', page)
    assert address
    assert address[1] == "/gomulu/butce?lang=en&amac=2"
    assert kayseri.get(address[1]).status_code == 200
    assert 'href="/butce?lang=en" target="_blank"' in page


def test_what_is_unknown_can_be_left_out(kayseri: TestClient) -> None:
    page = html.unescape(kayseri.get("/gomulu/butce?amac=2&renk=mor", headers=FRAME).text)
    assert '<a href="/gomulu/butce?amac=2">O parametre olmadan aç</a>' in page


def test_the_page_keeps_to_what_embeds_may(
    kayseri: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FRAME_ANCESTORS, "https://gazete.example")
    policy = kayseri.get("/gomulu/yok", headers=FRAME).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert policy.endswith("frame-ancestors 'self' https://gazete.example")
    marked = kayseri.get('/gomulu/yok?lang="><b>&tema="><b>', headers=FRAME).text
    assert "<b>" not in marked


def test_a_head_is_answered_without_a_body(kayseri: TestClient) -> None:
    answer = kayseri.head("/gomulu/yok", headers=FRAME)
    assert (answer.status_code, answer.content) == (404, b"")
    assert int(answer.headers["content-length"]) > 500
