"""Açık veri: every table with its files, the package, versions, changes, citation."""

from __future__ import annotations

import csv
import re
import tomllib
from html import unescape

import pytest

from kbb_data.schema import TABLES
from present.kit.text import catalogue
from present.web.files import Files
from tests.app.conftest import RunPage, html_of
from tests.support.datasets import KAYSERI

NAMES = [table.name for table in TABLES]
ENDINGS = ("tr.csv", "xlsx", "csv", "json", "parquet")
#: The tables that are made of others, by the end of their addresses; they stand first.
JOINED = {
    "activity_costs_named": "mali/faaliyet-maliyetleri",
    "indicators_by_year": "gostergeler-yan-yana",
}


def rows_of(name: str) -> int:
    """How many rows a committed CSV file has."""
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return len(list(csv.reader(file))) - 1


def cards(html: str) -> dict[str, str]:
    """The HTML of each table's card, by the table's name."""
    parts = html.split('<section class="kv-table" id="tablo-')[1:]
    return {part.split('"')[0]: part.split("</section>")[0] for part in parts}


def ordered() -> list[str]:
    """The tables as the page has them: joined ones, those of several rows, the rest."""
    several = [name for name in NAMES if rows_of(name) > 1]
    return [*JOINED, *several, *(name for name in NAMES if name not in several)]


def test_every_table_stands_there_with_its_rows_and_files(run_page: RunPage) -> None:
    html = html_of(run_page("veri"))
    shown = cards(html)
    assert list(shown) == ordered()
    assert "programme" in ordered()[-12:]
    for name, path in JOINED.items():
        links = re.findall(r'href="([^"]+)" download', shown[name])
        assert links == [f"/veri/{path}.{ending}" for ending in ENDINGS]
    assert re.findall(r'href="(/veri/cografya/[^"]+)"', html) == [
        "/veri/cografya/ilceler-ve-tesisler.gpkg",
        "/veri/cografya/ilceler.geojson",
        "/veri/cografya/tesisler.geojson",
    ]
    for table in TABLES:
        card = shown[table.name]
        count = f"{rows_of(table.name):,}".replace(",", ".")
        assert f"· {count} satır · {len(table.columns)} sütun" in card
        assert table.tr in unescape(card)
        links = re.findall(r'href="([^"]+)" download', card)
        assert links == [f"/veri/{table.name}.{ending}" for ending in ENDINGS]
        for column in table.columns:
            assert f">{column.name}</th>" in card


def test_a_size_is_that_of_the_file(run_page: RunPage) -> None:
    shown = cards(html_of(run_page("veri")))
    for name in ("activities", "assets", "findings"):
        size = (KAYSERI / f"{name}.csv").stat().st_size
        assert f"CSV (kesin, RFC 4180) <span>{size / 1000:.0f} KB</span>" in shown[name]


def test_the_catalogue_of_all_programmes_is_not_written_to_tell_its_size(
    run_page: RunPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(Files, "dcat")
    html = html_of(run_page("veri", "invented", yil="2025"))
    line = html.split('href="/veri/catalog.jsonld"')[1].split("</li>")[0]
    assert "Katalog" in line
    assert "kv-size" not in line
    assert "kv-size" in html.split("csv-metadata.json")[1].split("</li>")[0]


def test_the_dataset_is_identified_and_cited(run_page: RunPage) -> None:
    html = html_of(run_page("veri"))
    package = (KAYSERI / "datapackage.json").read_text("utf-8")
    version = re.findall(r'"version": "([^"]+)"', package)[0]
    sha256 = re.findall(r'^  "hash": "([^"]+)"', package, re.M)[0]
    assert f"<dd><code>{version}</code></dd>" in html
    assert f"<dd><code>{sha256}</code></dd>" in html
    assert f"Performans Programı açık verisi. Sürüm {version}." in html
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in html
    assert f"/veri/{version}/kbb-2025.zip" in html
    assert 'href="/veri/kbb-2025.zip"' in html
    total = sum(rows_of(name) for name in NAMES)
    assert f"<dd>{total:,}</dd>".replace(",", ".") in html


def test_changes_are_told_newest_first(run_page: RunPage) -> None:
    html = unescape(html_of(run_page("veri")))
    kept = tomllib.loads((KAYSERI / "changes.toml").read_text("utf-8"))["change"]
    assert len(kept) > 1
    kinds = {"addition": "Ekleme", "correction": "Düzeltme", "revision": "Güncelleme"}
    newest = sorted(kept, key=lambda change: change["date"], reverse=True)
    places = [
        html.index(f"· {kinds[change['kind']]}:</strong> {change['text']}") for change in newest
    ]
    assert places == sorted(places)


def test_the_way_to_the_api_is_shown(run_page: RunPage) -> None:
    html = html_of(run_page("veri"))
    for address in ("/api/v1/", "/api/v1/openapi.json", "/api/v1/tables"):
        assert f'href="{address}"' in html
    assert "/api/v1/activities?sort=-budget&amp;limit=10" in html


def test_another_programme_keeps_its_address(run_page: RunPage) -> None:
    newest = html_of(run_page("veri", "invented"))
    assert 'href="/veri/kbb-2027.zip"' in newest
    assert "/kbb-2025.zip" not in newest
    assert catalogue()["opendata.changes_none"] in newest
    older = html_of(run_page("veri", "invented", yil="2025"))
    assert 'href="/veri/kbb-2025.zip?kurum=kayseri-buyuksehir-belediyesi"' in older
    links = re.findall(r'href="(/veri/goals\.csv[^"]*)"', older)
    assert [unescape(one) for one in links] == [
        "/veri/goals.csv?yil=2025&kurum=kayseri-buyuksehir-belediyesi"
    ]


def test_without_a_programme_the_page_is_calm(run_page: RunPage) -> None:
    assert catalogue()["common.empty_programme"][:30] in html_of(run_page("veri", "empty"))


def test_the_english_page_has_english_names_and_the_same_files(run_page: RunPage) -> None:
    html = html_of(run_page("veri", lang="en"))
    shown = cards(html)
    assert list(shown) == ordered()
    for table in TABLES:
        assert f"<h3>{table.en} <span" in unescape(shown[table.name])
        assert re.findall(r'href="([^"]+)" download', shown[table.name]) == [
            f"/veri/{table.name}.{ending}" for ending in ENDINGS
        ]
    body = html.partition("kbb-footer")[0]
    assert "satır" not in body
    assert 'href="/api/v1/?lang=en"' in body


@pytest.mark.parametrize("table", NAMES)
def test_every_table_is_told_in_both_languages(table: str) -> None:
    for language in ("tr", "en"):
        assert catalogue(language)[f"opendata.row_{table}"].endswith(".")
