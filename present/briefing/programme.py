"""A briefing on the whole programme: its totals, its largest items, what no activity has.

General administration, the reserve and most of the interest stand in table 2.5 alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from kbb_data.schema import ECONOMIC_CODES
from present.briefing import money, questions
from present.briefing.model import Bars, Fact, Section, Table, own
from present.briefing.parts import Part
from present.budget import model as budget_model
from present.budget import wages as budget_wages
from present.budget.words import code_name, is_statutory, source_name
from present.findings.model import ECONOMIC_CODES as ECONOMIC_CODES_CHECK
from present.kit import writing
from present.kit.setting import Setting
from present.kit.text import t

#: Codes of the classification that are told apart: interest, and the reserve.
INTEREST, RESERVE = "04", "09"

#: How many of the largest items are shown.
_ITEMS = 14

#: Rules of ``present.briefing.questions`` that are asked of the whole programme as well, the
#: finding's and those on spending and results before and the others' after the questions on what
#: no activity has.
_BEFORE, _AFTER = ("finding",), ("lowered", "estimate_far", "without_money", "unstated")
_OF_SPENDING = ("spent_least", "spent_most")
_OF_RESULTS = ("missed_silent", "missed_reason", "target_altered")


def facts(setting: Setting, part: Part) -> list[Fact]:
    """The programme's total with what it is made of, and what no activity has."""
    totals = setting.totals
    stated = [
        Fact(
            t("briefing.fact_amount", year=part.year),
            writing.money(part.amount_kurus),
            t(
                "briefing.fact_funds_note",
                budget=writing.money(totals.budget_kurus),
                off_budget=writing.money(totals.off_budget_kurus),
            ),
        ),
        Fact(
            t("briefing.fact_general"),
            writing.money(part.general_kurus),
            t("briefing.fact_general_note"),
        ),
        Fact(
            t("briefing.fact_reserve"),
            writing.money(_stated(setting, RESERVE, "total_kurus")),
            t("briefing.fact_reserve_note"),
        ),
        Fact(
            t("briefing.fact_interest"),
            writing.money(_stated(setting, INTEREST, "total_kurus")),
            t("briefing.fact_interest_note"),
        ),
    ]
    return [*stated, money.counts(part)]


def section(setting: Setting, part: Part, address: str) -> Section:
    """By whom and on what, the largest items, and table 2.5 by economic code where the document has
    it."""
    codes = _codes(setting)
    beside, tables = [_by_unit(part)], [_largest(setting, part, address)]
    if not codes.empty:
        beside.append(_by_code(setting, part, codes))
        tables.append(_table(codes))
    return Section(
        t("briefing.money_title"),
        t("briefing.programme_text_uncoded" if codes.empty else "briefing.programme_text"),
        # A group or a table without a row has nothing to stand under its title.
        beside=tuple(group for group in beside if group.rows),
        tables=tuple(table for table in tables if table.rows),
        note=_note(setting, part),
    )


def _by_code(setting: Setting, part: Part, codes: pd.DataFrame) -> Bars:
    """The budget by economic code as table 2.5 prints it, without codes of no money."""
    rows = [
        (_code(str(row.line), str(row.label)), int(str(row.total_kurus)))
        for row in codes.sort_values("total_kurus", ascending=False).itertuples()
        if row.total_kurus
    ]
    return money.bars(t("briefing.by_code"), rows, _budget(setting, part))


def _note(setting: Setting, part: Part) -> str:
    """Where the staff's wages stand, and which codes of the table the cost tables do not add up
    to; empty where nobody judged the one and all codes do the other."""
    codes = [
        finding.code.partition(".")[2]
        for finding in part.findings
        if finding.check == ECONOMIC_CODES_CHECK
    ]
    told = [t("briefing.codes_note", codes=", ".join(sorted(codes)))] if codes else []
    wages = budget_wages.wages(setting)
    if wages is not None:
        told += [budget_wages.inside(wages), budget_wages.shares(wages)]
    return " ".join(told)


def ask(setting: Setting, part: Part) -> tuple[str, ...]:
    """Questions on the whole programme, the gravest finding's first."""
    rules = {rule.name: rule for rule in questions.RULES}

    def by(names: Iterable[str], most: int) -> Iterator[str]:
        for name in names:
            yield from questions.of_rule(rules[name], part, most)

    asked = [
        *by(_BEFORE, 2),
        *by((*_OF_SPENDING, *_OF_RESULTS), 1),
        *_of_needs(setting, part),
        *by(_AFTER, 1),
    ]
    return tuple(asked[: questions.MOST])


