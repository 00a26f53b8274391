"""CSV for a spreadsheet with Turkish settings, where a double click opens it.

Such a spreadsheet parts columns by a semicolon and decimals by a comma, and makes numbers and dates
of texts: ``1.1`` becomes 1 January, ``03`` becomes 3, ``0.875`` becomes 875. Numbers are therefore
written its way, and a text that it would take for anything else begins with an apostrophe, which
``unguarded`` takes away again.
"""

from __future__ import annotations

import csv
import io
import re
import textwrap
from collections.abc import Iterable, Sequence
from decimal import Decimal

from kbb_data import turkish
from present.kit.formula import is_formula
from present.kit.text import t

#: What an address of such a file ends with, what a saved file is called, and its media type. The
#: delimiter is none of the registered parameters (RFC 7111), which ask for a comma by default.
ENDING = "tr.csv"
MEDIA = "text/csv; charset=utf-8; header=present; delimiter=semicolon"

DELIMITER, LINE_END = ";", "\r\n"

Value = str | int | float | Decimal | bool | None

#: Words that stand in numbers and dates, in folded letters: months and days in both languages, the
#: halves of a day, money, powers of ten.
_WORDS = re.compile(
    r"\b(?:oca(?:k)?|sub(?:at)?|mart?|nis(?:an)?|may(?:is)?|haz(?:iran)?|tem(?:muz)?|agu(?:stos)?"
    r"|eyl(?:ul)?|ekim?|kas(?:im)?|ara(?:lik)?"
    r"|jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|pzt|sali?|car|per|cum|cmt|paz|pazartesi|carsamba|persembe|cuma|cumartesi|pazar"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|am|pm|oo|os|tl|try|usd|eur)\b"
    r"|(?<=\d)[etz](?=[\d+-]|$)"
)
_NUMBER_LIKE = re.compile(r"[\d\s.,:;/%()+\-−–'’\\₺$€£¥#*^⁄]*")
_FIGURE = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?", re.ASCII)
_TRUTHS = frozenset({"true", "false", "dogru", "yanlis"})
#: No number and no date is longer.
_LONGEST = 60
#: Letters of a line of notes; an address may be longer.
_NOTE_WIDTH = 44
_TURKISH = str.maketrans(",.", ".,")
_APOSTROPHE = "'"


def is_taken_otherwise(text: str) -> bool:
    """Whether a spreadsheet would make a number, a date, a truth value or a formula of a text."""
    if is_formula(text):
        return True
    if len(text) > _LONGEST:
        return False
    plain = turkish.fold(text)
    if plain in _TRUTHS:
        return True
    has_digit = any(letter.isdigit() for letter in plain)
    return has_digit and _NUMBER_LIKE.fullmatch(_WORDS.sub("", plain)) is not None


def guarded(text: str) -> str:
    """A text that stays a text in a spreadsheet: with an apostrophe in front where it would not,
    and where it has one of its own, so that ``unguarded`` gives it back."""
    if text.startswith(_APOSTROPHE) or is_taken_otherwise(text):
        return _APOSTROPHE + text
    return text


def unguarded(cell: str) -> str:
    """The text of a cell that ``guarded`` wrote."""
    return cell.removeprefix(_APOSTROPHE)


def figure(text: str | None) -> str | Decimal | None:
    """The number that a text of a column of figures is, exact; words (``13-16``) stay words."""
    is_plain = text is not None and _FIGURE.fullmatch(text) is not None
    return Decimal(text) if text is not None and is_plain else text


def cell(value: Value) -> str:
    """A value as the file has it: ``7.632.000,00``, ``0,875``, ``'03``; empty for what is not
    stated.

    Amounts, which have two decimals, are grouped: Excel then shows them so, and a spreadsheet with
    other settings takes them for text instead of reading a hundred times as much.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return t("common.yes") if value else t("common.no")
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal):
        is_amount = value.as_tuple().exponent == -2
        return format(value, ",f" if is_amount else "f").translate(_TURKISH)
    return str(value)


def _folded(label: str, text: str) -> list[str]:
    said = f"{label}: {text}" if label else text
    return textwrap.wrap(said, _NOTE_WIDTH, break_long_words=False, break_on_hyphens=False)


def turkish_csv(
    headings: Sequence[str],
    rows: Iterable[Sequence[Value]],
    notes: Sequence[tuple[str, str]] = (),
) -> bytes:
    """The file: headings, rows and, behind an empty line, label and text of each of ``notes``.

    UTF-8 with its mark, so that the spreadsheet reads Turkish; lines end as on Windows. The empty
    line ends what a spreadsheet takes for the table when it sorts and filters; notes are short
    lines in the first column, since it makes a column as wide as its longest cell.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=DELIMITER, lineterminator=LINE_END)
    writer.writerow([guarded(heading) for heading in headings])
    for row in rows:
        writer.writerow([cell(value) for value in row])
    if notes:
        buffer.write(LINE_END)
        for label, text in notes:
            writer.writerows([guarded(line)] for line in _folded(label, text))
    return buffer.getvalue().encode("utf-8-sig")
