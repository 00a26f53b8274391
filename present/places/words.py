"""The facilities in words: kinds, sizes, the map's title and sentence, rates, counts, credits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from kbb_data.geo import Place
from kbb_data.turkish import lower, slug
from present.kit import writing
from present.kit.text import TURKISH, catalogue, either, language, t
from present.places.district import Station
from present.places.kinds import KINDS
from present.places.marks import PRECISIONS

#: At most so many districts are named where several share a place.
_NAMED = 2

#: More kinds than this are counted, not listed.
_LISTED = 4


def kind_words(kinds: Sequence[str]) -> str:
    """The kinds in the order of the legend, joined by commas; all of a long choice as one word."""
    names = [t(f"places.kind_{kind.name}") for kind in KINDS if kind.name in kinds]
    if len(names) > _LISTED:
        return t("places.kinds_many", count=writing.number(len(names)))
    return ", ".join([*names[:1], *(_inside_sentence(name) for name in names[1:])])


def _inside_sentence(name: str) -> str:
    """A name without its capital; an abbreviation in front keeps its letters."""
    if name[1:2].isupper():
        return name
    first = lower(name[:1]) if language() == TURKISH else name[:1].lower()
    return first + name[1:]


def map_title(kinds: Sequence[str], where: str) -> str:
    """What the map shows, as a title: the kinds and where, a district or the whole place."""
    if not kinds:
        return t("places.map_title_none", where=where)
    return t("places.map_title", kinds=kind_words(kinds), where=where)


def map_sentence(facilities: pd.DataFrame, kinds: Sequence[str]) -> str:
    """How many facilities are shown and how many of them have a known point, in one sentence.

    ``facilities`` are those that are shown, ``kinds`` what was chosen.
    """
    if not kinds:
        return t("places.map_none")
    if facilities.empty:
        return t("places.map_empty")
    count = {name: int((facilities["precision"] == name).sum()) for name in PRECISIONS}
    parts = [
        t(f"places.count_{name}", count=writing.number(count[name]))
        for name in PRECISIONS
        if count[name]
    ]
    missing = int(facilities["precision"].isna().sum())
    if missing:
        parts.append(t("places.count_missing", count=writing.number(missing)))
    return t("places.map_sentence", count=writing.number(len(facilities)), parts=", ".join(parts))


def credit(place: Place) -> str:
    """The sources of the map in one line, licences named."""
    parts = []
    for attribution in place.attributions:
        note = either(attribution.note, attribution.note_en)
        what = either(attribution.what, attribution.what_en)
        source = either(attribution.source, attribution.source_en)
        inside = ", ".join(word for word in (attribution.licence, note) if word)
        parts.append(f"{what}: {source}" + (f" ({inside})" if inside else ""))
    return ". ".join(parts) + "."


def size_words(row: Mapping[Any, Any]) -> str:
    """What table 1.3 says of a facility's size: area, capacity, pieces; empty without any."""
    parts = []
    if writing.is_stated(row.get("area_m2")):
        parts.append(writing.measure(row["area_m2"], "m²"))
    if writing.is_stated(row.get("capacity_persons")):
        parts.append(t("places.size_capacity", count=writing.number(int(row["capacity_persons"]))))
    if writing.is_stated(row.get("count")) and int(row["count"]) > 1:
        count, thing = writing.number(int(row["count"])), row.get("counted")
        parts.append(
            t("places.size_pieces", count=count, thing=_thing(thing))
            if isinstance(thing, str) and thing
            else t("places.size_count", count=count)
        )
    return " · ".join(parts)


def tip_size(row: Mapping[Any, Any]) -> str:
    """A facility's size with the covered and the open area that its note states; empty without
    any."""
    parts = [size_words(row)]
    for name in ("indoor", "open"):
        area = row.get(f"{name}_area_m2")
        if writing.is_stated(area):
            parts.append(t(f"places.tip_{name}", area=writing.measure(area, "m²")))
    return " · ".join(part for part in parts if part)


def _thing(thing: str) -> str:
    """What is counted, in the visit's language where the catalogue has a word for it."""
    key = f"places.thing_{slug(thing)}"
    return t(key) if key in catalogue(language()) else thing


def rate_text(rate: Any) -> str:
    """Facilities per 10,000 residents: always two decimals."""
    return writing.number(rate, 2)


def rate_sentence(counts: pd.DataFrame, median: float) -> str:
    """Which districts have most and least per 10,000 residents, and the middle one's rate.

    ``counts`` as ``present.places.model.by_district`` gives them, with any facility.
    """
    return t(
        "places.rate_sentence",
        most=_at_rate(counts, float(counts["per_10000"].max())),
        least=_at_rate(counts, float(counts["per_10000"].min())),
        median=rate_text(median),
    )


def _at_rate(counts: pd.DataFrame, rate: float) -> str:
    """The districts at a rate with it: their names, or how many they are."""
    names = list(counts.loc[counts["per_10000"] == rate, "district"])
    who = (
        ", ".join(names)
        if len(names) <= _NAMED
        else t("places.rate_districts", count=writing.number(len(names)))
    )
    return f"{who} ({rate_text(rate)})"


def rate_detail(row: Mapping[Any, Any]) -> str:
    """A district's facilities, residents and rate; ``row`` is one of ``by_district``."""
    return t(
        "places.rate_detail",
        district=row["district"],
        count=writing.number(int(row["facilities"])),
        people=writing.number(int(row["population"])),
        rate=rate_text(float(row["per_10000"])),
    )


def count_sentence(districts: Sequence[Mapping[Any, Any]], total: int) -> str:
    """How many facilities there are, and the first of the ``districts`` that has most of them."""
    if not total:
        return t("places.rate_none")
    most = max(districts, key=lambda row: int(row["facilities"]))
    return t(
        "places.count_sentence",
        count=writing.number(total),
        district=most["district"],
        most=writing.number(int(most["facilities"])),
    )


def beside_sentence(rates: pd.DataFrame, district: str) -> str:
    """In how many kinds a district lies above, at and below the middle one of all.

    ``rates`` as ``present.places.district.rates`` gives them.
    """
    if rates.empty:
        return t("places.district.rates_none")
    return t(
        "places.district.rates_sentence",
        district=district,
        kinds=writing.number(len(rates)),
        above=writing.number(int((rates["rate"] > rates["median"]).sum())),
        equal=writing.number(int((rates["rate"] == rates["median"]).sum())),
        below=writing.number(int((rates["rate"] < rates["median"]).sum())),
    )


def station_sentence(station: Station) -> str:
    """How far the nearest fire station is, and whether its own point or its district's is meant."""
    key = "station_far" if station.is_known else "station_far_district"
    return t(
        f"places.district.{key}",
        district=station.district,
        name=station.name,
        distance=writing.measure(round(station.kilometres), "km"),
    )
