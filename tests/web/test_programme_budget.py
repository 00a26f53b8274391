"""A programme budget in every figure, file, briefing and answer: it works, adds up, and speaks of
programmes and sub-programmes alone."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from starlette.testclient import TestClient

from db import engine, load
from kbb_data.schema import BY_NAME, PROGRAMME_BUDGET, tables_of
from present.briefing.build import briefing, things
from present.briefing.model import Topic, plain
from present.budget.choices import BudgetChoices
from present.budget.model import View
from present.figures.registry import ENTRIES, drawn
from present.figures.setting import of_edition
from present.kit.entry import Entry
from present.kit.setting import LANGUAGE, Setting
from present.kit.text import LANGUAGES, TURKISH, using
from present.opendata.source import Library
from present.picture.frame import picture
from present.picture.sizes import Size
from tests.support import committed, programme_budget
from tests.support.figures import outline, rows
from tests.support.forms import strange
from tests.support.people import read
from tests.web.conftest import client_of

NAMES = ("printed", "coded", "mixed", "least")


@pytest.fixture(scope="module")
def folders(folder: Path) -> Mapping[str, Path]:
    """The datasets: both printed variants, one with some codes and units, and one with next to
    nothing."""
    base = folder / "budget"
    printed = programme_budget.printed(base / "printed")
    return {
        "printed": printed,
        "coded": programme_budget.coded(base / "coded"),
        "mixed": programme_budget.mixed(printed, base / "mixed"),
        "least": programme_budget.least(printed, base / "least"),
    }


@pytest.fixture(scope="module")
def urls(folder: Path, folders: Mapping[str, Path]) -> Mapping[str, str]:
    """A database each."""
    addresses = {name: f"sqlite:///{folder / f'budget-{name}.sqlite'}" for name in NAMES}
    for name, url in addresses.items():
        load.build(folders[name], url)
    return addresses


@pytest.fixture(scope="module")
def clients(urls: Mapping[str, str]) -> Mapping[str, TestClient]:
    """The routes over each."""
    return {name: client_of(url) for name, url in urls.items()}


@cache
def setting_of(url: str, language: str) -> Setting:
    reading = engine.create(url)
    library = Library(lambda: reading, keep_seconds=3600)
    with using(language):
        return of_edition(library, library.editions()[0], is_dark=False)


def own_words(folder: Path) -> frozenset[str]:
    """What the document itself says, which may hold any word."""
    words = set()
    for name, table in BY_NAME.items():
        texts = [place for place, column in enumerate(table.columns) if column.type == "string"]
        with (folder / f"{name}.csv").open(encoding="utf-8") as file:
            for row in list(csv.reader(file))[1:]:
                words |= {row[place] for place in texts if len(row[place]) > 20}
    return frozenset(words)


def asked(setting: Setting) -> Iterator[tuple[Entry, Any]]:
    return ((entry, choices) for entry in ENTRIES for choices in entry.presets(setting))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_figure_speaks_of_its_own_form(
    urls: Mapping[str, str], folders: Mapping[str, Path], name: str, language: str
) -> None:
    setting, own = setting_of(urls[name], language), own_words(folders[name])
    seen = 0
    for entry, choices in asked(setting):
        figure = drawn(setting, entry.slug, choices).figure
        with using(language, setting.form):
            told = [
                *(figure.title, figure.subtitle, figure.sentence, figure.source),
                *map(str, figure.notes),
                *(column.label for column in figure.columns),
                *(cell for row in rows(figure) for cell in row),
            ]
        for text in told:
            assert strange(text, language, own) == [], (entry.slug, choices)
        assert figure.sentence
        assert len(figure.table), (entry.slug, choices)
        seen += 1
    assert seen > 12


@pytest.mark.parametrize("slug", ["genel-bakis", "yuz-lira", "butce"])
def test_a_total_that_is_ours_is_told_as_such_with_its_figure(
    clients: Mapping[str, TestClient], slug: str
) -> None:
    notes = {
        "tr": "Belgenin toplamı bu belgede yok; 681.000.000 TL tutarındaki toplam faaliyetlerden",
        "en": "not in this document; the total of 681,000,000 TL is the sum of its activities",
    }
    for language, note in notes.items():
        query = {LANGUAGE: language}
        for of, is_told in (("least", True), ("printed", False)):
            below = read(clients[of].get(f"/grafik/{slug}.tr.csv", params=query).content).notes
            assert (note in below) is is_told
        for ending in ("txt", "csv-metadata.json", "json"):
            path = f"/grafik/{slug}.{ending}"
            assert note in clients["least"].get(path, params=query).text
            assert note not in clients["printed"].get(path, params=query).text
    if slug == "butce":
        part = clients["least"].get("/grafik/butce.txt", params={"amac": "1"}).text
        assert notes["tr"] not in part


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_has_every_format(
    urls: Mapping[str, str], clients: Mapping[str, TestClient], name: str
) -> None:
    """Every figure is laid out for every size, and drawn in one of them, each size with figures of
    all kinds; one of each document's as PNG, which is made of the SVG whatever it shows."""
    setting = setting_of(urls[name], TURKISH)
    drawings: dict[str, Any] = {}
    for entry, choices in asked(setting):
        query = entry.query(choices)
        for language in LANGUAGES:
            asked_for = {**query, **({LANGUAGE: language} if language != TURKISH else {})}
            for ending in ("csv", "tr.csv", "xlsx", "json", "txt"):
                answer = clients[name].get(f"/grafik/{entry.slug}.{ending}", params=asked_for)
                assert answer.status_code == 200, (entry.slug, query, ending, answer.text[:300])
        if entry.slug in drawings:
            continue
        size = list(Size)[len(drawings) % len(Size)]
        for ending in ("svg",) if drawings else ("svg", "png"):
            answer = clients[name].get(
                f"/grafik/{entry.slug}.{ending}", params={**query, "boyut": size.value}
            )
            assert answer.status_code == 200, (entry.slug, query, size, answer.text[:300])
        figure = drawings[entry.slug] = drawn(setting, entry.slug, choices).figure
        for size in Size:
            with using(TURKISH, setting.form):
                laid = picture(figure, size, outline, is_dark=False, version="1", address="x").svg
            assert figure.title.split()[0] in laid
        embed = clients[name].get(f"/gomulu/{entry.slug}", params={**query, "tema": "acik"})
        assert embed.status_code == 200, (entry.slug, embed.text[:300])
        assert strange(embed.text.partition("<body")[2], TURKISH, own_words_of(setting)) == []
    absent = {entry.slug for entry in ENTRIES} - drawings.keys()
    for slug in sorted(absent):
        answer = clients[name].get(f"/grafik/{slug}.csv")
        assert (answer.status_code, answer.json()["type"]) == (404, "/api/v1/#absent"), slug


