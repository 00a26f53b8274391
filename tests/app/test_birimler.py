"""Birimler: the list, one unit's view, and the comparison that Bütçe opens as well."""

from __future__ import annotations

import csv
import re
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import RunPage, html_of, steps_of
from tests.support.datasets import KAYSERI


def rows(name: str) -> list[dict[str, str]]:
    """A table of the committed dataset, read without the project's own readers."""
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lira(amount: Decimal) -> str:
    """Whole lira as a Turkish reader writes them."""
    return f"{amount:,.0f}".replace(",", ".") + " TL"


def money_by(column: str) -> dict[str, Decimal]:
    """What the cost tables plan, by a column of ``activities``: budget and off-budget."""
    activities = {row["activity"]: row for row in rows("activities")}
    found: dict[str, Decimal] = {}
    for row in rows("activity_costs") + rows("off_budget_resources"):
        key = activities[row["activity"]][column]
        found[key] = found.get(key, Decimal(0)) + Decimal(row["amount"] or 0)
    return found


def notices(app: AppTest) -> list[str]:
    return [info.value for info in app.info]


def table_of(html: str) -> str:
    """The first table of a page."""
    return html.partition("<tbody>")[2].partition("</tbody>")[0]


def test_all_units_are_listed_by_money_with_links(run_page: RunPage) -> None:
    html = html_of(run_page("birimler"))
    table = table_of(html)
    amounts = money_by("spending_unit")
    expected = sorted(amounts, key=lambda slug: -amounts[slug])
    found = re.findall(r'href="/birimler\?birim=([\w-]+)"', table)
    assert len(found) == 25
    assert [amounts[slug] for slug in found] == [amounts[slug] for slug in expected]
    for slug, row in zip(found, table.split("<tr>")[1:], strict=True):
        assert lira(amounts[slug]) in row
    assert "14.822.074.000 TL" in html
    assert "2.177.926.000 TL" in html  # general administration, which no unit has


def test_units_can_be_ordered_by_name(run_page: RunPage) -> None:
    table = table_of(html_of(run_page("birimler", sirala="ad")))
    names = re.findall(r'target="_self">([^<]+)<', table)
    assert names[:2] == ["1. Hukuk Müşavirliği", "Afet İşleri Daire Başkanlığı"]
    assert names[-1] == "Zabıta Daire Başkanlığı"
    assert names.index("İmar ve Şehircilik Daire Başkanlığı") < names.index(
        "Kırsal Hizmetler Daire Başkanlığı"
    )


@pytest.mark.parametrize("slug", ["fen-isleri", "etut-ve-projeler", "zabita"])
def test_a_unit_shows_its_money_activities_goals_and_indicators(
    run_page: RunPage, slug: str
) -> None:
    html = html_of(run_page("birimler", birim=slug))
    own = [row for row in rows("activities") if row["spending_unit"] == slug]
    goals = {row["goal"] for row in own}
    codes = [f"{r['goal']}.{r['indicator']}" for r in rows("indicators") if r["goal"] in goals]
    assert f"<dd>{lira(money_by('spending_unit')[slug])}</dd>" in html
    by_activity = money_by("activity")
    for row in own:
        line = re.search(
            rf'<tr><th[^>]*><a href="/butce\?faaliyet={row["activity"]}".*?</tr>', html
        )
        assert line, row["activity"]
        assert lira(by_activity[row["activity"]]) in line[0]
        assert f'href="/hedef?hedef={row["goal"]}"' in line[0]
    assert set(re.findall(r'<h3><a href="/hedef\?hedef=(\d+)"', html)) == goals
    assert re.findall(r'class="ki-code">([\d.]+)<', html) == codes
    lines = [row for row in rows("unit_responsibilities") if row["spending_unit"] == slug]
    for row in lines:
        assert f"2.6, satır {row['source_line']}<" in html


def test_codes_and_sources_add_up_to_the_units_money(run_page: RunPage) -> None:
    html = html_of(run_page("birimler", birim="fen-isleri"))
    fen = {row["activity"] for row in rows("activities") if row["spending_unit"] == "fen-isleri"}
    by_code: dict[str, Decimal] = {}
    for row in rows("activity_costs"):
        if row["activity"] in fen:
            amount = Decimal(row["amount"] or 0)
            by_code[row["economic_code"]] = by_code.get(row["economic_code"], Decimal(0)) + amount
    assert len(by_code) > 1
    for code, amount in by_code.items():
        line = re.search(rf'<tr><th scope="row">{code} .*?</tr>', html)
        assert line, code
        assert lira(amount) in line[0]
    off_budget = sum(
        Decimal(row["amount"] or 0)
        for row in rows("off_budget_resources")
        if row["activity"] in fen
    )
    assert f"<dd>{lira(Decimal(off_budget))}</dd>" in html


