"""What an indicator counts, by the noun of its name, and which units fit that."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kbb_data.turkish import lower

#: Nouns for people, as they stand before "sayısı".
_PEOPLE = frozenset(
    {
        "kişi",
        "kişiler",
        "insan",
        "birey",
        "ziyaretçi",
        "yolcu",
        "kursiyer",
        "öğrenci",
        "öğretmen",
        "personel",
        "çalışan",
        "çocuk",
        "kadın",
        "erkek",
        "genç",
        "engelli",
        "yaşlı",
        "hasta",
        "üye",
        "kullanıcı",
        "katılımcı",
        "vatandaş",
        "abone",
        "sporcu",
        "eğitmen",
        "mezun",
        "gönüllü",
        "turist",
        "esnaf",
        "çiftçi",
    }
)
_PERSON, _PIECE = frozenset({"kişi"}), frozenset({"adet"})
_TIME = frozenset({"gün", "saat", "dakika", "ay", "yıl", "hafta"})

_COUNTED = re.compile(r"(\w+)\s+sayısı\b")
_RATE = re.compile(r"\b(?:oranı|yüzdesi)\b")
_RATIO = re.compile(r"\b(?:başına|başı)\b")
_SPAN = re.compile(r"\b(?:süresi|gün sayısı)\b")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A unit that fits, and why the one that stands there does not."""

    unit: str
    explanation: str


def misfit(name: str, unit: str) -> Misfit | None:
    """What is wrong with the unit of what ``name`` counts; nothing where it fits or where the name
    does not say what is counted."""
    text = lower(name)
    match = _COUNTED.search(text)
    noun = match[1] if match else ""
    if _RATE.search(text):
        return None if unit not in _PERSON | _PIECE else Misfit(
            "%", f"Ad bir oran söylüyor, birim ise “{unit}”; oran yüzde ile ölçülür."
        )  # fmt: skip
    if _SPAN.search(text):
        return None if unit in _TIME else Misfit(
            "gün", f"Ad bir süre söylüyor, birim ise “{unit}”."
        )  # fmt: skip
    if _RATIO.search(text) and noun and unit in _PIECE:
        people = "kişi" if noun in _PEOPLE else unit
        return Misfit(
            f"{people} / birim", "Ad bir bölme söylüyor (bir birim başına düşen), birim ise “adet”."
        )
    if noun in _PEOPLE and unit in _PIECE:
        return Misfit("kişi", f"Ad “{noun}” sayıyor, birim ise “{unit}”.")
    if noun and noun not in _PEOPLE and unit in _PERSON:
        return Misfit("adet", f"Ad “{noun}” sayıyor, birim ise “{unit}”.")
    return None
