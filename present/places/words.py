"""The facilities in words: kinds, sizes, the map's title and sentence, rates, counts, credits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from kbb_data.geo import Place
from kbb_data.turkish import lower, slug
from present.kit import writing
from present.kit.text import TURKISH, catalogue, either, language, t
from present.places.choices import COUNT, EACH
from present.places.district import Station
from present.places.kinds import KINDS
from present.places.marks import PRECISIONS

#: More kinds than this are counted, not listed.
_LISTED = 4


def kind_words(kinds: Sequence[str], *, is_inside: bool = False) -> str:
    """The kinds in the order of the legend, joined by commas; all of a long choice as one word.

    ``is_inside``: within a sentence, where the first has no capital either.
    """
    names = [t(f"places.kind_{kind.name}") for kind in KINDS if kind.name in kinds]
    if len(names) > _LISTED:
        key = "places.kinds_counted" if is_inside else "places.kinds_many"
        return t(key, count=writing.number(len(names)))
    first = 0 if is_inside else 1
    return ", ".join([*names[:first], *(_inside_sentence(name) for name in names[first:])])


def _inside_sentence(name: str) -> str:
    """A name without its capital; an abbreviation in front keeps its letters."""
    if name[1:2].isupper():
        return name
    first = lower(name[:1]) if language() == TURKISH else name[:1].lower()
    return first + name[1:]


def map_title(kinds: Sequence[str], where: str, measure: str = COUNT) -> str:
    """What the map shows, as a title: the kinds and where, a district or the whole place."""
    if not kinds:
        return t("places.map_title_none", where=where)
    if measure == COUNT:
        return t("places.map_title", kinds=kind_words(kinds), where=where)
    return t("places.map_title_each", kinds=kind_words(kinds, is_inside=True), where=where)


def numbers(counts: pd.DataFrame, measure: str) -> dict[str, str]:
    """What stands below each district's name on the map, by its slug; ``counts`` as
    ``present.places.model.by_district`` gives them."""
    return {
        str(row["district_slug"]): (
            writing.number(int(row["facilities"]))
            if measure == COUNT
            else people_cell(row["people_each"])
        )
        for row in counts.to_dict("records")
    }


def measure_sentence(
    counts: pd.DataFrame, measure: str, district_slug: str | None, date: str
) -> str:
    """Where there are most facilities, or most and fewest residents for each, and in how many
    districts there is none; of a chosen district its own residents for each alone.

    ``counts`` as ``present.places.model.by_district`` gives them; empty where there is nothing to
    say.
    """
    rows: list[dict[Any, Any]] = [row for row in counts.to_dict("records") if row["facilities"]]
    parts: list[str] = []
    if district_slug is not None:
        own = [row for row in rows if row["district_slug"] == district_slug]
        if measure == EACH and own and writing.is_stated(own[0]["people_each"]):
            parts = [t("places.each_only", people=people(float(own[0]["people_each"])))]
    elif rows:
        parts = [_most(rows) if measure == COUNT else _each(rows)]
        if none := len(counts) - len(rows):
            parts.append(t("places.without", count=writing.number(none)))
    if measure == EACH and parts and parts[0]:
        parts.append(t("places.each_date", date=date))
    return " ".join(part for part in parts if part)


def _most(rows: Sequence[Mapping[Any, Any]]) -> str:
    most = max(int(row["facilities"]) for row in rows)
    first = [row["district"] for row in rows if int(row["facilities"]) == most]
    said = writing.number(most)
    if len(first) == 1:
        return t("places.most_single", district=first[0], most=said)
    return t("places.most_several", count=writing.number(len(first)), most=said)


def _each(rows: Sequence[Mapping[Any, Any]]) -> str:
    stated = [row for row in rows if writing.is_stated(row["people_each"])]
    if not stated:
        return ""
    most = max(stated, key=lambda row: float(row["people_each"]))
    least = min(stated, key=lambda row: float(row["people_each"]))
    if most["people_each"] == least["people_each"]:
        return t("places.each_alike", people=people(float(most["people_each"])))
    return t(
        "places.each_most",
        most_district=most["district"],
        most=people(float(most["people_each"])),
        least_district=least["district"],
        least=people(float(least["people_each"])),
    )


def map_sentence(facilities: pd.DataFrame, kinds: Sequence[str], year: int) -> str:
    """How many facilities are shown, at how many places, and how many of these have a known point.

    ``facilities`` are the lines that are shown, a place each; ``kinds`` what was chosen.
    """
    if not kinds:
        return t("places.map_none")
    if facilities.empty:
        return t("places.map_empty")
    levels = (*PRECISIONS, "district")
    count = {name: int((facilities["precision"] == name).sum()) for name in levels}
    parts = [
        t(f"places.count_{name}", count=writing.number(count[name]))
        for name in levels
        if count[name]
    ]
    missing = int(facilities["precision"].isna().sum())
    if missing:
        parts.append(t("places.count_missing", count=writing.number(missing)))
    total = int(facilities["facilities"].sum())
    return t(
        "places.map_sentence" if total == len(facilities) else "places.map_sentence_many",
        year=year,
        count=writing.number(total),
        places=writing.number(len(facilities)),
        parts=", ".join(parts),
    )


def credit(place: Place) -> str:
    """The sources of the map in one line, licences named."""
    return ". ".join(sources(place)) + "."


def sources(place: Place) -> tuple[str, ...]:
    """``İlçe sınırları: OCHA / Harita Genel Müdürlüğü (CC BY-IGO, sadeleştirilmiştir)``, and the
    others."""
    parts = []
    for attribution in place.attributions:
        note = either(attribution.note, attribution.note_en)
        what = either(attribution.what, attribution.what_en)
        source = either(attribution.source, attribution.source_en)
        inside = ", ".join(word for word in (attribution.licence, note) if word)
        parts.append(f"{what}: {source}" + (f" ({inside})" if inside else ""))
    return tuple(parts)


#: Names of facilities in one mark that are said one by one.
_SAID = 4


def mark_title(lines: Sequence[Mapping[str, Any]]) -> str:
    """What a mark of the map stands for: a facility with its kind and district, or the names of
    several."""
    names = []
    for line in lines:
        kind = t(f"places.one_{line['kind']}")
        names.append(f"{line['name']} ({kind}, {line['district']})")
    if len(names) <= _SAID + 1:
        return ", ".join(names)
    said = ", ".join(names[:_SAID])
    return t("places.tip_more", names=said, count=writing.number(len(names) - _SAID))


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


def people(number: float | None) -> str:
    """Residents in whole people; empty for none."""
    return "" if number is None else writing.number(round(number))


def people_cell(number: Any) -> str:
    """Residents for each facility; a dash where there is no facility."""
    return "–" if pd.isna(number) else people(float(number))


def each_text(row: Mapping[Any, Any]) -> str:
    """A bar's words: residents for each facility and how many there are; that there is none."""
    if not row["facilities"]:
        return t("places.rate_no_facility")
    return t(
        "places.rate_text",
        people=people(float(row["people_each"])),
        count=writing.number(int(row["facilities"])),
    )


