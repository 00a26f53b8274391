"""Two aims, goals or spending units side by side: what is known of each, on one scale.

Pure: frames in, records and figures out. Money is whole kuruş, ``None`` where nothing is stated.
A side's money is that of its activities; general administration belongs to no aim, goal or unit.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from present import writing
from present.ambition import Summary, summarise
from present.ambition_colours import tones
from present.ambition_words import word
from present.budget import BUDGET, Scope, View, add, select, stated, total
from present.charts.spec import specification
from present.charts.units import PAIR, paired
from present.figure import Figure
from present.figures_budget import Background, row_name, source_name
from present.indicators import Indicator
from present.tables import TableColumn
from present.text import t
from present.theme import palette


class Kind(StrEnum):
    """What is compared; the values begin the codes of sides in addresses."""

    AIM = "amac"
    GOAL = "hedef"
    UNIT = "birim"


#: The column that holds a kind's key.
COLUMNS = {Kind.AIM: "aim", Kind.GOAL: "goal", Kind.UNIT: "spending_unit"}


@dataclass(frozen=True, slots=True)
class Named:
    """What can be compared: its code in addresses, its short words, its full words."""

    code: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Frames:
    """What sides are read from: frames of ``db.queries`` and the indicators' records."""

    aims: pd.DataFrame
    goals: pd.DataFrame
    units: pd.DataFrame
    activities: pd.DataFrame
    lines: pd.DataFrame
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Side:
    """One side of a comparison.

    ``kind`` and ``key`` (the number, or a unit's slug) say what it is; ``codes`` is its money by
    economic code and off-budget source (``None``: a line without a stated amount; what has no
    line is not there); ``ambition`` counts its indicators' words.
    """

    kind: Kind
    key: str
    label: str
    words: str
    budget_kurus: int | None
    off_budget_kurus: int | None
    activities: int
    goals: int
    units: int
    codes: Mapping[tuple[str, str], int | None]
    ambition: Summary

    @property
    def amount_kurus(self) -> int | None:
        """Budget and off-budget together."""
        return add(self.budget_kurus, self.off_budget_kurus)

    @property
    def indicators(self) -> int:
        """How many indicators the side's goals have."""
        return self.ambition.total


def code_of(kind: Kind, key: object) -> str:
    """``amac-1``, ``hedef-6``, ``birim-fen-isleri``."""
    return f"{kind}-{key}"


def options(frames: Frames) -> dict[Kind, tuple[Named, ...]]:
    """What can be compared, by kind in the document's order (units in that of the alphabet).

    Kinds with fewer than two are left out: there is nothing to compare.
    """
    found = {
        Kind.AIM: tuple(
            Named(
                code_of(Kind.AIM, row.aim),
                t("karsilastir.aim_label", number=row.aim, name=row.short_name),
                str(row.statement),
            )
            for row in frames.aims.itertuples()
        ),
        Kind.GOAL: tuple(
            Named(
                code_of(Kind.GOAL, row.goal),
                t("karsilastir.goal_label", number=row.goal),
                str(row.statement),
            )
            for row in frames.goals.itertuples()
        ),
        Kind.UNIT: tuple(
            Named(code_of(Kind.UNIT, row.spending_unit), str(row.short_name), str(row.name))
            for row in frames.units.itertuples()
        ),
    }
    return {kind: each for kind, each in found.items() if len(each) > 1}


@dataclass(frozen=True, slots=True)
class Pair:
    """The two codes that are compared; ``is_asked`` says whether they are what was asked for."""

    kind: Kind
    first: str
    second: str
    is_asked: bool


def ranked(frames: Frames, there: Mapping[Kind, Sequence[Named]]) -> dict[Kind, tuple[str, ...]]:
    """The codes of each kind by money, the largest first: what is compared where nobody chose."""
    found = {}
    for kind, each in there.items():
        sums = frames.lines.groupby(COLUMNS[kind])["amount_kurus"].sum()
        amounts = {code_of(kind, key): int(amount) for key, amount in sums.items()}
        found[kind] = tuple(
            sorted((one.code for one in each), key=lambda code: -amounts.get(code, 0))
        )
    return found


def pair(asked: Sequence[str], there: Mapping[Kind, Sequence[str]], wanted: Kind) -> Pair | None:
    """The pair that codes of an address stand for; ``None`` where nothing can be compared.

    ``there``: the codes of each kind. The first known code decides the kind, ``wanted`` where none
    is known. What is missing, of another kind, or the same twice is filled in with the kind's
    first one that is not there yet.
    """
    if not there:
        return None
    kinds = {code: kind for kind, codes in there.items() for code in codes}
    known = [code for code in asked if code in kinds]
    kind = kinds[known[0]] if known else (wanted if wanted in there else next(iter(there)))
    chosen = list(dict.fromkeys(code for code in known if kinds[code] is kind))[:2]
    is_asked = len(chosen) == 2 and list(asked) == chosen
    chosen += [code for code in there[kind] if code not in chosen]
    return Pair(kind, chosen[0], chosen[1], is_asked)


