"""The catalogue: DCAT-AP, a dataset a table, a distribution a format.

``tests/validate/test_catalogues.py`` holds it to the shapes of DCAT-AP.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from db import engine, load
from kbb_data.schema import TABLES
from present.opendata.source import Library
from present.web import files as web_files
from tests.support import committed
from tests.support.datasets import KAYSERI, changed, renamed
from tests.web.conftest import client_of

ENDINGS = ("tr.csv", "xlsx", "csv", "json", "parquet")
JOINED = ("mali/faaliyet-maliyetleri", "gostergeler-yan-yana")

#: What DCAT-AP 3.0 asks for or recommends, of what is known of every programme.
CATALOGUE = {"dct:title", "dct:description", "dct:publisher", "dct:language", "dct:spatial",
             "dct:license", "dct:issued", "dct:modified", "foaf:homepage", "dcat:themeTaxonomy",
             "dcat:dataset", "dcat:service"}  # fmt: skip
DATASET = {"dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:creator",
           "dct:language", "dct:spatial", "dct:temporal", "dct:provenance", "dct:accessRights",
           "dct:license", "dcat:keyword", "dcat:theme", "dcat:landingPage", "dcat:version",
           "dcat:distribution"}  # fmt: skip
DISTRIBUTION = {"dct:title", "dct:format", "dcat:accessURL", "dcat:downloadURL", "dcat:mediaType",
                "dcatap:availability"}  # fmt: skip
SERVICE = {"dct:title", "dct:description", "dct:publisher", "dct:license", "dcat:endpointURL",
           "dcat:endpointDescription", "dcat:servesDataset", "dcat:keyword",
           "dcat:theme"}  # fmt: skip


def datasets(catalogue: dict[str, Any]) -> list[dict[str, Any]]:
    return [own for own in catalogue["dcat:dataset"] if own["@type"] == "dcat:Dataset"]


@pytest.fixture(scope="module")
def catalogue(both: TestClient) -> dict[str, Any]:
    answer = both.get("/veri/catalog.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    content: dict[str, Any] = answer.json()
    return content


def test_it_says_what_dcat_ap_asks_for(catalogue: dict[str, Any]) -> None:
    assert catalogue["@type"] == "dcat:Catalog"
    assert set(catalogue) >= CATALOGUE
    (service,) = catalogue["dcat:service"]
    assert set(service) >= SERVICE
    prefixes = set(catalogue["@context"])
    assert catalogue["@context"]["iana"] == "https://www.iana.org/assignments/media-types/"
    for dataset in datasets(catalogue):
        assert set(dataset) >= DATASET
        assert {name.split(":")[0] for name in dataset if ":" in name} <= prefixes
        for one in dataset["dcat:distribution"]:
            assert set(one) >= DISTRIBUTION
            assert ("dct:license" in one) != one["@id"].partition("?")[0].endswith(
                (".gpkg", ".geojson")
            ), "boundaries have licences of their own"
    dated = [own for own in datasets(catalogue) if "dct:issued" in own]
    assert {own["dct:issued"]["@value"] for own in dated} == {"2026-11-22"}


def test_a_dataset_is_a_table_in_all_its_formats(
    both: TestClient, catalogue: dict[str, Any]
) -> None:
    parts = [own for own in datasets(catalogue) if "dct:isPartOf" in own]
    wholes = [own for own in datasets(catalogue) if "dct:hasPart" in own]
    assert len(wholes) == 2
    assert [part["@id"] for whole in wholes for part in whole["dct:hasPart"]] == [
        part["@id"] for part in parts
    ]
    assert len({part["@id"] for part in parts}) == len(parts)
    for whole in wholes:
        own = [part for part in parts if part["dct:isPartOf"]["@id"] == whole["@id"]]
        files = {
            one["@id"].partition("?")[0].removeprefix("http://testserver/veri/")
            for part in own
            for one in part["dcat:distribution"]
        }
        tables = [table.name for table in TABLES]
        assert {f"{name}.{ending}" for name in [*tables, *JOINED] for ending in ENDINGS} == {
            file for file in files if not file.startswith("cografya/")
        }
        assert all(len(part["dcat:distribution"]) in (1, len(ENDINGS)) for part in own)
    # Each title is true alone: it says whose programme of which year.
    for part in parts:
        turkish, english = (title["@value"] for title in part["dct:title"])
        assert "Yılı Performans Programı)" in turkish
        assert ": performance programme 20" in english
    served = {one["@id"] for one in catalogue["dcat:service"][0]["dcat:servesDataset"]}
    names = {f"tablo-{table.name}" for table in TABLES}
    assert served == {part["@id"] for part in parts if part["@id"].partition("#")[2] in names}, (
        "the API serves the dataset's tables, and no others"
    )


def test_every_file_is_there_as_it_is_described(
    both: TestClient, catalogue: dict[str, Any]
) -> None:
    kayseri = [own for own in datasets(catalogue) if "yil=2025" in own["@id"]]
    assert len(kayseri) > len(TABLES)
    for dataset in kayseri:
        for one in dataset["dcat:distribution"]:
            file = both.get(one["dcat:downloadURL"]["@id"])
            assert file.status_code == 200
            media = one["dcat:mediaType"]["@id"].removeprefix("iana:")
            assert file.headers["content-type"].startswith(media)
            if "dcat:byteSize" in one:
                assert one["dcat:byteSize"]["@value"] == str(len(file.content))
                checksum = one["spdx:checksum"]["spdx:checksumValue"]
                assert checksum["@type"] == "xsd:hexBinary"
                assert checksum["@value"] == hashlib.sha256(file.content).hexdigest()
            if "foaf:page" in one:
                beside = both.get(one["foaf:page"]["@id"])
                assert beside.headers["content-type"] == "application/csvm+json"


def test_nobody_is_invented_to_be_asked(catalogue: dict[str, Any]) -> None:
    for dataset in datasets(catalogue):
        is_kayseri = "yil=2025" in dataset["@id"]
        assert ("dcat:contactPoint" in dataset) == is_kayseri
    told = [own["dcat:contactPoint"] for own in datasets(catalogue) if "dcat:contactPoint" in own]
    assert told[0]["vcard:fn"] == "Kayseri Büyükşehir Belediyesi"
    assert told[0]["vcard:hasTelephone"] == {"@id": "tel:+903522228960"}
    assert all(set(own) == {"@id"} for own in told[1:])


def test_years_of_an_institution_are_a_series(tmp_path: Path) -> None:
    url = committed.database(tmp_path / "years.sqlite")
    load.build(changed(KAYSERI, tmp_path / "2024", renamed(2024)), url)
    catalogue = client_of(url).get("/veri/catalog.jsonld").json()
    (series,) = [own for own in catalogue["dcat:dataset"] if "dcat:DatasetSeries" in own["@type"]]
    members = [own for own in datasets(catalogue) if "dcat:inSeries" in own]
    assert [own["dcat:inSeries"] for own in members] == [{"@id": series["@id"]}] * 2
    assert [own["dct:title"][0]["@value"].split()[3] for own in members] == ["2025", "2024"]
    assert series["dct:temporal"]["dcat:startDate"]["@value"] == "2024-01-01"
    assert series["dct:temporal"]["dcat:endDate"]["@value"] == "2025-12-31"
    ids = [own["@id"] for own in catalogue["dcat:dataset"]]
    assert len(ids) == len(set(ids))


def test_it_makes_no_files_of_the_programmes_that_it_names(
    tmp_path: Path, invented_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hundreds of programmes are named at once; only a published archive's bytes are counted."""
    url = committed.database(tmp_path / "two.sqlite")
    load.build(invented_folder, url)
    reading = engine.create(url)
    files = web_files.Files(Library(lambda: reading))
    monkeypatch.setattr(files.library, "_files", None)
    for edition in files.library.editions():
        described = files.item(edition).descriptor
        folder = KAYSERI if edition.year == 2025 else invented_folder
        whole = json.loads((folder / "datapackage.json").read_bytes())
        assert described == {key: value for key, value in whole.items() if key != "resources"}
    catalogue = json.loads(files.dcat("https://butce.example").content)
    newest, kayseri = (own for own in datasets(catalogue) if "dct:hasPart" in own)
    assert "dcat:byteSize" not in newest["dcat:distribution"][0]
    assert "dcat:byteSize" in kayseri["dcat:distribution"][0]
