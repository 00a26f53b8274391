"""The glossary holds the same terms in both languages, each in its own order."""

from __future__ import annotations

import pytest

from kbb_data.schema import ECONOMIC_CODES
from kbb_data.turkish import sort_key
from present.indicators.ambition import Ambition
from present.kit.text import ENGLISH, using
from present.site.glossary import term, terms


def test_the_same_terms_in_both_languages() -> None:
    turkish = terms()
    with using(ENGLISH):
        english = terms()
    assert {one.slug for one in turkish} == {one.slug for one in english}
    assert len(turkish) >= 30
    names = [one.name for one in turkish]
    assert names == sorted(names, key=sort_key)
    assert [one.name for one in english] == sorted((one.name for one in english), key=str.casefold)


def test_each_term_is_told_once_and_at_length() -> None:
    for one in terms():
        assert len(one.text) > 20, one.slug
        assert one.text.endswith("."), one.slug
    assert len({one.text for one in terms()}) == len(terms())


def test_the_codes_and_the_ambition_words_are_explained() -> None:
    names = " ".join(one.name for one in terms())
    for code in ECONOMIC_CODES:
        assert f"({code})" in names
    assert {each.value for each in Ambition} <= {one.slug for one in terms()}


def test_a_slug_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError, match="yok"):
        term("yok")
