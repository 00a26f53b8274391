"""What the heads and labels of a programme budget say: which label a line bears, and which year,
kind of figure and fund stand in each column of a table.

Columns are known by their words, in whatever order and number they stand; a head may go over
several lines, and a year or a group of years may stand above several columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kbb_data.reading.heads import Label, unit_column
from kbb_data.reading.lines import Line
from kbb_data.reading.wording import close
from kbb_data.turkish import fold, squeeze

#: The labels of the form, folded, and what each names; the words as the form prints them.
_SUBJECTS: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (subject, re.compile(pattern), words)
    for subject, pattern, words in (
        ("institution", r"(?:idare|kurum) adi|idarenin adi", "İdare Adı"),
        ("year", r"(?:butce|mali|program) yili", "Bütçe Yılı"),
        ("programme", r"program(?:in)? adi", "Program Adı"),
        ("programme_code", r"program(?:in)? kodu", "Program Kodu"),
        ("sub_programme", r"alt program(?:in)? adi", "Alt Program Adı"),
        ("sub_programme_code", r"alt program(?:in)? kodu", "Alt Program Kodu"),
        ("explanation", r"gerekce(?:si)?(?: ve aciklama\w*)?", "Gerekçe ve Açıklamalar"),
        ("objective", r"alt program(?:in)? hedef(?:i|leri)", "Alt Program Hedefi"),
        ("indicator_note", r"gostergeye iliskin aciklama\w*", "Göstergeye İlişkin Açıklama"),
        ("calculation", r"(?:gostergenin )?hesaplama yontemi", "Hesaplama Yöntemi"),
        ("data_source", r"veri(?:nin|lerin)? kaynag\w+", "Verinin Kaynağı"),
        ("activity", r"faaliyet(?:in)? adi", "Faaliyet Adı"),
        ("legal_basis", r"(?:yasal|hukuki) dayana[gk]\w*|ilgili mevzuat", "Yasal Dayanak"),
        (
            "unit",
            r"sorumlu (?:harcama )?(?:idare|birim)(?: ?/ ?birim)?\w*|harcama birim\w*",
            "Sorumlu Birim",
        ),
        ("activity_notes", r"faaliyet(?:ler)?e iliskin aciklama\w*",
         "Faaliyetlere İlişkin Açıklamalar"),
        ("note", r"(?:faaliyet(?:in)? )?aciklama\w*", "Açıklama"),
    )
)  # fmt: skip

#: The titles above the tables, folded.
_COSTS = re.compile(r"alt program(?: \w+)? (?:kapsaminda )?yurutulecek faaliyet\w* maliyet\w*")
COSTS_TITLE = "Alt Program Kapsamında Yürütülecek Faaliyet Maliyetleri"
_INDICATORS = re.compile(r"(?:alt program )?performans gosterge(?:si|leri)")

_YEAR = re.compile(r"\b(20\d\d)\b")
#: Words of heads; a line that holds nothing else is a head or goes on with one.
_WORDS = re.compile(
    r"20\d\d|planlanan|gerceklesme\w*|gerceklesen|ys|yil|yili|sonu?|tahmin\w*|hedef\w*|harcama\w*"
    r"|har|tah|butce\w*|ici|disi|toplam|haziran|ocak|ilk|6|alti|ay|aylik|tl|performans|gosterge\w*"
    r"|olcu|birimi?|faaliyet\w*|ekonomik|kod\w*|finansman|turu|tipi|aciklama|adi|no|sira|program"
    r"|alt|odenek|teklif\w*|itibariyla|itibariyle"
)

#: The funds of a row or a column, folded.
_FUNDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("off_budget", re.compile(r"(?:toplam )?butce disi\b.*")),
    ("budget", re.compile(r"(?:toplam )?butce ici\b.*")),
    (
        "total",
        re.compile(
            r"t ?o ?p ?l ?a ?m(?: maliyet\w*)?|ara toplam|faaliyet(?:in)? toplam\w*"
            r"|(?:alt )?(?:program )?(?:genel )?toplam\w*"
        ),
    ),
)
_WHOLE = re.compile(r"genel toplam\w*|alt program(?:in)? (?:genel )?toplam\w*")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: where it stands, the year, the kind of figure, and the fund that its
    head names (empty for none)."""

    column: int
    year: int
    kind: str
    fund: str = ""


