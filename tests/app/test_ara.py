"""Arama: results by kind, where each leads, and what stands there when nothing is found."""

from __future__ import annotations

import csv
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.app.conftest import RunPage, html_of
from tests.support.datasets import KAYSERI


def rows(name: str) -> list[dict[str, str]]:
    """A table of the committed dataset, read without the project's own readers."""
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def heading(html: str) -> str:
    (found,) = re.findall(r"<h1[^>]*>(.*?)</h1>", html)
    return text(found)


def groups(html: str) -> dict[str, int]:
    """The headings of the kinds with the number that each states."""
    found = re.findall(r'<h2>([^<]+) <span class="ka-count">(\d+)</span></h2>', html)
    return {name: int(count) for name, count in found}


def results(html: str) -> dict[str, str]:
    """The addresses of the results by their whole name."""
    found = re.findall(
        r'<div class="ka-name">(?:<span class="ka-number">[^<]+</span>)?'
        r'<a href="([^"]+)"[^>]*>(.*?)</a></div>',
        html,
    )
    return {text(name): unescape(href) for href, name in found}


def asked(href: str) -> tuple[str, dict[str, list[str]]]:
    parts = urlsplit(href)
    return parts.path, parse_qs(parts.query)


def test_results_are_counted_by_kind_and_altogether(run_page: RunPage) -> None:
    html = html_of(run_page("ara", q="kütüphane"))
    counts = groups(html)
    assert heading(html) == f"“kütüphane” için {sum(counts.values())} sonuç"
    libraries = [row for row in rows("assets") if "tüphane" in row["name"] + row["note"]]
    assert counts["Tesisler ve araçlar"] >= len(libraries) > 5
    assert sum(counts.values()) >= len(libraries) + 2


@pytest.mark.parametrize("typed", ["KUTUPHANE", "kütüphaneler", "Kütüphanesi", "  kutuphane  "])
def test_case_accents_and_endings_do_not_count(run_page: RunPage, typed: str) -> None:
    wanted = groups(html_of(run_page("ara", q="kütüphane")))
    assert groups(html_of(run_page("ara", q=typed))) == wanted


def test_the_words_are_marked_as_they_stand(run_page: RunPage) -> None:
    html = html_of(run_page("ara", q="kutuphane"))
    marked = set(re.findall(r"<mark>([^<]*)</mark>", html))
    assert {"Kütüphane", "Kütüphanesi"} <= marked
    assert all("tüphane" in word for word in marked)


@pytest.mark.parametrize(
    ("typed", "name", "path", "parameters"),
    [
        ("toplum düzeni", "Ulaşım ve Toplum Düzeni", "/amaclar", {"amac": ["2"]}),
        ("modern ve yeşil kayseri imajı", "Modern ve yeşil", "/amaclar", {"amac": ["3"]}),
        ("nazım imar revizyonu", "İl bütününde", "/gostergeler", {"gosterge": ["1.1"]}),
        ("zabıta", "Zabıta Daire", "/birimler", {"birim": ["zabita"]}),
        ("talas", "Talas", "/ilce", {"ilce": ["talas"]}),
        ("yahyalı itfaiye", "Yahyalı Grup", "/harita", {"ilce": ["yahyali"]}),
        ("belsin yüzme", "Belsin Yüzme", "/harita", {"ilce": ["melikgazi"], "tur": ["spor"]}),
        ("tramvay", "Tramvay", "/kaynaklar", {}),
        ("memduh", "Dr. Memduh", "/meclis", {"uye": ["1"]}),
        ("hukuk", "Hukuk Komisyonu", "/meclis", {"komisyon": ["hukuk-komisyonu"]}),
        ("encümen", "encümen", "/hakkinda", {"terim": ["encumen"]}),
        ("norm kadro", "norm kadro", "/hakkinda", {"terim": ["norm-kadro"]}),
    ],
)
def test_each_kind_leads_to_its_page(
    run_page: RunPage, typed: str, name: str, path: str, parameters: dict[str, list[str]]
) -> None:
    found = results(html_of(run_page("ara", q=typed)))
    (href,) = {href for whole, href in found.items() if whole == name} or {
        href for whole, href in found.items() if whole.startswith(name)
    }
    assert asked(href) == (path, parameters)


def test_goals_and_activities_lead_to_their_pages(run_page: RunPage) -> None:
    goal = next(row for row in rows("goals") if row["goal"] == "11")
    found = results(html_of(run_page("ara", q=goal["statement"][:60])))
    assert asked(found[goal["short_name"]]) == ("/hedef", {"hedef": ["11"]})
    activity = next(row for row in rows("activities") if row["activity"] == "1")
    found = results(html_of(run_page("ara", q=activity["name"])))
    assert asked(found[activity["short_name"]]) == ("/butce", {"faaliyet": ["1"]})


