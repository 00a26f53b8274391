"""What a district's briefing holds: facilities beside the others', members, what to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from present.briefing import results
from present.briefing.model import Fact, Picture, Section, Table, own
from present.briefing.parts import of_district
from present.briefing.questions import MOST
from present.findings import entries as findings_entries
from present.kit import writing
from present.kit.setting import Setting
from present.kit.text import t
from present.kit.theme import FONT
from present.places import district as places_district
from present.places import entries as places_entries
from present.places.choices import EACH
from present.places.district import Known, Station
from present.places.kinds import DEFAULT_KINDS, KINDS
from present.places.model import counted
from present.places.words import kind_words, people_cell
from present.site import links, pages
from present.site.links import Thing

#: Names of a kind's facilities that are printed; the rest is counted.
_MOST_NAMES = 6

#: Kinds of facilities up to which a large map and the table of all districts fit on two pages, and
#: how wide the map is, in millimetres.
_MOST_KINDS = 9
_MAP_MM, _SMALL_MAP_MM = 104, 68

#: The paper's letters, which a drawing has as well.
_LETTERS = "KBB Sans"

#: From how many kilometres on the nearest fire station is asked about.
_FAR_KM = 20


def _known(setting: Setting) -> Sequence[Known]:
    return places_district.districts(
        setting.place, places_entries.facilities(setting), setting.frame("council_members")
    )


def things(setting: Setting) -> Mapping[str, str]:
    """The districts' names by their slugs, in the order of the alphabet."""
    return {district.slug: district.name for district in _known(setting)}


def content(setting: Setting, key: str) -> dict[str, Any]:
    """Lead, facts, sections, questions and address of a district's briefing."""
    district = next(district for district in _known(setting) if district.slug == key)
    facilities, members = places_entries.facilities(setting), setting.frame("council_members")
    row = places_district.overview([district], facilities, members).iloc[0]
    address = links.to(setting, Thing.DISTRICT, key)
    part = of_district(setting, key)
    rates = _rates(setting, facilities, district)
    station = _station(setting, facilities, district)
    seated = members[[name == district.name for name in members["district"]]]
    return {
        "lead": t("places.district.no_budget"),
        "facts": _facts(setting, row),
        "sections": (
            _compared(setting, rates, station),
            *_on_map(setting, district, len(rates)),
            _named(facilities[facilities["district_slug"] == key]),
            _members(seated),
            *_beside_all(setting, district, len(rates)),
            results.findings(
                part, setting.link(pages.FINDINGS.path), findings_entries.checks(setting)
            ),
        ),
        "asked": tuple(questions(setting.year, district, rates, station))[:MOST],
        "address": address,
    }


def _facts(setting: Setting, row: pd.Series[Any]) -> tuple[Fact, ...]:
    place = setting.place
    day = writing.date(place.population.date) if place else ""
    facts: tuple[tuple[str, Any, Callable[[Any], str]], ...] = (
        (t("places.district.fact_people", date=day), row["population"], writing.number),
        (
            t("places.district.fact_area"),
            row["area_km2"],
            lambda value: writing.measure(value, "km²"),
        ),
        *((t(f"places.kind_{kind}"), row[kind], writing.number) for kind in DEFAULT_KINDS),
        (t("places.district.fact_members"), row["members"], writing.number),
    )
    return tuple(
        Fact(name, write(value)) for name, value, write in facts if writing.is_stated(value)
    )


def _rates(setting: Setting, facilities: pd.DataFrame, district: Known) -> list[dict[str, Any]]:
    """The kinds that the district or most districts have, as ``present.places.district.rates``."""
    place = setting.place
    if place is None or district.district is None:
        return []
    rows = places_district.rates(facilities, place, district.slug).to_dict("records")
    return [
        {str(name): value for name, value in row.items()}
        for row in rows
        if row["count"] or row["median"]
    ]


def _compared(setting: Setting, rates: list[dict[str, Any]], station: Station | None) -> Section:
    """The district's facilities by kind beside the middle district and the range."""
    title = t("briefing.rates_title")
    far = _station_words(station)
    if not rates:
        return Section(title, t("places.district.rates_none"), note=far)
    rows = tuple(
        (
            t(f"places.kind_{row['kind']}"),
            writing.number(row["count"]),
            people_cell(row["people_each"]),
            people_cell(row["median_each"]),
            writing.number(row["rate"], 2),
            writing.number(row["median"], 2),
        )
        for row in rates
    )
    head = (
        t("places.district.column_kind"),
        t("places.district.column_count"),
        t("places.district.column_each"),
        t("places.district.column_median_each"),
        t("places.district.column_rate"),
        t("places.district.column_median"),
    )
    table = Table(
        t("briefing.rates_table"), head, rows, (7, 3, 4, 4, 4, 4), frozenset({1, 2, 3, 4, 5})
    )
    return Section(title, t("briefing.rates_text", year=setting.year), tables=(table,), note=far)


