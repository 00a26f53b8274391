"""İlçem: all districts, one district, another programme, English."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest

from kbb_data.turkish import slug
from tests.app.conftest import RunPage, html_of
from tests.support.datasets import KAYSERI


def rows(name: str) -> list[dict[str, str]]:
    """A table of the committed dataset, read without the project's own readers."""
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


def test_all_districts_are_listed_and_lead_to_their_pages(run_page: RunPage) -> None:
    html = html_of(run_page("ilce"))
    links = re.findall(
        r'<th [^>]*scope="row"><a href="/ilce\?ilce=([\w-]+)"[^>]*>([^<]+)</a>', html
    )
    assert len(links) == 16
    assert all(code == slug(name) for code, name in links)
    usual = ("fire_station", "library", "social_centre")
    facilities: Counter[tuple[str, str]] = Counter()
    for row in rows("assets"):
        facilities[row["district"], row["kind"]] += int(row["facilities"] or 0)
    seats = Counter(row["district"] for row in rows("council_members") if row["district"])
    for cells in re.findall(r"<tr[^>]*>(<th [^>]*scope=\"row\">.*?)</tr>", html):
        name, _, _, *counts, members = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", cells)
        name = re.sub(r"<[^>]*>", "", name)
        assert [int(count) for count in counts] == [facilities[name, kind] for kind in usual], name
        assert int(members) == seats[name], name
    assert "Program ilçelere göre bütçe vermiyor" in html
    assert "82 tesisin ilçesi belgede belirtilmemiş" in html


def test_one_district_has_all_its_lines_with_size_and_note(run_page: RunPage) -> None:
    for code in ("talas", "kocasinan"):
        html = html_of(run_page("ilce", ilce=code))
        text = plain(html)
        for row in rows("assets"):
            if row["district"] and slug(row["district"]) == code:
                assert plain(row["name"]).strip() in text.replace("&#x27;", "'"), row["name"]
        assert f'href="/harita?ilce={code}' in html
        assert "Program ilçelere göre bütçe vermiyor" in html


def test_one_districts_members_lead_to_their_own_views(run_page: RunPage) -> None:
    html = html_of(run_page("ilce", ilce="sariz"))
    expected = {
        row["position"]: row for row in rows("council_members") if row["district"] == "Sarız"
    }
    links = dict(re.findall(r'href="/meclis\?uye=(\d+)"[^>]*>([^<]+)<', html))
    assert links == {position: row["name"] for position, row in expected.items()}
    assert all(row["party"] in html for row in expected.values())


def test_a_district_without_a_fire_station_is_told_the_nearest(run_page: RunPage) -> None:
    html = html_of(run_page("ilce", ilce="akkisla"))
    assert "Bu ilçede itfaiye istasyonu yazılmamış. Kuş uçuşu en yakını" in html
    assert "İstasyonun yalnız ilçesi bilinir" in html
    assert "Kuş uçuşu" not in html_of(run_page("ilce", ilce="talas"))


def test_findings_on_a_districts_lines_stand_there(run_page: RunPage) -> None:
    html = html_of(run_page("ilce", ilce="melikgazi"))
    assert "bulgu=asset-districts.480" in html
    assert "bulgu=" not in html_of(run_page("ilce", ilce="akkisla"))


@pytest.mark.parametrize(
    "spelled", ["AKKIŞLA", "Akkışla", "akkis\u0327la", "\u200bAkkisla).", "akkışla"]
)
def test_a_district_is_understood_however_it_is_spelled(run_page: RunPage, spelled: str) -> None:
    app = run_page("ilce", ilce=spelled)
    assert not app.info
    assert html_of(app) == html_of(run_page("ilce", ilce="akkisla"))
    assert app.query_params == {"ilce": "akkisla"}, "the address bar says our own spelling"


def test_a_programme_is_understood_however_it_is_spelled(run_page: RunPage) -> None:
    app = run_page("ilce", yil="2025.", kurum="KAYSERİ Büyükşehir Belediyesi")
    assert not app.info
    assert html_of(app) == html_of(run_page("ilce"))


def test_a_wrong_district_opens_the_list_with_a_notice(run_page: RunPage) -> None:
    app = run_page("ilce", ilce="yok")
    assert "ilce" in app.info[0].value
    assert html_of(app).count(' scope="row">') == 16


def test_another_institution_shows_what_there_is(run_page: RunPage) -> None:
    html = html_of(run_page("ilce", "invented"))
    assert "Göğüşlü" in html
    assert "Iğdırlık" in html
    assert "km²" not in html
    assert "TÜİK" not in html.partition('class="kbb-footer"')[0]
    one = html_of(run_page("ilce", "invented", ilce="goguslu"))
    assert "Merkez İtfaiye Binası" in one
    assert "Şule ÇİĞDEM" in one
    assert "öteki ilçelerin yanında" not in one


def test_the_english_view_keeps_names_marked(run_page: RunPage) -> None:
    html = html_of(run_page("ilce", lang="en", ilce="talas"))
    assert '<span lang="tr">Talas İtfaiye Grup Amirliği</span>' in html
    assert "The programme gives no budget by district" in html
    assert "lang=en" in html


def test_an_empty_database_says_so(run_page: RunPage) -> None:
    assert "henüz bir performans programı yok" in html_of(run_page("ilce", "empty"))
