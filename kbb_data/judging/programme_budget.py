"""The tables of a programme budget: its hierarchy, activities with their money, and schedules.

Money of the programme's own year stands where the strategic plan's form has it (``activities``,
``activity_costs``), so that the same questions answer for both; other years stand apart.
"""

from __future__ import annotations

from collections.abc import Mapping

from kbb_data.hierarchy import part
from kbb_data.judging.draft import Draft
from kbb_data.judging.indicators import indicator_rows, judged_directions
from kbb_data.judging.short_names import named, numbered, short_names
from kbb_data.judging.wages import judged_wages
from kbb_data.reading.economic_codes import counted
from kbb_data.reading.lines import Line
from kbb_data.reading.records import (
    BudgetActivity,
    BudgetAmount,
    CostLine,
    Reading,
    SubProgramme,
)
from kbb_data.reading.wording import mend_breaks
from kbb_data.rows import Row
from kbb_data.schema import BY_NAME
from kbb_data.turkish import fold

#: Year and kind of an amount.
_Cell = tuple[int, str]
_FUNDS = ("budget", "off_budget", "total")

#: Words of a type of financing, folded, and the source of money beside the budget that it names.
_SOURCES = (
    ("doner sermaye", "revolving_fund"),
    ("diger yurt ici", "other_domestic"),
    ("diger yurtici", "other_domestic"),
    ("yurt disi", "foreign"),
    ("yurtdisi", "foreign"),
)


def programme_budget(draft: Draft, units: dict[str, str]) -> None:
    """Fill ``hierarchy``, indicators, activities and what these cost, ``printed_amounts``,
    ``printed_performance`` and ``economic_codes``.

    ``units`` maps each printed spelling of a spending unit to its key.
    """
    _programmes(draft)
    parts = draft.reading.sub_programmes
    directions = judged_directions(draft, [(each.number, each.indicators) for each in parts])
    printed = [activity.name for each in parts for activity in each.activities]
    wages = judged_wages(draft, printed)
    short = short_names(draft, "activity", numbered(printed))
    short_parts = short_names(
        draft, "goal", {each.number: mend_breaks(each.name) for each in parts}
    )
    number = 0
    for sub_programme in parts:
        _sub_programme(draft, sub_programme, named(short_parts, sub_programme.number))
        indicator_rows(draft, sub_programme.number, sub_programme.indicators, directions)
        for position, activity in enumerate(sub_programme.activities, start=1):
            number += 1
            row = _activity(draft, activity, units)
            row |= {
                "activity": number,
                "goal": sub_programme.number,
                "position": position,
                "wages": wages.get(number),
                **named(short, number),
            }
            _other_years(draft, activity, number)
            _codes(draft, activity, number)
    _totals(draft)
    _schedules(draft)
    _economic_codes(draft)


def _programmes(draft: Draft) -> None:
    names = {part.number: part.name for part in draft.reading.programmes}
    judged = short_names(draft, "programme", names)
    for programme in draft.reading.programmes:
        name = mend_breaks(programme.name)
        short, english = judged.get(programme.number, (name, None))
        draft.rows["hierarchy"].append(
            part(
                _place(programme.line),
                level="programme",
                code=str(programme.number),
                name=name,
                top=str(programme.number),
                position=programme.number,
                code_printed=programme.code or None,
                short_name=short,
                short_name_en=english,
                explanation=mend_breaks(programme.explanation) or None,
            )
        )


def _place(line: Line) -> Row:
    return {"source_section": line.section, "source_line": line.number}


def _sub_programme(
    draft: Draft, sub_programme: SubProgramme, short: Mapping[str, str | None]
) -> None:
    year = draft.reading.year
    draft.rows["hierarchy"].append(
        part(
            _place(sub_programme.line),
            level="sub_programme",
            code=str(sub_programme.number),
            name=mend_breaks(sub_programme.name),
            parent_level="programme",
            parent=str(sub_programme.programme),
            top=str(sub_programme.programme),
            position=sub_programme.number,
            code_printed=sub_programme.code or None,
            objective=mend_breaks(sub_programme.objective) or None,
            **short,
            explanation=mend_breaks(sub_programme.explanation) or None,
            **_of_year(sub_programme.totals, (year, "budget")),
        )
    )


