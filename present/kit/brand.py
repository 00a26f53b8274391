"""What the dashboard of an institution is called, and the institution itself within a sentence."""

from __future__ import annotations

from kbb_data import turkish
from present.kit.suffixes import genitive_of_name
from present.kit.text import ENGLISH, language, t

#: How names of institutions end, the longest first, and what that is in English.
_KINDS = (
    ("BÜYÜKŞEHİR BELEDİYE BAŞKANLIĞI", "Metropolitan Municipality"),
    ("BÜYÜKŞEHİR BELEDİYESİ", "Metropolitan Municipality"),
    ("BELEDİYE BAŞKANLIĞI", "Municipality"),
    ("BELEDİYESİ", "Municipality"),
    ("İL ÖZEL İDARESİ", "Special Provincial Administration"),
)


def brand(institution: str | None) -> str:
    """The dashboard's name, ``Kayseri Açık Bütçe``, for the institution as a document prints it;
    without a place where there is no institution."""
    if institution is None:
        return t("common.site_name_alone")
    return t("common.site_name", place=_parts(institution)[0])


def titled(page: str, institution: str | None) -> str:
    """A page's title with the dashboard's name after it."""
    return t("common.site_title", page=page, site=brand(institution))


def of_year(title: str, year: int) -> str:
    """A title of what is made of one programme of several: ``2025 programı: Bütçe``; one that names
    the year stays."""
    if str(year) in title:
        return title
    return t("common.title_of_year", year=year, title=title)


def described(year: int, institution: str) -> str:
    """What the dashboard shows, in one sentence."""
    name = called(institution)
    owner = name if language() == ENGLISH else genitive_of_name(name)
    return t("common.site_description", institution=owner, year=year)


def called(institution: str) -> str:
    """An institution's name within a sentence of the language at hand: ``Kayseri Büyükşehir
    Belediyesi``, ``Kayseri Metropolitan Municipality``; of a kind that is not known the Turkish
    name."""
    place, english = _parts(institution)
    if language() == ENGLISH and english:
        return f"{place} {english}"
    return turkish.title(institution)


def _parts(institution: str) -> tuple[str, str]:
    """The place that an institution is of, and its kind in English; the whole name and nothing
    where the kind is not known."""
    words = turkish.upper(institution.strip())
    for ending, english in _KINDS:
        if words.endswith(" " + ending):
            return turkish.title(institution.strip()[: -len(ending)].strip()), english
    return turkish.title(institution), ""
