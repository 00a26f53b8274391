"""Briefings as PDF: the same figures as the dataset's files, few pages, tagged, kept, refused."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from pypdf import PdfReader
from starlette.testclient import TestClient

from db import engine
from kbb_data.turkish import fold, slug
from present.briefing.build import things
from present.briefing.model import Topic, plain
from present.figures.setting import of_edition
from present.kit.setting import Setting
from present.kit.text import using
from present.kit.writing import money
from present.opendata.source import Library
from tests.support.datasets import KAYSERI
from tests.support.pdf import pages
from tests.support.pdf_ua import lacks, links
from tests.web.conftest import PUBLIC, problem

MOST_BYTES, MOST_PAGES = 500_000, 4


@pytest.fixture(scope="module")
def setting(kayseri_url: str) -> Setting:
    """The committed programme."""
    reading = engine.create(kayseri_url)
    library = Library(lambda: reading)
    return of_edition(library, library.editions()[0], is_dark=False)


def rows(name: str) -> list[dict[str, str]]:
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def words(pdf: bytes) -> str:
    """All text of a PDF, hyphens at line ends and line breaks undone."""
    text = "\n".join(pages(pdf))
    return " ".join(text.replace("-\n", "").replace("\u00ad", "").split())


def kurus(activities: set[str]) -> int:
    """What the dataset's files plan for activities, budget and off-budget."""
    costs = [*rows("activity_costs"), *rows("off_budget_resources")]
    lira = sum(Decimal(row["amount"] or 0) for row in costs if row["activity"] in activities)
    return int(lira * 100)


def activities_of(aim: str = "", unit: str = "") -> set[str]:
    """The numbers of the activities below an aim, or of a unit."""
    objectives = {row["objective"] for row in rows("objectives") if row["aim"] == aim}
    goals = {row["goal"] for row in rows("goals") if row["objective"] in objectives}
    return {
        row["activity"]
        for row in rows("activities")
        if row["goal"] in goals or row["spending_unit"] == unit
    }


@pytest.mark.parametrize("topic", Topic)
def test_every_briefing_is_short_tagged_and_of_our_fonts(
    kayseri: TestClient, setting: Setting, topic: Topic
) -> None:
    names = things(setting, topic)
    assert len(names) == {"komisyon": 6, "birim": 25, "amac": 7, "ilce": 16}[topic]
    for key, name in names.items():
        answer = kayseri.get(f"/brifing/{topic}/{key}.pdf")
        assert answer.status_code == 200, answer.text[:300]
        assert answer.headers["content-type"] == "application/pdf"
        assert len(answer.content) < MOST_BYTES
        pdf = PdfReader(io.BytesIO(answer.content))
        assert 1 <= len(pdf.pages) <= MOST_PAGES, key
        if topic is Topic.DISTRICT:
            assert len(pdf.pages) == 2, key
        root = pdf.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert "/StructTreeRoot" in root
        assert root["/Lang"].startswith("tr")
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert b"pdfuaid:part" in root["/Metadata"].get_data()
        assert pdf.metadata is not None
        assert pdf.metadata.title == (
            f"Brifing: {plain(name)}, 2025 performans programı, Kayseri Büyükşehir Belediyesi"
        )
        # It is the dashboard that asks, not the municipality.
        assert pdf.metadata.author == "Kayseri Açık Bütçe"
        for page in pdf.pages:
            assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
            fonts = page["/Resources"]["/Font"].values()
            assert all("KBBSans" in font.get_object()["/BaseFont"] for font in fonts)


@pytest.mark.parametrize("aim", [row["aim"] for row in rows("aims")])
def test_an_aims_figures_are_the_datasets(kayseri: TestClient, aim: str) -> None:
    text = words(kayseri.get(f"/brifing/amac/{aim}.pdf").content)
    own = activities_of(aim=aim)
    assert money(kurus(own)) in text
    dearest = max(own, key=lambda activity: kurus({activity}))
    assert money(kurus({dearest})) in text
    assert f"{len(own)} faaliyet" in text


def test_a_units_figures_are_the_datasets(kayseri: TestClient) -> None:
    text = words(kayseri.get("/brifing/birim/fen-isleri.pdf").content)
    assert money(kurus(activities_of(unit="fen-isleri"))) in text
    assert "Fen İşleri Daire Başkanlığı" in text


def held(scope: dict[str, str]) -> set[str]:
    """The activities that a judged scope names, from the files alone."""
    column = {"goal": "goal", "activity": "activity", "spending_unit": "spending_unit"}
    name = column.get(scope["kind"])
    return {row["activity"] for row in rows("activities") if name and row[name] == scope["key"]}


COMMITTEES = sorted({row["committee"] for row in rows("committees")})


@pytest.mark.parametrize("committee", COMMITTEES)
@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_committees_money_is_that_of_its_activities(
    kayseri: TestClient, committee: str, language: str
) -> None:
    address = f"/brifing/komisyon/{slug(committee)}.pdf?lang={language}"
    text = words(kayseri.get(address).content)
    scopes = [row for row in rows("committee_scopes") if row["committee"] == committee]
    if any(row["kind"] == "programme" for row in scopes):
        amounts = [_lira(row["total"]) for row in rows("resource_needs") if row["line"] == "total"]
        amounts += [_lira(row["total"]) for row in rows("resource_needs") if row["line"] == "09"]
    else:
        parts = [held(row) for row in scopes if row["kind"] != "indicator"]
        amounts = [kurus(set().union(*parts)), *(kurus(part) for part in parts)]
    for amount in amounts:
        written = money(amount)
        assert (written if language == "tr" else written.replace(".", ",")) in text
    seated = [row for row in rows("committees") if row["committee"] == committee]
    assert all(fold(row["name"].split()[-1])[:3] in fold(text) for row in seated)


