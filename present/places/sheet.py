"""What the map shows for one set of choices: where, which facilities, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from kbb_data.geo import District, Place
from present.places import html as places_html
from present.places import still_map
from present.places import view as places_view
from present.places.model import by_district, chosen, fanned
from present.places.view import Label, View


@dataclass(frozen=True, slots=True)
class MapSheet:
    """One view of the map, to be drawn still or to be moved.

    ``district``: the chosen one, lifted out; ``None`` for the whole place. ``shown``: the chosen
    facilities as ``present.places.model.fanned`` gives them, those without a point too. ``counts``:
    the facilities of the kinds in every district.
    """

    place: Place
    district: District | None
    kinds: tuple[str, ...]
    view: View
    labels: tuple[Label, ...]
    shown: pd.DataFrame
    counts: pd.DataFrame

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
        return places_html.map_title(self.kinds, self.where)

    @property
    def sentence(self) -> str:
        """How many facilities are shown, and how well their places are known."""
        return places_html.map_sentence(self.shown, self.kinds)

    @property
    def credit(self) -> str:
        """The sources of ground and points, licences named."""
        return places_html.credit(self.place)

    def still(self, *, is_dark: bool, around: still_map.Around | None = None) -> str:
        """The map as an SVG element, with legend and words where ``around`` asks for them."""
        return still_map.still_map(
            self.shown,
            self.place,
            self.view,
            self.labels,
            title=self.heading,
            description=self.sentence,
            is_dark=is_dark,
            chosen_slug=self.district_slug,
            around=around,
        )


def map_sheet(
    facilities: pd.DataFrame,
    place: Place,
    labels: Sequence[Label],
    kinds: tuple[str, ...],
    district_slug: str | None = None,
    *,
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
    )
