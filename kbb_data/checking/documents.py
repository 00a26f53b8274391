"""Rows of results in their documents: which document speaks, how a place in it is called.

Every place says its document, because what stands in a half-year report is not the programme's.
"""

from __future__ import annotations

from collections.abc import Iterable

from kbb_data.rows import Row, Tables

#: The amounts that a row of appropriations states, and what they are called in Turkish.
AMOUNTS = (
    ("initial", "başlangıç ödeneği"),
    ("supplementary", "ek bütçe"),
    ("added", "eklenen ödenek"),
    ("deducted", "düşülen ödenek"),
    ("net", "net ödenek"),
    ("spent", "harcanan"),
    ("cancelled", "iptal edilen ödenek"),
    ("carried", "devreden ödenek"),
    ("expected", "kalan sürede beklenen"),
)
#: What was spent, as opposed to what was appropriated: a row outside the total lacks it there.
RESULTS = frozenset(("spent", "expected"))
TOTAL = "total"
_REVENUE = "revenue"
#: What revenue calls its amounts otherwise.
_OF_REVENUE = {"initial": "bütçelenen gelir", "spent": "tahsil edilen"}
_CODES = {
    "economic": ("ekonomik kod {code}", "ekonomik sınıflandırmanın toplamı"),
    "functional": ("fonksiyonel kod {code}", "fonksiyonel sınıflandırmanın toplamı"),
    "revenue": ("gelir kodu {code}", "gelirlerin toplamı"),
    "activity": ("{code}. faaliyet", "faaliyetlerin toplamı"),
}


def titles(tables: Tables) -> dict[str, str]:
    """The documents' titles by their keys."""
    return {row["document"]: row["title"] for row in tables["documents"]}


def in_order(tables: Tables) -> list[Row]:
    """The documents from the oldest to the one that speaks: by day, one without a day by the day of
    its figures, then in the order in which they were taken in."""
    return sorted(
        tables["documents"],
        key=lambda row: (row["date"] or row["as_of"], row["sequence"]),
    )


def about(row: Row) -> str:
    """What a row of money is about: ``ekonomik kod 03, 30.06.2023 itibarıyla``."""
    of_code, of_total = _CODES[row["classification"]]
    subject = of_total if row["code"] == TOTAL else of_code.format(code=row["code"])
    return f"{subject}, {day(row['as_of'])} itibarıyla"


def day(iso: str) -> str:
    """``30.06.2023`` of ``2023-06-30``."""
    return ".".join(reversed(iso.split("-")))


def amount(row: Row, name: str) -> str:
    """What an amount of a row is called."""
    return _OF_REVENUE.get(name, "") * (row["classification"] == _REVENUE) or dict(AMOUNTS)[name]


def place(title: str, rows: Iterable[Row]) -> str:
    """Where rows stand: ``“Kesin Hesap” (satır 12, 18)``."""
    lines = ", ".join(dict.fromkeys(str(row["source_line"]) for row in rows))
    return f"“{title}” (satır {lines})"


def key(row: Row) -> str:
    """The part of a finding's code that says which code, day and document a row is about."""
    return f"{row['classification']}.{row['code']}.{row['as_of']}.{row['document']}"
