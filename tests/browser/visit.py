"""One visitor's tab: opens addresses of the dashboard, waits, and remembers what went wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Playwright,
    Request,
    TimeoutError,
    WebSocket,
)

from tests.browser.runs import Runs

AXE = Path(__file__).parent / "axe" / "axe.min.js"

#: The widths that every page is looked at: a telephone and a desk; and the narrowest at which
#: nothing scrolls sideways: WCAG 2.2 asks for 320.
NARROW, WIDE, SMALLEST = 390, 1280, 280

ARGUMENTS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Our list takes the place of Playwright's; the first two draw a page of the browser's own for
    # every tab, a fifth of what a tab costs.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,AimEnabled,HttpsUpgrades"
    ",HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,OptimizationHints,PaintHolding"
    ",NetworkTimeServiceQuerying,PreconnectToSearch,DestroyProfileOnBrowserClose"
    ",AvoidUnnecessaryBeforeUnloadCheckSync,ThirdPartyStoragePartitioning",
    # A name that isn't this machine's is never even looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
# Only the map is drawn in software's WebGL: the rest of a page costs several times as much there.
WEBGL = [
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",
    "--disable-gpu-rasterization",
]
NO_WEBGL = ["--disable-gpu", "--disable-3d-apis"]


def chromium_path() -> str:
    """The browser's program: KBB_CHROMIUM, else Debian's. Raises RuntimeError without one."""
    named = os.environ.get("KBB_CHROMIUM")
    for name in [named] if named else ["chromium", "chromium-browser", "google-chrome"]:
        if found := shutil.which(name):
            return found
    raise RuntimeError("no Chromium found; run .ci/tools or name it in KBB_CHROMIUM")


def launch(playwright: Playwright, *, webgl: bool = True) -> Browser:
    """A headless Chromium, with a software WebGL or with none at all."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(
        executable_path=chromium_path(),
        args=[*ARGUMENTS, *sandbox, *(WEBGL if webgl else NO_WEBGL)],
        ignore_default_args=["--disable-gpu"] if webgl else [],
    )


