"""Packages, versions, and the descriptions that machines read."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from db import engine, load
from kbb_data.__main__ import main
from kbb_data.publishing import published
from kbb_data.schema import TABLES
from present.opendata.source import Library
from present.web import files as web_files
from present.web import shell as web_shell
from tests.support import committed
from tests.support.datasets import KAYSERI

ENDINGS = ("tr.csv", "xlsx", "csv", "json", "parquet")
STOCK = (
    '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body>'
    "<noscript>x</noscript></body></html>"
)


def version_of(client: TestClient) -> str:
    """The version that is served."""
    return str(client.get("/veri/datapackage.json").json()["version"])


def saved(client: TestClient, folder: Path, start: str) -> Path:
    """A descriptor that is served, saved with its files under the same relative addresses."""
    descriptor = client.get(f"{start}datapackage.json")
    assert descriptor.status_code == 200
    for resource in descriptor.json()["resources"]:
        path = folder / resource["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(client.get(start + resource["path"]).content)
    (folder / "datapackage.json").write_bytes(descriptor.content)
    return folder / "datapackage.json"


def test_the_served_package_is_valid(kayseri: TestClient, tmp_path: Path) -> None:
    report = frictionless.validate(str(saved(kayseri, tmp_path, "/veri/")))
    assert report.valid, report.flatten(["title", "note"])[:5]
    assert len(report.tasks) == len(TABLES)


def test_a_damaged_package_is_not_valid(kayseri: TestClient, tmp_path: Path) -> None:
    descriptor = saved(kayseri, tmp_path, "/veri/")
    goals = next(tmp_path.glob("*/goals.csv"))
    goals.write_text(goals.read_text("utf-8").replace(".00,", ".01,", 1), "utf-8")
    assert not frictionless.validate(str(descriptor)).valid


def test_the_archive_holds_the_committed_files_and_a_readme(kayseri: TestClient) -> None:
    answer = kayseri.get("/veri/kbb-2025.zip")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        for table in TABLES:
            exact = (KAYSERI / f"{table.name}.csv").read_bytes()
            assert archive.read(f"{table.name}.csv") == exact
        for name in ("datapackage.json", "changes.toml", "corrections.toml"):
            assert archive.read(name) == (KAYSERI / name).read_bytes()
        readme = archive.read("README.md").decode("utf-8")
    assert version_of(kayseri) in readme
    assert "Kayseri Büyükşehir Belediyesi, 2025 Yılı Performans Programı açık verisi." in readme
    assert "2026-11-22 Ekleme: İlk sürüm" in readme


def test_the_archive_is_valid_as_it_is_unpacked(both: TestClient, tmp_path: Path) -> None:
    for name in ("kbb-2025.zip", "kbb-2027.zip"):
        with zipfile.ZipFile(io.BytesIO(both.get(f"/veri/{name}").content)) as archive:
            archive.extractall(tmp_path / name)
        report = frictionless.validate(str(tmp_path / name / "datapackage.json"))
        assert report.valid, report.flatten(["title", "note"])[:5]


def test_the_same_files_give_the_same_archive() -> None:
    files = published.files_of(KAYSERI)
    assert published.archive(files) == published.archive(dict(reversed(files.items())))


def test_the_committed_dataset_is_published() -> None:
    version = json.loads((KAYSERI / "datapackage.json").read_bytes())["version"]
    kept = published.members(version)
    assert kept, f"publish it: python -m kbb_data publish {KAYSERI}"
    for table in TABLES:
        assert kept[f"{table.name}.csv"] == (KAYSERI / f"{table.name}.csv").read_bytes()


@pytest.mark.parametrize("version", published.versions())
def test_a_published_version_is_whole_and_served_byte_for_byte(
    kayseri: TestClient, version: str
) -> None:
    whole = published.FOLDER / f"{version}.zip"
    served = kayseri.get(f"/veri/{version}/kbb-{version[:4]}.zip")
    assert served.content == whole.read_bytes()
    assert "immutable" in served.headers["cache-control"]
    with zipfile.ZipFile(whole) as archive:
        descriptor = json.loads(archive.read("datapackage.json"))
        assert descriptor["version"] == version
        for resource in descriptor["resources"]:
            content = archive.read(resource["path"])
            assert f"sha256:{hashlib.sha256(content).hexdigest()}" == resource["hash"]
            answer = kayseri.get(f"/veri/{version}/{resource['path']}")
            assert answer.content == content
            assert answer.headers["dataset-version"] == version


def test_a_version_in_the_database_alone_is_served_too(
    both: TestClient, invented_folder: Path
) -> None:
    version = version_of(both)
    assert version.startswith("2027.0.0+")
    exact = (invented_folder / "activities.csv").read_bytes()
    assert both.get(f"/veri/{version}/activities.csv").content == exact


def test_publishing_keeps_what_is_there(tmp_path: Path, invented_folder: Path) -> None:
    first = published.publish(invented_folder, tmp_path)
    content = first.read_bytes()
    assert published.publish(invented_folder, tmp_path) == first
    assert first.read_bytes() == content
    assert published.versions(tmp_path) == (first.stem,)
    other = tmp_path / "other"
    other.mkdir()
    for name, bytes_ in published.files_of(invented_folder).items():
        (other / name).write_bytes(bytes_)
    (other / "aims.csv").write_bytes((other / "aims.csv").read_bytes() + b"9,x,x,x,,,1,1\n")
    with pytest.raises(ValueError, match="other files"):
        published.publish(other, tmp_path)
    assert main(["publish", str(other)]) == 1, "a dataset that is not sound is not published"


def test_the_fiscal_package_is_valid_and_adds_up(kayseri: TestClient, tmp_path: Path) -> None:
    path = saved(kayseri, tmp_path, "/veri/mali/")
    # By its own profile frictionless would ask an outside host for that profile's schema.
    path.write_text(path.read_text("utf-8").replace('"fiscal-data-package"', '"data-package"'))
    report = frictionless.validate(str(path))
    assert report.valid, report.flatten(["title", "note"])[:5]
    descriptor = kayseri.get("/veri/mali/datapackage.json").json()
    assert descriptor["profile"] == "fiscal-data-package"
    (resource,) = descriptor["resources"]
    kinds = {field["columnType"]: field["name"] for field in resource["schema"]["fields"]}
    assert kinds["value"] == "amount"
    assert {kind.split(":")[0] for kind in kinds} == {
        "date", "administrative-classification", "activity", "economic-classification", "value",
    }  # fmt: skip
    content = kayseri.get("/veri/mali/faaliyet-maliyetleri.csv").content
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
    with (KAYSERI / "activity_costs.csv").open(encoding="utf-8") as file:
        costs = list(csv.DictReader(file))
    assert {(row["activity"], row["economic_code"], row["amount"]) for row in rows} == {
        (row["activity"], row["economic_code"], row["amount"]) for row in costs
    }
    with (KAYSERI / "goals.csv").open(encoding="utf-8") as file:
        goals = {row["goal"]: Decimal(row["budget"]) for row in csv.DictReader(file)}
    for goal, budget in goals.items():
        spent = [Decimal(row["amount"]) for row in rows if row["goal"] == goal]
        assert sum(spent) == budget
        assert {row["aim"] for row in rows if row["goal"] == goal} == {
            objective_aim()[goal_objective()[goal]]
        }


def goal_objective() -> dict[str, str]:
    """The objective of each goal."""
    with (KAYSERI / "goals.csv").open(encoding="utf-8") as file:
        return {row["goal"]: row["objective"] for row in csv.DictReader(file)}


def objective_aim() -> dict[str, str]:
    """The aim of each objective."""
    with (KAYSERI / "objectives.csv").open(encoding="utf-8") as file:
        return {row["objective"]: row["aim"] for row in csv.DictReader(file)}


# --- CSV on the Web -------------------------------------------------------------------------

CSVW_BASES = {"string", "integer", "decimal", "boolean"}


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_metadata_stands_beside_each_csv(both: TestClient, name: str) -> None:
    for query in ("", "?yil=2025&kurum=kayseri-buyuksehir-belediyesi"):
        file = both.get(f"/veri/{name}.csv{query}")
        links = file.headers["link"].split(", ")
        (beside,) = re.findall(r"<([^>]+)>; rel=\"describedby\"; type=\"application/csvm\+json\"",
                               ", ".join(links))  # fmt: skip
        answer = both.get(f"/veri/{beside}")
        assert answer.headers["content-type"] == "application/csvm+json"
        metadata = answer.json()
        assert metadata["@context"][0] == "http://www.w3.org/ns/csvw"
        assert both.get("/veri/" + metadata["url"]).content == file.content
        check_schema(metadata["tableSchema"], file.text)


def check_schema(schema: dict[str, Any], text: str) -> None:
    """The key rules of the W3C's metadata vocabulary for one table's columns."""
    header, *rows = list(csv.reader(io.StringIO(text)))
    columns = schema["columns"]
    assert [column["name"] for column in columns] == header
    assert len({column["name"] for column in columns}) == len(columns)
    assert set(schema["primaryKey"]) <= set(header)
    for place, column in enumerate(columns):
        assert not column["name"].startswith("_")
        assert header[place] in column["titles"]["und"]
        datatype = column["datatype"]
        base = datatype if isinstance(datatype, str) else datatype["base"]
        assert base in CSVW_BASES
        cells = [row[place] for row in rows]
        if column["required"]:
            assert all(cell != column["null"] for cell in cells)
        form = {"integer": r"-?\d+", "decimal": r"-?\d+(\.\d+)?", "boolean": "true|false"}.get(base)
        if form:
            assert all(re.fullmatch(form, cell) for cell in cells if cell != "")


def test_the_group_names_keys_that_are_there(kayseri: TestClient) -> None:
    group = kayseri.get("/veri/csv-metadata.json").json()
    tables = {table["url"]: table for table in group["tables"]}
    assert len(tables) == len(TABLES)
    keys = [
        (table, key) for table in tables.values()
        for key in table["tableSchema"].get("foreignKeys", [])
    ]  # fmt: skip
    assert len(keys) == sum(len(table.foreign_keys) for table in TABLES) > 5
    for table, key in keys:
        there = tables[key["reference"]["resource"]]
        names = {column["name"] for column in there["tableSchema"]["columns"]}
        assert set(key["reference"]["columnReference"]) <= names
        assert set(key["columnReference"]) <= {
            column["name"] for column in table["tableSchema"]["columns"]
        }


# --- catalogues -----------------------------------------------------------------------------


def test_the_catalogue_says_what_dcat_asks_for(both: TestClient) -> None:
    answer = both.get("/veri/catalog.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    catalogue = answer.json()
    assert catalogue["@type"] == "dcat:Catalog"
    assert {"dct:title", "dct:description", "dct:publisher"} <= set(catalogue)
    assert len(catalogue["dcat:dataset"]) == 2
    served = {one["@id"] for one in catalogue["dcat:service"][0]["dcat:servesDataset"]}
    assert served == {one["@id"] for one in catalogue["dcat:dataset"]}
    prefixes = set(catalogue["@context"])
    for dataset in catalogue["dcat:dataset"]:
        assert {"dct:title", "dct:description", "dct:license", "dct:identifier"} <= set(dataset)
        assert {name.split(":")[0] for name in dataset if ":" in name} <= prefixes
        files = [one["@id"].partition("?")[0] for one in dataset["dcat:distribution"]]
        assert len(set(files)) == len(files)
        tables = [table.name for table in TABLES]
        joined = ["mali/faaliyet-maliyetleri", "gostergeler-yan-yana"]
        assert {f"/veri/{name}.{ending}" for name in [*tables, *joined] for ending in ENDINGS} == {
            file.removeprefix("http://testserver")
            for file in files
            if not file.endswith((".zip", ".gpkg", ".geojson"))
        }
        for one in dataset["dcat:distribution"]:
            file = both.get(one["dcat:downloadURL"]["@id"])
            assert file.status_code == 200
            media = one["dcat:mediaType"]["@id"].removeprefix(
                "https://www.iana.org/assignments/media-types/"
            )
            assert file.headers["content-type"].startswith(media)
            if "dcat:byteSize" in one:
                assert one["dcat:byteSize"]["@value"] == str(len(file.content))
                checksum = one["spdx:checksum"]["spdx:checksumValue"]
                assert checksum == hashlib.sha256(file.content).hexdigest()


def test_a_catalogue_makes_no_files_of_the_programmes_that_it_names(
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
    newest, kayseri = json.loads(files.dcat("https://butce.example").content)["dcat:dataset"]
    assert "dcat:byteSize" not in newest["dcat:distribution"][0]
    assert "dcat:byteSize" in kayseri["dcat:distribution"][0]


def test_every_page_says_what_data_it_shows(kayseri_url: str) -> None:
    reading = engine.create(kayseri_url)
    files = web_files.Files(Library(lambda: reading))
    heads = {
        language: {path: web_shell.Head("a", "a", "b") for path in ("/", "/veri")}
        for language in ("tr", "en")
    }
    extra = web_files.SchemaOrg(files, "https://butce.example/")
    client = TestClient(Starlette(routes=web_shell.page_routes(STOCK, heads, [extra])))
    for path, count in (("/", 1), ("/veri", 1 + len(TABLES))):
        page = client.get(f"{path}?lang=en").text
        head = page.partition("</head>")[0]
        (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
        dataset = json.loads(script)
        assert dataset["@type"] == "Dataset"
        assert {"name", "description", "license", "creator"} <= set(dataset)
        assert dataset["description"].startswith("All tables of the performance programme 2025")
        assert len(dataset["distribution"]) == count
        assert dataset["url"] == "https://butce.example/veri"


def test_a_text_cannot_end_the_script_in_a_page(hostile: TestClient, kayseri_url: str) -> None:
    reading = engine.create(kayseri_url)
    extra = web_files.SchemaOrg(web_files.Files(Library(lambda: reading)), "</script><b>")
    assert extra.head("/veri", "tr", [], "").count("</script>") == 1


def test_a_database_that_is_away_leaves_the_page_as_it_is(tmp_path: Path) -> None:
    reading = engine.create(f"sqlite:///{tmp_path / 'none.sqlite'}")
    extra = web_files.SchemaOrg(web_files.Files(Library(lambda: reading)))
    assert extra.head("/", "tr", [], "") == ""
