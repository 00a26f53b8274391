"""A chart as the Vega-Lite that figures carry."""

from __future__ import annotations

from typing import Any

import altair as alt


def specification(chart: alt.Chart | alt.LayerChart) -> dict[str, Any]:
    """The chart without ``config``: its look is the theme's, given when the figure is shown.

    It isn't held against Vega-Lite's schema, which would take most of the time; the tests hold
    every figure's against it.
    """
    vega_lite: dict[str, Any] = chart.to_dict(validate=False)
    vega_lite.pop("config", None)
    return vega_lite