def test_two_spellings_are_both_named(run_page: RunPage) -> None:
    html = html_of(run_page("birimler", birim="etut-ve-projeler"))
    assert "Etüt ve Projeler Daire Başkanlığı</strong> (6 faaliyetin maliyet tablosunda)" in html
    assert "Etüt Projeler Daire Başkanlığı</strong> (tablo 2.6&#x27;da)" in html
    assert 'class="kr-spellings"' not in html_of(run_page("birimler", birim="zabita"))


def test_a_unit_without_money_says_so(run_page: RunPage) -> None:
    app = run_page("birimler", birim="mali-hizmetler")
    assert "bu birimin faaliyetlerine para ayrılmamış: 5 faaliyetin" in html_of(app)
    assert not app.get("vega_lite_chart")
    assert not app.get("arrow_vega_lite_chart")


def test_neighbours_are_those_of_the_list(run_page: RunPage) -> None:
    steps = steps_of(html_of(run_page("birimler", birim="etut-ve-projeler")))
    assert "Önceki: Sosyal Hizmetler" in steps
    after = steps["Sonraki: Ulaşım ve Raylı Sistem"]
    assert after == "/birimler?birim=ulasim-planlama-ve-rayli-sistem"
    assert "Tüm birimlere dön" not in steps, "the trail above the page leads back"
    named = run_page("birimler", birim="etut-ve-projeler", sirala="ad")
    assert "Sonraki: Fen İşleri" in steps_of(html_of(named))


def test_a_wrong_unit_gets_a_notice_and_the_list(run_page: RunPage) -> None:
    app = run_page("birimler", birim="yok-boyle-birim")
    assert "birim" in notices(app)[0]
    assert ">Birimler</h1>" in html_of(app)


def test_in_english_the_documents_words_are_marked(run_page: RunPage) -> None:
    html = html_of(run_page("birimler", lang="en"))
    assert ">Spending units</h1>" in html
    assert '<span lang="tr">Fen İşleri Daire Başkanlığı</span>' in html
    assert "1,950,000,000 TL" in html
    one = html_of(run_page("birimler", birim="etut-ve-projeler", lang="en"))
    assert "(in table 2.6)" in one
    assert "in the cost tables of 6 activities" in one
    assert re.search(r'href="/hedef\?lang=en&amp;hedef=4"', one)


def test_another_programme_has_its_own_units(run_page: RunPage) -> None:
    html = html_of(run_page("birimler", "invented"))
    slugs = re.findall(r'href="/birimler\?birim=([\w-]+)"', html)
    assert 0 < len(slugs) < 25
    for slug in slugs:
        one = html_of(run_page("birimler", "invented", birim=slug))
        assert "2027 programında" in one
        assert "Kişi başına" not in one  # nobody counted its residents
        assert "KAYSERİ" not in one.partition('class="kbb-footer"')[0].upper()


