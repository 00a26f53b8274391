"""Answers in parts, and what a page of another origin may ask and read."""

from __future__ import annotations

import pytest
from starlette.middleware.gzip import GZipMiddleware
from starlette.testclient import TestClient

from present.web.shell import Guard
from tests.web.conftest import application, problem

WHOLE = ("/veri/activity_costs.csv", "/veri/activity_costs.parquet", "/veri/kbb-2025.zip",
         "/api/v1/activity_costs?limit=1000", "/api/v1/activity_costs?format=parquet")  # fmt: skip
#: One address of each room of routes.
ADDRESSES = (*WHOLE, "/api/v1", "/api/v1/", "/api/v1/yok", "/veri/yok", "/grafik/yok.svg",
             "/oembed", "/api/v1/openapi.json", "/veri/catalog.jsonld")  # fmt: skip


@pytest.mark.parametrize("path", WHOLE)
def test_parts_together_are_the_whole(kayseri: TestClient, path: str) -> None:
    whole = kayseri.get(path)
    size, content = len(whole.content), b""
    assert whole.headers["accept-ranges"] == kayseri.head(path).headers["accept-ranges"] == "bytes"
    while len(content) < size:
        asked = {"Range": f"bytes={len(content)}-{len(content) + size // 3}",
                 "If-Range": whole.headers["etag"],
                 # A part is one of the plain bytes.
                 "Accept-Encoding": "gzip"}  # fmt: skip
        part = kayseri.get(path, headers=asked)
        last = len(content) + len(part.content) - 1
        assert part.status_code == 206
        assert part.headers["content-range"] == f"bytes {len(content)}-{last}/{size}"
        assert part.headers["content-length"] == str(len(part.content))
        assert part.headers["etag"] == whole.headers["etag"]
        assert part.headers["content-type"] == whole.headers["content-type"]
        assert "content-encoding" not in part.headers
        content += part.content
    assert content == whole.content
    assert kayseri.get(path, headers={"Range": "bytes=-8"}).content == whole.content[-8:]


@pytest.mark.parametrize("ending", ["parquet", "xlsx"])
def test_what_is_packed_has_one_length_whatever_a_client_takes(
    kayseri_url: str, kayseri: TestClient, ending: str
) -> None:
    """Behind a layer that compresses, as Streamlit's does, inside of our own."""
    path = f"/veri/activity_costs.{ending}"
    layers = Guard(GZipMiddleware(application(kayseri_url), 500), {"tr": {}}, prefixes=["/veri/"])
    served = TestClient(layers, headers={"Accept-Encoding": "gzip"})
    whole, head = served.get(path), served.head(path)
    assert "content-encoding" not in whole.headers
    assert "content-encoding" not in head.headers
    assert whole.headers["content-length"] == head.headers["content-length"]
    assert whole.content == kayseri.get(path).content
    assert int(head.headers["content-length"]) == len(whole.content)
    part = served.get(path, headers={"Range": "bytes=0-9", "If-Range": head.headers["etag"]})
    assert (part.status_code, part.content) == (206, whole.content[:10])
    # What is text is compressed once, by us.
    assert served.get("/veri/activity_costs.csv").headers["content-encoding"] == "gzip"


def test_what_is_no_part_is_the_whole(kayseri: TestClient) -> None:
    path = "/veri/goals.csv"
    whole = kayseri.get(path)
    for asked in ("bytes=0-1,4-5", "lines=0-1", "bytes=5-2", "bytes=x"):
        answer = kayseri.get(path, headers={"Range": asked})
        assert (answer.status_code, answer.content) == (200, whole.content), asked
    packed = kayseri.get(path, headers={"Accept-Encoding": "gzip"}).headers["etag"]
    assert packed != whole.headers["etag"]
    for begun in ('"other"', "W/" + whole.headers["etag"], packed, whole.headers["last-modified"]):
        asked = {"Range": "bytes=0-1", "If-Range": begun}
        assert kayseri.get(path, headers=asked).status_code == 200, begun
    head = kayseri.head(path, headers={"Range": "bytes=0-1"})
    assert (head.status_code, head.headers["content-length"]) == (200, str(len(whole.content)))


def test_a_client_that_has_it_gets_304_and_no_part(kayseri: TestClient) -> None:
    tag = kayseri.get("/veri/goals.csv").headers["etag"]
    asked = {"Range": "bytes=0-1", "If-None-Match": tag}
    assert kayseri.get("/veri/goals.csv", headers=asked).status_code == 304


def test_bytes_beyond_the_end_are_refused_with_those_that_there_are(kayseri: TestClient) -> None:
    size = len(kayseri.get("/veri/goals.csv").content)
    answer = kayseri.get("/veri/goals.csv", headers={"Range": f"bytes={size}-"})
    refusal = problem(answer, 416, "range")
    assert answer.headers["content-range"] == f"bytes */{size}"
    assert (refusal["parameter"], refusal["allowed"]) == ("Range", [f"bytes=0-{size - 1}"])


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_of_another_origin_may_ask_as_its_libraries_do(
    kayseri: TestClient, path: str
) -> None:
    answer = kayseri.options(
        path,
        headers={
            "Origin": "https://baska.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "content-type,if-none-match,range",
        },
    )
    assert (answer.status_code, answer.content) == (204, b"")
    headers = answer.headers
    assert headers["access-control-allow-origin"] == "*"
    taken = headers["access-control-allow-headers"].lower().split(", ")
    assert {"accept", "content-type", "if-none-match", "if-range", "range"} <= set(taken)
    assert headers["access-control-allow-methods"] == headers["allow"] == "GET, HEAD, OPTIONS"
    assert headers["access-control-max-age"] == "86400"
    # What it asks for afterwards, refusals too, it may read.
    asked = kayseri.get(path, headers={"Origin": "https://baska.example"})
    assert asked.headers["access-control-allow-origin"] == "*"
    shown = set(asked.headers["access-control-expose-headers"].lower().split(", "))
    assert {"etag", "link", "content-range", "content-disposition", "dataset-version",
            "total-count", "retry-after"} <= shown  # fmt: skip