def side(code: str, frames: Frames, there: Mapping[Kind, Collection[Named]]) -> Side:
    """The side that ``code`` names. Raises ``StopIteration`` for a code that is not there."""
    kind, named = next(
        (kind, named) for kind, each in there.items() for named in each if named.code == code
    )
    key = code.removeprefix(f"{kind}-")
    column = COLUMNS[kind]
    value: Any = key if kind is Kind.UNIT else int(key)
    scope = {
        Kind.AIM: lambda: Scope(aim=value),
        Kind.GOAL: lambda: Scope(goal=value),
        Kind.UNIT: lambda: Scope(unit=value),
    }[kind]()
    lines = select(frames.lines, scope)
    activities = frames.activities[frames.activities[column] == value]
    goals = (
        set(activities["goal"])
        if kind is Kind.UNIT
        else set(frames.goals.loc[frames.goals[column] == value, "goal"])
    )
    by_line = lines.groupby(["fund", "line"], sort=False)["amount_kurus"].agg(total)
    by_fund = lines.groupby("fund", sort=False)["amount_kurus"].agg(total).to_dict()
    budget = stated(by_fund.pop(BUDGET, None))
    return Side(
        kind=kind,
        key=key,
        label=named.label,
        words=named.words,
        budget_kurus=budget,
        off_budget_kurus=add(*(stated(amount) for amount in by_fund.values())),
        activities=len(activities),
        goals=len(goals),
        units=activities["spending_unit"].nunique(),
        codes={
            (str(fund), str(line)): stated(amount)
            for (fund, line), amount in zip(by_line.index, by_line, strict=True)
        },
        ambition=summarise(one.assessment for one in frames.indicators if one.goal in goals),
    )


def figures(
    first: Side, second: Side, frames: Frames, background: Background
) -> tuple[Figure, Figure, Figure]:
    """Money by fund, money by economic code and source, and the indicators' words, as pairs."""
    return (
        _money(first, second, background),
        _codes(first, second, frames.lines, background),
        _ambition(first, second, background),
    )


def _own(first: Side, second: Side) -> tuple[str, ...]:
    """Labels that are the document's own words: units' names."""
    return tuple(one.label for one in (first, second) if one.kind is Kind.UNIT)


def _sides_words(first: Side, second: Side) -> dict[str, str]:
    return {"first": first.label, "second": second.label}


def _document(background: Background, section: str) -> str:
    return t(
        "common.source_document",
        institution=background.institution,
        year=background.year,
        section=section,
    )


def _money(first: Side, second: Side, background: Background) -> Figure:
    rows = [
        ("total", t("karsilastir.row_total"), first.amount_kurus, second.amount_kurus),
        ("budget", t("karsilastir.row_budget"), first.budget_kurus, second.budget_kurus),
        (
            "off_budget",
            t("karsilastir.row_off_budget"),
            first.off_budget_kurus,
            second.off_budget_kurus,
        ),
    ]
    return _money_figure(
        rows,
        first,
        second,
        background,
        slug="karsilastirma-para",
        title=t("karsilastir.money_title"),
        sentence=_money_sentence(first, second, background),
    )


def _money_sentence(first: Side, second: Side, background: Background) -> str:
    one, other = first.amount_kurus, second.amount_kurus
    words = {
        "year": background.year,
        "first_money": writing.money(one),
        "second_money": writing.money(other),
        **_sides_words(first, second),
    }
    if one is None or other is None:
        return t("karsilastir.money_sentence_plain", **words)
    if one == other:
        return t("karsilastir.money_sentence_same", **words)
    words["difference"] = writing.money(abs(one - other))
    words["more"] = first.label if one > other else second.label
    return t("karsilastir.money_sentence", **words)


def _codes(first: Side, second: Side, lines: pd.DataFrame, background: Background) -> Figure:
    names = dict(zip(lines["line"], lines["line_name"], strict=True))
    places = {source: place for place, source in enumerate(OFF_BUDGET_SOURCES)}
    keys = sorted(
        {key for one in (first, second) for key, amount in one.codes.items() if amount},
        key=lambda key: (key[0] != BUDGET, places.get(key[1], -1), key[1]),
    )
    rows = [
        (
            f"{fund}.{line}",
            row_name(View.CODE, line, None, names.get(line))
            if fund == BUDGET
            else source_name(line),
            _of(first, (fund, line)),
            _of(second, (fund, line)),
        )
        for fund, line in keys
    ]
    return _money_figure(
        rows,
        first,
        second,
        background,
        slug="karsilastirma-kodlar",
        title=t("karsilastir.codes_title"),
        sentence=_codes_sentence(rows, first, second, background),
    )


