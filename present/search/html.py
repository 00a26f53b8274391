"""Search results as HTML: grouped by kind, the words that were looked for marked in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kbb_data.search_words import Term, marks
from present.kit.markup import Pieces, joined
from present.kit.text import TURKISH, language, marked, t
from present.search.answers import Answer
from present.search.leads import Lead

_PIECES = Pieces("search/html.jinja")

_NO_ANSWER = Answer()

#: Results of a kind that are shown where all kinds are.
SHOWN = 8
#: Letters of what is said of a result beside its title.
_EXCERPT = 160
_CUT = "…"
#: Phrases of the programme that are named as looked for.
_RELATED = 3


@dataclass(frozen=True, slots=True)
class Result:
    """A hit: where it leads, its name, its answer, and what else is said of it.

    ``number`` stands before the name, empty where the thing has none. ``is_ours``: the name is ours
    in the visit's language, not the document's; ``is_body_ours`` the same of the body. ``said`` is
    our own sentence on it, whosever the name is; empty for none.
    """

    href: str
    title: str
    body: str = ""
    number: str = ""
    is_ours: bool = False
    said: str = ""
    answer: Answer = _NO_ANSWER
    is_body_ours: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The results of one kind, best first, and the address that shows this kind alone.

    ``kind`` is the stem of its name in the catalogue (``search.kind_<kind>``).
    """

    kind: str
    href: str
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """The address of a kind alone, or of all kinds: its name, its results' number, and whether it
    is the one that is shown."""

    href: str
    name: str
    count: int
    is_open: bool


def marked_html(text: str, terms: Iterable[Term]) -> Markup:
    """``text`` as HTML with the words marked that any of ``terms`` means."""
    parts: list[tuple[str, bool]] = []
    at = 0
    for start, end in marks(text, terms):
        parts += [(text[at:start], False), (text[start:end], True)]
        at = end
    return _PIECES("words", parts=[*parts, (text[at:], False)])


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


def groups_html(
    groups: Sequence[Group],
    terms: Sequence[Term],
    phrases: Sequence[tuple[Term, ...]] = (),
    *,
    all_shown: bool,
) -> Markup:
    """The results of each kind under a heading with their number, at most ``SHOWN`` of each
    unless ``all_shown``; a link leads to the rest. The words of ``terms`` are marked, and those of
    a phrase where a text has all of them."""
    return joined(*(_group_html(group, terms, phrases, all_shown) for group in groups))


def _group_html(
    group: Group, terms: Sequence[Term], phrases: Sequence[tuple[Term, ...]], all_shown: bool
) -> Markup:
    count = len(group.results)
    results = group.results if all_shown else group.results[:SHOWN]
    return _PIECES(
        "group",
        group=group,
        count=count,
        results=[_result_html(result, terms, phrases) for result in results],
        label=t(f"search.all_{group.kind}", count=count) if count > len(results) else "",
    )


def _result_html(
    result: Result, terms: Sequence[Term], phrases: Sequence[tuple[Term, ...]]
) -> Markup:
    return _PIECES(
        "result",
        result=result,
        title=marked_html(result.title, _held(result.title, terms, phrases)),
        body=marked_html(excerpt(result.body, terms), terms),
        answer=answer_html(result.answer),
        is_turkish=not result.is_ours and language() != TURKISH,
        is_body_turkish=not result.is_body_ours and language() != TURKISH,
    )


def _held(
    text: str, terms: Sequence[Term], phrases: Sequence[tuple[Term, ...]]
) -> tuple[Term, ...]:
    """The terms, and the first phrase of which a text that has none of them has every word."""
    if marks(text, terms):
        return tuple(terms)
    for phrase in phrases:
        if all(marks(text, (term,)) for term in phrase):
            return (*terms, *phrase)
    return tuple(terms)


def answer_html(answer: Answer) -> Markup:
    """A result's answer: what is read first, what belongs to it, and what an amount holds or leaves
    out. Empty without any."""
    return _PIECES("answer", answer=answer) if answer.text else Markup()


def lead_html(lead: Lead) -> Markup:
    """The plain answer above the results."""
    return _PIECES(
        "lead",
        lead=lead,
        answer=answer_html(lead.answer),
        is_turkish=not lead.is_ours and language() != TURKISH,
    )


def related_html(typed: str, phrases: Sequence[str]) -> Markup:
    """Which of the programme's own words were looked for beside those that were typed, since it
    calls the thing so; empty without any."""
    if not phrases:
        return Markup()
    shown = phrases[:_RELATED]
    text = t("search.related", query=typed, means=", ".join(shown))
    return _PIECES("related", text=marked(text, shown))


def ways_html(heading: str, ways: Sequence[tuple[str, str]]) -> Markup:
    """Where else to look: names and addresses under a heading."""
    return _PIECES("ways", heading=heading, ways=ways)


def kinds_html(groups: Sequence[Group], kind: str | None, everything: str) -> Markup:
    """The ways to one kind alone and back to all (``everything``); ``kind`` is the open one.

    Empty where there is nothing to choose between.
    """
    if len(groups) < 2:
        return Markup()
    total = sum(len(group.results) for group in groups)
    ways = [Way(everything, t("search.kind_all"), total, kind is None)]
    ways += [
        Way(group.href, t(f"search.kind_{group.kind}"), len(group.results), group.kind == kind)
        for group in groups
    ]
    return _PIECES("kinds", ways=ways)


def note_html(text: str) -> Markup:
    """What a visitor must know about how the results came about."""
    return _PIECES("note", text=text)


def examples_html(examples: Sequence[tuple[str, str]]) -> Markup:
    """Searches to try: what is typed, and its address. Empty without any."""
    if not examples:
        return Markup()
    return _PIECES("examples", examples=examples, is_turkish=language() != TURKISH)


def tips_html(tips: Sequence[str]) -> Markup:
    """What to try where nothing was found."""
    return _PIECES("tips", tips=tips)
