"""Which document a report is: its kind, title, institution and day, by its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kbb_data.problems import Problem, Unreadable, quote
from kbb_data.reading.lines import Line
from kbb_data.results.columns import MONTHS, plain
from kbb_data.results.records import ACTIVITY_REPORT, FINAL_ACCOUNTS, HALF_YEAR_REPORT
from kbb_data.turkish import fold, squeeze

#: How many lines with text a title is looked for in.
_FIRST = 40
#: What a title says, folded, and the kind that it tells; the first that fits.
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (HALF_YEAR_REPORT, r"mali durum ve beklentiler(?: raporu)?"),
        (FINAL_ACCOUNTS, r"kesin ?hesa[bp]\w*"),
        (ACTIVITY_REPORT, r"faaliyet raporu"),
    )
)
#: What a head says where no title does.
_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (HALF_YEAR_REPORT, r"ocak ?[-–] ?haziran"),
        (FINAL_ACCOUNTS, r"\bnet (?:butce|odenek)\b|^net$"),
        (ACTIVITY_REPORT, r"^(?:performans )?gosterge(?:si|leri|ler)?(?: adi)?$"),
    )
)
#: The title of the other documents that a draft may be of.
_PROGRAMME = re.compile(r"\bperformans programi\W*$")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_NAME = re.compile(
    r"^(?P<name>.*?\b(?:belediyesi|belediye baskanligi|il ozel idaresi|idaresi|universitesi"
    r"|baskanligi|genel mudurlugu|bakanligi))\b",
)
_LABEL = re.compile(r"(?:idare|kurum)(?:nin)? adi")
_DAY = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](20\d\d)(?!\d)")
_WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MONTHS)}) (20\d\d)(?!\d)")
_DATED = re.compile(r"\btarih\w*\b")
#: What an institution's name may have or lack.
_LOOSE = re.compile(r"\bt\.? ?c\.? |\bbaskanligi\b|\bbelediye(?:si)?\b")


@dataclass(frozen=True, slots=True)
class Identity:
    """A document's kind (``kbb_data.results.records``), title, day (``YYYY-MM-DD``, empty where
    none is printed) and institution as printed (empty where none is named)."""

    kind: str
    title: str
    date: str
    institution: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a document's first lines tell of it: kind and title (empty where nothing tells them),
    year (``None`` where no title has one), institution as printed, and why it is not the one
    that is looked for."""

    kind: str
    title: str
    year: int | None
    institution: str
    problems: tuple[Problem, ...]


def identify(lines: Sequence[Line], year: int, institution: str) -> Identity:
    """Which document the lines make. Raises ``Unreadable`` for one of another year or institution,
    and for one that is none of those that are read."""
    found = told(lines, year, institution)
    if not found.kind:
        raise Unreadable(
            [
                Problem(
                    0,
                    "report",
                    "a half-year report (Kurumsal Mali Durum ve Beklentiler Raporu), final "
                    "accounts (Kesin Hesap) or an activity report (Faaliyet Raporu), told by its "
                    "title or by the heads of its tables",
                    "none of them",
                )
            ]
        )
    if found.problems:
        # The year's dataset is another institution's too where neither fits: one mend for both.
        raise Unreadable(found.problems[:1])
    return Identity(found.kind, found.title, _date(_filled(lines), year), found.institution)


def told(lines: Sequence[Line], year: int, institution: str) -> Told:
    """What the lines tell of the document that they make, as one of ``year`` and ``institution``
    (empty for any)."""
    filled = _filled(lines)
    title = next((line for line in filled if _kind(line)), None)
    kind = _kind(title) if title else _kind_of_heads(lines)
    heading = _heading(title, filled) if title else []
    words = squeeze(" ".join(line.first for line in heading))
    problems = []
    years = [(line, int(text)) for line in heading for text in _YEAR.findall(line.first)]
    own = next((number for _, number in years if number == year), years[0][1] if years else None)
    if own not in (year, None):
        problems.append(
            Problem(
                years[0][0].number,
                "report",
                f"a document of {year}, the programme's year",
                f"{quote(years[0][0].first)}; give the dataset of the programme of {own}",
            )
        )
    name = _institution(heading, filled)
    if name and institution and _bare(name) != _bare(institution):
        line = heading[0] if heading else filled[0]
        problems.append(
            Problem(
                line.number,
                "report",
                f"a document of {institution}",
                f"{quote(name)}; give the dataset of that institution, or correct the title",
            )
        )
    return Told(kind, words, own, name, tuple(problems))