def _lira(printed: str) -> int:
    return int(Decimal(printed) * 100)


def test_the_committee_of_the_whole_programme_begins_with_the_gravest(kayseri: TestClient) -> None:
    text = words(kayseri.get("/brifing/komisyon/plan-ve-butce-komisyonu.pdf").content)
    gravest, money_title = text.index("Belgede tutmayanlar"), text.index("Para: kim, neye")
    assert gravest < text.index("40.000.000 TL") < money_title
    for code in ("09", "04"):
        (need,) = [row for row in rows("resource_needs") if row["line"] == code]
        asked = text[text.index("Sorulabilecek sorular") :]
        assert money(_lira(need["total"])) in asked
    dearest = max(rows("activities"), key=lambda row: kurus({row["activity"]}))
    assert money(kurus({dearest["activity"]})) in text
    general = next(row for row in rows("resource_needs") if row["line"] == "total")
    assert money(_lira(general["general_administration"])) in text
    # Where the staff's wages stand, with both numbers for personnel.
    (paying,) = [row for row in rows("activities") if row["wages"]]
    personnel = sum(
        _lira(row["amount"]) for row in rows("activity_costs") if row["economic_code"] == "01"
    )
    note = text[text.index(f"{paying['activity']}. faaliyet (") :]
    assert money(kurus({paying["activity"]})) in note
    assert money(personnel) in note
    assert "“Personel” için iki sayı vardır" in note


def test_a_districts_briefing_names_facilities_and_members(kayseri: TestClient) -> None:
    text = words(kayseri.get("/brifing/ilce/talas.pdf").content)
    assert "Program ilçelere göre bütçe vermiyor" in text
    for row in rows("council_members"):
        if row["district"] == "Talas":
            assert row["name"] in text
    libraries = [
        row["name"] for row in rows("assets")
        if row["district"] == "Talas" and row["kind"] == "library"
    ]  # fmt: skip
    assert libraries
    assert all(name in text for name in libraries)
    # On the map residents for each facility, in the table all districts.
    assert "Kalın çizgi Talas ilçesidir." in text
    assert "56.057" in text
    assert "Talas (bu ilçe) 168.172 1 1 1 7" in text


def test_each_page_says_where_it_is_from(kayseri: TestClient) -> None:
    pdf = PdfReader(io.BytesIO(kayseri.get("/brifing/amac/2.pdf").content))
    version = json.loads((KAYSERI / "datapackage.json").read_text())["version"]
    for number, page in enumerate(pdf.pages, 1):
        text = " ".join(page.extract_text().split())
        assert version in text
        assert f"{PUBLIC.partition('://')[2]}/amaclar?amac=2" in text
        assert f"Sayfa {number} / {len(pdf.pages)}" in text


def test_its_addresses_can_be_followed(kayseri: TestClient) -> None:
    content = kayseri.get("/brifing/amac/2.pdf?lang=en").content
    addresses = links(content)
    own = f"{PUBLIC}/amaclar?lang=en&amac=2"
    # The line below the title and the QR code, then where the rest of a table stands.
    assert sorted(addresses[:2]) == [own, own] or addresses[0].startswith(f"{PUBLIC}/amaclar?")
    assert len(addresses) > 2
    text = words(content)
    for address in addresses:
        assert address.startswith(f"{PUBLIC}/")
        assert address.partition("://")[2] in text
    assert lacks(content) == []


def test_english_is_asked_for_by_name(kayseri: TestClient) -> None:
    answer = kayseri.get("/brifing/birim/itfaiye.pdf?lang=en")
    pdf = PdfReader(io.BytesIO(answer.content))
    assert pdf.trailer["/Root"]["/Lang"].startswith("en")
    text = words(answer.content)
    assert "Questions worth asking" in text
    assert "lang=en" in text
    with using("en"):
        assert money(kurus(activities_of(unit="itfaiye"))) in text
    assert "\ue000" not in text


def test_the_same_briefing_is_the_same_bytes_and_is_kept(kayseri: TestClient) -> None:
    first = kayseri.get("/brifing/amac/1.pdf")
    assert first.headers["content-disposition"].endswith('filename="kbb-2025-brifing-amac-1.pdf"')
    again = kayseri.get("/brifing/amac/1.pdf", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    head = kayseri.head("/brifing/amac/1.pdf")
    assert head.content == b""
    assert int(head.headers["content-length"]) == len(first.content)


def test_what_there_is_none_of_is_refused_with_what_there_is(kayseri: TestClient) -> None:
    assert (
        "/brifing/amac/7.pdf"
        in problem(kayseri.get("/brifing/amac/99.pdf"), 404, "unknown-address")["allowed"]
    )
    refused = problem(kayseri.get("/brifing/parti/x.pdf"), 404, "unknown-address")
    assert "/brifing/ilce" in refused["allowed"]
    problem(kayseri.get("/brifing/amac/2"), 404, "unknown-address")
    problem(kayseri.get("/brifing/amac/2.pdf?renk=mavi"), 400, "unknown-parameter")
    problem(kayseri.get("/brifing/amac/2.pdf?lang=de"), 400, "wrong-value")


def test_an_invented_programme_has_its_own(both: TestClient) -> None:
    text = words(both.get("/brifing/amac/1.pdf").content)
    assert "2027" in text
    assert "Kayseri" not in text
    problem(both.get("/brifing/amac/7.pdf"), 404, "unknown-address")
