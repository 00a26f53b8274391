"""The figures of places by name, and what the pages of places take of a setting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from present.kit.entry import Drawn, Entry, Known, always, only_figure
from present.kit.figure import Figure
from present.kit.keep import keep
from present.kit.setting import Addresses, Setting
from present.kit.text import t
from present.places import district as places_district
from present.places import figures as places_figures
from present.places import html as places_html
from present.places import live_map, map_figure, model
from present.places.choices import MapChoices, RateChoices, choices_of, rate_choices_of
from present.places.district_choices import DistrictChoices
from present.places.district_figure import rates_figure
from present.places.kinds import DEFAULT_KINDS, KIND_BY_CODE, KIND_BY_NAME
from present.places.legend import legend
from present.places.sheet import MapSheet, map_sheet
from present.places.still_map import Ground
from present.site import pages

_SECTION = "1.3"


def facilities(setting: Setting) -> pd.DataFrame:
    """All facilities as ``present.places.model.placed`` gives them."""
    return _placed(setting.bare)


@keep(4)
def _placed(setting: Setting) -> pd.DataFrame:
    return model.placed(setting.frame("assets"), setting.place)


def kind_names(choices: MapChoices) -> tuple[str, ...]:
    """The chosen kinds as the dataset names them."""
    return tuple(KIND_BY_CODE[code].name for code in choices.kinds)


def sheet(setting: Setting, choices: MapChoices) -> MapSheet:
    """The map of the choices, the same in both schemes. Needs a place."""
    return _sheet(replace(setting.bare, language=setting.language), choices)


@keep(64)
def _sheet(setting: Setting, choices: MapChoices) -> MapSheet:
    place = setting.place
    assert place is not None
    return map_sheet(
        _placed(setting),
        place,
        kind_names(choices),
        choices.district,
        year=setting.year,
        measure=choices.measure,
        closer=int(choices.closer),
    )


def usual_choices(setting: Setting, *, measure: str) -> MapChoices | None:
    """The map as it opens, with a measure; ``None`` where there is none."""
    return next((replace(each, measure=measure) for each in _place_presets(setting)), None)


def _ground(setting: Setting, choices: MapChoices, *, is_dark: bool) -> Ground:
    """What lies on the map's ground: drawn once for the page, the print and the pictures."""
    return _drawn_ground(replace(setting, is_dark=is_dark, addresses=Addresses()), choices)


@keep(64)
def _drawn_ground(setting: Setting, choices: MapChoices) -> Ground:
    return sheet(setting, choices).ground(is_dark=setting.is_dark)


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """What the page shows of one set of choices beside the figure.

    ``sentence`` says what is shown; ``card`` is the chosen district's, empty where no kind is
    chosen; ``below`` and ``printed`` are the still map under the moving one and on paper, ``deck``
    is the moving one's JSON; ``legend`` explains all three.
    """

    sentence: str
    card: str
    legend: str
    below: str
    printed: str
    deck: str


@keep(48)
def map_drawing(setting: Setting, choices: MapChoices, turn: int) -> MapDrawing:
    """The map of the choices as the page shows it; ``turn`` as ``live_map.deck`` takes it.

    Needs a place.
    """
    shown, is_dark = sheet(setting, choices), setting.is_dark
    deck = live_map.deck(shown, is_dark=is_dark, turn=turn)
    return MapDrawing(
        sentence=shown.sentence,
        card=(
            places_html.card(shown.counts, shown.place, shown.district_slug) if shown.kinds else ""
        ),
        below=shown.still(_ground(setting, choices, is_dark=is_dark), is_dark=is_dark),
        printed=shown.still(_ground(setting, choices, is_dark=False), is_dark=False),
        legend=places_html.legend(
            legend(shown, is_dark=False), legend(shown, is_dark=True), is_dark=is_dark
        ),
        deck=live_map.to_json(deck),
    )


def source(setting: Setting) -> str:
    """Where the facilities stand in the document."""
    return setting.source(t("places.section", number=_SECTION))


def map_source(setting: Setting, shown: MapSheet) -> str:
    """Where the facilities stand, and whose the ground and the points are."""
    return f"{source(setting)}. {shown.credit}".removesuffix(".")


def rate_choices(setting: Setting, choices: MapChoices) -> RateChoices | None:
    """What the map's choices ask of the rate; ``None`` where no facility has a district."""
    codes = _placed_codes(setting)
    if not codes:
        return None
    kind = choices.of_rate if choices.of_rate in codes else codes[0]
    return _rate_kinds(setting)(district=choices.district, kind=kind)


def rate_codes(setting: Setting) -> tuple[str, ...]:
    """The kinds of which residents for each facility can be told, in the order of the map."""
    return _placed_codes(setting)


def district_names(setting: Setting) -> dict[str, str]:
    """The districts that the map can show, by slug, in the order of the alphabet."""
    return model.district_names(facilities(setting), setting.place)