def own_words_of(setting: Setting) -> frozenset[str]:
    """The document's longer words, escaped as HTML has them."""
    frames = [setting.frame(name) for name in ("goals", "activities", "indicators", "findings")]
    texts = (
        str(cell)
        for frame in frames
        for column in frame.select_dtypes("object").columns
        for cell in frame[column]
    )
    return frozenset(text for text in texts if len(text) > 20)


SUMS = {
    View.AIM: "top.code",
    View.GOAL: "activities.goal",
    View.ACTIVITY: "activities.activity",
    View.UNIT: "coalesce(activities.spending_unit, 'unstated')",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("view", SUMS)
def test_rows_add_up_to_the_total(urls: Mapping[str, str], name: str, view: View) -> None:
    with sqlite3.connect(urls[name].removeprefix("sqlite:///")) as database:
        stated = dict(
            database.execute(
                f"select {SUMS[view]}, sum(coalesce(activities.budget, 0)"
                " + coalesce(activities.off_budget, 0)) from activities"
                " join hierarchy leaf on leaf.level = 'sub_programme'"
                " and leaf.code = cast(activities.goal as text)"
                " join hierarchy top on top.level = 'programme' and top.code = leaf.top"
                " group by 1"
            )
        )
    setting = setting_of(urls[name], TURKISH)
    figure = drawn(setting, "butce", BudgetChoices(view=view.value)).figure
    table = figure.table.set_index("key")["amount_kurus"]
    whole = int(table.get("total", table.sum()))
    assert whole == sum(stated.values()) == setting.totals.total_kurus
    assert {str(key): int(amount) for key, amount in stated.items() if amount} == {
        str(key): int(amount) for key, amount in table.items() if key != "total" and amount
    }


@pytest.mark.parametrize("view", [View.CODE, View.SOURCE])
@pytest.mark.parametrize("name", NAMES)
def test_money_without_a_code_has_a_row_of_its_own(
    urls: Mapping[str, str], name: str, view: View
) -> None:
    with sqlite3.connect(urls[name].removeprefix("sqlite:///")) as database:
        (budget, off_budget), (coded,), (sourced,) = (
            database.execute(statement).fetchone()
            for statement in (
                "select sum(budget), sum(off_budget) from activities",
                "select coalesce(sum(amount), 0) from activity_costs",
                "select coalesce(sum(amount), 0) from off_budget_resources",
            )
        )
    setting = setting_of(urls[name], TURKISH)
    table = drawn(setting, "butce", BudgetChoices(view=view.value)).figure.table
    amounts = dict(zip(table["key"], table["amount_kurus"], strict=True))
    labels = dict(zip(table["key"], table["label"], strict=True))
    without = budget - coded if view is View.CODE else off_budget - sourced
    assert int(amounts.get("unstated", 0)) == without
    if without:
        assert labels["unstated"] == (
            "Kodu yazılmayan" if view is View.CODE else "Bütçe dışı: kaynağı yazılmayan"
        )
    assert int(amounts.get("total", table["amount_kurus"].sum())) == budget + off_budget


def test_a_total_that_is_not_printed_is_ours_and_said_to_be(urls: Mapping[str, str]) -> None:
    printed, least = (setting_of(urls[name], TURKISH) for name in ("printed", "least"))
    assert not printed.are_totals_added
    assert printed.totals.total_kurus == 681_000_000_00
    assert least.are_totals_added
    assert least.totals.budget_kurus is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_briefing_speaks_of_its_own_form(
    urls: Mapping[str, str], folders: Mapping[str, Path], name: str, language: str
) -> None:
    setting, own = setting_of(urls[name], language), own_words(folders[name])
    for kind in Topic:
        for key in things(setting, kind):
            made = briefing(setting, kind, key)
            said = {**asdict(made), "kind": "", "key": "", "address": ""}
            text = plain(json.dumps(said, ensure_ascii=False, default=str))
            assert strange(text, language, own) == [], (kind, key)
    assert things(setting, Topic.AIM)


def test_a_briefing_is_set(clients: Mapping[str, TestClient]) -> None:
    answer = clients["printed"].get("/brifing/amac/1.pdf")
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")


def titles(content: Any) -> Iterator[str]:
    """The texts for people in a description: titles, meanings, descriptions."""
    if isinstance(content, dict):
        for name, value in content.items():
            if name in ("title", "titles", "meaning", "dc:description", "dc:title", "description"):
                yield json.dumps(value, ensure_ascii=False)
            else:
                yield from titles(value)
    elif isinstance(content, list):
        for value in content:
            yield from titles(value)


@pytest.mark.parametrize("name", NAMES)
def test_open_data_bear_their_own_headings(
    clients: Mapping[str, TestClient], folders: Mapping[str, Path], name: str
) -> None:
    client, own = clients[name], own_words(folders[name])
    described = client.get("/api/v1/tables").json()
    names = [table["name"] for table in described["tables"]]
    assert names == [table.name for table in tables_of(PROGRAMME_BUDGET)]
    assert not {"aims", "objectives", "goals"} & set(names)
    answers = [
        described,
        client.get("/veri/csv-metadata.json").json(),
        client.get("/veri/mali/datapackage.json").json(),
        *(client.get(f"/veri/{table}.csv-metadata.json").json() for table in names),
    ]
    for content in answers:
        for text in titles(content):
            # The first title of a column is its name in the file.
            shown = text.replace('"und": ["goal"]', "").replace('"und": ["aim"]', "")
            assert strange(shown, "tr", own) == []
            assert strange(shown, "en", own) == []
    for table in names:
        assert client.get(f"/api/v1/{table}?limit=3").status_code == 200
        assert client.get(f"/veri/{table}.csv").status_code == 200
        book = openpyxl.load_workbook(io.BytesIO(client.get(f"/veri/{table}.xlsx").content))
        heads = [str(cell.value) for cell in next(book.worksheets[0].iter_rows(max_row=1))]
        notes = [
            str(cell)
            for sheet in book.worksheets[1:]
            for row in sheet.iter_rows(values_only=True)
            for cell in row
        ]
        for text in (*heads, *notes):
            assert strange(text.replace("None", ""), "tr", own) == [], table
    assert client.get("/api/v1/goals").json()["total"] == 0


def test_the_fiscal_package_names_programmes(clients: Mapping[str, TestClient]) -> None:
    file = clients["mixed"].get("/veri/mali/faaliyet-maliyetleri.csv").text
    lines = list(csv.DictReader(io.StringIO(file)))
    assert {line["aim_name"] for line in lines} == {
        "Şehir İçi Ulaşım",
        "Çevre ve Yeşil Alanlar",
        "Kültür ve Sosyal Hizmetler",
        "Yönetim ve Destek Programı",
    }
    assert any(not line["economic_code"] and not line["spending_unit"] for line in lines)
    activities = clients["mixed"].get("/api/v1/activities").json()["rows"]
    budgets = sum(float(activity["budget"] or 0) for activity in activities)
    assert sum(float(line["amount"] or 0) for line in lines) == pytest.approx(budgets)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_api_is_described_in_the_newest_programmes_words(
    clients: Mapping[str, TestClient], language: str
) -> None:
    page = clients["printed"].get("/api/v1/", params={"lang": language}).text
    assert "/api/v1/hierarchy?level=sub_programme" in page
    assert clients["printed"].get("/api/v1/hierarchy?level=sub_programme").json()["total"] == 8
    refusal = clients["printed"].get("/api/v1/openapi.json", params={"lang": language})
    assert refusal.status_code == 200


def test_each_programme_of_a_database_speaks_for_itself(
    folder: Path, folders: Mapping[str, Path], kayseri_url: str
) -> None:
    url = committed.database(folder / "two-forms.sqlite")
    load.build(folders["printed"], url)
    client = client_of(url)
    new = client.get("/grafik/butce.json").json()
    old = client.get("/grafik/butce.json", params={"yil": "2025"}).json()
    alone = client_of(kayseri_url).get("/grafik/butce.json").json()
    assert new["title"] == "Tüm bütçe: Programlara göre"
    assert old["title"] == alone["title"] == "Tüm bütçe: Stratejik amaçlara göre"
    assert old["rows"] == alone["rows"]
