"""What the form for a programme's results asks: its sheets, their lines, and what may be filled in.

The workbook and the CSV file are written from here and read back with it, so that the one can't ask
what the other does not know.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kbb_data.checking.documents import in_order
from kbb_data.judging.sheets import named
from kbb_data.judging.things import Programme
from kbb_data.results.records import ACTIVITY, ECONOMIC, FUNCTIONAL, REVENUE, TOTAL
from kbb_data.results.words import word, words
from kbb_data.rows import Row, Tables
from kbb_data.schema import BY_NAME
from kbb_data.turkish import fold, lower

#: The section of the lines about indicators; the others are the classifications of money.
INDICATOR = "indicator"
#: The four classifications, in the order of their sheets.
MONEY = (ECONOMIC, FUNCTIONAL, ACTIVITY, REVENUE)
#: The sections of the lines about single months, with the classification that each is of.
MONTHS = {"economic_months": ECONOMIC, "revenue_months": REVENUE}
#: What a cell that a person fills in may hold.
NUMBER, AMOUNT, WORDS, YES = "number", "amount", "words", "yes"
#: The field in which a person says that an unlikely value is meant.
CONFIRMED = "confirmed"
#: The unit of rates, and the revenue code whose amounts may be negative (refunds).
PERCENT, REFUNDS = "%", "09"
#: The longest name of a sheet, and what it may not hold.
_LONGEST, _UNHELD = 31, str.maketrans(dict.fromkeys("[]:*?/\\", " ") | {"'": "’"})
#: An indicator's figures that were known before the year's results, by how much they tell.
_KNOWN = ("actual", "half_year_actual", "year_end_estimate", "estimate")


@dataclass(frozen=True, slots=True)
class Field:
    """What a person may fill in of a line: the column that it becomes, its head, what it holds."""

    name: str
    head: str
    holds: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that the form asks of: an indicator or a code of money.

    ``code`` is ``3.5`` of an indicator, else the code (of an activity its number) or ``total``;
    ``shown`` are the locked values under the sheet's locked heads: words, numbers, ``None`` where
    nothing is known. ``unit`` is an indicator's, ``target`` its target, and ``likely`` the figures
    beside which a mistyped rate shows.
    """

    section: str
    code: str
    name: str
    shown: tuple[Any, ...]
    unit: str = ""
    target: Decimal | None = None
    likely: tuple[Decimal, ...] = ()

    @property
    def key(self) -> str:
        """What tells the line from every other one of the form."""
        return f"{self.section} {self.code}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the form; ``last`` is how many of its locked columns, from the right, hold what
    was known last, which a newer document may have overtaken."""

    title: str
    section: str
    locked: tuple[str, ...]
    fields: tuple[Field, ...]
    lines: tuple[Line, ...]
    last: int

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of all columns, in order; the last one's cells are hidden."""
        return (*self.locked, *(field.head for field in self.fields), word("heads.key"))


def layout(tables: Tables) -> list[Sheet]:
    """The sheets of the form for the programme of ``tables``: a unit's each, then money, then
    months."""
    sheets = list(_indicator_sheets(tables))
    sheets += [_money_sheet(section, tables) for section in MONEY]
    sheets += [_months_sheet(section, tables) for section in MONTHS]
    return sheets


def identity(tables: Tables) -> str:
    """What a form and a dataset must have in common, and how many documents the dataset had when
    the form was written."""
    row = tables["programme"][0]
    parts = (row["institution"], row["year"], word("book.written_for"), len(tables["documents"]))
    return " | ".join(map(str, parts))


def programme_name(tables: Tables) -> str:
    """Institution and year, as a heading says them."""
    row = tables["programme"][0]
    return f"{row['institution']} {row['year']}"


# --- Indicators ----------------------------------------------------------------------------------


def indicator_fields() -> tuple[Field, ...]:
    """What is asked of an indicator."""
    column = BY_NAME["indicator_results"].column
    return (
        Field("value", column("value").tr, NUMBER),
        Field("deviation_reason", column("deviation_reason").tr, WORDS),
        Field("measure_taken", column("measure_taken").tr, WORDS),
        Field(CONFIRMED, word("heads.confirm"), YES),
    )


