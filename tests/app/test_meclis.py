"""Meclis: the whole council, filters in the address, a member's and a committee's view."""

from __future__ import annotations

import csv
import re
from collections import Counter
from html import unescape

import pytest

from kbb_data.turkish import slug
from tests.app.conftest import RunPage, html_of, steps_of
from tests.support.datasets import KAYSERI


def rows(name: str) -> list[dict[str, str]]:
    """A table of the committed dataset, read without the project's own readers."""
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(html: str, caption: str) -> list[list[str]]:
    """The cells of the first table whose caption has these words, without markup."""
    (body,) = re.findall(
        rf"<caption>[^<]*{re.escape(caption)}.*?<tbody>(.*?)</tbody>", html, flags=re.S
    )
    return [
        [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", body, flags=re.S)
    ]


def test_parties_and_districts_add_up_to_the_printed_members(run_page: RunPage) -> None:
    html = html_of(run_page("meclis"))
    members = rows("council_members")
    parties = Counter(row["party"] for row in members)
    shown = table(html, "Partilere göre meclis üyeleri")
    assert {name: int(count) for name, count, _ in shown} == parties
    assert [int(count) for _, count, _ in shown] == sorted(parties.values(), reverse=True)
    districts = Counter(row["district"] for row in members if row["district"])
    by_district = table(html, "İlçelere göre meclis üyeleri")
    assert {row[0]: int(row[1]) for row in by_district} == districts
    assert all(sum(map(int, row[2:])) == int(row[1]) for row in by_district)
    assert sum(districts.values()) == 69


def test_every_member_officer_and_seat_is_there_and_linked(run_page: RunPage) -> None:
    html = html_of(run_page("meclis"))
    for row in rows("council_members"):
        assert f'href="/meclis?uye={row["position"]}" target="_self">{row["name"]}</a>' in html
    for row in [*rows("council_officers"), *rows("executive_committee")]:
        assert row["name"] in html
        assert row["role"] in html
    cards = re.findall(r'<li class="km-card">(.*?)</ul></li>', html, flags=re.S)
    seats = Counter(row["committee"] for row in rows("committees"))
    assert {
        slug(re.findall(r"komisyon=([\w-]+)", card)[0]): card.count("<li>") for card in cards
    } == {slug(name): count for name, count in seats.items()}
    assert len(cards) == 6
    assert "Dr. Memduh BÜYÜKKILIÇ" in html.partition("Meclis Başkanı")[2][:300]


def test_who_of_the_executive_is_no_member_is_said(run_page: RunPage) -> None:
    shown = table(html_of(run_page("meclis")), "Encümenin 11 kişisi")
    council = {row["name"] for row in rows("council_members")}
    for name, _, standing in shown:
        assert (standing == "meclis üyeleri listesinde yok") is (name not in council), name


@pytest.mark.parametrize(
    ("address", "column"), [({"ilce": "talas"}, "district"), ({"parti": "iyi-parti"}, "party")]
)
def test_a_filter_narrows_the_members_and_lifts_their_seats(
    run_page: RunPage, address: dict[str, str], column: str
) -> None:
    html = html_of(run_page("meclis", **address))
    (code,) = address.values()
    expected = [row["name"] for row in rows("council_members") if slug(row[column]) == code]
    assert [row[0] for row in table(html, "üye, belgedeki sırayla")] == expected != []
    assert f"Seçiminize uyan {len(expected)} üye" in html
    assert re.search(rf'href="/meclis\?uye=\d+&amp;{next(iter(address))}={code}"', html)


def test_filters_that_fit_nobody_say_so(run_page: RunPage) -> None:
    app = run_page("meclis", ilce="hacilar", parti="chp")
    assert "Bu seçime uyan kayıt bulunamadı" in html_of(app)
    assert app.button(key="reset").label


def test_a_members_view_gathers_all_that_is_printed(run_page: RunPage) -> None:
    member = next(row for row in rows("council_members") if row["name"] == "Serdar KAVAFOĞLU")
    html = html_of(run_page("meclis", uye=member["position"]))
    facts = html.partition('<dl class="km-facts">')[2].partition("</dl>")[0]
    for words in ("Melikgazi Meclis Üyesi", "AK PARTİ", "Divan Asıl Kâtipleri", "Başkan Vekili"):
        assert words in facts
    assert 'href="/meclis?komisyon=cevre-ve-saglik-komisyonu"' in facts
    assert 'href="/ilce?ilce=melikgazi"' in facts
    assert facts.count("Programda yazılmamış") == 1
    beside = [row["name"] for row in rows("council_members") if row["district"] == "Melikgazi"]
    assert [row[0] for row in table(html, "üye, belgedeki sırayla")] == beside


def test_neighbours_follow_the_list_or_what_is_left_of_it(run_page: RunPage) -> None:
    def labels(**address: str) -> list[str]:
        return list(steps_of(html_of(run_page("meclis", **address))))

    assert labels(uye="1") == ["Sonraki: H. Mustafa PALANCIOĞLU"]
    talas = [row for row in rows("council_members") if row["district"] == "Talas"]
    assert labels(uye=talas[-1]["position"], ilce="talas") == [
        f"Önceki: {talas[-2]['name']}",
    ]


ADDRESSES = {
    "goal": "hedef?hedef",
    "activity": "butce?faaliyet",
    "indicator": "gostergeler?gosterge",
    "spending_unit": "birimler?birim",
}


@pytest.mark.parametrize("committee", sorted({row["committee"] for row in rows("committees")}))
def test_a_committees_view_has_its_seats_and_leads_to_what_it_deals_with(
    run_page: RunPage, committee: str
) -> None:
    html = unescape(html_of(run_page("meclis", komisyon=slug(committee))))
    seats = [row for row in rows("committees") if row["committee"] == committee]
    shown = table(html, f"Komisyonun {len(seats)} üyesi")
    assert [row[:2] for row in shown] == [[seat["name"], seat["role"]] for seat in seats]
    scopes = [row for row in rows("committee_scopes") if row["committee"] == committee]
    for row in scopes:
        assert row["reason"] in html
        if row["kind"] in ADDRESSES:
            assert f'href="/{ADDRESSES[row["kind"]]}={row["key"]}"' in html
    assert "Belge hangi komisyonun neyle ilgilendiğini yazmaz" in html


def test_wrong_keys_open_the_council_with_a_notice(run_page: RunPage) -> None:
    for address in ({"uye": "999"}, {"komisyon": "yok"}, {"ilce": "yok"}, {"parti": "yok"}):
        app = run_page("meclis", **address)
        (name,) = address
        assert name in app.info[0].value
        assert "Partilere göre meclis üyeleri" in html_of(app)


def test_another_programme_shows_its_own_council_without_judged_links(run_page: RunPage) -> None:
    html = html_of(run_page("meclis", "invented"))
    assert {row[0] for row in table(html, "Partilere göre meclis üyeleri")} == {
        "A PARTİSİ", "B PARTİSİ", "C PARTİSİ",
    }  # fmt: skip
    assert 'Yabancı KİŞİ <span class="km-quiet">(meclis üyeleri listesinde yok)' in html
    assert "Hiçbir komisyonun adının anlatmadığı işler" not in html
    committee = html_of(run_page("meclis", "invented", komisyon="hukuk-komisyonu"))
    assert "İlgilendiği konular" not in committee
    assert "Ece PINAR" in committee


def test_links_keep_programme_and_language(run_page: RunPage) -> None:
    html = html_of(run_page("meclis", "invented", yil="2025", lang="en"))
    links = re.findall(r'<a href="(/meclis\?[^"]*uye=[^"]*)"', html)
    assert len(links) >= 70
    assert all("yil=2025" in link and "lang=en" in link for link in links)


def test_the_english_view_keeps_the_documents_words_marked(run_page: RunPage) -> None:
    html = html_of(run_page("meclis", lang="en", uye="5"))
    assert "Role in the executive committee" in html
    assert '<span lang="tr">Melikgazi Meclis Üyesi</span>' in html
    committee = html_of(run_page("meclis", lang="en", komisyon="ulasim-komisyonu"))
    assert '<span lang="tr">Ulaşım Komisyonu</span>' in committee
    assert "Performance goals" in committee


def test_an_empty_database_says_so(run_page: RunPage) -> None:
    assert "henüz bir performans programı yok" in html_of(run_page("meclis", "empty"))
