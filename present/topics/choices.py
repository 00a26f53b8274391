"""What a visitor of Konular can choose, as it stands in the address; nothing knows Streamlit."""

from __future__ import annotations

from dataclasses import dataclass

from present.budget.model import Measure
from present.kit.address import param


@dataclass(frozen=True, slots=True)
class TopicChoices:
    """The topic whose own view is open (``None``: all of them), and in what amounts are told."""

    topic: str | None = param("konu", None)
    measure: str = param(
        "olcu", Measure.LIRA.value, values=tuple(measure.value for measure in Measure)
    )
