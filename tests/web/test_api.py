"""The API: rows as the CSV has them, filters, order, pages, refusals, caches."""

from __future__ import annotations

import csv
import json
from decimal import Decimal

import pytest
from starlette.testclient import TestClient

from kbb_data.schema import BY_NAME, TABLES
from kbb_data.turkish import sort_key
from present.kit.answers import Body, kept_bodies
from present.kit.text import using
from present.opendata.openapi import document
from tests.support.datasets import KAYSERI
from tests.web.conftest import problem
from tests.web.test_files import all_same, committed

NAMES = [table.name for table in TABLES]


@pytest.mark.parametrize("name", NAMES)
def test_pages_together_are_the_table(kayseri: TestClient, name: str) -> None:
    path, rows = f"/api/v1/{name}?limit=150", []
    for _ in range(10):
        answer = kayseri.get(path).json()
        rows += answer["rows"]
        assert answer["count"] == len(answer["rows"])
        if "next" not in answer["links"]:
            break
        path = answer["links"]["next"]
    assert answer["total"] == len(rows)
    assert all_same(BY_NAME[name], rows, committed(name))


def test_every_answer_says_where_it_is_from(kayseri: TestClient) -> None:
    answer = kayseri.get("/api/v1/goals")
    content = answer.json()
    descriptor = json.loads((KAYSERI / "datapackage.json").read_bytes())
    assert content["version"] == answer.headers["dataset-version"] == descriptor["version"]
    assert content["hash"] == descriptor["hash"]
    assert content["licence"]["url"] == "https://creativecommons.org/licenses/by/4.0/"
    assert content["source"]["title"] == descriptor["title"]
    assert content["programme"] == {"year": 2025, "institution": "KAYSERİ BÜYÜKŞEHİR BELEDİYESİ"}


def test_filters_find_what_the_csv_has(kayseri: TestClient) -> None:
    activities = committed("activities")
    given = kayseri.get("/api/v1/activities?goal=6&limit=1000").json()
    wanted = {row["activity"] for row in activities if row["goal"] == "6"}
    assert {str(row["activity"]) for row in given["rows"]} == wanted
    assert given["total"] == len(wanted) > 1
    either = kayseri.get("/api/v1/activities?goal=6&goal=7&limit=1000").json()
    assert either["total"] == sum(row["goal"] in ("6", "7") for row in activities)
    unit = activities[0]["spending_unit"]
    all_at_once = kayseri.get(f"/api/v1/activities?goal=6&spending_unit={unit}").json()
    assert all_at_once["total"] == sum(
        row["goal"] == "6" and row["spending_unit"] == unit for row in activities
    )


