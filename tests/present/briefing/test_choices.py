"""The choices of Brifing in the address."""

from __future__ import annotations

from present.briefing.choices import BriefingChoices
from present.briefing.model import Topic
from present.kit import address


def test_choices_stand_in_the_address_by_code() -> None:
    assert address.query(BriefingChoices(Topic.UNIT.value, "fen")) == {
        "tur": "birim", "konu": "fen",
    }  # fmt: skip
    assert address.query(BriefingChoices()) == {}
    assert BriefingChoices() == BriefingChoices("komisyon", None)
    parsed = address.parse(BriefingChoices, {"tur": "parti", "konu": "x"}, {"key": ["y"]})
    assert parsed.choices == BriefingChoices()
    assert parsed.dropped == ("tur", "konu")
