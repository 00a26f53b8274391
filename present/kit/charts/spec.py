"""A chart as the Vega-Lite that figures carry."""

from __future__ import annotations

from typing import Any

import altair as alt
from altair.utils import schemapi

# Altair holds every part of a chart against Vega-Lite's schema as it is made, which takes an eighth
# of a figure's time; the tests hold every figure's whole specification against it.
schemapi.disable_debug_mode()


_FOLLOWS = "follows_height"


def following(lowest: float, highest: float = 0.0) -> dict[str, Any]:
    """The ``usermeta`` of a chart that fits itself into another height than it states: down to this
    part of it, and up to this part of its width (0: as high as one likes)."""
    return {_FOLLOWS: [lowest, highest]}


def heights(spec: dict[str, Any], width: float) -> tuple[float, float] | None:
    """The least and the greatest height, in pixels, of a chart so wide that fits itself in; nothing
    for one that does not."""
    bounds = spec.get("usermeta", {}).get(_FOLLOWS)
    if bounds is None:
        return None
    lowest, highest = bounds
    return lowest * spec["height"], highest * width or float("inf")


def specification(chart: alt.Chart | alt.LayerChart) -> dict[str, Any]:
    """The chart without ``config``: its look is the theme's, given when the figure is shown.

    It isn't held against Vega-Lite's schema here either.
    """
    vega_lite: dict[str, Any] = chart.to_dict(validate=False)
    vega_lite.pop("config", None)
    return vega_lite
