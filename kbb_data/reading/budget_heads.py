"""What the heads and labels of a programme budget say: which label a line bears, which table's head
it opens, and which fund a row is of."""

from __future__ import annotations

import re

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
_COSTS = re.compile(
    r"alt program(?: \w+)? (?:kapsaminda )?yurutulecek faaliyet\w* maliyet\w*"
    r"|faaliyet(?:ler|lerin)? maliyet\w+(?: tablosu)?"
)
COSTS_TITLE = "Alt Program Kapsamında Yürütülecek Faaliyet Maliyetleri"
_INDICATORS = re.compile(r"(?:alt program )?performans gosterge(?:si|leri)")

#: A year as a head prints it.
YEAR = re.compile(r"\b(20\d\d)\b")
#: Words of heads; a line that holds nothing else is a head or goes on with one.
_WORDS = re.compile(
    r"20\d\d|planlanan|gerceklesme\w*|gerceklesen|ys|yil|yili|sonu?|tahmin\w*|hedef\w*|harcama\w*"
    r"|har|tah|butce\w*|ici|disi|toplam|haziran|ocak|ilk|[1-9]|alti|ay|aylik|bin|tl|performans|gosterge\w*"
    r"|olcu|birimi?|faaliyet\w*|ekonomik|kod\w*|finansman|turu|tipi|aciklama|adi|no|sira|program"
    r"|alt|odene\w*|teklif\w*|itibariyla|itibariyle"
)

_FIGURE = re.compile(r"[-–—]|[-–—%]? ?\d[\d.,]*(?: ?%)?")
#: An indicator's code before its name.
_CODED = re.compile(r"P\.?G\.? ?\d[\d.]*(?:\s*[-–:.)]*\s+(?=[^\W\d])|[-–:])(.+)")

_OF_FUND = r"(?: (?:toplam|kaynak|odene|tutar)\w*)*"
#: The funds of a row or a column, folded.
_FUNDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("off_budget", re.compile(rf"(?:toplam )?butce disi{_OF_FUND}")),
    ("budget", re.compile(rf"(?:toplam )?butce ici{_OF_FUND}")),
    (
        "total",
        re.compile(
            r"t ?o ?p ?l ?a ?m(?: maliyet\w*)?|ara toplam|faaliyet(?:in)? toplam\w*"
            r"|(?:alt )?(?:program )?(?:genel )?toplam\w*"
        ),
    ),
)
_WHOLE = re.compile(r"genel toplam\w*|alt program(?:in)? (?:genel )?toplam\w*")


_NONE = re.compile(
    r"(?:bu )?(?:alt program\w* |performans |faaliyet\w* )*"
    r"(?:hedef\w*|gosterge\w*|aciklama\w*) (?:bulunmamaktadir|yoktur)"
)
_LABEL = re.compile(r"[A-ZÇĞİÖŞÜ][\w/]*(?: (?:[A-ZÇĞİÖŞÜ][\w/]*|ve)){0,4} ?:")
_CODE = re.compile(r"((?:F ?)?\d[\d.]*)\s*[-–]\s*(.+)|(\d+(?:\.\d+)+)\.?\s+(.+)")
#: What heads a column of numbers, folded.
_NUMBERS = re.compile(r"no|s\.? ?no|sira(?: no)?\.?")


def with_code(printed: str) -> tuple[str, str]:
    """Code and name of ``31.2 - Yol Yapımı`` or ``F1 - Yol Yapımı``; an empty code where none is
    printed."""
    match = _CODE.fullmatch(printed)
    if not match:
        return "", printed
    return (match[1] or match[3]).rstrip("."), match[2] or match[4]


def without_code(printed: str) -> str:
    """An indicator's printed name without a code as *PG1* before it."""
    match = _CODED.fullmatch(printed)
    return squeeze(match[1]) if match else printed


def is_indicators_heading(line: Line) -> bool:
    """Whether a line is the heading of an indicator with a code, as *1. PG1 - Plan sayısı*."""
    name = re.sub(r"^\d{1,3}\s*[-–.)]+\s*", "", line.first)
    return len(line.filled) == 1 and bool(_CODED.fullmatch(name))


def label_of(line: Line) -> tuple[Label, str]:
    """The label of a line and its value, as ``heads.label_of``; and the words that the form has for
    it where the label is misspelt. Without a colon the label is a cell of its own."""
    first = line.first
    text, colon, rest = first.partition(":")
    values = [cell for _, cell in line.filled[1:]]
    value = squeeze(" ".join([rest, *values])).lstrip(": ")
    if len(values) > 1 and not colon and _is_head_words(line):
        # A head that begins with a label's words, as *Faaliyet Adı* above a column.
        return Label("", "", value), ""
    if subject := subject_of(text):
        return Label(subject, "", value), ""
    if colon and fold(text) == "faaliyet":
        # Without a colon it is a head's.
        return Label("activity", "", value), ""
    for subject, _, words in _SUBJECTS if colon else ():
        if close(text, words):
            return Label(subject, "", value), words
    return Label("", "", value), ""


