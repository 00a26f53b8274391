"""The registry: every figure once, by the name under which it stands in addresses.

``/grafik/<slug>``, embeds, the gallery and the pages' chart menus all find a figure here, so what
they show can't differ. An entry's parameters are those of the page that shows the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import islice
from typing import Any

from kbb_data.turkish import slug as slug_of
from present import figures_map
from present.ambition import Ambition
from present.budget import Measure, View
from present.choices import address
from present.choices.address import param
from present.choices.budget import BudgetChoices, known
from present.choices.compare import CompareChoices
from present.choices.council import CouncilChoices
from present.choices.district import DistrictChoices
from present.choices.indicator import IndicatorChoices
from present.choices.map import MapChoices, choices_of
from present.choices.unit import UnitChoices
from present.entries import (
    comparison,
    consistency,
    council,
    indicators,
    money,
    places,
    resources,
    units,
)
from present.figure import Figure
from present.kept import Kept
from present.setting import Setting
from present.text import language

Known = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure and, where it is no chart, its finished drawing as one SVG element, and the same
    for a narrow place."""

    figure: Figure
    drawing: str = ""
    narrow: str = ""


@dataclass(frozen=True, slots=True)
class NoChoices:
    """A figure that there is one of."""


@dataclass(frozen=True, slots=True)
class ResourceChoices:
    """Which figure of a part of Kaynaklar: its name; ``None`` for the first one."""

    name: str | None = param("tablo", None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure.

    ``page``: the path of the page that shows it, with the same parameters. ``kind``: the choices
    that the setting allows; ``known``: their codes that the data decide. ``needed``: the field
    without which there is no figure. ``presets``: the choices under which the gallery shows it;
    none where the programme has nothing to show.
    """

    slug: str
    page: str
    group: str
    kind: Callable[[Setting], type[Any]]
    known: Callable[[Setting], Known]
    build: Callable[[Setting, Any], Drawn]
    presets: Callable[[Setting], Iterable[Any]]
    needed: str = ""

    def parameters(self, setting: Setting) -> Mapping[str, Collection[str] | None]:
        """The parameters that the figure's address knows, with the values that each may have;
        ``None`` for free text."""
        allowed = self.known(setting)
        return {
            one.metadata["param"]: allowed.get(one.name, one.metadata["values"])
            for one in fields(self.kind(setting))
            if one.name not in _OF_PAGES
        }

    def needed_parameter(self, setting: Setting) -> str:
        """The parameter without which there is no figure; empty where there is none."""
        kind = self.kind(setting)
        return str(kind.__dataclass_fields__[self.needed].metadata["param"]) if self.needed else ""

    def is_there(self, setting: Setting) -> bool:
        """Whether the programme has what the figure shows."""
        return any(True for _ in self.presets(setting))

    def query(self, choices: Any) -> dict[str, str]:
        """The parameters that stand for ``choices``, without those that only pages know."""
        return address.query(_bare(choices))


#: Choices that say how a page shows things beside its figures.
_OF_PAGES = frozenset({"closer"})


def _bare(choices: Any) -> Any:
    there = {one.name: one.default for one in fields(choices) if one.name in _OF_PAGES}
    return replace(choices, **there) if there else choices


def _always(kind: type[Any]) -> Callable[[Setting], type[Any]]:
    return lambda setting: kind


def _figure(build: Callable[[Setting, Any], Figure]) -> Callable[[Setting, Any], Drawn]:
    return lambda setting, choices: Drawn(build(setting, choices))


def _no_codes(setting: Setting) -> Known:
    return {}


def _once(setting: Setting) -> Iterable[Any]:
    return (NoChoices(),)


def _budget_codes(setting: Setting) -> Known:
    return known(setting.lines, setting.frame("resource_needs"))


def _budget_presets(setting: Setting) -> Iterable[BudgetChoices]:
    if setting.lines.empty:
        return
    yield from (BudgetChoices(view=None if one is View.AIM else one.value) for one in View)
    if setting.place is not None:
        yield BudgetChoices(measure=Measure.PER_HEAD.value)
    for aim in setting.frame("aims")["aim"]:
        yield BudgetChoices(aim=str(aim))


def _unit_codes(setting: Setting) -> Known:
    return {"unit": tuple(setting.frame("spending_units")["spending_unit"])}


def _code_presets(setting: Setting) -> Iterable[NoChoices]:
    return () if setting.lines.empty else (NoChoices(),)


def _units_presets(setting: Setting) -> Iterable[UnitChoices]:
    return (UnitChoices(),) if any(one.has_money for one in units.units(setting)) else ()


def _unit_presets(setting: Setting) -> Iterable[UnitChoices]:
    return (UnitChoices(unit=one.slug) for one in units.units(setting) if one.has_money)


def _indicator_codes(setting: Setting) -> Known:
    found = indicators.wanted(setting, IndicatorChoices())
    return {
        "aim": {str(one.aim) for one in found},
        "goal": {str(one.goal) for one in found},
        "unit": {unit for one in found for unit in one.units},
        "measure": {one.measure for one in found},
        "indicator": {one.code for one in found},
    }


def _ambition_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    return (IndicatorChoices(),) if len(setting.frame("indicators")) else ()


def _progress_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    """The indicators of each aim; a goal's or a unit's are a choice away."""
    aims = sorted({one.aim for one in indicators.wanted(setting, IndicatorChoices())})
    return (IndicatorChoices(aim=str(aim)) for aim in aims)


def _indicator_presets(setting: Setting) -> Iterable[IndicatorChoices]:
    """The indicator whose target asks for most, as an example of all of them."""
    for one in indicators.wanted(setting, IndicatorChoices(order="uzaklik")):
        if one.assessment.ambition is not Ambition.NOT_COMPARABLE:
            yield IndicatorChoices(indicator=one.code)
            return


def _kinds(setting: Setting) -> type[MapChoices]:
    return choices_of(places.codes(places.facilities(setting)))


def _place_codes(setting: Setting) -> Known:
    there = setting.place
    return {
        "district": tuple(one.slug for one in there.districts) if there else (),
        "kinds": places.codes(places.facilities(setting)),
    }


def _place_presets(setting: Setting) -> Iterable[MapChoices]:
    return (_kinds(setting)(),) if setting.place and _place_codes(setting)["kinds"] else ()


def _map(setting: Setting, choices: MapChoices) -> Drawn:
    figure, sheet = places.still(setting, choices)
    drawings = (
        figures_map.drawing(sheet, is_dark=setting.is_dark, is_wide=is_wide)
        for is_wide in (True, False)
    )
    return Drawn(figure, *drawings)


def _district_presets(setting: Setting) -> Iterable[DistrictChoices]:
    there = setting.place
    return (DistrictChoices(one.slug) for one in there.districts) if there else ()


def _council_codes(setting: Setting) -> Known:
    found = council.record(setting)
    return {
        "member": (),
        "committee": (),
        "district": {slug_of(name) for name in found.districts},
        "party": {one.slug for one in found.parties if one.slug},
    }


def _council_presets(kind: type[Any]) -> Callable[[Setting], Iterable[Any]]:
    return lambda setting: () if council.record(setting).is_empty else (kind(),)


def _resources(slug: str, figures: Callable[[Setting], Iterable[Figure]]) -> Entry:
    """A part of Kaynaklar, whose figures are told apart by name; what a request may name hangs on
    all of them."""
    kept: Kept[tuple[Any, ...], dict[str, Figure]] = Kept(8)

    def names(setting: Setting) -> dict[str, Figure]:
        key = (setting.institution, setting.dataset_sha256, setting.is_dark, language())
        return kept.get(key, lambda: {one.slug: one for one in figures(setting)})

    def build(setting: Setting, choices: ResourceChoices) -> Drawn:
        found = names(setting)
        return Drawn(found[choices.name or next(iter(found))])

    return Entry(
        slug,
        "/kaynaklar",
        "kaynaklar",
        _always(ResourceChoices),
        lambda setting: {"name": tuple(names(setting))},
        build,
        lambda setting: (ResourceChoices(name) for name in names(setting)),
        needed="name",
    )


def _compared(place: int, setting: Setting, choices: CompareChoices) -> Drawn:
    return Drawn(comparison.pair(setting, *choices.sides)[place])


def _comparison(slug: str, place: int) -> Entry:
    return Entry(
        slug,
        "/butce",
        "butce",
        _always(CompareChoices),
        lambda setting: {"sides": comparison.codes(setting)},
        partial(_compared, place),
        comparison.presets,
        needed="sides",
    )


#: The three figures of a comparison, in their order on the page.
COMPARISONS = ("karsilastirma-para", "karsilastirma-kodlar", "karsilastirma-gostergeler")

ENTRIES: Sequence[Entry] = (
    Entry("genel-bakis", "/", "butce", _always(NoChoices), _no_codes,
          _figure(money.overview), _once),
    Entry("yuz-lira", "/", "butce", _always(NoChoices), _no_codes,
          _figure(money.hundred), _once),
    Entry("butce", "/butce", "butce", _always(BudgetChoices), _budget_codes,
          _figure(money.part), _budget_presets),
    Entry("amac-kod", "/butce", "butce", _always(NoChoices), _no_codes,
          _figure(money.by_code), _code_presets),
    Entry("birimler", "/birimler", "butce", _always(UnitChoices), _unit_codes,
          _figure(units.all_units), _units_presets),
    Entry("birim-faaliyetleri", "/birimler", "butce", _always(UnitChoices), _unit_codes,
          _figure(units.activities), _unit_presets, needed="unit"),
    Entry("birim-kalemleri", "/birimler", "butce", _always(UnitChoices), _unit_codes,
          _figure(units.lines), _unit_presets, needed="unit"),
    *(_comparison(slug, place) for place, slug in enumerate(COMPARISONS)),
    Entry("hirs", "/gostergeler", "gostergeler", _always(IndicatorChoices), _indicator_codes,
          _figure(indicators.by_aim), _ambition_presets),
    Entry("ilerleme", "/gostergeler", "gostergeler", _always(IndicatorChoices), _indicator_codes,
          _figure(indicators.progress), _progress_presets),
    Entry("gosterge", "/gostergeler", "gostergeler", _always(IndicatorChoices), _indicator_codes,
          _figure(indicators.one), _indicator_presets, needed="indicator"),
    Entry("harita", "/harita", "yerler", _kinds, _place_codes, _map, _place_presets),
    Entry("tesis-sayisi", "/harita", "yerler", _kinds, _place_codes,
          _figure(places.by_kind), _place_presets),
    Entry("tesis-orani", "/harita", "yerler", _kinds, _place_codes,
          _figure(places.per_10000), _place_presets),
    Entry("ilce", "/ilce", "yerler", _always(DistrictChoices), _place_codes,
          _figure(places.district), _district_presets, needed="district"),
    Entry("meclis", "/meclis", "meclis", _always(CouncilChoices), _council_codes,
          _figure(council.seats), _council_presets(CouncilChoices)),
    Entry("meclis-ilceler", "/meclis", "meclis", _always(NoChoices), _no_codes,
          _figure(council.districts), _council_presets(NoChoices)),
    _resources(resources.STAFF, resources.staff),
    _resources(resources.POSITIONS, resources.positions),
    _resources(resources.FLEET, resources.fleet),
    Entry("denetimler", "/tutarlilik", "tutarlilik", _always(NoChoices), _no_codes,
          _figure(consistency.checks), _once),
)  # fmt: skip

#: The groups of the gallery, in its order.
GROUPS = tuple(dict.fromkeys(one.group for one in ENTRIES))

#: Entries of which the gallery shows one as an example: there is one for each unit, district, pair.
_MANY = frozenset({"unit", "district", "sides"})


def gallery(setting: Setting, group: str) -> Iterator[tuple[Entry, Any]]:
    """The figures of a group with the choices under which the gallery shows them."""
    for entry in ENTRIES:
        if entry.group == group:
            presets = iter(entry.presets(setting))
            for choices in islice(presets, 1) if entry.needed in _MANY else presets:
                yield entry, choices


BY_SLUG: Mapping[str, Entry] = {one.slug: one for one in ENTRIES}
