"""What can be chosen on Belge tutarlılığı, as it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

from kbb_data.schema import FINDING_KINDS, SEVERITIES
from present.kit.address import param


@dataclass(frozen=True, slots=True)
class FindingChoices:
    """The check, the severities and the kinds of the list; ``finding`` opens one finding alone."""

    check: str | None = param("tur", None)
    severities: tuple[str, ...] = param("onem", (), values=SEVERITIES)
    kinds: tuple[str, ...] = param("nitelik", (), values=FINDING_KINDS)
    finding: str | None = param("bulgu", None)

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set."""
        return self.check is not None or bool(self.severities) or bool(self.kinds)