def is_report(lines: Sequence[Line], *, is_programme: bool) -> bool:
    """Whether the lines make a report: by its title, where that of a programme does not stand above
    it, else by the heads of its tables, which a text that ``is_programme`` by its own labels has as
    well."""
    filled = _filled(lines)
    for place, line in enumerate(filled):
        if _kind(line):
            return True
        # A cover has the title's words on lines of their own.
        words = " ".join(each.first for each in filled[max(place - 2, 0) : place + 1])
        if len(line.filled) == 1 and _PROGRAMME.search(fold(words)):
            return False
    return not is_programme and bool(_kind_of_heads(lines))


def _filled(lines: Sequence[Line]) -> list[Line]:
    """The lines that a title is looked for in."""
    return [line for line in lines if line.filled][:_FIRST]


def _kind(line: Line) -> str:
    if len(line.filled) != 1:
        return ""
    words = fold(line.first)
    # A sentence that mentions a document is no title.
    if len(words) > 160 or words.endswith((".", ",", ";")):
        return ""
    return next((kind for kind, pattern in _TITLES if pattern.search(words)), "")


def _kind_of_heads(lines: Sequence[Line]) -> str:
    """The kind that the heads of the tables tell; empty where none does."""
    cells = [plain(cell) for line in lines if len(line.filled) > 2 for _, cell in line.filled]
    return next((kind for kind, p in _HEADS if any(p.search(cell) for cell in cells)), "")


def _heading(title: Line, filled: Sequence[Line]) -> list[Line]:
    """The title's lines: that which names the document and those around it that name institution
    or year."""
    place = next(n for n, line in enumerate(filled) if line.number == title.number)
    kept = [title]
    for line in reversed(filled[:place]):
        if len(line.filled) > 1 or len(line.first) > 90 or line.first.endswith("."):
            break
        if _NAME.search(fold(line.first)) or _YEAR.search(line.first):
            kept.insert(0, line)
    if not any(_YEAR.search(line.first) for line in kept):
        below = filled[place + 1 : place + 2]
        kept += [line for line in below if len(line.filled) == 1 and _YEAR.search(line.first)]
    return kept


def _institution(heading: Sequence[Line], filled: Sequence[Line]) -> str:
    for line in filled:
        label, _, rest = line.first.partition(":")
        if _LABEL.fullmatch(fold(label)):
            return squeeze(" ".join([rest, *(cell for _, cell in line.filled[1:])]))
    for line in heading:
        words = squeeze(_YEAR.split(line.first)[0])
        match = _NAME.match(fold(words))
        if match:
            return words[: len(match["name"])]
    return ""


def _bare(name: str) -> str:
    """An institution's name as two spellings of it agree."""
    return re.sub(r"[^0-9a-z]", "", _LOOSE.sub("", fold(name)))


def _date(filled: Sequence[Line], year: int) -> str:
    """The document's day: a line that says it is the date; empty where none does."""
    for line in filled:
        words = fold(line.text)
        if not _DATED.search(words):
            continue
        parts = None
        if match := _DAY.search(words):
            parts = int(match[3]), int(match[2]), int(match[1])
        elif match := _WRITTEN.search(words):
            parts = int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])
        if parts and parts[0] >= year:
            try:
                return date(*parts).isoformat()
            except ValueError:
                continue
    return ""