def _of_year(amounts: list[BudgetAmount], cell: _Cell) -> dict[str, int | None]:
    """The amounts of a year and kind by fund; ``None`` for what is not stated."""
    stated = {each.fund: each.kurus for each in amounts if (each.year, each.kind) == cell}
    return {fund: stated.get(fund) for fund in _FUNDS}


def _money(activity: BudgetActivity, cell: _Cell) -> dict[str, int | None]:
    """What an activity costs in a year, by fund: as its rows print it; of a fund without a row of
    its own the sum of its lines by economic code, of the total the sum of both funds."""
    money = _of_year(activity.amounts, cell)
    for fund in _FUNDS[:2]:
        if money[fund] is None:
            money[fund] = _sum([line for line in _counted(activity) if line.fund == fund], cell)
    if money["total"] is None:
        money["total"] = _add(money["budget"], money["off_budget"])
    return money


def _counted(activity: BudgetActivity) -> list[CostLine]:
    """The lines by economic code without those that are parts of another one."""
    return counted(activity.lines, lambda line: line.code, lambda line: line.financing)


def _sum(lines: list[CostLine], cell: _Cell) -> int | None:
    """The amounts of lines in a year, of a kind, together."""
    return _add(
        *(kurus for line in lines for year, kind, kurus in line.amounts if (year, kind) == cell)
    )


def _add(*amounts: int | None) -> int | None:
    """The sum of what is stated; ``None`` where nothing is."""
    stated = [amount for amount in amounts if amount is not None]
    return sum(stated) if stated else None


def _activity(draft: Draft, activity: BudgetActivity, units: dict[str, str]) -> Row:
    cell = (draft.reading.year, "budget")
    printed = _of_year(activity.amounts, cell)
    keys = list(dict.fromkeys(units[unit] for unit in activity.units))
    return draft.add(
        "activities",
        activity.line,
        name=mend_breaks(activity.name),
        cost_table_name=mend_breaks(activity.explained_as) or None,
        spending_unit=keys[0] if keys else None,
        other_units=" | ".join(keys[1:]) or None,
        unit_printed=", ".join(activity.units) or None,
        note=mend_breaks(activity.note) or None,
        legal_basis=mend_breaks(activity.legal_basis) or None,
        **_money(activity, cell),
        **{f"goal_table_{fund}": kurus for fund, kurus in printed.items()},
        goal_table_line=activity.line.number,
    )


def _other_years(draft: Draft, activity: BudgetActivity, number: int) -> None:
    own = (draft.reading.year, "budget")
    cells: dict[_Cell, None] = {(each.year, each.kind): None for each in activity.amounts}
    cells |= {(year, kind): None for line in activity.lines for year, kind, _ in line.amounts}
    for cell in cells:
        if cell == own:
            continue
        lines = {each.fund: each.line for each in activity.amounts}
        for fund, kurus in _money(activity, cell).items():
            has_lines = any(line.fund == fund for line in activity.lines)
            if fund in lines or has_lines or fund == "total":
                draft.add(
                    "activity_amounts",
                    lines.get(fund, activity.line),
                    activity=number,
                    year=cell[0],
                    kind=cell[1],
                    fund=fund,
                    amount=kurus,
                )


def _codes(draft: Draft, activity: BudgetActivity, number: int) -> None:
    """The lines by economic code as printed; of the programme's year the budget's by first level,
    and the sources of the other money where the financing says which."""
    own = (draft.reading.year, "budget")
    for position, line in enumerate(activity.lines, start=1):
        for year, kind, kurus in line.amounts:
            draft.add(
                "activity_cost_lines",
                line.line,
                activity=number,
                position=position,
                year=year,
                kind=kind,
                economic_code=first_level(line.code),
                code_printed=line.code,
                name=line.name or None,
                fund=line.fund,
                financing=line.financing or None,
                amount=kurus,
            )
    lines = _counted(activity)
    budget = [line for line in lines if line.fund == "budget"]
    for code in dict.fromkeys(first_level(line.code) for line in budget):
        own_lines = [line for line in budget if first_level(line.code) == code]
        draft.add(
            "activity_costs",
            own_lines[0].line,
            activity=number,
            economic_code=code,
            amount=_sum(own_lines, own),
        )
    off_budget = [line for line in lines if line.fund == "off_budget"]
    sources = {_source(line) for line in off_budget}
    # Where one financing names no source, none is told from the others.
    for source in sorted(sources) if "" not in sources else ():
        of = [line for line in off_budget if _source(line) == source]
        draft.add(
            "off_budget_resources",
            of[0].line,
            activity=number,
            source=source,
            amount=_sum(of, own),
        )


