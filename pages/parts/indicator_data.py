"""Cached pieces of Göstergeler: the records, and the finished HTML of a list of them."""

from __future__ import annotations

from pages.parts.visit import edition, kept, setting
from present.indicators.list import rows_html
from present.indicators.model import Indicator, read
from present.kit.text import language

#: Stands for an indicator's code in the address that a list's links are made from.
CODE = "0.0"


def records() -> tuple[Indicator, ...]:
    """All indicators of this visit's programme, by goal and number."""
    chosen = edition().programme
    return _records(chosen.dataset_sha256, chosen.year, chosen.institution, language())


@kept(16)
def _records(
    dataset_sha256: str, year: int, institution: str, language: str
) -> tuple[Indicator, ...]:
    """Frozen records, shared by all visits; the arguments are the cache's key."""
    return read(setting().frame("indicators"))


@kept(64)
def list_html(codes: tuple[str, ...], address: str, *, is_grouped: bool) -> str:
    """The list of the indicators with these codes in this order.

    ``address`` is an indicator's own address with ``CODE`` in the place of its code.
    """
    by_code = {one.code: one for one in records()}
    before, _, after = address.partition(f"={CODE}")
    return rows_html(
        [by_code[code] for code in codes],
        setting().year,
        lambda one: f"{before}={one.code}{after}",
        is_grouped=is_grouped,
    )
