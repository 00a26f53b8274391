"""The pieces of Genel Bakış in HTML: the total with its two splits, counts, ways on.

The templates are ``overview.jinja``, the style ``assets/css/budget.css``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kbb_data.geo import Place
from present.budget.model import share
from present.kit import writing
from present.kit.markup import Pieces
from present.kit.setting import Setting, Totals
from present.kit.text import either, t

_PIECES = Pieces("budget/overview.jinja")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the total: its name, kuruş (``None``: not stated), its tone in the style sheet."""

    name: str
    kurus: int | None
    tone: str


@dataclass(frozen=True, slots=True)
class Slice:
    """A part as it is drawn: its name, its tone, its money in words, its share of the whole as a
    part of 1 with four decimals (``0.2500``) and in words."""

    name: str
    tone: str
    money: str
    width: str
    share: str


def hero_html(setting: Setting) -> Markup:
    """The programme's total, per resident where residents are known, and how it is split: where
    it comes from, what it goes to."""
    totals = setting.totals
    return _PIECES(
        "hero",
        label=t("overview.total_label", year=setting.year),
        total=writing.money(totals.total_kurus),
        per_head=per_head_words(totals.total_kurus, setting.place),
        splits=_splits(setting),
        note=t("overview.total_added") if setting.are_totals_added else "",
    )


def total_html(setting: Setting) -> Markup:
    """The programme's total and what it is for a resident, in few lines: how it is split and who
    was counted stand in ``about_html``."""
    totals, place = setting.totals, setting.place
    per_head = people = ""
    if place is not None and totals.total_kurus is not None:
        amount = writing.per_head(totals.total_kurus, place.residents)
        per_head = t("overview.per_head", amount=amount)
        people = t("overview.per_head_people", people=writing.number(place.residents))
    return _PIECES(
        "total",
        label=t("overview.total_label", year=setting.year),
        total=writing.money(totals.total_kurus),
        per_head=per_head,
        people=people,
        note=t("overview.total_added") if setting.are_totals_added else "",
    )


def about_html(setting: Setting, read_with: Markup) -> Markup:
    """What has to be known of the amounts on the page: ``read_with`` (a figure's sentence, notes
    and source), how the total is split, who was counted, what the terms mean; for a fold."""
    per_head = per_head_words(setting.totals.total_kurus, setting.place)
    return _PIECES(
        "about",
        read_with=read_with,
        splits=_splits(setting),
        counted=per_head[1] if per_head else "",
        terms=terms_html(has_general=has_general(setting)),
    )


def _splits(setting: Setting) -> list[tuple[str, list[Slice]]]:
    """How the total is split: where it comes from, what it goes to. All money of a programme budget
    may be that of activities, so that the second says nothing."""
    totals = setting.totals
    funds, purposes = sliced(sources(totals)), sliced(uses(totals))
    splits = [(t("overview.split_funds"), funds), (t("overview.split_uses"), purposes)]
    if setting.is_programme_budget:
        return [(name, parts) for name, parts in splits if len(parts) > 1]
    return splits


def per_head_words(kurus: int | None, place: Place | None) -> tuple[str, str] | None:
    """An amount a resident, and who was counted, by whom, when; nothing where either is unknown."""
    if place is None or kurus is None:
        return None
    amount = writing.per_head(kurus, place.residents)
    note = t(
        "overview.per_head_note",
        people=writing.number(place.residents),
        source=either(place.population.source, place.population.source_en),
        date=writing.date(place.population.date),
    )
    return t("overview.per_head", amount=amount), note


def sources(totals: Totals) -> list[Part]:
    """Where the total comes from."""
    return [
        Part(t("overview.part_budget"), totals.budget_kurus, "money"),
        Part(t("overview.part_off_budget"), totals.off_budget_kurus, "other"),
    ]


def uses(totals: Totals) -> list[Part]:
    """What the total goes to."""
    return [
        Part(t("overview.part_activities"), totals.goals_total_kurus, "money"),
        Part(t("overview.part_general"), totals.general_administration_kurus, "general"),
        Part(t("overview.part_transfers"), totals.transfers_kurus, "other"),
    ]


def sliced(parts: Sequence[Part]) -> list[Slice]:
    """The parts as they are drawn; those of 0 or not stated are left out."""
    whole = sum(part.kurus or 0 for part in parts)
    return [
        Slice(
            part.name,
            part.tone,
            writing.money(part.kurus),
            f"{part.kurus / whole:.4f}",
            writing.share(share(part.kurus, whole)),
        )
        for part in parts
        if part.kurus
    ]


def terms_html(*, has_general: bool = True) -> Markup:
    """What the two terms mean, said once; of general administration nothing where there is none."""
    return _PIECES("terms", has_general=has_general)


def has_general(setting: Setting) -> bool:
    """Whether the document may have general administration; a programme budget mostly has none."""
    return not setting.is_programme_budget or bool(setting.totals.general_administration_kurus)


def questions_html(questions: Sequence[tuple[str, str]]) -> Markup:
    """Questions that people ask, each leading to its answer: the question and the address."""
    return _PIECES("questions", questions=questions)


def topics_html(bars: Markup, address: str, share: Markup) -> Markup:
    """Where the money goes: a topic a line (``bars``), the way to their page, and ``share``, what
    can be done with the figure."""
    return _PIECES("topics", bars=bars, address=address, share=share)


def counts_html(counts: Sequence[tuple[int, str, str]]) -> Markup:
    """Counts with what is counted, each leading to it: count, name, address."""
    return _PIECES("counts", counts=counts)


def ambition_html(sentence: str) -> Markup:
    """What the indicators' targets ask, in a sentence of our own words alone."""
    # Nothing of the document's is in it; apostrophes after years stay as they are.
    return _PIECES("ambition", sentence=Markup(sentence))


def ways_html(ways: Sequence[tuple[str, str, str]]) -> Markup:
    """Where to go from the overview: name, a sentence, address."""
    return _PIECES("ways", ways=ways)


def source_html(title: str) -> Markup:
    """Which document the page shows, by its own title."""
    return _PIECES("source", title=title)
