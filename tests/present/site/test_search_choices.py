"""What the address of the search page may say."""

from __future__ import annotations

import pytest

from db.search_documents import KINDS as INDEXED
from present.kit import address
from present.site.search_choices import CODES, TERM_KIND, SearchChoices

SAID = {
    "topic": "konu",
    "aim": "amac", "objective": "stratejik-hedef", "goal": "performans-hedefi",
    "indicator": "gosterge", "activity": "faaliyet", "spending_unit": "birim",
    "economic_code": "kod",
    "district": "ilce", "asset": "tesis", "committee": "komisyon", "council_member": "uye",
    "page": "sayfa",
    "document": "belge",
    "term": "terim",
}  # fmt: skip


def test_every_kind_that_is_found_has_a_code_that_addresses_keep() -> None:
    assert CODES == SAID
    assert {*INDEXED, TERM_KIND} <= {*CODES}


@pytest.mark.parametrize("code", SAID.values())
def test_an_address_says_what_was_typed_and_the_kind(code: str) -> None:
    said = {"q": "su", "tur": code}
    parsed = address.parse(SearchChoices, said)
    assert parsed.choices == SearchChoices("su", code)
    assert not parsed.dropped
    assert address.query(parsed.choices) == said


def test_an_unknown_kind_is_dropped_and_nothing_typed_is_nothing_said() -> None:
    parsed = address.parse(SearchChoices, {"q": "su", "tur": "x"})
    assert parsed.choices == SearchChoices("su", None)
    assert parsed.dropped
    assert address.query(SearchChoices()) == {}
