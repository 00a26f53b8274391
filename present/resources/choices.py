"""Which figure of a part of Kaynaklar is looked at, as it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

from present.kit.address import param


@dataclass(frozen=True, slots=True)
class ResourceChoices:
    """Which figure of a part: its code; ``None`` for the first one."""

    name: str | None = param("tablo", None)
