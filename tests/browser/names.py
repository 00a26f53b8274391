"""What a page is called by those who hear it: every text and name of the accessibility tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from present.kit.text import ENGLISH, TURKISH, t, using
from present.web.platform import WORDS
from tests.support.readable import FOREIGN

#: What the platform says of its own beside words that FOREIGN knows.
_PLATFORM = {*WORDS, "Skip to main content", "visualization", "axis", "legend"}


def names(page: Page) -> set[str]:
    """The names, descriptions, values, hints and kinds that a screen reader tells of the page."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return {text for node in nodes if not node.get("ignored") for text in _told(node)}


def _told(node: dict[str, Any]) -> Iterator[str]:
    of_node = [node.get(kind, {}) for kind in ("name", "description", "value")]
    of_kind = [
        each["value"]
        for each in node.get("properties", [])
        if each["name"] in ("roledescription", "placeholder", "valuetext")
    ]
    for each in of_node + of_kind:
        if isinstance(each.get("value"), str) and each["value"].strip():
            yield each["value"].strip()


def foreign(told: set[str]) -> list[str]:
    """What of it is the platform's English, or reads like nobody's words for Turkish readers."""
    with using(TURKISH):
        to_english = t("site.other_language_label")
    return sorted(
        text
        for text in told - {to_english}
        if text in _PLATFORM or text.split(": ")[0] in _PLATFORM or FOREIGN.search(text)
    )


def untold(told: set[str]) -> list[str]:
    """What of it is the platform's, on an English page: words that we say otherwise."""
    with using(ENGLISH):
        ours = {t(key) for key in WORDS.values()}
    return sorted(told & (_PLATFORM - ours))
