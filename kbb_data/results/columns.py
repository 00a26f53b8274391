"""The head of a table of money: what each column holds, by its words and never by its place.

A head stands on one line or several; a label above several columns is that of each of them as far
as a lower line labels it. What a lower line says about year, period or kind goes before what stands
above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kbb_data.reading.lines import Line
from kbb_data.results.records import ACTIVITY, ECONOMIC, FUNCTIONAL, REVENUE
from kbb_data.turkish import fold, squeeze

#: Periods that end with a month; ``0`` is none stated, ``SECOND`` the rest of the year.
HALF, YEAR, SECOND = 6, 12, 99
MONTHS = (
    "ocak", "subat", "mart", "nisan", "mayis", "haziran", "temmuz", "agustos", "eylul", "ekim",
    "kasim", "aralik",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_RANGE = re.compile(rf"\b({_MONTH}) ?[-/]? ?({_MONTH})\b")
_HALF = re.compile(r"\b(?:ilk (?:6|alti) ay\w*|(?:1|i|ilk)\.? ?yari ?yil\w*|haziran sonu)\b")
_SECOND = re.compile(r"\b(?:ikinci|ii|2)\.? ?(?:yari ?yil\w*|(?:6|alti) ay\w*)\b|\bson alti ay\w*")
_YEAR_END = re.compile(r"\byil ?sonu\b")
_ONE_MONTH = re.compile(rf"\b({_MONTH})\b")

#: What a column holds that no record has a place for, because it follows from others.
GROWTH, YEAR_END, RATE, NAME, CODE, KIND = "growth", "year_end", "rate", "name", "code", "kind"
#: The kinds of columns by their words, folded and without year and period; the first that fits.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (GROWTH, r"\b(?:artis|azalis|degisim|gelisim|fark)\w*"),
        (RATE, r"\b(?:oran\w*|yuzde\w*|rate\w*|printed_rate\w*)\b|%"),
        ("supplementary", r"\b(?:ek (?:butce|odenek)\w*|supplementary)\b"),
        ("added", r"\b(?:eklenen|ekleme|added)\b"),
        ("deducted", r"\b(?:dusulen|dusme|deducted)\b"),
        ("cancelled", r"\b(?:iptal|imha)\b|\bcancelled\b"),
        ("carried", r"\b(?:devreden|devir)\b|\bcarried\b"),
        ("expected", r"\bexpected\b"),
        ("net", r"\bnet\b(?! tahsilat)|\b(?:toplam|son|yil sonu) (?:odenek|odenegi|butce)\b"),
        (
            "spent",
            r"\b(?:gider|gelir)? ?gercekles\w*|\bharca\w*|\btahsil\w*|\bbutce gider(?:i|leri)\b"
            r"|^(?:butce )?gelirleri$|\bspent\b|\bcollected\b",
        ),
        (
            "initial",
            r"\bbaslangic\w*|\bodene[kg]\w*|\bplanlanan\b|\bbutce(?:si)?\b|\binitial\b|\bongorulen",
        ),
    )
)
#: What heads the column of codes or names, and which classification it tells; the first that fits.
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (classification, re.compile(pattern))
    for classification, pattern in (
        (REVENUE, r"gelir(?:in|ler|lerin)? (?:ekonomik )?(?:kod\w*|tur\w*)|gelir(?:ler|in turu)?"
                  r"|butce gelirleri"),
        (ECONOMIC, r"butce tertibi|(?:gider(?:in|ler)? )?ekonomik (?:kod\w*|siniflandirma\w*)"
                   r"|gider(?:in)? tur\w*|butce giderleri|giderler"),
        (FUNCTIONAL, r"fonksiyon\w*(?: (?:kod\w*|siniflandirma\w*))?"),
        (ACTIVITY, r"faaliyet(?:ler)?(?: (?:adi|no|kodu))?"),
    )
)  # fmt: skip
_CODE = re.compile(r"(?:hesap )?kod(?:u|lar)?|code|tertip")
_NAME = re.compile(r"aciklama\w*|adi|name|(?:gider|gelir|hesap|kod) ad(?:i|lari)")
_INDICATORS = re.compile(r"(?:performans )?gosterge(?:si|leri|ler)?(?: adi)?")
_KIND = re.compile(r"classification|siniflandirma\w*")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of money: its place, what it holds (a field of ``Statement`` or one of
    this module's kinds), its year (0 where none is stated), the month with which its period ends
    (0 where no period is stated), whether that is one month alone, and its words."""

    place: int
    holds: str
    year: int = 0
    until: int = 0
    is_month: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A table's head: its lines, its columns of figures, where codes and names stand (the columns
    left of the first figures), and the classification that it tells, empty where it tells none."""

    lines: tuple[Line, ...]
    columns: tuple[Column, ...]
    classification: str
    kind_column: int | None

    @property
    def labels(self) -> range:
        """The columns in which a row's code and name stand."""
        return range(min(column.place for column in self.columns))


