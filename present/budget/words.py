"""The words of money: names of rows, scopes and sources, facts and notes beside the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

import pandas as pd

from present.budget.choices import BudgetChoices
from present.budget.model import (
    GENERAL,
    UNSTATED,
    Fund,
    Measure,
    Order,
    Scope,
    View,
    part_of,
    share,
    stated,
)
from present.kit import writing
from present.kit.setting import Background
from present.kit.tables import LIRA, TableColumn
from present.kit.text import catalogue, either, language, t
from present.kit.writing import per_head_text, share_text

#: Keys of the rows that close a table: what no row holds, and the total.
BESIDE = "beside"
TOTAL = "total"

#: Views whose rows bear the document's own words; aims' short names and sources are translated.
OWN_VIEWS = (View.GOAL, View.ACTIVITY, View.UNIT)


#: The columns of ``budget_lines`` that hold the words of an aim, goal and activity: short, and the
#: document's own.
PLAN_NAMES = {
    "aim": ("aim_short", "aim_short"),
    "goal": ("goal_short", "goal_statement"),
    "activity": ("activity_short", "activity_name"),
}


def row_name(view: View, key: str, number: object, name: object) -> str:
    """A row's shown name: its number or code first, sources in the catalogue's words."""
    if key == GENERAL:
        return t("budget.general")
    if view is View.SOURCE:
        return source_name(key)
    if key == UNSTATED:
        return unstated_name(view)
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
    """Whether the statute names an economic code, so that we have words of ours for it."""
    return f"budget.code_{code}" in catalogue(language())


def is_own(view: View, key: str) -> bool:
    """Whether the words of a view's row are the document's own, which stay Turkish in English.

    ``key`` is the row's, also of those that close a table: what no row holds, and the total.
    """
    if key in (GENERAL, UNSTATED, BESIDE, TOTAL):
        return False
    return view in OWN_VIEWS or (view is View.CODE and not is_statutory(key))


def unstated_name(view: View) -> str:
    """The money of which the document states no unit or no economic code, in words."""
    return t("budget.unit_unstated" if view is View.UNIT else "budget.line_unstated")


def source_name(key: str) -> str:
    """An off-budget source, or the municipality's budget, in words."""
    return t(f"budget.source_{key}")


def across(scope: Scope, names: Mapping[str, str]) -> list[str]:
    """The words of the unit and the code that a scope narrows to; ``names`` as in
    ``scope_name``."""
    return [
        unstated_name(view) if key == UNSTATED else names.get(key, key)
        for view, key in ((View.UNIT, scope.unit), (View.CODE, scope.code))
        if key is not None
    ]


def plan_key(field: str, number: object) -> str:
    """Under what key ``names`` has the words of an aim, goal or activity; no unit or code has it,
    since it holds a space."""
    return f"{field} {number}"


def own_plan_key(field: str, number: object) -> str:
    """Under what key ``names`` has the document's own words of a goal or activity that has a short
    name."""
    return f"own {field} {number}"


def own_plan_name(field: str, number: object, names: Mapping[str, str]) -> str:
    """The words of a goal or activity in ``names`` where they are the document's own; empty for a
    short name of ours."""
    return "" if own_plan_key(field, number) in names else names.get(plan_key(field, number), "")


def scope_name(scope: Scope, names: Mapping[str, str], *, told: bool = False) -> str:
    """A scope in few words: "6. hedef, Fen İşleri Daire Başkanlığı"; empty for the whole.

    ``names`` gives the words of a spending unit's key, an economic code or a ``plan_key``; an aim
    is told with its short name, a goal and an activity by number, with their short names where
    ``told``.
    """
    parts = []
    if scope.general:
        parts.append(t("budget.told_general") if told else t("budget.in_general"))
    for field in ("activity", "goal", "aim"):
        number = getattr(scope, field)
        if number is not None:
            name = names.get(plan_key(field, number), "")
            said = {"number": number, "name": writing.unstopped(name)}
            is_told = name and (told or field == "aim")
            parts.append(t(f"budget.told_{field}" if is_told else f"budget.in_{field}", **said))
            break
    parts.extend(across(scope, names))
    if scope.source is not None:
        source = source_name(scope.source)
        parts.append(t("budget.told_source", name=source) if told else source)
    return ", ".join(parts)


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
        unit=LIRA,
    )


@dataclass(frozen=True, slots=True)
class Showing:
    """How a breakdown is told."""

    measure: Measure = Measure.LIRA
    order: Order = Order.SIZE
    search: str = ""
    is_everything: bool = False


def _code(fund: Fund) -> str:
    """A fund in the catalogue's keys."""
    return fund.replace("-", "_")


def _money_words(fund: Fund) -> str:
    return t(f"budget.money_{_code(fund)}")


def subtitle_of(
    fund: Fund, whole: int | None, background: Background, showing: Showing, told: str = ""
) -> str:
    """The year, the kind of the figures, of what the shares are and by how many residents amounts
    are divided; before it ``told``, the part's own words, where the title lacks them."""
    words = {"year": background.year, "money": _money_words(fund)}
    if whole:
        shown = t(f"budget.shown_{showing.measure}")
        said = t("budget.subtitle", shown=shown, whole=writing.money(whole), **words)
        if showing.measure is Measure.PER_HEAD:
            said = f"{said} {per_head_note(background)}"
    else:
        said = t("budget.subtitle_plain", **words)
    return t("budget.subtitle_scope", scope=told, subtitle=said) if told else said


