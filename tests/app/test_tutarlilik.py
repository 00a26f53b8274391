"""Belge tutarlılığı: every check, every finding, filters in the address, one finding alone."""

from __future__ import annotations

import csv
import re
from decimal import Decimal

import pytest

from present.kit.setting import Setting
from tests.app.conftest import RunPage, html_of, steps_of
from tests.support import people
from tests.support.datasets import KAYSERI


def rows(name: str) -> list[dict[str, str]]:
    """A table of the committed dataset, read without the project's own readers."""
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(html: str) -> list[str]:
    """The codes of the findings in the list, in order."""
    return re.findall(r'data-finding="([^"]+)"', html)


def lira(amount: Decimal) -> str:
    return f"{amount:,.0f}".replace(",", ".") + " TL"


def by_code(code: str) -> tuple[Decimal, Decimal]:
    """An economic code in table 2.5 and in all cost tables, from the raw files."""
    stated = next(row["activities"] for row in rows("resource_needs") if row["line"] == code)
    costs = [row["amount"] for row in rows("activity_costs") if row["economic_code"] == code]
    return Decimal(stated), sum((Decimal(cost) for cost in costs if cost), Decimal(0))


#: Kinds of findings: how a sentence counts them, and what stands on their tile.
KINDS = {
    "disagrees": ("uyuşmazlık", "uyuşmuyor"),
    "slip": ("yazım yanlışı", "yazım yanlışı"),
    "blank": ("boş yer", "boş yer"),
    "reading": ("okuma", "okuma"),
    "question": ("soru", "soru"),
}


def told_apart() -> str:
    """How many findings of each kind there are, as the page says it."""
    counts = {kind: sum(row["kind"] == kind for row in rows("findings")) for kind in KINDS}
    return ", ".join(f"{count} {KINDS[kind][0]}" for kind, count in counts.items() if count)


def test_all_findings_are_there_and_counts_add_up(run_page: RunPage) -> None:
    html = html_of(run_page("tutarlilik"))
    assert sorted(shown(html)) == sorted(row["finding"] for row in rows("findings"))
    compared = sum(int(row["compared"]) for row in rows("checks"))
    assert compared > 4157
    assert f"{compared:,} karşılaştırma".replace(",", ".") in html
    agreeing = f"{compared - len(rows('findings')):,} tanesi uyuşuyor".replace(",", ".")
    assert f"{agreeing}. Bulgular: {told_apart()}." in html
    for kind, (_, tile) in KINDS.items():
        count = sum(row["kind"] == kind for row in rows("findings"))
        place = html.partition(f'kt-tile-{kind}">')[2].partition("</li>")[0]
        assert f"<b>{count}</b> <span>{tile}</span>" in place
        assert f'href="/tutarlilik?nitelik={kind}#bulgular"' in place
    for row in rows("checks"):
        assert row["title"].replace("'", "&#x27;") in html


def test_first_stands_what_two_tables_say_differently(run_page: RunPage) -> None:
    html = html_of(run_page("tutarlilik"))
    lead = html.partition('class="kt-lead"')[2].partition("</section>")[0]
    for code in ("03", "05"):
        stated, added = by_code(code)
        assert abs(stated - added) == 40_000_000
        assert lira(stated) in lead
        assert lira(added) in lead
    assert "Belgenin iki yeri arasında 40.000.000 TL fark var" in lead
    assert "hangisinin doğru olduğunu belge söylemiyor" in lead
    assert "Mal ve Hizmet Alım Giderleri" in lead
    assert 'href="/tutarlilik?bulgu=economic-codes.03"' in lead


@pytest.mark.parametrize(
    ("address", "column", "value"),
    [
        ({"tur": "activity-names"}, "check", "activity-names"),
        ({"onem": "high"}, "severity", "high"),
        ({"onem": "low"}, "severity", "low"),
        ({"nitelik": "blank"}, "kind", "blank"),
        ({"nitelik": "question"}, "kind", "question"),
    ],
)
def test_a_filter_in_the_address_narrows_the_list(
    run_page: RunPage, address: dict[str, str], column: str, value: str
) -> None:
    html = html_of(run_page("tutarlilik", **address))
    expected = {row["finding"] for row in rows("findings") if row[column] == value}
    assert set(shown(html)) == expected != set()
    assert f"{len(rows('findings'))} bulgunun {len(expected)} tanesi gösteriliyor" in html


