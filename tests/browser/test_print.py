"""No chart is cut on paper; that pages print whole is a part of their soundness (sound.py)."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenTab


@pytest.mark.parametrize("path", ["/", "/butce", "/kaynaklar", "/birimler", "/meclis"])
def test_no_chart_is_cut_on_paper(tab: OpenTab, path: str) -> None:
    visit = tab(path)
    visit.page.emulate_media(media="print")
    # The width of A4 between its margins, in CSS pixels.
    visit.page.set_viewport_size({"width": 680, "height": 1000})
    visit.page.wait_for_timeout(500)
    wide = visit.main.locator(".vega-embed svg, .vega-embed canvas, img").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().right))"
    )
    assert wide
    assert max(wide) <= 680
