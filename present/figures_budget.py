"""The figures of money: a breakdown by any view, one activity's lines, the hundred lira.

Pure: breakdowns and words in, figures out. Everything in a figure can be pickled, so that a page
may cache it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

import pandas as pd

from kbb_data.schema import OFF_BUDGET_SOURCES
from present import writing
from present.budget import (
    BUDGET,
    GENERAL,
    OFF_BUDGET,
    Breakdown,
    Fund,
    Measure,
    Order,
    Scope,
    View,
    apportion,
    matches,
    ordered,
    share,
    stated,
    total,
)
from present.charts.budget import bars, hundred
from present.charts.spec import specification
from present.figure import Figure
from present.tables import TableColumn
from present.text import TURKISH, catalogue, either, language, t
from present.theme import GENERAL_ADMINISTRATION, aim_colour, palette

#: Rows of a chart ordered by size before a visitor asks for all of them.
LIMIT = 15
#: As many rows of 0 lira are drawn; more of them stand in the table alone.
ZEROS = 3
#: A share below this is told in words: %0,01.
TINY = 0.0001
_BESIDE = "beside"
_TOTAL = "total"
#: Views whose rows bear the document's own words; aims' short names and sources are translated.
_OWN_VIEWS = (View.GOAL, View.ACTIVITY, View.UNIT)
_OFF = "off_budget"
_ALL = "money"


@dataclass(frozen=True, slots=True)
class Background:
    """What every figure of a programme needs beside its numbers.

    ``people``: residents to divide by; ``None`` where nobody counted them.
    """

    institution: str
    year: int
    people: int | None
    is_dark: bool


@dataclass(frozen=True, slots=True)
class Showing:
    """How a breakdown is told."""

    measure: Measure = Measure.LIRA
    order: Order = Order.SIZE
    search: str = ""
    is_everything: bool = False


@dataclass(frozen=True)
class Shown:
    """A breakdown's figure with what was left out of its chart.

    ``rows``: the rows in the table's order with ``label``, their shown name. ``left_out``: rows
    with money beyond the limit; ``zeros``: rows of 0 lira that the chart leaves to the table.
    """

    figure: Figure
    rows: pd.DataFrame
    drawn: int
    left_out: int
    zeros: int


def row_name(view: View, key: str, number: object, name: object) -> str:
    """A row's shown name: its number or code first, sources in the catalogue's words."""
    if key == GENERAL:
        return t("butce.general")
    if view is View.SOURCE:
        return source_name(key)
    if view is View.CODE:
        return t("butce.name_code", code=key, name=code_name(key, str(name)))
    known = stated(number)
    if known is not None:
        return t("butce.name_numbered", number=known, name=name)
    return str(name)


def code_name(code: str, name: str) -> str:
    """An economic code's words: the document's; in English ours where the code is statutory."""
    return either(name, t(f"butce.code_{code}") if _is_statutory(code) else "")


def _is_statutory(code: str) -> bool:
    return f"butce.code_{code}" in catalogue(language())


def is_own(view: View, key: str) -> bool:
    """Whether the words of a view's row are the document's own, which stay Turkish in English.

    ``key`` is the row's, also of those that close a table: what no row holds, and the total.
    """
    if key in (GENERAL, _BESIDE, _TOTAL):
        return False
    return view in _OWN_VIEWS or (view is View.CODE and not _is_statutory(key))


def _is_own_row(view: View, row: Mapping[str, Any]) -> bool:
    return is_own(view, str(row["key"]))


def source_name(key: str) -> str:
    """An off-budget source, or the municipality's budget, in words."""
    return t(f"butce.source_{key}")