def test_nothing_fits_says_so_and_can_be_cleared(run_page: RunPage) -> None:
    app = run_page("tutarlilik", tur="economic-codes", onem="low")
    assert shown(html_of(app)) == []
    assert app.button(key="reset").label


def test_a_code_that_is_none_opens_the_list_with_a_notice(run_page: RunPage) -> None:
    app = run_page("tutarlilik", bulgu="yok.1", tur="yok", onem="yok")
    assert len(shown(html_of(app))) == len(rows("findings"))
    assert "bulgu" in app.info[0].value


def test_one_finding_alone_names_what_could_explain_it(run_page: RunPage) -> None:
    for code in ("03", "05"):
        html = html_of(run_page("tutarlilik", bulgu=f"economic-codes.{code}"))
        assert shown(html) == []
        stated, added = by_code(code)
        assert lira(stated) in html
        assert lira(added) in html
        expected = [
            (Decimal(row["amount"]), row["activity"])
            for row in rows("activity_costs")
            if row["economic_code"] == "03" and Decimal(row["amount"] or 0) >= 40_000_000
        ]
        table = html.partition("kt-candidates")[2]
        links = re.findall(r'href="/butce\?faaliyet=(\d+)"', table)
        over = [activity for _, activity in sorted(expected)]
        under = [
            (-Decimal(row["amount"]), int(row["activity"]))
            for row in rows("activity_costs")
            if row["economic_code"] == "05"
            and Decimal(row["amount"] or 0) > 0
            and row["activity"] not in over
        ]
        assert links == [*over, *(str(activity) for _, activity in sorted(under))]
        assert links[0] == "59"
        assert "40.650.000 TL" in table
        count = f'<span class="kbb-brief">{len(links)} faaliyet</span>'
        assert f"<h2>Bu fark hangi faaliyette?</h2> {count}" in html
        assert "tam 40.000.000 TL olan bir faaliyet yok" in html


def test_one_finding_leads_to_what_it_is_about(run_page: RunPage) -> None:
    html = html_of(run_page("tutarlilik", bulgu="activity-names.75"))
    activity = next(row for row in rows("activities") if row["activity"] == "75")
    assert 'href="/butce?faaliyet=75"' in html
    assert f'href="/hedef?hedef={activity["goal"]}"' in html
    assert f'href="/birimler?birim={activity["spending_unit"]}"' in html
    assert "sıvıt</mark>" in html
    indicator = html_of(run_page("tutarlilik", bulgu="indicator-readings.22.3.2024"))
    assert 'href="/gostergeler?gosterge=22.3"' in indicator
    assert ">40.00<" in indicator
    assert ">40.000<" in indicator
    asset = html_of(run_page("tutarlilik", bulgu="asset-totals.mezarliklar.melikgazi"))
    assert 'href="/ilce?ilce=melikgazi"' in asset
    assert "7.300 m² fazla" in asset


def test_neighbours_are_those_of_the_list(run_page: RunPage) -> None:
    labels = steps_of(html_of(run_page("tutarlilik", bulgu="economic-codes.03")))
    assert "Önceki bulgu" not in labels
    assert "Sonraki bulgu" in labels
    app = run_page("tutarlilik", bulgu="economic-codes.05", tur="economic-codes")
    labels = steps_of(html_of(app))
    assert "Önceki bulgu" in labels
    assert "Sonraki bulgu" not in labels


def test_the_file_holds_what_is_shown(run_page: RunPage) -> None:
    files: dict[str, bytes] = {}

    def keep(label: str, data: bytes, file_name: str, **_: object) -> None:
        files[file_name] = data

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pages.tutarlilik.st.download_button", keep)
        run_page("tutarlilik", tur="unit-spelling", onem="low")
    ((name, data),) = files.items()
    assert name.startswith("kayseri-buyuksehir-belediyesi-2025-tutarlilik-bulgulari-unit-spelling")
    lines = people.read(data).dicts()
    expected = {row["finding"] for row in rows("findings") if row["check"] == "unit-spelling"}
    assert {line["Bulgu kodu"] for line in lines} == expected != set()