def each_detail(row: Mapping[Any, Any]) -> str:
    """A district's facilities of a kind, its residents, and both rates; ``row`` is one of
    ``present.places.model.rates``."""
    words = {
        "district": row["district"],
        "people": writing.number(int(row["population"])),
        "count": writing.number(int(row["facilities"])),
    }
    if not row["facilities"]:
        return t("places.rate_detail_none", **words)
    return t(
        "places.rate_detail",
        each=people(float(row["people_each"])),
        rate=rate_text(float(row["per_10000"])),
        **words,
    )


def each_sentence(counts: pd.DataFrame, kind: str, year: int, date: str) -> str:
    """Where most and fewest residents share one facility of a kind, in how many districts there is
    none, and in how many one, where the figure says only how many people live there.

    ``counts`` as ``present.places.model.rates`` gives them, with any facility.
    """
    rows: list[dict[Any, Any]] = counts.to_dict("records")
    own = [row for row in rows if row["facilities"]]
    most = max(own, key=lambda row: float(row["people_each"]))
    least = min(own, key=lambda row: float(row["people_each"]))
    none, single = len(rows) - len(own), sum(row["facilities"] == 1 for row in own)
    key = "places.rate_only" if len(own) == 1 else "places.rate_sentence"
    parts = [
        t(
            key,
            kind=t(f"places.one_{kind}"),
            most=_at(most),
            least=_at(least),
            year=year,
            date=date,
        )
    ]
    if none:
        parts.append(t("places.rate_without", count=writing.number(none)))
    if single:
        parts.append(t("places.rate_single", count=writing.number(single)))
    return " ".join(parts)


def _at(row: Mapping[Any, Any]) -> str:
    return t(
        "places.rate_at",
        district=row["district"],
        people=people(float(row["people_each"])),
        count=writing.number(int(row["facilities"])),
    )


def count_sentence(
    districts: Sequence[Mapping[Any, Any]], total: int, kinds: Sequence[str], year: int
) -> str:
    """How many facilities of ``kinds`` there are, and the first of the ``districts`` that has
    most of them."""
    if not total:
        return t("places.rate_none")
    most = max(districts, key=lambda row: int(row["facilities"]))
    return t(
        "places.count_sentence",
        year=year,
        kinds=kind_words(kinds, is_inside=True),
        count=writing.number(total),
        district=most["district"],
        most=writing.number(int(most["facilities"])),
    )


def beside_sentence(rates: pd.DataFrame, district: str, year: int, date: str) -> str:
    """In which kinds a district differs from the middle one of all: above it, below it, without
    what most have, with what most have not. Kinds in which it does not differ are not named.

    ``rates`` as ``present.places.district.rates`` gives them.
    """
    if rates.empty:
        return t("places.district.rates_none")
    is_usual, is_own = rates["median"] > 0, rates["count"] > 0
    chosen = {
        "above": rates[is_usual & (rates["rate"] > rates["median"])],
        "below": rates[is_usual & is_own & (rates["rate"] < rates["median"])],
        "missing": rates[is_usual & ~is_own],
        "rare": rates[~is_usual & is_own],
    }
    parts = [
        t(f"places.district.rates_{name}", kinds=kind_words(list(rows["kind"]), is_inside=True))
        for name, rows in chosen.items()
        if len(rows)
    ]
    if not parts:
        return t("places.district.rates_alike", district=district, year=year)
    sentence = t(
        "places.district.rates_sentence",
        district=district,
        year=year,
        date=date,
        parts="; ".join(parts),
    )
    compared = pd.concat([chosen["above"], chosen["below"]])
    if (compared["count"] == 1).any():
        return f"{sentence} {t('places.district.rates_single')}"
    return sentence


def station_sentence(station: Station) -> str:
    """How far the nearest fire station is, and whether its own point or its district's is meant."""
    key = "station_far" if station.is_known else "station_far_district"
    return t(
        f"places.district.{key}",
        district=station.district,
        name=station.name,
        distance=writing.measure(round(station.kilometres), "km"),
    )
