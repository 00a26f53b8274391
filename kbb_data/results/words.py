"""The Turkish words of the form for results, from ``words_tr.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

CATALOGUE = Path(__file__).with_name("words_tr.toml")


@cache
def _catalogue() -> dict[str, dict[str, Any]]:
    return tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))


def word(key: str) -> str:
    """The words under ``section.name``. Raises ``KeyError`` where there are none."""
    section, _, name = key.partition(".")
    return str(_catalogue()[section][name])


def words(section: str) -> dict[str, str]:
    """All words of a section, by name, in the catalogue's order."""
    return dict(_catalogue()[section])


def instructions() -> list[str]:
    """What the form's first sheet says to do, with slots."""
    return list(_catalogue()["book"]["instructions"])
