"""The page Bütçe."""

from __future__ import annotations

from pages.parts import chrome


def render() -> None:
    """Show the page."""
    chrome.head("Bütçe")