def subject_of(text: str) -> str:
    """What a label of the form names, from its words without the colon; empty for other words."""
    folded = fold(text).strip(" .")
    return next((subject for subject, pattern, _ in _SUBJECTS if pattern.fullmatch(folded)), "")


def labelled_columns(line: Line) -> dict[str, int]:
    """The columns of a head that says of activities what they are, by what each names, that of
    numbers as ``number``; empty for another line."""
    found: dict[str, int] = {}
    for column, cell in line.filled:
        is_number = _NUMBERS.fullmatch(fold(cell))
        subject = "number" if is_number else subject_of(cell)
        if subject not in (*_SAID_OF_ACTIVITIES, "number") or subject in found:
            return {}
        found[subject] = column
    has_text = len(found.keys() & _SAID_OF_ACTIVITIES) > 1
    return found if has_text and "activity" in found else {}


_SAID_OF_ACTIVITIES = frozenset({"activity", "note", "activity_notes", "legal_basis", "unit"})


def is_objectives_head(line: Line) -> bool:
    """Whether a line is the head of a table of objectives: *No* and *Hedef*."""
    cells = [fold(cell) for _, cell in line.filled]
    return (
        len(cells) == 2
        and bool(_NUMBERS.fullmatch(cells[0]))
        and bool(re.fullmatch(r"(?:alt program )?hedef\w*", cells[1]))
    )


def looks_labelled(line: Line) -> bool:
    """Whether a line begins with a few capitalised words and a colon, as a label of no known words
    does."""
    return bool(_LABEL.match(line.first)) and not label_of(line)[0].subject


def says_none(text: str) -> bool:
    """Whether a text says that there is none of what its label or title names: a dash, or the
    sentence for it (*Performans göstergesi bulunmamaktadır.*)."""
    return text in ("-", "–", "—") or bool(_NONE.fullmatch(fold(text).rstrip(". ")))


def is_costs_title(line: Line) -> bool:
    """Whether a line is the title above a table of activities' costs."""
    text = fold(line.first).rstrip(": ")
    return len(line.filled) == 1 and (bool(_COSTS.fullmatch(text)) or close(text, COSTS_TITLE))


def is_caption(line: Line) -> bool:
    """Whether a line above a head is a caption that says nothing of a row: the unit of money, a
    table's number."""
    text = fold(line.first)
    is_caption = re.fullmatch(r"\(?(?:tl|turk lirasi)\)?|tablo \d.*", text)
    return len(line.filled) == 1 and bool(is_caption)


def is_indicators_title(line: Line) -> bool:
    """Whether a line is the title above a table of indicators, and nothing else."""
    return len(line.filled) == 1 and bool(_INDICATORS.fullmatch(fold(line.first).rstrip(": ")))


def head_of(line: Line) -> str:
    """The table whose head a line opens: ``indicators``, ``costs``, ``codes``, ``schedule``; empty
    for none."""
    cells = [fold(cell) for _, cell in line.filled]
    if len(cells) < 2 or not _is_head_words(line):
        return ""
    years = sum(1 for cell in cells if YEAR.search(cell))
    if not years and len(cells) < 3:
        return ""
    if any(_INDICATORS.fullmatch(cell) for cell in cells) or unit_column(line) is not None:
        return "indicators"
    if any(re.fullmatch(r"(?:alt )?program(?: adi| kodu)?", cell) for cell in cells):
        return "schedule" if years else ""
    if any(cell.startswith("ekonomik kod") for cell in cells):
        return "codes"
    return "costs" if cells[0].startswith("faaliyet") else ""


def goes_on(line: Line) -> bool:
    """Whether a line below a head goes on with it: words of heads alone."""
    return _is_head_words(line) and not fund_of(line.first)


def _is_head_words(line: Line) -> bool:
    figures = [cell for _, cell in line.filled if _FIGURE.fullmatch(cell) and not YEAR.search(cell)]
    if 0 < len(figures) < len(line.filled):
        # Figures of one digit beside their unit are a row.
        return False
    words = [word for _, cell in line.filled for word in re.findall(r"\w+", fold(cell))]
    return bool(words) and all(_WORDS.fullmatch(word) for word in words)


def fund_of(text: str) -> str:
    """The fund that a row's label names: ``budget``, ``off_budget``, ``total``; empty for none."""
    folded = fold(text).strip(" .:")
    return next((fund for fund, pattern in _FUNDS if pattern.fullmatch(folded)), "")


def is_whole(text: str) -> bool:
    """Whether a row's label names the total of all activities."""
    return bool(_WHOLE.fullmatch(fold(text).strip(" .:")))