def first_level(code: str) -> str:
    """The first level of an economic code, two digits."""
    return code.partition(".")[0].zfill(2)


def _source(line: CostLine) -> str:
    """The source of off-budget money that a type of financing names; empty where it names none."""
    folded = fold(line.financing)
    return next((source for words, source in _SOURCES if words in folded), "")


def _totals(draft: Draft) -> None:
    """The totals of the sub-programmes' tables of costs, a line a fund."""
    position = 0
    for sub_programme in draft.reading.sub_programmes:
        for fund in _FUNDS:
            own = [amount for amount in sub_programme.totals if amount.fund == fund]
            position += bool(own)
            for amount in own:
                draft.add(
                    "printed_amounts",
                    amount.line,
                    printed_in="costs",
                    position=position,
                    year=amount.year,
                    kind=amount.kind,
                    fund=fund,
                    level="sub_programme",
                    number=sub_programme.number,
                    label=mend_breaks(sub_programme.name),
                    amount=amount.kurus,
                )


def _schedules(draft: Draft) -> None:
    """Every line of the schedules, and what of them answers for the whole: the schedule of
    activities, or the grand total of another."""
    year = draft.reading.year
    positions: dict[str, int] = {}
    owners = {row["activity"]: row["goal"] for row in draft.rows["activities"]}
    total: Row | None = None
    for line in draft.reading.schedules:
        positions[line.schedule] = positions.get(line.schedule, 0) + 1
        for amount in line.amounts:
            draft.add(
                "printed_amounts",
                line.line,
                printed_in=line.schedule,
                position=positions[line.schedule],
                year=amount.year,
                kind=amount.kind,
                fund=amount.fund,
                level=line.level,
                number=line.number or None,
                label=line.label,
                economic_code=first_level(line.code) if line.code else None,
                code_printed=line.code or None,
                amount=amount.kurus,
            )
        money = _of_year(line.amounts, (year, "budget"))
        if line.code or (line.schedule != "activity" and line.level != "total"):
            continue
        if line.level == "total":
            if total is None or line.schedule == "activity":
                total = {**money, "label": line.label, "line": line.line}
        elif line.level != "programme":
            draft.add(
                "printed_performance",
                line.line,
                level="goal" if line.level == "sub_programme" else "activity",
                number=line.number,
                label=mend_breaks(line.label),
                goal=owners[line.number] if line.level == "activity" else None,
                **money,
            )
    if total:
        at = total.pop("line")
        draft.add("printed_performance", at, level="total", number=1, role="grand_total", **total)


def _economic_codes(draft: Draft) -> None:
    """The first-level codes that the document uses, by the names that it prints for them, else by
    their statutory names."""
    printed = printed_code_names(draft.reading)
    lines = {line.number: line for line in draft.reading.lines}
    used: dict[str, Row] = {}
    for table in ("activity_cost_lines", "printed_amounts"):
        for row in draft.rows[table]:
            if row["economic_code"]:
                used.setdefault(row["economic_code"], row)
    statutory = {
        code.code: code.tr for code in BY_NAME["economic_codes"].column("economic_code").codes
    }
    for code in sorted(used):
        draft.add(
            "economic_codes",
            lines[used[code]["source_line"]],
            economic_code=code,
            name=printed.get(code, statutory[code]),
        )


def printed_code_names(reading: Reading) -> dict[str, str]:
    """The names that a programme budget prints for first-level economic codes; a code whose lines
    are all of a deeper level has none."""
    names: dict[str, str] = {}
    activities = [each for of in reading.sub_programmes for each in of.activities]
    for code, name in (
        *((line.code, line.code_name) for line in reading.schedules),
        *((line.code, line.name) for activity in activities for line in activity.lines),
    ):
        if code.isdigit() and name:
            names.setdefault(first_level(code), name)
    return names