def test_two_units_stand_side_by_side(run_page: RunPage) -> None:
    app = run_page("birimler", karsilastir="birim-fen-isleri.birim-zabita")
    html = html_of(app)
    amounts = money_by("spending_unit")
    assert re.findall(r'class="kr-total">([^<]+)<', html) == [
        lira(amounts["fen-isleri"]),
        lira(amounts["zabita"]),
    ]
    assert 'href="/birimler?birim=zabita"' in html
    assert len(app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")) == 3
    assert not app.info


def test_bütçe_compares_aims_and_goals(run_page: RunPage) -> None:
    aims = {row["objective"]: row["aim"] for row in rows("objectives")}
    aim_of = {row["goal"]: aims[row["objective"]] for row in rows("goals")}
    by_goal = money_by("goal")
    html = html_of(run_page("butce", karsilastir="amac-1.amac-4"))
    sums = [
        sum((m for goal, m in by_goal.items() if aim_of[goal] == aim), Decimal()) for aim in "14"
    ]
    assert re.findall(r'class="kr-total">([^<]+)<', html) == [lira(amount) for amount in sums]
    counts = [sum(aim_of[row["goal"]] == aim for row in rows("indicators")) for aim in "14"]
    assert f"{counts[0]}, B (4. amaç: Kırsal Hizmetler) tarafında {counts[1]} gösterge" in html
    goals = html_of(run_page("butce", karsilastir="hedef-6.hedef-7"))
    assert re.findall(r'class="kr-total">([^<]+)<', goals) == [
        lira(by_goal["6"]),
        lira(by_goal["7"]),
    ]
    assert 'href="/hedef?hedef=7"' in goals


@pytest.mark.parametrize(
    "code", ["amac-1.amac-99", "amac-1.hedef-3", "amac-1.amac-1", "amac-1", "hepsi-yanlis", "."]
)
def test_a_wrong_comparison_gets_a_notice_and_the_nearest(run_page: RunPage, code: str) -> None:
    app = run_page("butce", karsilastir=code)
    assert any("karşılaştırma" in text for text in notices(app))
    assert len(re.findall('class="kr-total"', html_of(app))) == 2


def test_the_level_at_hand_is_what_bütçe_compares(run_page: RunPage) -> None:
    aims = {row["objective"]: row["aim"] for row in rows("objectives")}
    own = [row["goal"] for row in rows("goals") if aims[row["objective"]] == "2"]
    by_goal = money_by("goal")
    first, second = sorted(own, key=lambda goal: -by_goal[goal])[:2]
    for address, kinds in (
        ({}, "amac-2.amac-7"),
        ({"gorunum": "birim"}, "birim-insan-kaynaklari-ve-egitim.birim-isletmeler-ve-istirakler"),
        ({"hedef": "6"}, "hedef-6."),
        ({"amac": "2"}, f"hedef-{first}.hedef-{second}"),
    ):
        app = run_page("butce", **address)
        button = next(one for one in app.button if one.label == "İki kalemi karşılaştır")
        button.click().run()
        value = app.query_params["karsilastir"]
        text = value if isinstance(value, str) else value[0]
        assert text.startswith(kinds), (address, text)
        assert not app.info
        assert len(re.findall('class="kr-total"', html_of(app))) == 2
        next(one for one in app.button if one.label == "Bütçeye dön").click().run()
        assert "karsilastir" not in app.query_params
        assert all(name in app.query_params for name in address)


def test_the_sides_and_the_kind_can_be_changed(run_page: RunPage) -> None:
    app = run_page("butce", karsilastir="amac-1.amac-4")
    second = app.selectbox[1]
    # codes stand behind the labels; the other side's own is not among them
    assert not any("1. amaç" in label for label in second.options)
    second.select("amac-3").run()
    assert "amac-1.amac-3" in str(app.query_params["karsilastir"])
    assert "B (3. amaç" in html_of(app)


def test_the_comparison_speaks_english(run_page: RunPage) -> None:
    html = html_of(run_page("birimler", karsilastir="amac-1.amac-4", lang="en"))
    assert ">Compare two items</h1>" in html
    assert "Aim 4: " in html
    assert 'href="/amaclar?lang=en&amp;amac=4"' in html


def test_a_units_findings_are_those_of_its_goals_and_activities(run_page: RunPage) -> None:
    html = html_of(run_page("birimler", birim="ulasim-planlama-ve-rayli-sistem"))
    # What a figure says of its amounts stands with the figure.
    listed = html.partition('<ul class="kbb-findings">')[2].partition("</ul>")[0]
    found = set(re.findall(r'href="/tutarlilik\?bulgu=([\w.-]+)"', listed))
    # read from the document: goal 5 has the activities 18 to 24
    assert found == {
        "unit-spelling.ulasim-planlama-ve-rayli-sistem",
        "responsibilities.22.name",
        "indicator-leaps.5.2.2025",
    }
    machines = html_of(run_page("birimler", birim="makine-ikmal-bakim-ve-onarim"))
    assert "bulgu=quoted-plan.7.objective" in machines
    assert "bulgu=indicator-units.7.3" in machines
    assert "bulgu=quoted-plan.6.objective" not in machines
    calm = html_of(run_page("birimler", birim="zabita"))
    assert '<ul class="kbb-findings">' not in calm
    assert "bu konuya değen bir bulgu çıkmadı" in calm


def test_an_empty_programme_has_a_calm_page(run_page: RunPage) -> None:
    assert "<h1 " in html_of(run_page("birimler", "empty"))
    assert "<h1 " in html_of(run_page("birimler", "empty", karsilastir="amac-1.amac-2"))


def test_committees_that_deal_with_a_unit_stand_with_the_reason(run_page: RunPage) -> None:
    html = html_of(run_page("birimler", birim="fen-isleri"))
    (own,) = [row for row in rows("committee_scopes") if row["key"] == "fen-isleri"]
    assert own["reason"] in html
    assert "birimin 8 faaliyetinin hepsi" in html  # public works
    assert "birimin 8 faaliyetinden 3 tanesi" in html  # goal 6 is transport
    assert "birimin 8 faaliyetinden 5 tanesi" in html  # parks and cemeteries
    assert 'href="/meclis?komisyon=ulasim-komisyonu"' in html
    assert "Ulaşım Komisyonu" in html
    assert "İmar ve Bayındırlık Komisyonu" in html
    fire = html_of(run_page("birimler", birim="itfaiye"))
    assert re.findall(r"komisyon=([\w-]+)", fire) == ["plan-ve-butce-komisyonu"]


def test_unit_names_in_headings_of_a_comparison_are_marked(run_page: RunPage) -> None:
    html = html_of(run_page("birimler", karsilastir="birim-fen-isleri.birim-zabita", lang="en"))
    assert '>A: <span lang="tr">Fen İşleri</span></th>' in html
    assert 'A (<span lang="tr">Fen İşleri</span>) has 1,950,000,000 TL' in html
