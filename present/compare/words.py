"""The words of a comparison: what can be compared, what its figures say."""

from __future__ import annotations

from collections.abc import Sequence

from present.budget.model import share
from present.compare.model import Frames, Kind, Named, Side, Whole, code_of
from present.kit import writing
from present.kit.setting import Background
from present.kit.text import t
from present.kit.writing import per_head_text, share_text
from present.units.charts import PAIR

#: A row of money: its key, its name, the amounts of both sides in kuruş.
MoneyRow = tuple[str, str, int | None, int | None]


def options(frames: Frames) -> dict[Kind, tuple[Named, ...]]:
    """What can be compared, by kind in the document's order (units in that of the alphabet).

    Kinds with fewer than two are left out: there is nothing to compare.
    """
    by_kind = {
        Kind.AIM: tuple(
            Named(
                code_of(Kind.AIM, aim.aim),
                t("compare.aim_label", number=aim.aim, name=aim.short_name),
                str(aim.statement) if writing.is_stated(aim.statement) else "",
            )
            for aim in frames.aims.itertuples()
        ),
        Kind.GOAL: tuple(
            Named(
                code_of(Kind.GOAL, goal.goal),
                t("compare.goal_label", number=goal.goal),
                str(goal.statement),
                str(goal.goal_short),
            )
            for goal in frames.goals.itertuples()
        ),
        Kind.UNIT: tuple(
            Named(code_of(Kind.UNIT, unit.spending_unit), str(unit.short_name), str(unit.name))
            for unit in frames.units.itertuples()
        ),
    }
    return {kind: named for kind, named in by_kind.items() if len(named) > 1}


def option_name(named: Named, kind: Kind) -> str:
    """What a list of sides calls one: a goal, whose label is a number, with its statement."""
    if kind is Kind.GOAL:
        return t("compare.option_goal", label=named.label, words=named.short or named.words)
    return named.label


def labels(first: Side, second: Side) -> dict[str, str]:
    """The names of both sides, as sentences take them: a goal's with its statement."""
    return {"first": told(first), "second": told(second)}


def told(side: Side) -> str:
    """A side's name that can be understood alone."""
    if side.kind is Kind.GOAL:
        words = side.short or side.words
        return t("compare.told_goal", label=side.label, words=writing.unstopped(words))
    return side.label


def money_sentence(first: Side, second: Side, background: Background) -> str:
    """What both sides get, and which gets more by how much; without a difference where they get
    the same or one of them states nothing."""
    words: dict[str, object] = {
        "year": background.year,
        "first_money": writing.money(first.amount_kurus),
        "second_money": writing.money(second.amount_kurus),
        **labels(first, second),
    }
    if first.amount_kurus is None or second.amount_kurus is None:
        return t("compare.money_sentence_plain", **words)
    difference = first.amount_kurus - second.amount_kurus
    if difference == 0:
        return t("compare.money_sentence_same", **words)
    return t(
        "compare.money_sentence",
        difference=writing.money(abs(difference)),
        more=PAIR[0] if difference > 0 else PAIR[1],
        **words,
    )


def codes_sentence(
    rows: Sequence[MoneyRow], first: Side, second: Side, background: Background
) -> str:
    """Each side's largest row, the earlier one of equals; that one has none where that is so."""
    largest: list[tuple[int, str]] = []
    for amounts in ([row[2] for row in rows], [row[3] for row in rows]):
        paid = [(amount or 0, row[1]) for amount, row in zip(amounts, rows, strict=True)]
        largest.append(max(paid, key=lambda line: line[0], default=(0, "")))
    (first_kurus, first_line), (second_kurus, second_line) = largest
    if not first_kurus or not second_kurus:
        return t("compare.codes_sentence_short", year=background.year, **labels(first, second))
    return t(
        "compare.codes_sentence",
        year=background.year,
        first_line=first_line,
        first_money=writing.money(first_kurus),
        second_line=second_line,
        second_money=writing.money(second_kurus),
        **labels(first, second),
    )


def ambition_sentence(first: Side, second: Side, year: int) -> str:
    """How many indicators both sides have; that there are none where neither has any."""
    if not first.indicators and not second.indicators:
        return t("compare.ambition_sentence_none", year=year, **labels(first, second))
    return t(
        "compare.ambition_sentence",
        year=year,
        first_count=writing.number(first.indicators),
        second_count=writing.number(second.indicators),
        **labels(first, second),
    )


def own_words(first: Side, second: Side) -> tuple[str, ...]:
    """The document's own words in the names: units', goals' statements."""
    sides = (first, second)
    return (
        *(side.label for side in sides if side.kind is Kind.UNIT),
        *(
            writing.unstopped(side.words)
            for side in sides
            if side.kind is Kind.GOAL and side.short in ("", side.words)
        ),
    )


def facts(side: Side, whole: Whole) -> list[tuple[str, str]]:
    """A side's facts as names and words, the same ones for both sides of a kind."""
    amount = side.amount_kurus
    pairs = [
        (t("budget.fact_budget"), writing.money(side.budget_kurus)),
        (t("budget.fact_off_budget"), writing.money(side.off_budget_kurus)),
        (t("compare.fact_share_activities"), _part(amount, whole.activities_kurus)),
        (t("compare.fact_share_programme"), _part(amount, whole.programme_kurus)),
    ]
    if whole.people:
        pairs.append((t("budget.fact_per_head"), per_head_text(amount, whole.people)))
    pairs.append((t("compare.fact_activities"), writing.number(side.activities)))
    if side.kind is not Kind.GOAL:
        pairs.append((t("compare.fact_goals"), writing.number(side.goals)))
    if side.kind is not Kind.UNIT:
        pairs.append((t("compare.fact_units"), writing.number(side.units)))
    pairs.append((t("compare.fact_indicators"), writing.number(side.indicators)))
    return pairs


def _part(amount: int | None, whole: int | None) -> str:
    return share_text(0.0 if amount == 0 and whole else share(amount, whole))
