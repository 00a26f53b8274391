"""What stands in the address of the search page, and the codes of the kinds that it finds."""

from __future__ import annotations

from dataclasses import dataclass

from present.kit.address import param

#: The kind of the glossary's terms, which no database holds.
TERM_KIND = "term"

#: Pages and documents of results, which no database holds as things of a programme.
PAGE_KIND, DOCUMENT_KIND = "page", "document"

#: The code that each kind has in the address.
CODES = {
    "topic": "konu",
    "aim": "amac",
    "objective": "stratejik-hedef",
    "goal": "performans-hedefi",
    "indicator": "gosterge",
    "activity": "faaliyet",
    "spending_unit": "birim",
    "economic_code": "kod",
    "district": "ilce",
    "asset": "tesis",
    "committee": "komisyon",
    "council_member": "uye",
    PAGE_KIND: "sayfa",
    DOCUMENT_KIND: "belge",
    TERM_KIND: "terim",
}
KINDS = {code: kind for kind, code in CODES.items()}


@dataclass(frozen=True, slots=True)
class SearchChoices:
    """What was typed, and the one kind that is shown (``None``: all)."""

    query: str = param("q", "")
    kind: str | None = param("tur", None, values=tuple(KINDS))
