"""The words of topics: names, sentences, what an amount leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kbb_data.topics import ACTIVITY
from present.budget.model import Fund, Measure, View, share, stated
from present.budget.words import Showing, row_name, source_name, subtitle_of
from present.kit import writing
from present.kit.setting import Background
from present.kit.text import either, t
from present.kit.writing import per_head_text, share_text
from present.topics.model import UNJUDGED, Part, Topic


def topic_name(topic: Topic) -> str:
    """A topic's name in the visit's language."""
    if topic.slug == UNJUDGED:
        return t("topics.unjudged")
    return either(topic.name, topic.name_en or "")


def topic_purpose(topic: Topic) -> str:
    """What a topic's money buys, a line, in the visit's language."""
    if topic.slug == UNJUDGED:
        return t("topics.unjudged_purpose")
    return either(topic.purpose, topic.purpose_en or "")


def part_name(part: Part, *, is_short: bool = False) -> str:
    """A part's name: an activity's with its number, a line of general administration's as such."""
    if part.kind == ACTIVITY:
        name = part.short if is_short else part.name
        return t("budget.name_numbered", number=part.key, name=name)
    line = row_name(View.CODE, part.key, None, part.name) if part.key.isdigit() else ""
    return t("topics.general_line", line=line or source_name(part.key))


def hundred(amount: int | None, whole: int | None) -> str:
    """How much of every 100 lira of the programme a topic gets, with two decimals."""
    if not whole or amount is None:
        return writing.not_stated()
    part = Fraction(amount, whole) * 100
    return writing.number(round(float(part), 2), 2)


def topics_subtitle(whole: int | None, background: Background, showing: Showing) -> str:
    """Year, kind and whole of the figures, and that the topics are not the document's."""
    said = subtitle_of(Fund.BOTH, whole, background, showing)
    return t("topics.subtitle", subtitle=said)


def topics_sentence(
    topics: Sequence[Topic], whole: int | None, background: Background, showing: Showing
) -> str:
    """What the topics with most money get, told by resident where amounts are so shown."""
    paid = [topic for topic in topics if topic.amount_kurus]
    if not paid or not whole:
        return t("topics.sentence_none", year=background.year)
    words = {
        "year": str(background.year),
        "whole": writing.money(whole),
        "count": writing.number(len(paid)),
    }
    is_head = showing.measure is Measure.PER_HEAD and background.people
    for place, topic in zip(("first", "second", "third"), paid, strict=False):
        amount = topic.amount_kurus or 0
        words[place] = topic_name(topic)
        words[f"{place}_money"] = (
            per_head_text(amount, background.people) if is_head else writing.money(amount)
        )
        words[f"{place}_share"] = share_text(share(amount, whole))
    if is_head:
        words["whole"] = per_head_text(whole, background.people)
    if len(paid) < 3:
        return t("topics.sentence_few_head" if is_head else "topics.sentence_few", **words)
    return t("topics.sentence_head" if is_head else "topics.sentence", **words)


def topic_sentence(
    topic: Topic, programme: int | None, background: Background, showing: Showing
) -> str:
    """What a topic gets, its share of the programme and its largest part."""
    amount, name = topic.amount_kurus, topic_name(topic)
    if not amount:
        return t("topics.one_sentence_none", year=background.year, topic=name)
    paid = [part for part in topic.parts if part.amount_kurus]
    is_head = showing.measure is Measure.PER_HEAD and background.people
    words = {
        "year": str(background.year),
        "topic": name,
        "money": per_head_text(amount, background.people) if is_head else writing.money(amount),
        "share": share_text(share(amount, programme)),
        "count": writing.number(len(paid)),
        "first": writing.unstopped(part_name(paid[0], is_short=True)),
        "first_share": share_text(share(stated(paid[0].amount_kurus) or 0, amount)),
    }
    if len(paid) == 1:
        return t(f"topics.one_sentence_only{'_head' if is_head else ''}", **words)
    return t(f"topics.one_sentence{'_head' if is_head else ''}", **words)


def elsewhere(activity: int, paying: Topic) -> str:
    """That a topic's amount holds no wages, and in which topic they are: that of the activity that
    pays the staff."""
    return t("topics.wages_elsewhere", activity=activity, topic=topic_name(paying))


def method_text(codes: Mapping[str, Topic], names: Mapping[str, str]) -> str:
    """How topics were chosen: ``codes`` are the economic codes that are a topic of their own,
    ``names`` their words."""
    if not codes:
        return t("topics.method_plain")
    told = [
        t("topics.code_of", code=names.get(code, code), topic=topic_name(topic))
        for code, topic in codes.items()
    ]
    return t("topics.method", codes=", ".join(told))