def _of(one: Side, key: tuple[str, str]) -> int | None:
    """A side's money on a line: 0 where it has no such line, ``None`` where none is stated."""
    return one.codes.get(key, 0)


def _codes_sentence(
    rows: Sequence[tuple[str, str, int | None, int | None]],
    first: Side,
    second: Side,
    background: Background,
) -> str:
    tops: list[tuple[int, str]] = []
    for amounts in ([row[2] for row in rows], [row[3] for row in rows]):
        paid = [(amount or 0, row[1]) for amount, row in zip(amounts, rows, strict=True)]
        tops.append(max(paid, key=lambda one: one[0], default=(0, "")))
    if not all(amount for amount, _ in tops):
        return t("karsilastir.codes_sentence_short", **_sides_words(first, second))
    return t(
        "karsilastir.codes_sentence",
        year=background.year,
        first_line=tops[0][1],
        first_money=writing.money(tops[0][0]),
        second_line=tops[1][1],
        second_money=writing.money(tops[1][0]),
        **_sides_words(first, second),
    )


def _money_figure(
    rows: Sequence[tuple[str, str, int | None, int | None]],
    first: Side,
    second: Side,
    background: Background,
    *,
    slug: str,
    title: str,
    sentence: str,
) -> Figure:
    table = pd.DataFrame(
        {
            "key": [row[0] for row in rows],
            "label": [row[1] for row in rows],
            "first_kurus": pd.array([row[2] for row in rows], dtype="Int64"),
            "second_kurus": pd.array([row[3] for row in rows], dtype="Int64"),
        }
    )
    drawn = [
        {
            "key": key,
            "name": label,
            "side": side,
            "end": (amount or 0) / 100,
            "text": writing.money_short(amount),
            "detail": t(
                "karsilastir.detail", side=one.label, name=label, value=writing.money(amount)
            ),
        }
        for key, label, *amounts in rows
        for side, one, amount in zip(PAIR, (first, second), amounts, strict=True)
    ]
    return Figure(
        slug=slug,
        title=title,
        subtitle=t(
            "karsilastir.money_subtitle", year=background.year, **_sides_words(first, second)
        ),
        sentence=sentence,
        source=_document(background, t("butce.source_section")),
        own=_own(first, second),
        spec=_spec(drawn, background),
        table=table,
        columns=[
            TableColumn("label", t("karsilastir.column_line"), is_heading=True),
            TableColumn(
                "first_kurus",
                t("karsilastir.column_first", name=first.label),
                writing.money,
                is_number=True,
            ),
            TableColumn(
                "second_kurus",
                t("karsilastir.column_second", name=second.label),
                writing.money,
                is_number=True,
            ),
        ],
    )


def _ambition(first: Side, second: Side, background: Background) -> Figure:
    rows = [
        (
            each.value,
            word(each, background.year - 1),
            first.ambition.count(each),
            second.ambition.count(each),
        )
        for each in tones(background.is_dark)
    ]
    drawn = [
        {
            "key": key,
            "name": label,
            "side": side,
            "end": float(count),
            "text": writing.number(count),
            "detail": t(
                "karsilastir.detail", side=one.label, name=label, value=writing.number(count)
            ),
        }
        for key, label, *counts in rows
        for side, one, count in zip(PAIR, (first, second), counts, strict=True)
    ]
    has_any = bool(first.indicators or second.indicators)
    return Figure(
        slug="karsilastirma-gostergeler",
        title=t("karsilastir.ambition_title"),
        subtitle=t(
            "karsilastir.ambition_subtitle",
            estimate_year=background.year - 1,
            target_year=background.year,
            **_sides_words(first, second),
        ),
        sentence=t(
            "karsilastir.ambition_sentence",
            first_count=writing.number(first.indicators),
            second_count=writing.number(second.indicators),
            **_sides_words(first, second),
        )
        if has_any
        else t("karsilastir.ambition_sentence_none"),
        source=_document(background, t("gostergeler.source_section", section="2.3")),
        own=_own(first, second),
        spec=_spec(drawn, background) if has_any else None,
        table=pd.DataFrame(rows, columns=["key", "label", "first", "second"]),
        columns=[
            TableColumn("label", t("karsilastir.column_word"), is_heading=True),
            TableColumn(
                "first",
                t("karsilastir.column_first", name=first.label),
                writing.number,
                is_number=True,
            ),
            TableColumn(
                "second",
                t("karsilastir.column_second", name=second.label),
                writing.number,
                is_number=True,
            ),
        ],
    )


def _spec(drawn: Sequence[Mapping[str, Any]], background: Background) -> dict[str, Any] | None:
    if not drawn:
        return None
    tones = palette(background.is_dark)
    chart = paired(pd.DataFrame(drawn), full=tones.money, light=tones.money_tint, ink=tones.ink)
    return specification(chart)
