"""A figure's few ways to others, at its title: an application, WhatsApp, its address, its picture,
a site of one's own; behind them the whole menu.

Links and folds, which need no script. With one, buttons copy, and the device's own sheet opens
where the browser has one (``assets/share.js``).
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from present.figures.menu import Shared, embeds, menu_html, picture_address, taken
from present.kit.keep import keep
from present.kit.markup import Pieces
from present.kit.setting import Setting
from present.kit.text import t
from present.picture.sizes import Size

_PIECES = Pieces("figures/html.jinja")

#: Opens WhatsApp with a text. No page of ours asks it; a person's tap does.
_WHATSAPP = "https://wa.me/?text="
#: The picture that is given where nobody chooses a size: it fills a phone's screen.
_SIZE = Size.PORTRAIT


@keep(256)
def share(setting: Setting, name: str, choices: Any, public: str) -> Markup:
    """What can be done with the registry's figure of that name under its choices, shut until
    somebody opens it.

    ``public``: the dashboard's own address. Raises ``KeyError`` for an unknown name.
    """
    return share_html(taken(setting, name, choices, public))


def share_html(shared: Shared) -> Markup:
    """The same of what is told of a figure."""
    address = shared.public + shared.address
    text = words(shared.title, shared.scope, shared.short, shared.source, shared.version)
    picture = picture_address(shared, _SIZE)
    return _PIECES(
        "share",
        title=shared.title,
        text=text,
        address=address,
        whatsapp=whatsapp(f"{text}\n{address}"),
        picture=picture if shared.has_picture else "",
        embeds=embeds(shared),
        menu=menu_html(shared),
    )


def words(title: str, scope: str, sentence: str, source: str, version: str) -> str:
    """A figure in a message, true without its page: its title with year and kind, its sentence,
    its source with the version of the data."""
    named = t("figures.share_title", title=title, scope=scope)
    cited = t("figures.cite_short", source=source, version=version)
    return f"{named}\n{sentence}\n{cited}"


def whatsapp(text: str) -> str:
    """The address that opens WhatsApp with that text."""
    return _WHATSAPP + quote(text, safe="")
