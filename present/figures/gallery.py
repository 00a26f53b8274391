"""Grafik merkezi: what can be chosen there, and the cards of its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from present.budget.model import matches
from present.figures.registry import GROUPS, drawn, gallery
from present.figures.request import DARK, THEME
from present.figures.share import share
from present.kit.address import param
from present.kit.entry import Drawn, Entry
from present.kit.keep import keep
from present.kit.markup import Pieces
from present.kit.setting import Setting
from present.kit.text import t
from present.picture.sizes import SIZE, Size

_PIECES = Pieces("figures/html.jinja")


@dataclass(frozen=True, slots=True)
class GalleryChoices:
    """The group of figures that is shown, and words that their titles hold; none: all of it."""

    group: str = param("grup", GROUPS[0], values=GROUPS)
    search: str = param("ara", "")


def cards(setting: Setting, choices: GalleryChoices, public: str) -> list[Markup]:
    """The cards of the chosen group whose titles hold the words that are looked for.

    ``public``: the dashboard's own address, which stands in the codes that the menus give.
    """
    return [
        card
        for title, card in _titled(setting, choices.group, public)
        if matches(choices.search, title)
    ]


def gallery_html(shown: list[Markup]) -> Markup:
    """The cards side by side."""
    return _PIECES("gallery", cards=shown)


def count_html(text: str) -> Markup:
    """How many figures are shown, told to who doesn't see the page."""
    return _PIECES("count", text=text)


#: What tells figures of one title apart: the parameter, and its values that have words.
_APART = {
    "olcu": frozenset({"sabit", "pay", "kisi"}),
    "onceki-yil": frozenset({"1"}),
    "gelir-onceki-yil": frozenset({"1"}),
}


@keep(64)
def _titled(setting: Setting, group: str, public: str) -> tuple[tuple[str, Markup], ...]:
    """Name and card of each figure of a group; no two have the same name."""
    return tuple(
        (name, _card(setting, entry, choices, figure, public, name))
        for entry, choices in gallery(setting, group)
        for figure in [drawn(setting, entry.slug, choices)]
        for name in [_name(figure.figure.heading, entry.query(choices))]
    )


def _name(heading: str, query: Mapping[str, str]) -> str:
    """The figure's heading with the measure in which it tells amounts, where that is not the usual
    one, or that the year before stands beside."""
    for parameter, values in _APART.items():
        value = query.get(parameter)
        if value in values:
            said = t(f"figures.apart_{value if parameter == 'olcu' else 'before'}")
            return t("figures.apart", title=heading, measure=said)
    return heading


def _card(
    setting: Setting, entry: Entry, choices: Any, figure: Drawn, public: str, name: str
) -> Markup:
    query = {**dict(setting.addresses.before), **entry.query(choices)}
    if setting.is_dark:
        query[THEME] = DARK

    def picture(**more: str) -> str:
        return f"/grafik/{entry.slug}.svg?{urlencode({**query, **more})}".removesuffix("?")

    has_picture = figure.figure.spec is not None or bool(figure.drawing)
    return _PIECES(
        "card",
        name=name,
        figure=figure.figure,
        small=picture(**{SIZE: Size.SQUARE}) if has_picture else "",
        picture=picture() if has_picture else "",
        page=setting.link(entry.page, choices),
        menu=share(setting, entry.slug, choices, public),
    )
