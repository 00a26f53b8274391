"""What others' programs are given: our routes, and the dashboard as it is served."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import browser, dashboard, playwright
from tests.web.conftest import folder, invented_folder, kayseri, kayseri_url

#: Where `make validate` installs what has a place of its own.
CACHE = Path(__file__).resolve().parents[2] / ".cache"
#: Programs for Node.js, by package.
NODE_MODULES = CACHE / "validators" / "node_modules"

__all__ = [
    "CACHE", "NODE_MODULES", "browser", "dashboard", "folder", "invented_folder", "kayseri",
    "kayseri_url",
    "playwright",
]  # fmt: skip
