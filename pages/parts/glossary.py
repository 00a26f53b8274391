"""The way from a page to what its terms mean."""

from __future__ import annotations

from urllib.parse import urlencode

from pages.parts.visit import kept_parameters
from present.site.glossary import term
from present.site.pages import BY_SLUG, SitePage

#: The parameter of Hakkında that opens one term.
TERM = "terim"


def glossary_links(page: SitePage) -> list[tuple[str, str]]:
    """The names of a page's terms in the visit's language, each with its address."""
    return [(term(slug).name, glossary_address(slug)) for slug in page.terms]


def glossary_address(slug: str) -> str:
    """The address that opens one term of the glossary."""
    parameters = {**kept_parameters(), TERM: slug}
    return f"{BY_SLUG['hakkinda'].path}?{urlencode(parameters)}"