def test_what_could_not_be_checked_is_said(run_page: RunPage) -> None:
    html = html_of(run_page("tutarlilik"))
    blank = sum(row["value"] == "" for row in rows("indicator_values"))
    assert f"{blank} gösterge değeri belirtilmemiş" in html
    assert "2.177.926.000 TL genel yönetim gideri" in html


def test_english_keeps_the_documents_words_marked(run_page: RunPage) -> None:
    html = html_of(run_page("tutarlilik", lang="en"))
    assert "Two places in the document differ by 40,000,000 TL" in html
    assert '<span lang="tr">03 Mal ve Hizmet Alım Giderleri</span>' in html
    assert "Economic codes in the cost tables and table 2.5" in html
    assert "bulgu=economic-codes.03" in html
    assert "lang=en" in html
    alone = html_of(run_page("tutarlilik", lang="en", bulgu="activity-names.75"))
    assert "2 words differ" in alone
    assert "Activity 75</a>" in alone


def test_another_programme_has_its_own_findings(run_page: RunPage) -> None:
    html = html_of(run_page("tutarlilik", "invented"))
    page = html.partition('class="kbb-footer"')[0]
    assert "economic-codes.03" in shown(page)
    assert "40.000.000" not in page
    assert "Çamlıova" in page
    # The greatest difference among the gravest stands first, whatever check found it.
    lead = page.partition('class="kt-lead"')[2].partition("</section>")[0]
    assert "5.000.000 TL fark" in lead
    alone = html_of(run_page("tutarlilik", "invented", bulgu="economic-codes.03"))
    assert "300.000 TL" in alone.partition("kt-candidates")[2]


@pytest.mark.parametrize("idle", [False, True])
def test_a_programme_without_findings_says_that_all_checks_ran_or_which_did_not(
    run_page: RunPage, monkeypatch: pytest.MonkeyPatch, idle: bool
) -> None:
    real = Setting.frame

    def sound(setting: Setting, question: str) -> object:
        frame = real(setting, question)
        if question == "findings":
            return frame.iloc[:0]
        if question != "checks":
            return frame
        kinds = ("failed", "slips", "blank", "readings", "questions")
        frame = frame.assign(**dict.fromkeys(kinds, 0))
        if idle:
            is_idle = frame["check"] == "staff-totals"
            frame = frame.assign(
                state=frame["state"].mask(is_idle, "no_table"),
                compared=frame["compared"].mask(is_idle, 0),
            )
        return frame

    monkeypatch.setattr(Setting, "frame", sound)
    html = html_of(run_page("tutarlilik"))
    assert "Bulgu yok" in html
    assert "hiçbir bulgu çıkmadı" in html
    assert shown(html) == []
    count = len(rows("checks"))
    compared = sum(
        int(row["compared"]) for row in rows("checks") if not idle or row["check"] != "staff-totals"
    )
    told = f"{compared:,} karşılaştırma yaptı".replace(",", ".")
    if idle:
        assert f"{count} denetimden {count - 1} tanesi çalıştı ve {told}" in html
        title = "Personel: cinsiyet, öğrenim ve toplamlar"
        assert f"tablosu bulunmadığı için çalışmayan denetimler: {title}." in html
    else:
        assert f"{count} denetimin hepsi çalıştı ve {told}" in html
    # Which check made how many comparisons stands in the table, which is open.
    table = html.partition("<table")[2].partition("</table>")[0]
    for row in rows("checks"):
        assert row["title"].replace("'", "&#x27;") in table
    assert ("tablosu yok, çalışmadı" in table) is idle


def test_a_figure_as_we_read_it_is_no_turkish_word(run_page: RunPage) -> None:
    html = html_of(run_page("tutarlilik", lang="en", bulgu="indicator-readings.22.3.2024"))
    assert "<dd>40,000</dd>" in html
    assert '<dd><span lang="tr">40.00</span></dd>' in html