def scope_name(scope: Scope, names: Mapping[str, str]) -> str:
    """A scope in few words: "6. hedef, Fen İşleri Daire Başkanlığı"; empty for the whole.

    ``names`` gives the words of a spending unit's key or an economic code.
    """
    parts = []
    if scope.general:
        parts.append(t("butce.in_general"))
    if scope.activity is not None:
        parts.append(t("butce.in_activity", number=scope.activity))
    elif scope.goal is not None:
        parts.append(t("butce.in_goal", number=scope.goal))
    elif scope.aim is not None:
        parts.append(t("butce.in_aim", number=scope.aim))
    parts.extend(names.get(key, key) for key in (scope.unit, scope.code) if key is not None)
    if scope.source is not None:
        parts.append(source_name(scope.source))
    return ", ".join(parts)


def named(found: Breakdown) -> pd.DataFrame:
    """The breakdown's rows with ``label``, their shown name."""
    labels = [
        row_name(found.view, str(row.key), row.number, row.name) for row in found.rows.itertuples()
    ]
    return found.rows.assign(label=pd.Series(labels, index=found.rows.index, dtype="object"))


def searched(found: Breakdown, search: str) -> pd.DataFrame:
    """The named rows whose name holds every word of ``search``."""
    rows = named(found)
    return rows[[matches(search, label) for label in rows["label"]]] if search.strip() else rows


def breakdown_figure(
    found: Breakdown,
    background: Background,
    showing: Showing,
    links: Mapping[str, str],
    names: Mapping[str, str],
    *,
    title: str = "",
    slug: str = "",
) -> Shown:
    """A breakdown as bars and table.

    ``links``: addresses by row key; a row with one can be clicked. ``names``: words for unit keys
    and codes in the scope. Rows that the view cannot split close chart and table.
    """
    rows = searched(found, showing.search)
    rows = ordered(rows, showing.order, rows["label"].tolist())
    table = _table(found, rows, showing.search, links)
    drawn, left_out, zeros = _drawn(rows, showing)
    view = t(f"butce.of_{found.view}")
    where = scope_name(found.scope, names)
    sentence = _sentence(found, rows, background, showing, where)
    figure = Figure(
        slug=slug or f"butce-{found.view}",
        title=title or t("butce.figure_scope", scope=where or t("butce.crumb_whole"), view=view),
        subtitle=_subtitle(found.fund, found.whole_kurus, background, showing),
        sentence=sentence,
        source=_source(found, background),
        spec=_spec(found, drawn, background, showing, bool(links)),
        table=table,
        columns=_columns(found, background, bool(links)),
        own=_own_words(found, rows, names, f"{where} {sentence}"),
    )
    return Shown(figure, rows, len(drawn), left_out, zeros)


def _own_words(
    found: Breakdown, rows: pd.DataFrame, names: Mapping[str, str], text: str
) -> tuple[str, ...]:
    """The document's own words among what ``text`` says: names of rows, of a unit looked at."""
    if language() == TURKISH:
        return ()
    own = [str(row.name) for row in rows.itertuples() if is_own(found.view, str(row.key))]
    own.extend(names.get(key, key) for key in (found.scope.unit,) if key is not None)
    return tuple(word for word in own if word in text)


def overview_figure(found: Breakdown, background: Background, links: Mapping[str, str]) -> Figure:
    """The whole programme by aim, as the overview shows it: its own name and slug."""
    shown = breakdown_figure(
        found,
        background,
        Showing(),
        links,
        {},
        title=t("genel_bakis.aims_title"),
        slug="amac-paylari",
    )
    return shown.figure


def _drawn(rows: pd.DataFrame, showing: Showing) -> tuple[pd.DataFrame, int, int]:
    """The rows that the chart draws; how many with money it leaves out, how many zeros."""
    is_zero = rows["amount_kurus"].fillna(0) == 0
    zeros = int(is_zero.sum())
    if ZEROS < zeros < len(rows):
        drawn = rows[~is_zero]
    else:
        drawn, zeros = rows, 0
    if showing.order is Order.SIZE and not showing.is_everything and len(drawn) > LIMIT + 2:
        return drawn.iloc[:LIMIT], len(drawn) - LIMIT, zeros
    return drawn, 0, zeros


