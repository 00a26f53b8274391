"""Residents for each council member: exact, most first, only where both numbers are known."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest

from kbb_data.geo import District, Place, Point, Population
from present.council.figures import Ground
from present.council.model import Council, read
from present.council.representation import (
    Representation,
    representation_figure,
    representations,
)
from present.kit.text import ENGLISH, using
from tests.present.council.frames import council_of

GROUND = Ground("Ova Belediyesi", 2027, is_dark=False)
