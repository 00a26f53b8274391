"""Search results as HTML: grouped by kind, the words that were looked for marked in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from kbb_data.search_words import Term, marks
from present.kit.text import TURKISH, language, t

#: Results of a kind that are shown where all kinds are.
SHOWN = 8
#: Letters of what is said of a result beside its title.
_EXCERPT = 160
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Result:
    """Something that was found: where it leads, its name and what else is said of it.

    ``number`` stands before the name, empty where the thing has none. ``is_ours``: the words are
    ours in the visit's language, not the document's.
    """

    href: str
    title: str
    body: str = ""
    number: str = ""
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The results of one kind, best first, and the address that shows this kind alone.

    ``kind`` is the stem of its name in the catalogue (``ara.kind_<kind>``).
    """

    kind: str
    href: str
    results: tuple[Result, ...]


def marked_html(text: str, terms: Iterable[Term]) -> str:
    """``text`` as HTML with the words marked that any of ``terms`` means."""
    pieces: list[str] = []
    at = 0
    for start, end in marks(text, terms):
        pieces += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return "".join([*pieces, escape(text[at:])])


def excerpt(text: str, terms: Iterable[Term], length: int = _EXCERPT) -> str:
    """At most ``length`` letters of ``text`` around the first word that is looked for, cut between
    words; the beginning where none is in it, and the whole where that is no longer."""
    if len(text) <= length:
        return text
    places = marks(text, terms)
    start = 0
    if places and places[0][1] > length:
        start = text.rfind(" ", 0, max(0, places[0][0] - length // 4)) + 1
    end = start + length
    if end < len(text):
        end = max(text.rfind(" ", start, end), places[0][1] if places else start + 1)
    before = _CUT if start else ""
    after = _CUT if end < len(text) else ""
    return f"{before}{text[start:end].rstrip(' ,;')}{after}"


def groups_html(groups: Sequence[Group], terms: Sequence[Term], *, all_shown: bool) -> str:
    """The results of each kind under a heading with their number, at most ``SHOWN`` of each
    unless ``all_shown``; a link leads to the rest."""
    return "".join(_group_html(group, terms, all_shown) for group in groups)


def _group_html(group: Group, terms: Sequence[Term], all_shown: bool) -> str:
    count = len(group.results)
    results = group.results if all_shown else group.results[:SHOWN]
    items = "".join(_result_html(one, terms) for one in results)
    more = ""
    if count > len(results):
        label = t(f"search.all_{group.kind}", count=count)
        more = f'<p class="ka-more">{_link(group.href, escape(label))}</p>'
    name = escape(t(f"search.kind_{group.kind}"))
    heading = f'{name} <span class="ka-count">{count}</span>'
    return (
        f'<section class="ka-group"><h2>{heading}</h2><ul class="ka-list">{items}</ul>{more}'
        "</section>"
    )


def _result_html(one: Result, terms: Sequence[Term]) -> str:
    number = f'<span class="ka-number">{escape(one.number)}</span>' if one.number else ""
    own = "" if one.is_ours or language() == TURKISH else ' lang="tr"'
    link = f'<a href="{escape(one.href, quote=True)}" target="_self"{own}>'
    body = ""
    if one.body:
        body = f'<p class="ka-body"{own}>{marked_html(excerpt(one.body, terms), terms)}</p>'
    name = f"{number}{link}{marked_html(one.title, terms)}</a>"
    return f'<li><div class="ka-name">{name}</div>{body}</li>'


def kinds_html(groups: Sequence[Group], here: str | None, everything: str) -> str:
    """The ways to one kind alone and back to all (``everything``); ``here`` is the open kind.

    Empty where there is nothing to choose between.
    """
    if len(groups) < 2:
        return ""
    total = sum(len(group.results) for group in groups)
    ways: list[tuple[str | None, str, str, int]] = [(None, everything, t("search.kind_all"), total)]
    ways += [
        (group.kind, group.href, t(f"search.kind_{group.kind}"), len(group.results))
        for group in groups
    ]
    items = "".join(
        f"<li>{_link(href, f'{escape(name)} <span>{count}</span>', is_here=kind == here)}</li>"
        for kind, href, name, count in ways
    )
    label = escape(t("search.kinds"), quote=True)
    return f'<nav aria-label="{label}"><ul class="ka-kinds">{items}</ul></nav>'


def note_html(text: str) -> str:
    """What a visitor must know about how the results came about."""
    return f'<p class="ka-note">{escape(text)}</p>'


def examples_html(examples: Sequence[tuple[str, str]]) -> str:
    """Searches to try: what is typed, and its address. Empty without any."""
    if not examples:
        return ""
    own = "" if language() == TURKISH else ' lang="tr"'
    items = "".join(f"<li>{_link(href, escape(word), own=own)}</li>" for word, href in examples)
    return (
        f'<section class="ka-group"><h2>{escape(t("search.examples"))}</h2>'
        f'<ul class="ka-kinds">{items}</ul></section>'
    )


def tips_html(tips: Sequence[str]) -> str:
    """What to try where nothing was found."""
    items = "".join(f"<li>{escape(tip)}</li>" for tip in tips)
    return (
        f'<section class="ka-group"><h2>{escape(t("search.tips"))}</h2>'
        f'<ul class="kbb-list">{items}</ul></section>'
    )


def _link(href: str, content: str, *, is_here: bool = False, own: str = "") -> str:
    current = ' aria-current="true"' if is_here else ""
    return f'<a href="{escape(href, quote=True)}" target="_self"{current}{own}>{content}</a>'
