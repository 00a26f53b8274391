"""The tables that a programme means, made from what was drawn and not from what was printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.kbb_data.grammar.meant import SOURCES, Programme
from tests.kbb_data.grammar.printing import Printer, share
from tests.kbb_data.grammar.style import Style

Rows = list[dict[str, Any]]


def tables(programme: Programme, style: Style) -> dict[str, Rows]:
    """The rows of each table that is held, with the columns that are held."""
    p, printer = programme, Printer(programme, style)
    activities = list(enumerate(p.activities(), start=1))
    has_levels = any("." in code for _, (_, each) in activities for code, _ in each.costs)
    aims = range(1, len(p.aims) + 1)
    lacks = p.lacks
    return {
        "programme": [{"year": p.year, "institution": p.institution,
                       "mission": "Ovayı birlikte yönetmek.",
                       "vision": "Çamların gölgesinde bir şehir"}],
        "core_values": [{"text": "Açıklık"}, {"text": "Katılım"}],
        "aims": [{"aim": n, "statement": p.aims[n - 1], "name_printed": p.headings[n - 1],
                  "name": p.headings[n - 1] if style.numbering == "bare"
                  else p.headings[n - 1].title(),
                  "source_section": printer.number("2.2.2") or "2.2.2"} for n in aims],
        "objectives": [{"objective": code, "aim": int(code[0]), "statement": words}
                       for code, words in p.objectives],
        "goals": [{"goal": n, "objective": goal.objective, "statement": goal.statement,
                   "note": goal.note or None, "budget": goal.sum("budget"),
                   "off_budget": goal.sum("off_budget"), "total": goal.sum("total"),
                   "source_section": printer.number(f"2.3.{goal.objective[0]}") or "2.3"}
                  for n, goal in enumerate(p.goals, start=1)],
        "indicators": [{"goal": n, "indicator": k, "name": each.name, "unit": each.unit,
                        "note": each.note or None}
                       for n, goal in enumerate(p.goals, start=1)
                       for k, each in enumerate(goal.indicators, start=1)],
        "indicator_values": [
            {"goal": n, "indicator": k, "year": year, "kind": kind, "printed": text,
             "value": None if text == "-" else Decimal(text.replace(".", "").replace(",", "."))}
            for n, goal in enumerate(p.goals, start=1)
            for k, each in enumerate(goal.indicators, start=1)
            for (year, kind), text in zip(p.columns, each.figures, strict=True)],
        "activities": [
            {"activity": n, "goal": goal, "name": each.name, "cost_table_name": each.name,
             "note": each.note or None, "budget": each.budget, "off_budget": each.off_budget,
             "total": each.total, "goal_table_budget": each.budget,
             "goal_table_off_budget": each.off_budget, "goal_table_total": each.total,
             "cost_table_goal": goal, "units": each.units}
            for n, (goal, each) in activities],
        "activity_costs": [{"activity": n, "economic_code": code, "amount": kurus}
                           for n, (_, each) in activities for code, kurus in each.firsts.items()],
        "activity_cost_lines": [
            {"activity": n, "position": k, "year": p.year, "kind": "budget", "fund": "budget",
             "economic_code": code[:2], "code_printed": code, "amount": kurus}
            for n, (_, each) in activities if has_levels
            for k, (code, kurus) in enumerate(each.costs, start=1)],
        "off_budget_resources": [{"activity": n, "source": source, "amount": kurus}
                                 for n, (_, each) in activities if each.sources
                                 for source, kurus in zip(SOURCES, each.sources, strict=True)],
        "unit_responsibilities": [] if "2.6" in lacks else [
            {"goal": goal, "activity": n, "activity_name": each.name, "unit": each.units[0]}
            for n, (goal, each) in activities],
        "printed_performance": _performance(printer),
        "resource_needs": [
            {"label": next(cell for cell in reversed(label) if cell), "activities": amounts[0],
             "general_administration": amounts[1], "transfers": amounts[2], "total": amounts[3]}
            for label, amounts in printer.needs()],
        "staff": ([] if "1.2" in lacks else [{"status": "Memur", "total": 40, "women": 15},
                                             {"status": "İşçi", "total": 10, "women": 1}]),
        "council_members": ([] if {"1.2", "council"} & lacks else
                            [{"name": "Işıl ÖZÇINAR", "party": "A PARTİSİ"},
                             {"name": "Can DERE", "party": "B PARTİSİ"}]),
        "assets": [] if "1.3" in lacks else [
            {"name": "Ana Bina", "district_printed": None if "district" in lacks else "Göğüşlü",
             "area_m2": Decimal("1250.50"), "count": None, "note": None},
            {"name": "Depo", "district_printed": None, "area_m2": None, "count": 2,
             "note": "Eski"}],
        "positions": ([] if "1.5" in lacks else [{"title": "Şef", "count": 12},
                                                 {"title": "Uzman", "count": 48},
                                                 {"title": "Şoför", "count": 15}]),
        "position_occupancy": [] if "1.5" in lacks else [
            {"filled": 40, "vacant": 20, "total": 60}, {"filled": 10, "vacant": 5, "total": 15}],
    }  # fmt: skip


def _performance(printer: Printer) -> Rows:
    whole = printer.whole()
    rows: Rows = []

    def add(level: str, number: int, label: str, amounts: dict[str, int | None]) -> None:
        shares: dict[str, Any] = {}
        for kind in ("budget", "off_budget", "total"):
            stated = share(amounts.get(kind), whole.get(kind))
            shares[f"{kind}_share"] = None if stated == "" else stated
        money = {kind: amounts.get(kind) for kind in ("budget", "off_budget", "total")}
        rows.append({"level": level, "number": number, "label": label, **money, **shares})

    kinds = ("budget", "off_budget", "total")
    number = 0
    for place, goal in enumerate(printer.programme.goals, start=1):
        add("goal", place, goal.statement, {kind: goal.sum(kind) for kind in kinds})
        for activity in goal.activities:
            number += 1
            add(
                "activity", number, activity.name, {kind: getattr(activity, kind) for kind in kinds}
            )
    for place, (label, amounts) in enumerate(printer.totals(), start=1):
        add("total", place, label, amounts)
    return rows
