"""The glossary: terms of budgets and programmes in everyday words.

The terms stand in the catalogue ``sozluk``: ``term_<slug>`` is a term's name and ``text_<slug>``
what it means, with ``_`` for the ``-`` of the slug.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kbb_data.turkish import sort_key
from present.kit.setting import Setting
from present.kit.text import TURKISH, catalogue, language, t
from present.site import links
from present.site.links import Thing
from present.site.pages import SitePage

_NAME = "glossary.term_"
_GENERAL = "genel-yonetim-giderleri"


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its slug in addresses, the same in both languages, its name and its meaning."""

    slug: str
    name: str
    text: str


def terms() -> tuple[Term, ...]:
    """All terms in the visit's language, in its alphabetical order."""
    known = [
        term(key.removeprefix(_NAME).replace("_", "-"))
        for key in catalogue(TURKISH)
        if key.startswith(_NAME)
    ]
    order = sort_key if language() == TURKISH else str.casefold
    return tuple(sorted(known, key=lambda term: order(term.name)))


def term(slug: str) -> Term:
    """One term in the visit's language. Raises ``KeyError`` for a slug that is none."""
    key = slug.replace("-", "_")
    return Term(slug, t(f"glossary.term_{key}"), t(f"glossary.text_{key}"))


def address(setting: Setting, slug: str) -> str:
    """The address that opens one term; another site's frame around the dashboard is left."""
    whole = replace(setting, addresses=replace(setting.addresses, after=()))
    return links.to(whole, Thing.TERM, slug)


def of_page(setting: Setting, page: SitePage) -> tuple[tuple[str, str], ...]:
    """The names of a page's terms in the visit's language, each with its address."""
    return tuple(
        (term(slug).name, address(setting, slug))
        for slug in page.terms
        if slug != _GENERAL or _has_general(setting)
    )


def _has_general(setting: Setting) -> bool:
    """Whether the document may have general administration: a programme budget mostly has none."""
    return not setting.is_programme_budget or bool(setting.totals.general_administration_kurus)
