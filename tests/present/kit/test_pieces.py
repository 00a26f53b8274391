"""Pieces that every room shows alike."""

from __future__ import annotations

import pytest

from present.kit.pieces import source_html


@pytest.mark.parametrize("name", ["A & B", "Bel & Program"])
def test_a_source_is_escaped(name: str) -> None:
    words = name.replace("&", "&amp;")
    assert source_html(name) == f'<p class="kbb-source">Kaynak: {words}</p>'