def _money_words(fund: Fund) -> str:
    return t(f"butce.money_{fund.replace('-', '_')}")


def _subtitle(fund: Fund, whole: int | None, background: Background, showing: Showing) -> str:
    """The year, the kind of the figures, and of what the shares are."""
    if not whole:
        return t("butce.subtitle_plain", year=background.year, money=_money_words(fund))
    return t(
        "butce.subtitle",
        year=background.year,
        money=_money_words(fund),
        shown=t(f"butce.shown_{showing.measure}"),
        whole=writing.money(whole),
    )


def _where(background: Background, where: str) -> str:
    if where:
        return t("butce.where_scope", year=background.year, scope=where)
    return t("butce.where_whole", year=background.year)


def _sentence(
    found: Breakdown, rows: pd.DataFrame, background: Background, showing: Showing, where: str
) -> str:
    """The figure's one sentence, from the largest rows, general administration's included."""
    place = _where(background, where)
    whole = found.whole_kurus
    if whole is None:
        return t("butce.sentence_none", where=place)
    if showing.search.strip():
        amount = total(rows["amount_kurus"]) or 0
        return t(
            "butce.sentence_search",
            search=showing.search.strip(),
            count=writing.number(len(rows)),
            amount=writing.money(amount),
            whole=writing.money(whole),
            share=share_text(share(amount, whole)),
        )
    if whole == 0:
        return t("butce.sentence_zero", where=place)
    parts = [
        (stated(amount) or 0, str(label))
        for amount, label in zip(rows["amount_kurus"], rows["label"], strict=True)
    ]
    if found.beside_kurus:
        parts.append((found.beside_kurus, _beside_name(found)))
    parts = sorted((part for part in parts if part[0]), key=lambda part: -part[0])
    words = {"where": place, "whole": writing.money(whole)}
    for order, (amount, label) in zip(("first", "second"), parts, strict=False):
        words[order] = label
        words[f"{order}_money"] = writing.money(amount)
        words[f"{order}_share"] = share_text(share(amount, whole))
    if len(parts) == 1:
        return t("butce.sentence_one", **words)
    return t("butce.sentence_two", **words)


def _beside_name(found: Breakdown) -> str:
    if found.view is View.CODE:
        return t("butce.beside_off_budget")
    return t("butce.beside_general")


def _source(found: Breakdown, background: Background) -> str:
    if found.scope.general:
        section = t("butce.source_section_needs")
    elif found.beside_kurus or found.rows["general_kurus"].notna().any():
        section = t("butce.source_section_general")
    else:
        section = t("butce.source_section")
    return _document(background, section)


def _document(background: Background, section: str) -> str:
    return t(
        "common.source_document",
        institution=background.institution,
        year=background.year,
        section=section,
    )


def part_of(amount: int | None, whole: int | None) -> float | None:
    """``share``, where 0 lira is no part of anything, of nothing as well."""
    return 0.0 if amount == 0 else share(amount, whole)


def share_text(part: float | None) -> str:
    """A share in words; one that no two decimals can tell from nothing says so."""
    if part is not None and writing.is_stated(part) and 0 < abs(part) < TINY:
        return t("butce.share_tiny")
    return writing.share(part)


def per_head_text(amount: int | None, people: int | None) -> str:
    """An amount a resident; less than a kuruş says so instead of 0,00 TL."""
    if amount and people and 0 < Fraction(amount, people) < Fraction(1, 2):
        return t("butce.per_head_tiny")
    return writing.per_head(amount, people)


def _value_text(amount: int | None, whole: int | None, people: int | None, how: Measure) -> str:
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


