"""The two sides of a comparison in HTML: the same facts in the same order, bars on one scale.

Text is escaped; the style is ``assets/css/units.css``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from present.budget.model import share
from present.compare.model import Kind, Side
from present.kit import writing
from present.kit.text import t, verbatim
from present.kit.writing import per_head_text, share_text
from present.units.charts import PAIR


def anchor(address: str, inner: str) -> str:
    """A link within the site around finished HTML."""
    return f'<a href="{escape(address, quote=True)}" target="_self">{inner}</a>'


@dataclass(frozen=True, slots=True)
class Whole:
    """What shares are of: all activities' money, the whole programme's, and the residents."""

    activities_kurus: int | None
    programme_kurus: int | None
    people: int | None


def sides_html(sides: Sequence[tuple[Side, str, str]], whole: Whole) -> str:
    """Two sides, each with the address of its own page and of its money on Bütçe."""
    largest = max((side.amount_kurus or 0 for side, _, _ in sides), default=0)
    cards = "".join(
        _card(letter, side, own, budget, whole, largest)
        for letter, (side, own, budget) in zip(PAIR, sides, strict=True)
    )
    return f'<div class="kr-sides">{cards}</div>'


def _card(letter: str, side: Side, own: str, budget: str, whole: Whole, largest: int) -> str:
    words = f"<p>{verbatim(side.words)}</p>" if side.words and side.words != side.label else ""
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>"
        for name, text in _facts(side, whole)
    )
    return (
        f'<section class="kr-side"><h2><span class="kr-letter kr-letter-{letter.lower()}">'
        f"{letter}</span> {_label(side)}</h2>{words}"
        f'<p class="kr-total">{escape(writing.money(side.amount_kurus))}</p>'
        f"{_bar(side, letter, largest)}"
        f'<dl class="kr-pairs">{items}</dl><ul class="kr-ways">'
        f"<li>{anchor(own, escape(t(f'compare.own_{side.kind}')))}</li>"
        f"<li>{anchor(budget, escape(t('compare.own_budget')))}</li></ul></section>"
    )


def _label(side: Side) -> str:
    """A unit's name is the document's own word; other labels are ours."""
    return verbatim(side.label) if side.kind is Kind.UNIT else escape(side.label)


def _bar(side: Side, letter: str, largest: int) -> str:
    """The side's money as a bar; its full width is the larger side."""
    amount = side.amount_kurus or 0
    width = 100 * amount / largest if largest else 0
    return (
        f'<div class="kr-bar" aria-hidden="true">'
        f'<i class="kr-fill-{letter.lower()}" style="width:{width:.2f}%"></i></div>'
    )


def _facts(side: Side, whole: Whole) -> list[tuple[str, str]]:
    amount = side.amount_kurus
    found = [
        (t("budget.fact_budget"), writing.money(side.budget_kurus)),
        (t("budget.fact_off_budget"), writing.money(side.off_budget_kurus)),
        (t("compare.fact_share_activities"), _part(amount, whole.activities_kurus)),
        (t("compare.fact_share_programme"), _part(amount, whole.programme_kurus)),
    ]
    if whole.people:
        found.append((t("budget.fact_per_head"), per_head_text(amount, whole.people)))
    found.append((t("compare.fact_activities"), writing.number(side.activities)))
    if side.kind is not Kind.GOAL:
        found.append((t("compare.fact_goals"), writing.number(side.goals)))
    if side.kind is not Kind.UNIT:
        found.append((t("compare.fact_units"), writing.number(side.units)))
    found.append((t("compare.fact_indicators"), writing.number(side.indicators)))
    return found


def _part(amount: int | None, whole: int | None) -> str:
    return share_text(0.0 if amount == 0 and whole else share(amount, whole))
