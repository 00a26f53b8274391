"""How the budget was carried out, on Bütçe: over the invented municipality's three years, and where
nothing realised was loaded."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import RunPage, html_of

NONE = "Gerçekleşen harcamalar henüz yüklenmedi."


def labels(app: AppTest) -> list[str]:
    """What can be chosen on the page, by buttons and lists."""
    return [group.label for group in (*app.get("button_group"), *app.selectbox)]


def test_without_results_the_whole_budget_says_so_once(run_page: RunPage) -> None:
    html = html_of(run_page("butce"))
    assert html.count(NONE) == 1
    assert "Bütçenin uygulanması" not in html
    english = html_of(run_page("butce", lang="en"))
    assert english.count("Realised spending has not been loaded yet.") == 1


@pytest.mark.parametrize("address", [{"amac": "2"}, {"faaliyet": "17"}, {"kod": "03"}])
def test_a_part_without_results_is_what_it_was(run_page: RunPage, address: dict[str, str]) -> None:
    html = html_of(run_page("butce", **address))
    assert NONE not in html
    assert "Bütçenin uygulanması" not in html


def test_the_section_tells_what_came_of_the_plan(run_page: RunPage) -> None:
    app = run_page("butce", "years", yil="2025")
    html = html_of(app)
    assert NONE not in html
    # Once at the head with the way down, once as the figure's sentence.
    assert html.count("490.082.520,40 TL harcandı") >= 2
    assert 'href="#uygulama"' in html
    assert 'id="uygulama" data-kbb-room=""><summary><h2>Bütçenin uygulanması</h2>' in html
    for title in ("2025 bütçesi, ekonomik kodlara göre: planlanan, ödenek ve harcanan",
                  "2025 yılında aylara göre harcama",
                  "2025 geliri: tahmin ve toplanan"):  # fmt: skip
        assert title in html
    assert {"Harcama neye göre", "Harcama hangi güne kadar", "Oran neye göre", "Bir yıl öncesi",
            "Gelir hangi güne kadar", "Aylara göre hangi kalem"} <= set(labels(app))  # fmt: skip


def test_what_cannot_be_chosen_is_not_offered(run_page: RunPage) -> None:
    app = run_page("butce", "years", yil="2026")
    told = set(labels(app))
    assert "Harcama neye göre" not in told
    assert "Harcama hangi güne kadar" not in told
    assert "Bir yıl öncesi" in told
    # The document states another total, which leads to its finding.
    assert "result-statements.economic.total.2026-06-30" in html_of(app)


def test_the_address_chooses_day_division_base_and_year_before(run_page: RunPage) -> None:
    html = html_of(
        run_page("butce", "years", yil="2025", tarih="2025-06-30", **{"onceki-yil": "1"})
    )
    assert "505.000.000 TL tutarındaki başlangıç ödeneğinin %41,4" in html
    assert "Bir yıl önce aynı güne kadarki tutar 149.280.000 TL" in html
    html = html_of(run_page("butce", "years", yil="2025", dagilim="fonksiyonel", taban="baslangic"))
    assert "04 Ekonomik İşler ve Hizmetler" in html
    assert "505.000.000 TL tutarındaki başlangıç ödeneğinin %97" in html
    html = html_of(run_page("butce", "years", yil="2025", kalem="harcama-03"))
    assert "2025 yılında aylara göre harcama: 03 Mal ve Hizmet Alım Giderleri" in html


def test_a_day_that_is_none_is_dropped_and_said(run_page: RunPage) -> None:
    app = run_page("butce", "years", yil="2025", tarih="2025-03-31")
    assert any("tarih" in info.value for info in app.info)
    assert "31.12.2025 tarihine kadar" in html_of(app)


def test_an_activity_tells_what_was_spent_on_it(run_page: RunPage) -> None:
    html = html_of(run_page("butce", "years", yil="2025", faaliyet="4"))
    assert "2025 yılının 4. faaliyetine 31.12.2025 tarihine kadar 11.300.000 TL harcandı" in html
    assert "Bütçenin uygulanması" not in html_of(
        run_page("butce", "years", yil="2024", faaliyet="4")
    )
