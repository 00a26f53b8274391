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
from starlette.testclient import TestClient

from kbb_data.__main__ import main
from kbb_data.publishing import published
from kbb_data.schema import TABLES
from present.kit.contact import CONTACT
from tests.support import committed
from tests.support.datasets import KAYSERI
from tests.web.conftest import client_of

KAYSERI_CODE = "kayseri-buyuksehir-belediyesi"


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


def test_the_served_package_says_who_made_it_and_where(both: TestClient) -> None:
    for start in ("/veri/", "/veri/mali/"):
        served = both.get(f"{start}datapackage.json?yil=2025&kurum={KAYSERI_CODE}").json()
        assert served["homepage"] == f"http://testserver/veri?yil=2025&kurum={KAYSERI_CODE}"
        assert "bütçe" in served["keywords"]
        institution, dashboard = served["contributors"]
        assert institution["title"] == "Kayseri Büyükşehir Belediyesi"
        assert institution["path"] == "https://www.kayseri.bel.tr"
        assert institution["roles"] == ["creator", "rightsHolder", "contact"]
        assert dashboard == {
            "title": "Kayseri Açık Bütçe", "path": "http://testserver/", "roles": ["publisher"],
        }  # fmt: skip
    invented = both.get("/veri/datapackage.json").json()
    assert "contact" not in {role for own in invented["contributors"] for role in own["roles"]}


def test_whoever_runs_the_dashboard_is_asked_where_that_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONTACT, "acikveri@butce.example")
    client = client_of(committed.database(tmp_path / "own.sqlite"))
    institution, dashboard = client.get("/veri/datapackage.json").json()["contributors"]
    assert dashboard["email"] == "acikveri@butce.example"
    assert "contact" in dashboard["roles"]
    assert "contact" not in institution["roles"]
    for path in ("/veri/aims.json", "/api/v1/aims", "/veri/aims.csv-metadata.json",
                 "/veri/aims.parquet", "/veri/aims.tr.csv", "/grafik/genel-bakis.json",
                 "/grafik/genel-bakis.csv-metadata.json", "/veri/catalog.jsonld"):  # fmt: skip
        assert "acikveri@butce.example" in client.get(path).text, path


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
        assert 'rel="describedby"' in links[0], "readers of CSV on the Web ask for the first link"
        assert 'rel="license"' in links[-1]
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
    assert len(keys) > 5
    for table, key in keys:
        columns = {column["name"]: column for column in table["tableSchema"]["columns"]}
        assert all(columns[name]["required"] for name in key["columnReference"])
        there = tables[key["reference"]["resource"]]
        names = {column["name"] for column in there["tableSchema"]["columns"]}
        assert set(key["reference"]["columnReference"]) <= names
        assert set(key["columnReference"]) <= {
            column["name"] for column in table["tableSchema"]["columns"]
        }