def _indicator_sheets(tables: Tables) -> Iterator[Sheet]:
    year, form = tables["programme"][0]["year"], Programme(tables).form
    column = BY_NAME["indicator_results"].in_form(form).column
    heads = (
        column("goal").tr,
        column("indicator").tr,
        BY_NAME["indicators"].in_form(form).column("name").tr,
        word("heads.unit"),
        word("heads.target").format(year=year),
        word("heads.last"),
        word("heads.last_of"),
    )
    lines = _indicator_lines(tables)
    owners = _answerable(tables)
    used = {fold(title) for title in words("sheets").values()}
    for row in tables["spending_units"]:
        own = tuple(lines[key] for key in lines if row["spending_unit"] in owners[key])
        if own:
            title = _title(row["short_name"] or row["name"], used)
            yield Sheet(title, INDICATOR, heads, indicator_fields(), own, 2)
    rest = tuple(lines[key] for key in lines if not owners[key])
    if rest:
        yield Sheet(word("sheets.no_unit"), INDICATOR, heads, indicator_fields(), rest, 2)


def _answerable(tables: Tables) -> dict[tuple[int, int], set[str]]:
    """The units of each indicator: the one that the document names for it, else all that answer
    for activities of its goal; none where the document names none."""
    of_goal: dict[int, set[str]] = {}
    for row in tables["activities"]:
        units = {row["spending_unit"], *(row["other_units"] or "").split(" | ")}
        of_goal.setdefault(row["goal"], set()).update(filter(None, units))
    for row in tables["unit_responsibilities"]:
        of_goal.setdefault(row["goal"], set()).add(row["spending_unit"])
    spellings = {fold(name): unit for name, unit in Programme(tables).spellings.items()}
    found = {}
    for row in tables["indicators"]:
        named_unit = spellings.get(fold(row["unit_responsible"] or ""))
        units = {named_unit} if named_unit else of_goal.get(row["goal"], set())
        found[row["goal"], row["indicator"]] = units
    return found


def _title(name: str, used: set[str]) -> str:
    """A name that a sheet may have, and no other sheet has."""
    whole = " ".join(name.translate(_UNHELD).split()).strip("’ ")
    title, number = _shortened(whole, _LONGEST), 1
    while not title or fold(title) in used:
        number += 1
        behind = f" ({number})"
        title = _shortened(whole, _LONGEST - len(behind)) + behind
    used.add(fold(title))
    return title


def _shortened(name: str, room: int) -> str:
    """``name`` in so many letters, cut between words where there are any."""
    cut = textwrap.shorten(name, room, placeholder="…")
    return cut if cut != "…" else name[:room]


def _indicator_lines(tables: Tables) -> dict[tuple[int, int], Line]:
    year = tables["programme"][0]["year"]
    values: dict[tuple[int, int], list[Row]] = {}
    for row in tables["indicator_values"]:
        values.setdefault((row["goal"], row["indicator"]), []).append(row)
    results: dict[tuple[int, int], list[Row]] = {}
    for row in newest_last(tables, "indicator_results"):
        if row["value"] is not None:
            results.setdefault((row["goal"], row["indicator"]), []).append(row)
    lines = {}
    for row in tables["indicators"]:
        key = (row["goal"], row["indicator"])
        own = values.get(key, [])
        target = next((v for v in own if v["year"] == year and v["kind"] == "target"), None)
        last, last_of = _last_figure(own, results.get(key, []))
        stated = target["value"] if target else None
        promised = stated if stated is not None else (target or {}).get("printed")
        lines[key] = Line(
            INDICATOR,
            f"{key[0]}.{key[1]}",
            row["name_printed"],
            (*key, row["name_printed"], row["unit"], promised, last, last_of),
            row["unit"] or "",
            stated,
            tuple(figure for figure in (stated, last) if figure is not None),
        )
    return lines


def _last_figure(values: list[Row], results: list[Row]) -> tuple[Decimal | None, str | None]:
    """The last known figure of an indicator and what it is: a result, else what the programme
    itself knows of earlier years."""
    if results:
        newest = max(results, key=lambda row: row["as_of"])
        return newest["value"], written_day(newest["as_of"])
    known = [row for row in values if row["kind"] in _KNOWN and row["value"] is not None]
    if not known:
        return None, None
    kinds = named("indicator_values", "kind")
    last = max(known, key=lambda row: (row["year"], -_KNOWN.index(row["kind"])))
    return last["value"], f"{last['year']} {lower(kinds[last['kind']])}"


def newest_last(tables: Tables, table: str) -> list[Row]:
    """The rows of a table of results, those of the document that speaks at the end."""
    order = {row["document"]: rank for rank, row in enumerate(in_order(tables))}
    return sorted(tables[table], key=lambda row: order[row["document"]])


def written_day(day: str) -> str:
    """A day as Turkish writes it: ``30.06.2026``."""
    return ".".join(reversed(day.split("-")))


