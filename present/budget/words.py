"""The words of money: names of rows, scopes and sources, and where they stand in the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from present.budget.model import (
    GENERAL,
    Fund,
    Measure,
    Order,
    Scope,
    View,
    part_of,
    stated,
)
from present.kit import writing
from present.kit.setting import Background
from present.kit.tables import TableColumn
from present.kit.text import catalogue, either, language, t
from present.kit.writing import per_head_text, share_text

BESIDE = "beside"


TOTAL = "total"


#: Views whose rows bear the document's own words; aims' short names and sources are translated.
OWN_VIEWS = (View.GOAL, View.ACTIVITY, View.UNIT)


def row_name(view: View, key: str, number: object, name: object) -> str:
    """A row's shown name: its number or code first, sources in the catalogue's words."""
    if key == GENERAL:
        return t("budget.general")
    if view is View.SOURCE:
        return source_name(key)
    if view is View.CODE:
        return t("budget.name_code", code=key, name=code_name(key, str(name)))
    known = stated(number)
    if known is not None:
        return t("budget.name_numbered", number=known, name=name)
    return str(name)


def code_name(code: str, name: str) -> str:
    """An economic code's words: the document's; in English ours where the code is statutory."""
    return either(name, t(f"budget.code_{code}") if is_statutory(code) else "")


def is_statutory(code: str) -> bool:
    return f"budget.code_{code}" in catalogue(language())


def is_own(view: View, key: str) -> bool:
    """Whether the words of a view's row are the document's own, which stay Turkish in English.

    ``key`` is the row's, also of those that close a table: what no row holds, and the total.
    """
    if key in (GENERAL, BESIDE, TOTAL):
        return False
    return view in OWN_VIEWS or (view is View.CODE and not is_statutory(key))


def source_name(key: str) -> str:
    """An off-budget source, or the municipality's budget, in words."""
    return t(f"budget.source_{key}")


def scope_name(scope: Scope, names: Mapping[str, str]) -> str:
    """A scope in few words: "6. hedef, Fen İşleri Daire Başkanlığı"; empty for the whole.

    ``names`` gives the words of a spending unit's key or an economic code.
    """
    parts = []
    if scope.general:
        parts.append(t("budget.in_general"))
    if scope.activity is not None:
        parts.append(t("budget.in_activity", number=scope.activity))
    elif scope.goal is not None:
        parts.append(t("budget.in_goal", number=scope.goal))
    elif scope.aim is not None:
        parts.append(t("budget.in_aim", number=scope.aim))
    parts.extend(names.get(key, key) for key in (scope.unit, scope.code) if key is not None)
    if scope.source is not None:
        parts.append(source_name(scope.source))
    return ", ".join(parts)


def document(background: Background, section: str) -> str:
    return t(
        "common.source_document",
        institution=background.institution,
        year=background.year,
        section=section,
    )


def _per_head(people: int, kurus: Any) -> str:
    return per_head_text(stated(kurus), people)


def _per_head_lira(people: int, kurus: Any) -> Decimal | None:
    known = stated(kurus)
    return None if known is None else round(Decimal(known).scaleb(-2) / people, 2)


def per_head_column(people: int) -> TableColumn:
    """``amount_kurus`` once more, divided by a number of people."""
    return TableColumn(
        "amount_kurus",
        t("budget.column_per_head"),
        partial(_per_head, people),
        is_number=True,
        key="per_head",
        value=partial(_per_head_lira, people),
    )


@dataclass(frozen=True, slots=True)
class Showing:
    """How a breakdown is told."""

    measure: Measure = Measure.LIRA
    order: Order = Order.SIZE
    search: str = ""
    is_everything: bool = False


def _money_words(fund: Fund) -> str:
    return t(f"budget.money_{fund.replace('-', '_')}")


def subtitle_of(fund: Fund, whole: int | None, background: Background, showing: Showing) -> str:
    """The year, the kind of the figures, and of what the shares are."""
    if not whole:
        return t("budget.subtitle_plain", year=background.year, money=_money_words(fund))
    return t(
        "budget.subtitle",
        year=background.year,
        money=_money_words(fund),
        shown=t(f"budget.shown_{showing.measure}"),
        whole=writing.money(whole),
    )


def place_words(background: Background, where: str) -> str:
    if where:
        return t("budget.where_scope", year=background.year, scope=where)
    return t("budget.where_whole", year=background.year)


def value_text(amount: int | None, whole: int | None, people: int | None, how: Measure) -> str:
    """A bar's words: the asked measure first, a second one beside it."""
    if amount is None:
        return writing.not_stated()
    part = share_text(part_of(amount, whole)) if whole else ""
    short = writing.money_short(amount)
    if how is Measure.SHARE and part:
        return f"{part} · {short}"
    if how is Measure.PER_HEAD:
        short = per_head_text(amount, people)
    return f"{short} · {part}" if part else short


def detail_of(name: str, amount: int | None, whole: int | None, people: int | None) -> str:
    words = {
        "name": name,
        "money": writing.money(amount),
        "share": share_text(part_of(amount, whole)),
    }
    if people:
        return t("budget.detail_head", per_head=per_head_text(amount, people), **words)
    return t("budget.detail", **words)
