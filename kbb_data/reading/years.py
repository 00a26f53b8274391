"""The head above indicators' figures: which year and which kind of figure each column holds.

Both stand in one cell (``2025 Gerçekleşen``) or below one another, in any order and number of
columns. A year above several columns is that of each of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kbb_data.reading.heads import unit_column
from kbb_data.reading.lines import Line
from kbb_data.turkish import fold, squeeze

_YEAR = re.compile(r"(?:19|20)\d\d")
#: What a column's words name, folded and without the year; the first that fits.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "half_year_actual",
            r"(?:(?:ilk )?(?:6|alti) ay(?:lik)?|(?:ocak[ -]?)?haziran(?: sonu)?|(?:ilk )?yari ?yil)"
            r"(?: gercekles\w*)?",
        ),
        (
            "year_end_estimate",
            r"(?:(?:yil ?sonu|ys)(?: gercekles\w*)?|gercekles\w*) tahmin\w*",
        ),
        ("actual", r"(?:yil ?sonu )?gercekles\w*"),
        ("estimate", r"tahmin\w*"),
        ("planned", r"planlanan\w*"),
        ("target", r"hedef\w*(?: degeri?)?"),
    )
)
_TITLE = re.compile(r"(?:performans )?gosterge(?:si|leri|ler)?(?: adi)?")
_COUNTER = re.compile(r"s(?:ira)?\.? ?no|no")
#: How far a column's year may lie before and behind the programme's.
_BEFORE, _BEHIND = 6, 3


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A column of figures: where it stands, its year and its kind of figure (``kbb_data.schema``,
    ``indicator_values.kind``)."""

    column: int
    year: int
    kind: str


def is_title(cell: str) -> bool:
    """Whether a cell heads the column of indicators' names."""
    return bool(_TITLE.fullmatch(fold(cell).rstrip(": ")))


class YearHead:
    """The head of a table of indicators while its lines are read; ``year`` is the programme's."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.line: Line | None = None
        self._years: dict[int, int] = {}
        self._words: dict[int, str] = {}
        #: Whether a row was read below it, so that the next head is another page's.
        self.is_over = False

    def take(self, line: Line) -> bool:
        """Whether a line is the head or goes on with it; then take up what it says."""
        found = _parts(line)
        if not found:
            return False
        if self.is_over:
            self._years, self._words, self.is_over = {}, {}, False
        self.line = line
        for column, (year, words) in found.items():
            if year:
                self._years[column] = year
            if words:
                self._words[column] = words
        return True

    @property
    def columns(self) -> tuple[YearColumn, ...]:
        """The columns from the left; empty unless each has a year and a kind that fit each other,
        once, and one is the target of the programme's year."""
        columns = []
        for place in sorted({*self._years, *self._words}):
            year = self._year_of(place)
            kind = _kind(self._words.get(place, ""), year, self.year)
            if not kind:
                return ()
            columns.append(YearColumn(place, year, kind))
        kinds = [(column.year, column.kind) for column in columns]
        is_whole = (self.year, "target") in kinds and len(set(kinds)) == len(kinds)
        return tuple(columns) if is_whole else ()

    def _year_of(self, place: int) -> int:
        """The year above a column, or above the nearest one left of it that has one where years
        and kinds stand in lines of their own; 0 for none."""
        if place in self._years:
            return self._years[place]
        left = [column for column in self._years if column < place]
        return self._years[max(left)] if left and not self._shares_cell(max(left)) else 0

    def _shares_cell(self, place: int) -> bool:
        """Whether the year of a column stands in one cell with its kind."""
        assert self.line is not None
        return bool(_YEAR.search(self.line.cell(place)))


def _parts(line: Line) -> dict[int, tuple[int, str]]:
    """The year (0 for none) and the words of each column that a head's line labels; empty for
    another line."""
    found: dict[int, tuple[int, str]] = {}
    unit = unit_column(line)
    strangers = 0
    for column, cell in line.filled:
        if is_title(cell) or column == unit or _COUNTER.fullmatch(fold(cell)):
            continue
        words = fold(re.sub(r"[()*]", " ", cell))
        years = _YEAR.findall(words)
        rest = squeeze(re.sub(r"\byil[iı]?\b(?! ?sonu)|[-–/:.]", " ", _YEAR.sub(" ", words)))
        known = not rest or any(pattern.fullmatch(rest) for _, pattern in _KINDS)
        strangers += not known or len(years) > 1
        found[column] = (int(years[0]) if len(years) == 1 else 0, rest or ("" if years else "?"))
    labelled = [column for column, (year, words) in found.items() if year or words]
    is_row = bool(re.fullmatch(r"\d{1,3}", line.first))
    if is_row or strangers * 2 >= len(found) or not labelled:
        return {}
    return found if len(labelled) > 1 or min(labelled) > 1 else {}


def _kind(words: str, year: int, programme: int) -> str:
    """The kind of figure that a column's words name for a year; empty where they do not tell, or
    where the year can have no such figure. What was set for an earlier year was planned, and for a
    later one it is a forecast."""
    kind = next((kind for kind, pattern in _KINDS if pattern.fullmatch(words)), "")
    ahead = year - programme
    if not kind or not -_BEFORE <= ahead <= _BEHIND:
        return ""
    if kind == "estimate" and ahead > 0:
        return "forecast"
    if kind == "target" and ahead:
        return "planned" if ahead < 0 else "forecast"
    return kind if (ahead < 0) == (kind not in ("target", "forecast")) else ""
