"""What an address of a part of Kaynaklar may say."""

from __future__ import annotations

from present.kit import address
from present.resources.choices import ResourceChoices


def test_an_address_names_a_figure_of_the_part_or_none() -> None:
    known = {"name": ["kaynaklar-arac"]}
    parsed = address.parse(ResourceChoices, {"tablo": "kaynaklar-arac"}, known)
    assert parsed.choices == ResourceChoices("kaynaklar-arac")
    assert address.query(parsed.choices) == {"tablo": "kaynaklar-arac"}
    assert address.parse(ResourceChoices, {"tablo": "yok"}, known).choices == ResourceChoices()
    assert ResourceChoices().name is None
    assert address.query(ResourceChoices()) == {}
