"""What can be chosen in Grafik merkezi, as it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

from present.figures.registry import GROUPS
from present.kit.address import param


@dataclass(frozen=True, slots=True)
class GalleryChoices:
    """The group of figures that is shown, and words that their titles hold; none: all of it."""

    group: str = param("grup", GROUPS[0], values=GROUPS)
    search: str = param("ara", "")
