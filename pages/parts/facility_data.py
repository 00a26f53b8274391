"""The facilities of this visit's programme, with the points at which they are drawn."""

from __future__ import annotations

import pandas as pd

from pages.parts.visit import setting
from present.places import entries


def facilities() -> pd.DataFrame:
    """All facilities as ``present.places.model.placed`` gives them; not to be changed."""
    return entries.facilities(setting())