@keep(8)
def districts(setting: Setting) -> tuple[places_district.Known, ...]:
    """All districts of which anything is known, in the order of the alphabet."""
    members = setting.frame("council_members")
    return places_district.districts(setting.place, facilities(setting), members)


@keep(8)
def overview(setting: Setting) -> pd.DataFrame:
    """What is known of each district, as ``present.places.district.overview`` gives it."""
    members = setting.frame("council_members")
    return places_district.overview(districts(setting), facilities(setting), members)


@keep(64)
def nearest_station(setting: Setting, district_slug: str) -> places_district.Station | None:
    """The nearest fire station of another district; ``None`` where the district has its own, or
    where nobody knows the ground."""
    place = setting.place
    district = place.district_by_slug(district_slug) if place else None
    if place is None or district is None:
        return None
    return places_district.nearest_station(facilities(setting), place, district)


def _map(setting: Setting, choices: MapChoices) -> Drawn:
    """The map as a figure and as its two pictures, however close a page looks."""
    whole = replace(choices, closer="0")
    shown = sheet(setting, whole)
    figure = map_figure.map_figure(
        shown, institution=setting.name, year=setting.year, source=map_source(setting, shown)
    )
    ground = _ground(setting, whole, is_dark=setting.is_dark)
    words = legend(shown, is_dark=setting.is_dark)
    wide, narrow = (
        map_figure.drawing(shown, ground, words, is_dark=setting.is_dark, is_wide=is_wide)
        for is_wide in (True, False)
    )
    small = map_figure.small_drawings(shown, ground, words, is_dark=setting.is_dark)
    return Drawn(figure, wide, narrow, small)


def _people_each(setting: Setting, choices: RateChoices) -> Figure:
    assert setting.place is not None
    return places_figures.people_each(
        facilities(setting),
        setting.place,
        KIND_BY_CODE[choices.kind].name,
        year=setting.year,
        source=source(setting),
        chosen_slug=choices.district,
    )


def _by_kind(setting: Setting, choices: MapChoices) -> Figure:
    assert setting.place is not None
    return places_figures.by_kind(
        facilities(setting),
        setting.place,
        kind_names(choices),
        year=setting.year,
        source=source(setting),
        is_dark=setting.is_dark,
    )


def _beside_others(setting: Setting, choices: DistrictChoices) -> Figure:
    """One district's rates beside those of all. Needs a place that has the district."""
    place = setting.place
    assert place is not None
    district = place.district_by_slug(choices.district or "")
    assert district is not None
    return rates_figure(
        places_district.rates(facilities(setting), place, district.slug),
        place,
        district.name,
        setting.year,
        setting.source(t("places.district.section")),
        is_dark=setting.is_dark,
    )


def _kinds(setting: Setting) -> type[MapChoices]:
    return choices_of(model.codes(facilities(setting)))


def _rate_kinds(setting: Setting) -> type[RateChoices]:
    return rate_choices_of(_placed_codes(setting))


def _placed_codes(setting: Setting) -> tuple[str, ...]:
    """The codes of the kinds of which any facility has a district."""
    frame = facilities(setting)
    return model.codes(frame[frame["district_slug"].notna()])


def _rate_codes(setting: Setting) -> Known:
    return {"district": _slugs(setting), "kind": _placed_codes(setting)}


def _rate_presets(setting: Setting) -> Iterable[RateChoices]:
    """The usual kinds; the first kind where the programme has none of them."""
    if setting.place is None:
        return ()
    codes = _placed_codes(setting)
    usual = [KIND_BY_NAME[name].code for name in DEFAULT_KINDS]
    chosen = [code for code in usual if code in codes] or list(codes[:1])
    return (_rate_kinds(setting)(kind=code) for code in chosen)


def _slugs(setting: Setting) -> tuple[str, ...]:
    place = setting.place
    return tuple(district.slug for district in place.districts) if place else ()


def _place_codes(setting: Setting) -> Known:
    return {"district": _slugs(setting), "kinds": model.codes(facilities(setting))}


def _place_presets(setting: Setting) -> Iterable[MapChoices]:
    return (_kinds(setting)(),) if setting.place and model.codes(facilities(setting)) else ()


def _district_presets(setting: Setting) -> Iterable[DistrictChoices]:
    return (DistrictChoices(slug) for slug in _slugs(setting))


ENTRIES = (
    Entry("harita", pages.MAP.path, "yerler", _kinds, _place_codes, _map, _place_presets),
    Entry("tesis-sayisi", pages.MAP.path, "yerler", _kinds, _place_codes,
          only_figure(_by_kind), _place_presets),
    Entry("tesis-orani", pages.MAP.path, "yerler", _rate_kinds, _rate_codes,
          only_figure(_people_each), _rate_presets),
    Entry("ilce", pages.DISTRICTS.path, "yerler", always(DistrictChoices), _place_codes,
          only_figure(_beside_others), _district_presets, needed="district"),
)  # fmt: skip
