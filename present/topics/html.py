"""The pieces of topics in HTML: a list of bars, one topic's facts, units, goals and doubts.

The templates stand in ``html.jinja``, the style in ``assets/css/topics.css``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from present.kit import writing
from present.kit.markup import Pieces
from present.kit.text import t
from present.kit.writing import per_head_text, share_text
from present.topics.entries import Listed
from present.topics.model import GoalShare, Part, Topic
from present.topics.words import hundred, part_name, topic_name

_PIECES = Pieces("topics/html.jinja")

Link = Callable[[object], str]

#: Units that stand before the fold.
UNITS = 5


@dataclass(frozen=True, slots=True)
class Doubt:
    """Money that could stand in another topic as well: its part, the other topic, why."""

    part: Part
    other: str
    address: str

    @property
    def name(self) -> str:
        """The part's name."""
        return part_name(self.part)


def bars_html(listed: Sequence[Listed]) -> Markup:
    """Every topic in a line with a bar, its money and its share, each leading to its own view; the
    longest bar is the one with most money. Empty for none."""
    paid = [each for each in listed if each.amount_kurus]
    if not paid:
        return Markup("")
    largest = max(each.amount_kurus or 0 for each in paid)
    rows = [
        (
            each,
            f"{float(Fraction(each.amount_kurus or 0, largest)):.4f}",
            writing.money_short(each.amount_kurus),
            share_text(each.share),
        )
        for each in paid
    ]
    return _PIECES("bars", rows=rows)


def facts_html(topic: Topic, programme: int | None, people: int | None) -> Markup:
    """What a topic gets, its share, of every 100 lira and a resident; the last is left out where
    nobody counted residents."""
    amount = topic.amount_kurus
    part = None if amount is None or not programme else float(Fraction(amount, programme))
    pairs = [
        (t("topics.fact_money"), writing.money(amount)),
        (t("topics.fact_share"), share_text(part)),
        (t("topics.fact_hundred"), t("topics.fact_hundred_lira", lira=hundred(amount, programme))),
    ]
    if people:
        pairs.append((t("topics.fact_per_head"), per_head_text(amount, people)))
    return _PIECES("facts", pairs=pairs)


def units_html(topic: Topic, link: Link) -> Markup:
    """The units that spend the topic's money, the largest first, those after ``UNITS`` in a fold;
    empty where none is named."""
    rows = [
        (name, link(unit), writing.money(amount), share_text(amount / (topic.amount_kurus or 1)))
        for unit, name, amount in topic.units
    ]
    return _PIECES("units", rows=rows[:UNITS], more=rows[UNITS:]) if rows else Markup("")


def shared_html(
    shares: Sequence[GoalShare], names: Mapping[int, str], counts: Mapping[int, int], link: Link
) -> Markup:
    """The goals of which the topic holds no more than half of the activities: each with how many of
    how many lie here, and its indicators; empty for none. ``names`` are what goals are called,
    ``counts`` how many indicators each has."""
    rows = [
        (
            t("budget.name_numbered", number=share.goal, name=names[share.goal]),
            link(share.goal),
            t(
                "topics.shared_of",
                here=writing.number(share.here),
                activities=writing.number(share.activities),
                indicators=writing.number(counts.get(share.goal, 0)),
            ),
        )
        for share in shares
    ]
    return _PIECES("shared", rows=rows) if rows else Markup("")


def doubts_html(here: Sequence[Doubt], elsewhere: Sequence[Doubt]) -> Markup:
    """What of the topic could stand in another one as well, and what of others could stand here;
    empty where nothing could."""
    return _PIECES("doubts", here=here, elsewhere=elsewhere) if here or elsewhere else Markup("")


def doubts(topics: Sequence[Topic], topic: Topic, link: Link) -> tuple[list[Doubt], list[Doubt]]:
    """The doubtful parts with money: those of ``topic``, and those of others that could be its."""
    names = {each.slug: topic_name(each) for each in topics}
    here = [
        Doubt(part, names[part.other], link(part.other))
        for part in topic.parts
        if part.amount_kurus and part.other in names and part.other is not None
    ]
    elsewhere = [
        Doubt(part, names[other.slug], link(other.slug))
        for other in topics
        for part in other.parts
        if part.amount_kurus and part.other == topic.slug
    ]
    return here, elsewhere


def quiet_html(text: str) -> Markup:
    """A quiet sentence."""
    return _PIECES("quiet", text=text)


def inside_html(content: Markup) -> Markup:
    """What stands within a fold, with room around it."""
    return _PIECES("inside", content=content)
