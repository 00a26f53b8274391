"""What a search result answers: an amount with its year, kind and share; three years; who, where,
how many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from kbb_data.turkish import slug
from present.council import entries as council
from present.council.model import Council
from present.council.words import committee_name, party_name
from present.indicators import outcome
from present.kit import writing
from present.kit.keep import keep
from present.kit.quantity import quantity
from present.kit.setting import Setting
from present.kit.text import t
from present.kit.writing import share_text
from present.places.model import facilities
from present.places.words import size_words
from present.search import amounts

#: Kinds of documents that cost money.
MONEY_KINDS = (amounts.TOPIC, *amounts.MONEY_COLUMNS, "economic_code")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a result answers: ``strong`` is read first, ``said`` tells year, kind and share or what
    else belongs to it, ``left_out`` what the amount holds or leaves out. All may be empty. ``own``
    are the document's own words in them, which stay Turkish."""

    strong: str = ""
    said: str = ""
    left_out: str = ""
    own: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it as plain text."""
        return " · ".join(part for part in (self.strong, self.said, self.left_out) if part)


@keep(4096)
def answer(setting: Setting, kind: str, code: str) -> Answer:
    """The answer of a document of the programme by its kind and code; empty for other kinds."""
    if kind in MONEY_KINDS:
        return money(setting, kind, code)
    tell = {
        "indicator": _indicator,
        "council_member": _member,
        "committee": _committee,
        "district": _district,
        "asset": _asset,
    }.get(kind)
    return tell(setting, code) if tell is not None else Answer()


def money(setting: Setting, kind: str, code: str) -> Answer:
    """What a part of the programme costs, of what whole that is which share, and what of the wages
    is in it or isn't."""
    known = amounts.amounts(setting)
    if (kind, code) not in known.of:
        return Answer(said=t("search.answer_none", year=setting.year))
    kurus = known.of[kind, code]
    if kurus is None:
        return Answer(said=t("search.answer_not_stated", year=setting.year))
    if kurus == 0:
        return Answer(writing.money(0), t("search.answer_zero", year=setting.year))
    left_out, own = amounts.left_out(setting, kind, code)
    return Answer(
        writing.money_short(kurus),
        t(
            "search.answer_money",
            year=setting.year,
            money=writing.money(kurus),
            whole=writing.money_short(known.whole_kurus),
            share=share_text(known.share(kurus)),
        ),
        left_out,
        own,
    )


def _indicator(setting: Setting, code: str) -> Answer:
    """The target first, since it is the promise; the years before it beside."""
    indicator = next((each for each in outcome.records(setting) if each.code == code), None)
    if indicator is None:
        return Answer()
    write = partial(quantity, unit=indicator.unit)
    years = [
        t(f"search.year_{kind}", year=figure.year, value=write(figure.value))
        for kind, figure in (("actual", indicator.actual), ("estimate", indicator.estimate))
        if figure.year is not None
    ]
    target = indicator.target
    strong = (
        t("search.year_target", year=target.year, value=write(target.value))
        if target.year is not None
        else ""
    )
    return Answer(strong, _joined(years))


def _member(setting: Setting, code: str) -> Answer:
    body: Council = _council(setting)
    member = body.member(code)
    if member is None:
        return Answer()
    seats = [
        t("search.member_committee", committee=committee_name(committee.name), role=seat.role)
        for committee, seat in body.seats_of(member)
    ]
    roles = (seat.role for _, seat in body.seats_of(member))
    committees = (committee_name(committee.name) for committee, _ in body.seats_of(member))
    own = (member.role, member.party, *committees, *roles)
    return Answer(member.role, _joined([party_name(member.party), *seats]), own=own)


def _committee(setting: Setting, code: str) -> Answer:
    body = _council(setting).committee(code)
    if body is None:
        return Answer()
    seats = writing.number(len(body.seats))
    chair = body.seats[0] if body.seats else None
    said = t("search.committee_chair", role=chair.role, name=chair.name) if chair else ""
    own = (chair.role, chair.name) if chair else ()
    return Answer(t("search.committee_seats", count=seats), said, own=own)


def _district(setting: Setting, code: str) -> Answer:
    place = setting.place
    district = (
        next((each for each in place.districts if each.slug == code), None) if place else None
    )
    if place is None or district is None:
        return Answer()
    assets = facilities(setting.frame("assets"))
    own = [slug(name) == code if name else False for name in assets["district"]]
    count = int(assets.loc[own, "facilities"].sum())
    date = writing.date(place.population.date)
    return Answer(
        t("search.district_residents", count=writing.number(district.population)),
        t("search.district_facilities", count=writing.number(count), date=date, year=setting.year),
    )


def _asset(setting: Setting, code: str) -> Answer:
    rows = _assets(setting.bare)
    row = rows.get(code)
    if row is None:
        return Answer()
    size = size_words(row) or (t("search.asset_one") if writing.is_stated(row["count"]) else "")
    district = str(row["district"]) if writing.is_stated(row["district"]) else ""
    strong, *rest = [part for part in (size, district) if part] or [""]
    return Answer(strong, _joined(rest), own=(district,) if district else ())


@keep(8)
def _assets(setting: Setting) -> dict[str, dict[Any, Any]]:
    return {str(row["asset"]): row for row in setting.frame("assets").to_dict("records")}


@keep(8)
def _council(setting: Setting) -> Council:
    return council.record(setting)


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