def _on_map(setting: Setting, district: Known, kinds: int) -> Iterator[Section]:
    """The whole place's map with the district lifted out; nothing where nobody knows the ground."""
    chosen = places_entries.usual_choices(setting, measure=EACH)
    if district.district is None or chosen is None:
        return
    sheet = places_entries.sheet(setting, chosen)
    drawn = sheet.still(sheet.ground(is_dark=False, lifted_slug=district.slug), is_dark=False)
    date = writing.date(sheet.place.population.date)
    yield Section(
        t("briefing.map_title"),
        t(
            "briefing.map_text",
            kinds=kind_words(sheet.kinds, is_inside=True),
            district=own(district.name),
            date=date,
        ),
        picture=Picture(
            drawn.replace(FONT, _LETTERS),
            sheet.sentence,
            _MAP_MM if kinds <= _MOST_KINDS else _SMALL_MAP_MM,
        ),
    )


def _beside_all(setting: Setting, district: Known, kinds: int) -> Iterator[Section]:
    """All districts, this one marked, where the district's own kinds leave room on two pages."""
    if kinds > _MOST_KINDS or district.district is None:
        return
    rows = places_entries.overview(setting).to_dict("records")
    columns = ("population", *DEFAULT_KINDS, "members")
    head = (
        t("places.district.column_district"),
        t("places.district.column_people"),
        *(t(f"places.kind_{kind}") for kind in DEFAULT_KINDS),
        t("places.district.column_members"),
    )
    written = tuple(
        (
            t("briefing.this_district", district=own(row["district"]))
            if row["slug"] == district.slug
            else own(row["district"]),
            *(
                writing.number(row[name]) if writing.is_stated(row[name]) else ""
                for name in columns
            ),
        )
        for row in rows
    )
    table = Table(
        t("places.district.list_caption"),
        head,
        written,
        (6, 4, 4, 4, 4, 4),
        frozenset({1, 2, 3, 4, 5}),
    )
    yield Section(t("briefing.districts_title"), tables=(table,))


def _station(setting: Setting, facilities: pd.DataFrame, district: Known) -> Station | None:
    if setting.place is None or district.district is None:
        return None
    return places_district.nearest_station(facilities, setting.place, district.district)


def _station_words(station: Station | None) -> str:
    if station is None:
        return ""
    return t(
        "places.district.station_far"
        if station.is_known
        else "places.district.station_far_district",
        district=own(station.district),
        name=own(station.name),
        distance=writing.measure(round(station.kilometres), "km"),
    )


def _named(facilities: pd.DataFrame) -> Section:
    """The district's facilities by name, a line a kind."""
    title = t("places.district.facilities_title")
    if facilities.empty:
        return Section(title, t("places.district.facilities_none"))
    items = []
    for kind in KINDS:
        rows = facilities[facilities["kind"] == kind.name]
        names = [
            own(str(name)) + (f" ({writing.number(count)})" if count != 1 else "")
            for name, count in zip(rows["name"], rows["facilities"], strict=True)
        ]
        if names:
            more = len(names) - _MOST_NAMES
            items.append(
                t(
                    "briefing.named_more" if more > 0 else "briefing.named",
                    kind=t(
                        "places.district.facilities_count",
                        kind=t(f"places.kind_{kind.name}"),
                        count=writing.number(counted(rows, kind.name)),
                    ),
                    names=", ".join(names[:_MOST_NAMES]),
                    count=more,
                )
            )
    return Section(title, t("places.district.facilities_text"), items=tuple(items))


def _members(members: pd.DataFrame) -> Section:
    title = t("places.district.members_title")
    if members.empty:
        return Section(title, t("places.district.members_none"))
    rows = tuple(
        (own(str(row["name"])), own(str(row["role"])), own(_text(row["party"])))
        for row in members.to_dict("records")
    )
    head = (
        t("places.district.column_member"),
        t("places.district.column_role"),
        t("places.district.column_party"),
    )
    table = Table(t("places.district.members_caption"), head, rows, (8, 10, 4))
    return Section(title, tables=(table,))


def _text(value: object) -> str:
    return str(value) if writing.is_stated(value) else ""


def questions(
    year: int, district: Known, rates: Sequence[dict[str, Any]], station: Station | None
) -> Iterator[str]:
    """What the district lacks that most have, of what it has several and yet fewer than most by its
    residents, and what nobody states."""
    yield t("briefing.ask_district_money", district=own(district.name), year=year)
    if station is not None and station.kilometres >= _FAR_KM:
        yield t(
            "briefing.ask_district_station",
            district=own(district.name),
            name=own(station.name),
            distance=writing.measure(round(station.kilometres), "km"),
        )
    for row in rates:
        if row["median"] and not row["count"]:
            yield t(
                "briefing.ask_district_none",
                district=own(district.name),
                kind=t(f"places.one_{row['kind']}"),
                median=people_cell(row["median_each"]),
            )
    # With one facility where most have one, the rate says only how many people live there.
    behind = [row for row in rates if row["count"] > 1 and row["rate"] < row["median"]]
    for row in sorted(behind, key=lambda row: float(row["rate"]) / float(row["median"])):
        yield t(
            "briefing.ask_district_behind",
            district=own(district.name),
            kind=t(f"places.one_{row['kind']}"),
            count=writing.number(row["count"]),
            people=people_cell(row["people_each"]),
            median=people_cell(row["median_each"]),
        )
