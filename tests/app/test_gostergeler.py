"""Göstergeler: the list, its filters in the address, and one indicator's own view."""

from __future__ import annotations

import csv
import re
from html import unescape

import pytest

from tests.app.conftest import RunPage, html_of, steps_of
from tests.support.datasets import KAYSERI


def rows(name: str) -> list[dict[str, str]]:
    """A table of the committed dataset, read without the project's own readers."""
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(html: str) -> list[str]:
    """The codes of the indicators in the list, in order."""
    return re.findall(r'class="ki-code">([\d.]+)<', html)


def all_codes() -> list[str]:
    return [f"{row['goal']}.{row['indicator']}" for row in rows("indicators")]


def test_every_indicator_is_listed_with_its_bar(run_page: RunPage) -> None:
    html = html_of(run_page("gostergeler"))
    assert shown(html) == all_codes()
    assert len(re.findall(r'class="ki-row"', html)) == 157
    assert len(re.findall(r'role="img" aria-label="[^"]{20,}"', html)) == 157
    not_stated = sum(row["value"] == "" for row in rows("indicator_values"))
    assert html.count('<span class="ki-none">') == not_stated == 19


def test_the_six_counts_add_up(run_page: RunPage) -> None:
    html = html_of(run_page("gostergeler"))
    counts = re.findall(r'<li class="ki-tile-\w+"><a [^>]*><b>(\d+)</b>', html)
    assert len(counts) == 6
    assert sum(map(int, counts)) == 157


def tiles(html: str) -> dict[str, tuple[str, bool]]:
    """The tiles that lead anywhere by their course: the address, and whether they are chosen."""
    found = re.findall(r'<li class="ki-tile-(\w+)"><a href="([^"]+)"([^>]*)>', html)
    return {course: (unescape(href), "aria-current" in rest) for course, href, rest in found}


def test_a_tile_is_a_filter_and_leads_back(run_page: RunPage) -> None:
    plain = html_of(run_page("gostergeler", amac="6"))
    address, is_chosen = tiles(plain)["higher"]
    assert not is_chosen
    ((name, words),) = re.findall(r"(durum)=([\w.%-]+)", address)
    html = html_of(run_page("gostergeler", amac="6", **{name: words}))
    assert {way for way, (_, is_chosen) in tiles(html).items() if is_chosen} == {"higher"}
    assert tiles(html)["higher"][0] == "/gostergeler?amac=6"
    # Each tile still says how many it would show.
    counts = re.findall(r"<b>(\d+)</b> <span>hedef|<b>(\d+)</b>", plain)
    assert re.findall(r"<b>(\d+)</b> <span>hedef|<b>(\d+)</b>", html)[:6] == counts[:6]
    assert len(shown(html)) == int(counts[0][0])
    assert "Seçilen: 6. Afet ve Akıllı Şehir · " in html


def test_a_course_without_indicators_leads_nowhere(run_page: RunPage) -> None:
    assert set(tiles(html_of(run_page("gostergeler", hedef="6")))) == {
        "no_direction",
        "not_comparable",
    }


def test_goals_are_shut_until_a_filter_leaves_few(run_page: RunPage) -> None:
    folds = r'<details class="ki-goal" id="hedef-(\d+)"( open)?>'
    every = re.findall(folds, html_of(run_page("gostergeler")))
    assert [int(goal) for goal, _ in every] == list(range(1, 33))
    assert not any(is_open for _, is_open in every)
    assert re.findall(folds, html_of(run_page("gostergeler", hedef="6"))) == [("6", " open")]


def test_the_order_is_said_where_it_is_not_the_usual_one(run_page: RunPage) -> None:
    assert "Seçilen: sıra: Ad" in html_of(run_page("gostergeler", sirala="ad"))
    assert "Seçilen" not in html_of(run_page("gostergeler"))


@pytest.mark.parametrize(
    ("address", "column", "value"),
    [
        ({"olcu": "m3"}, "unit", "m³"),
        ({"olcu": "birimsiz"}, "unit", ""),
        ({"hedef": "22"}, "goal", "22"),
    ],
)
def test_a_filter_in_the_address_narrows_the_list(
    run_page: RunPage, address: dict[str, str], column: str, value: str
) -> None:
    html = html_of(run_page("gostergeler", **address))
    expected = [f"{r['goal']}.{r['indicator']}" for r in rows("indicators") if r[column] == value]
    assert shown(html) == expected != []
    assert f"157 göstergenin {len(expected)} tanesi" in html


def test_a_unit_is_shown_the_indicators_of_its_goals(run_page: RunPage) -> None:
    unit = rows("activities")[0]["spending_unit"]
    goals = {row["goal"] for row in rows("activities") if row["spending_unit"] == unit}
    html = html_of(run_page("gostergeler", birim=unit))
    assert {code.partition(".")[0] for code in shown(html)} == goals