def _segments(found: Breakdown, row: Any) -> list[tuple[str, int]]:
    """A row's bar from the left: (colour group, kuruş)."""
    if found.view in (View.CODE, View.SOURCE):
        general = (stated(row.general_kurus) or 0) if found.fund is not Fund.OFF_BUDGET else 0
        own = (stated(row.amount_kurus) or 0) - general
        own_group = _OFF if found.view is View.SOURCE and row.key != BUDGET else _ALL
        both = [(own_group, own), (GENERAL, general)]
        return [part for part in both if part[1]] or both[:1]
    amount = stated(row.amount_kurus) or 0
    if row.is_general:
        return [(GENERAL, amount)]
    if found.view is View.AIM:
        return [(str(row.key), amount)]
    if found.scope.aim is not None:
        return [(str(found.scope.aim), amount)]
    return [(_ALL, amount)]


def colours(background: Background, groups: Sequence[str]) -> dict[str, str]:
    """The colour of each group: an aim's number, general administration, or kinds of money."""
    tones = palette(background.is_dark)
    fixed = {
        GENERAL: aim_colour(GENERAL_ADMINISTRATION, background.is_dark),
        _ALL: tones.money,
        _OFF: tones.quiet,
    }
    return {
        group: fixed[group] if group in fixed else aim_colour(int(group), background.is_dark)
        for group in dict.fromkeys(groups)
    }


def _spec(
    found: Breakdown,
    drawn: pd.DataFrame,
    background: Background,
    showing: Showing,
    is_clickable: bool,
) -> dict[str, Any] | None:
    rows: list[dict[str, Any]] = []
    whole, people = found.whole_kurus, background.people

    def add(key: str, name: str, amount: int | None, segments: list[tuple[str, int]]) -> None:
        start = 0
        text = _value_text(amount, whole, people, showing.measure)
        for group, kurus in segments:
            rows.append(
                {
                    "key": key,
                    "name": name,
                    "group": group,
                    "start": start / 100,
                    "end": (start + kurus) / 100,
                    "text": text,
                    "detail": _detail(name, amount, whole, people),
                }
            )
            start += kurus

    for row in drawn.itertuples():
        add(str(row.key), str(row.label), stated(row.amount_kurus), _segments(found, row))
    if found.beside_kurus and not showing.search.strip():
        group = _OFF if found.view is View.CODE else GENERAL
        add(_BESIDE, _beside_name(found), found.beside_kurus, [(group, found.beside_kurus)])
    if not rows:
        return None
    frame = pd.DataFrame(rows)
    hover = palette(background.is_dark).quiet if is_clickable else ""
    chart = bars(
        frame,
        colours(background, frame["group"].tolist()),
        hover=hover,
        legend=_legend(found, frame),
    )
    return specification(chart)


def _legend(found: Breakdown, frame: pd.DataFrame) -> dict[str, str]:
    """Words for the colours where a row may hold several; nothing where names say it all."""
    if found.view not in (View.CODE, View.SOURCE) or frame["key"].is_unique:
        return {}
    words = {
        _ALL: t("butce.segment_activities"),
        GENERAL: t("butce.segment_general"),
        _OFF: t("butce.segment_off_budget"),
    }
    return {group: words[group] for group in dict.fromkeys(frame["group"])}


def _detail(name: str, amount: int | None, whole: int | None, people: int | None) -> str:
    words = {
        "name": name,
        "money": writing.money(amount),
        "share": share_text(part_of(amount, whole)),
    }
    if people:
        return t("butce.detail_head", per_head=per_head_text(amount, people), **words)
    return t("butce.detail", **words)


# The exact table

_TABLE = ["key", "label", "activities", "budget_kurus", "off_budget_kurus", "own_kurus",
          "general_kurus", "amount_kurus", "share", "address"]  # fmt: skip


