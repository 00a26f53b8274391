"""How Turkish numbers end when they are read aloud, written out by hand: a second opinion on
``present.kit.suffixes``."""

from __future__ import annotations

import re

#: What a number that ends in these digits takes: possessive, genitive, locative, ablative, dative,
#: accusative. The longest ending that fits counts.
_ENDINGS = {
    "0": "ı ın da dan a ı",
    "1": "i in de den e i",
    "2": "si nin de den ye yi",
    "3": "ü ün te ten e ü",
    "4": "ü ün te ten e ü",
    "5": "i in te ten e i",
    "6": "sı nın da dan ya yı",
    "7": "si nin de den ye yi",
    "8": "i in de den e i",
    "9": "u un da dan a u",
    "10": "u un da dan a u",
    "20": "si nin de den ye yi",
    "30": "u un da dan a u",
    "40": "ı ın ta tan a ı",
    "50": "si nin de den ye yi",
    "60": "ı ın ta tan a ı",
    "70": "i in te ten e i",
    "80": "i in de den e i",
    "90": "ı ın da dan a ı",
    "00": "ü ün de den e ü",
    "000": "i in de den e i",
    "000000": "u un da dan a u",
    "000000000": "ı ın da dan a ı",
}
_TL = "si nin de den ye yi"
_SUFFIXED = re.compile(r"(?<![\w,.])%?(\d[\d.]*(?:,\d+)?|TL)['’](\w+)")


def endings(written: str) -> frozenset[str]:
    """The suffixes that may follow what is written, after the apostrophe."""
    if written == "TL":
        return frozenset(_TL.split())
    whole, _, decimals = written.partition(",")
    digits = decimals or whole.replace(".", "")
    if digits.strip("0") == "":
        digits = "0"
    fits = [ending for ending in _ENDINGS if digits.endswith(ending)]
    return frozenset(_ENDINGS[max(fits, key=len)].split())


def wrong(text: str) -> list[str]:
    """The numbers and amounts in a Turkish text whose suffix no reader would say."""
    return [
        f"{number}'{suffix}"
        for number, suffix in _SUFFIXED.findall(text)
        if suffix not in endings(number)
    ]
