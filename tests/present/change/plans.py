"""Small invented plans of several years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kbb_data import prices
from kbb_data.schema import PROGRAMME_BUDGET, STRATEGIC_PLAN
from present.change.matching import By, Item, Judgement, Plan, Row, rows
from present.change.model import Years

OLD, NEW = STRATEGIC_PLAN, PROGRAMME_BUDGET


def plan(
    year: int,
    lira: Mapping[str, int | None],
    form: str = OLD,
    *,
    residual: Sequence[str] = (),
    is_split: bool = True,
) -> Plan:
    """A year's plan from amounts in lira by ``"<key> <name>"``."""
    items = []
    for text, amount in lira.items():
        key, _, name = text.partition(" ")
        kurus = None if amount is None else amount * 100
        items.append(Item(year, key, text, kurus, (name,) if name else (), key in residual))
    known = [item.kurus for item in items if item.kurus is not None]
    return Plan(year, form, tuple(items), sum(known) if known else None, is_split)


def years(
    *plans: Plan,
    by: By = By.TOP,
    judged: Sequence[Judgement] = (),
    people: Mapping[int, int] | None = None,
) -> Years:
    """The plans matched with each other, over the committed prices."""
    return Years(by, plans, rows(plans, judged, by), prices.committed(), people or {})


def by_label(found: Sequence[Row]) -> dict[str, dict[int, list[str]]]:
    """What each row is made of: the keys of its items by year, under its newest name."""
    return {
        " + ".join(item.label for item in row.of(max(item.year for item in row.items))): {
            year: [item.key for item in row.of(year)]
            for year in sorted({item.year for item in row.items})
        }
        for row in found
    }