# --- Money ---------------------------------------------------------------------------------------

#: The columns of ``appropriations`` that the form asks, by classification.
_AMOUNTS = ("initial", "supplementary", "added", "deducted", "net", "spent", "cancelled",
            "carried", "expected")  # fmt: skip
_REVENUE = ("initial", "net", "spent", "expected")


def money_fields(section: str) -> tuple[Field, ...]:
    """What is asked of a code of a classification."""
    column = BY_NAME["appropriations"].column
    if section == REVENUE:
        return tuple(Field(name, _revenue_head(name), AMOUNT) for name in _REVENUE)
    asked = [Field(name, column(name).tr, AMOUNT) for name in _AMOUNTS]
    if section == ECONOMIC:
        asked.append(Field("is_outside_total", column("is_outside_total").tr, YES))
    return tuple(asked)


def _revenue_head(name: str) -> str:
    """What a column of money is called where it is about revenue."""
    own = words("heads").get(f"revenue_{name}")
    return own or BY_NAME["appropriations"].column(name).tr


def _money_sheet(section: str, tables: Tables) -> Sheet:
    spent = {
        row["code"]: row["spent"]
        for row in newest_last(tables, "appropriations")
        if row["classification"] == section and row["statement"] == 1
    }
    planned = _planned(section, tables)
    lines = tuple(
        Line(section, code, name, (code_shown(code), name, planned.get(code), spent.get(code)))
        for code, name in _codes(section, tables)
    )
    number = word("heads.activity_no" if section == ACTIVITY else "heads.code")
    last = word("heads.last_collected" if section == REVENUE else "heads.last_spent")
    heads = (number, word("heads.name"), word("heads.planned"), last)
    return Sheet(word(f"sheets.{section}"), section, heads, money_fields(section), lines, 1)


def month_fields(year: int) -> tuple[Field, ...]:
    """What is asked of a code's months: ``month_1`` to ``month_12``."""
    return tuple(
        Field(f"month_{month}", month_named(year, month), AMOUNT) for month in range(1, 13)
    )


def month_named(year: int, month: int) -> str:
    """``Haziran (2026)``: without brackets a spreadsheet makes a date of it."""
    return f"{word(f'months.{month}')} ({year})"


def _months_sheet(section: str, tables: Tables) -> Sheet:
    classification, year = MONTHS[section], tables["programme"][0]["year"]
    stated: dict[str, dict[int, int]] = {}
    for row in newest_last(tables, "monthly_amounts"):
        is_own = (row["classification"], row["year"]) == (classification, year)
        if is_own and row["amount"] is not None:
            stated.setdefault(row["code"], {})[row["month"]] = row["amount"]
    lines = []
    for code, name in _codes(classification, tables):
        month, amount = max(stated.get(code, {}).items(), default=(0, None))
        last = month_named(year, month) if month else None
        lines.append(Line(section, code, name, (code_shown(code), name, last, amount)))
    own = ("code", "name", "last_month", "last_month_amount")
    heads = tuple(word(f"heads.{each}") for each in own)
    return Sheet(word(f"sheets.{section}"), section, heads, month_fields(year), tuple(lines), 2)


def code_shown(code: str) -> str:
    """A code as the form shows it; a total has none."""
    return "" if code == TOTAL else code


def _codes(section: str, tables: Tables) -> Iterator[tuple[str, str]]:
    """Codes and names of a classification, then its total."""
    if section == ECONOMIC:
        printed = {row["economic_code"]: row["name"] for row in tables["economic_codes"]}
        for code, name in named("economic_codes", "economic_code").items():
            yield code, printed.get(code, name)
    elif section == ACTIVITY:
        yield from ((str(row["activity"]), row["name"]) for row in tables["activities"])
    else:
        yield from words(f"{section}_names").items()
    yield TOTAL, word("values.total")


def _planned(section: str, tables: Tables) -> dict[str, int | None]:
    """The programme's own budget for its year in kuruş, by code, where its document has it."""
    if section == ACTIVITY:
        found = {str(row["activity"]): row["budget"] for row in tables["activities"]}
    elif section == ECONOMIC:
        found = {}
        for row in tables["activity_costs"]:
            if row["amount"] is not None:
                code = row["economic_code"]
                found[code] = found.get(code, 0) + row["amount"]
    else:
        return {}
    return found | {TOTAL: _sum(found.values())}


def _sum(amounts: Iterable[int | None]) -> int | None:
    stated = [amount for amount in amounts if amount is not None]
    return sum(stated) if stated else None
