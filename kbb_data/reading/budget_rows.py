"""The rows of the tables of money in a programme budget: what a row is about, and its amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kbb_data.problems import quote
from kbb_data.reading.budget_columns import Column
from kbb_data.reading.budget_heads import fund_of, is_whole
from kbb_data.reading.cells import amount
from kbb_data.reading.lines import Line, lacking, unexpected
from kbb_data.reading.records import Reading
from kbb_data.schema import ECONOMIC_CODES
from kbb_data.turkish import fold, squeeze

DASHES = ("-", "–", "—")

_CODE = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?(?:\s*[-–]?\s*([^\W\d].*))?")

#: The beginning of a line by economic code; an activity's own code is parted by a dash.
_BARE_CODE = re.compile(r"0[1-9](?:\.\d{1,2})*(?:\s+[^\W\d]|$)")

#: Types of financing, folded, by the fund that they are of. Others are refused: whether their money
#: is the budget's nobody can tell from the word.
_FINANCING: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("off_budget", re.compile(r"butce disi|doner sermaye|diger yurt ?ici|yurt ?disi")),
    ("budget", re.compile(r"butce ici|oz (?:gelir|kaynak)|mahalli idare|genel butce|ozel gelir")),
)


@dataclass(frozen=True, slots=True)
class CodeColumns:
    """Where a table by economic code has the code, its name and the financing."""

    code: int
    name: int | None
    financing: int | None

    @classmethod
    def of(cls, head: Sequence[Line]) -> CodeColumns | None:
        """The columns under ``head``; none for a table without codes."""
        found: dict[str, int] = {}
        for line in head:
            for column, cell in line.filled:
                folded = fold(cell)
                for key, pattern in (
                    ("code", r"ekonomik kod\w*"),
                    ("name", r"(?:kodun )?(?:aciklama\w*|adi)"),
                    ("financing", r"finansman (?:turu|tipi)"),
                ):
                    if re.fullmatch(pattern, folded):
                        found.setdefault(key, column)
        if "code" not in found:
            return None
        return cls(found["code"], found.get("name"), found.get("financing"))


@dataclass(slots=True)
class CostRow:
    """A row of a table of costs: a name (empty for a row that goes on with the one above), the fund
    (empty where none is named), whether it totals all activities or is a sum over one fund, the
    economic code with its name and financing, and an amount a column of ``columns``; ``None`` for
    no amounts."""

    line: Line
    name: str = ""
    fund: str = ""
    is_whole: bool = False
    is_sum: bool = False
    code: str = ""
    code_name: str = ""
    financing: str = ""
    amounts: tuple[int | None, ...] | None = None
    columns: Sequence[Column] = ()


def read_row(
    reading: Reading,
    line: Line,
    columns: Sequence[Column],
    codes: CodeColumns | None,
    table: str,
    above: CostRow | None,
) -> CostRow | None:
    """What a row says; ``None`` where it can't be read, which is then a problem."""
    first = min(column.column for column in columns)
    row = CostRow(line, columns=columns)
    if any(column >= first for column, _ in line.filled):
        # A row whose amounts can't be read has its name and its place all the same.
        read = amounts_of(reading, line, columns, table)
        row.amounts = read if read is not None else (None,) * len(columns)
    labels = [cell for column, cell in line.filled if column < first]
    is_line = row.amounts is not None or (
        codes and (len(labels) > 1 or _BARE_CODE.match(line.cell(codes.code)))
    )
    if codes and is_line and _code(reading, line, codes, table, row, above):
        # A column of names stands before the codes.
        row.name = squeeze(" ".join(cell for column, cell in line.filled if column < codes.code))
        return row
    funds = [fund_of(label) for label in labels]
    # *TOPLAM* as a name, with a fund beside it.
    row.is_whole = funds[:1] == ["total"] and any(funds[1:])
    for label, fund in zip(labels, funds, strict=True):
        row.is_whole |= is_whole(label)
        row.is_sum |= fold(label).startswith("toplam butce")
        if fund and not (row.fund and fund == "total"):
            row.fund = fund
    row.name = squeeze(
        " ".join(label for label, fund in zip(labels, funds, strict=True) if not fund)
    )
    if not labels or (row.name and not any(letter.isalpha() for letter in row.name)):
        reading.problems.append(
            unexpected(line, table, "a name, Bütçe İçi, Bütçe Dışı or TOPLAM before the amounts")
        )
        return None
    return row


def _code(
    reading: Reading,
    line: Line,
    codes: CodeColumns,
    table: str,
    row: CostRow,
    above: CostRow | None,
) -> bool:
    """Fill the code of a row that has one, or that goes on with the one above for another type of
    financing; whether it did."""
    cell = line.cell(codes.code)
    match = _CODE.fullmatch(cell)
    is_next = not cell and bool(above and above.code) and codes.financing is not None
    if not match and not (is_next and line.cell(codes.financing or 0)):
        return False
    if match:
        row.code = match[1]
        row.code_name = match[2] or ("" if codes.name is None else line.cell(codes.name))
    elif above:
        row.code, row.code_name = above.code, above.code_name
    if row.code.partition(".")[0].zfill(2) not in ECONOMIC_CODES:
        reading.problems.append(
            unexpected(line, table, f"an economic code that begins with 01 to 09, not {row.code}")
        )
    row.financing = "" if codes.financing is None else line.cell(codes.financing)
    row.fund = financing_fund(row.financing)
    if not row.fund:
        reading.problems.append(
            unexpected(
                line,
                table,
                "a type of financing that says whether it is the budget's, as Bütçe İçi, not "
                + quote(row.financing),
            )
        )
    if row.amounts is None:
        reading.problems.append(unexpected(line, table, "amounts beside an economic code"))
    return True


def financing_fund(financing: str) -> str:
    """The fund that a type of financing is of; the budget's where a table prints none, empty where
    the word doesn't say."""
    if not financing:
        return "budget"
    folded = fold(financing)
    return next((fund for fund, pattern in _FINANCING if pattern.search(folded)), "")


def amounts_of(
    reading: Reading, line: Line, columns: Sequence[Column], table: str
) -> tuple[int | None, ...] | None:
    """An amount a column, ``None`` for a dash or an empty cell; ``None`` for a row that has fewer
    cells than the head or one beside them, which is then a problem."""
    places = [column.column for column in columns]
    if len(line.cells) <= max(places):
        reading.problems.append(lacking(line, table, max(places) + 1))
        return None
    if any(column >= min(places) and column not in places for column, _ in line.filled):
        reading.problems.append(unexpected(line, table, "amounts under the heads alone"))
        return None
    if not line.cell(max(places)):
        # Either the last amount isn't stated or one was lost and the others slid left.
        reading.problems.append(
            unexpected(line, table, "an amount in the last cell, a dash where none is stated")
        )
        return None
    return tuple(
        None if line.cell(place) in DASHES else amount(reading, line, line.cell(place), table)
        for place in places
    )
