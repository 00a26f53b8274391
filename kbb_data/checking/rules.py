"""What kinds of findings there are, how sure one is and how much it matters: the rules.

They are the same for every check. A check says what it compared and what that rests on; kind,
certainty and severity follow from it here, and the dashboard shows these rules to its visitors.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from kbb_data.reading.wording import alike, letters

#: Two places of the document, or two parts of one, do not say the same.
DISAGREES = "disagrees"
#: The same words but for a letter, or a bracket that is not closed.
SLIP = "slip"
#: Nothing stands where something is stated elsewhere or due: nothing was compared.
BLANK = "blank"
#: What is printed cannot be read with certainty as it stands.
READING = "reading"
#: Nothing contradicts, but the figure is unusual enough to be asked about.
QUESTION = "question"

#: The document's own words and figures say it.
CERTAIN = "certain"
#: It is so if an assumption holds, which the explanation states.
CONDITIONAL = "conditional"
#: A person or a rule read what the print alone does not say.
JUDGED = "judged"

HIGH, MEDIUM, LOW = "high", "medium", "low"

MONEY, SHARE, WORDS, NUMBER = "TRY", "%", "text", "no"

#: Shorter wordings are not told by how many letters they share.
_LONG = 8

_FIGURE = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]+")


def kind_of_words(stated: str, other: str) -> str:
    """``SLIP`` where two wordings have as many words, and those that differ differ by one letter
    each; else ``DISAGREES``. Figures are no letters."""
    left, right = _WORD.findall(stated), _WORD.findall(other)
    if len(left) != len(right):
        # A word that is torn or run together differs in white space alone.
        return SLIP if _one_letter(letters(stated), letters(other)) else DISAGREES
    pairs = [
        pair
        for pair in ((letters(a), letters(b)) for a, b in zip(left, right, strict=True))
        if pair[0] != pair[1]
    ]
    return SLIP if pairs and all(_one_letter(*pair) for pair in pairs) else DISAGREES


def _one_letter(left: str, right: str) -> bool:
    """Whether one letter was left out, put in, swapped with its neighbour or taken for another."""
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1 or left == right:
        return False
    start = 0
    while start < len(left) and left[start] == right[start]:
        start += 1
    if len(left) == len(right):
        changed = left[start] + right[start]
        is_swapped = left[start : start + 2] == right[start : start + 2][::-1]
        is_same_after = left[start + 1 :] == right[start + 1 :]
        after = left[start + 2 :] == right[start + 2 :]
        return not any(map(str.isdigit, changed)) and (is_same_after or (is_swapped and after))
    return not right[start].isdigit() and left[start:] == right[start + 1 :]


def severity(
    kind: str, certainty: str, unit: str, stated: str, computed: str, difference: str
) -> str:
    """How much a finding matters.

    - A slip is low.
    - A disagreement in figures is high where it is certain, and medium where it is conditional or
      about a share of a whole. In words or in numbers that name something it is medium, and low
      where both wordings mean the same.
    - What is blank is medium where an amount other than zero or a name stands elsewhere, or where
      it leaves a deviation without its reason, else low.
    - A reading is medium where it gives a figure or none at all, and low where it gives a word.
    - A question is medium.
    """
    if kind == SLIP:
        return LOW
    if kind == DISAGREES and difference:
        return MEDIUM if certainty != CERTAIN or unit == SHARE else HIGH
    if kind == DISAGREES:
        return LOW if unit == WORDS and _means_the_same(stated, computed) else MEDIUM
    if kind == BLANK:
        is_amount = unit == MONEY and any(_amount(text) for text in (stated, computed))
        is_name = unit == WORDS and not stated and bool(computed)
        return MEDIUM if is_amount or is_name or difference else LOW
    if kind == READING:
        return LOW if computed and not any(map(str.isdigit, computed)) else MEDIUM
    return MEDIUM


def _means_the_same(left: str, right: str) -> bool:
    """Whether two wordings differ by little, and in no figure."""
    is_long = min(len(letters(left)), len(letters(right))) >= _LONG
    figures = [_FIGURE.findall(text) for text in (left, right)]
    return is_long and figures[0] == figures[1] and alike(left, right)


def _amount(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal(0)
