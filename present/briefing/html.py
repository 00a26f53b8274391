"""Pieces of the page Brifing in HTML: the list of briefings, and what a briefing holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from markupsafe import Markup

from present.briefing.model import Briefing, Topic, runs
from present.kit.markup import Pieces
from present.kit.setting import Setting
from present.kit.text import verbatim
from present.site.pages import BRIEFINGS

_PIECES = Pieces("briefing/html.jinja")

#: Below which address the PDFs stand.
PREFIX = f"{BRIEFINGS.path}/"

#: Kinds whose things bear names of the document.
_OWN = frozenset({Topic.COMMITTEE, Topic.UNIT, Topic.DISTRICT})


def written(text: str) -> Markup:
    """The text as HTML, the document's own words marked as Turkish."""
    return _PIECES("words", runs=runs(text))


def pdf_address(setting: Setting, kind: Topic, key: str) -> str:
    """The path of a briefing's PDF for the setting's programme and language."""
    parameters = urlencode(setting.addresses.before)
    return f"{PREFIX}{kind}/{key}.pdf" + (f"?{parameters}" if parameters else "")


def pdf_html(setting: Setting, kind: Topic, key: str, name: str) -> Markup:
    """The link to a PDF, which a screen reader can tell from its neighbours by ``name``."""
    return _PIECES("pdf", address=pdf_address(setting, kind, key), name=name)


def link_html(setting: Setting, kind: Topic, key: str, name: str) -> Markup:
    """The link to a thing's PDF on the thing's own page."""
    return _PIECES("link", pdf=pdf_html(setting, kind, key, name))


def list_html(
    setting: Setting, kind: Topic, names: Mapping[str, str], address: Callable[[str], str]
) -> Markup:
    """The briefings of a kind, ``names`` by key: each leads to its contents here, at ``address``,
    and to its PDF."""
    rows = [
        (
            address(key),
            verbatim(name) if kind in _OWN else name,
            pdf_html(setting, kind, key, name),
        )
        for key, name in names.items()
    ]
    return _PIECES("list", rows=rows)


def contents_html(briefing: Briefing) -> Markup:
    """A briefing's facts and questions."""
    return _PIECES("contents", briefing=briefing, written=written)