def _table(
    found: Breakdown, rows: pd.DataFrame, search: str, links: Mapping[str, str]
) -> pd.DataFrame:
    whole = found.whole_kurus
    records: list[dict[str, Any]] = []
    for row in rows.itertuples():
        amount, general = stated(row.amount_kurus), stated(row.general_kurus)
        budget, off_budget = stated(row.budget_kurus), stated(row.off_budget_kurus)
        if row.is_general:
            budget, off_budget = amount, 0
        records.append(
            {
                "key": row.key,
                "label": row.label,
                "activities": "" if row.is_general else writing.number(int(str(row.activities))),
                "budget_kurus": budget,
                "off_budget_kurus": off_budget,
                "own_kurus": None if amount is None else amount - (general or 0),
                "general_kurus": general,
                "amount_kurus": amount,
                "share": part_of(amount, whole),
                "address": links.get(str(row.key), ""),
            }
        )
    if not search.strip():
        if found.beside_kurus:
            records.append(_beside_record(found))
        if len(records) > 1 and whole is not None:
            records.append(_total_record(records, whole))
    frame = pd.DataFrame(records, columns=_TABLE)
    for column in _TABLE:
        if column.endswith("_kurus"):
            frame[column] = pd.array(frame[column].tolist(), dtype="Int64")
    return frame


def _beside_record(found: Breakdown) -> dict[str, Any]:
    is_off = found.view is View.CODE
    amount = found.beside_kurus
    return {
        "key": _BESIDE,
        "label": _beside_name(found),
        "activities": "",
        "budget_kurus": 0 if is_off else amount,
        "off_budget_kurus": amount if is_off else 0,
        "own_kurus": amount if is_off else 0,
        "general_kurus": 0 if is_off else amount,
        "amount_kurus": amount,
        "share": part_of(amount, found.whole_kurus),
        "address": "",
    }


def _total_record(records: Sequence[Mapping[str, Any]], whole: int) -> dict[str, Any]:
    def summed(column: str) -> int:
        return sum(record[column] or 0 for record in records)

    return {
        "key": _TOTAL,
        "label": t("butce.total"),
        "activities": "",
        **{
            column: summed(column)
            for column in ("budget_kurus", "off_budget_kurus", "own_kurus", "general_kurus")
        },
        "amount_kurus": whole,
        "share": part_of(whole, whole),
        "address": "",
    }


def _address(row: dict[str, Any]) -> str | None:
    return str(row["address"]) or None


def _columns(found: Breakdown, background: Background, is_linked: bool) -> list[TableColumn]:
    def money(name: str, key: str) -> TableColumn:
        return TableColumn(name, t(key), writing.money, is_number=True)

    columns = [
        TableColumn(
            "label",
            t("butce.column_name"),
            is_heading=True,
            is_verbatim=partial(_is_own_row, found.view),
            link=_address if is_linked else None,
        )
    ]
    amount_key = {
        Fund.BOTH: "butce.column_amount",
        Fund.BUDGET: "butce.column_budget",
        Fund.OFF_BUDGET: "butce.column_off_budget",
    }[found.fund]
    columns += [
        money("amount_kurus", amount_key),
        TableColumn("share", t("butce.column_share"), share_text, is_number=True),
    ]
    if background.people:
        columns.append(per_head_column(background.people))
    if found.view in (View.CODE, View.SOURCE):
        if found.rows["general_kurus"].notna().any() and not found.scope.general:
            columns += [
                money("own_kurus", "butce.column_of_activities"),
                money("general_kurus", "butce.column_general"),
            ]
        return columns
    if found.fund is Fund.BOTH:
        columns += [
            money("budget_kurus", "butce.column_budget"),
            money("off_budget_kurus", "butce.column_off_budget"),
        ]
    if found.view is not View.ACTIVITY:
        columns.append(TableColumn("activities", t("butce.column_activities"), is_number=True))
    return columns


def _per_head(people: int, kurus: Any) -> str:
    return per_head_text(stated(kurus), people)


def _per_head_lira(people: int, kurus: Any) -> Decimal | None:
    known = stated(kurus)
    return None if known is None else round(Decimal(known).scaleb(-2) / people, 2)


