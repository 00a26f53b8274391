"""Twenty questions that people come with, answered on a telephone: ten everyday ones in Turkish and
English, a council member's five, a journalist's five; docs/journeys.md shows them.

Each within three taps or one search, the amount read from the screen and added up anew from the
committed files.
"""

from __future__ import annotations

import io
import re

from PIL import Image
from playwright.sync_api import expect

from tests.browser import sums
from tests.browser.conftest import OpenTab
from tests.browser.server import Dashboard
from tests.browser.tasks import Walk
from tests.browser.visit import NARROW, Visit


def _turkish(number: object) -> str:
    return f"{sums.written(int(number))} TL"  # type: ignore[call-overload]


def _english(number: object) -> str:
    return f"{int(number):,} TL"  # type: ignore[call-overload]


# Ten everyday questions.


def test_how_much_goes_to_buses(tab: OpenTab) -> None:
    """Otobüse ne kadar gidiyor?"""
    amount = sums.by_topic()["otobus-ve-tramvay"]
    Walk(tab("/", width=NARROW)).search("otobüse ne kadar gidiyor").reads(_turkish(amount))


def test_where_most_of_the_money_goes(tab: OpenTab) -> None:
    """Para en çok nereye gidiyor?"""
    topics = sums.by_topic()
    first = max(topics, key=lambda topic: topics[topic])
    walk = Walk(tab("/", width=NARROW))
    walk.reads(sums.topic_names()[first], reach=1)
    walk.link(re.compile(sums.topic_names()[first])).reads(_turkish(topics[first]), reach=1)


def test_how_much_goes_to_libraries_in_english(tab: OpenTab) -> None:
    """How much is spent on libraries?"""
    [activity] = [
        row["activity"] for row in sums.rows("activities") if "Kütüphane hizmetleri" in row["name"]
    ]
    walk = Walk(tab("/?lang=en", width=NARROW)).search("libraries")
    walk.reads(_english(sums.by_activity()[activity]))


def test_what_the_city_costs_each_resident_in_english(tab: OpenTab) -> None:
    """What is that per person?"""
    share = round(17_000_000_000 / sums.residents())
    Walk(tab("/?lang=en", width=NARROW)).reads(_english(share), reach=1)


def test_how_much_interest_is_paid(tab: OpenTab) -> None:
    """Faize ne kadar gidiyor?"""
    amount = next(row["total"] for row in sums.rows("resource_needs") if row["line"] == "04")
    Walk(tab("/", width=NARROW)).search("faize ne kadar gidiyor").reads(_turkish(float(amount)))


def test_how_much_wages_are(tab: OpenTab) -> None:
    """Maaşlara ne kadar?"""
    amount = sums.by_topic()["personel"]
    Walk(tab("/", width=NARROW)).search("maaş").reads(_turkish(amount))


def test_what_water_costs(tab: OpenTab) -> None:
    """Suya ne kadar?"""
    Walk(tab("/", width=NARROW)).search("suya ne kadar").reads("KASKİ bu programın dışında")


def test_who_is_mayor(tab: OpenTab) -> None:
    """Başkan kim?"""
    Walk(tab("/", width=NARROW)).search("başkan kim").reads("BÜYÜKKILIÇ")


def test_how_many_fire_stations_there_are_in_talas(tab: OpenTab) -> None:
    """İlçemde itfaiye var mı?"""
    walk = Walk(tab("/", width=NARROW)).link(re.compile("İlçemde ne var")).link("Talas")
    [line] = [
        row
        for row in sums.rows("assets")
        if row["district"] == "Talas" and row["kind"] == "fire_station"
    ]
    walk.fold("İtfaiye").reads(line["name"])


def test_the_fire_brigade_in_english(tab: OpenTab) -> None:
    """What does the fire brigade get?"""
    amount = sums.by_topic()["itfaiye-ve-afet"]
    Walk(tab("/?lang=en", width=NARROW)).search("fire brigade").reads(_english(amount))


# A council member's five.


def test_the_money_of_a_committee(tab: OpenTab) -> None:
    """Komisyonumun konusu ne kadar para?"""
    amount = sums.by_committee()["ULAŞIM KOMİSYONU"]
    walk = Walk(tab("/", width=NARROW)).menu("Brifing").link("Ulaşım Komisyonu")
    walk.reads(_turkish(amount), reach=1.5)


def test_the_money_of_a_unit(tab: OpenTab) -> None:
    """Fen İşleri'ne ne kadar?"""
    [unit] = [
        row["spending_unit"]
        for row in sums.rows("spending_units")
        if row["name"].startswith("Fen İşleri")
    ]
    walk = Walk(tab("/", width=NARROW)).search("fen işleri")
    walk.reads(_turkish(sums.by_unit()[unit]), reach=1)


