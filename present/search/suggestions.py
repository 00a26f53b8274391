"""What the field of the search suggests while somebody types: everyday words, and everything of a
programme by its name, each with its address and, where it has one, its amount.

One file for a programme and a language, which the browser fetches once and searches by itself
(``assets/suggest.js``); its address bears a mark of all that it is made from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import urlencode

from kbb_data import everyday
from kbb_data.turkish import slug
from present.budget.words import code_name
from present.council import entries as council
from present.council.words import committee_name
from present.indicators import outcome
from present.kit import draft
from present.kit.keep import keep
from present.kit.setting import Addresses, Setting
from present.kit.text import TURKISH, catalogue, t
from present.search import names, ways
from present.search.amounts import TOPIC
from present.search.answers import MONEY_KINDS, answer
from present.site import glossary, pages
from present.site.search_choices import TERM_KIND, SearchChoices

#: The address of the file, and its parameter for the mark of what it is made from.
ADDRESS, MARK = "/oneriler.json", "icin"

#: A name, its address, what of its answer is read first, and words by which it is found as well.
Item = tuple[str, str, str, str]

#: The forms of what the file holds: another one has other marks.
_VERSION = "1"


@cache
def _words(language: str, form: str) -> str:
    """A mark of every text and everyday word that may stand in the file."""
    digest = hashlib.sha256(everyday.FILE.read_bytes())
    digest.update(repr(sorted(catalogue(language, form).items())).encode())
    return digest.hexdigest()


def mark(setting: Setting) -> str:
    """What the file of a setting is made from, in 16 hexadecimal digits."""
    parts = (
        _VERSION, setting.dataset_sha256, setting.version, setting.language, setting.form,
        repr(setting.addresses.before), _words(setting.language, setting.form),
    )  # fmt: skip
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def address(setting: Setting) -> str:
    """The address of a setting's file; programme and language as in all its addresses."""
    return f"{ADDRESS}?{urlencode((*setting.addresses.before, (MARK, mark(setting))))}"


def content(setting: Setting, fields: Mapping[str, Any] | None = None) -> bytes:
    """The file: ``words`` for the page around it, ``kinds`` by number, and ``items`` as lists of
    kind, name, address, answer and further words; what stands first is suggested first. ``fields``
    stand beside them: that the data are a draft."""
    addresses = Addresses(before=setting.addresses.before)
    plain = replace(setting, is_dark=False, addresses=addresses)
    return json.dumps(
        {**(fields or {}), **_content(plain)}, ensure_ascii=False, separators=(",", ":")
    ).encode()


@keep(16)
def _content(setting: Setting) -> dict[str, Any]:
    kinds: dict[str, int] = {}
    items: list[list[int | str]] = []
    for kind, item in _items(setting):
        number = kinds.setdefault(_kind(setting, kind), len(kinds))
        listed: list[int | str] = [number, *item]
        while listed and listed[-1] == "":
            listed.pop()
        items.append(listed)
    told = {
        "label": t("search.suggestions"),
        "one": t("search.suggested_one"),
        "many": t("search.suggested_many"),
        "none": t("search.suggested_none"),
    }
    return {"words": told, "kinds": list(kinds), "items": items}


def _kind(setting: Setting, kind: str) -> str:
    """What a suggestion is; of what has an amount also of which year and kind that is."""
    name = t(f"search.suggested_{kind}")
    if kind in MONEY_KINDS:
        name = t("search.suggested_money", kind=name, year=setting.year)
        return draft.titled(name, setting.is_draft)
    return name


def _items(setting: Setting) -> Iterator[tuple[str, Item]]:
    yield from _everyday(setting)
    yield from _money(setting)
    for indicator in outcome.records(setting):
        yield "indicator", _thing(setting, "indicator", indicator.code, indicator.name)
    yield from _people(setting)
    place = setting.place
    for district in place.districts if place is not None else ():
        yield "district", _thing(setting, "district", district.slug, district.name)
    assets = setting.frame("assets")
    for code, name in zip(assets["asset"], assets["name"], strict=True):
        yield "asset", _thing(setting, "asset", str(code), str(name))
    for page in pages.PAGES:
        is_there = not page.needs_figures or (page is pages.TOPICS and len(setting.frame("topics")))
        if page is not pages.SEARCH and is_there:
            yield "page", (page.title, setting.link(page.path), "", "")
    for term in glossary.terms():
        yield "term", _thing(setting, TERM_KIND, term.slug, term.name)


def _everyday(setting: Setting) -> Iterator[tuple[str, Item]]:
    """Everyday words and questions, which lead to the search that understands them."""
    is_turkish = setting.language == TURKISH
    entries = [(each.turkish, each.english) for each in everyday.questions()]
    entries += [(each.turkish, each.english) for each in everyday.meanings()]
    for turkish, english in entries:
        first, *others = turkish if is_turkish else english
        found_by = " ".join(phrase.written for phrase in others)
        target = setting.link(pages.SEARCH.path, SearchChoices(first.written))
        yield "everyday", (first.written, target, "", found_by)


def _money(setting: Setting) -> Iterator[tuple[str, Item]]:
    short, purposes = names.short_names(setting), names.purposes(setting)
    for (kind, code), name in short.items():
        if kind == TOPIC:
            yield kind, _thing(setting, kind, code, name, purposes[code])
    for kind, table, key, own in (
        ("activity", "activities", "activity", "name"),
        ("spending_unit", "spending_units", "spending_unit", "name"),
        ("economic_code", "economic_codes", "economic_code", "name"),
        ("goal", "goals", "goal", "statement"),
        ("aim", "aims", "aim", "name"),
    ):
        frame = setting.frame(table)
        for code, name in zip(frame[key], frame[own], strict=True):
            shown = short.get((kind, str(code)), str(name))
            if kind == "economic_code":
                shown = code_name(str(code), str(name))
            # The document's own words find it as well, but for goals, which are long statements.
            found_by = str(name) if shown != name and kind != "goal" else ""
            yield kind, _thing(setting, kind, str(code), shown, found_by)


def _people(setting: Setting) -> Iterator[tuple[str, Item]]:
    body = council.record(setting)
    for committee in body.committees:
        name = committee_name(committee.name)
        yield "committee", _thing(setting, "committee", slug(committee.name), name)
    for member in body.members:
        yield "council_member", _thing(setting, "council_member", str(member.position), member.name)


def _thing(setting: Setting, kind: str, code: str, name: str, found_by: str = "") -> Item:
    told = answer(setting, kind, code)
    # Facilities of one name are told apart by their district.
    shown = (told.said or told.strong) if kind == "asset" else told.strong
    return name, ways.address(setting, ways.Named(kind, code)), shown, found_by
