"""Which briefing is looked at, as it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

from present.briefing.model import Topic
from present.kit.address import param


@dataclass(frozen=True, slots=True)
class BriefingChoices:
    """What the briefing is about, and which one is open (``None``: all of the kind)."""

    kind: str = param("tur", Topic.COMMITTEE.value, values=tuple(Topic))
    key: str | None = param("konu", None)
