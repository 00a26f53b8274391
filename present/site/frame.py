"""What frames every page, as HTML: skip link, bar, trail, head, parts' headings, messages, footer.

The bar's buttons, the landmarks and the change of page without loading it anew are brought to life
by ``assets/frame.js``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from markupsafe import Markup

from kbb_data.geo import Place
from present.kit import draft, writing
from present.kit.markup import Pieces, worded
from present.kit.text import either, t, verbatim
from present.site.pages import SEARCH

_PIECES = Pieces("site/frame.jinja")

#: The name of where a page begins, its heading: the skip link and a change of page lead there.
_CONTENT = "kbb-icerik"

#: Names and addresses.
Links = Sequence[tuple[str, str]]


class Way(NamedTuple):
    """The way to a page: its name, its address, and whether it is the page at hand."""

    name: str
    address: str
    is_at_hand: bool


class Part(NamedTuple):
    """A part of the menu: the stem of its name, and the ways to its pages."""

    stem: str
    ways: Sequence[Way]

    @property
    def is_at_hand(self) -> bool:
        """Whether the page at hand is one of its pages."""
        return any(way.is_at_hand for way in self.ways)


def draft_band() -> Markup:
    """The band over a page that shows a draft."""
    return _PIECES("draft_band", mark=draft.mark(is_draft=True))


def head(heading: str, intro: str = "", *, own: Collection[str] = (), terms: Links = ()) -> Markup:
    """A page's one h1 with the sentence below it and the glossary's terms that it needs.

    ``own`` are the document's own words in both; they stay Turkish.
    """
    return _PIECES("head", content=_CONTENT, heading=heading, intro=intro, own=own, terms=terms)


def terms(terms: Links) -> Markup:
    """The ways to the terms that a page needs, where its head does not show them; or nothing."""
    return _PIECES("terms_of", terms=terms) if terms else Markup("")


def section(heading: str, text: str = "", *, own: Collection[str] = ()) -> Markup:
    """The heading of a part of a page, and a sentence below it; ``own`` as in ``head``."""
    return _PIECES("section", heading=heading, text=text, own=own)


def status(text: str) -> Markup:
    """What those who can't see the page are told once it has followed a choice."""
    return _PIECES("status", text=text)


def message(heading: str, text: str) -> Markup:
    """A calm message in place of what can't be shown."""
    return _PIECES("message", heading=heading, text=text)


def steps(ways: Sequence[tuple[str, Markup, str]], place: tuple[int, int] | None = None) -> Markup:
    """Links from one thing of a list back to it and to its neighbours: ``back``, ``previous`` or
    ``next``, the words in full, of which a telephone shows the way alone, and the address.

    ``place``: which thing is shown, counted from 0, and of how many; ``None`` tells nothing.
    """
    told = place and tuple(map(writing.number, (place[0] + 1, place[1])))
    return _PIECES("steps", ways=ways, place=told)


def bar(
    home: Way,
    menu: Sequence[Part],
    typed: str,
    kept: Links,
    language: str,
    other_address: str,
    suggestions: str,
) -> Markup:
    """The bar above every page: the way past it, the dashboard's name, the menu, the search, and
    the way to the other language.

    ``home`` is the first page under the dashboard's name, ``typed`` what the search's field holds,
    ``kept`` the names and values that a search keeps; ``language`` is the other one,
    ``other_address`` the view at hand in it; ``suggestions`` is the address of what the search's
    field suggests.
    """
    return _PIECES(
        "bar",
        content=_CONTENT,
        home=home,
        menu=menu,
        search=SEARCH.path,
        typed=typed,
        kept=kept,
        language=language,
        other_address=other_address,
        suggestions=suggestions,
    )


def trail(stem: str, page: str, address: str | None) -> Markup:
    """Where the page stands: the part of the menu of that ``stem``, and the page; with an
    ``address`` the view at hand is one of its things, whose name is the heading below."""
    return _PIECES("trail", stem=stem, page=page, address=address)


def programmes(
    years: Sequence[tuple[int, str, bool]], institutions: Sequence[tuple[str, str, bool]]
) -> Markup:
    """The ways to other programmes: years oldest first and institutions, each with its address and
    whether it is the one at hand. Empty with one year and no institutions; with a later year than
    the one at hand it says that this is an old programme."""
    if len(years) < 2 and not institutions:
        return Markup()
    at = next(year for year, _, is_at_hand in years if is_at_hand)
    newest, address, _ = years[-1]
    return _PIECES(
        "programmes",
        years=[(str(year), address, is_at_hand) for year, address, is_at_hand in years],
        institutions=institutions,
        at=at,
        newest=newest if newest != at else None,
        newest_address=address,
    )


def footer(
    groups: Sequence[tuple[str, Links]],
    source_title: str,
    version: str,
    place: Place | None,
    programmes: Links,
) -> Markup:
    """What stands below every page.

    ``groups``: the stems of the menu's parts with their pages, none without the way to them;
    ``source_title`` and ``version`` say which document and which data are shown, ``place`` who is
    counted, and ``programmes`` are the ways to the others; usually there is none.
    """
    lines: list[str] = [worded("common.footer_source", title=verbatim(source_title))]
    if place:
        count = place.population
        lines.append(
            t(
                "common.footer_population",
                source=either(count.source, count.source_en),
                date=writing.date(count.date),
            )
        )
    lines += [t("common.footer_independent"), t("common.footer_version", version=version)]
    return _PIECES("footer", groups=groups, lines=lines, programmes=programmes)
