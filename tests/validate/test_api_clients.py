"""What docs/api.md says to write, run as it stands there: by curl, Python, R, and a page of another
origin in a browser, as Observable's are."""

from __future__ import annotations

import csv
import http.server
import io
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import ROOT, Dashboard
from tests.validate.programs import asked
from tests.web.test_files import committed

WANTED = [row["amount"] for row in committed("activity_costs") if row["economic_code"] == "06"]
LARGEST_FIRST = sorted(WANTED, key=float, reverse=True)


def examples(language: str, dashboard: Dashboard) -> list[str]:
    """The examples in a language, with the address of a dashboard that is there."""
    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert blocks, language
    return [block.replace("https://acikbutce.example", dashboard.url) for block in blocks]


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """Another site with an empty page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Elsewhere</title>")

    def log_message(self, *arguments: Any) -> None:
        """Nothing: the test's own output is enough."""


@pytest.fixture(scope="module")
def elsewhere(browser: Browser) -> Iterator[Page]:
    """A page of another origin."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://localhost:{server.server_address[1]}/")
    yield page
    context.close()
    server.shutdown()


def test_curl(dashboard: Dashboard, tmp_path: Path) -> None:
    (command,) = examples("sh", dashboard)
    asked("sh", "-c", f"cd {tmp_path} && {command}", home=tmp_path)
    text = (tmp_path / "activity_costs-2025-secim-rfc4180.csv").read_text("utf-8")
    assert [row["amount"] for row in csv.DictReader(io.StringIO(text))] == LARGEST_FIRST


def test_curl_goes_on_where_it_was_broken_off(dashboard: Dashboard, tmp_path: Path) -> None:
    address, file = f"{dashboard.url}/veri/activity_costs.csv", tmp_path / "whole.csv"
    asked("curl", "--fail", "--silent", "--output", str(file), address, home=tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[:1000])
    asked("curl", "--fail", "--silent", "--continue-at", "-", "--output", str(file), address,
          home=tmp_path)  # fmt: skip
    assert file.read_bytes() == whole


def test_python(dashboard: Dashboard) -> None:
    frames, pages = examples("python", dashboard)
    names: dict[str, Any] = {}
    exec(frames, names)
    assert [f"{amount:.2f}" for amount in names["table"]["amount"]] == LARGEST_FIRST
    assert set(names["table"]["economic_code"]) == set(names["typed"]["economic_code"]) == {"06"}
    assert names["typed"]["amount_kurus"].sum() == sum(round(float(one) * 100) for one in WANTED)
    exec(pages, names)
    assert sorted(row["amount"] for row in names["rows"]) == sorted(WANTED)


def test_r(dashboard: Dashboard, tmp_path: Path) -> None:
    (script,) = examples("r", dashboard)
    script += "cat(nrow(table), unique(table$economic_code), format(max(table$amount), nsmall = 2))"
    said = asked("Rscript", "-e", script, home=tmp_path).split()
    assert said[:2] == [str(len(WANTED)), "06"]
    assert float(said[2]) == float(LARGEST_FIRST[0])


def test_a_page_reads_parquet_by_its_end(
    dashboard: Dashboard, elsewhere: Page, tmp_path: Path
) -> None:
    """As readers of Parquet from afar do: the length, the end, the rest; DuckDB opens it."""
    found = elsewhere.evaluate(
        """async (path) => {
          const head = await fetch(path, { method: "HEAD" });
          const size = Number(head.headers.get("Content-Length"));
          const parts = [];
          for (const range of [`bytes=0-${size - 9}`, "bytes=-8"]) {
            const part = await fetch(path, { cache: "no-store", headers: { Range: range } });
            parts.push([part.status, Array.from(new Uint8Array(await part.arrayBuffer()))]);
          }
          return { ranged: head.headers.get("Accept-Ranges"), parts };
        }""",
        f"{dashboard.url}/api/v1/activity_costs?economic_code=06&format=parquet",
    )
    assert found["ranged"] == "bytes"
    assert [status for status, _bytes in found["parts"]] == [206, 206]
    file = tmp_path / "costs.parquet"
    file.write_bytes(b"".join(bytes(part) for _status, part in found["parts"]))
    with duckdb.connect() as connection:
        counted = connection.execute(f"SELECT count(*), min(economic_code) FROM '{file}'")
        assert counted.fetchone() == (len(WANTED), "06")


def test_a_page_of_another_origin(dashboard: Dashboard, elsewhere: Page) -> None:
    (script,) = examples("js", dashboard)
    found = elsewhere.evaluate(f"async () => {{ {script}; return {{ rows, total }}; }}")
    assert [row["amount"] for row in found["rows"]] == LARGEST_FIRST
    assert found["total"] == len(WANTED)


def test_a_page_sends_and_reads_what_needs_a_preflight(
    dashboard: Dashboard, elsewhere: Page
) -> None:
    found = elsewhere.evaluate(
        """async (path) => {
          const first = await fetch(path, { headers: { "Content-Type": "application/json" } });
          const tag = first.headers.get("ETag");
          const again = await fetch(path, {
            cache: "no-store", headers: { "If-None-Match": tag },
          });
          const part = await fetch(path + "&format=csv", { headers: { Range: "bytes=0-5" } });
          // Chromium answers itself from the part that it keeps, unless it may keep none.
          const beyond = await fetch(path + "&format=csv", {
            cache: "no-store", headers: { Range: "bytes=9999999-" },
          });
          const refused = await fetch(path + "&yok=1", { headers: { "If-None-Match": tag } });
          return {
            first: [first.status, first.headers.get("Link"), first.headers.get("Dataset-Version")],
            again: again.status,
            part: [part.status, part.headers.get("Content-Range"), await part.text()],
            saved: part.headers.get("Content-Disposition"),
            beyond: [beyond.status, beyond.headers.get("Content-Range")],
            refused: (await refused.json()).parameter,
          };
        }""",
        f"{dashboard.url}/api/v1/goals?limit=5",
    )
    assert found["first"][0] == 200
    assert 'rel="next"' in found["first"][1]
    assert found["first"][2]
    assert found["again"] == 304
    assert (found["part"][0], found["part"][2]) == (206, "goal,o")
    assert found["part"][1].startswith("bytes 0-5/")
    assert "secim" in found["saved"]
    assert (found["beyond"][0], found["beyond"][1][:8]) == (416, "bytes */")
    assert found["refused"] == "yok"