def label_of(line: Line) -> tuple[Label, str]:
    """The label of a line and its value, as ``heads.label_of``; and the words that the form has for
    it where the label is misspelt. Without a colon the label is a cell of its own."""
    first = line.first
    text, colon, rest = first.partition(":")
    values = [cell for _, cell in line.filled[1:]]
    value = squeeze(" ".join([rest, *values])).lstrip(": ")
    folded = fold(text).strip(" .")
    for subject, pattern, _ in _SUBJECTS:
        if pattern.fullmatch(folded):
            return Label(subject, "", value), ""
    for subject, _, words in _SUBJECTS if colon else ():
        if close(text, words):
            return Label(subject, "", value), words
    return Label("", "", value), ""


def is_costs_title(line: Line) -> bool:
    """Whether a line is the title above a table of activities' costs."""
    text = fold(line.first).rstrip(": ")
    return len(line.filled) == 1 and (bool(_COSTS.fullmatch(text)) or close(text, COSTS_TITLE))


def is_indicators_title(line: Line) -> bool:
    """Whether a line is the title above a table of indicators, and nothing else."""
    return len(line.filled) == 1 and bool(_INDICATORS.fullmatch(fold(line.first).rstrip(": ")))


def head_of(line: Line) -> str:
    """The table whose head a line opens: ``indicators``, ``costs``, ``codes``, ``schedule``; empty
    for none."""
    cells = [fold(cell) for _, cell in line.filled]
    if len(cells) < 2 or not _is_head_words(line):
        return ""
    years = sum(1 for cell in cells if _YEAR.search(cell))
    if not years and len(cells) < 3:
        return ""
    if any(_INDICATORS.fullmatch(cell) for cell in cells) or unit_column(line) is not None:
        return "indicators"
    if any(re.fullmatch(r"(?:alt )?program(?: adi| kodu)?", cell) for cell in cells):
        return "schedule"
    if any(cell.startswith("ekonomik kod") for cell in cells):
        return "codes"
    return "costs" if cells[0].startswith("faaliyet") else ""


def goes_on(line: Line) -> bool:
    """Whether a line below a head goes on with it: words of heads alone."""
    return _is_head_words(line) and not fund_of(line.first)


def _is_head_words(line: Line) -> bool:
    words = [word for _, cell in line.filled for word in re.findall(r"\w+", fold(cell))]
    return bool(words) and all(_WORDS.fullmatch(word) for word in words)


def fund_of(text: str) -> str:
    """The fund that a row's label names: ``budget``, ``off_budget``, ``total``; empty for none."""
    folded = fold(text).strip(" .:")
    return next((fund for fund, pattern in _FUNDS if pattern.fullmatch(folded)), "")


def is_whole(text: str) -> bool:
    """Whether a row's label names the total of all activities."""
    return bool(_WHOLE.fullmatch(fold(text).strip(" .:")))


def columns_of(head: Sequence[Line], year: int, *, of_money: bool) -> list[Column | str]:
    """The columns of figures under a head of one line or more; a text that names no year or no kind
    stands for itself. ``year`` is the programme's.

    A column without a year under a label that has one further left, or above it, is of that year.
    """
    places = sorted({column for line in head for column, _ in line.filled})
    found: list[Column | str] = []
    for place in places:
        own = [line.cell(place) for line in head]
        if not any(_is_of_figures(text) for text in own) and not any(
            _group(line, place) for line in head
        ):
            continue
        words = squeeze(" ".join(own))
        if not _YEAR.search(words):
            above = next((group for line in head if (group := _group(line, place))), "")
            words = squeeze(f"{above} {words}")
        found.append(_column(place, words, year, of_money) or words)
    return found


def _is_of_figures(text: str) -> bool:
    return bool(_YEAR.search(text)) or bool(
        re.search(r"planlanan|tahmin|hedef|harcama|gerceklesme", fold(text))
    )


def _group(line: Line, place: int) -> str:
    """The label with a year that stands above a column from further left; none where the line has
    a cell of its own there, or where another column's label comes between."""
    if line.cell(place):
        return ""
    left = [cell for column, cell in line.filled if column < place]
    return left[-1] if left and _YEAR.search(left[-1]) else ""


def _column(place: int, words: str, year: int, of_money: bool) -> Column | None:
    folded = fold(words)
    years = {int(found) for found in _YEAR.findall(folded)}
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
    if re.search(r"\bgercekles|harcama", words):
        return "year_end_estimate" if estimate else "actual"
    if estimate:
        return "forecast" if ahead > 0 else ("estimate" if ahead < 0 else "")
    if of_money and re.search(r"butce|odenek|teklif|\btoplam", words):
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