def test_the_share_of_an_aim(tab: OpenTab) -> None:
    """İkinci amacın payı ne?"""
    amount = sums.by_aim()["2"]
    share = f"%{amount * 100 / 17_000_000_000:.1f}".replace(".", ",")
    walk = Walk(tab("/", width=NARROW)).menu("Amaçlar").link(re.compile("Ulaşım ve Toplum Düzeni"))
    walk.reads(_turkish(amount), reach=1).reads(share, reach=1)


def test_the_greatest_difference(tab: OpenTab) -> None:
    """Belgede ne birbirini tutmuyor?"""
    stated = {row["line"]: row["activities"] for row in sums.rows("resource_needs")}
    difference = abs(sums.by_code()["03"] - sums.lira(stated["03"]))
    walk = Walk(tab("/", width=NARROW)).link(re.compile("birbirini tutmuyor"))
    walk.reads(_turkish(difference), reach=1)


def test_an_indicators_three_years(tab: OpenTab) -> None:
    """Kütüphaneyi kaç kişi kullanacak?"""
    values = {
        row["kind"]: row["value"]
        for row in sums.rows("indicator_values")
        if (row["goal"], row["indicator"]) == ("19", "3")
    }
    walk = Walk(tab("/", width=NARROW)).search("kütüphane kullanan kişi")
    for value in values.values():
        walk.reads(sums.written(int(float(value))))


# A journalist's five.


def _shared(visit: Visit, title: str) -> Walk:
    """A walk that has opened what can be done with the figure of that title."""
    walk = Walk(visit)
    walk.tap(visit.main.get_by_label(f"Paylaş: {title}").first)
    return walk


def test_a_charts_address(tab: OpenTab, dashboard: Dashboard) -> None:
    """Grafiğin bağlantısı."""
    visit = tab("/butce", width=NARROW)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    walk = _shared(visit, "Tüm bütçe")
    button = visit.main.locator(".kbb-share-ways [data-kbb-copy]").locator("visible=true").first
    walk.tap(button)
    address = visit.page.evaluate("navigator.clipboard.readText()")
    assert address.startswith(dashboard.url)
    Walk(visit.open(address.removeprefix(dashboard.url))).reads(_turkish(sums.by_aim()["2"]))


def test_a_charts_picture(tab: OpenTab) -> None:
    """Grafiğin görseli."""
    visit = tab("/butce?amac=2", width=NARROW)
    walk = _shared(visit, "2. amaç")
    picture = visit.main.locator(".kbb-share-ways a[download]").locator("visible=true").first
    with visit.page.expect_download() as waiting:
        walk.tap(picture)
    assert min(Image.open(io.BytesIO(waiting.value.path().read_bytes())).size) >= 1080
    walk.reads(_turkish(sums.by_aim()["2"]), reach=4)


def test_a_charts_numbers(tab: OpenTab, dashboard: Dashboard) -> None:
    """Grafiğin sayıları."""
    visit = tab("/butce", width=NARROW)
    table = visit.main.locator('a[href*="/grafik/butce.csv"]').first
    answer = visit.page.request.get(dashboard.url + str(table.get_attribute("href")))
    assert str(sums.by_aim()["2"]).split(".")[0] in answer.body().decode("utf-8-sig")
    walk = Walk(visit)
    walk.fold("Tablo:").reads(_turkish(sums.by_aim()["2"]), reach=4)


def test_a_sentence_to_quote(tab: OpenTab) -> None:
    """Alıntılanacak cümle."""
    visit = tab("/butce?amac=2", width=NARROW)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    walk = _shared(visit, "2. amaç")
    walk.fold("Tümü: görseller, sayılar, alıntı")
    sentence = visit.main.locator("[data-kbb-copy*='milyar'], [data-kbb-copy*='TL']")
    walk.tap(sentence.locator("visible=true").first)
    assert _turkish(sums.by_aim()["2"]) in visit.page.evaluate("navigator.clipboard.readText()")


def test_a_chart_for_ones_own_page(tab: OpenTab, dashboard: Dashboard) -> None:
    """Kendi sayfasına gömülecek grafik."""
    visit = tab("/butce?amac=2", width=NARROW)
    walk = _shared(visit, "2. amaç")
    walk.fold("Sitenize yerleştirin")
    code = visit.main.locator("code, textarea").locator("visible=true").first
    expect(code).to_be_visible()
    found = re.search(r'src="([^"]+)"', code.text_content() or "")
    assert found
    frame = visit.page.request.get(found[1].replace("&amp;", "&"))
    assert frame.ok
    assert _turkish(sums.by_aim()["2"]) in frame.text()
