"""The choices of Meclis in the address."""

from __future__ import annotations

from present.council.choices import CouncilChoices
from present.kit import address


def test_choices_stand_in_the_address_by_code() -> None:
    chosen = CouncilChoices("7", "hukuk-komisyonu", "talas", "a-partisi")
    query = {
        "uye": "7", "komisyon": "hukuk-komisyonu", "ilce": "talas", "parti": "a-partisi",
    }  # fmt: skip
    assert address.query(chosen) == query
    parsed = address.parse(CouncilChoices, query)
    assert (parsed.choices, parsed.dropped) == (chosen, ())
    assert address.query(CouncilChoices()) == {}
    assert CouncilChoices() == CouncilChoices(None, None, None, None)