def per_head_column(people: int) -> TableColumn:
    """``amount_kurus`` once more, divided by a number of people."""
    return TableColumn(
        "amount_kurus",
        t("butce.column_per_head"),
        partial(_per_head, people),
        is_number=True,
        key="per_head",
        value=partial(_per_head_lira, people),
    )


# One activity


def activity_figure(
    lines: pd.DataFrame, background: Background, showing: Showing, fund: Fund
) -> Figure:
    """One activity's budget lines: economic codes, then off-budget sources.

    ``lines``: the activity's rows of ``budget_lines`` for the fund. Off-budget sources of 0 lira
    are in the table and not drawn, unless nothing else is there.
    """
    places = {source: place for place, source in enumerate(OFF_BUDGET_SOURCES)}
    lines = lines.iloc[
        sorted(range(len(lines)), key=lambda place: places.get(lines["line"].iloc[place], -1))
    ]
    number = int(lines["activity"].iloc[0]) if len(lines) else 0
    scope = t("butce.in_activity", number=number)
    whole = total(lines["amount_kurus"])
    table = pd.DataFrame(
        {
            "label": [
                row_name(View.CODE, str(row.line), None, row.line_name)
                if row.fund == BUDGET
                else source_name(str(row.line))
                for row in lines.itertuples()
            ],
            "key": lines["line"].tolist(),
            "fund": lines["fund"].tolist(),
            "amount_kurus": pd.array(lines["amount_kurus"].tolist(), dtype="Int64"),
            "share": [part_of(stated(amount), whole) for amount in lines["amount_kurus"]],
            "place": [
                t("butce.place_short", section=row.source_section, line=row.source_line)
                for row in lines.itertuples()
            ],
        }
    )
    columns = [
        TableColumn("label", t("butce.column_name"), is_heading=True, is_verbatim=_is_own_line),
        TableColumn("amount_kurus", t("butce.column_amount"), writing.money, is_number=True),
        TableColumn("share", t("butce.column_share"), share_text, is_number=True),
    ]
    if background.people:
        columns.append(per_head_column(background.people))
    columns.append(TableColumn("place", t("butce.column_place")))
    first = lines.iloc[0] if len(lines) else None
    return Figure(
        slug="butce-faaliyet-kalemleri",
        title=t("butce.figure_lines", scope=scope),
        subtitle=_subtitle(fund, whole, background, showing),
        sentence=_activity_sentence(table, whole, background, scope),
        source=_document(
            background,
            t("butce.source_section")
            if first is None
            else t(
                "butce.source_section_place",
                section=first["source_section"],
                line=first["source_line"],
            ),
        ),
        spec=_activity_spec(table, whole, background, showing),
        table=table,
        columns=columns,
    )


def _is_own_line(row: Mapping[str, Any]) -> bool:
    """Whether the words of an activity's line are the document's: an economic code's."""
    return row["fund"] == BUDGET and is_own(View.CODE, str(row["key"]))


def _activity_sentence(
    table: pd.DataFrame, whole: int | None, background: Background, scope: str
) -> str:
    place = _where(background, scope)
    if whole is None:
        return t("butce.sentence_none", where=place)
    if whole == 0:
        return t("butce.sentence_zero", where=place)
    paid = table[table["amount_kurus"].fillna(0) > 0].sort_values(
        "amount_kurus", ascending=False, kind="stable"
    )
    first = stated(paid["amount_kurus"].iloc[0])
    words = {
        "where": place,
        "whole": writing.money(whole),
        "first": paid["label"].iloc[0],
        "first_money": writing.money(first),
        "first_share": share_text(share(first, whole)),
    }
    if len(paid) == 1:
        return t("butce.sentence_one", **words)
    return t("butce.sentence_main", **words)


