"""The API's other forms than JSON, how one is chosen, and the links from page to page."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from urllib.parse import urljoin

import pandas as pd
import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from tests.support.datasets import KAYSERI
from tests.web.conftest import HOSTILE, problem
from tests.web.test_files import committed

PARQUET = "application/vnd.apache.parquet"


def linked(answer: object) -> dict[str, str]:
    """The addresses of the header ``Link`` by relation."""
    header = answer.headers["link"]  # type: ignore[attr-defined]
    return {rel: address for address, rel in re.findall(r'<([^>]*)>; rel="([^"]+)"', header)}


def test_csv_holds_all_rows_that_fit_and_nothing_else(kayseri: TestClient) -> None:
    path = "/api/v1/activity_costs?economic_code=06&economic_code=03&format=csv&sort=-amount"
    answer = kayseri.get(path)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    codes = ("03", "06")
    wanted = [row for row in committed("activity_costs") if row["economic_code"] in codes]
    assert len(rows) == len(wanted) == int(answer.headers["total-count"]) > 100
    amounts = [Decimal(row["amount"]) for row in rows]
    assert amounts == sorted((Decimal(row["amount"]) for row in wanted), reverse=True)
    assert (
        'filename="activity_costs-2025-secim-rfc4180.csv"'
        in (answer.headers["content-disposition"])
    )
    assert "next" not in linked(answer)


def test_a_whole_table_as_csv_is_the_file(kayseri: TestClient) -> None:
    answer = kayseri.get("/api/v1/goals?format=csv")
    assert answer.content == (KAYSERI / "goals.csv").read_bytes()
    assert 'filename="goals-2025-rfc4180.csv"' in answer.headers["content-disposition"]
    sorted_ = kayseri.get("/api/v1/goals?format=csv&sort=-budget")
    assert 'filename="goals-2025-rfc4180.csv"' in sorted_.headers["content-disposition"]
    page = kayseri.get("/api/v1/goals?format=csv&limit=5")
    assert "secim" in page.headers["content-disposition"]


def test_a_selection_without_rows_is_a_head(kayseri: TestClient) -> None:
    answer = kayseri.get("/api/v1/goals?format=csv&goal=9999")
    assert answer.text == (KAYSERI / "goals.csv").read_text("utf-8").split("\n")[0] + "\n"
    assert answer.headers["total-count"] == "0"


def test_formulas_are_defused_in_a_selection_too(hostile: TestClient) -> None:
    answer = hostile.get("/api/v1/core_values", params={"format": "csv", "text": HOSTILE[0]})
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert row["text"] == "'" + HOSTILE[0]


def test_parquet_has_types_and_says_what_was_selected(kayseri: TestClient) -> None:
    answer = kayseri.get("/api/v1/activity_costs?economic_code=06&format=parquet")
    assert answer.headers["content-type"] == PARQUET
    assert 'filename="activity_costs-2025-secim.parquet"' in answer.headers["content-disposition"]
    table = pq.read_table(io.BytesIO(answer.content))
    wanted = [row for row in committed("activity_costs") if row["economic_code"] == "06"]
    assert table["amount_kurus"].to_pylist() == [
        int(Decimal(row["amount"]) * 100) for row in wanted
    ]
    assert set(table["economic_code"].to_pylist()) == {"06"}
    said = {name.decode(): text.decode() for name, text in table.schema.metadata.items()}
    assert said["address"] == "/api/v1/activity_costs?economic_code=06&format=parquet"
    assert said["total"] == said["count"] == str(len(wanted))
    assert said["version"] == answer.headers["dataset-version"]


def test_pandas_reads_the_address_as_it_is_written(kayseri: TestClient) -> None:
    text = kayseri.get("/api/v1/activity_costs?economic_code=06&format=csv").text
    table = pd.read_csv(io.StringIO(text), dtype={"economic_code": str})
    assert set(table["economic_code"]) == {"06"}


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("text/csv", "text/csv"),
        (f"{PARQUET}, application/json;q=0.5", PARQUET),
        ("application/json;q=0.1, text/csv;q=0.2", "text/csv"),
        ("*/*", "application/json"),
    ],
)
def test_what_a_client_accepts_decides_where_the_address_does_not(
    kayseri: TestClient, accept: str, media: str
) -> None:
    answer = kayseri.get("/api/v1/goals", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == media
    assert "Accept" in answer.headers["vary"].split(", ")
    known = {"Accept": accept, "If-None-Match": answer.headers["etag"]}
    again = kayseri.get("/api/v1/goals", headers=known)
    assert (again.status_code, again.headers["vary"]) == (304, answer.headers["vary"])
    # Each form has a tag of its own.
    other = {"Accept": "text/csv" if media != "text/csv" else "*/*"}
    assert kayseri.get("/api/v1/goals", headers=known | other).status_code == 200
    named = kayseri.get("/api/v1/goals?format=json", headers={"Accept": accept})
    assert named.headers["content-type"] == "application/json"
    assert "Accept" not in named.headers["vary"].split(", ")


def test_what_nobody_makes_is_refused_with_what_there_is(kayseri: TestClient) -> None:
    answer = kayseri.get("/api/v1/goals", headers={"Accept": "text/html, application/xml;q=0.9"})
    refusal = problem(answer, 406, "format")
    assert refusal["parameter"] == "Accept"
    assert refusal["allowed"] == ["application/json", "text/csv", PARQUET]
    refusal = problem(kayseri.get("/api/v1/goals?format=xml"), 400, "wrong-value")
    assert (refusal["parameter"], refusal["allowed"]) == ("format", ["json", "csv", "parquet"])
    for path in ("/api/v1/tables?format=csv", "/api/v1/openapi.json?format=csv",
                 "/veri/goals.csv?format=csv"):  # fmt: skip
        assert problem(kayseri.get(path), 400, "unknown-parameter")["parameter"] == "format"


@pytest.mark.parametrize("form", ["json", "csv"])
def test_links_lead_through_all_pages_and_back(kayseri: TestClient, form: str) -> None:
    path, numbers, pages = f"/api/v1/goals?sort=-goal&limit=10&format={form}", [], 0
    while True:
        answer = kayseri.get(path)
        if form == "json":
            numbers += [str(row["goal"]) for row in answer.json()["rows"]]
        else:
            numbers += [row["goal"] for row in csv.DictReader(io.StringIO(answer.text))]
        links, pages = linked(answer), pages + 1
        assert ("prev" in links) == ("first" in links) == (pages > 1)
        if "next" not in links:
            break
        path = urljoin(path, links["next"])
    goals = sorted((int(row["goal"]) for row in committed("goals")), reverse=True)
    assert numbers == [str(goal) for goal in goals]
    assert (
        kayseri.get(links["first"]).headers["etag"]
        == (kayseri.get(f"/api/v1/goals?sort=-goal&limit=10&format={form}").headers["etag"])
    )
    assert linked(kayseri.get(links["prev"]))["next"] == path


def test_the_page_before_one_behind_the_end_has_rows(kayseri: TestClient) -> None:
    answer = kayseri.get("/api/v1/goals?limit=10&offset=1000")
    before = kayseri.get(linked(answer)["prev"])
    assert before.json()["count"] == 10
    assert "next" not in linked(before)


def test_the_header_names_licence_and_description_beside_the_pages(kayseri: TestClient) -> None:
    links = linked(kayseri.get("/api/v1/goals?limit=10"))
    assert set(links) == {"license", "service-desc", "next"}
    assert set(linked(kayseri.get("/api/v1/goals"))) == {"license", "service-desc"}
    assert set(linked(kayseri.get("/api/v1/tables"))) == {"license", "service-desc"}


def test_head_says_of_each_form_what_get_would(kayseri: TestClient) -> None:
    for form in ("json", "csv", "parquet"):
        path = f"/api/v1/goals?format={form}&limit=3"
        whole, head = kayseri.get(path), kayseri.head(path)
        assert head.content == b""
        names = ("content-length", "etag", "total-count", "link", "content-type")
        assert [head.headers[name] for name in names] == [whole.headers[name] for name in names]


def test_a_selection_of_an_older_programme_says_so(both: TestClient) -> None:
    answer = both.get("/api/v1/activity_costs?yil=2025&format=csv&limit=2")
    assert "-2025-" in answer.headers["content-disposition"]
    assert "yil=2025" in linked(answer)["next"]
    assert "format=csv" in linked(answer)["next"]
    assert json.loads(both.get("/api/v1/activity_costs?yil=2025&limit=1").text)["total"] == int(
        answer.headers["total-count"]
    )
