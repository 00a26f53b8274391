"""Figures by address beside Datasette over the same rows, embeds beside pages, and the health
check while ten clients have pictures drawn; all in one run.

Datasette is no dependency of ours: `make bench` puts it into an environment of its own.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
import sqlite3
import subprocess
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from bench.http_load import Load, load
from bench.pages import FIRST_MARK
from db import load as database
from tests.browser.server import ROOT, Dashboard, free_port, serve
from tests.browser.visit import WIDE, launch

DATASETTE = ROOT / ".cache" / "datasette" / "bin" / "datasette"

#: The figure that is asked for, and a table of the programme with a column to ask a range of.
FIGURE, TABLE, RANGE = "butce", "activities", "budget"

CACHED = {
    "PNG": f"/grafik/{FIGURE}.png",
    "CSV": f"/grafik/{FIGURE}.csv",
    "JSON": f"/grafik/{FIGURE}.json",
    "embed": f"/gomulu/{FIGURE}",
}

CLIENTS, FLOOD_SECONDS = 10, 15.0


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=60) as answer:
        body: bytes = answer.read()
    return body


def _copy_rows(url: str, path: Path) -> None:
    """The figure's rows and the table's, as our JSON gives them, as tables for Datasette."""
    figure = json.loads(_get(f"{url}/grafik/{FIGURE}.json"))["rows"]
    table = json.loads(_get(f"{url}/api/v1/{TABLE}?limit=500"))["rows"]
    with sqlite3.connect(path) as connection:
        for name, rows in (("figure", figure), (TABLE, table)):
            columns = ", ".join(f'"{column}"' for column in rows[0])
            marks = ", ".join("?" for _ in rows[0])
            connection.execute(f"CREATE TABLE {name} ({columns})")
            connection.executemany(
                f"INSERT INTO {name} VALUES ({marks})", [tuple(row.values()) for row in rows]
            )


@contextmanager
def _datasette(path: Path) -> Iterator[str]:
    """Datasette over a file until the block ends: the address of the file's tables."""
    if not DATASETTE.exists():
        raise FileNotFoundError(f"{DATASETTE} is missing; `make bench` installs it")
    port = free_port()
    process = subprocess.Popen(
        [DATASETTE, "serve", "--immutable", str(path), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            try:
                _get(f"http://127.0.0.1:{port}/-/versions.json")
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/{path.stem}"
    finally:
        process.terminate()
        process.wait(timeout=15)


def _asked(url: str, path: str) -> Iterator[str]:
    """The path alone, again and again; ``{}`` in it counts on, so that no answer is kept."""
    prefix = urlsplit(url).path
    numbers = itertools.count(1)
    while True:
        yield prefix + path.format(next(numbers))


def answers(url: str, other: str, rounds: int = 3) -> dict[str, list[Load]]:
    """Answers a second of our formats and of Datasette, taking turns: by name, all rounds."""
    targets = {
        **{f"ours, kept: {name}": (url, path) for name, path in CACHED.items()},
        "Datasette: the figure's rows as JSON": (other, "/figure.json?_shape=objects"),
        "ours, never asked before: JSON": (
            url,
            f"/api/v1/{TABLE}?limit=20&{RANGE}.min={{}}",
        ),
        "Datasette: the same question": (
            other,
            f"/{TABLE}.json?_shape=objects&_size=20&{RANGE}__gte={{}}",
        ),
    }
    found: dict[str, list[Load]] = {name: [] for name in targets}
    counting = {name: _asked(base, path) for name, (base, path) in targets.items()}
    for _ in range(rounds):
        for name, (base, _path) in targets.items():
            found[name].append(load(base, counting[name]))
    return found


def _first_mark(browser: Browser, url: str, mark: str) -> tuple[float, int]:
    """Seconds until the first mark on a first visit, and bytes over the wire until then."""
    context = browser.new_context(viewport={"width": WIDE, "height": 900})
    page = context.new_page()
    sizes = [0]
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    begin = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_function(mark, timeout=60_000)
    seconds = time.perf_counter() - begin
    page.wait_for_timeout(300)
    context.close()
    return seconds, sum(sizes)


def embeds(url: str, browser: Browser, rounds: int = 5) -> tuple[list[float], list[float], int]:
    """Seconds to the first mark of an embed and of the page with the same figure, and the bytes
    of an embed with its script."""
    ours, pages, size = [], [], 0
    for _ in range(rounds):
        seconds, size = _first_mark(
            browser, f"{url}/gomulu/{FIGURE}", "document.querySelector('svg path') !== null"
        )
        ours.append(seconds)
        pages.append(_first_mark(browser, f"{url}/{FIGURE}", FIRST_MARK)[0])
    return ours, pages, size


def flood(dashboard: Dashboard) -> tuple[list[float], dict[int, int]]:
    """Seconds of each health check while ten clients, each with an address of its own, ask for
    pictures of the largest size that nobody drew yet; and how their requests were answered."""
    there = urlsplit(dashboard.url)
    assert there.hostname is not None
    host, port = there.hostname, there.port
    paths = _uncached(dashboard.url)
    lock, statuses = threading.Lock(), dict[int, int]()
    until = time.perf_counter() + FLOOD_SECONDS

    def ask(number: int) -> None:
        while time.perf_counter() < until:
            with lock:
                path = next(paths)
            connection = http.client.HTTPConnection(
                host, port, timeout=60, source_address=(f"127.0.0.{number + 2}", 0)
            )
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            connection.close()
            with lock:
                statuses[answer.status] = statuses.get(answer.status, 0) + 1
            # A client that is told to wait waits, if not as long as it was told.
            time.sleep(0.25 if answer.status != 200 else 0)

    clients = [threading.Thread(target=ask, args=(number,)) for number in range(CLIENTS)]
    for client in clients:
        client.start()
    taken = []
    while time.perf_counter() < until:
        begin = time.perf_counter()
        _get(f"{dashboard.url}/health")
        taken.append(time.perf_counter() - begin)
        time.sleep(0.05)
    for client in clients:
        client.join()
    return taken, statuses


def _uncached(url: str) -> Iterator[str]:
    """Pictures at the largest size and scale, no two the same."""
    rows = json.loads(_get(f"{url}/api/v1/indicators?limit=500"))["rows"]
    for theme, row in itertools.product(("acik", "koyu"), rows):
        code = f"{row['goal']}.{row['indicator']}"
        yield f"/grafik/gosterge.png?gosterge={code}&boyut=baski&olcek=4&tema={theme}"


def report() -> str:
    """All of it as Markdown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        address = f"sqlite:///{folder}/kbb.sqlite"
        database.build(ROOT / "kbb_data" / "2025", address)
        with serve(address, folder / "server.log", KBB_CACHE=str(folder / "cache")) as dashboard:
            for path in CACHED.values():
                _get(dashboard.url + path)
            _copy_rows(dashboard.url, folder / "rows.db")
            with _datasette(folder / "rows.db") as other:
                rates = answers(dashboard.url, other)
            with sync_playwright() as playwright:
                marks = embeds(dashboard.url, launch(playwright))
            health = flood(dashboard)
    return "\n\n".join([_rates(rates), _marks(*marks), _health(*health)])


def _rates(found: dict[str, list[Load]]) -> str:
    rows = {name: median(one.per_second for one in loads) for name, loads in found.items()}
    names = list(found)
    kept, asked = rows[names[len(CACHED)]], rows[names[-1]]
    lines = ["| answers | a second | beside Datasette | bytes |", "| --- | ---: | ---: | ---: |"]
    for place, (name, rate) in enumerate(rows.items()):
        base = kept if place <= len(CACHED) else asked
        lines.append(
            f"| {name} | {rate:,.0f} | {rate / base:.1f} × | {found[name][-1].body_bytes:,} |"
        )
    refused = sum(one.refused for loads in found.values() for one in loads)
    return "\n".join(lines) + (f"\n\n{refused} answers were not 200." if refused else "")


def _marks(embed: list[float], page: list[float], size: int) -> str:
    ratio = median(embed) / median(page)
    return (
        f"- First mark on a first visit: embed {median(embed) * 1000:.0f} ms, page "
        f"{median(page) * 1000:.0f} ms ({ratio:.2f} ×); the embed and its script are "
        f"{size / 1000:.0f} KB."
    )


def _health(taken: list[float], statuses: dict[int, int]) -> str:
    p50, p95 = median(taken) * 1000, quantiles(taken, n=20)[-1] * 1000
    counts = ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items()))
    return (
        f"- Health check while {CLIENTS} clients ask for new PNGs of the largest size for "
        f"{FLOOD_SECONDS:.0f} s: p50 {p50:.0f} ms, p95 {p95:.0f} ms; answered {counts}."
    )


if __name__ == "__main__":
    print(report(), f"\n\n{os.cpu_count()} cores")
