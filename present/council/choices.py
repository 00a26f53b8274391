"""What a visitor of Meclis can choose, as it stands in the address; nothing knows Streamlit."""

from __future__ import annotations

from dataclasses import dataclass

from present.kit.address import param


@dataclass(frozen=True, slots=True)
class CouncilChoices:
    """The member (place in the printed list) or committee (slug) whose own view is open, and the
    district and party to which the list of members is narrowed; ``None`` is any."""

    member: str | None = param("uye", None)
    committee: str | None = param("komisyon", None)
    district: str | None = param("ilce", None)
    party: str | None = param("parti", None)