def plain(text: str) -> str:
    """Words as this room compares them: folded, dashes alike, no marks of footnotes."""
    return squeeze(re.sub(r"\*", " ", re.sub(r"\s*[–—-]\s*", "-", fold(text))))


def is_title(line: Line) -> bool:
    """Whether a line may begin a head of money: its first cell heads codes or names, and no other
    one indicators."""
    if any(_INDICATORS.fullmatch(plain(cell)) for _, cell in line.filled):
        return False
    words = plain(line.first)
    titles = (pattern for _, pattern in _TITLES)
    return len(line.filled) > 1 and any(
        pattern.fullmatch(words) for pattern in (*titles, _CODE, _NAME, _KIND)
    )


def first_label(title: Line) -> int:
    """The first column of a head's first line that heads neither codes nor names."""
    others = (
        place
        for place, cell in title.filled[1:]
        if not any(pattern.fullmatch(plain(cell)) for pattern in (_CODE, _NAME, _KIND))
    )
    return next(others, len(title.cells))


def head_of(lines: Sequence[Line]) -> Head | None:
    """The head that lines make; ``None`` where no column of it holds money."""
    title = lines[0]
    labels = {place: plain(cell) for place, cell in title.filled}
    kind = next((place for place, words in labels.items() if _KIND.fullmatch(words)), None)
    classification = next(
        (
            name
            for _, words in sorted(labels.items())
            for name, pattern in _TITLES
            if pattern.fullmatch(words)
        ),
        "",
    )
    first = min(labels)
    columns: list[Column] = []
    for place in range(max(len(line.cells) for line in lines)):
        words = labels.get(place, "")
        if place == first or any(p.fullmatch(words) for p in (_CODE, _NAME, _KIND)):
            continue
        column = _column(place, _stack(lines, place))
        if column:
            columns.append(column)
    if not any(column.holds in MONEY for column in columns):
        return None
    return Head(tuple(lines), tuple(columns), classification, kind)


#: What a column may hold that is money of a statement.
MONEY = frozenset(
    ("initial", "supplementary", "added", "deducted", "net", "spent", "cancelled", "carried",
     "expected")
)  # fmt: skip


def _stack(lines: Sequence[Line], place: int) -> list[str]:
    """The labels of a column from top to bottom."""
    own = [number for number, line in enumerate(lines) if line.cell(place)]
    if not own:
        return []
    labels: list[str] = []
    for number, line in enumerate(lines):
        cell = line.cell(place)
        if not cell and number < own[-1] and place:
            left = [label for column, label in line.filled if 0 < column < place]
            cell = left[-1] if left else ""
        if cell:
            labels.append(plain(cell))
    return labels


def _column(place: int, labels: Sequence[str]) -> Column | None:
    year = until = 0
    is_month, holds = False, ""
    used: list[str] = []
    for words in reversed(labels):
        if re.fullmatch(r"[\d ]+", words):
            words = words.replace(" ", "")
        found, single = _period(words)
        if found and until and found != until:
            break
        years = _YEAR.findall(words)
        year = year or (int(years[0]) if len(set(years)) == 1 else 0)
        if found and not until:
            until, is_month = found, single
        rest = squeeze(_RANGE.sub(" ", _YEAR.sub(" ", words)))
        kind = next((name for name, pattern in _KINDS if pattern.search(rest)), "")
        if _YEAR_END.search(words) and "tahmin" in words and kind != RATE:
            kind = YEAR_END
        if kind == RATE and "tahmin" in words:
            kind = YEAR_END
        holds = holds or kind
        used.insert(0, words)
    if until == SECOND and holds in ("", "spent"):
        holds = "expected"
    elif until and not holds:
        # A period alone, as in ``Ocak-Haziran Dönemi``, is that of what was spent in it.
        holds = "spent"
    return Column(place, holds, year, until, is_month, " ".join(used)) if holds else None


def _period(words: str) -> tuple[int, bool]:
    """The month with which a period in words ends, and whether it is one month; 0 for none."""
    if match := _RANGE.search(words):
        begins, ends = MONTHS.index(match[1]) + 1, MONTHS.index(match[2]) + 1
        if begins == 1:
            return ends, False
        return (SECOND if ends == YEAR else 0), False
    if _SECOND.search(words):
        return SECOND, False
    if _HALF.search(words):
        return HALF, False
    if _YEAR_END.search(words):
        return YEAR, False
    if match := _ONE_MONTH.search(words):
        return MONTHS.index(match[1]) + 1, True
    return 0, False
