"""Which district is looked at, as it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

from present.kit.address import param


@dataclass(frozen=True, slots=True)
class DistrictChoices:
    """The district that is looked at, by its slug; none for all of them."""

    district: str | None = param("ilce", None)
