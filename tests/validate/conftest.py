"""What others' programs are given: our routes, and the dashboard as it is served."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import browser, dashboard, playwright
from tests.web.conftest import folder, kayseri, kayseri_url

#: Programs for Node.js as `make validate` installs them, by package.
NODE_MODULES = Path(__file__).resolve().parents[2] / ".cache" / "validators" / "node_modules"

__all__ = ["NODE_MODULES", "browser", "dashboard", "folder", "kayseri", "kayseri_url", "playwright"]
