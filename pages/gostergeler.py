"""The page Göstergeler."""

from __future__ import annotations

from pages.parts import chrome


def render() -> None:
    """Show the page."""
    chrome.head("Göstergeler")
