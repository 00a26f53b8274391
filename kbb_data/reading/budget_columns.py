"""Which year, kind of figure and fund stand in each column of a programme budget's tables.

Columns are known by their words, in whatever order and number they stand; a head may go over
several lines, and a year or a group of years may stand above several columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kbb_data.problems import Problem, quote
from kbb_data.reading.budget_heads import YEAR
from kbb_data.reading.causes import misplaced
from kbb_data.reading.lines import Line, unexpected
from kbb_data.reading.records import Reading
from kbb_data.turkish import fold, squeeze


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: where it stands, the year, the kind of figure, and the fund that its
    head names (empty for none)."""

    column: int
    year: int
    kind: str
    fund: str = ""


def read_columns(
    reading: Reading, head: Sequence[Line], row: Line, table: str, *, of_money: bool
) -> tuple[Column, ...]:
    """The columns of figures under ``head``; none where it is lacking or can't be read, which is
    then the table's cause. ``row`` is the first row below it."""
    wanted = "Bütçe" if of_money else "Hedef"
    if not head:
        reading.blames(
            unexpected(
                row, table, f"a head with years, as '{reading.year} {wanted}', above the rows"
            )
        )
        return ()
    found = columns_of(head, reading.year, of_money=of_money)
    unread = next((each for each in found if isinstance(each, str)), None)
    columns = tuple(each for each in found if isinstance(each, Column))
    heads = [(column.year, column.kind, column.fund) for column in columns]
    kinds = ("budget",) if of_money else ("target",)
    if unread is not None:
        cause = f"a year and what its figures are in each head, as '{reading.year} {wanted}'"
        reading.blames(Problem(head[0].number, table, cause, quote(unread)))
        return ()
    if len(set(heads)) < len(heads):
        reading.blames(unexpected(head[0], table, "each year and kind of figure in one column"))
        return ()
    if not any(column.year == reading.year and column.kind in kinds for column in columns):
        reading.blames(unexpected(head[0], table, f"a column '{reading.year} {wanted}'"))
        return ()
    return columns


def columns_of(head: Sequence[Line], year: int, *, of_money: bool) -> list[Column | str]:
    """The columns of figures under a head of one line or more; a text that names no year or no kind
    stands for itself. ``year`` is the programme's.

    A column without a year under a label that has one further left, or above it, is of that year.
    """
    places = sorted({column for line in head for column, _ in line.filled})
    found: list[Column | str] = []
    spent: list[int] = []
    for place in places:
        own = [line.cell(place) for line in head]
        if not any(_is_of_figures(text) for text in own) and not any(
            _group(line, place) for line in head
        ):
            continue
        words = squeeze(" ".join(own))
        if not YEAR.search(words):
            above = next((group for line in head if (group := _group(line, place))), "")
            words = squeeze(f"{above} {words}")
        if not re.search(r"\btah", fold(words)):
            spent.append(place)
        found.append(_column(place, words, year, of_money) or words)
    return [_beside_estimate(each, found, spent) for each in found]


def _beside_estimate(
    column: Column | str, found: Sequence[Column | str], spent: Sequence[int]
) -> Column | str:
    """A year-end figure that names no estimate, beside one of the same year that does, is what was
    spent (*Yıl Sonu Harcama* beside *Yıl Sonu Harcama Tahmini*)."""
    if not isinstance(column, Column) or column.column not in spent:
        return column
    twins = [
        each
        for each in found
        if isinstance(each, Column)
        and (each.year, each.kind, each.fund) == (column.year, column.kind, column.fund)
        and each.column not in spent
    ]
    is_spent = column.kind == "year_end_estimate" and len(twins) == 1
    return replace(column, kind="actual") if is_spent else column


_AMOUNT = re.compile(r"[-–—(]?[\d.,%\s]*[-–—)]?(?:\s*(?:TL|₺))?")


def beside(
    head: Line, columns: Sequence[Column], rows: Sequence[Line], table: str
) -> Problem | None:
    """The problem of a head that does not stand above its rows' figures; none where it does above
    all figures of a row."""
    places = [column.column for column in columns]
    if any(
        all(row.cell(place) and _AMOUNT.fullmatch(row.cell(place)) for place in places)
        and not any(column > max(places) for column, _ in row.filled)
        for row in rows
    ):
        return None
    return misplaced(head, places, rows, table) if places else None


def _is_of_figures(text: str) -> bool:
    return bool(YEAR.search(text)) or bool(
        re.search(r"planlanan|tahmin|hedef|harcama|gerceklesme", fold(text))
    )


def _group(line: Line, place: int) -> str:
    """The label with a year that stands above a column from further left; none where the line has
    a cell of its own there, or where another column's label comes between."""
    if line.cell(place):
        return ""
    left = [cell for column, cell in line.filled if column < place]
    return left[-1] if left and YEAR.search(left[-1]) else ""


def _column(place: int, words: str, year: int, of_money: bool) -> Column | None:
    folded = fold(words)
    years = {int(found) for found in YEAR.findall(folded)}
    if len(years) != 1:
        return None
    of = years.pop()
    kind = _kind(folded, of - year, of_money)
    return Column(place, of, kind, _column_fund(folded) if of_money else "") if kind else None


def _column_fund(words: str) -> str:
    """The fund that a column's words name; empty where they name none."""
    for fund, pattern in (
        ("off_budget", r"butce disi"),
        ("budget", r"butce ici"),
        ("total", "toplam"),
    ):
        if re.search(rf"\b{pattern}", words):
            return fund
    return ""


def _kind(words: str, ahead: int, of_money: bool) -> str:
    """The kind of figure that a head's words name, ``ahead`` years after the programme's; empty
    where they don't say."""
    estimate = re.search(r"\btah", words)
    if re.search(r"haziran|\bilk (?:6|alti) ay|\b6 ay", words):
        return "half_year_actual"
    if re.search(r"\bys\b|yil ?sonu", words):
        return "year_end_estimate" if estimate or ahead > -2 else "actual"
    if "planlanan" in words or re.search(r"\bhedef", words):
        return _promise("planned" if "planlanan" in words and ahead else "", ahead, of_money)
    if re.search(r"\bgercekles|harcama|\bhar\b", words):
        return "year_end_estimate" if estimate else "actual"
    if estimate:
        return "forecast" if ahead > 0 else ("estimate" if ahead < 0 else "")
    if of_money and re.search(r"butce|odene|teklif|\btoplam", words):
        return "budget" if ahead <= 0 else "forecast"
    if ahead == 0:
        return "budget" if of_money else "target"
    return "forecast" if ahead > 0 else ("actual" if ahead < -1 else "")


def _promise(kind: str, ahead: int, of_money: bool) -> str:
    """What was set for a year: its budget, of a figure its target; of a year before the
    programme's what was planned, of a year after it a forecast."""
    if of_money:
        return "budget" if ahead <= 0 else "forecast"
    return kind or ("target" if ahead == 0 else "planned" if ahead < 0 else "forecast")