def test_search_and_order(run_page: RunPage) -> None:
    found = shown(html_of(run_page("gostergeler", ara="ZABITA şikayet", sirala="ad")))
    assert found == ["8.1", "8.2"]
    html = html_of(run_page("gostergeler", sirala="uzaklik"))
    by_distance = shown(html)
    assert by_distance[0] == "16.1"  # an estimate of 80.000 for a target of 500.000
    # What can't be compared (5.3: 0 and 19, no actual) or has no direction is left out, and said.
    assert len(by_distance) == len(set(by_distance)) == 117
    assert "5.3" not in by_distance
    left_out = "artışı ya da azalışı iyi sayılmayan 26 gösterge, karşılaştırılamayan 14 gösterge"
    assert left_out in html
    # Amounts first, then rates by the points to go.
    rates = [f"{r['goal']}.{r['indicator']}" for r in rows("indicators") if r["unit"] == "%"]
    places = [code in rates for code in by_distance]
    assert places == sorted(places)
    assert by_distance[places.index(True)] == "25.2"


def test_a_goal_outside_the_chosen_aim_is_let_go(run_page: RunPage) -> None:
    app = run_page("gostergeler", amac="2", hedef="1")
    assert {code.partition(".")[0] for code in shown(html_of(app))} == {"5", "6", "7", "8", "9"}
    assert "hedef" not in app.query_params


def test_nothing_found_says_so_and_can_be_cleared(run_page: RunPage) -> None:
    app = run_page("gostergeler", ara="böyle bir gösterge yok")
    assert shown(html_of(app)) == []
    assert app.button(key="reset").label


def test_words_are_given_as_buttons_with_counts(run_page: RunPage) -> None:
    html = html_of(run_page("gostergeler", durum="karsilastirilamiyor"))
    assert shown(html)
    assert html.count('class="ki-badge ki-not_comparable') >= len(shown(html))


def test_by_aim_shows_chart_and_table(run_page: RunPage) -> None:
    app = run_page("gostergeler", gorunum="amaclar")
    html = html_of(app)
    assert shown(html) == []
    assert "<table" in html
    assert len(app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")) == 1


def test_an_indicators_own_view_shows_what_is_printed_and_why(run_page: RunPage) -> None:
    html = html_of(run_page("gostergeler", gosterge="22.3"))
    for text in ("40.00<", "40.000", "38.000", "45.000", "satır 2829", "bölüm 2.3.5"):
        assert text in html, text
    assert "olarak okundu" in html
    assert 'href="/butce?hedef=22"' in html


def test_neighbours_are_those_of_the_list(run_page: RunPage) -> None:
    steps = steps_of(html_of(run_page("gostergeler", gosterge="22.3")))
    assert steps["Önceki: 22.2"] == "/gostergeler?gosterge=22.2"
    assert steps["Sonraki: 22.4"] == "/gostergeler?gosterge=22.4"
    assert "Tüm göstergelere dön" not in steps, "the trail above the page leads back"
    first = steps_of(html_of(run_page("gostergeler", gosterge="1.1")))
    assert not any(label.startswith("Önceki") for label in first)
    narrowed = steps_of(html_of(run_page("gostergeler", gosterge="8.1", ara="zabıta şikayet")))
    assert [step for step in narrowed if step.startswith("Sonraki")] == ["Sonraki: 8.2"]


def test_links_keep_filters_and_programme(run_page: RunPage) -> None:
    html = html_of(run_page("gostergeler", "invented", yil="2025", amac="3"))
    assert re.search(r'href="/gostergeler\?[^"]*amac=3[^"]*gosterge=10\.1', html)
    links = re.findall(r'class="ki-title"><a href="([^"]+)"', html)
    assert links
    assert all("yil=2025" in link for link in links)


def test_another_programme_has_its_own_years(run_page: RunPage) -> None:
    html = html_of(run_page("gostergeler", "invented"))
    assert shown(html)
    assert "2027 hedef" in html
    assert "2025 hedef" not in html.partition('class="kbb-footer"')[0]


@pytest.mark.parametrize(
    ("page", "choices", "codes"),
    [
        ("gostergeler", {"amac": "5"}, {"indicator-readings.22.3.2024", "indicator-notes.20.1"}),
        ("hedef", {"hedef": "22"}, {"indicator-readings.22.3.2024", "indicator-units.22.4"}),
        ("amaclar", {"amac": "3"}, {"indicator-assets.10.2", "indicator-assets.10.3"}),
        ("gostergeler", {"gosterge": "16.1"}, {"indicator-leaps.16.1.2024"}),
        ("butce", {"kod": "05"}, {"economic-codes.05"}),
    ],
)
def test_a_page_that_draws_a_figure_in_its_own_way_bears_its_notes(
    run_page: RunPage, page: str, choices: dict[str, str], codes: set[str]
) -> None:
    notes = re.findall(r'<div class="kbb-notes">.*?</div>', html_of(run_page(page, **choices)))
    borne = set(re.findall(r"bulgu=([\w.-]+)", " ".join(notes)))
    assert codes <= borne
