"""Amounts, rates and values as reports print them; what is none of them is told, never guessed."""

from __future__ import annotations

import re
from decimal import Decimal

from kbb_data.turkish import UnreadableNumber, read_number, squeeze

_LIRA = re.compile(r"^(?:₺|TL\b)\s*|\s*(?:₺|\bTL|(?<=\d)TL)\.?$")
_NEGATIVE = re.compile(r"\((?P<inside>[\d.,]+)\)|[−–-] ?(?P<after>\d[\d.,]*)")
_POINTED = re.compile(r"-?\d+\.\d{1,2}")
#: So many decimals no amount has; a workbook's binary number has them behind its last kuruş.
_NOISE = Decimal("0.00001")
_KURUS = Decimal("0.01")
DASHES = ("-", "–", "—", "−")


def amount(text: str) -> Decimal | None:
    """The lira of a cell, ``None`` where it is empty or a dash. Raises ``UnreadableNumber``."""
    text = squeeze(text)
    if not text or text in DASHES:
        return None
    value = read_number(_NEGATIVE.sub(r"-\g<inside>\g<after>", _LIRA.sub("", text)))
    rounded = value.quantize(_KURUS)
    if rounded != value and abs(rounded - value) > _NOISE:
        raise UnreadableNumber(text, "an amount as 1.234,00")
    return rounded


def rate(text: str) -> Decimal | None:
    """The per cent of a cell, with as many decimals as it prints; ``None`` where it is empty or a
    dash. A full stop before one or two digits marks decimals, as in ``110.39``. Raises
    ``UnreadableNumber``."""
    text = squeeze(text.replace("%", " "))
    if not text or text in DASHES:
        return None
    text = _NEGATIVE.sub(r"-\g<inside>\g<after>", text)
    return Decimal(text) if _POINTED.fullmatch(text) else read_number(text)


def value(text: str) -> Decimal | None:
    """The number that an indicator's cell states, a per cent sign left out; ``None`` where it is
    empty, a dash, or no number that can be read with certainty."""
    try:
        return read_number(_NEGATIVE.sub(r"-\g<inside>\g<after>", squeeze(text.replace("%", " "))))
    except UnreadableNumber:
        return None
