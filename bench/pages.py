"""Each page beside the least possible Streamlit page, in one run.

Script time and bytes come from a plain WebSocket session, the first chart mark from Chromium.
Pages take turns within a round, so that a slow moment of the machine meets them all.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from bench.session import Session
from db import load
from present.site.pages import PAGES as SITE
from tests.browser.server import ROOT, Dashboard, serve
from tests.browser.visit import WIDE, launch

LEAST = ROOT / "bench" / "least"

#: (name, address) of each page; the first one of the dashboard is what a visitor meets first.
PAGES = tuple((page.title, page.path) for page in SITE)
LEAST_NAME = "least page"

#: What counts as a chart's mark: Vega's, a map's canvas, a picture, or a bar of our own HTML; on
#: a page that draws nothing, the first cell or paragraph of what it tells.
FIRST_MARK = """() => document.querySelector(
    '.vega-embed .mark-rect path, .vega-embed .mark-symbol path, .vega-embed canvas.marks, ' +
    '[data-testid="stDeckGlJsonChart"] canvas, [data-testid="stMain"] img, ' +
    '[data-testid="stMain"] [class*="-bar"], .kbb-prose p, .kbb-table td, .kh-goals, .ka-empty, ' +
    '.kh-aim, [class^="ka-"], [class^="kbr-"]') !== null"""


@dataclass
class PageCost:
    """What one page cost: every measurement of every round."""

    name: str
    script_seconds: list[float] = field(default_factory=list)
    script_bytes: list[int] = field(default_factory=list)
    cold_seconds: list[float] = field(default_factory=list)
    cold_bytes: list[int] = field(default_factory=list)
    warm_seconds: list[float] = field(default_factory=list)
    warm_bytes: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class ServerCost:
    """Seconds from start to the first answer, and resident bytes of the server."""

    start_seconds: float
    idle_bytes: int
    after_sessions_bytes: int
    after_close_bytes: int
    sessions: int


def resident_bytes(pid: int) -> int:
    """The resident memory of the process ``pid``."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise LookupError(f"/proc/{pid}/status has no VmRSS")


def measure(rounds: int = 7) -> tuple[list[PageCost], ServerCost]:
    """Costs of the least page and of every page, and of the server."""
    costs = {name: PageCost(name) for name in (LEAST_NAME, *(name for name, _ in PAGES))}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        url = f"sqlite:///{folder}/kbb.sqlite"
        load.build(ROOT / "kbb_data" / "2025", url)
        begin = time.perf_counter()
        with serve(url, Path(folder) / "server.log") as dashboard:
            started = time.perf_counter() - begin
            idle = resident_bytes(dashboard.pid)
            with serve(url, Path(folder) / "least.log", LEAST) as least:
                targets = [(LEAST_NAME, least, "/")]
                targets += [(name, dashboard, path) for name, path in PAGES]
                for _, served, path in targets:
                    with Session(served.url, path.strip("/")) as session:
                        for _ in range(2):
                            session.run()
                _rounds(costs, targets, rounds, launch(playwright))
            server = _sessions(dashboard, started, idle)
    return list(costs.values()), server


def _rounds(
    costs: dict[str, PageCost],
    targets: list[tuple[str, Dashboard, str]],
    rounds: int,
    browser: Browser,
) -> None:
    for _ in range(rounds):
        for name, server, path in targets:
            cost = costs[name]
            with Session(server.url, path.strip("/")) as session:
                session.run()
                run = session.run()
                cost.script_seconds.append(run.seconds)
                cost.script_bytes.append(run.sent_bytes)
            context = browser.new_context(viewport={"width": WIDE, "height": 900})
            seconds, size = _visit(context, server.url + path)
            cost.cold_seconds.append(seconds)
            cost.cold_bytes.append(size)
            seconds, size = _visit(context, server.url + path)
            cost.warm_seconds.append(seconds)
            cost.warm_bytes.append(size)
            context.close()
    browser.close()


def _visit(context: BrowserContext, url: str) -> tuple[float, int]:
    """Seconds until the first chart mark, and bytes over the wire until then."""
    page = context.new_page()
    size = [0]

    def add_body(event: dict[str, float]) -> None:
        size[0] += int(event["encodedDataLength"])

    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", add_body)
    page.on("websocket", lambda s: s.on("framereceived", lambda data: _add_frame(size, data)))
    begin = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_function(FIRST_MARK, timeout=60_000)
    seconds = time.perf_counter() - begin
    page.wait_for_timeout(500)
    page.close()
    return seconds, size[0]


def _add_frame(size: list[int], data: bytes | str) -> None:
    size[0] += len(data)


def _sessions(dashboard: Dashboard, started: float, idle: int, count: int = 50) -> ServerCost:
    """Opens ``count`` sessions, spread over the pages, that stay open together."""
    open_sessions: list[Session] = []
    for number in range(count):
        session = Session(dashboard.url, PAGES[number % len(PAGES)][1].strip("/"))
        session.run()
        open_sessions.append(session)
    after = resident_bytes(dashboard.pid)
    for session in open_sessions:
        session.__exit__(None, None, None)
    time.sleep(3)
    return ServerCost(started, idle, after, resident_bytes(dashboard.pid), count)


def report(costs: list[PageCost], server: ServerCost) -> str:
    """The costs as Markdown, with each page's ratio to the least page."""
    least = costs[0]

    def cell(cost: PageCost, of: Callable[[PageCost], list[float]], unit: str) -> str:
        value, base = median(of(cost)), median(of(least))
        ratio = "" if cost is least else f" ({value / base:.2f} ×)"
        shown = f"{value * 1000:.0f} ms" if unit == "ms" else f"{value / 1000:,.0f} KB"
        return shown + ratio

    lines = [
        "| page | script | sent by the script | first mark, first visit | first mark, warm | "
        "bytes, first visit | bytes, warm |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for cost in costs:
        cells = [
            cell(cost, lambda c: c.script_seconds, "ms"),
            cell(cost, lambda c: [float(b) for b in c.script_bytes], "KB"),
            cell(cost, lambda c: c.cold_seconds, "ms"),
            cell(cost, lambda c: c.warm_seconds, "ms"),
            cell(cost, lambda c: [float(b) for b in c.cold_bytes], "KB"),
            cell(cost, lambda c: [float(b) for b in c.warm_bytes], "KB"),
        ]
        lines.append(f"| {cost.name} | " + " | ".join(cells) + " |")
    lines += [
        "",
        f"- Start to first answer: {server.start_seconds:.1f} s.",
        f"- Server's resident memory: {server.idle_bytes / 1e6:.0f} MB before the first visitor, "
        f"{server.after_sessions_bytes / 1e6:.0f} MB with {server.sessions} sessions open, "
        f"{server.after_close_bytes / 1e6:.0f} MB after they closed.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(*measure()))
