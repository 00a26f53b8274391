"""Grammars of what others read, as far as ours has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

FOLDER = Path(__file__).parent


def valid(content: bytes, grammar: str) -> Any:
    """The root of an XML document; ``grammar``: ``atom`` or ``sitemap``. Raises
    ``AssertionError`` with the first faults where it breaks that."""
    root = etree.fromstring(content)
    schema = etree.RelaxNG(etree.parse(FOLDER / f"{grammar}.rng"))
    assert schema.validate(root), schema.error_log.filter_from_errors()[:3]
    return root
