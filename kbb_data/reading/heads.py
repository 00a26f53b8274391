"""What a table's head says: the labels above it, and in which column each figure stands.

Every reader of a table asks here, so that a head that is printed in a new way is learnt once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kbb_data.reading.lines import Line
from kbb_data.reading.wording import close
from kbb_data.turkish import fold, squeeze

#: The labels above the tables of section 2.3, folded, and what each names. A number stands in the
#: label (``Hedef 1.1``, ``H1.1``) or before its value (``Amaç: A1. …``).
_SUBJECTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (subject, re.compile(pattern))
    for subject, pattern in (
        ("institution", r"(?:idare|kurum)(?:nin)? adi"),
        ("aim", r"(?:(?:stratejik )?amac(?: no)? ?\(?|s\.? ?)?(?:a\.? ?)?(?P<number>\d{1,2})\)?"),
        (
            "objective",
            r"(?:(?:stratejik )?hedef(?: no)? ?\(?|s\.? ?)?(?:h\.? ?)?"
            r"(?P<number>\d{1,2}\.\d{1,2})\)?",
        ),
        (
            "goal",
            r"(?:performans hedefi(?: no)? ?\(? ?(?:p\.? ?h\.? ?)?|p\.? ?h\.? ?)"
            r"(?P<number>\d*) ?\)?",
        ),
        ("activity", r"faaliyet(?:in)? adi"),
        ("unit", r"sorumlu (?:harcama )?birim(?:i|ler|leri)?|harcama birimi"),
        ("note", r"aciklama(?:lar)?"),
        ("activities", r"faaliyetler"),
        ("budget", r"butce(?: ici)?"),
        ("whole", r"(?:genel )?toplam"),
        ("codes", r"ekonomik kod.*"),
    )
)
#: Labels that bear no number, whose value begins with it.
_UNNUMBERED: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "aim",
        re.compile(r"(?:stratejik )?amac"),
        re.compile(r"(?:S\.? ?A\.? ?|A ?|Amaç )?(\d{1,2}) ?[.:)\-–]+ *(\D.*)"),
    ),
    (
        "objective",
        re.compile(r"(?:stratejik )?hedef"),
        re.compile(r"(?:S\.? ?H\.? ?|H ?|Hedef )?(\d{1,2}\.\d{1,2}) ?[.:)\-–]* *(\D.*)"),
    ),
    (
        "goal",
        re.compile(r"performans hedefi"),
        re.compile(r"(?:P\.? ?H\.? ?)?(\d{1,3}) ?[.:)\-–]+ *(\D.*)"),
    ),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A line ``Label: value``: what the label names, the number in it, and the value.

    ``subject`` is empty where the label is none of the form's, ``number`` where it bears none.
    """

    subject: str
    number: str
    value: str


def label_of(line: Line) -> Label:
    """The label of a line and its value, which may stand in any cell."""
    text, _, rest = line.first.partition(":")
    values = [cell for _, cell in line.filled[1:]]
    value = squeeze(" ".join([rest, *values])).lstrip(": ")
    words = fold(text).rstrip(" .")
    for subject, label, numbered in _UNNUMBERED:
        if label.fullmatch(words) and (match := numbered.fullmatch(value)):
            return Label(subject, match[1], match[2])
    for subject, pattern in _SUBJECTS:
        match = pattern.fullmatch(words)
        if match and not (subject in ("aim", "objective") and words[0].isdigit()):
            return Label(subject, match["number"] if pattern.groups else "", value)
    return Label("", "", value)


def columns(line: Line) -> tuple[int, ...]:
    """The columns in which a head's labels stand."""
    return tuple(column for column, _ in line.filled)


_FIGURE = re.compile(r"[-–—]|-?%? ?\d[\d.,]*(?: ?%)?")


def figures(line: Line) -> tuple[int, ...]:
    """The columns in which a row's figures and dashes stand; its first cell numbers or names it."""
    return tuple(column for column, cell in line.filled[1:] if _FIGURE.fullmatch(cell))


