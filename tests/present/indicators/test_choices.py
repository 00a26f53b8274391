"""What can be chosen on Göstergeler, and what of it narrows the list."""

from __future__ import annotations

from typing import Any

import pytest

from present.indicators.ambition import Ambition
from present.indicators.choices import AIMS, LIST, IndicatorChoices
from present.indicators.model import Filter
from present.kit import address

KNOWN = {
    "aim": {"1", "2"},
    "goal": {"3"},
    "unit": {"zabita"},
    "measure": {"m2"},
    "indicator": {"3.1"},
}

EVERYTHING = {
    "ara": "ağaç",
    "amac": "1",
    "hedef": "3",
    "birim": "zabita",
    "olcu": "m2",
    "durum": "egilimle-uyumlu.altinda-hedef",
    "sirala": "uzaklik",
    "gorunum": "amaclar",
    "gosterge": "3.1",
}


def test_nothing_in_the_address_is_the_usual_view() -> None:
    choices = address.parse(IndicatorChoices, {}, KNOWN).choices
    assert choices == IndicatorChoices("", None, None, None, None, (), "no", "liste", None)
    assert (LIST, AIMS) == ("liste", "amaclar")
    assert address.query(choices) == {}


def test_every_choice_has_its_parameter() -> None:
    parsed = address.parse(IndicatorChoices, EVERYTHING, KNOWN)
    assert parsed.choices == IndicatorChoices(
        text="ağaç",
        aim="1",
        goal="3",
        unit="zabita",
        measure="m2",
        ambitions=("egilimle-uyumlu", "altinda-hedef"),
        order="uzaklik",
        view="amaclar",
        indicator="3.1",
    )
    assert tuple(parsed.dropped) == ()
    assert address.query(parsed.choices) == EVERYTHING


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("amac", "9"),
        ("hedef", "9"),
        ("birim", "yok"),
        ("olcu", "yok"),
        ("durum", "yok"),
        ("sirala", "yok"),
        ("gorunum", "yok"),
        ("gosterge", "9.9"),
    ],
)
def test_an_unknown_code_is_let_go_of(name: str, value: str) -> None:
    parsed = address.parse(IndicatorChoices, {name: value}, KNOWN)
    assert parsed.choices == IndicatorChoices()
    assert tuple(parsed.dropped) == (name,)


@pytest.mark.parametrize(
    ("given", "is_narrowed"),
    [
        ({}, False),
        ({"text": "  "}, False),
        ({"text": "a"}, True),
        ({"aim": "1"}, True),
        ({"goal": "3"}, True),
        ({"unit": "zabita"}, True),
        ({"measure": "m2"}, True),
        ({"ambitions": ("altinda-hedef",)}, True),
        ({"order": "ad", "view": "amaclar", "indicator": "3.1"}, False),
    ],
)
def test_filters_alone_narrow(given: dict[str, Any], is_narrowed: bool) -> None:
    assert IndicatorChoices(**given).is_narrowed is is_narrowed


def test_a_filter_holds_numbers_and_words() -> None:
    assert IndicatorChoices().filter() == Filter()
    chosen = IndicatorChoices(
        text="ağaç",
        aim="1",
        goal="3",
        unit="zabita",
        measure="m2",
        ambitions=("altinda-hedef",),
    )
    assert chosen.filter() == Filter(
        aim=1,
        goal=3,
        unit="zabita",
        ambitions=(Ambition.LOWER,),
        measure="m2",
        text="ağaç",
    )
