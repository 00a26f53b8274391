"""What statute calls the codes of money, so that a name tells its code in whatever words it stands.

The names are folded; each pattern knows the spellings that documents have (``Mal ve Hizmet Alım
Giderleri``, ``… Alımı Giderleri``) and fits no other code of its classification.
"""

from __future__ import annotations

import re

from kbb_data.results.records import ECONOMIC, FUNCTIONAL, REVENUE

#: By classification and code.
NAMES: dict[str, dict[str, re.Pattern[str]]] = {
    classification: {code: re.compile(pattern) for code, pattern in names.items()}
    for classification, names in {
        ECONOMIC: {
            "01": r"personel gider\w*",
            "02": r"(?:sgk|sosyal guvenlik kurum\w*)(?:na)?(?: devlet prim\w*)?(?: gider\w*)?",
            "03": r"mal ve hizmet alim\w* gider\w*",
            "04": r"faiz gider\w*",
            "05": r"cari transfer\w*",
            "06": r"sermaye gider\w*",
            "07": r"sermaye transfer\w*",
            "08": r"borc verme\w*",
            "09": r"yedek odenek\w*",
        },
        FUNCTIONAL: {
            "01": r"genel kamu hizmet\w*",
            "02": r"savunma hizmet\w*",
            "03": r"kamu duzeni ve guvenlik hizmet\w*",
            "04": r"ekonomik isler ve hizmet\w*",
            "05": r"cevre koruma hizmet\w*",
            "06": r"iskan ve toplum refahi hizmet\w*",
            "07": r"saglik hizmet\w*",
            "08": r"dinlenme ?, ?kultur ve din hizmet\w*",
            "09": r"egitim hizmet\w*",
            "10": r"sosyal guvenlik ve sosyal yardim hizmet\w*",
        },
        REVENUE: {
            "01": r"vergi gelir\w*",
            "03": r"tesebbus ve mulkiyet gelir\w*",
            "04": r"alinan bagis ve yardimlar(?: ile ozel gelir\w*)?",
            "05": r"diger gelir\w*",
            "06": r"sermaye gelir\w*",
            "08": r"alacaklardan tahsilat\w*",
            "09": r"red ve iade\w*",
        },
    }.items()
}


def codes_of(classification: str, folded: str) -> set[str]:
    """The codes of a classification that a folded name begins with; empty for none."""
    names = NAMES.get(classification, {})
    return {code for code, pattern in names.items() if pattern.match(folded)}


def classifications_of(folded: str) -> set[str]:
    """The classifications that have a code of this folded name."""
    return {name for name in NAMES if codes_of(name, folded)}
