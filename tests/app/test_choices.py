"""Address and choices, both ways."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from present.kit.address import MAX_TEXT, param, parameters, parse, query


@dataclass(frozen=True)
class Example:
    view: str = param("gorunum", "amac", values=("amac", "hedef", "birim"))
    aim: str | None = param("amac", None)
    kinds: tuple[str, ...] = param("tur", ("a", "b"))
    words: str = param("ara", "")


KNOWN = {"aim": ("1", "2"), "kinds": ("a", "b", "c")}

examples = st.builds(
    Example,
    view=st.sampled_from(("amac", "hedef", "birim")),
    aim=st.sampled_from((None, "1", "2")),
    kinds=st.lists(st.sampled_from(("a", "b", "c")), unique=True).map(tuple),
    words=st.text(
        st.characters(
            codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"
        ),
        max_size=MAX_TEXT,
    ),
)


@given(examples)
def test_an_address_opens_the_view_it_was_made_from(choices: Example) -> None:
    parsed = parse(Example, query(choices), KNOWN)
    assert parsed.choices == choices
    assert parsed.dropped == ()


@given(examples)
def test_defaults_are_left_out(choices: Example) -> None:
    assert query(Example()) == {}
    assert set(query(choices)) <= parameters(Example)


@given(st.dictionaries(st.sampled_from(sorted(parameters(Example)) + ["x"]), st.text()))
def test_any_address_gives_choices(address: dict[str, str]) -> None:
    parsed = parse(Example, address, KNOWN)
    assert parsed.choices.view in ("amac", "hedef", "birim")
    assert parsed.choices.aim in (None, "1", "2")
    assert set(parsed.choices.kinds) <= {"a", "b", "c"}
    assert "x" not in parsed.dropped


def test_what_is_no_choice_is_dropped_and_named() -> None:
    parsed = parse(Example, {"amac": "99", "gorunum": "yok", "tur": "a.q", "ara": "su"}, KNOWN)
    assert parsed.choices == Example(kinds=("a",), words="su")
    assert set(parsed.dropped) == {"amac", "gorunum", "tur"}


@pytest.mark.parametrize("text", ["\x00", "su\x08", "\ufffe", "\ud800"])
def test_a_text_that_no_picture_can_hold_is_dropped_and_named(text: str) -> None:
    parsed = parse(Example, {"ara": text, "amac": "1"}, KNOWN)
    assert parsed.choices == Example(aim="1")
    assert parsed.dropped == ("ara",)


def test_nothing_chosen_of_a_set_is_a_choice() -> None:
    assert query(Example(kinds=())) == {"tur": ""}
    assert parse(Example, {"tur": ""}, KNOWN).choices.kinds == ()
