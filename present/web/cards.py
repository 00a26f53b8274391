"""What other sites show of an address of ours: title, description, picture."""

from __future__ import annotations

from markupsafe import Markup

from present.figures.request import Asked
from present.kit.brand import brand
from present.kit.figure import Figure
from present.kit.markup import Pieces
from present.kit.setting import in_language
from present.kit.text import LANGUAGES, TURKISH

_PIECES = Pieces("web/cards.jinja")

_LOCALES = {"tr": "tr_TR", "en": "en_GB"}


def card(asked: Asked, figure: Figure, base: str) -> Markup:
    """Open Graph and Twitter elements for an embed's head, the figure being the picture."""
    return elements(
        figure.title,
        described(figure),
        base + asked.page,
        base + asked.address(f"/grafik/{asked.entry.slug}.png", boyut="sosyal"),
        asked.language,
        asked.edition.institution,
    )


def elements(
    title: str,
    description: str,
    address: str,
    picture: str,
    language: str,
    institution: str | None,
) -> Markup:
    """The elements of a page's head; ``institution`` as printed, where there is one."""
    named = {
        "og:type": "website",
        "og:site_name": brand(institution),
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
    return _PIECES(
        "elements",
        elements=[
            ("name" if name.startswith("twitter") else "property", name, content)
            for name, content in named.items()
        ],
    )


def described(figure: Figure) -> str:
    """What a card says of a figure: its sentence, and what has to be read with it."""
    return " ".join((figure.sentence, *(note.text for note in figure.notes)))


def alternate(address: str, title: str) -> Markup:
    """The element by which consumers of oEmbed find the answer for a page; ``address`` is whole."""
    return _PIECES("alternate", address=address, title=title)


def canonical(address: str) -> Markup:
    """The element that says which address of a page's is the one."""
    return _PIECES("canonical", address=address)


def alternates(address: str) -> Markup:
    """The elements that say where the same page is in each language; the usual one is also that
    for readers of any other."""
    return _PIECES("alternates", addresses=languages(address))


def languages(address: str) -> list[tuple[str, str]]:
    """The same page's addresses by language, those of any other last."""
    own = [(language, in_language(address, language)) for language in LANGUAGES]
    return [*own, ("x-default", in_language(address, TURKISH))]