#: True once the page has a heading, nothing is stale, and each chart has its picture.
DRAWN = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testScriptState !== 'notRunning') return false;
  if (!document.querySelector('main h1, [data-testid="stMain"] h1')) return false;
  if (document.querySelector(
    '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-stale="true"]')) return false;
  return [...document.querySelectorAll('[data-testid="stVegaLiteChart"]')]
    .every(chart => chart.querySelector('svg, canvas'));
}"""

#: The findings of axe's that count; a rule whose findings never do is not asked.
FINDINGS = """options => {
  const counts = finding => ['serious', 'critical'].includes(finding.impact);
  if (!options.runOnly)
    for (const rule of axe._audit.rules)
      if (!counts(rule)) options.rules[rule.id] = { enabled: false };
  return axe.run(document, options).then(result => result.violations.filter(counts));
}"""

#: What makes the page scroll sideways, see ``Visit.overhang``.
OVERHANG = """() => {
  const out = [];
  const main = document.querySelector('[data-testid="stMain"]');
  for (const box of [document.scrollingElement, main])
    if (box && box.scrollWidth > box.clientWidth + 1)
      out.push(`${box.tagName}.${box.dataset.testid || ''} scrolls: ` +
               `${box.scrollWidth} > ${box.clientWidth}`);
  const held = node => {
    for (let up = node.parentElement; up && up !== main; up = up.parentElement) {
      const how = getComputedStyle(up).overflowX;
      if (how === 'auto' || how === 'scroll' || how === 'hidden') return true;
    }
    return false;
  };
  for (const node of main.querySelectorAll('*')) {
    const box = node.getBoundingClientRect();
    // What a closed fold keeps is laid out anew when it opens.
    if (box.width && box.right > innerWidth + 1 && node.checkVisibility() && !held(node))
      out.push(`${node.tagName}.${node.className}: ${Math.round(box.right)}`);
  }
  return out.slice(0, 8);
}"""

#: True once the page's ground is that of the scheme given as argument.
GROUND_FITS = """scheme => {
  const ground = getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor;
  const [red, green, blue] = ground.match(/[0-9.]+/g).map(Number);
  return (red + green + blue < 384) === (scheme === 'dark');
}"""

#: How often a page is looked at before it counts as one that never comes to rest.
PATIENCE = 500


@dataclass
class Visit:
    """A tab on the dashboard at ``base``; ``errors`` and ``outside`` fill as it goes."""

    page: Page
    base: str
    has_webgl: bool = True
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    runs: Runs = field(init=False)

    def __post_init__(self) -> None:
        self.runs = Runs()
        for event, listener in self._listeners():
            self.page.on(event, listener)

    def _listeners(self) -> Iterator[tuple[Any, Callable[..., None]]]:
        """What the tab tells, and who hears it."""
        yield "console", self._on_console
        yield "pageerror", self._on_page_error
        yield "request", self._on_request
        yield "websocket", self._on_websocket
        yield "websocket", self.runs.follow

    def leave(self) -> None:
        """Hears nothing more of the tab, which another visitor may have."""
        for event, listener in self._listeners():
            self.page.remove_listener(event, listener)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _on_page_error(self, error: Error) -> None:
        self.errors.append(f"uncaught: {error}")

    def _on_request(self, request: Request) -> None:
        self._note_host(request.url)

    def _on_websocket(self, socket: WebSocket) -> None:
        self._note_host(socket.url)

    def _note_host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"data", "blob", "about"}:
            return
        if parts.netloc != urlsplit(self.base).netloc:
            self.outside.append(url)

    def open(self, path: str) -> Visit:
        """Opens ``path`` (as "/butce?amac=2") and waits until the page stands still."""
        self.page.goto(self.base + path)
        return self.settle()

    def settle(self) -> Visit:
        """Waits until the server owes no run and every element of the last one is drawn."""
        # A click, and the going back, need a moment until the page has sent what they ask.
        self.page.wait_for_timeout(100)
        for _ in range(PATIENCE):
            self.page.wait_for_function(DRAWN, timeout=90_000)
            if self.runs.are_done:
                self.page.wait_for_timeout(60)
                if self.runs.are_done and self.page.evaluate(DRAWN):
                    return self
            self.page.wait_for_timeout(30)
        raise TimeoutError(f"{self.page.url} does not come to rest")

    @property
    def main(self) -> Locator:
        """The page without header and navigation."""
        return self.page.locator('[data-testid="stMain"]')

    @property
    def bar(self) -> Locator:
        """The menu in the bar above the page, with the links to all pages."""
        return self.page.locator(".kbb-menu")

    def take(self, name: str) -> Visit:
        """Opens the part of the menu that has the page of that name, and takes the page."""
        way = self.bar.locator("li li a", has_text=re.compile(f"^{re.escape(name)}$"))
        way.locator("xpath=../../../button").click()
        way.click()
        return self

    def follow(self, path: str) -> Visit:
        """Takes the way to the page at ``path`` that the menu has, and waits for the page."""
        self.bar.locator(f'li li a[href^="{path}?"], li li a[href="{path}"]').evaluate(
            "link => link.click()"
        )
        self.page.wait_for_url(re.compile(re.escape(path) + r"($|\?)"))
        return self.settle()

    def resize(self, width: int) -> Visit:
        """The same page in a window of another width."""
        if self.page.viewport_size != {"width": width, "height": 900}:
            self.page.set_viewport_size({"width": width, "height": 900})
            # A chart is drawn anew for the new width; beside a map that takes a while.
            with suppress(TimeoutError):
                self.page.wait_for_function(
                    "[...document.querySelectorAll('.vega-embed svg')]"
                    ".every(one => one.getBoundingClientRect().width <= innerWidth)",
                    timeout=8_000,
                )
            self.page.wait_for_timeout(150)
        return self

    def to_scheme(self, scheme: str) -> Visit:
        """The same page once the visitor's system has changed to ``light`` or ``dark``."""
        self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        self.page.wait_for_function(GROUND_FITS, arg=scheme)
        return self.settle()

    def skipped_headings(self) -> list[str]:
        """Headings that lie more than one level below the one before them."""
        return list(
            self.main.evaluate(
                """main => {
                  const out = []; let level = 0;
                  for (const node of main.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
                    const own = Number(node.tagName[1]);
                    if (own > level + 1) out.push(`${node.tagName} ${node.textContent}`);
                    level = own;
                  }
                  return out;
                }"""
            )
        )

    def told(self) -> str:
        """What a screen reader was told of the last choice."""
        return "".join(self.page.locator("[role=status]#kbb-status").all_text_contents())

    def text(self) -> str:
        """What the page's main part says, white space squeezed."""
        return squeeze(self.main.inner_text())

    @property
    def query(self) -> str:
        return urlsplit(self.page.url).query

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def choose(self, label: str, option: str | re.Pattern[str]) -> Visit:
        """Takes the first option of that name in the list labelled ``label``, by mouse."""
        box, wanted = (
            self.main.get_by_role("combobox", name=label),
            self.page.get_by_role("option", name=option).first,
        )
        for _ in range(4):
            box.click()
            try:
                wanted.click(timeout=3_000)
                break
            except TimeoutError:
                # Streamlit's list keeps the focus after a choice and then opens on the second
                # click; a run that ends meanwhile draws it anew and shuts it.
                continue
        else:
            raise AssertionError(f"{label}: no option {option!r} could be taken")
        return self.settle()

    def table(self, number: int = 0) -> list[list[str]]:
        """The cells of the page's table ``number``, heading row first; its fold is opened when
        it is shut. A table without its fold is read as well."""
        tables = self.main.locator("table")
        if tables.count() <= number:
            self.main.locator("summary", has_text="Tablo:").nth(number).click()
            tables.nth(number).wait_for()
        return [
            [squeeze(cell) for cell in row]
            for row in tables.nth(number).evaluate(
                "table => [...table.rows].map(row => [...row.cells].map(c => c.textContent))"
            )
        ]

    def wait_for_address(self, pattern: str) -> Visit:
        """Waits until path and query fit ``pattern``, then until the page stands still."""
        self.page.wait_for_url(re.compile(r"//[^/]+" + pattern + "$"))
        return self.settle()

    def axe(self, *, only_colours: bool = False) -> list[dict[str, Any]]:
        """axe-core's serious and critical findings, one entry an element: rule, help, html.

        The size of targets is looked at as well. ``only_colours``: the rules of colour alone,
        which are all that another scheme can break.
        """
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        options: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}
        if only_colours:
            rules = ["color-contrast", "link-in-text-block"]
            options = {"runOnly": {"type": "rule", "values": rules}}
        found = self.page.evaluate(FINDINGS, {"resultTypes": ["violations"], **options})
        return [
            {
                "rule": violation["id"],
                "help": violation["help"],
                "html": node["html"],
                "where": json.dumps(node["target"]),
            }
            for violation in found
            for node in violation["nodes"]
        ]

    def overhang(self) -> list[str]:
        """What makes the page scroll sideways: the page itself, or elements past its edge that
        no scrolling box of their own holds. Empty when everything fits, at the latest after two
        seconds: a chart is drawn anew for another width."""
        for _ in range(8):
            found: list[str] = self.page.evaluate(OVERHANG)
            if not found:
                break
            self.page.wait_for_timeout(250)
        return found


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
