"""The cards of Grafik merkezi, made once for a visit."""

from __future__ import annotations

from html import escape
from typing import Any
from urllib.parse import urlencode

from pages.parts import chrome
from pages.parts.figure import menu, public_address
from pages.parts.visit import kept, kept_parameters, link, setting
from present.budget.model import matches
from present.figures import registry
from present.figures.gallery import GalleryChoices
from present.figures.registry import gallery as figures
from present.figures.request import DARK, THEME
from present.kit.entry import Entry
from present.kit.figure import Figure
from present.kit.text import marked, t


def cards(choices: GalleryChoices) -> list[str]:
    """The cards of the chosen group whose titles hold the words that are looked for."""
    found = _cards(choices.group, public_address())
    return [card for title, card in found if matches(choices.search, title)]


@kept(64)
def _cards(group: str, public: str) -> list[tuple[str, str]]:
    """Title and card of each figure; ``public`` stands in the codes that the menus give."""
    found = []
    for entry, choices in figures(setting(), group):
        drawn = registry.drawn(setting(), entry.slug, choices)
        card = _card(drawn.figure, entry, choices, has_picture=bool(drawn.drawing))
        found.append((drawn.figure.title, card))
    return found


def _card(figure: Figure, entry: Entry, choices: Any, *, has_picture: bool) -> str:
    query = {**kept_parameters(), **entry.query(choices)}
    if chrome.is_dark():
        query[THEME] = DARK
    picture = ""
    if figure.spec is not None or has_picture:
        address = f"/grafik/{entry.slug}.svg" + (f"?{urlencode(query)}" if query else "")
        picture = (
            f'<img loading="lazy" src="{escape(address, quote=True)}" '
            f'alt="{escape(figure.sentence, quote=True)}">'
        )
    page = escape(link(entry.page, choices), quote=True)
    return (
        f"<article><h2>{marked(figure.title, figure.own)}</h2>{picture}"
        f'<p><a href="{page}" target="_self">{escape(t("figures.open_page"))}</a></p>'
        f"{menu(entry.slug, choices)}</article>"
    )
