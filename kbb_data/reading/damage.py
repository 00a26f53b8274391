"""What shows that a text suffered on its way here: letters, units of money, names.

It is looked for before anything is read, so that one cause gives one message and none of its
consequences. Nothing is mended by guessing: the message says what to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kbb_data.problems import Problem, quote
from kbb_data.reading.lines import Line
from kbb_data.turkish import UnreadableNumber, fold, read_number, squeeze

#: Letters that Turkish hasn't and that a wrong code page puts for its own, marks of a lost letter
#: and of letters shown backwards, and UTF-8 that was read as another code.
_BROKEN = re.compile(
    r"[ĠġĢģĐđŘřÝýÞþÐð\ufffd\u202e]|\(cid:\d+\)|Ã[\u0080-\u00bf§¼¶–‡œž]|Ä[\u0080-\u00bfŸž±]"
    r"|Å[\u0080-\u00bfŸž]"
)

_SCALED = r"(?:milyon|milyar|1\.?000\.?000)\s*(?:tl|₺|turk lirasi|lira)"
_FOREIGN = r"(?:eur|euro|avro|usd|gbp|sterlin|(?:abd )?dolari?|€|\$|£)"
#: A unit of money other than lira and thousands of it, alone or in brackets after other words.
_MONEY = re.compile(rf"(?:.*\()?\s*(?:tutarlar|birimi?)?\s*:?\s*(?:{_SCALED}|{_FOREIGN})\s*\)?")
#: The part of a text's lines in which broken letters explain no missing heading.
_FEW = 0.02
#: What is expected of letters, and the mend.
_LETTERS = ("Turkish letters", "export the text anew as UTF-8")
#: The words of a head above amounts.
_HEADS = ("ekonomik kod", "kaynak ihtiyaci", "butce", "toplam", "genel toplam", "faaliyetler")


def problems(lines: list[Line], institution: str) -> list[Problem]:
    """What can't be read with certainty whatever table it stands in, one problem a cause, with the
    first line and how many more there are; none for a sound text.

    ``institution``: the name that most lines ``İdare Adı`` give.
    """
    accounted = [line for line in lines if line.is_accounted]
    found = (
        _first(accounted, _broken, *_LETTERS),
        _first(
            accounted,
            _other_money,
            "amounts in lira or thousands of lira",
            "write amounts and head in TL, to the kuruş",
        ),
        _first(
            accounted,
            lambda line: _other_institution(line, institution),
            f"the institution {quote(institution)} throughout",
            "take out the part that is another institution's, or correct the name",
        ),
    )
    return [problem for problem in found if problem is not None]


def cause_of(text: str) -> Problem | None:
    """What of a whole text explains that headings and labels are not found in it, or not in their
    order: broken letters, no tabs; none for other texts."""
    cause = letters(text)
    if cause or "\t" in text or "idare adi" not in fold(text):
        return cause
    expected = "tables with a tab between two cells"
    return Problem(0, "file", expected, "no tab at all; export the text anew with tabs")


def letters(text: str) -> Problem | None:
    """The problem of broken letters in a good part of a text; none where there are few, as a word
    of another language."""
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=1)]
    bad = [(number, line) for number, line in lines if _BROKEN.search(line)]
    if len(bad) <= _FEW * sum(1 for _, line in lines if line):
        return None
    return _problem(bad[0][0], "file", bad[0][1], len(bad), *_LETTERS)


def _problem(line: int, place: str, cell: str, lines: int, expected: str, mend: str) -> Problem:
    more = f", and {lines - 1} more lines" if lines > 1 else ""
    return Problem(line, place, expected, f"{quote(cell)}{more}; {mend}")


def _first(
    lines: list[Line], cell_of: Callable[[Line], str], expected: str, mend: str
) -> Problem | None:
    """One problem for all lines in which ``cell_of`` finds a cell."""
    bad = [(line, cell) for line in lines if (cell := cell_of(line))]
    if not bad:
        return None
    line, cell = bad[0]
    return _problem(line.number, f"section {line.section}", cell, len(bad), expected, mend)


def _broken(line: Line) -> str:
    return next((cell for _, cell in line.filled if _BROKEN.search(cell)), "")


def _other_money(line: Line) -> str:
    """The cell of a head or of a caption that states another unit than lira."""
    if any(_is_number(cell) for _, cell in line.filled):
        return ""
    is_caption = len(line.filled) == 1
    folded = [fold(cell) for _, cell in line.filled]
    if not is_caption and not any(head in cell for cell in folded for head in _HEADS):
        return ""
    for (_, cell), text in zip(line.filled, folded, strict=True):
        spelt = squeeze(text if text else cell)
        signs = cell.casefold()
        if len(cell) <= 80 and (_MONEY.fullmatch(spelt) or _MONEY.fullmatch(signs)):
            return cell
    return ""


def _is_number(cell: str) -> bool:
    try:
        read_number(cell)
    except UnreadableNumber:
        return False
    return True


def _other_institution(line: Line, institution: str) -> str:
    label, _, rest = line.first.partition(":")
    if fold(label) != "idare adi":
        return ""
    name = squeeze(" ".join([rest, *(cell for _, cell in line.filled[1:])]))
    return name if name and fold(name) != fold(institution) else ""