def test_a_kind_alone_shows_all_of_it(run_page: RunPage) -> None:
    every = html_of(run_page("ara", q="itfaiye"))
    count = groups(every)["Tesisler ve araçlar"]
    assert count > 8
    assert f"{count} tesis ve aracın tümü" in every
    html = html_of(run_page("ara", q="itfaiye", tur="tesis"))
    assert groups(html) == {"Tesisler ve araçlar": count}
    assert len(re.findall(r'class="ka-list">(.*?)</ul>', html)[0].split("<li>")) - 1 == count
    assert re.search(r'aria-current="true"[^>]*>Tesisler ve araçlar', html)


def test_an_unknown_kind_and_one_without_results_show_all(run_page: RunPage) -> None:
    every = groups(html_of(run_page("ara", q="tramvay")))
    app = run_page("ara", q="tramvay", tur="uzay")
    assert groups(html_of(app)) == every
    assert "tur" in app.info[0].value
    html = html_of(run_page("ara", q="tramvay", tur="uye"))
    assert groups(html) == every
    assert "Bu türde sonuç yok: Meclis üyeleri" in html


def test_what_was_mended_or_left_out_is_said(run_page: RunPage) -> None:
    html = html_of(run_page("ara", q="kutuphne"))
    assert heading(html).startswith("“kütüphane” için")
    assert "“kutuphne” programda geçmiyor" in html
    html = html_of(run_page("ara", q="merkez itfaiye yokboylebirsey"))
    assert "Bütün sözcükleri birlikte içeren kayıt yok" in html
    assert "Merkez İtfaiye Binası" in results(html)


@pytest.mark.parametrize("database", ["kayseri", "invented"])
def test_an_empty_search_gives_examples_that_find_something(
    run_page: RunPage, database: str
) -> None:
    chosen = {} if database == "kayseri" else {"yil": "2027"}
    html = html_of(run_page("ara", database, **chosen))
    examples = re.findall(r'<li><a href="(/ara\?[^"]+)"', html)
    assert examples or database == "invented"
    for href in examples[:2]:
        _, parameters = asked(unescape(href))
        found = html_of(run_page("ara", database, **{k: v[0] for k, v in parameters.items()}))
        assert groups(found)


@pytest.mark.parametrize(
    "typed", ["xyzzyqq", "?!.,", "🚒", "<script>alert(1)</script>", "' OR 1=1 --", "%_\\"]
)
def test_nothing_found_says_what_to_try(run_page: RunPage, typed: str) -> None:
    html = html_of(run_page("ara", q=typed))
    assert "<script>" not in html
    if not groups(html):
        assert "için sonuç bulunamadı" in heading(html)
        assert "Bunları deneyin" in html


def test_a_search_that_nothing_can_write_is_left_out_and_said(run_page: RunPage) -> None:
    app = run_page("ara", q="su\x00")
    assert "q" in app.info[0].value
    assert html_of(app) == html_of(run_page("ara"))


def test_a_long_search_is_cut_and_said(run_page: RunPage) -> None:
    app = run_page("ara", q="park " * 2000)
    assert "q" in app.info[0].value
    assert groups(html_of(app)) == groups(html_of(run_page("ara", q="park")))


def test_in_english_our_words_are_english_and_the_documents_marked_turkish(
    run_page: RunPage,
) -> None:
    html = html_of(run_page("ara", q="kütüphane", lang="en"))
    counts = groups(html)
    assert heading(html) == f"{sum(counts.values())} results for “kütüphane”"
    assert "Facilities and vehicles" in counts
    assert re.search(r'<a href="[^"]*lang=en[^"]*" target="_self" lang="tr">', html)
    html = html_of(run_page("ara", q="executive committee", lang="en"))
    assert "Terms" in groups(html)
    found = results(html)
    assert ("/hakkinda", {"lang": ["en"], "terim": ["encumen"]}) in map(asked, found.values())


def test_another_programme_is_searched_alone(run_page: RunPage) -> None:
    html = html_of(run_page("ara", "invented", q="köprü", yil="2027"))
    assert "Köprü yapım faaliyeti" in results(html)
    html = html_of(run_page("ara", "invented", q="talas", yil="2027"))
    assert "İlçeler" not in groups(html)


def test_an_empty_database_has_its_own_message(run_page: RunPage) -> None:
    assert "performans programı yok" in html_of(run_page("ara", "empty", q="park"))


@pytest.mark.parametrize("database", ["bare", "least", "programme_budget", "years"])
@pytest.mark.parametrize("question", ["en çok para nereye", "borç ne kadar", "kaç otobüs var",
                                      "başkan kim", "hastane", "kişi başına ne kadar"])  # fmt: skip
def test_a_question_is_answered_or_not_in_any_programme(
    run_page: RunPage, database: str, question: str
) -> None:
    html = html_of(run_page("ara", database, q=question))
    assert heading(html)
    # What answers an amount says of which year it is.
    for answer in re.findall(r'<p class="ka-answer">(.*?)</p>', html):
        assert "TL" not in answer or re.search(r"20\d\d", answer), answer
