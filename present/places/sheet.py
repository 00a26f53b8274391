"""What the map shows for one set of choices: where, which facilities, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from kbb_data.geo import District, Place
from present.places import still_map, words
from present.places import view as places_view
from present.places.model import by_district, chosen, fanned
from present.places.still_map import Around, Ground
from present.places.view import Label, View


@dataclass(frozen=True, slots=True)
class MapSheet:
    """One view of the map, to be drawn still or to be moved.

    ``district``: the chosen one, lifted out; ``None`` for the whole place. ``shown``: the chosen
    facilities as ``present.places.model.fanned`` gives them, those without a point too. ``counts``:
    the facilities of the kinds in every district. ``year``: the programme's.
    """

    place: Place
    district: District | None
    kinds: tuple[str, ...]
    view: View
    labels: tuple[Label, ...]
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
        return words.map_title(self.kinds, self.where)

    @property
    def sentence(self) -> str:
        """How many facilities are shown, and how well their places are known."""
        return words.map_sentence(self.shown, self.kinds, self.year)

    @property
    def credit(self) -> str:
        """The sources of ground and points, licences named."""
        return words.credit(self.place)

    def ground(self, *, is_dark: bool) -> Ground:
        """What lies on the ground, drawn for all pictures of this view in a scheme."""
        return still_map.ground(
            self.shown, self.place, self.view, is_dark=is_dark, chosen_slug=self.district_slug
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


def map_sheet(
    facilities: pd.DataFrame,
    place: Place,
    labels: Sequence[Label],
    kinds: tuple[str, ...],
    district_slug: str | None = None,
    *,
    year: int,
    closer: int = 0,
) -> MapSheet:
    """The view of the ``kinds`` in a district, or in the whole place.

    ``facilities`` are all of ``place`` as ``present.places.model.placed`` gives them; ``closer``
    how many steps the view looks nearer. A district that the place does not have counts as none.
    """
    district = place.district_by_slug(district_slug or "")
    view = places_view.view_of([district] if district else place.districts).closer(
        closer, district.centre if district else place.centre
    )
    return MapSheet(
        place,
        district,
        kinds,
        view,
        tuple(labels),
        fanned(chosen(facilities, kinds, district_slug)),
        by_district(facilities, place, kinds),
        year,
    )
