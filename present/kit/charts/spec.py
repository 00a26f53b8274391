"""A chart as the Vega-Lite that figures carry."""

from __future__ import annotations

from typing import Any

import altair as alt
from altair.utils import schemapi

# Altair holds every part of a chart against Vega-Lite's schema as it is made, which takes an eighth
# of a figure's time; the tests hold every figure's whole specification against it.
schemapi.disable_debug_mode()


_FOLLOWS = "follows_height"
#: The ``usermeta`` of a chart that can be drawn lower or higher than it states, and fits itself in.
FOLLOWS_HEIGHT = {_FOLLOWS: True}


def follows_height(spec: dict[str, Any]) -> bool:
    """Whether a chart fits itself into another height than it states."""
    return bool(spec.get("usermeta", {}).get(_FOLLOWS))


def specification(chart: alt.Chart | alt.LayerChart) -> dict[str, Any]:
    """The chart without ``config``: its look is the theme's, given when the figure is shown.

    It isn't held against Vega-Lite's schema here either.
    """
    vega_lite: dict[str, Any] = chart.to_dict(validate=False)
    vega_lite.pop("config", None)
    return vega_lite
