"""The largest parts of a whole by themselves, and the others together."""

from __future__ import annotations

from present.budget.fewer import REST, fewer
from present.kit.text import using

NAMES = {"a": "A", "b": "B", "c": "C", "d": "D", "e": "E"}


def test_the_largest_stay_in_their_order_and_the_others_are_counted() -> None:
    with using("tr"):
        names, of_part = fewer(NAMES, {"a": 1, "b": 9, "c": 2, "d": 7, "e": 0}, 2)
    assert list(names.items()) == [("b", "B"), ("d", "D"), (REST, "Diğerleri (2)")]
    assert of_part == {"a": REST, "b": "b", "c": REST, "d": "d"}


def test_a_single_other_stays_itself() -> None:
    names, of_part = fewer(NAMES, {"a": 1, "b": 9, "c": 2}, 2)
    assert names == {"a": "A", "b": "B", "c": "C"}
    assert REST not in of_part.values()
