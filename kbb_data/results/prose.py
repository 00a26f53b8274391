"""Figures of money that the running text states: each is set beside the tables' as a statement.

An amount is taken up where the text tells its code, its period and its kind; a text that leaves one
of them open is passed over with the reason, since the tables say what is needed and a sentence that
is read wrong would contradict them for nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kbb_data.results.columns import HALF, YEAR
from kbb_data.results.facts import PROSE, Fact, Findings
from kbb_data.results.money_tables import Period
from kbb_data.results.names import NAMES
from kbb_data.results.numbers import amount
from kbb_data.results.paragraphs import Context, Paragraph
from kbb_data.results.records import ECONOMIC, INITIAL, REVENUE, TOTAL
from kbb_data.turkish import UnreadableNumber, squeeze

_HYPHEN = r" ?[-–—] ?"
_FIRST, _REST, _WHOLE = (
    f"{begin}{_HYPHEN}{end}"
    for begin, end in (("ocak", "haziran"), ("temmuz", "aralik"), ("ocak", "aralik"))
)
_SPAN = rf"(?:(?P<half>{_FIRST}|ilk (?:6|alti) ay\w*)|(?P<rest>{_REST})|(?P<whole>{_WHOLE}))"
_PERIOD = re.compile(
    rf"(?<!\d)(?P<before>20\d\d)(?: mali)? yil\w*,? {_SPAN}"
    rf"|{_SPAN.replace('P<', 'P<b')}(?: (?P<after>20\d\d)(?!\d))?"
    r"|(?P<end>\byil ?sonu)"
    r"|(?<!\d)(?P<plain>20\d\d)(?: mali)? (?:yil|butce|performans)\w*"
)
_AMOUNT = re.compile(
    r"(?P<sign>-\s?)?(?P<figure>\d[\d.,]*\d|\d)(?P<lira>\s*(?:TL\b|₺))?(?P<percent>\s*%)?"
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d\d|\d[\d.,]*[.,]\d[\d.,]*[.,]\d+")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:20)?\d\d")
_SHARE = re.compile(
    r"kullanim orani\s*%\s*(\d+(?:,\d+)?)|\(\s*%\s*(\d+(?:,\d+)?)\s*gerceklesme\s*\)"
)
_KIND = re.compile(
    r"(?P<initial>ongorul\w*|belirlen\w*|odene\w* ayril\w*|odenek ayril\w*|ayrilmis\w*)"
    r"|(?P<spent>gerceklesmis\w*|gerceklesmesi olmus\w*|olmustur|yapilmis|olarak gercekles\w*"
    r"|gerceklesme\s*\))"
    r"|(?P<open>beklen\w*|tahmin\w*|fazla\b|eksik\b|\baz olarak|asmasi)"
)
_BUDGET = re.compile(r"(?P<revenue>gelir butcesi)|(?P<economic>butce odenegi)")
_LABELLED = re.compile(r"(?:gelir butcesi|butce odenegi)\s*:\s*$")
#: Where a sentence ends; an item of a list may end with ``TL.``
_SENTENCE = re.compile(r"(?<!tl)(?<!\d)\.")
#: What says that an amount is a part of what is named before it.
_PART = re.compile(r"\b(?:icinde\w*|kapsaminda|bunun|bunlarin|arasinda)\b")
#: What a total of the budget is a total of.
_MONEY = re.compile(r"gider|gelir|odenek|odenegi|butce")
_IS = re.compile(r"\s*olan\b")
_RESULT = re.compile(r"\s*(?:gider|gelir) (?:butce )?gercekles")
#: How far behind an amount its name may stand, in letters.
_NEAR = 60
_TOTAL = re.compile(r"\btoplam\w*|gider gerceklesme\w*|gelir gerceklesme\w*")
_PER_CENT = "a rate in the running text that follows from amounts (growth, the year's result)"


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    end: int
    text: str
    value: Decimal | None


def read_prose(paragraph: Paragraph, period: Period, into: Findings) -> None:
    """Take up the amounts of a paragraph that tell what they are; the others are passed over."""
    flat = paragraph.flat
    spans = list(_PERIOD.finditer(flat))
    newest: dict[tuple[str, str, str], Fact] = {}
    subject: tuple[str, str] | None = None
    end = 0
    for found in _amounts(paragraph.text):
        line = paragraph.line(found.start)
        before = flat[end : found.start]
        subject = _subject(paragraph.context, flat, before, found, subject)
        end = found.end
        if found.value is None:
            into.skip(
                line, "an amount that can't be read with certainty", found.text,
                paragraph.context.section,
            )  # fmt: skip
            continue
        told = _told(flat, spans, found, period) if subject else None
        if subject is None or told is None:
            what = "code or classification" if subject is None else "period and kind"
            into.skip(
                line, f"an amount in the running text that leaves its {what} open", found.text,
                paragraph.context.section,
            )  # fmt: skip
            continue
        field, as_of = told
        into.taken.add(line.number)
        fact = newest.get((*subject, as_of))
        if fact is None or field in fact.values:
            fact = Fact(*subject, "", as_of, line.number, paragraph.context.section, PROSE)
            newest[fact.key] = fact
            into.facts.append(fact)
        fact.values[field] = found.value
        if field == "spent" and as_of == period.day():
            _rate(paragraph, flat, found, fact, into)
    for line in paragraph.lines:
        if line.number not in into.taken and re.search(r"%\s*-?\d|\d\s*%", line.text):
            into.skip(line, _PER_CENT, section=paragraph.context.section)


def _amounts(text: str) -> Iterator[_Amount]:
    """The amounts of a text: what has the lira behind it, or thousands and kuruş."""
    for match in _AMOUNT.finditer(text):
        printed = match["figure"]
        is_share = match["percent"] or "%" in text[max(match.start() - 2, 0) : match.start()]
        if (
            is_share
            or _DATE.fullmatch(printed)
            or not (match["lira"] or _GROUPED.fullmatch(printed))
        ):
            continue
        sign = match["sign"] or ""
        # A stroke before a space is a minus only where the line ends between the two.
        is_open = bool(sign) and sign[1:] not in ("", "\n")
        value: Decimal | None
        try:
            value = None if is_open else amount("-" * bool(sign) + printed)
        except UnreadableNumber:
            value = None
        yield _Amount(match.start("figure"), match.end(), squeeze(match[0]), value)


def _subject(
    context: Context, flat: str, before: str, found: _Amount, earlier: tuple[str, str] | None
) -> tuple[str, str] | None:
    """Classification and code of an amount: what is named right before it, else right behind it,
    else the whole of a budget that is named there; else what the amount before is about, where the
    same sentence only goes on to another period. ``None`` where none of them tells."""
    if budget := list(_BUDGET.finditer(before)):
        return (REVENUE if budget[-1]["revenue"] else ECONOMIC, TOTAL)
    behind = flat[found.end : found.end + _NEAR]
    classification = context.classification
    if classification and not _PART.search(before):
        names = NAMES[classification].items()
        named = [
            (match.start(), code)
            for code, pattern in names
            for match in re.finditer(rf"\b{pattern.pattern}", before)
        ]
        totals = [match.start() for match in _TOTAL.finditer(before)]
        if named and (not totals or max(named)[0] > max(totals)):
            return classification, max(named)[1]
        told = [
            code
            for code, pattern in names
            if re.match(rf"\W*(?:olan |tutarindaki )?{pattern.pattern}", behind)
        ]
        if told:
            return classification, told[0]
        if (totals and _MONEY.search(before + behind)) or _RESULT.match(behind):
            return None if context.code else (classification, TOTAL)
    goes_on = _PERIOD.search(before) and not _SENTENCE.search(before)
    is_same = not classification or (earlier is not None and earlier[0] == classification)
    return earlier if goes_on and is_same and not _PART.search(before) else None


def _told(
    flat: str, spans: Sequence[re.Match[str]], found: _Amount, period: Period
) -> tuple[str, str] | None:
    """The field and the day that an amount's period and verb tell; ``None`` where they leave it
    open."""
    stop = _SENTENCE.search(flat, found.end)
    verb = _KIND.search(flat, found.end, stop.start() if stop else len(flat))
    kind = verb.lastgroup if verb else ""
    if _LABELLED.search(flat[max(found.start - _NEAR, 0) : found.start]):
        kind = "initial"
    place = bisect_right(spans, found.start, key=lambda match: match.end())
    span = spans[place - 1] if place else None
    if span is None or span["end"]:
        return None
    year = int(span["before"] or span["after"] or span["plain"] or period.year)
    groups = span.groupdict()
    if groups["half"] or groups["bhalf"]:
        differs = re.search(r"giderden|gelirden", flat[span.end() : found.start])
        is_told = (kind == "spent" or _IS.match(flat, found.end)) and not differs
        return ("spent", period.day(year, HALF)) if is_told else None
    if groups["rest"] or groups["brest"]:
        return ("expected", period.day()) if kind == "open" and year == period.year else None
    if groups["whole"] or groups["bwhole"]:
        is_result = kind == "spent" and year < period.year
        return ("spent", period.day(year, YEAR)) if is_result else None
    if kind == "initial" and year == period.year:
        return "initial", period.day()
    if kind == "spent" and year < period.year:
        return "spent", period.day(year, YEAR)
    return None


def _rate(paragraph: Paragraph, flat: str, found: _Amount, fact: Fact, into: Findings) -> None:
    """Give an amount the rate of its appropriation that stands behind it."""
    stop = re.compile(r"\d\s*tl\b").search(flat, found.end)
    match = _SHARE.search(flat, found.end, stop.start() if stop else len(flat))
    if match and "printed_rate" not in fact.values:
        fact.values["printed_rate"] = Decimal((match[1] or match[2]).replace(",", "."))
        fact.base = INITIAL
        into.taken.add(paragraph.line(match.start(match.lastindex or 0)).number)
