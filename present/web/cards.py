"""What other sites show of an address of ours: title, description, picture."""

from __future__ import annotations

from html import escape

from present.figures.request import Asked
from present.kit.figure import Figure
from present.kit.text import TURKISH, t

_LOCALES = {"tr": "tr_TR", "en": "en_GB"}


def card(asked: Asked, figure: Figure, base: str) -> str:
    """Open Graph and Twitter elements for an embed's head, the figure being the picture."""
    return elements(
        figure.title,
        figure.sentence,
        base + asked.page,
        base + asked.address(f"/grafik/{asked.entry.slug}.png", boyut="sosyal"),
        asked.language,
    )


def elements(title: str, description: str, address: str, picture: str, language: str) -> str:
    """The elements of a page's head."""
    named = {
        "og:type": "website",
        "og:site_name": t("common.site_name"),
        "og:locale": _LOCALES.get(language, _LOCALES[TURKISH]),
        "og:title": title,
        "og:description": description,
        "og:url": address,
        "og:image": picture,
        "og:image:width": "1200",
        "og:image:height": "628",
        "og:image:alt": description,
        "twitter:card": "summary_large_image",
    }
    return "".join(
        f'<meta {"name" if name.startswith("twitter") else "property"}="{name}" '
        f'content="{escape(value, quote=True)}">'
        for name, value in named.items()
    )