def _codes(setting: Setting) -> pd.DataFrame:
    """The economic codes of table 2.5; empty where it names none."""
    needs = setting.frame("resource_needs")
    return needs[needs["line"].isin(ECONOMIC_CODES)]


def _code(code: str, label: str) -> str:
    name = code_name(code, label)
    return name if is_statutory(code) else own(name)


def _stated(setting: Setting, code: str, column: str) -> int | None:
    codes = _codes(setting)
    return budget_model.total(codes.loc[codes["line"] == code, column])


def _budget(setting: Setting, part: Part) -> int | None:
    """The budget's own money, of which the codes are shares; the whole where it is not stated."""
    return setting.totals.budget_kurus or part.amount_kurus


def _by_unit(part: Part) -> Bars:
    """The money by spending unit, and what is written to none."""
    rows = money.units(part)
    if part.general_kurus:
        rows.append((t("briefing.general"), part.general_kurus))
    rows.sort(key=lambda row: -row[1])
    return money.bars(t("briefing.by_unit"), rows, part.amount_kurus)


def _largest(setting: Setting, part: Part, address: str) -> Table:
    """The largest activities and codes of general administration together."""
    items = [money.item(activity) for activity in part.activities]
    items += [
        (
            t("briefing.general_code", name=_code(str(row.line), str(row.label))),
            t("briefing.no_unit"),
            int(str(row.general_administration_kurus)),
        )
        for row in _codes(setting).itertuples()
        if budget_model.stated(row.general_administration_kurus)
    ]
    items.sort(key=lambda entry: -(entry[2] or 0))
    return money.largest(
        t("briefing.items_title", year=part.year),
        t("briefing.column_item"),
        items,
        part.amount_kurus,
        address,
        _ITEMS,
    )


def _table(codes: pd.DataFrame) -> Table:
    """Table 2.5 by economic code: activities, general administration, both."""
    columns = ("activities_kurus", "general_administration_kurus", "total_kurus")
    return Table(
        t("briefing.codes_title"),
        (
            t("briefing.column_code"),
            t("briefing.column_activities"),
            t("briefing.column_general"),
            t("briefing.column_total"),
        ),
        tuple(
            (
                _code(row["line"], row["label"]),
                *(writing.money(budget_model.stated(row[column])) for column in columns),
            )
            for row in codes.to_dict("records")
        ),
        (8, 6, 6, 6),
        frozenset({1, 2, 3}),
    )


def _of_needs(setting: Setting, part: Part) -> Iterator[str]:
    """What stands in table 2.5 beside the activities, and what is to come from outside."""
    if part.general_kurus:
        yield t(
            "briefing.ask_general",
            amount=writing.money(part.general_kurus),
            share=writing.share(budget_model.share(part.general_kurus, part.amount_kurus)),
        )
    reserve = _stated(setting, RESERVE, "total_kurus")
    if reserve:
        share = budget_model.share(reserve, setting.totals.budget_kurus)
        yield t(
            "briefing.ask_reserve",
            amount=writing.money(reserve),
            share=writing.share(share),
            year=part.year,
        )
    interest = _stated(setting, INTEREST, "total_kurus")
    if interest:
        yield t(
            "briefing.ask_interest",
            amount=writing.money(interest),
            general=writing.money(_stated(setting, INTEREST, "general_administration_kurus")),
        )
    lines = part.lines[part.lines["fund"] == budget_model.OFF_BUDGET]
    amounts = lines.groupby("activity")["amount_kurus"].sum()
    paid = amounts[amounts > 0].sort_values(ascending=False)
    sources = lines[lines["amount_kurus"] > 0]["line"].unique()
    if len(paid):
        yield t(
            "briefing.ask_off_budget_whole",
            amount=writing.money(int(paid.sum())),
            sources=", ".join(source_name(str(source)) for source in sources),
            count=writing.number(len(paid)),
            activities=", ".join(_numbered(number, int(amount)) for number, amount in paid.items()),
            year=part.year,
        )


def _numbered(activity: object, amount: int) -> str:
    return t("briefing.numbered_amount", number=int(str(activity)), amount=writing.money(amount))
