"""Settings over invented frames: what a room makes of a setting, without a database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from present.kit.setting import Addresses, Setting
from present.kit.text import TURKISH


class Frames:
    """Answers that are given by hand; equal to nothing but itself."""

    def __init__(self, frames: Mapping[str, Any]) -> None:
        self._frames = frames

    def answer(self, question: str) -> Any:
        """The frame of that name; ``KeyError`` for one that the test did not give."""
        return self._frames[question]


def setting(
    frames: Mapping[str, pd.DataFrame],
    institution: str = "OVA BELEDİYESİ",
    *,
    language: str = TURKISH,
    is_dark: bool = False,
    addresses: Addresses | None = None,
) -> Setting:
    """A setting of the year 2027 whose data are ``frames`` by their question."""
    return Setting(
        2027, institution, "0", "2027.0", is_dark, language, addresses or Addresses(),
        Frames(frames),
    )  # fmt: skip
