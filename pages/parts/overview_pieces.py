"""Pieces of the overview in HTML: the total with its two splits, counts, ways on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kbb_data.geo import Place
from present.budget.model import share
from present.kit import writing
from present.kit.text import either, marked, t


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the total: its name, kuruş (``None``: not stated), its tone in the style sheet."""

    name: str
    kurus: int | None
    tone: str


def hero_html(
    label: str,
    total_kurus: int | None,
    place: Place | None,
    splits: Sequence[tuple[str, Sequence[Part]]],
) -> str:
    """The programme's total, per resident where residents are known, and where it is split.

    Parts of 0 or not stated are left out of a split.
    """
    per_head = ""
    if place and total_kurus is not None:
        amount = writing.per_head(total_kurus, place.residents)
        note = t(
            "overview.per_head_note",
            people=writing.number(place.residents),
            source=either(place.population.source, place.population.source_en),
            date=writing.date(place.population.date),
        )
        per_head = (
            f'<p class="kb-per-head"><strong>'
            f"{escape(t('overview.per_head', amount=amount))}</strong> "
            f"<span>{escape(note)}</span></p>"
        )
    return (
        f'<section class="kb-hero"><p class="kb-label">{escape(label)}</p>'
        f'<p class="kb-total">{escape(writing.money(total_kurus))}</p>{per_head}'
        f'<div class="kb-splits">{"".join(_split(*split) for split in splits)}</div></section>'
    )


def _split(title: str, parts: Sequence[Part]) -> str:
    stated = [part for part in parts if part.kurus]
    whole = sum(part.kurus or 0 for part in stated)
    bar = "".join(
        f'<i class="kb-{part.tone}" style="flex-grow:{(part.kurus or 0) / whole:.4f}"></i>'
        for part in stated
    )
    items = "".join(
        f'<li><i class="kb-{part.tone}"></i><span><b>{escape(writing.money(part.kurus))}</b> '
        f"{escape(part.name)} ({writing.share(share(part.kurus, whole))})</span></li>"
        for part in stated
    )
    return (
        f'<div class="kb-split"><h2>{escape(title)}</h2>'
        f'<div class="kb-stack" aria-hidden="true">{bar}</div><ul>{items}</ul></div>'
    )


def words_html() -> str:
    """What the two terms mean, said once."""
    return (
        f'<div class="kb-terms"><p>{escape(t("overview.words_off_budget"))}</p>'
        f"<p>{escape(t('overview.words_general'))}</p></div>"
    )


def questions_html(title: str, questions: Sequence[tuple[str, str]]) -> str:
    """Questions that people ask, each leading to its answer: the question and the address."""
    items = "".join(
        f'<li><a href="{escape(address, quote=True)}" target="_self">{escape(question)}</a></li>'
        for question, address in questions
    )
    return (
        f'<div class="kbb-section"><h2>{escape(title)}</h2></div>'
        f'<ul class="kb-questions">{items}</ul>'
    )


def counts_html(title: str, counts: Sequence[tuple[int, str, str]]) -> str:
    """Counts with what is counted, each leading to it."""
    items = "".join(
        f'<li><a href="{escape(address, quote=True)}" target="_self">'
        f"<b>{writing.number(count)}</b> <span>{escape(name)}</span></a></li>"
        for count, name, address in counts
    )
    return (
        f'<div class="kbb-section"><h2>{escape(title)}</h2></div><ul class="kb-counts">{items}</ul>'
    )


def next_html(title: str, ways: Sequence[tuple[str, str, str]]) -> str:
    """Where to go from here: name, a sentence, address."""
    items = "".join(
        f'<li><a href="{escape(address, quote=True)}" target="_self"><b>{escape(name)}</b>'
        f"<span>{escape(text)}</span></a></li>"
        for name, text, address in ways
    )
    return (
        f'<div class="kbb-section"><h2>{escape(title)}</h2></div><ul class="kb-next">{items}</ul>'
    )


def source_html(source_title: str) -> str:
    """Which document the page shows."""
    text = marked(t("overview.document_text", title=source_title), [source_title])
    return (
        f'<div class="kbb-section"><h2>{escape(t("overview.document_title"))}</h2>'
        f"<p>{text}</p></div>"
    )
