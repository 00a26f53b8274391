"""The two sides of a comparison in HTML: the same facts in the same order, bars on one scale.

The template is ``html.jinja``, the style ``assets/css/compare.css``.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from present.compare.model import Kind, Side, Whole
from present.compare.words import facts
from present.kit import writing
from present.kit.markup import Pieces
from present.units.charts import PAIR

_PIECES = Pieces("compare/html.jinja")


def sides_html(sides: Sequence[tuple[Side, str, str]], whole: Whole) -> Markup:
    """Two sides, each with the address of its own page and of its money on Bütçe.

    The larger side's bar is as wide as its card.
    """
    largest = max((side.amount_kurus or 0 for side, _, _ in sides), default=0)
    cards = [
        _PIECES(
            "card",
            letter=letter,
            side=side,
            # A unit's name is the document's own word; other labels are ours.
            is_own=side.kind is Kind.UNIT,
            total=writing.money(side.amount_kurus),
            width=f"{100 * (side.amount_kurus or 0) / largest if largest else 0:.2f}",
            pairs=facts(side, whole),
            own=own,
            budget=budget,
        )
        for letter, (side, own, budget) in zip(PAIR, sides, strict=True)
    ]
    return _PIECES("sides", cards=cards)


def note_html() -> Markup:
    """What the money of a comparison is made of."""
    return _PIECES("note")
