"""The page tutarlilik."""

from __future__ import annotations

from pages.parts import chrome
from pages.parts.site import BY_SLUG


def render() -> None:
    """Show the page."""
    page = BY_SLUG["tutarlilik"]
    chrome.head(page.title, page.purpose)