#: The labels above a table's columns, folded, in the order in which a reader takes the columns.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "amounts": ("butce(?: ici)?", "butce disi", "(?:genel )?toplam"),
    "needs": (
        "faaliyet.* toplami",
        "genel yonetim giderleri toplami",
        "diger idarelere transfer.*",
        "genel toplam",
    ),
    "staff": ("unvan.*", "(?:toplam )?calisan.*", "erkek", "bayan|kadin"),
    "education": ("unvan.*", "ilk.*", "lise.*", "(?:on ?)?lisans.*", "yuksek.*", "toplam"),
    "occupancy": ("dolu.*", "bos.*", "toplam"),
    "assets": ("turu", "ilce.*", "birim.*", "aciklama.*"),
    "responsible": ("performans hedef.*", "faaliyet.*", "sorumlu.*"),
    "members": (r"adi ?/? ?soyadi.*", "gorevi", "partisi"),
    "executive": (r"adi ?/? ?soyadi.*", "gorevi"),
}


#: What a table may lack, by the reader's order of its labels.
_OPTIONAL = {"amounts": (1,), "assets": (1,)}
#: The place of a column that a table does not have; no line has a cell there.
NOWHERE = -1


def places(line: Line, table: str) -> tuple[int, ...]:
    """The columns of a head's labels in the order of ``table``, whatever order they stand in;
    empty where one is lacking or stands there twice. A column that some bodies do not print
    (off-budget, district) is ``NOWHERE``."""
    found: list[int] = []
    for number, label in enumerate(_COLUMNS[table]):
        fitting = [column for column, cell in line.filled if re.fullmatch(label, fold(cell))]
        if len(fitting) > 1 or (not fitting and number not in _OPTIONAL.get(table, ())):
            return ()
        found.append(fitting[0] if fitting else NOWHERE)
    return tuple(found)


def unit_column(line: Line) -> int | None:
    """The column of a head's ``Ölçü Birimi``; none where the head has no such label."""
    return next((column for column, cell in line.filled if _UNIT.fullmatch(fold(cell))), None)


_UNIT = re.compile(r"(?:gosterge )?olcu birim\w*|olcum birim\w*|birim(?:i)?")


_PERSON = re.compile(r"adi ?/? ?soyadi.*")


def _begins(*labels: str) -> Callable[[list[str]], bool]:
    return lambda cells: cells[0] in labels


#: How the head of each section's tables is known, from its folded cells.
_HEADS: dict[str, Callable[[list[str]], bool]] = {
    "1.2": lambda cells: cells[0] == "unvan" or any(_PERSON.fullmatch(cell) for cell in cells),
    "1.3": lambda cells: close(cells[0], "Türü"),
    "1.5": _begins("s.no", "sira no", "unvan"),
    "2.4": lambda cells: (
        bool(re.fullmatch(r"performans hedef(?:i|leri)", cells[0])) or None not in map(side, cells)
    ),
    "2.5": lambda cells: "ekonomik kod" in cells,
    "2.6": _begins("performans hedefi"),
}


def side(cell: str) -> str | None:
    """What a folded cell of the second line of table 2.4's head opens: a column of amounts (``tl``)
    or of shares (``pay``); none for another cell."""
    bare = cell.strip("() ")
    if bare in ("tl", "₺", "tutar", "tutar (tl", "tutar (₺"):
        return "tl"
    return (
        "pay"
        if re.fullmatch(r"pay(?:i|lar)?(?: ?\(?%\)?)?|%|oran(?:i)?(?: ?\(?%\)?)?", cell)
        else None
    )


def is_head(line: Line, section: str) -> bool:
    """Whether a line is the head of a table of ``section``, at its beginning or repeated."""
    return _HEADS[section]([fold(cell) for _, cell in line.filled])
