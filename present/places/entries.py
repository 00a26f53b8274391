"""The figures of places: facilities by district, and one district beside the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from kbb_data.geo import Point
from present.kit.entry import Drawn, Entry, Known, always, only_figure
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Setting
from present.kit.text import t
from present.places import figures as places_figures
from present.places import map_figure
from present.places import view as places_view
from present.places.choices import MapChoices, choices_of
from present.places.district import rates
from present.places.district_choices import DistrictChoices
from present.places.district_figure import rates_figure
from present.places.kinds import DEFAULT_KINDS, KIND_BY_CODE, KINDS
from present.places.model import placed
from present.places.sheet import MapSheet, map_sheet

_SECTION = "1.3"


def facilities(setting: Setting) -> pd.DataFrame:
    """All facilities as ``present.places.model.placed`` gives them."""
    return _placed(setting.bare)


@keep(4)
def _placed(setting: Setting) -> pd.DataFrame:
    return placed(setting.frame("assets"), setting.place)


@keep(4)
def _labels(setting: Setting) -> tuple[places_view.Label, ...]:
    """The districts' names where no facility that the map shows at first lies below them."""
    place = setting.place
    assert place is not None
    facilities = _placed(setting)
    first = facilities[facilities["kind"].isin(DEFAULT_KINDS) & facilities["precision"].notna()]
    points = [Point(lat, lon) for lat, lon in zip(first["lat"], first["lon"], strict=True)]
    return places_view.labels(place, points)


@keep(64)
def sheet(setting: Setting, choices: MapChoices) -> MapSheet:
    """The map of the choices. Needs a place."""
    place = setting.place
    assert place is not None
    kinds = tuple(KIND_BY_CODE[code].name for code in choices.kinds)
    return map_sheet(
        facilities(setting),
        place,
        _labels(setting.bare),
        kinds,
        choices.district,
        closer=int(choices.closer),
    )


def codes(facilities: pd.DataFrame) -> tuple[str, ...]:
    """The codes of the kinds that are there, in the order of the legend."""
    return tuple(kind.code for kind in KINDS if (facilities["kind"] == kind.name).any())


def source(setting: Setting) -> str:
    """Where the facilities stand in the document."""
    return t(
        "common.source_document",
        institution=setting.name,
        year=setting.year,
        section=t("places.section", number=_SECTION),
    )


def still(setting: Setting, choices: MapChoices) -> tuple[Figure, MapSheet]:
    """The map as a figure, with what draws it. Needs a place."""
    found = sheet(setting, replace(choices, closer="0"))
    figure = map_figure.map_figure(
        found, institution=setting.name, year=setting.year, source=source(setting)
    )
    return figure, found


def per_10000(setting: Setting, choices: MapChoices) -> Figure:
    """The districts' facilities of the chosen kinds per 10,000 residents.

    Needs a place.
    """
    assert setting.place is not None
    return places_figures.per_10000(
        facilities(setting),
        setting.place,
        [KIND_BY_CODE[code].name for code in choices.kinds],
        year=setting.year,
        source=source(setting),
        chosen_slug=choices.district,
    )


def by_kind(setting: Setting, choices: MapChoices) -> Figure:
    """The districts' facilities by kind, of the chosen kinds; as ``per_10000``."""
    assert setting.place is not None
    return places_figures.by_kind(
        facilities(setting),
        setting.place,
        [KIND_BY_CODE[code].name for code in choices.kinds],
        year=setting.year,
        source=source(setting),
        is_dark=setting.is_dark,
    )


def district(setting: Setting, choices: DistrictChoices) -> Figure:
    """One district's rates beside those of all. Needs a place that has the district."""
    place = setting.place
    assert place is not None
    one = place.district_by_slug(choices.district or "")
    assert one is not None
    return rates_figure(
        rates(facilities(setting), place, one.slug),
        place,
        one.name,
        setting.year,
        t(
            "common.source_document",
            institution=setting.name,
            year=setting.year,
            section=t("places.district.section"),
        ),
        is_dark=setting.is_dark,
    )


def _kinds(setting: Setting) -> type[MapChoices]:
    return choices_of(codes(facilities(setting)))


def _place_codes(setting: Setting) -> Known:
    there = setting.place
    return {
        "district": tuple(one.slug for one in there.districts) if there else (),
        "kinds": codes(facilities(setting)),
    }


def _place_presets(setting: Setting) -> Iterable[MapChoices]:
    return (_kinds(setting)(),) if setting.place and _place_codes(setting)["kinds"] else ()


def _map(setting: Setting, choices: MapChoices) -> Drawn:
    figure, sheet = still(setting, choices)
    drawings = (
        map_figure.drawing(sheet, is_dark=setting.is_dark, is_wide=is_wide)
        for is_wide in (True, False)
    )
    return Drawn(figure, *drawings)


def _district_presets(setting: Setting) -> Iterable[DistrictChoices]:
    there = setting.place
    return (DistrictChoices(one.slug) for one in there.districts) if there else ()


ENTRIES = (
    Entry("harita", "/harita", "yerler", _kinds, _place_codes, _map, _place_presets),
    Entry("tesis-sayisi", "/harita", "yerler", _kinds, _place_codes,
          only_figure(by_kind), _place_presets),
    Entry("tesis-orani", "/harita", "yerler", _kinds, _place_codes,
          only_figure(per_10000), _place_presets),
    Entry("ilce", "/ilce", "yerler", always(DistrictChoices), _place_codes,
          only_figure(district), _district_presets, needed="district"),
)  # fmt: skip
