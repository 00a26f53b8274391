"""The API's description for machines: one language, examples that find something, and what
schemathesis makes of it, which asks the API what the description allows and what it forbids: in
process, a bounded number of questions, the same ones on every run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from starlette.testclient import TestClient

from kbb_data.schema import BY_SUBJECT, TABLES
from tests.web.conftest import application


@pytest.fixture(scope="session")
def described(kayseri_url: str) -> Any:
    """The API's description as schemathesis reads it, over the committed dataset."""
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", application(kayseri_url))


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("name", ["tables", *(table.name for table in TABLES)])
def test_the_api_keeps_to_its_description(described: Any, name: str, mode: GenerationMode) -> None:
    operation = described[f"/api/v1/{name}"]["GET"]
    statuses: list[int] = []

    @settings(
        max_examples=5,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def ask(data: Any) -> None:
        case = data.draw(operation.as_strategy(generation_mode=mode))
        answer = case.call()
        case.validate_response(answer)
        statuses.append(answer.status_code)

    ask()
    assert statuses
    if mode is GenerationMode.POSITIVE:
        assert set(statuses) == {200}
    else:
        assert 400 in statuses


#: Words that stand in most English sentences and in no Turkish one.
ENGLISH = re.compile(r"\b(the|of|is|are|and|with|without|one|row)\b")
#: Letters that English lacks, outside of the document's words, which stay Turkish in brackets and
#: quotes, and of the currency and units.
TURKISH = re.compile("[çğıöşüÇĞİÖŞÜ]")
KEPT = re.compile(r"\([^()]*\)|'[^']*'|kuruş")


def told(part: Any) -> Iterator[str]:
    """Every text for people in a description."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name in ("description", "summary", "title", "x-displayName") and (
                isinstance(value, str)
            ):
                yield value
            elif name != "example":
                yield from told(value)
    elif isinstance(part, list):
        for value in part:
            yield from told(value)


@pytest.mark.parametrize("language", ["tr", "en"])
def test_a_description_is_in_one_language(kayseri: TestClient, language: str) -> None:
    answer = kayseri.get("/api/v1/openapi.json", headers={"Accept-Language": language})
    assert answer.headers["content-language"] == language
    assert "Accept-Language" in answer.headers["vary"]
    document = answer.json()
    texts = [document["info"]["license"]["name"], document["info"]["contact"]["name"],
             *told(document)]  # fmt: skip
    assert len(texts) > 1000
    foreign = {
        text
        for text in texts
        if (ENGLISH.search(text) if language == "tr" else TURKISH.search(KEPT.sub("", text)))
    }
    assert foreign == set()
    named = kayseri.get(f"/api/v1/openapi.json?lang={language}", headers={"Accept-Language": "en"})
    assert named.content == answer.content
    assert "Accept-Language" not in named.headers["vary"]


def test_tables_are_grouped_and_nobody_signs_in(kayseri: TestClient) -> None:
    document = kayseri.get("/api/v1/openapi.json").json()
    assert document["security"] == []
    assert [tag["name"] for tag in document["tags"]] == ["dataset", *BY_SUBJECT]
    for subject, tables in BY_SUBJECT.items():
        for table in tables:
            assert document["paths"][f"/api/v1/{table.name}"]["get"]["tags"] == [subject]
    page, _, place = document["info"]["contact"]["url"].partition("#")
    assert (page, place) == ("/hakkinda", "iletisim")


def test_who_fills_in_every_example_finds_rows(kayseri: TestClient) -> None:
    counts = {
        table["name"]: table["rows"] for table in kayseri.get("/api/v1/tables").json()["tables"]
    }
    for path, methods in kayseri.get("/api/v1/openapi.json").json()["paths"].items():
        operation = methods["get"]
        pairs = []
        for parameter in operation["parameters"]:
            if "example" in parameter:
                value = parameter["example"]
                pairs.append((parameter["name"], value[0] if isinstance(value, list) else value))
        answer = kayseri.get(path, params=pairs)
        assert answer.status_code == 200, (path, answer.text)
        if counts.get(operation["operationId"]):
            assert int(answer.headers["total-count"]) >= 1, path
            assert len(pairs) > 6, "a table's key is among the examples"