def _activity_spec(
    table: pd.DataFrame, whole: int | None, background: Background, showing: Showing
) -> dict[str, Any] | None:
    drawn = table[table["amount_kurus"].fillna(0) > 0]
    if drawn.empty:
        return None
    rows = []
    for place, row in enumerate(drawn.itertuples()):
        amount = stated(row.amount_kurus) or 0
        name = str(row.label)
        rows.append(
            {
                "key": str(place),
                "name": name,
                "group": _OFF if row.fund == OFF_BUDGET else _ALL,
                "start": 0.0,
                "end": amount / 100,
                "text": _value_text(amount, whole, background.people, showing.measure),
                "detail": _detail(name, amount, whole, background.people),
            }
        )
    frame = pd.DataFrame(rows).sort_values("end", ascending=False, kind="stable")
    return specification(bars(frame, colours(background, frame["group"].tolist())))


# The hundred lira


def hundred_figure(found: Breakdown, background: Background) -> Figure:
    """Of every 100 lira how many go to each aim, in whole lira that add up to 100.

    ``found``: the whole programme by aim. Nothing stated, or all zero, draws nothing.
    """
    rows = named(found)
    rows = ordered(rows, Order.SIZE, rows["label"].tolist())
    amounts = [max(stated(amount) or 0, 0) for amount in rows["amount_kurus"]]
    lira = apportion(amounts)
    table = pd.DataFrame(
        {
            "label": rows["label"].tolist(),
            "lira": lira,
            "amount_kurus": pd.array(rows["amount_kurus"].tolist(), dtype="Int64"),
            "share": [part_of(stated(a), found.whole_kurus) for a in rows["amount_kurus"]],
        }
    )
    parts = pd.DataFrame(
        {
            "key": rows["key"].tolist(),
            "name": [
                str(row.label) if row.is_general else str(row.name) for row in rows.itertuples()
            ],
            "wide": [
                t("genel_bakis.hundred_name", name=name, money=writing.money_short(amount))
                for name, amount in zip(rows["label"], amounts, strict=True)
            ],
            "lira": lira,
            "text": [
                t("genel_bakis.hundred_text", count=count)
                if count or not amount
                else t("genel_bakis.hundred_less")
                for count, amount in zip(lira, amounts, strict=True)
            ],
            "detail": [
                t(
                    "genel_bakis.hundred_detail",
                    name=name,
                    count=count,
                    money=writing.money(amount),
                )
                for name, count, amount in zip(rows["label"], lira, amounts, strict=True)
            ],
        }
    )
    chart = None
    if sum(lira):
        chart = specification(hundred(parts, colours(background, rows["key"].tolist())))
    return Figure(
        slug="yuz-lira",
        title=t("genel_bakis.hundred_title"),
        subtitle=t("genel_bakis.hundred_subtitle", year=background.year),
        sentence=_hundred_sentence(parts, background),
        source=_document(background, t("butce.source_section_general")),
        spec=chart,
        table=table,
        columns=[
            TableColumn("label", t("genel_bakis.column_purpose"), is_heading=True),
            TableColumn("lira", t("genel_bakis.column_of_hundred"), writing.number, is_number=True),
            TableColumn(
                "amount_kurus", t("genel_bakis.column_amount"), writing.money, is_number=True
            ),
            TableColumn("share", t("genel_bakis.column_share"), share_text, is_number=True),
        ],
    )


def _hundred_sentence(parts: pd.DataFrame, background: Background) -> str:
    by_size = sorted(zip(parts["lira"], parts["name"], strict=True), key=lambda part: -part[0])
    words: dict[str, object] = {"year": background.year}
    for order, (count, name) in zip(("first", "second", "third"), by_size, strict=False):
        words[order] = count
        words[f"{order}_name"] = name
    if not by_size or not by_size[0][0]:
        return t("butce.sentence_none", where=_where(background, ""))
    if len(by_size) < 3:
        return t("genel_bakis.hundred_sentence_short", **words)
    return t("genel_bakis.hundred_sentence", **words)