def test_money_is_compared_to_the_kurus(kayseri: TestClient) -> None:
    amounts = sorted(Decimal(row["amount"]) for row in committed("activity_costs"))
    middle = amounts[len(amounts) // 2]
    path = "/api/v1/activity_costs?limit=1000&amount"
    least = kayseri.get(f"{path}.min={middle}").json()["total"]
    assert least == sum(one >= middle for one in amounts)
    over = kayseri.get(f"{path}.min={middle + Decimal('0.01')}").json()["total"]
    assert over == sum(one > middle for one in amounts) < least
    assert kayseri.get(f"{path}.max={middle}").json()["total"] == sum(
        one <= middle for one in amounts
    )
    assert kayseri.get(f"{path}={middle}").json()["total"] == amounts.count(middle)


def test_the_empty_value_asks_for_what_is_not_stated(kayseri: TestClient) -> None:
    rows = committed("indicator_values")
    given = kayseri.get("/api/v1/indicator_values?value=").json()
    assert given["total"] == sum(row["value"] == "" for row in rows) == 19
    assert {row["value"] for row in given["rows"]} == {None}
    truth = kayseri.get("/api/v1/indicators?is_cumulative=true").json()["total"]
    assert truth == sum(row["is_cumulative"] == "true" for row in committed("indicators"))


def test_order_is_turkish_and_the_unstated_comes_last(kayseri: TestClient) -> None:
    names = [row["name"] for row in kayseri.get("/api/v1/spending_units?sort=name").json()["rows"]]
    assert names == sorted((row["name"] for row in committed("spending_units")), key=sort_key)
    for sign in ("", "-"):
        path = f"/api/v1/indicator_values?sort={sign}value,goal&limit=1000"
        values = [row["value"] for row in kayseri.get(path).json()["rows"]]
        stated = [value for value in values if value is not None]
        assert stated == sorted(stated, reverse=bool(sign))
        assert values[len(stated) :] == [None] * 19


def test_pages_are_linked(kayseri: TestClient) -> None:
    middle = kayseri.get("/api/v1/goals?sort=-budget&limit=10&offset=10").json()
    assert middle["links"] == {
        "self": "/api/v1/goals?sort=-budget&limit=10&offset=10",
        "next": "/api/v1/goals?sort=-budget&limit=10&offset=20",
        "previous": "/api/v1/goals?sort=-budget&limit=10",
    }
    beyond = kayseri.get("/api/v1/goals?offset=1000").json()
    assert (beyond["count"], beyond["total"], beyond["rows"]) == (0, 32, [])


def test_the_list_of_tables_is_the_schema_with_counts(both: TestClient) -> None:
    answer = both.get("/api/v1/tables?yil=2025").json()
    assert [one["name"] for one in answer["tables"]] == NAMES
    assert {one["name"]: one["rows"] for one in answer["tables"]} == {
        name: len(committed(name)) for name in NAMES
    }
    assert [one["yil"] for one in answer["programmes"]] == ["2027", "2025"]
    for one in answer["tables"]:
        for address in one["links"].values():
            assert both.get(address).status_code == 200
            assert "kurum=kayseri-buyuksehir-belediyesi" in address


def test_the_programme_stays_in_the_links(both: TestClient) -> None:
    answer = both.get("/api/v1/activities?yil=2025&limit=2").json()
    assert answer["programme"]["year"] == 2025
    following = both.get(answer["links"]["next"]).json()
    assert following["programme"]["year"] == 2025
    assert following["offset"] == 2


@pytest.mark.parametrize(
    ("query", "kind", "parameter", "allowed"),
    [
        ("yok=1", "unknown-parameter", "yok", "goal"),
        ("goal;drop=1", "unknown-parameter", "goal;drop", "goal"),
        ("goal=1 OR 1=1", "wrong-value", "goal", "integer"),
        ("goal=x", "wrong-value", "goal", "integer"),
        ("goal=１", "wrong-value", "goal", "integer"),
        ("goal=6%0A", "wrong-value", "goal", "integer"),
        ("goal=1e3", "wrong-value", "goal", "integer"),
        ("budget=1.234,00", "wrong-value", "budget", "money"),
        ("budget.min=", "wrong-value", "budget.min", "money"),
        ("budget.min=NaN", "wrong-value", "budget.min", "money"),
        ("statement.min=a", "unknown-parameter", "statement.min", "statement"),
        ("sort=yok", "wrong-value", "sort", "-goal"),
        ("sort=", "wrong-value", "sort", "goal"),
        ("sort=goal,goal,goal,goal,goal,goal", "wrong-value", "sort", "goal"),
        ("sort=goal;DROP TABLE goals", "wrong-value", "sort", "goal"),
        ("limit=0", "wrong-value", "limit", "1-1000"),
        ("limit=1001", "wrong-value", "limit", "1-1000"),
        ("limit=-1", "wrong-value", "limit", "1-1000"),
        ("limit=1e2", "wrong-value", "limit", "1-1000"),
        ("limit=" + "9" * 190, "wrong-value", "limit", "1-1000"),
        ("offset=1000001", "wrong-value", "offset", "0-1000000"),
        ("offset=x", "wrong-value", "offset", "0-1000000"),
        ("limit=1&limit=2", "repeated", "limit", "goal"),
        ("note=" + "a" * 201, "too-long", "note", "200"),
        ("&".join(f"goal={n}" for n in range(21)), "too-long", "goal", "20"),
        ("yil=2024", "wrong-value", "yil", "2025"),
        ("kurum='", "wrong-value", "kurum", "kayseri-buyuksehir-belediyesi"),
    ],
)
def test_hostile_parameters_are_refused_in_one_shape(
    kayseri: TestClient, query: str, kind: str, parameter: str, allowed: str
) -> None:
    found = problem(kayseri.get(f"/api/v1/goals?{query}"), 400, kind)
    assert found["parameter"] == parameter
    assert allowed in found["allowed"]


def test_a_closed_list_of_values_is_named(kayseri: TestClient) -> None:
    found = problem(kayseri.get("/api/v1/indicator_values?kind=Target"), 400, "wrong-value")
    assert found["allowed"] == [
        "actual", "planned", "half_year_actual", "year_end_estimate", "estimate", "target",
        "forecast",
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["/api/v1/yok", "/api/v1/goals/1", "/api/v2/goals", "/api/x",
                                  "/api/v1/programme;", "/api/v1/datasets"])  # fmt: skip
def test_an_unknown_address_is_refused_in_one_shape(kayseri: TestClient, path: str) -> None:
    assert problem(kayseri.get(path), 404, "unknown-address")["allowed"]


def test_text_filters_take_any_text_as_text(kayseri: TestClient) -> None:
    for text in ("' OR '1'='1", "%", "_", '"; --', "\x00", "İ", "💧"):
        answer = kayseri.get("/api/v1/aims", params={"name": text})
        assert (answer.status_code, answer.json()["total"]) == (200, 0)
    name = committed("aims")[1]["name"]
    assert kayseri.get("/api/v1/aims", params={"name": name}).json()["total"] == 1


def test_caches_are_served_304_head_and_compressed(kayseri: TestClient) -> None:
    path = "/api/v1/activities?goal=6"
    first = kayseri.get(path)
    assert first.headers["cache-control"] == "public, max-age=300"
    assert "last-modified" in first.headers
    tag = {"If-None-Match": first.headers["etag"]}
    assert kayseri.get(path, headers=tag).status_code == 304
    assert kayseri.get("/api/v1/activities?goal=7", headers=tag).status_code == 200
    head = kayseri.head(path)
    assert (head.content, head.headers["content-length"]) == (b"", str(len(first.content)))
    packed = kayseri.get(path, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json() == first.json()


def test_the_same_question_has_the_same_answer_in_any_order(kayseri: TestClient) -> None:
    one = kayseri.get("/api/v1/activities?goal=6&budget.min=0&sort=name")
    other = kayseri.get("/api/v1/activities?sort=name&budget.min=0&goal=6&goal=6&limit=100")
    assert one.headers["etag"] == other.headers["etag"]


def test_the_cache_forgets_before_it_grows() -> None:
    cache, made = kept_bodies(limit=1000), []

    def ask(key: int, size: int = 400) -> None:
        cache.get(key, lambda: made.append(key) or Body(b"x" * size, "image/png"))  # type: ignore[func-returns-value]

    for key in (1, 2, 1, 3, 1, 2):
        ask(key)
    assert made == [1, 2, 3, 2], "the least used went first"
    for key, size in ((9, 5000), (9, 5000), (1, 400), (2, 400)):
        ask(key, size)
    assert made == [1, 2, 3, 2, 9, 9], "a body larger than the cache is given and not kept"


def test_the_page_for_people_needs_no_other_host(kayseri: TestClient) -> None:
    answer = kayseri.get("/api/v1/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = answer.text
    assert '<html lang="tr">' in page
    assert "<script" not in page
    assert "http://" not in page.replace("http://127.0.0.1", "")
    assert len(answer.content) < 60_000
    for name in NAMES:
        assert f'id="{name}"' in page
    examples = [
        part.split('"')[0] for part in page.split('href="')[1:] if "?" in part.split('"')[0]
    ]
    assert len(examples) == 5
    for example in examples:
        found = kayseri.get(example.replace("&amp;", "&"))
        assert int(found.headers["total-count"]) > 0, example
    english = kayseri.get("/api/v1/?lang=en").text
    assert '<html lang="en">' in english
    assert "Kurallar" not in english


def test_refusals_lead_to_their_explanation(kayseri: TestClient) -> None:
    page = kayseri.get("/api/v1/").text
    found = kayseri.get("/api/v1/goals?yok=1").json()
    assert f'id="{found["type"].partition("#")[2]}"' in page
    assert "`" not in page, "what is code is shown as code"


def test_the_description_covers_every_table_and_column(kayseri: TestClient) -> None:
    openapi = kayseri.get("/api/v1/openapi.json").json()
    assert openapi["openapi"] == "3.1.0"
    assert set(openapi["paths"]) == {f"/api/v1/{name}" for name in ("tables", *NAMES)}
    for table in TABLES:
        given = openapi["paths"][f"/api/v1/{table.name}"]["get"]["parameters"]
        names = {one["name"] for one in given}
        assert set(table.column_names) <= names
        assert {"yil", "kurum", "format", "sort", "limit", "offset"} <= names
        assert len(names) == len(given)


def test_no_column_is_called_like_a_parameter_of_ours() -> None:
    ours = {"yil", "kurum", "format", "sort", "limit", "offset", "lang"}
    for table in TABLES:
        assert not ours & set(table.column_names)
        assert not any("." in name for name in table.column_names)


def test_the_description_speaks_both_languages() -> None:
    with using("en"):
        assert document("1", ("2025",), ("x",))["info"]["title"] == "Open data API"
    assert document("1", ("2025",), ("x",))["info"]["title"] == "Açık veri API'si"


def test_rows_are_those_of_the_csv_files(kayseri: TestClient) -> None:
    """One figure by hand: the committed files are the measure, not our reading of them."""
    with (KAYSERI / "goals.csv").open(encoding="utf-8") as file:
        first = next(csv.DictReader(file))
    row = kayseri.get("/api/v1/goals?goal=1").json()["rows"][0]
    assert (row["budget"], row["statement"]) == (first["budget"], first["statement"])
