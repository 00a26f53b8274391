"""The words of the spending units: what a figure shows in a sentence, and what a unit lacks."""

from __future__ import annotations

from collections.abc import Sequence

from present.budget.model import part_of, share
from present.kit import writing
from present.kit.setting import Background
from present.kit.text import t
from present.kit.writing import share_text
from present.units.model import GoalPart, Unit


def goal_name(goal: object) -> str:
    """A performance goal by its number."""
    return t("units.goal_numbered", number=goal)


def units_subtitle(whole: int | None, background: Background) -> str:
    """The year and the kind of the figures of all units; ``whole`` is their money in kuruş."""
    if not whole:
        return t("units.lines_subtitle_plain", year=background.year)
    return t("units.figure_subtitle", year=background.year, whole=writing.money(whole))


def unit_subtitle(whole: int | None, background: Background) -> str:
    """The same for one unit: of what the shares are, where there is money to have a share of."""
    if not whole:
        return t("units.lines_subtitle_plain", year=background.year)
    return t("units.lines_subtitle", year=background.year, whole=writing.money(whole))


def bar_text(amount: int, whole: int | None) -> str:
    """A bar's value: the amount in short and its share of the whole, where that is stated."""
    short = writing.money_short(amount)
    part = part_of(amount, whole)
    return short if part is None else f"{short} · {share_text(part)}"


def bar_detail(name: str, amount: int, whole: int | None) -> str:
    """What a bar says when it is pointed at: the exact amount."""
    return t(
        "budget.detail",
        name=name,
        money=writing.money(amount),
        share=share_text(part_of(amount, whole)),
    )


def units_sentence(
    count: int, largest: Unit | None, whole: int | None, background: Background
) -> str:
    """How much the activities of ``count`` units get, and which unit gets most."""
    if largest is None or not whole:
        return t("units.figure_sentence_none", year=background.year)
    is_all = largest.amount_kurus == whole
    return t(
        "units.figure_sentence_all" if is_all else "units.figure_sentence",
        year=background.year,
        count=writing.number(count),
        whole=writing.money(whole),
        name=largest.name,
        money=writing.money(largest.amount_kurus),
        share=share_text(share(largest.amount_kurus, whole)),
    )


def activities_sentence(
    unit: Unit, count: int, dearest: str, amount: int | None, background: Background
) -> str:
    """How much a unit's ``count`` activities get, and which gets most: its label and amount."""
    whole = unit.amount_kurus
    words = {"year": background.year, "unit": unit.name, "count": writing.number(count)}
    if not amount:
        return t("units.activities_sentence_none", **words)
    portion = "part"
    if amount == whole:
        portion = "single" if count == 1 else "all"
    return t(
        f"units.activities_sentence_{portion}",
        whole=writing.money(whole),
        name=writing.unstopped(dearest),
        money=writing.money(amount),
        share=share_text(part_of(amount, whole)),
        **words,
    )


def lines_sentence(unit: Unit, largest: str, amount: int | None, background: Background) -> str:
    """The largest item of a unit's money: its label and amount."""
    whole = unit.amount_kurus
    if not amount:
        return t("units.lines_sentence_none", year=background.year, unit=unit.name)
    return t(
        "units.lines_sentence_all" if amount == whole else "units.lines_sentence_part",
        year=background.year,
        unit=unit.name,
        whole=writing.money(whole),
        name=largest,
        money=writing.money(amount),
        share=share_text(part_of(amount, whole)),
    )


def no_money_text(unit: Unit, year: int) -> str:
    """That the document plans nothing for the unit's activities, or names none, or names it for
    some after another unit; else empty."""
    if unit.shared:
        return t("units.shared", count=writing.number(len(unit.shared)))
    if unit.has_money:
        return ""
    if not unit.activities:
        return t("units.no_activities", year=year)
    if unit.amount_kurus is None:
        return t("units.money_not_stated", year=year)
    return t("units.no_money", year=year, count=writing.number(len(unit.activities)))


def spelling_places(cost_tables: int, is_in_responsibilities: bool) -> str:
    """Where the document spells a unit so: in how many cost tables, in table 2.6; else empty."""
    places = []
    if cost_tables:
        places.append(t("units.spelling_cost_tables", count=writing.number(cost_tables)))
    if is_in_responsibilities:
        places.append(t("units.spelling_responsibilities"))
    return ", ".join(places)


def goal_money(part: GoalPart) -> str:
    """How many of a goal's activities are the unit's, and what they cost."""
    return t(
        "units.goal_money",
        count=writing.number(len(part.activities)),
        money=writing.money(part.amount_kurus),
    )


def sharing_text(parts: Sequence[GoalPart]) -> str:
    """In a sentence, how many of the unit's goals are shared with other units."""
    shared = sum(bool(part.partners) for part in parts)
    if not shared:
        return t("units.goals_alone", count=writing.number(len(parts)))
    return t(
        "units.goals_shared",
        count=writing.number(len(parts)),
        shared=writing.number(shared),
    )


def committee_part(own: int, all_of_unit: int) -> str:
    """With how many of a unit's activities a committee deals."""
    if own == all_of_unit:
        return t("units.committee_all", count=writing.number(own))
    return t("units.committee_some", count=writing.number(own), total=writing.number(all_of_unit))


def printed_unit(printed: object) -> str:
    """The unit as table 2.6 prints it; where it prints none, that it is the one above."""
    return str(printed) if writing.is_stated(printed) else t("units.printed_above")
