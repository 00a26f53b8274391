"""The figures of places: facilities by district, and one district beside the others."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from kbb_data.geo import Point
from present import facility_figures, figures_map, mapview
from present.choices.district import DistrictChoices
from present.choices.map import MapChoices
from present.districts import rates
from present.facilities import placed
from present.facility_kinds import DEFAULT_KINDS, KIND_BY_CODE, KINDS
from present.figure import Figure
from present.figures_districts import rates_figure
from present.kept import Kept
from present.map_sheet import MapSheet, map_sheet
from present.setting import Setting
from present.text import t

_SECTION = "1.3"


def facilities(setting: Setting) -> pd.DataFrame:
    """All facilities as ``present.facilities.placed`` gives them; kept, and not to be changed."""
    return _placed.get(_key(setting), lambda: placed(setting.frame("assets"), setting.place))


def _key(setting: Setting) -> tuple[str, str]:
    return setting.institution, setting.dataset_sha256


#: Placing some hundred facilities takes most of a second; each figure of places asks for them.
_placed: Kept[tuple[str, str], pd.DataFrame] = Kept(4)
_labels: Kept[tuple[str, str], tuple[mapview.Label, ...]] = Kept(4)


def sheet(setting: Setting, choices: MapChoices) -> MapSheet:
    """The map of the choices. Needs a place."""
    place = setting.place
    assert place is not None
    found = facilities(setting)

    def names() -> tuple[mapview.Label, ...]:
        first = found[found["kind"].isin(DEFAULT_KINDS) & found["precision"].notna()]
        points = [Point(lat, lon) for lat, lon in zip(first["lat"], first["lon"], strict=True)]
        return mapview.labels(place, points)

    labels = _labels.get(_key(setting), names)
    kinds = tuple(KIND_BY_CODE[code].name for code in choices.kinds)
    return map_sheet(found, place, labels, kinds, choices.district, closer=int(choices.closer))


def codes(facilities: pd.DataFrame) -> tuple[str, ...]:
    """The codes of the kinds that are there, in the order of the legend."""
    return tuple(kind.code for kind in KINDS if (facilities["kind"] == kind.name).any())


def source(setting: Setting) -> str:
    """Where the facilities stand in the document."""
    return t(
        "common.source_document",
        institution=setting.name,
        year=setting.year,
        section=t("harita.section", number=_SECTION),
    )


def still(setting: Setting, choices: MapChoices) -> tuple[Figure, MapSheet]:
    """The map as a figure, with what draws it. Needs a place."""
    found = sheet(setting, replace(choices, closer="0"))
    figure = figures_map.map_figure(
        found, institution=setting.name, year=setting.year, source=source(setting)
    )
    return figure, found


def per_10000(setting: Setting, choices: MapChoices, found: pd.DataFrame | None = None) -> Figure:
    """The districts' facilities of the chosen kinds per 10,000 residents.

    Needs a place; ``found`` are the facilities where the caller keeps them.
    """
    assert setting.place is not None
    return facility_figures.per_10000(
        facilities(setting) if found is None else found,
        setting.place,
        [KIND_BY_CODE[code].name for code in choices.kinds],
        year=setting.year,
        source=source(setting),
        chosen_slug=choices.district,
    )


def by_kind(setting: Setting, choices: MapChoices, found: pd.DataFrame | None = None) -> Figure:
    """The districts' facilities by kind, of the chosen kinds; as ``per_10000``."""
    assert setting.place is not None
    return facility_figures.by_kind(
        facilities(setting) if found is None else found,
        setting.place,
        [KIND_BY_CODE[code].name for code in choices.kinds],
        year=setting.year,
        source=source(setting),
        is_dark=setting.is_dark,
    )


def district(
    setting: Setting, choices: DistrictChoices, found: pd.DataFrame | None = None
) -> Figure:
    """One district's rates beside those of all. Needs a place that has the district."""
    place = setting.place
    assert place is not None
    one = place.district_by_slug(choices.district or "")
    assert one is not None
    return rates_figure(
        rates(facilities(setting) if found is None else found, place, one.slug),
        place,
        one.name,
        setting.year,
        t(
            "common.source_document",
            institution=setting.name,
            year=setting.year,
            section=t("ilce.section"),
        ),
        is_dark=setting.is_dark,
    )
