"""What the map shows for one set of choices: where, which facilities, how shaded, in what words."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from kbb_data.geo import District, Place, Point
from present.kit import writing
from present.places import still_map, words
from present.places import view as places_view
from present.places.choices import COUNT
from present.places.clusters import Mark, marks
from present.places.labels import Label, labels
from present.places.model import by_district, chosen
from present.places.shades import Shading, shading
from present.places.still_map import Around, Ground
from present.places.view import View

#: From how small a part of the whole place on a view has icons; farther off its districts' numbers
#: say all.
ICONS_FROM = 0.5


@dataclass(frozen=True, slots=True)
class MapSheet:
    """One view of the map, to be drawn still or to be moved.

    ``district``: the chosen one, lifted out; ``None`` for the whole place. ``shown``: the chosen
    facilities as ``present.places.model.placed`` gives them, those without a point too. ``counts``:
    the facilities of the kinds in every district. ``measure``: what shades a district and stands
    below its name. ``has_icons``: whether the view is near enough for single points; else it has no
    ``marks``. ``year``: the programme's.
    """

    place: Place
    district: District | None
    kinds: tuple[str, ...]
    measure: str
    view: View
    has_icons: bool
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    shading: Shading
    shown: pd.DataFrame
    counts: pd.DataFrame
    year: int

    @property
    def district_slug(self) -> str | None:
        """The chosen district's code."""
        return self.district.slug if self.district else None

    @property
    def where(self) -> str:
        """The name of the district, or of the whole place."""
        return self.district.name if self.district else self.place.name

    @property
    def heading(self) -> str:
        """What the map shows, as a title."""
        return words.map_title(self.kinds, self.where, self.measure)

    @property
    def sentence(self) -> str:
        """How many facilities are shown, how well their places are known, and where there are most
        of what shades the districts."""
        own = words.map_sentence(self.shown, self.kinds, self.year)
        if not self.kinds or self.shown.empty:
            return own
        date = writing.date(self.place.population.date)
        more = words.measure_sentence(self.counts, self.measure, self.district_slug, date)
        return f"{own} {more}".rstrip()

    @property
    def credit(self) -> str:
        """The sources of ground and points, licences named."""
        return words.credit(self.place)

    def ground(self, *, is_dark: bool, lifted_slug: str | None = None) -> Ground:
        """What lies on the ground, drawn for all pictures of this view in a scheme; a district of
        the whole place is lifted out where it is asked for."""
        return still_map.ground(
            self.place,
            self.view,
            self.shading,
            self.marks,
            is_dark=is_dark,
            chosen_slug=lifted_slug or self.district_slug,
        )

    def still(self, ground: Ground, *, is_dark: bool, around: Around | None = None) -> Markup:
        """The map as an SVG element, with legend and words where ``around`` asks for them.

        ``ground`` is this view's in the same scheme.
        """
        return still_map.still_map(
            ground,
            self.view,
            self.labels,
            title=self.heading,
            description=self.sentence,
            is_dark=is_dark,
            around=around,
        )

    @property
    def most(self) -> str:
        """Where there is most of what shades the districts; empty where that is nothing."""
        date = writing.date(self.place.population.date)
        return words.measure_sentence(self.counts, self.measure, self.district_slug, date)


def map_sheet(
    facilities: pd.DataFrame,
    place: Place,
    kinds: tuple[str, ...],
    district_slug: str | None = None,
    *,
    year: int,
    measure: str = COUNT,
    closer: int = 0,
) -> MapSheet:
    """The view of the ``kinds`` in a district, or in the whole place.

    ``facilities`` are all of ``place`` as ``present.places.model.placed`` gives them; ``closer``
    how many steps the view looks nearer. A district that the place does not have counts as none.
    """
    district = place.district_by_slug(district_slug or "")
    whole = places_view.view_of(place.districts)
    view = (places_view.view_of([district]) if district else whole).closer(
        closer, district.centre if district else place.centre
    )
    shown = chosen(facilities, kinds, district.slug if district else None)
    counts = by_district(facilities, place, kinds)
    has_icons = view.side <= whole.side * ICONS_FROM
    drawn = marks(shown, view) if has_icons else ()
    points: list[Point] = [mark.point for mark in drawn]
    numbers = words.numbers(counts, measure) if kinds else {d.slug: "" for d in place.districts}
    return MapSheet(
        place=place,
        district=district,
        kinds=kinds,
        measure=measure,
        view=view,
        has_icons=has_icons,
        marks=drawn,
        labels=labels(place, view, numbers, points),
        shading=shading(_values(counts, measure)),
        shown=shown,
        counts=counts,
        year=year,
    )


def _values(counts: pd.DataFrame, measure: str) -> dict[str, float | None]:
    """What shades each district; ``None`` for one without a facility."""
    column = "facilities" if measure == COUNT else "people_each"
    return {
        str(row["district_slug"]): (
            float(row[column]) if row["facilities"] and row[column] == row[column] else None
        )
        for row in counts.to_dict("records")
    }
