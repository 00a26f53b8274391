"""Every table in every format holds what the committed CSV holds."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from starlette.testclient import TestClient

from kbb_data.schema import BY_NAME, TABLES, Table
from tests.support import people
from tests.support.datasets import KAYSERI
from tests.web.conftest import HOSTILE, client_of, problem

NAMES = [table.name for table in TABLES]
#: Columns of the findings that are text in the dataset, numbers in a spreadsheet where they can be.
FIGURES = ("stated", "computed", "difference")
LAYERS = "/veri/cografya/ilceler-ve-tesisler.gpkg"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def committed(name: str) -> list[dict[str, str]]:
    """The rows of a committed CSV file, as text."""
    with (KAYSERI / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def same(table: Table, given: dict[str, object], text: dict[str, str]) -> bool:
    """Whether typed values are those of a CSV row."""
    for column in table.columns:
        value, cell = given[column.name], text[column.name]
        if cell == "":
            fits = value is None
        elif column.type in ("integer", "decimal", "money"):
            fits = Decimal(str(value)) == Decimal(cell)
        elif column.type == "boolean":
            fits = value is (cell == "true")
        elif column.name in FIGURES and isinstance(value, int | float):
            fits = Decimal(str(value)) == Decimal(cell)
        else:
            fits = value == cell
        if not fits:
            return False
    return True


def all_same(table: Table, given: list[dict[str, object]], texts: list[dict[str, str]]) -> bool:
    """Whether rows are the same in the same order."""
    return len(given) == len(texts) and all(
        same(table, row, text) for row, text in zip(given, texts, strict=True)
    )


@pytest.mark.parametrize("name", NAMES)
def test_csv_is_the_committed_file_but_for_formulas(kayseri: TestClient, name: str) -> None:
    answer = kayseri.get(f"/veri/{name}.csv")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert f'filename="{name}-2025-rfc4180.csv"' in answer.headers["content-disposition"]
    exact = (KAYSERI / f"{name}.csv").read_bytes()
    if name == "indicator_values":
        # The document prints "-" where it states nothing: nineteen times.
        assert answer.content.replace(b",'-,", b",-,") == exact
        assert answer.content.count(b",'-,") == 19
    else:
        assert answer.content == exact


@pytest.mark.parametrize("name", NAMES)
def test_json_has_the_rows_of_the_csv(kayseri: TestClient, name: str) -> None:
    answer = kayseri.get(f"/veri/{name}.json")
    assert answer.headers["content-type"] == "application/json"
    content = answer.json()
    assert content["total"] == len(content["rows"])
    assert all_same(BY_NAME[name], content["rows"], committed(name))
    assert content["licence"]["name"] == "CC-BY-4.0"
    assert content["version"] == answer.headers["dataset-version"]
    assert len(content["source"]["sha256"]) == 64


def test_money_in_json_is_exact_text(kayseri: TestClient) -> None:
    rows = kayseri.get("/veri/activity_costs.json").json()["rows"]
    amounts = [row["amount"] for row in rows]
    assert all(isinstance(one, str) for one in amounts)
    assert sum(Decimal(one) for one in amounts) == sum(
        Decimal(row["amount"]) for row in committed("activity_costs")
    )


@pytest.mark.parametrize("name", NAMES)
def test_xlsx_has_the_rows_of_the_csv_with_types(kayseri: TestClient, name: str) -> None:
    answer = kayseri.get(f"/veri/{name}.xlsx")
    assert answer.headers["content-type"] == XLSX
    assert answer.content[:4] == b"PK\x03\x04"
    table = BY_NAME[name]
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    # Between the rows and the notes stands what the codes mean, where there are any.
    sheet, *_, notes = book.worksheets
    lines = list(sheet.iter_rows(values_only=True))
    heads = [str(head) for head in lines[0]]
    assert [head.split(" (")[0] for head in heads] == [
        column.tr.split(" (")[0] for column in table.columns
    ]
    rows = [dict(zip(table.column_names, line, strict=True)) for line in lines[1:]]
    assert all_same(table, rows, committed(name))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    for place, column in enumerate(table.columns):
        kinds = {type(line[place]) for line in lines[1:] if line[place] is not None}
        allowed = {"string": {str}, "boolean": {bool}}.get(column.type, {int, float})
        if name == "findings" and column.name in FIGURES:
            allowed = {str, int, float}
        assert kinds <= allowed
    told = {line[0]: line[1] for line in notes.iter_rows(values_only=True) if line[0]}
    assert notes.title == "Kaynak ve notlar"
    assert told["Veri sürümü"] == answer.headers["dataset-version"]
    assert "creativecommons.org/licenses/by/4.0" in told["Lisans"]
    assert told["Kaynak belge"] == "Kayseri Büyükşehir Belediyesi 2025 Yılı Performans Programı"


def test_the_same_rows_give_the_same_spreadsheet(kayseri: TestClient, kayseri_url: str) -> None:
    path = "/veri/activities.xlsx"
    assert client_of(kayseri_url).get(path).content == kayseri.get(path).content


def test_formulas_are_defused_and_numbers_are_not(hostile: TestClient) -> None:
    values = list(csv.DictReader(io.StringIO(hostile.get("/veri/core_values.csv").text)))
    assert [row["text"] for row in values[: len(HOSTILE)]] == [f"'{one}" for one in HOSTILE]
    assert not values[len(HOSTILE)]["text"].startswith("'")
    amounts = list(csv.DictReader(io.StringIO(hostile.get("/veri/off_budget_resources.csv").text)))
    assert amounts[0]["amount"] == "-123.45"
    findings = list(csv.DictReader(io.StringIO(hostile.get("/veri/findings.csv").text)))
    assert "-40000000.00" in {row["difference"] for row in findings}


def test_formulas_are_defused_for_people_too(hostile: TestClient) -> None:
    rows = people.read(hostile.get("/veri/core_values.tr.csv").content).rows
    assert [row[1] for row in rows[: len(HOSTILE)]] == [f"'{text}" for text in HOSTILE]


def test_formulas_are_texts_in_a_spreadsheet(hostile: TestClient) -> None:
    content = hostile.get("/veri/core_values.xlsx").content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    for line, text in enumerate(HOSTILE, 2):
        cell = sheet.cell(line, 2)
        assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)
    assert not sheet.cell(len(HOSTILE) + 2, 2).quotePrefix
    amounts = openpyxl.load_workbook(
        io.BytesIO(hostile.get("/veri/off_budget_resources.xlsx").content)
    ).worksheets[0]
    assert amounts.cell(2, 3).value == -123.45


def test_exact_files_keep_formulas_as_published(hostile: TestClient) -> None:
    descriptor = hostile.get("/veri/datapackage.json").json()
    exact = hostile.get(f"/veri/{descriptor['version']}/core_values.csv")
    rows = list(csv.DictReader(io.StringIO(exact.text)))
    assert [row["text"] for row in rows[: len(HOSTILE)]] == list(HOSTILE)


@pytest.mark.parametrize("name", ["goals.csv", "goals.json", "goals.xlsx", "kbb-2025.zip",
                                  "datapackage.json", "catalog.jsonld"])  # fmt: skip
def test_a_client_that_has_it_gets_304(kayseri: TestClient, name: str) -> None:
    first = kayseri.get(f"/veri/{name}")
    tag = first.headers["etag"]
    again = kayseri.get(f"/veri/{name}", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert kayseri.get(f"/veri/{name}", headers={"If-None-Match": '"other"'}).status_code == 200
    packed = kayseri.get(f"/veri/{name}", headers={"Accept-Encoding": "gzip"})
    known = kayseri.get(f"/veri/{name}", headers={"If-None-Match": packed.headers["etag"]})
    assert known.status_code == 304


def test_the_date_decides_where_no_tag_is_sent(kayseri: TestClient) -> None:
    modified = kayseri.get("/veri/goals.csv").headers["last-modified"]
    newest = (KAYSERI / "changes.toml").read_text("utf-8").split("date = ")[1][:10]
    assert modified.split(" ")[3] == newest[:4]
    assert modified.split(" ")[1] == newest[8:10]
    asked = {"If-Modified-Since": modified}
    assert kayseri.get("/veri/goals.csv", headers=asked).status_code == 304
    earlier = {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}
    assert kayseri.get("/veri/goals.csv", headers=earlier).status_code == 200
    assert kayseri.get("/veri/goals.csv", headers={"If-Modified-Since": "?"}).status_code == 200


def test_head_says_what_get_would(kayseri: TestClient) -> None:
    for name in ("goals.csv", "goals.xlsx", "kbb-2025.zip"):
        whole, head = kayseri.get(f"/veri/{name}"), kayseri.head(f"/veri/{name}")
        assert head.content == b""
        assert head.headers["content-length"] == str(len(whole.content))
        assert head.headers["etag"] == whole.headers["etag"]


def test_compressed_and_plain_are_the_same_with_tags_of_their_own(kayseri: TestClient) -> None:
    plain = kayseri.get("/veri/activities.csv")
    packed = kayseri.get("/veri/activities.csv", headers={"Accept-Encoding": "br, gzip;q=0.5"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) / 3
    assert packed.headers["etag"] != plain.headers["etag"]
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == "Accept-Encoding"
    refused = kayseri.get("/veri/activities.csv", headers={"Accept-Encoding": "gzip;q=0"})
    assert "content-encoding" not in refused.headers


def test_other_data_has_other_tags(kayseri: TestClient, hostile: TestClient) -> None:
    one, other = (client.get("/veri/core_values.csv") for client in (kayseri, hostile))
    assert one.headers["etag"] != other.headers["etag"]
    assert one.headers["dataset-version"] != other.headers["dataset-version"]
    same = [client.get("/veri/staff.json").headers["etag"] for client in (kayseri, hostile)]
    assert same[0] != same[1], "the version is part of the answer"


def test_the_address_chooses_the_programme(both: TestClient, invented_folder: Path) -> None:
    newest = both.get("/veri/aims.csv")
    assert newest.content == (invented_folder / "aims.csv").read_bytes()
    chosen = both.get("/veri/aims.csv?yil=2025&kurum=kayseri-buyuksehir-belediyesi")
    assert chosen.content == (KAYSERI / "aims.csv").read_bytes()
    assert both.get("/veri/aims.csv?yil=2025").content == chosen.content
    assert "yil=2025&kurum=" in chosen.headers["link"]
    assert b"2025" in both.get("/veri/kbb-2025.zip").headers["content-disposition"].encode()
    wrong = problem(both.get("/veri/aims.csv?yil=1999"), 400, "wrong-value")
    assert (wrong["parameter"], wrong["allowed"]) == ("yil", ["2027", "2025"])
    problem(both.get("/veri/aims.csv?kurum=yok"), 400, "wrong-value")


def test_an_institution_without_ground_has_none(both: TestClient) -> None:
    refused = problem(both.get(LAYERS), 404, "unknown-address")
    assert not any("cografya" in address for address in refused["allowed"])
    assert both.get(f"{LAYERS}?yil=2025").status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_a_dataset_that_is_not_committed_is_written_from_the_database(
    both: TestClient, invented_folder: Path, name: str
) -> None:
    exact = (invented_folder / f"{name}.csv").read_text("utf-8")
    given = both.get(f"/veri/{name}.json").json()["rows"]
    assert all_same(BY_NAME[name], given, list(csv.DictReader(io.StringIO(exact))))
    assert both.get(f"/veri/{name}.xlsx").status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/veri/yok.csv", 404, "unknown-address"),
        ("/veri/goals.pdf", 404, "unknown-address"),
        ("/veri/goals.csv/x", 404, "unknown-address"),
        ("/veri/kbb-1999.zip", 404, "unknown-address"),
        ("/veri/2025.0.0+00000000/goals.csv", 404, "unknown-address"),
        ("/veri/%2e%2e/app.py", 404, "unknown-address"),
        ("/veri/..%2f..%2fapp.py", 404, "unknown-address"),
        ("/veri/%00", 404, "unknown-address"),
        ("/veri/goals.csv?goal=6", 400, "unknown-parameter"),
        ("/veri/goals.csv?yil=2025&yil=2025", 400, "repeated"),
        ("/veri/goals.csv?yil=" + "9" * 300, 400, "too-long"),
        ("/veri/goals.csv?" + "&".join(f"a{n}=1" for n in range(2000)), 400, "too-long"),
        ("/veri/kbb-2025.zip?yil=2025", 400, "unknown-parameter"),
    ],
)
def test_what_is_wrong_is_refused_in_one_shape(
    kayseri: TestClient, path: str, status: int, kind: str
) -> None:
    found = problem(kayseri.get(path), status, kind)
    assert found["detail"]
    # No parameter of a file may be given twice.
    assert bool(found["allowed"]) == (kind != "repeated")
    head = kayseri.head(path)
    assert (head.status_code, head.content) == (status, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_the_data_can_only_be_read(kayseri: TestClient, method: str) -> None:
    answer = kayseri.request(method, "/veri/goals.csv")
    assert answer.headers["allow"] == "GET, HEAD"
    problem(answer, 405, "method")


def test_without_a_programme_the_answer_says_to_come_back(empty: TestClient) -> None:
    for path in ("/veri/goals.csv", "/veri/kbb-2025.zip", "/api/v1/goals", "/api/v1/tables"):
        answer = empty.get(path)
        problem(answer, 503, "unavailable")
        assert answer.headers["retry-after"] == "30"
    assert empty.get("/veri/catalog.jsonld").json()["dcat:dataset"] == []


def test_refusals_speak_the_language_that_is_asked_for(kayseri: TestClient) -> None:
    wrong = kayseri.get("/veri/yok.csv", headers={"Accept-Language": "en-GB,en;q=0.9,tr;q=0.8"})
    assert json.loads(wrong.text)["title"] == "No such address"
    assert json.loads(kayseri.get("/veri/yok.csv").text)["title"] == "Böyle bir adres yok"
