"""The journeys of docs/journeys.md, walked on a telephone as a new visitor would."""

from __future__ import annotations

import io
import re

from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser import sums
from tests.browser.conftest import OpenTab
from tests.browser.server import Dashboard
from tests.browser.visit import NARROW, Visit


class Counted:
    """A visit that counts its taps."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.taps = visit, 0

    def tap(self, name: str | re.Pattern[str]) -> Visit:
        self.taps += 1
        self.visit.main.get_by_role("link", name=name).first.click()
        return self.visit.settle()


def test_what_is_spent_on_libraries(tab: OpenTab) -> None:
    visit = tab("/", width=NARROW)
    visit.main.get_by_role("searchbox").fill("kutuphaneler")
    visit.page.keyboard.press("Enter")
    visit.wait_for_address(r"/ara\?q=kutuphaneler")
    walk = Counted(visit)
    # The search says the amount already.
    assert "15.112.000 TL" in visit.text()
    walk.tap(re.compile("Kütüphane hizmetleri"))
    number = re.search(r"faaliyet=(\d+)", visit.page.url)
    assert number
    amount = sums.by_activity()[number[1]]
    assert f"{sums.written(amount)} TL" in visit.text()
    assert walk.taps == 1


def test_who_sits_on_the_council_for_yahyali(tab: OpenTab) -> None:
    walk = Counted(tab("/", width=NARROW))
    walk.tap(re.compile("mecliste beni kim"))
    walk.tap("Yahyalı")
    text = walk.visit.text()
    members = [row["name"] for row in sums.rows("council_members") if row["district"] == "Yahyalı"]
    assert members
    assert all(name in text for name in members)
    assert walk.taps <= 3


def test_which_estimate_is_furthest_from_its_target(tab: OpenTab) -> None:
    walk = Counted(tab("/", width=NARROW))
    walk.tap(re.compile("en uzak"))
    walk.visit.wait_for_address(r"/gostergeler\?sirala=uzaklik")
    listed = walk.visit.main.locator(".ki tbody tr.ki-row").count()
    plain = sum(row["direction"] == "no_direction" for row in sums.rows("indicators"))
    assert 100 < listed < len(sums.rows("indicators")) - plain
    assert f"artışı ya da azalışı iyi sayılmayan {plain} gösterge" in walk.visit.text()
    assert walk.taps == 1


def test_what_does_not_add_up(tab: OpenTab) -> None:
    walk = Counted(tab("/", width=NARROW))
    walk.tap(re.compile("birbirini tutmuyor"))
    assert "40.000.000 TL" in walk.visit.main.locator("h2").first.inner_text()
    assert walk.taps == 1


def test_the_council_members_briefing(tab: OpenTab, dashboard: Dashboard) -> None:
    visit = tab("/brifing", width=NARROW)
    link = visit.main.get_by_role("link", name="Ulaşım Komisyonu: brifing (PDF)")
    answer = visit.page.request.get(dashboard.url + str(link.get_attribute("href")))
    pdf = PdfReader(io.BytesIO(answer.body()))
    assert 2 <= len(pdf.pages) <= 4
    walk = Counted(visit)
    walk.tap("Ulaşım Komisyonu")
    visit.wait_for_address(r"/brifing\?konu=ulasim-komisyonu")
    # What the page previews stands in print.
    printed = re.sub(r"[\s\xad-]+", "", "".join(page.extract_text() for page in pdf.pages))
    shown = [*visit.main.locator(".kbr-facts dd").all_inner_texts(),
             *visit.main.locator(".kbr-questions li").all_inner_texts()]  # fmt: skip
    assert len(shown) > 5
    for words in shown:
        for word in words.split():
            assert word.replace("-", "") in printed, word
    assert walk.taps == 1


def test_a_committees_own_page_leads_to_its_briefing(tab: OpenTab) -> None:
    walk = Counted(tab("/meclis", width=NARROW))
    walk.visit.main.locator("#komisyonlar > summary").click()
    walk.tap("Ulaşım Komisyonu")
    link = walk.visit.main.get_by_role("link", name="Ulaşım Komisyonu: brifing (PDF)")
    assert link.get_attribute("href") == "/brifing/komisyon/ulasim-komisyonu.pdf"


def test_the_press_officers_minute(tab: OpenTab) -> None:
    visit = tab("/", width=NARROW)
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    walk = Counted(visit)
    visit.main.locator("summary", has_text="Stratejik amaçlara göre").click()
    visit.main.locator("summary", has_text="Tablo: Bütçenin stratejik amaçlara dağılımı").click()
    walk.tap(re.compile("Ulaşım ve Toplum Düzeni"))
    visit.wait_for_address(r"/butce\?amac=2")
    menu = visit.main.locator(".kbb-share").first
    menu.locator("> summary").click()
    menu.get_by_text("Tümü: görseller, sayılar, alıntı").click()
    with visit.page.expect_download() as waiting:
        menu.get_by_role("link", name=re.compile("Sosyal medya")).first.click()
    picture = waiting.value
    assert picture.suggested_filename == "kbb-2025-butce-amac-2-sosyal.png"
    assert Image.open(io.BytesIO(picture.path().read_bytes())).size == (2400, 1256)
    amount = sums.written(sums.by_aim()["2"])
    # The sentence, the short citation, the long one.
    for place, words in enumerate((amount, "veri sürümü", "/butce?amac=2")):
        button = menu.locator(".kbb-share-groups [data-kbb-copy]").nth(place)
        button.click()
        expect(button).to_have_text("Kopyalandı")
        assert words in visit.page.evaluate("navigator.clipboard.readText()")
    menu.get_by_role("button", name="Bağlantıyı kopyala").click()
    assert visit.page.evaluate("navigator.clipboard.readText()") == visit.page.url
    assert walk.taps == 1
    # Where the browser has a sheet of the device's own, it gets the same; Escape shuts all.
    visit.page.evaluate("navigator.share = async (given) => { window.given = given; }")
    menu.locator("[data-kbb-share]").evaluate("button => button.click()")
    given = visit.page.evaluate("window.given")
    assert amount in given["text"]
    assert (given["url"], given["text"].startswith(given["title"])) == (visit.page.url, True)
    menu.get_by_role("button", name="Bağlantı").press("Escape")
    expect(menu.locator(".kbb-share-ways")).to_be_hidden()
    assert visit.page.evaluate("document.activeElement.getAttribute('aria-label')").startswith(
        "Paylaş: 2. amaç"
    )