def place_words(background: Background, where: str, fund: Fund = Fund.BOTH) -> str:
    """Where a sentence's money is: in the year's programme, below a scope where there is one, in
    one fund where the other is left out."""
    if where:
        place = t("budget.where_scope", year=background.year, scope=where)
    else:
        place = t("budget.where_whole", year=background.year)
    if fund is Fund.BOTH:
        return place
    return t("budget.where_fund", place=place.rstrip(","), fund=t(f"budget.in_fund_{_code(fund)}"))


def title_words(where: str, fund: Fund) -> str:
    """Of what a title's money is: the whole, a part, one fund of them."""
    if not where:
        return t(f"budget.whole_{_code(fund)}")
    return where if fund is Fund.BOTH else f"{where}, {_money_words(fund)}"


def money_sentence(
    shape: str,
    place: str,
    whole: int,
    parts: Sequence[tuple[int, str]],
    background: Background,
    showing: Showing,
) -> str:
    """A sentence on a whole and its largest parts, each an amount and its row's name; told by
    resident where amounts are so shown. ``shape``: ``one`` part that is all, ``main`` the largest
    alone, ``two`` the largest two. ``place``: as ``place_words`` gives it."""
    words = {"where": place, "whole": writing.money(whole)}
    if showing.measure is Measure.PER_HEAD:
        shape = f"{shape}_head"
        words["whole_head"] = per_head_text(whole, background.people)
    for order, (amount, label) in zip(("first", "second"), parts, strict=False):
        words[order] = writing.unstopped(label)
        words[f"{order}_money"] = writing.money(amount)
        words[f"{order}_head"] = per_head_text(amount, background.people)
        words[f"{order}_share"] = share_text(share(amount, whole))
    return t(f"budget.sentence_{shape}", **words)


def value_text(amount: int | None, whole: int | None, people: int | None, measure: Measure) -> str:
    """A bar's words: the asked measure first, a second one beside it."""
    if amount is None:
        return writing.not_stated()
    part = share_text(part_of(amount, whole)) if whole else ""
    short = writing.money_short(amount)
    if measure is Measure.SHARE and part:
        return f"{part} · {short}"
    if measure is Measure.PER_HEAD:
        short = per_head_text(amount, people)
    return f"{short} · {part}" if part else short


def detail_of(name: str, amount: int | None, whole: int | None, people: int | None) -> str:
    """A bar's tooltip: the exact amount, its share, per resident where residents are known."""
    words = {
        "name": name,
        "money": writing.money(amount),
        "share": share_text(part_of(amount, whole)),
    }
    if people:
        return t("budget.detail_head", per_head=per_head_text(amount, people), **words)
    return t("budget.detail", **words)


def crumb_name(field: str, choices: BudgetChoices, names: Mapping[str, str]) -> str:
    """A step of the way back up: the whole programme, a place of the plan, or what cuts across it.

    ``field`` is a crumb's (``present.budget.choices``); ``names`` as in ``scope_name``, of which
    ``KeyError`` is raised for a unit or code that it lacks.
    """
    if not field:
        return t("budget.crumb_whole")
    value = getattr(choices, field)
    if field == "aim" and choices.scope.general:
        return t("budget.general")
    if field in ("aim", "goal", "activity"):
        return t(f"budget.crumb_{field}", number=value)
    if value == UNSTATED and field != "source":
        return unstated_name(View.UNIT if field == "unit" else View.CODE)
    return source_name(value) if field == "source" else names[value]


def scope_words(
    scope: Scope, lines: pd.DataFrame, aims: pd.DataFrame, names: Mapping[str, str]
) -> tuple[str, str]:
    """A part's name, the plan's place first and then what cuts across it; and the document's
    statement of its goal or aim, empty where it has neither.

    ``lines`` and ``aims`` are frames of ``db.queries``, ``names`` as in ``scope_name``.
    """
    told = across(scope, names)
    if scope.source is not None:
        told.append(source_name(scope.source))
    statement = ""
    if scope.general:
        told.insert(0, t("budget.scope_general"))
    elif scope.goal is not None:
        row = lines[lines["goal"] == scope.goal].iloc[0]
        statement = str(row["goal_statement"])
        name, short = t("budget.scope_goal", number=scope.goal), str(row["goal_short"])
        if short != statement:
            name = t("budget.name_scope", scope=name, name=short)
        told.insert(0, name)
    elif scope.aim is not None:
        row = lines[lines["aim"] == scope.aim].iloc[0]
        told.insert(0, t("budget.scope_aim", number=scope.aim, name=row["aim_short"]))
        own = aims.loc[aims["aim"] == scope.aim, "statement"].iloc[0]
        statement = str(own) if writing.is_stated(own) else ""
    return " · ".join(told), statement


def chart_notes(drawn: int, left_out: int, zeros: int, rows: int) -> list[str]:
    """What a chart leaves to its table of ``rows`` rows: rows beyond the limit, rows of 0 lira."""
    notes = []
    if left_out:
        notes.append(
            t("budget.note_drawn", shown=writing.number(drawn), count=writing.number(rows))
        )
    if zeros:
        notes.append(t("budget.note_zero", count=writing.number(zeros)))
    return notes


def general_note(kurus: int | None) -> list[str]:
    """What general administration is; nothing where there is none."""
    return [t("budget.note_general", amount=writing.money(kurus))] if kurus else []


def off_budget_note(kurus: int | None) -> list[str]:
    """What off-budget resources are; nothing where there are none."""
    return [t("budget.note_off_budget", amount=writing.money(kurus))] if kurus else []


def per_head_note(background: Background) -> str:
    """By how many residents amounts are divided, who counted them, and when."""
    return t(
        "budget.note_per_head",
        people=writing.number(background.people),
        counted=background.counted,
    )
