"""The choices of Belge tutarlılığı in the address."""

from __future__ import annotations

from present.findings.choices import FindingChoices
from present.kit import address


def test_choices_stand_in_the_address_by_code() -> None:
    chosen = FindingChoices("activity-names", ("low", "high"), ("slip",), "activity-names.8")
    query = {
        "tur": "activity-names",
        "onem": "low.high",
        "nitelik": "slip",
        "bulgu": "activity-names.8",
    }
    assert address.query(chosen) == query
    parsed = address.parse(FindingChoices, query)
    assert (parsed.choices, parsed.dropped) == (chosen, ())
    assert address.query(FindingChoices()) == {}


def test_a_severity_that_there_is_none_of_is_dropped() -> None:
    parsed = address.parse(FindingChoices, {"onem": "grave.medium"})
    assert parsed.choices == FindingChoices(severities=("medium",))
    assert parsed.dropped == ("onem",)


def test_choices_know_when_they_narrow() -> None:
    assert FindingChoices() == FindingChoices(None, (), (), None)
    assert not FindingChoices().is_narrowed
    assert not FindingChoices(finding="a.1").is_narrowed
    assert FindingChoices(check="a").is_narrowed
    assert FindingChoices(severities=("low",)).is_narrowed
    assert FindingChoices(kinds=("blank",)).is_narrowed
