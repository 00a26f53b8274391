"""What the document states over all goals: tables 2.4 and 2.5, and figures beside the tables."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from kbb_data.judging.draft import Draft, stated_number
from kbb_data.problems import Problem, quote
from kbb_data.reading.sizes import note_area
from kbb_data.reading.wording import mend_breaks
from kbb_data.turkish import UnreadableNumber, read_number, slug


def printed_totals(draft: Draft) -> None:
    """Fill ``printed_performance``, ``resource_needs`` and ``economic_codes``."""
    for row in draft.reading.performance:
        draft.add(
            "printed_performance",
            row.line,
            level=row.level,
            number=row.number,
            label=mend_breaks(row.label),
            budget=row.amounts.budget,
            budget_share=_share(draft, row, 0),
            off_budget=row.amounts.off_budget,
            off_budget_share=_share(draft, row, 1),
            total=row.amounts.total,
            total_share=_share(draft, row, 2),
            role=row.role or None,
            goal=row.goal,
        )
    for need in draft.reading.needs:
        activities, administration, transfers, total = need.amounts
        draft.add(
            "resource_needs",
            need.line,
            line=need.key,
            activities=activities,
            general_administration=administration,
            transfers=transfers,
            total=total,
            label=need.label,
        )
        if need.key.isdigit():
            draft.add("economic_codes", need.line, economic_code=need.key, name=need.label)


def _share(draft: Draft, row: Any, place: int) -> Decimal | None:
    printed = row.shares[place]
    try:
        return read_number(printed) if printed else None
    except UnreadableNumber:
        draft.problems.append(
            Problem(row.line.number, "table 2.4", "a share as 1,23", quote(printed))
        )
        return None


def stated_figures(draft: Draft) -> None:
    """Fill ``stated_figures``, the areas that a category's note sums up included."""
    for stated in draft.reading.stated:
        text = stated.unit == "name"
        draft.add(
            "stated_figures",
            stated.line,
            figure=_key(stated.key),
            label=stated.label,
            value=None if text else stated_number(stated.printed),
            unit=stated.unit,
            printed=stated.printed,
        )
    for asset in draft.reading.assets:
        area = note_area(asset.note)
        if area is not None:
            draft.add(
                "stated_figures",
                asset.line,
                figure=_key(f"assets.{slug(asset.category)}.area"),
                label=asset.category,
                value=area,
                unit="m²",
                printed=asset.note,
            )
    counts = Counter(row["figure"] for row in draft.rows["stated_figures"])
    for figure, count in counts.items():
        if count > 1:
            draft.problems.append(
                Problem(0, "stated figures", "each stated total once", quote(figure))
            )


def _key(text: str) -> str:
    return ".".join(slug(part) for part in text.replace("_", "-").split("."))
