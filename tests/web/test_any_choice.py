"""Whatever an address asks of a figure: an answer or a refusal that says what is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from db import engine
from present.figures.registry import BY_SLUG
from present.figures.setting import of_edition
from present.kit.setting import Setting
from present.opendata.source import Library
from tests.web.conftest import PUBLIC

RUBBISH = ("", ".", "99", "x", "-1", "\0", "amac-1.x", "ı" * 300)
COMPARISONS = [slug for slug in BY_SLUG if slug.startswith("karsilastirma-")]
ENDINGS = ("json", "csv", "txt", "xlsx", "vl.json")


@pytest.fixture(scope="module")
def setting(kayseri_url: str) -> Setting:
    reading = engine.create(kayseri_url)
    library = Library(lambda: reading, keep_seconds=3600)
    return of_edition(library, library.editions()[0], is_dark=False)


def values(allowed: Any) -> st.SearchStrategy[str]:
    """A value of a closed list, one to four of them joined, or what is in no list."""
    if allowed is None:
        return st.one_of(st.text(max_size=30), st.sampled_from(RUBBISH))
    if not allowed:
        return st.sampled_from(RUBBISH)
    known = st.sampled_from(sorted(allowed))
    several = st.lists(known, min_size=1, max_size=4).map(".".join)
    return st.one_of(known, several, known, st.sampled_from(RUBBISH))


def queries(parameters: Mapping[str, Any]) -> st.SearchStrategy[dict[str, str]]:
    """Some of a figure's parameters with a value each."""
    return st.fixed_dictionaries(
        {}, optional={name: values(allowed) for name, allowed in parameters.items()}
    )


def check(answer: Any, where: object) -> None:
    """An answer with content, or problem details that name what is allowed."""
    if answer.status_code == 200:
        assert answer.content, where
        return
    assert answer.status_code in (400, 404), (where, answer.status_code, answer.text[:300])
    assert answer.headers["content-type"] == "application/problem+json", where
    refusal = answer.json()
    assert refusal["status"] == answer.status_code, where
    assert refusal["detail"], where


@pytest.mark.parametrize("slug", sorted(BY_SLUG))
def test_any_choice_is_answered_or_refused(
    kayseri: TestClient, setting: Setting, slug: str
) -> None:
    parameters = BY_SLUG[slug].parameters(setting)

    @settings(
        max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck), database=None
    )
    @given(query=queries(parameters), ending=st.sampled_from(ENDINGS), language=languages)
    def ask(query: dict[str, str], ending: str, language: str) -> None:
        asked = {**query, "lang": language}
        check(kayseri.get(f"/grafik/{slug}.{ending}", params=asked), (slug, ending, asked))
        url = f"{PUBLIC}/gomulu/{slug}?{urlencode(asked)}"
        check(kayseri.get("/oembed", params={"url": url}), url)

    ask()


languages = st.sampled_from(("tr", "en"))


@pytest.mark.parametrize("text", ["\uffff", "a\0b", "\x01", "\x1f"])
@pytest.mark.parametrize("slug", ["butce", "ilerleme", "hirs"])
def test_a_text_that_no_picture_can_hold_is_refused(
    kayseri: TestClient, slug: str, text: str
) -> None:
    for ending in ("png", "svg", "json"):
        query = {"ara": text, **({"amac": "1"} if slug == "ilerleme" else {})}
        answer = kayseri.get(f"/grafik/{slug}.{ending}", params=query)
        assert answer.status_code == 400, answer.text[:200]
        assert answer.json()["parameter"] == "ara"


@pytest.mark.parametrize("url", ["http://[", "https://[::1", "http://acikbutce.example]/", "x", ""])
def test_an_address_that_is_none_is_refused(kayseri: TestClient, url: str) -> None:
    answer = kayseri.get("/oembed", params={"url": url})
    assert answer.status_code == (404 if url else 400), answer.text[:200]
    assert answer.json()["parameter"] == "url"


#: What is not two sides of one kind.
NO_PAIRS = (
    "amac-1",
    "amac-1.amac-1",
    "amac-1.amac-2.amac-3",
    "amac-1.hedef-2",
    "hedef-1.birim-1-hukuk-musavirligi",
    "amac-1.amac-99",
    ".",
    "",
)


@pytest.mark.parametrize("sides", NO_PAIRS)
@pytest.mark.parametrize("slug", COMPARISONS)
def test_what_is_no_pair_is_refused_everywhere(kayseri: TestClient, slug: str, sides: str) -> None:
    query = {"karsilastir": sides}
    url = f"{PUBLIC}/gomulu/{slug}?{urlencode(query)}"
    for answer in (
        *(kayseri.get(f"/grafik/{slug}.{ending}", params=query) for ending in (*ENDINGS, "svg")),
        kayseri.get(f"/gomulu/{slug}", params=query),
    ):
        assert answer.status_code == 400, answer.text
        refusal = answer.json()
        assert refusal["parameter"] == "karsilastir"
        assert "amac-1" in refusal["allowed"]
    assert kayseri.get("/oembed", params={"url": url}).status_code == 404


@pytest.mark.parametrize("slug", COMPARISONS)
@pytest.mark.parametrize("sides", ["hedef-1.hedef-2", "amac-7.amac-1"])
def test_a_pair_is_answered_everywhere(kayseri: TestClient, slug: str, sides: str) -> None:
    query = {"karsilastir": sides}
    url = f"{PUBLIC}/gomulu/{slug}?{urlencode(query)}"
    assert kayseri.get(f"/grafik/{slug}.svg", params=query).status_code == 200
    assert kayseri.get(f"/gomulu/{slug}", params=query).status_code == 200
    assert kayseri.get("/oembed", params={"url": url}).status_code == 200
