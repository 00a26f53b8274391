"""What came of indicators on Göstergeler, a goal's and an aim's page, and on a unit's: over the
invented municipality's three years, and where nothing has come in."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.app.conftest import RunPage, html_of

NONE = "Gerçekleşmeler henüz yüklenmedi"


@pytest.mark.parametrize(
    ("page", "address"),
    [("gostergeler", {}), ("gostergeler", {"gosterge": "1.1"}), ("hedef", {"hedef": "1"}),
     ("amaclar", {"amac": "1"})],
)  # fmt: skip
def test_without_results_a_page_says_so_once(
    run_page: RunPage, page: str, address: dict[str, str]
) -> None:
    html = html_of(run_page(page, **address))
    assert html.count(NONE) == 1
    assert 'class="ki-real"' not in html
    assert "gerceklesmeler" not in html


@pytest.mark.parametrize(
    ("page", "address"),
    [("gostergeler", {}), ("hedef", {"hedef": "1"}), ("amaclar", {"amac": "1"}),
     ("birimler", {"birim": "ulasim"})],
)  # fmt: skip
def test_with_results_bars_are_of_what_came(
    run_page: RunPage, page: str, address: dict[str, str]
) -> None:
    html = html_of(run_page(page, "years", yil="2025", **address))
    assert NONE not in html
    (row,) = re.findall(r'<tr role="row" class="ki-row"[^>]*>(?:(?!</tr>).)*>1\.1<.*?</tr>', html)
    assert re.findall(r'<i class="ki-real" style="width:([\d.]+)%">', row) == ["99.74"]
    assert "hedefin %99,7'si" in unescape(row)
    assert "31.12.2025 gerçekleşen" in row
    assert "Kar nedeniyle aralıkta seferler aksadı." in row
    assert "2026 programı 2025 yılı için 18.900.000 kişi tahmin ediyor." in row
    assert "2025 Yılı Faaliyet Raporu" in row
    assert "gerceklesmeler" in html
    # The plan's word does not read as the result's.
    assert re.findall(r'ki-of-plan">([^<]*)<', row) == ["plana göre: eğilimle uyumlu"]
    assert "Planda hedefin anlamı" in html


def rows_of(html: str) -> dict[str, str]:
    """The rows of the list by an indicator's code."""
    rows = re.findall(r'<tr role="row" class="ki-row"[^>]*>.*?</tr>', html)
    return {re.findall(r'class="ki-code">([\d.]+)<', row)[0]: row for row in rows}


def test_an_earlier_day_is_a_choice(run_page: RunPage) -> None:
    rows = rows_of(html_of(run_page("gostergeler", "years", yil="2025", tarih="2025-06-30")))
    assert "yıl hedefinin şimdiye kadar %49,5" in rows["1.1"]
    assert "son değer, yıl hedefinin 3 puan altında" in rows["1.2"]
    assert "şimdiye kadarki ortalama, yıl hedefinin %114" in rows["6.2"]
    # Nobody judged how the people cared for add up: the plan's bar stays.
    assert "yıl hedefiyle karşılaştırılmıyor" in rows["6.1"]
    assert "ki-real" not in rows["6.1"]
    assert "ki-fill" in rows["6.1"]
    assert "Değer düzeltildi: önce 108.400 kişi" in rows["5.1"]


def test_what_a_report_drops_keeps_its_plan_and_its_last_figure(run_page: RunPage) -> None:
    row = rows_of(html_of(run_page("gostergeler", "years", yil="2025")))["3.3"]
    assert "ki-real" not in row
    assert "son değer 30.06.2025 itibarıyla 17 adet" in row
    assert "plana göre: ivme gerekiyor" in row


def test_by_the_plans_distance_the_plans_bars_stand(run_page: RunPage) -> None:
    html = html_of(run_page("gostergeler", "years", yil="2025", sirala="uzaklik"))
    assert "ki-real" not in "".join(rows_of(html).values())
    assert "18.950.000" in rows_of(html)["1.1"]


def test_the_newest_day_by_its_name_is_the_same_view(run_page: RunPage) -> None:
    app = run_page("gostergeler", "years", yil="2025", tarih="2025-12-31")
    assert "tarih" not in app.query_params
    assert rows_of(html_of(app)) == rows_of(html_of(run_page("gostergeler", "years", yil="2025")))


def test_an_unknown_day_is_told_and_let_go(run_page: RunPage) -> None:
    html = html_of(run_page("gostergeler", "years", yil="2025", tarih="2025-03-31"))
    assert "31.12.2025 gerçekleşen" in html


def test_an_indicators_own_view_tells_what_came_of_it(run_page: RunPage) -> None:
    html = html_of(run_page("gostergeler", "years", yil="2025", gosterge="6.1"))
    stated = "(2025 Yılı Faaliyet Raporu, 14.04.2026) 2025 hedefini 2.000 kişi olarak yazıyor"
    assert f"{stated}; programdaki hedef 2.100 kişi" in html
    assert "Belgede yazan sapma nedeni: Ekip sayısı bir artırıldı." in html
    assert "Kaynak: 2025 Yılı Faaliyet Raporu, 14.04.2026." in html
    missing = html_of(run_page("gostergeler", "years", yil="2025", gosterge="3.1"))
    assert "Belgede sapma nedeni yazmıyor." in missing
    came, asked = "31.12.2025 itibarıyla gerçekleşen", "2025 programına göre hedef ne istiyordu?"
    assert 0 < missing.index(came) < missing.index(asked)
    assert missing.count("plana göre: ivme gerekiyor") == missing.count("ivme gerekiyor") > 1


def test_english_pages_keep_the_documents_words_marked(run_page: RunPage) -> None:
    html = html_of(run_page("gostergeler", "years", yil="2025", gosterge="1.2", lang="en"))
    assert "Reason of the deviation" in html
    assert '<span lang="tr">Otobüslerin bir bölümü 2026 yılında teslim edilecek.</span>' in html


def test_the_method_tells_of_results_where_there_are_some(run_page: RunPage) -> None:
    assert "hiçbir sayfa bir işin" in html_of(run_page("hakkinda"))
    told = html_of(run_page("hakkinda", "years"))
    assert "hiçbir sayfa bir işin" not in told
    assert "Belgeler ayrışırsa sonuncusu konuşur" in told
